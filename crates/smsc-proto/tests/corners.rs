//! Corners that the cases and the property tests leave out. Each detects a mutant of the code that no other test detected (`.cargo/mutants.toml`).

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash as _, Hasher as _};

use smsc_proto::{
    ApiErrorCode, BodyKind, Charset, ChunkReader, Cost, Detail, Error, ErrorKind, Escape, Field, Format, MessageKind, Query,
    Record, Reply, Requested, Text,
};

const MIB: usize = 1 << 20;

fn one(query: Query<'_>, body: &str) -> Result<(), ErrorKind> {
    match query.read(body.as_bytes()) {
        Ok(Reply::Records(mut records)) => records.next().expect("a record").map(drop).map_err(|error| error.kind()),
        Ok(_) => Ok(()),
        Err(error) => Err(error.kind()),
    }
}

fn json(body: &str) -> Result<Record<'_>, Error> {
    match Query::new(Format::Json, Detail::Full).charset(Charset::Utf8).read(body.as_bytes())? {
        Reply::Records(mut records) => records.next().expect("a record"),
        other => panic!("no record: {other:?}"),
    }
}

/// R26: of a name that comes twice the last value stays, also where that is empty.
#[test]
fn a_number_is_taken_back_by_an_empty_one() {
    for field in ["last_timestamp", "err", "id", "flag", "type", "send_timestamp", "sms_cnt"] {
        let field = *Field::ALL.iter().find(|known| known.name() == field).expect("a field");
        let name = field.name();
        let body = format!("{{\"status\":1,\"{name}\":5}}");
        assert!(json(&body).unwrap().get(field).is_some(), "{body}");
        let body = format!("{{\"status\":1,\"{name}\":5,\"{name}\":\"\"}}");
        assert!(json(&body).unwrap().get(field).is_none(), "{body}");
        // The neighbours stay.
        let body = format!("{{\"status\":1,\"{name}\":5,\"cost\":\"2.10\",\"sender\":\"G\",\"{name}\":\"\"}}");
        let status = json(&body).unwrap();
        assert_eq!(status.cost().unwrap().as_str(), "2.10");
    }
}

/// R39: there is no record without a status.
#[test]
fn the_status_cannot_be_empty() {
    let wrong = Err(ErrorKind::Field(Field::Status));
    assert_eq!(json("{\"status\":\"\",\"err\":0}").map(drop).map_err(|error| error.kind()), wrong);
    assert_eq!(json("{\"status\":1,\"status\":\"\"}").map(drop).map_err(|error| error.kind()), wrong);
}

/// R28: what is wrong is the number, not the syntax.
#[test]
fn a_fraction_in_place_of_a_number() {
    for number in ["1.5", "1e1", "1E1"] {
        let body = format!("{{\"status\":{number}}}");
        assert_eq!(json(&body).map(drop).map_err(|error| error.kind()), Err(ErrorKind::Field(Field::Status)), "{body}");
        let body = format!("{{\"status\":1,\"last_date\":\"\",\"last_timestamp\":{number},\"err\":0}}");
        assert_eq!(json(&body).map(drop).map_err(|error| error.kind()), Err(ErrorKind::Field(Field::LastTimestamp)), "{body}");
    }
}

#[test]
fn long_texts_of_one_byte_charsets() {
    // No byte of them is ASCII, and a look at eight at once must not take them for it; of the second, each makes three bytes of UTF-8.
    for (byte, character) in [(0x80, '\u{402}'), (0xb9, '\u{2116}'), (0xff, '\u{44f}')] {
        for count in 1..40 {
            let bytes = vec![byte; count];
            let expected: String = [character].repeat(count).into_iter().collect();
            let mut buffer = [0; 200];
            let length = Text::new(&bytes, Charset::Windows1251).decode_into(&mut buffer).unwrap();
            assert_eq!(std::str::from_utf8(&buffer[..length]).unwrap(), expected);
        }
    }
}

#[test]
fn the_builders_of_a_query_build() {
    let asked = [Requested { id: 5, phone: "79990000020" }];
    let query = Query::new(Format::Json, Detail::Full).batch().charset(Charset::Koi8R).kind(MessageKind::Email).requested(&asked);
    assert_eq!((query.get_format(), query.get_detail(), query.is_batch()), (Format::Json, Detail::Full, true));
    assert_eq!((query.get_charset(), query.get_kind()), (Charset::Koi8R, MessageKind::Email));
    assert_eq!(query.get_requested().map(|asked| asked[0].id), Some(5));
}

