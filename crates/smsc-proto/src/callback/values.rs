//! The raw values of a notification, by field (R70a).

use crate::callback::error::{CallbackError, CallbackErrorKind};
use crate::callback::field::CallbackField;

/// The last value of each known field.
pub(super) struct Values<'a> {
    slots: [Option<Value<'a>>; CallbackField::ALL.len()],
}

/// The bytes of a value, without escapes, and their offset in the body.
#[derive(Clone, Copy)]
pub(super) struct Value<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) offset: Option<usize>,
}

impl<'a> Values<'a> {
    pub(super) const fn new() -> Self {
        Self { slots: [None; CallbackField::ALL.len()] }
    }

    /// Sets the value of a field. Of a repeated field the last value counts.
    ///
    /// # Errors
    ///
    /// Fails if a field that must be unique has another value already.
    pub(super) fn put(&mut self, field: CallbackField, bytes: &'a [u8], offset: Option<usize>) -> Result<(), CallbackError> {
        let mut slots = self.slots.iter_mut().zip(CallbackField::ALL);
        let Some((slot, _)) = slots.find(|(_, known)| **known == field) else { return Ok(()) };
        if field.must_be_unique() && slot.is_some_and(|known| known.bytes != bytes) {
            return Err(CallbackError::maybe_at(CallbackErrorKind::Repeated(field), offset));
        }
        *slot = Some(Value { bytes, offset });
        Ok(())
    }

    /// Returns the value of a field, or `None` if the field is missing.
    pub(super) fn get(&self, field: CallbackField) -> Option<Value<'a>> {
        self.iter().find(|(known, _)| *known == field).map(|(_, value)| value)
    }

    /// Returns the bytes of a field's value, or `None` if the field is missing.
    pub(super) fn bytes(&self, field: CallbackField) -> Option<&'a [u8]> {
        self.get(field).map(|value| value.bytes)
    }

    /// Returns whether a field has a value that is not empty.
    pub(super) fn has(&self, field: CallbackField) -> bool {
        self.bytes(field).is_some_and(|bytes| !bytes.is_empty())
    }

    /// Returns the fields that are present, with their values.
    pub(super) fn iter(&self) -> impl Iterator<Item = (CallbackField, Value<'a>)> {
        CallbackField::ALL.iter().zip(self.slots).filter_map(|(field, value)| Some((*field, value?)))
    }
}
