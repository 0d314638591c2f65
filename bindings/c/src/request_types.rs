//! The structs and enums of requests.

use crate::types::{smsc_requested, smsc_view};

/// What a request asks for, which decides which of the fields of smsc_request count.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_call {
    /// The statuses of messages (status.php): `requested`, `batch`, `all`, `kind`, `format`,
    /// `charset`.
    Status = 0,
    /// The deletion of messages (status.php): `requested`, `batch`, `format`, `charset`.
    Delete = 1,
    /// The balance of the account (balance.php): `cur`, `format`, `charset`.
    Balance = 2,
    /// A page of the history of sent messages (get.php): `start`, `end`, `phones`, `emails`, `cnt`,
    /// `prev_id`, `format`, `charset`.
    History = 3,
    /// Incoming messages (get.php): `hour`, `after_id`, `to_phone`, `charset`.
    Incoming = 4,
    /// The number and the cost of the messages of some days (get.php): `start`, `end`, `charset`.
    Statistics = 5,
    /// The operator and the region of a phone (info.php): `phone`, `charset`.
    Operator = 6,
    /// A message to send (send.php): `phones`, `text`, `send_kind`, `id`, `sender`, `time`, `valid`,
    /// `translit`, `cost`, `err`, `op`, `format`, `charset`.
    Send = 7,
}

/// The kind of a message to send.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_send_kind {
    /// A text message.
    Sms = 0,
    /// A text message that is shown at once and not stored (`flash`).
    Flash = 1,
    /// A WAP push (`push`).
    WapPush = 2,
    /// A request about the network of a phone (`hlr`). It has no text.
    Hlr = 3,
    /// A binary message whose text is hexadecimal (`bin=2`).
    Binary = 4,
    /// A message that the phone does not show (`ping`). It has no text.
    Ping = 5,
    /// A multimedia message (`mms`).
    Mms = 6,
    /// An e-mail (`mail`).
    Email = 7,
    /// A voice call that reads the text (`call`).
    Call = 8,
    /// A message in Viber (`viber`).
    Viber = 9,
    /// A message in social networks (`soc`).
    Social = 10,
    /// A message in Telegram (`tg`).
    Telegram = 11,
    /// A message in WhatsApp (`whatsapp`).
    WhatsApp = 12,
}

/// A day, in the time zone of the account. If all three numbers are 0 there is no day.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_date {
    /// The year, from 2000 to 9999.
    pub year: i32,
    /// The month, from 1 to 12.
    pub month: i32,
    /// The day of the month, from 1.
    pub day: i32,
}

/// The absent day.
pub(crate) const NO_DATE: smsc_date = smsc_date { year: 0, month: 0, day: 0 };

/// A phone, an address or a name to send to, set by smsc_phone_set. It refers to the bytes of the
/// text, which must stay unchanged.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_phone {
    /// Private to the library.
    pub opaque: [usize; 2],
}

