//! The answer to a request, which is 200 only after its notification is written.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use bounded_http::{Handle, Request};
use smsc_proto::Charset;
use smsc_proto::callback::CallbackFormat;

use crate::args::Handler;
use crate::callback::{Hints, Notification, Refused, Verifier, hint_at_utf8};
use crate::failure::Failure;
use crate::lang::fill;
use crate::message;

/// An HTTP status and a short body, which has nothing of the request.
type Answer = (u16, &'static str);

/// A receiver of notifications.
pub(crate) trait Receive: Send + Sync + 'static {
    /// Keeps a notification for good. If it fails, the service is told to send it again.
    fn receive(&self, notification: &Notification<'_>) -> Result<(), Failure>;

    /// Returns whether nothing is received any more.
    fn is_closed(&self) -> bool;
}

/// The answers to requests, and the number of notifications.
pub(crate) struct Answerer<R> {
    path: String,
    format: CallbackFormat,
    charset: Charset,
    verifier: Verifier,
    receiver: R,
    /// Ends the command if nothing is received any more.
    handle: Handle,
    written: AtomicU64,
    refused: AtomicU64,
    hinted_at_utf8: AtomicBool,
}

impl<R: Receive> Answerer<R> {
    pub(super) fn new(path: &str, handler: &Handler, verifier: Verifier, receiver: R, handle: Handle) -> Self {
        Self {
            path: path.to_owned(),
            format: handler.format(),
            charset: handler.charset(),
            verifier,
            receiver,
            handle,
            written: AtomicU64::new(0),
            refused: AtomicU64::new(0),
            hinted_at_utf8: AtomicBool::new(false),
        }
    }

    /// Writes the notification of a request, or refuses it.
    pub(super) fn answer(&self, request: Request) -> Answer {
        if request.path != self.path {
            return (404, "not found\n");
        }
        if !matches!(&*request.method, "GET" | "POST") {
            return (405, "expected POST or GET\n");
        }
        // The query of the handler's URL may have the secret in the place of the signature, so that
        // it counts only if there is no body. A query is a form in every format.
        let (mut bytes, format) =
            if request.body.is_empty() { (request.query, CallbackFormat::Form) } else { (request.body, self.format) };
        // The bytes are decoded in place.
        let hints = Hints::of(&bytes, format);
        match self.verifier.read(&mut bytes, format) {
            Ok(notification) => self.write(&notification),
            Err(refused) => self.refuse(&refused, &hints),
        }
    }

    fn write(&self, notification: &Notification<'_>) -> Answer {
        if let Err(failure) = self.receiver.receive(notification) {
            if self.receiver.is_closed() {
                // The reason is reported at the end.
                self.handle.stop();
            } else {
                message::failure(&failure.to_string());
            }
            return (503, "the notification cannot be written now\n");
        }
        self.written.fetch_add(1, Ordering::Relaxed);
        if notification.looks_like_utf8(self.charset) && !self.hinted_at_utf8.swap(true, Ordering::Relaxed) {
            hint_at_utf8();
        }
        (200, "OK\n")
    }

    fn refuse(&self, refused: &Refused, hints: &Hints) -> Answer {
        refused.print();
        // Once is enough: the reason is the same for most of them.
        if self.refused.fetch_add(1, Ordering::Relaxed) == 0 {
            hints.print(refused);
        }
        if refused.is_malformed { (400, "malformed\n") } else { (403, "refused\n") }
    }

    /// Returns the receiver.
    pub(super) const fn receiver(&self) -> &R {
        &self.receiver
    }

    /// Prints the number of notifications.
    pub(super) fn print_numbers(&self) {
        let count = |number: &AtomicU64| number.load(Ordering::Relaxed);
        message::failure(&fill("notifications written: {0}, refused: {1}", &[&count(&self.written), &count(&self.refused)]));
    }
}
