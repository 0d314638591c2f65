//! Converts C's numbers to the core's types. A number that is none of an enum is an error, never a
//! guess.

use smsc_proto::{Detail, Endpoint, ErrCode, Format, Lang, MessageKind, MessageType, Query};

use crate::codes::{smsc_endpoint, smsc_format, smsc_kind, smsc_lang};
use crate::encoding::charset;
use crate::index::Index;
use crate::pairs;
use crate::raw::{self, SizePrefixed};
use crate::results::smsc_result;
use crate::types::smsc_query;

// SAFETY: `repr(C)`, the size first, and any bits are a value of its integers and pointers.
unsafe impl SizePrefixed for smsc_query {
    const WRONG_SIZE: smsc_result = smsc_result::SizeQuery;
}

/// Returns the request that a C program describes.
///
/// # Safety
///
/// As for [`raw::input`]; and the pairs must be set and stay unchanged for `'q`, as must the index.
pub(crate) unsafe fn query<'q>(ptr: *const smsc_query) -> Result<Query<'q>, smsc_result> {
    // SAFETY: the caller makes the promise that `input` requires.
    let given = unsafe { raw::input(ptr) }?;
    let all = u8::try_from(given.all).ok().and_then(|number| Detail::try_from(number).ok()).ok_or(smsc_result::Value)?;
    let query = Query::new(format(given.format)?, all).charset(charset(given.charset)?).kind(kind(given.kind)?);
    let query = if switch(given.batch)? { query.batch() } else { query };
    // SAFETY: the caller promises that the pairs are set and stay unchanged.
    let pairs = unsafe { pairs::slice(given.requested, given.requested_len) }?;
    let query = if given.requested.is_null() { query } else { query.requested(pairs) };
    if given.index.is_null() {
        return Ok(query);
    }
    // SAFETY: the caller promises that the index stays where it is.
    let index = unsafe { raw::shared::<Index>(given.index) }?;
    // The positions in a table of other pairs would be wrong.
    if index.is_of(pairs) { Ok(query.indexed(index)) } else { Err(smsc_result::Value) }
}

pub(crate) fn format(number: i32) -> Result<Format, smsc_result> {
    const FORMATS: [(smsc_format, Format); 4] = [
        (smsc_format::KeyValue, Format::KeyValue),
        (smsc_format::Values, Format::Values),
        (smsc_format::Xml, Format::Xml),
        (smsc_format::Json, Format::Json),
    ];
    FORMATS.into_iter().find(|(known, _)| number == *known as i32).map(|(_, format)| format).ok_or(smsc_result::Value)
}

const KINDS: [(smsc_kind, MessageKind); 4] = [
    (smsc_kind::Auto, MessageKind::Auto),
    (smsc_kind::Sms, MessageKind::Sms),
    (smsc_kind::Hlr, MessageKind::Hlr),
    (smsc_kind::Email, MessageKind::Email),
];

/// Returns the number of a kind of messages.
pub(crate) fn kind_number(kind: MessageKind) -> i32 {
    // The core has no others.
    KINDS.into_iter().find(|(_, known)| *known == kind).map_or(smsc_kind::Auto, |(number, _)| number) as i32
}

pub(crate) fn kind(number: i32) -> Result<MessageKind, smsc_result> {
    KINDS.into_iter().find(|(known, _)| number == *known as i32).map(|(_, kind)| kind).ok_or(smsc_result::Value)
}

/// Returns a number, of which -1 is none.
pub(crate) fn optional(number: i32) -> Result<Option<u32>, smsc_result> {
    match number {
        -1 => Ok(None),
        _ => u32::try_from(number).map(Some).map_err(|_| smsc_result::Value),
    }
}

/// Returns the err of a number, of which -1 is none.
pub(crate) fn err(number: i32) -> Result<Option<ErrCode>, smsc_result> {
    optional(number).map(|number| number.map(ErrCode))
}

/// Returns the message type of a number, of which -1 counts as SMS.
pub(crate) fn message_type(number: i32) -> Result<MessageType, smsc_result> {
    let known = |number: u32| u8::try_from(number).map(MessageType).map_err(|_| smsc_result::Value);
    optional(number)?.map_or(Ok(MessageType::SMS), known)
}

const ENDPOINTS: [(smsc_endpoint, Endpoint); 6] = [
    (smsc_endpoint::Status, Endpoint::Status),
    (smsc_endpoint::Send, Endpoint::Send),
    (smsc_endpoint::Balance, Endpoint::Balance),
    (smsc_endpoint::History, Endpoint::History),
    (smsc_endpoint::Info, Endpoint::Info),
    (smsc_endpoint::WaitCall, Endpoint::WaitCall),
];

/// Returns the endpoint of a number, or `None` for `SMSC_ENDPOINT_ANY`.
pub(crate) fn endpoint(number: i32) -> Result<Option<Endpoint>, smsc_result> {
    if number == smsc_endpoint::Any as i32 {
        return Ok(None);
    }
    ENDPOINTS.into_iter().find(|(known, _)| number == *known as i32).map(|(_, found)| Some(found)).ok_or(smsc_result::Value)
}

/// Returns the number of an endpoint, and `SMSC_ENDPOINT_ANY` for none.
pub(crate) fn endpoint_number(endpoint: Option<Endpoint>) -> i32 {
    let found = ENDPOINTS.into_iter().find(|(_, known)| Some(*known) == endpoint);
    found.map_or(smsc_endpoint::Any, |(number, _)| number) as i32
}

pub(crate) fn lang(number: i32) -> Result<Lang, smsc_result> {
    match number {
        _ if number == smsc_lang::En as i32 => Ok(Lang::En),
        _ if number == smsc_lang::Ru as i32 => Ok(Lang::Ru),
        _ if number == smsc_lang::Fr as i32 => Ok(Lang::Fr),
        _ => Err(smsc_result::Value),
    }
}

/// Returns whether a switch is on. Fails with `Value` unless the number is 0 or 1.
pub(crate) const fn switch(number: i32) -> Result<bool, smsc_result> {
    match number {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(smsc_result::Value),
    }
}
