//! The structs of C programs. Each struct for data starts with its size, so that later versions can
//! add fields at the end.

use core::ffi::c_char;

/// Bytes in memory that somebody else owns: the body, a buffer of the caller, or the library. There
/// is no NUL at the end.
///
/// An absent text has a NULL `ptr`; an empty text has a `ptr` that is not NULL and a `len` of 0.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_view {
    /// The first byte, or NULL.
    pub ptr: *const c_char,
    /// The number of bytes.
    pub len: usize,
}

/// A request to status.php: it decides how its reply is parsed and written. With all fields but
/// `size` and `format` 0 it is a request for one message with all=0, in windows-1251.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_query {
    /// sizeof(smsc_query).
    pub size: u32,
    /// The request's `fmt`: 0 to 3, see smsc_format.
    pub format: i32,
    /// The request's `all`: 0, 1 or 2.
    pub all: i32,
    /// 1 if the reply is a batch: the request had several phones or ids, or one with a comma after
    /// it. Else 0.
    pub batch: i32,
    /// The request's `charset`, see smsc_charset.
    pub charset: i32,
    /// The kind of the messages, if known, see smsc_kind.
    pub kind: i32,
    /// The requested (id, phone) pairs in their order, or NULL if they are unknown. They decide
    /// where a record ends if its text leaves that open.
    pub requested: *const smsc_requested,
    /// The number of pairs.
    pub requested_len: usize,
    /// An index of the pairs, started by smsc_requested_index_begin for `requested` and
    /// `requested_len`; or NULL. It changes no result. Without an index, a record that is not near
    /// the next pair is compared with every later pair.
    pub index: *mut smsc_requested_index,
}

/// One (id, phone) pair of a request, set by smsc_requested_set or smsc_requested_set_text. It
/// refers to the bytes of the phone and of a text id, which must stay unchanged.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_requested {
    /// Private to the library.
    pub opaque: [usize; 4],
}

/// An index of requested pairs, started by smsc_requested_index_begin. It must not be copied or
/// moved while it is used.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_requested_index {
    /// Private to the library.
    pub opaque: [u64; 8],
}

/// The record of one message: everything that the reply says of it, under the names of the wire. An
/// absent number is -1 where 0 is a possible value, else 0. An absent text is a NULL view.
///
/// Texts are as the server sent them; smsc_text_decode converts them to UTF-8.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_record {
    /// sizeof(smsc_record), set by the caller before the record is filled.
    pub size: u32,
    /// The status of the message; always present. See smsc_status_code.
    pub status: i32,
    /// Why the message was not delivered, or -1. The meaning of the number depends on the type of
    /// the message, see smsc_record_get_err_table.
    pub err: i32,
    /// Sixteen bits about the message, or -1; see smsc_flag_decode.
    pub flag: i32,
    /// The type of the message, or -1. See smsc_message_type.
    pub r#type: i32,
    /// The number of parts of the message, or the seconds of a call; or -1.
    pub sms_cnt: i32,
    /// The id of the message if it is a number, or 0. See also `text_id`.
    pub id: u32,
    /// The encoding of the texts, for smsc_text_decode. In a record that the caller makes it is a
    /// smsc_charset.
    pub encoding: u32,
    /// 1 if a rule of docs/protocol.md decided where the fields end, because they could also have
    /// ended elsewhere; else 0. Ignored when writing.
    pub is_ambiguous: i32,
    /// 1 if the record is the reply to an HLR request, else 0. Ignored when writing.
    pub is_hlr: i32,
    /// When the status last changed, in Unix seconds, or 0.
    pub last_timestamp: u64,
    /// When the message was sent, in Unix seconds, or 0.
    pub send_timestamp: u64,
    /// When the status last changed, as `DD.MM.YYYY hh:mm:ss` in the time zone of the account.
    pub last_date: smsc_view,
    /// The recipient: digits without `+`, or the address of an e-mail.
    pub phone: smsc_view,
    /// When the message was sent, as `DD.MM.YYYY hh:mm:ss` in the time zone of the account.
    pub send_date: smsc_view,
    /// The cost in the account's currency: digits, or digits, a dot and 1 to 4 digits. See
    /// smsc_cost_decode.
    pub cost: smsc_view,
    /// The sender ID that the recipient saw.
    pub sender_id: smsc_view,
    /// The status in the vendor's wording.
    pub status_name: smsc_view,
    /// The text of the message. `is_ambiguous` says whether it may end elsewhere.
    pub message: smsc_view,
    /// The client's comment.
    pub comment: smsc_view,
    /// The country and network code of the number.
    pub mccmnc: smsc_view,
    /// The country of the number.
    pub country: smsc_view,
    /// The operator that serves the number. The name ends in `_` because `operator` is a keyword of
    /// C++.
    pub operator_: smsc_view,
    /// The operator that first assigned the number.
    pub operator_orig: smsc_view,
    /// The region of the number.
    pub region: smsc_view,
    /// HLR: the number of the SIM card.
    pub imsi: smsc_view,
    /// HLR: the number of the network's service centre.
    pub msc: smsc_view,
    /// HLR: the mobile country code.
    pub mcc: smsc_view,
    /// HLR: the mobile network code, such as `02`.
    pub mnc: smsc_view,
    /// HLR: the name of the home country.
    pub cn: smsc_view,
    /// HLR: the name of the home operator.
    pub net: smsc_view,
    /// HLR: the country in which the subscriber roams.
    pub rcn: smsc_view,
    /// HLR: the operator with which the subscriber roams.
    pub rnet: smsc_view,
    /// The key by which get.php pages through the history of messages, or -1. Only records of the
    /// history have `int_id`, `format` and `crc`.
    pub int_id: i64,
    /// The id of the message if it is a text that the client chose: 1 to 40 Latin letters, digits,
    /// dots, hyphens and underscores, but not digits alone. NULL if the id is a number or absent.
    /// In a record that the caller makes, only one of `id` and `text_id` may be set.
    pub text_id: smsc_view,
    /// The format of the message in the history, in the server's notation.
    pub format: smsc_view,
    /// The checksum of the message in the history, in the server's notation.
    pub crc: smsc_view,
}

