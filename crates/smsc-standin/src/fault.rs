//! Faults: what can go wrong between the service and a client, on demand.

use serde::Deserialize;

/// The names of the scripts of the service.
pub(crate) const SCRIPTS: [&str; 5] = ["send.php", "status.php", "balance.php", "get.php", "info.php"];

/// A fault of a reply. The request has been carried out all the same, unless the rule is
/// [`lost`](FaultRule::lost).
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[serde(try_from = "Keys")]
pub struct FaultRule {
    /// The fault.
    pub fault: Fault,
    /// The script whose replies have the fault, such as `send.php`; every one if it is left out.
    pub script: Option<String>,
    /// A mark that the request gets lost on its way: it is not carried out, and its reply is empty.
    pub lost: bool,
    /// The number of replies that have the fault.
    pub times: u32,
}

/// The keys of a rule in a scenario or a request to `/control`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Keys {
    kind: Kind,
    bytes: Option<usize>,
    to: Option<String>,
    pause_ms: Option<u64>,
    script: Option<String>,
    #[serde(default)]
    lost: bool,
    #[serde(default = "once")]
    times: u32,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Empty,
    Html,
    Ok,
    Cut,
    Stall,
    Reset,
    WrongCharset,
    WrongOrder,
    Doubled,
    Redirect,
    Drip,
}

const fn once() -> u32 {
    1
}

impl TryFrom<Keys> for FaultRule {
    type Error = &'static str;

    fn try_from(keys: Keys) -> Result<Self, Self::Error> {
        let Keys { kind, bytes, to, pause_ms, script, lost, times } = keys;
        let fault = match (kind, bytes, to, pause_ms) {
            (Kind::Cut, Some(bytes), None, None) => Fault::Cut { bytes },
            (Kind::Redirect, None, Some(to), None) => Fault::Redirect { to },
            (Kind::Drip, None, None, Some(pause_ms)) => Fault::Drip { pause_ms },
            (Kind::Cut | Kind::Redirect | Kind::Drip, ..) => {
                return Err("expected `bytes` of cut, `to` of redirect, `pause_ms` of drip");
            }
            (Kind::Empty, None, None, None) => Fault::Empty,
            (Kind::Html, None, None, None) => Fault::Html,
            (Kind::Ok, None, None, None) => Fault::Ok,
            (Kind::Stall, None, None, None) => Fault::Stall,
            (Kind::Reset, None, None, None) => Fault::Reset,
            (Kind::WrongCharset, None, None, None) => Fault::WrongCharset,
            (Kind::WrongOrder, None, None, None) => Fault::WrongOrder,
            (Kind::Doubled, None, None, None) => Fault::Doubled,
            _ => return Err("`bytes` is for cut alone, `to` for redirect, `pause_ms` for drip"),
        };
        if script.as_deref().is_some_and(|script| !SCRIPTS.contains(&script)) {
            return Err("`script`: expected send.php, status.php, balance.php, get.php or info.php");
        }
        Ok(Self { fault, script, lost, times })
    }
}

impl FaultRule {
    pub(crate) fn applies_to(&self, script: &str) -> bool {
        self.script.as_deref().is_none_or(|of| of == script)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(text: &str) -> Result<FaultRule, String> {
        toml::from_str(text).map_err(|error| error.message().to_owned())
    }

    #[test]
    fn a_rule_has_the_keys_of_its_kind() {
        assert_eq!(rule("kind = 'cut'\nbytes = 3").map(|rule| rule.fault), Ok(Fault::Cut { bytes: 3 }));
        assert_eq!(rule("kind = 'wrong-order'\ntimes = 2").map(|rule| rule.times), Ok(2));
        for wrong in [
            "kind = 'cut'",
            "kind = 'html'\nbytes = 3",
            "kind = 'html'\nscrpt = 'send.php'",
            "kind = 'html'\nscript = 'send'",
            "kind = 'x'",
        ] {
            assert!(rule(wrong).is_err(), "{wrong}");
        }
    }
}
