//! The one table of fields: their names, and their order in every format × all × kind × shape (section 2.2 of docs/protocol.md).

use core::fmt;

use crate::model::query::{Detail, Format, Query};

/// What the value of a field looks like (R39).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ValueKind {
    /// Decimal digits within a range (R39); only a status may have a minus.
    Number {
        /// The least there may be.
        min: i64,
        /// The most there may be.
        max: i64,
    },
    /// An exact decimal (R32).
    Cost,
    /// Text without a comma in it: a date, a phone, a network code.
    Code,
    /// Free text, which may hold commas.
    Text,
}

const CODE: ValueKind = ValueKind::Code;
const TEXT: ValueKind = ValueKind::Text;
const COST: ValueKind = ValueKind::Cost;

const fn number(min: i64, max: i64) -> ValueKind {
    ValueKind::Number { min, max }
}

/// The longest record of a batch, in bytes, unless the caller of a chunk reader sets another limit (R46d).
pub(crate) const MAX_RECORD: usize = 1 << 20;

/// How many digits the fourth field of an SMS, its `send_timestamp`, may have (R41).
pub(crate) const MAX_TIMESTAMP_DIGITS: usize = 10;

/// Declares [`Field`] with the names and the value of each: variant, wire name (fmt 2, 3), label (fmt 0), value.
macro_rules! fields {
    ($( $(#[$doc:meta])* $Field:ident $name:literal $label:literal $kind:expr; )*) => {
        /// A field of a record, by its name on the wire (R10).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Field { $( $(#[$doc])* $Field, )* }

        impl Field {
            /// Every field, in the order of this enum (R25).
            pub const ALL: &'static [Self] = &[$(Self::$Field),*];

            /// The name in fmt 2 and 3 (R25).
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$Field => $name),* }
            }

            /// The label in fmt 0 (R44).
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self { $(Self::$Field => $label),* }
            }

            /// What stands in front of its value in fmt 0, unless it is the first (R44).
            pub(crate) const fn opening(self) -> &'static str {
                match self { $(Self::$Field => concat!(", ", $label, " = ")),* }
            }

            /// What its value looks like (R39).
            #[must_use]
            pub const fn kind(self) -> ValueKind {
                match self { $(Self::$Field => $kind),* }
            }
        }
    };
}

fields! {
    /// What became of the message (R36); the one field that is always there (R10).
    Status "status" "Status" number(-0x8000_0000, 0x7fff_ffff);
    /// When the status last changed, in the account's own time zone (R31).
    LastDate "last_date" "check_time" CODE;
    /// When the status last changed, in Unix seconds (R30).
    LastTimestamp "last_timestamp" "last_timestamp" number(0, 1 << 40);
    /// Sixteen bits about the message (R35).
    Flag "flag" "flag" number(0, 0xffff);
    /// Why it was not delivered (R37).
    Err "err" "err" number(0, 0x7fff_ffff);
    /// HLR: the SIM card's number (R33).
    Imsi "imsi" "imsi" CODE;
    /// HLR: the number of the network's service centre.
    Msc "msc" "msc" CODE;
    /// HLR: the mobile country code.
    Mcc "mcc" "mcc" CODE;
    /// HLR: the mobile network code, such as `02`.
    Mnc "mnc" "mnc" CODE;
    /// HLR: the home country's name.
    Cn "cn" "cn" TEXT;
    /// HLR: the home operator's name.
    Net "net" "net" TEXT;
    /// HLR: the country in which the subscriber roams.
    Rcn "rcn" "rcn" TEXT;
    /// HLR: the operator with which the subscriber roams.
    Rnet "rnet" "rnet" TEXT;
    /// When it was sent, in the account's own time zone (R31).
    SendDate "send_date" "send_date" CODE;
    /// When it was sent, in Unix seconds (R30).
    SendTimestamp "send_timestamp" "send_timestamp" number(0, 1 << 40);
    /// The recipient's phone, or address of an e-mail (R3).
    Phone "phone" "phone" CODE;
    /// The number's country and network code.
    Mccmnc "mccmnc" "mccmnc" CODE;
    /// The number's country.
    Country "country" "country" TEXT;
    /// The operator that serves the number.
    Operator "operator" "operator" TEXT;
    /// The operator that the number was first given out by.
    OperatorOrig "operator_orig" "operator_orig" TEXT;
    /// The number's region.
    Region "region" "region" TEXT;
    /// What it cost (R32).
    Cost "cost" "cost" COST;
    /// The sender ID that the recipient saw.
    SenderId "sender_id" "sender_id" TEXT;
    /// The status in the vendor's words.
    StatusName "status_name" "status_name" TEXT;
    /// The text that was sent.
    Message "message" "message" TEXT;
    /// The client's own comment.
    Comment "comment" "comment" TEXT;
    /// What was sent (R35).
    Type "type" "type" number(0, 0xff);
    /// How many parts it had, or how many seconds a call took (R34).
    SmsCnt "sms_cnt" "sms_cnt" number(0, 0x7fff_ffff);
    /// The message's id (R3).
    Id "id" "id" number(1, 0x7fff_ffff);
}

