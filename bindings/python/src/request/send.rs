//! Requests to send.php.

use pyo3::prelude::*;
use smsc_proto::CostMode;
use smsc_proto::calls::SendQuery;
use smsc_proto::request::{SendKind, SendRequest, Translit, Validity};
use smsc_proto::retry::Call;

use crate::id::Id;
use crate::options::{CharsetOption, CostOption, ErrorsOption, FormatOption, OperatorsOption, SendKindOption, integer, invalid};
use crate::request::credentials::Credentials;
use crate::request::form::{Form, Visit};
use crate::request::time::{Time, validity};
use crate::request::values::{id, text, texts};

/// A message to send, which borrows nothing.
struct Message {
    phones: Vec<String>,
    text: String,
    kind: SendKind,
    id: Option<Id>,
    sender: Option<String>,
    time: Option<Time>,
    validity: Option<Validity>,
    translit: Option<Translit>,
    cost: CostMode,
    lists_errors: bool,
    lists_operators: bool,
    fmt: FormatOption,
    charset: CharsetOption,
}

impl Message {
    /// Calls the visitor with the request in the core's form.
    fn visit(&self, visit: Visit<'_>) -> Result<(), smsc_proto::request::RequestError> {
        let phones: Vec<_> = self.phones.iter().map(String::as_str).collect();
        let request = SendRequest::new(&phones, &self.text).kind(self.kind).cost(self.cost);
        let request = request.format(self.fmt.0).charset(self.charset.0);
        let request = self.id.as_ref().map_or(request, |id| request.id(id.to_core()));
        let request = self.sender.as_ref().map_or(request, |sender| request.sender(sender));
        let request = self.time.as_ref().map_or(request, |time| request.time(time.to_core()));
        let request = self.validity.map_or(request, |validity| request.valid(validity));
        let request = self.translit.map_or(request, |translit| request.translit(translit));
        let request = if self.lists_errors { request.list_errors() } else { request };
        visit(&if self.lists_operators { request.list_operators() } else { request })
    }
}

fn translit(value: &Bound<'_, PyAny>) -> PyResult<Translit> {
    const ACCEPTED: &str = "translit: expected 0, 1 or 2";
    match integer(value, ACCEPTED)? {
        Some(0) => Ok(Translit::Off),
        Some(1) => Ok(Translit::Translit),
        Some(2) => Ok(Translit::LookAlike),
        _ => Err(invalid(ACCEPTED, value)),
    }
}

/// Returns a request that sends one text to a list of phones, or asks for its price.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "the parameters of a request")]
pub(crate) fn send_form(
    credentials: Py<Credentials>,
    phones: &Bound<'_, PyAny>,
    mes: &Bound<'_, PyAny>,
    kind: SendKindOption,
    id: Option<&Bound<'_, PyAny>>,
    sender: Option<&Bound<'_, PyAny>>,
    time: Option<&Bound<'_, PyAny>>,
    valid: Option<&Bound<'_, PyAny>>,
    translit: Option<&Bound<'_, PyAny>>,
    cost: CostOption,
    err: ErrorsOption,
    op: OperatorsOption,
    fmt: FormatOption,
    charset: CharsetOption,
) -> PyResult<Form> {
    let message = Message {
        phones: texts(phones, "phones")?,
        text: text(mes, "mes")?,
        kind: kind.0,
        id: id.map(|value| self::id(value, "id")).transpose()?,
        sender: sender.map(|value| text(value, "sender")).transpose()?,
        time: time.map(Time::from_value).transpose()?,
        validity: valid.map(validity).transpose()?,
        translit: translit.map(self::translit).transpose()?,
        cost: cost.0,
        lists_errors: err.0,
        lists_operators: op.0,
        fmt,
        charset,
    };
    let query = SendQuery::new(fmt.0, cost.0).charset(charset.0);
    let call = if cost.0 == CostMode::PriceOnly { Call::Price } else { Call::Send };
    Form::new(phones.py(), credentials, call, query.into(), move |visit| message.visit(visit))
}
