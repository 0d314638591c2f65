//! A `ClickSend` receipt as an argument.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyMapping, PyString};
use sms_outcome::clicksend::Receipt;
use sms_outcome::{Explanation, Question, explain};

use crate::options::{integer, wrong_type};

/// The fields of a receipt or history entry, from a mapping: a decoded JSON object or a form.
pub(crate) struct ReceiptOption {
    status: Option<String>,
    status_code: Option<u32>,
    error_code: Option<u32>,
    error_text: Option<String>,
}

const FIELDS: [&str; 4] = ["status", "status_code", "error_code", "error_text"];

impl<'py> FromPyObject<'_, 'py> for ReceiptOption {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let expected = || wrong_type("clicksend_receipt: expected a mapping", &value);
        let mut fields = value.cast::<PyMapping>().map_err(|_| expected())?.to_owned();
        if !has_field(&fields)? && fields.contains("data")? {
            // A response of the API has the receipt in it.
            fields = fields.get_item("data")?.cast_into().map_err(|_| expected())?;
        }
        if !has_field(&fields)? {
            let message = format!("clicksend_receipt: expected one of the keys {}", FIELDS.join(", "));
            return Err(PyValueError::new_err(message));
        }
        let get = |key: &str| if fields.contains(key)? { fields.get_item(key).map(Some) } else { Ok(None) };
        let [status, status_code, error_code, error_text] = FIELDS;
        Ok(Self {
            status: text(get(status)?, status)?,
            status_code: number(get(status_code)?, status_code)?,
            error_code: number(get(error_code)?, error_code)?,
            error_text: text(get(error_text)?, error_text)?,
        })
    }
}

impl ReceiptOption {
    pub(crate) fn explanations(&self) -> Vec<Explanation> {
        let (status, error_text) = (self.status.as_deref(), self.error_text.as_deref());
        let receipt = Receipt::new(status, self.status_code, self.error_code, error_text);
        explain(Question::ClickSendReceipt(receipt)).collect()
    }
}

fn has_field(fields: &Bound<'_, PyMapping>) -> PyResult<bool> {
    for field in FIELDS {
        if fields.contains(field)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn text(value: Option<Bound<'_, PyAny>>, key: &str) -> PyResult<Option<String>> {
    let Some(value) = value.filter(|value| !value.is_none()) else { return Ok(None) };
    let text =
        value.cast::<PyString>().map_err(|_| wrong_type(&format!("clicksend_receipt: {key}: expected str or None"), &value))?;
    Ok(Some(text.to_string_lossy().into_owned()))
}

/// Returns a number, which the API also writes as a string. A number out of range names nothing, and
/// is no number of a list.
fn number(value: Option<Bound<'_, PyAny>>, key: &str) -> PyResult<Option<u32>> {
    let Some(value) = value.filter(|value| !value.is_none()) else { return Ok(None) };
    if let Ok(digits) = value.cast::<PyString>() {
        return Ok(digits.to_string_lossy().trim().parse().ok());
    }
    let accepted = format!("clicksend_receipt: {key}: expected int, str or None");
    Ok(integer(&value, &accepted)?.and_then(|number| u32::try_from(number).ok()))
}
