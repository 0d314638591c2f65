//! The options of `smsc watch`.

use std::path::PathBuf;

use clap::Args;
use smsc_proto::Detail;
use smsc_standin::Time;
use smsc_watch::PlanConfig;

use super::callback::{Handler, check_path};
use super::serve::parse_time;
use super::service::Connection;
use super::values::Hidden;
use crate::failure::Failure;
use crate::ids::{Pairs, PairsParser};
use crate::lang::tr;

#[derive(Debug, Args)]
pub(crate) struct Watch {
    /// The messages, as pairs of id and phone. For many pairs, and to keep phones out of the list of
    /// processes and the shell's history, use --file
    #[arg(value_name = "ID:PHONE", value_parser = PairsParser, conflicts_with = "file")]
    pairs: Vec<Pairs>,
    /// The file with the pairs of id and phone, or `-` for standard input, whose messages are followed
    /// as the lines come: one ID:PHONE a line, or CSV with a header that has the columns id and phone
    #[arg(long, visible_alias = "ids-file", value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// The folder in which other programs put such files. Each is removed when its messages are stored;
    /// one that cannot be read gets the ending .bad. Names that start with a dot or end in .tmp are left
    /// alone, so that a file can be written first and renamed then
    #[arg(long, value_name = "FOLDER")]
    pub(crate) spool: Option<PathBuf>,
    /// The time at which the messages were sent, such as 2026-11-28T12:00:00Z [default: now]
    #[arg(long, value_name = "TIME", value_parser = parse_time)]
    sent: Option<Time>,
    /// The file with the state, or the URL of a PostgreSQL database (`postgres://…`, whose password is in
    /// `PGPASSWORD` or ~/.pgpass) for several watchers [default: watch.db in the folder smsc of the user's
    /// states]
    #[arg(long, value_name = "FILE|URL")]
    pub(crate) state: Option<Hidden>,
    /// The level of detail (`all`) to ask for: 0 for the status, 1 also for the message and its cost, 2
    /// also for country, operator and region
    #[arg(long, value_name = "0|1|2", default_value = "0", value_parser = clap::value_parser!(u8).range(0..=2))]
    all: u8,
    /// The command to run for each final outcome, whose JSON is its standard input. If it fails, it is
    /// run again, later and with the same key
    #[arg(long, value_name = "COMMAND")]
    pub(crate) exec: Option<String>,
    /// The URL to POST the JSON of each final outcome to, with its key as the header Idempotency-Key. It
    /// is sent again until the answer has an HTTP status from 200 to 299
    #[arg(long, value_name = "URL")]
    pub(crate) webhook: Option<Hidden>,
    /// The address and the port to receive push notifications on. Statuses are then asked for once an
    /// hour and before 03:00 alone
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub(crate) listen: Option<String>,
    /// The path of the handler's URL, without its query; other paths get the HTTP status 404
    /// [default: /]
    #[arg(long, value_name = "/PATH", requires = "listen")]
    path: Option<Hidden>,
    #[command(flatten)]
    pub(crate) handler: Handler,
    #[command(flatten)]
    limits: Limits,
    #[command(flatten)]
    pub(crate) connection: Connection,
}

/// The limits that are kept.
#[derive(Debug, Args)]
struct Limits {
    /// The number of messages in a batch: 2 to 4096
    #[arg(long, value_name = "N", default_value = "1000", value_parser = clap::value_parser!(u16).range(2..=4096), help_heading = HEADING)]
    batch: u16,
    /// The number of status requests at once: 1 to 4. The service allows 4 for all programs of a login
    #[arg(long, value_name = "N", default_value = "3", value_parser = clap::value_parser!(u8).range(1..=4), help_heading = HEADING)]
    at_once: u8,
    /// The number of programs of this login that ask for batches, this one included: the service allows
    /// one batch a minute for all of them
    #[arg(long, value_name = "N", default_value = "1", value_parser = clap::value_parser!(u16).range(1..=60), help_heading = HEADING)]
    programs: u16,
    /// The account keeps no history, in which messages that moved to the archive could be found
    #[arg(long, help_heading = HEADING)]
    no_history: bool,
}

/// The heading of these options in the help.
const HEADING: &str = "Limits";

impl Watch {
    /// Fails if a secret is among the arguments, or if the path is none.
    pub(crate) fn check(&self) -> Result<(), Failure> {
        self.handler.check()?;
        let has_password = |url: &str| {
            url.split_once("://").is_some_and(|(_, rest)| {
                let authority = rest.split(['/', '?']).next().unwrap_or_default();
                authority.rsplit_once('@').is_some_and(|(user, _)| user.contains(':')) || rest.contains("password=")
            })
        };
        if self.state.as_ref().is_some_and(|state| has_password(&state.0)) {
            let wrong = tr("a password is never an option, which other users can see: set PGPASSWORD, or write ~/.pgpass");
            return Err(Failure::Usage(wrong.to_owned()));
        }
        check_path(self.path())
    }

    /// Returns the pairs of the arguments.
    pub(crate) fn pairs(&self) -> Pairs {
        Pairs::joined(&self.pairs)
    }

    /// Returns the time at which the messages were sent, in Unix milliseconds.
    pub(crate) fn sent(&self) -> Option<u64> {
        self.sent.map(|time| time.0)
    }

    pub(crate) fn detail(&self) -> Detail {
        self.all.try_into().unwrap_or(Detail::Status)
    }

    /// Returns the path that notifications are sent to.
    pub(crate) fn path(&self) -> &str {
        self.path.as_ref().map_or("/", |path| &path.0)
    }

    /// Returns the limits of the plan.
    pub(crate) fn plan(&self) -> PlanConfig {
        let mut config = if self.listen.is_some() { PlanConfig::with_push() } else { PlanConfig::default() };
        config.at_once = self.limits.at_once;
        config.batch_size = self.limits.batch;
        config.batch_gap_ms = config.batch_gap_ms.saturating_mul(self.limits.programs.into());
        config.has_history = !self.limits.no_history;
        config
    }
}
