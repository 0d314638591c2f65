//! The second reader: fmt 0 and fmt 1 as `docs/protocol.md` says, for comparison with the core.
//!
//! It is slow on purpose. Each function is one rule or a part of one, and names it, so that it can be checked by reading. Structure is
//! ASCII in all three charsets (R7), so everything works on bytes and only values are decoded.
//!
//! - `record` is the result: the keys, the values and their ranges (R30 to R39);
//! - `values` reads the comma lists of fmt 1 (R40, R41, R43), `hlr` those of HLR replies (R41a, R45),
//!   both with `head`;
//! - `pairs` reads the keys of fmt 0 (R44);
//! - `batch` finds the records of a batch (R46), `requested` lets the requested pairs decide and reports
//!   what is missing (R47), `items` puts both together.

mod batch;
mod head;
mod hlr;
mod items;
mod pairs;
mod record;
mod requested;
mod values;

#[cfg(test)]
mod tests;

use serde_json::{Map, Value, json};

use crate::cases::CaseQuery;
use batch::Batch;
use record::{MEBI, Record, decode, is_digits, number};

/// One thing of a reply, before the asked pairs are looked at.
enum Item {
    /// A record that could be read.
    Read(Record),
    /// A line, or a whole reply, that could not (R48).
    Malformed,
}

/// The lines that `smsc decode --json` prints for a body of fmt 0 or 1, with `{"malformed": true}` for whatever is malformed.
///
/// # Panics
///
/// Where the query asks for fmt 2 or 3, or is not of the form that [`CaseQuery`] describes.
#[must_use]
pub fn read(query: &CaseQuery, body: &[u8]) -> Vec<Value> {
    assert!(query.fmt <= 1, "the oracle reads fmt 0 and 1, not {}", query.fmt);
    // R50: one byte order mark at the very start is skipped, whatever the charset.
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let reply = if query.multi { without_trailing_line_ends(body) } else { without_one_line_end(body) };
    if let Some(line) = refusal(query, reply) {
        return vec![line];
    }
    if no_reply(query, reply) {
        return vec![malformed()];
    }
    let items = if query.multi { items::items(&Batch::new(query, reply)) } else { vec![single(query, reply)] };
    requested::match_up(query, items)
}

/// The line for what cannot be read.
fn malformed() -> Value {
    json!({"malformed": true})
}

/// R46: one line end at the very end of a single reply is no part of it.
fn without_one_line_end(body: &[u8]) -> &[u8] {
    body.strip_suffix(b"\r\n").or_else(|| body.strip_suffix(b"\n")).unwrap_or(body)
}

/// R20a: line ends at the very end of a batch are no records, up to 1 MiB of them; more than that are lines like all others.
fn without_trailing_line_ends(body: &[u8]) -> &[u8] {
    let mut rest = body;
    while rest.ends_with(b"\n") {
        rest = without_one_line_end(rest);
    }
    if body.len() - rest.len() > MEBI { body } else { rest }
}

/// R11, R12: an API error or a deletion, which is all of the reply. R15a: in a batch only where no more lines follow.
fn refusal(query: &CaseQuery, reply: &[u8]) -> Option<Value> {
    if query.multi && reply.contains(&b'\n') {
        return None;
    }
    if reply == b"OK" {
        return Some(json!({"result": "OK"}));
    }
    if query.fmt == 0 { error_in_words(query, reply) } else { error_in_numbers(reply) }
}

/// R11 in fmt 0: `ERROR = N (text)`, perhaps with `, ID - <id>`; R11a: the text may be missing.
fn error_in_words(query: &CaseQuery, reply: &[u8]) -> Option<Value> {
    let rest = reply.strip_prefix(b"ERROR = ")?;
    let digits = rest.iter().take_while(|b| b.is_ascii_digit()).count();
    let mut line = Map::new();
    line.insert("error_code".to_owned(), number(&rest[..digits], 0, i32::MAX.unsigned_abs().into())?.into());
    let mut rest = &rest[digits..];
    if let Some(bracket) = rest.strip_prefix(b" (") {
        // R14: the text ends at the last bracket, whatever else it holds.
        let end = bracket.iter().rposition(|&b| b == b')')?;
        line.insert("error".to_owned(), decode(query, &bracket[..end]).into());
        rest = &bracket[end + 1..];
    }
    if !rest.is_empty() {
        let id = rest.strip_prefix(b", ID - ")?;
        line.insert("id".to_owned(), number(id, 1, i32::MAX.unsigned_abs().into())?.into());
    }
    Some(line.into())
}

/// R40 in fmt 1: exactly two fields, the second negative. R40a: the first is 0 or a message's id. R39: an error whose number is out of
/// range is malformed, and still no record.
fn error_in_numbers(reply: &[u8]) -> Option<Value> {
    let fields = split(reply);
    let [first, second] = fields[..] else { return None };
    let largest = i32::MAX.unsigned_abs().into();
    let code = second.strip_prefix(b"-").filter(|digits| is_digits(digits))?;
    let id = number(first, 0, largest)?;
    let Some(code) = number(code, 0, largest) else { return Some(malformed()) };
    Some(if id == 0 { json!({"error_code": code}) } else { json!({"error_code": code, "id": id}) })
}

/// R49, R49a: nothing, white space, HTML or other text. A single reply is one record, so only its beginning can be that of one.
fn no_reply(query: &CaseQuery, reply: &[u8]) -> bool {
    let text = reply.trim_ascii_start();
    if text.is_empty() || text.starts_with(b"<") || text.starts_with(b"{") || text.starts_with(b"[") {
        return true;
    }
    let begins = |at: usize| begins_like_a_record(query, &reply[at..]);
    if !query.multi {
        return !begins(0);
    }
    let line_begins = |at: usize| at == 0 || reply[at - 1] == b'\n';
    !(0..reply.len().min(MEBI)).any(|at| line_begins(at) && begins(at))
}

/// R49a: a digit, or `-` and a digit, in fmt 1; `Record` in fmt 0.
fn begins_like_a_record(query: &CaseQuery, line: &[u8]) -> bool {
    if query.fmt == 0 {
        return line.starts_with(b"Status");
    }
    let digits = line.strip_prefix(b"-").unwrap_or(line);
    digits.first().is_some_and(u8::is_ascii_digit)
}

/// A single reply that is a record or nothing that can be read. All its line breaks belong to values (R46).
fn single(query: &CaseQuery, reply: &[u8]) -> Item {
    let record = if query.fmt == 0 { pairs::whole(query, reply) } else { values::single(query, reply) };
    record.map_or(Item::Malformed, Item::Read)
}

/// The pieces between commas.
fn split(text: &[u8]) -> Vec<&[u8]> {
    text.split(|&b| b == b',').collect()
}
