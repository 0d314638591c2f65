//! The chunk reader returns what the reader of a whole body returns, wherever the body is cut.

use proptest::prelude::*;
use smsc_proto::{ChunkReader, Detail, ErrorKind, Event, Format, Match, Query, Requested};
use testkit::{CaseQuery, adapter, differential, generate};

fn assert_same(query: &CaseQuery, body: &[u8], lengths: &[usize]) -> Result<(), TestCaseError> {
    differential::chunks(query, body, lengths).map_err(TestCaseError::fail)
}

proptest! {
    #![proptest_config(generate::cases(3000))]

    #[test]
    fn made_up_replies((query, body) in generate::reply(), lengths in prop::collection::vec(1..40_usize, 1..6)) {
        assert_same(&query, &body, &lengths)?;
    }

    #[test]
    fn tokens_thrown_together((query, body) in generate::random_tokens(), lengths in prop::collection::vec(1..9_usize, 1..6)) {
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

/// A last line without an end that is just longer, or just shorter, than a record may be.
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

/// A body that begins like a refusal, or with a byte order mark, and is about as long as the limit.
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

/// Bodies at the limit of a record, cut around it.
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
        // A million malformed lines take their time: once is enough.
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

/// A record with missing pairs before it is parsed twice. The second time the line before it, which is
/// too long, must be skipped again.
#[test]
fn missing_pairs_after_a_line_that_is_too_long() {
    let pair = |id, phone| Requested { id, phone };
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
