//! fmt 1: what nearly every line of a batch is, a message in the present layout with all its fields, read in one go. Whatever differs from that in any way
//! is left to the general reading, which gives the same for these.

use memchr::memchr;

use crate::codes::StatusCode;
use crate::cost::Cost;
use crate::fields::{Field, ValueKind, values_layout};
use crate::fill::message_id;
use crate::find;
use crate::number;
use crate::query::{All, Kind, Query};
use crate::record::HEAD_PATTERN;
use crate::status::{Details, Numbering, Status};
use crate::values::{MAX_TIMESTAMP_DIGITS, tail};

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

/// Values that are still to be read, from the left.
struct Values<'a>(&'a [u8]);

impl<'a> Values<'a> {
    /// Reads a number in front of a comma into its field, and gives how many bytes it took.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "each call knows its field, and is a third of the code then")]
    fn number(&mut self, field: Field, out: &mut Status<'a>) -> Option<usize> {
        let ValueKind::Number { min, max } = field.kind() else { return None };
        let (value, used) = number::leading_integer(self.0, min, max, |byte| byte == b',')?;
        self.0 = self.0.get(used.saturating_add(1)..)?;
        out.put_in_range(field, value)?;
        Some(used)
    }

    /// What stands in front of the next comma.
    #[inline]
    fn text(&mut self) -> Option<&'a [u8]> {
        let (text, rest) = self.0.split_at_checked(find::comma(self.0)?)?;
        self.0 = rest.get(1..)?;
        Some(text)
    }
}

/// Reads a line of an all=0 batch; `None`, with whatever in the record, if it is another one.
#[inline]
pub(crate) fn brief<'a>(line: &'a [u8], out: &mut Status<'a>) -> Option<()> {
    let mut values = Values(line);
    values.number(Field::Status, out)?;
    values.number(Field::LastTimestamp, out)?;
    values.number(Field::Err, out)?;
    values.number(Field::Id, out)?;
    out.phone = Some(values.0);
    if find::comma(values.0).is_none() { Some(()) } else { None }
}

/// Reads the record at the start of a window of an all≥1 batch, of which no pairs are known, and gives how many bytes it takes; `None`, with whatever in the
/// record, if it is another one.
pub(crate) fn message<'a>(query: &Query<'_>, window: &'a [u8], limit: usize, out: &mut Status<'a>) -> Option<usize> {
    if query.kind == Kind::Hlr {
        return None;
    }
    let (line, rest) = window.split_at_checked(memchr(b'\n', window.get(..limit).unwrap_or(window))?)?;
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    // Its end is sure only where the next one begins (R46).
    if !begins_record(rest.get(1..)?) {
        return None;
    }
    let mut values = Values(line);
    let used = values.number(Field::Status, out)?;
    if used > 2 && !(used == 3 && out.code.0 < 0) || out.code == StatusCode::NOT_FOUND {
        return None;
    }
    values.number(Field::LastTimestamp, out)?;
    values.number(Field::Err, out)?;
    let details = out.details.insert(Details::default());
    let (sent, digits) = number::leading_integer(values.0, 0, i64::MAX, |byte| byte == b',')?;
    // Longer ones are none (R41).
    if digits > MAX_TIMESTAMP_DIGITS {
        return None;
    }
    details.send_timestamp = u64::try_from(sent).ok().filter(|seconds| *seconds != 0);
    values.0 = values.0.get(digits.saturating_add(1)..)?;
    out.phone = Some(values.text()?);
    if query.all == All::Numbering {
        let (country, operator, region) = (values.text()?, values.text()?, values.text()?);
        let known = Numbering { country: Some(country), operator: Some(operator), region: Some(region), ..Numbering::default() };
        out.numbering = Some(known);
    }
    details.cost = Some(Cost::parse(values.text()?)?);
    details.sender_id = Some(values.text()?);
    details.status_name = Some(values.text()?);
    let (text, id) = values.0.split_at_checked(find::last_comma(values.0)?)?;
    out.id = Some(message_id(id.get(1..)?)?);
    tail(false, text, out).ok()?;
    // Without a type, it would depend on what follows whether the end is sure (R46i).
    out.r#type.is_some().then(|| window.len().saturating_sub(rest.len()).saturating_add(1))
}

/// Whether what follows a line end begins a record for certain: a status of one or two digits, a timestamp and a comma (R46).
fn begins_record(rest: &[u8]) -> bool {
    let start = rest.get(..HEAD_PATTERN).unwrap_or(rest);
    let start = start.strip_prefix(b"-").unwrap_or(start);
    let behind = match start {
        [digit, b',', behind @ ..] if digit.is_ascii_digit() => behind,
        [first, second, b',', behind @ ..] if first.is_ascii_digit() && second.is_ascii_digit() => behind,
        _ => return false,
    };
    let behind = if number::begins_with_eight_digits(behind) { behind.get(8..).unwrap_or_default() } else { behind };
    behind.iter().find(|byte| !byte.is_ascii_digit()) == Some(&b',')
}
