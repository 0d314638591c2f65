//! The row that reports make, without a database.

use proptest::prelude::*;
use smsc_client::{FieldValue, Id};

use super::*;
use crate::report::Of;

fn stored() -> Stored {
    let latest = Changed {
        seq: 0,
        key: String::new(),
        row: 1,
        id: Id::Number(1),
        phone: String::new(),
        at: 0,
        status: None,
        err: None,
        last_timestamp: None,
        is_final: false,
        is_lost: false,
        source: None,
        change: Change::default(),
    };
    Stored { known: Known { state: State::Open, not_found_since: None, reports: None }, cost: None, latest }
}

fn reports() -> impl Strategy<Value = Vec<NewReport>> {
    let status = prop::sample::select(&[-3, -1, 0, 1, 2, 20, 99][..]);
    let text = || prop::option::of(prop::sample::select(&["", "a\u{0}\n\"\\", "«ё»"][..]));
    let one = (status, 0_i64..3, prop::option::of(0_i64..2), text(), text(), any::<[bool; 3]>());
    let one = one.prop_map(|(status, since, err, message, name, [is_text_id, has_cost, is_ambiguous])| {
        let text = |value: &str| FieldValue::Text(value.to_owned());
        let id = if is_text_id { text("order-7") } else { FieldValue::Number(63) };
        let mut fields = vec![(Field::LastTimestamp, FieldValue::Number(since)), (Field::Id, id)];
        fields.extend(err.map(|err| (Field::Err, FieldValue::Number(err))));
        fields.extend(message.map(|value| (Field::Message, text(value))));
        fields.extend(name.map(|value| (Field::StatusName, text(value))));
        fields.extend(has_cost.then(|| (Field::Cost, text("2.12"))));
        let record = MessageRecord::from_fields(StatusCode(status), fields, is_ambiguous).unwrap();
        NewReport { message: Of::Row(1), record, source: Source::Pushed, at: 7 }
    });
    prop::collection::vec(one, 1..8)
}

proptest! {
    #[test]
    fn the_kept_reports_are_those_of_a_merge_of_all(reports in reports(), seed in any::<prop::sample::Index>()) {
        let mut row = stored();
        let mut order = reports.clone();
        order.rotate_left(seed.index(reports.len()));
        order.push(order[seed.index(reports.len())].clone());
        for report in &order {
            row.merge(report).unwrap();
        }
        let mut all = records(reports.iter().map(|report| &report.record)).unwrap();
        let merged = Merged::new(&mut all);
        let expected: Vec<_> = merged.reports().iter().map(MessageRecord::new).collect();
        prop_assert_eq!(json::read(row.known.reports.as_deref().unwrap()).unwrap(), expected);
        prop_assert_eq!(row.latest.status, merged.status());
        prop_assert_eq!(row.cost, cost(&merged));
        prop_assert_eq!(row.known.state == State::Final, merged.is_final());
    }
}
