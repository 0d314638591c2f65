//! The search for requested pairs: the index finds what a search of every pair finds (R47).

use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use smsc_proto::{
    ChunkReader, Detail, Event, Format, IndexKey, Match, Matcher, MessageId, Query, Record, Reply, Requested, RequestedIndex,
};

/// Phones in every form (R47d); some are the same phone, and some differ in the plus alone.
const PHONES: &[&str] = &[
    "79990000001",
    "89990000001",
    "9990000001",
    "+79990000001",
    "+8 999 000 00 01",
    "8 (999) 000-00-01",
    "79990000002",
    "+79990000002",
    "7",
    "8",
    "12345678",
    "a@example.org",
    "A@EXAMPLE.org",
    "b8@example.org",
    "alfa",
    "Альфа",
    "АЛЬФА",
];
const IDS: &[&str] = &["1", "2", "77", "2147483647", "a", "order-77"];

/// Pairs of many kinds, or many of a few kinds.
fn pairs() -> impl Strategy<Value = Vec<(&'static str, &'static str)>> {
    let any = vec((select(IDS), select(PHONES)), 0..400);
    let alike = vec((Just("1"), select(&PHONES[..6])), 0..400);
    prop_oneof![any, alike]
}

fn requested(pairs: &[(&'static str, &'static str)]) -> Vec<Requested<'static>> {
    pairs.iter().map(|(id, phone)| Requested { id: MessageId::parse(id).unwrap(), phone }).collect()
}

/// The tables of every key.
struct Tables([Vec<u32>; 3]);

