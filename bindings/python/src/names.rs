//! Look-ups in the tables of codes for the Python classes of codes.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyString;
use smsc_proto::{ApiErrorCode, ErrCode, ErrScope, Flag, Lang, MessageType, StatusCode, Template};

use crate::options::{integer, invalid, one_of};

const TABLES: &str = "table: expected status, err, email_err, error_code or type";

/// Returns the name of a code in `"en"` or `"ru"`; `None` if it has no name.
///
/// Fails if `table` is none of those below, or for another language.
#[pyfunction]
pub(crate) fn code_name(table: &str, code: &Bound<'_, PyAny>, lang: &Bound<'_, PyAny>) -> PyResult<Option<&'static str>> {
    // The codes have no French names.
    let Some(lang @ (Lang::En | Lang::Ru)) = found_lang(lang) else {
        return Err(invalid("lang: expected 'en' or 'ru'", lang));
    };
    // A number that is too long for a code has no name either.
    let code = integer(code, "code: expected int")?;
    let unsigned = || code.and_then(|code| u32::try_from(code).ok());
    Ok(match table {
        "status" => code.and_then(|code| i32::try_from(code).ok()).and_then(|code| StatusCode(code).name(lang)),
        "err" => unsigned().and_then(|code| ErrCode(code).name(ErrScope::Phone, lang)),
        "email_err" => unsigned().and_then(|code| ErrCode(code).name(ErrScope::Email, lang)),
        "error_code" => unsigned().and_then(|code| ApiErrorCode(code).name(lang)),
        "type" => code.and_then(|code| u8::try_from(code).ok()).and_then(|code| MessageType(code).name(lang)),
        _ => return Err(PyValueError::new_err(TABLES)),
    })
}

/// Returns the language with this name.
fn found_lang(lang: &Bound<'_, PyAny>) -> Option<Lang> {
    Lang::from_name(lang.cast::<PyString>().ok()?.to_str().ok()?)
}

/// Returns the language with this name. Fails for a language in which there are no texts.
pub(crate) fn known_lang(lang: &Bound<'_, PyAny>) -> PyResult<Lang> {
    found_lang(lang).ok_or_else(|| PyErr::from_value(invalid_lang(lang)))
}

/// Returns the error for a language in which there are no texts.
#[pyfunction]
pub(crate) fn invalid_lang<'py>(lang: &Bound<'py, PyAny>) -> Bound<'py, PyAny> {
    let accepted = format!("lang: expected {}", one_of(Lang::ALL.iter().map(|known| known.name())));
    invalid(&accepted, lang).into_value(lang.py()).into_bound(lang.py()).into_any()
}

/// Returns the rows of a table, as the name of the constant and its number.
///
/// Fails if `table` is none of those below.
#[pyfunction]
pub(crate) fn code_table(table: &str) -> PyResult<Vec<(&'static str, i32)>> {
    let rows = match table {
        "status" => StatusCode::TABLE,
        "err" => ErrCode::table(ErrScope::Phone),
        "email_err" => ErrCode::table(ErrScope::Email),
        "error_code" => ApiErrorCode::TABLE,
        "type" => MessageType::TABLE,
        _ => return Err(PyValueError::new_err(TABLES)),
    };
    Ok(rows.iter().map(|row| (row.ident, row.code)).collect())
}

/// Returns the parts of `flag`: type, second balance, template, unknown bits (R35).
#[pyfunction]
pub(crate) fn flag_parts(flag: u16) -> (u8, bool, Option<&'static str>, u16) {
    let flag = Flag(flag);
    (flag.message_type().0, flag.is_second_balance(), flag.template().map(Template::name), flag.unknown_bits())
}
