//! Every fault of the stand-in, for a status and for a message.
#![cfg(feature = "http")]

mod common;

use common::{Service, pair};
use smsc_client::{Answer, Clock as _, Error, Fate, Message, Status, TransportFailure};
use smsc_proto::{MessageId, StatusCode};

const PHONE: &str = "79990000001";

/// The faults that leave no reply, and what becomes of them. The request is carried out all the same.
const WITHOUT_REPLY: [&str; 8] = [
    r#""kind": "empty""#,
    r#""kind": "html""#,
    r#""kind": "ok""#,
    r#""kind": "cut", "bytes": 0"#,
    r#""kind": "cut", "bytes": 5"#,
    r#""kind": "stall""#,
    r#""kind": "reset""#,
    r#""kind": "drip", "pause_ms": 100"#,
];

fn add(service: &Service, fault: &str, script: &str, times: u32, is_lost: bool) {
    service.control(&format!(r#"{{"fault": {{{fault}, "script": "{script}", "times": {times}, "lost": {is_lost}}}}}"#));
}

/// Returns whether an error is of the kind that a fault leads to.
fn is_expected(fault: &str, error: &Error) -> bool {
    match error {
        Error::NotAReply(error) if fault.contains("html") => error.answer == Answer::Status(502),
        // `OK` is the reply to a deletion.
        Error::NotAReply(error) if fault.contains("ok") => error.answer == Answer::Other,
        Error::NotAReply(error) => matches!(error.answer, Answer::Body(_)) && fault.contains("empty"),
        Error::Unanswered(error) if fault.contains("stall") || fault.contains("drip") => error.failure == TransportFailure::Timeout,
        Error::Unanswered(error) => error.failure == TransportFailure::Cut && (fault.contains("cut") || fault.contains("reset")),
        _ => false,
    }
}

fn send_one(client: &smsc_client::Client) -> Fate {
    client.send(&Message::new(&[PHONE], "Hello").id(MessageId::new(101).unwrap())).unwrap()
}

#[test]
fn a_status_is_asked_for_once_more() {
    for fault in WITHOUT_REPLY {
        let service = Service::frozen("");
        let (client, spy, hands) = service.client();
        send_one(&client);
        add(&service, fault, "status.php", 1, false);
        let before = hands.now();
        assert!(client.status_of(pair(101, PHONE)).is_ok(), "{fault}");
        assert_eq!(spy.count("status.php"), 2, "{fault}");
        let waited = hands.now().saturating_sub(before).as_millis();
        assert!((1_000..2_000).contains(&waited), "{fault}: {waited} ms");
        add(&service, fault, "status.php", 2, false);
        let error = client.status_of(pair(101, PHONE)).unwrap_err();
        assert!(is_expected(fault, &error), "{fault}: {error:?}");
    }
}

#[test]
fn a_message_without_an_answer_is_looked_up() {
    for fault in WITHOUT_REPLY {
        let service = Service::frozen("");
        let (client, spy, _) = service.client();
        add(&service, fault, "send.php", 1, false);
        let fate = send_one(&client);
        assert!(matches!(fate, Fate::AlreadyAccepted { .. }), "{fault}: {fate:?}");
        assert_eq!((spy.count("send.php"), spy.count("status.php"), service.messages()), (1, 1, 1), "{fault}");
    }
}

#[test]
fn a_lost_message_is_not_sent_again_without_a_history() {
    for fault in WITHOUT_REPLY {
        let service = Service::frozen("");
        let (client, spy, _) = service.client();
        add(&service, fault, "send.php", 1, true);
        let fate = send_one(&client);
        let Fate::Unknown { error, .. } = &fate else { panic!("{fault}: {fate:?}") };
        // A lost request has an empty body.
        assert!(!error.is_unsent() && error.code().is_none(), "{fault}: {error:?}");
        assert_eq!((spy.count("send.php"), service.messages()), (1, 0), "{fault}");
    }
}

#[test]
fn a_lost_message_is_sent_once_more_with_a_history() {
    let service = Service::frozen("");
    let (client, spy, hands) = service.client();
    add(&service, r#""kind": "empty""#, "send.php", 1, true);
    let client = client.keeps_history(true);
    assert!(matches!(send_one(&client), Fate::Sent(_)));
    assert_eq!((spy.count("send.php"), service.messages()), (2, 1));
    assert!(hands.now().as_secs() >= 60);
    let ids: Vec<_> = spy.seen().iter().map(|seen| seen.body.contains("id=101")).collect();
    assert!(ids.iter().all(|has_id| *has_id));
}

#[test]
fn two_lost_messages_are_the_end() {
    let service = Service::frozen("");
    let (client, spy, _) = service.client();
    add(&service, r#""kind": "empty""#, "send.php", 2, true);
    assert!(matches!(send_one(&client.keeps_history(true)), Fate::Unknown { .. }));
    assert_eq!((spy.count("send.php"), service.messages()), (2, 0));
}

#[test]
fn an_unanswered_question_about_a_message_leaves_it_unknown() {
    let service = Service::frozen("");
    let (client, spy, _) = service.client();
    add(&service, r#""kind": "empty""#, "send.php", 1, false);
    add(&service, r#""kind": "html""#, "status.php", 9, false);
    assert!(matches!(send_one(&client.keeps_history(true)), Fate::Unknown { .. }));
    assert_eq!((spy.count("send.php"), spy.count("status.php")), (1, 2));
}

#[test]
fn a_message_to_several_phones_is_looked_up_as_a_batch() {
    let service = Service::frozen("");
    let (client, spy, _) = service.client();
    add(&service, r#""kind": "cut", "bytes": 1"#, "send.php", 1, false);
    let phones = [PHONE, "79990000002", "79990000003"];
    let fate = client.send(&Message::new(&phones, "Hello").id(MessageId::new(5).unwrap())).unwrap();
    assert!(matches!(fate, Fate::AlreadyAccepted { .. }), "{fate:?}");
    assert_eq!((spy.count("send.php"), service.messages()), (1, 3));
}

#[test]
fn a_refused_duplicate_is_looked_up() {
    let service = Service::frozen("");
    let (first, _, _) = service.client();
    send_one(&first);
    // Another program of the login, whose gate knows nothing of the first one.
    let (second, spy, _) = service.client();
    assert!(matches!(send_one(&second), Fate::AlreadyAccepted { .. }));
    assert_eq!((spy.count("send.php"), service.messages()), (1, 1));
}

#[test]
fn a_redirect_is_not_followed() {
    let elsewhere = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    elsewhere.set_nonblocking(true).unwrap();
    let service = Service::frozen("");
    let (client, spy, _) = service.client();
    let fault = format!(r#""kind": "redirect", "to": "http://{}/sys/send.php""#, elsewhere.local_addr().unwrap());
    add(&service, &fault, "status.php", 1, false);
    let error = client.status_of(pair(101, PHONE)).unwrap_err();
    assert!(matches!(&error, Error::NotAReply(error) if error.answer == Answer::Status(302)), "{error:?}");
    assert!(error.to_string().contains("a redirect, which is not followed"), "{error}");
    add(&service, &fault, "send.php", 1, false);
    assert!(matches!(send_one(&client), Fate::Unknown { .. }));
    assert_eq!((spy.count("send.php"), spy.count("status.php")), (1, 1));
    assert_eq!(elsewhere.accept().unwrap_err().kind(), std::io::ErrorKind::WouldBlock);
}

#[test]
fn a_batch_in_another_order_loses_nothing_silently() {
    let service = Service::frozen("");
    let (client, _, _) = service.client();
    let phones = [PHONE, "79990000002", "79990000003"];
    client.send(&Message::new(&phones, "Hello").id(MessageId::new(5).unwrap())).unwrap();
    let pairs = phones.map(|phone| pair(5, phone));
    for fault in ["wrong-order", "doubled"] {
        add(&service, &format!(r#""kind": "{fault}""#), "status.php", 1, false);
        let items: Vec<_> = client.status(&pairs).map(Result::unwrap).collect();
        let records = items.iter().filter(|item| matches!(item, Status::Record { .. })).count();
        let unexpected = items.iter().filter(|item| matches!(item, Status::Unexpected(_))).count();
        let missing = items.iter().filter(|item| matches!(item, Status::Missing { .. })).count();
        assert_eq!(records + missing, 3, "{fault}: {items:?}");
        assert_eq!(records + unexpected, if fault == "doubled" { 4 } else { 3 }, "{fault}: {items:?}");
    }
}

#[test]
fn faults_that_leave_a_reply_do_no_harm() {
    let service = Service::frozen("");
    let (client, spy, _) = service.client();
    // Two of them are about batches, and change nothing else.
    let faults =
        [r#""kind": "wrong-charset""#, r#""kind": "drip", "pause_ms": 0"#, r#""kind": "wrong-order""#, r#""kind": "doubled""#];
    for (text, fault) in ["one", "two", "three", "four"].into_iter().zip(faults) {
        add(&service, fault, "status.php", 1, false);
        assert_eq!(client.status_of(pair(101, PHONE)).unwrap().status(), StatusCode::NOT_FOUND, "{fault}");
        add(&service, fault, "send.php", 1, false);
        assert!(matches!(client.send(&Message::new(&[PHONE], text)), Ok(Fate::Sent(_))), "{fault}");
    }
    assert_eq!((spy.count("status.php"), spy.count("send.php")), (4, 4));
}

#[test]
fn a_deletion_without_an_answer_is_not_repeated() {
    let service = Service::frozen("");
    let (client, spy, _) = service.client();
    send_one(&client);
    add(&service, r#""kind": "empty""#, "status.php", 1, false);
    assert!(matches!(client.delete(&[pair(101, PHONE)]), Err(Error::NotAReply(_))));
    assert_eq!(spy.count("status.php"), 1);
}
