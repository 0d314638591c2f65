//! Requests to status.php.

use pyo3::prelude::*;
use smsc_proto::Endpoint;
use smsc_proto::request::{DeleteRequest, StatusRequest};
use smsc_proto::retry::Call;

use crate::options::{AllOption, CharsetOption, FormatOption, KindOption, Options};
use crate::request::credentials::Credentials;
use crate::request::form::{Form, ReplyQuery};
use crate::request::messages::Messages;

/// The options of a request for statuses.
#[derive(Clone, Copy)]
struct Settings {
    fmt: Option<FormatOption>,
    all: AllOption,
    charset: CharsetOption,
    kind: Option<KindOption>,
}

impl Settings {
    fn request(self, messages: &Messages) -> StatusRequest<'_> {
        let request = match messages.pairs.list() {
            [one] if !messages.is_batch => StatusRequest::one(*one),
            pairs => StatusRequest::batch(pairs),
        };
        let request = request.detail(self.all.0).charset(self.charset.0);
        let request = self.fmt.map_or(request, |fmt| request.format(fmt.0));
        self.kind.map_or(request, |kind| request.kind(kind.0))
    }
}

/// Returns a request for the status of one message or of a batch.
#[pyfunction]
pub(crate) fn status_form(
    py: Python<'_>,
    credentials: Py<Credentials>,
    messages: Messages,
    fmt: Option<FormatOption>,
    all: AllOption,
    charset: CharsetOption,
    kind: Option<KindOption>,
) -> PyResult<Form> {
    let settings = Settings { fmt, all, charset, kind };
    let reply = Options::of(&settings.request(&messages).query(), Endpoint::Status, Some(messages.pairs.clone()));
    let call = if messages.is_batch { Call::StatusBatch } else { Call::Status };
    Form::new(py, credentials, call, ReplyQuery::Records(reply), move |visit| visit(&settings.request(&messages)))
}

/// Returns a request that deletes one message or a batch.
#[pyfunction]
pub(crate) fn delete_form(
    py: Python<'_>,
    credentials: Py<Credentials>,
    messages: Messages,
    fmt: FormatOption,
    charset: CharsetOption,
) -> PyResult<Form> {
    let reply = Options::of(&deletion(&messages, fmt, charset).query(), Endpoint::Status, Some(messages.pairs.clone()));
    Form::new(py, credentials, Call::Delete, ReplyQuery::Records(reply), move |visit| visit(&deletion(&messages, fmt, charset)))
}

fn deletion(messages: &Messages, fmt: FormatOption, charset: CharsetOption) -> DeleteRequest<'_> {
    let request = match messages.pairs.list() {
        [one] if !messages.is_batch => DeleteRequest::one(*one),
        pairs => DeleteRequest::batch(pairs),
    };
    request.format(fmt.0).charset(charset.0)
}
