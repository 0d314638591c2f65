//! The chunk reader returns what the reader of a whole body returns, wherever the body is cut.

use proptest::prelude::*;
use smsc_proto::{ChunkReader, Detail, ErrorKind, Event, Format, Match, MessageId, Query, Requested};
use testkit::{CaseQuery, adapter, differential, generate};

fn assert_same(query: &CaseQuery, body: &[u8], lengths: &[usize]) -> Result<(), TestCaseError> {
    differential::chunks(query, body, lengths).map_err(TestCaseError::fail)
}

proptest! {
    #![proptest_config(generate::cases(3000))]

    #[test]
    fn random_replies((query, body) in generate::reply(), lengths in prop::collection::vec(1..40_usize, 1..6)) {
        assert_same(&query, &body, &lengths)?;
    }

    #[test]
    fn random_tokens((query, body) in generate::random_tokens(), lengths in prop::collection::vec(1..9_usize, 1..6)) {
        assert_same(&query, &body, &lengths)?;
    }
}

#[test]
fn every_case_byte_by_byte() {
    for case in testkit::load() {
        for length in [1, 2, 3, 7, 4096] {
            assert_same(&case.query, &case.body, &[length]).unwrap();
        }
    }
}

/// Reads a last line without a line end that is just longer, or just shorter, than the limit.
#[test]
fn around_the_limit_at_the_end_of_a_body() {
    let query = CaseQuery { fmt: 1, all: 1, multi: true, ..CaseQuery::default() };
    let body = format!("1,1,0,1,7,1,G,D,m,7\n1,1,0,1,7,1,G,D,{},c,0,8", "m".repeat(64));
    for limit in body.len() - 30..body.len() + 3 {
        for length in [1, 7, 20, 4095, 4096] {
            differential::limited_chunks(&query, body.as_bytes(), &[length], limit).unwrap();
        }
    }
}

/// Reads a body that starts like an API error or with a byte order mark, about as long as the
/// limit.
#[test]
fn around_the_limit_at_the_start_of_a_body() {
    let query = |fmt| CaseQuery { fmt, all: 0, multi: true, ..CaseQuery::default() };
    let bodies = [
        "ERROR = 9 (x), status_name = Status = -31\r\n",
        "ERROR = 9 (x)\n\n",
        "\u{feff}0,-9\n",
        "\u{feff}1,1,0,5,7\n",
        "OK",
        "0,-",
        "12,-3",
    ];
    for (fmt, body) in [0, 1].into_iter().flat_map(|fmt| bodies.map(|body| (fmt, body))) {
        for limit in 1..body.len() + 3 {
            for length in 1..5 {
                differential::limited_chunks(&query(fmt), body.as_bytes(), &[length], limit).unwrap();
            }
        }
    }
}

/// Reads bodies at the limit of a record, cut near it.
#[test]
fn long_lines_and_long_runs() {
    const MIB: usize = 1 << 20;
    let head = "1,1760080210,0,1760080202,79990000020,2.12,G,D,";
    let record = |length: usize| format!("{head}{},,0,6", "x".repeat(length - head.len() - 5));
    let line_ends = |count: usize| "\n".repeat(count);
    let query = CaseQuery { fmt: 1, all: 1, multi: true, charset: "utf-8".to_owned(), kind: "auto".to_owned(), ids: None };
    let bodies = [
        record(MIB),
        record(MIB + 1),
        record(MIB + 2) + "\r\n" + &record(100),
        record(MIB - 1) + "\r\n" + &record(100),
        record(MIB) + "\r\n" + &line_ends(10),
        record(100) + &line_ends(MIB) + "x",
        record(100) + &line_ends(MIB - 1),
        record(100) + &line_ends(MIB + 1),
        record(100) + "\n" + &"a line of a text that goes on and on\n".repeat(MIB / 37) + &record(100),
        format!("{}\n{}", "x".repeat(MIB + 5), record(100)),
        format!("{}1,1,0,5,7", (" ".repeat(1023) + "\n").repeat(MIB >> 10)),
        format!("ERROR = 9 ({})", "x".repeat(MIB)),
        format!("0,-{}", "0".repeat(MIB)),
        " ".repeat(MIB + 10) + "<html>",
        " ".repeat(MIB - 10) + "<html>",
    ];
    let all = [query.clone(), CaseQuery { all: 0, ..query.clone() }, CaseQuery { fmt: 0, ..query.clone() }];
    for (at, body) in bodies.iter().enumerate() {
        // A million malformed lines take long: one run is enough.
        let is_long = body.contains(&line_ends(1 << 12));
        for query in if is_long { &all[..1] } else { &all[..] } {
            for length in if is_long { &[MIB + 1][..] } else { &[100_000, MIB + 1] } {
                let whole = adapter::read(query, body.as_bytes());
                let chunked = adapter::read_chunks(query, body.as_bytes(), &[*length]);
                assert!(whole == chunked, "body {at}, {query:?}, cut by {length}: {} and {} lines", whole.len(), chunked.len());
            }
        }
    }
}

