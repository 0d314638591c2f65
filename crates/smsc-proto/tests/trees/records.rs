//! Single records of fmt 2 and 3, and lists of them: values, names and the syntax around them.

use smsc_proto::{Charset, Detail, Error, ErrorKind, Field, Format, Query, Record, Reply};

fn json(body: &str) -> Result<Record<'_>, Error> {
    match Query::new(Format::Json, Detail::Full).charset(Charset::Utf8).read(body.as_bytes())? {
        Reply::Records(mut records) => records.next().expect("a record"),
        other => panic!("no record: {other:?}"),
    }
}

fn json_kind(body: &str) -> Result<(), ErrorKind> {
    json(body).map(drop).map_err(|error| error.kind())
}

fn xml_kinds(body: &str) -> Vec<Result<(), ErrorKind>> {
    let query = Query::new(Format::Xml, Detail::Message).batch();
    let Ok(Reply::Records(records)) = query.read(body.as_bytes()) else { panic!("no records") };
    records.map(|record| record.map(drop).map_err(|error| error.kind())).collect()
}

/// Checks that the last value of a repeated name stays, even if it is empty (R26).
#[test]
fn an_empty_number_replaces_an_earlier_one() {
    for field in ["last_timestamp", "err", "id", "flag", "type", "send_timestamp", "sms_cnt"] {
        let field = *Field::ALL.iter().find(|known| known.name() == field).expect("a field");
        let name = field.name();
        let body = format!("{{\"status\":1,\"{name}\":5}}");
        assert!(json(&body).unwrap().get(field).is_some(), "{body}");
        let body = format!("{{\"status\":1,\"{name}\":5,\"{name}\":\"\"}}");
        assert!(json(&body).unwrap().get(field).is_none(), "{body}");
        // Other fields stay.
        let body = format!("{{\"status\":1,\"{name}\":5,\"cost\":\"2.10\",\"sender\":\"G\",\"{name}\":\"\"}}");
        assert_eq!(json(&body).unwrap().cost().unwrap().as_str(), "2.10");
    }
}

/// Checks that no record is without a status (R39).
#[test]
fn the_status_cannot_be_empty() {
    let expected = Err(ErrorKind::Field(Field::Status));
    assert_eq!(json_kind("{\"status\":\"\",\"err\":0}"), expected);
    assert_eq!(json_kind("{\"status\":1,\"status\":\"\"}"), expected);
}

/// Checks that the number is invalid, not the syntax (R28).
#[test]
fn a_fraction_instead_of_an_integer() {
    for number in ["1.5", "1e1", "1E1"] {
        let body = format!("{{\"status\":{number}}}");
        assert_eq!(json_kind(&body), Err(ErrorKind::Field(Field::Status)), "{body}");
        let body = format!("{{\"status\":1,\"last_date\":\"\",\"last_timestamp\":{number},\"err\":0}}");
        assert_eq!(json_kind(&body), Err(ErrorKind::Field(Field::LastTimestamp)), "{body}");
    }
}

/// Checks that the error is about the first invalid value that no later one of its name replaces.
#[test]
fn the_offset_of_an_invalid_value() {
    let body = "{\"status\":1,\"err\":\"x\",\"id\":5}";
    let error = json(body).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (ErrorKind::Field(Field::Err), body.find("\"x").unwrap()));
    let error = json("{\"status\":1,\"id\":\"y/\",\"err\":\"x\",\"err\":6}").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Field(Field::Id));
}

/// Checks that an unknown entity makes its record malformed, and no other (R29).
#[test]
fn an_unknown_entity_in_a_long_text() {
    for entity in ["&abcdefghijklmnopqrstuvwxyz", "&abc;", "& ", "&abcdefghijklmnop&amp;"] {
        let sms = |text: &str| format!("<sms><status>1</status><message>{text}</message></sms>");
        let body = format!("<list>{}{}</list>", sms(&format!("a{entity}b")), sms("c"));
        assert_eq!(xml_kinds(&body), [Err(ErrorKind::Syntax), Ok(())], "{entity}");
    }
}

/// Checks that attributes need white space between them, and a name each (R29).
#[test]
fn attributes_without_a_space_or_a_name() {
    let body = |attributes: &str| format!("<list><sms><status{attributes}>1</status></sms></list>");
    for (attributes, expected) in
        [("", Ok(())), (" a=\"1\" b='2'", Ok(())), (" a=\"1\"b='2'", Err(ErrorKind::Syntax)), (" =\"1\"", Err(ErrorKind::Syntax))]
    {
        assert_eq!(xml_kinds(&body(attributes))[0], expected, "{attributes}");
    }
}

/// Checks that only white space, comments and processing instructions are allowed after a list
/// (R27).
#[test]
fn text_after_a_list() {
    let list = "<list><sms><status>1</status></sms></list>";
    for (after, expected) in [
        ("", Ok(())),
        (" <!-- x --> <?x?>\n", Ok(())),
        ("<![CDATA[x]]>", Err(ErrorKind::TrailingBytes)),
        ("x", Err(ErrorKind::TrailingBytes)),
    ] {
        assert_eq!(xml_kinds(&format!("{list}{after}")).last(), Some(&expected), "{after}");
    }
}
