//! Records and ids that own their data.

use std::fmt;

use smsc_proto::{ErrCode, Field, MessageId, Record, RecordBuilder, Requested, StatusCode, Value, WriteError, WriteErrorKind};

/// The record of a message, which owns its data: every field of the reply, decoded.
///
/// `Debug` shows the status and the id alone.
#[derive(Clone, PartialEq, Eq)]
pub struct MessageRecord {
    status: StatusCode,
    err: Option<ErrCode>,
    last_timestamp: Option<u64>,
    is_ambiguous: bool,
    fields: Vec<(Field, FieldValue)>,
}

/// The value of a field.
#[derive(Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// A number, a code, or an id that is a number.
    Number(i64),
    /// A text, a date, an exact decimal, or digits that are kept as text, such as a phone.
    Text(String),
}

impl MessageRecord {
    /// Copies a record, with every field decoded.
    ///
    /// ```
    /// use smsc_client::MessageRecord;
    /// use smsc_proto::{Field, RecordBuilder, StatusCode};
    ///
    /// let record = RecordBuilder::new(StatusCode::DELIVERED).text(Field::Cost, "2.12")?.build();
    /// let copy = MessageRecord::new(&record);
    /// assert_eq!(copy.text(Field::Cost), Some("2.12"));
    /// # Ok::<(), smsc_proto::WriteError>(())
    /// ```
    #[must_use]
    pub fn new(record: &Record<'_>) -> Self {
        let value = |value| match value {
            Value::Number(number) => FieldValue::Number(number),
            Value::Text(text) => FieldValue::Text(text.to_string()),
            Value::Cost(cost) => FieldValue::Text(cost.as_str().to_owned()),
        };
        Self {
            status: record.status(),
            err: record.err(),
            last_timestamp: record.last_timestamp(),
            is_ambiguous: record.is_ambiguous(),
            fields: record.fields().map(|(field, of)| (field, value(of))).collect(),
        }
    }

    /// Creates a record from fields that were stored: those that [`fields`](Self::fields) returned. A
    /// status among the fields is ignored in favour of `status`.
    ///
    /// ```
    /// use smsc_client::{FieldValue, MessageRecord};
    /// use smsc_proto::{Field, StatusCode};
    ///
    /// let stored = [(Field::Err, FieldValue::Number(6)), (Field::Id, FieldValue::Number(63))];
    /// let record = MessageRecord::from_fields(StatusCode::UNDELIVERABLE, stored, false)?;
    /// assert_eq!(record.err().map(|err| err.0), Some(6));
    /// # Ok::<(), smsc_proto::WriteError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If a field cannot have the value.
    pub fn from_fields(
        status: StatusCode,
        fields: impl IntoIterator<Item = (Field, FieldValue)>,
        is_ambiguous: bool,
    ) -> Result<Self, WriteError> {
        let fields = fields.into_iter().collect();
        let unchecked = Self { status, err: None, last_timestamp: None, is_ambiguous, fields };
        let has_bad_id = unchecked.get(Field::Id).is_some() && unchecked.id().is_none();
        if has_bad_id {
            return Err(WriteErrorKind::Range.at(Field::Id));
        }
        Ok(Self::new(&unchecked.as_record()?))
    }

    /// Copies the record of a requested message, which may leave out the id and the phone of the request.
    pub(crate) fn of_message(record: &Record<'_>, message: &Requested<'_>) -> Self {
        let mut copy = Self::new(record);
        let id = message
            .id
            .number()
            .map_or_else(|| FieldValue::Text(message.id.to_string()), |number| FieldValue::Number(number.into()));
        for (field, value) in [(Field::Phone, FieldValue::Text(message.phone.to_owned())), (Field::Id, id)] {
            let is_empty = matches!(copy.get(field), Some(FieldValue::Text(text)) if text.is_empty());
            if copy.get(field).is_none() || is_empty {
                copy.fields.retain(|(of, _)| *of != field);
                copy.fields.push((field, value));
            }
        }
        copy
    }

