//! The options of `smsc verify-callback`, and those that it shares with `smsc listen`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use smsc_proto::Charset;
use smsc_proto::callback::CallbackFormat;

use super::values::CharsetArg;
use super::values::Hidden;
use crate::failure::Failure;
use crate::lang::tr;

#[derive(Debug, Args)]
pub(crate) struct VerifyCallback {
    /// The file with the notification; without a file, or with `-`, standard input is read
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) handler: Handler,
    /// Print a JSON object
    #[arg(long)]
    pub(crate) json: bool,
    // Known in order to be rejected without a value in the message, which may be the secret.
    #[arg(hide = true)]
    more: Vec<Hidden>,
}

impl VerifyCallback {
    /// Fails if a secret is among the arguments, or may be.
    pub(crate) fn check(&self) -> Result<(), Failure> {
        self.handler.check()?;
        let wrong = tr("one notification is verified at a time: pass one file, and the secret with --secret-file");
        if self.more.is_empty() { Ok(()) } else { Err(Failure::Usage(wrong.to_owned())) }
    }

    /// Returns the file to read, or `None` for standard input.
    pub(crate) fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }
}

/// The handler of an account: how its notifications look, and how they are verified.
#[derive(Debug, Args)]
pub(crate) struct Handler {
    /// The format of the notification: a form, XML (`fmt=2` in the handler's URL) or JSON (`fmt=3`)
    #[arg(long, alias = "fmt", value_enum, default_value = "form", ignore_case = true)]
    format: FormatArg,
    /// The charset in the handler's URL [default: windows-1251]
    #[arg(long, value_enum, ignore_case = true)]
    charset: Option<CharsetArg>,
    /// The file with the secret; a line end at its end is no part of the secret. Without the option,
    /// the secret is in the variable `SMSC_CALLBACK_SECRET`
    #[arg(long, value_name = "FILE", conflicts_with = "unverified")]
    pub(crate) secret_file: Option<PathBuf>,
    /// Print what the notification says without verifying it: anybody may have sent it
    #[arg(long)]
    pub(crate) unverified: bool,
    // Known in order to be rejected without its value in the message.
    #[arg(long, hide = true, num_args = 0..=1, default_missing_value = "", allow_hyphen_values = true)]
    secret: Option<Hidden>,
}

impl Handler {
    /// Fails if a secret is among the options.
    pub(crate) fn check(&self) -> Result<(), Failure> {
        let wrong = tr("a secret is never an option, which other users can see: pass --secret-file, or set SMSC_CALLBACK_SECRET");
        if self.secret.is_none() { Ok(()) } else { Err(Failure::Usage(wrong.to_owned())) }
    }

    /// Returns the format of the notification.
    pub(crate) fn format(&self) -> CallbackFormat {
        self.format.into()
    }

    /// Returns the charset of the handler.
    pub(crate) fn charset(&self) -> Charset {
        self.charset.map_or(Charset::Windows1251, Into::into)
    }
}

/// Fails if the path of a handler is none.
pub(super) fn check_path(path: &str) -> Result<(), Failure> {
    let is_plain = path.bytes().all(|byte| byte.is_ascii_graphic()) && !path.contains(['?', '#']);
    if path.starts_with('/') && is_plain {
        return Ok(());
    }
    let wrong = tr("--path: expected a path in ASCII that starts with a slash, without a query, which may have the secret");
    Err(Failure::Usage(wrong.to_owned()))
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormatArg {
    Form,
    #[value(alias = "2")]
    Xml,
    #[value(alias = "3")]
    Json,
}

impl From<FormatArg> for CallbackFormat {
    fn from(arg: FormatArg) -> Self {
        match arg {
            FormatArg::Form => Self::Form,
            FormatArg::Xml => Self::Xml,
            FormatArg::Json => Self::Json,
        }
    }
}
