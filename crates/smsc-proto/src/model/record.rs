//! The record: one type for all formats and layouts.

mod value;

use core::fmt;
use core::num::{NonZeroU32, NonZeroU64};

use crate::model::charset::Charset;
use crate::model::codes::{ErrCode, ErrScope, Lang, MessageType, StatusCode};
use crate::model::cost::Cost;
use crate::model::escape::Escape;
use crate::model::fields::Field;
use crate::model::flag::Flag;
use crate::model::message_id::MessageId;
use crate::model::phone::is_same_short_number;
use crate::model::query::MessageKind;
use crate::model::requested::Requested;
use crate::model::text::Text;

pub use value::Value;

/// The status of one message: every field that the reply contains, under its name on the wire.
///
/// Only the [`status`](Self::status) is always present; an accessor returns `None` for a field that
/// the reply leaves out. An empty text is `Some` of an empty [`Text`]. An empty number, an empty
/// cost and a timestamp of 0 are `None`. Texts are borrowed from the body.
///
/// `Debug` shows no phone and no text, so a record can be logged.
///
/// ```
/// use smsc_proto::{Charset, Detail, Format, Query, SingleReply, StatusCode};
///
/// let body = "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,Доставлено,Привет, мир,,0";
/// let query = Query::new(Format::Values, Detail::Message).charset(Charset::Utf8);
/// let SingleReply::Record(record) = query.read_one(body.as_bytes())? else { unreachable!() };
/// assert_eq!(record.status(), StatusCode::DELIVERED);
/// assert_eq!(record.message().unwrap(), "Привет, мир");
/// assert_eq!(record.comment().unwrap(), "");
/// assert_eq!(record.cost().unwrap().as_str(), "2.12");
/// // The message could end at either of two commas: a rule chose one, and the record says so.
/// assert!(record.is_ambiguous());
/// # Ok::<(), smsc_proto::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Record<'a> {
    pub(crate) code: StatusCode,
    pub(crate) err: Option<ErrCode>,
    /// An id that is a number; a text is in `text_id`.
    pub(crate) id: Option<NonZeroU32>,
    pub(crate) text_id: Option<&'a [u8]>,
    pub(crate) flag: Option<Flag>,
    pub(crate) message_type: Option<MessageType>,
    charset: Charset,
    escape: Escape,
    is_ambiguous: bool,
    pub(crate) last_timestamp: Option<NonZeroU64>,
    pub(crate) last_date: Option<&'a [u8]>,
    pub(crate) phone: Option<&'a [u8]>,
    pub(crate) details: Option<Details<'a>>,
    pub(crate) numbering: Option<Numbering<'a>>,
    pub(crate) hlr: Option<Hlr<'a>>,
    pub(crate) history: Option<History<'a>>,
}

/// The fields of all≥1 about the message.
#[derive(Clone, Copy, Default)]
pub(crate) struct Details<'a> {
    pub(crate) send_date: Option<&'a [u8]>,
    pub(crate) send_timestamp: Option<NonZeroU64>,
    pub(crate) cost: Option<Cost<'a>>,
    pub(crate) sender_id: Option<&'a [u8]>,
    pub(crate) status_name: Option<&'a [u8]>,
    pub(crate) message: Option<&'a [u8]>,
    pub(crate) comment: Option<&'a [u8]>,
    pub(crate) sms_cnt: Option<u32>,
}

/// The fields of all=2 about the phone number.
#[derive(Clone, Copy, Default)]
pub(crate) struct Numbering<'a> {
    pub(crate) mccmnc: Option<&'a [u8]>,
    pub(crate) country: Option<&'a [u8]>,
    pub(crate) operator: Option<&'a [u8]>,
    pub(crate) operator_orig: Option<&'a [u8]>,
    pub(crate) region: Option<&'a [u8]>,
}

/// The fields of an HLR reply about the subscriber's network.
#[derive(Clone, Copy, Default)]
pub(crate) struct Hlr<'a> {
    pub(crate) imsi: Option<&'a [u8]>,
    pub(crate) msc: Option<&'a [u8]>,
    pub(crate) mcc: Option<&'a [u8]>,
    pub(crate) mnc: Option<&'a [u8]>,
    pub(crate) cn: Option<&'a [u8]>,
    pub(crate) net: Option<&'a [u8]>,
    pub(crate) rcn: Option<&'a [u8]>,
    pub(crate) rnet: Option<&'a [u8]>,
}