    /// Returns the record as the core and the crate sms-outcome take it.
    ///
    /// ```no_run
    /// # fn explain(record: &smsc_client::MessageRecord) -> Result<(), smsc_proto::WriteError> {
    /// let outcome = sms_outcome::lookup_record(&record.as_record()?, smsc_proto::MessageKind::Auto);
    /// println!("{}", outcome.advice.en);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// If the record cannot hold a value. No record that the client returns has such a value.
    pub fn as_record(&self) -> Result<Record<'_>, WriteError> {
        let mut builder = RecordBuilder::new(self.status);
        for (field, value) in &self.fields {
            builder = match value {
                _ if *field == Field::Status => builder,
                FieldValue::Number(_) if *field == Field::Id => self.id().map_or(builder, |id| builder.id(id)),
                FieldValue::Number(number) => builder.number(*field, *number)?,
                FieldValue::Text(text) => builder.text(*field, text)?,
            };
        }
        Ok(if self.is_ambiguous { builder.ambiguous() } else { builder }.build())
    }

    /// Returns the status.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the reason why the message was not delivered.
    #[must_use]
    pub const fn err(&self) -> Option<ErrCode> {
        self.err
    }

    /// Returns the time of the last change of the status, in Unix seconds.
    #[must_use]
    pub const fn last_timestamp(&self) -> Option<u64> {
        self.last_timestamp
    }

    /// Returns whether the reply can be cut into fields in more than one way.
    #[must_use]
    pub const fn is_ambiguous(&self) -> bool {
        self.is_ambiguous
    }

    /// Returns the id.
    #[must_use]
    pub fn id(&self) -> Option<MessageId<'_>> {
        match self.get(Field::Id)? {
            FieldValue::Number(number) => MessageId::new(u32::try_from(*number).ok()?),
            FieldValue::Text(text) => MessageId::parse(text),
        }
    }

    /// Returns the phone.
    #[must_use]
    pub fn phone(&self) -> Option<&str> {
        self.text(Field::Phone)
    }

    /// Returns the key of the message in the history.
    #[must_use]
    pub fn int_id(&self) -> Option<u64> {
        match self.get(Field::IntId)? {
            FieldValue::Number(number) => u64::try_from(*number).ok(),
            FieldValue::Text(text) => text.parse().ok(),
        }
    }

    /// Returns a field that is a text. Returns `None` if the reply left it out.
    #[must_use]
    pub fn text(&self, field: Field) -> Option<&str> {
        match self.get(field)? {
            FieldValue::Text(text) => Some(text),
            FieldValue::Number(_) => None,
        }
    }

    /// Returns the value of a field. Returns `None` if the reply left it out.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<&FieldValue> {
        self.fields.iter().find(|(of, _)| *of == field).map(|(_, value)| value)
    }

    /// Returns the fields of the reply and their values.
    pub fn fields(&self) -> impl Iterator<Item = (Field, &FieldValue)> {
        self.fields.iter().map(|(field, value)| (*field, value))
    }
}

impl fmt::Debug for MessageRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("MessageRecord");
        debug.field("status", &self.status).field("err", &self.err).field("id", &self.id()).finish_non_exhaustive()
    }
}

impl fmt::Debug for FieldValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Number(_) => "Number(..)",
            Self::Text(_) => "Text(..)",
        })
    }
}

/// The id of a message, which owns its data.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Id {
    /// A number from 1 to 2147483647.
    Number(u32),
    /// A text that a client chose.
    Text(String),
}

impl From<MessageId<'_>> for Id {
    fn from(id: MessageId<'_>) -> Self {
        id.number().map_or_else(|| Self::Text(id.to_string()), Self::Number)
    }
}

impl Id {
    /// Returns the id as requests need it. Returns `None` if it is out of range.
    #[must_use]
    pub fn as_message_id(&self) -> Option<MessageId<'_>> {
        match self {
            Self::Number(number) => MessageId::new(*number),
            Self::Text(text) => MessageId::parse(text),
        }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => text.fmt(f),
        }
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
