//! Push notifications: parsed, and their signatures verified.

use core::ffi::c_char;
use core::mem::MaybeUninit;

use smsc_proto::callback::{Algorithm, Callback, CallbackError, CallbackEvent, CallbackField, CallbackFormat, Secret, Verified};
use smsc_proto::{Charset, Escape, Record, RecordBuilder, StatusCode, Text};

use crate::callback_error::fill as fill_error;
use crate::callback_types::{
    smsc_callback, smsc_callback_algorithm, smsc_callback_error, smsc_callback_format, smsc_callback_kind, smsc_form_field,
};
use crate::encoding::{charset, encoding};
use crate::raw::{self, SizedOutput};
use crate::record::{self, view};
use crate::results::smsc_result;
use crate::types::{smsc_record, smsc_view};

/// Parses a push notification, and verifies its signature with the secret of the handler's URL.
///
/// `body` is the body of a POST, or the query of a GET, `len` bytes long. It is decoded in place:
/// its content is unspecified after the call, and the texts of `callback` point into it. `format`
/// is a smsc_callback_format, `charset` a smsc_charset: windows-1251 unless the URL of the handler
/// requests another one. `secret` is the value of `sha1` or `md5` in that URL. `error` may be NULL
/// if it is not wanted.
///
/// Returns SMSC_RESULT_OK if the signature is right; `is_verified` is 1 then. Returns a result from
/// 500 to 599 if the body is no notification, or if its signature is missing or wrong, with the
/// details in `error`. Returns SMSC_RESULT_NULL, SMSC_RESULT_VALUE or SMSC_RESULT_SIZE_… if an
/// argument is wrong. After any of these but SMSC_RESULT_OK, `callback` is empty, unless it is NULL
/// or too small.
///
/// A notification may be sent again by somebody who has seen it: the signature does not cover the
/// time of a status or an incoming message.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_callback_verify(
    body: *mut c_char,
    len: usize,
    format: i32,
    charset: i32,
    secret: *const c_char,
    secret_len: usize,
    callback: *mut smsc_callback,
    error: *mut smsc_callback_error,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (output, error) = unsafe { outputs(callback, error) }?;
        // SAFETY: as above.
        let (secret, source) = unsafe { (raw::bytes(secret, secret_len)?, body_of(body, len, format, charset)?) };
        finish(&verify(source, secret), output, error)
    })
}

/// Verifies a push notification whose form was decoded already, by a framework. `fields` has
/// `count` names and values. The bytes of the values are in `charset`: a framework that returns
/// texts has decoded them, and they must be encoded again. For the other arguments and the results
/// see smsc_callback_verify.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_callback_verify_fields(
    fields: *const smsc_form_field,
    count: usize,
    charset: i32,
    secret: *const c_char,
    secret_len: usize,
    callback: *mut smsc_callback,
    error: *mut smsc_callback_error,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (output, error) = unsafe { outputs(callback, error) }?;
        // SAFETY: as above.
        let (secret, source) = unsafe { (raw::bytes(secret, secret_len)?, fields_of(fields, count, charset)?) };
        finish(&verify(source, secret), output, error)
    })
}

/// Parses a push notification without verifying it: **anybody may have sent it**, so that
/// `is_verified` is 0. For the arguments and the results see smsc_callback_verify.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_callback_parse(
    body: *mut c_char,
    len: usize,
    format: i32,
    charset: i32,
    callback: *mut smsc_callback,
    error: *mut smsc_callback_error,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (output, error) = unsafe { outputs(callback, error) }?;
        // SAFETY: as above.
        let source = unsafe { body_of(body, len, format, charset) }?;
        finish(&source.parse().map(Found::Unverified), output, error)
    })
}

/// Parses a push notification whose form was decoded already, without verifying it: **anybody may
/// have sent it**. For the arguments see smsc_callback_verify_fields, for the results
/// smsc_callback_parse.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_callback_parse_fields(
    fields: *const smsc_form_field,
    count: usize,
    charset: i32,
    callback: *mut smsc_callback,
    error: *mut smsc_callback_error,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (output, error) = unsafe { outputs(callback, error) }?;
        // SAFETY: as above.
        let source = unsafe { fields_of(fields, count, charset) }?;
        finish(&source.parse().map(Found::Unverified), output, error)
    })
}

