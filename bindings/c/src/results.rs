//! The numbers that functions return. No function has this enum as its result: it is an `int32_t`, so that
//! a later version can return other numbers.

/// The results of the functions. Numbers below 100 are no failures. Each family of a hundred has
/// its own cause. A number is never reused for another meaning.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(C)]
pub enum smsc_result {
    /// Success. From a reader: a record was parsed.
    Ok = 0,
    /// The reply, the batch or the list has ended.
    End = 1,
    /// More bytes are needed to continue.
    NeedMore = 2,
    /// The server deleted the messages, as the request's `del=1` demanded.
    Deleted = 3,
    /// The server rejected the request; the smsc_api_error has the reason.
    Refused = 4,
    /// The record was not requested.
    Unexpected = 5,
    /// The number has no name, or the text is unknown.
    NoName = 6,
    /// The message, or the request, is not in the plan: it has ended, or never was there.
    NotInPlan = 7,

    /// Calling: a required pointer is NULL.
    Null = 100,
    /// Calling: a number is none of its enum, an id is invalid, or another argument is out of
    /// range.
    Value = 101,
    /// Calling: the `size` of a smsc_query is below that of this version of the library.
    SizeQuery = 102,
    /// Calling: a reader, chunk reader, writer or plan was not started, or a writer has ended.
    State = 103,
    /// Calling: a phone, or a text to look up, is not UTF-8.
    Utf8 = 104,
    /// Calling: the buffer is too small; the required length is returned. The content of the buffer
    /// is unspecified, unless the function says otherwise.
    Buffer = 105,
    /// Calling: the library was built without texts.
    NoTexts = 106,
    /// Calling: the `size` of a smsc_record is too small, as above.
    SizeRecord = 107,
    /// Calling: the `size` of a smsc_api_error is too small.
    SizeApiError = 108,
    /// Calling: the `size` of a smsc_error is too small.
    SizeError = 109,
    /// Calling: the `size` of a smsc_flag is too small.
    SizeFlag = 110,
    /// Calling: the `size` of a smsc_outcome is too small.
    SizeOutcome = 111,
    /// Calling: the `size` of a smsc_question is too small.
    SizeQuestion = 112,
    /// Calling: the `size` of a smsc_request is too small.
    SizeRequest = 113,
    /// Calling: the `size` of a smsc_request_error is too small.
    SizeRequestError = 114,
    /// Calling: the `size` of a smsc_sent is too small.
    SizeSent = 115,
    /// Calling: the `size` of a smsc_sent_phone is too small.
    SizeSentPhone = 116,
    /// Calling: the `size` of a smsc_balance is too small.
    SizeBalance = 117,
    /// Calling: the `size` of a smsc_operator is too small.
    SizeOperator = 118,
    /// Calling: the `size` of a smsc_incoming is too small.
    SizeIncoming = 119,
    /// Calling: the `size` of a smsc_statistics is too small.
    SizeStatistics = 120,
    /// Calling: the `size` of a smsc_callback is too small.
    SizeCallback = 121,
    /// Calling: the `size` of a smsc_callback_error is too small.
    SizeCallbackError = 122,
    /// Calling: the `size` of a smsc_attempt is too small.
    SizeAttempt = 123,
    /// Calling: the `size` of a smsc_advice is too small.
    SizeAdvice = 124,
    /// Calling: the `size` of a smsc_sending is too small.
    SizeSending = 125,
    /// Calling: the `size` of a smsc_send_advice is too small.
    SizeSendAdvice = 126,
    /// Calling: the `size` of a smsc_merged is too small.
    SizeMerged = 127,
    /// Calling: a record would have texts in two encodings.
    TwoEncodings = 128,
    /// Calling: the `size` of a smsc_plan_config is too small.
    SizePlanConfig = 129,
    /// Calling: the `size` of a smsc_plan_message is too small.
    SizePlanMessage = 130,
    /// Calling: the `size` of a smsc_plan_ask is too small.
    SizePlanAsk = 131,
    /// Calling: the `size` of a smsc_plan_state is too small.
    SizePlanState = 132,
    /// Calling: the plan has no slot for another message.
    PlanFull = 133,

    /// Parsing: the whole body is not a reply to such a query; `body_kind` says what it looks like.
    NotAReply = 200,
    /// Parsing: a value is out of its range or has the wrong form; `field` says which.
    Field = 201,
    /// Parsing: no reply to this query has this number of fields, or the line ends before the
    /// message; `amount` is the number.
    FieldCount = 202,
    /// Parsing: in fmt 0, a key is missing, repeated or out of order.
    Label = 203,
    /// Parsing: the JSON or XML is broken here, or nested too deep.
    Syntax = 204,
    /// Parsing: an item of a list is not a record.
    NotARecord = 205,
    /// Parsing: a record has no status, which is the only required field.
    NoStatus = 206,
    /// Parsing: bytes other than white space follow the end of the reply.
    TrailingBytes = 207,
    /// Parsing: the reply starts like an API error but does not continue like one.
    ApiError = 208,
    /// Parsing: a line neither starts a record nor belongs to one.
    OutsideRecord = 209,
    /// Parsing: a line starts a record that has no end.
    NoEnd = 210,
    /// Parsing: a line is longer than the limit for a record; `amount` is the limit.
    TooLong = 211,
    /// Parsing: in a reply to another call than that for statuses, a value is out of its range or
    /// has the wrong form; `name` says which.
    InvalidValue = 212,
    /// Parsing: in a reply to another call than that for statuses, a value is missing; `name` says
    /// which.
    MissingKey = 213,
    /// Parsing: the reply has a form that was never seen, so that its meaning would be a guess. It
    /// is not malformed.
    Unsupported = 214,
    /// Parsing: a failure that only a later version of this header has a number for.
    Malformed = 299,

