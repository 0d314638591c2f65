//! The table of `tests/trees.rs`, row by row: the results of the core where those of the parsers
//! differ.

use serde_json::{Value, json};
use smsc_proto::{Detail, Format, Query, Reply};
use testkit::parsers::{self, malformed};
use testkit::{adapter, differential, same};

use crate::query;

#[track_caller]
fn assert_parses(fmt: u8, body: &[u8], expected: &[Value]) {
    let got = adapter::read(&query(fmt), body);
    assert!(same(expected, &got), "{}{}", body.escape_ascii(), differential::shown(&got));
}

/// Checks the lines of a body that `serde_json` rejects.
#[track_caller]
fn assert_beyond_json(body: &str, expected: &[Value]) {
    assert_eq!(parsers::json(body), None, "{body}");
    assert_parses(3, body.as_bytes(), expected);
}

/// Checks the lines of a body that quick-xml rejects or parses differently.
#[track_caller]
fn assert_beyond_xml(body: &str, expected: &[Value]) {
    assert!(parsers::xml(body).is_none_or(|other| !same(expected, &other)), "{body}");
    assert_parses(2, body.as_bytes(), expected);
}

fn message(text: &str) -> Value {
    json!({"status": 1, "message": text})
}

#[test]
fn json_written_by_hand() {
    for control in (0..0x20_u8).map(char::from) {
        assert_beyond_json(&format!("{{\"status\":1,\"message\":\"a{control}b\"}}"), &[message(&format!("a{control}b"))]);
    }
    assert_beyond_json("{\"status\":001,\"err\":-0}", &[malformed()]);
    assert_beyond_json("{\"status\":-03,\"err\":007}", &[json!({"status": -3, "err": 7})]);
    assert_beyond_json("OK", &[json!({"result": "OK"})]);
    assert_beyond_json(" OK\r\n", &[json!({"result": "OK"})]);
    // Everything that R28 does not name is rejected as in JSON.
    for broken in [
        "{'status':1}",
        "{\"status\":1,}",
        "{status:1}",
        "{\"status\":+1}",
        "{\"status\":1.}",
        "{\"status\":.5}",
        "{\"status\":1e}",
    ] {
        assert_beyond_json(broken, &[malformed()]);
    }
    for escape in ["\\x41", "\\'", "\\u12", "\\u12g4", "\\U0041", "\\\u{e9}", "\\0", "\\"] {
        assert_beyond_json(&format!("{{\"status\":1,\"message\":\"{escape}\"}}"), &[malformed()]);
    }
    assert_beyond_json("\u{feff}{\"status\":1}", &[json!({"status": 1})]);
    assert_beyond_json("\u{feff}\u{feff}{\"status\":1}", &[malformed()]);
}

#[test]
fn half_a_surrogate_pair() {
    for (escaped, text) in [
        ("\\ud83d", "\u{fffd}"),
        ("\\ude00", "\u{fffd}"),
        ("\\ude00\\ud83d", "\u{fffd}\u{fffd}"),
        ("\\ud83d\\ud83d\\ude00", "\u{fffd}\u{1f600}"),
        ("\\ud83dx\\ude00", "\u{fffd}x\u{fffd}"),
        ("\\ud83d\\u0041", "\u{fffd}A"),
        ("\\uD83D\\\\uDE00", "\u{fffd}\\uDE00"),
        ("\\ud83d\\n", "\u{fffd}\n"),
    ] {
        assert_beyond_json(&format!("{{\"status\":1,\"message\":\"{escaped}\"}}"), &[message(text)]);
    }
}

#[test]
fn numbers_as_texts_stay_as_written() {
    for number in ["2.10", "1e2", "-0", "1E+05", "123456789012345678901234567890", "0.30000000000000000001"] {
        let body = format!("{{\"status\":1,\"message\":{number}}}");
        assert_ne!(parsers::json(&body).unwrap(), [message(number)]);
        assert_parses(3, body.as_bytes(), &[message(number)]);
    }
    assert_parses(3, b"{\"status\":1,\"cost\":2.10}", &[json!({"status": 1, "cost": "2.10"})]);
    assert_parses(3, b"{\"status\":1,\"cost\":1e2}", &[malformed()]);
    // A number must be digits alone (R39). A minus before zero is ignored.
    assert_parses(3, b"{\"status\":-0}", &[json!({"status": 0})]);
    for number in ["1.0", "1e0", "10e-1"] {
        assert_parses(3, format!("{{\"status\":{number}}}").as_bytes(), &[malformed()]);
    }
}

