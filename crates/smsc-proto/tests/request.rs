//! Requests: what is written is what a standard form encoder writes, wrong input is found before
//! anything is sent, and no secret, phone or text is in an error or in `Debug`.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use encoding_rs::{Encoding, KOI8_R, UTF_8, WINDOWS_1251};
use proptest::prelude::*;
use smsc_proto::request::{
    BalanceRequest, Credentials, Date, DeleteRequest, HistoryRequest, IncomingRequest, OperatorRequest, Request, RequestError,
    RequestErrorKind, SendKind, SendRequest, SendTime, Server, StatisticsRequest, StatusRequest, Translit, Validity,
};
use smsc_proto::{Charset, CostMode, Detail, Format, MessageId, MessageKind, Requested};

/// The names and values of parameters.
type Parameters<'p> = &'p [(&'p str, &'p str)];

const KEY: Credentials<'_> = Credentials::api_key("k3y&=+ %");

fn id(id: &str) -> MessageId<'_> {
    MessageId::parse(id).unwrap()
}

fn requested<'r>(number: &'r str, phone: &'r str) -> Requested<'r> {
    Requested { id: id(number), phone }
}

fn body(request: &dyn Request) -> Result<String, RequestError> {
    let mut body = String::new();
    request.write_body(&KEY, &mut body)?;
    assert_eq!(request.body_len(&KEY).unwrap(), body.len());
    Ok(body)
}

fn encoding(charset: Charset) -> &'static Encoding {
    match charset {
        Charset::Windows1251 => WINDOWS_1251,
        Charset::Koi8R => KOI8_R,
        _ => UTF_8,
    }
}

/// Returns what `form_urlencoded` makes of these parameters, after the credentials.
fn encoded(charset: Charset, parameters: Parameters<'_>) -> String {
    /// Returns the closure, which is then known to borrow for any lifetime.
    fn any_lifetime<F: Fn(&str) -> Cow<'_, [u8]>>(encode: F) -> F {
        encode
    }
    let encode = any_lifetime(|text| Cow::Owned(encoding(charset).encode(text).0.into_owned()));
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.encoding_override(Some(&encode)).append_pair("apikey", "k3y&=+ %");
    for (name, value) in parameters {
        form.append_pair(name, value);
    }
    form.finish()
}

fn kind_of(request: &dyn Request) -> (RequestErrorKind, &'static str, Option<usize>) {
    let error = body(request).unwrap_err();
    (error.kind(), error.parameter(), error.item())
}

#[test]
fn a_status_request_has_its_lists_in_the_same_order() {
    let pairs = [requested("20", "8 (999) 000-00-01"), requested("order-77", "+79990000002"), requested("3", "user@example.com")];
    let request = StatusRequest::batch(&pairs).detail(Detail::Full).charset(Charset::Koi8R).kind(MessageKind::Hlr);
    let expected = [
        ("fmt", "1"),
        ("all", "2"),
        ("charset", "koi8-r"),
        ("phone", "8 (999) 000-00-01,+79990000002,user@example.com"),
        ("id", "20,order-77,3"),
    ];
    assert_eq!(body(&request).unwrap(), encoded(Charset::Koi8R, &expected));
    let query = request.query();
    assert_eq!((query.get_format(), query.get_detail(), query.get_charset()), (Format::Values, Detail::Full, Charset::Koi8R));
    assert_eq!((query.is_batch(), query.get_kind(), query.get_requested()), (true, MessageKind::Hlr, Some(&pairs[..])));
}

