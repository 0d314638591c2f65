//! Faults: what can go wrong between the service and a client, on demand.

use serde::Deserialize;

/// A fault of a reply. The request has been carried out all the same, unless the rule is
/// [`lost`](FaultRule::lost).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Fault {
    /// An empty body.
    Empty,
    /// An HTML page with the HTTP status 502.
    Html,
    /// The body `OK`.
    Ok,
    /// The response ends after this number of bytes of its body.
    Cut {
        /// The number of bytes.
        bytes: usize,
    },
    /// No response, and an open connection.
    Stall,
    /// The connection is reset instead of a response.
    Reset,
    /// A `Content-Type` with another charset than that of the body.
    WrongCharset,
    /// The records of a batch in the reverse order.
    WrongOrder,
    /// The first record of a batch twice.
    Doubled,
    /// A redirect to another host, which must not be followed.
    Redirect {
        /// The URL in `Location`.
        to: String,
    },
    /// One byte after the other, with a pause between them.
    Drip {
        /// The pause in milliseconds.
        pause_ms: u64,
    },
}

/// A fault, and the requests that it is for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct FaultRule {
    /// The fault.
    #[serde(flatten)]
    pub fault: Fault,
    /// The script whose replies have the fault, such as `send.php`; every one if it is left out.
    #[serde(default)]
    pub script: Option<String>,
    /// A mark that the request gets lost on its way: it is not carried out, and its reply is empty.
    #[serde(default)]
    pub lost: bool,
    /// The number of replies that have the fault.
    #[serde(default = "once")]
    pub times: u32,
}

const fn once() -> u32 {
    1
}

impl FaultRule {
    pub(crate) fn applies_to(&self, script: &str) -> bool {
        self.script.as_deref().is_none_or(|of| of == script)
    }
}
