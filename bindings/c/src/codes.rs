//! The numbers that C programs compare with. No parameter, field or result has one of these enums
//! as its type: they are `int32_t`, so that any number is valid there.

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

/// The formats of a reply, by the number in the request's `fmt`.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_format {
    /// `fmt=0`: `name = value` pairs.
    KeyValue = 0,
    /// `fmt=1`: values without names, separated by commas.
    Values = 1,
    /// `fmt=2`: XML.
    Xml = 2,
    /// `fmt=3`: JSON.
    Json = 3,
}

/// The charset of a reply, as the request's `charset` demanded.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_charset {
    /// `windows-1251`, the server's default.
    Windows1251 = 0,
    /// `koi8-r`.
    Koi8R = 1,
    /// `utf-8`.
    Utf8 = 2,
}

/// The kind of the messages, as far as the caller knows.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_kind {
    /// Unknown: detected from the reply.
    Auto = 0,
    /// Messages to phones.
    Sms = 1,
    /// Requests about a subscriber's network (HLR).
    Hlr = 2,
    /// E-mails: their replies look like those of messages, but their err has another meaning.
    Email = 3,
}

/// The language of a name, and of the texts of an outcome.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_lang {
    /// English, as this project words it.
    En = 0,
    /// Russian, in the vendor's exact wording where there is one.
    Ru = 1,
    /// French, as this project words it; message types have no French names.
    Fr = 2,
}

/// The state of a message (docs/outcomes.md).
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_state {
    /// Being delivered, or waiting to be sent.
    Pending = 0,
    /// Delivered. Of an HLR request: the number exists and can be reached.
    Delivered = 1,
    /// Not delivered. Of an HLR request: the number cannot be reached.
    Failed = 2,
    /// Unknown, or nothing was sent.
    Unknown = 3,
}

/// The cause of an outcome, and so who has to act (docs/outcomes.md).
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_cause {
    /// There was no failure, or its cause is unknown.
    None = 0,
    /// The number or the address, or its owner.
    Recipient = 1,
    /// The recipient's phone or SIM card.
    Handset = 2,
    /// The operators or, for e-mail, the servers.
    Network = 3,
    /// The text.
    Content = 4,
    /// The sender ID.
    Sender = 5,
    /// The client's balance, contract, IP list, limits or settings; or a paused mailing.
    Account = 6,
    /// The request was wrong.
    Request = 7,
    /// The gateway.
    Service = 8,
}

/// Whether to send the message again or, if the request was rejected, whether to repeat the request
/// (docs/outcomes.md).
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_retry {
    /// No: it would fail again, or the recipient might receive the message twice.
    No = 0,
    /// Yes: it may succeed without changes, after at least `retry_after_s` seconds.
    Later = 1,
    /// Only after somebody has changed something; the advice says who and what.
    AfterFix = 2,
}

/// A way in which a message reaches its recipient. An address may work in one and not in another.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_channel {
    /// No channel.
    None = 0,
    /// SMS, calls and everything else that the operator of a phone number delivers.
    Phone = 1,
    /// E-mail.
    Email = 2,
    /// Viber.
    Viber = 3,
    /// Social networks.
    Social = 4,
}

/// The endpoint that an API error belongs to, a script of the provider's API. It decides what the
/// number of the error means.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_endpoint {
    /// Unknown; or the error means the same at every endpoint.
    Any = 0,
    /// `status.php`
    Status = 1,
    /// `send.php`
    Send = 2,
    /// `balance.php`
    Balance = 3,
    /// `get.php`
    History = 4,
    /// `info.php`
    Info = 5,
    /// `wait_call.php`
    WaitCall = 6,
}

/// The owner of a code or a text that was explained.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_provider {
    /// SMSC.ru.
    Smsc = 0,
    /// GetCourse.
    Getcourse = 1,
    /// ClickSend.
    Clicksend = 2,
}

/// The subject of a smsc_question, which decides which of its fields count.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_question_kind {
    /// A status: `number`, `err` and `type`.
    Status = 0,
    /// An API error: `number` and `endpoint`. With SMSC_ENDPOINT_ANY every meaning of the number is
    /// an answer.
    ApiError = 1,
    /// A text from a log, whoever wrote it: `text`. SMSC.ru, GetCourse and ClickSend are searched.
    Text = 2,
    /// A text that GetCourse shows, or the vendor's Russian name of a code: `text`.
    Getcourse = 3,
    /// A text that ClickSend wrote: `text`. A number in it is both a row and the error code of a
    /// receipt.
    Clicksend = 4,
    /// A row in the list of ClickSend's help page, from 1: `number`.
    ClicksendRow = 5,
    /// The `error_code` of a ClickSend receipt: `number`.
    ClicksendError = 6,
    /// A ClickSend receipt: `status`, `status_code`, `error_code`, and its `error_text` in `text`.
    ClicksendReceipt = 7,
}

/// What a body that is not a reply looks like.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_body_kind {
    /// Empty, or only white space.
    Empty = 0,
    /// It starts with `<`: the error page of a gateway, or XML.
    Markup = 1,
    /// It starts with `{` or `[`, as JSON does.
    Json = 2,
    /// It starts like a reply of fmt 0.
    KeyValue = 3,
    /// It starts like a reply of fmt 1.
    Values = 4,
    /// Any other text.
    Text = 5,
    /// A reply of send.php in fmt 1: an id and a number. Request the status of that id.
    SendReply = 6,
    /// The name of a file, instead of its contents.
    FileName = 7,
}

