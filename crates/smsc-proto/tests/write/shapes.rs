//! Bytes written by hand: every shape, API errors, deletions, escapes.

use smsc_proto::{
    ApiError, ApiErrorCode, Charset, Detail, Field, Format, MessageId, Query, RecordBuilder, Reply, StatusCode, Text, WriteError,
    WriteErrorKind, WritePart, Writer,
};
use testkit::adapter::{Bytes, write_batch as write, write_one};

use super::{encoded, fitted};

/// The format and detail of a query, whether the record is an HLR reply, whether the query is for a
/// batch, and the reply.
type Shape = (Format, Detail, bool, bool, &'static str);

/// Every shape, written by hand.
const SHAPES: &[Shape] = &[
    (Format::KeyValue, Detail::Status, false, false, "Status = 1, check_time = 10.10.2025 10:10:10, err = 0"),
    (
        Format::KeyValue,
        Detail::Status,
        false,
        true,
        "Status = 1, check_time = 10.10.2025 10:10:10, err = 0, id = 101, phone = 79990000020",
    ),
    (
        Format::KeyValue,
        Detail::Status,
        true,
        false,
        "Status = 1, check_time = 10.10.2025 10:10:10, err = 0, imsi = 250023012345678, msc = 79232510066, mcc = 250, mnc = 02, cn = Россия, net = МТС, rcn = , rnet = ",
    ),
    (
        Format::KeyValue,
        Detail::Status,
        true,
        true,
        "Status = 1, check_time = 10.10.2025 10:10:10, err = 0, imsi = 250023012345678, msc = 79232510066, mcc = 250, mnc = 02, cn = Россия, net = МТС, rcn = , rnet = , id = 101, phone = 79990000020",
    ),
    (
        Format::KeyValue,
        Detail::Message,
        false,
        false,
        "Status = 1, check_time = 10.10.2025 10:10:10, err = 0, send_date = 10.10.2025 10:10:02, phone = 79990000020, cost = 2.10, sender_id = G, status_name = Да, message = Ёж, comment = , type = 0",
    ),
    (
        Format::KeyValue,
        Detail::Message,
        true,
        true,
        "Status = 1, check_time = 10.10.2025 10:10:10, err = 0, imsi = 250023012345678, msc = 79232510066, mcc = 250, mnc = 02, cn = Россия, net = МТС, rcn = , rnet = , send_date = 10.10.2025 10:10:02, phone = 79990000020, cost = 2.10, sender_id = HLR, status_name = Да, message = Ёж, type = 4, id = 101",
    ),
    (
        Format::KeyValue,
        Detail::Full,
        false,
        true,
        "Status = 1, check_time = 10.10.2025 10:10:10, err = 0, send_date = 10.10.2025 10:10:02, phone = 79990000020, mccmnc = 25001, country = RU, operator = A&B, operator_orig = C, region = \"M\", cost = 2.10, sender_id = G, status_name = Да, message = Ёж, comment = , type = 0, id = 101",
    ),
    (
        Format::KeyValue,
        Detail::Full,
        true,
        false,
        "Status = 1, check_time = 10.10.2025 10:10:10, err = 0, imsi = 250023012345678, msc = 79232510066, mcc = 250, mnc = 02, cn = Россия, net = МТС, rcn = , rnet = , send_date = 10.10.2025 10:10:02, phone = 79990000020, country = RU, operator = A&B, region = \"M\", cost = 2.10, sender_id = HLR, status_name = Да, message = Ёж, type = 4",
    ),
    (Format::Values, Detail::Status, false, false, "1,1760080210,0"),
    (Format::Values, Detail::Status, false, true, "1,1760080210,0,101,79990000020"),
    (Format::Values, Detail::Status, true, false, "1,1760080210,0,250023012345678,79232510066,250,02,Россия,МТС,,"),
    (Format::Values, Detail::Status, true, true, "1,1760080210,0,250023012345678,79232510066,250,02,Россия,МТС,,,101,79990000020"),
    (Format::Values, Detail::Message, false, false, "1,1760080210,0,1760080202,79990000020,2.10,G,Да,Ёж,,0"),
    (Format::Values, Detail::Message, false, true, "1,1760080210,0,1760080202,79990000020,2.10,G,Да,Ёж,,0,101"),
    (
        Format::Values,
        Detail::Message,
        true,
        false,
        "1,1760080210,0,250023012345678,79232510066,250,02,Россия,МТС,,,1760080202,79990000020,2.10,HLR,Да,Ёж,4",
    ),
    (Format::Values, Detail::Full, false, false, "1,1760080210,0,1760080202,79990000020,RU,A&B,\"M\",2.10,G,Да,Ёж,,0"),
    (
        Format::Values,
        Detail::Full,
        true,
        true,
        "1,1760080210,0,250023012345678,79232510066,250,02,Россия,МТС,,,1760080202,79990000020,RU,A&B,\"M\",2.10,HLR,Да,Ёж,4,101",
    ),
    (
        Format::Xml,
        Detail::Status,
        false,
        true,
        "<list>\n<sms>\n<status>1</status>\n<last_date>10.10.2025 10:10:10</last_date>\n<last_timestamp>1760080210</last_timestamp>\n<flag>0</flag>\n<err>0</err>\n<id>101</id>\n<phone>79990000020</phone>\n</sms>\n</list>",
    ),
    (
        Format::Xml,
        Detail::Status,
        true,
        false,
        "<sms>\n<status>1</status>\n<last_date>10.10.2025 10:10:10</last_date>\n<last_timestamp>1760080210</last_timestamp>\n<flag>4</flag>\n<err>0</err>\n<imsi>250023012345678</imsi>\n<msc>79232510066</msc>\n<mcc>250</mcc>\n<mnc>02</mnc>\n<cn>Россия</cn>\n<net>МТС</net>\n<rcn></rcn>\n<rnet></rnet>\n</sms>",
    ),
    (
        Format::Xml,
        Detail::Full,
        false,
        false,
        "<sms>\n<status>1</status>\n<last_date>10.10.2025 10:10:10</last_date>\n<last_timestamp>1760080210</last_timestamp>\n<flag>0</flag>\n<err>0</err>\n<send_date>10.10.2025 10:10:02</send_date>\n<send_timestamp>1760080202</send_timestamp>\n<phone>79990000020</phone>\n<cost>2.10</cost>\n<sender_id>G</sender_id>\n<status_name>Да</status_name>\n<message>Ёж</message>\n<comment></comment>\n<mccmnc>25001</mccmnc>\n<country>RU</country>\n<operator>A&amp;B</operator>\n<operator_orig>C</operator_orig>\n<region>\"M\"</region>\n<type>0</type>\n<sms_cnt>1</sms_cnt>\n</sms>",
    ),
    (
        Format::Json,
        Detail::Status,
        false,
        false,
        "{\n\"status\": 1,\n\"last_date\": \"10.10.2025 10:10:10\",\n\"last_timestamp\": 1760080210,\n\"flag\": 0,\n\"err\": 0\n}",
    ),
    (
        Format::Json,
        Detail::Message,
        true,
        true,
        "[{\n\"status\": 1,\n\"last_date\": \"10.10.2025 10:10:10\",\n\"last_timestamp\": 1760080210,\n\"flag\": 4,\n\"err\": 0,\n\"imsi\": \"250023012345678\",\n\"msc\": \"79232510066\",\n\"mcc\": \"250\",\n\"mnc\": \"02\",\n\"cn\": \"Россия\",\n\"net\": \"МТС\",\n\"rcn\": \"\",\n\"rnet\": \"\",\n\"send_date\": \"10.10.2025 10:10:02\",\n\"send_timestamp\": 1760080202,\n\"phone\": \"79990000020\",\n\"cost\": \"2.10\",\n\"sender_id\": \"HLR\",\n\"status_name\": \"Да\",\n\"message\": \"Ёж\",\n\"type\": 4,\n\"id\": 101\n}]",
    ),
    (
        Format::Json,
        Detail::Full,
        false,
        true,
        "[{\n\"status\": 1,\n\"last_date\": \"10.10.2025 10:10:10\",\n\"last_timestamp\": 1760080210,\n\"flag\": 0,\n\"err\": 0,\n\"send_date\": \"10.10.2025 10:10:02\",\n\"send_timestamp\": 1760080202,\n\"phone\": \"79990000020\",\n\"cost\": \"2.10\",\n\"sender_id\": \"G\",\n\"status_name\": \"Да\",\n\"message\": \"Ёж\",\n\"comment\": \"\",\n\"mccmnc\": \"25001\",\n\"country\": \"RU\",\n\"operator\": \"A&B\",\n\"operator_orig\": \"C\",\n\"region\": \"\\\"M\\\"\",\n\"type\": 0,\n\"sms_cnt\": 1,\n\"id\": 101\n}]",
    ),
];

fn shape(format: Format, all: Detail, is_batch: bool, charset: Charset) -> Query<'static> {
    let query = Query::new(format, all).charset(charset);
    if is_batch { query.batch() } else { query }
}

