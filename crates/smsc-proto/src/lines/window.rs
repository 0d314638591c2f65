//! Lines of a window.

use memchr::memchr;

use crate::lines::head::End;

/// Where a record of the window ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RecordEnd {
    /// Its bytes without the line end.
    pub(crate) len: usize,
    /// How many bytes of the window it takes, with its line end.
    pub(crate) used: usize,
    /// Where its last line starts.
    pub(crate) line: usize,
    /// What its last line ends in.
    pub(crate) is: End,
    /// Whether a head pattern stands inside it.
    pub(crate) is_ambiguous: bool,
    /// Whether it was chosen because its pair was asked for.
    pub(crate) is_known: bool,
}

/// A line of the window.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'a> {
    /// Its bytes without the line end.
    pub(crate) bytes: &'a [u8],
    /// How many bytes of the window it takes, with its line end.
    pub(crate) used: usize,
}

/// What a search in the window came to.
pub(crate) enum Search<T> {
    Found(T),
    None,
    /// It depends on bytes that have not come yet.
    More,
}

/// The line that starts at this byte of the window. Its end is looked for from `searched` on, and only so far that a record from the
/// window's start up to it can be within the limit; `None` beyond that, or where the window is over.
pub(crate) fn line(window: &[u8], at: usize, searched: usize, limit: usize, is_last: bool) -> Search<Line<'_>> {
    let rest = window.get(at..).unwrap_or_default();
    // The line end itself is outside the limit, and may be of two bytes.
    let limit = limit.saturating_add(2);
    let from = searched.max(at);
    let within = window.get(from..limit.min(window.len())).unwrap_or_default();
    let found = memchr(b'\n', within).map(|end| end.saturating_add(from).saturating_sub(at));
    match found {
        Some(end) => {
            let bytes = rest.get(..end).unwrap_or(rest);
            Search::Found(Line { bytes: bytes.strip_suffix(b"\r").unwrap_or(bytes), used: end.saturating_add(1) })
        }
        None if is_last && !rest.is_empty() && window.len() < limit => Search::Found(Line { bytes: rest, used: rest.len() }),
        None if is_last || window.len() >= limit => Search::None,
        None => Search::More,
    }
}

/// How many bytes of line ends the window begins with, and whether they are the last of the body (R20a).
pub(crate) fn trailing(window: &[u8], limit: usize, is_last: bool) -> (usize, Search<()>) {
    let most = limit.saturating_add(1);
    let head = window.get(..most).unwrap_or(window);
    let mut is_behind_cr = false;
    let run = head.iter().position(|byte| match byte {
        b'\n' => {
            is_behind_cr = false;
            false
        }
        b'\r' => core::mem::replace(&mut is_behind_cr, true),
        _ => true,
    });
    match run {
        Some(run) => (run, Search::None),
        None if window.len() >= most => (most, Search::None),
        None if is_last && is_behind_cr => (window.len(), Search::None),
        None if is_last => (window.len(), Search::Found(())),
        None => (window.len(), Search::More),
    }
}

/// A reply without one line end at its very end (R46).
#[inline]
pub(crate) fn without_line_end(body: &[u8]) -> &[u8] {
    if let [line @ .., b'\r', b'\n'] | [line @ .., b'\n'] = body { line } else { body }
}
