//! The servers that answer requests.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple};
use smsc_proto::request::{self, RequestError};

use crate::options::{invalid, wrong_type};
use crate::request::error::request_error;
use crate::request::values::{text, texts};

/// A server of the service: a host, and the hosts to try after it.
#[pyclass(frozen, eq, hash, module = "smsc_proto")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Server {
    host: String,
    reserves: Vec<String>,
    scheme: Scheme,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Scheme {
    Https,
    Http,
}

impl Scheme {
    const fn name(self) -> &'static str {
        match self {
            Self::Https => "https",
            Self::Http => "http",
        }
    }
}

impl<'py> FromPyObject<'_, 'py> for Scheme {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        const ACCEPTED: &str = "scheme: expected 'https' or 'http'";
        let word = value.cast::<PyString>().map_err(|_| wrong_type(ACCEPTED, &value))?;
        let found = [Self::Https, Self::Http].into_iter().find(|scheme| word.to_str().is_ok_and(|word| word == scheme.name()));
        found.ok_or_else(|| invalid(ACCEPTED, &value))
    }
}

impl Server {
    /// Calls `work` with the server in the core's form.
    pub(crate) fn with_core<T>(
        &self,
        work: impl FnOnce(request::Server<'_>) -> Result<T, RequestError>,
    ) -> Result<T, RequestError> {
        let reserves: Vec<_> = self.reserves.iter().map(String::as_str).collect();
        let server = request::Server::new(&self.host)?.reserves(&reserves)?;
        work(match self.scheme {
            Scheme::Https => server,
            Scheme::Http => server.plain_http(),
        })
    }

    /// Returns the server with the host of this index: 0 for the first one, and then the reserves.
    pub(crate) fn at<'s>(server: &request::Server<'s>, index: usize) -> Option<request::Server<'s>> {
        index.checked_sub(1).map_or(Some(*server), |reserve| server.reserve(reserve))
    }
}

#[pymethods]
impl Server {
    /// A server of the service.
    #[new]
    #[pyo3(signature = (host, *, reserves = None, scheme = Scheme::Https), text_signature = "(host, *, reserves=(), scheme='https')")]
    fn new(host: &Bound<'_, PyAny>, reserves: Option<&Bound<'_, PyAny>>, scheme: Scheme) -> PyResult<Self> {
        let reserves = reserves.map(|reserves| texts(reserves, "reserves")).transpose()?.unwrap_or_default();
        let server = Self { host: text(host, "host")?, reserves, scheme };
        server.with_core(|_| Ok(())).map_err(|error| request_error(host.py(), &error))?;
        Ok(server)
    }

    /// smsc.ru, with its reserve hosts.
    #[classattr]
    #[expect(non_snake_case, reason = "a constant in Python")]
    fn SMSC_RU() -> Self {
        let mut hosts = request::Server::SMSC_RU.hosts().map(str::to_owned);
        let host = hosts.next().unwrap_or_default();
        Self { host, reserves: hosts.collect(), scheme: Scheme::Https }
    }

    /// Returns the host, with its port if it is not that of the scheme.
    #[getter]
    fn host(&self) -> &str {
        &self.host
    }

    /// Returns the hosts to try, in this order, when the first one cannot be reached.
    #[getter]
    fn reserves<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.reserves)
    }

    /// Returns the scheme: `https`, or `http`.
    #[getter]
    const fn scheme(&self) -> &'static str {
        self.scheme.name()
    }

    fn __repr__(&self) -> String {
        // No host has a character that would need an escape.
        let quoted: Vec<_> = self.reserves.iter().map(|host| format!("'{host}'")).collect();
        let reserves = if quoted.is_empty() { String::new() } else { format!(", reserves=[{}]", quoted.join(", ")) };
        let scheme = if self.scheme == Scheme::Http { ", scheme='http'" } else { "" };
        format!("Server('{}'{reserves}{scheme})", self.host)
    }

    /// Returns what is pickled: the arguments of the constructor.
    fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<((&str,), Bound<'py, PyDict>)> {
        let keywords = PyDict::new(py);
        keywords.set_item("reserves", &self.reserves)?;
        keywords.set_item("scheme", self.scheme())?;
        Ok(((&self.host,), keywords))
    }
}
