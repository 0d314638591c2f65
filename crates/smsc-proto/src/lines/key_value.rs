//! fmt 0: `key = value` pairs, which are parsed from the left up to the text and from the right
//! down to it (R42, R44, R46).

use memchr::{memchr_iter, memrchr_iter};
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::combinator::eof;
use nom::sequence::terminated;
use nom::{IResult, Parser};

use crate::error::{ErrorKind, Fail, end_of};
use crate::lines::head::{End, Head};
use crate::model::charset::Charset;
use crate::model::codes::StatusCode;
use crate::model::fields::{Field, ValueKind, key_value_layout};
use crate::model::message_id::MessageId;
use crate::model::query::{Detail, Query};
use crate::model::record::Record;
use crate::model::text::Text;
use crate::scan::find;

/// What separates the pairs of a record.
const SEPARATOR: &[u8] = b", ";
const COMMENT: &[u8] = b", comment = ";

/// The fields that only get.php has, after all others and in any order (R44f).
const EXTRA: &[Field] = &[Field::SmsCnt, Field::IntId, Field::Format, Field::Crc];

/// Parses the pairs of a record up to its text.
pub(crate) fn head<'a>(query: &Query<'_>, line: &'a [u8], out: &mut Record<'a>) -> Result<Head, Fail<'a>> {
    let layout = key_value_layout();
    let first = key(line).filter(|(name, _)| *name == Field::Status.label().as_bytes());
    let (_, mut value) = first.ok_or_else(|| unexpected_key("`Status = ` and a number", line))?;
    let mut field = Field::Status;
    let mut later = layout.after(Field::Status);
    let mut seen = 0_u32;
    loop {
        seen |= field.bit();
        let end = match field.kind() {
            ValueKind::Text => text_end(value, later, seen, out),
            _ => next_comma(value),
        };
        let (own, mut rest) = value.split_at_checked(end).unwrap_or((value, &[]));
        out.set(field, own).ok_or_else(|| Fail::field(field, value))?;
        // Pairs with names of no known field are skipped (R44a).
        let next = loop {
            if rest.is_empty() {
                break None;
            }
            let pair = rest.strip_prefix(SEPARATOR).and_then(key);
            let (name, value) = pair.ok_or_else(|| unexpected_key("a comma, a space and the next key", rest))?;
            // HLR replies have no comment (R44).
            if let Some(known) = Field::from_label(name).filter(|known| *known != Field::Comment || !out.is_hlr()) {
                break Some((known, value, rest));
            }
            rest = value.get(next_comma(value)..).unwrap_or_default();
        };
        let Some((known, next_value, pair)) = next else {
            return without_message(query, line, out);
        };
        // The id and the phone have two places, and those of get.php any (R44b, R44f).
        let is_twice = seen & known.bit() != 0;
        later = match later.iter().position(|other| *other == known) {
            _ if !is_twice && EXTRA.contains(&known) => key_value_layout().after(Field::Type),
            Some(place) if !is_twice => later.get(place.saturating_add(1)..).unwrap_or_default(),
            _ => return Err(out_of_order(pair)),
        };
        if known == Field::Message {
            // Before a text that starts with a line break the key is complete; R44e is for the end
            // of a record.
            if query.is_batch && query.detail != Detail::Status && !line.ends_with(b" ") && next_value.is_empty() {
                return Err(unexpected_key("a space and the message", end_of(line)));
            }
            let has_id = seen & Field::Id.bit() != 0;
            return Ok(Head::Text { at: line.len().saturating_sub(next_value.len()), is_hlr: out.is_hlr(), has_id });
        }
        (field, value) = (known, next_value);
    }
}

