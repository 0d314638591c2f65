//! The values of the columns: of records, and of what is no record.

use arrow_schema::ArrowError;
use sms_outcome::lookup_api_error;
use smsc_proto::{ApiError, Charset, ErrCode, Field, Flag, Format, MessageId, MessageKind, Record, Template, Text, Value};

use crate::column::Column;
use crate::meaning::{Meaning, Meanings};
use crate::series::{Cell, Series};

/// The origin of rows.
#[derive(Clone, Copy)]
pub(crate) struct Origin<'a> {
    pub(crate) source: &'a str,
    pub(crate) format: Format,
    pub(crate) kind: MessageKind,
}

/// Records that are added to a batch together, with the offset of each in its reply.
pub(crate) struct Records<'r, 'a> {
    items: &'r [Record<'a>],
    offsets: &'r [u64],
    /// The meaning of each record's codes, if a column asks for it.
    outcomes: Vec<Meaning>,
    origin: Origin<'r>,
    has: Groups,
}

/// The groups of fields that any of the records has.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "one for each group")]
struct Groups {
    details: bool,
    numbering: bool,
    history: bool,
    hlr: bool,
}

impl<'r, 'a> Records<'r, 'a> {
    pub(crate) fn new(records: &'r [Record<'a>], offsets: &'r [u64], origin: Origin<'r>, meanings: Option<&mut Meanings>) -> Self {
        let has = Groups::of(records);
        let outcomes =
            meanings.map_or_else(Vec::new, |meanings| records.iter().map(|record| meanings.of(record, origin.kind)).collect());
        Self { items: records, offsets, outcomes, origin, has }
    }

    /// Adds the values of a column.
    pub(crate) fn fill(&self, column: Column, series: &mut Series) -> Result<(), ArrowError> {
        let records = self.items;
        match column {
            Column::Wire(field) if !self.has.any_of(field) => series.push_nulls(records.len()),
            Column::Wire(field) => self.fill_field(field, series)?,
            Column::TextId => series.push_texts(records.iter().map(text_id))?,
            Column::CostText => series.push_texts(records.iter().map(cost_text))?,
            Column::SecondBalance => series.push_bools(records.iter().map(|record| record.flag().map(Flag::is_second_balance))),
            Column::Template => series.push_strs(records.iter().map(|record| record.flag()?.template().map(Template::name)))?,
            Column::Ambiguous => series.push_bools(records.iter().map(|record| Some(record.is_ambiguous()))),
            Column::Malformed | Column::ErrorCode | Column::Error | Column::Result => series.push_nulls(records.len()),
            Column::State => series.push_strs(self.outcomes.iter().map(|outcome| Some(outcome.state)))?,
            Column::Cause => series.push_strs(self.outcomes.iter().map(|outcome| Some(outcome.cause)))?,
            Column::Retry => series.push_strs(self.outcomes.iter().map(|outcome| Some(outcome.retry)))?,
            Column::RetryAfterS => series.push_numbers(self.outcomes.iter().map(|outcome| outcome.retry_after_s.map(i64::from))),
            Column::IsFinal => series.push_bools(self.outcomes.iter().map(|outcome| Some(outcome.is_final))),
            Column::Suppress => series.push_bools(self.outcomes.iter().map(|outcome| Some(outcome.suppress))),
            Column::Fmt => series.push_numbers(records.iter().map(|_| Some(self.origin.format as i64))),
            Column::Source => series.push_repeated(self.origin.source, records.len())?,
            Column::LineOffset => series.push_numbers(self.offsets.iter().map(|offset| i64::try_from(*offset).ok())),
        }
        Ok(())
    }

    fn fill_field(&self, field: Field, series: &mut Series) -> Result<(), ArrowError> {
        let records = self.items.iter();
        // The fields of nearly every record have a loop of their own, which is twice as fast.
        match field {
            Field::Status => series.push_numbers(records.map(|record| Some(record.status().0.into()))),
            Field::Err => series.push_numbers(records.map(|record| record.err().map(|ErrCode(err)| err.into()))),
            Field::Id => series.push_numbers(records.map(|record| record.id().and_then(MessageId::number).map(i64::from))),
            Field::Type => series.push_numbers(records.map(|record| record.message_type().map(|known| known.0.into()))),
            Field::LastTimestamp => series.push_numbers(records.map(|record| record.last_timestamp().and_then(to_i64))),
            Field::SendTimestamp => series.push_numbers(records.map(|record| record.send_timestamp().and_then(to_i64))),
            Field::Cost => series.push_numbers(records.map(|record| record.cost()?.ten_thousandths().and_then(to_i64))),
            Field::Phone => series.push_texts(records.map(Record::phone))?,
            Field::SenderId => series.push_texts(records.map(Record::sender_id))?,
            Field::StatusName => series.push_texts(records.map(Record::status_name))?,
            Field::Message => series.push_texts(records.map(Record::message))?,
            Field::Comment => series.push_texts(records.map(Record::comment))?,
            Field::Country => series.push_texts(records.map(Record::country))?,
            Field::Operator => series.push_texts(records.map(Record::operator))?,
            Field::Region => series.push_texts(records.map(Record::region))?,
            field => match series {
                Series::Texts(_) | Series::Words(..) => series.push_texts(records.map(|record| match record.get(field)? {
                    Value::Text(text) => Some(text),
                    Value::Number(_) | Value::Cost(_) => None,
                }))?,
                _ => series.push_numbers(records.map(|record| match record.get(field)? {
                    Value::Number(number) => Some(number),
                    Value::Text(_) | Value::Cost(_) => None,
                })),
            },
        }
        Ok(())
    }
}

