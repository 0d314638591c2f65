//! Parses the replies to other calls than that for statuses.

use core::ffi::c_char;
use core::mem::MaybeUninit;

use smsc_proto::calls::{
    Amount, BalanceQuery, BalanceReply, IncomingMessages, IncomingQuery, IncomingReply, OperatorQuery, OperatorReply, SendQuery,
    SendReply, SentPhones, StatisticsQuery, StatisticsReply, StatisticsRows,
};
use smsc_proto::{Charset, Cost, Format};

use crate::calls_types::{smsc_balance, smsc_list, smsc_operator, smsc_sent};
use crate::encoding::{charset, of_texts};
use crate::error::fill_reading;
use crate::raw::{self, SizedOutput};
use crate::read::fill_api_error;
use crate::record::{id_fields, view};
use crate::request_send::cost;
use crate::request_types::{smsc_call, smsc_request};
use crate::request_values::format;
use crate::results::smsc_result;
use crate::types::{smsc_api_error, smsc_error, smsc_view};

/// Parses the reply to a message to send, or to a request for its price. `body` is `len` bytes
/// long.
///
/// Of the request only `call`, `format`, `charset` and `cost` are looked at. The body is not
/// copied: the texts of `sent` and its phones refer to it. `api_error` and `error` may be NULL if
/// they are not wanted.
///
/// Returns SMSC_RESULT_OK if `sent` was filled. Returns SMSC_RESULT_REFUSED if the server rejected
/// the request, with the reason in `api_error`. Returns a result from 200 to 299 if the body cannot
/// be parsed, with the details in `error`; SMSC_RESULT_UNSUPPORTED means that it has a form that
/// was never seen. **The message may have been sent all the same**: request the status of its id.
/// Returns SMSC_RESULT_VALUE if the request is for another call or has a number that is none of its
/// enum, SMSC_RESULT_NULL or SMSC_RESULT_SIZE_…. After any of these but SMSC_RESULT_OK, `phones` of
/// `sent` is not started, and the rest of `sent` is unchanged.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_parse_send(
    request: *const smsc_request,
    body: *const c_char,
    len: usize,
    sent: *mut smsc_sent,
    api_error: *mut smsc_api_error,
    error: *mut smsc_error,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument. The body stays
        // unchanged while `sent` and its phones are in use, so that it may be `'static` here.
        let (size, sent) = unsafe { raw::sized_output(sent) }?;
        // The phones of an earlier reply may refer to a body that the C program has freed.
        raw::clear::<SentPhones<'static>>(phones_of(sent));
        // SAFETY: as above.
        let given = unsafe { Given::new(request, smsc_call::Send, body, len, api_error, error) }?;
        let query = SendQuery::new(given.format, cost(given.request.cost)?).charset(given.charset);
        match query.read(given.body) {
            Ok(SendReply::Sent(found)) => {
                let (id, text_id) = id_fields(Some(found.id));
                sent.write(smsc_sent {
                    id,
                    text_id,
                    encoding: of_texts([found.code]),
                    count: found.count,
                    cost: smsc_view::of_optional(found.cost.map(Cost::as_bytes)),
                    balance: smsc_view::of_optional(found.balance.map(Amount::as_bytes)),
                    code: view(found.code),
                    ..empty(size)
                });
                raw::store(phones_of(sent), found.phones);
                Ok(smsc_result::Ok)
            }
            Ok(SendReply::Price(found)) => {
                let cost = smsc_view::of(found.cost.as_bytes());
                sent.write(smsc_sent { is_price: 1, count: found.count, cost, ..empty(size) });
                raw::store(phones_of(sent), found.phones);
                Ok(smsc_result::Ok)
            }
            Ok(SendReply::Error(found)) => Ok(fill_api_error(&found, given.api_error)),
            Err(found) => Err(fill_reading(&found, given.error)),
        }
    })
}

/// Parses the reply to a request for the balance. For the arguments and results see
/// smsc_parse_send; of the request `cost` is not looked at, and a failure leaves `balance`
/// unchanged.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_parse_balance(
    request: *const smsc_request,
    body: *const c_char,
    len: usize,
    balance: *mut smsc_balance,
    api_error: *mut smsc_api_error,
    error: *mut smsc_error,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let ((size, output), given) =
            unsafe { (raw::sized_output(balance)?, Given::new(request, smsc_call::Balance, body, len, api_error, error)?) };
        match BalanceQuery::new(given.format).charset(given.charset).read(given.body) {
            Ok(BalanceReply::Balance(found)) => {
                output.write(smsc_balance {
                    size,
                    encoding: of_texts([found.currency]),
                    amount: smsc_view::of(found.amount.as_bytes()),
                    credit: smsc_view::of_optional(found.credit.map(Amount::as_bytes)),
                    currency: view(found.currency),
                });
                Ok(smsc_result::Ok)
            }
            Ok(BalanceReply::Error(found)) => Ok(fill_api_error(&found, given.api_error)),
            Err(found) => Err(fill_reading(&found, given.error)),
        }
    })
}

