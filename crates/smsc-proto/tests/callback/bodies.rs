//! The forms of a body in each format (R70d), and the places of its errors.

use smsc_proto::Charset;
use smsc_proto::callback::{Callback, CallbackError, CallbackErrorKind, CallbackEvent, CallbackField, CallbackFormat};

const FORMATS: [CallbackFormat; 3] = [CallbackFormat::Form, CallbackFormat::Json, CallbackFormat::Xml];

/// Returns the text of an incoming message, or the error.
fn text(format: CallbackFormat, charset: Charset, body: impl AsRef<[u8]>) -> Result<String, CallbackError> {
    let mut body = body.as_ref().to_vec();
    let callback = Callback::parse(&mut body, format, charset)?;
    let CallbackEvent::Incoming(message) = callback.unverified() else { panic!("{callback:?}") };
    Ok(message.mes().to_string())
}

fn utf8(format: CallbackFormat, body: &str) -> Result<String, CallbackError> {
    text(format, Charset::Utf8, body)
}

/// Returns the kind and the offset of a body's error.
fn wrong(format: CallbackFormat, charset: Charset, body: impl AsRef<[u8]>) -> (CallbackErrorKind, Option<usize>) {
    let error = text(format, charset, &body).unwrap_err();
    assert!(error.offset().is_none_or(|offset| offset <= body.as_ref().len()));
    (error.kind(), error.offset())
}

#[test]
fn an_empty_body() {
    for format in FORMATS {
        for body in ["", " ", "\r\n", "\u{feff}", "\u{feff}\n"] {
            assert_eq!(wrong(format, Charset::Utf8, body).0, CallbackErrorKind::Empty);
        }
    }
    let none: [(&str, &[u8]); 0] = [];
    assert_eq!(Callback::from_fields(Charset::Utf8, none).unwrap_err().kind(), CallbackErrorKind::Empty);
    for (format, body) in [(CallbackFormat::Json, "{}"), (CallbackFormat::Json, " { } "), (CallbackFormat::Xml, "<a/>")] {
        assert_eq!(wrong(format, Charset::Utf8, body).0, CallbackErrorKind::NotANotification, "{body}");
    }
    assert_eq!(wrong(CallbackFormat::Form, Charset::Utf8, "&&=&").0, CallbackErrorKind::NotANotification);
}

