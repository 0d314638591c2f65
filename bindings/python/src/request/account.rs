//! Requests about the account and about phones: the balance, statistics, operators.

use pyo3::prelude::*;
use smsc_proto::request::{BalanceRequest, OperatorRequest, StatisticsRequest};
use smsc_proto::retry::Call;

use crate::options::{CharsetOption, CurrencyOption, FormatOption};
use crate::request::credentials::Credentials;
use crate::request::form::Form;
use crate::request::values::{date, text};

/// Returns a request for the balance of the account.
#[pyfunction]
pub(crate) fn balance_form(
    py: Python<'_>,
    credentials: Py<Credentials>,
    currency: CurrencyOption,
    fmt: FormatOption,
    charset: CharsetOption,
) -> PyResult<Form> {
    let request = BalanceRequest::new().format(fmt.0).charset(charset.0);
    let request = if currency.0 { request.currency() } else { request };
    Form::new(py, credentials, Call::Balance, request.query().into(), move |visit| visit(&request))
}

/// Returns a request for the number and the cost of the messages of some days.
#[pyfunction]
pub(crate) fn statistics_form(
    credentials: Py<Credentials>,
    start: &Bound<'_, PyAny>,
    end: &Bound<'_, PyAny>,
    charset: CharsetOption,
) -> PyResult<Form> {
    let request = StatisticsRequest::new(date(start, "start")?, date(end, "end")?).charset(charset.0);
    Form::new(start.py(), credentials, Call::History, request.query().into(), move |visit| visit(&request))
}

/// Returns a request for the operator of a phone.
#[pyfunction]
pub(crate) fn operator_form(credentials: Py<Credentials>, phone: &Bound<'_, PyAny>, charset: CharsetOption) -> PyResult<Form> {
    let owned = text(phone, "phone")?;
    let query = OperatorRequest::new(&owned).charset(charset.0).query();
    Form::new(phone.py(), credentials, Call::Operator, query.into(), move |visit| {
        visit(&OperatorRequest::new(&owned).charset(charset.0))
    })
}
