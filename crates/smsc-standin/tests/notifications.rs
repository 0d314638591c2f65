//! Push notifications, each read and verified with the reader of smsc-proto (R70).

use smsc_proto::callback::{Callback, CallbackErrorKind, CallbackEvent, CallbackField, CallbackFormat, Secret};
use smsc_proto::{Charset, MessageId, StatusCode};
use smsc_standin::{Method, Notification, Provider, ReceiveError, Request, Scenario, Time};

/// 28 November 2026, 12:00 in Moscow.
const NOON: Time = Time::from_seconds(1_795_856_400);

const SIGNED: &str = "[[account]]
callback = { url = 'https://example.org/path-k3y?x=1', charset = 'utf-8', sha1 = 's3cret', md5 = 's3cret' }";

fn at(seconds: u64) -> Time {
    Time(NOON.0 + seconds * 1_000)
}

fn provider(scenario: &str) -> Provider {
    Provider::new(Scenario::parse(scenario).unwrap())
}

fn send(provider: &mut Provider, form: &str, now: Time) {
    let body = format!("login=demo&psw=demo&charset=utf-8&fmt=3&{form}");
    let response = provider.handle(&Request::post("/sys/send.php", body.as_bytes()), now);
    let text = String::from_utf8_lossy(&response.body);
    assert!(response.status == 200 && !text.contains("error"), "{text}");
}

/// Returns the form of a notification: its body, or the query of its URL.
fn form(notification: &Notification) -> Vec<u8> {
    match notification.method {
        Method::Post => notification.body.clone(),
        Method::Get => notification.url.split_once('?').unwrap().1.as_bytes().to_vec(),
    }
}

/// Returns the id, the status and the err of a notification, and the moment of the status.
fn status(notification: &Notification) -> (u32, i32, u32, u64) {
    let mut form = form(notification);
    let callback = Callback::parse(&mut form, CallbackFormat::Form, Charset::Utf8).unwrap();
    let CallbackEvent::Status(record) = callback.unverified() else { panic!("no status") };
    let id = record.id().and_then(MessageId::number).unwrap();
    (id, record.status().0, record.err().unwrap().0, record.last_timestamp().unwrap() - NOON.seconds())
}

fn statuses(provider: &mut Provider, now: Time) -> Vec<(u32, i32, u32, u64)> {
    provider.notifications(now).iter().map(status).collect()
}

#[test]
fn each_status_is_notified_once() {
    let mut provider = provider(SIGNED);
    send(&mut provider, "phones=79990004000&mes=a&id=1", at(0));
    assert_eq!((provider.next_notification(), statuses(&mut provider, at(3))), (Some(at(4)), vec![]));
    assert_eq!(statuses(&mut provider, at(4)), [(1, 1, 0, 4)]);
    assert_eq!(provider.next_notification(), Some(at(34)));
    assert_eq!(statuses(&mut provider, at(100)), [(1, 2, 0, 34)]);
    assert_eq!((provider.next_notification(), statuses(&mut provider, at(1_000_000))), (None, vec![]));
}

#[test]
fn after_a_jump_everything_in_between_is_notified_in_order() {
    let mut provider = provider(SIGNED);
    send(&mut provider, "phones=79990005000&mes=a&id=1", at(0));
    send(&mut provider, "phones=79990002006&mes=a&id=2", at(1));
    send(&mut provider, "phones=79990009023&mes=a&id=3", at(2));
    send(&mut provider, "phones=79990007000&mes=a&id=4", at(2));
    send(&mut provider, "phones=79990006000&mes=a&id=5", at(2));
    send(&mut provider, "phones=79990003000&mes=a&id=6", at(3));
    assert_eq!(
        statuses(&mut provider, at(1_000_000)),
        [(3, 23, 253, 2), (1, 1, 0, 4), (2, 20, 6, 5), (1, 4, 0, 64), (6, 3, 6, 86_403)]
    );
}

#[test]
fn a_later_message_is_notified_after_its_time() {
    let mut provider = provider(SIGNED);
    send(&mut provider, "phones=79990000001&mes=a&id=1&time=%2B10", at(0));
    assert_eq!((provider.next_notification(), provider.notifications(at(603)).len()), (Some(at(604)), 0));
    assert_eq!(statuses(&mut provider, at(604)), [(1, 1, 0, 604)]);
}

