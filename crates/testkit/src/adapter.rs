//! The core, seen through the terms of the cases: a query and a body in, lines of the contract out.

use std::sync::LazyLock;

use serde_json::{Map, Value, json};
use smsc_proto::{
    ApiError, Charset, ChunkReader, Detail, Error, Event, Field, Format, Match, MessageKind, Output, Query, Record, Reply,
    Requested, SingleReply, WriteError, Writer,
};

use crate::cases::CaseQuery;

/// Calls `read` with the core's own query.
///
/// # Panics
///
/// Where the query is not of the form that [`CaseQuery`] describes, or the core does not read its format.
pub fn with_query<T>(query: &CaseQuery, read: impl FnOnce(Query<'_>) -> T) -> T {
    let pairs = query.requested();
    let pair = |(id, phone): &'_ (u64, String)| (u32::try_from(*id).expect("an id"), phone.clone());
    let pairs: Option<Vec<_>> = pairs.map(|pairs| pairs.iter().map(pair).collect());
    let pairs: Option<Vec<_>> = pairs.as_ref().map(|pairs| pairs.iter().map(|(id, phone)| Requested { id: *id, phone }).collect());
    let format = Format::try_from(query.fmt).expect("a format of the wire");
    let core = Query::new(format, Detail::try_from(query.all).expect("0, 1 or 2"))
        .charset(Charset::from_name(&query.charset).expect("a known charset"))
        .kind(MessageKind::from_name(&query.kind).expect("a known kind"));
    let core = if query.multi { core.batch() } else { core };
    let core = if let Some(pairs) = &pairs { core.requested(pairs) } else { core };
    read(core)
}

/// What the core reads, as lines of the contract with everything that a malformed line says.
#[must_use]
pub fn read(query: &CaseQuery, body: &[u8]) -> Vec<Value> {
    with_query(query, |query| match query.read(body) {
        Err(error) => vec![malformed(&error)],
        Ok(Reply::Error(error)) => vec![refused(&error)],
        Ok(Reply::Deleted) => vec![json!({"result": "OK"})],
        Ok(Reply::Records(records)) => records.matched().map(|item| line(&item)).collect(),
    })
}

/// The same for one message, into a record that holds every field before; without known pairs.
#[must_use]
pub fn read_one(query: &CaseQuery, body: &[u8]) -> Value {
    with_query(&CaseQuery { ids: None, ..query.clone() }, |core| {
        let mut status = every_field();
        match core.read_into(body, &mut status) {
            Ok(SingleReply::Record(())) => record(&status, false),
            Ok(SingleReply::Error(error)) => refused(&error),
            Ok(SingleReply::Deleted) => json!({"result": "OK"}),
            Err(error) => malformed(&error),
        }
    })
}

/// The same into one record that is used again and again, and holds every field before the first; without known pairs.
///
/// # Panics
///
/// Where the core cannot read a record with every field.
#[must_use]
pub fn read_into(query: &CaseQuery, body: &[u8]) -> Vec<Value> {
    let query = CaseQuery { ids: None, ..query.clone() };
    with_query(&query, |core| match core.read(body) {
        Ok(Reply::Records(mut records)) => {
            let mut status = every_field();
            let mut lines = Vec::new();
            while let Some(result) = records.next_into(&mut status) {
                lines.push(result.map_or_else(|error| malformed(&error), |()| record(&status, false)));
            }
            lines
        }
        _ => read(&query, body),
    })
}

/// A record in which every field is there.
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
    let status = records.next().expect("a record").expect("a record that can be read");
    assert_eq!(status.fields().count(), Field::ALL.len(), "{status:?} has every field");
    status
}

/// The same through the chunk reader, which gets the body in pieces of these lengths, over and over.
///
/// # Panics
///
/// As for [`read_chunks_within`].
#[must_use]
pub fn read_chunks(query: &CaseQuery, body: &[u8], lengths: &[usize]) -> Vec<Value> {
    read_chunks_within(query, body, lengths, None)
}