#[test]
fn a_batch_of_one_message_keeps_the_shape_of_a_batch() {
    let pair = requested("101", "79990000001");
    let one = StatusRequest::one(pair);
    let expected = [("fmt", "3"), ("all", "0"), ("charset", "utf-8"), ("phone", "79990000001"), ("id", "101")];
    assert_eq!(body(&one).unwrap(), encoded(Charset::Utf8, &expected));
    assert!(!one.query().is_batch());

    let pairs = [pair];
    let batch = StatusRequest::batch(&pairs).format(Format::Xml).detail(Detail::Message);
    let expected = [("fmt", "2"), ("all", "1"), ("charset", "utf-8"), ("phone", "79990000001,"), ("id", "101,")];
    assert_eq!(body(&batch).unwrap(), encoded(Charset::Utf8, &expected));
    assert!(batch.query().is_batch());
}

#[test]
fn a_deletion_is_a_status_request_with_del() {
    let pairs = [requested("1", "79990000001"), requested("1", "79990000002")];
    let request = DeleteRequest::batch(&pairs).format(Format::KeyValue);
    let expected = [("fmt", "0"), ("charset", "utf-8"), ("phone", "79990000001,79990000002"), ("id", "1,1"), ("del", "1")];
    assert_eq!(body(&request).unwrap(), encoded(Charset::Utf8, &expected));
    assert_eq!(request.query().get_format(), Format::KeyValue);
}

