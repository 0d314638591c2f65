//! `smsc decode`.

use std::process::ExitCode;

use sms_outcome::{Lang, api_error, outcome_of};
use smsc_proto::{Kind, Match};

use crate::args::Decode;
use crate::input::Input;
use crate::meaning::{Meaning, With};
use crate::output::{Failure, Out, json};
use crate::read::{self, Item, Taker};
use crate::table::Table;

pub(crate) fn run(options: &Decode) -> Result<ExitCode, Failure> {
    let out = Out::new();
    let mut input = Input::open(options.reply.file.as_deref())?;
    let asked = options.asked();
    let query = options.query(asked.as_deref());
    let printer = if options.json {
        let outcomes = options.outcome.then(|| options.lang.into());
        Printer::Json(Json { kind: query.kind, outcomes, is_malformed: false })
    } else {
        Printer::Table(Box::new(Table::new(&query, options.lang.into(), &out)))
    };
    let has_two = std::thread::available_parallelism().is_ok_and(|count| count.get() > 1);
    let mut printing = Printing { out, printer, has_two };
    read::each(&query, &mut input, &mut printing)?;
    let Printing { mut out, printer, .. } = printing;
    let is_malformed = match printer {
        Printer::Json(json) => json.is_malformed,
        Printer::Table(table) => table.finish(&mut out)?,
    };
    out.flush()?;
    Ok(ExitCode::from(u8::from(is_malformed)))
}

struct Printing {
    out: Out,
    printer: Printer,
    /// Whether there is a second processor.
    has_two: bool,
}

enum Printer {
    Json(Json),
    Table(Box<Table>),
}

/// How items are shown as lines of JSON.
#[derive(Clone, Copy)]
struct Json {
    kind: Kind,
    /// The language of the outcomes, if they are wanted.
    outcomes: Option<Lang>,
    is_malformed: bool,
}

impl Json {
    /// Adds the line of an item to others.
    fn add(&mut self, item: &Item<'_>, lines: &mut Vec<u8>) -> Result<(), Failure> {
        if let Some(lang) = self.outcomes {
            match item {
                Item::Match(it @ (Match::Asked(status) | Match::Unasked(status))) => {
                    return json(&With { it, outcome: Meaning::new(&outcome_of(status, self.kind), lang) }, lines);
                }
                Item::Refused(it) => return json(&With { it, outcome: Meaning::new(&api_error(it.code), lang) }, lines),
                _ => {}
            }
        }
        match item {
            Item::Match(item) => json(item, lines),
            Item::Malformed(error) => {
                self.is_malformed = true;
                json(error, lines)
            }
            Item::Refused(error) => json(error, lines),
            Item::Deleted => {
                lines.extend_from_slice(b"{\"result\":\"OK\"}\n");
                Ok(())
            }
        }
    }

    fn add_all(&mut self, items: &[Item<'_>], lines: &mut Vec<u8>) -> Result<(), Failure> {
        items.iter().try_for_each(|item| self.add(item, lines))
    }

    /// The same, of which a second processor does the second half.
    fn share(&mut self, items: &[Item<'_>], out: &mut Out) -> Result<(), Failure> {
        let (first, second) = items.split_at(items.len() / 2);
        let mut other = *self;
        let (mine, theirs) = std::thread::scope(|scope| {
            let theirs = std::thread::Builder::new().spawn_scoped(scope, move || {
                let mut lines = Vec::new();
                other.add_all(second, &mut lines).map(|()| (lines, other.is_malformed))
            });
            (self.add_all(first, out.lines()), theirs.map(std::thread::ScopedJoinHandle::join))
        });
        mine?;
        // Where no thread can be begun, this one does it all.
        let Ok(theirs) = theirs else { return self.add_all(second, out.lines()).and_then(|()| out.flush_if_enough()) };
        let (lines, is_malformed) = theirs.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        self.is_malformed |= is_malformed;
        out.bytes(&lines);
        out.flush_if_enough()
    }
}

/// From how many items on it is worth to begin a thread.
const WORTH_SHARING: usize = 256;

impl Taker for Printing {
    fn take(&mut self, item: &Item<'_>) -> Result<(), Failure> {
        let Self { out, printer, .. } = self;
        match printer {
            Printer::Table(table) => table.add(out, item),
            Printer::Json(json) => {
                json.add(item, out.lines())?;
                out.flush_if_enough()
            }
        }
    }

    fn take_all(&mut self, items: &[Item<'_>]) -> Result<(), Failure> {
        match &mut self.printer {
            Printer::Json(json) if self.has_two && items.len() >= WORTH_SHARING => json.share(items, &mut self.out),
            _ => items.iter().try_for_each(|item| self.take(item)),
        }
    }

    fn wait(&mut self) -> Result<(), Failure> {
        self.out.flush()
    }

    fn is_watched(&self) -> bool {
        self.out.is_terminal
    }
}
