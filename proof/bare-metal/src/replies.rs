//! The cases of replies: read as a whole and in pieces, compared field by field, written and read again.

use core::hint::black_box;

use smsc_proto::{
    Detail, ApiError, Requested, Buffer, Charset, ChunkReader, Error, Event, Field, Format, MessageKind, Match, Query, Reply, Split, Record, Value,
    Writer,
};

use crate::flat::{Case, Pairs, shows};
use crate::platform::stack_of;

/// The most of the stack that something took.
#[derive(Default)]
pub(crate) struct Stack {
    pub(crate) reading: usize,
    pub(crate) pieces: usize,
    pub(crate) writing: usize,
}

/// A line that came.
enum Line<'a> {
    Record(Record<'a>, bool),
    Missing(Requested<'a>),
    Refused(ApiError<'a>),
    Deleted,
    Malformed,
}

pub(crate) fn is_right(case: &Case<'_>, stack: &mut Stack) -> bool {
    let mut asked = [Requested { id: 0, phone: "" }; 8];
    let Some(query) = query(case.query, &mut asked) else { return false };
    stack.reading = stack.reading.max(stack_of(|| skim(&query, case.body)));
    let mut lines = case.lines;
    let mut is_right = true;
    whole(&query, case.body, |line| {
        is_right &= lines.next().is_some_and(|wanted| fits(&line, wanted));
        if let Line::Record(status, _) = line {
            is_right &= comes_back(&query, &status, stack);
        }
    });
    is_right &= lines.next().is_none();
    if query.is_batch() && query.get_requested().is_none() {
        stack.pieces = stack.pieces.max(stack_of(|| pieces(&query, case.body, |_| {})));
        let mut lines = case.lines;
        pieces(&query, case.body, |line| is_right &= lines.next().is_some_and(|wanted| fits(&line, wanted)));
        is_right &= lines.next().is_none();
    }
    is_right
}

/// A record in which elements of an unknown name nest as deep as they may (R26), which no case has.
const DEEPEST: &[u8] = b"<sms><status>1</status>\
    <a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a>\
    <a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a>\
    </a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a>\
    </a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a>\
    </sms>";

/// Whether the deepest record there may be is read, and what that takes.
pub(crate) fn is_deepest_read(stack: &mut Stack) -> bool {
    let query = Query::new(Format::Xml, Detail::Status);
    stack.reading = stack.reading.max(stack_of(|| skim(&query, DEEPEST)));
    stack.pieces = stack.pieces.max(stack_of(|| pieces(&query, DEEPEST, |_| {})));
    let Ok(Reply::Records(records)) = query.read(DEEPEST) else { return false };
    records.flatten().count() == 1
}

fn query<'q>(pairs: Pairs<'q>, asked: &'q mut [Requested<'q>]) -> Option<Query<'q>> {
    let format = Format::try_from(pairs.get("fmt")?.parse::<u8>().ok()?).ok()?;
    let mut query = Query::new(format, Detail::try_from(pairs.get("all")?.parse::<u8>().ok()?).ok()?);
    query.batch = pairs.get("multi")? == "true";
    let charset = pairs.get("charset")?;
    query.charset = *Charset::ALL.iter().find(|known| known.name() == charset)?;
    query.kind = match pairs.get("kind")? {
        "sms" => MessageKind::Sms,
        "hlr" => MessageKind::Hlr,
        "email" => MessageKind::Email,
        _ => MessageKind::Auto,
    };
    if let Some(ids) = pairs.get("ids") {
        let mut count = 0;
        for pair in ids.split([',']) {
            let (id, phone) = pair.split_once([':'])?;
            *asked.get_mut(count)? = Requested { id: id.parse().ok()?, phone };
            count += 1;
        }
        query.asked = asked.get(..count);
    }
    Some(query)
}

/// Reads a body, and nothing else: what it takes of the stack is what reading takes.
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
                Ok(Match::Requested(status)) => Line::Record(status, false),
                Ok(Match::Unexpected(status)) => Line::Record(status, true),
                Ok(Match::Missing(pair)) => Line::Missing(pair),
                Err(error) => malformed(error),
            });
        }),
        Ok(Reply::Error(error)) => see(Line::Refused(error)),
        Ok(Reply::Deleted) => see(Line::Deleted),
        Err(error) => see(malformed(error)),
    }
}

/// The body comes byte by byte.
#[inline(never)]
fn pieces<'a>(query: &Query<'a>, body: &'a [u8], mut see: impl FnMut(Line<'a>)) {
    let mut chunks = ChunkReader::new(*query);
    let (mut start, mut end) = (0, 0);
    loop {
        let (used, event) = chunks.read(body.get(start..end).unwrap_or_default(), end == body.len());
        start += used;
        match event {
            Event::Record(Ok(status)) => see(Line::Record(status, false)),
            Event::Record(Err(error)) | Event::NotAReply(error) => see(malformed(error)),
            Event::Error(error) => see(Line::Refused(error)),
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

/// Whether a line has the fields that are expected, with their values, and no others.
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
        Line::Refused(error) => {
            let has = 1 + usize::from(error.text.is_some()) + usize::from(error.id.is_some());
            count == has
                && wanted.all(|(key, value)| match key {
                    "error_code" => shows(error.code, value),
                    "error" => error.text.is_some_and(|text| shows(text, value)),
                    "id" => error.id.is_some_and(|id| shows(id, value)),
                    _ => false,
                })
        }
        Line::Record(status, is_unexpected) => {
            let is_ambiguous = status.is_ambiguous();
            let has = status.fields().count() + usize::from(is_ambiguous) + usize::from(*is_unexpected);
            count == has
                && wanted.all(|(key, value)| match key {
                    "split" => is_ambiguous && value == "ambiguous",
                    "unexpected" => *is_unexpected && value == "true",
                    _ => Field::ALL.iter().find(|field| field.name() == key).is_some_and(|field| has_value(status, *field, value)),
                })
        }
    }
}

fn has_value(status: &Record<'_>, field: Field, wanted: &str) -> bool {
    match status.get(field) {
        None => false,
        Some(Value::Number(number)) => shows(number, wanted),
        Some(Value::Cost(cost)) => cost.as_str() == wanted,
        Some(Value::Text(text)) => {
            let mut decoded = [0; 4096];
            text == wanted && text.decode_into(&mut decoded).is_ok_and(|len| decoded.get(..len) == Some(wanted.as_bytes()))
        }
    }
}

/// Whether a record is the same once it was written as JSON and read again; the other formats only have to take it or refuse it.
fn comes_back(query: &Query<'_>, status: &Record<'_>, stack: &mut Stack) -> bool {
    let mut bytes = [0; 8192];
    for format in [Format::KeyValue, Format::Values, Format::Xml] {
        let mut other = *query;
        other.format = format;
        stack.writing = stack.writing.max(stack_of(|| write(&other, status, &mut bytes)));
    }
    let mut json = Query::new(Format::Json, Detail::Full).charset(Charset::Utf8);
    json.batch = query.is_batch();
    let mut buffer = Buffer::new(&mut bytes);
    if Writer::new(json).replacing().record(status, &mut buffer).is_err() {
        return false;
    }
    let Ok(Reply::Records(mut records)) = json.read(buffer.written()) else { return false };
    records.next().is_some_and(|back| back.is_ok_and(|back| Field::ALL.iter().all(|field| back.get(*field) == status.get(*field))))
}

#[inline(never)]
fn write(query: &Query<'_>, status: &Record<'_>, bytes: &mut [u8]) {
    let _ = black_box(Writer::new(*query).replacing().record(status, &mut Buffer::new(bytes)));
}
