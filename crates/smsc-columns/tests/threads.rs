//! Reading with threads: the rows are those of one thread, in their order.

use std::io::{self, Cursor, Read, Write as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use arrow_array::RecordBatch;
use arrow_select::concat::concat_batches;
use smsc_columns::{Column, Error, Operand, Operator, Options, Reader, Source};
use smsc_proto::{Detail, Field, Format, Query};
use testkit::generate;

fn options() -> Options {
    Options::new(Query::new(Format::Values, Detail::Full).batch()).any_format()
}

fn long(seed: u64, records: usize) -> Vec<u8> {
    generate::batch(seed, records, 2, "windows-1251")
}

fn batches(options: &Options, sources: &[Source]) -> Vec<RecordBatch> {
    Reader::new(options, sources.to_vec()).unwrap().map(Result::unwrap).collect()
}

fn rows(options: &Options, sources: &[Source]) -> RecordBatch {
    let batches = batches(options, sources);
    concat_batches(&batches[0].schema(), &batches).unwrap()
}

/// Compares the rows of one thread and of several.
fn compare(options: &Options, sources: &[Source]) {
    let expected = rows(options, sources);
    for threads in [0, 3] {
        assert_eq!(rows(&options.clone().threads(threads), sources), expected, "{threads} threads");
    }
}

/// A reply in fmt 3 that is too long for one piece, and cannot be cut.
fn long_json(records: usize) -> Vec<u8> {
    let elements: Vec<_> = (0..records).map(|id| format!(r#"{{"status":1,"last_timestamp":1760080210,"id":{id}}}"#)).collect();
    format!("[{}]", elements.join(",")).into_bytes()
}

#[test]
fn replies_of_any_length_and_format() {
    let xml = b"<list><sms><status>1</status><id>5</id></sms></list>".as_slice();
    let key_values = b"Status = 1, check_time = 10.10.2025 10:10:10\n".repeat(60_000);
    let mut sources = vec![
        Source::bytes("first", long(1, 40_000)),
        Source::bytes("xml", xml),
        Source::bytes("json", long_json(200_000)),
        Source::bytes("after", long(2, 20_000)),
        Source::bytes("pairs", key_values),
        Source::bytes("empty", b"".as_slice()),
        Source::bytes("no reply", b"no reply\n".repeat(1 << 19)),
    ];
    sources.extend((0..300).map(|seed| Source::bytes("short", long(seed, 40))));
    compare(&options(), &sources);
    compare(&options().batch_rows(100), &sources[..2]);
    compare(&options().dictionary(true), &sources[..2]);
    let failed = (Column::State, Operator::Eq, vec![Operand::from("failed")]);
    compare(&options().columns(&[Column::Wire(Field::Id)]).only(failed), &sources);
}

#[test]
fn a_stream_is_read_on_the_calling_thread() {
    let caller = std::thread::current().id();
    let body = long(3, 60_000);
    let copy = body.clone();
    let stream = Source::stream("stream", move || {
        assert_eq!(std::thread::current().id(), caller);
        Ok(Box::new(Slow(Cursor::new(copy.clone()))))
    });
    let options = options().threads(3);
    let expected = rows(&options, &[Source::bytes("stream", body)]);
    assert_eq!(rows(&options, &[stream]), expected);
}

/// Returns a few bytes at a time.
struct Slow(Cursor<Vec<u8>>);

impl Read for Slow {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let len = buffer.len().min(4099);
        self.0.read(&mut buffer[..len])
    }
}

#[cfg(feature = "compressed")]
#[test]
fn a_compressed_reply_is_cut_as_well() {
    let body = long(4, 40_000);
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(&body).unwrap();
    let columns = options().columns(&[Column::Wire(Field::Id), Column::Wire(Field::Message), Column::LineOffset]);
    let expected = rows(&columns, &[Source::bytes("", body)]);
    let threads = columns.threads(2);
    let found = batches(&threads, &[Source::bytes("", gzip.finish().unwrap())]);
    assert!(found.len() > 3);
    assert_eq!(concat_batches(&expected.schema(), &found).unwrap(), expected);
}

#[test]
fn an_error_comes_after_the_rows_before_it() {
    let failing = |name: &str| {
        let body = long(5, 20_000);
        Source::stream(name, move || Ok(Box::new(Cursor::new(body.clone()).chain(Failing))))
    };
    let missing = Source::file("/nonexistent/reply.txt");
    let never = Source::stream("never", || panic!("opened after an error"));
    // The end of the last record before the failure is not known: a message may have several lines.
    for (bad, name, expected) in [(missing, "/nonexistent/reply.txt", 30_000), (failing("broken"), "broken", 49_999)] {
        for threads in [1, 2] {
            let sources = [Source::bytes("first", long(6, 30_000)), bad.clone(), never.clone()];
            let mut reader = Reader::new(&options().threads(threads), sources).unwrap();
            let mut rows = 0;
            let error = loop {
                match reader.next_batch() {
                    Ok(batch) => rows += batch.expect("an error before the end").num_rows(),
                    Err(error) => break error,
                }
            };
            assert_eq!(rows, expected, "{name}, {threads} threads");
            assert!(matches!(&error, Error::Read { source, .. } if source == name), "{error}");
            assert!(reader.next_batch().unwrap().is_none());
        }
    }
}

struct Failing;

impl Read for Failing {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::other("broken"))
    }
}

/// A consumer that takes the first rows alone does not read all files.
#[test]
fn few_sources_are_read_ahead() {
    let opened = Arc::new(AtomicUsize::new(0));
    let body = long(7, 12_000);
    let source = |_| {
        let (opened, body) = (Arc::clone(&opened), body.clone());
        Source::stream("reply", move || {
            opened.fetch_add(1, Ordering::Relaxed);
            Ok(Box::new(Cursor::new(body.clone())))
        })
    };
    let sources: Vec<_> = (0..50).map(source).collect();
    let mut reader = Reader::new(&options().threads(2), sources).unwrap();
    assert_eq!(opened.load(Ordering::Relaxed), 0);
    assert!(reader.next_batch().unwrap().is_some());
    drop(reader);
    assert!((1..=9).contains(&opened.load(Ordering::Relaxed)), "{opened:?}");
}

#[test]
fn a_limit_holds_with_threads() {
    let sources = [Source::bytes("reply", long(8, 30_000))];
    let limited = options().limit(20_001).threads(4);
    assert_eq!(rows(&limited, &sources), rows(&options(), &sources).slice(0, 20_001));
}
