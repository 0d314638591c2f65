//! The promises of every store.

use std::cell::RefCell;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use sms_tracker::{Class, Merged};
use smsc_client::{FieldValue, Id, MessageRecord};
use smsc_proto::{ErrCode, Field, Record, StatusCode};
use smsc_watch::{Added, Changed, ErrorKind, Lanes, NewMessage, NewReport, Open, Source, Store, Which};

use crate::common::{NOW, message, of_key, of_row, record, state};

const MINUTE: u64 = 60_000;

fn claim(store: &mut dyn Store) -> Vec<Open> {
    store.claim(1_000, NOW, MINUTE).unwrap()
}

fn row(store: &mut dyn Store, id: u32) -> i64 {
    store.add(&[message(id, "79990000020")], NOW).unwrap();
    claim(store).pop().unwrap().row
}

fn ends(store: &mut dyn Store) -> Vec<(i64, String)> {
    let changes = store.changes_after("ends", Which::Ends, 100).unwrap();
    changes.into_iter().map(|changed| (changed.seq, changed.key)).collect()
}

pub(crate) fn adds_a_message_once(store: &mut dyn Store) {
    let messages = [message(1, "79990000020"), message(2, "79990000020"), message(1, "79990000021")];
    assert_eq!(store.add(&messages, NOW).unwrap(), Added { added: 3, known: 0 });
    let other = NewMessage { id: Id::Text("order-77".to_owned()), ..messages[0].clone() };
    // A number and its digits are the same id.
    let same = NewMessage { id: Id::Text("2".to_owned()), ..messages[1].clone() };
    assert_eq!(store.add(&[messages[0].clone(), other, same], NOW).unwrap(), Added { added: 1, known: 2 });
    let ids: Vec<_> = claim(store).into_iter().map(|open| (open.id.to_string(), open.phone, open.sent)).collect();
    let sent = Some(NOW - 5_000);
    let expected = [("1", "20"), ("2", "20"), ("1", "21"), ("order-77", "20")];
    assert_eq!(ids, expected.map(|(id, end)| (id.to_owned(), format!("799900000{end}"), sent)));
}

pub(crate) fn adds_a_phone_once_however_it_is_typed(store: &mut dyn Store) {
    let mut add = |phone| store.add(&[message(1, phone)], NOW).unwrap().added;
    assert_eq!([add("8 (999) 123-03-00"), add("+7 999 1230300"), add("9991230300")], [1, 0, 0]);
    // A number of Vietnam, and a Russian one.
    assert_eq!([add("+84 90 123 45 67"), add("84901234567"), add("84 901234567")], [1, 0, 0]);
    assert_eq!([add("User@example.com"), add("user@EXAMPLE.com")], [1, 0]);
}

pub(crate) fn claims_each_message_once(store: &mut dyn Store) {
    let messages: Vec<_> = (1..=5).map(|id| message(id, "79990000020")).collect();
    store.add(&messages, NOW).unwrap();
    let mut claim = |max| store.claim(max, NOW, MINUTE).unwrap().len();
    assert_eq!([claim(2), claim(2), claim(2), claim(2)], [2, 2, 1, 0]);
    store.add(&[message(6, "79990000020")], NOW).unwrap();
    let open = claim_all(store);
    assert_eq!(open, ["6"]);
    assert!(store.renew(NOW, MINUTE).unwrap());
    store.release().unwrap();
    assert_eq!(claim_all(store).len(), 6);
}

fn claim_all(store: &mut dyn Store) -> Vec<String> {
    claim(store).into_iter().map(|open| open.id.to_string()).collect()
}

pub(crate) fn claims_no_message_with_an_end(store: &mut dyn Store) {
    let messages: Vec<_> = (1..=4).map(|id| message(id, "79990000020")).collect();
    store.add(&messages, NOW).unwrap();
    let open = claim(store);
    store.report(&[of_row(open[0].row, state(1, 5, 0)), of_row(open[1].row, state(0, 6, 0))], NOW).unwrap();
    store.lost(&[open[2].row], NOW).unwrap();
    store.release().unwrap();
    let again = claim(store);
    assert_eq!(again.iter().map(|open| open.row).collect::<Vec<_>>(), [open[1].row, open[3].row]);
    assert_eq!([again[0].status, again[1].status], [Some(StatusCode::HANDED_OVER), None]);
}

