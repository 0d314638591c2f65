//! `smsc decode`.

use std::process::ExitCode;

use sms_outcome::lookup_record;
use smsc_proto::{Endpoint, Lang, LazyIndex, Match, MessageKind, Query, Record};

use crate::args::{Call, Decode};
use crate::calls::{self, Question};
use crate::csv::Csv;
use crate::failure::Failure;
use crate::hint::take_guess;
use crate::input::Input;
use crate::json::{self, Lines, Records, UNEXPECTED};
use crate::lang::{current, tr};
use crate::message;
use crate::output::Out;
use crate::place::Place;
use crate::read::{self, Finding, Item};
use crate::table::{Rows, Table};

/// Runs the command.
pub(crate) fn run(options: &Decode) -> Result<ExitCode, Failure> {
    options.check_call()?;
    if let Some(question) = Question::new(options) {
        return calls::run(options, &question);
    }
    let pairs = options.pairs()?;
    let requested = pairs.as_ref().map(|pairs| pairs.requested());
    let index = requested.as_deref().map(LazyIndex::new);
    let query = options.query(requested.as_deref());
    let query = index.as_ref().map_or(query, |index| query.indexed(index));
    let mut is_malformed = false;
    for place in Place::all(&options.files()) {
        let mut input = Input::open(place.file, "a reply")?;
        let query = if options.is_guess() { take_guess(query, input.peek()?, |guess| options.allows(guess)) } else { query };
        let (finding, is_any_malformed) = decode(options, &query, &mut input, place)?;
        is_malformed |= is_any_malformed;
        match options.call() {
            _ if options.is_guess() => {}
            Call::Status => finding.hint(&query, "--fmt"),
            Call::Delete if finding.has_records(&query) => {
                message::hint(tr("statuses are no reply to a deletion: nothing shows that a message was deleted"));
            }
            // The other options of a query are those of the call.
            _ => finding.hint_at_charset(),
        }
    }
    Ok(ExitCode::from(u8::from(is_malformed)))
}

/// Decodes a reply. Returns what it shows about its request, and whether anything was malformed.
fn decode(options: &Decode, query: &Query<'_>, input: &mut Input, place: Place<'_>) -> Result<(Finding, bool), Failure> {
    let endpoint = options.call().endpoint();
    let mut out = Out::new();
    if let Some(separator) = options.output.csv {
        let csv = Csv::new(query.get_kind(), endpoint, separator, options.output.outcome.then(current));
        if place.is_first {
            out.write(&csv.heading()?)?;
        }
        return Ok(print_csv(query, &csv, input, &out));
    }
    if options.output.json {
        let outcomes = options.output.outcome.then(current);
        let renderer = Json { kind: query.get_kind(), endpoint, outcomes, records: Records::new(query.get_charset()) };
        return Ok(print_lines(query, input, &out, |item, lines| renderer.add(item, lines)));
    }
    place.heading(&mut out)?;
    let renderer = Rows { kind: query.get_kind(), endpoint, lang: current() };
    print_table(query, &renderer, input, out)
}

/// Prints a table.
fn print_table(query: &Query<'_>, renderer: &Rows, input: &mut Input, mut out: Out) -> Result<(Finding, bool), Failure> {
    let mut table = Table::new(&out);
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
pub(crate) struct Json {
    pub(crate) kind: MessageKind,
    /// The endpoint of API errors, or `None` for status.php.
    pub(crate) endpoint: Option<Endpoint>,
    /// The language of the outcomes, or `None` to leave them out.
    pub(crate) outcomes: Option<Lang>,
    pub(crate) records: Records,
}

impl Json {
    /// Adds the line of an item to `lines`.
    pub(crate) fn add(&self, item: &Item<'_>, lines: &mut Lines) -> Result<(), Failure> {
        match item {
            Item::Match(Match::Requested(record)) => self.add_record(record, b"", lines),
            Item::Match(Match::Unexpected(record)) => self.add_record(record, UNEXPECTED, lines),
            Item::Match(missing) => json::line(missing, lines),
            Item::Malformed(error) => json::line(error, lines),
            Item::ApiError(error) => json::api_error(error, self.endpoint.unwrap_or(error.endpoint()), self.outcomes, lines),
            Item::Deleted => {
                lines.push(b"{\"result\":\"OK\"}\n");
                Ok(())
            }
        }
    }

    /// Adds the line of a record. `marks` are further keys, each after a comma.
    pub(crate) fn add_record(&self, record: &Record<'_>, marks: &[u8], lines: &mut Lines) -> Result<(), Failure> {
        let outcome = self.outcomes.map(|lang| (lookup_record(record, self.kind), lang));
        let outcome = outcome.as_ref().map(|(outcome, lang)| outcome.in_lang(*lang));
        self.records.line(record, marks, outcome.as_ref(), lines)
    }
}
