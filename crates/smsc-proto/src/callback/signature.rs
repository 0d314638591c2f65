//! Signatures: what they cover, and how they are compared (R70c, R70e, R70f).

use core::fmt;

use md5::Md5;
use sha1::digest::Output;
use sha1::{Digest, Sha1};
use subtle::{Choice, ConstantTimeEq};

use crate::callback::error::{CallbackError, CallbackErrorKind};
use crate::callback::event::CallbackEvent;
use crate::callback::field::{Algorithm, CallbackField};
use crate::callback::values::Values;

/// The secret of a handler: the value of `md5` or `sha1` in the handler's URL.
///
/// `Debug` shows nothing of it.
#[derive(Clone, Copy)]
pub struct Secret<'s>(&'s [u8]);

impl<'s> Secret<'s> {
    /// Creates a secret of these bytes: all of them count, a line end too.
    ///
    /// # Errors
    ///
    /// Fails if there are none: anybody could sign with an empty secret.
    pub const fn new(bytes: &'s [u8]) -> Result<Self, CallbackError> {
        if bytes.is_empty() { Err(CallbackError::new(CallbackErrorKind::EmptySecret)) } else { Ok(Self(bytes)) }
    }
}

impl fmt::Debug for Secret<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

/// The bytes that a signature depends on.
#[derive(Clone, Copy)]
pub(super) struct Signed<'a> {
    /// The values of the covered fields, in the order of the signed text.
    parts: [Option<&'a [u8]>; 3],
    md5: Option<&'a [u8]>,
    sha1: Option<&'a [u8]>,
    has_crc32: bool,
}

impl<'a> Signed<'a> {
    pub(super) fn new(event: &CallbackEvent<'a>, values: &Values<'a>) -> Self {
        let mut parts = [None; 3];
        for (part, field) in parts.iter_mut().zip(event.signed_fields()) {
            *part = values.bytes(*field);
        }
        Self {
            parts,
            md5: values.bytes(CallbackField::Md5),
            sha1: values.bytes(CallbackField::Sha1),
            has_crc32: values.get(CallbackField::Crc32).is_some(),
        }
    }

    /// Verifies every signature that is present, and returns the strongest algorithm.
    pub(super) fn verify(&self, event: &CallbackEvent<'_>, secret: Secret<'_>) -> Result<Algorithm, CallbackError> {
        let wrong = |kind| Err(CallbackError::new(kind));
        let algorithm = match (self.md5, self.sha1) {
            (_, Some(_)) => Algorithm::Sha1,
            (Some(_), None) => Algorithm::Md5,
            (None, None) if self.has_crc32 => return wrong(CallbackErrorKind::Crc32),
            (None, None) => return wrong(CallbackErrorKind::NoSignature),
        };
        self.check_parts(event)?;
        if let Some(signature) = self.sha1 {
            let hash: [u8; 20] = self.hash(Sha1::new(), event, secret).into();
            compare(signature, &hash, Algorithm::Sha1)?;
        }
        if let Some(signature) = self.md5 {
            let hash: [u8; 16] = self.hash(Md5::new(), event, secret).into();
            compare(signature, &hash, Algorithm::Md5)?;
        }
        Ok(algorithm)
    }

    /// Returns the covered fields with their values.
    fn parts(&self, event: &CallbackEvent<'_>) -> impl Iterator<Item = (CallbackField, Option<&'a [u8]>)> {
        event.signed_fields().iter().copied().zip(self.parts)
    }

    /// Checks that the signed text can be cut into its parts in one way only, and belongs to one
    /// kind of notification only.
    fn check_parts(&self, event: &CallbackEvent<'_>) -> Result<(), CallbackError> {
        for (field, part) in self.parts(event) {
            let part = part.ok_or(CallbackError::new(CallbackErrorKind::Missing(field)))?;
            if field != CallbackField::Mes && part.contains(&b':') {
                return Err(CallbackError::new(CallbackErrorKind::Colon(field)));
            }
        }
        let [_, _, last] = self.parts;
        let is_like_a_status = last.is_some_and(is_like_a_status);
        let is_other_kind = match event {
            CallbackEvent::Status(_) => !is_like_a_status,
            CallbackEvent::Incoming(_) => is_like_a_status,
            // The text of a call has one border, the others have two or more.
            CallbackEvent::Call(_) => false,
        };
        if is_other_kind { Err(CallbackError::new(CallbackErrorKind::OtherKind)) } else { Ok(()) }
    }

    /// Hashes the signed text: the covered values and the secret, joined by colons.
    fn hash<D: Digest>(&self, mut hash: D, event: &CallbackEvent<'_>, secret: Secret<'_>) -> Output<D> {
        for (_, part) in self.parts(event) {
            hash.update(part.unwrap_or_default());
            hash.update(b":");
        }
        hash.update(secret.0);
        hash.finalize()
    }
}

/// Returns whether a value looks like a status rather than like a number that receives messages:
/// one or two digits, or a minus sign and digits (R70e).
fn is_like_a_status(value: &[u8]) -> bool {
    let (digits, is_short) = match value {
        [b'-', digits @ ..] => (digits, true),
        digits => (digits, digits.len() <= 2),
    };
    is_short && !digits.is_empty() && digits.iter().all(u8::is_ascii_digit)
}

/// Compares a signature in hexadecimal digits with a hash, in a time that does not depend on the
/// hash.
fn compare(signature: &[u8], hash: &[u8], algorithm: Algorithm) -> Result<(), CallbackError> {
    let (pairs, odd) = signature.as_chunks::<2>();
    if pairs.len() != hash.len() || !odd.is_empty() {
        return Err(CallbackError::new(CallbackErrorKind::SignatureForm(algorithm)));
    }
    let mut is_equal = Choice::from(1);
    for ([high, low], wanted) in pairs.iter().zip(hash) {
        let (Some(high), Some(low)) = (digit(*high), digit(*low)) else {
            return Err(CallbackError::new(CallbackErrorKind::SignatureForm(algorithm)));
        };
        is_equal &= (high << 4 | low).ct_eq(wanted);
    }
    if is_equal.into() { Ok(()) } else { Err(CallbackError::new(CallbackErrorKind::WrongSignature(algorithm))) }
}

/// Returns the value of a lower-case hexadecimal digit.
const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte.wrapping_sub(b'0')),
        b'a'..=b'f' => Some(byte.wrapping_sub(b'a').wrapping_add(10)),
        _ => None,
    }
}
