//! The options of a message to send, whichever command sends it.

use std::path::PathBuf;

use clap::Args;
use smsc_proto::request::{SendKind, Translit, Validity};

use super::values::{Hidden, Id, parse_id, parse_kind, parse_validity};

/// A message, apart from the form of the reply.
#[derive(Debug, Args)]
pub(crate) struct Order {
    /// The phones, or the addresses of e-mail. To keep them out of the list of processes and the shell's
    /// history, use --phones-file
    #[arg(value_name = "PHONE", required_unless_present = "phones_file", conflicts_with = "phones_file")]
    pub(crate) phones: Vec<Hidden>,
    /// The file with the phones, one a line, or `-` for standard input
    #[arg(long, value_name = "FILE")]
    pub(crate) phones_file: Option<PathBuf>,
    /// The text
    #[arg(long, conflicts_with = "text_file")]
    pub(crate) text: Option<Hidden>,
    /// The file with the text, in UTF-8, or `-` for standard input
    #[arg(long, value_name = "FILE")]
    pub(crate) text_file: Option<PathBuf>,
    /// The kind of the messages: sms, flash, push, hlr, bin, ping, mms, mail, call, viber, soc, tg or
    /// whatsapp
    #[arg(long, default_value = "sms", ignore_case = true, value_parser = parse_kind)]
    pub(crate) kind: SendKind,
    /// An id of your own: a number, or up to 40 letters, digits, dots, `-` and `_`
    #[arg(long, value_parser = parse_id)]
    pub(crate) id: Option<Id>,
    /// The sender, which is registered with the service
    #[arg(long)]
    pub(crate) sender: Option<String>,
    /// When to send: `DDMMYYhhmm`, `DD.MM.YY hh:mm`, h1-h2, 0 and Unix seconds, or + and minutes
    #[arg(long, allow_hyphen_values = true)]
    pub(crate) time: Option<String>,
    /// How long to try to deliver: 1 to 24 hours, or hh:mm
    #[arg(long, value_parser = parse_validity)]
    pub(crate) valid: Option<Validity>,
    /// How to transliterate the text
    #[arg(long, value_name = "0|1|2", value_parser = clap::value_parser!(u8).range(0..=2))]
    translit: Option<u8>,
}

impl Order {
    pub(crate) fn translit(&self) -> Option<Translit> {
        Some([Translit::Off, Translit::Translit, Translit::LookAlike][usize::from(self.translit?)])
    }
}
