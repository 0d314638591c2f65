//! The hosts of a server, in the order in which they are tried.

use std::net::IpAddr;

use smsc_proto::request::{BalanceRequest, Request as _, RequestError, Server};

/// The hosts of a server. They are configured: no reply adds one.
#[derive(Clone, Debug)]
pub(crate) struct Hosts {
    hosts: Vec<String>,
    is_plain: bool,
}

impl Hosts {
    /// Copies the hosts of a server.
    pub(crate) fn new(server: &Server<'_>) -> Self {
        let mut url = String::new();
        // A `String` takes every URL.
        let _ = BalanceRequest::new().write_url(server, &mut url);
        Self { hosts: server.hosts().map(str::to_owned).collect(), is_plain: !url.starts_with("https:") }
    }

    pub(crate) const fn len(&self) -> usize {
        self.hosts.len()
    }

    /// Returns the host of this index. After the last one the first one follows.
    pub(crate) fn host(&self, index: usize) -> &str {
        self.hosts.get(index % self.hosts.len().max(1)).map_or("", String::as_str)
    }

    /// Returns the server that is asked on the host of this index.
    pub(crate) fn server(&self, index: usize) -> Result<Server<'_>, RequestError> {
        let server = Server::new(self.host(index))?;
        Ok(if self.is_plain { server.plain_http() } else { server })
    }

    /// Returns whether requests would travel unencrypted over a network.
    pub(crate) fn is_exposed(&self, index: usize) -> bool {
        self.is_plain && !is_loopback(self.host(index))
    }
}

/// Returns the name of a host, without its port.
pub(crate) fn name(host: &str) -> &str {
    host.split_once(':').map_or(host, |(name, _)| name)
}

/// Returns whether a host, which may have a port, is this machine itself.
fn is_loopback(host: &str) -> bool {
    is_loopback_name(name(host))
}

/// Returns whether a name or an address is that of this machine itself.
pub(crate) fn is_loopback_name(name: &str) -> bool {
    name.eq_ignore_ascii_case("localhost") || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_machine_itself_is_a_loopback() {
        for host in ["localhost", "LOCALHOST:80", "127.0.0.1", "127.1.2.3:8125"] {
            assert!(is_loopback(host), "{host}");
        }
        for host in ["smsc.ru", "localhost.example", "127.0.0.1.example", "10.0.0.1", "128.0.0.1:80", ""] {
            assert!(!is_loopback(host), "{host}");
        }
    }

    #[test]
    fn hosts_follow_each_other_in_a_circle() {
        let hosts = Hosts::new(&Server::SMSC_RU);
        assert_eq!([0, 1, 4, 5].map(|at| hosts.host(at)), ["smsc.ru", "www2.smsc.ru", "www5.smsc.ru", "smsc.ru"]);
        assert!(!hosts.is_exposed(0));
        let plain = Hosts::new(&Server::new("gate.example").unwrap().plain_http());
        assert!(plain.is_exposed(0));
    }
}
