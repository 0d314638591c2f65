//! The refusal of a request (R11, R14).

use core::fmt;

use crate::model::codes::{ApiErrorCode, Lang};
use crate::model::text::Text;

/// A refused request (R11). A refused batch is one of these (R15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ApiError<'a> {
    /// Why (R14).
    pub code: ApiErrorCode,
    /// The server's words for it (R14); fmt 1 has none.
    pub text: Option<Text<'a>>,
    /// The message's id, in replies of send.php (R61).
    pub id: Option<u32>,
}

impl fmt::Display for ApiError<'_> {
    /// The number and its English name, without the server's words.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.code.name(Lang::En) {
            Some(name) => write!(f, "error {}: {name}", self.code),
            None => write!(f, "error {}", self.code),
        }
    }
}

impl<'a> ApiError<'a> {
    /// An error of which the number alone is known (R11).
    #[must_use]
    pub const fn new(code: ApiErrorCode) -> Self {
        Self { code, text: None, id: None }
    }

    /// The same error in the server's words (R14).
    #[must_use]
    pub const fn with_text(self, text: Text<'a>) -> Self {
        Self { text: Some(text), ..self }
    }

    /// The same error with the id of a message, as send.php answers it (R61).
    #[must_use]
    pub const fn with_id(self, id: u32) -> Self {
        Self { id: Some(id), ..self }
    }
}

impl core::error::Error for ApiError<'_> {}