#[test]
fn the_other_calls_have_their_parameters() {
    let day = Date::new(2026, 2, 28).unwrap();
    let history = HistoryRequest::day(day).until(Date::new(2026, 12, 1).unwrap()).phones(&["79990000001", "+7 999"]).count(1000);
    let history = history.older_than(12_345_678_901).format(Format::KeyValue).charset(Charset::Windows1251);
    let cases: [(&dyn Request, Parameters<'_>); 6] = [
        (&BalanceRequest::new().format(Format::Values), &[("fmt", "1"), ("charset", "utf-8")]),
        (
            &history,
            &[
                ("get_messages", "1"),
                ("fmt", "0"),
                ("charset", "windows-1251"),
                ("start", "28.02.2026"),
                ("end", "01.12.2026"),
                ("phone", "79990000001,+7 999"),
                ("cnt", "1000"),
                ("prev_id", "12345678901"),
            ],
        ),
        (
            &HistoryRequest::day(day).emails().phones(&["a@example.com"]),
            &[
                ("get_messages", "1"),
                ("fmt", "3"),
                ("charset", "utf-8"),
                ("start", "28.02.2026"),
                ("format", "8"),
                ("email", "a@example.com"),
            ],
        ),
        (
            &IncomingRequest::new().hours(168).after(id("7")).to("79990000001"),
            &[
                ("get_answers", "1"),
                ("fmt", "3"),
                ("charset", "utf-8"),
                ("hour", "168"),
                ("after_id", "7"),
                ("to_phone", "79990000001"),
            ],
        ),
        (
            &StatisticsRequest::new(day, day),
            &[("get_stat", "1"), ("fmt", "3"), ("charset", "utf-8"), ("start", "28.02.2026"), ("end", "28.02.2026")],
        ),
        (
            &OperatorRequest::new("+79990000001"),
            &[("get_operator", "1"), ("fmt", "3"), ("charset", "utf-8"), ("phone", "+79990000001")],
        ),
    ];
    for (request, expected) in cases {
        let charset = if expected.contains(&("charset", "windows-1251")) { Charset::Windows1251 } else { Charset::Utf8 };
        assert_eq!(body(request).unwrap(), encoded(charset, expected));
    }
}

#[test]
fn a_send_request_has_every_parameter() {
    let request = SendRequest::new(&["79990000001", "G5"], "Привет,\nмир & ё")
        .kind(SendKind::Flash)
        .id(id("order-77"))
        .sender("GLOBUS")
        .time(SendTime::parse("29.11.26 18:30").unwrap())
        .valid(Validity::parse("02:05").unwrap())
        .translit(Translit::LookAlike)
        .cost(CostMode::WithBalance)
        .list_errors()
        .list_operators()
        .charset(Charset::Windows1251);
    let expected = [
        ("fmt", "3"),
        ("charset", "windows-1251"),
        ("phones", "79990000001,G5"),
        ("mes", "Привет,\nмир & ё"),
        ("flash", "1"),
        ("id", "order-77"),
        ("sender", "GLOBUS"),
        ("time", "29.11.26 18:30"),
        ("valid", "02:05"),
        ("translit", "2"),
        ("cost", "3"),
        ("err", "1"),
        ("op", "1"),
    ];
    assert_eq!(body(&request).unwrap(), encoded(Charset::Windows1251, &expected));
}

#[test]
fn each_kind_has_its_parameter() {
    for kind in SendKind::ALL.iter().copied() {
        assert_eq!(SendKind::from_name(kind.name()), Some(kind));
        let phones = if kind == SendKind::Email { ["a@example.com"] } else { ["79990000001"] };
        let body = body(&SendRequest::new(&phones, "a").kind(kind)).unwrap();
        let value = if kind == SendKind::Binary { 2 } else { 1 };
        assert_eq!(body.contains(&format!("&{}={value}", kind.name())), kind != SendKind::Sms, "{body}");
    }
    for request in [SendRequest::hlr(&["79990000001"]), SendRequest::ping(&["79990000001"])] {
        assert!(!body(&request).unwrap().contains("mes="));
    }
}

#[test]
fn times_have_one_of_the_forms_of_the_service() {
    for valid in ["2911261830", "29.11.26 18:30", "29.02.28 00:00", "9-21", "00-24", "01760080210", "+1", "+525600"] {
        let time = SendTime::parse(valid).unwrap_or_else(|| panic!("{valid}"));
        let body = body(&SendRequest::new(&["79990000001"], "a").time(time)).unwrap();
        let encoded: String = form_urlencoded::byte_serialize(valid.as_bytes()).collect();
        assert!(body.ends_with(&format!("&time={encoded}")), "{body}");
    }
    for invalid in ["", "now", "3111261830", "29.11.26 24:00", "29.02.27 00:00", "21-9", "9-25", "+", "+1m", "1760080210", "-5"] {
        assert_eq!(SendTime::parse(invalid), None, "{invalid}");
    }
    let body_of = |time| body(&SendRequest::new(&["79990000001"], "a").time(time)).unwrap();
    assert!(body_of(SendTime::unix(1_760_080_210)).ends_with("&time=01760080210"));
    assert!(body_of(SendTime::in_minutes(90)).ends_with("&time=%2B90"));
}

#[test]
fn validities_are_at_most_a_day() {
    for (text, written) in [("1", "1"), ("24", "24"), ("00:01", "00%3A01"), ("24:00", "24"), ("23:59", "23%3A59")] {
        let validity = Validity::parse(text).unwrap();
        let body = body(&SendRequest::new(&["79990000001"], "a").valid(validity)).unwrap();
        assert!(body.ends_with(&format!("&valid={written}")), "{body}");
    }
    for invalid in ["", "0", "25", "24:01", "00:00", "1:30", "01:60", "-1", "1h"] {
        assert_eq!(Validity::parse(invalid), None, "{invalid}");
    }
}

#[test]
fn wrong_messages_are_found() {
    use RequestErrorKind::{Invalid, Missing, Repeated, TooLong, TooMany};

    assert_eq!(kind_of(&StatusRequest::batch(&[])), (Missing, "id", None));
    assert_eq!(kind_of(&DeleteRequest::batch(&[])), (Missing, "id", None));
    let long = format!("{}@example.com", "a".repeat(254));
    for (phone, kind) in [
        ("", Missing),
        (" ", Missing),
        ("79990000001,79990000002", Invalid),
        ("79990000001;", Invalid),
        ("79990000001\n", Invalid),
        ("12", Invalid),
        ("1234567890123456", Invalid),
        ("+", Invalid),
        (&*long, TooLong { max: 254 }),
    ] {
        let pairs = [requested("1", "79990000001"), requested("2", phone)];
        assert_eq!(kind_of(&StatusRequest::batch(&pairs)), (kind, "phone", Some(1)), "{phone:?}");
        assert_eq!(kind_of(&SendRequest::new(&["79990000001", phone], "a").kind(SendKind::Social)), (kind, "phones", Some(1)));
    }

    // The same message, typed in two ways (R47d); one id of two phones, or two ids of one, are two.
    let pairs = [requested("5", "79990000001"), requested("7", "79990000001"), requested("5", "8 999 000 00 01")];
    assert_eq!(kind_of(&StatusRequest::batch(&pairs)), (Repeated { first: 0 }, "id", Some(2)));
    assert!(body(&StatusRequest::batch(&pairs[..2])).is_ok());

    let phones: Vec<_> = (0..4097).map(|n| format!("79{n:09}")).collect();
    let pairs: Vec<_> = phones.iter().map(|phone| requested("1", phone)).collect();
    assert_eq!(kind_of(&StatusRequest::batch(&pairs)), (TooMany { max: 4096 }, "id", None));
    assert!(body(&StatusRequest::batch(&pairs[..4096])).is_ok());
}

#[test]
fn wrong_parameters_are_found() {
    use RequestErrorKind::{Charset as Lacking, Invalid, Missing, TooLong, Unsupported};

    let phones = &["79990000001"];
    let day = |day| Date::new(2026, 11, day).unwrap();
    let long = "я".repeat(1001);
    let cases: [(&dyn Request, _); 20] = [
        (&SendRequest::new(&[], "a"), (Missing, "phones", None)),
        (&SendRequest::new(phones, ""), (Missing, "mes", None)),
        (&SendRequest::new(phones, &long), (TooLong { max: 1000 }, "mes", None)),
        (&SendRequest::new(phones, "a").sender("abcdefghijkl"), (TooLong { max: 11 }, "sender", None)),
        (&SendRequest::new(phones, "a").sender("1234567890123456"), (TooLong { max: 15 }, "sender", None)),
        (&SendRequest::new(phones, "a").sender("a\nb"), (Invalid, "sender", None)),
        (&SendRequest::new(phones, "a").format(Format::Xml), (Unsupported, "fmt", None)),
        (&SendRequest::new(phones, "a").format(Format::Values).list_errors(), (Unsupported, "err", None)),
        (&SendRequest::new(phones, "a").format(Format::KeyValue).list_operators(), (Unsupported, "op", None)),
        (&SendRequest::new(phones, "a").kind(SendKind::Email), (Invalid, "phones", Some(0))),
        (&SendRequest::new(&["79990000001", "a@example.com"], "a"), (Invalid, "phones", Some(1))),
        (&SendRequest::new(&["nobody"], "a"), (Invalid, "phones", Some(0))),
        (&SendRequest::new(phones, "ab中").charset(Charset::Windows1251), (Lacking { at: 2 }, "mes", None)),
        (&HistoryRequest::day(day(2)).until(day(1)), (Invalid, "end", None)),
        (&HistoryRequest::day(day(1)).count(0), (Invalid, "cnt", None)),
        (&HistoryRequest::day(day(1)).count(1001), (Invalid, "cnt", None)),
        (&HistoryRequest::day(day(1)).format(Format::Values), (Unsupported, "fmt", None)),
        (&IncomingRequest::new().hours(169), (Invalid, "hour", None)),
        (&StatisticsRequest::new(day(2), day(1)), (Invalid, "end", None)),
        (&OperatorRequest::new(""), (Missing, "phone", None)),
    ];
    for (at, (request, expected)) in cases.into_iter().enumerate() {
        assert_eq!(kind_of(request), expected, "case {at}");
    }
    assert!(body(&SendRequest::new(phones, &"я".repeat(1000))).is_ok());
    assert!(body(&SendRequest::new(&["a@example.com"], "a").kind(SendKind::Email).sender("news@example.com")).is_ok());
}

#[test]
fn wrong_credentials_are_found() {
    let error = |credentials: Credentials<'_>| {
        let error = BalanceRequest::new().write_body(&credentials, &mut String::new()).unwrap_err();
        (error.kind(), error.parameter())
    };
    assert_eq!(error(Credentials::api_key("")), (RequestErrorKind::Missing, "apikey"));
    assert_eq!(error(Credentials::login("", "a")), (RequestErrorKind::Missing, "login"));
    assert_eq!(error(Credentials::login("a", "")), (RequestErrorKind::Missing, "psw"));
    assert_eq!(error(Credentials::login("a", "b\n")), (RequestErrorKind::Invalid, "psw"));
}

