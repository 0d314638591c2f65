//! Records that were not parsed from a reply.

use core::fmt;

use crate::model::charset::Charset;
use crate::model::codes::StatusCode;
use crate::model::fields::{Field, ValueKind};
use crate::model::message_id::MessageId;
use crate::model::record::Record;
use crate::model::text::Text;
use crate::write::{WriteError, WriteErrorKind};

/// A builder of records, field by field, for programs that write replies: a simulated server, a
/// test, a proxy.
///
/// ```
/// use smsc_proto::{Field, RecordBuilder, StatusCode, WriteError, WriteErrorKind};
///
/// let record = RecordBuilder::new(StatusCode::DELIVERED)
///     .number(Field::LastTimestamp, 1_760_080_210)?
///     .text(Field::Phone, "79990000020")?
///     .text(Field::Cost, "2.12")?
///     .build();
/// assert_eq!(record.cost().unwrap().as_str(), "2.12");
/// let result = RecordBuilder::new(StatusCode::DELIVERED).text(Field::Cost, "free");
/// assert_eq!(result.unwrap_err(), WriteErrorKind::Range.at(Field::Cost));
/// # Ok::<(), WriteError>(())
/// ```
#[derive(Clone, Copy)]
#[must_use]
pub struct RecordBuilder<'a> {
    record: Record<'a>,
    has_text: bool,
}

impl<'a> RecordBuilder<'a> {
    /// Creates a builder of a record that has only a status.
    pub const fn new(status: StatusCode) -> Self {
        let mut record = Record::new(Charset::Utf8);
        record.code = status;
        Self { record, has_text: false }
    }

    /// Sets a number. A timestamp of 0 leaves the field absent.
    ///
    /// # Errors
    ///
    /// [`WriteErrorKind::Range`] if the field is not a number, or if the value is out of its range.
    pub fn number(mut self, field: Field, value: i64) -> Result<Self, WriteError> {
        self.record.set_number(field, value).ok_or(WriteErrorKind::Range.at(field))?;
        Ok(self)
    }

    /// Sets the id.
    pub fn id(mut self, id: MessageId<'a>) -> Self {
        self.record.set_id(id);
        self
    }

    /// Sets a text, a code, a cost or an id.
    ///
    /// # Errors
    ///
    /// [`WriteErrorKind::Range`] if the field is a number, or if it is a cost and the value is not;
    /// [`WriteErrorKind::Encoding`] if the record has texts in another charset or with escapes.
    pub fn text(self, field: Field, value: &'a str) -> Result<Self, WriteError> {
        self.encoded_text(field, Text::new(value.as_bytes(), Charset::Utf8))
    }

    /// Sets a text, a code or a cost from a [`Text`] of any charset and with any escapes, such as
    /// that of a parsed record. All texts of one record must have the same charset and escapes.
    ///
    /// ```
    /// use smsc_proto::{
    ///     Charset, Field, RecordBuilder, StatusCode, Text, WriteError, WriteErrorKind,
    /// };
    ///
    /// let builder = RecordBuilder::new(StatusCode::READ)
    ///     .encoded_text(Field::Message, Text::new(b"\xc4\xe0", Charset::Windows1251))?;
    /// assert_eq!(builder.build().message().unwrap(), "Да");
    /// let error = builder.text(Field::Comment, "да").unwrap_err();
    /// assert_eq!(error, WriteErrorKind::Encoding.at(Field::Comment));
    /// # Ok::<(), WriteError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`WriteErrorKind::Range`] if the field is a number, or if it is a cost and the value is not;
    /// [`WriteErrorKind::Encoding`] if the record already has a text with another charset or other
    /// escapes.
    pub fn encoded_text(mut self, field: Field, text: Text<'a>) -> Result<Self, WriteError> {
        if !self.has_text {
            self.record.encode_like(text);
            self.has_text = true;
        }
        if (text.charset(), text.escape()) != (self.record.charset(), self.record.escape()) {
            return Err(WriteErrorKind::Encoding.at(field));
        }
        let is_number = matches!(field.kind(), ValueKind::Number { .. });
        let is_set = !is_number && self.record.set(field, text.as_bytes()).is_some();
        if is_set { Ok(self) } else { Err(WriteErrorKind::Range.at(field)) }
    }

    /// Marks the record as ambiguous: a copy of one whose reply can be read in more than one way.
    pub const fn ambiguous(mut self) -> Self {
        self.record.mark_ambiguous();
        self
    }

    /// Returns the record, with the fields that were set.
    #[must_use]
    pub const fn build(self) -> Record<'a> {
        self.record
    }
}

impl fmt::Debug for RecordBuilder<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RecordBuilder").field(&self.record).finish()
    }
}
