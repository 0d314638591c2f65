//! The state of a message, and the reports that it consists of.

use core::fmt;

use smsc_proto::{Charset, ErrCode, Escape, Field, Record, RecordBuilder, StatusCode, Text, Value, WriteError};

use crate::merge::class::Class;
use crate::merge::order::{compare, state};

/// The state of one message: the reports that it consists of, in the caller's memory.
///
/// The [greatest](compare) report has the status. Each field has the value of the greatest report
/// that has the field, so that a report of all=0 leaves what one of all=2 told; only what belongs to
/// the status (its time, err and name) is never that of another status. -3 is no state but a mark:
/// the service did not find the message at some time.
///
/// A caller keeps [`reports`](Self::reports) and merges them with new ones. The result depends on the
/// set of all reports alone: not on their order, nor on how often one came, nor on what was merged
/// before.
///
/// ```
/// use smsc_proto::{Field, RecordBuilder, StatusCode, Value};
/// use sms_tracker::Merged;
///
/// let full = RecordBuilder::new(StatusCode::HANDED_OVER).text(Field::Cost, "2.12")?.build();
/// let brief = RecordBuilder::new(StatusCode::DELIVERED).number(Field::LastTimestamp, 1_760_080_210)?;
/// let brief = brief.build();
/// let gone = RecordBuilder::new(StatusCode::NOT_FOUND).build();
///
/// let mut reports = [gone, full, brief];
/// let merged = Merged::new(&mut reports);
/// assert_eq!(merged.status(), Some(StatusCode::DELIVERED));
/// assert!(merged.is_final() && merged.was_not_found());
/// assert!(matches!(merged.get(Field::Cost), Some(Value::Cost(cost)) if cost.as_str() == "2.12"));
/// # Ok::<(), smsc_proto::WriteError>(())
/// ```
#[derive(Clone, Copy)]
pub struct Merged<'r, 'a> {
    reports: &'r [Record<'a>],
}

/// The difference that reports made to what is known of a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[expect(clippy::struct_excessive_bools, reason = "each is of its own")]
pub struct Change {
    /// The status, its time or its err is another one.
    pub state: bool,
    /// The message has come to its end, or to another one.
    pub end: bool,
    /// A field has a value, or another value, that does not belong to the status.
    pub fields: bool,
    /// The service did not find the message, for the first time.
    pub not_found: bool,
}

impl Change {
    /// Returns whether anything is different.
    #[must_use]
    pub const fn is_any(self) -> bool {
        self.state || self.end || self.fields || self.not_found
    }
}

/// A set of fields.
#[derive(Clone, Copy, Default)]
struct Fields(u64);

impl Fields {
    /// Adds an element, and returns whether it is new.
    const fn add(&mut self, index: u32) -> bool {
        let bit = 1_u64.rotate_left(index);
        let is_new = self.0 & bit == 0;
        self.0 |= bit;
        is_new
    }
}

const _: () = assert!(Field::ALL.len() <= 64, "each field needs a bit");

/// Returns whether a field belongs to the status rather than to the message.
const fn is_of_state(field: Field) -> bool {
    matches!(field, Field::Status | Field::LastDate | Field::LastTimestamp | Field::Err | Field::StatusName)
}

