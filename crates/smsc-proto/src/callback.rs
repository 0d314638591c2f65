//! Push notifications (callbacks): the requests that SMSC.ru sends to the client's own URL when the
//! status of a message changes, a message is received or a call confirms a number (R70).
//!
//! A handler's URL is set in the account. Its query configures the notifications: `sha1=SECRET`
//! requests a signature, `charset=utf-8` a charset, `fmt=2` or `fmt=3` an XML or a JSON body.
//!
//! 1. [`Callback::parse`] parses a body, or the query of a GET; [`Callback::from_fields`] takes
//!    the fields of a form that a framework has decoded already.
//! 2. [`Callback::verify`] verifies the signature.
//! 3. [`Verified::event`] is a [`CallbackEvent`]: a [`Record`](crate::Record), an
//!    [`IncomingMessage`] or a [`ConfirmedCall`]. [`Verified::covered`] are the fields that the
//!    signature vouches for. **The other fields may have been changed on the way**, and the whole
//!    may have been sent before (a replay).
//!
//! ```
//! use smsc_proto::Charset;
//! use smsc_proto::callback::{Callback, CallbackEvent, CallbackField, CallbackFormat, Secret};
//!
//! let mut body = *b"phone=123&mes=text&to=234&sms_id=7&sha1=b6f768ce7614d7858cc4a6116f8ffd0dc236a3cd";
//! let callback = Callback::parse(&mut body, CallbackFormat::Form, Charset::Windows1251)?;
//! let verified = callback.verify(&Secret::new(b"zxc")?)?;
//! let CallbackEvent::Incoming(message) = verified.event() else { unreachable!() };
//! assert_eq!(message.mes(), "text");
//! assert!(verified.covers(CallbackField::Mes));
//! assert!(!verified.covers(CallbackField::SmsId)); // anybody on the way can change the sms_id
//! # Ok::<(), smsc_proto::callback::CallbackError>(())
//! ```
//!
//! If a request has a body, pass the body alone: the query of the handler's URL may contain the
//! secret where the body has the signature.

mod error;
mod event;
mod field;
mod form;
mod json;
mod rewrite;
#[cfg(feature = "serde")]
mod ser;
mod signature;
mod syntax;
mod values;
mod xml;

use core::fmt;

use crate::model::charset::Charset;
use crate::trees::syntax::is_space;

pub use error::{CallbackError, CallbackErrorKind};
pub use event::{CallbackEvent, ConfirmedCall, IncomingMessage};
pub use field::{Algorithm, CallbackField};
pub use signature::Secret;
use signature::Signed;
use values::Values;

/// The format of a notification, as the handler's URL requests it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CallbackFormat {
    /// A form (`application/x-www-form-urlencoded`): the body of a POST, or the query of a URL
    /// without its `?`.
    #[default]
    Form,
    /// XML: `fmt=2`.
    Xml,
    /// JSON: `fmt=3`.
    Json,
}

/// A notification that was received and not verified.
///
/// `Debug` shows no value of it.
#[derive(Clone, Copy)]
pub struct Callback<'a> {
    event: CallbackEvent<'a>,
    signed: Signed<'a>,
}

impl<'a> Callback<'a> {
    /// Parses a body in the charset of the handler, windows-1251 unless its URL requests another
    /// one. The body is decoded in place. Unknown fields are skipped.
    ///
    /// # Errors
    ///
    /// Fails if the body is not a notification in this format, or if a value of a known field is
    /// invalid.
    pub fn parse(body: &'a mut [u8], format: CallbackFormat, charset: Charset) -> Result<Self, CallbackError> {
        let mark = if body.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        let body = body.get_mut(mark..).unwrap_or_default();
        if body.iter().all(|byte| is_space(*byte)) {
            return Err(CallbackError::new(CallbackErrorKind::Empty));
        }
        let mut values = Values::new();
        match format {
            CallbackFormat::Form => form::parse(body, mark, &mut values)?,
            CallbackFormat::Xml => xml::parse(body, mark, charset, &mut values)?,
            CallbackFormat::Json => json::parse(body, mark, charset, &mut values)?,
        }
        Self::new(charset, &values)
    }

    /// Takes the names and values of a form that was decoded already, as bytes in the charset of
    /// the handler. Unknown names are skipped.
    ///
    /// A framework that returns texts has decoded the bytes from a charset: the signature is right
    /// only if that was the handler's charset and the values are encoded in it again.
    ///
    /// # Errors
    ///
    /// Fails if the fields are not a notification, or if a value of a known field is invalid.
    pub fn from_fields(
        charset: Charset,
        fields: impl IntoIterator<Item = (impl AsRef<[u8]>, &'a [u8])>,
    ) -> Result<Self, CallbackError> {
        let (mut values, mut is_empty) = (Values::new(), true);
        for (name, value) in fields {
            is_empty = false;
            if let Some(field) = CallbackField::from_name(name.as_ref()) {
                values.put(field, value, None)?;
            }
        }
        if is_empty { Err(CallbackError::new(CallbackErrorKind::Empty)) } else { Self::new(charset, &values) }
    }

    fn new(charset: Charset, values: &Values<'a>) -> Result<Self, CallbackError> {
        let event = CallbackEvent::new(charset, values)?;
        Ok(Self { event, signed: Signed::new(&event, values) })
    }

    /// Returns what the notification says, **whoever sent it**: the signature was not verified.
    #[must_use]
    pub const fn unverified(&self) -> &CallbackEvent<'a> {
        &self.event
    }

    /// Verifies the signature, in a time that does not depend on the right one. If there are two
    /// signatures, both must be right.
    ///
    /// # Errors
    ///
    /// Fails if there is no signature that can be verified, if it is wrong, or if the signed text
    /// could be read in another way (R70e, R70f).
    pub fn verify(&self, secret: &Secret<'_>) -> Result<Verified<'a>, CallbackError> {
        let algorithm = self.signed.verify(&self.event, *secret)?;
        Ok(Verified { event: self.event, algorithm })
    }
}

impl fmt::Debug for Callback<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Callback").field("unverified", &self.event).finish_non_exhaustive()
    }
}

/// A notification whose signature was verified.
///
/// The signature vouches for the fields in [`covered`](Self::covered) alone, and not for the time:
/// the notification may have been sent before. `Debug` shows no phone and no text.
#[derive(Clone, Copy, Debug)]
pub struct Verified<'a> {
    event: CallbackEvent<'a>,
    algorithm: Algorithm,
}

impl<'a> Verified<'a> {
    /// Returns what the notification says.
    #[must_use]
    pub const fn event(&self) -> &CallbackEvent<'a> {
        &self.event
    }

    /// Returns the fields that the signature covers, in the order of the signed text. Any other
    /// field may have been changed on the way.
    #[must_use]
    pub const fn covered(&self) -> &'static [CallbackField] {
        self.event.signed_fields()
    }

    /// Returns whether the signature covers a field.
    #[must_use]
    pub fn covers(&self, field: CallbackField) -> bool {
        self.covered().contains(&field)
    }

    /// Returns the algorithm of the signature; of two signatures, that of the stronger one.
    #[must_use]
    pub const fn algorithm(&self) -> Algorithm {
        self.algorithm
    }
}
