//! Bodies of fmt 2 and 3 made to break a reader: each must be parsed to its end, with the right
//! error.

use smsc_proto::{BodyKind, Detail, ErrorKind, Field, Format, Query, Reply};

const MIB: usize = 1 << 20;
const LIMIT: ErrorKind = ErrorKind::TooLong { limit: MIB };

const fn query(format: Format) -> Query<'static> {
    Query::new(format, Detail::Message).batch()
}

/// Returns the status or the error of each record.
fn outcomes(format: Format, body: &str) -> Vec<Result<i32, ErrorKind>> {
    match query(format).read(body.as_bytes()) {
        Ok(Reply::Records(records)) => {
            records.map(|record| record.map(|record| record.status().0).map_err(|error| error.kind())).collect()
        }
        Ok(other) => panic!("no records: {other:?}"),
        Err(error) => vec![Err(error.kind())],
    }
}

fn json(body: &str) -> Vec<Result<i32, ErrorKind>> {
    outcomes(Format::Json, body)
}

fn xml(body: &str) -> Vec<Result<i32, ErrorKind>> {
    outcomes(Format::Xml, body)
}

const MALFORMED: Result<i32, ErrorKind> = Err(ErrorKind::Syntax);

#[test]
fn fifty_megabytes_of_backslashes() {
    let backslashes = "\\".repeat(50 << 20);
    assert_eq!(json(&format!("{{\"status\":1,\"message\":\"{backslashes}\"}}")), [Ok(1)]);
    assert_eq!(json(&format!("{{\"status\":1,\"message\":\"{backslashes}\\\"}}")), [MALFORMED]);
    assert_eq!(json(&format!("{{\"status\":1,\"{backslashes}\":2}}")), [Ok(1)], "a long name is unknown");
    // R29a: the limit may be between a backslash and the character after it.
    for shift in ["", "x"] {
        let found = json(&format!("[{{\"status\":1}},{{\"message\":\"{shift}{backslashes}\"}}]"));
        assert!(matches!(found[..], [Ok(1), MALFORMED | Err(LIMIT)]), "{found:?}");
    }
}

#[test]
fn deep_nesting() {
    let brackets = "[".repeat(10_000_000);
    assert_eq!(json(&brackets), [MALFORMED]);
    assert_eq!(json(&format!("{{\"status\":1,\"x\":{brackets}")), [MALFORMED]);
    assert_eq!(json(&format!("[{{\"status\":1}},{brackets}")), [Ok(1), MALFORMED]);
    assert_eq!(json(&"{\"a\":".repeat(2_000_000)), [MALFORMED]);
    let tags = "<a>".repeat((10 << 20) / 3);
    assert_eq!(xml(&tags), [Err(ErrorKind::NotAReply(BodyKind::Markup))]);
    assert_eq!(xml(&format!("<sms><status>1</status>{tags}")), [MALFORMED]);
    assert_eq!(xml(&format!("<sms><message>{tags}")), [MALFORMED]);
    assert_eq!(xml(&format!("<list><sms><status>1</status></sms>{tags}")), [Ok(1), MALFORMED]);
    assert_eq!(xml(&"<sms>".repeat(2_000_000)), [MALFORMED]);
    assert_eq!(xml(&"<list>".repeat(2_000_000)), [MALFORMED]);
}

#[test]
fn a_million_names() {
    let members = "\"err\":\"x\",".repeat(1_000_000);
    assert_eq!(json(&format!("{{{members}\"status\":1,\"err\":6}}")), [Ok(1)], "R26: the last one stays");
    assert_eq!(json(&format!("{{{members}\"status\":1}}")), [Err(ErrorKind::Field(Field::Err))]);
    assert_eq!(json(&format!("{{{}\"status\":1}}", "\"\\u0061\":{},".repeat(1_000_000))), [Ok(1)]);
    let leaves = "<err>x</err>".repeat(1_000_000);
    assert_eq!(xml(&format!("<sms><status>1</status>{leaves}<err>6</err></sms>")), [Ok(1)]);
    assert_eq!(xml(&format!("<sms><status>1</status>{leaves}</sms>")), [Err(ErrorKind::Field(Field::Err))]);
}

