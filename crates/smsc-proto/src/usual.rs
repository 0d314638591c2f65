//! fmt 0 and 1: what nearly every reply is, a message in the present layout with all its fields, read in one go. Whatever differs from that in any way
//! is left to the general reading, which gives the same for these.

use crate::codes::StatusCode;
use crate::cost::Cost;
use crate::digits;
use crate::fields::{Field, ValueKind, values_layout};
use crate::marks::{Block, Marks, place};
use crate::number;
use crate::pairs;
use crate::query::{All, Format, Kind, Query};
use crate::record::HEAD_PATTERN;
use crate::status::{Details, Numbering, Status};
use crate::usual_pairs;
use crate::values::{MAX_TIMESTAMP_DIGITS, is_head_pattern, message_type};

// The order of the fields stands in the one table; what follows here has to agree with it.
const _: () = {
    use Field::{Cost, Country, Err, Id, LastTimestamp, Message, Operator, Phone, Region, SendTimestamp, SenderId, StatusName};
    let brief = values_layout(All::Status, false).fields();
    assert!(matches!(brief, [Field::Status, LastTimestamp, Err, Id, Phone]));
    let message = values_layout(All::Message, false).fields();
    assert!(matches!(message, [Field::Status, LastTimestamp, Err, SendTimestamp, Phone, Cost, SenderId, StatusName, Message, ..]));
    let full = values_layout(All::Numbering, false).fields();
    assert!(matches!(
        full,
        [
            Field::Status,
            LastTimestamp,
            Err,
            SendTimestamp,
            Phone,
            Country,
            Operator,
            Region,
            Cost,
            SenderId,
            StatusName,
            Message,
            ..
        ]
    ));
};

/// Whether a batch that answers this query may have usual lines.
pub(crate) fn is_for(query: &Query<'_>) -> bool {
    let is_lines = matches!(query.format, Format::Pairs | Format::Values);
    is_lines && query.kind != Kind::Hlr && (query.asked.is_none() || query.all == All::Status)
}

/// Reads the record at the start of a window of such a batch, and gives how many bytes it takes; `None`, with whatever in the record, if it is another one.
/// `is_last` says that the window holds the rest of the body.
#[inline]
pub(crate) fn record<'a>(query: &Query<'_>, window: &'a [u8], limit: usize, is_last: bool, out: &mut Status<'a>) -> Option<usize> {
    if query.format == Format::Values && query.all == All::Status {
        brief(window, limit, out)
    } else {
        line(query, window, limit, is_last, out)
    }
}

/// Reads the reply to a query of fmt 0 or 1 for one message, without a line end; `None`, with whatever in the record, if it is another one.
#[inline]
pub(crate) fn single<'a>(query: &Query<'_>, reply: &'a [u8], out: &mut Status<'a>) -> Option<()> {
    if query.kind == Kind::Hlr {
        return None;
    }
    if query.format == Format::Values && query.all == All::Status {
        return brief_single(reply, out);
    }
    let mut marks = Marks::new();
    marks.find(reply)?;
    let line = Line { window: reply, end: marks.end() };
    if line.end == reply.len() { line.read(query, marks.commas(), out) } else { None }
}

/// The reply to an all=0 query: a status, a timestamp and mostly an err (R22).
#[inline]
fn brief_single<'a>(reply: &'a [u8], out: &mut Status<'a>) -> Option<()> {
    let mut rest = reply;
    for field in [Field::Status, Field::LastTimestamp, Field::Err] {
        let ValueKind::Number { min, max } = field.kind() else { return None };
        let (value, used) = number::integer_to_comma(rest, min, max)?;
        out.put_in_range(field, value)?;
        match rest.get(used.wrapping_add(1)..) {
            Some(behind) => rest = behind,
            None => return if field == Field::Status { None } else { Some(()) },
        }
    }
    None
}

/// A line of an all=0 batch, if it is not longer than a block: with a phone it never is.
#[inline]
fn brief<'a>(window: &'a [u8], limit: usize, out: &mut Status<'a>) -> Option<usize> {
    let (mut block, _) = Block::of(window);
    let end = place(block.end()?);
    let (status, time, err, id) = (block.next_comma(), block.next_comma(), block.next_comma(), block.next_comma());
    // Exactly four.
    if id == 64 || block.commas != 0 || end > limit {
        return None;
    }
    let line = Line { window, end: window.get(..end)?.strip_suffix(b"\r").map_or(end, <[u8]>::len) };
    line.status(status, out)?;
    line.number(Field::LastTimestamp, status, time, out)?;
    line.number(Field::Err, time, err, out)?;
    line.number(Field::Id, err, id, out)?;
    out.phone = Some(window.get(behind(id)..line.end)?);
    Some(end.wrapping_add(1))
}

/// A line of a batch of fmt 0, or of all≥1.
#[inline]
fn line<'a>(query: &Query<'_>, window: &'a [u8], limit: usize, is_last: bool, out: &mut Status<'a>) -> Option<usize> {
    let mut marks = Marks::new();
    marks.find(window)?;
    let (line, rest) = window.split_at_checked(marks.end())?;
    let rest = rest.get(1..)?;
    if line.len() > limit {
        return None;
    }
    // With a text, its end is sure only where the next one begins, or nothing more comes (R46).
    let is_sure = query.all == All::Status || begins_record(query.format, rest) || is_last && rest.is_empty();
    if !is_sure {
        return None;
    }
    let line = Line { window, end: line.strip_suffix(b"\r").unwrap_or(line).len() };
    line.read(query, marks.commas(), out)?;
    Some(window.len().wrapping_sub(rest.len()))
}

