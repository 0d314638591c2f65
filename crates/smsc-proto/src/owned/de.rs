//! `Deserialize` for [`OwnedRecord`]: the keys and types of fmt 3, in any order.

use core::fmt::{self, Write as _};

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::OwnedRecord;
use crate::model::charset::Charset;
use crate::model::fields::{Field, ValueKind};
use crate::model::record::Record;
use crate::ser::{AMBIGUOUS, SPLIT};

impl<'de, const N: usize> Deserialize<'de> for OwnedRecord<N> {
    /// Deserializes an object with the keys of fmt 3. Unknown keys are skipped, `null` means
    /// absent, and of a repeated key the last value counts. In self-describing formats a number may
    /// be a string, and a text of digits may be a number.
    ///
    /// # Errors
    ///
    /// If `status` is absent, if a value is not valid for its field, or if the texts do not fit
    /// into `N` bytes.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let is_self_describing = deserializer.is_human_readable();
        deserializer.deserialize_map(RecordVisitor { is_self_describing })
    }
}

struct RecordVisitor<const N: usize> {
    /// Whether the format is self-describing, so that it returns the type of each value.
    is_self_describing: bool,
}

impl<'de, const N: usize> Visitor<'de> for RecordVisitor<N> {
    type Value = OwnedRecord<N>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with the fields of a record")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut owned = OwnedRecord::empty(&Record::new(Charset::Utf8));
        let mut has_status = false;
        while let Some(key) = map.next_key()? {
            match key {
                Key::Field(field) => {
                    let is_present =
                        map.next_value_seed(FieldValue { field, owned: &mut owned, is_self_describing: self.is_self_describing })?;
                    if field == Field::Status {
                        has_status = is_present;
                    }
                }
                Key::Split => {
                    if map.next_value::<Mark>()?.0 {
                        owned.numbers.mark_ambiguous();
                    }
                }
                Key::Unknown => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        if has_status { Ok(owned) } else { Err(A::Error::missing_field("status")) }
    }
}

enum Key {
    Field(Field),
    Split,
    Unknown,
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name;
        impl Visitor<'_> for Name {
            type Value = Key;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a field")
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
                let field = Field::ALL.iter().find(|field| field.name() == name);
                Ok(field.map_or(if name == SPLIT { Key::Split } else { Key::Unknown }, |field| Key::Field(*field)))
            }
        }
        deserializer.deserialize_str(Name)
    }
}

/// Whether the record was ambiguous.
struct Mark(bool);

impl<'de> Deserialize<'de> for Mark {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Word;
        impl Visitor<'_> for Word {
            type Value = Mark;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("`ambiguous`")
            }

            fn visit_str<E: Error>(self, word: &str) -> Result<Mark, E> {
                Ok(Mark(word == AMBIGUOUS))
            }
        }
        deserializer.deserialize_str(Word)
    }
}

/// A deserializer of the value of one field, which sets the field and returns whether there was a
/// value. Errors name the field and contain nothing of the value.
struct FieldValue<'o, const N: usize> {
    field: Field,
    owned: &'o mut OwnedRecord<N>,
    is_self_describing: bool,
}

impl<'de, const N: usize> DeserializeSeed<'de> for FieldValue<'_, N> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        match self.field.kind() {
            _ if self.is_self_describing => deserializer.deserialize_any(self),
            ValueKind::Number { .. } => deserializer.deserialize_i64(self),
            ValueKind::Id | ValueKind::Cost | ValueKind::Code | ValueKind::Text => deserializer.deserialize_str(self),
        }
    }
}

impl<const N: usize> FieldValue<'_, N> {
    fn invalid<E: Error>(&self) -> E {
        E::custom(format_args!("invalid {}", self.field))
    }
}

impl<const N: usize> Visitor<'_> for FieldValue<'_, N> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.field)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<bool, E> {
        Err(self.invalid())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<bool, E> {
        Err(self.invalid())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<bool, E> {
        if self.field.range().is_some() {
            self.owned.clear(self.field);
            return self.owned.numbers.set_number(self.field, value).map(|()| true).ok_or_else(|| self.invalid());
        }
        let mut digits = heapless::String::<20>::new();
        write!(digits, "{value}").map_err(|_| self.invalid())?;
        self.visit_str(&digits)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<bool, E> {
        match i64::try_from(value) {
            Ok(value) => self.visit_i64(value),
            Err(_) => Err(self.invalid()),
        }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<bool, E> {
        // A record without an owner checks the form of every field.
        Record::new(Charset::Utf8).set(self.field, text.as_bytes()).ok_or_else(|| self.invalid::<E>())?;
        if self.field.range().is_some() {
            match text.parse() {
                Ok(value) => return self.visit_i64(value),
                // An empty number is absent.
                Err(_) if text.is_empty() => return self.visit_unit(),
                // An id that is a text.
                Err(_) => self.owned.clear(self.field),
            }
        }
        let full = || E::custom(format_args!("the texts of the record take more than {N} bytes"));
        self.owned.set_text(self.field, text.chars()).map(|()| true).ok_or_else(full)
    }

    fn visit_unit<E: Error>(self) -> Result<bool, E> {
        self.owned.clear(self.field);
        Ok(false)
    }
}
