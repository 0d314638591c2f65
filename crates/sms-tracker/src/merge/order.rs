//! The order of reports.

use core::cmp::Ordering;

use smsc_proto::{Field, Record, Text, Value};

use crate::merge::class::{Class, rank};

/// Compares two reports of one message: the greater one tells more of what became of it.
///
/// The order is that of the class, the time of the status, the rank of the status, the err, whether
/// the report can be read in one way alone, and then of the values of all fields. It is total, and
/// reports that are equal have the same fields, in any format.
///
/// ```
/// use core::cmp::Ordering;
/// use smsc_proto::{Field, RecordBuilder, StatusCode};
/// use sms_tracker::compare;
///
/// let at = |status, second| {
///     RecordBuilder::new(status).number(Field::LastTimestamp, second).map(RecordBuilder::build)
/// };
/// let delivered = at(StatusCode::DELIVERED, 1_760_080_210)?;
/// assert_eq!(compare(&delivered, &at(StatusCode::HANDED_OVER, 1_760_080_999)?), Ordering::Greater);
/// assert_eq!(compare(&delivered, &at(StatusCode::UNDELIVERABLE, 1_760_080_999)?), Ordering::Less);
/// # Ok::<(), smsc_proto::WriteError>(())
/// ```
#[must_use]
pub fn compare(one: &Record<'_>, other: &Record<'_>) -> Ordering {
    state(one).cmp(&state(other)).then_with(|| values(one, other))
}

/// The part of a report that its state consists of. Reports of the same state are neighbours in the
/// order.
pub(super) fn state(report: &Record<'_>) -> (Class, u64, u8, i32, Option<u32>) {
    let status = report.status();
    let since = report.last_timestamp().unwrap_or(0);
    (Class::of(status), since, rank(status), status.0, report.err().map(|err| err.0))
}

fn values(one: &Record<'_>, other: &Record<'_>) -> Ordering {
    let by_field = |field: &Field| value(one.get(*field), other.get(*field));
    // An ambiguous report is the lesser one.
    let by_cut = other.is_ambiguous().cmp(&one.is_ambiguous());
    by_cut.then_with(|| Field::ALL.iter().map(by_field).find(|order| order.is_ne()).unwrap_or(Ordering::Equal))
}

fn value(one: Option<Value<'_>>, other: Option<Value<'_>>) -> Ordering {
    match (one, other) {
        (Some(Value::Number(one)), Some(Value::Number(other))) => one.cmp(&other),
        (Some(Value::Text(one)), Some(Value::Text(other))) => text(one, other),
        (Some(Value::Cost(one)), Some(Value::Cost(other))) => one.as_str().cmp(other.as_str()),
        (one, other) => kind(one).cmp(&kind(other)),
    }
}

/// Compares the decoded characters, so that the charset of a report makes no difference.
fn text(one: Text<'_>, other: Text<'_>) -> Ordering {
    one.chars().cmp(other.chars())
}

const fn kind(value: Option<Value<'_>>) -> u8 {
    match value {
        None => 0,
        Some(Value::Number(_)) => 1,
        Some(Value::Text(_)) => 2,
        Some(Value::Cost(_)) => 3,
    }
}
