//! The credentials of an account.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use smsc_proto::request::{self, BalanceRequest, Request as _};

use crate::request::error::request_error;
use crate::request::values::text;

/// The credentials of an account. Nothing that Python can call returns them, apart from requests.
#[pyclass(frozen, module = "smsc_proto")]
pub(crate) struct Credentials(Secret);

enum Secret {
    ApiKey(String),
    Login { login: String, password: String },
}

impl Credentials {
    /// Returns the credentials in the core's form.
    pub(crate) const fn to_core(&self) -> request::Credentials<'_> {
        match &self.0 {
            Secret::ApiKey(key) => request::Credentials::api_key(key.as_str()),
            Secret::Login { login, password } => request::Credentials::login(login.as_str(), password.as_str()),
        }
    }
}

#[pymethods]
impl Credentials {
    /// The credentials of an account.
    #[new]
    #[pyo3(signature = (*, apikey = None, login = None, password = None))]
    fn new(
        py: Python<'_>,
        apikey: Option<&Bound<'_, PyAny>>,
        login: Option<&Bound<'_, PyAny>>,
        password: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let secret = match (apikey, login, password) {
            (Some(key), None, None) => Secret::ApiKey(text(key, "apikey")?),
            (None, Some(login), Some(password)) => {
                Secret::Login { login: text(login, "login")?, password: text(password, "password")? }
            }
            _ => return Err(PyTypeError::new_err("Credentials: expected apikey, or login and password")),
        };
        let credentials = Self(secret);
        // The core checks credentials when it writes them, in any request.
        let checked = BalanceRequest::new().body_len(&credentials.to_core());
        checked.map_err(|error| request_error(py, &error))?;
        Ok(credentials)
    }

    const fn __repr__(&self) -> &'static str {
        match self.0 {
            Secret::ApiKey(_) => "Credentials(apikey=…)",
            Secret::Login { .. } => "Credentials(login=…, password=…)",
        }
    }

    /// Fails: a pickle would hold the secrets.
    #[expect(clippy::unused_self, reason = "a method in Python")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err("Credentials cannot be pickled: the pickle would contain them"))
    }

    const fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }
}
