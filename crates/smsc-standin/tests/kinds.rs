//! Every kind of message in every format and level of detail: each field that section 2.2 of the
//! rules lists is there.

use smsc_proto::request::{Credentials, Request as _, StatusRequest};
use smsc_proto::{Detail, Field, Format, MessageId, Reply, Requested, SingleReply};
use smsc_standin::{Provider, Request, Scenario, Time};

/// 28 November 2026, 12:00 in Moscow.
const NOON: Time = Time::from_seconds(1_795_856_400);

const LATER: Time = Time(NOON.0 + 100_000);

const DETAILS: [Detail; 3] = [Detail::Status, Detail::Message, Detail::Full];

fn provider() -> Provider {
    Provider::new(Scenario::parse("[limits]\nstatus = 1000\nbatch = 1000").unwrap())
}

/// Sends a message with the id 7 to a phone.
fn send(provider: &mut Provider, phone: &str, form: &str) {
    let body = format!("login=demo&psw=demo&fmt=1&charset=utf-8&id=7&sender=shop&phones={phone}&{form}");
    let response = provider.handle(&Request::post("/sys/send.php", body.as_bytes()), NOON);
    let text = String::from_utf8_lossy(&response.body);
    assert!(response.status == 200 && text.starts_with("7,") && !text.contains('-'), "{text}");
}

fn ask(provider: &mut Provider, form: &str) -> String {
    let body = format!("login=demo&psw=demo&charset=utf-8&id=7&{form}");
    let response = provider.handle(&Request::post("/sys/status.php", body.as_bytes()), LATER);
    String::from_utf8(response.body).unwrap()
}

/// Sends a message, and returns its status in fmt 1 and all=2 without the date.
fn line(phone: &str, form: &str) -> String {
    let mut provider = provider();
    send(&mut provider, phone, form);
    reads_back(&mut provider, phone, form.contains("hlr"));
    ask(&mut provider, &format!("fmt=1&all=2&phone={phone}"))
}

/// Reads the status back in every format and level of detail, alone and in a batch, and checks the
/// names of its fields.
fn reads_back(provider: &mut Provider, phone: &str, is_hlr: bool) {
    let pair = Requested { id: MessageId::new(7).unwrap(), phone };
    for format in [Format::KeyValue, Format::Values, Format::Xml, Format::Json] {
        for detail in DETAILS {
            let what = format!("{phone} {format:?} {detail:?}");
            let request = StatusRequest::one(pair).format(format).detail(detail);
            let body = reply(provider, &request);
            let Ok(SingleReply::Record(record)) = request.query().read_one(&body) else { panic!("{what}: no record") };
            assert_eq!((record.is_hlr(), record.is_ambiguous()), (is_hlr, false), "{what}");
            names_are_there(&request, &body, is_hlr, &what);
            let pairs = [pair];
            let request = StatusRequest::batch(&pairs).format(format).detail(detail);
            let body = reply(provider, &request);
            let Ok(Reply::Records(records)) = request.query().read(&body) else { panic!("{what}: no records") };
            let records: Vec<_> = records.map(Result::unwrap).collect();
            assert_eq!((records.len(), records[0].id(), records[0].is_hlr()), (1, Some(pair.id), is_hlr), "{what}");
        }
    }
}

fn reply(provider: &mut Provider, request: &StatusRequest<'_>) -> Vec<u8> {
    let mut body = String::new();
    request.write_body(&Credentials::login("demo", "demo"), &mut body).unwrap();
    provider.handle(&Request::post("/sys/status.php", body.as_bytes()), LATER).body
}

/// Checks that the reply has the fields of its kind, all of them and in their order.
fn names_are_there(request: &StatusRequest<'_>, body: &[u8], is_hlr: bool, what: &str) {
    let query = request.query();
    let names: Vec<_> = query.fields(is_hlr).map(Field::name).collect();
    let text = std::str::from_utf8(body).unwrap();
    let found: Vec<&str> = match query.get_format() {
        Format::Json => text.lines().filter_map(|line| line.strip_prefix('"')?.split('"').next()).collect(),
        Format::Xml => text
            .split('<')
            .skip(2)
            .filter(|name| !name.starts_with('/'))
            .map(|name| name.split(['>', '/']).next().unwrap())
            .collect(),
        Format::Values => {
            assert_eq!(text.split(',').count(), names.len(), "{what}: {text}");
            return;
        }
        _ => {
            assert_eq!(text.split(", ").filter(|pair| pair.contains(" =")).count(), names.len(), "{what}: {text}");
            return;
        }
    };
    assert_eq!(found, names, "{what}: {text}");
}

const SMS_VALUES: &str =
    "1,1795856404,0,1795856400,79160000001,Россия,МТС,Москва и Московская область,2.12,shop,Доставлено,Hello,note,0";

