//! `smsc decode`.

use std::path::Path;
use std::process::ExitCode;

use sms_outcome::{lookup_api_error, lookup_record};
use smsc_proto::{Lang, LazyIndex, Match, MessageKind, Query, Record};
use visible_text::Visible;

use crate::args::Decode;
use crate::csv::Csv;
use crate::failure::Failure;
use crate::hint::take_guess;
use crate::input::{Input, is_stdin};
use crate::json::{self, Lines, Records};
use crate::lang::{current, tr};
use crate::outcome::WithOutcome;
use crate::output::Out;
use crate::read::{self, Finding, Item};
use crate::table::{Rows, Table};

/// Runs the command.
pub(crate) fn run(options: &Decode) -> Result<ExitCode, Failure> {
    let pairs = options.pairs()?;
    let requested = pairs.as_ref().map(|pairs| pairs.requested());
    let index = requested.as_deref().map(LazyIndex::new);
    let query = options.query(requested.as_deref());
    let query = index.as_ref().map_or(query, |index| query.indexed(index));
    let mut is_malformed = false;
    for (at, file) in options.files().into_iter().enumerate() {
        let mut input = Input::open(file, "a reply")?;
        let query = if options.is_guess() { take_guess(query, input.peek()?, |guess| options.allows(guess)) } else { query };
        let place = Place { file, is_one_of_many: options.files().len() > 1, is_first: at == 0 };
        let (finding, is_any_malformed) = decode(options, &query, &mut input, place)?;
        is_malformed |= is_any_malformed;
        if !options.is_guess() {
            finding.hint(&query, "--fmt");
        }
    }
    Ok(ExitCode::from(u8::from(is_malformed)))
}

/// A file among those that are decoded.
#[derive(Clone, Copy)]
struct Place<'a> {
    file: Option<&'a Path>,
    is_one_of_many: bool,
    is_first: bool,
}

/// Decodes a reply. Returns what it shows about its request, and whether anything was malformed.
fn decode(options: &Decode, query: &Query<'_>, input: &mut Input, place: Place<'_>) -> Result<(Finding, bool), Failure> {
    let mut out = Out::new();
    if let Some(separator) = options.csv {
        let csv = Csv::new(query.get_kind(), separator, options.outcome.then(current));
        if place.is_first {
            out.write(&csv.heading()?)?;
        }
        return Ok(print_csv(query, &csv, input, &out));
    }
    if options.json {
        return Ok(print_json(query, options.outcome.then(current), input, &out));
    }
    if place.is_one_of_many {
        let name = place.file.filter(|file| !is_stdin(file));
        let name = name.map_or_else(|| tr("standard input").to_owned(), |file| Visible(file.to_string_lossy()).to_string());
        out.heading(&format!("{}==> {name} <==", if place.is_first { "" } else { "\n" }))?;
    }
    print_table(query, input, out)
}

/// Prints a table.
fn print_table(query: &Query<'_>, input: &mut Input, mut out: Out) -> Result<(Finding, bool), Failure> {
    let lang = current();
    let mut table = Table::new(&out);
    let renderer = Rows { kind: query.get_kind(), lang };
    let render = |items: &[Item<'_>], rows: &mut Vec<_>| {
        rows.extend(items.iter().map(|item| renderer.row(item)));
        Ok(())
    };
    let finding = read::each_group(query, input, out.is_terminal, render, |rows| {
        rows.drain(..).try_for_each(|row| table.add(&mut out, row))?;
        out.flush()
    });
    let is_malformed = table.finish(&mut out)?;
    out.flush()?;
    Ok((finding, is_malformed))
}

/// Prints lines of JSON.
fn print_json(query: &Query<'_>, outcomes: Option<Lang>, input: &mut Input, out: &Out) -> (Finding, bool) {
    let renderer = Json { kind: query.get_kind(), outcomes, records: Records::new(query.get_charset()) };
    print_lines(query, input, out, |item, lines| renderer.add(item, lines))
}

/// Prints rows of CSV.
fn print_csv(query: &Query<'_>, csv: &Csv, input: &mut Input, out: &Out) -> (Finding, bool) {
    print_lines(query, input, out, |item, lines| {
        lines.push(&csv.row(item)?);
        Ok(())
    })
}

/// Prints the lines that `render` makes of each item.
fn print_lines(
    query: &Query<'_>,
    input: &mut Input,
    out: &Out,
    render: impl Fn(&Item<'_>, &mut Lines) -> Result<(), Failure> + Sync,
) -> (Finding, bool) {
    let mut is_any_malformed = false;
    let render = |items: &[Item<'_>], (lines, is_malformed): &mut (Lines, bool)| {
        lines.clear();
        *is_malformed = items.iter().any(|item| matches!(item, Item::Malformed(_)));
        items.iter().try_for_each(|item| render(item, lines))
    };
    let finding = read::each_group(query, input, out.is_terminal, render, |(lines, is_malformed)| {
        is_any_malformed |= *is_malformed;
        out.write(lines.bytes())
    });
    (finding, is_any_malformed)
}

/// A renderer of items as lines of JSON.
struct Json {
    kind: MessageKind,
    /// The language of the outcomes, or `None` to leave them out.
    outcomes: Option<Lang>,
    records: Records,
}

impl Json {
    /// Adds the line of an item to `lines`.
    fn add(&self, item: &Item<'_>, lines: &mut Lines) -> Result<(), Failure> {
        match item {
            Item::Match(Match::Requested(record)) => self.add_record(record, false, lines),
            Item::Match(Match::Unexpected(record)) => self.add_record(record, true, lines),
            Item::Match(missing) => json::line(missing, lines),
            Item::Malformed(error) => json::line(error, lines),
            Item::ApiError(error) => match self.outcomes {
                Some(lang) => {
                    let outcome = lookup_api_error(error.code, error.endpoint());
                    json::line(&WithOutcome { value: error, outcome: outcome.in_lang(lang) }, lines)
                }
                None => json::line(error, lines),
            },
            Item::Deleted => {
                lines.push(b"{\"result\":\"OK\"}\n");
                Ok(())
            }
        }
    }

    fn add_record(&self, record: &Record<'_>, is_unexpected: bool, lines: &mut Lines) -> Result<(), Failure> {
        let outcome = self.outcomes.map(|lang| (lookup_record(record, self.kind), lang));
        let outcome = outcome.as_ref().map(|(outcome, lang)| outcome.in_lang(*lang));
        self.records.line(record, is_unexpected, outcome.as_ref(), lines)
    }
}
