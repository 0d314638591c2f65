//! The command line.

mod explain;

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::builder::TypedValueParser;
use clap::error::ErrorKind;
use clap::{Arg, Args, Parser, Subcommand, ValueEnum};

use smsc_proto::{Charset, Detail, Format, Lang, MessageKind, Query, Requested};

pub(crate) use explain::{Diagnose, Explain, What};

/// Reads what SMSC.ru answers to status.php, and says what it means.
#[derive(Debug, Parser)]
#[command(name = "smsc", version, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  smsc explain 20 1                                a status and its err
  smsc explain 20 1 --type email --lang fr         the same numbers of an e-mail, in French
  smsc explain -3                                  a status alone
  smsc explain --api-error 9                       the number of a refused request
  smsc explain --flag 1832                         the bitfield
  smsc explain --getcourse \"Просрочено\"             a text that GetCourse shows
  smsc explain --clicksend 13                      a row of ClickSend's list
  smsc explain --clicksend \"Absent subscriber\"      its words: every row that fits, best first";

const DIAGNOSE_EXAMPLES: &str = "\
Examples:
  smsc diagnose no-connection
  smsc diagnose api-error 2 --lang ru";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read a reply, and print it as a table or as JSON
    ///
    /// The options repeat what the request asked for, because the same bytes mean different things to different requests. After a request for
    /// several messages with fmt=1&all=2, for example: smsc decode reply.txt --all 2 --multi
    ///
    /// Exit status: 0 if all of it was read (an error of the API is a good reading), 1 if something was malformed, 2 for wrong usage or a file
    /// that cannot be read.
    Decode(Decode),
    /// Rewrite a reply in another format
    ///
    /// What the new format cannot carry is replaced or dropped: a character that the charset lacks, a line break in a batch of lines, a field that the
    /// format has no place for. With --strict it is refused, and nothing is written behind it.
    ///
    /// Exit status: 0 if all of it was converted, 1 if something was malformed or refused, 2 for wrong usage or a file that cannot be read.
    Convert(Convert),
    /// Say what codes or texts mean, and what to do
    ///
    /// Whether it is final, whose move it is, whether to send again and when, and whether to stop writing to this recipient.
    ///
    /// Exit status: 0 if it was explained (numbers that are not known are, carefully), 1 for a text that is not known, with the nearest known ones, 2 for
    /// wrong usage.
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(Explain),
    /// List the causes of a symptom in the order in which to check them
    #[command(after_help = DIAGNOSE_EXAMPLES)]
    Diagnose(Diagnose),
    /// Explain the bitfield `flag`
    Flags(Flags),
    /// Print the tables of codes and texts, and what they mean
    Codes(Codes),
}

/// The reply, and what the request asked for.
#[derive(Debug, Args)]
pub(crate) struct Reply {
    /// The file with the reply's body; `-`, or nothing, reads standard input
    pub(crate) file: Option<PathBuf>,
    /// The request's all [default: 0]
    #[arg(long, value_name = "0|1|2", default_value = "0", value_parser = clap::value_parser!(u8).range(0..=2), hide_default_value = true)]
    all: u8,
    /// The reply is a batch: several phones or ids were asked for, or one with a comma behind it
    #[arg(long)]
    multi: bool,
    /// The request's charset
    #[arg(long, value_enum, default_value = "windows-1251", ignore_case = true)]
    charset: CharsetArg,
    /// What the messages are, if that is known: messages to phones, requests about a subscriber's network, or e-mails
    #[arg(long, value_enum, default_value = "auto")]
    kind: KindArg,
}

impl Reply {
    fn query<'q>(&self, fmt: u8) -> Query<'q> {
        let format = Format::try_from(fmt).unwrap_or(Format::Values);
        let all = Detail::try_from(self.all).unwrap_or(Detail::Status);
        let query = Query::new(format, all).charset(self.charset.into()).kind(self.kind.into());
        if self.multi { query.batch() } else { query }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Decode {
    /// The request's fmt: 0 for `name = value`, 1 for bare values, 2 for XML, 3 for JSON [default: 1]
    #[arg(long, value_name = "0|1|2|3", default_value = "1", value_parser = clap::value_parser!(u8).range(0..=3), hide_default_value = true)]
    fmt: u8,
    #[command(flatten)]
    pub(crate) reply: Reply,
    /// The pairs that were asked for, in their order; says which did not come back
    #[arg(long, value_name = "ID:PHONE,…", value_parser = PairsParser)]
    ids: Option<Pairs>,
    /// Print one JSON object a line, with the names of fmt 3
    #[arg(long)]
    pub(crate) json: bool,
    /// Add to each JSON object of a message or an error what it means, as "outcome"; the table shows it in any case
    #[arg(long)]
    pub(crate) outcome: bool,
    /// The language of names and outcomes
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: LangArg,
}

#[derive(Debug, Args)]
pub(crate) struct Convert {
    /// The format of the reply
    #[arg(long, value_name = "0|1|2|3", value_parser = clap::value_parser!(u8).range(0..=3))]
    from_fmt: u8,
    /// The format to write
    #[arg(long, value_name = "0|1|2|3", value_parser = clap::value_parser!(u8).range(0..=3))]
    to_fmt: u8,
    #[command(flatten)]
    pub(crate) reply: Reply,
    /// The charset to write, if it is not that of the request
    #[arg(long, value_enum, ignore_case = true)]
    to_charset: Option<CharsetArg>,
    /// Refuse what the new format cannot carry, instead of replacing or dropping it
    #[arg(long)]
    pub(crate) strict: bool,
}

impl Convert {
    /// The request that the reply answers.
    pub(crate) fn from(&self) -> Query<'static> {
        self.reply.query(self.from_fmt)
    }

    /// The request that the new reply would answer.
    pub(crate) fn to(&self) -> Query<'static> {
        let query = self.reply.query(self.to_fmt);
        self.to_charset.map_or(query, |charset| query.charset(charset.into()))
    }
}

