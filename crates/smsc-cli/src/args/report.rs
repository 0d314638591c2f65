//! The options of `smsc report`.

use std::path::{Path, PathBuf};

use clap::Args;
use smsc_proto::request::Date;
use smsc_proto::{Charset, Format, Query};
use smsc_report::Zone;

use super::inputs::or_stdin;
use super::reply::Reply;
use super::values::{parse_date, parse_zone};

#[derive(Debug, Args)]
pub(crate) struct Report {
    /// The files with the bodies of replies; without a file, or with `-`, standard input is read
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The format (`fmt`) of the replies: 0 for `name = value`, 1 for values alone, 2 for XML, 3 for
    /// JSON [default: the one that the first bytes of each reply show]
    #[arg(long, alias = "format", value_name = "0|1|2|3", value_parser = clap::value_parser!(u8).range(0..=3))]
    fmt: Option<u8>,
    #[command(flatten)]
    pub(super) reply: Reply,
    /// Count messages that were sent on this day or later, as DD.MM.YYYY or YYYY-MM-DD. Messages
    /// without the time of their sending are left out
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub(crate) from: Option<Date>,
    /// Count messages that were sent on this day or before
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub(crate) to: Option<Date>,
    /// The time zone of days and hours: a name such as Europe/Moscow, or an offset such as +03:00
    /// [default: that of the account, if replies in fmt 2 or 3 show it, else UTC]
    #[arg(long, value_name = "ZONE", allow_hyphen_values = true, value_parser = parse_zone)]
    pub(crate) tz: Option<Zone>,
    /// The files of the period before, whose figures are shown beside those of this one
    #[arg(long, value_name = "FILE", num_args = 1..)]
    previous: Vec<PathBuf>,
    /// The reply to a request for the statistics of the account, in fmt 3, to compare with
    #[arg(long, value_name = "FILE")]
    pub(crate) statistics: Option<PathBuf>,
    /// The currency of the cost, which no reply has
    #[arg(long, value_name = "RUB")]
    pub(crate) currency: Option<String>,
    /// Every message is in the replies once: do not merge reports, which takes about 100 bytes of
    /// memory for each message. A period then needs --tz
    #[arg(long)]
    pub(crate) merged: bool,
    /// The file of the page, or `-` for standard output [default: standard output]
    #[arg(long, short, value_name = "OUT")]
    out: Option<PathBuf>,
    /// Write the tables of the page as files of CSV into this folder, which must not exist
    #[arg(long, value_name = "DIR")]
    pub(crate) csv: Option<PathBuf>,
    /// Write the phones not to be written to any more into this file, which its owner alone can read:
    /// CSV with phone, reason, since (in UTC) and times
    #[arg(long, value_name = "FILE")]
    pub(crate) suppress: Option<PathBuf>,
    /// Replace the files of --out and --suppress if they exist
    #[arg(long)]
    pub(crate) force: bool,
    /// Write the figures as a JSON object instead of the page
    #[arg(long, conflicts_with = "template")]
    pub(crate) json: bool,
    /// The template of the page, instead of the one that is built in
    #[arg(long, value_name = "FILE")]
    pub(crate) template: Option<PathBuf>,
    /// The number of threads [default: that of the processors]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
    // The number of bytes of a file that a thread reads at a time, for tests.
    #[arg(long, hide = true, default_value_t = 8 << 20)]
    pub(crate) part_bytes: u64,
}

impl Report {
    /// Returns the files to read, of which there is at least one; `None` is standard input.
    pub(crate) fn files(&self) -> Vec<Option<&Path>> {
        or_stdin(&self.files)
    }

    /// Returns the files of the period before.
    pub(crate) fn previous(&self) -> Vec<Option<&Path>> {
        self.previous.iter().map(|path| Some(path.as_path())).collect()
    }

    /// Returns the file of the page, or `None` for standard output.
    pub(crate) fn out(&self) -> Option<&Path> {
        self.out.as_deref().filter(|path| !crate::input::is_stdin(path))
    }

    /// Returns whether the format of the replies was passed.
    pub(crate) const fn is_format_known(&self) -> bool {
        self.fmt.is_some()
    }

    /// Returns the request of the replies.
    pub(crate) fn query(&self) -> Query<'static> {
        self.reply.query(self.fmt.and_then(|fmt| Format::try_from(fmt).ok()).unwrap_or(Format::Values))
    }

    /// Returns the charset of the replies.
    pub(crate) fn charset(&self) -> Charset {
        self.reply.charset()
    }
}