#[test]
fn the_status_0_is_notified_on_request() {
    let mut provider = provider("[[account]]\ncallback = { url = 'http://a', handed_over = true }");
    send(&mut provider, "phones=79990000001&mes=a&id=1&time=%2B10", at(0));
    assert_eq!(statuses(&mut provider, at(700)), [(1, 0, 0, 600), (1, 1, 0, 604)]);
}

#[test]
fn a_notification_is_signed() {
    let mut provider = provider("[[account]]\ncallback = { url = 'http://a', sha1 = 'zxc', md5 = 'zxc' }");
    send(&mut provider, "phones=79990000001&mes=a&id=101", at(0));
    let notifications = provider.notifications(at(4));
    let [notification] = &notifications[..] else { panic!("{notifications:?}") };
    let form = String::from_utf8(notification.body.clone()).unwrap();
    // The SHA-1 and the MD5 of `101:79990000001:1:zxc`.
    assert!(form.contains("&sha1=12aae4326965653e1d32e74ee2feb0d845ca2e67"), "{form}");
    assert!(form.contains("&md5=f2ae7df52ec73049c296103b58d0491e"), "{form}");
    let mut body = notification.body.clone();
    let callback = Callback::parse(&mut body, CallbackFormat::Form, Charset::Windows1251).unwrap();
    let verified = callback.verify(&Secret::new(b"zxc").unwrap()).unwrap();
    assert!(verified.covers(CallbackField::Status));
    let error = callback.verify(&Secret::new(b"zxd").unwrap()).unwrap_err();
    assert!(matches!(error.kind(), CallbackErrorKind::WrongSignature(_)), "{error}");
}

#[test]
fn a_status_has_the_documented_fields() {
    let mut provider = provider(SIGNED);
    send(&mut provider, "phones=79160000001&mes=a&id=7&sender=%D0%AF%26%3D%25+%2B", at(0));
    let notifications = provider.notifications(at(4));
    let mut body = notifications[0].body.clone();
    let callback = Callback::parse(&mut body, CallbackFormat::Form, Charset::Utf8).unwrap();
    let CallbackEvent::Status(record) = callback.unverified() else { panic!("no status") };
    assert_eq!((record.status(), record.phone().unwrap() == "79160000001"), (StatusCode::DELIVERED, true));
    assert_eq!(record.last_date().unwrap(), "28.11.2026 12:00:04");
    assert_eq!((record.sms_cnt(), record.cost().unwrap().as_str()), (Some(1), "2.12"));
    assert_eq!((record.message_type().unwrap().0, record.flag().unwrap().0), (0, 0));
    assert_eq!(record.mccmnc().unwrap(), "25001");
    assert_eq!(record.sender_id().unwrap(), "Я&=% +");
    assert!(!record.is_hlr());
    callback.verify(&Secret::new(b"s3cret").unwrap()).unwrap();
}

#[test]
fn an_hlr_request_has_the_fields_of_the_network() {
    let mut provider = provider(SIGNED);
    send(&mut provider, "phones=79160000001&hlr=1&id=7", at(0));
    let notifications = provider.notifications(at(4));
    let mut body = notifications[0].body.clone();
    let callback = Callback::parse(&mut body, CallbackFormat::Form, Charset::Utf8).unwrap();
    let CallbackEvent::Status(record) = callback.unverified() else { panic!("no status") };
    assert!(record.is_hlr());
    assert_eq!((record.mcc().unwrap().to_string(), record.mnc().unwrap().to_string()), ("250".to_owned(), "01".to_owned()));
    assert_eq!(record.net().unwrap(), "МТС");
}

#[test]
fn a_get_has_the_fields_in_its_url() {
    let mut provider =
        provider("[[account]]\ncallback = { url = 'http://a/b?x=1', method = 'GET', charset = 'koi8-r', sha1 = 'zxc' }");
    send(&mut provider, "phones=79990000001&mes=a&id=101&sender=%D0%AF", at(0));
    let notifications = provider.notifications(at(4));
    let [notification] = &notifications[..] else { panic!("{notifications:?}") };
    assert!(notification.url.starts_with("http://a/b?x=1&id=101&phone=79990000001&status=1&"));
    assert_eq!((notification.method.name(), &notification.body[..], notification.content_type), ("GET", &b""[..], ""));
    let mut query = form(notification);
    let callback = Callback::parse(&mut query, CallbackFormat::Form, Charset::Koi8R).unwrap();
    let verified = callback.verify(&Secret::new(b"zxc").unwrap()).unwrap();
    let CallbackEvent::Status(record) = verified.event() else { panic!("no status") };
    assert_eq!(record.sender_id().unwrap(), "Я");
}

