//! Errors of requests as a C struct, and as a text.

use core::ffi::c_char;
use core::fmt::{self, Write as _};

use smsc_proto::request::{RequestError, RequestErrorKind};

use crate::names::{Line, own_text, text_of};
use crate::raw::{self, SizePrefixed, SizedOutput};
pub(crate) use crate::request_types::smsc_request_error;
use crate::results::smsc_result;
use crate::types::smsc_view;

// SAFETY: `repr(C)`, the size first, and any bits are a value of its integers and pointers.
unsafe impl SizePrefixed for smsc_request_error {
    const WRONG_SIZE: smsc_result = smsc_result::SizeRequestError;
}

/// Describes the error of a request in one line of English, such as “`valid`: invalid: expected
/// 1 to 24 hours”. The line contains no credentials, no phone and no
/// text.
///
/// Writes the line to `buf`, which has `size` bytes, with a NUL at the end. `*len` becomes the
/// length without the NUL. A `size` of 256 is always enough.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_BUFFER if `size` is not greater than the length;
/// `*len` is set then. Returns SMSC_RESULT_VALUE if no function has filled `error`,
/// SMSC_RESULT_NULL, SMSC_RESULT_SIZE_… or SMSC_RESULT_NO_TEXTS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_request_error_describe(
    error: *const smsc_request_error,
    buf: *mut c_char,
    size: usize,
    len: *mut usize,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (error, buffer, len) = unsafe { (raw::input(error)?, raw::buffer(buf, size)?, raw::output(len)?) };
        if !cfg!(feature = "texts") {
            return Err(smsc_result::NoTexts);
        }
        let text = text_of(error.code).filter(|_| (400..500).contains(&error.code)).ok_or(smsc_result::Value)?;
        // SAFETY: a function of this library filled the error, so that these are texts of its own.
        let (parameter, expected) = unsafe { (own_text(error.parameter)?, own_text(error.expected)?) };
        let mut line = Line { buffer, len: 0 };
        // `Line` never fails: it only counts what does not fit.
        let _ = write_message(&mut line, &error, parameter, expected, text.to_str().unwrap_or_default());
        raw::end_text(line.buffer, line.len, len)
    })
}

/// Writes the message of the core's error. `text` replaces the kind if the core has none for the
/// code.
fn write_message(line: &mut Line<'_>, error: &smsc_request_error, parameter: &str, expected: &str, text: &str) -> fmt::Result {
    write!(line, "`{parameter}`")?;
    if error.item >= 0 {
        write!(line, ", item {}", error.item.saturating_add(1))?;
    }
    match kind(error.code, error.amount) {
        Some(kind) => write!(line, ": {kind}: expected {expected}"),
        None => write!(line, ": {text}: expected {expected}"),
    }
}

/// Why a request cannot be written, without the result for a struct of C.
pub(crate) enum Failure {
    /// An argument is wrong.
    Call(smsc_result),
    /// The request is wrong.
    Request(Found),
}

/// What is wrong with a request, which the core found, or which a struct of C can hold and the
/// core's request cannot.
pub(crate) struct Found {
    kind: RequestErrorKind,
    parameter: &'static str,
    item: Option<usize>,
    expected: &'static str,
}

impl Found {
    const fn new(kind: RequestErrorKind, parameter: &'static str, expected: &'static str) -> Self {
        Self { kind, parameter, item: None, expected }
    }

    pub(crate) const fn missing(parameter: &'static str, expected: &'static str) -> Self {
        Self::new(RequestErrorKind::Missing, parameter, expected)
    }

    pub(crate) const fn invalid(parameter: &'static str, expected: &'static str) -> Self {
        Self::new(RequestErrorKind::Invalid, parameter, expected)
    }

    pub(crate) const fn unsupported(parameter: &'static str, expected: &'static str) -> Self {
        Self::new(RequestErrorKind::Unsupported, parameter, expected)
    }
}

impl From<smsc_result> for Failure {
    fn from(result: smsc_result) -> Self {
        Self::Call(result)
    }
}

impl From<Found> for Failure {
    fn from(found: Found) -> Self {
        Self::Request(found)
    }
}

impl From<RequestError> for Failure {
    fn from(error: RequestError) -> Self {
        let (kind, parameter, item, expected) = (error.kind(), error.parameter(), error.item(), error.expected());
        Self::Request(Found { kind, parameter, item, expected })
    }
}

impl Failure {
    /// Fills the struct of an error of the request, if it is wanted, and returns the result.
    pub(crate) fn fill(self, output: Option<SizedOutput<'_, smsc_request_error>>) -> smsc_result {
        let found = match self {
            Self::Call(result) => return result,
            Self::Request(found) => found,
        };
        let (code, amount) = number(found.kind);
        if let Some((size, output)) = output {
            output.write(smsc_request_error {
                size,
                code: code as i32,
                item: found.item.and_then(|item| i64::try_from(item).ok()).unwrap_or(-1),
                parameter: smsc_view::of(found.parameter.as_bytes()),
                expected: smsc_view::of(found.expected.as_bytes()),
                amount,
            });
        }
        code
    }
}

/// Returns the result for a kind of error, and the number that belongs to it.
const fn number(kind: RequestErrorKind) -> (smsc_result, usize) {
    match kind {
        RequestErrorKind::Missing => (smsc_result::RequestMissing, 0),
        RequestErrorKind::Invalid => (smsc_result::RequestInvalid, 0),
        RequestErrorKind::TooLong { max } => (smsc_result::RequestTooLong, max),
        RequestErrorKind::TooMany { max } => (smsc_result::RequestTooMany, max),
        RequestErrorKind::Repeated { first } => (smsc_result::RequestRepeated, first),
        RequestErrorKind::Charset { at } => (smsc_result::RequestCharset, at),
        RequestErrorKind::Unsupported => (smsc_result::RequestUnsupported, 0),
        RequestErrorKind::UrlTooLong { max } => (smsc_result::RequestUrlTooLong, max),
        // The outputs here never reject bytes, and the core has no other kinds.
        _ => (smsc_result::RequestUnwritable, 0),
    }
}

/// Returns the kind of a result, or `None` if the core has no such kind.
fn kind(code: i32, amount: usize) -> Option<RequestErrorKind> {
    let kinds = [
        RequestErrorKind::Missing,
        RequestErrorKind::Invalid,
        RequestErrorKind::TooLong { max: amount },
        RequestErrorKind::TooMany { max: amount },
        RequestErrorKind::Repeated { first: amount },
        RequestErrorKind::Charset { at: amount },
        RequestErrorKind::Unsupported,
        RequestErrorKind::UrlTooLong { max: amount },
    ];
    kinds.into_iter().find(|kind| number(*kind).0 as i32 == code)
}