#[test]
fn a_host_is_a_host_and_nothing_else() {
    for valid in ["smsc.ru", "www2.smsc.ru", "localhost", "127.0.0.1:8080", "a-b.example"] {
        assert!(Server::new(valid).is_ok(), "{valid}");
    }
    for invalid in
        ["", "http://smsc.ru", "smsc.ru/sys", "user@smsc.ru", "smsc.ru:", "smsc.ru:port", "smsc..ru", ".", "smsc.ru?", "а.рф"]
    {
        assert!(Server::new(invalid).is_err(), "{invalid}");
        assert_eq!(Server::SMSC_RU.reserves(&["smsc.ru", invalid]).unwrap_err().item(), Some(1), "{invalid}");
    }
    let mut url = String::new();
    let server = Server::new("127.0.0.1:8080").unwrap().plain_http();
    OperatorRequest::new("79990000001").write_url(&server, &mut url).unwrap();
    assert_eq!(url, "http://127.0.0.1:8080/sys/info.php");
    assert_eq!(Server::SMSC_RU.reserve(3).unwrap().hosts().collect::<Vec<_>>(), ["www5.smsc.ru"]);
    assert_eq!(Server::SMSC_RU.reserve(4), None);
}

#[test]
fn a_get_has_at_most_2000_characters() {
    let written = |messages: u32| {
        let pairs = (0..messages).map(|n| Requested { id: MessageId::new(1_000_000_000 + n).unwrap(), phone: "79990000001" });
        let pairs: Vec<_> = pairs.collect();
        let mut url = String::new();
        let result = StatusRequest::batch(&pairs).write_get_url(&Server::SMSC_RU, &Credentials::api_key("k"), &mut url);
        (result, url)
    };
    let (result, url) = written(70);
    assert!(result.is_ok() && url.len() <= 2000);
    assert!(url.starts_with("https://smsc.ru/sys/status.php?apikey=k&fmt=1&all=0&charset=utf-8&phone=79990000001%2C"), "{url}");
    let (result, url) = written(80);
    assert_eq!(result.unwrap_err().kind(), RequestErrorKind::UrlTooLong { max: 2000 });
    assert_eq!(url, "");
}

