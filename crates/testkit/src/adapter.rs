//! The core in the terms of the cases: takes a query and a body, and returns the lines that `smsc
//! decode --json` prints.

use std::sync::LazyLock;

use serde_json::{Map, Value, json};
use smsc_proto::{
    ApiError, Charset, ChunkReader, Detail, Error, Event, Field, Format, Match, MessageId, MessageKind, Output, Query, Record,
    Reply, Requested, SingleReply, WriteError, Writer,
};

use crate::cases::CaseQuery;

/// Calls `read` with the core's query for a query of the cases.
///
/// # Panics
///
/// Panics if the query is not of the form that [`CaseQuery`] describes.
pub fn with_query<T>(query: &CaseQuery, read: impl FnOnce(Query<'_>) -> T) -> T {
    let pairs = query.requested();
    let pairs: Option<Vec<_>> = pairs
        .as_ref()
        .map(|pairs| pairs.iter().map(|(id, phone)| Requested { id: MessageId::parse(id).expect("an id"), phone }).collect());
    let format = Format::try_from(query.fmt).expect("a format of the wire");
    let core = Query::new(format, Detail::try_from(query.all).expect("0, 1 or 2"))
        .charset(Charset::from_name(&query.charset).expect("a known charset"))
        .kind(MessageKind::from_name(&query.kind).expect("a known kind"));
    let core = if query.multi { core.batch() } else { core };
    let core = if let Some(pairs) = &pairs { core.requested(pairs) } else { core };
    read(core)
}

/// Parses a body with [`Query::read`] and returns the lines of the result. Lines of malformed
/// records contain the whole error.
#[must_use]
pub fn read(query: &CaseQuery, body: &[u8]) -> Vec<Value> {
    with_query(query, |query| match query.read(body) {
        Err(error) => vec![malformed_line(&error)],
        Ok(Reply::Error(error)) => vec![api_error_line(&error)],
        Ok(Reply::Deleted) => vec![json!({"result": "OK"})],
        Ok(Reply::Records(records)) => records.matched().map(|item| line(&item)).collect(),
    })
}

/// Parses a body with [`Query::read_into`], into a record in which every field is set before, and
/// returns the line of the result. The requested pairs of the query are ignored.
#[must_use]
pub fn read_one(query: &CaseQuery, body: &[u8]) -> Value {
    with_query(&CaseQuery { ids: None, ..query.clone() }, |core| {
        let mut record = every_field();
        match core.read_into(body, &mut record) {
            Ok(SingleReply::Record(())) => record_line(&record, false),
            Ok(SingleReply::Error(error)) => api_error_line(&error),
            Ok(SingleReply::Deleted) => json!({"result": "OK"}),
            Err(error) => malformed_line(&error),
        }
    })
}

/// Parses a body with [`Records::next_into`](smsc_proto::Records::next_into), into one record that
/// is reused and in which every field is set before the first call. The requested pairs of the
/// query are ignored.
///
/// # Panics
///
/// Panics if the core cannot parse a record with every field.
#[must_use]
pub fn read_into(query: &CaseQuery, body: &[u8]) -> Vec<Value> {
    let query = CaseQuery { ids: None, ..query.clone() };
    with_query(&query, |core| match core.read(body) {
        Ok(Reply::Records(mut records)) => {
            let mut record = every_field();
            let mut lines = Vec::new();
            while let Some(result) = records.next_into(&mut record) {
                lines.push(result.map_or_else(|error| malformed_line(&error), |()| record_line(&record, false)));
            }
            lines
        }
        _ => read(&query, body),
    })
}

/// Returns a record in which every field is set.
fn every_field() -> Record<'static> {
    static BODY: LazyLock<String> = LazyLock::new(|| {
        let values = Field::ALL.iter().map(|field| match field {
            Field::Id | Field::Status => format!("\"{}\":1", field.name()),
            _ => format!("\"{}\":\"1\"", field.name()),
        });
        format!("{{{}}}", values.collect::<Vec<_>>().join(","))
    });
    let Ok(Reply::Records(mut records)) = Query::new(Format::Json, Detail::Full).read(BODY.as_bytes()) else {
        panic!("no record in {}", *BODY)
    };
    let record = records.next().expect("a record").expect("a well-formed record");
    assert_eq!(record.fields().count(), Field::ALL.len(), "{record:?} has every field");
    record
}

/// Parses a body with a [`ChunkReader`] in chunks of these lengths, which are repeated as needed.
///
/// # Panics
///
/// As for [`read_chunks_within`].
#[must_use]
pub fn read_chunks(query: &CaseQuery, body: &[u8], lengths: &[usize]) -> Vec<Value> {
    read_chunks_within(query, body, lengths, None)
}

