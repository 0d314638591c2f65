//! The records of a batch (R20, R46).

use std::ops::Range;

use super::record::{MEBI, Record};
use super::values::Reading;
use super::{pairs, values};
use crate::cases::CaseQuery;

/// A batch, cut into lines.
pub(super) struct Batch<'a> {
    pub(super) query: &'a CaseQuery,
    pub(super) asked: Option<Vec<(u64, String)>>,
    body: &'a [u8],
    /// Where each line begins and ends, without its LF or CRLF.
    lines: Vec<Range<usize>>,
}

/// A record, and the number of its last line.
pub(super) struct Found {
    pub(super) last: usize,
    pub(super) record: Record,
}

impl<'a> Batch<'a> {
    /// Cuts a body into lines; its trailing line ends are gone already (R20a).
    pub(super) fn new(query: &'a CaseQuery, body: &'a [u8]) -> Self {
        let mut lines = Vec::new();
        let mut start = 0;
        while start < body.len() {
            let lf = body[start..].iter().position(|&b| b == b'\n').map(|length| start + length);
            let end = lf.unwrap_or(body.len());
            let is_crlf = lf.is_some() && end > start && body[end - 1] == b'\r';
            lines.push(start..if is_crlf { end - 1 } else { end });
            start = end + 1;
        }
        Self { query, asked: query.requested(), body, lines }
    }

    /// How many lines there are.
    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    /// One line.
    pub(super) fn line(&self, number: usize) -> &'a [u8] {
        &self.body[self.lines[number].clone()]
    }

    /// The text from one line to another, line breaks as they are (R46).
    fn text(&self, first: usize, last: usize) -> &'a [u8] {
        &self.body[self.lines[first].start..self.lines[last].end]
    }

    /// R46: a line that begins with the head pattern.
    fn has_head_pattern(&self, number: usize) -> bool {
        // R46c: complete within the first 64 bytes.
        let line = self.line(number);
        let line = &line[..line.len().min(64)];
        if self.query.fmt == 0 { status_pattern(line) } else { short_pattern(line) || long_pattern(line) }
    }

    /// R46f, R46g: a line that is a record by itself, without any text that could go on.
    pub(super) fn line_alone(&self, number: usize) -> Option<Record> {
        let line = self.line(number);
        if line.len() > MEBI || !self.has_head_pattern(number) {
            return None;
        }
        if self.query.fmt == 0 { pairs::without_text(self.query, line) } else { values::not_found_line(self.query, line) }
    }

    /// The fixed fields of a line that is a head by itself and whose text may go on (R46, R46a).
    pub(super) fn head(&self, number: usize) -> Option<Record> {
        let line = self.line(number);
        if line.len() > MEBI || !self.has_head_pattern(number) {
            return None;
        }
        if self.query.fmt == 0 { pairs::head(self.query, line) } else { values::head(self.query, line) }
    }

    /// R47c: whether only the end of the record that begins here can tell what it is.
    pub(super) fn only_the_end_tells(&self, number: usize) -> bool {
        self.query.fmt == 1 && values::only_the_end_tells(self.query, self.line(number))
    }

    /// A *full head*: a line that is itself a head, or a record by itself.
    pub(super) fn is_full_head(&self, number: usize) -> bool {
        self.head(number).is_some() || self.line_alone(number).is_some()
    }

    /// Some lines as one record, the first of them a head. R46d: an end further away than 1 MiB is no end.
    pub(super) fn reading(&self, first: usize, last: usize) -> Reading {
        let text = self.text(first, last);
        if text.len() > MEBI {
            return Reading::NoEnd;
        }
        if self.query.fmt == 0 {
            // A cheap look before the whole text is searched: the last labels hold no line break, so they are on the last line.
            if pairs::ends_in_id(self.query, self.line(last)) { pairs::lines(self.query, text) } else { Reading::NoEnd }
        } else {
            values::lines(self.query, text, self.line(first).len(), self.line(last))
        }
    }

    /// R46: from a head to the first end that is the last line or stands before a head pattern.
    pub(super) fn by_r46(&self, head: usize) -> Option<Found> {
        for last in head..self.len() {
            // R46e: the trailing line ends are gone, so the last line here is the one that the rule means.
            let closes = last + 1 == self.len() || self.has_head_pattern(last + 1);
            if !closes {
                continue;
            }
            match self.reading(head, last) {
                Reading::NoEnd => {}
                // R46a: what cannot be read begins no record and swallows nothing.
                Reading::Broken => return None,
                Reading::Record(mut record) => {
                    // R46i: no type, and what follows only looks like a head.
                    let is_last = last + 1 == self.len();
                    record.doubtful_end = self.query.fmt == 1 && !record.has_type() && !is_last && !self.is_full_head(last + 1);
                    record.ambiguous_end = (head + 1..=last).any(|inside| self.has_head_pattern(inside));
                    return Some(Found { last, record });
                }
            }
        }
        None
    }
}

/// How many digits a text begins with.
fn digits(text: &[u8]) -> usize {
    text.iter().take_while(|b| b.is_ascii_digit()).count()
}

/// R46 in fmt 0: `Status = -?` digits.
fn status_pattern(line: &[u8]) -> bool {
    line.strip_prefix(b"Status = ").is_some_and(|rest| digits(rest.strip_prefix(b"-").unwrap_or(rest)) > 0)
}

/// Takes a number of so many digits and the comma behind it.
fn field(text: &[u8], least: usize, most: usize) -> Option<&[u8]> {
    let count = digits(text);
    if count < least || count > most {
        return None;
    }
    text[count..].strip_prefix(b",")
}

/// R46 in fmt 1: `-?` 1 or 2 digits `,` digits `,`. The digits of the timestamp may be none at all, as R13 has empty slots.
fn short_pattern(line: &[u8]) -> bool {
    let rest = line.strip_prefix(b"-").unwrap_or(line);
    field(rest, 1, 2).and_then(|rest| field(rest, 0, usize::MAX)).is_some()
}

/// R46b: a status of 3 to 10 digits, if a timestamp of 9 to 11 digits and an err of 1 to 3 digits follow.
fn long_pattern(line: &[u8]) -> bool {
    let rest = line.strip_prefix(b"-").unwrap_or(line);
    field(rest, 3, 10).and_then(|rest| field(rest, 9, 11)).and_then(|rest| field(rest, 1, 3)).is_some()
}
