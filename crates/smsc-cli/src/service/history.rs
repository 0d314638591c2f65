//! `smsc history`: asks for the history of sent messages, page by page.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::IsTerminal as _;
use std::path::Path;
use std::process::ExitCode;

use indicatif::ProgressBar;
use serde::Deserialize;
use smsc_client::{Error, History, MessageRecord};
use smsc_proto::request::{Date, HistoryRequest};
use smsc_proto::{Match, MessageKind};

use super::connection::Connection;
use super::part::{Line, Part};
use super::printer::{Printer, json, malformed, record};
use crate::args::Hidden;
use crate::args::service as args;
use crate::failure::Failure;
use crate::input::is_stdin;
use crate::json::Lines;
use crate::lang::{current, fill, tr};
use crate::message;
use crate::output::Out;
use crate::read::Item;

/// The greatest number of messages on a page.
const PAGE: u16 = 1_000;

/// Runs the command.
pub(crate) fn run(options: &args::History) -> Result<ExitCode, Failure> {
    let phones: Vec<_> = options.phones.iter().chain(&options.emails).map(|Hidden(phone)| &**phone).collect();
    let request = HistoryRequest::day(options.from).phones(&phones).count(PAGE);
    let request = if options.emails.is_empty() { request } else { request.emails() };
    let request = options.to.map_or(request, |to| request.until(to));
    let connection = Connection::open(&options.connection)?;
    match &options.out {
        Some(target) => to_file(options, &connection, request, target),
        None => print(options, &connection, request),
    }
}

/// Prints the messages of each page when it has arrived.
fn print(options: &args::History, connection: &Connection, request: HistoryRequest<'_>) -> Result<ExitCode, Failure> {
    let mut history = connection.client.history(request);
    let mut printer = Printer::new(&options.output, MessageKind::Auto)?;
    while let Some(item) = history.next() {
        match item {
            Err(error) if history.is_failed() => {
                printer.finish()?;
                return connection.failed(&error, options.output.json);
            }
            item => printer.add(&item_of(&item)?)?,
        }
        if !history.is_any_ready() {
            printer.flush()?;
        }
    }
    Ok(ExitCode::from(u8::from(printer.finish()?)))
}

/// Writes the messages into a file, from the last one on that an earlier run has written.
fn to_file(
    options: &args::History,
    connection: &Connection,
    request: HistoryRequest<'_>,
    target: &Path,
) -> Result<ExitCode, Failure> {
    // A signal ends the command after whole lines.
    let _out = Out::new();
    if is_stdin(target) {
        return Err(Failure::Usage(tr("--out needs the name of a file; without it, standard output is written").to_owned()));
    }
    let mut part = Part::open(target, &label(options, connection), line)?;
    let request = match part.last {
        Some(key) => {
            message::hint(&fill("going on after the {0} messages in {1}", &[&part.lines, &part.path().display()]));
            request.older_than(key)
        }
        None => request,
    };
    let mut history = connection.client.history(request);
    let bar = if std::io::stderr().is_terminal() { ProgressBar::new_spinner() } else { ProgressBar::hidden() };
    let result = add_pages(&mut history, options, &mut part, &bar);
    bar.finish_and_clear();
    if let Some(error) = result? {
        let status = connection.failed(&error, false)?;
        message::hint(&fill(
            "run the same command again to go on: {0} messages are in {1}",
            &[&part.lines, &part.path().display()],
        ));
        return Ok(status);
    }
    message::hint(&fill("{0} messages", &[&part.lines]));
    let is_any_malformed = part.keyless != 0;
    part.finish()?;
    Ok(ExitCode::from(u8::from(is_any_malformed)))
}

/// Adds each page to a file when it has arrived. Returns the error of a whole request.
fn add_pages(
    history: &mut History<'_>,
    options: &args::History,
    part: &mut Part,
    bar: &ProgressBar,
) -> Result<Option<Error>, Failure> {
    let json = json(MessageKind::Auto, options.output.outcome);
    let (mut lines, mut count) = (Lines::default(), 0);
    let mut failure = None;
    while let Some(item) = history.next() {
        match item {
            Err(error) if history.is_failed() => failure = Some(error),
            item => {
                part.keyless += u64::from(item.is_err());
                json.add(&item_of(&item)?, &mut lines)?;
                count += 1;
            }
        }
        if !history.is_any_ready() {
            part.add(lines.bytes(), count)?;
            lines.clear();
            count = 0;
            bar.set_message(fill("{0} messages", &[&part.lines]));
            bar.tick();
        }
    }
    Ok(failure)
}

/// Returns a record of the history, or the error in the place of a malformed one, as an item.
fn item_of(item: &Result<MessageRecord, Error>) -> Result<Item<'_>, Failure> {
    match item {
        Ok(of) => Ok(Item::Match(Match::Requested(record(of)?))),
        Err(error) => malformed(error),
    }
}

/// Returns the kind of a line of the file: a message with its key, or the error in the place of one.
fn line(line: &[u8]) -> Line {
    #[derive(Deserialize)]
    struct Keys {
        int_id: Option<serde_json::Value>,
    }
    let Ok(Keys { int_id }) = serde_json::from_slice(line) else { return Line::Other };
    let key = match int_id {
        Some(serde_json::Value::Number(number)) => number.as_u64(),
        Some(serde_json::Value::String(text)) => text.parse().ok(),
        _ => None,
    };
    key.map_or(Line::Keyless, Line::Keyed)
}

/// Returns what tells the part of this command from those of others: the days, and a number for the
/// account, the phones and the form of the lines.
fn label(options: &args::History, connection: &Connection) -> String {
    let day = |date: Date| format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day());
    let mut hasher = DefaultHasher::new();
    (&connection.hosts, connection.stamp.mark(), options.output.outcome.then(|| current() as u8)).hash(&mut hasher);
    options.phones.iter().chain(&options.emails).for_each(|Hidden(phone)| phone.hash(&mut hasher));
    let number = hasher.finish() & 0xffff_ffff;
    format!("{}_{}_{number:08x}", day(options.from), day(options.to.unwrap_or(options.from)))
}