#[derive(Debug, Args)]
pub(crate) struct Flags {
    /// The value of `flag`: 0 to 65535, or in hexadecimal as 0x0728
    #[arg(value_parser = parse_flag)]
    pub(crate) number: u16,
    /// Print a JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Codes {
    /// Print one JSON object a line
    #[arg(long)]
    pub(crate) json: bool,
}

impl Decode {
    /// The pairs that were asked for.
    pub(crate) fn requested(&self) -> Option<Vec<Requested<'_>>> {
        let pairs = self.ids.as_ref()?;
        Some(pairs.0.iter().map(|(id, phone)| Requested { id: *id, phone }).collect())
    }

    /// The request that the reply answers.
    pub(crate) fn query<'a>(&self, requested: Option<&'a [Requested<'a>]>) -> Query<'a> {
        let query = self.reply.query(self.fmt);
        requested.map_or(query, |requested| query.requested(requested))
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum CharsetArg {
    #[value(name = "windows-1251", alias = "cp1251")]
    Windows1251,
    #[value(name = "koi8-r")]
    Koi8R,
    #[value(name = "utf-8", alias = "utf8")]
    Utf8,
}

impl From<CharsetArg> for Charset {
    fn from(arg: CharsetArg) -> Self {
        match arg {
            CharsetArg::Windows1251 => Self::Windows1251,
            CharsetArg::Koi8R => Self::Koi8R,
            CharsetArg::Utf8 => Self::Utf8,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum KindArg {
    Auto,
    Sms,
    Hlr,
    Email,
}

impl From<KindArg> for MessageKind {
    fn from(arg: KindArg) -> Self {
        match arg {
            KindArg::Auto => Self::Auto,
            KindArg::Sms => Self::Sms,
            KindArg::Hlr => Self::Hlr,
            KindArg::Email => Self::Email,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum LangArg {
    En,
    Ru,
    Fr,
}

impl From<LangArg> for Lang {
    fn from(arg: LangArg) -> Self {
        match arg {
            LangArg::En => Self::En,
            LangArg::Ru => Self::Ru,
            LangArg::Fr => Self::Fr,
        }
    }
}

/// The pairs of `--ids`, in their order.
#[derive(Clone, Debug)]
struct Pairs(Vec<(u32, String)>);

/// Says what is wrong with `--ids` without showing the value, which has phones in it.
#[derive(Clone)]
struct PairsParser;

impl TypedValueParser for PairsParser {
    type Value = Pairs;

    fn parse_ref(&self, command: &clap::Command, _: Option<&Arg>, value: &OsStr) -> Result<Pairs, clap::Error> {
        let pairs = value.to_str().ok_or_else(|| "it is not UTF-8".to_owned()).and_then(parse_pairs);
        pairs.map_err(|why| {
            clap::Error::raw(ErrorKind::ValueValidation, format!("invalid value for '--ids <ID:PHONE,…>': {why}\n"))
                .with_cmd(command)
        })
    }
}

/// Reads the pairs; as in the request, a comma may follow the last of them (R2).
fn parse_pairs(pairs: &str) -> Result<Pairs, String> {
    let pairs = pairs.trim().strip_suffix(',').unwrap_or(pairs);
    pairs.split(',').map(parse_pair).collect::<Result<_, _>>().map(Pairs)
}

fn parse_pair(pair: &str) -> Result<(u32, String), String> {
    let (id, phone) = pair.split_once(':').ok_or("a pair is written ID:PHONE")?;
    let (id, phone) = (id.trim(), phone.trim());
    let id = id.parse().ok().filter(|id| (1..=0x7fff_ffff).contains(id)).ok_or("an id is a number from 1 to 2147483647")?;
    if phone.is_empty() {
        return Err("the phone behind the colon is missing".to_owned());
    }
    Ok((id, phone.to_owned()))
}

fn parse_flag(number: &str) -> Result<u16, String> {
    let parsed = match number.strip_prefix("0x").or_else(|| number.strip_prefix("0X")) {
        Some(digits) => u16::from_str_radix(digits, 16),
        None => number.parse(),
    };
    parsed.map_err(|_| "flag is a number from 0 to 65535".to_owned())
}
