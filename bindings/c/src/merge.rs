//! Reports of one message, merged.

use sms_tracker::{Class, join, sort};
use smsc_proto::{Record, StatusCode};

use crate::merge_types::smsc_merged;
use crate::raw;
use crate::record::{self, Invalid};
use crate::results::smsc_result;
use crate::types::smsc_record;

/// Merges reports of one message, in any order, into what is known of it.
///
/// `reports` is an array of `count` pointers to records of the message: of replies in any format,
/// of push notifications, of the history. The array is sorted: the greatest report, which has the
/// status, comes first, and those that nothing is taken from come last. The first `kept` reports are
/// all that you need to keep, and to merge with later ones: the result depends on the set of all
/// reports alone.
///
/// A later status replaces an earlier one; an end (delivered or not) replaces what was before it,
/// and read and clicked replace an end. Each field has the value of the greatest report that has
/// the field; only err, the times and the name of a status are never those of another status. The
/// status -3 is a mark: `record` has it if no report has another one. A report that is ambiguous is
/// less than others of its status.
///
/// `record` becomes the record of all known fields, whose texts are those of the reports, not
/// copies; it may be NULL if it is not wanted. `merged` becomes the rest.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_TWO_ENCODINGS if `record` would have texts in two
/// encodings: convert them to UTF-8 with smsc_text_decode before, or pass NULL and read the texts from the
/// first `kept` reports. Returns SMSC_RESULT_VALUE if a report has a value that it cannot have;
/// SMSC_RESULT_NULL or SMSC_RESULT_SIZE_….
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_merge(
    reports: *mut *const smsc_record,
    count: usize,
    record: *mut smsc_record,
    merged: *mut smsc_merged,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (reports, record, (size, output)) =
            unsafe { (raw::items_mut(reports, count)?, raw::optional_sized_output(record)?, raw::sized_output(merged)?) };
        for report in &*reports {
            // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each report and its views.
            unsafe { marked_record(*report) }?;
        }
        // Each report was converted above, so that none is replaced here.
        // SAFETY: as above.
        let of = |report: &*const smsc_record| unsafe { marked_record(*report) }.unwrap_or(Record::empty());
        let kept = sort(reports, of);
        let reports = reports.get(..kept).unwrap_or_default();
        if let Some((size, output)) = record {
            // The values are those of records, so that only the encoding can differ.
            record::fill(&join(reports.iter().map(of)).map_err(|_| smsc_result::TwoEncodings)?, size, output);
        }
        let status_of = |report: Option<&*const smsc_record>| report.map(of).map(|report| report.status());
        let is_final = status_of(reports.first()).is_some_and(|status| Class::of(status).is_final());
        let was_not_found = status_of(reports.last()) == Some(StatusCode::NOT_FOUND);
        output.write(smsc_merged { size, is_final: is_final.into(), was_not_found: was_not_found.into(), kept });
        Ok(smsc_result::Ok)
    })
}

/// Returns a report as the core's type.
///
/// # Safety
///
/// The pointer must be NULL, or that of an aligned struct that is as long as its first field says. Every
/// view of the record must stay readable and unchanged for `'a`.
unsafe fn marked_record<'a>(report: *const smsc_record) -> Result<Record<'a>, smsc_result> {
    // SAFETY: the caller promises it.
    unsafe { raw::input(report)?.marked_record() }.map_err(Invalid::result)
}