#[test]
fn lists_are_parsed_lazily() {
    let (one, two) = (json!({"status": 1}), json!({"status": 2}));
    assert_beyond_json("[{\"status\":1},{\"status\":2}] x", &[one.clone(), two.clone(), malformed()]);
    assert_beyond_json("[{\"status\":1}][{\"status\":2}]", &[one.clone(), malformed()]);
    for broken in ["[{\"status\":1}", "[{\"status\":1},]", "[{\"status\":1} {\"status\":2}]", "[{\"status\":1},,{\"status\":2}]"] {
        assert_beyond_json(broken, &[one.clone(), malformed()]);
    }
    assert_beyond_json("[,{\"status\":1}]", &[malformed()]);
    let sms = "<sms><status>1</status></sms>";
    for list in [
        format!("<list>{sms}"),
        format!("<list>{sms}</lists>"),
        format!("<list>{sms}text{sms}</list>"),
        format!("<list>{sms}&amp;</list>"),
        format!("<list>{sms}<![CDATA[]]></list>"),
        format!("<list>{sms}</list>{sms}"),
        format!("<list>{sms}</list>x"),
        format!("<list>{sms}</list><!-- --> x"),
        format!("<list>{sms}</list><!-- x"),
    ] {
        assert_beyond_xml(&list, &[one.clone(), malformed()]);
    }
    // A single record must be the whole body (R27).
    assert_beyond_json("{\"status\":1}{\"status\":2}", &[malformed()]);
    assert_beyond_xml(&format!("{sms}{sms}"), &[malformed()]);
    assert_parses(2, format!("{sms}<!-- --> <?x?>\n").as_bytes(), std::slice::from_ref(&one));
    assert_parses(2, format!("<list>{sms}</list><!-- --> <?x?>\n").as_bytes(), &[one]);
}

#[test]
fn nesting_ends_at_32() {
    let json = |depth: usize| format!("[{{\"status\":1,\"x\":{}1{}}},{{\"status\":2}}]", "[".repeat(depth), "]".repeat(depth));
    let (one, two) = (json!({"status": 1}), json!({"status": 2}));
    assert_parses(3, json(32).as_bytes(), &[one.clone(), two.clone()]);
    assert_parses(3, json(33).as_bytes(), &[malformed()]);
    let xml = |depth: usize| {
        let nested = "<x>".repeat(depth) + &"</x>".repeat(depth);
        format!("<list><sms><status>1</status>{nested}</sms><sms><status>2</status></sms></list>")
    };
    assert_parses(2, xml(32).as_bytes(), &[one, two]);
    assert_parses(2, xml(33).as_bytes(), &[malformed()]);
}

#[test]
fn invalid_bytes_make_no_record_malformed() {
    for (bytes, text) in [
        (&b"\xff"[..], "\u{fffd}"),
        (b"a\xe2\x82", "a\u{fffd}"),
        (b"\xed\xa0\xbd", "\u{fffd}\u{fffd}\u{fffd}"),
        (b"\xc0\xaf", "\u{fffd}\u{fffd}"),
    ] {
        assert_parses(3, &[b"{\"status\":1,\"message\":\"", bytes, b"\",\"x\xff\":1}"].concat(), &[message(text)]);
        assert_parses(2, &[b"<sms><status>1</status><message>", bytes, b"</message><x\xff/></sms>"].concat(), &[message(text)]);
    }
}

