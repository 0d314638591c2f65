//! The one table of fields: their names, and their order in every format, `all`, kind and shape
//! (docs/protocol.md, section 2.2).

use core::fmt;

use crate::model::message_id::MAX_ID;
use crate::model::query::{Detail, Format, Query};

/// The form of a field's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ValueKind {
    /// Decimal digits with a value in this range. Only a status may have a minus sign.
    Number {
        /// The smallest value.
        min: i64,
        /// The largest value.
        max: i64,
    },
    /// The id of a message, a number or a text: see [`MessageId`](crate::MessageId).
    Id,
    /// An exact decimal: see [`Cost`](crate::Cost).
    Cost,
    /// Text without a comma: a date, a phone, a network code.
    Code,
    /// Free text, which can contain commas.
    Text,
}

const CODE: ValueKind = ValueKind::Code;
const TEXT: ValueKind = ValueKind::Text;
const COST: ValueKind = ValueKind::Cost;
const ID: ValueKind = ValueKind::Id;

const fn number(min: i64, max: i64) -> ValueKind {
    ValueKind::Number { min, max }
}

/// The maximum length of a record in a batch, in bytes (R46d).
/// [`ChunkReader::with_limit`](crate::ChunkReader::with_limit) sets another limit.
pub(crate) const MAX_RECORD: usize = 1 << 20;

/// The maximum number of digits of the fourth field of an SMS in fmt 1, its `send_timestamp` (R41).
pub(crate) const MAX_TIMESTAMP_DIGITS: usize = 10;

/// The first number with more than [`MAX_TIMESTAMP_DIGITS`] digits.
#[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "a number of digits fits into 32 bits")]
pub(crate) const TIMESTAMP_END: i64 = 10_i64.pow(MAX_TIMESTAMP_DIGITS as u32);

/// The largest key of the history: 15 digits, which every language's numbers hold exactly.
pub(crate) const MAX_INT_ID: i64 = 999_999_999_999_999;

/// The largest type at the end of a line of fmt 1 (R39, R43).
pub(crate) const MAX_LINE_TYPE: u8 = 15;

/// Declares [`Field`] with the names and the form of each field: variant, name (fmt 2 and 3), key
/// (fmt 0), form.
macro_rules! fields {
    ($( $(#[$doc:meta])* $Field:ident $name:literal $label:literal $kind:expr; )*) => {
        /// A field of a record, by its name on the wire.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Field { $( $(#[$doc])* $Field, )* }

        impl Field {
            /// Every field, in the order of this enum.
            pub const ALL: &'static [Self] = &[$(Self::$Field),*];

            /// Returns the field's name in fmt 2 and 3, such as `last_date`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$Field => $name),* }
            }

            /// Returns the field's key in fmt 0, such as `check_time` for [`Field::LastDate`].
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self { $(Self::$Field => $label),* }
            }

            /// Returns the bytes before the field's value in fmt 0, unless it is the first field:
            /// the separator, the key and the `=`.
            pub(crate) const fn opening(self) -> &'static str {
                match self { $(Self::$Field => concat!(", ", $label, " = ")),* }
            }

            /// Returns the form of the field's value.
            #[must_use]
            #[inline]
            pub const fn kind(self) -> ValueKind {
                match self { $(Self::$Field => $kind),* }
            }
        }
    };
}

