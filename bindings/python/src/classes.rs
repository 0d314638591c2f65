//! The Python classes that values are made of, looked up once, and the codes that nearly every record has, made once.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;

use crate::outcome::Known;

/// The classes, and what is kept of them.
pub(crate) struct Classes {
    pub(crate) status: Codes,
    pub(crate) err: Codes,
    pub(crate) email_err: Codes,
    pub(crate) r#type: Codes,
    pub(crate) api_error_code: Py<PyType>,
    pub(crate) flags: Py<PyType>,
    pub(crate) malformed: Py<PyType>,
    pub(crate) api_error: Py<PyType>,
    pub(crate) write_error: Py<PyType>,
    pub(crate) missing: Py<PyType>,
    pub(crate) deleted: Py<PyType>,
    pub(crate) decimal: Py<PyType>,
    pub(crate) words: Py<PyType>,
    pub(crate) outcome: Py<PyType>,
    pub(crate) explanation: Py<PyType>,
    pub(crate) step: Py<PyType>,
    pub(crate) outcomes: Known,
}

static CLASSES: PyOnceLock<Classes> = PyOnceLock::new();

impl Classes {
    pub(crate) fn get(py: Python<'_>) -> PyResult<&Self> {
        CLASSES.get_or_try_init(py, || {
            let class =
                |module: &str, name: &str| -> PyResult<Py<PyType>> { Ok(py.import(module)?.getattr(name)?.cast_into()?.unbind()) };
            let code = |name: &str| class("smsc_proto._codes", name);
            let item = |name: &str| class("smsc_proto._items", name);
            let meaning = |name: &str| class("smsc_proto._outcome", name);
            Ok(Self {
                status: Codes::new(py, code("StatusCode")?)?,
                err: Codes::new(py, code("ErrCode")?)?,
                email_err: Codes::new(py, code("EmailErrCode")?)?,
                r#type: Codes::new(py, code("MessageType")?)?,
                api_error_code: code("ApiErrorCode")?,
                flags: code("Flags")?,
                malformed: item("MalformedReply")?,
                api_error: item("ApiError")?,
                write_error: item("WriteError")?,
                missing: item("Missing")?,
                deleted: item("Deleted")?,
                decimal: class("decimal", "Decimal")?,
                words: meaning("Words")?,
                outcome: meaning("Outcome")?,
                explanation: meaning("Explanation")?,
                step: meaning("Step")?,
                outcomes: Known::default(),
            })
        })
    }
}

/// A class of codes, and the small ones of them.
pub(crate) struct Codes {
    class: Py<PyType>,
    small: Vec<Py<PyAny>>,
}

/// The least code that is kept.
const LEAST: i64 = -8;
/// The codes below this are kept.
const END: i64 = 256;

impl Codes {
    fn new(py: Python<'_>, class: Py<PyType>) -> PyResult<Self> {
        let small = (LEAST..END).map(|code| class.call1(py, (code,))).collect::<PyResult<_>>()?;
        Ok(Self { class, small })
    }

    /// The object of a code.
    pub(crate) fn get(&self, py: Python<'_>, code: impl Into<i64>) -> PyResult<Py<PyAny>> {
        let code = code.into();
        match usize::try_from(code - LEAST).ok().and_then(|at| self.small.get(at)) {
            Some(known) => Ok(known.clone_ref(py)),
            None => self.class.call1(py, (code,)),
        }
    }
}
