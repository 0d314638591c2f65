//! `smsc report`: the figures of many replies, as a page, tables or JSON.

mod gather;
mod outputs;

use std::path::Path;
use std::process::ExitCode;

use smsc_report::{Error, Options, Statement};

use crate::args::Report;
use crate::failure::Failure;
use crate::input::Input;
use crate::lang::{fill, tr};
use crate::message;
use gather::gather;
use outputs::Outputs;

/// Runs the command.
pub(crate) fn run(options: &Report) -> Result<ExitCode, Failure> {
    let outputs = Outputs::check(options)?;
    let statement = options.statistics.as_deref().map(|path| statement(path, options)).transpose()?;
    let previous = options.previous();
    let (mut of_previous, mut malformed) = (None, 0);
    if !previous.is_empty() {
        let figures = gather(options, &previous, base(options))?.figures;
        (of_previous, malformed) = (Some(figures.totals), figures.quality.malformed);
    }
    let mut wanted = base(options).days(options.from, options.to).map_err(|error| refused(&error))?;
    if let Some(currency) = &options.currency {
        wanted = wanted.currency(currency);
    }
    if let Some(totals) = of_previous {
        wanted = wanted.previous(totals);
    }
    if let Some(statement) = statement {
        wanted = wanted.statement(statement);
    }
    let summary = gather(options, &options.files(), wanted)?;
    outputs.write(&summary)?;
    let quality = &summary.figures.quality;
    let sent = summary.figures.totals.counts.sent();
    let values: [&dyn std::fmt::Display; 4] = [&sent, &quality.records, &quality.malformed, &quality.ambiguous];
    message::failure(&fill("messages: {0}, records: {1}, malformed: {2}, ambiguous: {3}", &values));
    Ok(ExitCode::from(u8::from(malformed + quality.malformed > 0)))
}

/// Returns the options that the period before has as well.
fn base(options: &Report) -> Options {
    let mut base = Options::new().kind(options.query().get_kind());
    if options.merged {
        base = base.merged();
    }
    if let Some(zone) = &options.tz {
        base = base.zone(zone.clone());
    }
    base
}

/// Reads the statistics of the account.
fn statement(path: &Path, options: &Report) -> Result<Statement, Failure> {
    let body = Input::open(Some(path), "a reply")?.read_all()?;
    Statement::parse(&body, options.charset()).map_err(|error| match error {
        Error::Statistics(reason) => {
            let reason = fill("not a reply with statistics in fmt 3: {0}", &[&reason]);
            Failure::Content(Some(path.to_owned()), reason)
        }
        other => refused(&other),
    })
}

/// Returns the failure of options that do not fit together.
fn refused(error: &Error) -> Failure {
    match error {
        Error::PeriodBackwards => Failure::Usage(tr("--to is before --from").to_owned()),
        Error::PeriodWithoutZone => Failure::Usage(tr("with --merged, --from and --to need a time zone: pass --tz").to_owned()),
        other => failed(other),
    }
}

/// Returns the failure of a report.
fn failed(error: &dyn std::fmt::Display) -> Failure {
    Failure::Usage(fill("cannot make the report: {0}", &[error]))
}
