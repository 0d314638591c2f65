//! The target for the writer: records that are made field by field and that no reply contained.

use arbitrary::{Arbitrary, Unstructured};
use smsc_proto::{Buffer, Field, Format, Query, Record, Reply, Value, WriteError, WriteErrorKind, Writer};

use super::assert_holds;
use super::input::Header;
use crate::generate::records::Values;
use crate::{adapter, differential};

pub(super) fn check(data: &[u8]) {
    let mut bytes = Unstructured::new(data);
    let header = Header::arbitrary(&mut bytes).unwrap_or_default();
    let case = header.query();
    let most = if case.multi { 4 } else { 1 };
    adapter::with_query(&case, |query| {
        let mut made = Vec::new();
        while made.len() < most && (made.is_empty() || !bytes.is_empty()) {
            let Ok(record) = Values::arbitrary(query, &mut bytes) else { break };
            made.push(record);
        }
        let records: Vec<_> = made.iter().map(Values::record).collect();
        for record in &records {
            assert_holds(differential::record_back(query, record));
            fits_exactly(query, record);
        }
        batch_back(query, &records);
        for body in replaced(query, &records) {
            if query.get_format() == Format::KeyValue || query.get_format() == Format::Values {
                assert_holds(differential::with_oracle(&case, &body));
            }
        }
    });
}

/// Checks that the records which can be written one by one are parsed from a batch in their order.
fn batch_back(query: Query<'_>, records: &[Record<'_>]) {
    let writer = Writer::new(query);
    let good: Vec<_> = records.iter().copied().filter(|record| adapter::write_one(writer, record).is_ok()).collect();
    if good.is_empty() || !query.is_batch() {
        return;
    }
    let body = adapter::write_batch(writer, &good).expect("each of them could be written");
    let Ok(Reply::Records(found)) = query.read(&body) else { panic!("no records: {}", body.escape_ascii()) };
    assert!(found.eq(good.into_iter().map(Ok)), "{query:?}\n{}", body.escape_ascii());
}

/// Checks that a buffer of the exact length is enough, and that a shorter one is left unchanged.
fn fits_exactly(query: Query<'_>, record: &Record<'_>) {
    let writer = Writer::new(query);
    let Ok(body) = adapter::write_one(writer, record) else { return };
    let mut bytes = vec![0; body.len()];
    let mut buffer = Buffer::new(&mut bytes);
    assert_eq!(writer.record(record, &mut buffer), Ok(()));
    assert_eq!(buffer.written(), body);
    let mut bytes = vec![0; body.len() - 1];
    let mut buffer = Buffer::new(&mut bytes);
    assert_eq!(
        writer.record(record, &mut buffer),
        Err(WriteError::new(WriteErrorKind::Full { needed: body.len(), free: body.len() - 1 }))
    );
    assert!(buffer.written().is_empty(), "a part of a rejected record was written");
}

/// Checks that the output of `replacing` is parsed as one record with the same numbers. Returns the
/// bodies.
fn replaced(query: Query<'_>, records: &[Record<'_>]) -> Vec<Vec<u8>> {
    let writer = Writer::new(query).replacing();
    let mut bodies = Vec::new();
    for record in records {
        let body = match adapter::write_one(writer, record) {
            Ok(body) => body,
            Err(error) => {
                assert!(!error.kind().is_replaceable(), "{error}");
                continue;
            }
        };
        let fault = || format!("{query:?}\n{}", body.escape_ascii());
        let Ok(Reply::Records(mut found)) = query.read(&body) else { panic!("no records: {}", fault()) };
        let Some(Ok(again)) = found.next() else { panic!("no record: {}", fault()) };
        assert!(found.next().is_none(), "a second record: {}", fault());
        for field in [Field::Status, Field::Err, Field::Id, Field::LastTimestamp, Field::Cost] {
            let has_field = query.fields(false).any(|present| present == field);
            let shown = |record: &Record<'_>| match record.get(field) {
                Some(Value::Cost(cost)) => Some(cost.to_string()),
                Some(Value::Number(number)) => Some(number.to_string()),
                Some(Value::Text(text)) if field == Field::Id => Some(text.to_string()),
                _ => None,
            };
            // `WriteErrorKind::Misread`: a time before 2001 is dropped where it would be misread.
            let is_early = record.last_timestamp().is_some_and(|time| time < 1_000_000_000);
            let is_dropped = field == Field::LastTimestamp && is_early && shown(&again).is_none();
            assert!(!has_field || is_dropped || shown(&again) == shown(record), "{field}: {}", fault());
        }
        bodies.push(body);
    }
    bodies
}
