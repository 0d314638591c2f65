//! fmt 0: `name = value` pairs, whose labels are read from the left up to the text and from the right down to it (R42, R44, R46).

use memchr::memmem;
use memchr::{memchr_iter, memrchr_iter};
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::combinator::eof;
use nom::sequence::terminated;
use nom::{IResult, Parser};

use crate::codes::StatusCode;
use crate::error::{ErrorKind, Fail};
use crate::fields::{Field, ValueKind, pairs_layout};
use crate::fill::message_id;
use crate::query::{All, Query};
use crate::record::{End, Head};
use crate::status::Status;

/// What stands between a record's labels.
const SEPARATOR: &[u8] = b", ";
const COMMENT: &[u8] = b", comment = ";

/// Reads the labels of a record up to its text.
pub(crate) fn head<'a>(query: &Query<'_>, line: &'a [u8], out: &mut Status<'a>) -> Result<Head, Fail> {
    let layout = pairs_layout();
    let begun = label(line).filter(|(name, _)| *name == Field::Status.label().as_bytes());
    let (_, mut value) = begun.ok_or_else(|| no_label("`Status = ` and a number", line.len()))?;
    let mut field = Field::Status;
    let mut later = layout.after(Field::Status);
    loop {
        let end = match field.kind() {
            ValueKind::Text => text_end(value, later),
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
            let (name, value) = pair.ok_or_else(|| no_label("a comma, a space and the next label", rest.len()))?;
            if let Some(known) = known(name) {
                break Some((known, value, rest.len()));
            }
            rest = value.get(next_comma(value)..).unwrap_or_default();
        };
        let Some((known, next_value, left)) = next else {
            return without_message(query, out);
        };
        if known == Field::Message {
            return Ok(Head::Text { at: line.len().saturating_sub(next_value.len()), is_hlr: out.is_hlr() });
        }
        later = match later.iter().position(|other| *other == known) {
            Some(place) if out.get(known).is_none() => later.get(place.saturating_add(1)..).unwrap_or_default(),
            None if known == Field::SmsCnt => &[],
            _ => return Err(out_of_order(left)),
        };
        (field, value) = (known, next_value);
    }
}

/// Reads the text of a record and the labels behind it.
pub(crate) fn finish<'a>(_: &Query<'_>, head: Head, record: &'a [u8], out: &mut Status<'a>) -> Result<(), Fail> {
    let Head::Text { at, is_hlr } = head else { return Ok(()) };
    let rest = record.get(at..).unwrap_or_default();
    let last = LastLabels::find(rest);
    let behind = last.map_or(&[][..], |last| last.pairs);
    let (text, _) = rest.split_at_checked(last.map_or(rest.len(), |last| last.at)).unwrap_or((rest, &[]));
    if last.is_some_and(|last| last.is_ambiguous(rest)) {
        out.mark_ambiguous();
    }
    let left = rest.len().saturating_sub(text.len());
    let (message, comment) = if is_hlr { (text, None) } else { comment(text, out) };
    put(Field::Message, message, left, out)?;
    if let Some(comment) = comment {
        put(Field::Comment, comment, left, out)?;
    }
    if let Some(last) = last {
        put(Field::Type, last.value, last.pairs.len(), out)?;
    }
    let mut rest = behind;
    while let Some((name, value)) = rest.strip_prefix(SEPARATOR).and_then(label) {
        let (own, next) = value.split_at_checked(next_comma(value)).unwrap_or((value, &[]));
        match known(name) {
            Some(Field::Comment) if !is_hlr && out.comment().is_none() => {
                out.mark_ambiguous();
                put(Field::Comment, own, next.len(), out)?;
            }
            Some(field @ (Field::Id | Field::SmsCnt)) => {
                if out.get(field).is_some() {
                    return Err(out_of_order(rest.len()));
                }
                put(field, own, next.len(), out)?;
            }
            _ => {}
        }
        rest = next;
    }
    Ok(())
}

