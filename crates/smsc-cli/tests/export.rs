//! `smsc convert --to`: what the table has.
#![cfg(feature = "convert")]

mod common;
#[path = "common/folder.rs"]
mod folder;

use std::collections::BTreeMap;
use std::fs::File;

use arrow_array::cast::AsArray as _;
use arrow_array::types::{Decimal128Type, Int32Type, Int64Type, TimestampMicrosecondType};
use arrow_array::{Array, RecordBatch, RecordBatchReader};
use arrow_ipc::reader::{FileReader, StreamReader};
use arrow_schema::DataType;
use arrow_select::concat::concat_batches;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde_json::{Map, Value};
use smsc_columns::{Column, Options, Reader, Source};
use smsc_proto::{Charset, Detail, Format, MessageKind, Query};
use testkit::{CaseQuery, generate};

use common::smsc;
use folder::Folder;

/// Runs the command, and returns its output, its messages and its exit status.
fn convert(args: &[&str], input: &[u8]) -> (Vec<u8>, String, i32) {
    let output = smsc(&[&["convert"][..], args].concat(), input);
    (output.stdout, String::from_utf8(output.stderr).unwrap(), output.status.code().unwrap())
}

fn query(case: &CaseQuery) -> Query<'static> {
    let query = Query::new(Format::try_from(case.fmt).unwrap(), Detail::try_from(case.all).unwrap())
        .charset(Charset::from_name(&case.charset).unwrap())
        .kind(MessageKind::from_name(&case.kind).unwrap());
    if case.multi { query.batch() } else { query }
}

/// Returns all rows of a reader as one batch.
fn rows(reader: impl RecordBatchReader) -> RecordBatch {
    let schema = reader.schema();
    concat_batches(&schema, &reader.map(Result::unwrap).collect::<Vec<_>>()).unwrap()
}

fn of_parquet(path: &str) -> RecordBatch {
    rows(ParquetRecordBatchReaderBuilder::try_new(File::open(path).unwrap()).unwrap().build().unwrap())
}

fn of_arrow(path: &str) -> RecordBatch {
    rows(FileReader::try_new(File::open(path).unwrap(), None).unwrap())
}

/// Returns a value as JSON, or `None` if it is null.
fn value(array: &dyn Array, row: usize) -> Option<Value> {
    let time = || array.as_primitive::<TimestampMicrosecondType>().value(row);
    array.is_valid(row).then(|| match array.data_type() {
        DataType::Int32 => array.as_primitive::<Int32Type>().value(row).into(),
        DataType::Int64 => array.as_primitive::<Int64Type>().value(row).into(),
        DataType::Timestamp(..) => {
            jiff::Timestamp::from_microsecond(time()).map_or_else(|_| (time() / 1_000_000).into(), |time| time.to_string().into())
        }
        DataType::Decimal128(..) => {
            let units = array.as_primitive::<Decimal128Type>().value(row);
            let digits = format!("{}.{:04}", units / 10_000, units % 10_000);
            serde_json::from_str(digits.trim_end_matches('0').trim_end_matches('.')).unwrap()
        }
        DataType::Boolean => array.as_boolean().value(row).into(),
        DataType::Utf8 => array.as_string::<i32>().value(row).into(),
        other => panic!("a column of the type {other}"),
    })
}

fn objects(batch: &RecordBatch) -> Vec<Map<String, Value>> {
    let object = |row: usize| {
        let columns = batch.schema_ref().fields().iter().zip(batch.columns());
        columns.filter_map(|(field, array)| Some((field.name().clone(), value(array, row)?))).collect()
    };
    (0..batch.num_rows()).map(object).collect()
}

