//! Requests that send messages.

use smsc_proto::CostMode;
use smsc_proto::request::{SendKind, SendRequest, SendTime, Translit, Validity};

use crate::convert;
use crate::encoding::charset;
use crate::request_error::{Failure, Found};
use crate::request_types::smsc_request;
use crate::results::smsc_result;
use crate::{phone, request_values as values};

/// Returns the request that a C program describes.
///
/// # Safety
///
/// As for [`crate::request_build::request`].
pub(crate) unsafe fn request<'r>(given: &smsc_request) -> Result<SendRequest<'r>, Failure> {
    // SAFETY: the caller promises it.
    let (phones, text, id, sender) = unsafe {
        (
            phone::slice(given.phones, given.phones_len)?,
            values::text(given.text, "mes")?,
            values::id(given.id, given.text_id, "id")?,
            values::text(given.sender, "sender")?,
        )
    };
    // SAFETY: as above.
    let (time, valid) = unsafe { (values::text(given.time, "time")?, values::text(given.valid, "valid")?) };
    let mut request = SendRequest::new(phones, text.unwrap_or_default()).charset(charset(given.charset)?);
    request = request.kind(kind(given.send_kind)?).cost(cost(given.cost)?);
    request = values::format(given)?.map_or(request, |format| request.format(format));
    request = id.map_or(request, |id| request.id(id));
    request = sender.map_or(request, |sender| request.sender(sender));
    if let Some(time) = time {
        let expected = "DDMMYYhhmm, DD.MM.YY hh:mm, h1-h2, 0 and Unix seconds, or + and minutes";
        request = request.time(SendTime::parse(time).ok_or_else(|| Found::invalid("time", expected))?);
    }
    if let Some(valid) = valid {
        let expected = "1 to 24 hours, or hh:mm up to 24:00";
        request = request.valid(Validity::parse(valid).ok_or_else(|| Found::invalid("valid", expected))?);
    }
    request = translit(given.translit)?.map_or(request, |translit| request.translit(translit));
    request = if convert::switch(given.err)? { request.list_errors() } else { request };
    Ok(if convert::switch(given.op)? { request.list_operators() } else { request })
}

fn kind(number: i32) -> Result<SendKind, smsc_result> {
    usize::try_from(number).ok().and_then(|at| SendKind::ALL.get(at)).copied().ok_or(smsc_result::Value)
}

pub(crate) fn cost(number: i32) -> Result<CostMode, smsc_result> {
    u8::try_from(number).ok().and_then(|number| CostMode::try_from(number).ok()).ok_or(smsc_result::Value)
}

const fn translit(number: i32) -> Result<Option<Translit>, smsc_result> {
    match number {
        -1 => Ok(None),
        0 => Ok(Some(Translit::Off)),
        1 => Ok(Some(Translit::Translit)),
        2 => Ok(Some(Translit::LookAlike)),
        _ => Err(smsc_result::Value),
    }
}