/// A request to the service. Start it with smsc_request_init, then set the credentials and the
/// fields that its call needs; the others are ignored. The fields have the names of the wire, with
/// few exceptions. The texts are in UTF-8; the library writes them in `charset`.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_request {
    /// sizeof(smsc_request), set by the caller.
    pub size: u32,
    /// What the request asks for, see smsc_call.
    pub call: i32,
    /// 1 for plain HTTP, which shows the credentials and the messages to everybody on the way: for
    /// tests on the own machine. Else 0, for HTTPS.
    pub plain_http: i32,
    /// The `fmt` of the reply, see smsc_format; or -1 for fmt 3, of a batch fmt 1.
    pub format: i32,
    /// The `all` of a request for statuses: 0, 1 or 2.
    pub all: i32,
    /// The charset of the request and of its reply, see smsc_charset. smsc_request_init sets utf-8.
    pub charset: i32,
    /// The kind of the messages whose statuses are requested, if known, see smsc_kind. Nothing is
    /// sent of it; the query has it.
    pub kind: i32,
    /// 1 to request a batch, which may have one pair; 0 for one message.
    pub batch: i32,
    /// 1 to request the currency of the balance as well, else 0.
    pub cur: i32,
    /// 1 to request the history of e-mails, so that `phones` are addresses; else 0.
    pub emails: i32,
    /// The length of a page of the history, from 1 to 1000; or -1.
    pub cnt: i32,
    /// The number of hours whose incoming messages are requested, from 1 to 168; or -1.
    pub hour: i32,
    /// The kind of a message to send, see smsc_send_kind.
    pub send_kind: i32,
    /// How a text is transliterated: 0 (not at all), 1 (`translit`) or 2 (`mpaHc/Ium`); or -1 for
    /// the setting of the account.
    pub translit: i32,
    /// What is done with the cost: 0 (send), 1 (only reply with the price), 2 (send, and reply with
    /// the cost) or 3 (the balance as well).
    pub cost: i32,
    /// 1 to request a list of the phones that cannot be sent to, else 0.
    pub err: i32,
    /// 1 to request a list of all phones with their operators, else 0.
    pub op: i32,
    /// The id of a message to send if it is a number, or 0. See also `text_id`.
    pub id: u32,
    /// The incoming messages after the one with this id are requested; or 0. See also
    /// `after_text_id`.
    pub after_id: u32,
    /// The first day of the history or the statistics.
    pub start: smsc_date,
    /// The last day. The history of one day needs none.
    pub end: smsc_date,
    /// The messages older than the one with this `int_id` are requested, for the next page of the
    /// history; or -1.
    pub prev_id: i64,
    /// The (id, phone) pairs whose statuses or deletion are requested: at most 4096, each once.
    pub requested: *const smsc_requested,
    /// The number of pairs.
    pub requested_len: usize,
    /// The recipients of a message to send, or the phones whose history is requested; else NULL.
    pub phones: *const smsc_phone,
    /// The number of phones.
    pub phones_len: usize,
    /// An API key of the account. With it there is no login and no password.
    pub apikey: smsc_view,
    /// The login of the account.
    pub login: smsc_view,
    /// The password, or the lower-case hexadecimal MD5 of the password.
    pub psw: smsc_view,
    /// The host and, if it is not the scheme's own, the port: `smsc.kz`, `127.0.0.1:8080`. Absent
    /// for smsc.ru.
    pub host: smsc_view,
    /// The phone whose operator is requested.
    pub phone: smsc_view,
    /// The number of the account whose incoming messages are requested, or absent for all.
    pub to_phone: smsc_view,
    /// The text of a message to send (`mes`).
    pub text: smsc_view,
    /// The id of a message to send if it is a text that the client chose, or the digits of a
    /// number; or absent. Only one of `id` and `text_id` may be set.
    pub text_id: smsc_view,
    /// As `after_id`, for an id that is a text; or absent. Only one of the two may be set.
    pub after_text_id: smsc_view,
    /// The sender of a message, or absent for that of the account.
    pub sender: smsc_view,
    /// The time of sending, or absent for now: `DDMMYYhhmm` or `DD.MM.YY hh:mm` in the time zone of
    /// the account, `h1-h2` for an hour of the day within a range, `0` and Unix seconds, or `+` and
    /// minutes.
    pub time: smsc_view,
    /// How long delivery is tried, or absent: a number of hours from 1 to 24, or `hh:mm`.
    pub valid: smsc_view,
}

/// Why a request cannot be written. It names the parameter, and never holds a value: no credentials,
/// no phone, no text. So it can be logged. smsc_request_error_describe returns it as a sentence.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_request_error {
    /// sizeof(smsc_request_error), set by the caller.
    pub size: u32,
    /// The result that the function returned, see smsc_result.
    pub code: i32,
    /// The index of the item that is wrong, from 0, if the parameter is a list; else -1.
    pub item: i64,
    /// The name of the parameter on the wire, such as `phones`, in ASCII.
    pub parameter: smsc_view,
    /// What was expected, in ASCII.
    pub expected: smsc_view,
    /// A number that belongs to the result: the maximum length (SMSC_RESULT_REQUEST_TOO_LONG,
    /// SMSC_RESULT_REQUEST_URL_TOO_LONG) or number of items (SMSC_RESULT_REQUEST_TOO_MANY), the
    /// index of the same item (SMSC_RESULT_REQUEST_REPEATED), or the number of characters before the
    /// wrong one (SMSC_RESULT_REQUEST_CHARSET); else 0.
    pub amount: usize,
}

/// Fails to compile if a number here differs from the core's.
macro_rules! same_kinds {
    ($($Kind:ident $Core:ident)*) => {
        const _: () = {
            assert!(smsc_proto::request::SendKind::ALL.len() == [$(smsc_send_kind::$Kind),*].len());
            $(assert!(smsc_send_kind::$Kind as i32 == smsc_proto::request::SendKind::$Core as i32);)*
        };
    };
}

same_kinds! {
    Sms Sms Flash Flash WapPush WapPush Hlr Hlr Binary Binary Ping Ping Mms Mms Email Email Call Call
    Viber Viber Social Social Telegram Telegram WhatsApp WhatsApp
}
