//! What stands in the table.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use sms_outcome::{Key, Outcome, State, get, lookup_api_error, lookup_record};
use smsc_proto::{ApiError, ErrCode, Lang, Match, MessageKind, Record, Requested, Text};

use crate::escape::Visible;
use crate::labels::{UNKNOWN, in_short, next};
use crate::read::Item;
use crate::table::COLUMNS;

pub(crate) enum Row {
    Cells([String; COLUMNS], Style, Counts),
    Line(String, Style, Counts),
}

/// What a row counts as.
#[derive(Clone, Copy)]
pub(crate) enum Counts {
    Nothing,
    Record { is_ambiguous: bool },
    Malformed,
}

impl Row {
    /// How many bytes its texts take.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Cells(cells, ..) => cells.iter().map(String::len).sum(),
            Self::Line(line, ..) => line.len(),
        }
    }

    pub(super) const fn counts(&self) -> Counts {
        match self {
            Self::Cells(_, _, counts) | Self::Line(_, _, counts) => *counts,
        }
    }
}

const GOOD: Style = AnsiColor::Green.on_default();
const WAITING: Style = AnsiColor::Yellow.on_default();
const BAD: Style = AnsiColor::Red.on_default();
const PLAIN: Style = Style::new();

/// Makes rows of items.
pub(crate) struct Rows {
    pub(crate) kind: MessageKind,
    pub(crate) lang: Lang,
}

impl Rows {
    pub(crate) fn row(&self, item: &Item<'_>) -> Row {
        match item {
            Item::Match(Match::Requested(status)) => self.record(status, ""),
            Item::Match(Match::Unexpected(status)) => self.record(status, "(not asked for) "),
            Item::Match(Match::Missing(pair)) => missing(*pair),
            Item::Malformed(error) => Row::Line(format!("malformed: {error}"), BAD, Counts::Malformed),
            Item::Refused(error) => refused(error, self.lang),
            Item::Deleted => Row::Line("deleted".to_owned(), PLAIN, Counts::Nothing),
        }
    }

    fn record(&self, status: &Record<'_>, note: &str) -> Row {
        let scope = status.err_scope(self.kind);
        let named = |key: Key, number: String| match get(key) {
            Some(own) => own.title.get(self.lang).to_owned(),
            None => format!("{} ({number})", UNKNOWN.get(self.lang)),
        };
        let outcome = lookup_record(status, self.kind);
        let code = status.status();
        let err = status.err().filter(|err| *err != ErrCode::NONE);
        let is_ambiguous = status.is_ambiguous();
        let mut text = text(status);
        text.insert_str(0, if is_ambiguous { "? " } else { "" });
        text.insert_str(0, note);
        let cells = [
            status.id().map(|id| id.to_string()).unwrap_or_default(),
            shown(status.phone()),
            named(Key::Status(code), code.to_string()),
            err.map(|err| named(Key::Err(scope, err), err.to_string())).unwrap_or_default(),
            in_short(&outcome, self.lang),
            when(status),
            status.cost().map(|cost| cost.to_string()).unwrap_or_default(),
            text,
        ];
        Row::Cells(cells, style(&outcome), Counts::Record { is_ambiguous })
    }
}

const fn style(outcome: &Outcome) -> Style {
    match outcome.state {
        State::Delivered => GOOD,
        State::Pending => WAITING,
        State::Failed => BAD,
        State::Unknown => PLAIN,
    }
}

fn missing(pair: Requested<'_>) -> Row {
    let none = String::new;
    let cells = [
        pair.id.to_string(),
        Visible(pair.phone).to_string(),
        "did not come back".to_owned(),
        none(),
        none(),
        none(),
        none(),
        none(),
    ];
    Row::Cells(cells, BAD, Counts::Nothing)
}

fn refused(error: &ApiError<'_>, lang: Lang) -> Row {
    let mut line = format!("error {}", error.code);
    if let Some(own) = get(Key::Api(error.code)) {
        let _ = write!(line, ": {}", own.title.get(lang));
    }
    if let Some(text) = error.text {
        let _ = write!(line, " (the server says: {})", Visible(text));
    }
    if let Some(id) = error.id {
        let _ = write!(line, ", id {id}");
    }
    let _ = write!(line, "; {}", next(lookup_api_error(error.code).retry, lang));
    Row::Line(line, BAD, Counts::Nothing)
}

/// When the status last changed: the instant in UTC, or the local date as the server wrote it.
fn when(status: &Record<'_>) -> String {
    let Some(seconds) = status.last_timestamp() else { return shown(status.last_date()) };
    let instant = i64::try_from(seconds).ok().and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    instant.map_or_else(|| seconds.to_string(), |instant| instant.strftime("%Y-%m-%d %H:%M:%SZ").to_string())
}

/// The message, or the network of an HLR answer.
fn text(status: &Record<'_>) -> String {
    if !status.is_hlr() {
        return shown(status.message());
    }
    let words = |texts: [Option<Text<'_>>; 2]| {
        let known: Vec<_> =
            texts.into_iter().flatten().filter(|text| !text.is_empty()).map(|text| Visible(text).to_string()).collect();
        known.join(", ")
    };
    let code = format!("{}{}", shown(status.mcc()), shown(status.mnc()));
    let home = words([status.net(), status.cn()]);
    let roaming = words([status.rnet(), status.rcn()]);
    let message = shown(status.message());
    let parts = [code, home, if roaming.is_empty() { roaming } else { format!("roaming: {roaming}") }, message];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn shown(text: Option<Text<'_>>) -> String {
    text.map(|text| Visible(text).to_string()).unwrap_or_default()
}
