//! The one record that every format fills.

use core::fmt;
use core::num::{NonZeroU32, NonZeroU64};

use crate::model::charset::Charset;
use crate::model::codes::{ErrCode, ErrScope, Lang, MessageType, StatusCode};
use crate::model::cost::Cost;
use crate::model::escape::Escape;
use crate::model::fields::{Field, trees_layout};
use crate::model::flag::Flag;
use crate::model::query::{Detail, MessageKind};
use crate::model::text::Text;

/// The status of one message: whatever the reply said of it, under the wire's names.
///
/// Only the status itself is always there (R10); what the reply left out is `None`. An empty text is a text, an empty number or cost and a
/// timestamp of 0 are `None` (R30). Texts are borrowed from the body.
///
/// `Debug` shows no phone and no text, so that a record can be logged.
///
/// ```
/// use smsc_proto::{Detail, Charset, Format, Query, Reply, StatusCode};
///
/// let body = "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,Доставлено,Привет, мир,,0";
/// let query = Query::new(Format::Values, Detail::Message).charset(Charset::Utf8);
/// let Reply::Records(mut records) = query.read(body.as_bytes())? else { unreachable!() };
/// let status = records.next().unwrap()?;
/// assert_eq!(status.status(), StatusCode::DELIVERED);
/// assert_eq!(status.message().unwrap(), "Привет, мир");
/// assert_eq!(status.comment().unwrap(), "");
/// assert_eq!(status.cost().unwrap().as_str(), "2.12");
/// // Two commas could each end the message: the rule R43 chose one, and says so.
/// assert!(status.is_ambiguous());
/// # Ok::<(), smsc_proto::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Record<'a> {
    pub(crate) code: StatusCode,
    pub(crate) err: Option<ErrCode>,
    pub(crate) id: Option<NonZeroU32>,
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
}

/// What all≥1 adds about the message.
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

/// What all=2 adds about the number.
#[derive(Clone, Copy, Default)]
pub(crate) struct Numbering<'a> {
    pub(crate) mccmnc: Option<&'a [u8]>,
    pub(crate) country: Option<&'a [u8]>,
    pub(crate) operator: Option<&'a [u8]>,
    pub(crate) operator_orig: Option<&'a [u8]>,
    pub(crate) region: Option<&'a [u8]>,
}

/// What an HLR answer adds about the subscriber's network.
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