/// Not personal, and not nothing either.
#[test]
fn what_is_shown_of_values() {
    let asked = Requested { id: 5, phone: "79990000020" };
    assert_eq!(format!("{asked:?}"), "Requested { id: 5, .. }");
    let text = Text::new(b"secret", Charset::Koi8R);
    assert_eq!(format!("{text:?} {:?}", text.chars()), "Text(6 bytes, koi8-r) Chars(..)");
    assert!(format!("{:?}", ChunkReader::new(Query::new(Format::Values, Detail::Status))).contains("limit: 1048576"));
    let Ok(Reply::Error(error)) = Query::new(Format::Values, Detail::Status).read(b"0,-9") else { panic!("no error") };
    assert_eq!(error.to_string(), format!("error 9: {}", name(9)));
    let Ok(Reply::Error(error)) = Query::new(Format::Values, Detail::Status).read(b"0,-77") else { panic!("no error") };
    assert_eq!(error.to_string(), "error 77");
}

fn name(code: u32) -> &'static str {
    ApiErrorCode(code).name(smsc_proto::Lang::En).expect("a name")
}

fn hash(text: Text<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// Texts are equal by their characters, however they are written.
#[test]
fn texts_compare_by_characters() {
    let windows = Text::new(b"\xcf\xf0\xe8", Charset::Windows1251);
    let utf8 = Text::new("При".as_bytes(), Charset::Utf8);
    let escaped = Text::new(b"\\u041f\\u0440\\u0438", Charset::Utf8).escaped(Escape::Json);
    assert!(windows == utf8 && utf8 == escaped);
    assert!(hash(windows) == hash(utf8) && hash(utf8) == hash(escaped));
    // The same bytes, but other characters.
    assert!(windows != Text::new(b"\xcf\xf0\xe8", Charset::Koi8R));
    assert!(Text::new(b"\\n", Charset::Utf8) != Text::new(b"\\n", Charset::Utf8).escaped(Escape::Json));
    assert!(hash(windows) != hash(Text::new(b"\xcf\xf0\xe9", Charset::Windows1251)));
    // One does not run into the next.
    let pair = |first: &[u8], second: &[u8]| {
        let mut hasher = DefaultHasher::new();
        for bytes in [first, second] {
            Text::new(bytes, Charset::Utf8).hash(&mut hasher);
        }
        hasher.finish()
    };
    assert!(pair(b"ab", b"c") != pair(b"a", b"bc"));
}

/// R12: `OK` alone, with white space around it.
#[test]
fn a_result_that_is_not_ok() {
    let query = Query::new(Format::Json, Detail::Status);
    assert!(matches!(query.read(b"{\"result\":\" OK \"}"), Ok(Reply::Deleted)));
    for result in ["OX", "KO", "O", "K", "OKAY", "XK", ""] {
        assert_eq!(one(query, &format!("{{\"result\":\"{result}\"}}")), Err(ErrorKind::NoStatus), "{result}");
    }
}

/// R46: one line end at the very end is no part of the last value, and a CR alone is no line end.
#[test]
fn a_carriage_return_is_no_line_end() {
    let query = Query::new(Format::Values, Detail::Status);
    let record = "1,1760080210,0";
    for (end, is_read) in [("", true), ("\n", true), ("\r\n", true), ("\r", false), ("\n\n", false)] {
        assert_eq!(one(query, &format!("{record}{end}")).is_ok(), is_read, "{end:?}");
    }
}

/// R49: nothing but white space is empty, in every format.
#[test]
fn an_empty_body_of_every_format() {
    for format in [Format::KeyValue, Format::Values, Format::Xml, Format::Json] {
        for query in [Query::new(format, Detail::Status), Query::new(format, Detail::Message).batch()] {
            for body in ["", " ", "\r\n", "\u{feff}"] {
                assert_eq!(one(query, body), Err(ErrorKind::NotAReply(BodyKind::Empty)), "{format:?} {body:?}");
            }
        }
    }
}

/// R27: behind a list comes nothing but what says nothing.
#[test]
fn text_behind_a_list() {
    let list = "<list><sms><status>1</status></sms></list>";
    let comes = |body: &str| {
        let query = Query::new(Format::Xml, Detail::Status).batch();
        let Ok(Reply::Records(records)) = query.read(body.as_bytes()) else { panic!("no records") };
        records.last().expect("a record").map(drop).map_err(|error| error.kind())
    };
    for (behind, expected) in [
        ("", Ok(())),
        (" <!-- x --> <?x?>\n", Ok(())),
        ("<![CDATA[x]]>", Err(ErrorKind::TrailingBytes)),
        ("x", Err(ErrorKind::TrailingBytes)),
    ] {
        assert_eq!(comes(&format!("{list}{behind}")), expected, "{behind}");
    }
}

/// A single reply has no limit, an error among them.
#[test]
fn a_refusal_of_any_length() {
    let body = format!("ERROR = 9 ({})", "x".repeat(MIB + 1));
    let single = Query::new(Format::KeyValue, Detail::Status);
    assert!(matches!(single.read(body.as_bytes()), Ok(Reply::Error(error)) if error.code == ApiErrorCode(9)));
    assert!(!matches!(single.batch().read(body.as_bytes()), Ok(Reply::Error(_))));
    let body = format!("ERROR = 9 ({})", "x".repeat(MIB - 12));
    assert_eq!(body.len(), MIB);
    assert!(matches!(single.batch().read(body.as_bytes()), Ok(Reply::Error(_))));
}

/// R32: what a cost says of itself.
#[test]
fn costs() {
    for (text, scale, units, ten_thousandths) in
        [("2", 0, 2, 20_000), ("2.1", 1, 21, 21_000), ("2.10", 2, 210, 21_000), ("0.0001", 4, 1, 1), ("12.345", 3, 12_345, 123_450)]
    {
        let cost = Cost::parse(text.as_bytes()).unwrap();
        assert_eq!((cost.scale(), cost.mantissa(), cost.ten_thousandths()), (scale, Some(units), Some(ten_thousandths)), "{text}");
        assert_eq!(format!("{cost:?}"), format!("Cost({text:?})"));
    }
    let most = Cost::parse(b"18446744073709551615").unwrap();
    assert_eq!((most.mantissa(), most.ten_thousandths()), (Some(u64::MAX), None));
    assert_eq!(Cost::parse(b"18446744073709551616").unwrap().mantissa(), None);
}

fn pairs(behind: &str) -> String {
    format!(
        "Status = 1, check_time = 10.10.2025 10:10:10, err = 0, send_date = 10.10.2025 10:10:02, phone = 79990000009, cost = 2.12, \
         sender_id = G, status_name = D, message = text{behind}"
    )
}

fn read_pairs(body: &str) -> Result<Record<'_>, Error> {
    match Query::new(Format::KeyValue, Detail::Message).charset(Charset::Utf8).read(body.as_bytes())? {
        Reply::Records(mut records) => records.next().expect("a record"),
        other => panic!("no record: {other:?}"),
    }
}