pub(crate) fn keeps_the_times_of_requests(store: &mut dyn Store) {
    assert_eq!(store.lanes().unwrap(), Lanes::default());
    let row = row(store, 1);
    store.asked(&[row], NOW, false).unwrap();
    assert_eq!(store.lanes().unwrap(), Lanes { last_batch: None, last_request: Some(NOW) });
    store.asked(&[row], NOW + 7, true).unwrap();
    store.asked(&[], NOW + 9, false).unwrap();
    assert_eq!(store.lanes().unwrap(), Lanes { last_batch: Some(NOW + 7), last_request: Some(NOW + 9) });
    store.release().unwrap();
    assert_eq!(claim(store)[0].asked, Some(NOW + 7));
}

pub(crate) fn lets_one_batch_go_out_in_each_gap(store: &mut dyn Store) {
    assert_eq!(store.take_batch_turn(NOW, MINUTE).unwrap(), None);
    assert_eq!(store.take_batch_turn(NOW + 59_999, MINUTE).unwrap(), Some(NOW + MINUTE));
    assert_eq!(store.take_batch_turn(NOW + MINUTE, MINUTE).unwrap(), None);
    assert_eq!(store.lanes().unwrap().last_batch, Some(NOW + MINUTE));
}

pub(crate) fn merges_reports(store: &mut dyn Store) {
    let row = row(store, 1);
    let detailed = record(0, &[(Field::LastTimestamp, FieldValue::Number(5)), (Field::Cost, FieldValue::Text("2.12".to_owned()))]);
    let reports = [of_row(row, detailed), of_row(row, state(20, 7, 6)), of_row(row, state(0, 6, 0)), of_row(row, state(20, 7, 6))];
    let changed = store.report(&reports, NOW).unwrap();
    assert_eq!(changed.len(), 2, "{changed:?}");
    let end = &changed[1];
    assert_eq!((end.status, end.err, end.last_timestamp), (Some(StatusCode::UNDELIVERABLE), Some(ErrCode(6)), Some(7)));
    assert!(end.is_final && end.change.end && end.source == Some(Source::Asked) && end.at == NOW);
    assert_eq!((end.id.clone(), end.phone.as_str(), end.row), (Id::Number(1), "79990000020", row));
    assert_eq!(store.changes_after("all", Which::All, 9).unwrap(), changed);
    let counts = store.counts().unwrap();
    assert_eq!((counts.open, counts.ended, counts.lost), (0, vec![(StatusCode::UNDELIVERABLE, 1)], 0));
    assert_eq!(counts.last_change, end.seq);
}

pub(crate) fn finds_the_message_of_a_report(store: &mut dyn Store) {
    store.add(&[message(1, "8 (999) 123-03-00"), message(1, "+84 901234567"), message(2, "79991230300")], NOW).unwrap();
    let rows: Vec<_> = claim(store).into_iter().map(|open| open.row).collect();
    let reports = [
        of_key(1, "79991230300", state(1, 5, 0), Source::History),
        of_key(1, "84901234567", state(1, 5, 0), Source::File),
        of_key(3, "79991230300", state(1, 5, 0), Source::File),
    ];
    let changed = store.report(&reports, NOW).unwrap();
    assert_eq!(changed.iter().map(|changed| changed.row).collect::<Vec<_>>(), [rows[0], rows[1]]);
    // Somebody may have removed a message.
    assert_eq!(store.report(&[of_row(i64::MAX, state(1, 5, 0))], NOW).unwrap(), []);
}

