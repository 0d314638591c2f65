//! The structs that C programs hold. Each begins with its size, so that later versions can add fields at the end.

use core::ffi::c_char;

/// Bytes that live somewhere else: in the body that was read, in a caller's buffer, or in the library.
/// They are not ended by a NUL.
///
/// `ptr` is NULL where there is nothing at all, which is not the same as an empty text: that has a
/// `ptr` and a `len` of 0.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_view {
    /// The first byte, or NULL.
    pub ptr: *const c_char,
    /// How many bytes there are.
    pub len: usize,
}

/// A request to status.php (R1), which decides how its reply is read and written. With everything but
/// `size` and `format` 0 it asks for one message, with all=0, in windows-1251.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_query {
    /// sizeof(smsc_query).
    pub size: u32,
    /// The request's `fmt`: 0 to 3, see smsc_format.
    pub format: i32,
    /// The request's `all`: 0, 1 or 2.
    pub all: i32,
    /// Whether the reply has the batch shape (R2): 1 if several phones or ids were asked for, or one
    /// with a comma behind it, else 0.
    pub batch: i32,
    /// The request's `charset` (R7), see smsc_charset.
    pub charset: i32,
    /// What the messages are, if that is known (R41), see smsc_kind.
    pub kind: i32,
    /// The pairs that were asked for, in their order, or NULL if they are not known (R47). They settle
    /// where a record ends if its text leaves that open.
    pub requested: *const smsc_requested,
    /// How many pairs there are.
    pub requested_len: usize,
}

/// One (id, phone) pair of a request (R3), set by smsc_requested_set. It refers to the phone's bytes, which
/// must stay.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_requested {
    /// The library's own.
    pub opaque: [usize; 3],
}

/// What became of one message: whatever the reply said of it, under the wire's names (R10). What it
/// left out is -1 in numbers that can be 0, 0 in ids and timestamps, and a NULL view in texts.
///
/// Texts are as the server sent them; smsc_text_decode makes UTF-8 of them.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_record {
    /// sizeof(smsc_record), set by the caller before the record is filled.
    pub size: u32,
    /// What became of the message (R36); always there. See smsc_status_code.
    pub status: i32,
    /// Why it was not delivered (R37), or -1. What the number means depends on what was sent: see
    /// smsc_record_err_table.
    pub err: i32,
    /// Sixteen bits about the message (R35), or -1; see smsc_flag_decode.
    pub flag: i32,
    /// What was sent (R35), or -1. See smsc_message_type.
    pub r#type: i32,
    /// How many parts it had, or how many seconds a call took (R34), or -1.
    pub sms_cnt: i32,
    /// The message's id (R3), or 0.
    pub id: u32,
    /// How the texts are encoded: for smsc_text_decode. In records made by the caller a smsc_charset.
    pub encoding: u32,
    /// 1 if the reply left more than one place where fields may end, and a rule chose one (R43 to R46); else 0.
    /// Writing does not look at it.
    pub is_ambiguous: i32,
    /// 1 if it answers an HLR request (R42), else 0. Writing does not look at it.
    pub is_hlr: i32,
    /// When the status last changed, in Unix seconds (R30), or 0.
    pub last_timestamp: u64,
    /// When the message was sent, in Unix seconds (R30), or 0.
    pub send_timestamp: u64,
    /// When the status last changed, `DD.MM.YYYY hh:mm:ss` in the account's own time zone (R31).
    pub last_date: smsc_view,
    /// The recipient: digits without `+`, or the address of an e-mail (R3).
    pub phone: smsc_view,
    /// When it was sent, `DD.MM.YYYY hh:mm:ss` in the account's own time zone (R31).
    pub send_date: smsc_view,
    /// What it cost, in the account's currency: digits, or digits, a dot and 1 to 4 digits (R32). See
    /// smsc_cost_decode.
    pub cost: smsc_view,
    /// The sender ID that the recipient saw.
    pub sender_id: smsc_view,
    /// The status in the vendor's words (R36).
    pub status_name: smsc_view,
    /// The text that was sent. See `is_ambiguous` for whether it may end elsewhere.
    pub message: smsc_view,
    /// The client's own comment.
    pub comment: smsc_view,
    /// The number's country and network code (R33).
    pub mccmnc: smsc_view,
    /// The number's country.
    pub country: smsc_view,
    /// The operator that serves the number; `operator` is a word of C++.
    pub operator_: smsc_view,
    /// The operator that first gave the number out.
    pub operator_orig: smsc_view,
    /// The number's region.
    pub region: smsc_view,
    /// HLR: the SIM card's number (R33).
    pub imsi: smsc_view,
    /// HLR: the number of the network's service centre (R33).
    pub msc: smsc_view,
    /// HLR: the mobile country code (R33).
    pub mcc: smsc_view,
    /// HLR: the mobile network code, such as `02` (R33).
    pub mnc: smsc_view,
    /// HLR: the home country's name.
    pub cn: smsc_view,
    /// HLR: the home operator's name.
    pub net: smsc_view,
    /// HLR: the country in which the subscriber roams.
    pub rcn: smsc_view,
    /// HLR: the operator with which the subscriber roams.
    pub rnet: smsc_view,
}

