//! The options of `smsc request`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use smsc_proto::CostMode;
use smsc_proto::request::Date;

use super::order::Order;
use super::values::{CharsetArg, Hidden, Id, KindArg, parse_date, parse_id};
use crate::ids::{Pairs, PairsParser};

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub(crate) struct Request {
    #[command(subcommand)]
    pub(crate) call: Call,
    /// The host to ask, with an optional port, such as smsc.kz [default: smsc.ru]
    #[arg(long, global = true, value_name = "HOST")]
    pub(crate) host: Option<String>,
    /// Ask over plain HTTP, for a server on this machine
    #[arg(long, global = true)]
    pub(crate) plain_http: bool,
    /// Print a GET, whose URL has all parameters, instead of a POST
    #[arg(long, global = true)]
    pub(crate) get: bool,
    /// Print the URL or the body alone
    #[arg(long, global = true, value_enum, value_name = "PART")]
    pub(crate) only: Option<Part>,
    /// Print the credentials, which are masked otherwise
    #[arg(long, global = true)]
    pub(crate) show_secrets: bool,
    /// The file with the credentials, as TOML: apikey, or login and password. Without it, they are in
    /// the variables `SMSC_APIKEY`, or `SMSC_LOGIN` and `SMSC_PASSWORD`
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) credentials: Option<PathBuf>,
    /// Print a JSON object
    #[arg(long, global = true, conflicts_with = "only")]
    pub(crate) json: bool,
}

/// A part of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    Url,
    Body,
}

/// The call that is requested.
#[derive(Debug, Subcommand)]
pub(crate) enum Call {
    /// Request the statuses of messages
    Status(Status),
    /// Delete messages
    Delete(Delete),
    /// Request the balance of the account
    Balance(Balance),
    /// Request a page of the history of sent messages
    History(History),
    /// Request incoming messages
    Incoming(Incoming),
    /// Request the number and the cost of the messages of some days
    Statistics(Days),
    /// Request the operator and the region of a phone
    Operator(Operator),
    /// Send a text to phones, or request its price
    Send(Box<Send>),
}

/// The messages that a request is about.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Messages {
    /// The messages, as pairs of id and phone. For many pairs, and to keep phones out of the list of
    /// processes and the shell's history, use --ids-file
    #[arg(long, value_name = "ID:PHONE,…", allow_hyphen_values = true, value_parser = PairsParser)]
    pub(crate) ids: Option<Pairs>,
    /// The file with the pairs of id and phone, or `-` for standard input: one ID:PHONE a line, or
    /// CSV with a header that has the columns id and phone
    #[arg(long, value_name = "FILE")]
    pub(crate) ids_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Format {
    /// The format (`fmt`) of the reply: 0 for `name = value`, 1 for values alone, 2 for XML, 3 for
    /// JSON [default: 3; of a batch 1]
    #[arg(long, alias = "format", value_name = "0|1|2|3", value_parser = clap::value_parser!(u8).range(0..=3))]
    fmt: Option<u8>,
    /// The charset of the request and of the reply [default: utf-8]
    #[arg(long, value_enum, ignore_case = true)]
    charset: Option<CharsetArg>,
}

impl Format {
    pub(crate) fn format(&self) -> Option<smsc_proto::Format> {
        self.fmt.and_then(|number| number.try_into().ok())
    }

    pub(crate) fn charset(&self) -> smsc_proto::Charset {
        self.charset.map_or(smsc_proto::Charset::Utf8, Into::into)
    }
}

#[derive(Debug, Args)]
pub(crate) struct Status {
    #[command(flatten)]
    pub(crate) messages: Messages,
    #[command(flatten)]
    pub(crate) format: Format,
    /// The level of detail (`all`) of the reply
    #[arg(long, value_name = "0|1|2", default_value = "0", value_parser = clap::value_parser!(u8).range(0..=2))]
    all: u8,
    /// Request the shape of a batch for one message too
    #[arg(long, alias = "batch")]
    pub(crate) multi: bool,
    /// The kind of the messages
    #[arg(long, value_enum, default_value = "auto", ignore_case = true)]
    kind: KindArg,
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
    #[command(flatten)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Balance {
    #[command(flatten)]
    pub(crate) format: Format,
    /// Request the currency too
    #[arg(long)]
    pub(crate) cur: bool,
}

#[derive(Debug, Args)]
pub(crate) struct History {
    #[command(flatten)]
    pub(crate) format: Format,
    /// The first day, as DD.MM.YYYY or YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub(crate) start: Date,
    /// The last day [default: the first one]
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub(crate) end: Option<Date>,
    /// Messages to this phone alone; can be repeated
    #[arg(long = "phone", value_name = "PHONE", allow_hyphen_values = true, conflicts_with = "emails")]
    pub(crate) phones: Vec<Hidden>,
    /// E-mails to this address alone; can be repeated
    #[arg(long = "email", value_name = "ADDRESS")]
    pub(crate) emails: Vec<Hidden>,
    /// The number of messages on a page: 1 to 1000
    #[arg(long, value_name = "N")]
    pub(crate) cnt: Option<u16>,
    /// Messages older than the one with this `int_id`: the last one of the page before
    #[arg(long, value_name = "INT_ID")]
    pub(crate) prev_id: Option<u64>,
}

#[derive(Debug, Args)]
pub(crate) struct Incoming {
    /// Messages of so many hours: 1 to 168
    #[arg(long, value_name = "N")]
    pub(crate) hour: Option<u16>,
    /// Messages after the one with this id
    #[arg(long, value_name = "ID", value_parser = parse_id)]
    pub(crate) after_id: Option<Id>,
    /// Messages to this number of the account
    #[arg(long, value_name = "PHONE", allow_hyphen_values = true)]
    pub(crate) to_phone: Option<Hidden>,
}

#[derive(Debug, Args)]
pub(crate) struct Days {
    /// The first day, as DD.MM.YYYY or YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub(crate) start: Date,
    /// The last day [default: the first one]
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub(crate) end: Option<Date>,
}

#[derive(Debug, Args)]
pub(crate) struct Operator {
    /// The phone
    #[arg(allow_hyphen_values = true)]
    pub(crate) phone: Hidden,
}

#[derive(Debug, Args)]
pub(crate) struct Send {
    #[command(flatten)]
    pub(crate) order: Order,
    /// Send (0), request the price alone (1), or send and return the cost (2) and the balance (3)
    #[arg(long, value_name = "0|1|2|3", default_value = "0", value_parser = clap::value_parser!(u8).range(0..=3))]
    cost: u8,
    /// List the phones that cannot be sent to
    #[arg(long)]
    pub(crate) err: bool,
    /// List all phones with their operators
    #[arg(long)]
    pub(crate) op: bool,
    #[command(flatten)]
    pub(crate) format: Format,
}

impl Send {
    pub(crate) fn cost(&self) -> CostMode {
        self.cost.try_into().unwrap_or_default()
    }
}
