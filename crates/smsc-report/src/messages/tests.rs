//! Tests of merging: the states are those of `sms_tracker`, for random reports.

use proptest::prelude::*;
use sms_tracker::Merged;
use smsc_proto::{Cost, Field, Record, RecordBuilder, StatusCode, Value};

use super::*;
use crate::key::{Id, Phone};
use crate::text_parts::TextParts;

const STATUSES: [i32; 17] = [-3, -2, -1, 0, 1, 2, 3, 4, 6, 7, 20, 22, 23, 24, 25, -9, 99];

/// The values of a report; few of each, so that many reports are of the same status or second.
#[derive(Clone, Debug)]
struct Values {
    status: i32,
    numbers: [Option<i64>; 5],
    texts: [Option<&'static str>; 5],
    cost: Option<&'static str>,
    is_ambiguous: bool,
}

const NUMBERS: [Field; 5] = [Field::Err, Field::SendTimestamp, Field::Flag, Field::Type, Field::SmsCnt];
const TEXTS: [Field; 5] = [Field::Country, Field::Operator, Field::OperatorOrig, Field::SenderId, Field::Message];

fn values() -> impl Strategy<Value = (Values, i64)> {
    let number = || prop::option::of(1_i64..4);
    let text = || prop::option::of(prop::sample::select(&["a", "b"][..]));
    // In the order of numbers and of characters.
    let cost = prop::option::of(prop::sample::select(&["1.1", "2.12", "2.5"][..]));
    let numbers = prop::array::uniform5(number());
    let texts = prop::array::uniform5(text());
    let status = prop::sample::select(&STATUSES[..]);
    (status, numbers, texts, cost, any::<bool>(), 1_i64..4).prop_map(|(status, numbers, mut texts, cost, is_ambiguous, last)| {
        // Texts of one length, which count alike, are one text.
        texts[4] = texts[4].map(|_| "a");
        (Values { status, numbers, texts, cost, is_ambiguous }, last)
    })
}

fn record((values, last): &(Values, i64)) -> Record<'static> {
    let mut builder = RecordBuilder::new(StatusCode(values.status)).number(Field::LastTimestamp, *last).unwrap();
    for (field, number) in NUMBERS.into_iter().zip(values.numbers) {
        builder = number.map_or(builder, |number| builder.number(field, number).unwrap());
    }
    for (field, text) in TEXTS.into_iter().zip(values.texts) {
        builder = text.map_or(builder, |text| builder.text(field, text).unwrap());
    }
    builder = values.cost.map_or(builder, |cost| builder.text(Field::Cost, cost).unwrap());
    if values.is_ambiguous { builder.ambiguous().build() } else { builder.build() }
}

/// Returns what a report of figures has of a record or of merged reports.
fn report(get: impl Fn(Field) -> Option<Value<'static>>, names: &mut Names) -> Report {
    let number = |field| match get(field) {
        Some(Value::Number(number)) => Some(number),
        _ => None,
    };
    let text = |field| match get(field) {
        Some(Value::Text(text)) => Some(text.to_string()),
        _ => None,
    };
    let mut name = |field| text(field).map_or(NONE, |text| names.number(&text));
    let cost = match get(Field::Cost) {
        Some(Value::Cost(cost)) => Cost::ten_thousandths(cost).unwrap().try_into().unwrap(),
        _ => -1,
    };
    Report {
        err: number(Field::Err).map_or(NONE, |err| err.try_into().unwrap()),
        last: number(Field::LastTimestamp).unwrap_or(0).try_into().unwrap(),
        sent: number(Field::SendTimestamp).unwrap_or(0).try_into().unwrap(),
        cost,
        flag: number(Field::Flag).map_or(-1, |flag| flag.try_into().unwrap()),
        sms_cnt: number(Field::SmsCnt).map_or(-1, |count| count.try_into().unwrap()),
        country: name(Field::Country),
        operator: name(Field::Operator),
        operator_orig: name(Field::OperatorOrig),
        sender: name(Field::SenderId),
        text: text(Field::Message).map(|text| TextParts::of(&text)),
        message_type: number(Field::Type).map_or(-1, |known| known.try_into().unwrap()),
        ..Report::new(StatusCode(number(Field::Status).unwrap().try_into().unwrap()))
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_state_is_that_of_the_tracker(all in prop::collection::vec((0_usize..3, values()), 1..14)) {
        let (mut messages, mut names) = (Messages::new(), Names::default());
        let mut by_message: [Vec<Record<'static>>; 3] = Default::default();
        for (message, values) in &all {
            let record = record(values);
            let of_record = report(|field| record.get(field), &mut names);
            let of_record = Report { is_ambiguous: values.0.is_ambiguous, ..of_record };
            let id = Id::of(Some(1 + i64::try_from(*message).unwrap()), None, None, &mut names).unwrap();
            let key = Key { id, phone: Phone::of("79990000001", &mut names).unwrap() };
            messages.add(key, of_record, &names);
            by_message[*message].push(record);
        }
        for (message, records) in by_message.iter_mut().enumerate().filter(|(_, records)| !records.is_empty()) {
            let id = Id::of(Some(1 + i64::try_from(message).unwrap()), None, None, &mut names).unwrap();
            let (_, found) = messages.merged().find(|(key, _)| key.id == id).unwrap();
            let merged = Merged::new(records);
            let expected = report(|field| merged.get(field), &mut names);
            prop_assert_eq!(Report { is_ambiguous: false, ..found }, expected);
        }
        prop_assert_eq!(messages.len(), by_message.iter().filter(|records| !records.is_empty()).count());
    }
}

#[test]
fn the_places_of_reports_are_used_again() {
    let (mut messages, names) = (Messages::new(), Names::default());
    let mut all = Names::default();
    let key = Key { id: Id::of(Some(1), None, None, &mut all).unwrap(), phone: Phone::of("79990000001", &mut all).unwrap() };
    for second in 1..1_000 {
        let report = Report { last: second, cost: if second % 2 == 0 { 5 } else { -1 }, ..Report::new(StatusCode::DELIVERED) };
        messages.add(key, report, &names);
    }
    assert_eq!((messages.len(), messages.lesser.len()), (1, 1));
}