#[test]
fn a_call_is_notified() {
    let mut provider = provider(SIGNED);
    assert_eq!(provider.receive_call(None, "+7 999 000-00-01", at(5)), Ok(()));
    assert_eq!(provider.receive_call(Some("nobody"), "79990000001", at(5)), Err(ReceiveError::Account));
    assert_eq!(provider.receive_call(None, "none", at(5)), Err(ReceiveError::Phone));
    let notifications = provider.notifications(at(5));
    let mut body = notifications[0].body.clone();
    let callback = Callback::parse(&mut body, CallbackFormat::Form, Charset::Utf8).unwrap();
    let verified = callback.verify(&Secret::new(b"s3cret").unwrap()).unwrap();
    let CallbackEvent::Call(call) = verified.event() else { panic!("no call") };
    assert_eq!((call.phone().unwrap() == "79990000001", call.ts()), (true, Some(at(5).seconds())));
}

#[test]
fn a_deleted_message_is_not_notified() {
    let mut provider = provider(SIGNED);
    send(&mut provider, "phones=79990000001&mes=a&id=1", at(0));
    send(&mut provider, "phones=79990000002&mes=a&id=2", at(1));
    let delete = b"login=demo&psw=demo&phone=79990000001&id=1&del=1";
    provider.handle(&Request::post("/sys/status.php", delete), at(2));
    assert_eq!(provider.next_notification(), Some(at(5)));
    assert_eq!(statuses(&mut provider, at(10)), [(2, 1, 0, 5)]);
}

#[test]
fn without_a_handler_nothing_is_kept() {
    let mut provider = provider("[[account]]\n[[account]]\nlogin = 'b'\ncallback = { url = 'http://a' }");
    send(&mut provider, "phones=79990000001&mes=a&id=1", at(0));
    assert_eq!(provider.receive_call(Some("demo"), "79990000001", at(0)), Ok(()));
    assert_eq!((provider.next_notification(), provider.notifications(at(1_000)).len()), (None, 0));
}

#[test]
fn many_messages_are_notified_in_order() {
    let mut provider = provider(&format!("{SIGNED}\nbalance = '100000'"));
    for request in 0..20_u64 {
        let phones: Vec<_> = (0..1_000).map(|phone| format!("7999{request:03}{phone:04}")).collect();
        send(&mut provider, &format!("phones={}&mes=a&id={}", phones.join(","), request + 1), at(request));
        assert!(provider.next_notification().is_some());
    }
    let mut last = Time(0);
    let mut count = 0;
    while let Some(notification) = provider.next_due(at(100_000)) {
        assert!(last <= notification.at);
        (last, count) = (notification.at, count + 1);
    }
    assert_eq!(count, 20_000);
}

#[test]
fn nothing_secret_is_shown() {
    let scenario = Scenario::parse(SIGNED).unwrap();
    let mut provider = Provider::new(scenario.clone());
    send(&mut provider, "phones=79990000001&mes=a&id=1", at(0));
    let shown = format!("{scenario:?}{:?}{:?}", provider.notifications(at(4)), provider.accounts()[0].callback);
    for secret in ["s3cret", "k3y", "x=1", "79990000001"] {
        assert!(!shown.contains(secret), "{shown}");
    }
    assert!(shown.contains("https://example.org"));
}

#[test]
fn a_callback_is_checked() {
    let error = |callback: &str| Scenario::parse(&format!("[[account]]\ncallback = {{ {callback} }}")).unwrap_err().to_string();
    assert!(error("url = 'ftp://s3cret'").starts_with("account 1: its callback: its url"));
    assert!(error("url = 'http://a?fmt=3'").contains("not known"));
    assert!(error("url = 'http://a', sha1 = ''").contains("empty secret"));
    assert!(error("url = 'http://a', charset = 'latin1'").contains("expected windows-1251, koi8-r or utf-8"));
    for wrong in ["url = 'http://a', method = 'PUT'", "sha1 = 's3cret'", "url = 'http://a', crc32 = 's3cret'"] {
        assert!(!error(wrong).contains("s3cret"), "{wrong}");
    }
}
