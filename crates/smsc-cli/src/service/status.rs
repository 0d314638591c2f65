//! `smsc status`: asks for the statuses of messages.

use std::collections::HashSet;
use std::process::ExitCode;

use smsc_client::{Error, Status};
use smsc_proto::{Match, Requested};

use super::connection::Connection;
use super::printer::{Printer, malformed, record};
use crate::args::service as args;
use crate::failure::Failure;
use crate::ids::Pairs;
use crate::lang::fill;
use crate::message;
use crate::read::Item;

/// Runs the command.
pub(crate) fn run(options: &args::Status) -> Result<ExitCode, Failure> {
    let pairs = pairs(&options.messages)?;
    let messages = each_once(&pairs);
    let connection = Connection::open(&options.connection)?;
    let client = connection.client.clone().batch(options.batch.into());
    let mut statuses = client.status(&messages).detail(options.detail());
    let mut printer = Printer::new(&options.output, options.kind())?;
    let mut is_any_missing = false;
    while let Some(item) = statuses.next() {
        match item {
            Err(error) if statuses.is_failed() => {
                printer.finish()?;
                let rest = statuses.rest().len();
                let status = connection.failed(&error, options.output.json)?;
                if rest != messages.len() {
                    message::hint(&fill("{0} of {1} messages have no answer", &[&rest, &messages.len()]));
                }
                return Ok(status);
            }
            item => {
                is_any_missing |= matches!(item, Ok(Status::Missing { .. }));
                print(&item, &messages, &mut printer)?;
            }
        }
        if !statuses.is_any_ready() {
            printer.flush()?;
        }
    }
    let is_malformed = printer.finish()?;
    Ok(ExitCode::from(u8::from(is_malformed || is_any_missing)))
}

/// Prints the status of a message, or the error in the place of a malformed record.
fn print(item: &Result<Status, Error>, messages: &[Requested<'_>], printer: &mut Printer) -> Result<(), Failure> {
    let item = match item {
        Ok(Status::Record { record: of, .. }) => Item::Match(Match::Requested(record(of)?)),
        Ok(Status::Unexpected(of)) => Item::Match(Match::Unexpected(record(of)?)),
        Ok(Status::Missing { index }) => match messages.get(*index) {
            Some(message) => Item::Match(Match::Missing(*message)),
            None => return Ok(()),
        },
        Err(error) => malformed(error)?,
    };
    printer.add(&item)
}

/// Returns the pairs of the arguments or of a file.
pub(crate) fn pairs(messages: &args::Messages) -> Result<Pairs, Failure> {
    messages.file.as_deref().map_or_else(|| Ok(messages.pairs()), Pairs::read)
}

/// Returns each message once, because a batch cannot name one twice, and says how many were repeated.
pub(crate) fn each_once(pairs: &Pairs) -> Vec<Requested<'_>> {
    let mut messages = pairs.requested();
    let all = messages.len();
    let mut seen = HashSet::new();
    messages.retain(|message| seen.insert(*message));
    if messages.len() < all {
        message::hint(&fill("{0} repeated pairs are asked for once", &[&(all - messages.len())]));
    }
    messages
}