#[test]
fn xml_texts_stay_as_they_are() {
    let body = |text: &str| format!("<sms>\r\n<status>1</status>\r\n<message>{text}</message>\r\n</sms>");
    let unlike = [
        ("a\r\nb\rc\nd", "a\r\nb\rc\nd"),
        (" a ", " a "),
        ("a]]>b", "a]]>b"),
        ("a&#13;&#10;", "a\r\n"),
        ("&#1;&#x1F;", "\u{1}\u{1f}"),
    ];
    for (written, text) in unlike.into_iter().chain([("<!-- -- --->a", "a"), ("<?x <&?>", ""), ("<![CDATA[&lt;<b>]]>", "&lt;<b>")])
    {
        assert_parses(2, body(written).as_bytes(), &[message(text)]);
    }
    for entity in [
        "&nbsp;",
        "&;",
        "&#;",
        "&#x;",
        "&#0;",
        "&#xD800;",
        "&#x110000;",
        "&#+65;",
        "&#-65;",
        "&#X41;",
        "&AMP;",
        "&amp",
        "& ",
        "&#65 ;",
        "&a b;",
    ] {
        assert_parses(2, body(entity).as_bytes(), &[malformed()]);
    }
    // R29 applies in any element. A field may be repeated (R26).
    for strange in ["<x>&nbsp;</x>", "<x><y>&nbsp;</y></x>", "<x><y/>&;</x>", "<error>&nbsp;</error>", "<x>&nbsp;</x><x/>"] {
        assert_parses(2, format!("<sms><status>1</status>{strange}</sms>").as_bytes(), &[malformed()]);
    }
    assert_parses(2, b"<sms><status>&nbsp;</status><status>1</status></sms>", &[json!({"status": 1})]);
    // The longest possible reference, and a longer one.
    assert_parses(2, body("&#000000000065;").as_bytes(), &[message("A")]);
    assert_beyond_xml(&body("&#00000000000000065;"), &[malformed()]);
}

#[test]
fn xml_around_the_values() {
    let one = json!({"status": 1});
    assert_parses(2, b"<sms a=\"<&\" a='1'><status b = \"'\" >1</status ></sms\n>", std::slice::from_ref(&one));
    assert_parses(2, b"<?xml version='1.0' encoding='UTF-16'?><sms><status>1</status></sms>", &[one]);
    for spaced in [" 1", "1 ", "\n1\n", "1<!-- --> "] {
        assert_parses(2, format!("<sms><status>{spaced}</status></sms>").as_bytes(), &[malformed()]);
    }
    for between in ["x", "&amp;", "&x;", "&", "<![CDATA[x]]>", "< x>", "<>", "<!DOCTYPE x>", "<&", "<<"] {
        assert_parses(2, format!("<sms><status>1</status>{between}</sms>").as_bytes(), &[malformed()]);
        assert_parses(2, format!("<sms>{between}<status>1</status></sms>").as_bytes(), &[malformed()]);
        let list = format!("<list><sms>{between}<status>1</status></sms></list>");
        assert_parses(2, list.as_bytes(), &[malformed()]);
    }
    for deleted in
        ["<result> OK\n</result>", "<result><!-- --> OK</result>", "<result><![CDATA[OK]]></result>", "<result>&#79;K</result>"]
    {
        assert_parses(2, deleted.as_bytes(), &[json!({"result": "OK"})]);
    }
    let bomb = b"<!DOCTYPE sms [<!ENTITY a \"&#49;\">]><sms><status>&a;</status></sms>";
    assert_parses(2, bomb, &[malformed()]);
    assert_parses(2, b"<sms><status>&a;</status></sms>", &[malformed()]);
}

/// Checks that an error text of another type is absent, and the API error itself is returned (R10,
/// R11).
#[test]
fn errors_without_a_text() {
    for text in ["null", "true", "[\"x\"]", "{}"] {
        assert_parses(3, format!("{{\"error\":{text},\"error_code\":9}}").as_bytes(), &[json!({"error_code": 9})]);
    }
    assert_parses(2, b"<result><error><b/></error><error_code>9</error_code></result>", &[json!({"error_code": 9})]);
    for code in ["true", "[]", "\"\"", "-1", "9.0", "2147483648"] {
        assert_parses(3, format!("{{\"error_code\":{code},\"result\":\"OK\"}}").as_bytes(), &[malformed()]);
    }
}

