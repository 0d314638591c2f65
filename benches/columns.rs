//! The time per record to make columns of a batch, beside the core alone over the same bytes. Texts are in
//! windows-1251, so that each that is asked for is decoded.

mod measure;

use std::hint::black_box;
use std::io::{Cursor, Read as _};
use std::sync::Arc;

use arrow_array::cast::AsArray as _;
use arrow_array::types::{Int32Type, Int64Type};
use smsc_columns::{Column, Options, Reader, Source};
use smsc_proto::{Charset, ChunkReader, Detail, Event, Field, Format, MessageId, Query, Record};
use testkit::bench::corpus::Corpus;
use testkit::generate::Lines;

use crate::measure::Group;

/// Enough for several jobs of threads.
const RECORDS: usize = 300_000;

/// Five fields that are numbers.
const NUMBERS: [Column; 5] = [
    Column::Wire(Field::Status),
    Column::Wire(Field::Err),
    Column::Wire(Field::Id),
    Column::Wire(Field::LastTimestamp),
    Column::Wire(Field::SendTimestamp),
];

fn main() {
    for detail in [Detail::Status, Detail::Full] {
        let corpus = Corpus::new(Format::Values, detail, Charset::Windows1251, Lines::Sms, RECORDS);
        check(&corpus);
        let body: Arc<[u8]> = corpus.body.clone().into();
        let options = Options::new(corpus.query);
        let all: Vec<_> = Column::all().collect();
        let wire: Vec<_> = Column::all().filter(|column| matches!(column, Column::Wire(_))).collect();
        let mut group = Group::new(&corpus.name, RECORDS);
        group.add("core, whole body", || core(&corpus.query, &corpus.body));
        group.add("core, read in chunks", || core_in_chunks(&corpus.query, &corpus.body));
        group.add("no column", || columns(&options.clone().columns(&[]), &body));
        group.add("five numbers", || columns(&options.clone().columns(&NUMBERS), &body));
        group.add("message", || columns(&options.clone().columns(&[Column::Wire(Field::Message)]), &body));
        group.add("fields", || columns(&options.clone().columns(&wire), &body));
        group.add("all columns", || columns(&options.clone().columns(&all), &body));
        group.add("all, dictionaries", || columns(&options.clone().columns(&all).dictionary(true), &body));
        group.time();
        let name = format!("{} by the clock on the wall", corpus.name);
        let mut group = Group::new(&name, RECORDS);
        group.has_threads = true;
        group.add("core, whole body", || core(&corpus.query, &corpus.body));
        group.add("core, read in chunks", || core_in_chunks(&corpus.query, &corpus.body));
        for (name, columns_of, threads) in [
            ("five numbers", NUMBERS.as_slice(), 1),
            ("five numbers, 2 threads", NUMBERS.as_slice(), 2),
            ("all columns", all.as_slice(), 1),
            ("all columns, 2 threads", all.as_slice(), 2),
        ] {
            let (options, body) = (options.clone().columns(columns_of).threads(threads), &body);
            group.add(name, move || columns(&options, body));
        }
        group.time();
    }
}

/// Compares the columns with the records that a body was made of.
fn check(corpus: &Corpus) {
    let reader = Reader::new(&Options::new(corpus.query), [Source::bytes("body", corpus.body.as_slice())]).expect("valid options");
    let mut found = reader.flat_map(|batch| {
        let batch = batch.expect("a batch");
        let column = |name: &str| batch.column_by_name(name).expect("the column").clone();
        let (ids, statuses) = (column("id"), column("status"));
        let rows = 0..batch.num_rows();
        rows.map(move |row| (ids.as_primitive::<Int64Type>().value(row), statuses.as_primitive::<Int32Type>().value(row)))
            .collect::<Vec<_>>()
    });
    corpus.check_core("smsc-columns", |query, body, see| {
        let Ok(smsc_proto::Reply::Records(records)) = query.read(body) else { panic!("no records") };
        for record in records {
            let record = record.expect("a record");
            let row = (record.id().and_then(MessageId::number).map(i64::from).expect("an id"), record.status().0);
            assert_eq!(found.next(), Some(row));
            see(&record);
        }
    });
    assert_eq!(found.next(), None);
}

/// Parses a body that is in memory as a whole.
fn core(query: &Query<'_>, body: &[u8]) {
    let mut reader = ChunkReader::new(*query);
    let mut record = Record::empty();
    let mut left = body;
    while let Ok((consumed, Event::Record(Ok(())))) = reader.read_into(left, true, &mut record) {
        black_box(&record);
        left = &left[consumed..];
    }
}

/// Parses a body that is read as columns read it: as a stream, in chunks.
fn core_in_chunks(query: &Query<'_>, body: &[u8]) {
    const CHUNK: usize = 1 << 17;
    let mut reader = ChunkReader::new(*query);
    let (mut stream, mut window, mut start, mut end) = (Cursor::new(body), vec![0; 2 * CHUNK], 0, 0);
    let mut is_last = false;
    loop {
        // It borrows from the window.
        let mut record = Record::empty();
        loop {
            let (consumed, event) = reader.read_into(&window[start..end], is_last, &mut record).expect("a reply");
            start += consumed;
            match event {
                Event::NeedMore => break,
                Event::End => return,
                _ => _ = black_box(&record),
            }
        }
        window.copy_within(start..end, 0);
        (start, end) = (0, end - start);
        let count = stream.read(&mut window[end..end + CHUNK]).expect("bytes in memory");
        (end, is_last) = (end + count, count == 0);
    }
}

fn columns(options: &Options, body: &Arc<[u8]>) {
    let reader = Reader::new(options, [Source::bytes("body", Arc::clone(body))]).expect("valid options");
    for batch in reader {
        black_box(batch.expect("a batch"));
    }
}
