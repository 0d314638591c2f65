//! Notifications that are parsed and verified.

use serde::Serialize;
use smsc_proto::callback::{Callback, CallbackError, CallbackEvent, CallbackFormat, Secret, Verified};
use smsc_proto::{Charset, Record};

use super::event::{self, EventJson};
use super::secret::OwnedSecret;
use crate::args::Handler;
use crate::errors;
use crate::failure::Failure;
use crate::lang::{fill, tr};
use crate::message;

/// The charset and the secret of a handler.
pub(crate) struct Verifier {
    charset: Charset,
    /// `None` if nothing is verified.
    secret: Option<OwnedSecret>,
}

/// A notification that was parsed.
pub(crate) struct Notification<'b> {
    pub(super) event: CallbackEvent<'b>,
    /// `None` if the notification was not verified.
    pub(super) verified: Option<Verified<'b>>,
}

/// The reason for which a notification is refused.
pub(crate) struct Refused {
    pub(super) error: CallbackError,
    /// A mark of a notification that could not be parsed, so that its signature was not looked at.
    pub(crate) is_malformed: bool,
}

/// The line of JSON of a notification.
#[derive(Serialize)]
pub(crate) struct Line<'a> {
    kind: &'static str,
    event: EventJson<'a>,
    /// `null` if the notification was not verified.
    verified: Option<VerifiedJson>,
}

#[derive(Serialize)]
struct VerifiedJson {
    covered: Vec<&'static str>,
    algorithm: &'static str,
}

impl Verifier {
    /// Returns the verifier of a handler. Fails if its secret is missing or invalid.
    pub(crate) fn of(handler: &Handler) -> Result<Self, Failure> {
        let find = || OwnedSecret::find(handler.secret_file.as_deref());
        let secret = if handler.unverified { None } else { Some(find()?) };
        Ok(Self { charset: handler.charset(), secret })
    }

    /// Parses a notification and, if there is a secret, verifies its signature. The body is decoded
    /// in place.
    pub(crate) fn read<'b>(&self, body: &'b mut [u8], format: CallbackFormat) -> Result<Notification<'b>, Refused> {
        let callback = Callback::parse(body, format, self.charset).map_err(|error| Refused { error, is_malformed: true })?;
        let Some(secret) = &self.secret else {
            return Ok(Notification { event: *callback.unverified(), verified: None });
        };
        let verified = Secret::new(secret.bytes()).and_then(|secret| callback.verify(&secret));
        let verified = verified.map_err(|error| Refused { error, is_malformed: false })?;
        Ok(Notification { event: *verified.event(), verified: Some(verified) })
    }
}

impl Notification<'_> {
    /// Returns the line of JSON.
    pub(crate) fn line(&self) -> Line<'_> {
        let verified = self.verified.as_ref().map(|verified| VerifiedJson {
            covered: verified.covered().iter().map(|field| field.name()).collect(),
            algorithm: verified.algorithm().name(),
        });
        Line { kind: event::kind(&self.event), event: (&self.event).into(), verified }
    }

    /// Returns the record of a status. Returns `None` for another kind of notification.
    pub(crate) const fn record(&self) -> Option<&Record<'_>> {
        match &self.event {
            CallbackEvent::Status(record) => Some(record),
            _ => None,
        }
    }

    /// Returns whether a text looks like UTF-8 that was read in another charset (R51).
    pub(crate) fn looks_like_utf8(&self, charset: Charset) -> bool {
        charset != Charset::Utf8 && event::looks_like_utf8(&self.event)
    }
}

impl Refused {
    /// Returns the error as a sentence, which has no value of the notification.
    pub(super) fn reason(&self) -> String {
        errors::of_callback(&self.error)
    }

    /// Prints why the notification is refused.
    pub(crate) fn print(&self) {
        let reason = self.reason();
        let what = if self.is_malformed { fill("malformed: {0}", &[&reason]) } else { fill("refused: {0}", &[&reason]) };
        message::failure(&what);
    }
}

/// Prints the hint at texts that look like UTF-8.
pub(crate) fn hint_at_utf8() {
    message::hint(tr("the texts look like UTF-8: if the handler's URL has charset=utf-8, add --charset utf-8"));
}
