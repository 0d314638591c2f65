//! fmt 0: `name = value` pairs, whose labels are read from the left up to the text and from the right down to it (R42, R44, R46).

use memchr::{memchr_iter, memrchr_iter};
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::combinator::eof;
use nom::sequence::terminated;
use nom::{IResult, Parser};

use crate::error::{ErrorKind, Fail};
use crate::lines::head::{End, Head};
use crate::model::charset::Charset;
use crate::model::codes::StatusCode;
use crate::model::fields::{Field, ValueKind, key_value_layout};
use crate::model::query::{Detail, Query};
use crate::model::record::Record;
use crate::model::set::message_id;
use crate::scan::find;

/// What stands between a record's labels.
const SEPARATOR: &[u8] = b", ";
const COMMENT: &[u8] = b", comment = ";

/// Reads the labels of a record up to its text.
pub(crate) fn head<'a>(query: &Query<'_>, line: &'a [u8], out: &mut Record<'a>) -> Result<Head, Fail> {
    let layout = key_value_layout();
    let begun = label(line).filter(|(name, _)| *name == Field::Status.label().as_bytes());
    let (_, mut value) = begun.ok_or_else(|| no_label("`Status = ` and a number", line.len()))?;
    let mut field = Field::Status;
    let mut later = layout.after(Field::Status);
    let mut has_id = false;
    loop {
        has_id |= field == Field::Id;
        let end = match field.kind() {
            ValueKind::Text => text_end(value, later, has_id, out),
            _ => next_comma(value),
        };
        let (own, mut rest) = value.split_at_checked(end).unwrap_or((value, &[]));
        out.put(field, own).ok_or_else(|| Fail::field(field, value.len()))?;
        // Pairs with names of no known field are skipped (R44a).
        let next = loop {
            if rest.is_empty() {
                break None;
            }
            let pair = rest.strip_prefix(SEPARATOR).and_then(label);
            let (name, value) = pair.ok_or_else(|| no_label("a comma, a space and the next key", rest.len()))?;
            // HLR answers have no comment (R44).
            if let Some(known) = known(name).filter(|known| *known != Field::Comment || !out.is_hlr()) {
                break Some((known, value, rest.len()));
            }
            rest = value.get(next_comma(value)..).unwrap_or_default();
        };
        let Some((known, next_value, left)) = next else {
            return without_message(query, out);
        };
        // The id has two places, and an empty one leaves nothing in the record (R44b).
        let is_twice = out.get(known).is_some() || (known == Field::Id && has_id) || known == field;
        later = match later.iter().position(|other| *other == known) {
            Some(place) if !is_twice => later.get(place.saturating_add(1)..).unwrap_or_default(),
            None if known == Field::SmsCnt && !is_twice => &[],
            _ => return Err(out_of_order(left)),
        };
        if known == Field::Message {
            // A text that starts with a line break stands behind the whole label; R44e is for the end of a record.
            if query.is_batch && query.detail != Detail::Status && !line.ends_with(b" ") && next_value.is_empty() {
                return Err(no_label("a space and the message", 0));
            }
            return Ok(Head::Text { at: line.len().saturating_sub(next_value.len()), is_hlr: out.is_hlr(), has_id });
        }
        (field, value) = (known, next_value);
    }
}

