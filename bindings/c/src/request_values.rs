//! The values of a request: texts, ids, numbers and days.

use smsc_proto::request::Date;
use smsc_proto::{Format, MessageId};

use crate::convert;
use crate::request_error::{Failure, Found};
use crate::request_types::{smsc_date, smsc_request};
use crate::results::smsc_result;
use crate::types::smsc_view;

/// Returns a text, or `None` if it is absent.
///
/// # Safety
///
/// The view must stay readable and unchanged for `'r`.
pub(crate) unsafe fn text<'r>(view: smsc_view, parameter: &'static str) -> Result<Option<&'r str>, Failure> {
    // SAFETY: the caller promises it.
    let Some(bytes) = unsafe { view.get() }? else { return Ok(None) };
    core::str::from_utf8(bytes).map(Some).map_err(|_| Found::invalid(parameter, "a text in UTF-8").into())
}

/// Returns an id that is a number or a text, or `None` if there is none.
///
/// # Safety
///
/// As for [`text`].
pub(crate) unsafe fn id<'r>(number: u32, text: smsc_view, parameter: &'static str) -> Result<Option<MessageId<'r>>, Failure> {
    // SAFETY: the caller promises it.
    let id = match (number, unsafe { text.get() }?) {
        (0, None) => return Ok(None),
        (number, None) => MessageId::new(number),
        (0, Some(bytes)) => core::str::from_utf8(bytes).ok().and_then(MessageId::parse),
        (_, Some(_)) => None,
    };
    let expected = "a number from 1 to 2147483647, or 1 to 40 Latin letters, digits, dots, hyphens and underscores";
    id.map(Some).ok_or_else(|| Found::invalid(parameter, expected).into())
}

/// Returns the format of the reply, or `None` for the call's own.
pub(crate) fn format(given: &smsc_request) -> Result<Option<Format>, smsc_result> {
    if given.format == -1 { Ok(None) } else { convert::format(given.format).map(Some) }
}

/// Returns a number of which -1 is none. One that the core's type lacks becomes its largest, which
/// the core rejects as it does every other number out of range.
pub(crate) fn count(number: i32) -> Option<u16> {
    (number != -1).then(|| u16::try_from(number).unwrap_or(u16::MAX))
}

/// Returns a day, or `None` if there is none.
pub(crate) fn date(given: smsc_date, parameter: &'static str) -> Result<Option<Date>, Failure> {
    if (given.year, given.month, given.day) == (0, 0, 0) {
        return Ok(None);
    }
    let small = |number: i32| u8::try_from(number).unwrap_or(0);
    let date = Date::new(u16::try_from(given.year).unwrap_or(0), small(given.month), small(given.day));
    date.map(Some).ok_or_else(|| Found::invalid(parameter, "a day of the years 2000 to 9999").into())
}

/// Returns a day that a call needs.
pub(crate) fn needed_date(given: smsc_date, parameter: &'static str) -> Result<Date, Failure> {
    date(given, parameter)?.ok_or_else(|| Found::missing(parameter, "a day").into())
}