/// The fields that only the history of messages has (R64).
#[derive(Clone, Copy, Default)]
pub(crate) struct History<'a> {
    pub(crate) int_id: Option<u64>,
    pub(crate) format: Option<&'a [u8]>,
    pub(crate) crc: Option<&'a [u8]>,
}

/// Declares accessors of text fields: for each its doc, its name, and the group that holds the
/// field, if any.
macro_rules! texts {
    ($( $(#[$doc:meta])* $name:ident $($group:ident)?; )*) => {
        $(
            $(#[$doc])*
            #[must_use]
            #[inline]
            pub fn $name(&self) -> Option<Text<'a>> {
                texts!(@bytes self $name $($group)?).map(|bytes| Text::new(bytes, self.charset).escaped(self.escape))
            }
        )*
    };
    (@bytes $self:ident $name:ident) => { $self.$name };
    (@bytes $self:ident $name:ident $group:ident) => { $self.$group.as_ref().and_then(|group| group.$name) };
}

impl<'a> Record<'a> {
    /// Creates a record of a message that was not found, without any other field. Use it as the
    /// record to parse into with [`Query::read_into`](crate::Query::read_into) and
    /// [`Records::next_into`](crate::Records::next_into).
    ///
    /// ```
    /// use smsc_proto::{Record, StatusCode};
    ///
    /// assert_eq!(Record::empty().status(), StatusCode::NOT_FOUND);
    /// assert_eq!(Record::empty().fields().count(), 1);
    /// ```
    #[must_use]
    pub const fn empty() -> Self {
        Self { code: StatusCode::NOT_FOUND, ..Self::new(Charset::Windows1251) }
    }

    /// Creates a record without any field. [`Record::set`] sets the fields.
    pub(crate) const fn new(charset: Charset) -> Self {
        Self {
            code: StatusCode(0),
            err: None,
            id: None,
            text_id: None,
            flag: None,
            message_type: None,
            charset,
            escape: Escape::None,
            is_ambiguous: false,
            last_timestamp: None,
            last_date: None,
            phone: None,
            details: None,
            numbering: None,
            hlr: None,
            history: None,
        }
    }

    /// Returns the status of the message: waiting, delivered, expired and so on.
    #[must_use]
    #[inline]
    pub const fn status(&self) -> StatusCode {
        self.code
    }

    /// Returns the reason why the message was not delivered. The meaning of the number depends on
    /// [`err_scope`](Self::err_scope); [`err_name`](Self::err_name) takes that into account.
    #[must_use]
    #[inline]
    pub const fn err(&self) -> Option<ErrCode> {
        self.err
    }

    /// Returns the message's id, a number or a text. An id is not unique: messages to several
    /// phones can share one.
    #[must_use]
    #[inline]
    pub fn id(&self) -> Option<MessageId<'a>> {
        match self.id {
            Some(id) => MessageId::new(id.get()),
            None => self.text_id.and_then(MessageId::from_bytes),
        }
    }

    /// Returns the flag: 16 bits about the message. Only fmt 2 and 3 have this field.
    #[must_use]
    #[inline]
    pub const fn flag(&self) -> Option<Flag> {
        self.flag
    }

    /// Returns the type of the message: SMS, call, e-mail and so on.
    #[must_use]
    #[inline]
    pub const fn message_type(&self) -> Option<MessageType> {
        self.message_type
    }

    /// Returns the time of the last status change, in Unix seconds. fmt 1, 2 and 3 have this field.
    #[must_use]
    #[inline]
    pub const fn last_timestamp(&self) -> Option<u64> {
        match self.last_timestamp {
            Some(seconds) => Some(seconds.get()),
            None => None,
        }
    }

    /// Returns the time when the message was sent, in Unix seconds. fmt 1, 2 and 3 have this field.
    #[must_use]
    #[inline]
    pub fn send_timestamp(&self) -> Option<u64> {
        self.details.as_ref()?.send_timestamp.map(NonZeroU64::get)
    }

    /// Returns the cost of the message, in the account's currency.
    #[must_use]
    #[inline]
    pub fn cost(&self) -> Option<Cost<'a>> {
        self.details.as_ref()?.cost
    }

    /// Returns the number of parts of the message, or the duration of a call in seconds. Only fmt 2
    /// and 3, and fmt 0 of get.php, have this field.
    #[must_use]
    #[inline]
    pub fn sms_cnt(&self) -> Option<u32> {
        self.details.as_ref()?.sms_cnt
    }

    /// Returns the key by which get.php pages through the history of messages. Only records of the
    /// history have this field.
    #[must_use]
    #[inline]
    pub fn int_id(&self) -> Option<u64> {
        self.history.as_ref()?.int_id
    }

    /// Returns whether the reply can be read in more than one way, so that a rule chose where this
    /// record's fields end. The message, a name or the record itself may then end elsewhere. Rules
    /// R43 to R46 of `docs/protocol.md` say how one reading is chosen.
    #[must_use]
    #[inline]
    pub const fn is_ambiguous(&self) -> bool {
        self.is_ambiguous
    }

    /// Returns the charset of the record's texts.
    #[must_use]
    #[inline]
    pub const fn charset(&self) -> Charset {
        self.charset
    }

    /// Returns how the record's texts are escaped.
    #[must_use]
    #[inline]
    pub const fn escape(&self) -> Escape {
        self.escape
    }

    /// Returns whether the record belongs to an HLR request: whether it has any of the eight HLR
    /// fields.
    #[must_use]
    #[inline]
    pub const fn is_hlr(&self) -> bool {
        self.hlr.is_some()
    }

    /// Returns whether the record has any of the fields of all≥1 about the message, of all=2 about
    /// the number, and of the history: for the C library, which sets absent fields as a group.
    #[doc(hidden)]
    #[must_use]
    #[inline]
    pub const fn has_groups(&self) -> [bool; 3] {
        [self.details.is_some(), self.numbering.is_some(), self.history.is_some()]
    }

    texts! {
        /// Returns the time of the last status change, as `DD.MM.YYYY hh:mm:ss` in the account's
        /// own time zone. fmt 0, 2 and 3 have this field.
        last_date;
        /// Returns the recipient: digits without `+`, or an e-mail address.
        phone;
        /// Returns the time when the message was sent, as `DD.MM.YYYY hh:mm:ss` in the account's
        /// own time zone. fmt 0, 2 and 3 have this field.
        send_date details;
        /// Returns the sender ID that the recipient saw.
        sender_id details;
        /// Returns the name of the status in the server's words.
        status_name details;
        /// Returns the text of the message. If the record [is ambiguous](Self::is_ambiguous), the
        /// text may end elsewhere.
        message details;
        /// Returns the client's own comment on the message.
        comment details;
        /// Returns the mobile country code and network code of the number, together.
        mccmnc numbering;
        /// Returns the country of the number.
        country numbering;
        /// Returns the operator that serves the number now.
        operator numbering;
        /// Returns the operator that issued the number.
        operator_orig numbering;
        /// Returns the region of the number.
        region numbering;
        /// Returns the IMSI, the number of the SIM card (HLR replies only).
        imsi hlr;
        /// Returns the number of the network's service centre (HLR replies only).
        msc hlr;
        /// Returns the mobile country code (HLR replies only).
        mcc hlr;
        /// Returns the mobile network code, such as `02` (HLR replies only).
        mnc hlr;
        /// Returns the name of the home country (HLR replies only).
        cn hlr;
        /// Returns the name of the home operator (HLR replies only).
        net hlr;
        /// Returns the country in which the subscriber is roaming (HLR replies only).
        rcn hlr;
        /// Returns the operator in whose network the subscriber is roaming (HLR replies only).
        rnet hlr;
        /// Returns the format of the message as the history of messages has it, in the server's
        /// notation.
        format history;
        /// Returns the checksum of the message as the history of messages has it, in the server's
        /// notation.
        crc history;
    }

    /// Returns the table in which to look up the record's [`err`](Self::err).
    ///
    /// The first of these that is known decides: the record's type, the type bits of its flag,
    /// `kind` (what the caller knows), an `@` in its phone. [`MessageKind::Auto`] decides nothing.
    #[must_use]
    pub fn err_scope(&self, kind: MessageKind) -> ErrScope {
        let stated = self.message_type.or_else(|| self.flag.map(Flag::message_type)).map(|known| known == MessageType::EMAIL);
        let by_kind = || match kind {
            MessageKind::Email => Some(true),
            MessageKind::Sms | MessageKind::Hlr => Some(false),
            MessageKind::Auto => None,
        };
        let by_phone = || {
            self.phone().is_some_and(|phone| match phone.escape() {
                // ASCII is the same in every charset: nothing has to be decoded.
                Escape::None => phone.as_bytes().contains(&b'@'),
                Escape::Xml | Escape::Json => phone.chars().any(|next| next == '@'),
            })
        };
        if stated.or_else(by_kind).unwrap_or_else(by_phone) { ErrScope::Email } else { ErrScope::Phone }
    }

    /// Returns the name of the record's [`err`](Self::err) in a language, from the table of its
    /// [`err_scope`](Self::err_scope). Returns `None` if there is no err, or if the number has no
    /// name.
    #[must_use]
    pub fn err_name(&self, kind: MessageKind, lang: Lang) -> Option<&'static str> {
        self.err?.name(self.err_scope(kind), lang)
    }

    /// Returns the recipient's phone. Returns `None` if there is no phone, or if it is the empty
    /// slot of a message that was not found (R13).
    pub(crate) fn known_phone(&self) -> Option<Text<'a>> {
        self.phone().filter(|phone| self.status() != StatusCode::NOT_FOUND || !phone.is_empty())
    }

    /// Returns whether the record matches a requested pair (R47a).
    #[inline]
    pub(crate) fn is_of(&self, pair: &Requested<'_>) -> bool {
        // Nearly always the id is a number, and the phone the same digits.
        self.id.is_some_and(|id| pair.id.number() == Some(id.get()))
            && self.phone.is_some_and(|phone| is_same_short_number(pair.phone.as_bytes(), phone))
            || pair.is_answered_by(self.id(), self.known_phone())
    }

    /// Returns whether a text of the record looks as if it were in UTF-8 and was read in another
    /// charset: see [`Text::looks_like_utf8`].
    #[must_use]
    pub fn looks_like_utf8(&self) -> bool {
        self.fields().any(|(_, value)| matches!(value, Value::Text(text) if text.looks_like_utf8()))
    }

    /// Returns the record with its texts interpreted as escaped in this way.
    pub(crate) const fn escaped(self, escape: Escape) -> Self {
        Self { escape, ..self }
    }

    /// Sets the charset and escapes of the texts to those of `text`. No text may have been set yet.
    pub(crate) const fn encode_like(&mut self, text: Text<'_>) {
        self.charset = text.charset();
        self.escape = text.escape();
    }

    /// Returns bytes of the body as a text with the charset and escapes of the record's texts.
    pub(crate) const fn raw(&self, bytes: &'a [u8]) -> Text<'a> {
        Text::new(bytes, self.charset).escaped(self.escape)
    }

    /// Marks the record as ambiguous: the reply could be read in more than one way.
    pub(crate) const fn mark_ambiguous(&mut self) {
        self.is_ambiguous = true;
    }

    /// Returns a copy of the record that has all numbers but no text and no cost.
    #[cfg(feature = "heapless")]
    pub(crate) fn without_texts(&self) -> Record<'static> {
        let mut numbers = Record {
            code: self.code,
            err: self.err,
            id: self.id,
            flag: self.flag,
            message_type: self.message_type,
            is_ambiguous: self.is_ambiguous,
            last_timestamp: self.last_timestamp,
            ..Record::new(Charset::Utf8)
        };
        if let Some(Details { send_timestamp, sms_cnt, .. }) = self.details {
            numbers.details = Some(Details { send_timestamp, sms_cnt, ..Details::default() });
        }
        if let Some(History { int_id, .. }) = self.history {
            numbers.history = Some(History { int_id, ..History::default() });
        }
        numbers
    }
}

