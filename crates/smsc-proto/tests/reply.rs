//! What a body is: records, an API error, a deletion, or no reply.

use smsc_proto::{ApiErrorCode, BodyKind, ChunkReader, Detail, ErrorKind, Format, Query, Reply};

const MIB: usize = 1 << 20;
const STATUS: Query<'static> = Query::new(Format::Values, Detail::Status);

fn kind(query: Query<'_>, body: &str) -> Result<(), ErrorKind> {
    match query.read(body.as_bytes()) {
        Ok(Reply::Records(mut records)) => records.next().expect("a record").map(drop).map_err(|error| error.kind()),
        Ok(_) => Ok(()),
        Err(error) => Err(error.kind()),
    }
}

/// Checks that a body of white space alone counts as empty, in every format (R49).
#[test]
fn an_empty_body_of_every_format() {
    for format in [Format::KeyValue, Format::Values, Format::Xml, Format::Json] {
        for query in [Query::new(format, Detail::Status), Query::new(format, Detail::Message).batch()] {
            for body in ["", " ", "\r\n", "\u{feff}"] {
                assert_eq!(kind(query, body), Err(ErrorKind::NotAReply(BodyKind::Empty)), "{format:?} {body:?}");
            }
        }
    }
}

#[test]
fn no_reply_at_all() {
    let kind = |query: Query<'_>, body: &[u8]| query.read(body).map(drop).unwrap_err().kind();
    for format in [Format::KeyValue, Format::Values] {
        for query in [Query::new(format, Detail::Status), Query::new(format, Detail::Message).batch()] {
            for empty in ["", " ", "\n", "\r\n\r\n", "\u{feff}", "\t \n"] {
                assert_eq!(kind(query, empty.as_bytes()), ErrorKind::NotAReply(BodyKind::Empty), "{empty:?}");
            }
            assert_eq!(kind(query, b"<!DOCTYPE html>\n<html>1,2,3"), ErrorKind::NotAReply(BodyKind::Markup));
            assert_eq!(kind(query, b"\n <sms>"), ErrorKind::NotAReply(BodyKind::Markup));
            assert_eq!(kind(query, b"{\"status\": 1}"), ErrorKind::NotAReply(BodyKind::Json));
            assert_eq!(kind(query, b"Bad Gateway\nplease come again"), ErrorKind::NotAReply(BodyKind::Text));
            assert_eq!(kind(query, b"\0\0\0"), ErrorKind::NotAReply(BodyKind::Text));
        }
    }
    assert_eq!(kind(STATUS, b"Status = 1, err = 0"), ErrorKind::NotAReply(BodyKind::KeyValue));
    assert_eq!(kind(Query::new(Format::KeyValue, Detail::Status), b"1,1760080210,0"), ErrorKind::NotAReply(BodyKind::Values));
}

/// Checks that a deletion is `OK` alone, with white space around it (R12).
#[test]
fn a_result_that_is_not_ok() {
    let query = Query::new(Format::Json, Detail::Status);
    assert!(matches!(query.read(b"{\"result\":\" OK \"}"), Ok(Reply::Deleted)));
    for result in ["OX", "KO", "O", "K", "OKAY", "XK", ""] {
        assert_eq!(kind(query, &format!("{{\"result\":\"{result}\"}}")), Err(ErrorKind::NoStatus), "{result}");
    }
}

/// Checks that a single reply has no limit, even if it is an API error.
#[test]
fn an_api_error_of_any_length() {
    let body = format!("ERROR = 9 ({})", "x".repeat(MIB + 1));
    let single = Query::new(Format::KeyValue, Detail::Status);
    assert!(matches!(single.read(body.as_bytes()), Ok(Reply::Error(error)) if error.code == ApiErrorCode(9)));
    assert!(!matches!(single.batch().read(body.as_bytes()), Ok(Reply::Error(_))));
    let body = format!("ERROR = 9 ({})", "x".repeat(MIB - 12));
    assert_eq!(body.len(), MIB);
    assert!(matches!(single.batch().read(body.as_bytes()), Ok(Reply::Error(_))));
}

/// Checks that a batch of fmt 3 must start within the limit. Another object may be longer if all of
/// it is in the window.
#[test]
fn the_start_of_a_long_batch() {
    let batch = Query::new(Format::Json, Detail::Status).batch();
    let late = format!("{}[{{\"status\":1}}]", " ".repeat(MIB + 10));
    assert_eq!(kind(batch, &late), Err(ErrorKind::NotAReply(BodyKind::Empty)));
    let api_error = format!("{{\"error\":\"{}\",\"error_code\":9}}", "x".repeat(MIB));
    assert!(matches!(batch.read(api_error.as_bytes()), Ok(Reply::Error(error)) if error.code == ApiErrorCode(9)));
    let mut reader = ChunkReader::new(batch);
    let error = reader.read(api_error.as_bytes(), false).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLong { limit: MIB });
}