#[test]
fn every_shape_in_every_charset() {
    for (format, all, is_hlr, is_batch, expected) in SHAPES {
        for charset in Charset::ALL {
            let query = shape(*format, *all, *is_batch, *charset);
            let written = write_one(Writer::new(query), &fitted(query, *is_hlr));
            assert_eq!(written, Ok(encoded(expected, *charset)), "{query:?}");
        }
    }
}

#[test]
fn records_of_a_batch_have_one_separator_between_them() {
    let found = RecordBuilder::new(StatusCode(2)).number(Field::Id, 5).unwrap().text(Field::Phone, "7").unwrap().build();
    let batch = |format| {
        write(Writer::new(Query::new(format, Detail::Status).batch()), &[found, found]).map(|body| String::from_utf8(body).unwrap())
    };
    assert_eq!(batch(Format::KeyValue).unwrap(), "Status = 2, id = 5, phone = 7\nStatus = 2, id = 5, phone = 7");
    assert_eq!(batch(Format::Values).unwrap(), "2,,,5,7\n2,,,5,7");
    let element = "<sms>\n<status>2</status>\n<id>5</id>\n<phone>7</phone>\n</sms>\n";
    assert_eq!(batch(Format::Xml).unwrap(), format!("<list>\n{element}{element}</list>"));
    let object = "{\n\"status\": 2,\n\"id\": 5,\n\"phone\": \"7\"\n}";
    assert_eq!(batch(Format::Json).unwrap(), format!("[{object},\n{object}]"));
}

