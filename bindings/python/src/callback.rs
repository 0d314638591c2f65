//! Push notifications (R70). The core parses and verifies them; here are Python's values for its
//! arguments. Every function is native, so that no frame of a traceback holds the secret.

mod encode;
mod fields;
mod notification;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyString;
use smsc_proto::Charset;
use smsc_proto::callback::{Callback, CallbackError, CallbackErrorKind, CallbackField, CallbackFormat, Secret};

use crate::classes::Classes;
use crate::interrupt::{GoOn, over_body};
use crate::options::{CallbackFormatOption, CharsetOption, bytes, copied, wrong_type};
use fields::{Fields, Places};
use notification::Notification;

/// Parses a notification, and verifies its signature.
#[pyfunction]
#[pyo3(
    signature = (
        body, secret, *, fmt = CallbackFormatOption(CallbackFormat::Form), charset = CharsetOption(Charset::Windows1251)
    ),
    text_signature = "(body, secret, *, fmt='form', charset='windows-1251')"
)]
pub(crate) fn verify_callback<'py>(
    body: &Bound<'py, PyAny>,
    secret: &Bound<'py, PyAny>,
    fmt: CallbackFormatOption,
    charset: CharsetOption,
) -> PyResult<Bound<'py, PyAny>> {
    let secret = secret_bytes(secret)?;
    Secret::new(&secret).map_err(|error| callback_error(body.py(), &error))?;
    read(body, Settings { format: fmt.0, charset: charset.0, secret: Some(secret) })
}

/// Parses a notification, and verifies nothing.
#[pyfunction]
#[pyo3(
    signature = (body, *, fmt = CallbackFormatOption(CallbackFormat::Form), charset = CharsetOption(Charset::Windows1251)),
    text_signature = "(body, *, fmt='form', charset='windows-1251')"
)]
pub(crate) fn parse_callback<'py>(
    body: &Bound<'py, PyAny>,
    fmt: CallbackFormatOption,
    charset: CharsetOption,
) -> PyResult<Bound<'py, PyAny>> {
    read(body, Settings { format: fmt.0, charset: charset.0, secret: None })
}

/// The configuration of a handler, as far as a notification is read with it.
#[derive(Clone)]
struct Settings {
    format: CallbackFormat,
    charset: Charset,
    secret: Option<Vec<u8>>,
}

/// Returns the bytes of a secret. The messages of the exceptions never show it.
fn secret_bytes(secret: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
    if let Ok(text) = secret.cast::<PyString>() {
        let unpaired = |_| PyValueError::new_err("secret: the str has an unpaired surrogate, which no URL can contain");
        return Ok(text.to_str().map_err(unpaired)?.as_bytes().to_vec());
    }
    let bytes = bytes(secret)?.ok_or_else(|| wrong_type("secret: expected str or bytes", secret))?;
    Ok(bytes.as_bytes().to_vec())
}

fn read<'py>(body: &Bound<'py, PyAny>, settings: Settings) -> PyResult<Bound<'py, PyAny>> {
    let py = body.py();
    let found = if let Some(body) = bytes(body)? {
        over_body(&settings, &body, 0, of_body)?
    } else if body.is_instance_of::<PyString>() {
        return Err(wrong_type(ACCEPTED, body));
    } else if settings.format == CallbackFormat::Form {
        let fields = Fields::new(body, settings.charset)?;
        let values = copied(py, fields.values())?;
        over_body(&(settings, fields.places()), &values, 0, of_fields)?
    } else {
        return Err(PyValueError::new_err("fmt: expected 'form' for fields: pass a body of another format as bytes"));
    };
    found.map_err(|error| callback_error(py, &error))?.to_python(py)
}

const ACCEPTED: &str = "body: expected bytes, or the fields of a form: a mapping, or an iterable of (name, value) tuples";

/// Parses a copy of a body, because the core decodes bodies in place.
fn of_body(settings: &Settings, body: &[u8], _: GoOn<'_>) -> Result<Notification, CallbackError> {
    let mut body = body.to_vec();
    let callback = Callback::parse(&mut body, settings.format, settings.charset)?;
    Notification::new(&callback, settings.secret.as_deref())
}

/// Parses fields whose values are in `values`.
fn of_fields((settings, places): &(Settings, Places), values: &[u8], _: GoOn<'_>) -> Result<Notification, CallbackError> {
    let callback = Callback::from_fields(settings.charset, places.fields(values))?;
    Notification::new(&callback, settings.secret.as_deref())
}

/// Returns the exception for an error of the core.
fn callback_error(py: Python<'_>, error: &CallbackError) -> PyErr {
    let kind = error.kind();
    exception(py, kind.name(), kind.field(), error.offset(), &error.to_string())
}

/// Returns the exception for a value that cannot be encoded in the charset of the handler.
fn not_in_charset(py: Python<'_>, field: CallbackField) -> PyErr {
    let reason = CallbackErrorKind::NotInCharset(field);
    let message = format!(
        "{field}: the value is not in the charset: pass the charset of the handler's URL, or the bytes of the request's body"
    );
    exception(py, reason.name(), Some(field), None, &message)
}

fn exception(py: Python<'_>, reason: &str, field: Option<CallbackField>, offset: Option<usize>, message: &str) -> PyErr {
    let args = (reason, field.map(CallbackField::name), offset, message);
    let created = Classes::get(py).and_then(|classes| classes.callbacks.error.bind(py).call1(args));
    created.map_or_else(|error| error, PyErr::from_value)
}
