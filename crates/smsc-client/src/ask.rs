//! One call: a request through the gate, and again for as long as the core advises.

use std::sync::PoisonError;
use std::time::Duration;

use smsc_proto::request::{CONTENT_TYPE, Request, RequestError};
use smsc_proto::retry::{Advice, Attempt, Call, Failure, Halt, Host, advise};
use smsc_proto::{ApiError, ApiErrorCode};
use zeroize::Zeroizing;

use crate::client::{Client, ServerDate};
use crate::error::{Answer, Error, NotSentReason, Place, Refused};
use crate::gate::{Closed, Rule, Ticket};
use crate::transport::{HttpRequest, HttpResponse};

/// A request, and what it counts towards.
pub(crate) struct Ask<'a> {
    pub(crate) call: Call,
    pub(crate) rule: Rule,
    pub(crate) likeness: u64,
    pub(crate) request: &'a dyn Request,
}

/// The reason for which a body is not the wanted reply.
pub(crate) enum Unread {
    /// No reply.
    Body(smsc_proto::Error),
    /// A reply to another request.
    Other,
    /// An API error, and the text of the service.
    Refused(ApiErrorCode, Option<String>),
}

/// The error of a call, and the advice that ended the tries.
pub(crate) struct Stopped {
    pub(crate) error: Error,
    pub(crate) advice: Advice,
    /// The start of the last try.
    pub(crate) since: Duration,
}

impl From<smsc_proto::Error> for Unread {
    fn from(error: smsc_proto::Error) -> Self {
        Self::Body(error)
    }
}

impl From<ApiError<'_>> for Unread {
    fn from(error: ApiError<'_>) -> Self {
        Self::Refused(error.code, error.text.map(|text| text.to_string()))
    }
}

/// The error of one try, and its ticket if the gate let it in.
struct Failed {
    error: Error,
    ticket: Option<Ticket>,
}

/// The tries of one call.
struct Tries {
    number: u32,
    /// The index of the host.
    host: usize,
    was_throttled: bool,
}

impl Tries {
    fn next(&mut self, failure: Failure, host: Host) {
        self.number += 1;
        self.host += usize::from(host == Host::Next);
        self.was_throttled = matches!(failure, Failure::Rejected(ApiErrorCode::TOO_MANY_REQUESTS) | Failure::HttpStatus(429));
    }
}

impl From<Box<Stopped>> for Error {
    fn from(stopped: Box<Stopped>) -> Self {
        stopped.error
    }
}

impl Client {
    /// Sends a request, and again for as long as that is advised.
    pub(crate) fn ask<R>(&self, ask: &Ask<'_>, read: impl Fn(&[u8]) -> Result<R, Unread>) -> Result<R, Box<Stopped>> {
        let mut tries = Tries { number: 1, host: 0, was_throttled: false };
        loop {
            let mut since = self.now();
            let Failed { mut error, ticket } = match self.try_once(ask, tries.host, &mut since, &read) {
                Ok(answer) => return Ok(answer),
                Err(failed) => *failed,
            };
            let failure = error.failure();
            let advice = advise(ask.call, failure, self.attempt(&tries, since));
            if let Some(ticket) = ticket {
                heed(advice, &ticket);
                if error.is_unsent() {
                    ticket.unsent();
                }
            }
            match advice {
                Advice::Retry { after_ms, host } if self.may_wait(after_ms) => {
                    self.wait(after_ms);
                    tries.next(failure, host);
                }
                advice => {
                    error.set_advice(advice);
                    return Err(Box::new(Stopped { error, advice, since }));
                }
            }
        }
    }

    fn attempt(&self, tries: &Tries, since: Duration) -> Attempt {
        Attempt::new(tries.number, self.milliseconds_since(since), self.gate.clock().random())
            .with_next_host(self.hosts.len() > 1)
            .with_throttled(tries.was_throttled)
            .with_blocked(self.gate.was_blocked())
    }

