//! The options of `smsc plan`.

use std::time::Duration;

use clap::Args;
use jiff::Timestamp;
use sms_tracker::PlanConfig;
use smsc_standin::parse_duration;

use super::service::Messages;
use crate::lang::{fill, tr};

#[derive(Debug, Args)]
pub(crate) struct Plan {
    #[command(flatten)]
    pub(crate) messages: Messages,
    /// The number of messages that are sent at once, in place of a list: 1 to 2000000
    #[arg(long, value_name = "N", group = "Messages", value_parser = clap::value_parser!(u32).range(1..=2_000_000))]
    pub(crate) count: Option<u32>,
    /// The number of messages that are sent each minute for a day, in place of a list: 1 to 1000
    #[arg(long, value_name = "N", group = "Messages", value_parser = clap::value_parser!(u32).range(1..=1_000))]
    pub(crate) per_minute: Option<u32>,
    /// The time at which the messages were sent, such as 2026-11-28T12:00:00Z [default: that of --start]
    #[arg(long, value_name = "TIME", value_parser = parse_time, conflicts_with = "per_minute")]
    pub(crate) sent: Option<u64>,
    /// The time at which the schedule starts, such as 2026-11-28T12:00:00Z [default: now]
    #[arg(long, value_name = "TIME", value_parser = parse_time)]
    pub(crate) start: Option<u64>,
    /// The time for one request: 1ms to 60s
    #[arg(long, value_name = "TIME", default_value = "300ms", value_parser = |text: &str| parse_within(text, "1ms", "60s"))]
    pub(crate) latency: Duration,
    /// The time after its sending at which each message comes to its end, such as 10m [default: every
    /// message stays under way]
    #[arg(long, value_name = "TIME", value_parser = |text: &str| parse_within(text, "0s", "30d"))]
    pub(crate) ends_after: Option<Duration>,
    /// The number of messages in a batch: 1 to 4096. With 1 there are no batches
    #[arg(long, value_name = "N", default_value = "1000", value_parser = clap::value_parser!(u16).range(1..=4096))]
    pub(crate) batch: u16,
    /// The number of requests at once: 1 to 15. The service allows 4 under one login
    #[arg(long, value_name = "N", default_value = "3", value_parser = clap::value_parser!(u8).range(1..=15))]
    pub(crate) at_once: u8,
    /// The time from the answer to a batch to the next batch: 1s to 1h. The service allows one a minute
    #[arg(long, value_name = "TIME", default_value = "61s", value_parser = |text: &str| parse_within(text, "1s", "1h"))]
    pub(crate) batch_gap: Duration,
    /// The account keeps no history, in which to look for messages that moved to the archive
    #[arg(long)]
    pub(crate) no_history: bool,
    /// The program receives push notifications too: it asks once an hour and before each move to the
    /// archive
    #[arg(long)]
    pub(crate) push: bool,
    /// Print a JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

impl Plan {
    /// Returns the limits of the plan.
    pub(crate) fn config(&self) -> PlanConfig {
        let mut config = if self.push { PlanConfig::with_push() } else { PlanConfig::default() };
        config.at_once = self.at_once;
        config.batch_size = self.batch;
        config.batch_gap_ms = if self.has_batches() { self.batch_gap_ms() } else { u32::MAX };
        config.has_history = !self.no_history;
        config
    }

    /// Returns whether several messages are asked for in one request.
    pub(crate) const fn has_batches(&self) -> bool {
        self.batch > 1
    }

    fn batch_gap_ms(&self) -> u32 {
        u32::try_from(self.batch_gap.as_millis()).unwrap_or(u32::MAX)
    }
}

/// Parses a date and time up to the year 2099, and returns it in milliseconds.
fn parse_time(text: &str) -> Result<u64, &'static str> {
    const END: u64 = 4_102_444_800;
    let seconds = text.parse().map(Timestamp::as_second).ok().and_then(|seconds| u64::try_from(seconds).ok());
    let seconds = seconds.filter(|seconds| *seconds < END);
    seconds.map(|seconds| seconds * 1_000).ok_or_else(|| tr("expected a date and time such as 2026-11-28T12:00:00Z"))
}

/// Parses a time that is neither shorter nor longer than these.
fn parse_within(text: &str, least: &'static str, most: &'static str) -> Result<Duration, String> {
    let time = parse_duration(text).map_err(|_| tr("expected a time such as 500ms, 4s, 10m, 9h or 1d").to_owned())?;
    let is_within = parse_duration(least).is_ok_and(|least| time >= least) && parse_duration(most).is_ok_and(|most| time <= most);
    if is_within { Ok(time) } else { Err(fill("expected a time from {0} to {1}", &[&least, &most])) }
}
