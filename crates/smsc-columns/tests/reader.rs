//! Reading: batches, limits, conditions, offsets, compressed replies, errors.

use std::io::{self, Cursor, Read, Write as _};

use arrow_array::cast::AsArray as _;
use arrow_array::types::{Int32Type, Int64Type};
use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::Schema;
use smsc_columns::{Column, Error, Operand, Operator, Options, Reader, Source};
use smsc_proto::{Charset, Detail, Format, Query};

fn query() -> Query<'static> {
    Query::new(Format::Values, Detail::Status).batch().charset(Charset::Utf8)
}

fn body(records: u32) -> Vec<u8> {
    (1..=records).flat_map(|id| format!("1,1760080210,0,{id},7999{id:07}\n").into_bytes()).collect()
}

fn read(options: &Options, body: &[u8]) -> Vec<RecordBatch> {
    Reader::new(options, [Source::bytes("reply", body)]).unwrap().map(Result::unwrap).collect()
}

fn ids(batches: &[RecordBatch]) -> Vec<i64> {
    batches
        .iter()
        .flat_map(|batch| batch.column_by_name("id").unwrap().as_primitive::<Int64Type>().iter().flatten().collect::<Vec<_>>())
        .collect()
}

fn column(name: &str) -> Column {
    Column::from_name(name).unwrap()
}

/// The schema is a contract: people store tables with it.
#[test]
fn the_schema_is_as_committed() {
    let described = |schema: &Schema| {
        let line = |field: &std::sync::Arc<arrow_schema::Field>| {
            format!("{} {}{}\n", field.name(), field.data_type(), if field.is_nullable() { "" } else { " not null" })
        };
        schema.fields().iter().map(line).collect::<String>()
    };
    let reader = Reader::new(&Options::new(query()), []).unwrap();
    assert_eq!(described(&reader.schema()), include_str!("../schema.txt"));
    let reader = Reader::new(&Options::new(query()).dictionary(true), []).unwrap();
    let words = described(&reader.schema());
    assert!(words.contains("operator Dictionary(Int32, Utf8)\n") && words.contains("message Utf8\n"), "{words}");
}

#[test]
fn batches_have_the_rows_in_order() {
    let body = body(1000);
    for rows in [1, 7, 64, 100, 999, 1000, 1001] {
        let batches = read(&Options::new(query()).batch_rows(rows), &body);
        assert_eq!(batches.len(), 1000_usize.div_ceil(rows));
        assert!(batches.iter().rev().skip(1).all(|batch| batch.num_rows() == rows));
        assert_eq!(ids(&batches), (1..=1000).collect::<Vec<_>>());
    }
}

#[test]
fn empty_input_has_a_schema() {
    let options = Options::new(query());
    let mut reader = Reader::new(&options, []).unwrap();
    assert_eq!(reader.schema().fields().len(), Column::all().count());
    assert!(reader.next().is_none());
    // A body without a record is no reply.
    let batches = read(&options, b"");
    let reason = batches[0].column_by_name("malformed").unwrap().as_string::<i32>().value(0).to_owned();
    assert_eq!(reason, "byte 0: not an fmt=1 reply: the body is empty");
}

#[test]
fn a_limit_ends_early() {
    let body = body(1000);
    assert_eq!(ids(&read(&Options::new(query()).limit(3), &body)), [1, 2, 3]);
    assert_eq!(ids(&read(&Options::new(query()).limit(3).batch_rows(2), &body)), [1, 2, 3]);
    assert!(read(&Options::new(query()).limit(0), &body).is_empty());
    let late = Options::new(query()).limit(2).only((column("id"), Operator::Gt, vec![Operand::from(998)]));
    assert_eq!(ids(&read(&late, &body)), [999, 1000]);
    // What is after the last row is not read.
    let source = Source::stream("s", move || Ok(Box::new(Cursor::new(body.clone()).chain(Broken))));
    let mut reader = Reader::new(&Options::new(query()).limit(5), [source]).unwrap();
    assert_eq!(reader.next().unwrap().unwrap().num_rows(), 5);
    assert!(reader.next().is_none());
}

#[test]
fn no_column_still_counts_rows() {
    let batches = read(&Options::new(query()).columns(&[]), &body(70_000));
    assert_eq!(batches.iter().map(RecordBatch::num_rows).sum::<usize>(), 70_000);
}