impl PartialEq for Record<'_> {
    /// Returns whether both records have the same fields with equal values, and both or neither are
    /// ambiguous. Texts are compared by their characters.
    fn eq(&self, other: &Self) -> bool {
        self.is_ambiguous == other.is_ambiguous && Field::ALL.iter().all(|field| self.get(*field) == other.get(*field))
    }
}

impl Eq for Record<'_> {}

impl core::hash::Hash for Record<'_> {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        self.is_ambiguous.hash(state);
        for field in Field::ALL {
            self.get(*field).hash(state);
        }
    }
}

// A record is copied for each item of an iterator, so its size must not grow unnoticed. The start
// page of the documentation has these sizes.
const _: () = match size_of::<usize>() {
    8 => assert!(size_of::<Record<'_>>() == 472),
    4 => assert!(size_of::<Record<'_>>() == 272),
    _ => {}
};

impl fmt::Debug for Record<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut record = f.debug_struct("Record");
        for (field, value) in self.fields() {
            match value {
                Value::Number(number) => record.field(field.name(), &number),
                Value::Cost(cost) => record.field(field.name(), &cost.as_str()),
                Value::Text(text) => record.field(field.name(), &text),
            };
        }
        record.field("is_ambiguous", &self.is_ambiguous).finish()
    }
}
