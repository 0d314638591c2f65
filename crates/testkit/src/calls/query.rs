//! Queries for the replies of the other scripts, in the form of the cases.

use encoding_rs::Encoding;
use serde::Deserialize;

use crate::cases::encoding;

/// What a script replies with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Script {
    /// A message that was sent, or a price (R60).
    Send,
    /// The balance of the account (R63).
    Balance,
    /// Incoming messages (R64a).
    Incoming,
    /// Statistics of the account (R64b).
    Statistics,
    /// The operator of a phone (R64c).
    Operator,
}

impl Script {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Send, Self::Balance, Self::Incoming, Self::Statistics, Self::Operator];

    /// Returns its name in the cases.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Send => "send",
            Self::Balance => "balance",
            Self::Incoming => "incoming",
            Self::Statistics => "statistics",
            Self::Operator => "operator",
        }
    }
}

/// A query for a reply of one of these scripts.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Call {
    /// The script and what it was asked for.
    #[serde(rename = "call")]
    pub script: Script,
    /// The requested format, 0 to 3. Incoming messages are in fmt 3 alone, whatever this is.
    pub fmt: u8,
    /// The request's `cost`, 0 to 3, which send.php alone has.
    #[serde(default)]
    pub cost: u8,
    /// The requested charset: `windows-1251`, `koi8-r` or `utf-8`.
    #[serde(default = "windows_1251")]
    pub charset: String,
}

fn windows_1251() -> String {
    "windows-1251".to_owned()
}

impl Call {
    /// Returns the decoder of the requested charset.
    ///
    /// # Panics
    ///
    /// Panics if the charset is not one of the three of R7.
    #[must_use]
    pub fn encoding(&self) -> &'static Encoding {
        encoding(&self.charset)
    }

    /// Returns the format of the reply.
    #[must_use]
    pub fn format(&self) -> u8 {
        if self.script == Script::Incoming { 3 } else { self.fmt }
    }
}
