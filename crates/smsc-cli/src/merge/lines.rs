//! Inputs in JSON: lines of `smsc`, each a report or a push notification, or replies of fmt 3, one for
//! each line or one of several lines.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use smsc_proto::{Charset, Detail, Format, Match, MessageKind, Query, Record};

use super::collect::{Collector, Group};
use super::facts::{Contradictions, Facts};
use super::report;
use crate::failure::Failure;
use crate::read::{Item, each_item};

/// The keys of `smsc` that replies do not have.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Line<'a> {
    /// The kind of a push notification, and what it says.
    #[serde(borrow)]
    kind: Option<&'a RawValue>,
    #[serde(borrow)]
    event: Option<&'a RawValue>,
    split: Option<IgnoredAny>,
    missing: Option<IgnoredAny>,
    not_found: bool,
    reports: u64,
    contradictions: Contradictions,
}

/// Returns whether an input is JSON, which no reply of the other formats looks like.
pub(super) fn is_json(start: &[u8]) -> bool {
    let start = start.strip_prefix("\u{feff}".as_bytes()).unwrap_or(start);
    start.iter().find(|byte| !byte.is_ascii_whitespace()).is_some_and(|byte| matches!(byte, b'{' | b'['))
}

/// The options by which JSON is read.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    /// The charset of a text that is not in UTF-8.
    pub(super) charset: Charset,
    pub(super) kind: MessageKind,
}

/// Adds the reports of an input to the group, and passes the group to `take` from time to time.
pub(super) fn collect(
    body: &[u8],
    reading: Reading,
    collector: &Collector<'_>,
    mut take: impl FnMut(&mut Group) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
    let charset = if str::from_utf8(body).is_ok() { Charset::Utf8 } else { reading.charset };
    let query = Query::new(Format::Json, Detail::Full).charset(charset).kind(reading.kind);
    let mut group = Group::default();
    let mut pass = |group: &mut Group| {
        let result = take(group);
        group.clear();
        result
    };
    if is_one_reply(body) {
        each_item(&query, body, |item| {
            collector.item(&item, &mut group)?;
            pass(&mut group)
        })?;
    } else {
        for line in body.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()) {
            self::line(line, &query, collector, &mut group)?;
            pass(&mut group)?;
        }
    }
    Ok(())
}

/// Returns whether the input is one reply on several lines, which may be cut off.
fn is_one_reply(body: &[u8]) -> bool {
    let is_whole = |json: &[u8]| serde_json::from_slice::<IgnoredAny>(json).is_ok();
    let body = body.trim_ascii();
    let first = body.split(|byte| *byte == b'\n').next().unwrap_or_default();
    !is_whole(first) && (first.starts_with(b"[") || is_whole(body))
}

/// Adds the report or the reply of a line.
fn line(line: &[u8], query: &Query<'_>, collector: &Collector<'_>, group: &mut Group) -> Result<(), Failure> {
    let known: Line<'_> = serde_json::from_slice(line).unwrap_or_default();
    let is_status = known.kind.is_none_or(|kind| kind.get() == "\"status\"");
    if known.missing.is_some() || (known.event.is_some() && !is_status) {
        group.counts.others += 1;
        return Ok(());
    }
    let report = known.event.map_or(line, |event| event.get().as_bytes());
    each_item(query, report, |item| match item {
        Item::Match(Match::Requested(record) | Match::Unexpected(record)) => one(&record, &known, collector, group),
        item => collector.item(&item, group),
    })
}

/// Adds the report of a line.
fn one(record: &Record<'_>, known: &Line<'_>, collector: &Collector<'_>, group: &mut Group) -> Result<(), Failure> {
    let facts = Facts::of(record).of_merged(known.reports, &known.contradictions);
    let key = collector.record(record, record.is_ambiguous() || known.split.is_some(), facts, group)?;
    if known.not_found
        && let Some(key) = key
    {
        group.add(key, Facts::default(), |bytes| report::encode(&Record::empty(), None, false, bytes));
    }
    Ok(())
}
