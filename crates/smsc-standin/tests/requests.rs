//! Requests as clients make them: multipart bodies, JSON, lists, and parameters that are not known.

use smsc_proto::calls::{SendQuery, SendReply};
use smsc_proto::{CostMode, Format};
use smsc_standin::{Provider, Request, Response, Scenario, Time};

/// 28 November 2026, 12:00 in Moscow.
const NOON: Time = Time::from_seconds(1_795_856_400);

fn at(seconds: u64) -> Time {
    Time(NOON.0 + seconds * 1_000)
}

fn provider() -> Provider {
    Provider::new(Scenario::default())
}

fn send(provider: &mut Provider, form: &str) -> Response {
    let body = format!("login=demo&psw=demo&charset=utf-8&{form}");
    provider.handle(&Request::post("/sys/send.php", body.as_bytes()), NOON)
}

fn text(response: &Response) -> String {
    assert_eq!(response.status, 200, "{}", String::from_utf8_lossy(&response.body));
    String::from_utf8(response.body.clone()).unwrap()
}

/// Returns the text of a message, and its sender, number of parts and status.
fn status(provider: &mut Provider, phone: &str, id: &str, now: Time) -> (String, String, u64, i64) {
    let form = format!("login=demo&psw=demo&charset=utf-8&fmt=3&all=2&phone={phone}&id={id}");
    let body = text(&provider.handle(&Request::post("/sys/status.php", form.as_bytes()), now));
    let record: serde_json::Value = serde_json::from_str(&body).unwrap();
    let text = |name: &str| record[name].as_str().unwrap_or_default().to_owned();
    (text("message"), text("sender_id"), record["sms_cnt"].as_u64().unwrap_or(0), record["status"].as_i64().unwrap())
}

