//! The structs of the replies to other calls than that for statuses.

use crate::raw::SizePrefixed;
use crate::results::smsc_result;
use crate::types::smsc_view;

/// The objects of a reply that are not parsed yet, started by smsc_parse_send, smsc_parse_incoming
/// or smsc_parse_statistics. It may be copied: each copy continues on its own.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_list {
    /// Private to the library.
    pub opaque: [u64; 16],
}

/// The reply to a message to send: a message that the server accepted, or a price. An absent text
/// is a NULL view.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_sent {
    /// sizeof(smsc_sent), set by the caller.
    pub size: u32,
    /// 1 if the request was for the price (its `cost` was 1), so that nothing was sent and there is
    /// no id; else 0.
    pub is_price: i32,
    /// The id of the message if it is a number, or 0. See also `text_id`.
    pub id: u32,
    /// The encoding of `code`, for smsc_text_decode.
    pub encoding: u32,
    /// The number of parts of all messages, or the seconds of a call.
    pub count: u32,
    /// The id of the message if it is a text, or NULL. See `text_id` of smsc_record.
    pub text_id: smsc_view,
    /// The cost, or NULL. See smsc_cost_decode.
    pub cost: smsc_view,
    /// The balance after it, or NULL. See smsc_amount_decode.
    pub balance: smsc_view,
    /// The code that a call dictates or ends with, in fmt 3 alone; or NULL.
    pub code: smsc_view,
    /// The phones that the request asked to list (`err`, `op`), for smsc_list_next_phone.
    pub phones: smsc_list,
}

/// A phone of a message that was sent: with the request's `err` one that cannot be sent to, with
/// `op` any.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_sent_phone {
    /// sizeof(smsc_sent_phone), set by the caller.
    pub size: u32,
    /// The encoding of the texts, for smsc_text_decode.
    pub encoding: u32,
    /// The phone; always present.
    pub phone: smsc_view,
    /// The country and network code of the number.
    pub mccmnc: smsc_view,
    /// The number of its status, if it is faulty.
    pub status: smsc_view,
    /// The number or the text of its error, if it is faulty.
    pub error: smsc_view,
    /// The cost of the message to this phone. See smsc_cost_decode.
    pub cost: smsc_view,
}

/// The balance of the account. An amount has digits, perhaps with a minus sign before them, and
/// with a dot and digits after them. See smsc_amount_decode.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_balance {
    /// sizeof(smsc_balance), set by the caller.
    pub size: u32,
    /// The encoding of `currency`, for smsc_text_decode.
    pub encoding: u32,
    /// The amount; always present.
    pub amount: smsc_view,
    /// How far the balance may go below zero, in fmt 3 alone; or NULL.
    pub credit: smsc_view,
    /// The currency, such as `RUR`, if the request was for it (`cur`); or NULL.
    pub currency: smsc_view,
}

/// The operator of a phone.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_operator {
    /// sizeof(smsc_operator), set by the caller.
    pub size: u32,
    /// The encoding of the texts, for smsc_text_decode.
    pub encoding: u32,
    /// The country.
    pub country: smsc_view,
    /// The operator. The name ends in `_` because `operator` is a keyword of C++.
    pub operator_: smsc_view,
    /// The region.
    pub region: smsc_view,
    /// The mobile country code.
    pub mcc: smsc_view,
    /// The mobile network code, such as `02`.
    pub mnc: smsc_view,
    /// The time zone of the region, as written in the reply.
    pub tz: smsc_view,
}

/// A message that somebody sent to a number of the account.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_incoming {
    /// sizeof(smsc_incoming), set by the caller.
    pub size: u32,
    /// The id of the incoming message if it is a number, or 0. See also `text_id`.
    pub id: u32,
    /// The encoding of the texts, for smsc_text_decode.
    pub encoding: u32,
    /// The id of the incoming message if it is a text, or NULL. See `text_id` of smsc_record.
    pub text_id: smsc_view,
    /// The phone that it came from; always present.
    pub phone: smsc_view,
    /// Its text.
    pub message: smsc_view,
    /// The number of the account that it was sent to.
    pub to_phone: smsc_view,
    /// When it was sent, as `DD.MM.YYYY hh:mm:ss` in the time zone of the account.
    pub sent: smsc_view,
    /// When the service received it, in the same form.
    pub received: smsc_view,
}

/// A row of the statistics: the messages of one login, and their cost. Amounts are those of
/// smsc_balance.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_statistics {
    /// sizeof(smsc_statistics), set by the caller.
    pub size: u32,
    /// The number of messages.
    pub count: u32,
    /// The encoding of the texts, for smsc_text_decode.
    pub encoding: u32,
    /// The login.
    pub login: smsc_view,
    /// How much was spent.
    pub credit: smsc_view,
    /// How much was paid in.
    pub debit: smsc_view,
    /// The currency of both.
    pub currency: smsc_view,
}

// SAFETY: `repr(C)`, the size first, and any bits are a value of its integers and pointers.
unsafe impl SizePrefixed for smsc_sent {
    const WRONG_SIZE: smsc_result = smsc_result::SizeSent;
}

// SAFETY: as above.
unsafe impl SizePrefixed for smsc_sent_phone {
    const WRONG_SIZE: smsc_result = smsc_result::SizeSentPhone;
}

// SAFETY: as above.
unsafe impl SizePrefixed for smsc_balance {
    const WRONG_SIZE: smsc_result = smsc_result::SizeBalance;
}

// SAFETY: as above.
unsafe impl SizePrefixed for smsc_operator {
    const WRONG_SIZE: smsc_result = smsc_result::SizeOperator;
}

// SAFETY: as above.
unsafe impl SizePrefixed for smsc_incoming {
    const WRONG_SIZE: smsc_result = smsc_result::SizeIncoming;
}

// SAFETY: as above.
unsafe impl SizePrefixed for smsc_statistics {
    const WRONG_SIZE: smsc_result = smsc_result::SizeStatistics;
}