    /// Sends a request to the host of this index, and reads the reply.
    fn try_once<R>(
        &self,
        ask: &Ask<'_>,
        host: usize,
        since: &mut Duration,
        read: impl Fn(&[u8]) -> Result<R, Unread>,
    ) -> Result<R, Box<Failed>> {
        let place = Place::new(self.hosts.host(host));
        let unsent = |reason| Box::new(Failed { error: Error::not_sent(place.clone(), reason), ticket: None });
        if self.hosts.is_exposed(host) {
            return Err(unsent(NotSentReason::PlainHttp));
        }
        // Before the gate, so that an invalid request counts towards no limit.
        self.check(ask.request).map_err(|error| unsent(NotSentReason::Invalid(error)))?;
        let ticket = self.enter(ask).map_err(unsent)?;
        *since = self.now();
        let result = self.post(ask, host, place.clone()).and_then(|body| read_body(ask, place, &body, read));
        if result.as_ref().map_or_else(|error| error.code().is_some_and(|code| !matches!(code.0, 2 | 4 | 9)), |_| true) {
            ticket.accepted();
        }
        result.map_err(|error| Box::new(Failed { error, ticket: Some(ticket) }))
    }

    fn check(&self, request: &dyn Request) -> Result<(), RequestError> {
        let login = self.login.read().unwrap_or_else(PoisonError::into_inner);
        request.body_len(&login.credentials()).map(|_| ())
    }

    fn enter(&self, ask: &Ask<'_>) -> Result<Ticket, NotSentReason> {
        self.gate.enter(ask.rule, ask.likeness, self.max_wait).map_err(|closed| match closed {
            Closed::Until(moment) => NotSentReason::Limit { wait: Some(moment.saturating_sub(self.now())) },
            Closed::Busy => NotSentReason::Limit { wait: None },
            Closed::Credentials => NotSentReason::Credentials,
        })
    }

    /// Posts a request, and returns the body of the response.
    fn post(&self, ask: &Ask<'_>, host: usize, place: Place) -> Result<Vec<u8>, Error> {
        let written = self.write(ask.request, host);
        let (url, body) = match written {
            Ok(written) => written,
            Err(error) => return Err(Error::not_sent(place, NotSentReason::Invalid(error))),
        };
        let headers = [("Content-Type", CONTENT_TYPE)];
        let sent = self.transport.send(&HttpRequest::post(&url, &headers, body.as_bytes()));
        let HttpResponse { status, date, body, .. } = sent.map_err(|error| Error::of_transport(place.clone(), error))?;
        if let Some(text) = date {
            *self.date.lock().unwrap_or_else(PoisonError::into_inner) = Some(ServerDate { text, at: self.now() });
        }
        if status == 200 { Ok(body) } else { Err(Error::not_a_reply(place, Answer::Status(status))) }
    }

    /// Writes the URL and the body of a request.
    fn write(&self, request: &dyn Request, host: usize) -> Result<(String, Zeroizing<String>), RequestError> {
        let mut url = String::new();
        request.write_url(&self.hosts.server(host)?, &mut url)?;
        let login = self.login.read().unwrap_or_else(PoisonError::into_inner);
        let credentials = login.credentials();
        // With room for all of it, the text is not moved, which would leave a copy.
        let mut body = Zeroizing::new(String::with_capacity(request.body_len(&credentials)?));
        request.write_body(&credentials, &mut *body)?;
        Ok((url, body))
    }

    pub(crate) fn now(&self) -> Duration {
        self.gate.clock().now()
    }

    pub(crate) fn milliseconds_since(&self, start: Duration) -> u64 {
        self.now().saturating_sub(start).as_millis().try_into().unwrap_or(u64::MAX)
    }

    pub(crate) fn may_wait(&self, milliseconds: u32) -> bool {
        Duration::from_millis(milliseconds.into()) <= self.max_wait
    }

    pub(crate) fn wait(&self, milliseconds: u32) {
        self.gate.clock().wait(Duration::from_millis(milliseconds.into()));
    }
}

/// Stops every call if that is advised.
fn heed(advice: Advice, ticket: &Ticket) {
    match advice {
        Advice::StopEveryCall(Halt::Credentials) => ticket.refused(),
        Advice::StopEveryCall(Halt::Blocked { for_ms }) => ticket.blocked(Duration::from_millis(for_ms.into())),
        _ => {}
    }
}

fn read_body<R>(ask: &Ask<'_>, place: Place, body: &[u8], read: impl Fn(&[u8]) -> Result<R, Unread>) -> Result<R, Error> {
    read(body).map_err(|unread| match unread {
        Unread::Body(error) => Error::not_a_reply(place, Answer::Body(error)),
        Unread::Other => Error::not_a_reply(place, Answer::Other),
        Unread::Refused(code, text) => Error::Refused(Refused { place, call: ask.call, code, text, advice: None }),
    })
}
