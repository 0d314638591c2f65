//! The command line.

mod explain;
pub(crate) mod request;
mod values;

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand};

use smsc_proto::{Charset, Detail, Format, Query, Requested};

use crate::failure::Failure;
use crate::ids::{Pairs, PairsParser};
use crate::input::is_stdin;

use values::{CharsetArg, KindArg, LangArg, Setting, number, parse_flag, parse_separator, setting};

pub(crate) use explain::{Diagnose, Explain, Status, What, question_text};

/// Decodes, converts and explains the delivery-status replies of the SMS gateway SMSC.ru
/// (`status.php`).
#[derive(Debug, Parser)]
#[command(name = "smsc", version, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// The language of the output: en, ru or fr [default: that of the locale]
    #[arg(long, global = true, value_enum, ignore_case = true, hide_possible_values = true)]
    // Read before the arguments are parsed.
    lang: Option<LangArg>,
}

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  smsc explain 20 1                                a status and its err; 20/1 and 20,1 too
  smsc explain 20 1 --type email --lang fr         the same codes for an e-mail, in French
  smsc explain -3                                  a status alone
  smsc explain err 6                               an err alone
  smsc explain \"no money\"                          a text from a log or a page, whoever wrote it
  smsc explain 0,-9                                an API error, as the server writes it
  smsc explain --api-error 9 --endpoint send       an API error, with the script that returned it
  smsc explain --flag 1832                         the bitfield `flag`
  smsc explain --getcourse \"Просрочено\"            a text that GetCourse shows
  smsc explain --clicksend \"Absent subscriber\"     words: every matching row, the best match first
  smsc explain --clicksend-row 13                  a row of the list on ClickSend's help page
  smsc explain --clicksend-receipt receipt.json    a delivery receipt, as JSON or a form
  smsc explain --story 0,20/6,-3                   all statuses of one message, the oldest first";

const DIAGNOSE_EXAMPLES: &str = "\
Examples:
  smsc diagnose                                    the symptoms, with their names
  smsc diagnose no-connection
  smsc diagnose api-error 2 --lang ru";

const REQUEST_EXAMPLES: &str = "\
Examples:
  smsc request status --ids 101:79990000001
  smsc request status --ids-file pairs.csv --all 2
  smsc request send 79990000001 --text \"Hello\" --id 101 --cost 1
  smsc request history --start 2026-11-29 --cnt 1000
  smsc request balance --show-secrets --only body | curl --data @- \"$(smsc request balance --only url)\"";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Parse a reply and print it as a table or as JSON
    ///
    /// The options --fmt, --all, --multi and --charset must be those of the request, because the
    /// same bytes have different meanings in replies to different requests. For example, after a
    /// request for several messages with fmt=1&all=2: smsc decode reply.txt --all 2 --multi
    ///
    /// Exit status: 0 if the whole reply was parsed (also if the reply is an API error), 1 if
    /// anything was malformed, 2 for wrong usage or a file that cannot be read.
    Decode(Decode),
    /// Convert a reply to another format
    ///
    /// Anything that the new format cannot represent is replaced or dropped: a character that is
    /// not in the charset, a line break in a batch of fmt 1, a field that the format does not have.
    /// With --strict, the conversion stops with an error at the first such record.
    ///
    /// Exit status: 0 if the whole reply was converted, 1 if anything was malformed or rejected by
    /// --strict, 2 for wrong usage or a file that cannot be read.
    Convert(Convert),
    /// Explain what codes or texts mean and what to do
    ///
    /// Prints whether the result is final, who has to act, whether and when to send again, and
    /// whether to stop writing to this recipient.
    ///
    /// Several explanations are printed if nothing decides between them, for example for an API
    /// error without --endpoint.
    ///
    /// Exit status: 0 if it was explained (unknown codes are explained as unknown), 1 for an
    /// unknown text (the most similar known texts are printed) and for a `ClickSend` number that
    /// names two statuses, 2 for wrong usage or a file that cannot be read.
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(Explain),
    /// List the possible causes of a symptom, in the order in which to check them
    #[command(after_help = DIAGNOSE_EXAMPLES)]
    Diagnose(Diagnose),
    /// Explain the bitfield `flag`
    Flags(Flags),
    /// Print all known codes, texts and symptoms, with their meanings
    Codes(Codes),
    /// Print a request to the service, without sending it
    ///
    /// The URL and the body are for an HTTP client; credentials are masked unless --show-secrets is
    /// given. Wrong input is found before anything is sent.
    ///
    /// Exit status: 0 if the request was printed, 2 for wrong usage, a request that cannot be sent, or
    /// a file that cannot be read.
    #[command(after_help = REQUEST_EXAMPLES)]
    Request(request::Request),
}

/// The options of the request of a reply.
#[derive(Debug, Args)]
pub(crate) struct Reply {
    /// The option `all` of the request [default: 0]
    #[arg(long, value_name = "0|1|2", value_parser = |text: &str| setting(text, 2))]
    all: Option<Setting>,
    /// The reply is a batch: the request named several phones or ids, or one followed by a comma
    #[arg(long, alias = "batch")]
    multi: bool,
    /// The charset of the request [default: windows-1251]
    #[arg(long, value_enum, ignore_case = true)]
    charset: Option<CharsetArg>,
    /// The kind of all messages, if it is known: messages to phones (sms), requests about a
    /// subscriber's network (hlr), or e-mails; auto determines it for each message
    #[arg(long, value_enum, default_value = "auto", ignore_case = true)]
    kind: KindArg,
}