/// Checks that the last value of a repeated name stays (R26), valid or not.
#[test]
fn repeated_names() {
    for (members, expected) in [
        ("\"status\":1,\"status\":2", json!({"status": 2})),
        ("\"status\":1,\"status\":null", malformed()),
        ("\"status\":\"x\",\"status\":null", malformed()),
        ("\"status\":null,\"status\":1", json!({"status": 1})),
        ("\"status\":[],\"\\u0073tatus\":1", json!({"status": 1})),
        ("\"status\":1,\"err\":\"x\",\"flag\":\"x\",\"err\":1", malformed()),
        ("\"status\":1,\"err\":\"x\",\"flag\":\"x\",\"err\":1,\"flag\":2", json!({"status": 1, "flag": 2, "err": 1})),
        ("\"status\":1,\"imsi\":\"5\",\"imsi\":null,\"cost\":\"1\",\"cost\":\"\"", json!({"status": 1})),
        ("\"status\":null,\"error_code\":9", json!({"error_code": 9})),
    ] {
        assert_parses(3, format!("{{{members}}}").as_bytes(), &[expected]);
    }
}

/// Checks that a cost is malformed if the written bytes are not the cost itself, because a cost is
/// kept as written (R28).
#[test]
fn a_cost_has_no_escapes() {
    let json = ["{\"status\":1,\"cost\":\"2\\u002e12\"}", "{\"status\":1,\"cost\":\"\\u0032.12\"}"].map(|body| (3, body));
    let costs = ["2&#46;12", "<![CDATA[2.]]>12", "<![CDATA[2.]]><![CDATA[12]]>", "2<!-- 7 -->.12", "2.12<?x?>"];
    let xml = costs.map(|cost| (2, format!("<sms><status>1</status><cost>{cost}</cost></sms>")));
    for (fmt, body) in json.map(|(fmt, body)| (fmt, body.to_owned())).into_iter().chain(xml) {
        let got = adapter::read(&query(fmt), body.as_bytes());
        assert!(same(&[malformed()], &got), "{body}{}", differential::shown(&got));
    }
    let whole = b"<sms><status>1</status><cost><![CDATA[2.12]]></cost><id><![CDATA[order-77]]></id></sms>";
    assert_parses(2, whole, &[json!({"status": 1, "cost": "2.12", "id": "order-77"})]);
}

/// Checks that a text id is malformed if the written bytes are not the id itself (R28), and that a
/// number may be escaped like any other.
#[test]
fn a_text_id_has_no_escapes() {
    assert_parses(3, br#"{"status":1,"id":"order\u002d77"}"#, &[malformed()]);
    assert_parses(3, br#"{"status":1,"id":"\u0037"}"#, &[json!({"status": 1, "id": 7})]);
    // A number is no text, so that its fraction or sign makes it invalid (R39).
    for number in ["5.0", "1e5", "-1.5", "-5", "0", "2147483648"] {
        assert_parses(3, format!("{{\"status\":1,\"id\":{number}}}").as_bytes(), &[malformed()]);
    }
    assert_parses(3, br#"{"status":1,"id":"1e5"}"#, &[json!({"status": 1, "id": "1e5"})]);
    assert_parses(3, br#"{"status":1,"phone":1.5}"#, &[json!({"status": 1, "phone": "1.5"})]);
    assert_parses(2, b"<sms><status>1</status><id>order&#45;77</id></sms>", &[malformed()]);
    assert_parses(2, b"<sms><status>1</status><id>&#55;</id></sms>", &[json!({"status": 1, "id": 7})]);
}

#[test]
fn a_span_is_that_of_the_element_alone() {
    let bodies: [(Format, &[u8], core::ops::Range<usize>); 4] = [
        (Format::Json, b"[7, {\"status\": 1}]", 1..2),
        (Format::Json, b"[{\"status\": 1}\n, 7 ]", 17..18),
        (Format::Xml, b"<list>\n<!-- a --><sms>\n</sms></list>", 17..29),
        (Format::Xml, b"<list><sms><status>1</status></sms>\n<sms/></list>", 36..42),
    ];
    for (format, body, span) in bodies {
        let Ok(Reply::Records(records)) = Query::new(format, Detail::Status).batch().read(body) else { panic!("no records") };
        let spans: Vec<_> = records.filter_map(Result::err).map(|error| error.span()).collect();
        assert_eq!(spans, [span], "{}", body.escape_ascii());
    }
}
