//! Errors of requests: what cannot be sent, and why.

use core::fmt;

/// A request that cannot be written, found before anything is sent.
///
/// It names the parameter and, in a list, the item. It never holds a value: no credentials, no
/// phone, no text.
///
/// ```
/// use smsc_proto::request::{BalanceRequest, Credentials, Request as _, RequestErrorKind};
///
/// let error = BalanceRequest::new().write_body(&Credentials::api_key(""), &mut String::new()).unwrap_err();
/// assert_eq!(error.kind(), RequestErrorKind::Missing);
/// assert_eq!(error.to_string(), "`apikey`: missing: expected a key of the account");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestError {
    kind: RequestErrorKind,
    parameter: &'static str,
    item: Option<usize>,
    expected: &'static str,
}

/// The kind of an error in a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RequestErrorKind {
    /// A value that is needed is missing or empty.
    Missing,
    /// A value has a wrong form, is out of range, or contains a character that it cannot have.
    Invalid,
    /// A text has more characters than the service accepts.
    TooLong {
        /// The maximum number of characters.
        max: usize,
    },
    /// A list has too many items for one request.
    TooMany {
        /// The maximum number of items.
        max: usize,
    },
    /// An (id, phone) pair occurs twice.
    Repeated {
        /// The index of the first of the two, from 0.
        first: usize,
    },
    /// A character is not in the request's charset.
    Charset {
        /// The number of characters before it in the value.
        at: usize,
    },
    /// The request is valid for the service, but what it replies is not known.
    Unsupported,
    /// The request is too long for a GET.
    UrlTooLong {
        /// The maximum number of characters of the URL.
        max: usize,
    },
    /// The output rejected the bytes.
    Output,
}

impl RequestError {
    pub(crate) const fn new(kind: RequestErrorKind, parameter: &'static str, expected: &'static str) -> Self {
        Self { kind, parameter, item: None, expected }
    }

    pub(crate) const fn missing(parameter: &'static str, expected: &'static str) -> Self {
        Self::new(RequestErrorKind::Missing, parameter, expected)
    }

    pub(crate) const fn invalid(parameter: &'static str, expected: &'static str) -> Self {
        Self::new(RequestErrorKind::Invalid, parameter, expected)
    }

    /// Returns the error of an item of a list.
    pub(crate) const fn of_item(self, item: usize) -> Self {
        Self { item: Some(item), ..self }
    }

    /// Returns what is wrong.
    #[must_use]
    pub const fn kind(&self) -> RequestErrorKind {
        self.kind
    }

    /// Returns the name of the parameter on the wire, such as `phones`.
    #[must_use]
    pub const fn parameter(&self) -> &'static str {
        self.parameter
    }

    /// Returns the index of the item, from 0, if the parameter is a list.
    #[must_use]
    pub const fn item(&self) -> Option<usize> {
        self.item
    }

    /// Returns what was expected.
    #[must_use]
    pub const fn expected(&self) -> &'static str {
        self.expected
    }
}

impl fmt::Display for RequestError {
    /// Writes the parameter, the number of the item, counted from 1, and what is wrong.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.parameter)?;
        if let Some(item) = self.item {
            write!(f, ", item {}", item.saturating_add(1))?;
        }
        write!(f, ": {}: expected {}", self.kind, self.expected)
    }
}

impl fmt::Display for RequestErrorKind {
    /// Writes what is wrong, without the parameter.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("missing"),
            Self::Invalid => f.write_str("invalid"),
            Self::TooLong { max } => write!(f, "longer than {max} characters"),
            Self::TooMany { max } => write!(f, "more than {max} items"),
            Self::Repeated { first } => write!(f, "the same message as item {}", first.saturating_add(1)),
            Self::Charset { at } => write!(f, "the character after the first {at} is not in the request's charset"),
            Self::Unsupported => f.write_str("not supported"),
            Self::UrlTooLong { max } => write!(f, "the URL is longer than {max} characters"),
            Self::Output => f.write_str("the output rejected the bytes"),
        }
    }
}

impl core::error::Error for RequestError {}
