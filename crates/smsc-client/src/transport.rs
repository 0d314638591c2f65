//! The transport: one request in, one response or failure out.

use std::fmt;

/// A request as it goes over the wire. `Debug` does not show the body, which has the credentials.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct HttpRequest<'a> {
    /// The method, which is always `POST`.
    pub method: &'static str,
    /// The URL, which has nothing secret.
    pub url: &'a str,
    /// The names and values of headers.
    pub headers: &'a [(&'a str, &'a str)],
    /// The body. It is secret.
    pub body: &'a [u8],
}

impl<'a> HttpRequest<'a> {
    /// Creates a request to POST.
    #[must_use]
    pub const fn post(url: &'a str, headers: &'a [(&'a str, &'a str)], body: &'a [u8]) -> Self {
        Self { method: "POST", url, headers, body }
    }
}

impl fmt::Debug for HttpRequest<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpRequest").field("method", &self.method).field("url", &self.url).finish_non_exhaustive()
    }
}

/// A whole response. `Debug` does not show the body.
#[derive(Clone, Default)]
pub struct HttpResponse {
    /// The HTTP status.
    pub status: u16,
    /// The header `Date`: the clock of the server.
    pub date: Option<String>,
    /// The header `Content-Type`.
    pub content_type: Option<String>,
    /// The body.
    pub body: Vec<u8>,
}

impl fmt::Debug for HttpResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpResponse").field("status", &self.status).field("body", &self.body.len()).finish_non_exhaustive()
    }
}

/// Sends requests over HTTP. `HttpTransport` (feature `http`) is one; others bring hyper, curl or a
/// double for tests.
///
/// An implementation follows no redirect, checks certificates and has time-outs: one for the
/// connection, and one for the whole request, after which it returns
/// [`Timeout`](TransportFailure::Timeout).
pub trait Transport: Send + Sync {
    /// Sends a request and returns the response, of any HTTP status.
    ///
    /// # Errors
    ///
    /// If there is no whole response. A failure [is unsent](TransportFailure::is_unsent) only if it is
    /// certain that no server has received the whole request.
    fn send(&self, request: &HttpRequest<'_>) -> Result<HttpResponse, TransportError>;
}

/// A failure of a transport, and the proxy on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TransportError {
    /// The failure of the request.
    pub failure: TransportFailure,
    /// The proxy, if there is one, such as `http://proxy.example:3128`, without its credentials.
    pub proxy: Option<String>,
}

impl TransportError {
    /// Creates the error of a request that went through no proxy.
    #[must_use]
    pub const fn new(failure: TransportFailure) -> Self {
        Self { failure, proxy: None }
    }

    /// Returns the error of a request that went through this proxy.
    #[must_use]
    pub fn through(self, proxy: Option<String>) -> Self {
        Self { proxy, ..self }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.failure.fmt(f)
    }
}

impl std::error::Error for TransportError {}

/// The class of a failed request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportFailure {
    /// Not sent: the name of the host was not found.
    Dns,
    /// Not sent: no connection was made.
    Connect,
    /// Not sent: the proxy refused to connect.
    Proxy,
    /// Not sent: TLS failed.
    Tls(TlsFailure),
    /// Not sent: the transport cannot send such a request.
    Unsupported,
    /// Sent, and no whole response in time.
    Timeout,
    /// Sent, and the connection ended before the response did.
    Cut,
    /// Sent, and the response is longer than any reply.
    TooLong,
}

impl TransportFailure {
    /// Returns whether it is certain that no server has received the whole request.
    #[must_use]
    pub const fn is_unsent(self) -> bool {
        matches!(self, Self::Dns | Self::Connect | Self::Proxy | Self::Tls(_) | Self::Unsupported)
    }
}

impl fmt::Display for TransportFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Dns => "the name of the host was not found: check the name and the network",
            Self::Connect => "no connection was made: check the network and the firewall",
            Self::Proxy => "the proxy refused to connect: check its address and its credentials",
            Self::Tls(failure) => return failure.fmt(f),
            Self::Unsupported => "the transport cannot send such a request: check its settings",
            Self::Timeout => "no whole answer came in time",
            Self::Cut => "the connection ended before the answer was complete",
            Self::TooLong => "the answer is longer than any reply",
        })
    }
}

/// The reason for which TLS failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TlsFailure {
    /// No authority that this machine trusts has signed the certificate.
    UnknownIssuer,
    /// The certificate is for another host.
    WrongName,
    /// The certificate has expired.
    Expired,
    /// The certificate is not valid yet.
    NotYetValid,
    /// The certificate is rejected for another reason.
    Certificate,
    /// The handshake failed for another reason: perhaps the port does not speak TLS.
    Handshake,
}

impl fmt::Display for TlsFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UnknownIssuer => {
                "the issuer of its certificate is unknown: if a proxy inspects TLS, trust its authority with a CA file"
            }
            Self::WrongName => "its certificate is for another host: check the name of the host",
            Self::Expired => "its certificate has expired: check this machine's clock, or tell the provider",
            Self::NotYetValid => "its certificate is not valid yet: check this machine's clock",
            Self::Certificate => "its certificate is not accepted: tell the provider",
            Self::Handshake => "the TLS handshake failed: check that the port speaks TLS",
        })
    }
}