pub(crate) fn adds_the_messages_of_notifications_alone(store: &mut dyn Store) {
    let report = |source| of_key(7, "79990000020", state(0, 5, 0), source);
    for source in [Source::Asked, Source::History, Source::File] {
        assert_eq!(store.report(&[report(source)], NOW).unwrap(), []);
    }
    let changed = store.report(&[report(Source::Pushed), report(Source::Pushed)], NOW).unwrap();
    assert_eq!(changed.len(), 1);
    let open = claim(store);
    assert_eq!((open.len(), &open[0].id, open[0].sent), (1, &Id::Number(7), None));
}

pub(crate) fn marks_messages_that_are_not_found(store: &mut dyn Store) {
    let row = row(store, 1);
    let mut report = |record, at, source| {
        store.report(&[NewReport { at, source, ..of_row(row, record) }], at).unwrap();
        store.release().unwrap();
        let open = claim(store);
        (open[0].not_found_since, open[0].status)
    };
    let pending = Some(StatusCode::HANDED_OVER);
    assert_eq!(report(state(-3, 0, 0), NOW, Source::Asked), (Some(NOW), None));
    assert_eq!(report(state(-3, 0, 0), NOW + 1, Source::Asked), (Some(NOW), None));
    assert_eq!(report(state(0, 5, 0), NOW + 2, Source::Pushed), (Some(NOW), pending));
    assert_eq!(report(state(0, 5, 0), NOW + 3, Source::Asked), (None, pending));
    assert_eq!(report(state(-3, 0, 0), NOW + 4, Source::Asked), (Some(NOW + 4), pending));
}

pub(crate) fn replaces_a_loss_by_a_final_status(store: &mut dyn Store) {
    let row = row(store, 1);
    store.report(&[of_row(row, state(0, 5, 0))], NOW).unwrap();
    let lost = store.lost(&[row, i64::MAX], NOW).unwrap();
    assert_eq!(lost.len(), 1);
    assert!(lost[0].is_lost && !lost[0].is_final && lost[0].change.end && lost[0].source.is_none());
    assert_eq!(lost[0].status, Some(StatusCode::HANDED_OVER));
    assert_eq!(store.lost(&[row], NOW).unwrap(), []);
    assert_eq!((store.counts().unwrap().open, store.counts().unwrap().lost), (0, 1));
    let late = store.report(&[of_row(row, state(-1, 6, 0)), of_row(row, state(1, 9, 0))], NOW).unwrap();
    assert_eq!([late[0].is_lost, late[1].is_lost], [true, false]);
    assert!(late[1].is_final && late[1].change.end);
    assert_eq!(store.counts().unwrap().lost, 0);
    assert_eq!(store.lost(&[row], NOW).unwrap(), []);
}

pub(crate) fn passes_changes_on_until_they_are_acknowledged(store: &mut dyn Store) {
    let row = row(store, 1);
    let changed =
        store.report(&[of_row(row, state(-1, 4, 0)), of_row(row, state(0, 5, 0)), of_row(row, state(1, 6, 0))], NOW).unwrap();
    let mut after = |sink: &str| store.changes_after(sink, Which::All, 2).unwrap();
    assert_eq!(after("a"), changed[..2]);
    assert_eq!(after("a"), changed[..2]);
    store.acknowledge("a", changed[1].seq).unwrap();
    store.acknowledge("a", changed[0].seq).unwrap();
    assert_eq!(store.changes_after("a", Which::All, 2).unwrap(), changed[2..]);
    store.acknowledge("a", changed[2].seq).unwrap();
    assert_eq!(store.changes_after("a", Which::All, 2).unwrap(), []);
    assert_eq!(store.changes_after("b", Which::All, 9).unwrap(), changed);
}

pub(crate) fn passes_ends_on_once(store: &mut dyn Store) {
    let row = row(store, 79_990_020);
    let reports = [state(0, 5, 0), state(1, 6, 0), state(1, 6, 0)];
    store.report(&reports.map(|record| of_row(row, record)), NOW).unwrap();
    let cost = record(1, &[(Field::LastTimestamp, FieldValue::Number(6)), (Field::Cost, FieldValue::Text("2.12".to_owned()))]);
    let detail: Vec<Changed> = store.report(&[of_row(row, cost)], NOW).unwrap();
    assert!(detail[0].is_final && detail[0].change.fields);
    let one = ends(store);
    assert_eq!((one.len(), ends(store)), (1, one.clone()));
    let (seq, key) = &one[0];
    assert!(key.ends_with(&format!("-{seq}")) && !key.contains("79990"), "{key}");
    store.acknowledge("ends", *seq).unwrap();
    assert_eq!(ends(store), []);
}

