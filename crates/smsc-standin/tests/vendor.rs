//! The requests of the vendor's own libraries, with their parameters in their order, and the replies
//! cut as these libraries cut them. Only the host is another one.

use std::fmt::Write as _;

use smsc_standin::{Provider, Request, Response, Scenario, Time};

/// 28 November 2026, 12:00 in Moscow.
const NOON: Time = Time::from_seconds(1_795_856_400);

const PHONE: &str = "79990000001";

fn at(seconds: u64) -> Time {
    Time(NOON.0 + seconds * 1_000)
}

fn provider() -> Provider {
    Provider::new(Scenario::parse("[[account]]\nlogin = 'demo'\npsw = 'k3y pass&'\napikey = 'k3y-api'").unwrap())
}

/// Encodes a value; `plus` is how a space is written.
fn encode(bytes: &[u8], plus: bool) -> String {
    let mut encoded = String::new();
    for byte in bytes {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => encoded.push(char::from(*byte)),
            b' ' if plus => encoded.push('+'),
            _ => write!(encoded, "%{byte:02X}").unwrap(),
        }
    }
    encoded
}

/// How a library writes its requests.
#[derive(Clone, Copy)]
struct Library {
    is_post: bool,
    charset: &'static str,
    plus: bool,
}

/// PHP 3.8 as it is delivered: a GET in windows-1251, and a POST of what is longer than 2,000
/// characters.
const PHP: Library = Library { is_post: false, charset: "windows-1251", plus: true };
const PHP_POST: Library = Library { is_post: true, charset: "utf-8", plus: true };
/// C# encodes a space as a plus, Python as `%20`.
const CSHARP: Library = Library { is_post: false, charset: "utf-8", plus: true };
const PYTHON: Library = Library { is_post: true, charset: "utf-8", plus: false };

const ALL: [Library; 4] = [PHP, PHP_POST, CSHARP, PYTHON];

impl Library {
    fn value(self, text: &str) -> String {
        let (bytes, _, _) = encoding_rs::Encoding::for_label(self.charset.as_bytes()).unwrap().encode(text);
        encode(&bytes, self.plus)
    }

    /// Asks a script: the credentials, `fmt=1` and the charset come first.
    fn ask(self, provider: &mut Provider, script: &str, arguments: &str, now: Time) -> String {
        let login = self.value("demo");
        let psw = self.value("k3y pass&");
        let form = format!("login={login}&psw={psw}&fmt=1&charset={}&{arguments}", self.charset);
        let path = format!("/sys/{script}.php");
        let request = if self.is_post || form.len() > 2_000 {
            let content_type = Some("application/x-www-form-urlencoded");
            Request { content_type, ..Request::post(&path, form.as_bytes()) }
        } else {
            Request { query: form.as_bytes(), ..Request::post(&path, b"") }
        };
        let response = provider.handle(&request, now);
        assert_eq!(response.status, 200, "{}", String::from_utf8_lossy(&response.body));
        let encoding = encoding_rs::Encoding::for_label(self.charset.as_bytes()).unwrap();
        encoding.decode_without_bom_handling(&response.body).0.into_owned()
    }

    /// Asks a script, and cuts the reply at its commas.
    fn values(self, provider: &mut Provider, script: &str, arguments: &str, now: Time) -> Vec<String> {
        self.ask(provider, script, arguments, now).split(',').map(str::to_owned).collect()
    }

    fn send(self, provider: &mut Provider, text: &str, id: u32, more: &str) -> Vec<String> {
        let arguments = format!("cost=3&phones={PHONE}&mes={}&translit=0&id={id}{more}", self.value(text));
        self.values(provider, "send", &arguments, NOON)
    }
}

#[test]
fn a_message_is_sent() {
    for library in ALL {
        let mut provider = provider();
        let text = "Ваш пароль: 1, 2 & 3+4";
        assert_eq!(library.send(&mut provider, text, 7, ""), ["7", "1", "2.12", "997.88"]);
        // Without an id of its own, a library sends the id 0.
        assert_eq!(library.send(&mut provider, "b", 0, "")[1..], ["1", "2.12", "995.76"]);
        // The error has the id before it, and the number after a minus.
        assert_eq!(library.send(&mut provider, text, 7, ""), ["0", "-9"]);
        let faulty = "cost=3&phones=123&mes=a&translit=0&id=9";
        assert_eq!(library.values(&mut provider, "send", faulty, NOON), ["9", "-7"]);
        let sender = format!("&sender={}&time={}&valid=01:00&maxsms=3", library.value("GLOBUS"), library.value("+10"));
        assert_eq!(library.send(&mut provider, "later", 10, &sender)[..2], ["10", "1"]);
        assert_eq!(library.values(&mut provider, "status", &format!("phone={PHONE}&id=10&all=0"), at(599))[0], "-1");
    }
}