#[test]
fn a_batch_without_records() {
    let batch = |format| write(Writer::new(Query::new(format, Detail::Status).batch()), &[]);
    assert_eq!(batch(Format::KeyValue), Err(WriteError::new(WriteErrorKind::EmptyBatch)));
    assert_eq!(batch(Format::Values), Err(WriteError::new(WriteErrorKind::EmptyBatch)));
    assert_eq!(batch(Format::Xml).unwrap(), b"<list>\n</list>");
    assert_eq!(batch(Format::Json).unwrap(), b"[]");
    assert_eq!(write(Writer::new(Query::new(Format::Json, Detail::Status)), &[]), Err(WriteError::new(WriteErrorKind::NotABatch)));
}

#[test]
fn errors_and_deletions() {
    let text = Text::new(b"can't (to) deliver, \xe4\xe0", Charset::Windows1251);
    let error = ApiError::new(ApiErrorCode(8)).with_text(text).with_id(MessageId::new(639).unwrap());
    let bare = ApiError::new(ApiErrorCode(9));
    let api_error = |writer: Writer<'_>, error: &ApiError<'_>| {
        let mut out = Bytes::default();
        writer.error(error, &mut out).map(|()| String::from_utf8(out.0).unwrap())
    };
    let deletion = |writer: Writer<'_>| {
        let mut out = Bytes::default();
        writer.deleted(&mut out).unwrap();
        String::from_utf8(out.0).unwrap()
    };
    let bodies = [
        (Format::KeyValue, "ERROR = 8 (can't (to) deliver, да), ID - 639", "ERROR = 9", "OK"),
        (Format::Values, "639,-8", "0,-9", "OK"),
        (
            Format::Xml,
            "<result>\n<error>can't (to) deliver, да</error>\n<error_code>8</error_code>\n<id>639</id>\n</result>",
            "<result>\n<error_code>9</error_code>\n</result>",
            "<result>\nOK\n</result>",
        ),
        (
            Format::Json,
            "{\n\"error\": \"can't (to) deliver, да\",\n\"error_code\": 8,\n\"id\": 639\n}",
            "{\n\"error_code\": 9\n}",
            "{\n\"result\": \"OK\"\n}",
        ),
    ];
    for (format, full, short, deleted) in bodies {
        for query in [Query::new(format, Detail::Status), Query::new(format, Detail::Message).batch()] {
            let query = query.charset(Charset::Utf8);
            let writer = Writer::new(query);
            assert_eq!(api_error(writer.replacing(), &error).unwrap(), full);
            assert_eq!(api_error(writer, &bare).unwrap(), short);
            assert_eq!(deletion(writer), deleted);
            assert!(matches!(query.read(deleted.as_bytes()), Ok(Reply::Deleted)), "{deleted}");
            for (body, expected) in [(full, error), (short, bare)] {
                let Ok(Reply::Error(found)) = query.read(body.as_bytes()) else { panic!("{body}") };
                assert_eq!((found.code, found.id), (expected.code, expected.id));
                assert_eq!(found.text, expected.text.filter(|_| format != Format::Values));
            }
        }
    }
    let values = Writer::new(Query::new(Format::Values, Detail::Status));
    assert_eq!(api_error(values, &error), Err(WriteErrorKind::NoPlace.at(WritePart::ErrorText)));
    assert_eq!(api_error(values, &ApiError::new(ApiErrorCode(1 << 31))), Err(WriteErrorKind::Range.at(WritePart::ErrorCode)));
    let order = bare.with_id(MessageId::parse("order-77").unwrap());
    assert_eq!(api_error(values, &order).unwrap(), "order-77,-9");
    let pairs = Writer::new(Query::new(Format::KeyValue, Detail::Status));
    let emoji = bare.with_text(Text::new("a\n👋".as_bytes(), Charset::Utf8));
    assert_eq!(api_error(pairs, &emoji), Err(WriteErrorKind::Character.at(WritePart::ErrorText)));
    assert_eq!(api_error(pairs.replacing(), &emoji).unwrap(), "ERROR = 9 (a\n?)");
    let batch = Writer::new(Query::new(Format::KeyValue, Detail::Status).batch());
    assert_eq!(api_error(batch, &emoji), Err(WriteErrorKind::LineBreak.at(WritePart::ErrorText)));
    assert_eq!(api_error(batch.replacing(), &emoji).unwrap(), "ERROR = 9 (a ?)");
}

