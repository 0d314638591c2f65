//! `Serialize` in the shape of fmt 3, without absent fields (feature `serde`).

use serde::de::{Deserialize, Deserializer, Error as _, Unexpected};
use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

use crate::error::{Error, ErrorKind};
use crate::matched::Match;
use crate::model::api_error::ApiError;
use crate::model::codes::{ApiErrorCode, ErrCode, MessageType, StatusCode};
use crate::model::cost::Cost;
use crate::model::fields::Field;
use crate::model::flag::Flag;
use crate::model::message_id::MessageId;
use crate::model::record::{Record, Value};
use crate::model::requested::Requested;
use crate::model::text::Text;
use crate::scan::number::MAX_31_BITS;

/// The key of the mark of an ambiguous record, and its value.
pub(crate) const SPLIT: &str = "split";
pub(crate) const AMBIGUOUS: &str = "ambiguous";

/// Implements `Serialize` for a struct: as an object with these keys, without those whose value is
/// `None`.
macro_rules! objects {
    ($($(#[$doc:meta])* $Type:ident |$this:ident| { $($key:literal: $value:expr,)* })*) => {
        $(
            $(#[$doc])*
            impl ::serde::ser::Serialize for $Type<'_> {
                fn serialize<S: ::serde::ser::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    let $this = self;
                    // Formats such as postcard need to know the length beforehand.
                    let present = [$($value.is_some()),*].into_iter().filter(|is_some| *is_some).count();
                    let mut map = serializer.serialize_map(Some(present))?;
                    $(if let Some(value) = &$value {
                        ::serde::ser::SerializeMap::serialize_entry(&mut map, $key, value)?;
                    })*
                    ::serde::ser::SerializeMap::end(map)
                }
            }
        )*
    };
}

pub(crate) use objects;

/// Implements `Serialize` for codes, as numbers.
macro_rules! numbers {
    ($($Type:ident)*) => {
        $(
            impl Serialize for $Type {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    self.0.serialize(serializer)
                }
            }
        )*
    };
}

numbers! { StatusCode ErrCode ApiErrorCode MessageType Flag }

macro_rules! any_number {
    ($($Type:ident)*) => {
        $(
            impl<'de> Deserialize<'de> for $Type {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    Deserialize::deserialize(deserializer).map(Self)
                }
            }
        )*
    };
}

any_number! { StatusCode MessageType Flag }

/// Implements `Deserialize` for codes that have 31 bits on the wire (R39).
macro_rules! numbers_of_31_bits {
    ($($Type:ident)*) => {
        $(
            impl<'de> Deserialize<'de> for $Type {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let number = u32::deserialize(deserializer)?;
                    if i64::from(number) <= MAX_31_BITS {
                        Ok(Self(number))
                    } else {
                        Err(D::Error::invalid_value(Unexpected::Unsigned(number.into()), &"an integer from 0 to 2147483647"))
                    }
                }
            }
        )*
    };
}

numbers_of_31_bits! { ErrCode ApiErrorCode }

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Some(text) = self.as_str() {
            return serializer.serialize_str(text);
        }
        // Serializers escape a text as a whole faster than its characters one by one.
        let mut buffer = [0; 512];
        let decoded = self.decode_into(&mut buffer).ok().and_then(|len| buffer.get(..len));
        match decoded.and_then(|bytes| core::str::from_utf8(bytes).ok()) {
            Some(text) => serializer.serialize_str(text),
            None => serializer.collect_str(self),
        }
    }
}

/// Serializes as a number or a string; in formats that are not self-describing always as a string.
impl Serialize for MessageId<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.number(), self.text()) {
            (Some(number), _) if serializer.is_human_readable() => serializer.serialize_u32(number),
            (_, Some(text)) => serializer.serialize_str(text),
            _ => serializer.collect_str(self),
        }
    }
}

impl Serialize for Cost<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::Text(text) => text.serialize(serializer),
            Self::Cost(cost) => cost.serialize(serializer),
        }
    }
}

/// Serializes a record, and marks it if it was not requested.
fn serialize_record<S: Serializer>(record: &Record<'_>, is_unexpected: bool, serializer: S) -> Result<S::Ok, S::Error> {
    let is_ambiguous = record.is_ambiguous();
    let marks = usize::from(is_ambiguous).saturating_add(usize::from(is_unexpected));
    // Formats such as postcard need to know the length beforehand.
    let mut map = serializer.serialize_map(Some(record.fields().count().saturating_add(marks)))?;
    for (field, value) in record.fields() {
        match record.id() {
            Some(id) if field == Field::Id => map.serialize_entry(field.name(), &id)?,
            _ => map.serialize_entry(field.name(), &value)?,
        }
    }
    if is_ambiguous {
        map.serialize_entry(SPLIT, AMBIGUOUS)?;
    }
    if is_unexpected {
        map.serialize_entry("unexpected", &true)?;
    }
    map.end()
}

/// Serializes as an object with the keys and types of fmt 3; an ambiguous record also has `"split":
/// "ambiguous"`.
impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_record(self, false, serializer)
    }
}

/// Serializes as the record, which has `"unexpected": true` if it was not requested; or as
/// `{"missing": {"id": …, "phone": …}}`.
impl Serialize for Match<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Requested(record) => serialize_record(record, false, serializer),
            Self::Unexpected(record) => serialize_record(record, true, serializer),
            Self::Missing(pair) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("missing", pair)?;
                map.end()
            }
        }
    }
}

impl Serialize for Requested<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut pair = serializer.serialize_struct("Requested", 2)?;
        pair.serialize_field("id", &self.id)?;
        pair.serialize_field("phone", self.phone)?;
        pair.end()
    }
}

objects! {
    /// Serializes as `{"error_code": N, "error": "text", "id": N}`; absent parts are left out.
    ApiError |this| {
        "error_code": Some(this.code),
        "error": this.text,
        "id": this.id,
    }
}

impl Serialize for ErrorKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Serializes as `{"malformed": "kind", "offset": byte, "expected": "what"}`.
impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut error = serializer.serialize_struct("Error", 3)?;
        error.serialize_field("malformed", &self.kind())?;
        error.serialize_field("offset", &self.offset())?;
        error.serialize_field("expected", self.expected())?;
        error.end()
    }
}
