//! How long a single reply of one line of fmt 1 takes, which is all that most programs ever read at a time.

mod measure;
mod ours;

use std::hint::black_box;

use smsc_proto::{Charset, Detail, Format, Query, Record, RecordBuilder, Reply, SingleReply, StatusCode, Value};

use crate::measure::Group;

const BRIEF: &str = "1,1760080210,0";
const FULL: &str = "1,1760080210,0,1760080202,79990000020,Россия,МТС,г. Москва и Московская область,2.12,GLOBUS,Доставлено,Заказ 78-74-08 собран и ждёт вас в пункте выдачи,,0";
const MESSAGE: &str = "Заказ 78-74-08 собран и ждёт вас в пункте выдачи";

fn main() {
    for (name, line, all) in [("one line, all=0", BRIEF, Detail::Status), ("one line, all=2", FULL, Detail::Full)] {
        let query = Query::new(Format::Values, all).charset(Charset::Utf8);
        check(&query, line, all);
        let mut group = Group::new(name, 1);
        group.add("naive split", || _ = black_box(naive(black_box(line))));
        group.add("smsc-proto", || one(black_box(&query), black_box(line), ours::touch));
        group.add("smsc-proto, list", || ours::into(black_box(&query), black_box(line).as_bytes(), ours::touch));
        group.add("smsc-proto, iterator", || iterator(black_box(&query), black_box(line), ours::touch));
        group.time();
    }
}

/// The three first values as numbers, and how many values there are: whoever wants a later one splits up to there.
fn naive(line: &str) -> (i32, u64, u32, usize) {
    let mut values = line.split(',');
    let mut next = || values.next().expect("a value");
    let status = next().parse().expect("a status");
    let time = next().parse().expect("a timestamp");
    let err = next().parse().expect("an err");
    (status, time, err, 3 + values.count())
}

fn one(query: &Query<'_>, line: &str, mut found: impl FnMut(&Record<'_>)) {
    let mut status = Record::empty();
    assert!(matches!(query.read_into(line.as_bytes(), &mut status), Ok(SingleReply::Record(()))), "no record");
    found(&status);
}

fn iterator(query: &Query<'_>, line: &str, mut found: impl FnMut(&Record<'_>)) {
    let Ok(Reply::Records(records)) = query.read(line.as_bytes()) else { panic!("no record") };
    for record in records {
        found(&record.expect("a record that can be read"));
    }
}

/// Both readers of the core against every value of the line, the naive one against what it knows.
fn check(query: &Query<'_>, line: &str, all: Detail) {
    let values: Vec<_> = line.split(',').collect();
    assert_eq!(naive(line), (1, 1_760_080_210, 0, values.len()), "the naive reader's numbers");
    let mut records = 0;
    let mut right = |status: &Record<'_>| {
        records += 1;
        let names = smsc_proto::fields_of(Format::Values, all, false, false);
        let found: Vec<_> = names.map(|field| text(status.get(field).expect("a value"))).collect();
        assert_eq!(found, values, "the core's values");
        assert!(all == Detail::Status || status.message().is_some_and(|message| message == MESSAGE), "the core's message");
    };
    one(query, line, &mut right);
    ours::into(query, line.as_bytes(), &mut right);
    iterator(query, line, &mut right);
    assert_eq!(records, 3, "one record for each reader");
}

fn text(value: Value<'_>) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Text(text) => text.to_string(),
        Value::Cost(cost) => cost.as_str().to_owned(),
    }
}