#[test]
fn every_format_of_the_libraries_is_sent() {
    let formats = ["flash=1", "push=1", "hlr=1", "bin=1", "bin=2", "ping=1", "mms=1", "mail=1", "call=1", "viber=1", "soc=1"];
    let mut provider = provider();
    for (id, format) in (1..).zip(formats) {
        let (phone, text) = match format {
            "hlr=1" | "ping=1" => (PHONE, ""),
            "mail=1" => ("a%40example.org", "a"),
            "bin=2" => (PHONE, "0605040B8423F0DC"),
            _ => (PHONE, "a"),
        };
        let arguments = format!("cost=3&phones={phone}&mes={text}&translit=0&id={id}&{format}");
        let sent = PHP.values(&mut provider, "send", &arguments, NOON);
        assert_eq!(sent[..2], [id.to_string(), "1".to_owned()], "{format}");
        let status = PHP.values(&mut provider, "status", &format!("phone={phone}&id={id}&all=0"), at(5));
        assert_eq!((&*status[0], status.len()), ("1", if format == "hlr=1" { 11 } else { 3 }), "{format}");
    }
}

#[test]
fn a_price_is_told() {
    for library in ALL {
        let mut provider = provider();
        let arguments = format!("cost=1&phones={PHONE}&mes={}&translit=0", library.value("я".repeat(71).as_str()));
        assert_eq!(library.values(&mut provider, "send", &arguments, NOON), ["4.24", "2"]);
        // With a list, the phones and the text are empty.
        let list = library.value("79990000001:Ваш пароль: 123\n79990000002:Ваш пароль: 456");
        let arguments = format!("cost=1&phones=&mes=&translit=0&list={list}");
        assert_eq!(library.values(&mut provider, "send", &arguments, NOON), ["4.24", "2"]);
        assert_eq!(provider.message_count(), 0);
    }
}

#[test]
fn one_status_is_cut_at_its_commas() {
    for library in ALL {
        let mut provider = provider();
        library.send(&mut provider, "один, два", 7, "&sender=shop");
        let ask =
            |provider: &mut Provider, all: u32| library.values(provider, "status", &format!("phone={PHONE}&id=7&all={all}"), at(5));
        assert_eq!(ask(&mut provider, 0), ["1", "1795856404", "0"]);
        // The libraries join what is after eight or eleven values, where the text is.
        for (all, limit) in [(1, 9), (2, 12)] {
            let values = ask(&mut provider, all);
            let joined = values.join(",");
            let cut: Vec<_> = joined.splitn(limit, ',').collect();
            assert_eq!((cut.len(), cut[3], cut[4]), (limit, "1795856400", PHONE), "all={all}");
            assert_eq!((cut[limit - 4], cut[limit - 3]), ("2.12", "shop"), "all={all}");
            assert!(cut[limit - 1].starts_with("один, два,"), "all={all}");
        }
    }
}

#[test]
fn an_hlr_reply_has_its_sender_where_the_libraries_look() {
    let mut provider = provider();
    let arguments = format!("cost=3&phones={PHONE}&mes=&translit=0&id=7&hlr=1");
    assert_eq!(PHP.values(&mut provider, "send", &arguments, NOON)[..2], ["7", "1"]);
    for (all, index) in [(1, 14), (2, 17)] {
        let values = PHP.values(&mut provider, "status", &format!("phone={PHONE}&id=7&all={all}"), at(5));
        assert_eq!(values[index], "HLR", "all={all}");
    }
}

#[test]
fn a_batch_is_cut_at_its_lines() {
    let mut provider = provider();
    for id in [1, 2] {
        PHP.send(&mut provider, &format!("text {id}"), id, "");
    }
    let arguments = format!("phone={PHONE}%2C{PHONE}&id=1%2C2&all=0");
    let reply = PHP.ask(&mut provider, "status", &arguments, at(5));
    let rows: Vec<Vec<_>> = reply.split('\n').map(|line| line.split(',').collect()).collect();
    assert_eq!(rows, [["1", "1795856404", "0", "1", PHONE], ["1", "1795856404", "0", "2", PHONE]]);
    // An error is one line with a minus at its third place.
    let reply = PHP.ask(&mut provider, "status", &arguments, at(6));
    assert_eq!((reply.split('\n').count(), reply.find('-')), (1, Some(2)));
}

