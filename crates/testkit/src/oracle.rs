//! The second reader: fmt 0 and fmt 1 as in `docs/protocol.md`, for comparison with the core.
//!
//! The oracle is slow on purpose. Each function is one rule or a part of one, and names the rule,
//! so that it can be checked by reading. Structure is ASCII in all three charsets (R7), so
//! everything works on bytes, and only values are decoded.
//!
//! - `record` is the result: the keys, the values and their ranges (R30 to R39).
//! - `id` parses ids (R3a), `phone` compares phones (R47d).
//! - `values` parses the comma lists of fmt 1 (R40, R41, R43), `hlr` those of HLR replies (R41a,
//!   R45), both with `head`; `names` joins names with commas (R43d, R45b), and `not_found` parses
//!   the status -3 (R13).
//! - `key_value` parses the keys of fmt 0 (R44).
//! - `batch` finds the records of a batch (R46) with `pattern`, `requested` lets the requested
//!   pairs decide and reports missing ones (R47), `items` uses both.

mod batch;
mod head;
mod hlr;
mod id;
mod items;
mod key_value;
mod names;
mod not_found;
mod number;
mod pair;
mod pattern;
mod phone;
mod record;
mod requested;
mod values;

#[cfg(test)]
mod tests;

use serde_json::{Map, Value, json};

use crate::cases::CaseQuery;
use batch::Batch;
pub(crate) use id::Id;
pub(crate) use number::{is_digits, number};
use record::{MEBI, Record, decode};

/// One part of a reply, before the requested pairs are matched.
enum Item {
    /// A well-formed record.
    Read(Record),
    /// A malformed line, or a malformed reply (R48).
    Malformed,
}

/// Parses a body of fmt 0 or 1. Returns the lines that `smsc decode --json` prints, with
/// `{"malformed": true}` for everything malformed.
///
/// # Panics
///
/// Panics if the query is for fmt 2 or 3, or is not of the form that [`CaseQuery`] describes.
#[must_use]
pub fn read(query: &CaseQuery, body: &[u8]) -> Vec<Value> {
    assert!(query.fmt <= 1, "the oracle parses fmt 0 and 1, not {}", query.fmt);
    // R50: one byte order mark at the very start is skipped, in any charset.
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let reply = if query.multi { without_trailing_line_ends(body) } else { without_one_line_end(body) };
    if let Some(line) = rejection(query, reply) {
        return vec![line];
    }
    if is_not_a_reply(query, reply) {
        return vec![malformed()];
    }
    let items = if query.multi { items::items(&Batch::new(query, reply)) } else { vec![single(query, reply)] };
    requested::match_up(query, items)
}

/// Returns the line of a malformed part.
fn malformed() -> Value {
    json!({"malformed": true})
}

/// Removes the line end at the very end of a single reply, which is not part of a value (R46).
fn without_one_line_end(body: &[u8]) -> &[u8] {
    body.strip_suffix(b"\r\n").or_else(|| body.strip_suffix(b"\n")).unwrap_or(body)
}

/// Removes the line ends at the very end of a batch, up to 1 MiB of them. More than that are lines
/// like all others (R20a).
fn without_trailing_line_ends(body: &[u8]) -> &[u8] {
    let mut rest = body;
    while rest.ends_with(b"\n") {
        rest = without_one_line_end(rest);
    }
    if body.len() - rest.len() > MEBI { body } else { rest }
}

/// Returns the line of an API error or a deletion, if the reply is one (R11, R12). A batch is one
/// only if it is a single line (R15a).
fn rejection(query: &CaseQuery, reply: &[u8]) -> Option<Value> {
    if query.multi && reply.contains(&b'\n') {
        return None;
    }
    if reply == b"OK" {
        return Some(json!({"result": "OK"}));
    }
    if query.fmt == 0 { text_error(query, reply) } else { numeric_error(reply) }
}

