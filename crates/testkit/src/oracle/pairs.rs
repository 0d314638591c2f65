//! fmt 0: `name = value` pairs (R44).

use super::record::{Record, is_digits};
use super::values::Reading;
use crate::cases::CaseQuery;

/// A label of fmt 0.
struct Label {
    name: &'static str,
    /// The key it is printed under.
    key: &'static str,
    /// Whether the value is free text, which may hold commas (R44a).
    free: bool,
}

/// A label whose value ends at the next comma.
const fn plain(name: &'static str, key: &'static str) -> Label {
    Label { name, key, free: false }
}

/// A label whose value is free text.
const fn free(name: &'static str, key: &'static str) -> Label {
    Label { name, key, free: true }
}

/// All labels in their known order, whatever `all` was asked for. The id has two places: before the phone with all=0, and at the end;
/// it may be in capitals (R20) at either.
const ORDER: [Label; 29] = [
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
];

/// The front of a record: all labels up to the message, whose text begins at `message`; without one, all labels there are.
pub(super) struct Front {
    pub(super) record: Record,
    pub(super) message: Option<usize>,
    /// Labels that came, to tell one that comes twice (R44b).
    seen: Vec<&'static str>,
}

/// A single reply, or a line of a batch with all=0 (R46).
pub(super) fn whole(query: &CaseQuery, text: &[u8]) -> Option<Record> {
    let Front { mut record, message, seen } = front(query, text)?;
    if let Some(start) = message {
        tail(query, &text[start..], seen.contains(&"id"), &mut record)?;
    }
    Some(record)
}

/// Lines of a batch with all≥1 as one record, the first of them a head, so that its labels up to the message stand on that line. R46f: the
/// end must have an id in its last labels.
pub(super) fn lines(query: &CaseQuery, text: &[u8]) -> Reading {
    let Some(Front { mut record, message: Some(start), seen }) = front(query, text) else { return Reading::Broken };
    if !ends_in_id(query, &text[start..]) {
        return Reading::NoEnd;
    }
    match tail(query, &text[start..], seen.contains(&"id"), &mut record) {
        Some(()) => Reading::Record(record),
        None => Reading::Broken,
    }
}

/// R46f: a line without text is a record by itself if its status is -3, or if it has a readable id.
pub(super) fn without_text(query: &CaseQuery, line: &[u8]) -> Option<Record> {
    let front = front(query, line)?;
    let record = front.record;
    (front.message.is_none() && (record.status() == Some(-3) || record.id.is_some())).then_some(record)
}

/// R46, R46a: the front of a line that holds `message = ` and whose labels before that are readable.
pub(super) fn head(query: &CaseQuery, line: &[u8]) -> Option<Record> {
    let front = front(query, line)?;
    // R44e is for the end of a record; here the text follows, so the space must be there.
    line[..front.message?].ends_with(b"message = ").then_some(front.record)
}

/// R44: whether text that ends here ends in its last labels, a readable id among them.
pub(super) fn ends_in_id(query: &CaseQuery, text: &[u8]) -> bool {
    let Some(pairs) = types(text).last().and_then(|&at| pairs(&text[at..])) else { return false };
    pairs.iter().any(|(name, value)| {
        let is_id = *name == b"id" || *name == b"ID";
        is_id && Record::default().put(query, "id", value).is_some() && !value.is_empty()
    })
}

/// R44, R44a, R44b: labels in their known order from the left, up to the message or the end.
fn front(query: &CaseQuery, text: &[u8]) -> Option<Front> {
    let mut front = Front { record: Record::default(), message: None, seen: Vec::new() };
    // The next label must be at this place of the order or later.
    let mut next = 0;
    let mut at = 0;
    loop {
        let (name, start) = label(text, at)?;
        // R10: the status is sure to be there, and it comes first.
        if at == 0 && name != b"Status" {
            return None;
        }
        let end = match place(name, next, &front) {
            Some(place) => {
                if name == b"message" {
                    front.message = Some(start);
                    return Some(front);
                }
                let Label { key, free, .. } = ORDER[place];
                front.seen.push(key);
                next = place + 1;
                let end = if free { end_of_free(text, start, next, &front) } else { end_of_plain(text, start) };
                front.record.put(query, key, &text[start..end])?;
                end
            }
            // R44b: a known label out of order or twice is malformed; R44a: an unknown one is skipped.
            None if is_known(name, &front) => return None,
            None => end_of_plain(text, start),
        };
        if end == text.len() {
            return Some(front);
        }
        if !text[end..].starts_with(b", ") {
            return None;
        }
        at = end + 2;
    }
}

