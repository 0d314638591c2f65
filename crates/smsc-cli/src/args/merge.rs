//! The options of `smsc merge`.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use clap::Args;
use smsc_proto::{Format, Query};

use super::inputs::{or_stdin, requested};
use super::output::Output;
use super::reply::Reply;
use super::values::{Setting, setting};
use crate::defaults::Defaults;
use crate::failure::Failure;
use crate::ids::{Pairs, PairsParser};

#[derive(Debug, Args)]
pub(crate) struct Merge {
    /// The files with reports; without a file, or with `-`, standard input is read. JSON is recognised:
    /// replies of fmt 3, and the lines of smsc decode, status, history, listen and merge
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The format (`fmt`) of the requests whose replies are not in JSON: 0 for `name = value`, 1 for
    /// values alone, 2 for XML [default: 1]
    #[arg(long, alias = "format", value_name = "0|1|2|3", value_parser = |text: &str| setting(text, 3))]
    fmt: Option<Setting>,
    #[command(flatten)]
    reply: Reply,
    /// Guess the options of the request that are not passed (--fmt, --all, --multi, --charset) from
    /// the first 64 KiB of each file, and print the guess on standard error; `guess` is also a value
    /// of --fmt and --all
    #[arg(long)]
    guess: bool,
    /// The pairs of id and phone that each reply was asked for: a report that lacks its id or its phone
    /// is that of the only pair it can be of, and pairs without a report are printed as missing
    #[arg(long, value_name = "ID:PHONE,…", allow_hyphen_values = true, value_parser = PairsParser)]
    ids: Option<Pairs>,
    /// The file with these pairs, or `-` for standard input: one ID:PHONE a line, or CSV with a header
    /// that has the columns id and phone
    #[arg(long, value_name = "FILE", conflicts_with = "ids")]
    ids_file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) output: Output,
}

impl Merge {
    /// Sets the options that hold if none is passed. A guess uses none of them.
    pub(super) fn set_defaults(&mut self, configured: Defaults) {
        if !self.is_guess() {
            self.reply.set_defaults(configured);
        }
    }

    /// Returns the files to read, of which there is at least one; `None` is standard input.
    pub(crate) fn files(&self) -> Vec<Option<&Path>> {
        or_stdin(&self.files)
    }

    /// Returns the requested pairs, or `None` without `--ids` and `--ids-file`. Fails if the file
    /// cannot be read or parsed.
    pub(crate) fn pairs(&self) -> Result<Option<Cow<'_, Pairs>>, Failure> {
        requested(&self.files(), self.ids_file.as_deref(), self.ids.as_ref())
    }

    /// Returns the request of the replies that are not in JSON.
    pub(crate) fn query<'q>(&self) -> Query<'q> {
        self.reply.query(self.reply.format(self.fmt).unwrap_or(Format::Values))
    }

    /// Returns whether options of the requests are to be guessed.
    pub(crate) fn is_guess(&self) -> bool {
        self.guess || [self.fmt, self.reply.all].contains(&Some(Setting::Guess))
    }

    /// Returns whether a guess has every option that was passed.
    pub(crate) fn allows(&self, guess: &Query<'_>) -> bool {
        self.reply.allows(self.fmt, guess)
    }
}
