//! Every call against the stand-in.
#![cfg(feature = "http")]

mod common;

use common::{Service, pair};
use smsc_client::{Error, Fate, Id, Message, NotSentReason, Status};
use smsc_proto::request::{Date, HistoryRequest, IncomingRequest};
use smsc_proto::{ApiErrorCode, Detail, Field, MessageId, StatusCode};

#[test]
fn a_message_is_sent_and_followed() {
    let service = Service::frozen("");
    let (client, spy, _) = service.client();
    let phones = ["79990000001"];
    let message = Message::new(&phones, "Привет").id(MessageId::new(101).unwrap()).with_balance();
    let Fate::Sent(sent) = client.send(&message).unwrap() else { panic!("not sent") };
    assert_eq!((sent.id, sent.count), (Id::Number(101), 1));
    assert_eq!((sent.cost.as_deref(), sent.balance.as_deref()), (Some("2.12"), Some("997.88")));
    assert_eq!(client.status_of(pair(101, "79990000001")).unwrap().status(), StatusCode(0));
    service.control(r#"{"advance": "4s"}"#);
    let record = client.status_of(pair(101, "79990000001")).unwrap();
    assert_eq!((record.status(), record.last_timestamp()), (StatusCode::DELIVERED, Some(common::NOON + 4)));
    assert_eq!(client.server_date().unwrap().text, "Sat, 28 Nov 2026 09:00:04 GMT");
    for seen in spy.seen().iter() {
        assert!(!seen.url.contains('?'), "{}", seen.url);
    }
}

#[test]
fn a_message_without_an_id_gets_a_number() {
    let service = Service::frozen("");
    let (client, _, _) = service.client();
    let mut ids = Vec::new();
    for phone in ["79990000001", "79990000002"] {
        let Fate::Sent(sent) = client.send(&Message::new(&[phone], "Hello")).unwrap() else { panic!("not sent") };
        let Id::Number(number) = sent.id else { panic!("a text") };
        assert!(client.status_of(pair(number, phone)).unwrap().status() != StatusCode::NOT_FOUND);
        ids.push(number);
    }
    assert_ne!(ids[0], ids[1]);
}

#[test]
fn many_statuses_are_asked_for_in_batches_a_minute_apart() {
    let service = Service::frozen("");
    let (client, spy, hands) = service.client();
    let phones: Vec<_> = (0..250).map(|at| format!("7999000{at:04}")).collect();
    let lists: Vec<_> = phones.iter().map(|phone| [phone.as_str()]).collect();
    for (id, list) in (1..).zip(&lists).take(100) {
        client.send(&Message::new(list, "Hello").id(MessageId::new(id).unwrap())).unwrap();
    }
    let pairs: Vec<_> = (1..).zip(&phones).map(|(id, phone)| pair(id, phone)).collect();
    let client = client.batch(100);
    let mut statuses = client.status(&pairs);
    assert_eq!(spy.count("status.php"), 0);
    let first = statuses.next().unwrap().unwrap();
    assert!(matches!(&first, Status::Record { index: 0, record } if record.id() == MessageId::new(1)), "{first:?}");
    assert_eq!((spy.count("status.php"), statuses.rest().len()), (1, 150));
    let rest: Vec<_> = statuses.map(Result::unwrap).collect();
    assert_eq!(rest.len(), 249);
    for (at, status) in (1..).zip(&rest) {
        let Status::Record { index, record } = status else { panic!("{status:?}") };
        assert_eq!((*index, record.status() == StatusCode::NOT_FOUND), (at, at >= 100));
    }
    assert_eq!(spy.count("status.php"), 3);
    assert!(smsc_client::Clock::now(&*hands).as_secs() >= 120);
}

#[test]
fn messages_are_deleted() {
    let service = Service::frozen("");
    let (client, _, _) = service.client();
    let phones = ["79990000001", "79990000002", "79990000003"];
    let message = Message::new(&phones, "Hello").id(MessageId::new(7).unwrap());
    assert!(matches!(client.send(&message), Ok(Fate::Sent(_))));
    client.delete(&[pair(7, phones[0])]).unwrap();
    client.delete(&[pair(7, phones[1]), pair(7, phones[2])]).unwrap();
    assert_eq!(service.messages(), 0);
    assert_eq!(client.delete(&[pair(7, phones[0])]).unwrap_err().code(), Some(ApiErrorCode::DELETION));
}

#[test]
fn the_account_is_asked_about() {
    let service = Service::frozen("");
    let (client, _, _) = service.client();
    let balance = client.balance().unwrap();
    assert_eq!((&*balance.amount, balance.currency.as_deref()), ("1000.00", Some("RUR")));
    assert!(client.operator("79160000001").unwrap().country.is_some());
    let price = client.price(&Message::new(&["79990000001"], "Hello")).unwrap();
    assert_eq!((&*price.cost, price.count), ("2.12", 1));
    assert_eq!(service.messages(), 0);
}

#[test]
fn the_history_is_read_page_by_page() {
    let service = Service::frozen("");
    let (client, spy, _) = service.client();
    let day = Date::new(2026, 11, 28).unwrap();
    assert_eq!(client.history(HistoryRequest::day(day)).count(), 0);
    let phones: Vec<_> = (0..25).map(|at| format!("7999000{at:04}")).collect();
    for phone in &phones {
        client.send(&Message::new(&[phone], "Hello")).unwrap();
    }
    let before = spy.count("get.php");
    let records: Vec<_> = client.history(HistoryRequest::day(day).count(10)).map(Result::unwrap).collect();
    let found: Vec<_> = records.iter().map(|record| record.phone().unwrap()).collect();
    assert!(found.iter().rev().eq(phones.iter()), "{found:?}");
    assert_eq!(records[0].text(Field::Message), Some("Hello"));
    assert_eq!(spy.count("get.php") - before, 4);
}

#[test]
fn incoming_messages_are_listed() {
    let service = Service::frozen("");
    let (client, _, _) = service.client();
    service.control(r#"{"receive": {"phone": "79990000005", "text": "Да", "to": "79160000000"}}"#);
    let messages = client.incoming(&IncomingRequest::new().hours(1)).unwrap();
    let message = messages[0].as_ref().unwrap();
    assert_eq!((&*message.phone, message.message.as_deref()), ("79990000005", Some("Да")));
}

#[test]
fn details_of_a_message_are_kept() {
    let service = Service::frozen("");
    let (client, _, _) = service.client();
    client.send(&Message::new(&["79990000001"], "Привет").id(MessageId::new(5).unwrap())).unwrap();
    let pairs = [pair(5, "79990000001")];
    let items: Vec<_> = client.status(&pairs).detail(Detail::Full).map(Result::unwrap).collect();
    let [Status::Record { record, .. }] = &items[..] else { panic!("{items:?}") };
    assert_eq!((record.text(Field::Message), record.phone()), (Some("Привет"), Some("79990000001")));
}

#[test]
fn an_invalid_request_is_not_sent() {
    let service = Service::frozen("");
    let (client, spy, _) = service.client();
    let error = client.send(&Message::new(&["12,34"], "Hello")).unwrap_err();
    assert!(matches!(&error, Error::NotSent(error) if matches!(error.reason, NotSentReason::Invalid(_))), "{error}");
    let pairs = [pair(1, "79990000001"), pair(1, "79990000001")];
    assert!(client.status(&pairs).next().unwrap().unwrap_err().is_unsent());
    assert!(client.delete(&[]).unwrap_err().is_unsent());
    assert_eq!(spy.seen().len(), 0);
}

#[test]
fn a_client_that_may_not_wait_says_how_long_it_would() {
    let service = Service::frozen("");
    let (client, _, _) = service.client();
    let client = client.max_wait(std::time::Duration::ZERO);
    let phones = ["79990000001"];
    assert!(matches!(client.send(&Message::new(&phones, "Hello")), Ok(Fate::Sent(_))));
    let error = client.send(&Message::new(&phones, "Hello")).unwrap_err();
    let Error::NotSent(error) = &error else { panic!("{error}") };
    assert!(matches!(error.reason, NotSentReason::Limit { wait: Some(wait) } if wait.as_secs() == 61), "{error:?}");
    assert_eq!(service.count("send.php"), 1);
}
