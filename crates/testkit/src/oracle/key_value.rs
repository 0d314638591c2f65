//! fmt 0: `name = value` pairs (R44).

use super::number::is_digits;
use super::record::Record;
use super::values::Reading;
use crate::cases::CaseQuery;

/// A key of fmt 0.
struct Key {
    name: &'static str,
    /// The name of the field in the output.
    field: &'static str,
    /// Whether the value is free text, which may contain commas (R44a).
    is_free: bool,
}

/// Creates a key whose value ends at the next comma.
const fn plain(name: &'static str, field: &'static str) -> Key {
    Key { name, field, is_free: false }
}

/// Creates a key whose value is free text.
const fn free(name: &'static str, field: &'static str) -> Key {
    Key { name, field, is_free: true }
}

/// All keys in their known order, for every `all`. The id has two positions: before the phone with
/// all=0, and at the end. It may be in capitals (R20) at either. The last keys, from
/// [`LAST_KEYS`] on, are in any order (R44f).
const ORDER: [Key; 32] = [
    plain("Status", "status"),
    plain("check_time", "last_date"),
    plain("err", "err"),
    plain("imsi", "imsi"),
    plain("msc", "msc"),
    plain("mcc", "mcc"),
    plain("mnc", "mnc"),
    free("cn", "cn"),
    free("net", "net"),
    free("rcn", "rcn"),
    free("rnet", "rnet"),
    plain("send_date", "send_date"),
    plain("id", "id"),
    plain("ID", "id"),
    plain("phone", "phone"),
    plain("mccmnc", "mccmnc"),
    free("country", "country"),
    free("operator", "operator"),
    free("operator_orig", "operator_orig"),
    free("region", "region"),
    plain("cost", "cost"),
    free("sender_id", "sender_id"),
    free("status_name", "status_name"),
    free("message", "message"),
    free("comment", "comment"),
    plain("type", "type"),
    plain("id", "id"),
    plain("ID", "id"),
    plain("sms_cnt", "sms_cnt"),
    plain("int_id", "int_id"),
    plain("format", "format"),
    plain("crc", "crc"),
];

/// The position of the first of the last keys (R44f).
const LAST_KEYS: usize = 26;

/// The fields of a record before its message, whose text starts at `message`. Without a message,
/// all fields of the record.
pub(super) struct Fields {
    pub(super) record: Record,
    pub(super) message: Option<usize>,
    /// The fields parsed so far, to detect a repeated key (R44b).
    seen: Vec<&'static str>,
}

/// Parses a single reply, or a line of a batch with all=0 (R46).
pub(super) fn whole(query: &CaseQuery, text: &[u8]) -> Option<Record> {
    let Fields { mut record, message, seen } = fields_before_message(query, text)?;
    if let Some(start) = message {
        tail(query, &text[start..], seen.contains(&"id"), &mut record)?;
    }
    Some(record)
}

/// Parses lines of a batch with all≥1 as one record. The first line is a head, so it contains all
/// keys before the message. The end must have an id in its last keys (R46f).
pub(super) fn lines(query: &CaseQuery, text: &[u8]) -> Reading {
    let Some(Fields { mut record, message: Some(start), seen }) = fields_before_message(query, text) else {
        return Reading::Malformed;
    };
    if !ends_in_id(query, &text[start..]) {
        return Reading::NoEnd;
    }
    match tail(query, &text[start..], seen.contains(&"id"), &mut record) {
        Some(()) => Reading::Record(record),
        None => Reading::Malformed,
    }
}

/// Parses a line without a text. The line is a whole record if its status is -3 or it has a valid
/// id (R46f).
pub(super) fn without_text(query: &CaseQuery, line: &[u8]) -> Option<Record> {
    let fields = fields_before_message(query, line)?;
    let record = fields.record;
    (fields.message.is_none() && (record.status() == Some(-3) || record.id.is_some())).then_some(record)
}

/// Parses the fields of a line that contains `message = ` and is valid before it (R46, R46a).
pub(super) fn head(query: &CaseQuery, line: &[u8]) -> Option<Record> {
    let fields = fields_before_message(query, line)?;
    // R44e applies at the end of a record. Here the text follows, so the space must be present.
    line[..fields.message?].ends_with(b"message = ").then_some(fields.record)
}

/// Returns whether a text that ends here ends in its last keys, with a valid id among them (R44).
pub(super) fn ends_in_id(query: &CaseQuery, text: &[u8]) -> bool {
    let Some(pairs) = types(text).last().and_then(|&at| pairs(&text[at..])) else { return false };
    pairs.iter().any(|(name, value)| {
        let is_id = *name == b"id" || *name == b"ID";
        is_id && Record::default().set(query, "id", value).is_some() && !value.is_empty()
    })
}

/// Parses keys in their known order from the left, up to the message or the end (R44, R44a, R44b).
fn fields_before_message(query: &CaseQuery, text: &[u8]) -> Option<Fields> {
    let mut fields = Fields { record: Record::default(), message: None, seen: Vec::new() };
    // The next key must be at this position of the order or later.
    let mut next = 0;
    let mut at = 0;
    loop {
        let (name, start) = key_at(text, at)?;
        // R10: every record has a status, and it is the first field.
        if at == 0 && name != b"Status" {
            return None;
        }
        let end = match position(name, next, &fields) {
            Some(position) => {
                if name == b"message" {
                    fields.message = Some(start);
                    return Some(fields);
                }
                let Key { field, is_free, .. } = ORDER[position];
                fields.seen.push(field);
                // R44f: after one of the last keys all of them may still follow.
                next = (position + 1).min(LAST_KEYS);
                let end = if is_free { end_of_free(text, start, next, &fields) } else { end_of_plain(text, start) };
                fields.record.set(query, field, &text[start..end])?;
                end
            }
            // R44b: a known key out of order or repeated is malformed. R44a: an unknown key is
            // skipped.
            None if is_known(name, &fields) => return None,
            None => end_of_plain(text, start),
        };
        if end == text.len() {
            return Some(fields);
        }
        if !text[end..].starts_with(b", ") {
            return None;
        }
        at = end + 2;
    }
}

