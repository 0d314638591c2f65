//! Properties that every body must have, as checks that the tests and the fuzz targets share. Each
//! returns a description of the fault.

use std::fmt::Write as _;

use serde_json::Value;
use smsc_proto::{Field, Format, Query, Record, Reply, Text, Writer};

use crate::cases::{CaseQuery, same};
use crate::{adapter, oracle, parsers};

/// Nothing, or a description of the fault.
pub type Verdict = Result<(), String>;

/// Formats lines one below the other, for a message.
#[must_use]
pub fn shown(lines: &[Value]) -> String {
    lines.iter().fold(String::new(), |mut text, line| {
        let _ = write!(text, "\n    {line}");
        text
    })
}

/// Checks that the core parses a body of fmt 0 or 1 as the oracle does.
///
/// # Errors
///
/// Returns both results if they differ.
pub fn with_oracle(query: &CaseQuery, body: &[u8]) -> Verdict {
    let (expected, got) = (oracle::read(query, body), adapter::read(query, body));
    if same(&expected, &got) {
        return spans(body, &got);
    }
    Err(format!("{query:?}\nbody {}\noracle {}\ncore   {}", body.escape_ascii(), shown(&expected), shown(&got)))
}

/// Checks that every offset is in its span, and every span in the body.
///
/// # Errors
///
/// Returns the first line with another offset or span.
pub fn spans(body: &[u8], lines: &[Value]) -> Verdict {
    for line in lines.iter().filter(|line| line.get("span").is_some()) {
        let number = |value: &Value| value.as_u64().and_then(|number| usize::try_from(number).ok());
        let found = (number(&line["span"][0]), number(&line["offset"]), number(&line["span"][1]));
        let (Some(start), Some(offset), Some(end)) = found else { return Err(format!("{line} lacks an offset or a span")) };
        if !(start <= offset && offset <= end && end <= body.len()) {
            return Err(format!("{line} in {}", body.escape_ascii()));
        }
    }
    Ok(())
}

/// Checks the guesses at the request of a body (R21b): each is another query than the given one, the
/// first one reads so well that nothing else is guessed from it, and no record is counted twice.
///
/// # Errors
///
/// Returns the guess that does not hold.
pub fn guesses(query: &CaseQuery, body: &[u8]) -> Verdict {
    adapter::with_query(query, |query| {
        let guesses: Vec<_> = query.guess(body).collect();
        for guess in &guesses {
            let is_new = guess.query() != query && guess.reasons().count() > 0;
            if !is_new || guess.records().saturating_add(guess.malformed()) > 32 {
                return Err(format!("{query:?}\nguess {guess:?}\nbody {}", body.escape_ascii()));
            }
        }
        let Some(first) = guesses.first() else { return Ok(()) };
        match first.query().guess(body).find(|second| second.malformed() == 0 && first.malformed() > 0) {
            Some(second) => Err(format!("{query:?}\nguess {first:?}\nbetter {second:?}\nbody {}", body.escape_ascii())),
            None => Ok(()),
        }
    })
}

/// Checks that the core parses a body of fmt 2 or 3 as a general-purpose parser does, if the parser
/// accepts the body.
///
/// # Errors
///
/// Returns both results if they differ.
pub fn with_parser(query: &CaseQuery, body: &[u8]) -> Verdict {
    let query = &CaseQuery { ids: None, ..query.clone() };
    let text = query.encoding().decode_without_bom_handling(body).0;
    let Some(expected) = (if query.fmt == 2 { parsers::xml(&text) } else { parsers::exact_json(&text) }) else { return Ok(()) };
    let got = adapter::read(query, body);
    if same(&expected, &got) {
        return Ok(());
    }
    Err(format!("{query:?}\nbody {text}\nparser {}\ncore   {}", shown(&expected), shown(&got)))
}