/// Parses a body with a [`ChunkReader`] that has this limit, if there is one, in chunks of these
/// lengths. If the first length is even, the reader gets to know that a chunk is the last one only
/// after it needs more input.
///
/// # Panics
///
/// Panics if the reader breaks a promise: if it consumes more than the window, or needs more than
/// its `max_window` or than the whole body.
#[must_use]
pub fn read_chunks_within(query: &CaseQuery, body: &[u8], lengths: &[usize], limit: Option<usize>) -> Vec<Value> {
    with_query(query, |query| {
        let reader = limit.map_or_else(|| ChunkReader::new(query), |limit| ChunkReader::with_limit(query, limit));
        let mut reader = reader.matched();
        let (mut start, mut end) = (0, 0);
        let is_last_late = lengths.first().is_some_and(|length| length % 2 == 0);
        let mut knows_last = !is_last_late;
        let mut lengths = lengths.iter().copied().cycle();
        let mut lines = Vec::new();
        loop {
            let (consumed, event) = match reader.read(&body[start..end], knows_last && end == body.len()) {
                Ok(read) => read,
                Err(error) => {
                    lines.push(malformed_line(&error));
                    return lines;
                }
            };
            assert!(consumed <= end - start, "the reader consumed more than the window");
            start += consumed;
            match event {
                Event::NeedMore => {
                    assert!(end < body.len() || !knows_last, "the reader needed more after the last byte");
                    knows_last |= end == body.len();
                    assert!(end - start < reader.max_window(), "a full window was not enough");
                    end = body.len().min(end + lengths.next().unwrap_or(1).max(1));
                }
                Event::Record(item) => lines.push(line(&item)),
                Event::Error(error) => lines.push(api_error_line(&error)),
                Event::Deleted => lines.push(json!({"result": "OK"})),
                Event::End => return lines,
            }
        }
    })
}

/// An output without a limit.
#[derive(Debug, Default)]
pub struct Bytes(pub Vec<u8>);

impl Output for Bytes {
    fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }
}

/// Writes a reply of one record and returns its bytes.
///
/// # Errors
///
/// As for [`Writer::record`].
///
/// # Panics
///
/// Panics if a part of a rejected record was written.
pub fn write_one(writer: Writer<'_>, record: &Record<'_>) -> Result<Vec<u8>, WriteError> {
    let mut out = Bytes::default();
    let result = writer.record(record, &mut out);
    assert!(result.is_ok() || out.0.is_empty(), "a part of a rejected record was written");
    result.map(|()| out.0)
}

/// Writes a batch of these records and returns its bytes.
///
/// # Errors
///
/// As for [`Writer::batch`] and [`BatchWriter::record`](smsc_proto::BatchWriter::record).
pub fn write_batch(writer: Writer<'_>, records: &[Record<'_>]) -> Result<Vec<u8>, WriteError> {
    let mut out = Bytes::default();
    let mut batch = writer.batch(&mut out)?;
    records.iter().try_for_each(|record| batch.record(record))?;
    batch.end()?;
    Ok(out.0)
}

fn line(item: &Result<Match<'_>, Error>) -> Value {
    match item {
        Ok(Match::Requested(found)) => record_line(found, false),
        Ok(Match::Unexpected(found)) => record_line(found, true),
        Ok(Match::Missing(pair)) => missing_line(pair),
        Err(error) => malformed_line(error),
    }
}

fn record_line(record: &Record<'_>, is_unexpected: bool) -> Value {
    let mut line: Map<String, Value> = record
        .fields()
        .map(|(field, value)| {
            let value = match value {
                smsc_proto::Value::Number(number) => number.into(),
                smsc_proto::Value::Text(text) => text.to_string().into(),
                smsc_proto::Value::Cost(cost) => cost.as_str().into(),
            };
            (field.name().to_owned(), value)
        })
        .collect();
    if record.is_ambiguous() {
        line.insert("split".to_owned(), "ambiguous".into());
    }
    if is_unexpected {
        line.insert("unexpected".to_owned(), true.into());
    }
    line.into()
}

fn missing_line(pair: &Requested<'_>) -> Value {
    json!({"missing": {"id": id_value(pair.id), "phone": pair.phone}})
}

/// Returns an id as in JSON: a number or a string.
fn id_value(id: MessageId<'_>) -> Value {
    id.number().map_or_else(|| id.to_string().into(), Value::from)
}

fn api_error_line(error: &ApiError<'_>) -> Value {
    let mut line = json!({"error_code": error.code.0});
    if let Some(text) = error.text {
        line["error"] = text.to_string().into();
    }
    if let Some(id) = error.id {
        line["id"] = id_value(id);
    }
    line
}

fn malformed_line(error: &Error) -> Value {
    let span = error.span();
    json!({"malformed": error.kind().to_string(), "offset": error.offset(), "expected": error.expected(), "span": [span.start, span.end]})
}
