//! fmt 0 and fmt 1: where a record and its texts end.

use smsc_proto::{Charset, Detail, Error, ErrorKind, Format, MessageId, Query, Record, Reply, Requested, Text};

/// Returns a single reply of fmt 0 with all=1, which ends with a message and `tail`.
fn key_value(tail: &str) -> String {
    format!(
        "Status = 1, check_time = 10.10.2025 10:10:10, err = 0, send_date = 10.10.2025 10:10:02, phone = 79990000009, cost = 2.12, \
         sender_id = G, status_name = D, message = text{tail}"
    )
}

fn read_key_value(body: &str) -> Result<Record<'_>, Error> {
    match Query::new(Format::KeyValue, Detail::Message).charset(Charset::Utf8).read(body.as_bytes())? {
        Reply::Records(mut records) => records.next().expect("a record"),
        other => panic!("no record: {other:?}"),
    }
}

fn kinds(query: Query<'_>, body: &str) -> Vec<Result<(), ErrorKind>> {
    let Ok(Reply::Records(records)) = query.read(body.as_bytes()) else { panic!("no records") };
    records.map(|record| record.map(drop).map_err(|error| error.kind())).collect()
}

/// Checks that one line end at the very end is not part of the last value, and a CR alone is not a
/// line end (R46).
#[test]
fn a_carriage_return_is_no_line_end() {
    let query = Query::new(Format::Values, Detail::Status);
    let record = "1,1760080210,0";
    for (end, is_record) in [("", true), ("\n", true), ("\r\n", true), ("\r", false), ("\n\n", false)] {
        assert_eq!(kinds(query, &format!("{record}{end}"))[0].is_ok(), is_record, "{end:?}");
    }
}

/// Checks that a comma before an id ends no record if it is the one before the text (R46).
#[test]
fn a_text_that_is_a_number() {
    let body = "1,1760080210,0,1760080202,79990000020,2.12,G,D,7\nx,,0,8\n1,1760080210,0,1760080202,79990000021,2.12,G,D,y,,0,9";
    let Ok(Reply::Records(records)) = Query::new(Format::Values, Detail::Message).batch().read(body.as_bytes()) else {
        panic!("no records")
    };
    let found: Vec<_> = records.map(|record| record.map(|record| (record.id(), record.message().unwrap().to_string()))).collect();
    assert_eq!(found, [Ok((MessageId::new(8), "7\nx".to_owned())), Ok((MessageId::new(9), "y".to_owned()))]);
}

/// Checks that a line that cannot contain both a text and an id ends no record, even before a head
/// (R46).
#[test]
fn a_head_without_an_end() {
    let query = Query::new(Format::Values, Detail::Message).batch();
    let body = "1,1760080210,0,1760080202,79990000020,2.12,G,D,7\n1,1760080210,0,1760080202,79990000021,2.12,G,D,y,,0,9";
    assert_eq!(kinds(query, body), [Err(ErrorKind::NoEnd), Ok(())]);
}

/// Checks that a comment after the type is parsed if there is none before it, and is ignored
/// otherwise (R44c).
#[test]
fn a_comment_after_the_type() {
    let body = key_value(", comment = c, type = 0, comment = x, id = 5");
    let record = read_key_value(&body).unwrap();
    assert_eq!(
        (record.comment().unwrap(), record.id(), record.is_ambiguous()),
        (Text::new(b"c", Charset::Utf8), MessageId::new(5), false)
    );
    let body = key_value(", type = 0, comment = x, id = 5");
    let record = read_key_value(&body).unwrap();
    assert_eq!(
        (record.comment().unwrap(), record.id(), record.is_ambiguous()),
        (Text::new(b"x", Charset::Utf8), MessageId::new(5), true)
    );
    // Of several comments the last one.
    let body = key_value(", type = 0, comment = x, comment = y");
    assert_eq!(read_key_value(&body).unwrap().comment().unwrap(), "y");
}

/// Checks that a repeated key is malformed (R44b).
#[test]
fn a_repeated_key_after_the_type() {
    assert_eq!(read_key_value(&key_value(", type = 0, id = 5")).unwrap().id(), MessageId::new(5));
    let kind = |body: &str| read_key_value(body).map(drop).map_err(|error| error.kind());
    assert_eq!(kind(&key_value(", type = 0, id = 5, id = 6")), Err(ErrorKind::Label));
    assert_eq!(kind(&key_value(", type = 0, sms_cnt = 1, id = 5, sms_cnt = 1")), Err(ErrorKind::Label));
}

/// Checks that the key of a text must be complete before a line break (R44e).
#[test]
fn a_key_without_its_last_space() {
    let query = Query::new(Format::KeyValue, Detail::Message).batch();
    let body = key_value("").replace("message = text", "message =") + "\nx, comment = c, type = 0, id = 7";
    assert_eq!(kinds(query, &body)[0], Err(ErrorKind::Label));
    assert_eq!(kinds(query, &body.replace("message =\n", "message = \n")), [Ok(())]);
}

/// Checks that a requested pair decides an end that is ambiguous by R46 (R47b).
#[test]
fn a_requested_pair_decides_where_a_record_ends() {
    let body = format!(
        "{}\nStatus = 5 is no head\nx, comment = c, type = 0, id = 7\n{}, comment = c, type = 0, id = 8",
        key_value(""),
        key_value("")
    );
    let requested = [7, 8].map(|id| Requested { id: MessageId::new(id).unwrap(), phone: "79990000009" });
    let batch = Query::new(Format::KeyValue, Detail::Message).batch();
    for (query, is_ambiguous) in [(batch, true), (batch.requested(&requested), false)] {
        let Ok(Reply::Records(records)) = query.read(body.as_bytes()) else { panic!("no records") };
        let found: Vec<_> = records.map(|record| record.map(|record| (record.id(), record.is_ambiguous()))).collect();
        assert_eq!(found, [Ok((MessageId::new(7), is_ambiguous)), Ok((MessageId::new(8), false))]);
    }
}
