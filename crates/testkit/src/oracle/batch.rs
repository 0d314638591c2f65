//! The records of a batch (R20, R46).

use std::ops::Range;

use super::record::{MEBI, Record};
use super::values::Reading;
use super::{key_value, values};
use crate::cases::CaseQuery;

/// A batch, split into lines.
pub(super) struct Batch<'a> {
    pub(super) query: &'a CaseQuery,
    pub(super) requested: Option<Vec<(u64, String)>>,
    body: &'a [u8],
    /// The range of each line, without its LF or CRLF.
    lines: Vec<Range<usize>>,
}

/// A record, and the number of its last line.
pub(super) struct Found {
    pub(super) last: usize,
    pub(super) record: Record,
}

impl<'a> Batch<'a> {
    /// Splits a body into lines. Its trailing line ends were removed before (R20a).
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
        Self { query, requested: query.requested(), body, lines }
    }

    /// Returns the number of lines.
    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    /// Returns one line.
    pub(super) fn line(&self, number: usize) -> &'a [u8] {
        &self.body[self.lines[number].clone()]
    }

    /// Returns the text from one line to another, with its line breaks (R46).
    fn text(&self, first: usize, last: usize) -> &'a [u8] {
        &self.body[self.lines[first].start..self.lines[last].end]
    }

    /// Returns whether a line starts with the head pattern (R46).
    fn has_head_pattern(&self, number: usize) -> bool {
        // R46c: the pattern must end within the first 64 bytes.
        let line = self.line(number);
        let line = &line[..line.len().min(64)];
        if self.query.fmt == 0 { status_pattern(line) } else { short_pattern(line) || long_pattern(line) }
    }

    /// Parses a line that is a whole record, without a text that could continue (R46f, R46g).
    pub(super) fn line_alone(&self, number: usize) -> Option<Record> {
        let line = self.line(number);
        if line.len() > MEBI || !self.has_head_pattern(number) {
            return None;
        }
        if self.query.fmt == 0 { key_value::without_text(self.query, line) } else { values::not_found_line(self.query, line) }
    }

    /// Parses the fixed fields of a line that is a head, so that its text may continue (R46, R46a).
    pub(super) fn head(&self, number: usize) -> Option<Record> {
        let line = self.line(number);
        if line.len() > MEBI || !self.has_head_pattern(number) {
            return None;
        }
        if self.query.fmt == 0 { key_value::head(self.query, line) } else { values::head(self.query, line) }
    }

    /// Returns whether the layout of the record that starts here depends on its end (R47c).
    pub(super) fn depends_on_the_end(&self, number: usize) -> bool {
        self.query.fmt == 1 && values::depends_on_the_end(self.query, self.line(number))
    }

    /// Returns whether a line is a *full head*: a head, or a whole record.
    pub(super) fn is_full_head(&self, number: usize) -> bool {
        self.head(number).is_some() || self.line_alone(number).is_some()
    }

    /// Parses some lines, of which the first is a head, as one record. A line more than 1 MiB away
    /// is not an end (R46d).
    pub(super) fn reading(&self, first: usize, last: usize) -> Reading {
        let text = self.text(first, last);
        if text.len() > MEBI {
            return Reading::NoEnd;
        }
        if self.query.fmt == 0 {
            // A cheap test before the whole text is searched: the last keys contain no line break,
            // so they are on the last line.
            if key_value::ends_in_id(self.query, self.line(last)) { key_value::lines(self.query, text) } else { Reading::NoEnd }
        } else {
            values::lines(self.query, text, self.line(first).len(), self.line(last))
        }
    }

    /// Returns the record from a head to the first end that is the last line or before a head
    /// pattern (R46).
    pub(super) fn by_r46(&self, head: usize) -> Option<Found> {
        for last in head..self.len() {
            // R46e: the trailing line ends were removed, so this is the last line that the rule
            // means.
            let may_end = last + 1 == self.len() || self.has_head_pattern(last + 1);
            if !may_end {
                continue;
            }
            match self.reading(head, last) {
                Reading::NoEnd => {}
                // R46a: a malformed line starts no record, and no other line belongs to it.
                Reading::Malformed => return None,
                Reading::Record(mut record) => {
                    // R46i: the record has no type, and the next line only looks like a head.
                    let is_last = last + 1 == self.len();
                    record.uncertain_end = self.query.fmt == 1 && !record.has_type() && !is_last && !self.is_full_head(last + 1);
                    record.ambiguous_end = (head + 1..=last).any(|line| self.has_head_pattern(line));
                    return Some(Found { last, record });
                }
            }
        }
        None
    }
}

/// Returns the number of digits that a text starts with.
fn digits(text: &[u8]) -> usize {
    text.iter().take_while(|b| b.is_ascii_digit()).count()
}

/// Returns whether a line of fmt 0 starts with the head pattern `Status = -?` and digits (R46).
fn status_pattern(line: &[u8]) -> bool {
    line.strip_prefix(b"Status = ").is_some_and(|rest| digits(rest.strip_prefix(b"-").unwrap_or(rest)) > 0)
}

/// Skips a number of `least` to `most` digits and the comma after it. Returns `None` for other
/// input.
fn number_field(text: &[u8], least: usize, most: usize) -> Option<&[u8]> {
    let count = digits(text);
    if count < least || count > most {
        return None;
    }
    text[count..].strip_prefix(b",")
}

/// Returns whether a line of fmt 1 starts with the short head pattern (R46): `-?`, 1 or 2 digits,
/// `,`, digits, `,`. The timestamp may have no digits, because R13 has empty slots.
fn short_pattern(line: &[u8]) -> bool {
    let rest = line.strip_prefix(b"-").unwrap_or(line);
    number_field(rest, 1, 2).and_then(|rest| number_field(rest, 0, usize::MAX)).is_some()
}

/// Returns whether a line starts with the long head pattern (R46b): a status of 3 to 10 digits, if
/// a timestamp of 9 to 11 digits and an err of 1 to 3 digits follow.
fn long_pattern(line: &[u8]) -> bool {
    let rest = line.strip_prefix(b"-").unwrap_or(line);
    number_field(rest, 3, 10).and_then(|rest| number_field(rest, 9, 11)).and_then(|rest| number_field(rest, 1, 3)).is_some()
}
