//! Records and errors that no reply brought.

use core::fmt;

use crate::model::charset::Charset;
use crate::model::codes::StatusCode;
use crate::model::fields::{Field, ValueKind};
use crate::model::record::Record;
use crate::model::text::Text;
use crate::write::{WriteError, WriteErrorKind};

/// Makes a record field by field (R10, R30 to R39), for who writes replies: a stand-in for the server, a test, a proxy.
///
/// ```
/// use smsc_proto::{Field, RecordBuilder, StatusCode, WriteError, WriteErrorKind};
///
/// let status = RecordBuilder::new(StatusCode::DELIVERED)
///     .number(Field::LastTimestamp, 1_760_080_210)?
///     .text(Field::Phone, "79990000020")?
///     .text(Field::Cost, "2.12")?
///     .build();
/// assert_eq!(status.cost().unwrap().as_str(), "2.12");
/// let refused = RecordBuilder::new(StatusCode::DELIVERED).text(Field::Cost, "free");
/// assert_eq!(refused.unwrap_err(), WriteErrorKind::Range.at(Field::Cost));
/// # Ok::<(), WriteError>(())
/// ```
#[derive(Clone, Copy)]
#[must_use]
pub struct RecordBuilder<'a> {
    status: Record<'a>,
    has_text: bool,
}

impl<'a> RecordBuilder<'a> {
    /// A record of which nothing but the status is known (R10).
    pub const fn new(status: StatusCode) -> Self {
        let mut record = Record::new(Charset::Utf8);
        record.code = status;
        Self { status: record, has_text: false }
    }

    /// The same record with a number in this field. A timestamp of 0 is none (R30).
    ///
    /// # Errors
    ///
    /// [`WriteError::Range`], if the field holds no number, or not this one (R39).
    pub fn number(mut self, field: Field, value: i64) -> Result<Self, WriteError> {
        self.status.put_number(field, value).ok_or(WriteErrorKind::Range.at(field))?;
        Ok(self)
    }

    /// The same record with a text, a code or a cost in this field.
    ///
    /// # Errors
    ///
    /// [`WriteError::Range`], if the field holds a number, or this is no cost (R32).
    pub fn text(self, field: Field, value: &'a str) -> Result<Self, WriteError> {
        self.encoded_text(field, Text::new(value.as_bytes(), Charset::Utf8))
    }

    /// The same record with a text, a code or a cost in this field, encoded as it was in the reply that it came from. The texts of one record are all
    /// encoded alike (R7).
    ///
    /// ```
    /// use smsc_proto::{Charset, Field, RecordBuilder, StatusCode, Text, WriteError};
    ///
    /// let record = RecordBuilder::new(StatusCode::READ).encoded_text(Field::Message, Text::new(b"\xc4\xe0", Charset::Windows1251))?;
    /// assert_eq!(record.build().message().unwrap(), "Да");
    /// assert_eq!(record.text(Field::Comment, "да").unwrap_err(), WriteErrorKind::Encoding.at(Field::Comment));
    /// # Ok::<(), WriteError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`WriteError::Range`], if the field holds a number, or this is no cost (R32); [`WriteError::Encoding`], if the record has a text already whose charset
    /// or escapes are others.
    pub fn encoded_text(mut self, field: Field, text: Text<'a>) -> Result<Self, WriteError> {
        if !self.has_text {
            self.status.encode_like(text);
            self.has_text = true;
        }
        if (text.charset(), text.escape()) != (self.status.charset(), self.status.escape()) {
            return Err(WriteErrorKind::Encoding.at(field));
        }
        let is_number = matches!(field.kind(), ValueKind::Number { .. });
        let is_put = !is_number && self.status.put(field, text.as_bytes()).is_some();
        if is_put { Ok(self) } else { Err(WriteErrorKind::Range.at(field)) }
    }

    /// The record: the fields that were put in, and no others (R10).
    #[must_use]
    pub const fn build(self) -> Record<'a> {
        self.status
    }
}

impl fmt::Debug for RecordBuilder<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("StatusBuilder").field(&self.status).finish()
    }
}
