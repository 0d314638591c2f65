//! `smsc delete`: asks the service to delete messages.

use std::process::ExitCode;

use serde::Serialize;

use super::connection::Connection;
use super::status::{each_once, pairs};
use crate::args::service as args;
use crate::failure::Failure;
use crate::lang::fill;
use crate::output::Out;

/// The greatest number of messages in a batch.
const BATCH: usize = 1_000;

#[derive(Serialize)]
struct Deleted {
    deleted: usize,
}

/// Runs the command.
pub(crate) fn run(options: &args::Delete) -> Result<ExitCode, Failure> {
    let pairs = pairs(&options.messages)?;
    let messages = each_once(&pairs);
    let connection = Connection::open(&options.connection)?;
    let mut out = Out::new();
    let mut deleted = 0;
    let mut failed = None;
    for batch in messages.chunks(BATCH) {
        if let Err(error) = connection.client.delete(batch) {
            failed = Some(error);
            break;
        }
        deleted += batch.len();
    }
    if options.json {
        out.json(&Deleted { deleted })?;
    } else if deleted != 0 {
        out.line(fill("{0} deleted", &[&deleted]))?;
    }
    out.flush()?;
    failed.map_or(Ok(ExitCode::SUCCESS), |error| connection.failed(&error, options.json))
}
