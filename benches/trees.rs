//! fmt 2 and 3: the time per record beside `quick-xml`, `serde_json` and `simd-json`, which fill a
//! borrowed struct with the same fields.
//!
//! As in `read.rs`, every result is checked before anything is timed.

mod measure;
mod row;

use std::borrow::Cow;
use std::fmt;
use std::hint::black_box;

use quick_xml::Reader;
use quick_xml::events::Event;
use serde::Deserializer;
use serde::de::{SeqAccess, Visitor};
use simd_json::Buffers;
use smsc_proto::{Charset, Detail, Format};
use testkit::generate::Lines;

use crate::measure::Group;
use crate::row::{Row, Source};
use testkit::bench::corpus::Corpus;
use testkit::bench::ours;

/// The number of records in each body.
const RECORDS: usize = 10_000;

fn main() {
    let bodies = [
        (Detail::Status, Charset::Utf8, Lines::Sms),
        (Detail::Full, Charset::Utf8, Lines::Sms),
        (Detail::Full, Charset::Windows1251, Lines::Sms),
        (Detail::Full, Charset::Utf8, Lines::Hlr),
    ];
    let corpora = |format| bodies.map(|(all, charset, lines)| Corpus::new(format, all, charset, lines, RECORDS));
    let (json, xml) = (corpora(Format::Json), corpora(Format::Xml));
    for corpus in json.iter().chain(&xml) {
        corpus.check_core("smsc-proto", |query, body, found| ours::into(query, body, found));
    }
    for corpus in &json {
        let source = Source::of(corpus);
        row::check(corpus, "serde_json", |found| by_serde_json(source, found));
        row::check(corpus, "simd-json", |found| by_simd_json(source, &mut SimdJson::default(), found));
    }
    for corpus in &xml {
        row::check(corpus, "quick-xml", |found| by_quick_xml(Source::of(corpus), found));
    }
    json.iter().for_each(time_json);
    xml.iter().for_each(time_xml);
}

fn time_json(corpus: &Corpus) {
    let mut group = Group::new(&corpus.name, RECORDS);
    let source = Source::of(corpus);
    group.add("serde_json", move || by_serde_json(black_box(source), row::touch));
    let mut room = SimdJson::default();
    group.add("simd-json", move || by_simd_json(black_box(source), &mut room, row::touch));
    group.add("smsc-proto", || ours::into(black_box(&corpus.query), black_box(&corpus.body), ours::touch));
    group.time();
}

fn time_xml(corpus: &Corpus) {
    let mut group = Group::new(&corpus.name, RECORDS);
    let source = Source::of(corpus);
    group.add("quick-xml", move || by_quick_xml(black_box(source), row::touch));
    group.add("smsc-proto", || ours::into(black_box(&corpus.query), black_box(&corpus.body), ours::touch));
    group.time();
}

/// A visitor that passes on each record at once: neither peer needs a list of all records.
struct Each<F>(F);

impl<'de, F: FnMut(&Row<'_>)> Visitor<'de> for Each<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("records")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut records: A) -> Result<(), A::Error> {
        while let Some(row) = records.next_element()? {
            self.0(&row);
        }
        Ok(())
    }
}

fn by_serde_json(source: Source<'_>, found: impl FnMut(&Row<'_>)) {
    let text = source.text();
    let mut reader = serde_json::Deserializer::from_slice(text.as_bytes());
    reader.deserialize_seq(Each(found)).and_then(|()| reader.end()).expect("records");
}

/// The memory that `simd-json` reuses from one body to the next, as its documentation advises.
#[derive(Default)]
struct SimdJson {
    copy: Vec<u8>,
    buffers: Buffers,
}

/// Parses with `simd-json`, which overwrites its input: each run starts with a copy of the body.
fn by_simd_json(source: Source<'_>, SimdJson { copy, buffers }: &mut SimdJson, found: impl FnMut(&Row<'_>)) {
    match source.text() {
        Cow::Borrowed(text) => {
            copy.clear();
            copy.extend_from_slice(text.as_bytes());
        }
        Cow::Owned(decoded) => *copy = decoded.into_bytes(),
    }
    let mut reader = simd_json::Deserializer::from_slice_with_buffers(copy, buffers).expect("JSON");
    reader.deserialize_seq(Each(found)).expect("records");
}

fn by_quick_xml(source: Source<'_>, mut found: impl FnMut(&Row<'_>)) {
    let body = source.text();
    let mut reader = Reader::from_str(&body);
    let mut row = Row::default();
    let mut name = String::new();
    let mut text = "";
    loop {
        match reader.read_event().expect("good XML") {
            Event::Start(tag) => {
                name.clear();
                name.push_str(tag.name().as_ref());
                text = "";
            }
            Event::Text(event) => {
                // The event borrows from the body, and so does the text that is stored.
                let start = body.len().min(usize::try_from(reader.buffer_position()).expect("an offset"));
                text = body.get(start - event.len()..start).expect("the text before the event's end");
            }
            Event::End(tag) => {
                if tag.name().as_ref() == "sms" {
                    found(&row);
                    row = Row::default();
                } else {
                    row.set(&name, text);
                }
                name.clear();
            }
            Event::Eof => return,
            _ => {}
        }
    }
}
