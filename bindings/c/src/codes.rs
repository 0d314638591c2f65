//! The numbers that C programs compare with. None of these enums is ever a parameter, a field or a result: those are `int32_t`, so that any number may come.

/// What the functions give. Numbers below 100 are no failures; each family of a hundred has its own
/// source. A number is never used for anything else.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(C)]
pub enum smsc_result {
    /// It was done; of readers: a record has been read.
    Ok = 0,
    /// The reply, or the batch, is over.
    End = 1,
    /// More bytes are needed to go on.
    NeedMore = 2,
    /// The server deleted the messages, as `del=1` asked (R12).
    Deleted = 3,
    /// The server refused the request (R11, R15): see the smsc_api_error.
    Refused = 4,
    /// Nobody asked for this record (R47).
    Unexpected = 5,
    /// The number has no name, or the text is none that is known.
    NoName = 6,

    /// The caller: a pointer that must not be NULL is.
    Null = 100,
    /// The caller: a number is none of the enum that it is to be from; or another argument is out of
    /// its range.
    Value = 101,
    /// The caller: `size` is less than that of the struct.
    Size = 102,
    /// The caller: a reader, chunk reader or writer that has not been begun, or whose end has been
    /// written.
    State = 103,
    /// The caller: a phone, or a text to be explained, that is not UTF-8.
    Utf8 = 104,
    /// The caller: the buffer is too small; the length that is needed is told. What the buffer holds is not to be used.
    Buffer = 105,
    /// The library was built without the texts.
    NoTexts = 106,

    /// Reading: the whole body is no reply to such a query (R49); `body_kind` says what it looks like.
    NotAReply = 200,
    /// Reading: a value is out of its range or not of its form (R32, R39); `field` says which.
    Field = 201,
    /// Reading: the number of fields is none that a reply to this query can have (R41), or the line
    /// ends before the message (R46); `amount` is the number.
    FieldCount = 202,
    /// Reading: in fmt 0, something else stands where a label must (R44).
    Label = 203,
    /// Reading: JSON or XML that is broken here, or nested too deep.
    Syntax = 204,
    /// Reading: something stands in a list where a record must.
    NotARecord = 205,
    /// Reading: a record without a status, the one field that must be there (R10).
    NoStatus = 206,
    /// Reading: something other than white space behind the end of the reply.
    TrailingBytes = 207,
    /// Reading: a reply that begins like an API error and goes on otherwise (R11).
    ApiError = 208,
    /// Reading: a line that neither begins a record nor belongs to one (R46).
    OutsideRecord = 209,
    /// Reading: a line that begins a record of which no end came (R46).
    NoEnd = 210,
    /// Reading: a line that is longer than any record may be (R46d); `amount` is the limit.
    TooLong = 211,
    /// Reading: something that only a later version of this header has a number for.
    Malformed = 299,

    /// Writing: a character that the charset does not have. Replaced by `?`.
    Character = 300,
    /// Writing: a character that XML 1.0 forbids. Replaced by `?`.
    Forbidden = 301,
    /// Writing: a line break where none can be (R46). Replaced by a space.
    LineBreak = 302,
    /// Writing: a comma where the reader would end the value (R43, R44a, R45a). Replaced by a space.
    Comma = 303,
    /// Writing: a comma or a value that makes the record ambiguous (R43, R45). Replacing keeps it, and
    /// the reader will mark the record.
    Ambiguous = 304,
    /// Writing: a text of fmt 0 that holds a label (R44). Replaced by breaking the label.
    LabelInText = 305,
    /// Writing: something that the format has no place for. Replacing drops it.
    NoPlace = 306,
    /// Writing: something absent that fmt 1 would bring back as an empty text (R10). Replacing leaves
    /// it empty.
    Absent = 307,
    /// Writing: a value that the reader of fmt 1 takes for something else in this place (R41, R43).
    /// Replacing drops it.
    Misread = 308,
    /// Writing: without this, or with it as it is, nobody could read the record (R46). No replacement
    /// helps.
    Unreadable = 309,
    /// Writing: a value that the wire cannot have there (R32, R39). No replacement helps.
    Range = 310,
    /// Writing: a record of a batch in fmt 0 or 1 that is longer than any may be (R46d); `amount` is
    /// the limit.
    WriteTooLong = 311,
    /// Writing: a batch of fmt 0 or 1 without any record, which would be no reply (R49).
    EmptyBatch = 312,
    /// Writing: a batch for a query of one message.
    NotABatch = 313,
    /// Writing: something that only a later version of this header has a number for.
    Unwritable = 399,
}

