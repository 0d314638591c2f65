//! The parts of a file have the rows of the whole, and so has a reader with threads.

use std::path::PathBuf;

use arrow_array::{Array, RecordBatch};
use arrow_select::concat::concat_batches;
use proptest::prelude::*;
use smsc_columns::{Column, Options, Reader, Source, split};
use smsc_proto::{Charset, Detail, Field, Format, Query};
use testkit::generate;

/// A file that is removed at the end.
struct Temp(PathBuf);

impl Temp {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let path = std::env::temp_dir().join(format!("smsc-columns-{}-{name}", std::process::id()));
        std::fs::write(&path, bytes).unwrap();
        Self(path)
    }
}

impl Drop for Temp {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Returns all rows as one batch.
fn rows(options: &Options, sources: Vec<Source>) -> RecordBatch {
    let reader = Reader::new(options, sources).unwrap();
    let batches: Vec<_> = reader.map(Result::unwrap).collect();
    concat_batches(&batches[0].schema(), &batches).unwrap()
}

fn query() -> Query<'static> {
    Query::new(Format::Values, Detail::Full).batch()
}

/// Splits a body, reads it with threads as well, and compares the rows, offsets and errors. Returns the number of parts.
fn compare(name: &str, query: Query<'static>, body: &[u8]) -> usize {
    let fields = [Field::Status, Field::Phone, Field::Message, Field::Id].map(Column::Wire);
    let columns = [&fields[..], &[Column::LineOffset, Column::ErrorCode, Column::Malformed, Column::Ambiguous]].concat();
    compare_with(name, &Options::new(query).columns(&columns), body)
}

fn compare_with(name: &str, options: &Options, body: &[u8]) -> usize {
    let file = Temp::new(name, body);
    let parts = split(&file.0, options, 1 << 20).unwrap();
    let count = parts.len();
    let whole = rows(options, vec![Source::file(&file.0)]);
    assert_eq!(rows(options, parts), whole, "{name}");
    assert_eq!(rows(&options.clone().threads(3), vec![Source::file(&file.0)]), whole, "{name}, three threads");
    count
}

#[test]
fn a_long_file() {
    let body = generate::batch(7, 40_000, 2, "windows-1251");
    assert_eq!(compare_with("long", &Options::new(query()), &body), body.len() >> 20);
}

#[test]
fn statuses() {
    let body = generate::batch(7, 100_000, 0, "windows-1251");
    assert!(compare("statuses", query().detail(Detail::Status), &body) > 1);
}

#[test]
fn what_is_one_part() {
    let body = generate::batch(7, 20_000, 2, "windows-1251");
    let one = |name: &str, query: Query<'static>, body: &[u8]| assert_eq!(compare(name, query, body), 1, "{name}");
    one("short", query(), &body[..1 << 20]);
    one("not a batch", Query::new(Format::Values, Detail::Full), &body);
    one("no reply", query(), &b"no reply\n".repeat(1 << 19));
    one("empty", query(), b"");
    one(
        "json",
        query().format(Format::Json),
        &[b"[".as_slice(), &br#"{"status":1,"id":5},"#.repeat(1 << 18), br#"{"status":1,"id":5}]"#].concat(),
    );
    // A record that never ends has no border, and neither has a text with all that looks like one.
    one("one record", query(), &[b"1,1760080210,0,1,7,1,G,D,".as_slice(), &b"text\n".repeat(1 << 20)].concat());
}

proptest! {
    #![proptest_config(generate::cases(8))]

    /// Random lines after the first MiB: heads without an end, ends without a head, blank lines, text.
    #[test]
    fn random_lines(seeds in prop::collection::vec(0..8_u8, 2000..3000), all in 0..3_u8) {
        let record = ["1,1760080210,0,5,79990000000\n", "1,1760080210,0,1760080202,79990000000,1,G,D,m,,0,7\n",
            "1,1760080210,0,1760080202,79990000000,Russia,MTS,Moscow,1,G,D,m,,0,7\n"][usize::from(all)];
        let lines = [record, record, "1,1760080210,0,1760080202,79990000000,Russia,MTS,Moscow,1,G,D,m\n", "text,,0,8\n", "\n", "text\n",
            "1,2,text\n", "20,1760080210,1,1760080202,79990000000,1,G,D,m, m,1,9\r\n"];
        let mut body = record.repeat((1 << 20) / record.len() + 2).into_bytes();
        while body.len() < 3 << 20 {
            for seed in &seeds {
                body.extend_from_slice(lines[usize::from(*seed)].as_bytes());
            }
        }
        let query = query().detail(Detail::try_from(all).unwrap()).charset(Charset::Utf8);
        prop_assert!(compare("random", query, &body) > 1);
    }
}

#[test]
fn a_part_is_named_after_its_file() {
    let file = Temp::new("named", &generate::batch(7, 20_000, 2, "windows-1251"));
    let options = Options::new(query()).columns(&[Column::Source, Column::LineOffset]);
    let parts = split(&file.0, &options, 1 << 20).unwrap();
    assert!(parts.len() > 1);
    assert!(parts.iter().all(|part| part.name() == file.0.to_string_lossy() && part.range().is_some()));
    let last = rows(&options, vec![parts.last().unwrap().clone()]);
    assert_eq!(last.column(0).null_count(), 0);
}