/// A line at the start of a window.
#[derive(Clone, Copy)]
struct Line<'a> {
    /// It goes on behind the line, so that a value can be loaded as a whole word.
    window: &'a [u8],
    end: usize,
}

impl<'a> Line<'a> {
    /// A record of fmt 0, or of all≥1.
    #[inline]
    fn read(self, query: &Query<'_>, commas: &[u32], out: &mut Status<'a>) -> Option<()> {
        match query.format {
            Format::Pairs => usual_pairs::read(query, self.window.get(..self.end)?, commas, out),
            _ => self.message(query, commas, out),
        }
    }

    /// A record of all≥1 in fmt 1.
    #[inline]
    fn message(self, query: &Query<'_>, commas: &[u32], out: &mut Status<'a>) -> Option<()> {
        let (&[status, time, err, sent, phone], commas) = commas.split_first_chunk()?;
        // A head that is no head pattern is none (R46, R46c).
        let is_head = self.status(status, out)? <= 2 && place(time) < HEAD_PATTERN;
        if !is_head || out.code == StatusCode::NOT_FOUND {
            return None;
        }
        self.number(Field::LastTimestamp, status, time, out)?;
        self.number(Field::Err, time, err, out)?;
        // Longer ones are none (R41).
        if length(err, sent) > MAX_TIMESTAMP_DIGITS {
            return None;
        }
        let seconds = digits::long(self.window, behind(err), length(err, sent))?;
        out.phone = Some(self.text(sent, phone)?);
        let (before, commas) = if query.all == All::Numbering {
            let (&[country, operator, region], commas) = commas.split_first_chunk()?;
            let (country_name, operator_name) = (self.text(phone, country)?, self.text(country, operator)?);
            let region_name = self.text(operator, region)?;
            out.numbering = Some(Numbering {
                country: Some(country_name),
                operator: Some(operator_name),
                region: Some(region_name),
                ..Numbering::default()
            });
            (region, commas)
        } else {
            (phone, commas)
        };
        let (&[cost, sender, name], commas) = commas.split_first_chunk()?;
        let end = u32::try_from(self.end).ok()?;
        let (commas, known_end) = if query.batch {
            let (id, commas) = commas.split_last()?;
            self.number(Field::Id, *id, end, out)?;
            (commas, *id)
        } else {
            (commas, end)
        };
        // The message, the comment and the type; the oldest of these layouts has no comment. More commas belong to a text (R23, R43).
        let (message, comment, known) = match *commas {
            [known] => (known, None, known),
            [.., comment, known] => (comment, Some(self.text(comment, known)?), known),
            [] => return None,
        };
        // The layout with spaces is another (R43a).
        if comment.is_some_and(|comment| comment.first() == Some(&b' ')) {
            return None;
        }
        out.r#type = Some(message_type(self.text(known, known_end)?)?);
        if commas.len() > 2 {
            out.mark_ambiguous();
        }
        let cost_digits = Cost::of_window(self.window, behind(before), length(before, cost))?;
        let (sender, name, message) = (self.text(cost, sender)?, self.text(sender, name)?, self.text(name, message)?);
        out.details = Some(Details {
            send_timestamp: u64::try_from(seconds).ok().filter(|seconds| *seconds != 0),
            cost: Some(cost_digits),
            sender_id: Some(sender),
            status_name: Some(name),
            message: Some(message),
            comment,
            ..Details::default()
        });
        Some(())
    }

    /// Reads the status in front of the first comma, and gives how many digits it has.
    #[inline]
    fn status(self, comma: u32, out: &mut Status<'a>) -> Option<usize> {
        let ValueKind::Number { min, max } = Field::Status.kind() else { return None };
        let sign = usize::from(self.window.first() == Some(&b'-'));
        let length = place(comma).wrapping_sub(sign);
        let value = digits::short(self.window, sign, length)?;
        let value = if sign == 0 { value } else { value.wrapping_neg() };
        if !(min..=max).contains(&value) {
            return None;
        }
        out.put_in_range(Field::Status, value)?;
        Some(length)
    }

    /// Reads the number between two separators into its field.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "each call knows its field, and is a third of the code then")]
    fn number(self, field: Field, from: u32, to: u32, out: &mut Status<'a>) -> Option<()> {
        let ValueKind::Number { min, max } = field.kind() else { return None };
        let (start, length) = (behind(from), length(from, to));
        let value = if field == Field::Err {
            digits::short(self.window, start, length)?
        } else {
            digits::long(self.window, start, length)?
        };
        if (min..=max).contains(&value) { out.put_in_range(field, value) } else { None }
    }

    /// What stands between two separators.
    #[inline]
    fn text(self, from: u32, to: u32) -> Option<&'a [u8]> {
        self.window.get(behind(from)..place(to))
    }
}

/// Where a value begins that stands behind a separator.
fn behind(mark: u32) -> usize {
    place(mark).wrapping_add(1)
}

/// How many bytes stand between two separators.
fn length(from: u32, to: u32) -> usize {
    place(to).wrapping_sub(place(from)).wrapping_sub(1)
}

/// Whether what follows a line end begins a record for certain (R46).
#[inline]
fn begins_record(format: Format, rest: &[u8]) -> bool {
    if format == Format::Pairs {
        return pairs::is_head_pattern(rest);
    }
    let start = rest.get(..HEAD_PATTERN).unwrap_or(rest);
    digits::begin_two_numbers(rest.strip_prefix(b"-").unwrap_or(rest)) || is_head_pattern(start)
}