/// An API error: the reason why the server rejected a request.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_api_error {
    /// sizeof(smsc_api_error), set by the caller.
    pub size: u32,
    /// The reason, see smsc_api_error_code: 0 to 2147483647.
    pub code: i32,
    /// The id of the message if it is a number, in replies of send.php, or 0.
    pub id: u32,
    /// The encoding of `text`, for smsc_text_decode.
    pub encoding: u32,
    /// The server's wording of the reason, or NULL; fmt 1 has none.
    pub text: smsc_view,
    /// The id of the message if it is a text, in replies of send.php, or NULL. See `text_id` of
    /// smsc_record.
    pub text_id: smsc_view,
}

/// Why a body cannot be parsed, or a reply cannot be written. It contains nothing of the reply, so
/// that it can be logged. smsc_error_describe returns it as a sentence.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_error {
    /// sizeof(smsc_error), set by the caller.
    pub size: u32,
    /// The result that the function returned, see smsc_result.
    pub code: i32,
    /// The field that the error is about, see smsc_field; or -1.
    pub field: i32,
    /// With SMSC_RESULT_NOT_A_REPLY what the body looks like, see smsc_body_kind; else -1.
    pub body_kind: i32,
    /// Parsing: the position of the error, in bytes from the start of the body.
    pub offset: usize,
    /// Parsing: the start of the bytes that cannot be parsed, from the start of the body.
    pub start: usize,
    /// Parsing: the end of these bytes. Equal to `start` if the whole body is not a reply.
    pub end: usize,
    /// Parsing: what was expected at `offset`, in ASCII.
    pub expected: smsc_view,
    /// A number that belongs to the result: the number of fields found (SMSC_RESULT_FIELD_COUNT),
    /// the maximum length of a record (SMSC_RESULT_TOO_LONG, SMSC_RESULT_WRITE_TOO_LONG) or the
    /// number of bytes needed (SMSC_RESULT_BUFFER); else 0.
    pub amount: usize,
    /// The name of the value that the error is about, in a reply to another call than that for
    /// statuses (SMSC_RESULT_INVALID_VALUE, SMSC_RESULT_MISSING_KEY), in ASCII; else absent.
    pub name: smsc_view,
}

/// The sixteen bits of `flag`, decoded.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_flag {
    /// sizeof(smsc_flag), set by the caller.
    pub size: u32,
    /// Bits 0 to 3: the type of the message, see smsc_message_type.
    pub r#type: i32,
    /// Bit 5: 1 if the message was paid from the account's second balance, else 0.
    pub second_balance: i32,
    /// Bits 8 to 10: the kind of template of the message, see smsc_template; or -1 for a message
    /// without a template.
    pub template_kind: i32,
    /// The bits that are set and have no known meaning.
    pub unknown_bits: u32,
}

