//! The Python classes that values are instances of, looked up once, and cached instances of the
//! codes that nearly every record has.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;

use crate::id::Id;
use crate::outcome::Cached;

/// The classes of the package, and the instances that are cached for the whole process.
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
    pub(crate) request_error: Py<PyType>,
    pub(crate) missing: MissingClass,
    pub(crate) deleted: Py<PyType>,
    pub(crate) decimal: Py<PyType>,
    pub(crate) localized: Py<PyType>,
    pub(crate) outcome: Py<PyType>,
    pub(crate) explanation: Py<PyType>,
    pub(crate) chapter: Py<PyType>,
    pub(crate) step: Py<PyType>,
    pub(crate) guess: Py<PyType>,
    pub(crate) calls: CallClasses,
    pub(crate) callbacks: CallbackClasses,
    pub(crate) advice: Py<PyType>,
    pub(crate) send_advice: Py<PyType>,
    pub(crate) merged: Py<PyType>,
    pub(crate) outcomes: Cached,
}

/// The classes of the replies of the other calls.
pub(crate) struct CallClasses {
    pub(crate) sent: Py<PyType>,
    pub(crate) price: Py<PyType>,
    pub(crate) sent_phone: Py<PyType>,
    pub(crate) balance: Py<PyType>,
    pub(crate) incoming: Py<PyType>,
    pub(crate) statistics: Py<PyType>,
    pub(crate) operator: Py<PyType>,
}

/// The classes of push notifications.
pub(crate) struct CallbackClasses {
    pub(crate) callback: Py<PyType>,
    pub(crate) incoming: Py<PyType>,
    pub(crate) call: Py<PyType>,
    pub(crate) error: Py<PyType>,
}

static CLASSES: PyOnceLock<Classes> = PyOnceLock::new();

impl Classes {
    /// Returns the classes. Fails if one of them cannot be imported.
    pub(crate) fn get(py: Python<'_>) -> PyResult<&Self> {
        if let Some(classes) = CLASSES.get(py) {
            return Ok(classes);
        }
        let classes = Self::import(py)?;
        Ok(CLASSES.get_or_init(py, || classes))
    }

    /// Looks the classes up. Importing may run any code, such as the handler of a signal, which may
    /// need the classes as well, so that nothing is locked meanwhile.
    fn import(py: Python<'_>) -> PyResult<Self> {
        let class =
            |module: &str, name: &str| -> PyResult<Py<PyType>> { Ok(py.import(module)?.getattr(name)?.cast_into()?.unbind()) };
        let code = |name: &str| class("smsc_proto._codes", name);
        let item = |name: &str| class("smsc_proto._items", name);
        let outcome = |name: &str| class("smsc_proto._outcome", name);
        let call = |name: &str| class("smsc_proto._calls", name);
        let callback = |name: &str| class("smsc_proto._callback", name);
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
            request_error: item("RequestError")?,
            missing: MissingClass::new(item("Missing")?.bind(py))?,
            deleted: item("Deleted")?,
            decimal: class("decimal", "Decimal")?,
            localized: outcome("Localized")?,
            outcome: outcome("Outcome")?,
            explanation: outcome("Explanation")?,
            chapter: outcome("Chapter")?,
            step: outcome("Step")?,
            guess: class("smsc_proto._guess", "Guess")?,
            calls: CallClasses {
                sent: call("Sent")?,
                price: call("Price")?,
                sent_phone: call("SentPhone")?,
                balance: call("Balance")?,
                incoming: call("Incoming")?,
                statistics: call("Statistics")?,
                operator: call("Operator")?,
            },
            callbacks: CallbackClasses {
                callback: callback("Callback")?,
                incoming: callback("IncomingMessage")?,
                call: callback("ConfirmedCall")?,
                error: callback("CallbackError")?,
            },
            advice: class("smsc_proto._retry", "Advice")?,
            send_advice: class("smsc_proto._retry", "SendAdvice")?,
            merged: class("smsc_proto._merge", "Merged")?,
            outcomes: Cached::default(),
        })
    }
}

/// The class of missing pairs. Its constructor takes five times as long as creating an object and
/// setting its attributes, which an id in its one form allows.
pub(crate) struct MissingClass {
    class: Py<PyType>,
    new: Py<PyAny>,
    set_id: Py<PyAny>,
    set_phone: Py<PyAny>,
}

impl MissingClass {
    fn new(class: &Bound<'_, PyType>) -> PyResult<Self> {
        let setter = |name: &str| -> PyResult<Py<PyAny>> { Ok(class.getattr(name)?.getattr("__set__")?.unbind()) };
        let new = class.getattr("__new__")?.unbind();
        Ok(Self { class: class.clone().unbind(), new, set_id: setter("id")?, set_phone: setter("phone")? })
    }

    /// Creates the object for a missing pair.
    pub(crate) fn create(&self, py: Python<'_>, id: &Id, phone: &str) -> PyResult<Py<PyAny>> {
        let object = self.new.call1(py, (&self.class,))?;
        self.set_id.call1(py, (&object, id))?;
        self.set_phone.call1(py, (&object, phone))?;
        Ok(object)
    }
}

/// A class of codes, with cached instances of its small codes.
pub(crate) struct Codes {
    class: Py<PyType>,
    small: Vec<Py<PyAny>>,
}

/// The lowest code that is cached.
const CACHED_MIN: i64 = -8;
/// The first code after those that are cached.
const CACHED_END: i64 = 256;

impl Codes {
    fn new(py: Python<'_>, class: Py<PyType>) -> PyResult<Self> {
        let small = (CACHED_MIN..CACHED_END).map(|code| class.call1(py, (code,))).collect::<PyResult<_>>()?;
        Ok(Self { class, small })
    }

    /// Returns the class.
    pub(crate) fn class<'py>(&'py self, py: Python<'py>) -> &'py Bound<'py, PyType> {
        self.class.bind(py)
    }

    /// Returns the Python object for a code.
    pub(crate) fn get(&self, py: Python<'_>, code: impl Into<i64>) -> PyResult<Py<PyAny>> {
        let code = code.into();
        match usize::try_from(code - CACHED_MIN).ok().and_then(|index| self.small.get(index)) {
            Some(cached) => Ok(cached.clone_ref(py)),
            None => self.class.call1(py, (code,)),
        }
    }
}