type Outputs<'a> = (SizedOutput<'a, smsc_callback>, Option<SizedOutput<'a, smsc_callback_error>>);

/// Returns the outputs of a function. The notification is empty first, so that a program that
/// ignores the result reads nothing of an earlier one.
///
/// # Safety
///
/// The C program must keep docs/c-abi.md, “Pointers”, for each argument.
unsafe fn outputs<'a>(callback: *mut smsc_callback, error: *mut smsc_callback_error) -> Result<Outputs<'a>, smsc_result> {
    // SAFETY: the caller promises it.
    let (size, callback) = unsafe { raw::sized_output(callback) }?;
    callback.write(empty(size));
    // SAFETY: as above.
    let error = unsafe { raw::optional_sized_output(error) }?;
    Ok(((size, callback), error))
}

/// The notification that a C program passes.
enum Source<'a> {
    Body(&'a mut [u8], CallbackFormat, Charset),
    Fields(&'a [smsc_form_field], Charset),
}

/// Returns a body to parse.
///
/// # Safety
///
/// The C program must keep docs/c-abi.md, “Pointers”, for each argument.
unsafe fn body_of<'a>(body: *mut c_char, len: usize, format: i32, number: i32) -> Result<Source<'a>, smsc_result> {
    const FORMATS: [(smsc_callback_format, CallbackFormat); 3] = [
        (smsc_callback_format::Form, CallbackFormat::Form),
        (smsc_callback_format::Xml, CallbackFormat::Xml),
        (smsc_callback_format::Json, CallbackFormat::Json),
    ];
    // SAFETY: the caller promises it.
    let body = unsafe { raw::buffer(body, len) }?;
    let format = FORMATS.into_iter().find(|(known, _)| format == *known as i32).ok_or(smsc_result::Value)?.1;
    Ok(Source::Body(body, format, charset(number)?))
}

/// Returns fields to parse, whose views have all been checked.
///
/// # Safety
///
/// The C program must keep docs/c-abi.md, “Pointers”, for each argument, and for each view of the
/// fields.
unsafe fn fields_of<'a>(fields: *const smsc_form_field, count: usize, number: i32) -> Result<Source<'a>, smsc_result> {
    // SAFETY: the caller promises it; any bits are a field.
    let fields = unsafe { raw::items(fields, count) }?;
    for field in fields {
        // SAFETY: as above.
        unsafe { (field.name.get()?, field.value.get()?) };
    }
    Ok(Source::Fields(fields, charset(number)?))
}

impl<'a> Source<'a> {
    fn parse(self) -> Result<Callback<'a>, CallbackError> {
        match self {
            Self::Body(body, format, charset) => Callback::parse(body, format, charset),
            Self::Fields(fields, charset) => Callback::from_fields(
                charset,
                // SAFETY: `fields_of` has checked every view.
                fields.iter().map(|field| unsafe { (checked(field.name), checked(field.value)) }),
            ),
        }
    }
}

/// Returns the bytes of a view that was checked. An absent view is empty.
///
/// # Safety
///
/// As for [`smsc_view::get`].
unsafe fn checked<'a>(view: smsc_view) -> &'a [u8] {
    // SAFETY: the caller promises it.
    unsafe { view.get() }.ok().flatten().unwrap_or_default()
}

/// A notification that was read.
enum Found<'a> {
    Unverified(Callback<'a>),
    Verified(Verified<'a>),
}

fn verify<'a>(source: Source<'a>, secret: &[u8]) -> Result<Found<'a>, CallbackError> {
    let secret = Secret::new(secret)?;
    source.parse()?.verify(&secret).map(Found::Verified)
}

/// Fills the outputs of a function, and returns its result.
fn finish(
    found: &Result<Found<'_>, CallbackError>,
    (size, output): SizedOutput<'_, smsc_callback>,
    error: Option<SizedOutput<'_, smsc_callback_error>>,
) -> Result<smsc_result, smsc_result> {
    match found {
        Ok(Found::Unverified(callback)) => fill(callback.unverified(), &empty(size), output),
        Ok(Found::Verified(verified)) => {
            let algorithm = algorithm_number(verified.algorithm());
            let covered = verified.covered().iter().fold(0, |bits, field| bits | bit(*field));
            fill(verified.event(), &smsc_callback { is_verified: 1, algorithm, covered, ..empty(size) }, output);
        }
        Err(found) => return Err(fill_error(*found, error)),
    }
    Ok(smsc_result::Ok)
}