impl fmt::Display for Field {
    /// The name in fmt 2 and 3.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A place of a field: where it stands in the order, and in which replies.
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

const BATCH: u8 = 1 << 1;

const fn row(field: Field, formats: u8, alls: u8, kinds: u8, shapes: u8) -> Row {
    Row { field, formats, alls, kinds, shapes }
}

impl Row {
    const fn fits(self, formats: u8, alls: u8, kinds: u8, shapes: u8) -> bool {
        self.formats & formats != 0 && self.alls & alls != 0 && self.kinds & kinds != 0 && self.shapes & shapes != 0
    }
}

/// The order of the fields. A field that stands in two places has two rows, of which no reply has both.
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
];

/// The layouts that a reader asks for again and again, worked out at compile time.
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

    /// The fields in their order.
    pub(crate) const fn fields(&self) -> &[Field] {
        match self.fields.split_at_checked(self.len) {
            Some((fields, _)) => fields,
            None => &[],
        }
    }

    /// The fields in front of one of them.
    pub(crate) fn before(&self, end: Field) -> &[Field] {
        self.fields().split(|field| *field == end).next().unwrap_or_default()
    }

    /// The fields behind one of them.
    pub(crate) fn after(&self, start: Field) -> &[Field] {
        let place = self.fields().iter().position(|field| *field == start);
        place.and_then(|place| self.fields().get(place.checked_add(1)?..)).unwrap_or_default()
    }
}

impl Field {
    /// A bit of its own, for sets of fields.
    pub(crate) const fn bit(self) -> u32 {
        #[expect(clippy::as_conversions, reason = "there are fewer fields than bits")]
        1_u32.wrapping_shl(self as u32)
    }
}

const _: () = assert!(Field::ALL.len() <= 32);

/// The order of a batch in fmt 1, for one `all` and one kind. A single reply is the same without the `id` (and `phone`) of its end.
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

/// Every label of fmt 0 in its known order, whatever was asked for: labels say themselves what they are.
pub(crate) const fn key_value_layout() -> &'static Layout {
    // The rows of all=0 and of all≥1 do not overlap but for `phone` and `id`, whose places are told apart by what stands between.
    const LAYOUT: Layout = Layout::new(KEY_VALUE, ANY, ANY, BATCH);
    &LAYOUT
}

/// The order in which a record names its fields in fmt 2 and 3.
pub(crate) const fn trees_layout(all: Detail) -> &'static Layout {
    const BRIEF: Layout = Layout::new(TREES, ALL0, ANY, BATCH);
    const FULL: Layout = Layout::new(TREES, ALL2, ANY, BATCH);
    match all {
        Detail::Status => &BRIEF,
        Detail::Message | Detail::Full => &FULL,
    }
}

impl Query<'_> {
    /// Returns the fields of a record of the reply, in their order. `is_hlr` tells whether the record answers an HLR
    /// request. For fmt 1 this is the current layout, not the older ones (R22, R23).
    ///
    /// ```
    /// use smsc_proto::{Detail, Field, Format, Query};
    ///
    /// let query = Query::new(Format::Values, Detail::Status).batch();
    /// let names: Vec<_> = query.fields(false).map(Field::name).collect();
    /// assert_eq!(names, ["status", "last_timestamp", "err", "id", "phone"]);
    /// ```
    pub fn fields(&self, is_hlr: bool) -> impl Iterator<Item = Field> + use<> {
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
        let shape = if self.is_batch { BATCH } else { 1 };
        TABLE.iter().filter(move |row| row.fits(format, detail, kind, shape)).map(|row| row.field)
    }
}
