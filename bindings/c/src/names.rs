//! Results and errors in words.

use core::ffi::{CStr, c_char};
use core::fmt::{self, Write};

use smsc_proto::{BodyKind, Field};

use crate::codes::{smsc_field, smsc_result};
use crate::raw;
use crate::types::smsc_error;

/// The text of each result.
macro_rules! results {
    ($($Result:ident $text:literal;)*) => {
        fn text_of(code: i32) -> Option<&'static CStr> {
            match code {
                $(_ if code == smsc_result::$Result as i32 => Some($text),)*
                _ => None,
            }
        }
    };
}

results! {
    Ok c"done";
    End c"the reply is over";
    NeedMore c"more bytes are needed";
    Deleted c"the messages were deleted";
    Refused c"the request was refused";
    Unexpected c"nobody asked for this record";
    NoName c"the number or the text is not known";
    Null c"a pointer is NULL";
    Value c"an argument is out of its range";
    Size c"the size of a struct is wrong";
    State c"it has not been begun, or is over";
    Utf8 c"a text that is not UTF-8";
    Buffer c"the buffer is too small";
    NoTexts c"the library was built without texts";
    NotAReply c"not a reply";
    Field c"an unreadable value";
    FieldCount c"a wrong number of fields";
    Label c"no label";
    Syntax c"broken syntax";
    NotARecord c"no record";
    NoStatus c"a record without a status";
    TrailingBytes c"bytes behind the end of the reply";
    ApiError c"an unreadable API error";
    OutsideRecord c"a line outside any record";
    NoEnd c"a record without an end";
    TooLong c"a line that is too long";
    Malformed c"malformed";
    Character c"a character that the charset does not have";
    Forbidden c"a character that XML forbids";
    LineBreak c"a line break";
    Comma c"a comma that would end the value";
    Ambiguous c"the record would be ambiguous";
    LabelInText c"a label inside the text";
    NoPlace c"the format has no place for it";
    Absent c"absent, and would come back empty";
    Misread c"it would be read as something else";
    Unreadable c"as it is, the record could not be read";
    Range c"a value that it cannot have";
    WriteTooLong c"a record that is too long";
    EmptyBatch c"a batch without a record";
    NotABatch c"a batch for a query of one message";
    Unwritable c"it cannot be written";
}

/// What a result means, in English: a text of the library's own, ended by a NUL, never NULL.
#[unsafe(no_mangle)]
pub extern "C" fn smsc_result_describe(code: i32) -> *const c_char {
    let text = if cfg!(feature = "texts") { text_of(code) } else { Some(c"(built without texts)") };
    text.unwrap_or(c"an unknown result").as_ptr()
}

/// Puts an error into one line of English, such as `byte 38: an unreadable value (cost), expected
/// digits, or digits, a dot and 1 to 4 digits`.
///
/// Writes to `buf`, which has `size` bytes, and ends it with a NUL. `*len` becomes the length without
/// the NUL; a `size` of 256 is always enough.
///
/// Gives SMSC_RESULT_OK; SMSC_RESULT_BUFFER if `size` is not greater than the length, which is told all
/// the same; SMSC_RESULT_NULL, SMSC_RESULT_SIZE; SMSC_RESULT_VALUE if no function has filled `error`;
/// SMSC_RESULT_NO_TEXTS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_error_describe(error: *const smsc_error, buf: *mut c_char, size: usize, len: *mut usize) -> i32 {
    let message = || {
        // SAFETY: as the header's contract says.
        let error = unsafe { raw::read(error) }?;
        // SAFETY: as the header's contract says.
        let buffer = unsafe { raw::buffer(buf, size) }?;
        // SAFETY: as the header's contract says.
        let len = unsafe { raw::place(len) }?;
        if !cfg!(feature = "texts") {
            return Err(smsc_result::NoTexts);
        }
        let text = text_of(error.code).filter(|_| error.code >= 100).ok_or(smsc_result::Value)?;
        // SAFETY: a function of this library filled it, so that this is one of its own texts.
        let expected = unsafe { error.expected.get() }?.unwrap_or_default();
        let mut line = Line { buffer, len: 0 };
        // The line only counts what does not fit.
        let _ =
            write_message(&mut line, &error, text.to_str().unwrap_or_default(), core::str::from_utf8(expected).unwrap_or_default());
        raw::written(line.buffer, line.len, len)
    };
    raw::code(message())
}

fn write_message(line: &mut Line<'_>, error: &smsc_error, text: &str, expected: &str) -> fmt::Result {
    let is_reading = (200..300).contains(&error.code);
    if is_reading {
        write!(line, "byte {}: ", error.offset)?;
    }
    line.write_str(text)?;
    if let Some(part) = part_name(error.field) {
        write!(line, " ({part})")?;
    }
    if let Some(body_kind) = usize::try_from(error.body_kind).ok().and_then(|at| BODY_KINDS.get(at)) {
        write!(line, ": {body_kind}")?;
    }
    if error.amount != 0 {
        write!(line, " ({})", error.amount)?;
    }
    if is_reading { write!(line, ", expected {expected}") } else { Ok(()) }
}

/// By smsc_body_kind.
const BODY_KINDS: [BodyKind; 6] =
    [BodyKind::Empty, BodyKind::Markup, BodyKind::Json, BodyKind::KeyValue, BodyKind::Values, BodyKind::Text];

/// What the wire calls a smsc_field.
pub(crate) fn part_name(number: i32) -> Option<&'static str> {
    match number {
        _ if number == smsc_field::ErrorText as i32 => Some("error"),
        _ if number == smsc_field::ErrorCode as i32 => Some("error_code"),
        _ => Some(Field::ALL.get(usize::try_from(number).ok()?)?.name()),
    }
}

/// A buffer that keeps the start of what is written, and counts all of it.
struct Line<'b> {
    buffer: &'b mut [u8],
    len: usize,
}

impl Write for Line<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.len + text.len();
        if let Some(place) = self.buffer.get_mut(self.len..end) {
            place.copy_from_slice(text.as_bytes());
        }
        self.len = end;
        Ok(())
    }
}