fields! {
    /// The status of the message; the only field that is always present.
    Status "status" "Status" number(-0x8000_0000, 0x7fff_ffff);
    /// The time of the last status change, in the account's own time zone.
    LastDate "last_date" "check_time" CODE;
    /// The time of the last status change, in Unix seconds.
    LastTimestamp "last_timestamp" "last_timestamp" number(0, 1 << 40);
    /// The flag: 16 bits about the message.
    Flag "flag" "flag" number(0, 0xffff);
    /// The reason why the message was not delivered.
    Err "err" "err" number(0, 0x7fff_ffff);
    /// HLR: the IMSI, the number of the SIM card.
    Imsi "imsi" "imsi" CODE;
    /// HLR: the number of the network's service centre.
    Msc "msc" "msc" CODE;
    /// HLR: the mobile country code.
    Mcc "mcc" "mcc" CODE;
    /// HLR: the mobile network code, such as `02`.
    Mnc "mnc" "mnc" CODE;
    /// HLR: the name of the home country.
    Cn "cn" "cn" TEXT;
    /// HLR: the name of the home operator.
    Net "net" "net" TEXT;
    /// HLR: the country in which the subscriber is roaming.
    Rcn "rcn" "rcn" TEXT;
    /// HLR: the operator in whose network the subscriber is roaming.
    Rnet "rnet" "rnet" TEXT;
    /// The time when the message was sent, in the account's own time zone.
    SendDate "send_date" "send_date" CODE;
    /// The time when the message was sent, in Unix seconds.
    SendTimestamp "send_timestamp" "send_timestamp" number(0, 1 << 40);
    /// The recipient's phone, or e-mail address.
    Phone "phone" "phone" CODE;
    /// The mobile country code and network code of the number, together.
    Mccmnc "mccmnc" "mccmnc" CODE;
    /// The country of the number.
    Country "country" "country" TEXT;
    /// The operator that serves the number now.
    Operator "operator" "operator" TEXT;
    /// The operator that issued the number.
    OperatorOrig "operator_orig" "operator_orig" TEXT;
    /// The region of the number.
    Region "region" "region" TEXT;
    /// The cost of the message.
    Cost "cost" "cost" COST;
    /// The sender ID that the recipient saw.
    SenderId "sender_id" "sender_id" TEXT;
    /// The name of the status in the server's words.
    StatusName "status_name" "status_name" TEXT;
    /// The text of the message.
    Message "message" "message" TEXT;
    /// The client's own comment on the message.
    Comment "comment" "comment" TEXT;
    /// The type of the message.
    Type "type" "type" number(0, 0xff);
    /// The number of parts of the message, or the duration of a call in seconds.
    SmsCnt "sms_cnt" "sms_cnt" number(0, 0x7fff_ffff);
    /// The id of the message.
    Id "id" "id" ID;
    /// The key by which the history of messages is paged.
    IntId "int_id" "int_id" number(0, MAX_INT_ID);
    /// The format of the message in the history, in the server's notation.
    Format "format" "format" CODE;
    /// The checksum of the message in the history, in the server's notation.
    Crc "crc" "crc" CODE;
}

