//! The head pattern: how the line of a record starts in a batch (R46, R46b, R46c).

use crate::cases::CaseQuery;

/// R46c: the pattern must end within this many bytes.
const LONGEST: usize = 64;

/// Returns whether a line starts with the head pattern.
pub(super) fn is_at_start(query: &CaseQuery, line: &[u8]) -> bool {
    let line = &line[..line.len().min(LONGEST)];
    if query.fmt == 0 { status(line) } else { short(line, 0, usize::MAX) || long(line) }
}

/// Returns whether a line starts with a head pattern that makes a single reply ambiguous (R21a): in
/// fmt 1 one whose timestamp has 9 to 11 digits.
pub(super) fn is_of_another_record(query: &CaseQuery, line: &[u8]) -> bool {
    let line = &line[..line.len().min(LONGEST)];
    if query.fmt == 0 { status(line) } else { short(line, 9, 11) || long(line) }
}

/// Returns the number of digits that a text starts with.
fn digits(text: &[u8]) -> usize {
    text.iter().take_while(|b| b.is_ascii_digit()).count()
}

/// Returns whether a line of fmt 0 starts with the head pattern `Status = -?` and digits (R46).
fn status(line: &[u8]) -> bool {
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
/// `,`, a timestamp of `least` to `most` digits, `,`. The timestamp may have no digits, because R13
/// has empty slots.
fn short(line: &[u8], least: usize, most: usize) -> bool {
    let rest = line.strip_prefix(b"-").unwrap_or(line);
    number_field(rest, 1, 2).and_then(|rest| number_field(rest, least, most)).is_some()
}

/// Returns whether a line starts with the long head pattern (R46b): a status of 3 to 10 digits, if
/// a timestamp of 9 to 11 digits and an err of 1 to 3 digits follow.
fn long(line: &[u8]) -> bool {
    let rest = line.strip_prefix(b"-").unwrap_or(line);
    number_field(rest, 3, 10).and_then(|rest| number_field(rest, 9, 11)).and_then(|rest| number_field(rest, 1, 3)).is_some()
}