/// Reads a record with missing pairs before it, which is parsed twice. The second time the line
/// before it, which is too long, must be skipped again.
#[test]
fn missing_pairs_after_a_line_that_is_too_long() {
    let pair = |id, phone| Requested { id: MessageId::new(id).unwrap(), phone };
    let pairs = [pair(5, "7"), pair(6, "8"), pair(7, "9")];
    let query = Query::new(Format::Values, Detail::Status).batch().requested(&pairs);
    let body = format!("1,1,0,3,3\n{},1,0,5,7\n1,1,0,6,8\n1,1,0,4,4\n", "x".repeat(40));
    for length in 1..=body.len() {
        let mut reader = ChunkReader::with_limit(query, 20).matched();
        let (mut events, mut start, mut end) = (Vec::new(), 0, 0);
        loop {
            let (consumed, event) = reader.read(&body.as_bytes()[start..end], end == body.len()).unwrap();
            start += consumed;
            match event {
                Event::Record(item) => events.push(match item {
                    Ok(Match::Missing(pair)) => format!("missing {}", pair.id),
                    Ok(Match::Requested(record)) => format!("requested {}", record.id().unwrap()),
                    Ok(Match::Unexpected(record)) => format!("unexpected {}", record.id().unwrap()),
                    Err(error) => {
                        assert_eq!((error.kind(), error.offset()), (ErrorKind::TooLong { limit: 20 }, 10));
                        "too long".to_owned()
                    }
                }),
                Event::NeedMore => end = body.len().min(end + length),
                _ => break,
            }
        }
        let expected = ["unexpected 3", "too long", "missing 5", "requested 6", "unexpected 4", "missing 7"];
        assert_eq!(events, expected, "chunks of {length} bytes");
    }
}

/// The formats, with the bytes before a list, between its elements and after it.
const LISTS: [(u8, [&str; 3]); 4] =
    [(0, ["", "\n", ""]), (1, ["", "\n", ""]), (2, ["<list>", "", "</list>"]), (3, ["[", ",", "]"])];

/// Returns a batch with all=0. An element without an id and a phone is malformed.
fn batch(fmt: u8, [before, between, after]: [&str; 3], elements: &[Option<(u32, u32)>]) -> String {
    let element = |element: &Option<(u32, u32)>| match (fmt, element) {
        (0, Some((id, phone))) => format!("Status = 1, id = {id}, phone = {phone}"),
        (1, Some((id, phone))) => format!("1,1,0,{id},{phone}"),
        (2, Some((id, phone))) => format!("<sms><status>1</status><id>{id}</id><phone>{phone}</phone></sms>"),
        (3, Some((id, phone))) => format!("{{\"status\":1,\"id\":{id},\"phone\":\"{phone}\"}}"),
        (2, _) => "<x/>".to_owned(),
        (_, _) => "7".to_owned(),
    };
    let elements: Vec<_> = elements.iter().map(element).collect();
    [before, &elements.join(between), after].concat()
}

fn matched_query(fmt: u8, pairs: &[(u32, u32)]) -> CaseQuery {
    let ids: Vec<_> = pairs.iter().map(|(id, phone)| format!("{id}:{phone}")).collect();
    CaseQuery { fmt, all: 0, multi: true, ids: Some(ids.join(",")), ..CaseQuery::default() }
}