/// Parses an API error of fmt 0 (R11): `ERROR = N (text)`, perhaps with `, ID - <id>`. The text may
/// be missing (R11a).
fn text_error(query: &CaseQuery, reply: &[u8]) -> Option<Value> {
    let rest = reply.strip_prefix(b"ERROR = ")?;
    let digits = rest.iter().take_while(|b| b.is_ascii_digit()).count();
    let mut line = Map::new();
    line.insert("error_code".to_owned(), number(&rest[..digits], 0, i32::MAX.unsigned_abs().into())?.into());
    let mut rest = &rest[digits..];
    if let Some(bracket) = rest.strip_prefix(b" (") {
        // R14: the text ends at the last bracket, so it may contain others.
        let end = bracket.iter().rposition(|&b| b == b')')?;
        line.insert("error".to_owned(), decode(query, &bracket[..end]).into());
        rest = &bracket[end + 1..];
    }
    if !rest.is_empty() {
        let id = rest.strip_prefix(b", ID - ")?;
        line.insert("id".to_owned(), Id::parse(id)?.value());
    }
    Some(line.into())
}

/// Parses an API error of fmt 1 (R40): exactly two fields, the second negative. The first is 0 or
/// the id of a message, which may be a text (R40a, R3a). An error whose number is out of range is
/// malformed, but still not a record (R39).
fn numeric_error(reply: &[u8]) -> Option<Value> {
    let fields = split(reply);
    let [first, second] = fields[..] else { return None };
    let largest = i32::MAX.unsigned_abs().into();
    let code = second.strip_prefix(b"-").filter(|digits| is_digits(digits))?;
    let id = if number(first, 0, 0).is_some() { None } else { Some(Id::parse(first)?) };
    let Some(code) = number(code, 0, largest) else { return Some(malformed()) };
    Some(match id {
        None => json!({"error_code": code}),
        Some(id) => json!({"error_code": code, "id": id.value()}),
    })
}

/// Returns whether the reply is empty, white space, HTML or other text (R49, R49a). A single reply
/// is one record, so only its start can be the start of one.
fn is_not_a_reply(query: &CaseQuery, reply: &[u8]) -> bool {
    let text = reply.trim_ascii_start();
    if text.is_empty() || text.starts_with(b"<") || text.starts_with(b"{") || text.starts_with(b"[") {
        return true;
    }
    let starts_record = |at: usize| starts_like_a_record(query, &reply[at..]);
    if !query.multi {
        return !starts_record(0) || is_reply_of_send(query, reply);
    }
    let starts_line = |at: usize| at == 0 || reply[at - 1] == b'\n';
    !(0..reply.len().min(MEBI)).any(|at| starts_line(at) && starts_record(at))
}

/// Returns whether a single reply is one of send.php, `<id>,<n>[,<cost>[,<balance>]]`, because no
/// status was last changed before 2001 (R49b).
fn is_reply_of_send(query: &CaseQuery, reply: &[u8]) -> bool {
    let fields = split(reply);
    query.fmt == 1 && query.all == 0 && (2..=4).contains(&fields.len()) && number(fields[1], 1, 999_999_999).is_some()
}

/// Returns whether a line starts like a record (R49a): with a digit, or `-` and a digit, in fmt 1;
/// with `Status` in fmt 0.
fn starts_like_a_record(query: &CaseQuery, line: &[u8]) -> bool {
    if query.fmt == 0 {
        return line.starts_with(b"Status");
    }
    let digits = line.strip_prefix(b"-").unwrap_or(line);
    digits.first().is_some_and(u8::is_ascii_digit)
}

/// Parses a single reply, which is one record or malformed. All its line breaks belong to values
/// (R46).
fn single(query: &CaseQuery, reply: &[u8]) -> Item {
    let record = if query.fmt == 0 { key_value::whole(query, reply) } else { values::single(query, reply) };
    let Some(mut record) = record else { return Item::Malformed };
    record.ambiguous |= may_be_of_another_request(query, reply, &record);
    Item::Read(record)
}

/// Returns whether a single reply may belong to another request (R21a): a later line starts like a
/// record, or an HLR reply of fmt 1 has an mcc that is neither empty nor three digits.
fn may_be_of_another_request(query: &CaseQuery, reply: &[u8], record: &Record) -> bool {
    let mut later_lines = reply.split(|&b| b == b'\n').skip(1);
    let has_other_record = later_lines.any(|line| pattern::is_of_another_record(query, line));
    let has_mcc = |mcc: &str| mcc.is_empty() || (mcc.len() == 3 && is_digits(mcc.as_bytes()));
    has_other_record || (query.fmt == 1 && record.mcc().is_some_and(|mcc| !has_mcc(mcc)))
}

/// Splits a text at its commas.
fn split(text: &[u8]) -> Vec<&[u8]> {
    text.split(|&b| b == b',').collect()
}