/// The same through a chunk reader with a limit of its own. Where the first length is even, the reader learns that the last piece was the last only when it asks for more.
///
/// # Panics
///
/// Where the reader breaks a promise: it uses up more than there is, or wants more than its window or than the body holds.
#[must_use]
pub fn read_chunks_within(query: &CaseQuery, body: &[u8], lengths: &[usize], limit: Option<usize>) -> Vec<Value> {
    with_query(query, |query| {
        let reader = limit.map_or_else(|| ChunkReader::new(query), |limit| ChunkReader::with_limit(query, limit));
        let mut reader = reader.matched();
        let (mut start, mut end) = (0, 0);
        let is_told_late = lengths.first().is_some_and(|length| length % 2 == 0);
        let mut is_told = !is_told_late;
        let mut lengths = lengths.iter().copied().cycle();
        let mut lines = Vec::new();
        loop {
            let (used, event) = match reader.read(&body[start..end], is_told && end == body.len()) {
                Ok(read) => read,
                Err(error) => {
                    lines.push(malformed(&error));
                    return lines;
                }
            };
            assert!(used <= end - start, "more was consumed than there was");
            start += used;
            match event {
                Event::NeedMore => {
                    assert!(end < body.len() || !is_told, "more was needed after the last byte");
                    is_told |= end == body.len();
                    assert!(end - start < reader.max_window(), "a full window was not enough");
                    end = body.len().min(end + lengths.next().unwrap_or(1).max(1));
                }
                Event::Record(item) => lines.push(line(&item)),
                Event::Error(error) => lines.push(refused(&error)),
                Event::Deleted => lines.push(json!({"result": "OK"})),
                Event::End => return lines,
            }
        }
    })
}

/// Bytes without a limit.
#[derive(Debug, Default)]
pub struct Bytes(pub Vec<u8>);

impl Output for Bytes {
    fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }
}

/// A reply of one record.
///
/// # Errors
///
/// As for [`Writer::record`].
///
/// # Panics
///
/// Where something was written of a refused record.
pub fn write_one(writer: Writer<'_>, record: &Record<'_>) -> Result<Vec<u8>, WriteError> {
    let mut out = Bytes::default();
    let result = writer.record(record, &mut out);
    assert!(result.is_ok() || out.0.is_empty(), "something was written of a refused record");
    result.map(|()| out.0)
}

/// A batch of these records.
///
/// # Errors
///
/// As for [`Writer::batch`] and [`Batch::record`](smsc_proto::Batch::record).
pub fn write_batch(writer: Writer<'_>, records: &[Record<'_>]) -> Result<Vec<u8>, WriteError> {
    let mut out = Bytes::default();
    let mut batch = writer.batch(&mut out)?;
    records.iter().try_for_each(|record| batch.record(record))?;
    batch.end()?;
    Ok(out.0)
}

fn line(item: &Result<Match<'_>, Error>) -> Value {
    match item {
        Ok(Match::Requested(found)) => record(found, false),
        Ok(Match::Unexpected(found)) => record(found, true),
        Ok(Match::Missing(pair)) => missing(pair),
        Err(error) => malformed(error),
    }
}

fn record(status: &Record<'_>, is_unexpected: bool) -> Value {
    let mut line: Map<String, Value> = status
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
    if status.is_ambiguous() {
        line.insert("split".to_owned(), "ambiguous".into());
    }
    if is_unexpected {
        line.insert("unexpected".to_owned(), true.into());
    }
    line.into()
}

fn missing(pair: &Requested<'_>) -> Value {
    json!({"missing": {"id": pair.id, "phone": pair.phone}})
}

fn refused(error: &ApiError<'_>) -> Value {
    let mut line = json!({"error_code": error.code.0});
    if let Some(text) = error.text {
        line["error"] = text.to_string().into();
    }
    if let Some(id) = error.id {
        line["id"] = id.into();
    }
    line
}

fn malformed(error: &Error) -> Value {
    let span = error.span();
    json!({"malformed": error.kind().to_string(), "offset": error.offset(), "expected": error.expected(), "span": [span.start, span.end]})
}