/// The outcome of a message or a request: what happened, and what to do about it. docs/outcomes.md
/// lists all outcomes with their reasons.
///
/// The numbers `status`, `err`, `type`, `error_code` and `row` are those that were looked up, or
/// that the text means. The texts are in the library, in UTF-8.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_outcome {
    /// sizeof(smsc_outcome), set by the caller.
    pub size: u32,
    /// The state of the message, see smsc_state.
    pub state: i32,
    /// 1 if the status will not change any more, so that another request for it is useless; else 0.
    pub is_final: i32,
    /// The cause, see smsc_cause.
    pub cause: i32,
    /// Whether to send again, see smsc_retry.
    pub retry: i32,
    /// With SMSC_RETRY_LATER: the minimum delay in seconds; else 0.
    pub retry_after_s: u32,
    /// 1 if nothing more should be sent to this recipient in `channel`, else 0.
    pub suppress: i32,
    /// The status. INT32_MIN if there is none, which is the case if `type` is -1.
    pub status: i32,
    /// The err, or -1.
    pub err: i32,
    /// The message type that the outcome is for, see smsc_message_type; or -1 if it is about no
    /// message.
    pub r#type: i32,
    /// The code of the API error, or -1.
    pub error_code: i32,
    /// The number of the row in the list of ClickSend's help page, from 1; or 0.
    pub row: i32,
    /// The number of the same status in ClickSend's older list, which is the `error_code` of
    /// receipts, or 0.
    pub receipt_error: i32,
    /// 1 if this is a text for which GetCourse sets «Запретить все СМС» in the user's profile, else
    /// 0.
    pub unsubscribes: i32,
    /// With `suppress`: the channel to suppress, see smsc_channel; else SMSC_CHANNEL_NONE.
    pub channel: i32,
    /// The owner of the code or the text, see smsc_provider.
    pub provider: i32,
    /// The endpoint of the API error, see smsc_endpoint; SMSC_ENDPOINT_ANY if the error means the
    /// same at every endpoint, or if there is none.
    pub endpoint: i32,
    /// 1 if the sources leave room for interpretation, so that the outcome is this project's
    /// judgement; else 0.
    pub is_judgement: i32,
    /// In a story: 1 if the state of the message is that of this status; else 0.
    pub decides: i32,
    /// The name of the outcome.
    pub title: smsc_view,
    /// What happened.
    pub explanation: smsc_view,
    /// What to do.
    pub advice: smsc_view,
    /// The sources, as ids such as `S1` and `R36`, which docs/outcomes.md explains.
    pub source: smsc_view,
    /// The known text that was recognised; absent if no text was explained.
    pub text: smsc_view,
    /// In a story: what the status tells beside the others; else absent.
    pub remark: smsc_view,
}

/// Something to explain with smsc_outcome_explain. Start it with smsc_question_init, then set the
/// fields that its kind needs.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_question {
    /// sizeof(smsc_question), set by the caller.
    pub size: u32,
    /// The subject, see smsc_question_kind.
    pub kind: i32,
    /// The status, the number of the API error, the row, or the error code.
    pub number: i32,
    /// The err of a status, or -1.
    pub err: i32,
    /// The message type of a status, see smsc_message_type; or -1, which counts as SMS.
    pub r#type: i32,
    /// The endpoint of an API error, see smsc_endpoint.
    pub endpoint: i32,
    /// The `status_code` of a receipt, or -1.
    pub status_code: i32,
    /// The `error_code` of a receipt, or -1.
    pub error_code: i32,
    /// The `status` of a receipt, in UTF-8, or absent.
    pub status: smsc_view,
    /// The text, or the `error_text` of a receipt, in UTF-8; or absent.
    pub text: smsc_view,
}

/// A parser for a body that is complete in memory, started by smsc_reader_begin. It may be copied:
/// each copy continues on its own.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_reader {
    /// Private to the library.
    pub opaque: [u64; 128],
}

/// A parser for a batch that is received in chunks, started by smsc_chunk_reader_begin. It may be
/// copied: each copy continues on its own.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_chunk_reader {
    /// Private to the library.
    pub opaque: [u64; 40],
}

/// A writer for a batch, started by smsc_writer_begin. It may be copied: each copy continues on its
/// own.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_writer {
    /// Private to the library.
    pub opaque: [u64; 16],
}