#[test]
fn ten_megabytes_of_ampersands() {
    let signs = "&".repeat(10 << 20);
    let entities = "&amp;".repeat(2 << 20);
    assert_eq!(xml(&format!("<sms><status>1</status><message>{signs}</message></sms>")), [MALFORMED]);
    assert_eq!(xml(&format!("<sms><status>1</status><message>{signs}")), [MALFORMED]);
    assert_eq!(xml(&format!("<sms><status>1</status>{signs}</sms>")), [MALFORMED]);
    assert_eq!(xml(&format!("<result>{signs}</result>")), [MALFORMED]);
    assert_eq!(xml(&format!("<list>{signs}</list>")), [MALFORMED]);
    assert_eq!(xml(&format!("<sms><status>1</status><message>{entities}</message></sms>")), [Ok(1)]);
    assert_eq!(xml(&format!("<sms><status>{entities}</status></sms>")), [Err(ErrorKind::Field(Field::Status))]);
    let body = format!("<sms><status>1</status><message>{entities}</message></sms>");
    let Ok(Reply::Records(mut records)) = query(Format::Xml).read(body.as_bytes()) else { panic!("no records") };
    assert_eq!(records.next().unwrap().unwrap().message().unwrap().chars().filter(|next| *next == '&').count(), 2 << 20);
}

/// Values without an end, alone and in a list. A record before them must be returned.
#[test]
fn unterminated() {
    let filler = "x".repeat(10 << 20);
    for open in ["<!--", "<![CDATA[", "<?", "", "<y a=\"", "<y ", "<y><!--", "&amp;", "</"] {
        assert_eq!(xml(&format!("<sms><status>1</status><message>{open}{filler}")), [MALFORMED], "{open}");
        let found = xml(&format!("<list><sms><status>1</status></sms><sms><message>{open}{filler}"));
        assert!(matches!(found[..], [Ok(1), MALFORMED | Err(LIMIT)]), "{open}: {found:?}");
    }
    assert_eq!(xml(&format!("<!--{filler}")), [MALFORMED]);
    assert_eq!(xml(&format!("<?{filler}")), [MALFORMED]);
    assert_eq!(xml(&format!("<{filler}")), [Err(ErrorKind::NotAReply(BodyKind::Markup))]);
    for open in ["\"", "\"\\u0041", "{\"", "[[\"", "1"] {
        assert_eq!(json(&format!("{{\"status\":1,\"message\":{open}{filler}")), [MALFORMED], "{open}");
        let found = json(&format!("[{{\"status\":1}},{{\"message\":{open}{filler}"));
        assert!(matches!(found[..], [Ok(1), MALFORMED | Err(LIMIT)]), "{open}: {found:?}");
    }
    assert_eq!(json(&format!("[{}", "1".repeat(10 << 20))), [Err(LIMIT)]);
}

#[test]
fn a_million_empty_elements() {
    let count = 1_000_000;
    assert_eq!(json(&format!("[{}{{}}]", "{},".repeat(count - 1))), vec![Err(ErrorKind::NoStatus); count]);
    assert_eq!(json(&format!("[{}[]]", "[],".repeat(count - 1))), vec![Err(ErrorKind::NotARecord); count]);
    assert_eq!(xml(&format!("<list>{}</list>", "<sms/>".repeat(count))), vec![Err(ErrorKind::NoStatus); count]);
    assert_eq!(xml(&format!("<list>{}</list>", "<x/>".repeat(count))), vec![Err(ErrorKind::NotARecord); count]);
    assert_eq!(xml(&format!("<sms><status>1</status>{}</sms>", "<x/>".repeat(count))), [Ok(1)]);
    assert_eq!(xml(&format!("<sms><status>1</status>{}</sms>", "<!---->".repeat(count))), [Ok(1)]);
    assert_eq!(xml(&format!("<sms><status>1{}</status></sms>", "<!---->".repeat(count))), [Ok(1)]);
    assert_eq!(xml(&format!("<sms{}><status>1</status></sms>", " a=''".repeat(count))), [Ok(1)]);
    assert_eq!(json(&format!("{}{{\"status\":1}}", " \n".repeat(count))), [Ok(1)]);
}