/// R44c: a comment behind the type is one where none stands before it, and changes nothing where one does.
#[test]
fn a_comment_behind_the_type() {
    let body = pairs(", comment = c, type = 0, comment = x, id = 5");
    let status = read_pairs(&body).unwrap();
    assert_eq!((status.comment().unwrap(), status.id(), status.is_ambiguous()), (Text::new(b"c", Charset::Utf8), Some(5), false));
    let body = pairs(", type = 0, comment = x, id = 5");
    let status = read_pairs(&body).unwrap();
    assert_eq!((status.comment().unwrap(), status.id(), status.is_ambiguous()), (Text::new(b"x", Charset::Utf8), Some(5), true));
    // The last one, if there are several.
    let body = pairs(", type = 0, comment = x, comment = y");
    assert_eq!(read_pairs(&body).unwrap().comment().unwrap(), "y");
}

/// R44b: a label that comes twice is malformed.
#[test]
fn a_label_behind_the_type_comes_once() {
    assert_eq!(read_pairs(&pairs(", type = 0, id = 5")).unwrap().id(), Some(5));
    let kind = |body: &str| read_pairs(body).map(drop).map_err(|error| error.kind());
    assert_eq!(kind(&pairs(", type = 0, id = 5, id = 6")), Err(ErrorKind::Label));
    assert_eq!(kind(&pairs(", type = 0, sms_cnt = 1, id = 5, sms_cnt = 1")), Err(ErrorKind::Label));
}

/// R46: a line whose only comma with an id behind it stands in front of the text does not end a record.
#[test]
fn a_text_that_is_a_number() {
    let body = "1,1760080210,0,1760080202,79990000020,2.12,G,D,7\nx,,0,8\n1,1760080210,0,1760080202,79990000021,2.12,G,D,y,,0,9";
    let Ok(Reply::Records(records)) = Query::new(Format::Values, Detail::Message).batch().read(body.as_bytes()) else {
        panic!("no records")
    };
    let read: Vec<_> = records.map(|record| record.map(|status| (status.id(), status.message().unwrap().to_string()))).collect();
    assert_eq!(read, [Ok((Some(8), "7\nx".to_owned())), Ok((Some(9), "y".to_owned()))]);
}

