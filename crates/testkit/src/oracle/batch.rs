//! The records of a batch (R20, R46).

use std::ops::Range;

use super::pair::{self, Pair};
use super::record::{MEBI, Record};
use super::values::{Reading, TextIds};
use super::{key_value, not_found, pattern, values};
use crate::cases::CaseQuery;

/// R46k, R47b: the most lines that are searched for an end, the head's line included.
pub(super) const REGION: usize = 64;

/// A batch, split into lines.
pub(super) struct Batch<'a> {
    pub(super) query: &'a CaseQuery,
    pub(super) requested: Option<Vec<Pair>>,
    body: &'a [u8],
    /// The range of each line, without its LF or CRLF.
    lines: Vec<Range<usize>>,
}

/// A record, and the number of its last line.
pub(super) struct Found {
    pub(super) last: usize,
    pub(super) record: Record,
}

/// The result of searching the end of a record (R46).
pub(super) struct Search {
    /// The record, if it has an end.
    pub(super) found: Option<Found>,
    /// R46j: the full record start that stopped the search.
    pub(super) interrupted_by: Option<usize>,
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
        Self { query, requested: pair::pairs(query), body, lines }
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
        pattern::is_at_start(self.query, self.line(number))
    }

    /// Parses a line that is a whole record, without a text that could continue (R46f, R46g, R13a).
    pub(super) fn line_alone(&self, number: usize) -> Option<Record> {
        let line = self.line(number);
        if line.len() > MEBI || !self.has_head_pattern(number) {
            return None;
        }
        if self.query.fmt == 0 { key_value::without_text(self.query, line) } else { not_found::line(self.query, line) }
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

    /// Returns whether a line is a *full record start*: a whole head with a full time (R46j).
    pub(super) fn is_full_record_start(&self, number: usize) -> bool {
        self.line_alone(number).or_else(|| self.head(number)).is_some_and(|record| record.has_full_time())
    }

    /// Parses some lines, of which the first is a head, as one record. A line more than 1 MiB away
    /// is not an end (R46d).
    pub(super) fn reading(&self, first: usize, last: usize, text_ids: TextIds) -> Reading {
        let text = self.text(first, last);
        if text.len() > MEBI {
            return Reading::NoEnd;
        }
        if self.query.fmt == 0 {
            // A cheap test before the whole text is searched: the last keys contain no line break,
            // so they are on the last line.
            if key_value::ends_in_id(self.query, self.line(last)) { key_value::lines(self.query, text) } else { Reading::NoEnd }
        } else {
            values::lines(self.query, text, self.line(first).len(), self.line(last), text_ids)
        }
    }

    /// Returns the record from a head to the first end that is the last line or before a head
    /// pattern (R46). If there is none before the next full record start (R46j), returns the record
    /// to the first line that ends in a type and an id (R46k).
    pub(super) fn search(&self, head: usize) -> Search {
        let mut interrupted_by = None;
        let mut lines = Vec::new();
        for last in head..self.len() {
            if last > head && self.is_full_record_start(last) {
                interrupted_by = Some(last);
                break;
            }
            // R46d
            if self.text(head, last).len() > MEBI {
                break;
            }
            lines.push(last);
            // R46e: the trailing line ends were removed, so this is the last line that the rule
            // means.
            let may_end = last + 1 == self.len() || self.has_head_pattern(last + 1);
            if !may_end {
                continue;
            }
            match self.reading(head, last, TextIds::AfterType) {
                Reading::NoEnd => {}
                // R46h: no other line belongs to a malformed record.
                Reading::Malformed => return Search { found: None, interrupted_by: None },
                Reading::Record(mut record) => {
                    // R46i: the record has no type, and the next line only looks like a head.
                    let is_last = last + 1 == self.len();
                    record.uncertain_end = self.query.fmt == 1 && !record.has_type() && !is_last && !self.is_full_head(last + 1);
                    record.ambiguous_end = (head + 1..=last).any(|line| self.has_head_pattern(line));
                    return Search { found: Some(Found { last, record }), interrupted_by: None };
                }
            }
        }
        Search { found: self.to_type_and_id(head, &lines), interrupted_by }
    }

    /// Returns the record from a head to the first of these lines, 64 at most, that ends in a type
    /// and an id (R46k).
    fn to_type_and_id(&self, head: usize, lines: &[usize]) -> Option<Found> {
        let ends = |last: usize| match self.query.fmt {
            0 => key_value::ends_in_id(self.query, self.line(last)),
            _ => values::ends_in_type_and_id(self.query, self.line(last), last == head),
        };
        for &last in lines.iter().take(REGION) {
            if !ends(last) {
                continue;
            }
            match self.reading(head, last, TextIds::AfterType) {
                Reading::NoEnd => {}
                // R46h
                Reading::Malformed => return None,
                Reading::Record(mut record) => {
                    record.ambiguous_end = true;
                    return Some(Found { last, record });
                }
            }
        }
        None
    }
}
