//! The columns: their names, types and order.

use std::fmt;
use std::sync::Arc;

use arrow_schema::{DataType, Field as ArrowField, Schema, TimeUnit};
use smsc_proto::{Field, ValueKind};

/// A column of the table of records.
///
/// The table has one row for each record, and one for each thing that is no record: a malformed line, an
/// API error, a confirmed deletion. Columns without a value are null.
///
/// ```
/// use arrow_schema::DataType;
/// use smsc_columns::Column;
/// use smsc_proto::Field;
///
/// assert_eq!(Column::from_name("operator"), Some(Column::Wire(Field::Operator)));
/// assert_eq!(Column::State.name(), "state");
/// assert_eq!(Column::Wire(Field::Status).data_type(false), DataType::Int32);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Column {
    /// A field of the record, under its name on the wire. `id` has ids that are numbers.
    Wire(Field),
    /// An id that is a text.
    TextId,
    /// Bit 5 of `flag`: the message was paid from the second balance.
    SecondBalance,
    /// The kind of template in `flag`.
    Template,
    /// The cost as the reply has it: `2.10`, where `cost` has 2.1000.
    CostText,
    /// Whether the reply can be read in more than one way, so that a rule chose one.
    Ambiguous,
    /// The reason why the line is no record, with the byte offset.
    Malformed,
    /// The number of an API error.
    ErrorCode,
    /// The server's text of an API error.
    Error,
    /// `OK` of a reply that confirms a deletion.
    Result,
    /// The state of the message: `pending`, `delivered`, `failed` or `unknown`.
    State,
    /// Whether the status will not change by itself.
    IsFinal,
    /// The party that has to act: `recipient`, `network`, `account` and others.
    Cause,
    /// The advice on sending again: `no`, `later` or `after_fix`.
    Retry,
    /// The least delay before that, in seconds.
    RetryAfterS,
    /// Whether to stop writing to this recipient.
    Suppress,
    /// The format in which the reply was read: 0 to 3.
    Fmt,
    /// The name of the file or of another source.
    Source,
    /// The offset of the record in the reply, in bytes.
    LineOffset,
}

/// The form of a column's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Int32,
    Int64,
    /// Microseconds since the Unix epoch, UTC.
    Time,
    Decimal,
    Bool,
    Text,
    /// A text of which a table has few different ones.
    Word,
}

/// The number of digits of a cost, and of those after the point.
pub(crate) const DECIMAL: (u8, i8) = (18, 4);

/// The zone of the times.
pub(crate) const ZONE: &str = "UTC";

impl Column {
    /// Returns every column, in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        let of_field = |field: &Field| {
            let more: &[Self] = match field {
                Field::Id => &[Self::TextId],
                Field::Flag => &[Self::SecondBalance, Self::Template],
                Field::Cost => &[Self::CostText],
                _ => &[],
            };
            std::iter::once(Self::Wire(*field)).chain(more.iter().copied())
        };
        Field::ALL.iter().flat_map(of_field).chain(OTHERS)
    }

    /// Returns the name of the column. Fields have their names of fmt 2 and 3.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wire(field) => field.name(),
            Self::TextId => "text_id",
            Self::SecondBalance => "second_balance",
            Self::Template => "template",
            Self::CostText => "cost_text",
            Self::Ambiguous => "ambiguous",
            Self::Malformed => "malformed",
            Self::ErrorCode => "error_code",
            Self::Error => "error",
            Self::Result => "result",
            Self::State => "state",
            Self::IsFinal => "is_final",
            Self::Cause => "cause",
            Self::Retry => "retry",
            Self::RetryAfterS => "retry_after_s",
            Self::Suppress => "suppress",
            Self::Fmt => "fmt",
            Self::Source => "source",
            Self::LineOffset => "line_offset",
        }
    }

    /// Returns the column with this name, or `None` if there is none.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::all().find(|column| column.name() == name)
    }

    /// Returns the type of the column's values. With `dictionary`, texts of which a table has few
    /// different ones, such as `operator`, are dictionaries.
    #[must_use]
    pub fn data_type(self, dictionary: bool) -> DataType {
        match self.kind() {
            Kind::Int32 => DataType::Int32,
            Kind::Int64 => DataType::Int64,
            Kind::Time => DataType::Timestamp(TimeUnit::Microsecond, Some(ZONE.into())),
            Kind::Decimal => DataType::Decimal128(DECIMAL.0, DECIMAL.1),
            Kind::Bool => DataType::Boolean,
            Kind::Word if dictionary => DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8)),
            Kind::Text | Kind::Word => DataType::Utf8,
        }
    }

    pub(crate) const fn kind(self) -> Kind {
        match self {
            Self::Wire(Field::Id | Field::IntId) | Self::LineOffset => Kind::Int64,
            Self::Wire(Field::LastTimestamp | Field::SendTimestamp) => Kind::Time,
            Self::Wire(
                Field::Country
                | Field::Operator
                | Field::OperatorOrig
                | Field::Region
                | Field::Mccmnc
                | Field::SenderId
                | Field::StatusName
                | Field::Mcc
                | Field::Mnc
                | Field::Cn
                | Field::Net
                | Field::Rcn
                | Field::Rnet,
            )
            | Self::Template
            | Self::State
            | Self::Cause
            | Self::Retry
            | Self::Source => Kind::Word,
            Self::Wire(field) => match field.kind() {
                ValueKind::Number { .. } | ValueKind::Id => Kind::Int32,
                ValueKind::Cost => Kind::Decimal,
                ValueKind::Code | ValueKind::Text => Kind::Text,
            },
            Self::ErrorCode | Self::RetryAfterS | Self::Fmt => Kind::Int32,
            Self::SecondBalance | Self::Ambiguous | Self::IsFinal | Self::Suppress => Kind::Bool,
            Self::TextId | Self::CostText | Self::Malformed | Self::Error | Self::Result => Kind::Text,
        }
    }

    /// Returns whether the column is a part of the outcome: what the codes mean.
    pub(crate) const fn is_outcome(self) -> bool {
        matches!(self, Self::State | Self::IsFinal | Self::Cause | Self::Retry | Self::RetryAfterS | Self::Suppress)
    }
}

impl fmt::Display for Column {
    /// Writes the [`name`](Self::name).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The columns after those of the fields.
const OTHERS: [Column; 14] = [
    Column::Ambiguous,
    Column::Malformed,
    Column::ErrorCode,
    Column::Error,
    Column::Result,
    Column::State,
    Column::IsFinal,
    Column::Cause,
    Column::Retry,
    Column::RetryAfterS,
    Column::Suppress,
    Column::Fmt,
    Column::Source,
    Column::LineOffset,
];

/// Returns the schema of a table with these columns. Every column may have nulls.
pub(crate) fn schema(columns: &[Column], dictionary: bool) -> Arc<Schema> {
    let field = |column: &Column| ArrowField::new(column.name(), column.data_type(dictionary), true);
    Arc::new(Schema::new(columns.iter().map(field).collect::<Vec<_>>()))
}
