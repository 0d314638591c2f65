//! How the lines of a batch start (R46): the patterns by which a record is recognised.

use crate::model::query::Format;

/// The number of bytes at the start of a line that decide whether it looks like the start of a
/// record (R46c).
pub(crate) const HEAD_PATTERN: usize = 64;

/// Returns whether a line looks like the start of a record (R46). Only its first [`HEAD_PATTERN`]
/// bytes are read.
pub(crate) fn looks_like_record_start(format: Format, line: &[u8]) -> bool {
    let start = line.get(..HEAD_PATTERN).unwrap_or(line);
    match format {
        Format::Values | Format::Xml | Format::Json => is_values_start(start),
        Format::KeyValue => is_key_value_start(start),
    }
}

/// Returns whether a later line of a single reply looks so much like the start of a record that the
/// reply may be a batch (R21a).
pub(crate) fn looks_like_batch(format: Format, line: &[u8]) -> bool {
    let start = line.get(..HEAD_PATTERN).unwrap_or(line);
    match format {
        Format::Values | Format::Xml | Format::Json => is_timed_values_start(start),
        Format::KeyValue => is_key_value_start(start),
    }
}

/// Returns whether a line starts with a status, a timestamp and a comma (R46), or with a longer
/// status that is certainly one (R46b).
fn is_values_start(start: &[u8]) -> bool {
    let number = start.strip_prefix(b"-").unwrap_or(start);
    digits_and_comma(number, 1, 2).and_then(|rest| digits_and_comma(rest, 0, usize::MAX)).is_some() || is_long_start(number)
}

/// Returns whether a line starts like a record, and with a timestamp of 9 to 11 digits (R21a).
fn is_timed_values_start(start: &[u8]) -> bool {
    let number = start.strip_prefix(b"-").unwrap_or(start);
    digits_and_comma(number, 1, 2).and_then(|rest| digits_and_comma(rest, 9, 11)).is_some() || is_long_start(number)
}

/// Returns whether a line starts with a status of three digits or more that is certainly one
/// (R46b).
fn is_long_start(number: &[u8]) -> bool {
    let time = digits_and_comma(number, 3, 10).and_then(|rest| digits_and_comma(rest, 9, 11));
    time.and_then(|rest| digits_and_comma(rest, 1, 3)).is_some()
}

/// Skips `least` to `most` digits and a comma. Returns `None` if the input starts otherwise.
fn digits_and_comma(input: &[u8], least: usize, most: usize) -> Option<&[u8]> {
    let count = input.iter().take(most).take_while(|byte| byte.is_ascii_digit()).count();
    input.get(count..).filter(|_| count >= least)?.strip_prefix(b",")
}

/// Returns whether a line starts with `Status = ` and a digit (R46).
fn is_key_value_start(start: &[u8]) -> bool {
    let digits = start.strip_prefix(b"Status = ").map(|number| number.strip_prefix(b"-").unwrap_or(number));
    digits.and_then(<[u8]>::first).is_some_and(u8::is_ascii_digit)
}