/// The kind of a template message.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_template {
    /// Service messages.
    Service = 0,
    /// Transactional messages.
    Transactional = 1,
    /// Authorisation codes.
    Authorisation = 2,
    /// Advertising.
    Advertising = 3,
}

/// The tables of smsc_code_name.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_table {
    /// The status of a message.
    Status = 0,
    /// Why a message was not delivered: SMS, calls, HLR.
    ErrPhone = 1,
    /// Why a message was not delivered: e-mail.
    ErrEmail = 2,
    /// Why a request was rejected.
    ApiError = 3,
    /// The type of a message.
    Type = 4,
    /// The fields, by smsc_field: their names on the wire, in any language.
    Field = 5,
    /// The kinds of template messages, by smsc_template: in English, in any language.
    Template = 6,
    /// The states of a message, by smsc_state: a word for programs, such as `failed`, in any
    /// language.
    State = 7,
    /// The causes of an outcome, by smsc_cause: a word for programs, such as `recipient`, in any
    /// language.
    Cause = 8,
    /// Whether to send again, by smsc_retry: a word for programs, such as `after_fix`, in any
    /// language.
    Retry = 9,
    /// The channels, by smsc_channel: a word for programs, such as `viber`, in any language. There
    /// is none for SMSC_CHANNEL_NONE.
    Channel = 10,
    /// The endpoints, by smsc_endpoint: a word for programs, such as `send`, in any language. There
    /// is none for SMSC_ENDPOINT_ANY.
    Endpoint = 11,
    /// The providers, by smsc_provider: a word for programs, such as `getcourse`, in any language.
    Provider = 12,
    /// The fields of a push notification, by smsc_callback_field: their names on the wire, in any
    /// language.
    CallbackField = 13,
    /// The kinds of push notifications, by smsc_callback_kind: a word for programs, such as
    /// `incoming`, in any language. There is none for SMSC_CALLBACK_KIND_NONE.
    CallbackKind = 14,
    /// The algorithms of signatures, by smsc_callback_algorithm: a word for programs, such as
    /// `sha1`, in any language. There is none for SMSC_CALLBACK_ALGORITHM_NONE.
    CallbackAlgorithm = 15,
    /// The results from 500 to 599, by smsc_result: a word for programs, such as `wrong_signature`,
    /// in any language.
    CallbackError = 16,
    /// The calls, by smsc_retry_call: a word for programs, such as `status_batch`, in any language.
    RetryCall = 17,
    /// The classes of failures, by smsc_failure: a word for programs, such as `not_a_reply`, in any
    /// language.
    Failure = 18,
    /// The kinds of advice, by smsc_advice_kind: a word for programs, such as `ask_status`, in any
    /// language.
    Advice = 19,
    /// The reasons of advice, by smsc_advice_reason: a word for programs, such as `tries_used_up`,
    /// in any language. There is none for SMSC_ADVICE_REASON_NONE.
    AdviceReason = 20,
    /// The kinds of advice about a sending, by smsc_send_advice_kind: a word for programs, such as
    /// `send_again`, in any language.
    SendAdvice = 21,
}

/// The fields of a record, and the other parts of a reply that an error can be about.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_field {
    /// `status`
    Status = 0,
    /// `last_date`
    LastDate = 1,
    /// `last_timestamp`
    LastTimestamp = 2,
    /// `flag`
    Flag = 3,
    /// `err`
    Err = 4,
    /// `imsi`
    Imsi = 5,
    /// `msc`
    Msc = 6,
    /// `mcc`
    Mcc = 7,
    /// `mnc`
    Mnc = 8,
    /// `cn`
    Cn = 9,
    /// `net`
    Net = 10,
    /// `rcn`
    Rcn = 11,
    /// `rnet`
    Rnet = 12,
    /// `send_date`
    SendDate = 13,
    /// `send_timestamp`
    SendTimestamp = 14,
    /// `phone`
    Phone = 15,
    /// `mccmnc`
    Mccmnc = 16,
    /// `country`
    Country = 17,
    /// `operator`
    Operator = 18,
    /// `operator_orig`
    OperatorOrig = 19,
    /// `region`
    Region = 20,
    /// `cost`
    Cost = 21,
    /// `sender_id`
    SenderId = 22,
    /// `status_name`
    StatusName = 23,
    /// `message`
    Message = 24,
    /// `comment`
    Comment = 25,
    /// `type`
    Type = 26,
    /// `sms_cnt`
    SmsCnt = 27,
    /// `id`
    Id = 28,
    /// `int_id`
    IntId = 29,
    /// `format`
    Format = 30,
    /// `crc`
    Crc = 31,
    /// The text of an API error.
    ErrorText = 100,
    /// The number of an API error.
    ErrorCode = 101,
}

/// Fails to compile if a number here differs from the core's.
macro_rules! same_fields {
    ($($Field:ident)*) => {
        const _: () = {
            assert!(smsc_proto::Field::ALL.len() == [$(smsc_field::$Field),*].len());
            $(assert!(smsc_field::$Field as i32 == smsc_proto::Field::$Field as i32);)*
        };
    };
}

same_fields! {
    Status LastDate LastTimestamp Flag Err Imsi Msc Mcc Mnc Cn Net Rcn Rnet SendDate SendTimestamp
    Phone Mccmnc Country Operator OperatorOrig Region Cost SenderId StatusName Message Comment Type SmsCnt Id
    IntId Format Crc
}
