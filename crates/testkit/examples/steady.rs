//! Does one kind of work on 1,000 records, for `cargo xtask counts`, which counts the instructions:
//! `steady NAME`. Without a name it prints the names.

use std::hint::black_box;

use smsc_proto::{
    Charset, ChunkReader, Detail, Event, Format, Output, Query, Record, Reply, SingleReply, Text, WriteError, Writer,
};

use testkit::bench::known::{self, Known};
use testkit::generate::{Lines, Steady};

/// The number of records in each body, so that the work per body is as small a part as in a batch.
const RECORDS: usize = 1000;

/// A fixed seed, so that every run has the same bytes.
const SEED: u64 = 20_251_010;

const FORMATS: [Format; 4] = [Format::KeyValue, Format::Values, Format::Xml, Format::Json];

/// An output that collects the bytes.
struct Buffer {
    bytes: Vec<u8>,
}

impl Output for Buffer {
    fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }
}

/// The work to count.
#[derive(Clone, Copy)]
enum Work {
    Read(Query<'static>),
    /// A batch of HLR replies in fmt 1.
    Hlr(Query<'static>),
    Chunks(Query<'static>),
    /// A reply of one line, once for each record.
    Line(Query<'static>),
    Write(Query<'static>),
    Texts,
    /// A batch of fmt 1 with one of the lists of known pairs, and an index.
    Known(Detail, &'static str),
}

fn all() -> Vec<(String, Work)> {
    let mut works = Vec::new();
    for format in FORMATS {
        for all in [Detail::Status, Detail::Full] {
            let query = Query::new(format, all).batch();
            works.push((format!("read fmt {} all={}", format as u8, all as u8), Work::Read(query)));
        }
    }
    for format in FORMATS {
        let query = Query::new(format, Detail::Full).batch();
        works.push((format!("write fmt {} all=2", format as u8), Work::Write(query)));
    }
    works.push(("read fmt 1 all=2 HLR".to_owned(), Work::Hlr(Query::new(Format::Values, Detail::Full).batch())));
    works.push(("read fmt 1 all=2 in chunks".to_owned(), Work::Chunks(Query::new(Format::Values, Detail::Full).batch())));
    works.push(("one line fmt 1 all=0".to_owned(), Work::Line(Query::new(Format::Values, Detail::Status))));
    works.push(("one line fmt 1 all=2".to_owned(), Work::Line(Query::new(Format::Values, Detail::Full))));
    works.push(("texts windows-1251".to_owned(), Work::Texts));
    for all in [Detail::Status, Detail::Full] {
        for list in ["in order", "shuffled", "none matches"] {
            works.push((format!("known pairs all={} {list}", all as u8), Work::Known(all, list)));
        }
    }
    works
}

/// Returns the records of all=0 or all=2 in a format.
fn body(query: &Query<'static>) -> Vec<u8> {
    let lines = lines(query.get_detail());
    let mut batch = Writer::new(*query).replacing().batch(Buffer { bytes: Vec::new() }).expect("a batch");
    for record in records(&lines, query.get_detail()) {
        batch.record(&record).expect("a record that every format can represent");
    }
    batch.end().expect("a batch").bytes
}

fn lines(all: Detail) -> Vec<u8> {
    testkit::generate::batch(SEED, RECORDS, all as u8, Charset::Windows1251.name())
}

fn records(lines: &[u8], all: Detail) -> Vec<Record<'_>> {
    let Ok(Reply::Records(records)) = Query::new(Format::Values, all).batch().read(lines) else { panic!("no records") };
    records.map(|record| record.expect("a record")).collect()
}

/// Runs the work. Only the instructions of this function are counted. Returns the number of
/// records.
#[inline(never)]
fn work(run: &mut dyn FnMut() -> usize) -> usize {
    run()
}

fn read(query: &Query<'_>, body: &[u8]) -> usize {
    let Ok(Reply::Records(mut records)) = black_box(query).read(black_box(body)) else { return 0 };
    let mut record = Record::empty();
    let mut count = 0;
    while let Some(Ok(())) = records.next_into(&mut record) {
        black_box(&record);
        count += 1;
    }
    count
}

fn one<'a>(query: &Query<'a>, body: &'a [u8], record: &mut Record<'a>) -> bool {
    let is_record = matches!(black_box(query).read_into(black_box(body), record), Ok(SingleReply::Record(())));
    black_box(record);
    is_record
}

fn chunks(query: &Query<'_>, body: &[u8]) -> usize {
    let mut reader = ChunkReader::new(*query);
    let (mut start, mut count) = (0, 0);
    loop {
        let (consumed, event) = reader.read(black_box(&body[start..]), true).expect("a batch");
        start += consumed;
        match event {
            Event::Record(Ok(record)) => {
                black_box(&record);
                count += 1;
            }
            _ => return count,
        }
    }
}

fn main() {
    let Some(name) = std::env::args().nth(1) else {
        for (name, _) in all() {
            println!("{name}");
        }
        return;
    };
    let (_, what) = all().into_iter().find(|(own, _)| *own == name).expect("one of the names");
    let count = match what {
        Work::Read(query) => {
            let body = body(&query);
            work(&mut || read(&query, &body))
        }
        Work::Hlr(query) => {
            let (fmt, all) = (query.get_format() as u8, query.get_detail() as u8);
            let body = Steady { seed: SEED, records: RECORDS, fmt, all, lines: Lines::Hlr }.body(Charset::Windows1251.name());
            work(&mut || read(&query, &body))
        }
        Work::Chunks(query) => {
            let body = body(&query);
            work(&mut || chunks(&query, &body))
        }
        Work::Line(query) => {
            let bodies: Vec<_> =
                lines(query.get_detail()).split(|byte| *byte == b'\n').map(|line| single(line, query.get_detail())).collect();
            let mut record = Record::empty();
            work(&mut || bodies.iter().filter(|body| !body.is_empty() && one(&query, body, &mut record)).count())
        }
        Work::Write(query) => {
            let lines = lines(query.get_detail());
            let records = records(&lines, query.get_detail());
            let mut batch =
                Writer::new(query).replacing().batch(Buffer { bytes: Vec::with_capacity(RECORDS * 2000) }).expect("a batch");
            work(&mut || records.iter().filter(|record| batch.record(black_box(record)).is_ok()).count())
        }
        Work::Texts => {
            let lines = lines(Detail::Full);
            let texts: Vec<Text<'_>> = records(&lines, Detail::Full).iter().filter_map(Record::message).collect();
            let mut buffer = [0; 1024];
            work(&mut || texts.iter().filter(|text| black_box(text.decode_into(&mut buffer)).is_ok()).count())
        }
        Work::Known(all, list) => {
            let known = Known::new(all, RECORDS);
            let lists = known.lists();
            let (_, pairs) = lists.iter().find(|(name, _)| *name == list).expect("one of the lists");
            known.check(&name, pairs, known::with_index);
            work(&mut || {
                let [requested, _, unexpected] =
                    known::with_index(black_box(&known.query), black_box(pairs), black_box(&known.body));
                requested + unexpected
            })
        }
    };
    assert_eq!(count, RECORDS, "{name}: the number of records is wrong");
}

/// Removes from a line of a batch the values that only a batch has: the id at its end, or the id
/// and the phone.
fn single(line: &[u8], all: Detail) -> Vec<u8> {
    let mut values: Vec<_> = line.split(|byte| *byte == b',').collect();
    values.truncate(values.len().saturating_sub(if all == Detail::Status { 2 } else { 1 }));
    values.join(&b',')
}
