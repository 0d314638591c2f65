//! Incoming messages: listed by get.php, and notified (R64a, R70).

use smsc_proto::Charset;
use smsc_proto::callback::{Callback, CallbackEvent, CallbackFormat, Secret};
use smsc_proto::calls::{IncomingQuery, IncomingReply};
use smsc_standin::{Provider, ReceiveError, Request, Scenario, Time};

/// 28 November 2026, 12:00 in Moscow.
const NOON: Time = Time::from_seconds(1_795_856_400);

fn at(seconds: u64) -> Time {
    Time(NOON.0 + seconds * 1_000)
}

fn provider(scenario: &str) -> Provider {
    Provider::new(Scenario::parse(scenario).unwrap())
}

fn body(provider: &mut Provider, form: &str, now: Time) -> Vec<u8> {
    let form = format!("login=demo&psw=demo&get_answers=1&fmt=3&{form}");
    let response = provider.handle(&Request::post("/sys/get.php", form.as_bytes()), now);
    assert_eq!(response.status, 200);
    response.body
}

/// Returns the ids, phones and texts of the listed messages, or the number of the error.
fn listed(provider: &mut Provider, form: &str, now: Time) -> Result<Vec<(u32, String, String)>, u32> {
    let body = body(provider, &format!("charset=utf-8&{form}"), now);
    match IncomingQuery::new().charset(Charset::Utf8).read(&body).unwrap() {
        IncomingReply::Messages(messages) => Ok(messages
            .map(Result::unwrap)
            .map(|message| (message.id.number().unwrap(), message.phone.to_string(), message.message.unwrap().to_string()))
            .collect()),
        IncomingReply::Error(error) => Err(error.code.0),
    }
}

fn ids(provider: &mut Provider, form: &str, now: Time) -> Vec<u32> {
    listed(provider, form, now).unwrap().into_iter().map(|(id, ..)| id).collect()
}

#[test]
fn planned_messages_are_received_in_the_order_of_their_times() {
    let mut provider = provider(
        "[[incoming]]\nafter='2m'\nphone='79990000002'\ntext='later'\nto='79160000000'
         [[incoming]]\nafter='1m'\nphone='8 999 000-00-01'\ntext='''yes, \"1\"\n2'''\nto='79160000000'",
    );
    provider.start(at(0));
    assert_eq!(listed(&mut provider, "", at(59)), Ok(vec![]));
    let first = (1, "79990000001".to_owned(), "yes, \"1\"\n2".to_owned());
    assert_eq!(listed(&mut provider, "", at(60)), Ok(vec![first.clone()]));
    let second = (2, "79990000002".to_owned(), "later".to_owned());
    assert_eq!(listed(&mut provider, "", at(500)), Ok(vec![first, second]));
    let text = String::from_utf8(body(&mut provider, "", at(500))).unwrap();
    assert!(text.contains("\"received\": \"28.11.2026 12:01:00\"") && text.contains("\"to_phone\": \"79160000000\""), "{text}");
}

#[test]
fn the_first_request_is_the_start() {
    let mut provider = provider("[[incoming]]\nafter='1m'\nphone='79990000001'\ntext='a'\nto='79160000000'");
    assert_eq!((listed(&mut provider, "", at(100)).unwrap().len(), listed(&mut provider, "", at(160)).unwrap().len()), (0, 1));
}

#[test]
fn messages_are_chosen() {
    let mut provider = provider("");
    for (hour, to) in [(0, "79160000000"), (1, "79260000000"), (2, "79160000000")] {
        provider.receive(None, "79990000001", "text", to, at(3_600 * hour)).unwrap();
    }
    let now = at(3_600 * 3);
    assert_eq!(ids(&mut provider, "", now), [1, 2, 3]);
    assert_eq!(ids(&mut provider, "hour=1", now), [0; 0]);
    assert_eq!(ids(&mut provider, "hour=2", now), [3]);
    assert_eq!(ids(&mut provider, "hour=168", now), [1, 2, 3]);
    assert_eq!(ids(&mut provider, "after_id=1", now), [2, 3]);
    assert_eq!(ids(&mut provider, "to_phone=%2B79160000000", now), [1, 3]);
    assert_eq!(ids(&mut provider, "after_id=1&to_phone=89160000000", now), [3]);
    assert_eq!(listed(&mut provider, "hour=soon", now), Err(1));
    let form = b"login=demo&psw=demo&get_answers=1&fmt=3&hour=169";
    assert_eq!(provider.handle(&Request::post("/sys/get.php", form), now).status, 501);
}

