//! `smsc decode`.

use std::process::ExitCode;

use sms_outcome::{Lang, api_error, outcome_of};
use smsc_proto::{Kind, Match};

use crate::args::Decode;
use crate::input::Input;
use crate::meaning::{Meaning, With};
use crate::output::{Failure, Out};
use crate::read::{self, Item, Taker};
use crate::table::Table;

pub(crate) fn run(options: &Decode) -> Result<ExitCode, Failure> {
    let out = Out::new();
    let mut input = Input::open(options.reply.file.as_deref())?;
    let asked = options.asked();
    let query = options.query(asked.as_deref());
    let printer = if options.json {
        let outcomes = options.outcome.then(|| options.lang.into());
        Printer::Json { kind: query.kind, outcomes, is_malformed: false }
    } else {
        Printer::Table(Box::new(Table::new(&query, options.lang.into(), &out)))
    };
    let mut printing = Printing { out, printer };
    read::each(&query, &mut input, &mut printing)?;
    let Printing { mut out, printer } = printing;
    let is_malformed = match printer {
        Printer::Json { is_malformed, .. } => is_malformed,
        Printer::Table(table) => table.finish(&mut out)?,
    };
    out.flush()?;
    Ok(ExitCode::from(u8::from(is_malformed)))
}

struct Printing {
    out: Out,
    printer: Printer,
}

enum Printer {
    Json {
        kind: Kind,
        /// The language of the outcomes, if they are wanted.
        outcomes: Option<Lang>,
        is_malformed: bool,
    },
    Table(Box<Table>),
}

impl Taker for Printing {
    fn take(&mut self, item: &Item<'_>) -> Result<(), Failure> {
        let Self { out, printer } = self;
        let (kind, outcomes, is_malformed) = match printer {
            Printer::Table(table) => return table.add(out, item),
            Printer::Json { kind, outcomes, is_malformed } => (*kind, *outcomes, is_malformed),
        };
        if let Some(lang) = outcomes {
            match item {
                Item::Match(it @ (Match::Asked(status) | Match::Unasked(status))) => {
                    return out.json(&With { it, outcome: Meaning::new(&outcome_of(status, kind), lang) });
                }
                Item::Refused(it) => return out.json(&With { it, outcome: Meaning::new(&api_error(it.code), lang) }),
                _ => {}
            }
        }
        match item {
            Item::Match(item) => out.json(item),
            Item::Malformed(error) => {
                *is_malformed = true;
                out.json(error)
            }
            Item::Refused(error) => out.json(error),
            Item::Deleted => out.line(r#"{"result":"OK"}"#),
        }
    }

    fn wait(&mut self) -> Result<(), Failure> {
        self.out.flush()
    }

    fn is_watched(&self) -> bool {
        self.out.is_terminal
    }
}