/// Reads missing, unexpected and reordered pairs, among malformed elements, at every cut of the
/// body.
#[test]
fn matched_records_at_every_cut() {
    let elements = [None, Some((5, 7)), Some((9, 9)), None, Some((8, 1)), Some((6, 2)), Some((8, 1)), None];
    let requests: [&[(u32, u32)]; 6] = [
        &[(5, 7), (9, 9), (8, 1), (6, 2)],
        &[(1, 1), (2, 2), (5, 7), (3, 3), (8, 1), (4, 4), (4, 5)],
        &[(8, 1), (5, 7), (6, 2), (9, 9)],
        &[(6, 2), (8, 1)],
        &[(1, 1), (2, 2)],
        &[(5, 8), (5, 7)],
    ];
    for ((fmt, frame), pairs) in LISTS.into_iter().flat_map(|list| requests.map(|pairs| (list, pairs))) {
        let (query, body) = (matched_query(fmt, pairs), batch(fmt, frame, &elements));
        let lines = adapter::read(&query, body.as_bytes());
        let has = |key: &str| lines.iter().any(|line| line.get(key).is_some());
        assert!(has("malformed") && (has("missing") || pairs.len() == 4), "{}", differential::shown(&lines));
        for cut in 1..=body.len() {
            for lengths in [&[cut, body.len()][..], &[cut]] {
                assert_same(&query, body.as_bytes(), lengths).unwrap();
            }
        }
    }
}

/// Reads a line that is too long, before a record with missing pairs before it: the records and
/// pairs are those of a reader without the limit.
#[test]
fn matched_records_after_a_line_that_is_too_long() {
    let pairs = [(1, 1), (5, 7), (2, 2), (3, 3), (6, 8), (4, 4)];
    for (fmt, frame) in LISTS.into_iter().take(2) {
        let query = matched_query(fmt, &pairs);
        let long = "x".repeat(100);
        let records = |elements: &[Option<(u32, u32)>]| batch(fmt, frame, elements);
        // The first line must be a record, or the body is no reply to a reader with this limit.
        let body = [
            &records(&[Some((9, 9))]),
            &long,
            &records(&[Some((5, 7)), Some((9, 9))]),
            &long,
            &long,
            &records(&[Some((6, 8)), None]),
            &long,
        ];
        let body = body.map(String::as_str).join("\n");
        let body = body.as_bytes();
        let kinds = |lines: Vec<serde_json::Value>| -> Vec<_> {
            let is_malformed = |line: &serde_json::Value| line.get("malformed").is_some();
            lines.into_iter().map(|line| if is_malformed(&line) { serde_json::Value::Null } else { line }).collect()
        };
        let expected = kinds(adapter::read(&query, body));
        assert_eq!(expected.iter().filter(|line| line.get("missing").is_some()).count(), 4, "fmt {fmt}");
        for length in 1..=body.len() {
            for limit in [40, 60, 99] {
                let lines = adapter::read_chunks_within(&query, body, &[length], Some(limit));
                let is_too_long = |line: &&serde_json::Value| line["malformed"] == format!("longer than {limit} bytes");
                assert_eq!(lines.iter().filter(is_too_long).count(), 4, "fmt {fmt}, limit {limit}, chunks of {length}");
                assert_eq!(kinds(lines), expected, "fmt {fmt}, limit {limit}, chunks of {length}");
                differential::limited_chunks(&query, body, &[length], limit).unwrap();
            }
        }
    }
}

proptest! {
    #![proptest_config(generate::cases(2000))]

    /// Reads any records, with any requested pairs, in any chunks.
    #[test]
    fn matched_records(
        list in prop::sample::select(&LISTS[..]),
        elements in prop::collection::vec(prop::option::weighted(0.85, (1..6_u32, 1..4_u32)), 1..8),
        pairs in prop::collection::vec((1..6_u32, 1..4_u32), 1..8),
        lengths in prop::collection::vec(1..60_usize, 1..6),
        limit in 1..200_usize,
    ) {
        let (query, body) = (matched_query(list.0, &pairs), batch(list.0, list.1, &elements));
        assert_same(&query, body.as_bytes(), &lengths)?;
        differential::limited_chunks(&query, body.as_bytes(), &lengths, limit).map_err(TestCaseError::fail)?;
    }
}
