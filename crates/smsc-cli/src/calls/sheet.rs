//! Rows of CSV: one for each item, and after a message that was sent one for each of its phones.

use sms_outcome::lookup_api_error;
use smsc_proto::Lang;

use super::columns::{columns, phone_columns};
use super::item::{Item, Value, Values};
use super::question::{Items, Question};
use crate::args::Call;
use crate::csv;
use crate::failure::Failure;
use crate::output::Out;
use crate::place::Place;

/// A printer of rows of CSV.
pub(super) struct Sheet<'q> {
    question: &'q Question,
    separator: u8,
    /// The language of the outcomes, or `None` to leave them out.
    outcomes: Option<Lang>,
    /// The keys of the values.
    keys: Vec<&'static str>,
    /// The keys of the values of a phone, after those.
    phone_keys: Vec<&'static str>,
}

impl<'q> Sheet<'q> {
    pub(super) fn new(question: &'q Question, separator: u8, outcomes: Option<Lang>) -> Self {
        let keys = columns(question.call()).iter().map(|column| column.key).collect();
        let phones = if question.call() == Call::Send { phone_columns() } else { &[] };
        Self { question, separator, outcomes, keys, phone_keys: phones.iter().map(|column| column.key).collect() }
    }

    /// Prints the names of the columns above the first file, and the items.
    pub(super) fn print(&self, place: Place<'_>, items: Items<'_>, out: &mut Out) -> Result<(), Failure> {
        if place.is_first {
            // The message has a cost too.
            let phone_names = self.phone_keys.iter().map(|key| if *key == "cost" { "phone_cost" } else { *key });
            let outcome = csv::OUTCOME.iter().filter(|_| self.outcomes.is_some()).copied();
            let names = self.keys.iter().copied().chain(phone_names).chain(["note"]).chain(outcome);
            out.add(&csv::heading(self.separator, names.map(str::to_owned))?)?;
        }
        for item in items {
            match item {
                Item::Row(row) => {
                    self.row(Some(&row.values), None, "", out)?;
                    for phone in row.phones() {
                        match phone {
                            Ok(values) => self.row(None, Some(&values), "", out)?,
                            Err(error) => self.row(None, None, &csv::note_of_malformed(&error), out)?,
                        }
                    }
                }
                Item::Malformed(error) => self.row(None, None, &csv::note_of_malformed(&error), out)?,
                Item::ApiError(error) => {
                    let outcome = lookup_api_error(error.code, self.question.endpoint());
                    let columns = self.outcomes.map(|lang| csv::columns(&outcome, lang));
                    let note = csv::note_of_api_error(&error, &outcome);
                    self.line(self.cells(None, None), &note, columns.unwrap_or_default(), out)?;
                }
            }
        }
        Ok(())
    }

    fn row(&self, values: Option<&Values<'_>>, phone: Option<&Values<'_>>, note: &str, out: &mut Out) -> Result<(), Failure> {
        self.line(self.cells(values, phone), note, Default::default(), out)
    }

    /// Returns the cells of the values and of a phone; those of what is absent are empty.
    fn cells(&self, values: Option<&Values<'_>>, phone: Option<&Values<'_>>) -> Vec<String> {
        let cell = |values: Option<&Values<'_>>, key: &str| {
            values.and_then(|values| values.get(key)).map(Value::exact).unwrap_or_default()
        };
        let own = self.keys.iter().map(|key| cell(values, key));
        own.chain(self.phone_keys.iter().map(|key| cell(phone, key))).collect()
    }

    fn line(&self, cells: Vec<String>, note: &str, outcome: [String; csv::OUTCOME.len()], out: &mut Out) -> Result<(), Failure> {
        let outcome = outcome.into_iter().filter(|_| self.outcomes.is_some());
        out.add(&csv::line(self.separator, cells.into_iter().chain([note.to_owned()]).chain(outcome))?)
    }
}
