//! Replies of the other calls: the cases of `testdata/calls/`, the core against the oracle, and
//! properties of any bytes.

use proptest::prelude::*;
use serde_json::json;
use smsc_proto::calls::{BalanceQuery, IncomingQuery, IncomingReply, OperatorQuery, SendQuery, StatisticsQuery, StatisticsReply};
use smsc_proto::{CostMode, Endpoint, ErrorKind, Format};
use testkit::calls::{self, Call, Script};
use testkit::generate::cases;
use testkit::parsers::malformed;

#[test]
fn the_cases() {
    for case in calls::load() {
        let found = case.call.lines(&case.body);
        assert_eq!(found, case.expect, "{}: {}", case.name, String::from_utf8_lossy(&case.body));
        assert_eq!(calls::leak(&case.call, &case.body), None, "{}", case.name);
    }
}

/// Checks that a reply of fmt 3 is malformed wherever it is cut.
#[test]
fn every_cut_of_a_reply_of_fmt_3_is_an_error() {
    for case in calls::load() {
        let is_valid = case.call.format() == 3 && !case.call.lines(&case.body).contains(&malformed());
        let end = case.body.iter().rposition(|byte| matches!(byte, b'}' | b']')).filter(|_| is_valid).unwrap_or(0);
        for cut in 0..end {
            let lines = case.call.lines(&case.body[..cut]);
            assert_eq!(lines.last(), Some(&malformed()), "{}, cut at {cut}", case.name);
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

proptest! {
    #![proptest_config(cases(4000))]

    #[test]
    fn replies_are_parsed_as_by_the_oracle((call, body) in calls::reply()) {
        calls::with_oracle(&call, &body).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn mutated_replies_are_parsed_as_by_the_oracle((call, body) in calls::mutated_reply()) {
        // quick-xml checks less than the core does, so the two agree on well-formed bodies alone.
        if call.format() != 2 {
            calls::with_oracle(&call, &body).map_err(TestCaseError::fail)?;
        }
    }

    /// Checks that nothing panics, and that every error is within its body.
    #[test]
    fn errors_are_within_the_body((call, body) in calls::mutated_reply()) {
        match call.read(&body) {
            Ok(lines) => prop_assert!(lines.len() <= body.len() + 1),
            Err(error) => {
                prop_assert!(error.offset() <= body.len());
                prop_assert!(error.span().start <= error.span().end && error.span().end <= body.len());
            }
        }
    }

    #[test]
    fn no_part_of_a_body_is_shown((call, body) in prop_oneof![calls::reply(), calls::mutated_reply()]) {
        prop_assert_eq!(calls::leak(&call, &body), None);
    }

    /// Checks that a number means the same with and without quotes (R65b).
    #[test]
    fn quotes_around_numbers_mean_nothing(id in 1..=0x7fff_ffff_u32, cnt in 0..1000_u32, whole in any::<u32>(), fraction in 0..10_000_u32) {
        let call = Call { script: Script::Send, fmt: 3, cost: 3, charset: "utf-8".to_owned() };
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
