//! Fast path for HLR replies of fmt 1: all fields of the current layout, and no comma in any of
//! them. Returns `None` for any other line, which the slow path then parses.

use core::slice;

use crate::lines::fast::commas::CommaIndex;
use crate::lines::fast::leading::LeadingNumbers;
use crate::lines::fast::line::Line;
use crate::lines::slots::message_type;
use crate::model::codes::StatusCode;
use crate::model::cost::Cost;
use crate::model::fields::{Field, MAX_TIMESTAMP_DIGITS, values_layout};
use crate::model::query::{Detail, MessageKind, Query};
use crate::model::record::{Details, Hlr, Numbering, Record};
use crate::scan::digits;
use crate::scan::simd::index;

// The function below has the order of the fields built in; it has to agree with the table of
// fields.
const _: () = {
    use Field::{Cn, Cost, Country, Id, Imsi, Mcc, Message, Mnc, Msc, Net, Operator, Phone, Rcn, Region, Rnet};
    use Field::{Err, LastTimestamp, SendTimestamp, SenderId, Status, StatusName, Type};
    let brief = values_layout(Detail::Status, true).fields();
    assert!(matches!(brief, [Status, LastTimestamp, Err, Imsi, Msc, Mcc, Mnc, Cn, Net, Rcn, Rnet, Id, Phone]));
    let message = values_layout(Detail::Message, true).fields();
    assert!(matches!(
        message,
        [Status, LastTimestamp, Err, Imsi, Msc, Mcc, Mnc, Cn, Net, Rcn, Rnet, SendTimestamp, Phone, tail @ ..]
            if matches!(tail, [Cost, SenderId, StatusName, Message, Type, Id])
    ));
    let full = values_layout(Detail::Full, true).fields();
    assert!(matches!(
        full,
        [Status, LastTimestamp, Err, Imsi, Msc, Mcc, Mnc, Cn, Net, Rcn, Rnet, SendTimestamp, Phone, Country, Operator, Region, tail @ ..]
            if matches!(tail, [Cost, SenderId, StatusName, Message, Type, Id])
    ));
};

/// Parses a line, and returns the number of bytes consumed.
#[inline(never)]
pub(crate) fn parse<'a>(query: &Query<'_>, line: Line<'a>, out: &mut Record<'a>) -> Option<usize> {
    let window = line.window;
    if matches!(query.kind, MessageKind::Sms | MessageKind::Email) {
        return None;
    }
    let mut room = None;
    let mut leading = LeadingNumbers::new(window, &mut room);
    let (status, time) = leading.head()?;
    let (err, _) = leading.short()?;
    let (imsi, imsi_end) = leading.rest();
    // A message has its timestamp here (R41).
    let is_message = query.detail != Detail::Status && (1..=MAX_TIMESTAMP_DIGITS).contains(&imsi_end.wrapping_sub(imsi));
    if query.kind == MessageKind::Auto && is_message {
        return None;
    }
    let mut separators = CommaIndex::new();
    separators.find(window, imsi)?;
    let (end, used) = line.end(query, separators.end())?;
    let mut values = Values { window, start: imsi, commas: separators.commas().iter(), end: Some(end) };
    let mut found = Record::new(query.charset);
    found.set_number(Field::Status, status)?;
    if found.code == StatusCode::NOT_FOUND {
        return None;
    }
    found.set_number(Field::LastTimestamp, time)?;
    found.set_number(Field::Err, err)?;
    found.hlr = Some(Hlr {
        imsi: Some(values.text()?),
        msc: Some(values.text()?),
        mcc: Some(values.text()?),
        mnc: Some(values.text()?),
        cn: Some(values.text()?),
        net: Some(values.text()?),
        rcn: Some(values.text()?),
        rnet: Some(values.text()?),
    });
    if query.detail == Detail::Status {
        if query.is_batch {
            found.set_number(Field::Id, values.number()?)?;
            found.phone = Some(values.text()?);
        }
    } else {
        found.set_number(Field::SendTimestamp, values.number()?)?;
        found.phone = Some(values.text()?);
        if query.detail == Detail::Full {
            found.numbering = Some(Numbering {
                country: Some(values.text()?),
                operator: Some(values.text()?),
                region: Some(values.text()?),
                ..Numbering::default()
            });
        }
        let (start, length) = values.next()?;
        let cost = Cost::of_window(window, start, length)?;
        let [sender, name, message] = [values.text()?, values.text()?, values.text()?];
        // The slow path finds the other fields by these (R45a).
        if sender != b"HLR" || name == b"HLR" || message == b"HLR" {
            return None;
        }
        found.details = Some(Details {
            cost: Some(cost),
            sender_id: Some(sender),
            status_name: Some(name),
            message: Some(message),
            ..found.details.unwrap_or_default()
        });
        found.message_type = Some(message_type(values.text()?)?);
        if query.is_batch {
            found.set_number(Field::Id, values.number()?)?;
        }
    }
    if values.end.is_some() {
        return None;
    }
    *out = found;
    Some(used)
}

/// The values of a line, one after the other.
struct Values<'a, 'c> {
    window: &'a [u8],
    /// The offset of the next value.
    start: usize,
    /// The commas from the next value on.
    commas: slice::Iter<'c, u16>,
    /// The offset of the line end; `None` after the last value.
    end: Option<usize>,
}

impl<'a> Values<'a, '_> {
    /// Returns the offset and the length of the next value. Returns `None` after the last one.
    #[inline]
    fn next(&mut self) -> Option<(usize, usize)> {
        let start = self.start;
        let end = if let Some(comma) = self.commas.next() { index(*comma) } else { self.end.take()? };
        self.start = end.wrapping_add(1);
        Some((start, end.wrapping_sub(start)))
    }

    #[inline]
    fn text(&mut self) -> Option<&'a [u8]> {
        let (start, length) = self.next()?;
        self.window.get(start..)?.get(..length)
    }

    /// Returns the next value, a number of 1 to 10 digits.
    #[inline]
    fn number(&mut self) -> Option<i64> {
        let (start, length) = self.next()?;
        if length <= digits::MAX_DIGITS { digits::parse_at(self.window, start, length) } else { None }
    }
}