#[test]
fn escapes() {
    let hostile = "\"\\/\u{1}\n\r\t\u{7f}<&>]]>Ёё👋€\u{fffd}";
    let record = RecordBuilder::new(StatusCode(1)).text(Field::Message, hostile).unwrap().build();
    let json = Query::new(Format::Json, Detail::Message);
    let written = |query, record| write_one(Writer::new(query), record).unwrap();
    assert_eq!(
        written(json.charset(Charset::Utf8), &record),
        "{\n\"status\": 1,\n\"message\": \"\\\"\\\\/\\u0001\\n\\r\\t\u{7f}<&>]]>Ёё👋€\u{fffd}\"\n}".as_bytes()
    );
    // KOI8-R has Ё and ё, but lacks the euro sign and the characters after it.
    assert_eq!(
        written(json.charset(Charset::Koi8R), &record),
        b"{\n\"status\": 1,\n\"message\": \"\\\"\\\\/\\u0001\\n\\r\\t\x7f<&>]]>\xb3\xa3\\ud83d\\udc4b\\u20ac\\ufffd\"\n}"
    );
    let xml = Query::new(Format::Xml, Detail::Message);
    assert_eq!(write_one(Writer::new(xml), &record), Err(WriteErrorKind::Forbidden.at(Field::Message)));
    let mut out = Bytes::default();
    Writer::new(xml).replacing().record(&record, &mut out).unwrap();
    assert_eq!(
        out.0,
        b"<sms>\n<status>1</status>\n<message>\"\\/?\n&#13;\t\x7f&lt;&amp;&gt;]]&gt;\xa8\xb8&#128075;\x88&#65533;</message>\n</sms>"
    );
}
