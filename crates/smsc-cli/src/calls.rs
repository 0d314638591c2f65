//! `smsc decode --reply` of the calls whose replies have no records.

mod columns;
mod hints;
mod item;
mod question;
mod sheet;
mod tables;

use std::process::ExitCode;

use smsc_proto::Lang;

use crate::args::Decode;
use crate::failure::Failure;
use crate::input::Input;
use crate::json;
use crate::lang::current;
use crate::output::Out;
use crate::place::Place;

#[cfg(all(test, checkout))]
pub(crate) use columns::headings;
use hints::Hints;
use item::Item;
use question::Items;
pub(crate) use question::Question;
use sheet::Sheet;

/// Decodes the replies in all files.
pub(crate) fn run(options: &Decode, question: &Question) -> Result<ExitCode, Failure> {
    let outcomes = options.output.outcome.then(current);
    let mut is_malformed = false;
    for place in Place::all(&options.files()) {
        let mut out = Out::new();
        let body = Input::open(place.file, "a reply")?.read_all()?;
        let mut hints = Hints::new(question);
        let items = Box::new(question.items(&body).inspect(|item| hints.note(item)));
        if let Some(separator) = options.output.csv {
            Sheet::new(question, separator, outcomes).print(place, items, &mut out)?;
        } else if options.output.json {
            print_json(question, outcomes, items, &mut out)?;
        } else {
            place.heading(&mut out)?;
            tables::print(question, items, &mut out)?;
        }
        out.flush()?;
        is_malformed |= hints.is_malformed();
        hints.print();
    }
    Ok(ExitCode::from(u8::from(is_malformed)))
}

/// Prints a line of JSON for each item.
fn print_json(question: &Question, outcomes: Option<Lang>, items: Items<'_>, out: &mut Out) -> Result<(), Failure> {
    for item in items {
        match item {
            Item::Row(row) => out.json(&row)?,
            Item::Malformed(error) => out.json(&error)?,
            Item::ApiError(error) => {
                let mut line = Vec::new();
                json::api_error(&error, question.endpoint(), outcomes, &mut line)?;
                out.add(&line)?;
            }
        }
    }
    Ok(())
}