/// The formats of a reply, by the number in the request's `fmt` (R1).
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_format {
    /// `fmt=0`: `name = value` pairs.
    KeyValue = 0,
    /// `fmt=1`: bare values between commas.
    Values = 1,
    /// `fmt=2`: XML.
    Xml = 2,
    /// `fmt=3`: JSON.
    Json = 3,
}

/// The charset that the request asked for (R7).
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_charset {
    /// `windows-1251`, what the server sends unless it is told otherwise.
    Windows1251 = 0,
    /// `koi8-r`.
    Koi8R = 1,
    /// `utf-8`.
    Utf8 = 2,
}

/// What the messages are, as far as the caller knows (R41).
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_kind {
    /// Not known: found out from the reply (R41, R42).
    Auto = 0,
    /// Messages to phones.
    Sms = 1,
    /// Requests about a subscriber's network (HLR).
    Hlr = 2,
    /// E-mails: laid out like messages, but their err has another meaning (R37).
    Email = 3,
}

/// The language of a name, and of the texts of an outcome.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_lang {
    /// English, in this project's words.
    En = 0,
    /// Russian, in the vendor's exact words where it has any.
    Ru = 1,
    /// French, in this project's words; the types of messages have no French names.
    Fr = 2,
}

/// What became of a message, in short (docs/outcomes.md).
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_state {
    /// It is on its way, or waits to be sent.
    Pending = 0,
    /// It arrived. Of an HLR request: the number exists and can be reached.
    Delivered = 1,
    /// It did not arrive. Of an HLR request: the number cannot be reached.
    Failed = 2,
    /// Nobody can say, or nothing was sent at all.
    Unknown = 3,
}

/// What decided what became of a message, and so whose move it is (docs/outcomes.md).
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_cause {
    /// Nothing went wrong, or the cause is not known.
    None = 0,
    /// The number or the address, or whom it belongs to.
    Recipient = 1,
    /// The recipient's phone or SIM card.
    Handset = 2,
    /// The operators, or for e-mail the servers.
    Network = 3,
    /// The text.
    Content = 4,
    /// The sender ID.
    Sender = 5,
    /// The client's balance, contract, IP list, limits or settings; a paused mailing too.
    Account = 6,
    /// The request was wrong.
    Request = 7,
    /// The gateway.
    Service = 8,
}

/// Whether to send the same once more; of a refused request, whether to repeat it (docs/outcomes.md).
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_retry {
    /// It would be pointless, or the recipient might get it twice.
    No = 0,
    /// It may succeed by itself, after `retry_after_s` seconds at the earliest.
    Later = 1,
    /// It may succeed when somebody has changed something; the advice says who and what.
    AfterFix = 2,
}

/// What a body that is no reply looks like (R49).
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_body_kind {
    /// There is nothing in it, or white space alone.
    Empty = 0,
    /// It begins with `<`: the error page of a gateway, or XML.
    Markup = 1,
    /// It begins with `{` or `[`, as JSON does.
    Json = 2,
    /// It begins as a reply of fmt 0 does.
    KeyValue = 3,
    /// It begins as a reply of fmt 1 does.
    Values = 4,
    /// Any other text.
    Text = 5,
}

/// The kind of a template message (R35).
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

/// The tables of names, for smsc_code_name.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_table {
    /// What became of a message (R36).
    Status = 0,
    /// Why it was not delivered: SMS, calls, HLR (R37).
    ErrPhone = 1,
    /// Why it was not delivered: e-mail (R37).
    ErrEmail = 2,
    /// Why a request was refused (R14).
    ApiError = 3,
    /// What was sent (R35).
    Type = 4,
    /// The fields, by smsc_field: their wire names, in any language.
    Field = 5,
    /// The kinds of template messages, by smsc_template: in English, in any language (R35).
    Template = 6,
    /// What became of a message, by smsc_state: a word for programs, such as `failed`, in any language.
    State = 7,
    /// What decided it, by smsc_cause: a word for programs, such as `recipient`, in any language.
    Cause = 8,
    /// Whether to send it again, by smsc_retry: a word for programs, such as `after_fix`, in any
    /// language.
    Retry = 9,
}

/// The fields of a record, and what else of a reply an error can be about.
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
    /// The words of an API error.
    ErrorText = 100,
    /// The number of an API error.
    ErrorCode = 101,
}

/// Fails to compile where a number here is not the core's.
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
}
