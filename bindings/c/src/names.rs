//! Results and errors as English texts.

use core::ffi::{CStr, c_char};
use core::fmt::{self, Write};

use smsc_proto::{ErrorKind, Field};

use crate::codes::smsc_field;
use crate::error::{reading_kind, writing_kind};
use crate::raw;
use crate::results::smsc_result;
use crate::types::{smsc_error, smsc_view};

/// Defines the text of each result.
macro_rules! results {
    ($($Result:ident $text:literal;)*) => {
        pub(crate) fn text_of(code: i32) -> Option<&'static CStr> {
            match code {
                $(_ if code == smsc_result::$Result as i32 => Some($text),)*
                _ => None,
            }
        }
    };
}

results! {
    Ok c"success";
    End c"the end was reached";
    NeedMore c"more bytes are needed";
    Deleted c"the messages were deleted";
    Refused c"the server rejected the request";
    Unexpected c"the record was not requested";
    NoName c"the number or the text is unknown";
    NotInPlan c"the message or the request is not in the plan";
    Null c"a required pointer is NULL";
    Value c"an argument is out of range";
    SizeQuery c"the size of the smsc_query is too small";
    SizeRecord c"the size of the smsc_record is too small";
    SizeApiError c"the size of the smsc_api_error is too small";
    SizeError c"the size of the smsc_error is too small";
    SizeFlag c"the size of the smsc_flag is too small";
    SizeOutcome c"the size of the smsc_outcome is too small";
    SizeQuestion c"the size of the smsc_question is too small";
    SizeRequest c"the size of the smsc_request is too small";
    SizeRequestError c"the size of the smsc_request_error is too small";
    SizeSent c"the size of the smsc_sent is too small";
    SizeSentPhone c"the size of the smsc_sent_phone is too small";
    SizeBalance c"the size of the smsc_balance is too small";
    SizeOperator c"the size of the smsc_operator is too small";
    SizeIncoming c"the size of the smsc_incoming is too small";
    SizeStatistics c"the size of the smsc_statistics is too small";
    SizeCallback c"the size of the smsc_callback is too small";
    SizeCallbackError c"the size of the smsc_callback_error is too small";
    SizeAttempt c"the size of the smsc_attempt is too small";
    SizeAdvice c"the size of the smsc_advice is too small";
    SizeSending c"the size of the smsc_sending is too small";
    SizeSendAdvice c"the size of the smsc_send_advice is too small";
    SizeMerged c"the size of the smsc_merged is too small";
    SizePlanConfig c"the size of the smsc_plan_config is too small";
    SizePlanMessage c"the size of the smsc_plan_message is too small";
    SizePlanAsk c"the size of the smsc_plan_ask is too small";
    SizePlanState c"the size of the smsc_plan_state is too small";
    PlanFull c"the plan is full: wait until a message is at its end, or give it more slots";
    TwoEncodings c"the record would have texts in two encodings: convert them to UTF-8 before";
    State c"the reader, writer or plan was not started, or has ended";
    Utf8 c"a text is not valid UTF-8";
    Buffer c"the buffer is too small";
    NoTexts c"the library was built without texts";
    NotAReply c"the body is not a reply to this query";
    Field c"a value is invalid";
    FieldCount c"the number of fields is wrong";
    Label c"a key is unexpected";
    Syntax c"the syntax is invalid";
    NotARecord c"a list item is not a record";
    NoStatus c"a record has no status";
    TrailingBytes c"the reply continues after its end";
    ApiError c"the API error is invalid";
    OutsideRecord c"a line does not belong to a record";
    NoEnd c"a record is unterminated";
    TooLong c"a line is too long";
    InvalidValue c"a value of the reply is invalid";
    MissingKey c"a value of the reply is missing";
    Unsupported c"the reply has a form that is not supported";
    Malformed c"the reply is malformed";
    Character c"a text contains a character that the charset lacks";
    Forbidden c"a text contains a character that XML forbids";
    LineBreak c"a text contains a line break, which the format cannot represent";
    Comma c"a value contains a comma that would end it";
    Ambiguous c"a value makes the record ambiguous";
    LabelInText c"a text contains a key that would end it";
    NoPlace c"a value cannot be represented in the format";
    Absent c"a value is missing, which the format cannot represent";
    Misread c"a value would be read as another value";
    Unreadable c"a value is missing or of a form that makes the record unreadable";
    Range c"a value is out of range";
    WriteTooLong c"the record is too long";
    EmptyBatch c"the batch has no record";
    NotABatch c"the query is for one message, not for a batch";
    Unwritable c"the reply cannot be written";
    RequestMissing c"a parameter of the request is missing";
    RequestInvalid c"a parameter of the request is invalid";
    RequestTooLong c"a text of the request is too long";
    RequestTooMany c"a list of the request has too many items";
    RequestRepeated c"a message occurs twice in the request";
    RequestCharset c"a text of the request contains a character that its charset lacks";
    RequestUnsupported c"the reply to such a request is not known";
    RequestUrlTooLong c"the URL of the request is too long";
    RequestUnwritable c"the request cannot be written";
    CallbackEmpty c"the notification is empty";
    CallbackSyntax c"the syntax of the notification is invalid";
    CallbackNotFlat c"the notification has nested values";
    CallbackNotInCharset c"the notification contains a character that its charset lacks";
    CallbackRepeated c"a field of the notification has two values";
    CallbackNotANotification c"the body is not a notification";
    CallbackSeveralKinds c"the notification has fields of several kinds";
    CallbackField c"a value of the notification is invalid";
    CallbackEmptySecret c"the secret is empty";
    CallbackNoSignature c"the notification has no signature";
    CallbackCrc32 c"the notification has only a signature that cannot be verified";
    CallbackMissing c"a field that the signature covers is missing";
    CallbackColon c"a signed field contains a colon";
    CallbackOtherKind c"the signed text may be of another kind of notification";
    CallbackSignatureForm c"the form of the signature is invalid";
    CallbackWrongSignature c"the signature is wrong";
    CallbackRejected c"the notification is rejected";
}

