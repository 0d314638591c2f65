//! Replies of the other calls: the cases of `testdata/calls/`, and properties of any bytes.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use smsc_proto::calls::{
    Balance, BalanceQuery, BalanceReply, Incoming, IncomingQuery, IncomingReply, Operator, OperatorQuery, OperatorReply, SendQuery,
    SendReply, SentPhone, SentPhones, Statistics, StatisticsQuery, StatisticsReply,
};
use smsc_proto::{ApiError, Charset, CostMode, Endpoint, Error, ErrorKind, Format, MessageId};

/// The options of a case.
#[derive(Clone, Copy, Debug)]
struct Call<'c> {
    name: &'c str,
    format: Format,
    charset: Charset,
    cost: CostMode,
}

const FORMATS: [Format; 4] = [Format::KeyValue, Format::Values, Format::Xml, Format::Json];
const CALLS: [&str; 5] = ["send", "balance", "incoming", "statistics", "operator"];

impl Call<'_> {
    /// Parses a body, and returns the lines of a case.
    fn lines(&self, body: &[u8]) -> Vec<Value> {
        self.read(body).unwrap_or_else(|_| vec![malformed()])
    }

    fn read(&self, body: &[u8]) -> Result<Vec<Value>, Error> {
        let (format, charset) = (self.format, self.charset);
        Ok(match self.name {
            "send" => match SendQuery::new(format, self.cost).charset(charset).read(body)? {
                SendReply::Error(error) => vec![api_error(&error)],
                SendReply::Sent(sent) => vec![object([
                    ("id", Some(id(sent.id))),
                    ("cnt", Some(json!(sent.count))),
                    ("cost", sent.cost.map(text)),
                    ("balance", sent.balance.map(text)),
                    ("code", sent.code.map(text)),
                    ("phones", phones(sent.phones)),
                ])],
                SendReply::Price(price) => vec![object([
                    ("cost", Some(text(price.cost))),
                    ("cnt", Some(json!(price.count))),
                    ("phones", phones(price.phones)),
                ])],
            },
            "balance" => match BalanceQuery::new(format).charset(charset).read(body)? {
                BalanceReply::Error(error) => vec![api_error(&error)],
                BalanceReply::Balance(Balance { amount, credit, currency, .. }) => {
                    vec![object([("balance", Some(text(amount))), ("credit", credit.map(text)), ("currency", currency.map(text))])]
                }
            },
            "incoming" => match IncomingQuery::new().charset(charset).read(body)? {
                IncomingReply::Error(error) => vec![api_error(&error)],
                IncomingReply::Messages(messages) => {
                    messages.map(|message| message.map_or_else(|_| malformed(), |message| incoming(&message))).collect()
                }
            },
            "statistics" => match StatisticsQuery::new(format).charset(charset).read(body)? {
                StatisticsReply::Error(error) => vec![api_error(&error)],
                StatisticsReply::Rows(rows) => rows.map(|row| row.map_or_else(|_| malformed(), |row| statistics(&row))).collect(),
            },
            "operator" => match OperatorQuery::new(format).charset(charset).read(body)? {
                OperatorReply::Error(error) => vec![api_error(&error)],
                OperatorReply::Operator(found) => vec![operator(&found)],
            },
            other => panic!("{other} is not a call"),
        })
    }
}

fn malformed() -> Value {
    json!({"malformed": true})
}

#[expect(clippy::needless_pass_by_value, reason = "for `Option::map`")]
fn text(text: impl ToString) -> Value {
    Value::String(text.to_string())
}

fn id(id: MessageId<'_>) -> Value {
    id.number().map_or_else(|| text(id), |number| json!(number))
}

fn object<const N: usize>(members: [(&str, Option<Value>); N]) -> Value {
    let present = members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(present.collect::<Map<_, _>>())
}

fn api_error(error: &ApiError<'_>) -> Value {
    object([("error_code", Some(json!(error.code.0))), ("error", error.text.map(text)), ("id", error.id.map(id))])
}

