//! `smsc decode`.

use std::process::ExitCode;

use smsc_proto::{ApiError, Chunks, Error, Event, Match, Matcher, Query, Reply};

use crate::args::Decode;
use crate::input::Input;
use crate::output::{Failure, Out};
use crate::progress::Progress;
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
    let mut out = Out::new();
    let mut input = Input::open(options.file.as_deref())?;
    let asked = options.asked();
    let query = options.query(asked.as_deref());
    let mut printer = if options.json {
        Printer::Json { is_malformed: false }
    } else {
        Printer::Table(Table::new(&query, options.lang.into(), &out))
    };
    if query.batch {
        batch(&query, &mut input, &mut out, &mut printer)?;
    } else {
        single(&query, &input.read_all()?, &mut out, &mut printer)?;
    }
    let is_malformed = match printer {
        Printer::Json { is_malformed } => is_malformed,
        Printer::Table(table) => table.finish(&mut out)?,
    };
    out.flush()?;
    Ok(ExitCode::from(u8::from(is_malformed)))
}

enum Printer {
    Json { is_malformed: bool },
    Table(Table),
}

impl Printer {
    fn print(&mut self, out: &mut Out, item: &Item<'_>) -> Result<(), Failure> {
        let is_malformed = match self {
            Self::Table(table) => return table.add(out, item),
            Self::Json { is_malformed } => is_malformed,
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
}

fn single(query: &Query<'_>, body: &[u8], out: &mut Out, printer: &mut Printer) -> Result<(), Failure> {
    match query.read(body) {
        Err(error) => printer.print(out, &Item::Malformed(error)),
        Ok(Reply::Error(error)) => printer.print(out, &Item::Refused(error)),
        Ok(Reply::Deleted) => printer.print(out, &Item::Deleted),
        Ok(Reply::Records(records)) => {
            records.matched().try_for_each(|item| printer.print(out, &item.map_or_else(Item::Malformed, Item::Match)))
        }
    }
}

/// How many bytes are read at once.
const CHUNK: usize = 1 << 18;

/// Reads a batch piece by piece, so that the memory it takes does not grow with its size.
fn batch(query: &Query<'_>, input: &mut Input, out: &mut Out, printer: &mut Printer) -> Result<(), Failure> {
    let mut chunks = Chunks::new(*query);
    let mut matcher = query.asked.map(Matcher::new);
    let mut progress = Progress::new(input.size(), out);
    let mut buffer = vec![0; chunks.window() + CHUNK];
    let (mut start, mut end, mut is_last) = (0, 0, false);
    loop {
        let (used, event) = chunks.read(&buffer[start..end], is_last);
        start += used;
        match event {
            Event::Record(Ok(status)) => match matcher.as_mut().map_or(Some(&[][..]), |matcher| matcher.accept(&status)) {
                None => printer.print(out, &Item::Match(Match::Unasked(status)))?,
                Some(skipped) => {
                    skipped.iter().try_for_each(|pair| printer.print(out, &Item::Match(Match::Missing(*pair))))?;
                    printer.print(out, &Item::Match(Match::Asked(status)))?;
                }
            },
            Event::Record(Err(error)) => printer.print(out, &Item::Malformed(error))?,
            Event::NotAReply(error) => return printer.print(out, &Item::Malformed(error)),
            Event::Error(error) => return printer.print(out, &Item::Refused(error)),
            Event::Deleted => return printer.print(out, &Item::Deleted),
            Event::More => {
                buffer.copy_within(start..end, 0);
                (start, end) = (0, end - start);
                // Whoever waits for the records sees those that have come while this waits for more.
                out.flush()?;
                let read = input.read(&mut buffer[end..])?;
                is_last = read == 0;
                end += read;
                progress.advance(read);
            }
            Event::Over => break,
        }
    }
    let left = matcher.as_ref().map_or(&[][..], Matcher::left);
    left.iter().try_for_each(|pair| printer.print(out, &Item::Match(Match::Missing(*pair))))
}
