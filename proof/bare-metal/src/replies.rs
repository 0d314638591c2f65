//! The cases of replies: parsed as a whole and in chunks, compared field by field, written and
//! parsed again.

use core::hint::black_box;

use smsc_proto::{
    ApiError, Buffer, Charset, ChunkReader, Detail, Error, Event, Field, Format, Match, MessageId, MessageKind, Query, Record,
    Reply, Requested, Value, Writer,
};

use crate::flat::{Case, Pairs, shows};
use crate::platform::stack_of;

/// The most bytes of stack that each operation took.
#[derive(Default)]
pub(crate) struct Stack {
    pub(crate) reading: usize,
    pub(crate) chunks: usize,
    pub(crate) writing: usize,
}

/// A line of the output.
enum Line<'a> {
    Record(Record<'a>, bool),
    Missing(Requested<'a>),
    ApiError(ApiError<'a>),
    Deleted,
    Malformed,
}

pub(crate) fn is_right(case: &Case<'_>, stack: &mut Stack) -> bool {
    let Some(id) = MessageId::new(1) else { return false };
    let mut pairs = [Requested { id, phone: "" }; 8];
    let Some(query) = query(case.query, &mut pairs) else { return false };
    stack.reading = stack.reading.max(stack_of(|| skim(&query, case.body)));
    let mut lines = case.lines;
    let mut is_right = true;
    whole(&query, case.body, |line| {
        is_right &= lines.next().is_some_and(|wanted| fits(&line, wanted));
        if let Line::Record(record, _) = line {
            is_right &= comes_back(&query, &record, stack);
        }
    });
    is_right &= lines.next().is_none();
    if query.is_batch() && query.get_requested().is_none() {
        stack.chunks = stack.chunks.max(stack_of(|| chunks(&query, case.body, |_| {})));
        let mut lines = case.lines;
        chunks(&query, case.body, |line| is_right &= lines.next().is_some_and(|wanted| fits(&line, wanted)));
        is_right &= lines.next().is_none();
    }
    is_right
}

/// A record with elements of an unknown name nested as deep as is valid (R26), which no case has.
const DEEPEST: &[u8] = b"<sms><status>1</status>\
    <a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a>\
    <a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a>\
    </a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a>\
    </a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a>\
    </sms>";

/// Returns whether the deepest valid record is parsed, and measures the stack.
pub(crate) fn is_deepest_read(stack: &mut Stack) -> bool {
    let query = Query::new(Format::Xml, Detail::Status);
    stack.reading = stack.reading.max(stack_of(|| skim(&query, DEEPEST)));
    stack.chunks = stack.chunks.max(stack_of(|| chunks(&query, DEEPEST, |_| {})));
    let Ok(Reply::Records(records)) = query.read(DEEPEST) else { return false };
    records.flatten().count() == 1
}

fn query<'q>(pairs: Pairs<'q>, requested: &'q mut [Requested<'q>]) -> Option<Query<'q>> {
    let format = Format::try_from(pairs.get("fmt")?.parse::<u8>().ok()?).ok()?;
    let query = Query::new(format, Detail::try_from(pairs.get("all")?.parse::<u8>().ok()?).ok()?)
        .charset(Charset::from_name(pairs.get("charset")?)?)
        .kind(MessageKind::from_name(pairs.get("kind")?)?);
    let query = if pairs.get("multi")? == "true" { query.batch() } else { query };
    if let Some(ids) = pairs.get("ids") {
        let mut count = 0;
        for pair in ids.split([',']) {
            let (id, phone) = pair.split_once([':'])?;
            *requested.get_mut(count)? = Requested { id: MessageId::parse(id)?, phone };
            count += 1;
        }
        return Some(query.requested(requested.get(..count)?));
    }
    Some(query)
}

/// Parses a body and does nothing else, so that the stack it takes is that of parsing.
#[inline(never)]
fn skim(query: &Query<'_>, body: &[u8]) {
    if let Ok(Reply::Records(records)) = query.read(body) {
        records.for_each(|record| {
            let _ = black_box(record);
        });
    }
}

fn whole<'a>(query: &Query<'a>, body: &'a [u8], mut see: impl FnMut(Line<'a>)) {
    match query.read(body) {
        Ok(Reply::Records(records)) => records.matched().for_each(|item| {
            see(match item {
                Ok(Match::Requested(record)) => Line::Record(record, false),
                Ok(Match::Unexpected(record)) => Line::Record(record, true),
                Ok(Match::Missing(pair)) => Line::Missing(pair),
                Err(error) => malformed(error),
            });
        }),
        Ok(Reply::Error(error)) => see(Line::ApiError(error)),
        Ok(Reply::Deleted) => see(Line::Deleted),
        Err(error) => see(malformed(error)),
    }
}

