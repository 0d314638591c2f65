//! `smsc decode`.

use std::process::ExitCode;

use sms_outcome::{lookup_api_error, lookup_record};
use smsc_proto::{Lang, Match, MessageKind, Query};

use crate::args::Decode;
use crate::failure::Failure;
use crate::input::Input;
use crate::json::{self, Lines, Records};
use crate::outcome::{Meaning, With};
use crate::output::Out;
use crate::read::{self, Item};
use crate::table::{Rows, Table};

pub(crate) fn run(options: &Decode) -> Result<ExitCode, Failure> {
    let out = Out::new();
    let mut input = Input::open(options.reply.file.as_deref())?;
    let requested = options.requested();
    let query = options.query(requested.as_deref());
    let is_malformed = if options.json {
        let outcomes = options.outcome.then(|| options.lang.into());
        as_json(&query, outcomes, &mut input, &out)
    } else {
        as_table(&query, options.lang.into(), &mut input, out)?
    };
    Ok(ExitCode::from(u8::from(is_malformed)))
}

/// Prints a table; says whether anything was malformed.
fn as_table(query: &Query<'_>, lang: Lang, input: &mut Input, mut out: Out) -> Result<bool, Failure> {
    let mut table = Table::new(&out);
    let maker = Rows { kind: query.get_kind(), lang };
    let make = |items: &[Item<'_>], rows: &mut Vec<_>| {
        rows.extend(items.iter().map(|item| maker.row(item)));
        Ok(())
    };
    read::each(query, input, out.is_terminal, make, |rows| {
        rows.drain(..).try_for_each(|row| table.add(&mut out, row))?;
        out.flush()
    });
    let is_malformed = table.finish(&mut out)?;
    out.flush()?;
    Ok(is_malformed)
}

/// Prints lines of JSON; says whether anything was malformed.
fn as_json(query: &Query<'_>, outcomes: Option<Lang>, input: &mut Input, out: &Out) -> bool {
    let printer = Json { kind: query.get_kind(), outcomes, records: Records::new(query.get_charset()) };
    let mut is_any_malformed = false;
    let make = |items: &[Item<'_>], (lines, is_malformed): &mut (Lines, bool)| {
        lines.clear();
        *is_malformed = items.iter().any(|item| matches!(item, Item::Malformed(_)));
        items.iter().try_for_each(|item| printer.add(item, lines))
    };
    read::each(query, input, out.is_terminal, make, |(lines, is_malformed)| {
        is_any_malformed |= *is_malformed;
        out.write(lines.bytes())
    });
    is_any_malformed
}

/// How items are shown as lines of JSON.
struct Json {
    kind: MessageKind,
    /// The language of the outcomes, if they are wanted.
    outcomes: Option<Lang>,
    records: Records,
}

impl Json {
    /// Adds the line of an item to others.
    fn add(&self, item: &Item<'_>, lines: &mut Lines) -> Result<(), Failure> {
        let record = |status, is_unexpected, lines| {
            let outcome = self.outcomes.map(|lang| Meaning::new(&lookup_record(status, self.kind), lang));
            self.records.line(status, is_unexpected, outcome.as_ref(), lines)
        };
        match item {
            Item::Match(Match::Requested(status)) => record(status, false, lines),
            Item::Match(Match::Unexpected(status)) => record(status, true, lines),
            Item::Match(missing) => json::line(missing, lines),
            Item::Malformed(error) => json::line(error, lines),
            Item::Refused(error) => match self.outcomes {
                Some(lang) => json::line(&With { it: error, outcome: Meaning::new(&lookup_api_error(error.code), lang) }, lines),
                None => json::line(error, lines),
            },
            Item::Deleted => {
                lines.put(b"{\"result\":\"OK\"}\n");
                Ok(())
            }
        }
    }
}