#[test]
fn an_output_that_is_full_is_an_error() {
    struct Full(usize);
    impl fmt::Write for Full {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            self.0 = self.0.checked_sub(text.len()).ok_or(fmt::Error)?;
            Ok(())
        }
    }
    let request = SendRequest::new(&["79990000001"], "text");
    let len = request.body_len(&KEY).unwrap();
    for room in 0..len {
        let error = request.write_body(&KEY, &mut Full(room)).unwrap_err();
        assert_eq!(error.kind(), RequestErrorKind::Output);
    }
    assert!(request.write_body(&KEY, &mut Full(len)).is_ok());
}

/// Writes every `Debug` and every error of requests with these secrets.
fn everything_shown(secret: &str, phone: &str, text: &str) -> String {
    let mut shown = String::new();
    let bad = format!("{phone},{phone}");
    let pairs = [requested("1", phone), requested("2", &bad)];
    let phones = [phone, &bad];
    let requests: [&dyn RequestWithDebug; 7] = [
        &StatusRequest::batch(&pairs),
        &StatusRequest::one(pairs[0]),
        &DeleteRequest::batch(&pairs),
        &SendRequest::new(&phones, text).sender(text),
        &HistoryRequest::day(Date::new(2026, 11, 29).unwrap()).phones(&phones),
        &IncomingRequest::new().to(&bad),
        &OperatorRequest::new(&bad),
    ];
    let control = format!("{secret}\n");
    for credentials in [Credentials::api_key(secret), Credentials::login(secret, secret), Credentials::login(secret, &control)] {
        write!(shown, "{credentials:?}").unwrap();
        for request in requests {
            write!(shown, "{request:?}").unwrap();
            if let Err(error) = request.write_body(&credentials, &mut String::new()) {
                write!(shown, "{error} {error:?}").unwrap();
            }
            let mut masked = String::new();
            let _ = request.write_body(&credentials.masked(), &mut masked);
            assert!(!masked.contains(secret));
        }
    }
    shown
}