impl<'r, 'a> Merged<'r, 'a> {
    /// Merges reports of one message. Those that the state consists of are moved to the start, the greatest
    /// first.
    #[must_use]
    pub fn new(reports: &'r mut [Record<'a>]) -> Self {
        let kept = sort(reports, |report| *report);
        Self { reports: reports.get(..kept).unwrap_or_default() }
    }

    /// Returns the reports that the state consists of, the greatest first.
    #[must_use]
    pub const fn reports(&self) -> &'r [Record<'a>] {
        self.reports
    }

    /// Returns the status. Returns `None` if there is no report but of -3.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.reports.first().map(Record::status).filter(|status| *status != StatusCode::NOT_FOUND)
    }

    /// Returns the err of the status.
    #[must_use]
    pub fn err(&self) -> Option<ErrCode> {
        self.reports.first().and_then(Record::err)
    }

    /// Returns the time at which the message reached the status, in Unix seconds.
    #[must_use]
    pub fn last_timestamp(&self) -> Option<u64> {
        self.reports.first().and_then(Record::last_timestamp)
    }

    /// Returns the class of the status; [`Class::NotFound`] if there is none.
    #[must_use]
    pub fn class(&self) -> Class {
        self.status().map_or(Class::NotFound, Class::of)
    }

    /// Returns whether the message is at its end.
    #[must_use]
    pub fn is_final(&self) -> bool {
        self.class().is_final()
    }

    /// Returns whether the service did not find the message (-3) at some time.
    #[must_use]
    pub fn was_not_found(&self) -> bool {
        self.reports.last().is_some_and(|report| report.status() == StatusCode::NOT_FOUND)
    }

    /// Returns the value of a field. Returns `None` if no report has it, or if it belongs to a status
    /// and was not reported with the present one.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<Value<'a>> {
        let greatest = self.reports.first().map(state);
        let mut reports = self.reports.iter().filter(|report| !is_of_state(field) || Some(state(report)) == greatest);
        reports.find_map(|report| report.get(field))
    }

    /// Returns an iterator over the fields that are known, with their values, in the order of
    /// [`Field`].
    pub fn fields(&self) -> impl Iterator<Item = (Field, Value<'a>)> + use<'a, 'r> {
        let merged = *self;
        Field::ALL.iter().filter_map(move |field| Some((*field, merged.get(*field)?)))
    }

    /// Returns the fields as one record, which is ambiguous if a report is that a field is taken from.
    /// Without a report, it has the status -3.
    ///
    /// # Errors
    ///
    /// [`WriteErrorKind::Encoding`](smsc_proto::WriteErrorKind::Encoding) if texts with other characters
    /// than those of ASCII come from reports in different charsets or with different escapes: a record
    /// has one of each. [`fields`](Self::fields) has them all.
    ///
    /// ```
    /// use smsc_proto::{Field, RecordBuilder, StatusCode};
    /// use sms_tracker::Merged;
    ///
    /// let full = RecordBuilder::new(StatusCode::HANDED_OVER).text(Field::Cost, "2.12")?.build();
    /// let mut reports = [full, RecordBuilder::new(StatusCode::DELIVERED).build()];
    /// let record = Merged::new(&mut reports).record()?;
    /// assert_eq!((record.status(), record.cost().unwrap().as_str()), (StatusCode::DELIVERED, "2.12"));
    /// # Ok::<(), smsc_proto::WriteError>(())
    /// ```
    pub fn record(&self) -> Result<Record<'a>, WriteError> {
        join(self.reports.iter().copied())
    }

    /// Returns what is different from what was known before.
    #[must_use]
    pub fn change_since(&self, before: &Merged<'_, '_>) -> Change {
        let [now, then] = [self.reports.first(), before.reports.first()].map(|report| report.map(state));
        let state = now != then && self.status().is_some();
        let is_other = |field: &&Field| !is_of_state(**field) && self.get(**field) != before.get(**field);
        Change {
            state,
            end: state && self.is_final(),
            fields: Field::ALL.iter().any(|field| is_other(&field)),
            not_found: self.was_not_found() && !before.was_not_found(),
        }
    }
}

/// Moves the reports that the state consists of to the start, the greatest first, and returns their
/// number: at most one for each field, and one of -3. The time is linear in the number of reports.
///
/// [`Merged::new`] does so with records. This function is for reports in another form, which `record`
/// returns as records, and which are one message's as well.
pub fn sort<'a, T>(reports: &mut [T], record: impl Fn(&T) -> Record<'a>) -> usize {
    let Some(first) = greatest(reports, &record, |_| true) else { return 0 };
    swap(reports, 0, first);
    let current = reports.first().map(|report| state(&record(report)));
    let mut kept = 1_usize;
    let mut keep = |reports: &mut [T], is_one: &dyn Fn(&Record<'a>) -> bool| {
        if let Some(index) = greatest(reports, &record, is_one).filter(|index| *index >= kept) {
            swap(reports, kept, index);
            kept = kept.saturating_add(1);
        }
    };
    for field in Field::ALL {
        let is_current = |report: &Record<'a>| !is_of_state(*field) || Some(state(report)) == current;
        keep(reports, &|report| report.get(*field).is_some() && is_current(report));
    }
    keep(reports, &|report| report.status() == StatusCode::NOT_FOUND);
    for end in 1..kept {
        for index in (0..end).rev() {
            let next = index.saturating_add(1);
            let [one, other] = [index, next].map(|index| reports.get(index).map(&record));
            if one.zip(other).is_none_or(|(one, other)| compare(&one, &other).is_ge()) {
                break;
            }
            swap(reports, index, next);
        }
    }
    kept
}

