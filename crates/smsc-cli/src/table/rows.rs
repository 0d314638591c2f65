//! The rows of the table.

use anstyle::{AnsiColor, Style};
use sms_explain::cells::{Cells, shown};
use sms_outcome::{Outcome, State, lookup_record};
use smsc_proto::{Endpoint, Lang, Match, MessageKind, Record, Requested};
use visible_text::Visible;

use crate::api_error;
use crate::errors;
use crate::lang::{fill, tr};
use crate::read::Item;
use crate::table::{COLUMNS, ERROR, ID, PHONE, STATUS};

/// A row of cells, or a line without columns.
#[expect(clippy::large_enum_variant, reason = "nearly every row has cells")]
pub(crate) enum Row {
    Cells([String; COLUMNS], Style, Counts),
    Line(String, Style, Counts),
}

/// What a row adds to the counts below the table.
#[derive(Clone, Copy)]
pub(crate) enum Counts {
    Nothing,
    Record { is_ambiguous: bool },
    Malformed,
}

impl Row {
    /// Returns the length of the row's texts, in bytes.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Cells(cells, ..) => cells.iter().map(String::len).sum(),
            Self::Line(line, ..) => line.len(),
        }
    }

    /// Moves the err into the column of the status, which it explains.
    pub(super) fn merge(&mut self) {
        if let Self::Cells(cells, ..) = self
            && !cells[ERROR].is_empty()
        {
            cells[STATUS] = std::mem::take(&mut cells[ERROR]);
        }
    }

    /// Returns what the row adds to the counts.
    pub(super) const fn counts(&self) -> Counts {
        match self {
            Self::Cells(_, _, counts) | Self::Line(_, _, counts) => *counts,
        }
    }
}

pub(crate) const GOOD: Style = AnsiColor::Green.on_default();
pub(crate) const WAITING: Style = AnsiColor::Yellow.on_default();
pub(crate) const BAD: Style = AnsiColor::Red.on_default();
const PLAIN: Style = Style::new();

/// A renderer of items as rows.
pub(crate) struct Rows {
    pub(crate) kind: MessageKind,
    /// The endpoint of API errors, or `None` for status.php.
    pub(crate) endpoint: Option<Endpoint>,
    pub(crate) lang: Lang,
}

impl Rows {
    /// Returns the row of an item.
    pub(crate) fn row(&self, item: &Item<'_>) -> Row {
        match item {
            Item::Match(Match::Requested(record)) => self.record(record, ""),
            Item::Match(Match::Unexpected(record)) => self.record(record, &format!("{} ", tr("(unexpected)"))),
            Item::Match(Match::Missing(pair)) => missing(*pair),
            Item::Malformed(error) => Row::Line(fill("malformed: {0}", &[&errors::of_reading(error)]), BAD, Counts::Malformed),
            Item::ApiError(error) => {
                let endpoint = self.endpoint.unwrap_or(error.endpoint());
                Row::Line(api_error::line(error, endpoint, self.lang), BAD, Counts::Nothing)
            }
            Item::Deleted => Row::Line(tr("deleted").to_owned(), PLAIN, Counts::Nothing),
        }
    }

    /// Returns the row of a record; `note` is printed before its text.
    pub(crate) fn record(&self, record: &Record<'_>, note: &str) -> Row {
        let outcome = lookup_record(record, self.kind);
        let is_ambiguous = record.is_ambiguous();
        let cells = Cells::new(record, &outcome, self.kind, self.lang);
        let text = format!("{note}{}{}", if is_ambiguous { "? " } else { "" }, cells.text);
        let Cells { id, int_id, format, crc, phone, status, error, outcome: label, cost, .. } = cells;
        let cells = [id, int_id, format, crc, phone, status, error, label, when(record), cost, text];
        Row::Cells(cells, style(&outcome), Counts::Record { is_ambiguous })
    }
}

/// Returns the style of a record with this outcome.
const fn style(outcome: &Outcome) -> Style {
    match outcome.state {
        State::Delivered => GOOD,
        State::Pending => WAITING,
        State::Failed => BAD,
        State::Unknown => PLAIN,
    }
}

/// Returns the row of a requested message whose record is missing.
fn missing(pair: Requested<'_>) -> Row {
    let mut cells: [String; COLUMNS] = Default::default();
    cells[ID] = pair.id.to_string();
    cells[PHONE] = Visible(pair.phone).to_string();
    tr("missing").clone_into(&mut cells[STATUS]);
    Row::Cells(cells, BAD, Counts::Nothing)
}

/// Returns when the status last changed: in UTC, or the local date as the server wrote it.
fn when(record: &Record<'_>) -> String {
    record.last_timestamp().map_or_else(|| shown(record.last_date()), utc)
}

/// Returns a time in UTC.
pub(crate) fn utc(seconds: u64) -> String {
    let instant = i64::try_from(seconds).ok().and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    instant.map_or_else(|| seconds.to_string(), |instant| instant.strftime("%Y-%m-%d %H:%M:%SZ").to_string())
}