/// Checks that the chunk reader returns what the reader of whole bodies returns, wherever the body
/// is cut.
///
/// # Errors
///
/// Returns both results if they differ.
pub fn chunks(query: &CaseQuery, body: &[u8], lengths: &[usize]) -> Verdict {
    let query = CaseQuery { multi: true, ..query.clone() };
    let (whole, chunked) = (adapter::read(&query, body), adapter::read_chunks(&query, body, lengths));
    if whole == chunked {
        return Ok(());
    }
    let (whole, chunked) = (shown(&whole), shown(&chunked));
    Err(format!("{query:?}\n{}\ncut by {lengths:?}\nwhole  {whole}\nchunks {chunked}", body.escape_ascii()))
}

/// Checks that [`Query::read_into`] returns the line that [`Query::read`] returns, or an error if
/// the body is a list of more or fewer records than one.
///
/// # Errors
///
/// Returns both results if they differ.
pub fn single_reply(query: &CaseQuery, body: &[u8]) -> Verdict {
    let query = CaseQuery { multi: false, ids: None, ..query.clone() };
    let got = adapter::read_one(&query, body);
    let lines = adapter::read(&query, body);
    let is_right = match lines.as_slice() {
        [line] => *line == got,
        _ => query.fmt >= 2 && got["malformed"] == "not a record" && got["span"] == serde_json::json!([0, body.len()]),
    };
    if is_right {
        return Ok(());
    }
    Err(format!("{query:?}\nbody {}\nlist   {}\nsingle {got}", body.escape_ascii(), shown(&lines)))
}

/// Checks that a record that is reused holds nothing of the record before.
///
/// # Errors
///
/// Returns both results if they differ.
pub fn reused_record(query: &CaseQuery, body: &[u8]) -> Verdict {
    let (expected, got) = (adapter::read(&CaseQuery { ids: None, ..query.clone() }, body), adapter::read_into(query, body));
    if expected == got {
        return Ok(());
    }
    Err(format!("{query:?}\nbody {}\nby value {}\ninto     {}", body.escape_ascii(), shown(&expected), shown(&got)))
}

/// Checks that the fast path for batches with texts returns what the slow path returns. A query
/// with a requested pair that does not occur takes the slow path, and chooses like a query without
/// pairs. (The core's own tests compare every fast path with its slow path.)
///
/// # Errors
///
/// Returns both results if they differ.
pub fn fast_paths(query: &CaseQuery, body: &[u8]) -> Verdict {
    let fast = CaseQuery { ids: None, ..query.clone() };
    let slow = CaseQuery { ids: Some("1999999937:no phone".to_owned()), ..query.clone() };
    let fast = adapter::read(&fast, body);
    let mut slow = adapter::read(&slow, body);
    slow.retain(|line| line.get("missing").is_none());
    for line in &mut slow {
        line.as_object_mut().map(|line| line.remove("unexpected"));
    }
    if fast == slow {
        return Ok(());
    }
    Err(format!("{query:?}\nbody {}\nfast {}\nslow {}", body.escape_ascii(), shown(&fast), shown(&slow)))
}

/// Checks that the records do not depend on where the body is cut, even if the limit is low, and
/// that a limit that the body does not exceed changes nothing. In fmt 2 and 3 a body longer than
/// the limit is not compared: an element that exceeds the limit is parsed only if the window
/// contains all of it.
///
/// # Errors
///
/// Returns both results if they differ.
pub fn limited_chunks(query: &CaseQuery, body: &[u8], lengths: &[usize], limit: usize) -> Verdict {
    let query = CaseQuery { multi: true, ..query.clone() };
    let read = |lengths: &[usize]| adapter::read_chunks_within(&query, body, lengths, Some(limit));
    let whole = if body.len() <= limit { adapter::read(&query, body) } else { read(&[body.len().max(1)]) };
    let chunked = read(lengths);
    if whole == chunked || (query.fmt >= 2 && body.len() > limit) {
        return Ok(());
    }
    let (whole, chunked) = (shown(&whole), shown(&chunked));
    Err(format!("{query:?}\n{}\nlimit {limit}, cut by {lengths:?}\nwhole  {whole}\nchunks {chunked}", body.escape_ascii()))
}