/// A batch of fmt 3 begins within the limit; what is no list may be longer, where all of it is here.
#[test]
fn the_start_of_a_long_batch() {
    let batch = Query::new(Format::Json, Detail::Status).batch();
    let late = format!("{}[{{\"status\":1}}]", " ".repeat(MIB + 10));
    assert_eq!(one(batch, &late), Err(ErrorKind::NotAReply(BodyKind::Empty)));
    let refusal = format!("{{\"error\":\"{}\",\"error_code\":9}}", "x".repeat(MIB));
    assert!(matches!(batch.read(refusal.as_bytes()), Ok(Reply::Error(error)) if error.code == ApiErrorCode(9)));
    let mut chunks = ChunkReader::new(batch);
    let error = chunks.read(refusal.as_bytes(), false).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLong { limit: MIB });
}

/// What is wrong is told where it stands, unless it has been mended since.
#[test]
fn where_a_wrong_value_stands() {
    let body = "{\"status\":1,\"err\":\"x\",\"id\":5}";
    let error = json(body).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (ErrorKind::Field(Field::Err), body.find("\"x").unwrap()));
    let error = json("{\"status\":1,\"id\":\"y\",\"err\":\"x\",\"err\":6}").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Field(Field::Id));
}

/// R29: an entity that nobody knows costs its record, and no other.
#[test]
fn an_unknown_entity_in_a_long_text() {
    for entity in ["&abcdefghijklmnopqrstuvwxyz", "&abc;", "& ", "&abcdefghijklmnop&amp;"] {
        let sms = |text: &str| format!("<sms><status>1</status><message>{text}</message></sms>");
        let body = format!("<list>{}{}</list>", sms(&format!("a{entity}b")), sms("c"));
        let query = Query::new(Format::Xml, Detail::Message).batch();
        let Ok(Reply::Records(records)) = query.read(body.as_bytes()) else { panic!("no records") };
        let read: Vec<_> = records.map(|record| record.map(drop).map_err(|error| error.kind())).collect();
        assert_eq!(read, [Err(ErrorKind::Syntax), Ok(())], "{entity}");
    }
}

/// R47b: the pair that was asked for settles what R46 leaves open.
#[test]
fn a_known_pair_makes_a_record_certain() {
    let body = format!(
        "{}\nStatus = 5 is no head\nx, comment = c, type = 0, id = 7\n{}, comment = c, type = 0, id = 8",
        pairs(""),
        pairs("")
    );
    let asked = [Requested { id: 7, phone: "79990000009" }, Requested { id: 8, phone: "79990000009" }];
    let batch = Query::new(Format::KeyValue, Detail::Message).batch();
    for (query, is_ambiguous) in [(batch, true), (batch.requested(&asked), false)] {
        let Ok(Reply::Records(records)) = query.read(body.as_bytes()) else { panic!("no records") };
        let read: Vec<_> = records.map(|record| record.map(|status| (status.id(), status.is_ambiguous()))).collect();
        assert_eq!(read, [Ok((Some(7), is_ambiguous)), Ok((Some(8), false))]);
    }
}

fn kinds(query: Query<'_>, body: &str) -> Vec<Result<(), ErrorKind>> {
    let Ok(Reply::Records(records)) = query.read(body.as_bytes()) else { panic!("no records") };
    records.map(|record| record.map(drop).map_err(|error| error.kind())).collect()
}

/// R46: a line without room for a text and an id ends no record, not in front of a head either.
#[test]
fn a_head_that_ends_nowhere() {
    let query = Query::new(Format::Values, Detail::Message).batch();
    let body = "1,1760080210,0,1760080202,79990000020,2.12,G,D,7\n1,1760080210,0,1760080202,79990000021,2.12,G,D,y,,0,9";
    assert_eq!(kinds(query, body), [Err(ErrorKind::NoEnd), Ok(())]);
}

/// R44e: in front of a line break the label of a text is whole.
#[test]
fn a_label_that_has_lost_its_space() {
    let query = Query::new(Format::KeyValue, Detail::Message).batch();
    let body = pairs("").replace("message = text", "message =") + "\nx, comment = c, type = 0, id = 7";
    assert_eq!(kinds(query, &body)[0], Err(ErrorKind::Label));
    assert_eq!(kinds(query, &body.replace("message =\n", "message = \n")), [Ok(())]);
}

/// R29: between two attributes there is white space, and each has a name.
#[test]
fn attributes_that_run_together() {
    let query = Query::new(Format::Xml, Detail::Message).batch();
    let body = |attributes: &str| format!("<list><sms><status{attributes}>1</status></sms></list>");
    for (attributes, expected) in
        [("", Ok(())), (" a=\"1\" b='2'", Ok(())), (" a=\"1\"b='2'", Err(ErrorKind::Syntax)), (" =\"1\"", Err(ErrorKind::Syntax))]
    {
        assert_eq!(kinds(query, &body(attributes))[0], expected, "{attributes}");
    }
}