impl fmt::Display for Field {
    /// Writes the [`name`](Self::name).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A position of a field in the order, and the replies that have the field there, as bit sets.
#[derive(Clone, Copy)]
struct Row {
    field: Field,
    formats: u8,
    alls: u8,
    kinds: u8,
    shapes: u8,
}

const KEY_VALUE: u8 = 1;
const VALUES: u8 = 1 << 1;
const TREES: u8 = 1 << 2;
const LINES: u8 = KEY_VALUE | VALUES;
const ANY: u8 = 0xff;

const ALL0: u8 = 1;
const ALL2: u8 = 1 << 2;
const ALL12: u8 = ALL2 | 1 << 1;

const SMS: u8 = 1;
const HLR: u8 = 1 << 1;

const SINGLE: u8 = 1;
const BATCH: u8 = 1 << 1;
/// The history of get.php (R64), whose records have more fields than those of status.php.
const HISTORY: u8 = 1 << 2;

const fn row(field: Field, formats: u8, alls: u8, kinds: u8, shapes: u8) -> Row {
    Row { field, formats, alls, kinds, shapes }
}

impl Row {
    const fn fits(self, formats: u8, alls: u8, kinds: u8, shapes: u8) -> bool {
        self.formats & formats != 0 && self.alls & alls != 0 && self.kinds & kinds != 0 && self.shapes & shapes != 0
    }
}

/// The order of the fields. A field with two positions has two rows; no reply has both of them.
const TABLE: &[Row] = &[
    row(Field::Status, ANY, ANY, ANY, ANY),
    row(Field::LastDate, KEY_VALUE | TREES, ANY, ANY, ANY),
    row(Field::LastTimestamp, VALUES | TREES, ANY, ANY, ANY),
    row(Field::Flag, TREES, ANY, ANY, ANY),
    row(Field::Err, ANY, ANY, ANY, ANY),
    row(Field::Imsi, ANY, ANY, HLR, ANY),
    row(Field::Msc, ANY, ANY, HLR, ANY),
    row(Field::Mcc, ANY, ANY, HLR, ANY),
    row(Field::Mnc, ANY, ANY, HLR, ANY),
    row(Field::Cn, ANY, ANY, HLR, ANY),
    row(Field::Net, ANY, ANY, HLR, ANY),
    row(Field::Rcn, ANY, ANY, HLR, ANY),
    row(Field::Rnet, ANY, ANY, HLR, ANY),
    row(Field::SendDate, KEY_VALUE | TREES, ALL12, ANY, ANY),
    row(Field::SendTimestamp, VALUES | TREES, ALL12, ANY, ANY),
    row(Field::Id, ANY, ALL0, ANY, BATCH),
    row(Field::Phone, ANY, ALL0, ANY, BATCH),
    row(Field::Phone, ANY, ALL12, ANY, ANY),
    row(Field::Mccmnc, KEY_VALUE, ALL2, SMS, ANY),
    row(Field::Country, LINES, ALL2, ANY, ANY),
    row(Field::Operator, LINES, ALL2, ANY, ANY),
    row(Field::OperatorOrig, KEY_VALUE, ALL2, SMS, ANY),
    row(Field::Region, LINES, ALL2, ANY, ANY),
    row(Field::Cost, ANY, ALL12, ANY, ANY),
    row(Field::SenderId, ANY, ALL12, ANY, ANY),
    row(Field::StatusName, ANY, ALL12, ANY, ANY),
    row(Field::Message, ANY, ALL12, ANY, ANY),
    row(Field::Comment, ANY, ALL12, SMS, ANY),
    row(Field::Mccmnc, TREES, ALL2, SMS, ANY),
    row(Field::Country, TREES, ALL2, ANY, ANY),
    row(Field::Operator, TREES, ALL2, ANY, ANY),
    row(Field::OperatorOrig, TREES, ALL2, SMS, ANY),
    row(Field::Region, TREES, ALL2, ANY, ANY),
    row(Field::Type, ANY, ALL12, ANY, ANY),
    row(Field::SmsCnt, TREES, ALL12, SMS, ANY),
    row(Field::Id, ANY, ALL12, ANY, BATCH),
    row(Field::SmsCnt, KEY_VALUE, ALL12, SMS, HISTORY),
    row(Field::IntId, KEY_VALUE | TREES, ALL12, ANY, HISTORY),
    row(Field::Format, KEY_VALUE | TREES, ALL12, ANY, HISTORY),
    row(Field::Crc, KEY_VALUE | TREES, ALL12, ANY, HISTORY),
];

/// The fields of a layout in their order, computed at compile time for layouts that readers use for
/// every record.
pub(crate) struct Layout {
    fields: [Field; TABLE.len()],
    len: usize,
}

impl Layout {
    #[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "runs at compile time, where both stop the build")]
    const fn new(formats: u8, alls: u8, kinds: u8, shapes: u8) -> Self {
        let mut layout = Self { fields: [Field::Status; TABLE.len()], len: 0 };
        let mut at = 0;
        while at < TABLE.len() {
            if TABLE[at].fits(formats, alls, kinds, shapes) {
                layout.fields[layout.len] = TABLE[at].field;
                layout.len += 1;
            }
            at += 1;
        }
        layout
    }

    /// Returns the fields in their order.
    pub(crate) const fn fields(&self) -> &[Field] {
        match self.fields.split_at_checked(self.len) {
            Some((fields, _)) => fields,
            None => &[],
        }
    }

    /// Returns the fields before `end`.
    pub(crate) fn before(&self, end: Field) -> &[Field] {
        self.fields().split(|field| *field == end).next().unwrap_or_default()
    }

    /// Returns the fields after `start`; none if the layout lacks it.
    pub(crate) fn after(&self, start: Field) -> &[Field] {
        let index = self.fields().iter().position(|field| *field == start);
        index.and_then(|index| self.fields().get(index.checked_add(1)?..)).unwrap_or_default()
    }
}

impl Field {
    /// Returns the field with this key of fmt 0, or `None` if there is none. `ID` is a key of
    /// [`Field::Id`] too (R20).
    pub(crate) fn from_label(key: &[u8]) -> Option<Self> {
        let has_key = |field: &Self| field.label().as_bytes() == key || (*field == Self::Id && key == b"ID");
        key_value_layout().fields().iter().copied().find(has_key)
    }