fn phones(phones: SentPhones<'_>) -> Option<Value> {
    let phone = |phone: SentPhone<'_>| {
        object([
            ("phone", Some(text(phone.phone))),
            ("mccmnc", phone.mccmnc.map(text)),
            ("status", phone.status.map(text)),
            ("error", phone.error.map(text)),
            ("cost", phone.cost.map(text)),
        ])
    };
    let phones: Vec<Value> = phones.map(|found| found.map_or_else(|_| malformed(), phone)).collect();
    (!phones.is_empty()).then_some(Value::Array(phones))
}

fn incoming(message: &Incoming<'_>) -> Value {
    object([
        ("id", Some(id(message.id))),
        ("phone", Some(text(message.phone))),
        ("message", message.message.map(text)),
        ("to_phone", message.to_phone.map(text)),
        ("sent", message.sent.map(text)),
        ("received", message.received.map(text)),
    ])
}

fn statistics(row: &Statistics<'_>) -> Value {
    object([
        ("login", row.login.map(text)),
        ("sms", Some(json!(row.count))),
        ("credit", row.credit.map(text)),
        ("debit", row.debit.map(text)),
        ("currency", row.currency.map(text)),
    ])
}

fn operator(operator: &Operator<'_>) -> Value {
    object([
        ("country", operator.country.map(text)),
        ("operator", operator.operator.map(text)),
        ("region", operator.region.map(text)),
        ("mcc", operator.mcc.map(text)),
        ("mnc", operator.mnc.map(text)),
        ("tz", operator.tz.map(text)),
    ])
}

/// A case of a file, and its body.
fn cases(name: &str) -> Vec<(Value, Vec<u8>)> {
    let path = testkit::cases::folder().join("calls").join(format!("{name}.json"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("cannot read {name}.json: {error}"));
    let cases: Vec<Value> = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}.json is not a list: {error}"));
    let body = |case: Value| {
        let hex = case["body_hex"].as_str().unwrap();
        let pairs = (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap());
        let body = pairs.collect();
        (case, body)
    };
    cases.into_iter().map(body).collect()
}

fn call(case: &Value) -> Call<'_> {
    let query = &case["query"];
    let number = |name: &str| query[name].as_u64().and_then(|number| u8::try_from(number).ok());
    let charset = query["charset"].as_str().map_or(Charset::Windows1251, |name| Charset::from_name(name).unwrap());
    Call {
        name: query["call"].as_str().unwrap(),
        format: FORMATS[usize::from(number("fmt").unwrap())],
        charset,
        cost: number("cost").map_or(CostMode::Send, |number| CostMode::try_from(number).unwrap()),
    }
}

#[test]
fn the_cases() {
    for name in CALLS {
        for (case, body) in cases(name) {
            let found = Value::Array(call(&case).lines(&body));
            assert_eq!(found, case["expect"], "{name}.json, {}: {}", case["name"], String::from_utf8_lossy(&body));
            assert_eq!(case["query"]["call"], name, "{}", case["name"]);
            if let Some(shown) = case["body"].as_str() {
                let text = smsc_proto::Text::new(&body, call(&case).charset);
                assert!(text == shown, "{name}.json, {}: body is not body_hex", case["name"]);
            }
        }
    }
}

/// Checks that a reply of fmt 3 is malformed wherever it is cut.
#[test]
fn every_cut_of_a_reply_of_fmt_3_is_an_error() {
    for name in CALLS {
        for (case, body) in cases(name) {
            let call = call(&case);
            let is_valid = call.format == Format::Json && !call.lines(&body).contains(&malformed());
            let end = body.iter().rposition(|byte| matches!(byte, b'}' | b']')).filter(|_| is_valid).unwrap_or(0);
            for cut in 0..end {
                let lines = call.lines(&body[..cut]);
                assert_eq!(lines.last(), Some(&malformed()), "{name}.json, {}, cut at {cut}", case["name"]);
            }
        }
    }
}

