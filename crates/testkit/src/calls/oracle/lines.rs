//! fmt 0 and fmt 1.

use serde_json::{Value, json};

use super::objects::OPERATOR;
use super::values::{amount, cost, count, id};
use crate::calls::query::{Call, Script};
use crate::oracle::is_digits;

/// Parses a reply. Returns `None` if the reply is malformed, unsupported or no reply.
pub(super) fn read(call: &Call, text: &str) -> Option<Value> {
    let line = without_line_end(text);
    match (call.fmt, call.script) {
        // R65a: API errors have the forms of R11 and R40, whatever the call.
        (0, _) if line.starts_with("ERROR = ") => error_of_fmt_0(line),
        (1, _) if is_error_of_fmt_1(line) => error_of_fmt_1(line),
        (0, Script::Send) => sent_of_fmt_0(call.cost, line),
        (_, Script::Send) => sent_of_fmt_1(call.cost, line),
        (0, Script::Balance) => balance_of_fmt_0(line),
        // R63: the bare number.
        (_, Script::Balance) => Some(json!({"balance": amount(line)?})),
        (0, Script::Operator) => operator(line),
        // R64b, R64c: these forms are unsupported.
        (_, Script::Operator | Script::Statistics | Script::Incoming) => None,
    }
}

/// Removes the one line end that may follow a reply (R65e).
fn without_line_end(text: &str) -> &str {
    text.strip_suffix("\r\n").or_else(|| text.strip_suffix('\n')).unwrap_or(text)
}

/// Parses `ERROR = N (text), ID - <id>`, with or without the text and the id (R11, R11a, R61). The
/// text ends at the last bracket (R14).
fn error_of_fmt_0(line: &str) -> Option<Value> {
    let rest = line.strip_prefix("ERROR = ")?;
    let digits = rest.find(|next: char| !next.is_ascii_digit()).unwrap_or(rest.len());
    let (code, rest) = rest.split_at(digits);
    let mut error = json!({"error_code": count(code)?});
    let rest = match rest.rsplit_once(')') {
        None => rest,
        Some((text, rest)) => {
            error["error"] = text.strip_prefix(" (")?.into();
            rest
        }
    };
    if !rest.is_empty() {
        error["id"] = id(rest.strip_prefix(", ID - ")?)?;
    }
    Some(error)
}

/// Returns whether a line has exactly two fields, `0` or an id and a negative number (R40, R40a).
fn is_error_of_fmt_1(line: &str) -> bool {
    let Some((first, second)) = line.split_once(',') else { return false };
    let is_negative = second.strip_prefix('-').is_some_and(|digits| is_digits(digits.as_bytes()));
    is_negative && (is_zero(first) || id(first).is_some())
}

fn is_zero(text: &str) -> bool {
    is_digits(text.as_bytes()) && text.bytes().all(|digit| digit == b'0')
}

/// Parses `0,-N` or `<id>,-N` (R40a).
fn error_of_fmt_1(line: &str) -> Option<Value> {
    let (first, code) = line.split_once(",-")?;
    let mut error = json!({"error_code": count(code)?});
    if !is_zero(first) {
        error["id"] = id(first)?;
    }
    Some(error)
}

/// Parses `OK - <n> SMS, ID - <id>`, or the price `<cost> (<n> SMS)` (R60, R60b, R60c).
fn sent_of_fmt_0(mode: u8, line: &str) -> Option<Value> {
    if mode == 1 {
        let (price, parts) = line.strip_suffix(" SMS)")?.split_once(" (")?;
        return Some(json!({"cost": cost(price)?, "cnt": count(parts)?}));
    }
    let (parts, sent) = line.strip_prefix("OK - ")?.split_once(" SMS, ID - ")?;
    Some(json!({"id": id(sent)?, "cnt": count(parts)?}))
}

/// Parses as many values as the table of R60 has for the request's `cost` (R60a).
fn sent_of_fmt_1(mode: u8, line: &str) -> Option<Value> {
    let values: Vec<&str> = line.split(',').collect();
    Some(match (mode, &values[..]) {
        (0, [sent, parts]) => json!({"id": id(sent)?, "cnt": count(parts)?}),
        (1, [price, parts]) => json!({"cost": cost(price)?, "cnt": count(parts)?}),
        (2, [sent, parts, price]) => json!({"id": id(sent)?, "cnt": count(parts)?, "cost": cost(price)?}),
        (3, [sent, parts, price, balance]) => {
            json!({"id": id(sent)?, "cnt": count(parts)?, "cost": cost(price)?, "balance": amount(balance)?})
        }
        _ => return None,
    })
}

/// Parses a number, and perhaps a space and a currency of three capital letters (R63, R63b).
fn balance_of_fmt_0(line: &str) -> Option<Value> {
    let Some((balance, currency)) = line.split_once(' ') else { return Some(json!({"balance": amount(line)?})) };
    let is_currency = currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_currency { Some(json!({"balance": amount(balance)?, "currency": currency})) } else { None }
}

/// Parses `name = value` pairs joined by `, ` (R64c).
fn operator(line: &str) -> Option<Value> {
    // R49a; R64c: several lines are unsupported.
    if line.contains('\n') || line.trim_ascii_start().starts_with(['<', '{', '[']) {
        return None;
    }
    let mut pairs: Vec<(&str, String)> = Vec::new();
    let pieces: Vec<&str> = line.split(", ").collect();
    for (at, piece) in pieces.iter().enumerate() {
        // R44e: a key at the very end may have lost the space after its `=`.
        let trimmed = piece.strip_suffix(" =").filter(|_| at + 1 == pieces.len()).map(|name| (name, ""));
        match (piece.split_once(" = ").or(trimmed), pairs.last_mut()) {
            (Some((name, value)), _) => pairs.push((name, value.to_owned())),
            // A piece without ` = ` belongs to the value before it.
            (None, Some((_, value))) => value.extend([", ", piece]),
            (None, None) => return None,
        }
    }
    pairs.iter().find(|(name, _)| OPERATOR.contains(name))?;
    let mut found = json!({});
    for name in OPERATOR {
        // R65b: of a repeated name the last value counts, and an empty text is absent.
        if let Some((_, value)) = pairs.iter().rfind(|(known, _)| *known == name).filter(|(_, value)| !value.is_empty()) {
            found[name] = value.as_str().into();
        }
    }
    Some(found)
}