/// Fills a notification, of which only the event is missing.
fn fill(event: &CallbackEvent<'_>, start: &smsc_callback, output: &mut MaybeUninit<smsc_callback>) {
    let plain = |text: Option<Text<'_>>| text.map_or(0, |text| encoding(text.charset(), Escape::None));
    output.write(match event {
        CallbackEvent::Status(found) => smsc_callback {
            kind: smsc_callback_kind::Status as i32,
            encoding: encoding(found.charset(), found.escape()),
            record: c_record(found),
            phone: view(found.phone()),
            ts: found.last_timestamp().unwrap_or(0),
            ..*start
        },
        CallbackEvent::Incoming(found) => smsc_callback {
            kind: smsc_callback_kind::Incoming as i32,
            encoding: plain(Some(found.mes())),
            phone: view(found.phone()),
            mes: view(Some(found.mes())),
            to: view(found.to()),
            sms_id: view(found.sms_id()),
            ..*start
        },
        CallbackEvent::Call(found) => smsc_callback {
            kind: smsc_callback_kind::Call as i32,
            encoding: plain(Some(found.waitcall())),
            phone: view(found.phone()),
            waitcall: view(Some(found.waitcall())),
            ts: found.ts().unwrap_or(0),
            ..*start
        },
        // The core has no other events.
        _ => *start,
    });
}

/// Returns an empty notification.
fn empty(size: u32) -> smsc_callback {
    smsc_callback {
        size,
        kind: smsc_callback_kind::None as i32,
        is_verified: 0,
        algorithm: smsc_callback_algorithm::None as i32,
        covered: 0,
        encoding: 0,
        record: c_record(&RecordBuilder::new(StatusCode(i32::MIN)).build()),
        phone: smsc_view::NONE,
        mes: smsc_view::NONE,
        to: smsc_view::NONE,
        sms_id: smsc_view::NONE,
        waitcall: smsc_view::NONE,
        ts: 0,
    }
}

#[inline(never)]
fn c_record(found: &Record<'_>) -> smsc_record {
    let mut record = MaybeUninit::uninit();
    record::fill(found, u32::try_from(size_of::<smsc_record>()).unwrap_or(0), &mut record);
    // SAFETY: `fill` writes every field.
    unsafe { record.assume_init() }
}

/// Returns the bit of a field in `covered`.
const fn bit(field: CallbackField) -> u32 {
    1 << field as u32
}

const ALGORITHMS: [(smsc_callback_algorithm, Algorithm); 2] =
    [(smsc_callback_algorithm::Md5, Algorithm::Md5), (smsc_callback_algorithm::Sha1, Algorithm::Sha1)];

fn algorithm_number(algorithm: Algorithm) -> i32 {
    let found = ALGORITHMS.into_iter().find(|(_, known)| *known == algorithm);
    // The core has no others.
    found.map_or(smsc_callback_algorithm::None, |(number, _)| number) as i32
}

/// Returns the name of a smsc_callback_algorithm.
pub(crate) fn algorithm_name(number: i32) -> Option<&'static str> {
    ALGORITHMS.into_iter().find(|(known, _)| *known as i32 == number).map(|(_, algorithm)| algorithm.name())
}

/// Returns the name on the wire of a smsc_callback_field.
pub(crate) fn field_name(number: i32) -> Option<&'static str> {
    CallbackField::ALL.get(usize::try_from(number).ok()?).map(|field| field.name())
}

/// Returns the name of a smsc_callback_kind.
pub(crate) fn kind_name(number: i32) -> Option<&'static str> {
    match number {
        _ if number == smsc_callback_kind::Status as i32 => Some("status"),
        _ if number == smsc_callback_kind::Incoming as i32 => Some("incoming"),
        _ if number == smsc_callback_kind::Call as i32 => Some("call"),
        _ => None,
    }
}
