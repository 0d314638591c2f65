//! Requests to get.php: the history of sent messages, and incoming messages.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyBoolMethods};
use smsc_proto::request::{Date, HistoryRequest, IncomingRequest};
use smsc_proto::retry::Call;

use crate::options::{CharsetOption, FormatOption, Options};
use crate::request::credentials::Credentials;
use crate::request::error::missing;
use crate::request::form::{Form, ReplyQuery};
use crate::request::values::{date, id, int_id, small, text, texts};

/// The recipients to whose messages a page of the history is limited.
struct Recipients {
    list: Option<Vec<String>>,
    are_emails: bool,
}

impl Recipients {
    /// Returns the recipients. `True` for e-mails is every address.
    fn new(phones: Option<&Bound<'_, PyAny>>, emails: Option<&Bound<'_, PyAny>>) -> PyResult<Self> {
        let is_true = |value: &Bound<'_, PyAny>| value.cast::<PyBool>().is_ok_and(PyBoolMethods::is_true);
        match (phones, emails) {
            (None, None) => Ok(Self { list: None, are_emails: false }),
            (Some(phones), None) => Ok(Self { list: Some(texts(phones, "phones")?), are_emails: false }),
            (None, Some(emails)) if is_true(emails) => Ok(Self { list: None, are_emails: true }),
            (None, Some(emails)) => Ok(Self { list: Some(texts(emails, "emails")?), are_emails: true }),
            (Some(_), Some(_)) => Err(PyTypeError::new_err("HistoryRequest: expected phones or emails, not both")),
        }
    }
}

/// The options of a page of the history, apart from its recipients.
#[derive(Clone, Copy)]
struct Page {
    start: Date,
    end: Option<Date>,
    count: Option<u16>,
    older_than: Option<u64>,
    fmt: FormatOption,
    charset: CharsetOption,
}

impl Page {
    fn request<'p>(self, phones: &'p [&'p str], are_emails: bool) -> HistoryRequest<'p> {
        let request = HistoryRequest::day(self.start).phones(phones).format(self.fmt.0).charset(self.charset.0);
        let request = if are_emails { request.emails() } else { request };
        let request = self.end.map_or(request, |end| request.until(end));
        let request = self.count.map_or(request, |count| request.count(count));
        self.older_than.map_or(request, |older| request.older_than(older))
    }
}

/// Returns a request for a page of the history of sent messages.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "the parameters of a request")]
pub(crate) fn history_form(
    credentials: Py<Credentials>,
    start: &Bound<'_, PyAny>,
    end: Option<&Bound<'_, PyAny>>,
    phones: Option<&Bound<'_, PyAny>>,
    emails: Option<&Bound<'_, PyAny>>,
    cnt: Option<&Bound<'_, PyAny>>,
    prev_id: Option<&Bound<'_, PyAny>>,
    fmt: FormatOption,
    charset: CharsetOption,
) -> PyResult<Form> {
    let Recipients { list, are_emails } = Recipients::new(phones, emails)?;
    // The core takes an empty list for no limit at all.
    if list.as_ref().is_some_and(Vec::is_empty) {
        let parameter = if are_emails { "email" } else { "phone" };
        return Err(missing(start.py(), parameter, "at least one phone or address, or None for all"));
    }
    let page = Page {
        start: date(start, "start")?,
        end: end.map(|end| date(end, "end")).transpose()?,
        count: cnt.map(|cnt| small(cnt, "cnt")).transpose()?,
        older_than: prev_id.map(|prev_id| int_id(prev_id, "prev_id")).transpose()?,
        fmt,
        charset,
    };
    let query = page.request(&[], are_emails).query();
    let reply = ReplyQuery::Records(Options::of(&query, Call::History.endpoint(), None));
    let list = list.unwrap_or_default();
    Form::new(start.py(), credentials, Call::History, reply, move |visit| {
        let phones: Vec<_> = list.iter().map(String::as_str).collect();
        visit(&page.request(&phones, are_emails))
    })
}

/// Returns a request for incoming messages.
#[pyfunction]
pub(crate) fn incoming_form(
    py: Python<'_>,
    credentials: Py<Credentials>,
    hour: Option<&Bound<'_, PyAny>>,
    after_id: Option<&Bound<'_, PyAny>>,
    to_phone: Option<&Bound<'_, PyAny>>,
    charset: CharsetOption,
) -> PyResult<Form> {
    let hours = hour.map(|hour| small(hour, "hour")).transpose()?;
    let after = after_id.map(|after_id| id(after_id, "after_id")).transpose()?;
    let to = to_phone.map(|to_phone| text(to_phone, "to_phone")).transpose()?;
    let query = IncomingRequest::new().charset(charset.0).query();
    Form::new(py, credentials, Call::History, query.into(), move |visit| {
        let request = IncomingRequest::new().charset(charset.0);
        let request = hours.map_or(request, |hours| request.hours(hours));
        let request = after.as_ref().map_or(request, |after| request.after(after.to_core()));
        visit(&to.as_ref().map_or(request, |to| request.to(to)))
    })
}
