//! The rows of `smsc decode --csv`.

use sms_outcome::{Channel, Outcome, lookup_api_error, lookup_record};
use smsc_proto::{ApiError, Endpoint, Error, Field, Lang, Match, MessageKind, Record, Value};

use crate::errors;
use crate::failure::Failure;
use crate::lang::current;
use crate::read::Item;

/// The columns after those of the fields: the mark of an ambiguous record, and what else the row is:
/// `unexpected`, `missing`, `deleted`, or `malformed` or `error N` with a sentence after it.
const MARKS: [&str; 2] = ["split", "note"];

/// The names of the columns of an outcome.
pub(crate) const OUTCOME: [&str; 9] =
    ["state", "is_final", "cause", "retry", "retry_after_s", "suppress", "channel", "title", "advice"];

/// A renderer of items as rows of CSV (RFC 4180), in UTF-8.
pub(crate) struct Csv {
    kind: MessageKind,
    /// The endpoint of API errors, or `None` for status.php.
    endpoint: Option<Endpoint>,
    separator: u8,
    /// The language of the outcomes, or `None` to leave them out.
    outcomes: Option<Lang>,
}

impl Csv {
    pub(crate) const fn new(kind: MessageKind, endpoint: Option<Endpoint>, separator: u8, outcomes: Option<Lang>) -> Self {
        Self { kind, endpoint, separator, outcomes }
    }

    /// Returns the row of the names of the columns.
    pub(crate) fn heading(&self) -> Result<Vec<u8>, Failure> {
        let fields = Field::ALL.iter().map(|field| field.name().to_owned());
        let outcome = OUTCOME.iter().filter(|_| self.outcomes.is_some());
        let names = fields.chain(MARKS.iter().chain(outcome).map(|name| (*name).to_owned()));
        heading(self.separator, names)
    }

    /// Returns the row of an item.
    pub(crate) fn row(&self, item: &Item<'_>) -> Result<Vec<u8>, Failure> {
        match item {
            Item::Match(Match::Requested(record)) => self.record(record, ""),
            Item::Match(Match::Unexpected(record)) => self.record(record, "unexpected"),
            Item::Match(Match::Missing(pair)) => {
                let value = |field: &Field| match field {
                    Field::Id => pair.id.to_string(),
                    Field::Phone => pair.phone.to_owned(),
                    _ => String::new(),
                };
                self.marked(Field::ALL.iter().map(value), false, "missing", None)
            }
            Item::Malformed(error) => self.note(&note_of_malformed(error), None),
            Item::ApiError(error) => {
                let outcome = lookup_api_error(error.code, self.endpoint.unwrap_or(error.endpoint()));
                self.note(&note_of_api_error(error, &outcome), Some(&outcome))
            }
            Item::Deleted => self.note("deleted", None),
        }
    }

    /// Returns the row of a record.
    pub(crate) fn record(&self, record: &Record<'_>, note: &str) -> Result<Vec<u8>, Failure> {
        let value = |field: &Field| match record.get(*field) {
            None => String::new(),
            Some(Value::Text(text)) => text.to_string(),
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::Cost(cost)) => cost.to_string(),
        };
        let outcome = self.outcomes.map(|_| lookup_record(record, self.kind));
        self.marked(Field::ALL.iter().map(value), record.is_ambiguous(), note, outcome.as_ref())
    }

    /// Returns the row of what has no fields.
    fn note(&self, note: &str, outcome: Option<&Outcome>) -> Result<Vec<u8>, Failure> {
        self.marked(Field::ALL.iter().map(|_| String::new()), false, note, outcome)
    }

    fn marked(
        &self,
        fields: impl Iterator<Item = String>,
        is_ambiguous: bool,
        note: &str,
        outcome: Option<&Outcome>,
    ) -> Result<Vec<u8>, Failure> {
        let split = if is_ambiguous { "ambiguous" } else { "" };
        let outcome = self.outcomes.map(|lang| outcome.map_or_else(Default::default, |outcome| columns(outcome, lang)));
        line(self.separator, fields.chain([split.to_owned(), note.to_owned()]).chain(outcome.into_iter().flatten()))
    }
}

/// Returns the row of the names of the columns, after a byte order mark: without it, Excel reads
/// UTF-8 as the system's charset.
pub(crate) fn heading(separator: u8, names: impl Iterator<Item = String>) -> Result<Vec<u8>, Failure> {
    Ok(["\u{feff}".as_bytes(), &line(separator, names)?].concat())
}

/// Returns a row.
pub(crate) fn line(separator: u8, values: impl Iterator<Item = String>) -> Result<Vec<u8>, Failure> {
    let terminator = csv::Terminator::CRLF;
    let mut writer = csv::WriterBuilder::new().delimiter(separator).terminator(terminator).from_writer(Vec::new());
    writer.write_record(values).map_err(|error| Failure::Output(error.into()))?;
    writer.into_inner().map_err(|error| Failure::Output(error.into_error()))
}

/// Returns the note of something malformed.
pub(crate) fn note_of_malformed(error: &Error) -> String {
    format!("malformed: {}", errors::of_reading(error))
}

/// Returns the note of an API error with this outcome.
pub(crate) fn note_of_api_error(error: &ApiError<'_>, outcome: &Outcome) -> String {
    format!("error {}: {}", error.code, outcome.title.get(current()))
}

/// Returns the values of the columns of an outcome.
pub(crate) fn columns(outcome: &Outcome, lang: Lang) -> [String; OUTCOME.len()] {
    [
        outcome.state.name().to_owned(),
        outcome.is_final.to_string(),
        outcome.cause.name().to_owned(),
        outcome.retry.name().to_owned(),
        outcome.retry.after_s().map(|seconds| seconds.to_string()).unwrap_or_default(),
        outcome.suppress.is_some().to_string(),
        outcome.suppress.map(Channel::name).unwrap_or_default().to_owned(),
        outcome.title.get(lang).to_owned(),
        outcome.advice.get(lang).to_owned(),
    ]
}
