//! The checks: the network, the certificate, the call and the clock.

use std::net::{SocketAddr, TcpStream, ToSocketAddrs as _};
use std::time::{Duration, Instant};

use anstyle::Style;
use jiff::Timestamp;
use jiff::fmt::rfc2822;
use serde::Serialize;
use smsc_client::{Balance, Client, Error};
use unicode_width::UnicodeWidthStr as _;

use super::certificate::describe;
use crate::failure::{Failure, reason};
use crate::lang::{fill, tr};
use crate::output::Out;
use crate::service::connection::Connection;
use crate::table::{BAD, GOOD};

/// The longest time for a connection.
const TIME: Duration = Duration::from_secs(5);

/// The difference of two clocks from which on it is worth a word.
const SKEW: i64 = 60;

/// The result of one check.
#[derive(Serialize)]
pub(super) struct Check {
    /// `credentials`, `proxy`, `dns`, `tcp`, `tls`, `call` or `clock`.
    #[serde(rename = "check")]
    name: &'static str,
    result: Verdict,
    detail: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Verdict {
    Ok,
    Failed,
    /// The check says nothing by itself, or was not possible.
    Note,
}

/// The checks so far.
pub(super) struct Checks {
    checks: Vec<Check>,
    /// The time for a connection.
    time: Duration,
}

impl Checks {
    /// Starts without a check. A connection has this time, and five seconds at most.
    pub(super) fn new(time: Duration) -> Self {
        Self { checks: Vec::new(), time: time.min(TIME) }
    }

    pub(super) fn all(&self) -> &[Check] {
        &self.checks
    }

    pub(super) fn note(&mut self, name: &'static str, detail: String) {
        self.checks.push(Check { name, result: Verdict::Note, detail });
    }

    fn add(&mut self, name: &'static str, result: Result<String, String>) -> bool {
        let is_ok = result.is_ok();
        let (result, detail) = result.map_or_else(|detail| (Verdict::Failed, detail), |detail| (Verdict::Ok, detail));
        self.checks.push(Check { name, result, detail });
        is_ok
    }

    /// Checks the way to the service: the name of a host, a connection and its certificate. A reserve
    /// host is checked if the one before it fails. A proxy makes the connection itself, so that only the
    /// call shows whether it can.
    pub(super) fn network(&mut self, connection: &Connection) {
        for host in &connection.hosts {
            if let Some(proxy) = connection.transport.proxy(host) {
                return self.note("proxy", fill("{0}, which connects to {1} itself", &[&proxy, host]));
            }
            if self.host(connection, host) {
                return;
            }
        }
    }

    /// Checks the way to a host. Returns whether it can be used.
    fn host(&mut self, connection: &Connection, host: &str) -> bool {
        let port = if connection.is_plain { 80 } else { 443 };
        let target = if host.contains(':') { host.to_owned() } else { format!("{host}:{port}") };
        let addresses: Vec<_> = match target.to_socket_addrs() {
            Ok(addresses) => addresses.collect(),
            Err(error) => return self.add("dns", Err(fill("{0} was not found: {1}", &[&host, &reason(&error)]))),
        };
        let list: Vec<_> = addresses.iter().map(|address| address.ip().to_string()).collect();
        self.add("dns", Ok(format!("{host}: {}", list.join(", "))));
        match self.connect(&addresses) {
            Some(_) if connection.is_plain => true,
            Some(address) => self.tls(connection, host, address),
            None => false,
        }
    }

    /// Connects to each address, and returns the first one that accepts.
    fn connect(&mut self, addresses: &[SocketAddr]) -> Option<SocketAddr> {
        let mut first = None;
        for address in addresses {
            let start = Instant::now();
            let result = TcpStream::connect_timeout(address, self.time);
            let milliseconds = start.elapsed().as_millis();
            let is_ok = self.add(
                "tcp",
                match result {
                    Ok(_) => Ok(fill("{0} accepted a connection after {1} ms", &[address, &milliseconds])),
                    Err(error) => Err(fill("{0}: {1}", &[address, &reason(&error)])),
                },
            );
            first = first.or_else(|| is_ok.then_some(*address));
        }
        first
    }

    fn tls(&mut self, connection: &Connection, host: &str, address: SocketAddr) -> bool {
        let handshake = connection.transport.handshake(host, address);
        let certificate = handshake.certificate.as_deref().and_then(describe);
        let certificate = certificate.unwrap_or_else(|| tr("no certificate").to_owned());
        self.add(
            "tls",
            match handshake.failure {
                None => Ok(certificate),
                Some(failure) => Err(format!("{}; {certificate}", tr(&failure.to_string()))),
            },
        )
    }

    /// Adds the result of the call.
    pub(super) fn call(&mut self, connection: &Connection, answer: Result<&Balance, &Error>) {
        self.add(
            "call",
            match answer {
                Ok(_) => Ok(tr("balance.php answered, and the credentials are accepted").to_owned()),
                Err(error) => Err(connection.sentence(error)),
            },
        );
    }

    /// Compares the clock of this machine with that of the server.
    pub(super) fn clock(&mut self, client: &Client) {
        let Some(date) = client.server_date() else { return };
        let Ok(server) = rfc2822::parse(&date.text) else {
            return self.note("clock", tr("the server's date cannot be read").to_owned());
        };
        let age = client.get_gate().clock().now().saturating_sub(date.at).as_secs();
        let skew = Timestamp::now().as_second() - i64::try_from(age).unwrap_or(0) - server.timestamp().as_second();
        let detail = match skew {
            -1..=1 => tr("as the server's").to_owned(),
            2.. => fill("{0} s ahead of the server's", &[&skew]),
            _ => fill("{0} s behind the server's", &[&-skew]),
        };
        if skew.abs() > SKEW {
            self.note("clock", fill("{0}: {1}", &[&detail, &tr("set the clock of this machine")]));
        } else {
            self.add("clock", Ok(detail));
        }
    }
}

/// Prints the checks, one a line.
pub(super) fn print(checks: &[Check], out: &mut Out) -> Result<(), Failure> {
    let width = checks.iter().map(|check| check.name.len()).max().unwrap_or(0);
    let verdicts = checks.iter().map(|check| word(check.result).width()).max().unwrap_or(0);
    for Check { name, result, detail } in checks {
        let verdict = word(*result);
        let style = match result {
            Verdict::Ok => GOOD,
            Verdict::Failed => BAD,
            Verdict::Note => Style::new(),
        };
        let pad = " ".repeat(verdicts - verdict.width());
        if out.is_coloured {
            out.line(format_args!("{name:width$}  {style}{verdict}{style:#}{pad}  {detail}"))?;
        } else {
            out.line(format_args!("{name:width$}  {verdict}{pad}  {detail}"))?;
        }
    }
    Ok(())
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ok => tr("ok"),
        Verdict::Failed => tr("FAILED"),
        Verdict::Note => "–",
    }
}