#[test]
fn one_byte_order_mark_is_skipped() {
    for (format, body) in
        [(CallbackFormat::Form, "mes=x"), (CallbackFormat::Json, r#"{"mes":"x"}"#), (CallbackFormat::Xml, "<a><mes>x</mes></a>")]
    {
        assert_eq!(utf8(format, &format!("\u{feff}{body}")).as_deref(), Ok("x"));
        assert!(utf8(format, &format!("\u{feff}\u{feff}{body}")).is_err(), "{format:?}");
    }
}

#[test]
fn forms() {
    let form = |body| utf8(CallbackFormat::Form, body).unwrap();
    assert_eq!(form("mes=a+b%20c%2B"), "a b c+");
    assert_eq!(form("&&mes=x&"), "x");
    assert_eq!(form("phone&mes=x=y"), "x=y");
    assert_eq!(form("%6des=x"), "x");
    assert_eq!(form("mes=%d0%94%D0%B0"), "Да");
    assert_eq!(form("mes=Да"), "Да");
    assert_eq!(form("mes=%&to=1"), "%");
    assert_eq!(form("mes=%4"), "%4");
    assert_eq!(form("mes=%zz%4g%%41"), "%zz%4g%A");
    assert_eq!(form("mes=a;to=5"), "a;to=5");
    assert_eq!(form("mes"), "");
    assert_eq!(form("mes=%00"), "\0");
    let none = CallbackErrorKind::NotANotification;
    assert_eq!(wrong(CallbackFormat::Form, Charset::Utf8, "?mes=x").0, none);
    assert_eq!(wrong(CallbackFormat::Form, Charset::Utf8, r#"{"mes":"x"}"#).0, none);
}

#[test]
fn json() {
    let json = |body| utf8(CallbackFormat::Json, body).unwrap();
    assert_eq!(json(r#" { "mes" : "x" } "#), "x");
    assert_eq!(json(r#"{"mes":"\u0414\u0430 \ud83d\ude00 \"\\\/\n\t"}"#), "Да 😀 \"\\/\n\t");
    assert_eq!(json(r#"{"\u006des":"x"}"#), "x");
    assert_eq!(json(r#"{"mes":12.50,"x":true,"y":null,"z":1e5}"#), "12.50");
    assert_eq!(json(r#"{"mes":null,"mes":"x","mes":null}"#), "x");
    // The quote after the escapes is the end.
    assert_eq!(json(r#"{"mes":"\\","to":"1"}"#), "\\");
    for (body, at) in
        [(r#"{"mes":{"a":"x"}}"#, 7), (r#"{"mes":["x"]}"#, 7), (r#"{"a":{},"mes":"x"}"#, 5), (r#"{"a":[],"mes":"x"}"#, 5)]
    {
        assert_eq!(wrong(CallbackFormat::Json, Charset::Utf8, body), (CallbackErrorKind::NotFlat, Some(at)), "{body}");
    }
    for body in [
        "mes=x",
        "[]",
        "\"mes\"",
        "{",
        r#"{"mes""#,
        r#"{"mes":"#,
        r#"{"mes":"x"#,
        r#"{"mes":"x""#,
        r#"{"mes":"x",}"#,
        r#"{,"mes":"x"}"#,
        r#"{"mes":"x"}x"#,
        r#"{"mes":"x"}{}"#,
        r#"{"mes":"x"}}"#,
        r#"{"mes":"x" "to":"1"}"#,
        r#"{"mes":true}"#,
        r#"{"mes":tru}"#,
        r#"{"mes":"\x"}"#,
        r#"{"mes":"\u12"}"#,
        r#"{mes:"x"}"#,
        r#"[{"mes":"x"}]"#,
    ] {
        let (kind, at) = wrong(CallbackFormat::Json, Charset::Utf8, body);
        assert!(matches!(kind, CallbackErrorKind::Syntax(_)) && at.is_some(), "{body}: {kind:?}");
    }
    assert_eq!(wrong(CallbackFormat::Json, Charset::Utf8, r#"{"mes":"x",true}"#).1, Some(11));
}

/// An id in a number's place has no fraction and no exponent (R3a).
#[test]
fn ids_in_json() {
    let status = |id: &str| {
        let mut body = format!(r#"{{"status":1,"id":{id}}}"#).into_bytes();
        let callback = Callback::parse(&mut body, CallbackFormat::Json, Charset::Utf8).map_err(|error| error.kind())?;
        let CallbackEvent::Status(record) = callback.unverified() else { panic!("{callback:?}") };
        Ok::<_, CallbackErrorKind>(record.id().unwrap().to_string())
    };
    assert_eq!(status("7").as_deref(), Ok("7"));
    assert_eq!(status(r#""7""#).as_deref(), Ok("7"));
    assert_eq!(status(r#""1.5""#).as_deref(), Ok("1.5"));
    for id in ["1.5", "1e5", "-1", "0"] {
        assert_eq!(status(id), Err(CallbackErrorKind::Field(CallbackField::Id)), "{id}");
    }
}

#[test]
fn xml() {
    let xml = |body| utf8(CallbackFormat::Xml, body).unwrap();
    assert_eq!(xml("<?xml version=\"1.0\"?>\n<!-- c --><root a='1'>\n <mes x=\"y\">x</mes>\n</root>\n"), "x");
    assert_eq!(xml("<r><mes> a&amp;&#1044;&#x430;&lt; </mes><to/></r>"), " a&Да< ");
    assert_eq!(xml("<r><mes>a<![CDATA[<&amp;>]]>b<!-- c -->c<?p i?>d</mes></r>"), "a<&amp;>bcd");
    assert_eq!(xml("<r><mes/></r>"), "");
    assert_eq!(xml("<r><mes></mes></r>"), "");
    for body in ["<r><mes><a>x</a></mes></r>", "<r><o><mes>x</mes></o></r>", "<r><mes>x<a/></mes></r>"] {
        assert_eq!(wrong(CallbackFormat::Xml, Charset::Utf8, body), (CallbackErrorKind::NotFlat, Some(3)), "{body}");
    }
    for body in [
        "mes=x",
        "<r",
        "<r>",
        "<r><mes>x</mes>",
        "<r><mes>x</r>",
        "<r><mes>x</mes></s>",
        "<r><mes>x</mes></r><r/>",
        "<r><mes>x</mes></r>x",
        "<r>x<mes>x</mes></r>",
        "<r><mes>&unknown;</mes></r>",
        "<r><mes>&</mes></r>",
        "<r><mes>&#xd800;</mes></r>",
        "<r><mes><![CDATA[x</mes></r>",
        "<r/>x",
    ] {
        let (kind, at) = wrong(CallbackFormat::Xml, Charset::Utf8, body);
        assert!(matches!(kind, CallbackErrorKind::Syntax(_)) && at.is_some(), "{body}: {kind:?}");
    }
}

/// Escapes are signed as the bytes of the handler's charset, so that a character outside it has
/// none.
#[test]
fn escapes_are_encoded_in_the_charset() {
    let windows = b"{\"mes\":\"\xc4\\u0430 \\u2116\"}";
    assert_eq!(text(CallbackFormat::Json, Charset::Windows1251, windows).as_deref(), Ok("Да №"));
    assert_eq!(text(CallbackFormat::Json, Charset::Koi8R, b"{\"mes\":\"\xe4\\u0430\"}").as_deref(), Ok("Да"));
    assert_eq!(text(CallbackFormat::Xml, Charset::Windows1251, b"<r><mes>\xc4&#1072;</mes></r>").as_deref(), Ok("Да"));
    let missing = |at| (CallbackErrorKind::NotInCharset(CallbackField::Mes), Some(at));
    assert_eq!(wrong(CallbackFormat::Json, Charset::Windows1251, r#"{"mes":"a\ud83d\ude00"}"#), missing(9));
    assert_eq!(wrong(CallbackFormat::Json, Charset::Koi8R, r#"{"mes":"\u2116"}"#), missing(8));
    assert_eq!(wrong(CallbackFormat::Xml, Charset::Koi8R, "<r><mes>a&#8470;</mes></r>"), missing(9));
    // The offset is that of the body as received: after escapes that were decoded in place, too.
    assert_eq!(wrong(CallbackFormat::Json, Charset::Koi8R, r#"{"mes":"\n\n\u2116"}"#), missing(12));
    // In a field that is unknown nothing is encoded.
    assert_eq!(text(CallbackFormat::Json, Charset::Koi8R, r#"{"mes":"x","other":"\u2116"}"#).as_deref(), Ok("x"));
}

#[test]
fn the_offset_of_an_invalid_value() {
    let field = CallbackErrorKind::Field(CallbackField::Status);
    let repeated = CallbackErrorKind::Repeated(CallbackField::Phone);
    for (format, body, wanted) in [
        (CallbackFormat::Form, "id=1&status=x", (field, Some(12))),
        (CallbackFormat::Form, "\u{feff}sender=%41&status=x", (field, Some(21))),
        (CallbackFormat::Json, r#"{"a":"\n","status":"x"}"#, (field, Some(20))),
        (CallbackFormat::Xml, "<r><a>&lt;</a><status>x</status></r>", (field, Some(22))),
        (CallbackFormat::Form, "phone=1&phone=2", (repeated, Some(14))),
        // Without a `=` the value is at the end of the name.
        (CallbackFormat::Form, "phone=1&phone", (repeated, Some(13))),
        (CallbackFormat::Form, "phone=1&phone&id=1", (repeated, Some(13))),
        (CallbackFormat::Json, r#"{"phone":"1","phone":2}"#, (repeated, Some(21))),
        (CallbackFormat::Xml, "<r><phone>1</phone><phone/></r>", (repeated, Some(27))),
    ] {
        assert_eq!(wrong(format, Charset::Utf8, body), wanted, "{body}");
    }
}
