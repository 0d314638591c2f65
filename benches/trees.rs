//! fmt 2 and 3: how long a record takes beside `quick-xml` and `serde_json`, which fill a borrowed struct with the same fields.
//!
//! As in `read.rs`, every answer is compared before it is timed.

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, SamplingMode, Throughput};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde::Deserialize;
use smsc_proto::{All, Charset, Cost, Format, Output, Query, Reply, Status, WriteError, Writer};

/// How many records each body holds.
const RECORDS: usize = 10_000;

/// What a peer fills: every field of all=2, borrowed where it is a text.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Row<'a> {
    status: i32,
    last_timestamp: Option<u64>,
    err: Option<u32>,
    send_timestamp: Option<u64>,
    phone: Option<&'a str>,
    cost: Option<&'a str>,
    sender_id: Option<&'a str>,
    status_name: Option<&'a str>,
    message: Option<&'a str>,
    comment: Option<&'a str>,
    country: Option<&'a str>,
    operator: Option<&'a str>,
    region: Option<&'a str>,
    r#type: Option<u8>,
    id: Option<u32>,
}

struct Bytes(Vec<u8>);

impl Output for Bytes {
    fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }
}

/// The same records as in the bodies of fmt 1, in another format.
fn body(format: Format) -> Vec<u8> {
    let lines = testkit::generate::batch(1, RECORDS, 2, Charset::Utf8.name());
    let query = Query::new(Format::Values, All::Numbering).batch().charset(Charset::Utf8);
    let Ok(Reply::Records(records)) = query.read(&lines) else { panic!("no records") };
    let mut to = query;
    to.format = format;
    let mut batch = Writer::new(to).batch(Bytes(Vec::new())).expect("a batch");
    for record in records {
        batch.record(&record.expect("a record")).expect("a format that carries everything");
    }
    batch.end().expect("a batch").0
}

fn core(format: Format, body: &[u8], mut found: impl FnMut(&Status<'_>)) {
    let query = Query::new(format, All::Numbering).batch().charset(Charset::Utf8);
    let Ok(Reply::Records(records)) = query.read(body) else { panic!("no records") };
    for record in records {
        found(&record.expect("a record"));
    }
}

fn by_serde_json(body: &[u8]) -> Vec<Row<'_>> {
    serde_json::from_slice(body).expect("records")
}

fn by_quick_xml(body: &str) -> Vec<Row<'_>> {
    let mut reader = Reader::from_str(body);
    let mut rows = Vec::new();
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
            Event::Text(found) => {
                // The event borrows from the body, and so does what is kept.
                let start = body.len().min(usize::try_from(reader.buffer_position()).expect("a place"));
                let length = found.len();
                text = body.get(start - length..start).expect("the text in front");
            }
            Event::End(tag) => {
                if tag.name().as_ref() == "sms" {
                    rows.push(std::mem::take(&mut row));
                } else {
                    put(&mut row, &name, text);
                }
                name.clear();
            }
            Event::Eof => return rows,
            _ => {}
        }
    }
}

fn put<'a>(row: &mut Row<'a>, name: &str, text: &'a str) {
    let number = || text.parse().ok();
    match name {
        "status" => row.status = text.parse().expect("a status"),
        "last_timestamp" => row.last_timestamp = number(),
        "err" => row.err = text.parse().ok(),
        "send_timestamp" => row.send_timestamp = number(),
        "phone" => row.phone = Some(text),
        "cost" => row.cost = Some(text),
        "sender_id" => row.sender_id = Some(text),
        "status_name" => row.status_name = Some(text),
        "message" => row.message = Some(text),
        "comment" => row.comment = Some(text),
        "country" => row.country = Some(text),
        "operator" => row.operator = Some(text),
        "region" => row.region = Some(text),
        "type" => row.r#type = text.parse().ok(),
        "id" => row.id = text.parse().ok(),
        _ => {}
    }
}

/// Ends the run if a peer and the core differ in any field of any record.
fn check(format: Format, body: &[u8], rows: &[Row<'_>]) {
    let mut at = 0;
    core(format, body, |status| {
        let row = &rows[at];
        assert_eq!(row.status, status.status().0);
        assert_eq!((row.last_timestamp, row.send_timestamp), (status.last_timestamp(), status.send_timestamp()));
        assert_eq!(
            (row.err, row.r#type, row.id),
            (status.err().map(|err| err.0), status.r#type().map(|known| known.0), status.id())
        );
        assert_eq!(row.cost, status.cost().map(Cost::as_str));
        let texts = [row.phone, row.sender_id, row.status_name, row.message, row.comment, row.country, row.operator, row.region];
        let own = [
            status.phone(),
            status.sender_id(),
            status.status_name(),
            status.message(),
            status.comment(),
            status.country(),
            status.operator(),
            status.region(),
        ];
        for (text, own) in texts.into_iter().zip(own) {
            assert_eq!(text.map(str::to_owned), own.map(|own| own.to_string()), "record {at}");
        }
        at += 1;
    });
    assert_eq!((at, rows.len()), (RECORDS, RECORDS));
}

fn main() {
    let json = body(Format::Json);
    let xml = String::from_utf8(body(Format::Xml)).expect("UTF-8");
    check(Format::Json, &json, &by_serde_json(&json));
    check(Format::Xml, xml.as_bytes(), &by_quick_xml(&xml));

    let mut criterion = Criterion::default()
        .sample_size(50)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3))
        .configure_from_args();
    let touch = |status: &Status<'_>| {
        black_box((status.status(), status.err(), status.id(), status.message().map(|text| text.as_bytes().len())));
    };
    for (name, format, body) in
        [("fmt 3 beside serde_json", Format::Json, json.as_slice()), ("fmt 2 beside quick-xml", Format::Xml, xml.as_bytes())]
    {
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Elements(RECORDS.try_into().expect("a count")));
        group.sampling_mode(SamplingMode::Flat);
        group.bench_function("peer", |bencher| {
            bencher.iter(|| match format {
                Format::Json => black_box(by_serde_json(black_box(body))).len(),
                _ => black_box(by_quick_xml(black_box(&xml))).len(),
            });
        });
        group.bench_function("smsc-proto", |bencher| bencher.iter(|| core(format, black_box(body), touch)));
        group.finish();
    }
    criterion.final_summary();
}