#[test]
fn a_message_has_every_field() {
    assert_eq!(line("79160000001", "mes=Hello%0A~~~%0Anote"), SMS_VALUES);
    let mut provider = provider();
    send(&mut provider, "79160000001", "mes=Hello%0A~~~%0Anote");
    assert_eq!(
        ask(&mut provider, "fmt=0&all=2&phone=79160000001"),
        "Status = 1, check_time = 28.11.2026 12:00:04, err = 0, send_date = 28.11.2026 12:00:00, phone = 79160000001, \
         mccmnc = 25001, country = Россия, operator = МТС, operator_orig = МТС, region = Москва и Московская область, \
         cost = 2.12, sender_id = shop, status_name = Доставлено, message = Hello, comment = note, type = 0"
    );
    assert_eq!(
        ask(&mut provider, "fmt=1&all=1&phone=79160000001"),
        "1,1795856404,0,1795856400,79160000001,2.12,shop,Доставлено,Hello,note,0"
    );
    assert_eq!(ask(&mut provider, "fmt=1&phone=79160000001"), "1,1795856404,0");
    let json: serde_json::Value = serde_json::from_str(&ask(&mut provider, "fmt=3&all=2&phone=79160000001")).unwrap();
    assert_eq!((json["flag"].as_i64(), json["sms_cnt"].as_i64(), json["mccmnc"].as_str()), (Some(0), Some(1), Some("25001")));
}

#[test]
fn kinds_of_messages_have_their_types() {
    for (form, kind) in [("flash=1", 1), ("bin=1", 2), ("push=1", 3), ("ping=1", 5), ("mms=1", 6), ("viber=1", 10), ("soc=1", 12)] {
        let expected = SMS_VALUES.replace(",note,0", &format!(",note,{kind}"));
        assert_eq!(line("79160000001", &format!("mes=Hello%0A~~~%0Anote&{form}")), expected);
    }
}

#[test]
fn a_phone_of_an_unknown_network_has_empty_fields() {
    assert_eq!(line("441234567890", "mes=Hello"), "1,1795856404,0,1795856400,441234567890,,,,2.12,shop,Доставлено,Hello,,0");
}

#[test]
fn a_call_has_seconds() {
    assert!(line("79160000001", "mes=Hello&call=1").ends_with(",Hello,,7"));
    let mut provider = provider();
    let text = "a".repeat(100);
    send(&mut provider, "79160000001", &format!("mes={text}&call=1"));
    let json: serde_json::Value = serde_json::from_str(&ask(&mut provider, "fmt=3&all=1&phone=79160000001")).unwrap();
    assert_eq!((json["type"].as_i64(), json["sms_cnt"].as_i64()), (Some(7), Some(7)));
}

#[test]
fn an_email_has_its_address_in_the_place_of_the_phone() {
    let lives = [
        ("a@example.org", "1,1795856404,0", "Доставлено"),
        ("read@example.org", "2,1795856434,0", "Прочитано"),
        ("clicked@example.org", "4,1795856464,0", "Нажата ссылка"),
        ("err-2@example.org", "20,1795856404,2", "Невозможно доставить"),
        ("pending@example.org", "0,1795856400,0", "Передано оператору"),
    ];
    for (address, status, name) in lives {
        let expected = format!("{status},1795856400,{address},,,,2.12,shop,{name},Hello,,8");
        assert_eq!(line(address, "mes=Hello&mail=1&subj=Hi"), expected);
    }
    // A full mailbox.
    let mut provider = provider();
    send(&mut provider, "err-2@example.org", "mes=Hello&mail=1");
    assert_eq!(ask(&mut provider, "fmt=1&phone=err-2@example.org"), "20,1795856404,2");
}

#[test]
fn an_hlr_request_finds_a_subscriber_at_home() {
    let expected = "1,1795856404,0,250019160000001,79160000000,250,01,Россия,МТС,,,1795856400,79160000001,Россия,МТС,\
                    Москва и Московская область,2.12,HLR,Доставлено,,4";
    assert_eq!(line("79160000001", "hlr=1"), expected);
}

#[test]
fn an_hlr_request_finds_a_subscriber_abroad() {
    let expected = "1,1795856404,0,250019160004001,905300000000,250,01,Россия,МТС,Turkey,Turkcell,1795856400,79160004001,\
                    Россия,МТС,Москва и Московская область,2.12,HLR,Доставлено,,4";
    assert_eq!(line("79160004001", "hlr=1"), expected);
}

#[test]
fn an_hlr_request_that_fails_finds_nothing() {
    for (phone, status) in [("79160002006", "20,1795856404,6"), ("79160007000", "0,1795856400,0")] {
        let line = line(phone, "hlr=1");
        assert!(line.starts_with(&format!("{status},,,,,,,,,1795856400,{phone},Россия,МТС,")), "{line}");
        assert!(line.ends_with(",4"), "{line}");
    }
    assert!(line("441234567890", "hlr=1").starts_with("1,1795856404,0,,,,,,,,,1795856400,441234567890,,,,2.12,HLR,"));
}
