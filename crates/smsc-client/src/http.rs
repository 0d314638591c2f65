//! The transport on ureq and rustls (feature `http`).

mod failure;
mod handshake;
mod proxy;

use std::fmt;
use std::fs;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use ureq::tls::{PemItem, RootCerts, TlsConfig, parse_pem};
use ureq::{Agent, Proxy, SendBody};

use crate::hosts::is_loopback_name;
use crate::transport::{HttpRequest, HttpResponse, Transport, TransportError};

pub use handshake::Handshake;

/// The options of an [`HttpTransport`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct HttpOptions {
    /// The time for a connection: 5 seconds.
    pub connect_timeout: Duration,
    /// The time for a whole request: 60 seconds.
    pub timeout: Duration,
    /// The greatest length of a response in bytes: 16 MiB.
    pub max_body: u64,
    /// A PEM file with the authorities to trust instead of those of the platform.
    pub cacert: Option<PathBuf>,
}

impl Default for HttpOptions {
    fn default() -> Self {
        Self { connect_timeout: Duration::from_secs(5), timeout: Duration::from_secs(60), max_body: 16 << 20, cacert: None }
    }
}

/// A transport on ureq and rustls.
///
/// It trusts the platform's authorities, or those of `SSL_CERT_FILE`, or of a
/// [file](HttpOptions::cacert). It follows no redirect, keeps no cookie, and goes through the proxy of
/// `ALL_PROXY`, `HTTPS_PROXY` or `HTTP_PROXY` unless `NO_PROXY` excepts the host; a loopback is asked
/// directly.
pub struct HttpTransport {
    agent: Agent,
    /// Asks this machine itself.
    direct: Agent,
    proxy: Option<Proxy>,
    options: HttpOptions,
}

impl HttpTransport {
    /// Creates a transport.
    ///
    /// # Errors
    ///
    /// If the file of authorities cannot be read or has no certificate.
    pub fn new(options: &HttpOptions) -> io::Result<Self> {
        let roots = match &options.cacert {
            Some(path) => authorities(path)?,
            None => RootCerts::PlatformVerifier,
        };
        let tls = TlsConfig::builder().root_certs(roots).build();
        let proxy = Proxy::try_from_env();
        let agent = |proxy| {
            let config = Agent::config_builder()
                .tls_config(tls.clone())
                .proxy(proxy)
                // A redirect would take the credentials to the host that the answer names.
                .max_redirects(0)
                .max_redirects_will_error(false)
                .http_status_as_error(false)
                // A connection that the server closes while it is idle would leave a message unanswered.
                .max_idle_age(Duration::from_secs(5))
                .timeout_connect(Some(options.connect_timeout))
                .timeout_global(Some(options.timeout))
                .user_agent(concat!("smsc-client/", env!("CARGO_PKG_VERSION")));
            Agent::new_with_config(config.build())
        };
        Ok(Self { agent: agent(proxy.clone()), direct: agent(None), proxy, options: options.clone() })
    }

    /// Returns the proxy through which a host is asked, without its credentials. Returns `None` if it is
    /// asked directly.
    #[must_use]
    pub fn proxy(&self, host: &str) -> Option<String> {
        let url = format!("https://{host}/");
        self.proxy.as_ref().filter(|_| !is_loopback_url(&url)).and_then(|proxy| proxy::name_for(proxy, &url))
    }

    fn exchange(&self, request: &HttpRequest<'_>, body: &mut Body<'_>) -> Result<HttpResponse, ureq::Error> {
        let agent = if is_loopback_url(request.url) { &self.direct } else { &self.agent };
        let mut builder = ureq::http::Request::builder().method(request.method).uri(request.url);
        for (name, value) in request.headers {
            builder = builder.header(*name, *value);
        }
        // With a length, the body is not sent in chunks.
        let builder = builder.header("Content-Length", request.body.len());
        let response = agent.run(builder.body(SendBody::from_reader(body))?)?;
        let header = |name| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let (status, date, content_type) = (response.status().as_u16(), header("Date"), header("Content-Type"));
        let body = response.into_body().into_with_config().limit(self.options.max_body).read_to_vec()?;
        Ok(HttpResponse { status, date, content_type, body })
    }
}

impl Transport for HttpTransport {
    fn send(&self, request: &HttpRequest<'_>) -> Result<HttpResponse, TransportError> {
        let mut body = Body { bytes: Cursor::new(request.body), was_read: false };
        self.exchange(request, &mut body).map_err(|error| {
            let failure = if body.was_read { failure::of_answer(&error) } else { failure::of_connection(&error) };
            let host = request.url.split_once("://").map_or(request.url, |(_, rest)| rest).split('/').next();
            TransportError::new(failure).through(host.and_then(|host| self.proxy(host)))
        })
    }
}

/// The body of a request, which records whether a byte of it was read: without a byte of its body no
/// request can be carried out.
struct Body<'a> {
    bytes: Cursor<&'a [u8]>,
    was_read: bool,
}

impl Read for Body<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.was_read = true;
        self.bytes.read(out)
    }
}

/// Returns whether the host of a URL is this machine itself, which is asked without a proxy. What is
/// before an `@` is no host.
///
/// ```
/// use smsc_client::is_loopback_url;
///
/// assert!(is_loopback_url("http://localhost:8125/sys/") && is_loopback_url("http://[::1]/"));
/// assert!(!is_loopback_url("http://localhost:80@example.org/"));
/// ```
#[must_use]
pub fn is_loopback_url(url: &str) -> bool {
    let uri = url.parse::<ureq::http::Uri>();
    uri.is_ok_and(|uri| uri.host().is_some_and(|host| is_loopback_name(host.trim_start_matches('[').trim_end_matches(']'))))
}

/// Reads a file of authorities.
fn authorities(path: &Path) -> io::Result<RootCerts> {
    let pem = fs::read(path)?;
    let mut certificates = Vec::new();
    for item in parse_pem(&pem) {
        if let PemItem::Certificate(certificate) = item.map_err(|_| io::Error::other("the CA file is no PEM file"))? {
            certificates.push(certificate);
        }
    }
    if certificates.is_empty() {
        return Err(io::Error::other("the CA file has no certificate"));
    }
    Ok(RootCerts::Specific(Arc::new(certificates)))
}

impl fmt::Debug for HttpTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpTransport").field("proxy", &self.proxy.as_ref().map(proxy::name)).finish_non_exhaustive()
    }
}