/// Parses a body that arrives byte by byte.
#[inline(never)]
fn chunks<'a>(query: &Query<'a>, body: &'a [u8], mut see: impl FnMut(Line<'a>)) {
    let mut reader = ChunkReader::new(*query);
    let (mut start, mut end) = (0, 0);
    loop {
        let (used, event) = match reader.read(body.get(start..end).unwrap_or_default(), end == body.len()) {
            Ok(parsed) => parsed,
            Err(error) => return see(malformed(error)),
        };
        start += used;
        match event {
            Event::Record(Ok(record)) => see(Line::Record(record, false)),
            Event::Record(Err(error)) => see(malformed(error)),
            Event::Error(error) => see(Line::ApiError(error)),
            Event::Deleted => see(Line::Deleted),
            Event::NeedMore => end += 1,
            Event::End => return,
        }
    }
}

fn malformed<'a>(error: Error) -> Line<'a> {
    black_box(error);
    Line::Malformed
}

/// Returns whether a line has the expected fields with their values, and no others.
fn fits(line: &Line<'_>, mut wanted: Pairs<'_>) -> bool {
    let count = wanted.count;
    match line {
        Line::Malformed => wanted.get("malformed").is_some(),
        Line::Deleted => wanted.get("result") == Some("OK"),
        Line::Missing(Requested { id, phone }) => wanted.all(|(key, value)| match key {
            "missing.id" => shows(id, value),
            "missing.phone" => *phone == value,
            _ => false,
        }),
        Line::ApiError(error) => {
            let has = 1 + usize::from(error.text.is_some()) + usize::from(error.id.is_some());
            count == has
                && wanted.all(|(key, value)| match key {
                    "error_code" => shows(error.code, value),
                    "error" => error.text.is_some_and(|text| shows(text, value)),
                    "id" => error.id.is_some_and(|id| shows(id, value)),
                    _ => false,
                })
        }
        Line::Record(record, is_unexpected) => {
            let is_ambiguous = record.is_ambiguous();
            let has = record.fields().count() + usize::from(is_ambiguous) + usize::from(*is_unexpected);
            count == has
                && wanted.all(|(key, value)| match key {
                    "split" => is_ambiguous && value == "ambiguous",
                    "unexpected" => *is_unexpected && value == "true",
                    _ => Field::ALL.iter().find(|field| field.name() == key).is_some_and(|field| has_value(record, *field, value)),
                })
        }
    }
}

fn has_value(record: &Record<'_>, field: Field, wanted: &str) -> bool {
    match record.get(field) {
        None => false,
        Some(Value::Number(number)) => shows(number, wanted),
        Some(Value::Cost(cost)) => cost.as_str() == wanted,
        Some(Value::Text(text)) => {
            let mut decoded = [0; 4096];
            text == wanted && text.decode_into(&mut decoded).is_ok_and(|len| decoded.get(..len) == Some(wanted.as_bytes()))
        }
    }
}

/// Returns whether a record is equal after it was written as JSON and parsed again. The other
/// formats may write it or reject it.
fn comes_back(query: &Query<'_>, record: &Record<'_>, stack: &mut Stack) -> bool {
    let mut bytes = [0; 8192];
    for format in [Format::KeyValue, Format::Values, Format::Xml] {
        let other = query.format(format);
        stack.writing = stack.writing.max(stack_of(|| write(&other, record, &mut bytes)));
    }
    let json = Query::new(Format::Json, Detail::Full).charset(Charset::Utf8);
    // Only a batch has a place for the id.
    let json = if query.is_batch() || record.id().is_some() { json.batch() } else { json };
    let mut buffer = Buffer::new(&mut bytes);
    if Writer::new(json).replacing().record(record, &mut buffer).is_err() {
        return false;
    }
    let Ok(Reply::Records(mut records)) = json.read(buffer.written()) else { return false };
    records.next().is_some_and(|back| back.is_ok_and(|back| Field::ALL.iter().all(|field| back.get(*field) == record.get(*field))))
}

#[inline(never)]
fn write(query: &Query<'_>, record: &Record<'_>, bytes: &mut [u8]) {
    let _ = black_box(Writer::new(*query).replacing().record(record, &mut Buffer::new(bytes)));
}
