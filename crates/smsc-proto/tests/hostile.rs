//! Bodies made to break a reader: each must be parsed to its end, with the right error.

use smsc_proto::{BodyKind, Charset, Detail, Error, ErrorKind, Field, Format, MessageId, Query, Record, Reply};

fn records<'a>(query: Query<'a>, body: &'a [u8]) -> Vec<Result<Record<'a>, Error>> {
    match query.read(body) {
        Ok(Reply::Records(records)) => records.collect(),
        other => panic!("no records: {other:?}"),
    }
}

fn kinds(query: Query<'_>, body: &[u8]) -> Vec<ErrorKind> {
    records(query, body).into_iter().map(|record| record.map(drop).expect_err("a malformed record").kind()).collect()
}

const SMS: Query<'static> = Query::new(Format::Values, Detail::Message);
const STATUS: Query<'static> = Query::new(Format::Values, Detail::Status);
const HEAD: &str = "1,1760080210,0,1760080202,79990000020,2.12,G,D,text";
const MIB: usize = 1 << 20;

#[test]
fn a_hundred_megabytes_in_one_line() {
    let body = vec![b'1'; 100 << 20];
    assert_eq!(kinds(STATUS, &body), [ErrorKind::Field(Field::Status)]);
    assert_eq!(kinds(STATUS.batch(), &body), [ErrorKind::TooLong { limit: MIB }]);
    assert_eq!(kinds(SMS.batch(), &body), [ErrorKind::TooLong { limit: MIB }]);
    let commas = vec![b','; 100 << 20];
    assert_eq!(Query::read(&STATUS, &commas).unwrap_err().kind(), ErrorKind::NotAReply(BodyKind::Text));
    let mut record = format!("{HEAD},").into_bytes();
    record.resize(100 << 20, b',');
    assert!(records(SMS, &record)[0].is_ok(), "a single reply has no limit");
}

#[test]
fn parsing_goes_on_after_a_line_that_is_too_long() {
    let good = format!("{HEAD},,0,7");
    for (length, is_record) in [(MIB, true), (MIB + 1, false)] {
        let long = format!("{HEAD}{},,0,6", "x".repeat(length - HEAD.len() - ",,0,6".len()));
        assert_eq!(long.len(), length);
        for line_end in ["\n", "\r\n"] {
            let body = [good.as_str(), &long, &good].join(line_end);
            let read = records(SMS.batch(), body.as_bytes());
            assert_eq!(read.len(), 3);
            assert_eq!(read[0].unwrap().id(), MessageId::new(7));
            assert_eq!(read[1].is_ok(), is_record);
            assert_eq!(read[2].unwrap().id(), MessageId::new(7));
        }
        let brief = format!("1,1,0,5,7999{}\n1,2,0,6,7998", "9".repeat(length - "1,1,0,5,7999".len()));
        let read = records(STATUS.batch(), brief.as_bytes());
        assert_eq!((read[0].is_ok(), read[1].is_ok()), (is_record, true));
    }
}

#[test]
fn an_end_beyond_the_limit_is_no_end() {
    let text = format!("{HEAD}\n{}", "line of text\n".repeat(MIB / 13));
    let body = format!("{text},,0,7\n{HEAD},,0,8");
    let read = records(SMS.batch(), body.as_bytes());
    assert_eq!(read[0].unwrap_err().kind(), ErrorKind::NoEnd);
    assert_eq!(read.last().unwrap().unwrap().id(), MessageId::new(8));
    assert!(read[1..read.len() - 1].iter().all(|line| line.unwrap_err().kind() == ErrorKind::OutsideRecord));
}

#[test]
fn ten_million_heads_without_an_end() {
    let line = "1,1,1,1,1,1,1,1,x\n";
    let count = 10_000_000;
    let body = line.repeat(count);
    let mut found = 0;
    let Ok(Reply::Records(records)) = SMS.batch().read(body.as_bytes()) else { panic!("no records") };
    for record in records {
        assert_eq!(record.unwrap_err().kind(), ErrorKind::NoEnd);
        found += 1;
    }
    assert_eq!(found, count);
}

#[test]
fn ends_without_heads_and_heads_without_fields() {
    let body = format!("1,1,{}", "\n,77".repeat(1000));
    let found = kinds(SMS.batch(), body.as_bytes());
    assert_eq!(found[0], ErrorKind::FieldCount { found: 3 });
    assert_eq!(found[1..], vec![ErrorKind::OutsideRecord; 1000]);
    let body = "1,1,\n".repeat(1000);
    assert_eq!(kinds(SMS.batch(), body.as_bytes()), vec![ErrorKind::FieldCount { found: 3 }; 1000]);
}

#[test]
fn every_byte_in_a_text() {
    for charset in Charset::ALL {
        for byte in 0..=u8::MAX {
            let mut body = b"1,1760080210,0,1760080202,79990000020,2.12,G,D,a".to_vec();
            body.extend([byte, b'z']);
            body.extend(b",c,0");
            let read = records(SMS.charset(*charset), &body);
            let record = read[0].unwrap_or_else(|error| panic!("{byte:#x}: {error}"));
            assert_eq!(record.message().unwrap().as_bytes(), [b'a', byte, b'z'], "{byte:#x} in {}", charset.name());
            assert_eq!(record.comment().unwrap(), "c");
        }
    }
}

#[test]
fn a_reply_cut_before_its_message_is_malformed() {
    let fixed = "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,Delivered";
    for end in 1..=fixed.len() {
        let kind = kinds(SMS, &fixed.as_bytes()[..end])[0];
        assert!(matches!(kind, ErrorKind::FieldCount { .. } | ErrorKind::Field(_)), "{end}: {kind:?}");
    }
}

#[test]
fn offsets_count_from_the_start_of_the_body() {
    let body = "\u{feff}1,1,0,5,7999\n1,1,x,6,7998\r\n1,1,0,0,7997\n1,1\n";
    let read = records(STATUS.batch(), body.as_bytes());
    let positions: Vec<_> = read.iter().filter_map(|record| record.err()).map(|error| (error.offset(), error.span())).collect();
    assert_eq!(positions, [(20, 16..28), (36, 30..42), (46, 43..46)]);
}
