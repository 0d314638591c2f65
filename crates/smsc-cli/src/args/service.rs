//! The options of the commands that ask the service.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use smsc_proto::request::Date;
use smsc_standin::parse_duration;

use super::order::Order;
use super::output::Output;
use super::values::{Hidden, KindArg, parse_date};
use crate::ids::{Pairs, PairsParser};
use crate::lang::tr;

/// The server, the credentials and the times of a connection.
#[derive(Debug, Args)]
pub(crate) struct Connection {
    /// The file with the credentials, as TOML: apikey, or login and password. Without it, they are in
    /// the variables `SMSC_APIKEY`, or `SMSC_LOGIN` and `SMSC_PASSWORD`, or else in the configuration
    #[arg(long, value_name = "FILE", help_heading = HEADING)]
    pub(crate) credentials: Option<PathBuf>,
    /// The host to ask, with an optional port, such as smsc.kz [default: that of the configuration, or
    /// smsc.ru and its reserve hosts]
    #[arg(long, value_name = "HOST", help_heading = HEADING)]
    pub(crate) host: Option<String>,
    /// Ask over plain HTTP, which is possible for a server on this machine alone
    #[arg(long, help_heading = HEADING)]
    pub(crate) plain_http: bool,
    /// The PEM file with the authorities to trust instead of those of the system
    #[arg(long, value_name = "FILE", help_heading = HEADING)]
    pub(crate) cacert: Option<PathBuf>,
    /// The longest time for one request, such as 30s
    #[arg(long, value_name = "TIME", default_value = "60s", value_parser = parse_time, help_heading = HEADING)]
    pub(crate) timeout: Duration,
    /// The longest time to wait for a limit of the service, or before another try, such as 0s or 90s
    /// [default: as long as it takes]
    #[arg(long, value_name = "TIME", value_parser = parse_time, help_heading = HEADING)]
    pub(crate) max_wait: Option<Duration>,
}

/// The heading of these options in the help.
const HEADING: &str = "Connection";

/// The messages that a command is about.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Messages {
    /// The messages, as pairs of id and phone. For many pairs, and to keep phones out of the list of
    /// processes and the shell's history, use --file
    #[arg(value_name = "ID:PHONE", value_parser = PairsParser)]
    pairs: Vec<Pairs>,
    /// The file with the pairs of id and phone, or `-` for standard input: one ID:PHONE a line, or
    /// CSV with a header that has the columns id and phone
    #[arg(long, visible_alias = "ids-file", value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
}

impl Messages {
    /// Returns the pairs of the arguments.
    pub(crate) fn pairs(&self) -> Pairs {
        Pairs::joined(&self.pairs)
    }
}

#[derive(Debug, Args)]
pub(crate) struct Status {
    #[command(flatten)]
    pub(crate) messages: Messages,
    /// The level of detail (`all`): 0 for the status, 1 also for the message and its cost, 2 also for
    /// country, operator and region
    #[arg(long, value_name = "0|1|2", default_value = "0", value_parser = clap::value_parser!(u8).range(0..=2))]
    all: u8,
    /// The kind of all messages, if it is known: messages to phones (sms), requests about a
    /// subscriber's network (hlr), or e-mails; auto determines it for each message
    #[arg(long, value_enum, default_value = "auto", ignore_case = true)]
    kind: KindArg,
    /// The number of messages in a batch: 1 to 4096
    #[arg(long, value_name = "N", default_value = "1000", value_parser = clap::value_parser!(u16).range(1..=4096))]
    pub(crate) batch: u16,
    #[command(flatten)]
    pub(crate) output: Output,
    #[command(flatten)]
    pub(crate) connection: Connection,
}

impl Status {
    pub(crate) fn detail(&self) -> smsc_proto::Detail {
        self.all.try_into().unwrap_or(smsc_proto::Detail::Status)
    }

    pub(crate) fn kind(&self) -> smsc_proto::MessageKind {
        self.kind.into()
    }
}

#[derive(Debug, Args)]
pub(crate) struct Delete {
    #[command(flatten)]
    pub(crate) messages: Messages,
    /// Print a JSON object
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) connection: Connection,
}

#[derive(Debug, Args)]
pub(crate) struct Balance {
    /// Print a JSON object
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) connection: Connection,
}

#[derive(Debug, Args)]
pub(crate) struct Lookup {
    /// The phone
    #[arg(allow_hyphen_values = true)]
    pub(crate) phone: Hidden,
    /// Print a JSON object
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) connection: Connection,
}

#[derive(Debug, Args)]
pub(crate) struct History {
    /// The first day, as DD.MM.YYYY or YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub(crate) from: Date,
    /// The last day [default: the first one]
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub(crate) to: Option<Date>,
    /// Messages to this phone alone; can be repeated
    #[arg(long = "phone", value_name = "PHONE", allow_hyphen_values = true, conflicts_with = "emails")]
    pub(crate) phones: Vec<Hidden>,
    /// E-mails to this address alone; can be repeated
    #[arg(long = "email", value_name = "ADDRESS")]
    pub(crate) emails: Vec<Hidden>,
    /// Write one JSON object per line into this file, which is there only when it is complete. A run
    /// that was interrupted is resumed by the same command
    #[arg(long, value_name = "FILE", conflicts_with_all = ["json", "csv"])]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) output: Output,
    #[command(flatten)]
    pub(crate) connection: Connection,
}

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub(crate) struct Send {
    #[command(flatten)]
    pub(crate) order: Order,
    /// Ask for the price alone, and send nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Send without asking for the price first and without a question
    #[arg(long, short, conflicts_with = "dry_run")]
    pub(crate) yes: bool,
    /// The account keeps a history. A message whose sending was not answered, and that the service does
    /// not know a minute later, is then sent once more, under the same id
    #[arg(long)]
    pub(crate) keeps_history: bool,
    /// Print a JSON object
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) connection: Connection,
}

#[derive(Debug, Args)]
pub(crate) struct Doctor {
    /// Print a JSON object
    #[arg(long)]
    pub(crate) json: bool,
    /// Write what was asked and answered into files in this folder, for a bug report: without
    /// credentials, and with every letter and digit of a value replaced
    #[arg(long, value_name = "FOLDER")]
    pub(crate) record: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) connection: Connection,
}

fn parse_time(text: &str) -> Result<Duration, &'static str> {
    parse_duration(text).map_err(|_| tr("expected a time such as 500ms, 4s, 10m, 9h or 1d"))
}