/// Returns the fields of CSV: those of the names, and those of each row.
fn fields(batch: &RecordBatch) -> Vec<Vec<String>> {
    let names = batch.schema_ref().fields().iter().map(|field| field.name().clone()).collect();
    let field = |array: &dyn Array, row: usize| match value(array, row) {
        None => String::new(),
        Some(Value::String(time)) if matches!(array.data_type(), DataType::Timestamp(..)) => {
            time.replace('T', " ").replace('Z', "")
        }
        Some(Value::String(text)) => text,
        Some(other) => other.to_string(),
    };
    let row = |row: usize| batch.columns().iter().map(|array| field(array, row)).collect();
    std::iter::once(names).chain((0..batch.num_rows()).map(row)).collect()
}

fn of_csv(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// All cases with the same query are files of one run.
#[test]
fn every_case_in_every_form_has_the_rows_of_the_reader() {
    let mut queries: BTreeMap<Vec<String>, (CaseQuery, Vec<Vec<u8>>)> = BTreeMap::new();
    for case in testkit::load() {
        let plain = CaseQuery { ids: None, ..case.query };
        queries.entry(plain.args()).or_insert_with(|| (plain, Vec::new())).1.push(case.body);
    }
    assert!(queries.len() > 10);
    for (number, (query_args, (case, bodies))) in queries.iter().enumerate() {
        let folder = Folder::new(&format!("export-cases-{number}"));
        let files: Vec<_> = bodies.iter().enumerate().map(|(number, body)| folder.file(&number.to_string(), body)).collect();
        let options = Options::new(query(case));
        let expected = rows(Reader::new(&options, files.iter().map(Source::file)).unwrap());
        let is_malformed = expected.column_by_name("malformed").unwrap().null_count() < expected.num_rows();
        let run = |form: &str, out: &str| {
            let query_args = query_args.iter().map(String::as_str).filter(|arg| *arg != "--json");
            let args: Vec<_> =
                ["--to", form, "-o", out].into_iter().chain(query_args).chain(files.iter().map(String::as_str)).collect();
            let (stdout, messages, code) = convert(&args, b"");
            assert_eq!(code, i32::from(is_malformed), "{args:?}: {messages}");
            assert!(messages.starts_with(&format!("smsc: rows: {}, malformed: ", expected.num_rows())), "{messages}");
            stdout
        };
        for form in ["parquet", "arrow"] {
            run(form, &folder.path("out"));
            let of_form = if form == "parquet" { of_parquet } else { of_arrow };
            assert_eq!(of_form(&folder.path("out")), expected, "{form} {query_args:?}");
            std::fs::remove_file(folder.path("out")).unwrap();
        }
        assert_eq!(rows(StreamReader::try_new(&run("arrow", "-")[..], None).unwrap()), expected, "{query_args:?}");
        assert_eq!(of_csv(&run("csv", "-")), fields(&expected), "{query_args:?}");
        let lines = run("ndjson", "-");
        let lines: Vec<Map<String, Value>> =
            lines.split_terminator_lines().map(|line| serde_json::from_slice(line).unwrap()).collect();
        assert_eq!(lines, objects(&expected), "{query_args:?}");
    }
}

/// The lines of an output, each of which must have an end.
trait Lines {
    fn split_terminator_lines(&self) -> impl Iterator<Item = &[u8]>;
}

impl Lines for Vec<u8> {
    fn split_terminator_lines(&self) -> impl Iterator<Item = &[u8]> {
        self.split_inclusive(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\n").expect("a line end"))
    }
}

#[test]
fn a_table_of_all_formats_at_once() {
    let folder = Folder::new("export-formats");
    let bodies: [&[u8]; 4] = [
        b"Status = 1, check_time = 10.10.2025 07:10:10, id = 5, phone = 79990000001",
        b"1,1760080210,0,5,79990000001",
        b"<list><sms><status>1</status><id>5</id><phone>79990000001</phone></sms></list>",
        b"[{\"status\":1,\"id\":5,\"phone\":\"79990000001\"}]",
    ];
    let files: Vec<_> = bodies.iter().enumerate().map(|(number, body)| folder.file(&number.to_string(), body)).collect();
    let files: Vec<_> = files.iter().map(String::as_str).collect();
    let (out, messages, code) =
        convert(&[&["--to", "ndjson", "--multi", "--columns", "fmt,status,phone"][..], &files].concat(), b"");
    assert_eq!((messages.as_str(), code), ("smsc: rows: 4, malformed: 0, ambiguous: 0\n", 0));
    let line = |fmt| format!("{{\"fmt\":{fmt},\"status\":1,\"phone\":\"79990000001\"}}\n");
    assert_eq!(String::from_utf8(out).unwrap(), (0..4).map(line).collect::<String>());
}

/// Commas, quotes and line breaks of texts, as spreadsheets read them.
#[test]
fn csv_is_quoted_as_rfc_4180_says() {
    let body =
        "[{\"status\":1,\"last_timestamp\":1760080210,\"cost\":\"2.10\",\"message\":\"a, \\\"b\\\"\\nc\",\"id\":5},{\"status\":1}]";
    let columns = "id,last_timestamp,cost,cost_text,is_final,message,phone";
    let (out, _, code) = convert(&["--to", "csv", "--all", "1", "--multi", "--columns", columns], body.as_bytes());
    let expected = "\u{feff}id,last_timestamp,cost,cost_text,is_final,message,phone\r\n\
                    5,2025-10-10 07:10:10,2.1,2.10,true,\"a, \"\"b\"\"\nc\",\r\n,,,,true,,\r\n";
    assert_eq!((String::from_utf8(out).unwrap().as_str(), code), (expected, 0));
    let (out, ..) = convert(&["--to", "ndjson", "--all", "1", "--multi", "--columns", columns], body.as_bytes());
    let expected = "{\"id\":5,\"last_timestamp\":\"2025-10-10T07:10:10Z\",\"cost\":2.1,\"cost_text\":\"2.10\",\"is_final\":true,\
                    \"message\":\"a, \\\"b\\\"\\nc\"}\n{\"is_final\":true}\n";
    assert_eq!(String::from_utf8(out).unwrap(), expected);
}

#[test]
fn the_schema_is_that_of_the_reader() {
    let folder = Folder::new("export-schema");
    let body = b"1,1760080210,0,5,79990000001\n";
    for dictionary in [false, true] {
        let out = folder.path(&format!("{dictionary}.parquet"));
        let more: &[&str] = if dictionary { &["--dictionary"] } else { &[] };
        convert(&[&["--to", "parquet", "-o", &out, "--multi"][..], more].concat(), body);
        let options = Options::new(Query::new(Format::Values, Detail::Status).batch()).dictionary(dictionary);
        let expected = Reader::new(&options, []).unwrap().schema();
        let builder = ParquetRecordBatchReaderBuilder::try_new(File::open(&out).unwrap()).unwrap();
        assert_eq!(builder.schema().fields(), expected.fields());
        let chunk = builder.metadata().row_group(0).column(0).clone();
        assert!(chunk.statistics().is_some() && chunk.dictionary_page_offset().is_some());
        assert_eq!(chunk.compression(), parquet::basic::Compression::SNAPPY);
    }
    // A stream may have dictionaries that grow; the reader of the stream has the same words.
    let bodies = [&body[..], b"20,1760080210,1,6,79990000002\n"].concat();
    let args = ["--to", "arrow", "--multi", "--dictionary", "--columns", "state"];
    let stream = rows(StreamReader::try_new(&convert(&args, &bodies).0[..], None).unwrap());
    let words = stream.column(0).as_dictionary::<Int32Type>().downcast_dict::<arrow_array::StringArray>().unwrap();
    assert_eq!(words.into_iter().flatten().collect::<Vec<_>>(), ["delivered", "failed"]);
}

#[test]
fn nothing_is_an_empty_table() {
    let folder = Folder::new("export-empty");
    let empty = folder.file("empty", b"");
    let options = Options::new(Query::new(Format::Values, Detail::Status).batch());
    let expected = rows(Reader::new(&options, [Source::file(&empty)]).unwrap());
    for (form, of_form) in [("parquet", of_parquet as fn(&str) -> RecordBatch), ("arrow", of_arrow)] {
        let out = folder.path(form);
        let (_, messages, _) = convert(&["--to", form, "--multi", "-o", &out, &empty], b"");
        assert!(messages.starts_with(&format!("smsc: rows: {}, ", expected.num_rows())), "{messages}");
        assert_eq!(of_form(&out), expected, "{form}");
    }
    // An empty list has no rows at all.
    for (form, text) in [("csv", "\u{feff}state,id\r\n"), ("ndjson", "")] {
        let (out, messages, code) = convert(&["--to", form, "--multi", "--columns", "state,id"], b"[]");
        assert_eq!((String::from_utf8(out).unwrap().as_str(), code), (text, 0), "{messages}");
    }
}

#[test]
fn each_day_has_a_folder() {
    let folder = Folder::new("export-days");
    // The second is sent before midnight and delivered after; the last line is malformed.
    let body = "1,1760080210,0,1760080202,79990000001,1,G,D,a,,0,1\n\
                1,1760140810,0,1760140790,79990000002,1,G,D,b,,0,2\n\
                1,1760140810,0,1760140801,79990000003,1,G,D,c,,0,3\n\
                x\n";
    let table = |form: &str, columns: &str| {
        let out = folder.path(form);
        let args = ["--to", form, "--all", "1", "--multi", "--fmt", "1", "--partition-by", "day", "-o", &out, "--columns", columns];
        assert_eq!(convert(&args, body.as_bytes()).2, 1);
        let mut days: Vec<_> = std::fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().path()).collect();
        days.sort();
        let name = |path: &std::path::PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
        assert_eq!(
            days.iter().map(name).collect::<Vec<_>>(),
            ["day=2025-10-10", "day=2025-10-11", "day=__HIVE_DEFAULT_PARTITION__"]
        );
        days.into_iter().map(move |day| day.join(format!("part-0.{form}")).to_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let ids = |batch: &RecordBatch| batch.column(0).as_primitive::<Int64Type>().iter().collect::<Vec<_>>();
    let files = table("parquet", "id");
    assert_eq!(
        files.iter().map(|file| ids(&of_parquet(file))).collect::<Vec<_>>(),
        [vec![Some(1), Some(2)], vec![Some(3)], vec![None]]
    );
    let files = table("arrow", "id");
    assert_eq!(ids(&of_arrow(&files[0])), [Some(1), Some(2)]);
    let texts = |form| table(form, "id,malformed").iter().map(|file| std::fs::read_to_string(file).unwrap()).collect::<Vec<_>>();
    assert_eq!(texts("csv")[1], "\u{feff}id,malformed\r\n3,\r\n");
    assert_eq!(texts("ndjson")[0], "{\"id\":1}\n{\"id\":2}\n");
    assert_eq!(folder.names(), ["arrow", "csv", "ndjson", "parquet"]);
}

#[test]
fn many_rows_of_many_days() {
    let folder = Folder::new("export-many-days");
    // More rows than may wait, each on another of 200 days than the one before.
    let line = |row: u32| format!("1,{},0,{},79990000001\n", 1_700_000_000 + row % 200 * 86_400, 1 + row);
    let body: String = (0..700_000).map(line).collect();
    let file = folder.file("reply", body.as_bytes());
    let out = folder.path("out");
    let args = ["--to", "parquet", "--multi", "--partition-by", "day", "-o", &out, "--columns", "id", &file];
    assert_eq!(convert(&args, b"").1, "smsc: rows: 700000, malformed: 0, ambiguous: 0\n");
    let mut days: Vec<_> = std::fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().path()).collect();
    days.sort();
    assert_eq!(days.len(), 200);
    for (day, path) in days.iter().enumerate() {
        let batch = of_parquet(path.join("part-0.parquet").to_str().unwrap());
        let ids = batch.column(0).as_primitive::<Int64Type>().values();
        assert!(ids.iter().copied().eq((0..3500).map(|row| row * 200 + 1 + i64::try_from(day).unwrap())), "{}", path.display());
    }
}

/// Parts of long files and short files together, on any number of threads.
#[test]
fn threads_change_no_byte() {
    let folder = Folder::new("export-threads");
    let mut files = vec![folder.file("long", &generate::batch(7, 30_000, 1, "windows-1251"))];
    files.extend((0..20).map(|seed| folder.file(&format!("short-{seed}"), &generate::batch(seed, 50, 1, "windows-1251"))));
    files.push(folder.file("another", &generate::batch(8, 20_000, 1, "windows-1251")));
    let options = Options::new(Query::new(Format::Values, Detail::Message).batch());
    let expected = rows(Reader::new(&options, files.iter().map(Source::file)).unwrap());
    for form in ["parquet", "arrow", "csv", "ndjson"] {
        let run = |threads: &str, more: &[&str]| {
            let out = folder.path("out");
            let files: Vec<_> = files.iter().map(String::as_str).collect();
            let args = ["--to", form, "--all", "1", "--multi", "--threads", threads, "--part-bytes", "1100000", "-o", &out];
            let (_, messages, code) = convert(&[&args[..], more, &files].concat(), b"");
            assert_eq!((messages.contains("malformed: 0"), code), (true, 0), "{messages}");
            match form {
                "parquet" => assert_eq!(of_parquet(&out), expected),
                "arrow" => assert_eq!(of_arrow(&out), expected),
                _ => {}
            }
            let bytes = std::fs::read(&out).unwrap();
            std::fs::remove_file(&out).unwrap();
            bytes
        };
        let alone = run("1", &[]);
        for threads in ["2", "5"] {
            assert!(run(threads, &["--fmt", "1"]) == alone, "{form} {threads}");
        }
    }
}

#[test]
fn a_column_that_is_unknown_names_the_similar_ones() {
    let wrong = |columns: &str| convert(&["--to", "csv", "--columns", columns], b"");
    assert_eq!(
        wrong("id,opertor"),
        (vec![], "smsc: unknown column “opertor”; similar ones are operator, error, operator_orig\n".to_owned(), 2)
    );
    let (_, message, code) = wrong("zzzz");
    let all: Vec<_> = Column::all().map(Column::name).collect();
    assert_eq!((message, code), (format!("smsc: unknown column “zzzz”; the columns are {}\n", all.join(", ")), 2));
    assert_eq!(wrong("id,id").1, "smsc: the column id is named twice\n");
}

#[test]
fn options_that_do_not_fit() {
    let message = |args: &[&str]| {
        let (out, message, code) = convert(args, b"1,1,0,5,7");
        assert_eq!((out.len(), code), (0, 2), "{args:?}");
        message
    };
    assert_eq!(message(&["--to", "parquet"]), "smsc: parquet cannot be written to standard output: pass a file with --out\n");
    assert!(message(&["--to", "csv", "--partition-by", "day"]).contains("pass the folder"));
    assert!(message(&["--to", "ndjson", "--dictionary"]).contains("leave out --dictionary"));
    assert!(message(&["--to", "arrow", "--dictionary", "-o", "nosuch/x"]).contains("dictionary that grows"));
    assert!(message(&["--to", "csv", "--to-fmt", "1"]).contains("cannot be used with"));
    assert!(message(&["--from-fmt", "1", "--to-fmt", "3", "--columns", "id"]).contains("--to"));
    assert!(message(&["--from-fmt", "1", "--to-fmt", "3", "a", "b"]).contains("pass one file"));
}