/// Reads the text of a record and the labels behind it.
pub(crate) fn finish<'a>(head: Head, record: &'a [u8], out: &mut Record<'a>) -> Result<(), Fail> {
    let Head::Text { at, is_hlr, has_id } = head else { return Ok(()) };
    let rest = record.get(at..).unwrap_or_default();
    let last = LastLabels::find(rest);
    let text = rest.get(..last.map_or(rest.len(), |last| last.at)).unwrap_or(rest);
    // At the very end the label may have lost its space (R44e).
    let trimmed = COMMENT.split_last().map(|(_, trimmed)| trimmed).filter(|trimmed| last.is_none() && text.ends_with(trimmed));
    let comma = match trimmed {
        _ if is_hlr => None,
        Some(trimmed) => text.len().checked_sub(trimmed.len()),
        None => find::last_str(COMMENT, text),
    };
    if let Some(last) = last {
        last.read(!is_hlr && comma.is_none(), has_id, out)?;
        if last.is_ambiguous(rest) {
            out.mark_ambiguous();
        }
    }
    let left = rest.len().saturating_sub(text.len());
    let Some((message, label)) = comma.and_then(|at| text.split_at_checked(at)) else {
        return put(Field::Message, text, left, out);
    };
    if find::first_str(COMMENT, message).is_some() {
        out.mark_ambiguous();
    }
    put(Field::Message, message, left, out)?;
    put(Field::Comment, label.get(COMMENT.len()..).unwrap_or_default(), left, out)
}

/// A record that has no `message` label at all.
fn without_message(query: &Query<'_>, out: &Record<'_>) -> Result<Head, Fail> {
    let may_lack_it =
        !query.is_batch || query.detail == Detail::Status || out.status() == StatusCode::NOT_FOUND || out.id().is_some();
    if may_lack_it { Ok(Head::Whole) } else { Err(no_label("`message = ` on the same line", 0)) }
}

/// A pair behind the type.
struct Pair<'a> {
    field: Option<Field>,
    value: &'a [u8],
    /// How many bytes there are from its name, and from behind it, to the end.
    left: usize,
    behind: usize,
}

/// The labels behind the text: the last `, type = <digits>` that pairs alone follow (R44).
#[derive(Clone, Copy)]
struct LastLabels<'a> {
    /// Where its comma is.
    at: usize,
    /// The digits.
    value: &'a [u8],
    /// The pairs behind it.
    pairs: &'a [u8],
}

impl<'a> LastLabels<'a> {
    fn find(rest: &'a [u8]) -> Option<Self> {
        Self::find_before(rest, rest.len())
    }

    fn find_before(rest: &'a [u8], mut end: usize) -> Option<Self> {
        for at in memrchr_iter(b',', rest.get(..end)?) {
            let (name, value) = rest.get(at..)?.strip_prefix(SEPARATOR).and_then(label)?;
            let behind = rest.len().saturating_sub(end);
            let (value, pairs) = value.split_at_checked(value.len().checked_sub(behind)?)?;
            if value.contains(&b'\n') {
                return None;
            }
            if name == Field::Type.label().as_bytes() && !value.is_empty() && value.iter().all(u8::is_ascii_digit) {
                return Some(Self { at, value, pairs });
            }
            end = at;
        }
        None
    }

    /// The pairs behind the type.
    fn pairs(self) -> impl Iterator<Item = Pair<'a>> {
        let mut rest = self.pairs;
        core::iter::from_fn(move || {
            let (name, value) = rest.strip_prefix(SEPARATOR).and_then(label)?;
            let left = rest.len().saturating_sub(SEPARATOR.len());
            let (value, next) = value.split_at_checked(next_comma(value)).unwrap_or((value, &[]));
            rest = next;
            Some(Pair { field: known(name), value, left, behind: next.len() })
        })
    }

    /// Takes in the type, the id and what else is read of these labels (R44); a comment where there is none at its place (R44c).
    fn read(self, takes_comment: bool, mut has_id: bool, out: &mut Record<'a>) -> Result<(), Fail> {
        put(Field::Type, self.value, self.pairs.len(), out)?;
        let mut has_count = false;
        for Pair { field, value, left, behind } in self.pairs() {
            let Some(field) = field else { continue };
            let has_come = match field {
                // It is out of its place (R44c).
                Field::Comment if takes_comment => {
                    out.mark_ambiguous();
                    false
                }
                Field::Id => core::mem::replace(&mut has_id, true),
                Field::SmsCnt => core::mem::replace(&mut has_count, true),
                _ => continue,
            };
            if has_come {
                return Err(out_of_order(left.saturating_add(SEPARATOR.len())));
            }
            put(field, value, behind, out)?;
        }
        Ok(())
    }

    /// Whether another place further left fits as well.
    fn is_ambiguous(self, rest: &'a [u8]) -> bool {
        Self::find_before(rest, self.at).is_some()
    }
}