#[test]
fn a_long_list_is_posted() {
    let mut provider = Provider::new(Scenario::parse("[[account]]\npsw = 'k3y pass&'").unwrap());
    let phones: Vec<_> = (0..200).map(|phone| format!("7999{phone:07}")).collect();
    let arguments = format!("cost=3&phones={}&mes=a&translit=0&id=7", encode(phones.join(",").as_bytes(), true));
    assert_eq!(PHP.values(&mut provider, "send", &arguments, NOON), ["7", "200", "424.00", "576.00"]);
}

#[test]
fn a_balance_is_one_value() {
    for library in ALL {
        let mut provider = provider();
        assert_eq!(library.values(&mut provider, "balance", "", NOON), ["1000.00"]);
        let request = Request::post("/sys/balance.php", b"login=demo&psw=wrong&fmt=1&charset=utf-8&");
        assert_eq!(provider.handle(&request, NOON).body, b"0,-2");
    }
}

/// Posts as the library for JavaScript 1.2 does: every request is a multipart body, and the reply is
/// JSON.
fn post(provider: &mut Provider, script: &str, fields: &[(&str, &str)], now: Time) -> serde_json::Value {
    let boundary = "--------------------------804132914852069313462457";
    let mut body = String::new();
    let credentials = [("fmt", "3"), ("login", "demo"), ("psw", "k3y pass&"), ("charset", "utf-8")];
    for (name, value) in credentials.iter().chain(fields) {
        write!(body, "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").unwrap();
    }
    write!(body, "--{boundary}--\r\n").unwrap();
    let content_type = format!("multipart/form-data; boundary={boundary}");
    let path = format!("/sys/{script}.php");
    let request = Request { content_type: Some(&content_type), ..Request::post(&path, body.as_bytes()) };
    let Response { status, body, .. } = provider.handle(&request, now);
    assert_eq!(status, 200, "{}", String::from_utf8_lossy(&body));
    serde_json::from_slice(&body).unwrap()
}

#[test]
fn javascript_posts_multipart_bodies() {
    let mut provider = provider();
    let sent = post(&mut provider, "send", &[("phones", PHONE), ("mes", "Привет, мир"), ("id", "7")], NOON);
    assert_eq!((sent["id"].as_u64(), sent["cnt"].as_u64(), &sent["error_code"]), (Some(7), Some(1), &serde_json::Value::Null));
    // The kind of a message is a field after the charset.
    let called = post(&mut provider, "send", &[("call", "1"), ("phones", PHONE), ("mes", "a"), ("id", "8")], NOON);
    assert_eq!(called["id"].as_u64(), Some(8));
    let list = post(&mut provider, "send", &[("list", "79990000001:a\n79990000002:b\n"), ("id", "9")], NOON);
    assert_eq!(list["cnt"].as_u64(), Some(2));
    let price = post(&mut provider, "send", &[("phones", PHONE), ("mes", "b"), ("cost", "1")], NOON);
    assert_eq!(price["cost"].as_str(), Some("2.12"));
    let status = post(&mut provider, "status", &[("id", "7"), ("all", "1"), ("phone", PHONE)], at(5));
    assert_eq!((status["status"].as_i64(), status["message"].as_str()), (Some(1), Some("Привет, мир")));
    let statuses = post(&mut provider, "status", &[("id", "7,8"), ("phone", &format!("{PHONE},{PHONE}"))], at(5));
    assert_eq!(statuses.as_array().map(Vec::len), Some(2));
    let balance = post(&mut provider, "balance", &[("cur", "1")], NOON);
    assert_eq!((balance["balance"].as_str(), balance["currency"].as_str()), (Some("991.52"), Some("RUR")));
    let refused = post(&mut provider, "send", &[("phones", "123"), ("mes", "c")], NOON);
    assert_eq!((refused["error"].as_str(), refused["error_code"].as_u64()), (Some("invalid number"), Some(7)));
}

#[test]
fn an_empty_login_makes_javascript_send_a_key() {
    let mut provider = provider();
    let body = "--x\r\nContent-Disposition: form-data; name=\"fmt\"\r\n\r\n3\r\n--x\r\nContent-Disposition: form-data; name=\"apikey\"\r\n\r\nk3y-api\r\n\
                --x\r\nContent-Disposition: form-data; name=\"charset\"\r\n\r\nutf-8\r\n--x--\r\n";
    let content_type = Some("multipart/form-data; boundary=x");
    let request = Request { content_type, ..Request::post("/sys/balance.php", body.as_bytes()) };
    assert_eq!(provider.handle(&request, NOON).body, b"{\n\"balance\": \"1000.00\"\n}");
}