/// Checks that every record, API error and deletion of a body is parsed as itself after it was
/// written, in every format whose writer accepts it.
///
/// # Errors
///
/// Returns the bytes written if they are parsed as something else.
pub fn written_back(query: &CaseQuery, body: &[u8]) -> Verdict {
    adapter::with_query(&CaseQuery { ids: None, ..query.clone() }, |query| {
        let reply = query.read(body);
        [Format::KeyValue, Format::Values, Format::Xml, Format::Json].into_iter().try_for_each(|format| {
            let other = query.format(format);
            match &reply {
                Ok(Reply::Records(records)) => records.clone().flatten().try_for_each(|record| record_back(other, &record)),
                Ok(Reply::Error(error)) => {
                    let mut out = adapter::Bytes::default();
                    if Writer::new(other).error(error, &mut out).is_err() {
                        return Ok(());
                    }
                    match other.read(&out.0) {
                        Ok(Reply::Error(again)) if again == *error => Ok(()),
                        _ => Err(format!("{error:?}, written as {format:?}: {}", out.0.escape_ascii())),
                    }
                }
                Ok(Reply::Deleted) => {
                    let mut out = adapter::Bytes::default();
                    let written = Writer::new(other).deleted(&mut out);
                    match other.read(&out.0) {
                        Ok(Reply::Deleted) if written.is_ok() => Ok(()),
                        _ => Err(format!("a deletion, written as {format:?}: {}", out.0.escape_ascii())),
                    }
                }
                Err(_) => Ok(()),
            }
        })
    })
}

/// Checks that a record is parsed as itself after it was written, and is not ambiguous then.
/// Accepts a record that the writer rejects.
///
/// # Errors
///
/// Returns the bytes written if they are parsed as something else.
pub fn record_back(query: Query<'_>, record: &Record<'_>) -> Verdict {
    let Ok(body) = adapter::write_one(Writer::new(query), record) else { return Ok(()) };
    let fault = |what: &str| Err(format!("{what}: {query:?}\n{}\n{record:?}", body.escape_ascii()));
    let Ok(Reply::Records(mut records)) = query.read(&body) else { return fault("no records") };
    let Some(Ok(again)) = records.next() else { return fault("no record") };
    // Fields are compared, not records: the original may be marked as ambiguous.
    let is_same = Field::ALL.iter().all(|field| again.get(*field) == record.get(*field));
    if again.is_ambiguous() || !is_same {
        return fault("a different record");
    }
    if records.next().is_some() { fault("a second record") } else { Ok(()) }
}

/// Checks that every way to decode a text returns these characters, also into buffers of every
/// length that makes a difference.
///
/// # Errors
///
/// Returns the way whose result differs.
pub fn decoded(text: Text<'_>, expected: &str) -> Verdict {
    let fault = |way: &str| {
        Err(format!("{way}: {} in {:?}, {:?}, is not {expected:?}", text.as_bytes().escape_ascii(), text.charset(), text.escape()))
    };
    if !text.to_string().eq(expected) {
        return fault("Display");
    }
    if !text.chars().eq(expected.chars()) || text != expected {
        return fault("chars");
    }
    if text.as_str().is_some_and(|borrowed| borrowed != expected) {
        return fault("as_str");
    }
    if text.is_empty() != expected.is_empty() {
        return fault("is_empty");
    }
    let most = expected.len() + 32;
    // To test every length would take quadratic time for a long text.
    let is_tested = |len: &usize| most <= 96 || [0, 1, 8, 24, 25, 32].contains(&len.abs_diff(expected.len()));
    for len in (0..=most).filter(is_tested) {
        let mut buffer = vec![b'?'; len];
        let good = match text.decode_into(&mut buffer) {
            Ok(length) => length <= len && buffer[..length] == *expected.as_bytes(),
            Err(length) => length > len && length == expected.len(),
        };
        if !good {
            return fault(&format!("decode_into {len} bytes"));
        }
    }
    Ok(())
}