#[test]
fn every_account_has_its_own_messages() {
    let mut provider = provider("[[account]]\n[[account]]\nlogin='other'");
    assert_eq!(provider.receive(Some("other"), "79990000001", "a", "79160000000", at(0)), Ok(1));
    assert_eq!(ids(&mut provider, "", at(1)), [0; 0]);
    let receive = |provider: &mut Provider, login, phone, to| provider.receive(login, phone, "a", to, at(0));
    assert_eq!(receive(&mut provider, Some("nobody"), "79990000001", "79160000000"), Err(ReceiveError::Account));
    assert_eq!(receive(&mut provider, None, "a@example.org", "79160000000"), Err(ReceiveError::Phone));
    assert_eq!(receive(&mut provider, None, "79990000001", ""), Err(ReceiveError::Phone));
}

#[test]
fn three_like_requests_a_minute_are_answered() {
    let mut provider = provider("");
    let asked: Vec<_> = [0, 1, 2, 3, 60].map(|second| listed(&mut provider, "hour=1", at(second)).err()).into();
    assert_eq!(asked, [None, None, None, Some(9), None]);
}

#[test]
fn a_text_is_in_the_charset_of_the_request() {
    let mut provider = provider("");
    provider.receive(None, "79990000001", "Я 👋", "79160000000", at(0)).unwrap();
    for charset in [Charset::Windows1251, Charset::Koi8R, Charset::Utf8] {
        let body = body(&mut provider, &format!("charset={}", charset.name()), at(0));
        let Ok(IncomingReply::Messages(messages)) = IncomingQuery::new().charset(charset).read(&body) else { panic!("no list") };
        let texts: Vec<_> = messages.map(|message| message.unwrap().message.unwrap().to_string()).collect();
        assert_eq!(texts, ["Я 👋"], "{charset:?}");
    }
}

#[test]
fn an_incoming_message_is_notified_and_signed() {
    for (name, charset) in [("windows-1251", Charset::Windows1251), ("koi8-r", Charset::Koi8R), ("utf-8", Charset::Utf8)] {
        let callback = format!("url='http://a', charset='{name}', sha1='s3cret', md5='s3cret'");
        let mut provider = provider(&format!(
            "[[account]]\ncallback={{ {callback} }}
             [[incoming]]\nafter='1m'\nphone='79990000001'\ntext='Я: да:нет & 1+1=2'\nto='79160000000'"
        ));
        provider.start(at(0));
        assert_eq!((provider.next_notification(), provider.notifications(at(59)).len()), (Some(at(60)), 0));
        let notifications = provider.notifications(at(100));
        let [notification] = &notifications[..] else { panic!("{notifications:?}") };
        assert_eq!((notification.kind, notification.at, provider.next_notification()), ("incoming", at(60), None));
        let mut body = notification.body.clone();
        let callback = Callback::parse(&mut body, CallbackFormat::Form, charset).unwrap();
        let verified = callback.verify(&Secret::new(b"s3cret").unwrap()).unwrap();
        assert!(callback.verify(&Secret::new(b"s3cre").unwrap()).is_err());
        let CallbackEvent::Incoming(message) = verified.event() else { panic!("no message") };
        assert_eq!((message.mes().to_string(), message.to().unwrap() == "79160000000"), ("Я: да:нет & 1+1=2".to_owned(), true));
        assert_eq!(message.sms_id().unwrap(), "1");
    }
}

#[test]
fn an_empty_text_is_notified() {
    let mut provider = provider("[[account]]\ncallback = { url = 'http://a', sha1 = 's3cret' }");
    provider.receive(None, "79990000001", "", "79160000000", at(0)).unwrap();
    let mut body = provider.next_due(at(0)).unwrap().body;
    let callback = Callback::parse(&mut body, CallbackFormat::Form, Charset::Utf8).unwrap();
    let verified = callback.verify(&Secret::new(b"s3cret").unwrap()).unwrap();
    assert_eq!(verified.event().name(), "incoming");
}

#[test]
fn wrong_scenarios_are_refused() {
    let error = |text: &str| Scenario::parse(text).unwrap_err().to_string();
    assert_eq!(
        error("[[account]]\n[[incoming]]\naccount='x'\nafter='1m'\nphone='79990000001'\ntext='a'\nto='79160000000'"),
        "incoming 1: no account has its login"
    );
    assert_eq!(
        error("[[incoming]]\nafter='1m'\nphone='k3y'\ntext='a'\nto='79160000000'"),
        "incoming 1: its phone or its to is no phone"
    );
    let scenario = Scenario::parse("[[incoming]]\nafter='1m'\nphone='79990000001'\ntext='k3y'\nto='79160000000'").unwrap();
    let shown = format!("{scenario:?}");
    assert!(!shown.contains("k3y") && !shown.contains("79990000001"), "{shown}");
}
