//! `smsc decode`.

use std::io::{self, IsTerminal as _, Read as _};
use std::path::Path;
use std::process::ExitCode;

use smsc_proto::{ApiError, Error, Match, Query, Reply};

use crate::args::Decode;
use crate::json;
use crate::output::{Failure, Out};
use crate::table::Table;

/// What is printed, item by item.
#[expect(clippy::large_enum_variant, reason = "nearly every item is a record, and there is one at a time")]
pub(crate) enum Item<'a> {
    Match(Match<'a>),
    Malformed(Error),
    Refused(ApiError<'a>),
    Deleted,
}

pub(crate) fn run(options: &Decode) -> Result<ExitCode, Failure> {
    let body = read(options.file.as_deref())?;
    let asked = options.asked();
    let query = options.query(asked.as_deref());
    let mut out = Out::new();
    let is_malformed = if options.json {
        let mut is_malformed = false;
        each(&query, &body, |item| {
            is_malformed |= matches!(item, Item::Malformed(_));
            print_json(&mut out, &item)
        })?;
        is_malformed
    } else {
        let mut table = Table::new(&query, options.lang.into(), &out);
        each(&query, &body, |item| table.add(&mut out, &item))?;
        table.finish(&mut out)?
    };
    out.finish()?;
    Ok(ExitCode::from(u8::from(is_malformed)))
}

/// Everything that the body holds, in its order.
fn each(query: &Query<'_>, body: &[u8], mut print: impl FnMut(Item<'_>) -> Result<(), Failure>) -> Result<(), Failure> {
    match query.read(body) {
        Err(error) => print(Item::Malformed(error)),
        Ok(Reply::Error(error)) => print(Item::Refused(error)),
        Ok(Reply::Deleted) => print(Item::Deleted),
        Ok(Reply::Records(records)) => records.matched().try_for_each(|item| match item {
            Ok(item) => print(Item::Match(item)),
            Err(error) => print(Item::Malformed(error)),
        }),
    }
}

fn print_json(out: &mut Out, item: &Item<'_>) -> Result<(), Failure> {
    match item {
        Item::Match(Match::Asked(status)) => out.json(&json::Record { status, is_unasked: false }),
        Item::Match(Match::Unasked(status)) => out.json(&json::Record { status, is_unasked: true }),
        Item::Match(Match::Missing(pair)) => out.json(&json::Missing(*pair)),
        Item::Malformed(error) => out.json(&json::Malformed(*error)),
        Item::Refused(error) => out.json(&json::Refused(*error)),
        Item::Deleted => out.json(&json::Deleted),
    }
}

fn read(file: Option<&Path>) -> Result<Vec<u8>, Failure> {
    let Some(path) = file.filter(|path| *path != Path::new("-")) else {
        let mut stdin = io::stdin().lock();
        if stdin.is_terminal() {
            anstream::eprintln!("smsc: reading a reply from the terminal; end it with Ctrl-D");
        }
        let mut body = Vec::new();
        stdin.read_to_end(&mut body).map_err(|error| Failure::Input(None, error))?;
        return Ok(body);
    };
    std::fs::read(path).map_err(|error| Failure::Input(Some(path.to_owned()), error))
}