/// Parses the text of a record and the pairs after it.
pub(crate) fn finish<'a>(head: Head, record: &'a [u8], out: &mut Record<'a>) -> Result<(), Fail<'a>> {
    let Head::Text { at, is_hlr, has_id } = head else { return Ok(()) };
    let rest = record.get(at..).unwrap_or_default();
    let last = LastPairs::find(rest);
    let text = rest.get(..last.map_or(rest.len(), |last| last.at)).unwrap_or(rest);
    // At the very end the key may have lost its space (R44e).
    let trimmed = COMMENT.split_last().map(|(_, trimmed)| trimmed).filter(|trimmed| last.is_none() && text.ends_with(trimmed));
    let comma = match trimmed {
        _ if is_hlr => None,
        Some(trimmed) => text.len().checked_sub(trimmed.len()),
        None => find::last_substring(COMMENT, text),
    };
    if let Some(last) = last {
        last.parse_into(!is_hlr && comma.is_none(), has_id, out)?;
        if last.is_ambiguous(rest) {
            out.mark_ambiguous();
        }
    }
    let Some((message, comment)) = comma.and_then(|at| text.split_at_checked(at)) else {
        return set(Field::Message, text, out);
    };
    if find::substring(COMMENT, message).is_some() {
        out.mark_ambiguous();
    }
    set(Field::Message, message, out)?;
    set(Field::Comment, comment.get(COMMENT.len()..).unwrap_or_default(), out)
}

/// Returns the head of a record without a message; `line` is its line.
fn without_message<'a>(query: &Query<'_>, line: &'a [u8], out: &Record<'_>) -> Result<Head, Fail<'a>> {
    let may_lack_it =
        !query.is_batch || query.detail == Detail::Status || out.status() == StatusCode::NOT_FOUND || out.id().is_some();
    if may_lack_it { Ok(Head::Whole) } else { Err(unexpected_key("`message = ` on the same line", end_of(line))) }
}

/// A pair after the type.
struct Pair<'a> {
    field: Option<Field>,
    value: &'a [u8],
    /// The record from the separator of the pair on.
    at: &'a [u8],
}

/// The pairs after the text: the last `, type = <digits>` that is followed by pairs alone (R44).
#[derive(Clone, Copy)]
struct LastPairs<'a> {
    /// The offset of its comma.
    at: usize,
    /// The digits.
    value: &'a [u8],
    /// The pairs after the type.
    pairs: &'a [u8],
}

impl<'a> LastPairs<'a> {
    fn find(rest: &'a [u8]) -> Option<Self> {
        Self::find_before(rest, rest.len())
    }