/// A label at this place, of Latin letters and `_`: its name, and where its value begins.
fn label(text: &[u8], at: usize) -> Option<(&[u8], usize)> {
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
        // R44e: at the very end the space may be lost.
        if value.is_empty() {
            return Some((name, start));
        }
    }
    None
}

/// The place of a label in the order, if it may still come.
fn place(name: &[u8], next: usize, front: &Front) -> Option<usize> {
    let fits = |place: usize| {
        let label = &ORDER[place];
        label.name.as_bytes() == name && !front.seen.contains(&label.key) && !(label.key == "comment" && front.record.is_hlr())
    };
    (next..ORDER.len()).find(|&place| fits(place))
}

/// Whether a name is that of a known label. HLR answers have no comment (R44).
fn is_known(name: &[u8], front: &Front) -> bool {
    ORDER.iter().any(|label| label.name.as_bytes() == name) && !(name == b"comment" && front.record.is_hlr())
}

/// R44a: a number, date, phone, cost or network code ends at the next comma.
fn end_of_plain(text: &[u8], start: usize) -> usize {
    (start..text.len()).find(|&at| text[at] == b',').unwrap_or(text.len())
}

/// R44a: free text ends at the first `, <label> = ` of a label that may still come.
fn end_of_free(text: &[u8], start: usize, next: usize, front: &Front) -> usize {
    let ends = |at: usize| {
        text[at..].starts_with(b", ") && label(text, at + 2).is_some_and(|(name, _)| place(name, next, front).is_some())
    };
    (start..text.len()).find(|&at| ends(at)).unwrap_or(text.len())
}

/// R44: from `, ` on, nothing but `, name = value` pairs whose values hold no comma and no line break.
fn pairs(text: &[u8]) -> Option<Vec<(&[u8], &[u8])>> {
    let mut pairs = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if !text[at..].starts_with(b", ") {
            return None;
        }
        let (name, start) = label(text, at + 2)?;
        at = end_of_plain(text, start);
        if text[start..at].contains(&b'\n') {
            return None;
        }
        pairs.push((name, &text[start..at]));
    }
    Some(pairs)
}

/// R44: the places of `, type = <digits>` that only the end or pairs follow.
fn types(text: &[u8]) -> Vec<usize> {
    let fits = |at: usize| {
        let begins = text[at..].starts_with(b", type = ");
        begins && pairs(&text[at..]).is_some_and(|pairs| is_digits(pairs[0].1))
    };
    (0..text.len()).filter(|&at| fits(at)).collect()
}

/// R44: the places of `, comment = ` in a text; R44e: without its last space at the very end, where the text ends the record.
fn comments(text: &[u8], ends_record: bool) -> Vec<usize> {
    let fits = |at: usize| {
        let rest = &text[at..];
        rest.starts_with(b", comment = ") || (ends_record && rest == b", comment =")
    };
    (0..text.len()).filter(|&at| fits(at)).collect()
}

/// R44: the message, and what stands behind it up to the record's end.
fn tail(query: &CaseQuery, text: &[u8], id_seen: bool, record: &mut Record) -> Option<()> {
    let is_hlr = record.is_hlr();
    let types = types(text);
    let texts = &text[..types.last().copied().unwrap_or(text.len())];
    // HLR answers have no comment.
    let comments = if is_hlr { Vec::new() } else { comments(texts, types.is_empty()) };
    record.ambiguous = types.len() > 1 || comments.len() > 1;
    let message = &texts[..comments.last().copied().unwrap_or(texts.len())];
    record.put(query, "message", message)?;
    if let Some(&at) = comments.last() {
        // R44d: this holds without a type as well.
        let comment = texts[at..].strip_prefix(b", comment = ").unwrap_or_default();
        record.put(query, "comment", comment)?;
    }
    let mut seen = if id_seen { vec!["id"] } else { Vec::new() };
    for (name, value) in pairs(&text[texts.len()..]).unwrap_or_default() {
        let key = match name {
            b"type" if !seen.contains(&"type") => "type",
            b"id" | b"ID" => "id",
            b"sms_cnt" => "sms_cnt",
            // R44c: read only where no comment stands before the type.
            b"comment" if !is_hlr && comments.is_empty() => {
                record.ambiguous = true;
                "comment"
            }
            // Of the pairs all else is skipped.
            _ => continue,
        };
        // R44b: not twice.
        if key != "comment" && seen.contains(&key) {
            return None;
        }
        seen.push(key);
        record.put(query, key, value)?;
    }
    Some(())
}
