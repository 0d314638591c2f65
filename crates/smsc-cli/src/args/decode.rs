//! The options of `smsc decode`.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use clap::Args;
use smsc_proto::{Charset, CostMode, Detail, Format, Query, Requested};

use super::inputs::{or_stdin, requested};
use super::output::Output;
use super::reply::{Call, Reply};
use super::values::{KindArg, Setting, setting};
use crate::defaults::Defaults;
use crate::failure::Failure;
use crate::ids::{Pairs, PairsParser};
use crate::lang::fill;

#[derive(Debug, Args)]
pub(crate) struct Decode {
    /// The files with the bodies of replies to the same request; without a file, or with `-`,
    /// standard input is read
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The call that the reply is to. Only --reply status has the options --all, --guess, --ids and
    /// --ids-file; --multi is for delete too, --kind for history, --cost for send alone
    #[arg(long = "reply", value_name = "CALL", value_enum, default_value = "status", ignore_case = true)]
    call: Call,
    /// The format (`fmt`) of the request: 0 for `name = value`, 1 for values alone, 2 for XML, 3
    /// for JSON [default: 1 with --reply status and delete, otherwise 3]
    #[arg(long, alias = "format", value_name = "0|1|2|3", value_parser = |text: &str| setting(text, 3))]
    fmt: Option<Setting>,
    #[command(flatten)]
    reply: Reply,
    /// The option `cost` of the request, for --reply send [default: 0]
    #[arg(long, value_name = "0|1|2|3", value_parser = clap::value_parser!(u8).range(0..=3))]
    cost: Option<u8>,
    /// Guess the options of the request that are not passed (--fmt, --all, --multi, --charset) from
    /// the first 64 KiB of the reply, and print the guess on standard error; `guess` is also a value
    /// of --fmt and --all
    #[arg(long)]
    guess: bool,
    /// The requested pairs of id and phone, in the order of the request; reports the missing and
    /// the unexpected ones. For many pairs, and to keep phones out of the list of processes and the
    /// shell's history, use --ids-file
    #[arg(long, value_name = "ID:PHONE,…", allow_hyphen_values = true, value_parser = PairsParser)]
    ids: Option<Pairs>,
    /// The file with the requested pairs of id and phone, in the order of the request, or `-` for
    /// standard input: one ID:PHONE a line, or CSV with a header that has the columns id and phone
    #[arg(long, value_name = "FILE", conflicts_with = "ids")]
    ids_file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) output: Output,
}

impl Decode {
    /// Sets the options that hold if none is passed: those that the call has, of those which are
    /// configured for replies of status.php. A guess uses none of them.
    pub(super) fn set_defaults(&mut self, configured: Defaults) {
        if self.is_guess() {
            return;
        }
        let charset = configured.charset;
        self.reply.set_defaults(match self.call {
            Call::Status => configured,
            Call::Delete => Defaults { all: None, ..configured },
            _ => Defaults { charset, ..Defaults::default() },
        });
    }

    /// Returns the files to read, of which there is at least one; `None` is standard input.
    pub(crate) fn files(&self) -> Vec<Option<&Path>> {
        or_stdin(&self.files)
    }

    /// Returns the requested pairs, or `None` without `--ids` and `--ids-file`. Fails if the file
    /// cannot be read or parsed.
    pub(crate) fn pairs(&self) -> Result<Option<Cow<'_, Pairs>>, Failure> {
        if self.files.len() > 1 && (self.ids_file.is_some() || self.ids.is_some()) {
            return Err(Failure::TwoReplies);
        }
        requested(&self.files(), self.ids_file.as_deref(), self.ids.as_ref())
    }

    /// Returns the call that the reply is to.
    pub(crate) const fn call(&self) -> Call {
        self.call
    }

    /// Fails if an option was passed that belongs to another call.
    pub(crate) fn check_call(&self) -> Result<(), Failure> {
        let is_guess = self.guess || self.fmt == Some(Setting::Guess);
        let options = [
            ("--all", self.reply.all.is_some(), &[Call::Status][..]),
            ("--multi", self.reply.multi, &[Call::Status, Call::Delete]),
            ("--kind", self.reply.kind != KindArg::Auto, &[Call::Status, Call::History]),
            ("--guess", is_guess, &[Call::Status]),
            ("--ids", self.ids.is_some(), &[Call::Status]),
            ("--ids-file", self.ids_file.is_some(), &[Call::Status]),
            ("--cost", self.cost.is_some(), &[Call::Send]),
        ];
        for (name, is_passed, calls) in options {
            if is_passed && !calls.contains(&self.call) {
                let calls: Vec<_> = calls.iter().map(|call| call.name()).collect();
                let sentence = "{0} cannot be used with --reply {1}: it is for --reply {2}";
                return Err(Failure::Usage(fill(sentence, &[&name, &self.call.name(), &calls.join(", ")])));
            }
        }
        Ok(())
    }

    /// Returns the format of the request.
    pub(crate) fn format(&self) -> Format {
        self.reply.format(self.fmt).unwrap_or(self.call.default_format())
    }

    /// Returns the charset of the request.
    pub(crate) fn charset(&self) -> Charset {
        self.reply.charset()
    }

    /// Returns the `cost` of the request.
    pub(crate) fn cost(&self) -> CostMode {
        self.cost.and_then(|number| number.try_into().ok()).unwrap_or_default()
    }

    /// Returns the request of a reply that has records, with the requested pairs.
    pub(crate) fn query<'a>(&self, requested: Option<&'a [Requested<'a>]>) -> Query<'a> {
        if self.call == Call::History {
            return Query::new(self.format(), Detail::Full).batch().charset(self.charset()).kind(self.reply.kind.into());
        }
        let query = self.reply.query(self.format());
        requested.map_or(query, |requested| query.requested(requested))
    }

    /// Returns whether options of the request are to be guessed.
    pub(crate) fn is_guess(&self) -> bool {
        self.guess || [self.fmt, self.reply.all].contains(&Some(Setting::Guess))
    }

    /// Returns whether a guess has every option that was passed.
    pub(crate) fn allows(&self, guess: &Query<'_>) -> bool {
        self.reply.allows(self.fmt, guess)
    }
}
