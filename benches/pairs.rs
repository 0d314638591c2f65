//! fmt 0: the time per record beside a hand-written split and a regular expression that return the
//! same fields.
//!
//! As in `read.rs`, every result is checked before anything is timed.

mod measure;
mod row;
mod walk;

use std::hint::black_box;

use regex::Regex;
use smsc_proto::{Charset, Detail, Field, Format};
use testkit::generate::Lines;

use crate::measure::Group;
use crate::row::{Row, Source};
use testkit::bench::corpus::Corpus;
use testkit::bench::ours;

/// The number of records in each body.
const RECORDS: usize = 10_000;

fn main() {
    let corpora = [
        (Detail::Status, Charset::Utf8, Lines::Sms),
        (Detail::Full, Charset::Utf8, Lines::Sms),
        (Detail::Full, Charset::Windows1251, Lines::Sms),
        (Detail::Full, Charset::Utf8, Lines::Hlr),
    ];
    let corpora = corpora.map(|(all, charset, lines)| Corpus::new(Format::KeyValue, all, charset, lines, RECORDS));
    for corpus in &corpora {
        walk::check(corpus);
        row::check(corpus, "the split", |found| split(Source::of(corpus), found));
        row::check(corpus, "the regex", |found| Pattern::new(corpus).read(Source::of(corpus), found));
        corpus.check_core("smsc-proto", |query, body, found| ours::into(query, body, found));
    }
    for corpus in &corpora {
        let (source, pattern) = (Source::of(corpus), Pattern::new(corpus));
        let mut group = Group::new(&corpus.name, RECORDS);
        group.add("memchr2 walk", || walk::walk(black_box(&corpus.body), |at| _ = black_box(at)));
        group.add("split", || split(black_box(source), row::touch));
        group.add("regex", || pattern.read(black_box(source), row::touch));
        group.add("smsc-proto", || ours::into(black_box(&corpus.query), black_box(&corpus.body), ours::touch));
        group.time();
    }
}

/// Splits at `, ` and ` = `. A part without a key belongs to the text before it, which is right as
/// long as no text contains ` = `.
fn split(source: Source<'_>, mut found: impl FnMut(&Row<'_>)) {
    let body = source.text();
    for line in body.split('\n').filter(|line| !line.is_empty()) {
        let mut row = Row::default();
        let (mut name, mut start, mut end) = ("", 0, 0);
        for part in line.split(", ") {
            let at = end;
            end += part.len();
            if let Some((key, value)) = part.split_once(" = ") {
                if at > 0 {
                    row.set(name, &line[start..at - 2]);
                }
                (name, start) = (key, end - value.len());
            }
            end += 2;
        }
        row.set(name, &line[start..]);
        found(&row);
    }
}

/// A pattern for whole lines, with a group for each value.
struct Pattern {
    regex: Regex,
    names: Vec<&'static str>,
}

impl Pattern {
    /// Creates the pattern for a body's fields, in their order. A greedy message takes all it can,
    /// so it ends where R44 says.
    fn new(corpus: &Corpus) -> Self {
        let record = corpus.steady.records().next().expect("a record");
        let names: Vec<_> = record.fields.iter().map(|(name, _)| *name).collect();
        let key = |name: &str| Field::ALL.iter().find(|field| field.name() == name).expect("a field").label();
        let group = |name: &&str| match *name {
            "message" => "message = (.*)".to_owned(),
            "status" | "err" | "type" | "id" => format!("{} = (-?[0-9]*)", key(name)),
            name => format!("{} = ([^,]*)", key(name)),
        };
        let groups: Vec<_> = names.iter().map(group).collect();
        Self { regex: Regex::new(&format!("^{}$", groups.join(", "))).expect("a pattern"), names }
    }

    fn read(&self, source: Source<'_>, mut found: impl FnMut(&Row<'_>)) {
        let body = source.text();
        let mut groups = self.regex.capture_locations();
        for line in body.split('\n').filter(|line| !line.is_empty()) {
            self.regex.captures_read(&mut groups, line).expect("a line that matches");
            let mut row = Row::default();
            for (group, name) in self.names.iter().enumerate() {
                let (start, end) = groups.get(group + 1).expect("a group of each match");
                row.set(name, &line[start..end]);
            }
            found(&row);
        }
    }
}
