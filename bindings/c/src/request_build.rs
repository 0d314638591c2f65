//! The core's requests from the struct of a C program.

use smsc_proto::request::{
    BalanceRequest, Credentials, DeleteRequest, HistoryRequest, IncomingRequest, OperatorRequest, Request, SendRequest, Server,
    StatisticsRequest, StatusRequest,
};
use smsc_proto::{Charset, Detail, Format, Query, Requested};

use crate::convert;
use crate::encoding::charset;
use crate::pairs;
use crate::request_error::{Failure, Found};
use crate::request_types::{smsc_call, smsc_request};
use crate::request_values::{count, date, format, id, needed_date, text};
use crate::results::smsc_result;
use crate::types::smsc_query;
use crate::{phone, request_send};

/// A request of the core.
pub(crate) enum Built<'r> {
    Status(StatusRequest<'r>),
    Delete(DeleteRequest<'r>),
    Balance(BalanceRequest),
    History(HistoryRequest<'r>),
    Incoming(IncomingRequest<'r>),
    Statistics(StatisticsRequest),
    Operator(OperatorRequest<'r>),
    Send(SendRequest<'r>),
}

impl Built<'_> {
    pub(crate) fn as_request(&self) -> &dyn Request {
        match self {
            Self::Status(request) => request,
            Self::Delete(request) => request,
            Self::Balance(request) => request,
            Self::History(request) => request,
            Self::Incoming(request) => request,
            Self::Statistics(request) => request,
            Self::Operator(request) => request,
            Self::Send(request) => request,
        }
    }
}

/// Returns the request that a C program describes. Only the fields that its call needs are looked
/// at.
///
/// # Safety
///
/// Every view of the request must stay readable and unchanged for `'r`. The pairs and the phones
/// must be set, and they and their texts must stay unchanged for `'r`.
pub(crate) unsafe fn request<'r>(given: &smsc_request) -> Result<Built<'r>, Failure> {
    // SAFETY: the caller makes the promises that all of these require.
    unsafe {
        match given.call {
            call if call == smsc_call::Status as i32 => status(given).map(Built::Status),
            call if call == smsc_call::Delete as i32 => delete(given).map(Built::Delete),
            call if call == smsc_call::Balance as i32 => balance(given).map(Built::Balance),
            call if call == smsc_call::History as i32 => history(given).map(Built::History),
            call if call == smsc_call::Incoming as i32 => incoming(given).map(Built::Incoming),
            call if call == smsc_call::Statistics as i32 => statistics(given).map(Built::Statistics),
            call if call == smsc_call::Operator as i32 => operator(given).map(Built::Operator),
            call if call == smsc_call::Send as i32 => request_send::request(given).map(Built::Send),
            _ => Err(smsc_result::Value.into()),
        }
    }
}

/// Returns the query that reads the reply, for the calls that have one. Its size is `size`.
pub(crate) fn query(built: &Built<'_>, given: &smsc_request, size: u32) -> Option<smsc_query> {
    let has_pairs = !matches!(built, Built::History(_));
    let query: Query<'_> = match built {
        Built::Status(request) => request.query(),
        Built::Delete(request) => request.query(),
        Built::History(request) => request.query(),
        _ => return None,
    };
    Some(smsc_query {
        size,
        format: query.get_format() as i32,
        all: query.get_detail() as i32,
        batch: query.is_batch().into(),
        charset: given.charset,
        kind: convert::kind_number(query.get_kind()),
        requested: if has_pairs { given.requested } else { core::ptr::null() },
        requested_len: if has_pairs { given.requested_len } else { 0 },
        index: core::ptr::null_mut(),
    })
}

/// Returns the server of a request.
///
/// # Safety
///
/// As for [`request`].
pub(crate) unsafe fn server<'r>(given: &smsc_request) -> Result<Server<'r>, Failure> {
    // SAFETY: the caller promises it.
    let server = match unsafe { text(given.host, "host") }? {
        Some(host) => Server::new(host)?,
        None => Server::SMSC_RU,
    };
    Ok(if convert::switch(given.plain_http)? { server.plain_http() } else { server })
}

/// Returns the credentials of a request.
///
/// # Safety
///
/// As for [`request`].
pub(crate) unsafe fn credentials<'r>(given: &smsc_request) -> Result<Credentials<'r>, Failure> {
    // SAFETY: the caller promises it.
    let (key, login, psw) = unsafe { (text(given.apikey, "apikey")?, text(given.login, "login")?, text(given.psw, "psw")?) };
    match (key, login, psw) {
        (Some(key), None, None) => Ok(Credentials::api_key(key)),
        (Some(_), ..) => Err(Found::invalid("apikey", "a key alone, or a login with a password").into()),
        (None, None, None) => Err(Found::missing("apikey", "a key of the account, or a login with a password").into()),
        (None, login, psw) => Ok(Credentials::login(login.unwrap_or_default(), psw.unwrap_or_default())),
    }
}

/// Fails if a format other than fmt 3 is requested, and returns the charset.
fn json_charset(given: &smsc_request) -> Result<Charset, Failure> {
    match format(given)? {
        None | Some(Format::Json) => Ok(charset(given.charset)?),
        Some(_) => Err(Found::unsupported("fmt", "fmt 3, whose reply is known").into()),
    }
}

/// Returns the messages of a request, which has at least one, and whether they are a batch.
///
/// # Safety
///
/// As for [`request`].
unsafe fn messages<'r>(given: &smsc_request) -> Result<(&'r [Requested<'r>], bool), Failure> {
    // SAFETY: the caller promises it.
    let pairs = unsafe { pairs::slice(given.requested, given.requested_len) }?;
    let is_batch = convert::switch(given.batch)?;
    match pairs {
        [] => Err(Found::missing("id", "at least one (id, phone) pair").into()),
        [_, _, ..] if !is_batch => Err(Found::invalid("id", "one (id, phone) pair, or a batch").into()),
        _ => Ok((pairs, is_batch)),
    }
}

/// # Safety
///
/// As for [`request`].
unsafe fn status<'r>(given: &smsc_request) -> Result<StatusRequest<'r>, Failure> {
    // SAFETY: the caller promises it.
    let request = match unsafe { messages(given) }? {
        ([message], false) => StatusRequest::one(*message),
        (messages, _) => StatusRequest::batch(messages),
    };
    let all = u8::try_from(given.all).ok().and_then(|number| Detail::try_from(number).ok()).ok_or(smsc_result::Value)?;
    let request = request.detail(all).charset(charset(given.charset)?).kind(convert::kind(given.kind)?);
    Ok(format(given)?.map_or(request, |format| request.format(format)))
}

/// # Safety
///
/// As for [`request`].
unsafe fn delete<'r>(given: &smsc_request) -> Result<DeleteRequest<'r>, Failure> {
    // SAFETY: the caller promises it.
    let request = match unsafe { messages(given) }? {
        ([message], false) => DeleteRequest::one(*message),
        (messages, _) => DeleteRequest::batch(messages),
    };
    let request = request.charset(charset(given.charset)?);
    Ok(format(given)?.map_or(request, |format| request.format(format)))
}

fn balance(given: &smsc_request) -> Result<BalanceRequest, Failure> {
    let request = BalanceRequest::new().charset(charset(given.charset)?);
    let request = if convert::switch(given.cur)? { request.currency() } else { request };
    Ok(format(given)?.map_or(request, |format| request.format(format)))
}

/// # Safety
///
/// As for [`request`].
unsafe fn history<'r>(given: &smsc_request) -> Result<HistoryRequest<'r>, Failure> {
    // SAFETY: the caller promises it.
    let phones = unsafe { phone::slice(given.phones, given.phones_len) }?;
    let mut request = HistoryRequest::day(needed_date(given.start, "start")?).phones(phones).charset(charset(given.charset)?);
    request = date(given.end, "end")?.map_or(request, |end| request.until(end));
    request = if convert::switch(given.emails)? { request.emails() } else { request };
    request = count(given.cnt).map_or(request, |cnt| request.count(cnt));
    if given.prev_id != -1 {
        let int_id = u64::try_from(given.prev_id).map_err(|_| Found::invalid("prev_id", "the `int_id` of a message"))?;
        request = request.older_than(int_id);
    }
    Ok(format(given)?.map_or(request, |format| request.format(format)))
}

/// # Safety
///
/// As for [`request`].
unsafe fn incoming<'r>(given: &smsc_request) -> Result<IncomingRequest<'r>, Failure> {
    // SAFETY: the caller promises it.
    let (after, to) = unsafe { (id(given.after_id, given.after_text_id, "after_id")?, text(given.to_phone, "to_phone")?) };
    let request = IncomingRequest::new().charset(json_charset(given)?);
    let request = count(given.hour).map_or(request, |hours| request.hours(hours));
    let request = after.map_or(request, |id| request.after(id));
    Ok(to.map_or(request, |phone| request.to(phone)))
}

fn statistics(given: &smsc_request) -> Result<StatisticsRequest, Failure> {
    let (start, end) = (needed_date(given.start, "start")?, needed_date(given.end, "end")?);
    Ok(StatisticsRequest::new(start, end).charset(json_charset(given)?))
}

/// # Safety
///
/// As for [`request`].
unsafe fn operator<'r>(given: &smsc_request) -> Result<OperatorRequest<'r>, Failure> {
    // SAFETY: the caller promises it.
    let phone = unsafe { text(given.phone, "phone") }?;
    Ok(OperatorRequest::new(phone.unwrap_or_default()).charset(json_charset(given)?))
}
