//! API errors: a request that the server rejected (R11, R14).

use core::fmt;

use crate::model::codes::{ApiErrorCode, Lang};
use crate::model::endpoint::Endpoint;
use crate::model::message_id::MessageId;
use crate::model::text::Text;

/// An API error: the server rejected the request. For a rejected batch request there is one such
/// error, not one for each message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ApiError<'a> {
    /// The number of the error.
    pub code: ApiErrorCode,
    /// The error message of the server; `None` in fmt 1, which has none.
    pub text: Option<Text<'a>>,
    /// The message's id, which only replies of send.php have.
    pub id: Option<MessageId<'a>>,
}

impl fmt::Display for ApiError<'_> {
    /// Writes the number and its English name, without the server's own text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.code.name(Lang::En) {
            Some(name) => write!(f, "error {}: {name}", self.code),
            None => write!(f, "error {}", self.code),
        }
    }
}

impl<'a> ApiError<'a> {
    /// Creates an API error with a number, but without a text or an id.
    #[must_use]
    pub const fn new(code: ApiErrorCode) -> Self {
        Self { code, text: None, id: None }
    }

    /// Returns the error with this text of the server.
    #[must_use]
    pub const fn with_text(self, text: Text<'a>) -> Self {
        Self { text: Some(text), ..self }
    }

    /// Returns the error with the id of a message, as in a reply of send.php.
    #[must_use]
    pub const fn with_id(self, id: MessageId<'a>) -> Self {
        Self { id: Some(id), ..self }
    }

    /// Returns the endpoint that decides what the number means: send.php if the error has an id,
    /// which no other endpoint adds (R61), and status.php otherwise, whose replies a
    /// [`Query`](crate::Query) reads.
    #[must_use]
    pub const fn endpoint(&self) -> Endpoint {
        if self.id.is_some() { Endpoint::Send } else { Endpoint::Status }
    }
}

impl core::error::Error for ApiError<'_> {}
