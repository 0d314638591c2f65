//! The servers that answer requests.

use core::fmt;

use crate::model::endpoint::Endpoint;
use crate::request::error::RequestError;

/// A server of the service, as data: the scheme, the host and the hosts to try after it. smsc.kz,
/// smsc.ua and white labels have the same scripts under the same paths.
///
/// ```
/// use smsc_proto::request::Server;
///
/// assert_eq!(Server::SMSC_RU.hosts().nth(1), Some("www2.smsc.ru"));
/// assert_eq!(Server::new("smsc.kz").unwrap().hosts().count(), 1);
/// assert!(Server::new("user@evil.example/?").is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Server<'s> {
    scheme: &'static str,
    host: &'s str,
    reserves: &'s [&'s str],
}

impl Server<'static> {
    /// `https://smsc.ru`, and its reserve hosts `www2` to `www5` (R1).
    pub const SMSC_RU: Self =
        Self { scheme: "https", host: "smsc.ru", reserves: &["www2.smsc.ru", "www3.smsc.ru", "www4.smsc.ru", "www5.smsc.ru"] };
}

impl<'s> Server<'s> {
    /// Creates a server with a host and, if it is not the scheme's own, a port: `smsc.kz`,
    /// `gate.example:8443`. It is asked over HTTPS and has no reserve hosts.
    ///
    /// # Errors
    ///
    /// If the host has a character that no host has. A path, or a name before an `@`, would send
    /// the credentials to somebody else.
    pub fn new(host: &'s str) -> Result<Self, RequestError> {
        check_host(host)?;
        Ok(Self { scheme: "https", host, reserves: &[] })
    }

    /// Returns the server with hosts to try, in this order, when the first one cannot be reached.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new), for each host.
    pub fn reserves(self, reserves: &'s [&'s str]) -> Result<Self, RequestError> {
        for (item, host) in reserves.iter().enumerate() {
            check_host(host).map_err(|error| error.of_item(item))?;
        }
        Ok(Self { reserves, ..self })
    }

    /// Returns the server asked over plain HTTP, which shows the credentials and the messages to
    /// everybody on the way: for tests on the own machine.
    #[must_use]
    pub const fn plain_http(self) -> Self {
        Self { scheme: "http", ..self }
    }

    /// Returns the host, and then each reserve host.
    pub fn hosts(&self) -> impl Iterator<Item = &'s str> + use<'s> {
        core::iter::once(self.host).chain(self.reserves.iter().copied())
    }

    /// Returns the server with the reserve host of this index, from 0, in the place of its host and
    /// without further ones. Returns `None` if there are not so many.
    #[must_use]
    pub fn reserve(&self, index: usize) -> Option<Self> {
        self.reserves.get(index).map(|host| Self { host, reserves: &[], ..*self })
    }

    /// Writes the URL of a script, without parameters.
    pub(crate) fn write_url(&self, endpoint: Endpoint, out: &mut dyn fmt::Write) -> fmt::Result {
        [self.scheme, "://", self.host, "/sys/", endpoint.script()].into_iter().try_for_each(|part| out.write_str(part))
    }
}

/// Returns an error unless this is the name or the IPv4 address of a host, perhaps with a port.
fn check_host(host: &str) -> Result<(), RequestError> {
    if host.is_empty() {
        return Err(RequestError::missing("host", "the name of a host, such as `smsc.ru`"));
    }
    // The searches of `str` contain a path to a panic.
    let mut parts = host.as_bytes().splitn(2, |byte| *byte == b':');
    let (name, port) = (parts.next().unwrap_or_default(), parts.next().unwrap_or(b"443"));
    let is_label = |label: &[u8]| !label.is_empty() && label.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
    let is_port = (1..=5).contains(&port.len()) && port.iter().all(u8::is_ascii_digit);
    if name.split(|byte| *byte == b'.').all(is_label) && is_port {
        Ok(())
    } else {
        Err(RequestError::invalid("host", "a host name with an optional port, without a scheme or a path"))
    }
}
