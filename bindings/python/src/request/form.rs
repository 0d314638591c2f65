//! A request that is checked and written: its body, and what is needed for its URLs and its reply.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyTuple};
use smsc_proto::request::{Request, RequestError};
use smsc_proto::retry::Call;

use crate::calls::{self, CallQuery};
use crate::options::{Options, RaisesOption, copied, integer, invalid};
use crate::reply::{Reply, parse_with};
use crate::request::credentials::Credentials;
use crate::request::error::request_error;
use crate::request::server::Server;

/// The operations on a request of the core.
pub(crate) type Visit<'v> = &'v mut dyn FnMut(&dyn Request) -> Result<(), RequestError>;

/// Builds a request of the core, which borrows what this function owns, and calls the visitor with
/// it.
type Build = dyn Fn(Visit<'_>) -> Result<(), RequestError> + Send + Sync;

/// A request with its body.
#[pyclass(frozen, module = "smsc_proto")]
pub(crate) struct Form {
    build: Box<Build>,
    credentials: Py<Credentials>,
    body: Py<PyBytes>,
    endpoint: &'static str,
    call: Call,
    reply: ReplyQuery,
}

/// The query of the reply to a request.
pub(crate) enum ReplyQuery {
    /// The query of a reply with records.
    Records(Options),
    /// The query of a reply with other objects.
    Call(CallQuery),
}

impl<T: Into<CallQuery>> From<T> for ReplyQuery {
    fn from(query: T) -> Self {
        Self::Call(query.into())
    }
}

impl Form {
    /// Checks and writes a request.
    pub(crate) fn new(
        py: Python<'_>,
        credentials: Py<Credentials>,
        call: Call,
        reply: ReplyQuery,
        build: impl Fn(Visit<'_>) -> Result<(), RequestError> + Send + Sync + 'static,
    ) -> PyResult<Self> {
        let (mut body, mut endpoint) = (String::new(), "");
        let written = build(&mut |request| {
            endpoint = request.endpoint().name();
            request.write_body(&credentials.get().to_core(), &mut body)
        });
        written.map_err(|error| request_error(py, &error))?;
        let body = copied(py, body.as_bytes())?.unbind();
        Ok(Self { build: Box::new(build), credentials, body, endpoint, call, reply })
    }
}

#[pymethods]
impl Form {
    #[getter]
    fn body(&self, py: Python<'_>) -> Py<PyBytes> {
        self.body.clone_ref(py)
    }

    #[getter]
    const fn endpoint(&self) -> &'static str {
        self.endpoint
    }

    /// Returns the URL to POST to at each host of a server.
    fn urls<'py>(&self, py: Python<'py>, server: &Bound<'_, Server>) -> PyResult<Bound<'py, PyTuple>> {
        let mut urls = Vec::new();
        let written = server.get().with_core(|server| {
            (self.build)(&mut |request| {
                for host in (0..).map_while(|index| Server::at(&server, index)) {
                    let mut url = String::new();
                    request.write_url(&host, &mut url)?;
                    urls.push(url);
                }
                Ok(())
            })
        });
        written.map_err(|error| request_error(py, &error))?;
        PyTuple::new(py, urls)
    }

    /// Returns the URL to GET at the host of this index.
    fn get_url(&self, py: Python<'_>, server: &Bound<'_, Server>, index: &Bound<'_, PyAny>) -> PyResult<String> {
        const ACCEPTED: &str = "index: expected the index of a URL in `urls`, int";
        let found = integer(index, ACCEPTED)?.and_then(|index| usize::try_from(index).ok());
        let mut url = None;
        let written = server.get().with_core(|server| {
            let Some(host) = found.and_then(|index| Server::at(&server, index)) else { return Ok(()) };
            (self.build)(&mut |request| request.write_get_url(&host, &self.credentials.get().to_core(), url.insert(String::new())))
        });
        written.map_err(|error| request_error(py, &error))?;
        url.ok_or_else(|| invalid(ACCEPTED, index))
    }

    /// Returns the name of the call, as `advise` takes it.
    #[getter]
    const fn call(&self) -> &'static str {
        self.call.name()
    }

    /// Parses a reply with records, with the options of the request.
    fn parse<'py>(&self, body: &Bound<'py, PyAny>, api_error: RaisesOption) -> PyResult<Bound<'py, Reply>> {
        match &self.reply {
            ReplyQuery::Records(options) => parse_with(body, options.clone(), api_error),
            ReplyQuery::Call(_) => Err(PyTypeError::new_err("the reply to this request has no records")),
        }
    }

    /// Parses a reply with other objects, with the options of the request.
    fn parse_call<'py>(&self, body: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        match self.reply {
            ReplyQuery::Call(query) => calls::parse(body, query),
            ReplyQuery::Records(_) => Err(PyTypeError::new_err("the reply to this request has records")),
        }
    }
}