/// The value of a field, as [`Record::get`] gives it (R39).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Value<'a> {
    /// A number or a code.
    Number(i64),
    /// A text, a date, or digits that are kept as text.
    Text(Text<'a>),
    /// An exact decimal.
    Cost(Cost<'a>),
}

/// Accessors of texts, which all look alike: the group they are in, and what they are.
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
    /// Returns a record of a message that was not found, with no other field: room for
    /// [`Query::read_into`](crate::Query::read_into) and [`Records::next_into`](crate::Records::next_into).
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

    /// Returns a record without any field, to be filled by [`Record::put`].
    pub(crate) const fn new(charset: Charset) -> Self {
        Self {
            code: StatusCode(0),
            err: None,
            id: None,
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
        }
    }

    /// What became of the message (R36).
    #[must_use]
    #[inline]
    pub const fn status(&self) -> StatusCode {
        self.code
    }

    /// Why it was not delivered (R37). What the number means depends on [`err_scope`](Self::err_scope).
    #[must_use]
    #[inline]
    pub const fn err(&self) -> Option<ErrCode> {
        self.err
    }

    /// The message's id: 1 to 2147483647, not unique by itself (R3).
    #[must_use]
    #[inline]
    pub const fn id(&self) -> Option<u32> {
        match self.id {
            Some(id) => Some(id.get()),
            None => None,
        }
    }

    /// Sixteen bits about the message (R35); fmt 2 and 3 have it.
    #[must_use]
    #[inline]
    pub const fn flag(&self) -> Option<Flag> {
        self.flag
    }

    /// What was sent (R35).
    #[must_use]
    #[inline]
    pub const fn message_type(&self) -> Option<MessageType> {
        self.message_type
    }

    /// When the status last changed, in Unix seconds (R30); fmt 1, 2 and 3 have it.
    #[must_use]
    #[inline]
    pub const fn last_timestamp(&self) -> Option<u64> {
        match self.last_timestamp {
            Some(seconds) => Some(seconds.get()),
            None => None,
        }
    }

    /// When the message was sent, in Unix seconds (R30); fmt 1, 2 and 3 have it.
    #[must_use]
    #[inline]
    pub fn send_timestamp(&self) -> Option<u64> {
        self.details.as_ref()?.send_timestamp.map(NonZeroU64::get)
    }

    /// What it cost, in the account's currency (R32).
    #[must_use]
    #[inline]
    pub fn cost(&self) -> Option<Cost<'a>> {
        self.details.as_ref()?.cost
    }

    /// How many parts it had, or how many seconds a call took (R34).
    #[must_use]
    #[inline]
    pub fn sms_cnt(&self) -> Option<u32> {
        self.details.as_ref()?.sms_cnt
    }

    /// Returns whether the reply left more than one place where the record's fields may end, so that a rule chose one
    /// (R43 to R46): the message may end elsewhere.
    #[must_use]
    #[inline]
    pub const fn is_ambiguous(&self) -> bool {
        self.is_ambiguous
    }

    /// The charset of its texts (R7).
    #[must_use]
    #[inline]
    pub const fn charset(&self) -> Charset {
        self.charset
    }

    /// How its texts are escaped (R28, R29).
    #[must_use]
    #[inline]
    pub const fn escape(&self) -> Escape {
        self.escape
    }

    /// Whether it answers an HLR request: any field of those is there (R42).
    #[must_use]
    #[inline]
    pub const fn is_hlr(&self) -> bool {
        self.hlr.is_some()
    }

    texts! {
        /// When the status last changed, `DD.MM.YYYY hh:mm:ss` in the account's own time zone (R31); fmt 0, 2 and 3 have it.
        last_date;
        /// The recipient: digits without `+`, or the address of an e-mail (R3).
        phone;
        /// When it was sent, `DD.MM.YYYY hh:mm:ss` in the account's own time zone (R31); fmt 0, 2 and 3 have it.
        send_date details;
        /// The sender ID that the recipient saw.
        sender_id details;
        /// The status in the vendor's words (R36).
        status_name details;
        /// The text that was sent. See [`is_ambiguous`](Self::is_ambiguous) for whether it may end elsewhere.
        message details;
        /// The client's own comment.
        comment details;
        /// The number's country and network code (R33).
        mccmnc numbering;
        /// The number's country.
        country numbering;
        /// The operator that serves the number.
        operator numbering;
        /// The operator that first gave the number out.
        operator_orig numbering;
        /// The number's region.
        region numbering;
        /// HLR: the SIM card's number (R33).
        imsi hlr;
        /// HLR: the number of the network's service centre (R33).
        msc hlr;
        /// HLR: the mobile country code (R33).
        mcc hlr;
        /// HLR: the mobile network code, such as `02` (R33).
        mnc hlr;
        /// HLR: the home country's name.
        cn hlr;
        /// HLR: the home operator's name.
        net hlr;
        /// HLR: the country in which the subscriber roams.
        rcn hlr;
        /// HLR: the operator with which the subscriber roams.
        rnet hlr;
    }

    /// Which table its err belongs to (R37): by its type, else by the type bits of its flag, else by what the caller asked for, else by an `@`
    /// in its phone (R3).
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

    /// Returns the name of its err in a language: the one that [`err_scope`](Self::err_scope) chooses. `None` if there is
    /// no err, or it has no name.
    #[must_use]
    pub fn err_name(&self, kind: MessageKind, lang: Lang) -> Option<&'static str> {
        self.err?.name(self.err_scope(kind), lang)
    }

    /// One field by its name, or `None` where the reply left it out (R10, R25).
    #[must_use]
    pub fn get(&self, field: Field) -> Option<Value<'a>> {
        let number = |value: Option<u32>| value.map(|value| Value::Number(value.into()));
        let time = |value: Option<u64>| value.and_then(|value| i64::try_from(value).ok()).map(Value::Number);
        match field {
            Field::Status => Some(Value::Number(self.code.0.into())),
            Field::Err => number(self.err.map(|err| err.0)),
            Field::Id => number(self.id()),
            Field::Flag => number(self.flag.map(|flag| flag.0.into())),
            Field::Type => number(self.message_type.map(|known| known.0.into())),
            Field::SmsCnt => number(self.sms_cnt()),
            Field::LastTimestamp => time(self.last_timestamp()),
            Field::SendTimestamp => time(self.send_timestamp()),
            Field::Cost => self.cost().map(Value::Cost),
            Field::LastDate => self.last_date().map(Value::Text),
            Field::Phone => self.phone().map(Value::Text),
            Field::SendDate => self.send_date().map(Value::Text),
            Field::SenderId => self.sender_id().map(Value::Text),
            Field::StatusName => self.status_name().map(Value::Text),
            Field::Message => self.message().map(Value::Text),
            Field::Comment => self.comment().map(Value::Text),
            Field::Mccmnc => self.mccmnc().map(Value::Text),
            Field::Country => self.country().map(Value::Text),
            Field::Operator => self.operator().map(Value::Text),
            Field::OperatorOrig => self.operator_orig().map(Value::Text),
            Field::Region => self.region().map(Value::Text),
            Field::Imsi => self.imsi().map(Value::Text),
            Field::Msc => self.msc().map(Value::Text),
            Field::Mcc => self.mcc().map(Value::Text),
            Field::Mnc => self.mnc().map(Value::Text),
            Field::Cn => self.cn().map(Value::Text),
            Field::Net => self.net().map(Value::Text),
            Field::Rcn => self.rcn().map(Value::Text),
            Field::Rnet => self.rnet().map(Value::Text),
        }
    }

    /// The fields that are there, in the order of fmt 3 (R25).
    ///
    /// ```
    /// use smsc_proto::{Detail, Field, Format, Query, Reply, Value};
    ///
    /// let Reply::Records(mut records) = Query::new(Format::Values, Detail::Status).read(b"20,1760080210,1")? else { unreachable!() };
    /// let status = records.next().unwrap()?;
    /// assert!(status.fields().eq([
    ///     (Field::Status, Value::Number(20)),
    ///     (Field::LastTimestamp, Value::Number(1_760_080_210)),
    ///     (Field::Err, Value::Number(1)),
    /// ]));
    /// # Ok::<(), smsc_proto::Error>(())
    /// ```
    pub fn fields(&self) -> impl Iterator<Item = (Field, Value<'a>)> + use<'a, '_> {
        let is_brief = self.details.is_none() && self.numbering.is_none() && self.message_type.is_none();
        let layout = trees_layout(if is_brief { Detail::Status } else { Detail::Full });
        layout.fields().iter().filter_map(|field| Some((*field, self.get(*field)?)))
    }

    /// Returns the recipient's phone, or `None` if the record is of a message that was not found and its slot is empty (R13).
    pub(crate) fn known_phone(&self) -> Option<Text<'a>> {
        self.phone().filter(|phone| !phone.is_empty() || self.status() != StatusCode::NOT_FOUND)
    }

    /// Its texts are escaped in this way.
    pub(crate) const fn escaped(self, escape: Escape) -> Self {
        Self { escape, ..self }
    }

    /// Its texts, of which none has been put in yet, will be encoded like this one.
    pub(crate) const fn encode_like(&mut self, text: Text<'_>) {
        self.charset = text.charset();
        self.escape = text.escape();
    }

    /// A value of it, which is escaped as its texts are.
    pub(crate) const fn raw(&self, bytes: &'a [u8]) -> Text<'a> {
        Text::new(bytes, self.charset).escaped(self.escape)
    }

    /// The record was cut in one of several ways.
    pub(crate) fn mark_ambiguous(&mut self) {
        self.is_ambiguous = true;
    }

    /// Everything but the texts.
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
        numbers
    }
}

impl PartialEq for Record<'_> {
    /// Equal when the same fields are there with equal values, and both are as certain; texts compare by their characters.
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

// A record is copied for each item of an iterator: it must not grow unnoticed.
const _: () = assert!(size_of::<Record<'_>>() <= 424 || size_of::<usize>() != 8);

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
