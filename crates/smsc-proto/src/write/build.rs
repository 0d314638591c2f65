//! Records and errors that no reply brought.

use core::fmt;

use crate::charset::Charset;
use crate::codes::{ApiErrorCode, StatusCode};
use crate::fields::{Field, ValueKind};
use crate::reply::ApiError;
use crate::status::Status;
use crate::text::Text;
use crate::write::WriteError;

/// Makes a record field by field (R10, R30 to R39), for who writes replies: a stand-in for the server, a test, a proxy.
///
/// ```
/// use smsc_proto::{Field, StatusBuilder, StatusCode, WriteError};
///
/// let status = StatusBuilder::new(StatusCode::DELIVERED)
///     .number(Field::LastTimestamp, 1_760_080_210)?
///     .text(Field::Phone, "79990000020")?
///     .text(Field::Cost, "2.12")?
///     .build();
/// assert_eq!(status.cost().unwrap().as_str(), "2.12");
/// let refused = StatusBuilder::new(StatusCode::DELIVERED).text(Field::Cost, "free");
/// assert_eq!(refused.unwrap_err(), WriteError::Range(Field::Cost.into()));
/// # Ok::<(), WriteError>(())
/// ```
#[derive(Clone, Copy)]
#[must_use]
pub struct StatusBuilder<'a>(Status<'a>);

impl<'a> StatusBuilder<'a> {
    /// A record of which nothing but the status is known (R10).
    pub const fn new(status: StatusCode) -> Self {
        let mut record = Status::empty(Charset::Utf8);
        record.code = status;
        Self(record)
    }

    /// The same record with a number in this field. A timestamp of 0 is none (R30).
    ///
    /// # Errors
    ///
    /// [`WriteError::Range`], if the field holds no number, or not this one (R39).
    pub fn number(mut self, field: Field, value: i64) -> Result<Self, WriteError> {
        self.0.put_number(field, value).ok_or(WriteError::Range(field.into()))?;
        Ok(self)
    }

    /// The same record with a text, a code or a cost in this field.
    ///
    /// # Errors
    ///
    /// [`WriteError::Range`], if the field holds a number, or this is no cost (R32).
    pub fn text(mut self, field: Field, value: &'a str) -> Result<Self, WriteError> {
        let is_number = matches!(field.kind(), ValueKind::Number { .. });
        let is_put = !is_number && self.0.put(field, value.as_bytes()).is_some();
        if is_put { Ok(self) } else { Err(WriteError::Range(field.into())) }
    }

    /// The record: the fields that were put in, and no others (R10).
    #[must_use]
    pub const fn build(self) -> Status<'a> {
        self.0
    }
}

impl fmt::Debug for StatusBuilder<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("StatusBuilder").field(&self.0).finish()
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