    /// Writing: a character that the charset lacks. Replaced by `?`.
    Character = 300,
    /// Writing: a character that XML 1.0 forbids. Replaced by `?`.
    Forbidden = 301,
    /// Writing: a line break that the format cannot represent. Replaced by a space.
    LineBreak = 302,
    /// Writing: a comma that would end the value. Replaced by a space.
    Comma = 303,
    /// Writing: a comma or a value that makes the record ambiguous. It is kept when replacing, and
    /// readers will mark the record as ambiguous.
    Ambiguous = 304,
    /// Writing: a text of fmt 0 that contains a key. Replaced by breaking the key.
    LabelInText = 305,
    /// Writing: a value that the format cannot represent. Omitted when replacing.
    NoPlace = 306,
    /// Writing: an absent value that fmt 1 can only represent as an empty text. Left empty when
    /// replacing.
    Absent = 307,
    /// Writing: a value that a reader of fmt 1 would take for another one. Omitted when replacing.
    Misread = 308,
    /// Writing: a field is missing, or has a form, that makes the record unreadable. There is no
    /// replacement.
    Unreadable = 309,
    /// Writing: a value that is impossible on the wire. There is no replacement.
    Range = 310,
    /// Writing: a record of a batch in fmt 0 or 1 that is longer than the limit for a record;
    /// `amount` is the limit.
    WriteTooLong = 311,
    /// Writing: a batch of fmt 0 or 1 without a record, which is not a reply.
    EmptyBatch = 312,
    /// Writing: a batch for a query of one message.
    NotABatch = 313,
    /// Writing: a failure that only a later version of this header has a number for.
    Unwritable = 399,

    /// Requesting: a value that is needed is missing or empty.
    RequestMissing = 400,
    /// Requesting: a value has a wrong form, is out of range, or contains a character that it
    /// cannot have.
    RequestInvalid = 401,
    /// Requesting: a text has more characters than the service accepts; `amount` is the maximum.
    RequestTooLong = 402,
    /// Requesting: a list has too many items for one request; `amount` is the maximum.
    RequestTooMany = 403,
    /// Requesting: an (id, phone) pair occurs twice; `amount` is the index of the first.
    RequestRepeated = 404,
    /// Requesting: a character is not in the charset of the request; `amount` is the number of
    /// characters before it.
    RequestCharset = 405,
    /// Requesting: the request is valid for the service, but what it replies is not known.
    RequestUnsupported = 406,
    /// Requesting: the request is too long for a GET; `amount` is the maximum length of the URL.
    RequestUrlTooLong = 407,
    /// Requesting: a failure that only a later version of this header has a number for.
    RequestUnwritable = 499,

    /// Push notification: it is empty, or has no fields.
    CallbackEmpty = 500,
    /// Push notification: the JSON or XML is broken; `expected` says what was expected.
    CallbackSyntax = 501,
    /// Push notification: JSON or XML with values in values, which no notification has.
    CallbackNotFlat = 502,
    /// Push notification: an escape of a character that the charset of the handler lacks.
    CallbackNotInCharset = 503,
    /// Push notification: a field occurs with two values, and the signature or the kind depends on
    /// it.
    CallbackRepeated = 504,
    /// Push notification: the body is something else.
    CallbackNotANotification = 505,
    /// Push notification: it has fields of several kinds.
    CallbackSeveralKinds = 506,
    /// Push notification: a value is out of its range or has the wrong form.
    CallbackField = 507,
    /// Push notification: the secret is empty.
    CallbackEmptySecret = 508,
    /// Push notification: it has no signature.
    CallbackNoSignature = 509,
    /// Push notification: its only signature is a CRC-32, which cannot be verified.
    CallbackCrc32 = 510,
    /// Push notification: a field that the signature covers is missing.
    CallbackMissing = 511,
    /// Push notification: a colon in a field that may have none, because it would move a border of
    /// the signed text.
    CallbackColon = 512,
    /// Push notification: the signed text could be that of another kind of notification.
    CallbackOtherKind = 513,
    /// Push notification: the signature does not have the right number of lower-case hexadecimal
    /// digits.
    CallbackSignatureForm = 514,
    /// Push notification: the signature is not that of these values and this secret.
    CallbackWrongSignature = 515,
    /// Push notification: a failure that only a later version of this header has a number for.
    CallbackRejected = 599,
}
