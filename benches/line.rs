//! The time of one message: a single reply of fmt 1, which is one line. Most programs never read
//! more at a time.

mod measure;
mod ours;

use std::hint::black_box;

use smsc_proto::{Charset, Detail, Format, Query, Record, Reply, SingleReply, Value};

use crate::measure::Group;

const BRIEF: &str = "1,1760080210,0";
const FULL: &str = "1,1760080210,0,1760080202,79990000020,Россия,МТС,г. Москва и Московская область,2.12,GLOBUS,Доставлено,Заказ 78-74-08 собран и ждёт вас в пункте выдачи,,0";
const MESSAGE: &str = "Заказ 78-74-08 собран и ждёт вас в пункте выдачи";

fn main() {
    for (name, line, detail) in [("one line, all=0", BRIEF, Detail::Status), ("one line, all=2", FULL, Detail::Full)] {
        let query = Query::new(Format::Values, detail).charset(Charset::Utf8);
        check(&query, line);
        let mut group = Group::new(name, 1);
        group.add("naive split", || _ = black_box(naive(black_box(line))));
        group.add("smsc-proto", || one(black_box(&query), black_box(line), ours::touch));
        group.add("smsc-proto, list", || ours::into(black_box(&query), black_box(line).as_bytes(), ours::touch));
        group.add("smsc-proto, iterator", || iterator(black_box(&query), black_box(line), ours::touch));
        group.time();
    }
}

/// Parses the first three values as numbers and counts the values, as a program that needs a later
/// value would have to.
fn naive(line: &str) -> (i32, u64, u32, usize) {
    let mut values = line.split(',');
    let mut next = || values.next().expect("a value");
    let status = next().parse().expect("a status");
    let time = next().parse().expect("a timestamp");
    let err = next().parse().expect("an err");
    (status, time, err, 3 + values.count())
}

fn one(query: &Query<'_>, line: &str, mut found: impl FnMut(&Record<'_>)) {
    let mut record = Record::empty();
    assert!(matches!(query.read_into(line.as_bytes(), &mut record), Ok(SingleReply::Record(()))), "no record");
    found(&record);
}

fn iterator(query: &Query<'_>, line: &str, mut found: impl FnMut(&Record<'_>)) {
    let Ok(Reply::Records(records)) = query.read(line.as_bytes()) else { panic!("no record") };
    for record in records {
        found(&record.expect("a well-formed record"));
    }
}

/// Compares the values that the core's readers return with those of the line, and the naive
/// reader's numbers with the known ones.
fn check(query: &Query<'_>, line: &str) {
    let values: Vec<_> = line.split(',').collect();
    assert_eq!(naive(line), (1, 1_760_080_210, 0, values.len()), "the naive reader's numbers");
    let mut records = 0;
    let mut compare = |record: &Record<'_>| {
        records += 1;
        let fields = query.fields(false);
        let found: Vec<_> = fields.map(|field| text(record.get(field).expect("a value"))).collect();
        assert_eq!(found, values, "the core's values");
        assert!(
            query.get_detail() == Detail::Status || record.message().is_some_and(|message| message == MESSAGE),
            "the core's message"
        );
    };
    one(query, line, &mut compare);
    ours::into(query, line.as_bytes(), &mut compare);
    iterator(query, line, &mut compare);
    assert_eq!(records, 3, "one record for each reader");
}

fn text(value: Value<'_>) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Text(text) => text.to_string(),
        Value::Cost(cost) => cost.as_str().to_owned(),
    }
}
