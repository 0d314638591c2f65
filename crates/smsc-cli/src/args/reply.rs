//! What a reply answers: the call, and the options of the request.

use clap::{Args, ValueEnum};
use smsc_proto::{Charset, Detail, Endpoint, Format, Query};

use super::values::{CharsetArg, KindArg, Setting, number, setting};
use crate::defaults::Defaults;

/// The call that a reply is to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Call {
    Status,
    Delete,
    History,
    Send,
    Balance,
    Operator,
    Incoming,
    Statistics,
}

impl Call {
    /// Returns the name of the call, as on the command line.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Delete => "delete",
            Self::History => "history",
            Self::Send => "send",
            Self::Balance => "balance",
            Self::Operator => "operator",
            Self::Incoming => "incoming",
            Self::Statistics => "statistics",
        }
    }

    /// Returns the endpoint whose API errors the reply has. Returns `None` for status.php: an error
    /// with an id, which is one of send.php, is recognised among its replies.
    pub(crate) const fn endpoint(self) -> Option<Endpoint> {
        match self {
            Self::Status | Self::Delete => None,
            Self::Send => Some(Endpoint::Send),
            Self::Balance => Some(Endpoint::Balance),
            Self::Operator => Some(Endpoint::Info),
            Self::History | Self::Incoming | Self::Statistics => Some(Endpoint::History),
        }
    }

    /// Returns the format of a reply for which no other one was passed. That of the other scripts is
    /// the one which is known for all of them.
    pub(super) const fn default_format(self) -> Format {
        match self {
            Self::Status | Self::Delete => Format::Values,
            _ => Format::Json,
        }
    }
}

/// The options of the request of a reply.
#[derive(Debug, Args)]
pub(crate) struct Reply {
    /// The option `all` of the request [default: 0]
    #[arg(long, value_name = "0|1|2", value_parser = |text: &str| setting(text, 2))]
    pub(super) all: Option<Setting>,
    /// The reply is a batch: the request named several phones or ids, or one followed by a comma
    #[arg(long, alias = "batch")]
    pub(super) multi: bool,
    /// The reply is no batch, even if the configuration has `multi`
    #[arg(long, overrides_with = "multi")]
    no_multi: bool,
    /// The charset of the request [default: windows-1251]
    #[arg(long, value_enum, ignore_case = true)]
    pub(super) charset: Option<CharsetArg>,
    /// The kind of all messages, if it is known: messages to phones (sms), requests about a
    /// subscriber's network (hlr), or e-mails; auto determines it for each message
    #[arg(long, value_enum, default_value = "auto", ignore_case = true)]
    pub(super) kind: KindArg,
    /// The options of the configuration, which do not count as passed.
    #[arg(skip)]
    defaults: Defaults,
}

impl Reply {
    /// Sets the options that hold if none is passed.
    pub(super) const fn set_defaults(&mut self, defaults: Defaults) {
        self.defaults = defaults;
    }

    /// Returns the format that was passed, or else the configured one, if there is any.
    pub(super) fn format(&self, fmt: Option<Setting>) -> Option<Format> {
        number(fmt).and_then(|fmt| Format::try_from(fmt).ok()).or(self.defaults.fmt)
    }

    /// Returns the charset of the request.
    pub(super) fn charset(&self) -> Charset {
        self.charset.map(Into::into).or(self.defaults.charset).unwrap_or(Charset::Windows1251)
    }

    /// Returns whether a guess has every option that was passed.
    pub(super) fn allows(&self, fmt: Option<Setting>, guess: &Query<'_>) -> bool {
        let is_fmt = number(fmt).is_none_or(|fmt| fmt == guess.get_format() as u8);
        let is_all = number(self.all).is_none_or(|all| all == guess.get_detail() as u8);
        let is_charset = self.charset.is_none_or(|charset| Charset::from(charset) == guess.get_charset());
        is_fmt && is_all && is_charset && (guess.is_batch() || !self.multi)
    }

    /// Returns the request of a reply in this format.
    pub(super) fn query<'q>(&self, format: Format) -> Query<'q> {
        let passed = number(self.all).and_then(|all| Detail::try_from(all).ok());
        let all = passed.or(self.defaults.all).unwrap_or(Detail::Status);
        let query = Query::new(format, all).kind(self.kind.into()).charset(self.charset());
        if self.multi || self.defaults.multi && !self.no_multi { query.batch() } else { query }
    }
}