/// The comment is behind the last label of that name (R44).
fn comment<'a>(text: &'a [u8], out: &mut Status<'a>) -> (&'a [u8], Option<&'a [u8]>) {
    let Some((message, label)) = memmem::rfind(text, COMMENT).and_then(|at| text.split_at_checked(at)) else {
        return (text, None);
    };
    if memmem::find(message, COMMENT).is_some() {
        out.mark_ambiguous();
    }
    (message, label.get(COMMENT.len()..))
}

/// A record that has no `message` label at all.
fn without_message(query: &Query<'_>, out: &Status<'_>) -> Result<Head, Fail> {
    let may_lack_it = !query.batch || query.all == All::Status || out.status() == StatusCode::NOT_FOUND || out.id().is_some();
    if may_lack_it { Ok(Head::Whole) } else { Err(no_label("`message = ` on the same line", 0)) }
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

    /// Whether another place further left fits as well.
    fn is_ambiguous(self, rest: &'a [u8]) -> bool {
        Self::find_before(rest, self.at).is_some()
    }
}

/// Whether a line ends in the labels behind a text (R46f).
pub(crate) fn end(line: &[u8]) -> Option<End> {
    let mut rest = LastLabels::find(line)?.pairs;
    let mut id = None;
    while let Some((name, value)) = rest.strip_prefix(SEPARATOR).and_then(label) {
        let (own, next) = value.split_at_checked(next_comma(value))?;
        if known(name) == Some(Field::Id) {
            id = message_id(own);
        }
        rest = next;
    }
    Some(End { id })
}

/// Whether a line begins with `Status = ` and a digit (R46).
pub(crate) fn is_head_pattern(start: &[u8]) -> bool {
    let digits = start.strip_prefix(b"Status = ").map(|number| number.strip_prefix(b"-").unwrap_or(number));
    digits.and_then(<[u8]>::first).is_some_and(u8::is_ascii_digit)
}

/// The field with this label; `id` may be in capitals (R20), and get.php adds `sms_cnt`.
fn known(name: &[u8]) -> Option<Field> {
    let named = |field: &Field| field.label().as_bytes() == name || (*field == Field::Id && name == b"ID");
    pairs_layout().fields().iter().copied().chain([Field::SmsCnt]).find(named)
}

/// A label and its `=`, and the value behind it.
fn label(input: &[u8]) -> Option<(&[u8], &[u8])> {
    fn grammar(input: &[u8]) -> IResult<&[u8], &[u8], ()> {
        let name = take_while1(|byte: u8| byte.is_ascii_alphabetic() || byte == b'_');
        // A trimmed body has lost the last space (R44e).
        let equals = alt((tag(" = ".as_bytes()), terminated(tag(" =".as_bytes()), eof)));
        // As the page prints it.
        let odd = terminated(tag("operator_orig".as_bytes()), tag("= ".as_bytes()));
        alt((odd, terminated(name, equals))).parse(input)
    }
    grammar(input).ok().map(|(value, name)| (name, value))
}

/// Where a value without commas ends.
fn next_comma(value: &[u8]) -> usize {
    memchr::memchr(b',', value).unwrap_or(value.len())
}

/// Where free text ends: at the first label that may still come (R44a).
fn text_end(value: &[u8], later: &[Field]) -> usize {
    let ends = |comma: &usize| {
        let behind = value.get(*comma..).and_then(|rest| rest.strip_prefix(SEPARATOR));
        let named = behind.and_then(label).and_then(|(name, _)| known(name));
        named.is_some_and(|field| field == Field::SmsCnt || later.contains(&field))
    };
    memchr_iter(b',', value).find(ends).unwrap_or(value.len())
}

fn put<'a>(field: Field, value: &'a [u8], behind: usize, out: &mut Status<'a>) -> Result<(), Fail> {
    out.put(field, value).ok_or_else(|| Fail::field(field, value.len().saturating_add(behind)))
}

/// `left` counts from the comma before the label.
const fn out_of_order(left: usize) -> Fail {
    no_label("labels in their order, each once", left.saturating_sub(SEPARATOR.len()))
}

const fn no_label(expected: &'static str, left: usize) -> Fail {
    Fail::new(ErrorKind::Label, expected, left)
}