    /// Returns the range of a number, or of an id that is a number. Returns `None` for other
    /// fields.
    #[inline]
    pub(crate) const fn range(self) -> Option<(i64, i64)> {
        match self.kind() {
            ValueKind::Number { min, max } => Some((min, max)),
            ValueKind::Id => Some((1, MAX_ID)),
            ValueKind::Cost | ValueKind::Code | ValueKind::Text => None,
        }
    }

    /// Returns the field's own bit, for sets of fields.
    pub(crate) const fn bit(self) -> u32 {
        #[expect(clippy::as_conversions, reason = "there are fewer fields than bits")]
        1_u32.wrapping_shl(self as u32)
    }
}

const _: () = assert!(Field::ALL.len() <= 32);

/// Returns the order of a batch record in fmt 1, for a value of `all` and a kind. A single reply
/// has the same order without the `id` (and `phone`) at the end.
pub(crate) const fn values_layout(all: Detail, is_hlr: bool) -> &'static Layout {
    const SMS0: Layout = Layout::new(VALUES, ALL0, SMS, BATCH);
    const SMS1: Layout = Layout::new(VALUES, 1 << 1, SMS, BATCH);
    const SMS2: Layout = Layout::new(VALUES, ALL2, SMS, BATCH);
    const HLR0: Layout = Layout::new(VALUES, ALL0, HLR, BATCH);
    const HLR1: Layout = Layout::new(VALUES, 1 << 1, HLR, BATCH);
    const HLR2: Layout = Layout::new(VALUES, ALL2, HLR, BATCH);
    match (all, is_hlr) {
        (Detail::Status, false) => &SMS0,
        (Detail::Message, false) => &SMS1,
        (Detail::Full, false) => &SMS2,
        (Detail::Status, true) => &HLR0,
        (Detail::Message, true) => &HLR1,
        (Detail::Full, true) => &HLR2,
    }
}

/// Returns every key of fmt 0 in the known order. The requested `all` and kind are not needed to
/// parse fmt 0, because its values have keys.
pub(crate) const fn key_value_layout() -> &'static Layout {
    // The rows of all=0 and of all≥1 overlap only in `phone` and `id`; the fields between their two
    // positions tell which one it is.
    const LAYOUT: Layout = Layout::new(KEY_VALUE, ANY, ANY, BATCH | HISTORY);
    &LAYOUT
}

/// Returns the order of the fields in fmt 2 and 3.
pub(crate) const fn trees_layout(all: Detail) -> &'static Layout {
    const BRIEF: Layout = Layout::new(TREES, ALL0, ANY, BATCH | HISTORY);
    const FULL: Layout = Layout::new(TREES, ALL2, ANY, BATCH | HISTORY);
    match all {
        Detail::Status => &BRIEF,
        Detail::Message | Detail::Full => &FULL,
    }
}

impl Query<'_> {
    /// Returns the fields of a record of the reply, in their order. `is_hlr` is whether the record
    /// belongs to an HLR request. For fmt 1 the fields are those of the current layout, not of the
    /// older ones.
    ///
    /// ```
    /// use smsc_proto::{Detail, Field, Format, Query};
    ///
    /// let query = Query::new(Format::Values, Detail::Status).batch();
    /// let names: Vec<_> = query.fields(false).map(Field::name).collect();
    /// assert_eq!(names, ["status", "last_timestamp", "err", "id", "phone"]);
    /// ```
    pub fn fields(&self, is_hlr: bool) -> impl Iterator<Item = Field> + use<> {
        self.fields_of(if self.is_batch { BATCH } else { SINGLE }, is_hlr)
    }

    /// Returns the fields of a record that the format can represent, in their order: those of the
    /// history too.
    pub(crate) fn all_fields(&self, is_hlr: bool) -> impl Iterator<Item = Field> + use<> {
        self.fields_of(HISTORY | if self.is_batch { BATCH } else { SINGLE }, is_hlr)
    }

    fn fields_of(&self, shapes: u8, is_hlr: bool) -> impl Iterator<Item = Field> + use<> {
        let format = match self.format {
            Format::KeyValue => KEY_VALUE,
            Format::Values => VALUES,
            Format::Xml | Format::Json => TREES,
        };
        let detail = match self.detail {
            Detail::Status => ALL0,
            Detail::Message => 1 << 1,
            Detail::Full => ALL2,
        };
        let kind = if is_hlr { HLR } else { SMS };
        TABLE.iter().filter(move |row| row.fits(format, detail, kind, shapes)).map(|row| row.field)
    }
}
