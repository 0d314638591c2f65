//! `smsc plan`: shows when messages would be asked for, without any request.

mod report;
mod schedule;
mod text;
mod world;

use std::iter::repeat_n;
use std::process::ExitCode;
use std::time::Duration;

use jiff::Timestamp;
use smsc_proto::Requested;

use crate::args;
use crate::failure::Failure;
use crate::lang::fill;
use crate::output::Out;
use crate::service;
use schedule::{DAY, MINUTE};
use world::{Settings, World, latest};

#[cfg(all(test, checkout))]
pub(crate) use text::headings;

/// Runs the command.
pub(crate) fn run(options: &args::Plan) -> Result<ExitCode, Failure> {
    let is_list = options.count.is_none() && options.per_minute.is_none();
    let pairs = is_list.then(|| service::pairs(&options.messages)).transpose()?;
    let list: Option<Vec<Requested<'_>>> = pairs.as_ref().map(service::each_once);
    let settings = settings(options);
    let world = World::new(settings, sent(options, settings.start, list.as_deref())?.into_iter());
    let schedule = world.run();
    let mut out = Out::new();
    if options.json {
        report::print(&schedule, list.as_deref(), &mut out)?;
    } else {
        text::print(&schedule, &mut out)?;
    }
    out.flush()?;
    Ok(ExitCode::from(u8::from(schedule.is_any_at_risk())))
}

fn settings(options: &args::Plan) -> Settings {
    let milliseconds = |time: Duration| u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
    let now = || u64::try_from(Timestamp::now().as_second()).unwrap_or(0) * 1_000;
    Settings {
        config: options.config(),
        has_batches: options.has_batches(),
        start: options.start.unwrap_or_else(now),
        latency: milliseconds(options.latency),
        ends_after: options.ends_after.map(milliseconds),
    }
}

/// Returns the times at which the messages are sent.
fn sent(options: &args::Plan, start: u64, list: Option<&[Requested<'_>]>) -> Result<Vec<u64>, Failure> {
    if let Some(per_minute) = options.per_minute.map(u64::from) {
        return Ok((0..per_minute * (DAY / MINUTE)).map(|number| start + number * MINUTE / per_minute).collect());
    }
    let count = options.count.map_or_else(|| list.map_or(0, <[_]>::len), |count| usize::try_from(count).unwrap_or(usize::MAX));
    let sent = options.sent.unwrap_or(start);
    if sent >= latest(start) {
        let end = text::moscow(latest(start));
        return Err(Failure::Usage(fill("--sent is not before the end of the schedule, {0} Moscow time", &[&end])));
    }
    Ok(repeat_n(sent, count).collect())
}