/// Parses the reply to a request for the operator of a phone. For the arguments and results see
/// smsc_parse_balance.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_parse_operator(
    request: *const smsc_request,
    body: *const c_char,
    len: usize,
    found: *mut smsc_operator,
    api_error: *mut smsc_api_error,
    error: *mut smsc_error,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let ((size, output), given) =
            unsafe { (raw::sized_output(found)?, Given::new(request, smsc_call::Operator, body, len, api_error, error)?) };
        match OperatorQuery::new(given.format).charset(given.charset).read(given.body) {
            Ok(OperatorReply::Operator(found)) => {
                output.write(smsc_operator {
                    size,
                    encoding: of_texts([found.country, found.operator, found.region, found.mcc, found.mnc, found.tz]),
                    country: view(found.country),
                    operator_: view(found.operator),
                    region: view(found.region),
                    mcc: view(found.mcc),
                    mnc: view(found.mnc),
                    tz: view(found.tz),
                });
                Ok(smsc_result::Ok)
            }
            Ok(OperatorReply::Error(found)) => Ok(fill_api_error(&found, given.api_error)),
            Err(found) => Err(fill_reading(&found, given.error)),
        }
    })
}

/// Starts parsing the reply to a request for incoming messages: smsc_list_next_incoming returns
/// them. The body must stay where it is, unchanged, for as long as the list or its messages are
/// used.
///
/// For the arguments and results see smsc_parse_send. Incoming messages are known in fmt 3 alone,
/// so that another `format` is SMSC_RESULT_VALUE. After any result but SMSC_RESULT_OK, `list` is
/// not started, even if it was before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_parse_incoming(
    request: *const smsc_request,
    body: *const c_char,
    len: usize,
    list: *mut smsc_list,
    api_error: *mut smsc_api_error,
    error: *mut smsc_error,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument. The body stays
        // unchanged while the list is in use, so that it may be `'static` here.
        let (list, given) = unsafe {
            (
                raw::cleared::<IncomingMessages<'static>>(list)?,
                Given::new(request, smsc_call::Incoming, body, len, api_error, error)?,
            )
        };
        if given.format != Format::Json {
            return Err(smsc_result::Value);
        }
        match IncomingQuery::new().charset(given.charset).read(given.body) {
            Ok(IncomingReply::Messages(messages)) => {
                raw::store(list, messages);
                Ok(smsc_result::Ok)
            }
            Ok(IncomingReply::Error(found)) => Ok(fill_api_error(&found, given.api_error)),
            Err(found) => Err(fill_reading(&found, given.error)),
        }
    })
}

/// Starts parsing the reply to a request for statistics: smsc_list_next_statistics returns the
/// rows. For the arguments and results see smsc_parse_incoming; in a format other than fmt 3 only
/// an API error can be read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_parse_statistics(
    request: *const smsc_request,
    body: *const c_char,
    len: usize,
    list: *mut smsc_list,
    api_error: *mut smsc_api_error,
    error: *mut smsc_error,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument. The body stays
        // unchanged while the list is in use, so that it may be `'static` here.
        let (list, given) = unsafe {
            (
                raw::cleared::<StatisticsRows<'static>>(list)?,
                Given::new(request, smsc_call::Statistics, body, len, api_error, error)?,
            )
        };
        match StatisticsQuery::new(given.format).charset(given.charset).read(given.body) {
            Ok(StatisticsReply::Rows(rows)) => {
                raw::store(list, rows);
                Ok(smsc_result::Ok)
            }
            Ok(StatisticsReply::Error(found)) => Ok(fill_api_error(&found, given.api_error)),
            Err(found) => Err(fill_reading(&found, given.error)),
        }
    })
}

/// The inputs and the outputs for failures that these functions have in common.
struct Given<'a> {
    request: smsc_request,
    format: Format,
    charset: Charset,
    body: &'a [u8],
    api_error: Option<SizedOutput<'a, smsc_api_error>>,
    error: Option<SizedOutput<'a, smsc_error>>,
}

impl Given<'_> {
    /// Checks the arguments of a function for the replies to this call.
    ///
    /// # Safety
    ///
    /// The C program must keep docs/c-abi.md, “Pointers”, for each argument, and for the body for
    /// as long as these are in use.
    unsafe fn new(
        request: *const smsc_request,
        call: smsc_call,
        body: *const c_char,
        len: usize,
        api_error: *mut smsc_api_error,
        error: *mut smsc_error,
    ) -> Result<Self, smsc_result> {
        // SAFETY: the caller promises it.
        let (request, body, api_error, error) = unsafe {
            (
                raw::input(request)?,
                raw::bytes(body, len)?,
                raw::optional_sized_output(api_error)?,
                raw::optional_sized_output(error)?,
            )
        };
        if request.call != call as i32 {
            return Err(smsc_result::Value);
        }
        let format = format(&request)?.unwrap_or(Format::Json);
        Ok(Self { format, charset: charset(request.charset)?, request, body, api_error, error })
    }
}

/// Returns a smsc_sent without values, whose phones are not started.
const fn empty(size: u32) -> smsc_sent {
    smsc_sent {
        size,
        is_price: 0,
        id: 0,
        encoding: 0,
        count: 0,
        text_id: smsc_view::NONE,
        cost: smsc_view::NONE,
        balance: smsc_view::NONE,
        code: smsc_view::NONE,
        phones: smsc_list { opaque: [0; 16] },
    }
}

const fn phones_of(sent: &mut MaybeUninit<smsc_sent>) -> &mut MaybeUninit<smsc_list> {
    // SAFETY: the field is a part of memory that may be written, and may be uninitialised.
    unsafe { &mut *(&raw mut (*sent.as_mut_ptr()).phones).cast::<MaybeUninit<smsc_list>>() }
}
