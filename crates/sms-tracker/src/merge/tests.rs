//! Laws of merging, and the cases that the order is made for.

use alloc::vec::Vec;

use proptest::prelude::*;
use smsc_proto::{Field, Record, RecordBuilder, StatusCode, Value, WriteError};

use super::*;

const STATUSES: [i32; 17] = [-3, -2, -1, 0, 1, 2, 3, 4, 6, 7, 20, 22, 23, 24, 25, -9, 99];

fn report(
    status: i32,
    since: i64,
    err: Option<i64>,
    texts: [Option<&'static str>; 3],
    cost: bool,
) -> Result<Record<'static>, WriteError> {
    let mut builder = RecordBuilder::new(StatusCode(status)).number(Field::LastTimestamp, since)?;
    if let Some(err) = err {
        builder = builder.number(Field::Err, err)?;
    }
    for (field, text) in [Field::Message, Field::StatusName, Field::Operator].into_iter().zip(texts) {
        if let Some(text) = text {
            builder = builder.text(field, text)?;
        }
    }
    if cost {
        builder = builder.text(Field::Cost, "2.12")?;
    }
    Ok(builder.build())
}

/// Reports with few values, so that many are of the same status or second.
fn reports() -> impl Strategy<Value = Vec<Record<'static>>> {
    let status = prop::sample::select(&STATUSES[..]);
    let err = prop::option::of(prop::sample::select(&[0_i64, 6, 255][..]));
    let text = || prop::option::of(prop::sample::select(&["a", "b"][..]));
    let one = (status, 0_i64..3, err, [text(), text(), text()], any::<bool>(), any::<bool>());
    let one = one.prop_map(|(status, since, err, texts, cost, is_ambiguous)| {
        let record = report(status, since, err, texts, cost).unwrap();
        if is_ambiguous { ambiguous(&record) } else { record }
    });
    prop::collection::vec(one, 0..8)
}