impl Groups {
    fn of(records: &[Record<'_>]) -> Self {
        let mut groups = Self::default();
        for record in records {
            let [details, numbering, history] = record.has_groups();
            groups.details |= details;
            groups.numbering |= numbering;
            groups.history |= history;
            groups.hlr |= record.is_hlr();
        }
        groups
    }

    /// Returns whether any record may have the field.
    const fn any_of(&self, field: Field) -> bool {
        match field {
            Field::SendDate
            | Field::SendTimestamp
            | Field::Cost
            | Field::SenderId
            | Field::StatusName
            | Field::Message
            | Field::Comment
            | Field::SmsCnt => self.details,
            Field::Mccmnc | Field::Country | Field::Operator | Field::OperatorOrig | Field::Region => self.numbering,
            Field::IntId | Field::Format | Field::Crc => self.history,
            Field::Imsi | Field::Msc | Field::Mcc | Field::Mnc | Field::Cn | Field::Net | Field::Rcn | Field::Rnet => self.hlr,
            _ => true,
        }
    }
}

fn to_i64(number: u64) -> Option<i64> {
    i64::try_from(number).ok()
}

/// Returns the cost as the reply has it: digits are the same in every charset.
fn cost_text<'a>(record: &Record<'a>) -> Option<Text<'a>> {
    record.cost().map(|cost| Text::new(cost.as_bytes(), Charset::Windows1251))
}

/// Returns the id of a record if it is a text.
fn text_id<'a>(record: &Record<'a>) -> Option<Text<'a>> {
    match record.get(Field::Id)? {
        Value::Text(text) => Some(text),
        Value::Number(_) | Value::Cost(_) => None,
    }
}

/// Something that is no record, and has a row of its own.
#[derive(Clone, Copy)]
pub(crate) enum Other<'a> {
    /// A malformed line or element, or a body that is no reply.
    Malformed(&'a str, u64),
    ApiError(&'a ApiError<'a>),
    Deleted,
}

impl<'a> Other<'a> {
    /// Returns the value of a column.
    pub(crate) fn cell(self, column: Column, origin: Origin<'a>) -> Cell<'a> {
        match (column, self) {
            (Column::Fmt, _) => Cell::Number(origin.format as i64),
            (Column::Source, _) => Cell::Str(origin.source),
            (Column::LineOffset, Self::Malformed(_, offset)) => to_i64(offset).map_or(Cell::Null, Cell::Number),
            (Column::LineOffset, _) => Cell::Number(0),
            (Column::Malformed, Self::Malformed(reason, _)) => Cell::Str(reason),
            (Column::Result, Self::Deleted) => Cell::Str("OK"),
            (column, Self::ApiError(error)) => of_api_error(column, error),
            _ => Cell::Null,
        }
    }
}

/// Returns the value of a column for an API error.
fn of_api_error<'a>(column: Column, error: &ApiError<'a>) -> Cell<'a> {
    let meaning = || Meaning::from(lookup_api_error(error.code, error.endpoint()));
    match column {
        Column::ErrorCode => Cell::Number(error.code.0.into()),
        Column::Error => error.text.map_or(Cell::Null, Cell::Text),
        Column::Wire(Field::Id) => error.id.and_then(MessageId::number).map_or(Cell::Null, |id| Cell::Number(id.into())),
        Column::TextId => error.id.and_then(MessageId::text).map_or(Cell::Null, Cell::Str),
        Column::State => Cell::Str(meaning().state),
        Column::Cause => Cell::Str(meaning().cause),
        Column::Retry => Cell::Str(meaning().retry),
        Column::IsFinal => Cell::Bool(meaning().is_final),
        Column::Suppress => Cell::Bool(meaning().suppress),
        Column::RetryAfterS => meaning().retry_after_s.map_or(Cell::Null, |seconds| Cell::Number(seconds.into())),
        _ => Cell::Null,
    }
}