#[test]
fn conditions() {
    let body = "1,1760080210,0,5,79990000001\n20,1760080211,1,6,79990000002\n-3,0,0,9,79990000009\nbroken\n1,1760080212,0,order-7,79990000003\n";
    let keep = |conditions: &[(&str, Operator, Vec<Operand>)]| {
        let options =
            conditions.iter().fold(Options::new(query()).columns(&[Column::LineOffset]), |options, (name, operator, operands)| {
                options.only((column(name), *operator, operands.clone()))
            });
        let batches = read(&options, body.as_bytes());
        assert!(batches.iter().all(|batch| batch.num_columns() == 1), "the column of a condition is not in the result");
        let offsets = batches.iter().flat_map(|batch| batch.column(0).as_primitive::<Int64Type>().values().to_vec());
        offsets.map(|offset| body[..usize::try_from(offset).unwrap()].lines().count()).collect::<Vec<_>>()
    };
    let number = |number: i64| vec![Operand::from(number)];
    let text = |text: &str| vec![Operand::from(text)];
    assert_eq!(keep(&[]), [0, 1, 2, 3, 4]);
    assert_eq!(keep(&[("status", Operator::Eq, number(20))]), [1]);
    assert_eq!(keep(&[("status", Operator::NotEq, number(20))]), [0, 2, 4]);
    assert_eq!(keep(&[("status", Operator::Lt, number(1))]), [2]);
    assert_eq!(keep(&[("status", Operator::LtEq, number(1))]), [0, 2, 4]);
    assert_eq!(keep(&[("id", Operator::GtEq, number(6))]), [1, 2]);
    assert_eq!(keep(&[("id", Operator::Eq, vec![Operand::from(5), Operand::from(6), Operand::from(10)])]), [0, 1]);
    assert_eq!(keep(&[("id", Operator::Eq, vec![])]), [0; 0]);
    assert_eq!(keep(&[("text_id", Operator::IsNotNull, vec![])]), [4]);
    assert_eq!(keep(&[("malformed", Operator::IsNotNull, vec![])]), [3]);
    assert_eq!(keep(&[("malformed", Operator::IsNull, vec![])]), [0, 1, 2, 4]);
    assert_eq!(keep(&[("phone", Operator::Eq, text("79990000003"))]), [4]);
    assert_eq!(keep(&[("is_final", Operator::Eq, vec![Operand::from(true)]), ("state", Operator::Eq, text("failed"))]), [1]);
    assert_eq!(keep(&[("last_timestamp", Operator::Gt, number(1_760_080_210_000_000))]), [1, 4]);
}

#[test]
fn conditions_on_words_and_costs() {
    let body = "1,1760080210,0,1760080202,79990000001,2.10,GLOBUS,Доставлено,m,,0,7\n1,1760080210,0,1760080202,79990000001,12,SHOP,Доставлено,m,,0,8\n";
    let query = query().detail(Detail::Message);
    for dictionary in [false, true] {
        let keep = |name: &str, operator, operand: &str| {
            let options = Options::new(query).dictionary(dictionary).only((column(name), operator, vec![Operand::from(operand)]));
            ids(&read(&options, body.as_bytes()))
        };
        assert_eq!(keep("sender_id", Operator::Eq, "SHOP"), [8]);
        assert_eq!(keep("cost", Operator::Eq, "2.1"), [7]);
        assert_eq!(keep("cost", Operator::Gt, "2.1"), [8]);
    }
}

#[test]
fn a_condition_that_does_not_fit_is_an_error() {
    let refused = |name: &str, operator, operands: Vec<Operand>| {
        Reader::new(&Options::new(query()).only((column(name), operator, operands)), []).unwrap_err().to_string()
    };
    assert_eq!(refused("status", Operator::Eq, vec![Operand::from("x")]), "the column status can be compared with integers alone");
    assert_eq!(
        refused("status", Operator::Eq, vec![Operand::from(1 << 40)]),
        "the column status can be compared with an integer of 32 bits alone"
    );
    assert!(refused("cost", Operator::Eq, vec![Operand::from("1.23456")]).contains("at most 4 fraction digits"));
    assert!(refused("status", Operator::Lt, vec![]).contains("one value"));
    assert!(refused("status", Operator::IsNull, vec![Operand::from(1)]).contains("one value"));
    // A phone in a condition is not shown.
    let options = Options::new(query()).only((column("phone"), Operator::Eq, vec![Operand::from("79990000001")]));
    assert!(!format!("{options:?}").contains("7999"));
}

#[test]
fn offsets_are_where_records_start() {
    let offsets = |query: Query<'static>, body: &[u8]| {
        let batches = read(&Options::new(query).columns(&[Column::LineOffset]), body);
        batches.iter().flat_map(|batch| batch.column(0).as_primitive::<Int64Type>().values().to_vec()).collect::<Vec<_>>()
    };
    assert_eq!(offsets(query(), b"\xef\xbb\xbf1,1,0,5,7\r\nx\n1,1,0,6,7\n"), [3, 14, 16]);
    let messages = query().detail(Detail::Message);
    assert_eq!(offsets(messages, b"1,1,0,1,7,1,G,D,a\nb,,0,5\n1,1,0,1,7,1,G,D,c,,0,6\n"), [0, 25]);
    let long = [b"1,1,0,5,".as_slice(), &vec![b'7'; 3 << 20], b"\n1,1,0,6,7\n"].concat();
    assert_eq!(offsets(query(), &long), [0, (3 << 20) + 9]);
    let json = br#"[{"status":1,"id":5}, {"status":1,"id":6}]"#;
    assert_eq!(offsets(query().format(Format::Json), json), [0, 22]);
}

