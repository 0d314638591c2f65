//! A client of SMSC.ru on smsc-proto and ureq: requests a status, and sends a message once at most.
//!
//! smsc-proto writes the requests, reads the answers and says what to do after a failure. This
//! program has the rest: the HTTP client, the clock and the random numbers.
//!
//! ```sh
//! export SMSC_APIKEY=…            # or SMSC_LOGIN and SMSC_PASSWORD
//! cargo run status 101 79990000001
//! cargo run send 102 79990000001 'Your code is 4821'
//! ```

mod clock;
mod send;

use std::time::Duration;

use smsc_proto::request::{CONTENT_TYPE, Credentials, Request, Server, StatusRequest};
use smsc_proto::retry::{Advice, Attempt, Call, Failure, Host, advise};
use smsc_proto::{ApiErrorCode, Error, Requested, SingleReply, StatusCode};
use ureq::{Agent, Timeout};

pub use clock::{Clock, SystemClock};
pub use send::Fate;

/// The service, with the credentials of an account.
pub struct Service<'a, C> {
    server: Server<'a>,
    credentials: Credentials<'a>,
    clock: C,
    agent: Agent,
}

/// Why there is no answer: the last failure, and the advice that ended the tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// How the last try failed.
    pub failure: Failure,
    /// What smsc-proto advises: anything but another try.
    pub advice: Advice,
}

impl<'a, C: Clock> Service<'a, C> {
    /// Creates a client that asks this server.
    pub fn new(server: Server<'a>, credentials: Credentials<'a>, clock: C) -> Self {
        let config = Agent::config_builder()
            // A redirect would take the credentials to the host that the answer names.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .timeout_connect(Some(Duration::from_secs(5)))
            .timeout_global(Some(Duration::from_secs(60)));
        Self { server, credentials, clock, agent: Agent::new_with_config(config.build()) }
    }

    /// Requests the status of a message. A failed request is repeated as far as that is useful.
    ///
    /// # Errors
    ///
    /// If there is no answer, or the server rejects the request.
    pub fn status(&self, message: Requested<'_>) -> Result<StatusCode, Stopped> {
        let request = StatusRequest::one(message);
        self.ask(Call::Status, &request, |body| match request.query().read_one(body).map_err(unreadable)? {
            SingleReply::Record(record) => Ok(record.status()),
            SingleReply::Error(error) => Err(Failure::Rejected(error.code)),
            SingleReply::Deleted => Err(Failure::NotAReply),
        })
    }

    /// Sends a request, and sends it again for as long as that is advised.
    fn ask<T>(&self, call: Call, request: &dyn Request, read: impl Fn(&[u8]) -> Result<T, Failure>) -> Result<T, Stopped> {
        let (mut number, mut host, mut was_throttled) = (1, 0, false);
        loop {
            let sent = self.clock.now();
            let failure = match self.post(request, host).and_then(|body| read(&body)) {
                Ok(answer) => return Ok(answer),
                Err(failure) => failure,
            };
            let attempt = Attempt::new(number, self.milliseconds_since(sent), self.clock.random())
                .with_next_host(self.server_at(host + 1).is_some())
                .with_throttled(was_throttled);
            match advise(call, failure, attempt) {
                Advice::Retry { after_ms, host: next } => {
                    self.wait(after_ms);
                    number += 1;
                    host += usize::from(next == Host::Next);
                    was_throttled =
                        matches!(failure, Failure::Rejected(ApiErrorCode::TOO_MANY_REQUESTS) | Failure::HttpStatus(429));
                }
                advice => return Err(Stopped { failure, advice }),
            }
        }
    }

    /// Posts a request to the host of this index, and returns the body of the response.
    fn post(&self, request: &dyn Request, host: usize) -> Result<Vec<u8>, Failure> {
        let server = self.server_at(host).ok_or(Failure::Invalid)?;
        let (mut url, mut body) = (String::new(), String::new());
        request.write_url(&server, &mut url).map_err(|_| Failure::Invalid)?;
        request.write_body(&self.credentials, &mut body).map_err(|_| Failure::Invalid)?;
        let response = self.agent.post(&url).content_type(CONTENT_TYPE).send(&body).map_err(unanswered)?;
        match response.status().as_u16() {
            200 => response.into_body().read_to_vec().map_err(|_| Failure::Unanswered),
            status => Err(Failure::HttpStatus(status)),
        }
    }

    fn server_at(&self, host: usize) -> Option<Server<'a>> {
        host.checked_sub(1).map_or(Some(self.server), |reserve| self.server.reserve(reserve))
    }

    fn milliseconds_since(&self, start: Duration) -> u64 {
        self.clock.now().saturating_sub(start).as_millis().try_into().unwrap_or(u64::MAX)
    }

    fn wait(&self, milliseconds: u32) {
        self.clock.wait(Duration::from_millis(milliseconds.into()));
    }
}

/// Returns the class of a body that could not be parsed.
fn unreadable(_: Error) -> Failure {
    Failure::NotAReply
}

/// Returns the class of a request that was not answered. Where it is not certain that nothing was
/// sent, the request may have been carried out.
fn unanswered(error: ureq::Error) -> Failure {
    use std::io::ErrorKind::{ConnectionRefused, HostUnreachable, NetworkUnreachable};

    match error {
        ureq::Error::HostNotFound | ureq::Error::ConnectionFailed | ureq::Error::ConnectProxyFailed(_) => Failure::Unreachable,
        ureq::Error::Timeout(Timeout::Resolve | Timeout::Connect) => Failure::Unreachable,
        ureq::Error::Io(error) if matches!(error.kind(), ConnectionRefused | HostUnreachable | NetworkUnreachable) => {
            Failure::Unreachable
        }
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => Failure::Tls,
        ureq::Error::BadUri(_) | ureq::Error::InvalidProxyUrl => Failure::Invalid,
        _ => Failure::Unanswered,
    }
}
