//! What must hold of any body, each as one check that tests and fuzz targets share. What is wrong comes back in words.

use std::fmt::Write as _;

use serde_json::Value;
use smsc_proto::{Field, Format, Query, Record, Reply, Text, Writer};

use crate::cases::{CaseQuery, same};
use crate::{adapter, oracle, parsers};

/// Nothing, or what is wrong.
pub type Verdict = Result<(), String>;

/// Lines one below the other, for a message.
#[must_use]
pub fn shown(lines: &[Value]) -> String {
    lines.iter().fold(String::new(), |mut text, line| {
        let _ = write!(text, "\n    {line}");
        text
    })
}

/// The core reads a body of fmt 0 or 1 as the oracle does.
///
/// # Errors
///
/// Both readings, where they differ.
pub fn with_oracle(query: &CaseQuery, body: &[u8]) -> Verdict {
    let (expected, got) = (oracle::read(query, body), adapter::read(query, body));
    if same(&expected, &got) {
        return places(body, &got);
    }
    Err(format!("{query:?}\nbody {}\noracle {}\ncore   {}", body.escape_ascii(), shown(&expected), shown(&got)))
}

/// Every offset lies in its span, and every span in the body.
///
/// # Errors
///
/// The line of which that is not so.
pub fn places(body: &[u8], lines: &[Value]) -> Verdict {
    for line in lines.iter().filter(|line| line.get("span").is_some()) {
        let number = |value: &Value| value.as_u64().and_then(|number| usize::try_from(number).ok());
        let found = (number(&line["span"][0]), number(&line["offset"]), number(&line["span"][1]));
        let (Some(start), Some(offset), Some(end)) = found else { return Err(format!("{line} lacks a place")) };
        if !(start <= offset && offset <= end && end <= body.len()) {
            return Err(format!("{line} in {}", body.escape_ascii()));
        }
    }
    Ok(())
}

/// The core reads a body of fmt 2 or 3 as a parser for general use does, if that can read it at all.
///
/// # Errors
///
/// Both readings, where they differ.
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

/// The chunk reader gives what the slice reader gives, however the body is cut.
///
/// # Errors
///
/// Both readings, where they differ.
pub fn chunks(query: &CaseQuery, body: &[u8], lengths: &[usize]) -> Verdict {
    let query = CaseQuery { multi: true, ..query.clone() };
    let (whole, chunked) = (adapter::read(&query, body), adapter::read_chunks(&query, body, lengths));
    if whole == chunked {
        return Ok(());
    }
    let (whole, chunked) = (shown(&whole), shown(&chunked));
    Err(format!("{query:?}\n{}\ncut by {lengths:?}\nwhole  {whole}\nchunks {chunked}", body.escape_ascii()))
}

/// The reply for one message reads the same without a list of records, unless it is a list of another number of them.
///
/// # Errors
///
/// Both readings, where they differ.
pub fn one_alone(query: &CaseQuery, body: &[u8]) -> Verdict {
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
    Err(format!("{query:?}\nbody {}\nlist  {}\nalone {got}", body.escape_ascii(), shown(&lines)))
}

/// A record that is used again holds nothing of the one that was in it before.
///
/// # Errors
///
/// Both readings, where they differ.
pub fn one_after_the_other(query: &CaseQuery, body: &[u8]) -> Verdict {
    let (expected, got) = (adapter::read(&CaseQuery { ids: None, ..query.clone() }, body), adapter::read_into(query, body));
    if expected == got {
        return Ok(());
    }
    Err(format!("{query:?}\nbody {}\niterated {}\ninto     {}", body.escape_ascii(), shown(&expected), shown(&got)))
}

/// The short cuts for usual lines of a batch with texts change nothing: who asked for what never comes reads as who knows nothing, but on the long way. (The core's own tests hold every
/// short cut against the general reading.)
///
/// # Errors
///
/// Both readings, where they differ.
pub fn short_cuts(query: &CaseQuery, body: &[u8]) -> Verdict {
    let usual = CaseQuery { ids: None, ..query.clone() };
    let general = CaseQuery { ids: Some("1999999937:no phone".to_owned()), ..query.clone() };
    let usual = adapter::read(&usual, body);
    let mut general = adapter::read(&general, body);
    general.retain(|line| line.get("missing").is_none());
    for line in &mut general {
        line.as_object_mut().map(|line| line.remove("unexpected"));
    }
    if usual == general {
        return Ok(());
    }
    Err(format!("{query:?}\nbody {}\nusual {}\nother {}", body.escape_ascii(), shown(&usual), shown(&general)))
}

/// With a low limit too, the reading does not depend on where the body is cut; and where all of the body is within the limit, the limit changes nothing. In
/// fmt 2 and 3 what is longer than the limit is only read if it happens to be at hand, so that nothing is compared there.
///
/// # Errors
///
/// Both readings, where they differ.
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

/// What was read and is not refused by the writer, in any format, reads as the same again.
///
/// # Errors
///
/// What was written, where it reads as something else.
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

/// A record that is not refused comes back, and is certain.
///
/// # Errors
///
/// What was written, where it reads as something else.
pub fn record_back(query: Query<'_>, record: &Record<'_>) -> Verdict {
    let Ok(body) = adapter::write_one(Writer::new(query), record) else { return Ok(()) };
    let fault = |what: &str| Err(format!("{what}: {query:?}\n{}\n{record:?}", body.escape_ascii()));
    let Ok(Reply::Records(mut records)) = query.read(&body) else { return fault("no records") };
    let Some(Ok(again)) = records.next() else { return fault("no record") };
    // Not by `==`: the record itself may be uncertain.
    let is_same = Field::ALL.iter().all(|field| again.get(*field) == record.get(*field));
    if again.is_ambiguous() || !is_same {
        return fault("another record");
    }
    if records.next().is_some() { fault("a second record") } else { Ok(()) }
}

/// A text decodes to these characters in whatever way it is asked to, also into buffers of every length that makes a difference.
///
/// # Errors
///
/// The way that gives something else.
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
    // Every length of a long text would take the square of its length.
    let is_worth_it = |room: &usize| most <= 96 || [0, 1, 8, 24, 25, 32].contains(&room.abs_diff(expected.len()));
    for room in (0..=most).filter(is_worth_it) {
        let mut buffer = vec![b'?'; room];
        let good = match text.decode_into(&mut buffer) {
            Ok(length) => length <= room && buffer[..length] == *expected.as_bytes(),
            Err(length) => length > room && length == expected.len(),
        };
        if !good {
            return fault(&format!("decode_into {room} bytes"));
        }
    }
    Ok(())
}
