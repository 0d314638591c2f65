//! A file of requested pairs: one `ID:PHONE` a line, or CSV with a header.

use std::fmt;
use std::io::Read as _;

use csv::{ReaderBuilder, StringRecord, Terminator};

use super::{Pair, Pairs};
use crate::lang::{fill, tr};

/// The characters that may separate the columns of CSV.
const SEPARATORS: [u8; 3] = *b",;\t";

const NO_PAIR: &str = "no pair: expected one ID:PHONE a line, or CSV with the columns id and phone";
const NO_COLON_FIRST: &str = "expected ID:PHONE, or a CSV header with the columns id and phone";
const NO_COLON: &str = "expected one pair of the form ID:PHONE";
const NO_PHONE: &str = "missing phone: expected a phone or an e-mail address in the column phone";
const ONE_PHONE: &str = "expected one ID:PHONE, without a comma, a semicolon or a carriage return in the phone";
const LINE_ENDS: &str = "expected CSV with lines that end in LF or CRLF";
const OPEN_QUOTE: &str = "expected a closing quote";

/// What is wrong with a file of pairs.
#[derive(Debug)]
pub(super) struct PairsError {
    /// The number of the line; `None` if the error is about the whole file.
    line: Option<usize>,
    message: &'static str,
}

impl PairsError {
    /// Returns what is wrong, without the number of the line.
    pub(super) fn reason(&self) -> &str {
        tr(self.message)
    }
}

impl fmt::Display for PairsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => f.write_str(&fill("line {0}: {1}", &[&line, &tr(self.message)])),
            None => f.write_str(tr(self.message)),
        }
    }
}

/// An error at an offset.
type At = (usize, &'static str);

/// The form of a CSV file.
struct Columns {
    separator: u8,
    id: usize,
    phone: usize,
}

/// Parses a file. A file without any pair is an error.
pub(super) fn parse(bytes: &[u8]) -> Result<Pairs, PairsError> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let pairs = match str::from_utf8(bytes) {
        Ok(text) => {
            let text = text.replace("\r\n", "\n");
            parse_text(&text).map_err(|(offset, message)| error_at(text.as_bytes(), offset, message))?
        }
        Err(error) => return Err(error_at(bytes, error.valid_up_to(), "expected UTF-8")),
    };
    if pairs.is_empty() { Err(PairsError { line: None, message: NO_PAIR }) } else { Ok(Pairs(pairs)) }
}

/// Returns whether a line is the header of CSV with the columns id and phone.
pub(super) fn is_header(line: &[u8]) -> bool {
    let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
    str::from_utf8(line).is_ok_and(|line| Columns::find(line).is_some())
}

/// Creates the error of the line at an offset.
fn error_at(bytes: &[u8], offset: usize, message: &'static str) -> PairsError {
    let line_ends = bytes.iter().take(offset).filter(|byte| **byte == b'\n').count();
    PairsError { line: Some(line_ends + 1), message }
}

fn parse_text(text: &str) -> Result<Vec<Pair>, At> {
    let blank: usize = text.split_inclusive('\n').take_while(|line| is_blank(line)).map(str::len).sum();
    let rest = text.get(blank..).unwrap_or_default();
    let pairs = match Columns::find(rest) {
        Some(columns) => columns.parse(rest),
        None => parse_lines(rest),
    };
    pairs.map_err(|(offset, message)| (blank + offset, message))
}

/// Parses one `ID:PHONE` a line.
fn parse_lines(text: &str) -> Result<Vec<Pair>, At> {
    let mut pairs = Vec::new();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        if !is_blank(line) {
            let no_colon = if pairs.is_empty() { NO_COLON_FIRST } else { NO_COLON };
            let pair = Pair::parse(line, no_colon).map_err(|message| (offset, message))?;
            // No phone contains these, but several pairs on a line do.
            if pair.phone.contains([',', ';', '\r']) {
                return Err((offset, ONE_PHONE));
            }
            pairs.push(pair);
        }
        offset += line.len();
    }
    Ok(pairs)
}

impl Columns {
    /// Finds the columns in the first line. Returns `None` if it is no header with both columns.
    fn find(text: &str) -> Option<Self> {
        SEPARATORS.into_iter().find_map(|separator| {
            let (_, header) = records(text, separator).next()?;
            let column = |name| header.iter().position(|field| field.trim().eq_ignore_ascii_case(name));
            Some(Self { separator, id: column("id")?, phone: column("phone")? })
        })
    }

    /// Parses the records after the header.
    fn parse(&self, text: &str) -> Result<Vec<Pair>, At> {
        let mut pairs = Vec::new();
        let mut last = 0;
        for (offset, record) in records(text, self.separator) {
            if offset >= text.len() {
                return Ok(pairs);
            }
            last = offset;
            let is_header = offset == 0;
            if is_header || self.is_blank(&record) {
                continue;
            }
            let field = |column| record.get(column).unwrap_or_default();
            let pair = Pair::new(field(self.id), field(self.phone), NO_PHONE).map_err(|message| (offset, message))?;
            if pair.phone.contains('\r') {
                return Err((offset, LINE_ENDS));
            }
            pairs.push(pair);
        }
        Err((last, OPEN_QUOTE))
    }

    /// Returns whether a record is a line of white space, which tabs are.
    fn is_blank(&self, record: &StringRecord) -> bool {
        (record.len() == 1 || self.separator == b'\t') && record.iter().all(is_blank)
    }
}

/// Returns the records of CSV with their offsets. One more record at the end, whose offset is not
/// in the text, shows that the last quote is closed: an open quote contains it.
fn records(text: &str, separator: u8) -> impl Iterator<Item = (usize, StringRecord)> {
    let reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .terminator(Terminator::Any(b'\n'))
        .from_reader(text.as_bytes().chain(&b"\nend"[..]));
    reader.into_records().map_while(Result::ok).map(|record| {
        let start = record.position().and_then(|start| usize::try_from(start.byte()).ok()).unwrap_or(0);
        // The offset is that of the empty lines before the record, if there are any.
        let empty = text.bytes().skip(start).take_while(|byte| *byte == b'\n').count();
        (start + empty, record)
    })
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}
