//! Where a record of a batch ends, if the (id, phone) pairs of the request are known (R47b).

use crate::lines::format;
use crate::lines::head::{EndRule, Head};
use crate::lines::window::{RecordEnd, Search, Window};
use crate::model::message_id::MessageId;
use crate::model::pairs::Pairs;
use crate::model::query::Query;
use crate::model::record::Record;

/// The number of lines that are searched for the end of a record where R46 alone does not find or
/// decide it (R46k, R47b).
pub(crate) const MAX_LINES: usize = 64;

/// Returns the end that the known pairs choose for the record at the window's start, whose head was
/// parsed into `record`. Returns `None` if the record was cut, and `by_lines`, the end by R46, if
/// the pairs decide nothing.
pub(crate) fn choose_end(
    query: &Query<'_>,
    requested: Option<Pairs<'_>>,
    window: Window<'_>,
    head: Head,
    record: &Record<'_>,
    by_lines: Option<RecordEnd>,
) -> Search<RecordEnd> {
    let may_be_hlr = matches!(head, Head::Either { may_be_hlr: true, .. });
    let Some(requested) = requested.filter(|_| !may_be_hlr) else { return Ok(by_lines) };
    let id_by_lines = by_lines.and_then(|end| id_at(query, window, &end));
    let own = by_lines.filter(|end| end.is.is_readable && id_by_lines.is_some_and(|id| is_requested(requested, id, record)));
    if let Some(end) = own.filter(|end| !end.is_ambiguous) {
        return Ok(Some(RecordEnd { is_known: true, ..end }));
    }
    let mut first: Option<(RecordEnd, MessageId<'_>)> = None;
    let (mut is_another_requested, mut is_cut) = (false, false);
    let mut at = 0;
    for _ in 0..MAX_LINES {
        let Some(line) = window.line_at(at, at)? else { break };
        if at != 0 {
            let id = id_by_lines.filter(|_| by_lines.is_some_and(|end| at < end.len));
            is_cut |= id.zip(format::full_head(query, line.bytes)).is_some_and(|(id, other)| is_requested(requested, id, &other));
        }
        let next = at.saturating_add(line.used);
        if let Some((end, id)) = format::end(query, line.bytes, EndRule::Known) {
            let len = at.saturating_add(line.bytes.len());
            let can_end = end.is_readable && format::can_end(head, window.up_to(len), at, end);
            if can_end && is_requested(requested, id, record) {
                is_another_requested |= first.is_some();
                let end = RecordEnd { len, used: next, line: at, is: end, is_ambiguous: false, is_known: true };
                first.get_or_insert((end, id));
            }
            let is_end_by_lines = format::end(query, line.bytes, EndRule::ByLines).is_some();
            if is_end_by_lines && window.line_at(next, next)?.is_some_and(|line| format::full_head(query, line.bytes).is_some()) {
                break;
            }
        }
        at = next;
    }
    let chosen = match (own, first) {
        (Some(own), _) => own,
        (None, Some((end, id))) if !is_cut_record(query, requested, window, &end, id) => end,
        (None, None) if !is_cut => return Ok(by_lines),
        (None, _) => return Ok(None),
    };
    Ok(Some(RecordEnd { is_ambiguous: is_another_requested, is_known: true, ..chosen }))
}

/// Returns whether a record with this id and the phone of this head was requested.
pub(crate) fn is_requested(requested: Pairs<'_>, id: MessageId<'_>, head: &Record<'_>) -> bool {
    requested.contains(Some(id), head.known_phone())
}

/// Returns whether the first line of a record was cut: a record that starts after it was requested
/// with this id too, and its status must not become that of the first line's phone.
fn is_cut_record(query: &Query<'_>, requested: Pairs<'_>, window: Window<'_>, end: &RecordEnd, id: MessageId<'_>) -> bool {
    let mut at = 0;
    while let Ok(Some(line)) = window.line_at(at, at)
        && at <= end.line
    {
        let start = if at == 0 { None } else { format::full_record_start(query, line.bytes) };
        if start.is_some_and(|start| is_requested(requested, id, &start)) {
            return true;
        }
        at = at.saturating_add(line.used);
    }
    false
}

/// Returns the id of the record that ends here by R46.
fn id_at<'a>(query: &Query<'_>, window: Window<'a>, end: &RecordEnd) -> Option<MessageId<'a>> {
    format::end(query, window.up_to(end.len).get(end.line..)?, EndRule::ByLines).map(|(_, id)| id)
}
