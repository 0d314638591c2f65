//! The options of `smsc serve`.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use jiff::Timestamp;

use smsc_standin::{Time, parse_duration};

use crate::lang::tr;

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// The address and the port to listen on; with the port 0, any that is free
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8125")]
    pub(crate) listen: String,
    /// The file with accounts, limits, phones and faults, in TOML; without it there is one account,
    /// demo with the password demo
    #[arg(long, value_name = "FILE")]
    pub(crate) scenario: Option<PathBuf>,
    /// The speed of the clock, in virtual seconds a real second
    #[arg(long, value_name = "N", default_value = "1", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(crate) speed: u32,
    /// Freeze the clock until POST /control moves it
    #[arg(long, conflicts_with = "speed")]
    pub(crate) frozen: bool,
    /// The moment at which the clock starts, such as 2026-11-28T12:00:00Z [default: now]
    #[arg(long, value_name = "TIME", value_parser = parse_time)]
    pub(crate) start: Option<Time>,
    /// The real time that every response takes, such as 150ms; it makes the limit on requests at once
    /// visible
    #[arg(long, value_name = "TIME", default_value = "0s", value_parser = parse_wait)]
    pub(crate) latency: Duration,
    /// Speak https, with a certificate that is made anew; clients have to trust ca.pem, which is
    /// written into this folder
    #[arg(long, value_name = "FOLDER")]
    pub(crate) tls: Option<PathBuf>,
}

pub(super) fn parse_time(text: &str) -> Result<Time, &'static str> {
    let seconds = text.parse().map(Timestamp::as_second).ok().and_then(|seconds| u64::try_from(seconds).ok());
    seconds.map(Time::from_seconds).ok_or_else(|| tr("expected a date and time such as 2026-11-28T12:00:00Z"))
}

fn parse_wait(text: &str) -> Result<Duration, &'static str> {
    parse_duration(text).map_err(|_| tr("expected a time such as 500ms, 4s, 10m, 9h or 1d"))
}
