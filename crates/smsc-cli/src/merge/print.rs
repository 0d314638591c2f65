//! The output of `smsc merge`: that of `smsc decode`, with what several reports say together.

use std::io::Write as _;

use smsc_proto::{MessageKind, Record, StatusCode};

use super::facts::{Contradictions, Facts};
use crate::args::Output;
use crate::csv::Csv;
use crate::decode::Json;
use crate::failure::Failure;
use crate::json::{Lines, Records};
use crate::lang::{current, fill, tr};
use crate::output::Out;
use crate::read::Item;
use crate::table::{Row, Rows, Table};

/// The form of the output.
pub(super) enum Form {
    Json(Box<Json>),
    Csv(Csv),
    Table(Rows),
}

/// A part of the output: whole lines, or a row of the table.
pub(super) enum Piece {
    Lines(Vec<u8>),
    Row(Box<Row>),
}

/// The state of a message, to be printed.
pub(super) struct State<'r, 'a> {
    pub(super) record: &'r Record<'a>,
    pub(super) was_not_found: bool,
    pub(super) facts: Facts,
}

impl Form {
    pub(super) fn new(options: &Output, kind: MessageKind) -> Self {
        let outcomes = options.outcome.then(current);
        if let Some(separator) = options.csv {
            return Self::Csv(Csv::new(kind, None, separator, outcomes));
        }
        if options.json {
            // The texts of merged reports are in UTF-8.
            let records = Records::new(smsc_proto::Charset::Utf8);
            return Self::Json(Box::new(Json { kind, endpoint: None, outcomes, records }));
        }
        Self::Table(Rows { kind, endpoint: None, lang: current() })
    }

    /// Returns what `smsc decode` prints for an item.
    pub(super) fn item(&self, item: &Item<'_>) -> Result<Piece, Failure> {
        let mut lines = Lines::default();
        match self {
            Self::Json(json) => json.add(item, &mut lines)?,
            Self::Csv(csv) => return csv.row(item).map(Piece::Lines),
            Self::Table(rows) => return Ok(Piece::Row(Box::new(rows.row(item)))),
        }
        Ok(Piece::Lines(lines.bytes().to_vec()))
    }

    /// Returns a report of no known message.
    pub(super) fn keyless(&self, record: &Record<'_>) -> Result<Piece, Failure> {
        match self {
            Self::Json(json) => json_line(json, record, b",\"unattributed\":true"),
            Self::Csv(csv) => csv.record(record, "unattributed").map(Piece::Lines),
            Self::Table(rows) => Ok(Piece::Row(Box::new(rows.record(record, &format!("{} ", tr("(of no known message)")))))),
        }
    }

    /// Returns what is known of a message.
    pub(super) fn message(&self, state: &State<'_, '_>) -> Result<Piece, Failure> {
        let State { record, was_not_found, facts } = state;
        let contradictions = facts.contradictions();
        match self {
            Self::Json(json) => {
                let mut marks = Vec::new();
                if *was_not_found {
                    marks.extend_from_slice(b",\"not_found\":true");
                }
                write!(marks, ",\"reports\":{}", facts.reports).map_err(Failure::Output)?;
                if let Some(found) = contradictions {
                    marks.extend_from_slice(b",\"contradictions\":");
                    serde_json::to_writer(&mut marks, &found).map_err(|error| Failure::Output(error.into()))?;
                }
                json_line(json, record, &marks)
            }
            Self::Csv(csv) => {
                let not_found = if *was_not_found { "; not_found" } else { "" };
                let fields: Vec<_> = contradictions.iter().flat_map(Contradictions::fields).collect();
                let found = if fields.is_empty() { String::new() } else { format!("; contradictory: {}", fields.join(" ")) };
                csv.record(record, &format!("reports: {}{not_found}{found}", facts.reports)).map(Piece::Lines)
            }
            Self::Table(rows) => {
                let is_late = *was_not_found && record.status() != StatusCode::NOT_FOUND;
                let notes = [(contradictions.is_some(), "(contradictory)"), (is_late, "(once not found)")];
                let notes: Vec<_> = notes.iter().filter(|(is_so, _)| *is_so).map(|(_, note)| tr(note)).chain([""]).collect();
                let notes = notes.join(" ");
                Ok(Piece::Row(Box::new(rows.record(record, &notes))))
            }
        }
    }
}

fn json_line(json: &Json, record: &Record<'_>, marks: &[u8]) -> Result<Piece, Failure> {
    let mut lines = Lines::default();
    json.add_record(record, marks, &mut lines)?;
    Ok(Piece::Lines(lines.bytes().to_vec()))
}

/// The numbers below the table.
#[derive(Clone, Copy, Default)]
pub(super) struct Summary {
    pub(super) reports: u64,
    pub(super) messages: u64,
    pub(super) contradictory: u64,
}

impl Summary {
    /// Adds a message.
    pub(super) fn add(&mut self, facts: &Facts) {
        self.messages += 1;
        self.reports += facts.reports;
        self.contradictory += u64::from(facts.contradictions().is_some());
    }
}

/// A printer of pieces on standard output.
pub(super) struct Printer {
    out: Out,
    table: Option<Table>,
}

impl Printer {
    pub(super) fn new(form: &Form) -> Result<Self, Failure> {
        let mut out = Out::new();
        let table = if let Form::Table(_) = form { Some(Table::new(&out)) } else { None };
        if let Form::Csv(csv) = form {
            out.add(&csv.heading()?)?;
        }
        Ok(Self { out, table })
    }

    pub(super) const fn is_watched(&self) -> bool {
        self.out.is_terminal
    }

    pub(super) fn print(&mut self, piece: Piece) -> Result<(), Failure> {
        match (piece, &mut self.table) {
            (Piece::Lines(lines), _) => self.out.add(&lines),
            (Piece::Row(row), Some(table)) => table.add(&mut self.out, *row),
            (Piece::Row(_), None) => Ok(()),
        }
    }

    /// Prints the rest.
    pub(super) fn finish(mut self, summary: Summary) -> Result<(), Failure> {
        if let Some(table) = self.table {
            table.finish(&mut self.out)?;
            let mut line = fill("reports: {0}, messages: {1}", &[&summary.reports, &summary.messages]);
            if summary.contradictory != 0 {
                let text = "contradictory: {0} (reports of two ends, or of two messages with one id)";
                line = format!("{line}, {}", fill(text, &[&summary.contradictory]));
            }
            self.out.line("")?;
            self.out.line(line)?;
        }
        self.out.flush()
    }
}