/// Returns the meaning of a result in English: a text in the library, with a NUL at the end; never
/// NULL.
#[unsafe(no_mangle)]
pub extern "C" fn smsc_result_describe(code: i32) -> *const c_char {
    let text = if cfg!(feature = "texts") { text_of(code) } else { Some(c"(built without texts)") };
    text.unwrap_or(c"an unknown result").as_ptr()
}

/// Describes an error in one line of English, such as `byte 38: invalid cost: expected a decimal
/// number with at most 4 fraction digits`. The line contains nothing of the reply.
///
/// Writes the line to `buf`, which has `size` bytes, with a NUL at the end. `*len` becomes the
/// length without the NUL. A `size` of 256 is always enough.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_BUFFER if `size` is not greater than the length;
/// `*len` is set then. Returns SMSC_RESULT_VALUE if no function has filled `error`,
/// SMSC_RESULT_NULL, SMSC_RESULT_SIZE_… or SMSC_RESULT_NO_TEXTS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_error_describe(error: *const smsc_error, buf: *mut c_char, size: usize, len: *mut usize) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (error, buffer, len) = unsafe { (raw::input(error)?, raw::buffer(buf, size)?, raw::output(len)?) };
        if !cfg!(feature = "texts") {
            return Err(smsc_result::NoTexts);
        }
        let text = text_of(error.code).filter(|_| error.code >= 100).ok_or(smsc_result::Value)?;
        // SAFETY: a function of this library filled the error, so that these are texts of its own.
        let (name, expected) = unsafe { (own_text(error.name)?, own_text(error.expected)?) };
        let mut line = Line { buffer, len: 0 };
        // `Line` never fails: it only counts what does not fit.
        let _ = write_message(&mut line, &error, text.to_str().unwrap_or_default(), name, expected);
        raw::end_text(line.buffer, line.len, len)
    })
}

/// Returns a text of the library that a struct refers to. An absent text is empty.
///
/// # Safety
///
/// If the view is not absent, it must be that of a text in the library.
pub(crate) unsafe fn own_text(view: smsc_view) -> Result<&'static str, smsc_result> {
    // SAFETY: the caller promises that the bytes are in the library.
    let bytes = unsafe { view.get() }?.unwrap_or_default();
    Ok(core::str::from_utf8(bytes).unwrap_or_default())
}

/// Writes the message of the core's error. `text` replaces the kind if the core has none for the
/// code.
fn write_message(line: &mut Line<'_>, error: &smsc_error, text: &str, name: &str, expected: &str) -> fmt::Result {
    if (200..300).contains(&error.code) {
        write!(line, "byte {}: ", error.offset)?;
        // The core's kinds with a name cannot be made again from a text.
        match error.code {
            code if code == smsc_result::InvalidValue as i32 => return write!(line, "invalid {name}: expected {expected}"),
            code if code == smsc_result::MissingKey as i32 => return write!(line, "missing {name}: expected {expected}"),
            _ => {}
        }
        return match reading_kind(error) {
            Some(ErrorKind::NotAReply(body)) => write!(line, "not {expected}: {body}"),
            Some(ErrorKind::FieldCount { found }) => write!(line, "expected {expected}, found {found}"),
            Some(kind) => write!(line, "{kind}: expected {expected}"),
            None => write!(line, "{text}: expected {expected}"),
        };
    }
    if let Some(part) = part_name(error.field) {
        write!(line, "{part}: ")?;
    }
    match writing_kind(error) {
        Some(kind) => write!(line, "{kind}"),
        None if error.amount != 0 => write!(line, "{text}: {} bytes needed", error.amount),
        None => line.write_str(text),
    }
}

/// Returns the name on the wire of a field or part in smsc_field.
pub(crate) fn part_name(number: i32) -> Option<&'static str> {
    match number {
        _ if number == smsc_field::ErrorText as i32 => Some("error"),
        _ if number == smsc_field::ErrorCode as i32 => Some("error_code"),
        _ => Some(Field::ALL.get(usize::try_from(number).ok()?)?.name()),
    }
}

/// A buffer for a text: it holds what fits, and `len` counts all that was written.
pub(crate) struct Line<'b> {
    pub(crate) buffer: &'b mut [u8],
    pub(crate) len: usize,
}

impl Write for Line<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.len + text.len();
        if let Some(free) = self.buffer.get_mut(self.len..end) {
            free.copy_from_slice(text.as_bytes());
        }
        self.len = end;
        Ok(())
    }
}