pub(crate) fn stores_nothing_of_a_call_that_fails(store: &mut dyn Store) {
    let wrong = NewMessage { id: Id::Number(0), ..message(1, "79990000020") };
    let error = store.add(&[message(1, "79990000020"), wrong], NOW).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Record(_)), "{error}");
    assert_eq!(claim(store), []);
    assert_eq!(store.add(&[message(1, "79990000020")], NOW).unwrap().added, 1);
}

fn reports() -> impl Strategy<Value = Vec<(MessageRecord, Source)>> {
    let status = prop::sample::select(&[-3, -1, 0, 1, 2, 4, 20, 99][..]);
    let text = || prop::option::of(prop::sample::select(&["a", "", "«ё»\n\"'\\ \u{1f600}"][..]));
    let err = prop::option::of(prop::sample::select(&[0_i64, 6][..]));
    let source = prop::sample::select(&Source::ALL[..]);
    let one = (status, 0_i64..3, err, text(), text(), any::<bool>(), any::<bool>(), source);
    let one = one.prop_map(|(status, since, err, message, name, has_cost, is_ambiguous, source)| {
        let number = |field, value: i64| (field, FieldValue::Number(value));
        let text = |field, value: &str| (field, FieldValue::Text(value.to_owned()));
        let mut fields = vec![number(Field::LastTimestamp, since), number(Field::Id, 63)];
        fields.extend(err.map(|err| number(Field::Err, err)));
        fields.extend(message.map(|value| text(Field::Message, value)));
        fields.extend(name.map(|value| text(Field::StatusName, value)));
        fields.extend(has_cost.then(|| text(Field::Cost, "2.12")));
        (MessageRecord::from_fields(StatusCode(status), fields, is_ambiguous).unwrap(), source)
    });
    prop::collection::vec(one, 1..7)
}

/// Compares what the store returns after reports in any grouping with a merge of all of them.
pub(crate) fn stores_the_same_row_as_a_merge_of_all_reports(store: &mut dyn Store) {
    let mut runner = TestRunner::new(Config { cases: 64, failure_persistence: None, ..Config::default() });
    let store = RefCell::new((store, 0));
    let cases = (reports(), any::<prop::sample::Index>(), any::<prop::sample::Index>());
    let result = runner.run(&cases, |(reports, cut, again)| {
        let (store, last_id) = &mut *store.borrow_mut();
        *last_id += 1;
        let row = row(*store, *last_id);
        let mut all: Vec<_> =
            reports.iter().map(|(record, source)| NewReport { source: *source, ..of_row(row, record.clone()) }).collect();
        all.push(all[again.index(all.len())].clone());
        let (first, second) = all.split_at(cut.index(all.len()));
        let mut changed = store.report(first, NOW).unwrap();
        changed.extend(store.report(second, NOW).unwrap());
        let mut records: Vec<Record<'_>> = reports.iter().map(|(record, _)| record.as_record().unwrap()).collect();
        let merged = Merged::new(&mut records);
        let last = changed.last().unwrap();
        let state = merged.status().map(|_| (merged.err(), merged.last_timestamp())).unwrap_or_default();
        prop_assert_eq!((last.status, (last.err, last.last_timestamp)), (merged.status(), state));
        prop_assert_eq!(last.is_final, merged.class() > Class::Pending);
        prop_assert_eq!(changed.iter().any(|changed| changed.change.not_found), merged.was_not_found());
        // Everything is known: all of it in another order changes nothing.
        all.reverse();
        prop_assert_eq!(store.report(&all, NOW).unwrap(), vec![]);
        store.lost(&[row], NOW).unwrap();
        Ok(())
    });
    result.unwrap();
}