trait RequestWithDebug: Request + fmt::Debug {}
impl<R: Request + fmt::Debug> RequestWithDebug for R {}

#[test]
fn nothing_secret_or_personal_is_shown() {
    let shown = everything_shown("s3cret", "79991112233", "private words");
    assert!(shown.contains("invalid") && shown.contains("StatusRequest"), "{shown}");
    for hidden in ["s3cret", "79991112233", "1112233", "private"] {
        assert!(!shown.contains(hidden), "{hidden}: {shown}");
    }
}

proptest! {
    #[test]
    fn a_text_is_encoded_as_a_standard_encoder_does(text in "[ -~а-яёА-ЯЁ№—\n\t]{1,200}", charset in 0..3_usize) {
        let charset = Charset::ALL[charset];
        let request = SendRequest::new(&["79990000001"], &text).charset(charset);
        let lacks = encoding(charset).encode(&text).2;
        match body(&request) {
            Ok(body) => {
                prop_assert!(!lacks);
                let parameters = [("fmt", "3"), ("charset", charset.name()), ("phones", "79990000001"), ("mes", &text)];
                prop_assert_eq!(body, encoded(charset, &parameters));
            }
            Err(error) => {
                prop_assert!(lacks);
                prop_assert!(matches!(error.kind(), RequestErrorKind::Charset { .. }), "{}", error);
            }
        }
    }

    #[test]
    fn any_text_in_utf_8_is_encoded_as_a_standard_encoder_does(text in "\\PC{1,100}") {
        let parameters = [("fmt", "3"), ("charset", "utf-8"), ("phones", "79990000001"), ("mes", &*text)];
        prop_assert_eq!(body(&SendRequest::new(&["79990000001"], &text)).unwrap(), encoded(Charset::Utf8, &parameters));
    }

    #[test]
    fn lists_are_encoded_as_a_standard_encoder_does(
        messages in prop::collection::vec((1..=2_147_483_647_u32, "[+]?[0-9]{3,15}|[0-9 ()+-]{4}[0-9]{3,8}"), 1..200)
    ) {
        let pairs: Vec<_> = messages.iter().map(|(id, phone)| Requested { id: MessageId::new(*id).unwrap(), phone }).collect();
        let list = |items: Vec<String>| format!("{}{}", items.join(","), if items.len() == 1 { "," } else { "" });
        let (phones, ids) = (list(messages.iter().map(|(_, phone)| phone.clone()).collect()), list(messages.iter().map(|(id, _)| id.to_string()).collect()));
        let parameters = [("fmt", "1"), ("all", "0"), ("charset", "utf-8"), ("phone", &*phones), ("id", &*ids)];
        match body(&StatusRequest::batch(&pairs)) {
            Ok(body) => prop_assert_eq!(body, encoded(Charset::Utf8, &parameters)),
            Err(error) => prop_assert!(matches!(error.kind(), RequestErrorKind::Repeated { .. } | RequestErrorKind::Invalid), "{}", error),
        }
    }
}
