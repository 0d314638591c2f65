//! The core's tables, as the Python classes of codes ask for them.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use sms_outcome::{Key, get};
use smsc_proto::{ApiErrorCode, ErrCode, ErrScope, Flag, Lang, MessageType, StatusCode, Template};
use unicode_width::UnicodeWidthStr as _;

use crate::options::integer;

/// The name of a code in `"en"` or `"ru"`; `table` is one of those below.
#[pyfunction]
pub(crate) fn code_name(table: &str, code: &Bound<'_, PyAny>, lang: &str) -> PyResult<Option<&'static str>> {
    let lang = match lang {
        "en" => Lang::En,
        "ru" => Lang::Ru,
        _ => return Err(PyValueError::new_err("lang: 'en' or 'ru'")),
    };
    // A number that is longer than any code has no name either.
    let code = integer(code, "code: int")?;
    let unsigned = || code.and_then(|code| u32::try_from(code).ok());
    Ok(match table {
        "status" => code.and_then(|code| i32::try_from(code).ok()).and_then(|code| StatusCode(code).name(lang)),
        "err" => unsigned().and_then(|code| ErrCode(code).name(ErrScope::Phone, lang)),
        "email_err" => unsigned().and_then(|code| ErrCode(code).name(ErrScope::Email, lang)),
        "error_code" => unsigned().and_then(|code| ApiErrorCode(code).name(lang)),
        "type" => code.and_then(|code| u8::try_from(code).ok()).and_then(|code| MessageType(code).name(lang)),
        _ => return Err(PyValueError::new_err("table: status, err, email_err, error_code or type")),
    })
}

/// The title that a code has in the table of outcomes, in `"en"`, `"ru"` or `"fr"`.
#[pyfunction]
pub(crate) fn row_title(table: &str, code: &Bound<'_, PyAny>, lang: &str) -> PyResult<Option<&'static str>> {
    let lang = match lang {
        "en" => sms_outcome::Lang::En,
        "ru" => sms_outcome::Lang::Ru,
        "fr" => sms_outcome::Lang::Fr,
        _ => return Err(PyValueError::new_err("lang: 'en', 'ru' or 'fr'")),
    };
    // A number that is longer than any code has no name either.
    let code = integer(code, "code: int")?;
    let unsigned = || code.and_then(|code| u32::try_from(code).ok());
    let key = match table {
        "status" => code.and_then(|code| i32::try_from(code).ok()).map(|code| Key::Status(StatusCode(code))),
        "err" => unsigned().map(|code| Key::Err(ErrScope::Phone, ErrCode(code))),
        "email_err" => unsigned().map(|code| Key::Err(ErrScope::Email, ErrCode(code))),
        "error_code" => unsigned().map(|code| Key::Api(ApiErrorCode(code))),
        _ => return Err(PyValueError::new_err("table: status, err, email_err or error_code")),
    };
    Ok(key.and_then(row).map(|own| own.title.get(lang)))
}

/// What the bits of `flag` mean: type, second balance, template, unknown bits (R35).
#[pyfunction]
pub(crate) fn flag_parts(flag: u16) -> (u8, bool, Option<&'static str>, u16) {
    let flag = Flag(flag);
    (flag.message_type().0, flag.is_second_balance(), flag.template().map(Template::name), flag.unknown_bits())
}

/// How many columns a text takes on a terminal.
#[pyfunction]
pub(crate) fn width(text: &str) -> usize {
    text.width()
}

/// Panics, so that the tests can see what Python gets of it.
#[pyfunction(name = "_panics")]
#[expect(clippy::panic, reason = "this is what it is for")]
pub(crate) fn panics() {
    panic!("on purpose");
}
