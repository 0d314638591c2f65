//! Reports as JSON: an array of objects of wire field names and decoded values.

use serde_json::{Map, Value};
use smsc_client::{FieldValue, MessageRecord};
use smsc_proto::{Field, StatusCode};

use crate::error::ErrorKind;

/// The name of the mark of a report that can be read in more than one way.
const AMBIGUOUS: &str = "ambiguous";

/// Writes reports.
pub(crate) fn write(reports: &[MessageRecord]) -> String {
    Value::Array(reports.iter().map(|report| Value::Object(object(report))).collect()).to_string()
}

fn object(report: &MessageRecord) -> Map<String, Value> {
    let value = |value: &FieldValue| match value {
        FieldValue::Number(number) => Value::from(*number),
        FieldValue::Text(text) => Value::from(text.as_str()),
    };
    let mut object: Map<_, _> = report.fields().map(|(field, of)| (field.name().to_owned(), value(of))).collect();
    if report.is_ambiguous() {
        object.insert(AMBIGUOUS.to_owned(), Value::Bool(true));
    }
    object
}

/// Reads what [`write`] wrote.
pub(crate) fn read(json: &str) -> Result<Vec<MessageRecord>, ErrorKind> {
    let objects: Vec<Map<String, Value>> = serde_json::from_str(json).map_err(|_| ErrorKind::Damaged)?;
    objects.into_iter().map(|object| report(object).ok_or(ErrorKind::Damaged)).collect()
}

fn report(mut object: Map<String, Value>) -> Option<MessageRecord> {
    let is_ambiguous = object.remove(AMBIGUOUS).is_some();
    let status = object.get(Field::Status.name())?.as_i64()?;
    let status = StatusCode(i32::try_from(status).ok()?);
    let fields: Option<Vec<_>> = object.into_iter().map(|(name, value)| Some((field(&name)?, field_value(value)?))).collect();
    MessageRecord::from_fields(status, fields?, is_ambiguous).ok()
}

fn field(name: &str) -> Option<Field> {
    Field::ALL.iter().copied().find(|field| field.name() == name)
}

fn field_value(value: Value) -> Option<FieldValue> {
    match value {
        Value::Number(number) => number.as_i64().map(FieldValue::Number),
        Value::String(text) => Some(FieldValue::Text(text)),
        _ => None,
    }
}
