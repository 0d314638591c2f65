//! Older layouts of fmt 1, each read back with the query of the request (R22 to R24).

use smsc_proto::request::{Credentials, Request as _, StatusRequest};
use smsc_proto::{Detail, Format, MessageId, Reply, Requested, SingleReply, StatusCode};
use smsc_standin::{Provider, Request, Scenario, Time};

/// 28 November 2026, 12:00 in Moscow.
const NOON: Time = Time::from_seconds(1_795_856_400);

const LATER: Time = Time(NOON.0 + 5_000);

const TEXT: &str = "mes=Hello%0A~~~%0Anote";

fn provider(layout: &str) -> Provider {
    let scenario = format!("[limits]\nstatus = 1000\nbatch = 1000\n[[account]]\nlayout = '{layout}'");
    let mut provider = Provider::new(Scenario::parse(&scenario).unwrap());
    for (form, id) in [(TEXT, 1), ("mes=b", 2), ("hlr=1", 3)] {
        let body = format!("login=demo&psw=demo&sender=shop&phones=79160000001&id={id}&{form}");
        assert_eq!(provider.handle(&Request::post("/sys/send.php", body.as_bytes()), NOON).status, 200);
    }
    provider
}

fn pair(id: u32) -> Requested<'static> {
    Requested { id: MessageId::new(id).unwrap(), phone: "79160000001" }
}

fn ask(provider: &mut Provider, request: &StatusRequest<'_>) -> Vec<u8> {
    let mut body = String::new();
    request.write_body(&Credentials::login("demo", "demo"), &mut body).unwrap();
    let response = provider.handle(&Request::post("/sys/status.php", body.as_bytes()), LATER);
    assert_eq!(response.status, 200);
    response.body
}

/// Returns the text of a reply about one message, after it was read back: its status, and its message
/// with `all=1` and `all=2`.
fn one(provider: &mut Provider, id: u32, detail: Detail) -> String {
    let pair = pair(id);
    let request = StatusRequest::one(pair).format(Format::Values).detail(detail);
    let body = ask(provider, &request);
    let Ok(SingleReply::Record(record)) = request.query().read_one(&body) else { panic!("no record") };
    assert_eq!((record.status(), record.is_hlr(), record.is_ambiguous()), (StatusCode::DELIVERED, id == 3, false));
    assert_eq!(record.last_timestamp(), Some(NOON.seconds() + 4));
    if detail != Detail::Status {
        assert_eq!(record.message().unwrap(), ["Hello", "b", ""][id as usize - 1]);
        assert!(record.phone().unwrap() == "79160000001");
    }
    String::from_utf8_lossy(&body).into_owned()
}

/// Reads a batch back, and returns its text.
fn batch(provider: &mut Provider, detail: Detail) -> String {
    let pairs = [pair(1), pair(2), pair(3)];
    let request = StatusRequest::batch(&pairs).format(Format::Values).detail(detail);
    let body = ask(provider, &request);
    let Ok(Reply::Records(records)) = request.query().read(&body) else { panic!("no records") };
    let records: Vec<_> = records.map(Result::unwrap).collect();
    for (record, pair) in records.iter().zip(&pairs) {
        assert_eq!((record.id(), record.status(), record.is_ambiguous()), (Some(pair.id), StatusCode::DELIVERED, false));
    }
    assert_eq!((records.len(), records[2].is_hlr()), (3, true));
    if detail != Detail::Status {
        assert_eq!(records[0].message().unwrap(), "Hello");
    }
    String::from_utf8_lossy(&body).into_owned()
}

const DETAILS: [Detail; 3] = [Detail::Status, Detail::Message, Detail::Full];

#[test]
fn the_current_layout_ends_in_comment_and_type() {
    let mut provider = provider("current");
    assert_eq!(one(&mut provider, 1, Detail::Status), "1,1795856404,0");
    assert!(one(&mut provider, 1, Detail::Message).ends_with(",Hello,note,0"));
    for detail in DETAILS {
        one(&mut provider, 3, detail);
        batch(&mut provider, detail);
    }
}

#[test]
fn without_err_the_reply_ends_at_its_timestamp() {
    let mut provider = provider("without-err");
    assert_eq!(one(&mut provider, 1, Detail::Status), "1,1795856404");
    assert!(one(&mut provider, 1, Detail::Message).ends_with(",Hello,note,0"));
    one(&mut provider, 3, Detail::Status);
    // A batch of these lines was never recorded.
    let body = b"login=demo&psw=demo&fmt=1&id=1,2&phone=79160000001,79160000001";
    assert_eq!(provider.handle(&Request::post("/sys/status.php", body), LATER).status, 501);
    // One that is not found stays as it is.
    let body = b"login=demo&psw=demo&fmt=1&id=9&phone=79160000001";
    let body = provider.handle(&Request::post("/sys/status.php", body), LATER).body;
    assert!(body.starts_with(b"-3,"));
}

#[test]
fn without_type_the_reply_ends_at_its_message() {
    let mut provider = provider("without-type");
    assert!(one(&mut provider, 1, Detail::Message).ends_with(",Hello"));
    assert!(one(&mut provider, 1, Detail::Full).ends_with(",Hello"));
    assert!(batch(&mut provider, Detail::Full).contains(",Hello,1\n"));
    for detail in DETAILS {
        one(&mut provider, 3, detail);
        batch(&mut provider, detail);
    }
}

#[test]
fn without_comment_the_reply_ends_at_message_and_type() {
    let mut provider = provider("without-comment");
    assert!(one(&mut provider, 1, Detail::Message).ends_with(",Hello,0"));
    assert!(batch(&mut provider, Detail::Message).contains(",Hello,0,1\n"));
    for detail in DETAILS {
        one(&mut provider, 3, detail);
        batch(&mut provider, detail);
    }
}

#[test]
fn in_the_spaced_layout_there_are_spaces() {
    let mut provider = provider("spaced");
    assert_eq!(one(&mut provider, 1, Detail::Status), "1,1795856404,0");
    assert!(one(&mut provider, 1, Detail::Message).ends_with(",Hello, note, 0"));
    assert!(one(&mut provider, 2, Detail::Full).ends_with(",b, , 0"));
    assert!(one(&mut provider, 3, Detail::Full).contains(", 1795856400,79160000001,"));
    assert!(batch(&mut provider, Detail::Message).contains(",Hello, note, 0,1\n"));
    for detail in DETAILS {
        one(&mut provider, 3, detail);
        batch(&mut provider, detail);
    }
}

#[test]
fn other_formats_are_not_changed() {
    for layout in ["without-err", "without-type", "without-comment", "spaced"] {
        for format in [Format::KeyValue, Format::Xml, Format::Json] {
            let request = StatusRequest::one(pair(1)).format(format).detail(Detail::Full);
            let bodies = ["current", layout].map(|layout| ask(&mut provider(layout), &request));
            assert_eq!(bodies[0], bodies[1], "{layout} {format:?}");
        }
    }
}
