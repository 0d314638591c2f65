//! Errors of push notifications as a C struct, and as a text.

use core::ffi::c_char;
use core::fmt::{self, Write as _};

use smsc_proto::callback::{Algorithm, CallbackError, CallbackErrorKind, CallbackField};

use crate::callback_types::smsc_callback_error;
use crate::names::{Line, own_text, text_of};
use crate::raw::{self, SizedOutput};
use crate::results::smsc_result;
use crate::types::smsc_view;

/// Describes the error of a push notification in one line of English, with what to do about it. The
/// line contains nothing of the notification and nothing of the secret.
///
/// Writes the line to `buf`, which has `size` bytes, with a NUL at the end. `*len` becomes the
/// length without the NUL. A `size` of 256 is always enough.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_BUFFER if `size` is not greater than the length;
/// `*len` is set then. Returns SMSC_RESULT_VALUE if no function has filled `error`,
/// SMSC_RESULT_NULL, SMSC_RESULT_SIZE_… or SMSC_RESULT_NO_TEXTS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_callback_error_describe(
    error: *const smsc_callback_error,
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
        let text = text_of(error.code).filter(|_| (500..600).contains(&error.code)).ok_or(smsc_result::Value)?;
        // SAFETY: a function of this library filled the error, so that `expected` is a text of its
        // own.
        let expected = unsafe { own_text(error.expected) }?;
        let mut line = Line { buffer, len: 0 };
        // `Line` never fails: it only counts what does not fit.
        let _ = write_message(&mut line, &error, expected, text.to_str().unwrap_or_default());
        raw::end_text(line.buffer, line.len, len)
    })
}

/// Writes the message of the core's error. `text` replaces the kind if the core has none for the
/// code and the field.
fn write_message(line: &mut Line<'_>, error: &smsc_callback_error, expected: &'static str, text: &str) -> fmt::Result {
    if error.offset >= 0 {
        write!(line, "byte {}: ", error.offset)?;
    }
    match kind(error.code, field(error.field), expected) {
        Some(kind) => write!(line, "{kind}"),
        None => line.write_str(text),
    }
}

/// Fills the struct of an error, if it is wanted, and returns the result.
pub(crate) fn fill(error: CallbackError, output: Option<SizedOutput<'_, smsc_callback_error>>) -> smsc_result {
    let code = number(error.kind());
    if let Some((size, output)) = output {
        output.write(smsc_callback_error {
            size,
            code: code as i32,
            field: error.kind().field().map_or(-1, |field| field as i32),
            offset: error.offset().and_then(|offset| i64::try_from(offset).ok()).unwrap_or(-1),
            expected: match error.kind() {
                CallbackErrorKind::Syntax(expected) => smsc_view::of(expected.as_bytes()),
                _ => smsc_view::NONE,
            },
        });
    }
    code
}

/// Returns the name of a result from 500 to 599.
pub(crate) fn error_name(code: i32) -> Option<&'static str> {
    // The name does not depend on the field, as long as it can be the one of a signature.
    kind(code, Some(CallbackField::Sha1), "").map(CallbackErrorKind::name)
}

fn field(number: i32) -> Option<CallbackField> {
    CallbackField::ALL.get(usize::try_from(number).ok()?).copied()
}

/// Returns the result for a kind of error.
const fn number(kind: CallbackErrorKind) -> smsc_result {
    match kind {
        CallbackErrorKind::Empty => smsc_result::CallbackEmpty,
        CallbackErrorKind::Syntax(_) => smsc_result::CallbackSyntax,
        CallbackErrorKind::NotFlat => smsc_result::CallbackNotFlat,
        CallbackErrorKind::NotInCharset(_) => smsc_result::CallbackNotInCharset,
        CallbackErrorKind::Repeated(_) => smsc_result::CallbackRepeated,
        CallbackErrorKind::NotANotification => smsc_result::CallbackNotANotification,
        CallbackErrorKind::SeveralKinds => smsc_result::CallbackSeveralKinds,
        CallbackErrorKind::Field(_) => smsc_result::CallbackField,
        CallbackErrorKind::EmptySecret => smsc_result::CallbackEmptySecret,
        CallbackErrorKind::NoSignature => smsc_result::CallbackNoSignature,
        CallbackErrorKind::Crc32 => smsc_result::CallbackCrc32,
        CallbackErrorKind::Missing(_) => smsc_result::CallbackMissing,
        CallbackErrorKind::Colon(_) => smsc_result::CallbackColon,
        CallbackErrorKind::OtherKind => smsc_result::CallbackOtherKind,
        CallbackErrorKind::SignatureForm(_) => smsc_result::CallbackSignatureForm,
        CallbackErrorKind::WrongSignature(_) => smsc_result::CallbackWrongSignature,
        // The core has no other kinds.
        _ => smsc_result::CallbackRejected,
    }
}

/// Returns the kind of a result, or `None` if the core has no such kind or the field is not one of
/// those that it can be about.
fn kind(code: i32, field: Option<CallbackField>, expected: &'static str) -> Option<CallbackErrorKind> {
    let plain = [
        CallbackErrorKind::Empty,
        CallbackErrorKind::Syntax(expected),
        CallbackErrorKind::NotFlat,
        CallbackErrorKind::NotANotification,
        CallbackErrorKind::SeveralKinds,
        CallbackErrorKind::EmptySecret,
        CallbackErrorKind::NoSignature,
        CallbackErrorKind::Crc32,
        CallbackErrorKind::OtherKind,
    ];
    let of_field = |field| {
        [
            CallbackErrorKind::NotInCharset(field),
            CallbackErrorKind::Repeated(field),
            CallbackErrorKind::Field(field),
            CallbackErrorKind::Missing(field),
            CallbackErrorKind::Colon(field),
        ]
    };
    let of_algorithm = |algorithm| [CallbackErrorKind::SignatureForm(algorithm), CallbackErrorKind::WrongSignature(algorithm)];
    let algorithm = match field {
        Some(CallbackField::Md5) => Some(Algorithm::Md5),
        Some(CallbackField::Sha1) => Some(Algorithm::Sha1),
        _ => None,
    };
    let kinds = plain.into_iter().chain(field.into_iter().flat_map(of_field)).chain(algorithm.into_iter().flat_map(of_algorithm));
    kinds.into_iter().find(|kind| number(*kind) as i32 == code)
}
