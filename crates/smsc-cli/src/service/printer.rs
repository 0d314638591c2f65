//! A printer of records that arrive over time.

use smsc_client::{Answer, Error, MessageRecord, NotAReply};
use smsc_proto::{Charset, MessageKind, Record};

use super::errors;
use crate::args::Output;
use crate::csv::Csv;
use crate::decode::Json;
use crate::errors::of_writing;
use crate::failure::Failure;
use crate::json::{Lines, Records};
use crate::lang::current;
use crate::output::Out;
use crate::read::Item;
use crate::table::{Rows, Table};

/// A printer of items as a table, as lines of JSON, or as CSV.
pub(super) struct Printer {
    out: Out,
    form: Form,
    is_any_malformed: bool,
}

#[expect(clippy::large_enum_variant, reason = "there is one")]
enum Form {
    Table(Table, Rows),
    Json(Json, Lines),
    Csv(Csv),
}

impl Printer {
    /// Creates a printer, and prints the heading of CSV.
    pub(super) fn new(options: &Output, kind: MessageKind) -> Result<Self, Failure> {
        let mut out = Out::new();
        let outcomes = options.outcome.then(current);
        let form = match options.csv {
            Some(separator) => {
                let csv = Csv::new(kind, None, separator, outcomes);
                out.add(&csv.heading()?)?;
                Form::Csv(csv)
            }
            None if options.json => Form::Json(json(kind, options.outcome), Lines::default()),
            None => Form::Table(Table::new(&out), Rows { kind, endpoint: None, lang: current() }),
        };
        Ok(Self { out, form, is_any_malformed: false })
    }

    /// Prints an item, at the latest with the next [`flush`](Self::flush).
    pub(super) fn add(&mut self, item: &Item<'_>) -> Result<(), Failure> {
        self.is_any_malformed |= matches!(item, Item::Malformed(_));
        match &mut self.form {
            Form::Table(table, rows) => table.add(&mut self.out, rows.row(item)),
            Form::Csv(csv) => self.out.add(&csv.row(item)?),
            Form::Json(json, lines) => {
                lines.clear();
                json.add(item, lines)?;
                self.out.add(lines.bytes())
            }
        }
    }

    /// Writes the lines so far. The columns of a table are then as wide as these require.
    pub(super) fn flush(&mut self) -> Result<(), Failure> {
        if let Form::Table(table, _) = &mut self.form {
            table.flush(&mut self.out)?;
        }
        self.out.flush()
    }

    /// Prints the rest. Returns whether anything was malformed.
    pub(super) fn finish(self) -> Result<bool, Failure> {
        let mut out = self.out;
        if let Form::Table(table, _) = self.form {
            table.finish(&mut out)?;
        }
        out.flush()?;
        Ok(self.is_any_malformed)
    }
}

/// Returns a record of the client as the renderers take it. No record of the client fails.
pub(super) fn record(record: &MessageRecord) -> Result<Record<'_>, Failure> {
    record.as_record().map_err(|error| Failure::Usage(of_writing(&error)))
}

/// Returns the item in the place of a malformed record. Fails with any other error.
pub(super) fn malformed(error: &Error) -> Result<Item<'static>, Failure> {
    match error {
        Error::NotAReply(NotAReply { answer: Answer::Body(error), .. }) => Ok(Item::Malformed(*error)),
        error => Err(Failure::Usage(errors::sentence(error))),
    }
}

/// Returns a renderer of lines of JSON.
pub(super) fn json(kind: MessageKind, has_outcomes: bool) -> Json {
    Json { kind, endpoint: None, outcomes: has_outcomes.then(current), records: Records::new(Charset::Utf8) }
}
