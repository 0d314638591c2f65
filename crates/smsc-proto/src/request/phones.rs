//! The phones and addresses of a request: which cannot be, and how a list of them is written.

use crate::request::error::{RequestError, RequestErrorKind};
use crate::request::form::Form;

/// The maximum length of an e-mail address, which is the longest thing in the place of a phone.
const MAX_LEN: usize = 254;

const PHONE: &str = "a phone of 3 to 15 digits, or an address, without a comma, a semicolon or a line break";

/// Returns an error if this cannot be a phone or an address. A comma or a semicolon would make two
/// items of it, and every later id would belong to another phone.
pub(crate) fn check(phone: &str, parameter: &'static str) -> Result<(), RequestError> {
    if phone.trim().is_empty() {
        return Err(RequestError::missing(parameter, PHONE));
    }
    if phone.len() > MAX_LEN {
        return Err(RequestError::new(RequestErrorKind::TooLong { max: MAX_LEN }, parameter, PHONE));
    }
    let separates = |next: char| matches!(next, ',' | ';') || next.is_control();
    let is_typed_number = phone.chars().all(|next| next.is_ascii_digit() || matches!(next, '+' | '-' | '(' | ')' | '.' | ' '));
    let digits = phone.bytes().filter(u8::is_ascii_digit).count();
    if phone.chars().any(separates) || is_typed_number && !(3..=15).contains(&digits) {
        return Err(RequestError::invalid(parameter, PHONE));
    }
    Ok(())
}

/// Writes a list of phones, separated by commas.
pub(crate) fn write_list(phones: &[&str], parameter: &'static str, form: &mut Form<'_>) -> Result<(), RequestError> {
    if phones.is_empty() {
        return Err(RequestError::missing(parameter, "at least one phone or address"));
    }
    form.name(parameter)?;
    for (item, phone) in phones.iter().enumerate() {
        write_item(phone, parameter, form).map_err(|error| error.of_item(item))?;
    }
    form.end_list();
    Ok(())
}

/// Writes a whole parameter with one phone.
pub(crate) fn write(phone: &str, parameter: &'static str, form: &mut Form<'_>) -> Result<(), RequestError> {
    form.name(parameter)?;
    write_item(phone, parameter, form)?;
    form.end_list();
    Ok(())
}

/// Writes a phone as it was typed, and a comma: the service reads a phone with a `+` in another way
/// than one without it.
#[inline]
pub(crate) fn write_item(phone: &str, parameter: &'static str, form: &mut Form<'_>) -> Result<(), RequestError> {
    // Fast path: nearly all phones are 8 to 13 digits.
    if form.try_digits_item(phone.as_bytes())? {
        return Ok(());
    }
    check(phone, parameter)?;
    form.text_item(phone)
}