    fn find_before(rest: &'a [u8], mut end: usize) -> Option<Self> {
        for at in memrchr_iter(b',', rest.get(..end)?) {
            let (name, value) = rest.get(at..)?.strip_prefix(SEPARATOR).and_then(key)?;
            let after = rest.len().saturating_sub(end);
            let (value, pairs) = value.split_at_checked(value.len().checked_sub(after)?)?;
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

    /// Returns the pairs after the type.
    fn pairs(self) -> impl Iterator<Item = Pair<'a>> {
        let mut rest = self.pairs;
        core::iter::from_fn(move || {
            let at = rest;
            let (name, value) = rest.strip_prefix(SEPARATOR).and_then(key)?;
            let (value, next) = value.split_at_checked(next_comma(value)).unwrap_or((value, &[]));
            rest = next;
            Some(Pair { field: Field::from_label(name), value, at })
        })
    }

    /// Parses the type, the id and the other known pairs (R44); a comment only if there is none at
    /// its own position (R44c).
    fn parse_into(self, takes_comment: bool, mut has_id: bool, out: &mut Record<'a>) -> Result<(), Fail<'a>> {
        set(Field::Type, self.value, out)?;
        let mut seen = 0_u32;
        for Pair { field, value, at } in self.pairs() {
            let Some(field) = field else { continue };
            let is_repeated = match field {
                // It is out of order (R44c).
                Field::Comment if takes_comment => {
                    out.mark_ambiguous();
                    false
                }
                Field::Id => core::mem::replace(&mut has_id, true),
                _ if EXTRA.contains(&field) => {
                    let is_seen = seen & field.bit() != 0;
                    seen |= field.bit();
                    is_seen
                }
                _ => continue,
            };
            if is_repeated {
                return Err(out_of_order(at));
            }
            set(field, value, out)?;
        }
        Ok(())
    }

    /// Returns whether the pairs may start further left as well.
    fn is_ambiguous(self, rest: &'a [u8]) -> bool {
        Self::find_before(rest, self.at).is_some()
    }
}

/// Returns the pairs after a text that a line ends in, and the id among them; `None` if it does not
/// end in such pairs, or if there is no id (R46f).
pub(crate) fn end(line: &[u8]) -> Option<(End, MessageId<'_>)> {
    let last = LastPairs::find(line)?;
    let mut values = Record::new(Charset::Utf8);
    let is_readable = last.parse_into(false, false, &mut values).is_ok();
    // If one of them is invalid, the id is the first valid one.
    let mut ids = last.pairs().filter(|pair| pair.field == Some(Field::Id));
    let id = values.id().or_else(|| ids.find_map(|pair| MessageId::from_bytes(pair.value)))?;
    Some((End { at: last.at, is_readable }, id))
}

/// Returns whether a record has a time of the form `DD.MM.YYYY hh:mm:ss` (R46j).
pub(crate) fn has_time(record: &Record<'_>) -> bool {
    let is_time = |text: Text<'_>| {
        let form = b"00.00.0000 00:00:00".iter();
        let fits = |(byte, form): (&u8, &u8)| if *form == b'0' { byte.is_ascii_digit() } else { byte == form };
        text.as_bytes().len() == form.len() && text.as_bytes().iter().zip(form).all(fits)
    };
    record.last_date().is_some_and(is_time) || record.send_date().is_some_and(is_time)
}

/// Parses a key and its `=`. Returns the key, and the value with the rest of the input.
fn key(input: &[u8]) -> Option<(&[u8], &[u8])> {
    fn grammar(input: &[u8]) -> IResult<&[u8], &[u8], ()> {
        let name = take_while1(|byte: u8| byte.is_ascii_alphabetic() || byte == b'_');
        // A trimmed body lacks the last space (R44e).
        let equals = alt((tag(" = ".as_bytes()), terminated(tag(" =".as_bytes()), eof)));
        // As the page prints it.
        let odd_equals = alt((tag("= ".as_bytes()), terminated(tag("=".as_bytes()), eof)));
        let odd = terminated(tag("operator_orig".as_bytes()), odd_equals);
        alt((odd, terminated(name, equals))).parse(input)
    }
    grammar(input).ok().map(|(value, name)| (name, value))
}

/// Returns the offset of the next comma, or the length of the value.
fn next_comma(value: &[u8]) -> usize {
    memchr::memchr(b',', value).unwrap_or(value.len())
}

/// Returns the length of a text: it ends before the first key that may follow (R44a).
fn text_end(value: &[u8], later: &[Field], seen: u32, out: &Record<'_>) -> usize {
    let may_follow = |field: Field| {
        let has_place = EXTRA.contains(&field) || later.contains(&field);
        has_place && seen & field.bit() == 0 && (field != Field::Comment || !out.is_hlr())
    };
    let ends = |comma: &usize| {
        let next = value.get(*comma..).and_then(|rest| rest.strip_prefix(SEPARATOR));
        next.and_then(key).and_then(|(name, _)| Field::from_label(name)).is_some_and(may_follow)
    };
    memchr_iter(b',', value).find(ends).unwrap_or(value.len())
}

fn set<'a>(field: Field, value: &'a [u8], out: &mut Record<'a>) -> Result<(), Fail<'a>> {
    out.set(field, value).ok_or_else(|| Fail::field(field, value))
}

/// Returns the failure of a key that is out of order; `pair` is the input from its separator on.
fn out_of_order(pair: &[u8]) -> Fail<'_> {
    unexpected_key("keys in order, each at most once", pair.strip_prefix(SEPARATOR).unwrap_or(pair))
}

const fn unexpected_key<'a>(expected: &'static str, at: &'a [u8]) -> Fail<'a> {
    Fail::new(ErrorKind::Label, expected, at)
}