impl Tables {
    fn new(pairs: &[Requested<'_>]) -> Self {
        Self(IndexKey::ALL.map(|key| {
            let mut room = vec![7; IndexKey::room(pairs.len())];
            key.build(pairs, &mut room).unwrap();
            room
        }))
    }
}

impl RequestedIndex for Tables {
    fn table(&self, key: IndexKey) -> Option<&[u32]> {
        let place = IndexKey::ALL.iter().position(|other| *other == key)?;
        Some(&self.0[place])
    }
}

/// A record of fmt 3, in which an id or a phone may be absent.
fn body(records: &[(Option<&str>, Option<&str>)]) -> String {
    let mut body = "[".to_owned();
    for (id, phone) in records {
        let _ = write!(body, "{{\"status\":1,\"last_timestamp\":1760080210");
        if let Some(id) = id {
            let _ = write!(body, ",\"id\":{}", if id.parse::<u32>().is_ok() { (*id).to_owned() } else { format!("\"{id}\"") });
        }
        if let Some(phone) = phone {
            let _ = write!(body, ",\"phone\":\"{}\"", phone.replace("99", "\\u00399"));
        }
        body += "},";
    }
    body.pop();
    body + "]"
}

/// Returns what the matcher returns for each record: the number of pairs skipped.
fn matched(query: Query<'_>, body: &str) -> Vec<Option<usize>> {
    let Ok(Reply::Records(records)) = query.read(body.as_bytes()) else { panic!("no records") };
    let mut matcher = Matcher::of_query(&query).unwrap();
    records.map(|record: Result<Record<'_>, _>| matcher.accept(&record.unwrap()).map(<[_]>::len)).collect()
}

proptest! {
    #[test]
    fn an_index_changes_nothing(
        pairs in pairs(),
        records in vec((proptest::option::weighted(0.8, select(IDS)), proptest::option::weighted(0.8, select(PHONES))), 1..60),
    ) {
        let pairs = requested(&pairs);
        let query = Query::new(Format::Json, Detail::Status).batch().charset(smsc_proto::Charset::Utf8).requested(&pairs);
        let body = body(&records);
        let tables = Tables::new(&pairs);
        prop_assert_eq!(matched(query.indexed(&tables), &body), matched(query, &body));
    }
}

/// Any number of pairs, each found at its place, also with the same id or the same phone in all.
#[test]
fn every_pair_of_many_is_found() {
    for (ids, phones) in [(true, true), (true, false), (false, true), (false, false)] {
        let phones: Vec<_> = (0..3000).map(|at| format!("7999{:07}", if phones { at } else { 1 })).collect();
        let pair = |at: usize| Requested {
            id: MessageId::new(if ids { u32::try_from(at).unwrap() + 1 } else { 1 }).unwrap(),
            phone: &phones[at],
        };
        let pairs: Vec<_> = (0..3000).map(pair).collect();
        let tables = Tables::new(&pairs);
        let query = Query::new(Format::Values, Detail::Status).batch().requested(&pairs).indexed(&tables);
        let is_unique = ids || phones[0] != phones[1];
        for at in [17, 18, 1000, 2998, 2999] {
            let line = format!("1,1760080210,0,{},{}", pairs[at].id, pairs[at].phone);
            let found = matched(query, &line);
            assert_eq!(found, [Some(if is_unique { at } else { 0 })]);
        }
        assert_eq!(matched(query, "1,1760080210,0,9999,79990000001"), [None]);
    }
}

#[test]
fn room_that_is_too_short_makes_no_table() {
    let pairs = requested(&[("1", "7"), ("2", "8"), ("3", "9")]);
    for key in IndexKey::ALL {
        let room = IndexKey::room(pairs.len());
        assert_eq!(key.build(&pairs, &mut vec![0; room]), Some(()));
        assert_eq!(key.build(&pairs, &mut vec![0; room - 1]), None);
        assert_eq!(key.build(&[], &mut vec![0; IndexKey::room(0)]), Some(()));
    }
}

/// A table of other pairs is a fault of the caller: nothing that is found may be wrong.
#[test]
fn a_table_of_other_pairs_finds_no_wrong_pair() {
    let pairs = requested(&[("1", "79990000001"); 40]);
    let others = requested(&[("2", "79990000002"); 40]);
    for tables in [Tables::new(&others), Tables([vec![u32::MAX; 500], vec![], vec![0]])] {
        let query = Query::new(Format::Values, Detail::Status).batch().requested(&pairs).indexed(&tables);
        assert_eq!(matched(query, "1,1760080210,0,2,79990000002"), [None]);
    }
}

/// A record that was read before its reader became one that matches does not count for the pairs.
#[test]
fn a_reader_may_match_from_a_later_record_on() {
    let pairs = requested(&[("1", "79990000001"), ("2", "79990000002")]);
    let query = Query::new(Format::Values, Detail::Message).batch().requested(&pairs);
    let line = |id: u32| format!("1,1760080210,0,1760080202,7999000000{id},1,S,Delivered,text,,0,{id}\n");
    let body = [line(1), line(2)].concat();

    let Ok(Reply::Records(mut records)) = query.read(body.as_bytes()) else { panic!("records") };
    assert_eq!(records.next().unwrap().unwrap().id(), Some(pairs[0].id));
    let found: Vec<_> = records.matched().map(Result::unwrap).collect();
    let [Match::Missing(missing), Match::Requested(record)] = found[..] else { panic!("{found:?}") };
    assert_eq!((missing.id, record.id()), (pairs[0].id, Some(pairs[1].id)));

    let mut reader = ChunkReader::new(query);
    let (consumed, event) = reader.read(body.as_bytes(), true).unwrap();
    assert!(matches!(event, Event::Record(Ok(record)) if record.id() == Some(pairs[0].id)));
    let (mut reader, window) = (reader.matched(), &body.as_bytes()[consumed..]);
    let (consumed, event) = reader.read(window, true).unwrap();
    assert_eq!((consumed, event), (0, Event::Record(Ok(Match::Missing(pairs[0])))));
    let (consumed, event) = reader.read(window, true).unwrap();
    assert!(matches!(event, Event::Record(Ok(Match::Requested(record))) if record.id() == Some(pairs[1].id)));
    assert_eq!(reader.read(&window[consumed..], true).unwrap(), (0, Event::End));
}

/// Both ways to call a matching reader return the same, into any record.
#[test]
fn a_record_is_matched_into_one_of_the_caller() {
    let pairs = requested(&[("1", "79990000001"), ("2", "79990000002"), ("77", "12345678")]);
    let query = Query::new(Format::Values, Detail::Status).batch().requested(&pairs);
    let body = b"1,1,0,2,79990000002\n1,1,0,6,12345678\nnone\n1,1,0,77,12345678\n";
    let Ok(Reply::Records(records)) = query.read(body) else { panic!("records") };
    let expected: Vec<_> = records.clone().matched().collect();
    assert_eq!(expected.len(), 5);

    let (mut matched, mut record) = (records.matched(), Record::empty());
    let mut found = Vec::new();
    while let Some(item) = matched.next_into(&mut record) {
        found.push(item.map(|item| with(item, &record)));
    }
    assert_eq!(found, expected);

    let (mut reader, mut window) = (ChunkReader::new(query).matched(), &body[..]);
    let mut found = Vec::new();
    while let (consumed, Event::Record(item)) = reader.read_into(window, true, &mut record).unwrap() {
        found.push(item.map(|item| with(item, &record)));
        window = &window[consumed..];
    }
    assert_eq!(found, expected);
}

fn with<'a>(item: Match<'a, ()>, record: &Record<'a>) -> Match<'a> {
    match item {
        Match::Requested(()) => Match::Requested(*record),
        Match::Unexpected(()) => Match::Unexpected(*record),
        Match::Missing(pair) => Match::Missing(pair),
    }
}