fn multipart(fields: &[(&str, &str)], end: &str) -> String {
    let part =
        |(name, value): &(&str, &str)| format!("--xyz\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    fields.iter().map(part).chain([end.to_owned()]).collect()
}

#[test]
fn a_multipart_body_is_read() {
    let mut provider = provider();
    let fields = [
        ("fmt", "3"),
        ("login", "demo"),
        ("psw", "demo"),
        ("charset", "utf-8"),
        ("phones", "79990000001"),
        ("mes", "Я & я=1"),
        ("id", "7"),
    ];
    let body = multipart(&fields, "--xyz--\r\n");
    let content_type = Some("multipart/form-data; boundary=xyz");
    let request = Request { content_type, ..Request::post("/sys/send.php", body.as_bytes()) };
    assert_eq!(text(&provider.handle(&request, NOON)), "{\n\"id\": 7,\n\"cnt\": 1\n}");
    assert_eq!(status(&mut provider, "79990000001", "7", at(5)).0, "Я & я=1");
    // A body that was cut has no login.
    for cut in [body.len() - 5, body.len() / 2, 0] {
        let request = Request { content_type, ..Request::post("/sys/send.php", &body.as_bytes()[..cut]) };
        assert_eq!(text(&provider.handle(&request, at(100))), "ERROR = 1 (parameters error)");
    }
}

#[test]
fn a_message_with_a_file_needs_no_text() {
    let mut provider = provider();
    let fields = [("login", "demo"), ("psw", "demo"), ("fmt", "3"), ("phones", "79990000001"), ("mms", "1"), ("id", "7")];
    let file = "--xyz\r\nContent-Disposition: form-data; name=\"file0\"; filename=\"a.jpg\"\r\n\r\n\x01\x02\r\n--xyz--\r\n";
    let with = multipart(&fields, file);
    let without = multipart(&fields, "--xyz--\r\n");
    let mut ask = |body: &str| {
        let content_type = Some("multipart/form-data; boundary=xyz");
        text(&provider.handle(&Request { content_type, ..Request::post("/sys/send.php", body.as_bytes()) }, NOON))
    };
    assert!(ask(&with).contains("\"id\": 7") && ask(&without).contains("\"error_code\": 1"));
}

#[test]
fn the_endpoint_for_json_sends() {
    let mut provider = provider();
    let mut post = |body: &str| provider.handle(&Request::post("/rest/send/", body.as_bytes()), NOON);
    let sent = r#"{"login": "demo", "psw": "demo", "phones": "79990000001", "mes": "Я\n1", "id": 7, "cost": 3, "valid": "1"}"#;
    assert_eq!(text(&post(sent)), "{\n\"id\": 7,\n\"cnt\": 1,\n\"cost\": \"2.12\",\n\"balance\": \"997.88\"\n}");
    let price =
        r#"{"login": "demo", "psw": "demo", "phones": "79990000001", "mes": "b", "cost": "1", "fmt": 3, "charset": "UTF-8"}"#;
    assert_eq!(text(&post(price)), "{\n\"cost\": \"2.12\",\n\"cnt\": 1\n}");
    for (body, code) in
        [("", 1), ("[]", 1), ("{}", 1), (r#"{"login": "demo", "psw": "x"}"#, 2), (r#"{"login": "demo", "psw": "demo"}"#, 1)]
    {
        assert!(text(&post(body)).contains(&format!("\"error_code\": {code}")), "{body}");
    }
    for unknown in [r#""fmt": 1"#, r#""charset": "koi8-r""#] {
        let body = format!("{{\"login\": \"demo\", \"psw\": \"demo\", \"phones\": \"79990000001\", \"mes\": \"c\", {unknown}}}");
        assert_eq!(post(&body).status, 501);
    }
    assert_eq!(status(&mut provider, "79990000001", "7", at(5)).0, "Я\n1");
    assert_eq!(provider.handle(&Request::post("/rest/status/", b"{}"), NOON).status, 404);
}

#[test]
fn a_list_has_a_text_for_each_phone() {
    let mut provider = provider();
    let list = "list=79990000001:one%0A79990000002,79160000001:two: 2%0Ashop|79990000003:%D0%AF%0A";
    assert_eq!(text(&send(&mut provider, &format!("fmt=1&id=7&cost=3&sender=main&{list}"))), "7,4,8.48,991.52");
    let found = |provider: &mut Provider, phone| status(provider, phone, "7", at(5));
    assert_eq!(found(&mut provider, "79990000001"), ("one".to_owned(), "main".to_owned(), 1, 1));
    assert_eq!(found(&mut provider, "79160000001"), ("two: 2".to_owned(), "main".to_owned(), 1, 1));
    assert_eq!(found(&mut provider, "79990000003"), ("Я".to_owned(), "shop".to_owned(), 1, 1));
    assert_eq!(text(&send(&mut provider, "fmt=1&list=79990000001")), "0,-1");
    assert_eq!(text(&send(&mut provider, "fmt=1&id=8&list=1:a%0A2:b")), "8,-8");
    assert_eq!(send(&mut provider, "fmt=1&nl=1&list=79990000001:a%0Ab").status, 501);
}

#[test]
fn a_call_dictates_a_code() {
    let mut provider = provider();
    let form = "login=demo&psw=demo&fmt=3&call=1&mes=code&id=7&phones=79990000001";
    let body = text(&provider.handle(&Request::post("/sys/send.php", form.as_bytes()), NOON));
    let query = SendQuery::new(Format::Json, CostMode::Send);
    let Ok(SendReply::Sent(sent)) = query.read(body.as_bytes()) else { panic!("{body}") };
    let code = sent.code.unwrap().to_string();
    assert!(code.len() == 4 && code.bytes().all(|byte| byte.is_ascii_digit()), "{code}");
    for unknown in ["fmt=1&phones=79990000001", "fmt=0&phones=79990000001", "fmt=3&phones=79990000001,79990000002"] {
        assert_eq!(send(&mut provider, &format!("call=1&mes=code&{unknown}")).status, 501, "{unknown}");
    }
    assert_eq!(text(&send(&mut provider, "fmt=1&id=8&call=1&mes=codes&phones=79990000001")), "8,1");
}

#[test]
fn parameters_are_checked() {
    let mut provider = provider();
    let form = |more: &str| format!("fmt=1&phones=79990000001&mes=a&{more}");
    for wrong in ["translit=3", "tinyurl=2", "maxsms=0", "maxsms=x", "valid=25", "valid=0", "cost=4", "tz=x", "id=-1"] {
        assert_eq!(text(&send(&mut provider, &form(wrong))), "0,-1", "{wrong}");
    }
    let unknown = [
        "period=1&freq=10",
        "bot=@a",
        "flash=1&hlr=1",
        "nl=1",
        "time=20-8",
        "phones=G7",
        "tg=1&phones=@alex",
        "translit=1&mes=%D0%AF",
        "list=79990000001:a",
    ];
    for unknown in unknown {
        assert_eq!(send(&mut provider, &form(unknown)).status, 501, "{unknown}");
    }
    assert_eq!(provider.message_count(), 0);
    let accepted = "translit=0&tinyurl=1&maxsms=3&valid=1:30&subj=b&sender=.&pp=1&userip=192.0.2.1&imgcode=1&param=20,60,2&voice=w&flash=0&id=7";
    assert_eq!(text(&send(&mut provider, &form(accepted))), "7,1");
    assert_eq!(status(&mut provider, "79990000001", "7", at(5)).1, "");
    // 0 means no id, in the official library for PHP.
    assert!(text(&send(&mut provider, "fmt=1&phones=79990000001&mes=b&id=0")).ends_with(",1"));
}

#[test]
fn a_text_is_cut_to_its_greatest_number_of_parts() {
    let mut provider = provider();
    let long = "a".repeat(400);
    assert_eq!(text(&send(&mut provider, &format!("fmt=1&cost=2&id=7&maxsms=2&phones=79990000001&mes={long}"))), "7,2,4.24");
    let (message, _, parts, _) = status(&mut provider, "79990000001", "7", at(5));
    assert_eq!((message.len(), parts), (306, 2));
}

#[test]
fn a_time_is_in_the_zone_of_the_account() {
    let mut provider = Provider::new(Scenario::parse("[[account]]\nzone = 5").unwrap());
    // 14:00 in this zone is noon in Moscow.
    assert_eq!(text(&send(&mut provider, "fmt=1&id=7&phones=79990000001&mes=a&time=28.11.26 14:01")), "7,1");
    assert_eq!([59, 60].map(|second| status(&mut provider, "79990000001", "7", at(second)).3), [-1, 0]);
    assert_eq!(text(&send(&mut provider, "fmt=1&id=8&phones=79990000001&mes=b&time=28.11.26 12:01&tz=0")), "8,1");
    assert_eq!([59, 60].map(|second| status(&mut provider, "79990000001", "8", at(second)).3), [-1, 0]);
}

#[test]
fn every_phone_is_listed_with_its_cost() {
    let mut provider = provider();
    let long = "a".repeat(161);
    let body = text(&send(&mut provider, &format!("fmt=3&op=1&id=7&list=79160000001:a%0A12:b%0A79990000001:{long}")));
    let reply: serde_json::Value = serde_json::from_str(&body).unwrap();
    let costs: Vec<_> = reply["phones"].as_array().unwrap().iter().map(|phone| phone["cost"].as_str()).collect();
    assert_eq!((costs, reply["cnt"].as_u64()), (vec![Some("2.12"), None, Some("4.24")], Some(3)));
}

/// A generator of numbers, the same ones each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

#[test]
fn no_body_stops_the_stand_in() {
    let mut provider = Provider::new(Scenario::parse("[limits]\nfaulty_sends = 1000000\nrefused_logins = 1000000").unwrap());
    let mut numbers = Numbers(1);
    let fields = [
        ("login", "demo"),
        ("psw", "demo"),
        ("fmt", "3"),
        ("phones", "79990000001,+7(999)"),
        ("mes", "\u{44f} a"),
        ("maxsms", "2"),
    ];
    let form =
        "login=demo&psw=demo&list=a,1|79990000001:%D0%AF%0A&time=28.11.26%2012:00&valid=1:30&tz=-3&hour=1&id=7&phone=1&all=2";
    let json = r#"{"login": "demo", "psw": "demo", "phones": "79990000001", "mes": "\u044f", "id": 7}"#;
    let seeds = [multipart(&fields, "--xyz--\r\n"), form.to_owned(), json.to_owned()];
    let types = [None, Some("multipart/form-data; boundary=xyz"), Some("multipart/form-data; boundary=\"x"), Some("text/plain")];
    let paths = ["/sys/send.php", "/sys/status.php", "/sys/get.php", "/sys/info.php", "/rest/send/"];
    for round in 0..30_000 {
        let mut body = seeds[numbers.below(seeds.len())].clone().into_bytes();
        for _ in 0..numbers.below(4) {
            let at = numbers.below(body.len());
            match numbers.below(4) {
                0 => body[at] = u8::try_from(numbers.below(256)).unwrap(),
                1 => body.truncate(at.max(1)),
                2 if body.len() > 1 => drop(body.remove(at)),
                _ => body.insert(at, b"\r\n-:;,|=\"%\xff"[numbers.below(11)]),
            }
        }
        let content_type = types[numbers.below(types.len())];
        let request = Request { content_type, ..Request::post(paths[numbers.below(paths.len())], &body) };
        let response = provider.handle(&request, at(round));
        assert!(matches!(response.status, 200 | 501), "{}", response.status);
    }
}
