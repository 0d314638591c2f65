//! The lines of `--json`: keys and types of fmt 3, absent fields left out.

use serde::ser::{Serialize, SerializeMap, Serializer};
use smsc_proto::{ApiError, Asked, Cost, Error, ErrorKind, Split, Status, Text, Value};

/// A record.
pub(crate) struct Record<'a> {
    pub(crate) status: &'a Status<'a>,
    pub(crate) is_unasked: bool,
}

/// A pair that did not come back.
pub(crate) struct Missing<'a>(pub(crate) Asked<'a>);

/// A refused request.
pub(crate) struct Refused<'a>(pub(crate) ApiError<'a>);

/// The answer to `del=1`.
pub(crate) struct Deleted;

/// A record or body that cannot be read.
pub(crate) struct Malformed(pub(crate) Error);

/// Anything that shows itself as a string.
struct Shown<T>(T);

impl Serialize for Shown<Text<'_>> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_str() {
            Some(text) => serializer.serialize_str(text),
            None => serializer.collect_str(&self.0),
        }
    }
}

impl Serialize for Shown<Cost<'_>> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.as_str())
    }
}

impl Serialize for Shown<ErrorKind> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (field, value) in self.status.fields() {
            match value {
                Value::Number(number) => map.serialize_entry(field.name(), &number)?,
                Value::Text(text) => map.serialize_entry(field.name(), &Shown(text))?,
                Value::Cost(cost) => map.serialize_entry(field.name(), &Shown(cost))?,
            }
        }
        if self.status.split() == Split::Ambiguous {
            map.serialize_entry("split", "ambiguous")?;
        }
        if self.is_unasked {
            map.serialize_entry("unasked", &true)?;
        }
        map.end()
    }
}

impl Serialize for Missing<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Pair<'a> {
            id: u32,
            phone: &'a str,
        }
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry("missing", &Pair { id: self.0.id, phone: self.0.phone })?;
        map.end()
    }
}

impl Serialize for Refused<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("error_code", &self.0.code.0)?;
        if let Some(text) = self.0.text {
            map.serialize_entry("error", &Shown(text))?;
        }
        if let Some(id) = self.0.id {
            map.serialize_entry("id", &id)?;
        }
        map.end()
    }
}

impl Serialize for Deleted {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry("result", "OK")?;
        map.end()
    }
}

impl Serialize for Malformed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("malformed", &Shown(self.0.kind()))?;
        map.serialize_entry("offset", &self.0.offset())?;
        map.serialize_entry("expected", self.0.expected())?;
        map.end()
    }
}
