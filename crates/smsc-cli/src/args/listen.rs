//! The options of `smsc listen`.

use std::path::PathBuf;

use clap::Args;

use super::callback::{Handler, check_path};
use super::values::Hidden;
use crate::failure::Failure;
use crate::lang::tr;

#[derive(Debug, Args)]
pub(crate) struct Listen {
    /// The address and the port to listen on; with the port 0, any that is free [default:
    /// 127.0.0.1:8126]
    #[arg(long = "listen", value_name = "ADDRESS:PORT", conflicts_with = "port")]
    address: Option<String>,
    /// The port to listen on, for this machine alone: short for --listen 127.0.0.1:N
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// The path of the handler's URL, without its query; other paths get the HTTP status 404
    /// [default: /]
    #[arg(long, value_name = "/PATH")]
    path: Option<Hidden>,
    #[command(flatten)]
    pub(crate) handler: Handler,
    /// Append the lines to this file, each of which is on the disk before the notification is
    /// answered; without the option, they are printed
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// The maximum length of a request's body, in bytes
    #[arg(long, value_name = "N", default_value = "65536", value_parser = clap::value_parser!(u32).range(1..=1 << 24))]
    pub(crate) max_body: u32,
    // Known in order to be rejected without a value in the message, which may be the secret.
    #[arg(hide = true)]
    more: Vec<Hidden>,
}

impl Listen {
    /// Fails if a secret is among the arguments, or may be, or if the path is none.
    pub(crate) fn check(&self) -> Result<(), Failure> {
        self.handler.check()?;
        if !self.more.is_empty() {
            let wrong = tr("expected options alone: pass the secret with --secret-file, and the file for the lines with --out");
            return Err(Failure::Usage(wrong.to_owned()));
        }
        check_path(self.path())
    }

    /// Returns the address and the port to listen on.
    pub(crate) fn address(&self) -> String {
        let of_port = |port: u16| format!("127.0.0.1:{port}");
        self.address.clone().unwrap_or_else(|| of_port(self.port.unwrap_or(8126)))
    }

    /// Returns the path that notifications are sent to.
    pub(crate) fn path(&self) -> &str {
        self.path.as_ref().map_or("/", |path| &path.0)
    }
}
