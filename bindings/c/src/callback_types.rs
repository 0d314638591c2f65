//! The structs and enums of push notifications.

use crate::raw::SizePrefixed;
use crate::results::smsc_result;
use crate::types::{smsc_record, smsc_view};

/// The format of a push notification, as the URL of the handler requests it.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_callback_format {
    /// A form: the body of a POST, or the query of a URL without its `?`.
    Form = 0,
    /// XML: `fmt=2`.
    Xml = 1,
    /// JSON: `fmt=3`.
    Json = 2,
}

/// The kind of a push notification.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_callback_kind {
    /// None: no notification was accepted.
    None = 0,
    /// The status of a message has changed: `record`.
    Status = 1,
    /// A message was received: `phone`, `mes`, `to`, `sms_id`.
    Incoming = 2,
    /// A call was received that confirms a phone number: `phone`, `waitcall`, `ts`.
    Call = 3,
}

/// The algorithm of a signature.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_callback_algorithm {
    /// None: no signature was verified.
    None = 0,
    /// MD5. Weak where an outsider chooses a part of the signed text, such as an incoming message.
    Md5 = 1,
    /// SHA-1, the stronger one of the two.
    Sha1 = 2,
}

/// The fields of a push notification.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_callback_field {
    /// `id`
    Id = 0,
    /// `phone`
    Phone = 1,
    /// `status`
    Status = 2,
    /// `time`, which is `last_date` of a record.
    Time = 3,
    /// `ts`, which is `last_timestamp` of a record.
    Ts = 4,
    /// `err`
    Err = 5,
    /// `cnt`, which is `sms_cnt` of a record.
    Cnt = 6,
    /// `cost`
    Cost = 7,
    /// `type`
    Type = 8,
    /// `flag`
    Flag = 9,
    /// `mccmnc`
    Mccmnc = 10,
    /// `sender`, which is `sender_id` of a record.
    Sender = 11,
    /// `imsi`
    Imsi = 12,
    /// `msc`
    Msc = 13,
    /// `mcc`
    Mcc = 14,
    /// `mnc`
    Mnc = 15,
    /// `cn`
    Cn = 16,
    /// `net`
    Net = 17,
    /// `mes`
    Mes = 18,
    /// `to`
    To = 19,
    /// `sms_id`
    SmsId = 20,
    /// `waitcall`
    Waitcall = 21,
    /// `md5`
    Md5 = 22,
    /// `sha1`
    Sha1 = 23,
    /// `crc32`
    Crc32 = 24,
}

/// A name and a value of a form that was decoded already. The bytes of the value are in the charset
/// of the handler.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_form_field {
    /// The name.
    pub name: smsc_view,
    /// The value.
    pub value: smsc_view,
}

/// A push notification. After any failure it is empty: `kind` is SMSC_CALLBACK_KIND_NONE, and
/// everything else is absent.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_callback {
    /// sizeof(smsc_callback), set by the caller.
    pub size: u32,
    /// The kind of the notification, see smsc_callback_kind.
    pub kind: i32,
    /// 1 if the signature was verified; 0 if anybody may have sent the notification.
    pub is_verified: i32,
    /// The algorithm of the verified signature, see smsc_callback_algorithm; of two signatures,
    /// that of the stronger one.
    pub algorithm: i32,
    /// The fields that the verified signature covers, one bit for each, for SMSC_CALLBACK_COVERS.
    /// **All other fields may have been changed on the way.**
    pub covered: u32,
    /// The encoding of the texts after `record`, for smsc_text_decode.
    pub encoding: u32,
    /// SMSC_CALLBACK_KIND_STATUS: the status of the message. For the other kinds its `status` is
    /// INT32_MIN, and everything else is absent. The library sets its `size`.
    pub record: smsc_record,
    /// The sender of an incoming message, the caller, or the phone of `record`.
    pub phone: smsc_view,
    /// The text of an incoming message.
    pub mes: smsc_view,
    /// The number that received the incoming message.
    pub to: smsc_view,
    /// The id of the incoming message, as written. No signature covers it.
    pub sms_id: smsc_view,
    /// The value of `waitcall` of a call, as written. No signature covers it.
    pub waitcall: smsc_view,
    /// The time of the call, or `last_timestamp` of `record`, in Unix seconds; or 0.
    pub ts: u64,
}

/// Why a push notification cannot be parsed, or why it is not trusted. It contains nothing of the
/// notification and nothing of the secret, so that it can be logged. smsc_callback_error_describe
/// returns it as a sentence.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_callback_error {
    /// sizeof(smsc_callback_error), set by the caller.
    pub size: u32,
    /// The result that the function returned, see smsc_result.
    pub code: i32,
    /// The field that the error is about, see smsc_callback_field; or -1.
    pub field: i32,
    /// The position of the error, in bytes from the start of the body as received; or -1.
    pub offset: i64,
    /// With SMSC_RESULT_CALLBACK_SYNTAX what was expected, in ASCII; else absent.
    pub expected: smsc_view,
}

// SAFETY: `repr(C)`, the size first, and any bits are a value of its integers and pointers.
unsafe impl SizePrefixed for smsc_callback {
    const WRONG_SIZE: smsc_result = smsc_result::SizeCallback;
}

// SAFETY: as above.
unsafe impl SizePrefixed for smsc_callback_error {
    const WRONG_SIZE: smsc_result = smsc_result::SizeCallbackError;
}

/// Fails to compile if a number here differs from the core's, or does not fit into `covered`.
macro_rules! same_fields {
    ($($Field:ident)*) => {
        const _: () = {
            use smsc_proto::callback::CallbackField;
            assert!(CallbackField::ALL.len() == [$(smsc_callback_field::$Field),*].len() && CallbackField::ALL.len() <= 32);
            $(assert!(smsc_callback_field::$Field as i32 == CallbackField::$Field as i32);)*
        };
    };
}

same_fields! {
    Id Phone Status Time Ts Err Cnt Cost Type Flag Mccmnc Sender Imsi Msc Mcc Mnc Cn Net Mes To SmsId Waitcall Md5 Sha1
    Crc32
}