/// A stream that fails.
struct Broken;

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::other("the disk is on fire"))
    }
}

#[test]
fn an_error_ends_the_reader() {
    let sources = || {
        let stream = Source::stream("replies/2.txt", || Ok(Box::new(Cursor::new(body(10)).chain(Broken))));
        [Source::bytes("1", body(3)), stream, Source::bytes("3", body(3))]
    };
    let mut reader = Reader::new(&Options::new(query()).batch_rows(2), sources()).unwrap();
    let results: Vec<_> = reader.by_ref().collect();
    let error = results.last().unwrap().as_ref().unwrap_err().to_string();
    assert!(error.ends_with("cannot read replies/2.txt: the disk is on fire"), "{error}");
    assert!(results[..results.len() - 1].iter().all(Result::is_ok));
    assert!(reader.next().is_none());
    let missing = Reader::new(&Options::new(query()), [Source::file("no/such/file")]).unwrap().next_batch();
    assert!(matches!(missing, Err(Error::Read { source, .. }) if source == "no/such/file"));
}

#[test]
fn many_replies_share_batches() {
    let single = query().format(Format::Json);
    let single = Query::new(single.get_format(), Detail::Status).charset(Charset::Utf8);
    let sources = (0..500)
        .map(|number| Source::bytes(&format!("{number}"), format!(r#"{{"status":{number},"last_timestamp":1}}"#).into_bytes()));
    let batches: Vec<_> = Reader::new(&Options::new(single).batch_rows(200), sources).unwrap().map(Result::unwrap).collect();
    assert_eq!(batches.iter().map(RecordBatch::num_rows).collect::<Vec<_>>(), [200, 200, 100]);
    let (statuses, sources) = (batches[2].column_by_name("status").unwrap(), batches[2].column_by_name("source").unwrap());
    assert_eq!((statuses.as_primitive::<Int32Type>().value(99), sources.as_string::<i32>().value(99)), (499, "499"));
}

#[test]
fn a_long_reply_to_one_message_is_a_row() {
    let body = [b"1,1760080210,0,1,7,1,G,D,".as_slice(), &vec![b'm'; 65 << 20], b",,0"].concat();
    let query = Query::new(Format::Values, Detail::Message);
    let batches = read(&Options::new(query), &body);
    let reason = batches[0].column_by_name("malformed").unwrap().as_string::<i32>().value(0).to_owned();
    assert_eq!(reason, "byte 67108864: longer than any reply to a request for one message: read it as a batch");
}

/// Texts of a batch that would not fit into memory end the batch.
#[test]
fn long_texts_end_a_batch() {
    let record = |id: u32| format!("1,1760080210,0,1,7,1,G,D,{},,0,{id}\n", "m".repeat(1_000_000));
    let body: String = (1..=200).map(record).collect();
    let batches = read(&Options::new(query().detail(Detail::Message)), body.as_bytes());
    assert_eq!(ids(&batches), (1..=200).collect::<Vec<_>>());
    assert!(batches.iter().all(|batch| batch.num_rows() < 140), "{} batches", batches.len());
}

#[cfg(feature = "compressed")]
mod compressed {
    use super::*;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn zstd(bytes: &[u8]) -> Vec<u8> {
        ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
    }

    #[test]
    fn compressed_replies_are_read() {
        let body = body(20_000);
        let plain = ids(&read(&Options::new(query()), &body));
        let (first, second) = body.split_at(250_000);
        for compressed in [gzip(&body), zstd(&body), [gzip(first), gzip(second)].concat(), [zstd(first), zstd(second)].concat()] {
            assert!(compressed.len() < body.len() / 2);
            assert_eq!(ids(&read(&Options::new(query()).any_format(), &compressed)), plain);
        }
    }

    #[test]
    fn a_cut_file_is_an_error() {
        for compressed in [gzip(&body(20_000)), zstd(&body(20_000))] {
            let cut = &compressed[..compressed.len() / 2];
            let last = Reader::new(&Options::new(query()), [Source::bytes("cut", cut)]).unwrap().last().unwrap();
            assert!(last.unwrap_err().to_string().contains("cannot read cut: "));
        }
    }
}
