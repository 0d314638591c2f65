//! Where a record of a batch ends, when the (id, phone) pairs that were asked for are known (R47b).

use crate::lines::format;
use crate::lines::head::Head;
use crate::lines::window::{RecordEnd, Search, line as line_at};
use crate::model::query::Query;
use crate::model::record::Record;

/// How many lines are looked at for a pair.
const MAX_LINES: usize = 64;

/// The end that the known pairs choose for the record at the window's start, whose head has been read; `None` if the line is a record that
/// was cut. Without known pairs it is the end of R46.
pub(crate) fn by_known_pairs(
    query: &Query<'_>,
    window: &[u8],
    limit: usize,
    is_last: bool,
    (head, status): (Head, &Record<'_>),
    by_lines: Option<RecordEnd>,
) -> Search<RecordEnd> {
    let stands = by_lines.map_or(Search::None, Search::Found);
    let Some(asked) = query.requested.filter(|_| !matches!(head, Head::Either { may_be_hlr: true, .. })) else { return stands };
    let was_asked = |id: u32, head: &Record<'_>| asked.iter().any(|pair| pair.is_answered_by(Some(id), head.known_phone()));
    let keeps = by_lines.filter(|end| end.is.is_readable && was_asked(end.is.id, status));
    if let Some(end) = keeps.filter(|end| !end.is_ambiguous) {
        return Search::Found(RecordEnd { is_known: true, ..end });
    }
    let mut first_asked: Option<RecordEnd> = None;
    let mut is_another_asked = false;
    let mut is_cut = false;
    let mut at = 0;
    for _ in 0..MAX_LINES {
        let line = match line_at(window, at, at, limit, is_last) {
            Search::Found(line) => line,
            Search::None => break,
            Search::More => return Search::More,
        };
        if at != 0 {
            is_cut |= by_lines
                .is_some_and(|end| at < end.len && full_head(query, line.bytes).is_some_and(|head| was_asked(end.is.id, &head)));
        }
        let next = at.saturating_add(line.used);
        if let Some(end) = format::end(query, line.bytes) {
            let record = window.get(..at.saturating_add(line.bytes.len())).unwrap_or(window);
            let can_end = format::can_end(head, record, at, end);
            if end.is_readable && can_end && was_asked(end.id, status) {
                is_another_asked |= first_asked.is_some();
                first_asked.get_or_insert(RecordEnd {
                    len: record.len(),
                    used: next,
                    line: at,
                    is: end,
                    is_ambiguous: false,
                    is_known: true,
                });
            }
            match line_at(window, next, next, limit, is_last) {
                Search::Found(line) if full_head(query, line.bytes).is_some() => break,
                Search::More => return Search::More,
                Search::Found(_) | Search::None => {}
            }
        }
        at = next;
    }
    match (keeps, first_asked) {
        (Some(end), _) | (None, Some(end)) => Search::Found(RecordEnd { is_ambiguous: is_another_asked, is_known: true, ..end }),
        (None, None) if is_cut => Search::None,
        (None, None) => stands,
    }
}

/// What a line says that begins a record with all fixed fields.
pub(crate) fn full_head<'a>(query: &Query<'_>, line: &'a [u8]) -> Option<Record<'a>> {
    let mut head = Record::new(query.charset);
    (format::is_head_pattern(query, line) && format::head(query, line, &mut head).is_ok()).then_some(head)
}