/// Whether a line ends in the labels behind a text, an id among them (R46f).
pub(crate) fn end(line: &[u8]) -> Option<End> {
    let last = LastLabels::find(line)?;
    let mut labels = Record::new(Charset::Utf8);
    let is_readable = last.read(false, false, &mut labels).is_ok();
    // Where they cannot be read, the id is whichever can.
    let id =
        labels.id().or_else(|| last.pairs().filter(|pair| pair.field == Some(Field::Id)).find_map(|pair| message_id(pair.value)));
    Some(End { at: last.at, id: id?, is_readable })
}

/// Whether a line begins with `Status = ` and a digit (R46).
pub(crate) fn looks_like_record_start(start: &[u8]) -> bool {
    let digits = start.strip_prefix(b"Status = ").map(|number| number.strip_prefix(b"-").unwrap_or(number));
    digits.and_then(<[u8]>::first).is_some_and(u8::is_ascii_digit)
}

/// The field with this label; `id` may be in capitals (R20), and get.php adds `sms_cnt`.
fn known(name: &[u8]) -> Option<Field> {
    let named = |field: &Field| field.label().as_bytes() == name || (*field == Field::Id && name == b"ID");
    key_value_layout().fields().iter().copied().chain([Field::SmsCnt]).find(named)
}

/// A label and its `=`, and the value behind it.
fn label(input: &[u8]) -> Option<(&[u8], &[u8])> {
    fn grammar(input: &[u8]) -> IResult<&[u8], &[u8], ()> {
        let name = take_while1(|byte: u8| byte.is_ascii_alphabetic() || byte == b'_');
        // A trimmed body has lost the last space (R44e).
        let equals = alt((tag(" = ".as_bytes()), terminated(tag(" =".as_bytes()), eof)));
        // As the page prints it.
        let odd_equals = alt((tag("= ".as_bytes()), terminated(tag("=".as_bytes()), eof)));
        let odd = terminated(tag("operator_orig".as_bytes()), odd_equals);
        alt((odd, terminated(name, equals))).parse(input)
    }
    grammar(input).ok().map(|(value, name)| (name, value))
}

/// Where a value without commas ends.
fn next_comma(value: &[u8]) -> usize {
    memchr::memchr(b',', value).unwrap_or(value.len())
}

/// Where free text ends: at the first label that may still come (R44a).
fn text_end(value: &[u8], later: &[Field], has_id: bool, out: &Record<'_>) -> usize {
    let may_come = |field: Field| {
        let has_place = field == Field::SmsCnt || later.contains(&field);
        let has_come = out.get(field).is_some() || (field == Field::Id && has_id);
        has_place && !has_come && (field != Field::Comment || !out.is_hlr())
    };
    let ends = |comma: &usize| {
        let behind = value.get(*comma..).and_then(|rest| rest.strip_prefix(SEPARATOR));
        behind.and_then(label).and_then(|(name, _)| known(name)).is_some_and(may_come)
    };
    memchr_iter(b',', value).find(ends).unwrap_or(value.len())
}

fn put<'a>(field: Field, value: &'a [u8], behind: usize, out: &mut Record<'a>) -> Result<(), Fail> {
    out.put(field, value).ok_or_else(|| Fail::field(field, value.len().saturating_add(behind)))
}

/// `left` counts from the comma before the label.
const fn out_of_order(left: usize) -> Fail {
    no_label("keys in order, each at most once", left.saturating_sub(SEPARATOR.len()))
}

const fn no_label(expected: &'static str, left: usize) -> Fail {
    Fail::new(ErrorKind::Label, expected, left)
}