/// Parses the key at an offset, of Latin letters and `_`. Returns its name and the offset of its
/// value.
fn key_at(text: &[u8], at: usize) -> Option<(&[u8], usize)> {
    let rest = &text[at..];
    let length = rest.iter().take_while(|b| b.is_ascii_alphabetic() || **b == b'_').count();
    if length == 0 {
        return None;
    }
    let (name, rest) = rest.split_at(length);
    // 2.2: the page prints `operator_orig= `.
    let without_space: &[&[u8]] = if name == b"operator_orig" { &[b" =", b"="] } else { &[b" ="] };
    for equals in without_space {
        let Some(value) = rest.strip_prefix(*equals) else { continue };
        let start = text.len() - value.len();
        if value.starts_with(b" ") {
            return Some((name, start + 1));
        }
        // R44e: at the very end the space may be missing.
        if value.is_empty() {
            return Some((name, start));
        }
    }
    None
}

/// Returns the position of a key in the order, if the key may still follow.
fn position(name: &[u8], next: usize, fields: &Fields) -> Option<usize> {
    let fits = |position: usize| {
        let key = &ORDER[position];
        key.name.as_bytes() == name && !fields.seen.contains(&key.field) && !(key.field == "comment" && fields.record.is_hlr())
    };
    (next..ORDER.len()).find(|&position| fits(position))
}

/// Returns whether a key is known. HLR replies have no comment (R44).
fn is_known(name: &[u8], fields: &Fields) -> bool {
    ORDER.iter().any(|key| key.name.as_bytes() == name) && !(name == b"comment" && fields.record.is_hlr())
}

/// Returns the end of a number, date, phone, cost or network code: the next comma (R44a).
fn end_of_plain(text: &[u8], start: usize) -> usize {
    (start..text.len()).find(|&at| text[at] == b',').unwrap_or(text.len())
}

/// Returns the end of free text: the first `, <key> = ` of a key that may still follow (R44a).
fn end_of_free(text: &[u8], start: usize, next: usize, fields: &Fields) -> usize {
    let ends = |at: usize| {
        text[at..].starts_with(b", ") && key_at(text, at + 2).is_some_and(|(name, _)| position(name, next, fields).is_some())
    };
    (start..text.len()).find(|&at| ends(at)).unwrap_or(text.len())
}

/// Parses `, name = value` pairs whose values contain no comma and no line break. Returns `None` if
/// the text contains anything else (R44).
fn pairs(text: &[u8]) -> Option<Vec<(&[u8], &[u8])>> {
    let mut pairs = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if !text[at..].starts_with(b", ") {
            return None;
        }
        let (name, start) = key_at(text, at + 2)?;
        at = end_of_plain(text, start);
        if text[start..at].contains(&b'\n') {
            return None;
        }
        pairs.push((name, &text[start..at]));
    }
    Some(pairs)
}

/// Returns the offsets of `, type = <digits>` with nothing but pairs up to the end (R44).
fn types(text: &[u8]) -> Vec<usize> {
    let fits = |at: usize| {
        let is_type = text[at..].starts_with(b", type = ");
        is_type && pairs(&text[at..]).is_some_and(|pairs| is_digits(pairs[0].1))
    };
    (0..text.len()).filter(|&at| fits(at)).collect()
}

/// Returns the offsets of `, comment = ` in a text (R44). If the text ends the record, the last
/// space may be missing (R44e).
fn comments(text: &[u8], ends_record: bool) -> Vec<usize> {
    let fits = |at: usize| {
        let rest = &text[at..];
        rest.starts_with(b", comment = ") || (ends_record && rest == b", comment =")
    };
    (0..text.len()).filter(|&at| fits(at)).collect()
}

/// Parses the message, and the fields after it up to the record's end (R44).
fn tail(query: &CaseQuery, text: &[u8], id_seen: bool, record: &mut Record) -> Option<()> {
    let is_hlr = record.is_hlr();
    let types = types(text);
    let texts = &text[..types.last().copied().unwrap_or(text.len())];
    // HLR replies have no comment.
    let comments = if is_hlr { Vec::new() } else { comments(texts, types.is_empty()) };
    record.ambiguous = types.len() > 1 || comments.len() > 1;
    let message = &texts[..comments.last().copied().unwrap_or(texts.len())];
    record.set(query, "message", message)?;
    if let Some(&at) = comments.last() {
        // R44d: this also applies without a type.
        let comment = texts[at..].strip_prefix(b", comment = ").unwrap_or_default();
        record.set(query, "comment", comment)?;
    }
    // R44f: each of the last keys may appear once.
    let mut seen = if id_seen { vec!["id"] } else { Vec::new() };
    for (name, value) in pairs(&text[texts.len()..]).unwrap_or_default() {
        let field = match name {
            b"type" if !seen.contains(&"type") => "type",
            b"id" | b"ID" => "id",
            b"sms_cnt" => "sms_cnt",
            b"int_id" => "int_id",
            b"format" => "format",
            b"crc" => "crc",
            // R44c: only if there is no comment before the type.
            b"comment" if !is_hlr && comments.is_empty() => {
                record.ambiguous = true;
                "comment"
            }
            // All other pairs are skipped.
            _ => continue,
        };
        // R44b: not repeated.
        if field != "comment" && seen.contains(&field) {
            return None;
        }
        seen.push(field);
        record.set(query, field, value)?;
    }
    Some(())
}
