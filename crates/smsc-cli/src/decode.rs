//! `smsc decode`.

use std::process::ExitCode;

use crate::args::Decode;
use crate::input::Input;
use crate::output::{Failure, Out};
use crate::read::{self, Item, Taker};
use crate::table::Table;

pub(crate) fn run(options: &Decode) -> Result<ExitCode, Failure> {
    let out = Out::new();
    let mut input = Input::open(options.reply.file.as_deref())?;
    let asked = options.asked();
    let query = options.query(asked.as_deref());
    let printer = if options.json {
        Printer::Json { is_malformed: false }
    } else {
        Printer::Table(Table::new(&query, options.lang.into(), &out))
    };
    let mut printing = Printing { out, printer };
    read::each(&query, &mut input, &mut printing)?;
    let Printing { mut out, printer } = printing;
    let is_malformed = match printer {
        Printer::Json { is_malformed } => is_malformed,
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
    Json { is_malformed: bool },
    Table(Table),
}

impl Taker for Printing {
    fn take(&mut self, item: &Item<'_>) -> Result<(), Failure> {
        let Self { out, printer } = self;
        let is_malformed = match printer {
            Printer::Table(table) => return table.add(out, item),
            Printer::Json { is_malformed } => is_malformed,
        };
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
