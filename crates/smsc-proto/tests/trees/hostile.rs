//! Bodies of fmt 2 and 3 that somebody made to break a reader: each must end, and say what is wrong.

use smsc_proto::{BodyKind, Detail, ErrorKind, Field, Format, Query, Reply};

const MIB: usize = 1 << 20;
const LIMIT: ErrorKind = ErrorKind::TooLong { limit: MIB };

const fn query(format: Format) -> Query<'static> {
    Query::new(format, Detail::Message).batch()
}

/// What came of each record: its status, or what is wrong with it.
fn outcomes(format: Format, body: &str) -> Vec<Result<i32, ErrorKind>> {
    match query(format).read(body.as_bytes()) {
        Ok(Reply::Records(records)) => {
            records.map(|record| record.map(|status| status.status().0).map_err(|error| error.kind())).collect()
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

const BROKEN: Result<i32, ErrorKind> = Err(ErrorKind::Syntax);

#[test]
fn fifty_megabytes_of_backslashes() {
    let backslashes = "\\".repeat(50 << 20);
    assert_eq!(json(&format!("{{\"status\":1,\"message\":\"{backslashes}\"}}")), [Ok(1)]);
    assert_eq!(json(&format!("{{\"status\":1,\"message\":\"{backslashes}\\\"}}")), [BROKEN]);
    assert_eq!(json(&format!("{{\"status\":1,\"{backslashes}\":2}}")), [Ok(1)], "a long name is unknown");
    // R29a; the limit may fall between a backslash and what it escapes.
    for shift in ["", "x"] {
        let found = json(&format!("[{{\"status\":1}},{{\"message\":\"{shift}{backslashes}\"}}]"));
        assert!(matches!(found[..], [Ok(1), BROKEN | Err(LIMIT)]), "{found:?}");
    }
}

#[test]
fn deep_nesting() {
    let brackets = "[".repeat(10_000_000);
    assert_eq!(json(&brackets), [BROKEN]);
    assert_eq!(json(&format!("{{\"status\":1,\"x\":{brackets}")), [BROKEN]);
    assert_eq!(json(&format!("[{{\"status\":1}},{brackets}")), [Ok(1), BROKEN]);
    assert_eq!(json(&"{\"a\":".repeat(2_000_000)), [BROKEN]);
    let tags = "<a>".repeat((10 << 20) / 3);
    assert_eq!(xml(&tags), [Err(ErrorKind::NotAReply(BodyKind::Markup))]);
    assert_eq!(xml(&format!("<sms><status>1</status>{tags}")), [BROKEN]);
    assert_eq!(xml(&format!("<sms><message>{tags}")), [BROKEN]);
    assert_eq!(xml(&format!("<list><sms><status>1</status></sms>{tags}")), [Ok(1), BROKEN]);
    assert_eq!(xml(&"<sms>".repeat(2_000_000)), [BROKEN]);
    assert_eq!(xml(&"<list>".repeat(2_000_000)), [BROKEN]);
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
    assert_eq!(xml(&format!("<sms><status>1</status><message>{signs}</message></sms>")), [BROKEN]);
    assert_eq!(xml(&format!("<sms><status>1</status><message>{signs}")), [BROKEN]);
    assert_eq!(xml(&format!("<sms><status>1</status>{signs}</sms>")), [BROKEN]);
    assert_eq!(xml(&format!("<result>{signs}</result>")), [BROKEN]);
    assert_eq!(xml(&format!("<list>{signs}</list>")), [BROKEN]);
    assert_eq!(xml(&format!("<sms><status>1</status><message>{entities}</message></sms>")), [Ok(1)]);
    assert_eq!(xml(&format!("<sms><status>{entities}</status></sms>")), [Err(ErrorKind::Field(Field::Status))]);
    let body = format!("<sms><status>1</status><message>{entities}</message></sms>");
    let Ok(Reply::Records(mut records)) = query(Format::Xml).read(body.as_bytes()) else { panic!("no records") };
    assert_eq!(records.next().unwrap().unwrap().message().unwrap().chars().filter(|next| *next == '&').count(), 2 << 20);
}

/// What never ends, alone and in a list, where a record in front of it is kept.
#[test]
fn unclosed() {
    let filler = "x".repeat(10 << 20);
    for open in ["<!--", "<![CDATA[", "<?", "", "<y a=\"", "<y ", "<y><!--", "&amp;", "</"] {
        assert_eq!(xml(&format!("<sms><status>1</status><message>{open}{filler}")), [BROKEN], "{open}");
        let found = xml(&format!("<list><sms><status>1</status></sms><sms><message>{open}{filler}"));
        assert!(matches!(found[..], [Ok(1), BROKEN | Err(LIMIT)]), "{open}: {found:?}");
    }
    assert_eq!(xml(&format!("<!--{filler}")), [BROKEN]);
    assert_eq!(xml(&format!("<?{filler}")), [BROKEN]);
    assert_eq!(xml(&format!("<{filler}")), [Err(ErrorKind::NotAReply(BodyKind::Markup))]);
    for open in ["\"", "\"\\u0041", "{\"", "[[\"", "1"] {
        assert_eq!(json(&format!("{{\"status\":1,\"message\":{open}{filler}")), [BROKEN], "{open}");
        let found = json(&format!("[{{\"status\":1}},{{\"message\":{open}{filler}"));
        assert!(matches!(found[..], [Ok(1), BROKEN | Err(LIMIT)]), "{open}: {found:?}");
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