/// A refused request (R11).
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_api_error {
    /// sizeof(smsc_api_error), set by the caller.
    pub size: u32,
    /// Why (R14), see smsc_api_error_code: 0 to 2147483647.
    pub code: i32,
    /// The message's id, in replies of send.php (R61), or 0.
    pub id: u32,
    /// How `text` is encoded: for smsc_text_decode.
    pub encoding: u32,
    /// The server's words for it (R14), or NULL; fmt 1 has none.
    pub text: smsc_view,
}

/// What was wrong with a body or with a record to be written. It holds nothing of either, so that it
/// can be logged; smsc_error_describe puts it into words.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_error {
    /// sizeof(smsc_error), set by the caller.
    pub size: u32,
    /// What was wrong: the result that the function gave, see smsc_result.
    pub code: i32,
    /// The field that it is about, see smsc_field; or -1.
    pub field: i32,
    /// With SMSC_RESULT_NOT_A_REPLY what the body looks like (R49), see smsc_body_kind; else -1.
    pub body_kind: i32,
    /// Reading: where, in bytes from the start of the body (R48).
    pub offset: usize,
    /// Reading: where the bytes begin that could not be read (R48).
    pub start: usize,
    /// Reading: where they end. Equal to `start` where the whole body is no reply.
    pub end: usize,
    /// Reading: what was expected there (R48), in ASCII.
    pub expected: smsc_view,
    /// A number that belongs to the result: the values found (SMSC_RESULT_FIELD_COUNT), the longest
    /// record there may be (SMSC_RESULT_TOO_LONG, SMSC_RESULT_WRITE_TOO_LONG), the bytes needed
    /// (SMSC_RESULT_BUFFER); else 0.
    pub amount: usize,
}

/// The sixteen bits of `flag`, taken apart (R35).
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_flag {
    /// sizeof(smsc_flag), set by the caller.
    pub size: u32,
    /// Bits 0 to 3: what was sent, see smsc_message_type.
    pub r#type: i32,
    /// Bit 5: 1 if it was paid from the account's second balance, else 0.
    pub second_balance: i32,
    /// Bits 8 to 10: the kind of template it was sent by, see smsc_template; or -1 for a message
    /// without one.
    pub template_kind: i32,
    /// The bits that are set and of which nothing is known.
    pub unknown_bits: u32,
}

/// What became of a message, and what to do about it: docs/outcomes.md has all of it, and the reasons.
///
/// The numbers that say what it is about are those that were given, or that a text stands for. The
/// texts are the library's own, in UTF-8.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_outcome {
    /// sizeof(smsc_outcome), set by the caller.
    pub size: u32,
    /// What became of the message, see smsc_state.
    pub state: i32,
    /// 1 if nothing about it will change any more by itself, so that asking again is of no use; else 0.
    pub is_final: i32,
    /// What decided it, see smsc_cause.
    pub cause: i32,
    /// Whether to send it once more, see smsc_retry.
    pub retry: i32,
    /// With SMSC_RETRY_LATER: after how many seconds at the earliest; else 0.
    pub retry_after_s: u32,
    /// 1 if nothing more should be sent to this recipient, else 0.
    pub suppress: i32,
    /// The status of the message (R36). INT32_MIN if there is none, which is when `type` is -1.
    pub status: i32,
    /// Its err (R37), or -1.
    pub err: i32,
    /// The type by which it was judged, see smsc_message_type; or -1 if it is about no message.
    pub r#type: i32,
    /// The number of the refused request (R14), or -1.
    pub error_code: i32,
    /// The place in ClickSend's list of statuses, from 1; or 0.
    pub row: i32,
    /// 1 if it is a text for which GetCourse sets «Запретить все СМС» in the user's profile, else 0.
    pub unsubscribes: i32,
    /// What it is called.
    pub title: smsc_view,
    /// What happened.
    pub explanation: smsc_view,
    /// What to do.
    pub advice: smsc_view,
    /// Where that is from: ids such as `S1` and `R36`, which docs/outcomes.md resolves.
    pub source: smsc_view,
}

/// Reads a body that is all at hand; begun by smsc_reader_begin. It may be copied: each copy goes on by itself.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_reader {
    /// The library's own.
    pub opaque: [u64; 80],
}

/// Reads a batch that comes in chunks; begun by smsc_chunk_reader_begin. It may be copied: each copy goes on
/// by itself.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_chunk_reader {
    /// The library's own.
    pub opaque: [u64; 40],
}

/// Writes a batch; begun by smsc_writer_begin. It may be copied: each copy goes on by itself.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_writer {
    /// The library's own.
    pub opaque: [u64; 16],
}