#[test]
fn kinds_and_offsets_of_errors() {
    let send = |cost, body: &str| match SendQuery::new(Format::Json, cost).read(body.as_bytes()) {
        Err(error) => (error.kind().to_string(), error.offset()),
        Ok(reply) => panic!("{reply:?}"),
    };
    assert_eq!(send(CostMode::Send, r#"{"id":7,"cnt":"x"}"#), ("invalid cnt".to_owned(), 14));
    assert_eq!(send(CostMode::Send, r#"{"id":7}"#), ("missing cnt".to_owned(), 7));
    assert_eq!(send(CostMode::Send, r#"{"cnt":7}"#), ("missing id".to_owned(), 8));
    assert_eq!(send(CostMode::PriceOnly, r#"{"id":7,"cnt":1,"cost":"1"}"#), ("invalid id".to_owned(), 6));
    let error = SendQuery::new(Format::Xml, CostMode::Send).read(b"<result><id>7</id></result>").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsupported);
    let error = SendQuery::new(Format::Values, CostMode::WithCost).read(b"7,1").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::FieldCount { found: 2 });
    assert_eq!(error.to_string(), "byte 3: expected 3 values: the id, the number of parts and the cost, found 2");

    let second = r#"{"id":0,"phone":"2"}"#;
    let body = format!("\u{feff} [{{\"id\":1,\"phone\":\"2\"}}, {second}]");
    let IncomingReply::Messages(messages) = IncomingQuery::new().read(body.as_bytes()).unwrap() else { unreachable!() };
    let error = messages.last().unwrap().unwrap_err();
    let start = body.find(second).unwrap();
    assert!(matches!(error.kind(), ErrorKind::Value(name) if name.as_str() == "id"), "{error}");
    assert_eq!(error.offset(), start + "{\"id\":".len());
    assert_eq!(error.span(), start..start + second.len());
}

#[test]
fn each_query_names_its_endpoint_and_shows_no_personal_data() {
    assert_eq!(SendQuery::ENDPOINT, Endpoint::Send);
    assert_eq!(BalanceQuery::ENDPOINT, Endpoint::Balance);
    assert_eq!(IncomingQuery::ENDPOINT, Endpoint::History);
    assert_eq!(StatisticsQuery::ENDPOINT, Endpoint::History);
    assert_eq!(OperatorQuery::ENDPOINT, Endpoint::Info);
    let body = br#"{"id":7,"cnt":1,"code":"4821","phones":[{"phone":"79990000001"}]}"#;
    let reply = SendQuery::new(Format::Json, CostMode::Send).read(body).unwrap();
    let shown = format!("{reply:?}");
    assert!(!shown.contains("4821") && !shown.contains("7999"), "{shown}");
    let reply = IncomingQuery::new().read(br#"[{"id":7,"phone":"79990000001","message":"secret"}]"#).unwrap();
    assert!(!format!("{reply:?}").contains("79990000001"), "{reply:?}");
    let IncomingReply::Messages(messages) = reply else { unreachable!() };
    let shown = format!("{:?}", messages.collect::<Vec<_>>());
    assert!(!shown.contains("secret") && !shown.contains("7999"), "{shown}");
    let reply = StatisticsQuery::new(Format::Json).read(br#"[{"login":"alex","sms":1}]"#).unwrap();
    let StatisticsReply::Rows(rows) = reply else { unreachable!() };
    assert!(!format!("{:?}", rows.collect::<Vec<_>>()).contains("alex"));
}

/// Returns texts that are near a reply.
fn near_replies() -> impl Strategy<Value = Vec<u8>> {
    let tokens = [
        "{",
        "}",
        "[",
        "]",
        "\"",
        ":",
        ",",
        "\"id\":",
        "\"cnt\":",
        "\"cost\":",
        "\"phones\":",
        "\"error_code\":",
        "\"balance\":",
        "\"sms\":",
        "\"operator\":",
        "1",
        "-2",
        "1.5",
        "null",
        " ",
        "\n",
        "\\u0031",
        "<result>",
        "</result>",
        "<balance>",
        "</balance>",
        "<error_code>",
        "</error_code>",
        "<![CDATA[",
        "]]>",
        "&amp;",
        "ERROR = ",
        "OK - ",
        " SMS, ID - ",
        " (",
        " SMS)",
        ")",
        " = ",
        ", ",
        "operator",
        "RUR",
        "\u{feff}",
        "я",
    ];
    let token = prop_oneof![
        8 => prop::sample::select(tokens.to_vec()).prop_map(|token| token.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..4),
    ];
    prop::collection::vec(token, 0..24).prop_map(|tokens| tokens.concat())
}

fn any_call() -> impl Strategy<Value = Call<'static>> {
    (prop::sample::select(CALLS.to_vec()), prop::sample::select(FORMATS.to_vec()), 0..4_u8, any::<bool>()).prop_map(
        |(name, format, cost, is_utf8)| Call {
            name,
            format,
            charset: if is_utf8 { Charset::Utf8 } else { Charset::Windows1251 },
            cost: CostMode::try_from(cost).unwrap(),
        },
    )
}

proptest! {
    #[test]
    fn no_bytes_panic(call in any_call(), body in near_replies()) {
        let lines = call.lines(&body);
        prop_assert!(lines.len() <= body.len() + 1);
    }

    /// Checks that every error is within its body.
    #[test]
    fn errors_are_within_the_body(call in any_call(), body in near_replies()) {
        if let Err(error) = call.read(&body) {
            prop_assert!(error.offset() <= body.len());
            prop_assert!(error.span().start <= error.span().end && error.span().end <= body.len());
        }
    }

    /// Checks that a number means the same with and without quotes (R65b).
    #[test]
    fn quotes_around_numbers_mean_nothing(id in 1..=0x7fff_ffff_u32, cnt in 0..1000_u32, whole in any::<u32>(), fraction in 0..10_000_u32) {
        let call = Call { name: "send", format: Format::Json, charset: Charset::Utf8, cost: CostMode::WithBalance };
        let body = |quote: &str| {
            format!(
                "{{\"id\":{quote}{id}{quote},\"cnt\":{quote}{cnt}{quote},\"cost\":{quote}{whole}.{fraction:04}{quote},\
                 \"balance\":{quote}-{whole}.{fraction:04}{quote}}}"
            )
        };
        let bare = call.read(body("").as_bytes()).unwrap();
        prop_assert_eq!(&bare, &call.read(body("\"").as_bytes()).unwrap());
        prop_assert_eq!(&bare[0]["id"], &json!(id));
        prop_assert_eq!(&bare[0]["balance"], &json!(format!("-{whole}.{fraction:04}")));
    }

    /// Checks the amounts of up to 4 digits after the dot, and what is not exact.
    #[test]
    fn amounts_in_ten_thousandths(number in -1_000_000_000_000_i64..1_000_000_000_000, zeros in 0..3_usize) {
        use smsc_proto::calls::Amount;
        let sign = if number < 0 { "-" } else { "" };
        let (whole, fraction) = (number.unsigned_abs() / 10_000, number.unsigned_abs() % 10_000);
        let text = format!("{sign}{whole}.{fraction:04}{}", "0".repeat(zeros));
        let amount = Amount::parse(text.as_bytes()).unwrap();
        prop_assert_eq!(amount.ten_thousandths(), Some(number));
        prop_assert_eq!(amount.is_negative(), number < 0);
        let finer = format!("{text}1");
        let finer = Amount::parse(finer.as_bytes()).unwrap();
        prop_assert_eq!(finer.ten_thousandths(), None);
    }
}

#[test]
fn amounts_at_the_limits() {
    use smsc_proto::calls::Amount;
    let units = |text: &'static str| Amount::parse(text.as_bytes()).and_then(Amount::ten_thousandths);
    assert_eq!(units("-922337203685477.5808"), Some(i64::MIN));
    assert_eq!(units("922337203685477.5807"), Some(i64::MAX));
    assert_eq!(units("922337203685477.5808"), None);
    assert_eq!(units("99999999999999999999"), None);
    assert_eq!(units("-0"), Some(0));
    assert!(!Amount::parse(b"-0.00").unwrap().is_negative());
    for none in ["", "-", ".", "1.", ".5", "+1", "--1", "1e3", "1 ", " 1", "1.2.3", "1,2", "-.5"] {
        assert!(Amount::parse(none.as_bytes()).is_none(), "{none}");
    }
}
