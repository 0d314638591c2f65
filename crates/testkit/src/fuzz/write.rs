//! The target for the writer: records made up field by field, which no reply brought.

use arbitrary::{Arbitrary, Unstructured};
use smsc_proto::{Buffer, Field, Format, Query, Record, Reply, Value, WriteError, WriteErrorKind, Writer};

use super::hold;
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
        let records: Vec<_> = made.iter().map(Values::status).collect();
        for record in &records {
            hold(differential::record_back(query, record));
            fits_exactly(query, record);
        }
        batch_back(query, &records);
        for body in replaced(query, &records) {
            if query.get_format() == Format::KeyValue || query.get_format() == Format::Values {
                hold(differential::with_oracle(&case, &body));
            }
        }
    });
}

/// The records that are not refused one by one come back from a batch in their order.
fn batch_back(query: Query<'_>, records: &[Record<'_>]) {
    let writer = Writer::new(query);
    let good: Vec<_> = records.iter().copied().filter(|record| adapter::write_one(writer, record).is_ok()).collect();
    if good.is_empty() || !query.is_batch() {
        return;
    }
    let body = adapter::write_batch(writer, &good).expect("each of them could be written");
    let Ok(Reply::Records(came)) = query.read(&body) else { panic!("no records: {}", body.escape_ascii()) };
    assert!(came.eq(good.into_iter().map(Ok)), "{query:?}\n{}", body.escape_ascii());
}

/// A buffer of just the right length is enough, and a shorter one stays as it was.
fn fits_exactly(query: Query<'_>, record: &Record<'_>) {
    let writer = Writer::new(query);
    let Ok(body) = adapter::write_one(writer, record) else { return };
    let mut room = vec![0; body.len()];
    let mut buffer = Buffer::new(&mut room);
    assert_eq!(writer.record(record, &mut buffer), Ok(()));
    assert_eq!(buffer.written(), body);
    let mut room = vec![0; body.len() - 1];
    let mut buffer = Buffer::new(&mut room);
    assert_eq!(
        writer.record(record, &mut buffer),
        Err(WriteError::new(WriteErrorKind::Full { needed: body.len(), free: body.len() - 1 }))
    );
    assert!(buffer.written().is_empty(), "something was written");
}

/// What is replaced reads as one record, whose numbers are the same. Gives what was written.
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
        let Ok(Reply::Records(mut came)) = query.read(&body) else { panic!("no records: {}", fault()) };
        let Some(Ok(again)) = came.next() else { panic!("no record: {}", fault()) };
        assert!(came.next().is_none(), "a second record: {}", fault());
        for field in [Field::Status, Field::Err, Field::Id, Field::LastTimestamp, Field::Cost] {
            let has_place = query.fields(false).any(|placed| placed == field);
            let shown = |status: &Record<'_>| match status.get(field) {
                Some(Value::Cost(cost)) => Some(cost.to_string()),
                Some(Value::Number(number)) => Some(number.to_string()),
                _ => None,
            };
            assert!(!has_place || shown(&again) == shown(record), "{field}: {}", fault());
        }
        bodies.push(body);
    }
    bodies
}
