//! Requests to the service: the URL and the body, in a buffer of the C program.

use core::ffi::c_char;
use core::fmt;

use smsc_proto::request::{Credentials, Request, RequestError, Server};

use crate::names::Line;
use crate::raw::{self, SizePrefixed};
use crate::request_build as build;
use crate::request_error::{Failure, smsc_request_error};
use crate::request_types::{NO_DATE, smsc_call, smsc_request, smsc_send_kind};
use crate::results::smsc_result;
use crate::types::{smsc_query, smsc_view};

// SAFETY: `repr(C)`, the size first, and any bits are a value of its integers and pointers.
unsafe impl SizePrefixed for smsc_request {
    const WRONG_SIZE: smsc_result = smsc_result::SizeRequest;
}

/// Starts a request of the kind that `call` says, a smsc_call. Every other field gets its default:
/// a reply in utf-8 and in the format that suits the call, from smsc.ru over HTTPS.
/// `request->size` must be set.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if `call` is no smsc_call, SMSC_RESULT_NULL or
/// SMSC_RESULT_SIZE_….
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_request_init(request: *mut smsc_request, call: i32) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for the only pointer.
        let (size, output) = unsafe { raw::sized_output(request) }?;
        if !(0..=smsc_call::Send as i32).contains(&call) {
            return Err(smsc_result::Value);
        }
        output.write(smsc_request {
            size,
            call,
            plain_http: 0,
            format: -1,
            all: 0,
            charset: crate::codes::smsc_charset::Utf8 as i32,
            kind: crate::codes::smsc_kind::Auto as i32,
            batch: 0,
            cur: 0,
            emails: 0,
            cnt: -1,
            hour: -1,
            send_kind: smsc_send_kind::Sms as i32,
            translit: -1,
            cost: 0,
            err: 0,
            op: 0,
            id: 0,
            after_id: 0,
            start: NO_DATE,
            end: NO_DATE,
            prev_id: -1,
            requested: core::ptr::null(),
            requested_len: 0,
            phones: core::ptr::null(),
            phones_len: 0,
            apikey: smsc_view::NONE,
            login: smsc_view::NONE,
            psw: smsc_view::NONE,
            host: smsc_view::NONE,
            phone: smsc_view::NONE,
            to_phone: smsc_view::NONE,
            text: smsc_view::NONE,
            text_id: smsc_view::NONE,
            after_text_id: smsc_view::NONE,
            sender: smsc_view::NONE,
            time: smsc_view::NONE,
            valid: smsc_view::NONE,
        });
        Ok(smsc_result::Ok)
    })
}

/// Writes the URL to POST to, which has no parameters.
///
/// Writes the URL to `buf`, which has `size` bytes, with a NUL at the end. `*len` becomes the length
/// in bytes without that NUL. Call it with `buf` NULL and `size` 0 to get only the length. `error`
/// may be NULL if it is not wanted.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_BUFFER if `size` is not greater than the length:
/// `*len` is set then, and nothing is written. Returns a result from 400 to 499 if the request is
/// wrong, with the details in `error`. Returns SMSC_RESULT_NULL, SMSC_RESULT_VALUE or
/// SMSC_RESULT_SIZE_… if an argument is wrong.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_request_write_url(
    request: *const smsc_request,
    buf: *mut c_char,
    size: usize,
    len: *mut usize,
    error: *mut smsc_request_error,
) -> i32 {
    // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
    unsafe { write(request, buf, size, len, error, Part::Url) }
}

/// Writes the body to POST, whose content type is SMSC_REQUEST_CONTENT_TYPE. It has the credentials:
/// do not log it. For the arguments and results see smsc_request_write_url.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_request_write_body(
    request: *const smsc_request,
    buf: *mut c_char,
    size: usize,
    len: *mut usize,
    error: *mut smsc_request_error,
) -> i32 {
    // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
    unsafe { write(request, buf, size, len, error, Part::Body) }
}

/// Writes the URL to GET, which has all parameters, and with them the credentials: servers and
/// proxies log it. It has at most 2,000 characters. For the arguments and results see
/// smsc_request_write_url.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_request_write_get_url(
    request: *const smsc_request,
    buf: *mut c_char,
    size: usize,
    len: *mut usize,
    error: *mut smsc_request_error,
) -> i32 {
    // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
    unsafe { write(request, buf, size, len, error, Part::GetUrl) }
}

/// Returns the query that reads the reply to a request for statuses, a deletion or the history. It
/// refers to the pairs of the request. Its `index` is NULL.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if the reply to such a call is read without a
/// query, or a number of the request is none of its enum. Returns a result from 400 to 499 if the
/// request is wrong, SMSC_RESULT_NULL or SMSC_RESULT_SIZE_….
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_request_get_query(request: *const smsc_request, query: *mut smsc_query) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (given, (size, output)) = unsafe { (raw::input(request)?, raw::sized_output(query)?) };
        // SAFETY: as above, for the pointers of the request.
        let built = unsafe { build::request(&given) }.map_err(|failure| failure.fill(None))?;
        output.write(build::query(&built, &given, size).ok_or(smsc_result::Value)?);
        Ok(smsc_result::Ok)
    })
}

/// What is written of a request.
#[derive(Clone, Copy)]
enum Part {
    Url,
    Body,
    GetUrl,
}

impl Part {
    fn write(
        self,
        request: &dyn Request,
        server: &Server<'_>,
        credentials: Option<&Credentials<'_>>,
        out: &mut dyn fmt::Write,
    ) -> Result<(), RequestError> {
        match (self, credentials) {
            (Self::Url, _) | (_, None) => request.write_url(server, out),
            (Self::Body, Some(credentials)) => request.write_body(credentials, out),
            (Self::GetUrl, Some(credentials)) => request.write_get_url(server, credentials, out),
        }
    }
}

/// Writes a part of a request into a buffer.
///
/// # Safety
///
/// The C program must keep docs/c-abi.md, “Pointers”, for each argument.
unsafe fn write(
    request: *const smsc_request,
    buf: *mut c_char,
    size: usize,
    len: *mut usize,
    error: *mut smsc_request_error,
    part: Part,
) -> i32 {
    raw::run(|| {
        // SAFETY: the caller promises it.
        let (given, buffer, len, error) =
            unsafe { (raw::input(request)?, raw::buffer(buf, size)?, raw::output(len)?, raw::optional_sized_output(error)?) };
        // SAFETY: as above, for the pointers of the request.
        let count = match unsafe { fill(&given, part, buffer) } {
            Ok(count) => count,
            Err(failure) => return Err(failure.fill(error)),
        };
        raw::end_text(buffer, count, len)
    })
}

/// Writes a part of a request if it fits with a NUL after it, and returns its length. It is counted
/// first, because a buffer with a part of it must not look like a request.
///
/// # Safety
///
/// As for [`build::request`].
unsafe fn fill(given: &smsc_request, part: Part, buffer: &mut [u8]) -> Result<usize, Failure> {
    // SAFETY: the caller makes the promises that these require.
    let (built, server) = unsafe { (build::request(given)?, build::server(given)?) };
    let credentials = match part {
        Part::Url => None,
        // SAFETY: as above.
        Part::Body | Part::GetUrl => Some(unsafe { build::credentials(given) }?),
    };
    let request = built.as_request();
    let mut counted = Line { buffer: &mut [], len: 0 };
    part.write(request, &server, credentials.as_ref(), &mut counted)?;
    let count = counted.len;
    if count < buffer.len() {
        let mut line = Line { buffer, len: 0 };
        part.write(request, &server, credentials.as_ref(), &mut line)?;
    }
    Ok(count)
}
