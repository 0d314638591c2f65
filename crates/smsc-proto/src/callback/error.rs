//! Errors of notifications: what is wrong with a body or a signature, and what to do.

use core::fmt;

use crate::callback::field::{Algorithm, CallbackField};

/// Why a notification cannot be parsed or verified: what is wrong ([`kind`](Self::kind)) and, if it
/// concerns a place in a body, where ([`offset`](Self::offset)).
///
/// An error holds no value of the notification and nothing of the secret, so that it can be logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CallbackError {
    kind: CallbackErrorKind,
    offset: Option<usize>,
}

/// The kind of an error in a notification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CallbackErrorKind {
    /// A body that is empty or white space, or no fields.
    Empty,
    /// Invalid JSON or XML; the text says what was expected.
    Syntax(&'static str),
    /// JSON or XML with nested values: only one flat object or element is a notification (R70d).
    NotFlat,
    /// An escape of a character that the handler's charset lacks (R70d).
    NotInCharset(CallbackField),
    /// A field that occurs with two values, and that the signature or the kind depends on (R70a).
    Repeated(CallbackField),
    /// None of the fields that each kind of notification has (R70b).
    NotANotification,
    /// Fields of more than one kind of notification (R70b).
    SeveralKinds,
    /// A value of an invalid form, or out of its range.
    Field(CallbackField),
    /// A secret without any byte.
    EmptySecret,
    /// No signature.
    NoSignature,
    /// A CRC-32 alone, whose notation is unknown (R70c).
    Crc32,
    /// A field that the signature covers is missing.
    Missing(CallbackField),
    /// A colon in a field that may have none, because it would move a border of the signed text
    /// (R70f).
    Colon(CallbackField),
    /// A signed text that could be one of another kind of notification (R70e).
    OtherKind,
    /// A signature that is not made of the right number of lower-case hexadecimal digits.
    SignatureForm(Algorithm),
    /// A signature that is not the one of these values and this secret.
    WrongSignature(Algorithm),
}

impl CallbackError {
    /// Creates an error without a place.
    pub(super) const fn new(kind: CallbackErrorKind) -> Self {
        Self { kind, offset: None }
    }

    /// Creates an error at an offset of the body.
    pub(super) const fn at(kind: CallbackErrorKind, offset: usize) -> Self {
        Self { kind, offset: Some(offset) }
    }

    /// Creates an error at an offset, if there is one.
    pub(super) const fn maybe_at(kind: CallbackErrorKind, offset: Option<usize>) -> Self {
        Self { kind, offset }
    }

    /// Returns what is wrong.
    #[must_use]
    pub const fn kind(&self) -> CallbackErrorKind {
        self.kind
    }

    /// Returns the position of the error, in bytes from the start of the body as received. Returns
    /// `None` if the error concerns no single place, and for notifications from
    /// [`Callback::from_fields`](crate::callback::Callback::from_fields).
    #[must_use]
    pub const fn offset(&self) -> Option<usize> {
        self.offset
    }
}

impl fmt::Display for CallbackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(offset) = self.offset {
            write!(f, "byte {offset}: ")?;
        }
        self.kind.fmt(f)
    }
}

impl core::error::Error for CallbackError {}

impl CallbackErrorKind {
    /// Returns the field that the error is about. Returns `None` if it is about none.
    #[must_use]
    pub const fn field(self) -> Option<CallbackField> {
        match self {
            Self::NotInCharset(field) | Self::Repeated(field) | Self::Field(field) | Self::Missing(field) | Self::Colon(field) => {
                Some(field)
            }
            Self::SignatureForm(algorithm) | Self::WrongSignature(algorithm) => Some(match algorithm {
                Algorithm::Md5 => CallbackField::Md5,
                Algorithm::Sha1 => CallbackField::Sha1,
            }),
            Self::Crc32 => Some(CallbackField::Crc32),
            Self::Empty
            | Self::Syntax(_)
            | Self::NotFlat
            | Self::NotANotification
            | Self::SeveralKinds
            | Self::EmptySecret
            | Self::NoSignature
            | Self::OtherKind => None,
        }
    }

    /// Returns the kind's name: lower-case letters and digits, joined by `_`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Syntax(_) => "syntax",
            Self::NotFlat => "not_flat",
            Self::NotInCharset(_) => "not_in_charset",
            Self::Repeated(_) => "repeated",
            Self::NotANotification => "not_a_notification",
            Self::SeveralKinds => "several_kinds",
            Self::Field(_) => "field",
            Self::EmptySecret => "empty_secret",
            Self::NoSignature => "no_signature",
            Self::Crc32 => "crc32",
            Self::Missing(_) => "missing",
            Self::Colon(_) => "colon",
            Self::OtherKind => "other_kind",
            Self::SignatureForm(_) => "signature_form",
            Self::WrongSignature(_) => "wrong_signature",
        }
    }
}

impl fmt::Display for CallbackErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "the notification is empty: pass the request's body or, if it has none, the query of its URL",
            Self::Syntax(expected) => return write!(f, "invalid syntax: expected {expected}"),
            Self::NotFlat => "nested values: expected one object or element with the fields in it",
            Self::NotInCharset(field) => {
                return write!(f, "{field}: an escaped character is not in the charset: add charset=utf-8 to the handler's URL");
            }
            Self::Repeated(field) => return write!(f, "{field}: repeated with another value"),
            Self::NotANotification => {
                "not a notification: expected a field status, mes or waitcall; check that the format is that of the body"
            }
            Self::SeveralKinds => "fields of several kinds of notification: expected only one of status, mes and waitcall",
            Self::Field(field) => return write!(f, "{field}: invalid value: expected {}", expected(*field)),
            Self::EmptySecret => "the secret is empty: pass the value of md5 or sha1 in the handler's URL",
            Self::NoSignature => "no signature: add sha1=SECRET to the handler's URL",
            Self::Crc32 => {
                "a crc32 signature cannot be verified, because its notation is unknown, and CRC-32 protects nothing: \
                 use sha1=SECRET in the handler's URL"
            }
            Self::Missing(field) => return write!(f, "{field}: missing, but covered by the signature"),
            Self::Colon(field) => return write!(f, "{field}: contains a colon, which would move a border of the signed text"),
            Self::OtherKind => {
                "the signed text may be of another kind of notification: expected at most two digits in a \
                                status, and more in to"
            }
            Self::SignatureForm(Algorithm::Md5) => "md5: expected 32 digits of 0-9 and a-f",
            Self::SignatureForm(Algorithm::Sha1) => "sha1: expected 40 digits of 0-9 and a-f",
            Self::WrongSignature(algorithm) => {
                return write!(
                    f,
                    "{algorithm}: wrong signature: the values were changed, or the secret is not that of the handler's URL \
                     (a line end is part of it), or the values are in another charset"
                );
            }
        })
    }
}

/// Returns what the value of a field has to be.
fn expected(field: CallbackField) -> &'static str {
    match field {
        CallbackField::Id => "a number from 1 to 2147483647, or a text of at most 40 letters, digits, dots, `-` and `_`",
        CallbackField::Status => "an integer of 32 bits",
        CallbackField::Ts => "Unix seconds from 0 to 2^40, or nothing",
        CallbackField::Err | CallbackField::Cnt => "an integer from 0 to 2147483647, or nothing",
        CallbackField::Cost => "a decimal number with at most 4 fraction digits",
        CallbackField::Type => "an integer from 0 to 255, or nothing",
        CallbackField::Flag => "an integer from 0 to 65535, or nothing",
        _ => "a text",
    }
}