/// Returns the index of the greatest of some reports: of equal ones, the first.
fn greatest<'a, T>(reports: &[T], record: impl Fn(&T) -> Record<'a>, is_one: impl Fn(&Record<'a>) -> bool) -> Option<usize> {
    let mut found: Option<(usize, Record<'a>)> = None;
    for (index, report) in reports.iter().map(record).enumerate().filter(|(_, report)| is_one(report)) {
        if found.as_ref().is_none_or(|(_, greatest)| compare(&report, greatest).is_gt()) {
            found = Some((index, report));
        }
    }
    found.map(|(index, _)| index)
}

/// Swaps two elements, without a path to a panic.
fn swap<T>(elements: &mut [T], one: usize, other: usize) {
    if let Ok([one, other]) = elements.get_disjoint_mut([one, other]) {
        core::mem::swap(one, other);
    }
}

/// Returns the fields of [sorted](sort) reports as one record, like [`Merged::record`]. The reports that
/// nothing is taken from may be left out.
///
/// # Errors
///
/// As for [`Merged::record`].
pub fn join<'a>(reports: impl Iterator<Item = Record<'a>> + Clone) -> Result<Record<'a>, WriteError> {
    let first = reports.clone().next().unwrap_or(Record::empty());
    let encoding = reports.clone().find_map(|report| encoding(&report));
    let mut builder = RecordBuilder::new(first.status());
    let mut covered = Fields::default();
    for report in reports {
        let is_current = state(&report) == state(&first);
        let mut is_taken_from = false;
        for (index, field) in (0..).zip(Field::ALL) {
            if let Some(value) = report.get(*field).filter(|_| is_current || !is_of_state(*field))
                && covered.add(index)
            {
                builder = set(&builder, *field, value, encoding.unwrap_or((Charset::Utf8, Escape::None)))?;
                is_taken_from = true;
            }
        }
        if is_taken_from && report.is_ambiguous() {
            builder = builder.ambiguous();
        }
    }
    Ok(builder.build())
}

/// Sets a field. A text that is the same in every encoding gets this one.
fn set<'a>(
    builder: &RecordBuilder<'a>,
    field: Field,
    value: Value<'a>,
    encoding: (Charset, Escape),
) -> Result<RecordBuilder<'a>, WriteError> {
    let encoded = |bytes| Text::new(bytes, encoding.0).escaped(encoding.1);
    match value {
        Value::Number(_) if field == Field::Status => Ok(*builder),
        Value::Number(number) => builder.number(field, number),
        Value::Cost(cost) => builder.encoded_text(field, encoded(cost.as_bytes())),
        Value::Text(text) if is_same_everywhere(text) => builder.encoded_text(field, encoded(text.as_bytes())),
        Value::Text(text) => builder.encoded_text(field, text),
    }
}

/// Returns the encoding of the texts of a report. Returns `None` if they are the same in all.
fn encoding(report: &Record<'_>) -> Option<(Charset, Escape)> {
    report.fields().find_map(|(_, value)| match value {
        Value::Text(text) if !is_same_everywhere(text) => Some((text.charset(), text.escape())),
        _ => None,
    })
}

/// Returns whether a text has the same characters in every charset and with all escapes.
fn is_same_everywhere(text: Text<'_>) -> bool {
    text.as_bytes().iter().all(|byte| byte.is_ascii() && !matches!(byte, b'\\' | b'&' | b'<'))
}

impl fmt::Debug for Merged<'_, '_> {
    /// Writes the status and the number of reports, and no field.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Merged").field("status", &self.status()).field("reports", &self.reports.len()).finish_non_exhaustive()
    }
}
