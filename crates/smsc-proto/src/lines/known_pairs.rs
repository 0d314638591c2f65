//! Where a record of a batch ends, if the (id, phone) pairs of the request are known (R47b).

use crate::lines::format;
use crate::lines::head::Head;
use crate::lines::window::{RecordEnd, Search, Window};
use crate::model::query::Query;
use crate::model::record::Record;

/// The number of lines that are searched for a requested pair.
const MAX_LINES: usize = 64;

/// Returns the end that the known pairs choose for the record at the window's start, whose head was
/// parsed into `record`. Returns `None` if the record was cut, and `by_lines`, the end by R46, if
/// the pairs decide nothing.
pub(crate) fn choose_end(
    query: &Query<'_>,
    window: Window<'_>,
    head: Head,
    record: &Record<'_>,
    by_lines: Option<RecordEnd>,
) -> Search<RecordEnd> {
    let may_be_hlr = matches!(head, Head::Either { may_be_hlr: true, .. });
    let Some(requested) = query.requested.filter(|_| !may_be_hlr) else { return Ok(by_lines) };
    let is_requested = |id: u32, head: &Record<'_>| requested.iter().any(|pair| pair.is_answered_by(Some(id), head.known_phone()));
    let own = by_lines.filter(|end| end.is.is_readable && is_requested(end.is.id, record));
    if let Some(end) = own.filter(|end| !end.is_ambiguous) {
        return Ok(Some(RecordEnd { is_known: true, ..end }));
    }
    let mut first: Option<RecordEnd> = None;
    let (mut is_another_requested, mut is_cut) = (false, false);
    let mut at = 0;
    for _ in 0..MAX_LINES {
        let Some(line) = window.line_at(at, at)? else { break };
        if at != 0 {
            is_cut |= by_lines
                .is_some_and(|end| at < end.len && full_head(query, line.bytes).is_some_and(|head| is_requested(end.is.id, &head)));
        }
        let next = at.saturating_add(line.used);
        if let Some(end) = format::end(query, line.bytes) {
            let len = at.saturating_add(line.bytes.len());
            let can_end = format::can_end(head, window.up_to(len), at, end);
            if end.is_readable && can_end && is_requested(end.id, record) {
                is_another_requested |= first.is_some();
                first.get_or_insert(RecordEnd { len, used: next, line: at, is: end, is_ambiguous: false, is_known: true });
            }
            if window.line_at(next, next)?.is_some_and(|line| full_head(query, line.bytes).is_some()) {
                break;
            }
        }
        at = next;
    }
    Ok(match own.or(first) {
        Some(end) => Some(RecordEnd { is_ambiguous: is_another_requested, is_known: true, ..end }),
        None if is_cut => None,
        None => by_lines,
    })
}

/// Parses the fixed fields of a record from its first line. Returns `None` if the line does not
/// hold all of them.
pub(crate) fn full_head<'a>(query: &Query<'_>, line: &'a [u8]) -> Option<Record<'a>> {
    let mut head = Record::new(query.charset);
    (format::looks_like_record_start(query, line) && format::head(query, line, &mut head).is_ok()).then_some(head)
}