impl Reply {
    /// Returns the request of a reply in this format.
    fn query<'q>(&self, fmt: u8) -> Query<'q> {
        let format = Format::try_from(fmt).unwrap_or(Format::Values);
        let all = Detail::try_from(number(self.all).unwrap_or(0)).unwrap_or(Detail::Status);
        let query = Query::new(format, all).kind(self.kind.into());
        let query = self.charset.map_or(query, |charset| query.charset(charset.into()));
        if self.multi { query.batch() } else { query }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Decode {
    /// The files with the bodies of replies to the same request; without a file, or with `-`,
    /// standard input is read
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The format (`fmt`) of the request: 0 for `name = value`, 1 for values alone, 2 for XML, 3
    /// for JSON [default: 1]
    #[arg(long, alias = "format", value_name = "0|1|2|3", value_parser = |text: &str| setting(text, 3))]
    fmt: Option<Setting>,
    #[command(flatten)]
    reply: Reply,
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
    /// Print one JSON object per line, with the keys of fmt 3
    #[arg(long)]
    pub(crate) json: bool,
    /// Print CSV in UTF-8 with a byte order mark, as Excel reads it: a column for each key of fmt 3.
    /// The separator is a comma; for Excel with Russian or French settings use --csv=';'
    #[arg(long, conflicts_with = "json", value_name = "SEPARATOR", num_args = 0..=1, require_equals = true, default_missing_value = ",", value_parser = parse_separator)]
    pub(crate) csv: Option<u8>,
    /// Add the meaning: as the key "outcome" to each JSON object of a message or an API error, as
    /// further columns to CSV; the table always shows it
    #[arg(long)]
    pub(crate) outcome: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Convert {
    /// The file with the body of the reply; without a file, or with `-`, standard input is read
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// The format (`fmt`) of the reply: 0 for `name = value`, 1 for values alone, 2 for XML, 3 for
    /// JSON
    #[arg(long, aliases = ["fmt", "format"], value_name = "0|1|2|3", value_parser = clap::value_parser!(u8).range(0..=3))]
    from_fmt: u8,
    /// The format (`fmt`) to write: 0 for `name = value`, 1 for values alone, 2 for XML, 3 for JSON
    #[arg(long, value_name = "0|1|2|3", value_parser = clap::value_parser!(u8).range(0..=3))]
    to_fmt: u8,
    #[command(flatten)]
    reply: Reply,
    /// The charset to write, if it differs from that of the request
    #[arg(long, value_enum, ignore_case = true)]
    to_charset: Option<CharsetArg>,
    /// Stop with an error if the new format cannot represent a record, instead of replacing or
    /// dropping anything
    #[arg(long)]
    pub(crate) strict: bool,
}

impl Convert {
    /// Returns the request of the reply.
    pub(crate) fn from(&self) -> Query<'static> {
        self.reply.query(self.from_fmt)
    }

    /// Returns the request that the new reply is for.
    pub(crate) fn to(&self) -> Query<'static> {
        let query = self.reply.query(self.to_fmt);
        self.to_charset.map_or(query, |charset| query.charset(charset.into()))
    }
}

#[derive(Debug, Args)]
pub(crate) struct Flags {
    /// The value of `flag`: 0 to 65535, or hexadecimal such as 0x0728
    #[arg(value_parser = parse_flag)]
    pub(crate) number: u16,
    /// Print a JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Codes {
    /// Print one JSON object per line
    #[arg(long)]
    pub(crate) json: bool,
}

impl Decode {
    /// Returns the files to read, of which there is at least one; `None` is standard input.
    pub(crate) fn files(&self) -> Vec<Option<&Path>> {
        if self.files.is_empty() { vec![None] } else { self.files.iter().map(|path| Some(path.as_path())).collect() }
    }

    /// Returns the requested pairs, or `None` without `--ids` and `--ids-file`. Fails if the file
    /// cannot be read or parsed.
    pub(crate) fn pairs(&self) -> Result<Option<Cow<'_, Pairs>>, Failure> {
        let is_any_stdin = self.files().into_iter().any(|file| file.is_none_or(is_stdin));
        match (&self.ids_file, &self.ids) {
            (Some(_), _) | (_, Some(_)) if self.files.len() > 1 => Err(Failure::TwoReplies),
            (Some(path), _) if is_stdin(path) && is_any_stdin => Err(Failure::TwoInputs),
            (Some(path), _) => Pairs::read(path).map(|pairs| Some(Cow::Owned(pairs))),
            (None, ids) => Ok(ids.as_ref().map(Cow::Borrowed)),
        }
    }

    /// Returns the request of the reply, with the requested pairs.
    pub(crate) fn query<'a>(&self, requested: Option<&'a [Requested<'a>]>) -> Query<'a> {
        let query = self.reply.query(number(self.fmt).unwrap_or(1));
        requested.map_or(query, |requested| query.requested(requested))
    }

    /// Returns whether options of the request are to be guessed.
    pub(crate) fn is_guess(&self) -> bool {
        self.guess || [self.fmt, self.reply.all].contains(&Some(Setting::Guess))
    }

    /// Returns whether a guess has every option that was passed.
    pub(crate) fn allows(&self, guess: &Query<'_>) -> bool {
        let is_fmt = number(self.fmt).is_none_or(|fmt| fmt == guess.get_format() as u8);
        let is_all = number(self.reply.all).is_none_or(|all| all == guess.get_detail() as u8);
        let is_charset = self.reply.charset.is_none_or(|charset| Charset::from(charset) == guess.get_charset());
        is_fmt && is_all && is_charset && (guess.is_batch() || !self.reply.multi)
    }
}
