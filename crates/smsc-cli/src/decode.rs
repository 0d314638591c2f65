//! `smsc decode`.

use std::process::ExitCode;

use sms_outcome::{lookup_api_error, lookup_record};
use smsc_proto::{Lang, LazyIndex, Match, MessageKind, Query, Record};

use crate::args::Decode;
use crate::failure::Failure;
use crate::input::Input;
use crate::json::{self, Lines, Records};
use crate::outcome::{OutcomeJson, WithOutcome};
use crate::output::Out;
use crate::read::{self, Item};
use crate::table::{Rows, Table};

/// Runs the command.
pub(crate) fn run(options: &Decode) -> Result<ExitCode, Failure> {
    let out = Out::new();
    let pairs = options.pairs()?;
    let mut input = Input::open(options.reply.file.as_deref(), "a reply")?;
    let requested = pairs.as_ref().map(|pairs| pairs.requested());
    let index = requested.as_deref().map(LazyIndex::new);
    let query = options.query(requested.as_deref());
    let query = index.as_ref().map_or(query, |index| query.indexed(index));
    let is_malformed = if options.json {
        let outcomes = options.outcome.then(|| options.lang.into());
        print_json(&query, outcomes, &mut input, &out)
    } else {
        print_table(&query, options.lang.into(), &mut input, out)?
    };
    Ok(ExitCode::from(u8::from(is_malformed)))
}

/// Prints a table. Returns whether anything was malformed.
fn print_table(query: &Query<'_>, lang: Lang, input: &mut Input, mut out: Out) -> Result<bool, Failure> {
    let mut table = Table::new(&out, lang);
    let renderer = Rows { kind: query.get_kind(), lang };
    let render = |items: &[Item<'_>], rows: &mut Vec<_>| {
        rows.extend(items.iter().map(|item| renderer.row(item)));
        Ok(())
    };
    read::each_group(query, input, out.is_terminal, render, |rows| {
        rows.drain(..).try_for_each(|row| table.add(&mut out, row))?;
        out.flush()
    });
    let is_malformed = table.finish(&mut out)?;
    out.flush()?;
    Ok(is_malformed)
}

/// Prints lines of JSON. Returns whether anything was malformed.
fn print_json(query: &Query<'_>, outcomes: Option<Lang>, input: &mut Input, out: &Out) -> bool {
    let renderer = Json { kind: query.get_kind(), outcomes, records: Records::new(query.get_charset()) };
    let mut is_any_malformed = false;
    let render = |items: &[Item<'_>], (lines, is_malformed): &mut (Lines, bool)| {
        lines.clear();
        *is_malformed = items.iter().any(|item| matches!(item, Item::Malformed(_)));
        items.iter().try_for_each(|item| renderer.add(item, lines))
    };
    read::each_group(query, input, out.is_terminal, render, |(lines, is_malformed)| {
        is_any_malformed |= *is_malformed;
        out.write(lines.bytes())
    });
    is_any_malformed
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
                    let outcome = OutcomeJson::new(&lookup_api_error(error.code, error.endpoint()), lang);
                    json::line(&WithOutcome { value: error, outcome }, lines)
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
        let outcome = self.outcomes.map(|lang| OutcomeJson::new(&lookup_record(record, self.kind), lang));
        self.records.line(record, is_unexpected, outcome.as_ref(), lines)
    }
}