fn ambiguous(record: &Record<'static>) -> Record<'static> {
    let mut builder = RecordBuilder::new(record.status());
    for (field, value) in record.fields().filter(|(field, _)| *field != Field::Status) {
        builder = match value {
            Value::Number(number) => builder.number(field, number).unwrap(),
            Value::Text(text) => builder.encoded_text(field, text).unwrap(),
            Value::Cost(cost) => builder.text(field, cost.as_str()).unwrap(),
        };
    }
    builder.ambiguous().build()
}

/// Returns the kept reports, comparable.
fn merge(mut reports: Vec<Record<'static>>) -> Vec<Record<'static>> {
    let merged = Merged::new(&mut reports);
    merged.reports().to_vec()
}

fn is_same(one: &[Record<'_>], other: &[Record<'_>]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| compare(one, other).is_eq())
}

/// The definition, without a sort: the greatest report that has the field.
fn expected(reports: &[Record<'static>], field: Field) -> Option<Value<'static>> {
    let greatest = reports.iter().max_by(|one, other| compare(one, other))?;
    let is_of_state = [Field::Status, Field::LastDate, Field::LastTimestamp, Field::Err, Field::StatusName].contains(&field);
    let state = |report: &Record<'_>| (report.status(), report.last_timestamp(), report.err());
    let having = reports.iter().filter(|report| report.get(field).is_some());
    let having = having.filter(|report| !is_of_state || state(report) == state(greatest));
    having.max_by(|one, other| compare(one, other))?.get(field)
}

proptest! {
    #[test]
    fn order_and_repetition_make_no_difference(reports in reports(), seed in any::<prop::sample::Index>()) {
        let mut other = reports.clone();
        other.reverse();
        if !other.is_empty() {
            let len = other.len();
            other.rotate_left(seed.index(len));
            other.push(other[seed.index(len)]);
        }
        prop_assert!(is_same(&merge(reports), &merge(other)));
    }

    #[test]
    fn grouping_makes_no_difference(one in reports(), two in reports(), three in reports()) {
        let join = |one: &[Record<'static>], other: &[Record<'static>]| merge([one, other].concat());
        let all = merge([&one[..], &two, &three].concat());
        let left = join(&join(&merge(one.clone()), &merge(two.clone())), &merge(three.clone()));
        let right = join(&one, &join(&two, &three));
        prop_assert!(is_same(&left, &right) && is_same(&left, &all));
    }

    #[test]
    fn each_field_is_that_of_the_greatest_report_that_has_it(mut reports in reports()) {
        let all = reports.clone();
        let merged = Merged::new(&mut reports);
        for field in Field::ALL {
            prop_assert_eq!(merged.get(*field), expected(&all, *field), "{}", field);
        }
        let has_mark = all.iter().any(|report| report.status() == StatusCode::NOT_FOUND);
        prop_assert_eq!(merged.was_not_found(), has_mark);
    }

    #[test]
    fn the_order_is_total(reports in prop::collection::vec(reports(), 3)) {
        let all: Vec<_> = reports.concat();
        for one in &all {
            for two in &all {
                prop_assert_eq!(compare(one, two), compare(two, one).reverse());
                for three in &all {
                    prop_assert!(compare(one, two).is_gt() || compare(two, three).is_gt() || compare(one, three).is_le());
                }
            }
        }
    }

    #[test]
    fn what_is_known_already_changes_nothing(mut reports in reports()) {
        let merged = Merged::new(&mut reports);
        let mut again = [merged.reports(), merged.reports()].concat();
        prop_assert!(!Merged::new(&mut again).change_since(&merged).is_any());
    }
}

#[test]
fn statuses_replace_each_other_by_class_and_then_by_time() {
    let state = |reports: &[(i32, i64)]| {
        let mut all: Vec<_> =
            reports.iter().map(|(status, since)| report(*status, *since, None, [None; 3], false).unwrap()).collect();
        Merged::new(&mut all).status().map(|status| status.0)
    };
    assert_eq!(state(&[]), None);
    assert_eq!(state(&[(-3, 9)]), None);
    assert_eq!(state(&[(-3, 9), (0, 1)]), Some(0));
    assert_eq!(state(&[(0, 9), (1, 1)]), Some(1));
    // A later failure replaces a delivery, a later delivery a failure.
    assert_eq!(state(&[(1, 1), (20, 2)]), Some(20));
    assert_eq!(state(&[(20, 1), (1, 2)]), Some(1));
    assert_eq!(state(&[(20, 1), (1, 1)]), Some(1));
    // Read and clicked stay.
    assert_eq!(state(&[(2, 1), (20, 2)]), Some(2));
    assert_eq!(state(&[(4, 1), (2, 2)]), Some(4));
    assert_eq!(state(&[(6, 2), (4, 1)]), Some(6));
    // A status without a name is kept until a known end comes.
    assert_eq!(state(&[(99, 2), (0, 1)]), Some(99));
    assert_eq!(state(&[(99, 2), (1, 1)]), Some(1));
}

#[test]
fn a_name_of_another_status_is_not_taken() {
    let named = report(0, 1, Some(0), [Some("Hello"), Some("Передано оператору"), None], true).unwrap();
    let brief = report(20, 2, Some(6), [None; 3], false).unwrap();
    let mut reports = [named, brief];
    let merged = Merged::new(&mut reports);
    assert_eq!(merged.get(Field::StatusName), None);
    assert!(matches!(merged.get(Field::Message), Some(Value::Text(text)) if text == "Hello"));
    assert_eq!(merged.err().map(|err| err.0), Some(6));
}

#[test]
fn a_change_says_what_is_different() {
    let waiting = report(0, 1, None, [None; 3], false).unwrap();
    let delivered = report(1, 2, Some(0), [None; 3], false).unwrap();
    let detailed = report(0, 1, None, [Some("a"), None, None], false).unwrap();
    let gone = report(-3, 0, None, [None; 3], false).unwrap();
    let change = |before: &[Record<'static>], after: &[Record<'static>]| {
        let (mut before, mut after) = (before.to_vec(), after.to_vec());
        let change = Merged::new(&mut after).change_since(&Merged::new(&mut before));
        [change.state, change.end, change.fields, change.not_found]
    };
    assert_eq!(change(&[], &[waiting]), [true, false, false, false]);
    assert_eq!(change(&[waiting], &[waiting, delivered]), [true, true, false, false]);
    assert_eq!(change(&[waiting], &[waiting, detailed]), [false, false, true, false]);
    assert_eq!(change(&[delivered], &[delivered, gone]), [false, false, false, true]);
    assert_eq!(change(&[delivered, gone], &[delivered, gone, waiting]), [false; 4]);
    assert_eq!(change(&[], &[gone]), [false, false, false, true]);
}
