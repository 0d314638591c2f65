//! The numbers that C programs compare with. No parameter, field or result has one of these enums
//! as its type: they are `int32_t`, so that any number is valid there.

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
