//! The limits of the service, and what stops every call.
#![cfg(feature = "http")]

mod common;

use std::sync::Arc;
use std::time::{Duration, Instant};

use common::{Fast, Service, Spy, client_of, login, pair};
use smsc_client::{Clock as _, Error, GateLimits, Login, Message, NotSentReason, Status};
use smsc_proto::{ApiErrorCode, MessageId};
use smsc_standin::server::ServerOptions;

const PHONE: &str = "79990000001";

#[test]
fn threads_that_share_a_gate_are_never_refused() {
    const SPEED: u32 = 600;
    let options = ServerOptions { speed: SPEED, latency: Duration::from_millis(1), ..common::frozen() };
    let service = Service::start("", &options);
    let spy = Arc::new(Spy::new());
    let mut limits = GateLimits::default();
    // 10 ms of the machine, whose threads may be late.
    limits.rest = Duration::from_millis(10) * SPEED;
    let clock = Arc::new(Fast(Instant::now(), SPEED));
    let client = client_of(&service.host(), login(), Arc::clone(&spy) as _, Arc::clone(&clock) as _).limits(limits, clock);
    let phones: Vec<_> = (0..500).map(|at| format!("7999000{at:04}")).collect();
    let pairs: Vec<_> = (1..).zip(&phones).map(|(id, phone)| pair(id, phone)).collect();
    std::thread::scope(|scope| {
        for part in pairs.chunks(63) {
            let client = client.clone();
            scope.spawn(move || {
                for pair in part {
                    client.status_of(*pair).unwrap();
                }
                // More often than the limit on one message, which all threads ask for.
                for _ in 0..2 {
                    client.status_of(pair(1, PHONE)).unwrap();
                }
                assert_eq!(client.status(part).filter(|item| matches!(item, Ok(Status::Record { .. }))).count(), part.len());
                client.balance().unwrap();
                client.balance().unwrap();
                client.operator("79160000001").unwrap();
            });
        }
    });
    for seen in spy.seen().iter() {
        let body = seen.result.as_ref().unwrap();
        assert!(!body.contains("error") && !body.contains("-9"), "{}: {body}", seen.url);
    }
    assert_eq!(spy.count("status.php"), 500 + 8 * 3);
}

#[test]
fn ten_thousand_statuses_take_nine_minutes_and_no_refusal() {
    let service = Service::frozen("");
    let (client, spy, hands) = service.client();
    let phones: Vec<_> = (0..10_000).map(|at| format!("7999{at:07}")).collect();
    let pairs: Vec<_> = (1..).zip(&phones).map(|(id, phone)| pair(id, phone)).collect();
    let statuses: Vec<_> = client.status(&pairs).collect();
    assert_eq!(statuses.iter().filter(|item| matches!(item, Ok(Status::Record { .. }))).count(), 10_000);
    assert!(spy.seen().iter().all(|seen| !seen.result.as_ref().unwrap().contains("-9")));
    // Ten batches of 1,000: the first one at once, and the others a minute and a second apart.
    assert_eq!((spy.count("status.php"), hands.now()), (10, Duration::from_secs(9 * 61)));
}

#[test]
fn refused_credentials_stop_every_call_until_they_change() {
    let service = Service::frozen("");
    let (client, spy, _) = service.client_with(Login::password(common::LOGIN, "k3y-wrong"));
    let errors: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| client.balance().unwrap_err())).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(errors.iter().filter(|error| error.code() == Some(ApiErrorCode::AUTHORISATION)).count(), 1);
    let is_stopped = |error: &Error| matches!(error, Error::NotSent(error) if error.reason == NotSentReason::Credentials);
    assert_eq!(errors.iter().filter(|error| is_stopped(error)).count(), 7);
    assert!(is_stopped(&client.send(&Message::new(&[PHONE], "Hello")).unwrap_err()));
    assert!(is_stopped(&client.clone().status_of(pair(1, PHONE)).unwrap_err()));
    assert_eq!((spy.seen().len(), service.journal().len()), (1, 1));

    client.set_login(Login::api_key("k3y-api"));
    assert_eq!(client.balance().unwrap().amount, "1000.00");
    assert_eq!(service.journal().len(), 2);
}

#[test]
fn a_block_of_the_address_is_waited_for() {
    let service = Service::frozen("[limits]\nrefused_logins = 1\n");
    let (wrong, _, _) = service.client_with(Login::password(common::LOGIN, "k3y-wrong"));
    wrong.balance().unwrap_err();
    let (client, spy, hands) = service.client();
    let error = client.balance().unwrap_err();
    assert_eq!(error.code(), Some(ApiErrorCode::IP_BLOCKED));
    assert!(error.to_string().ends_with("send nothing for 10 minutes"), "{error}");
    // Ten minutes later the address is still blocked, and half an hour after that it is not.
    let error = client.balance().unwrap_err();
    assert_eq!((error.code(), hands.now().as_secs()), (Some(ApiErrorCode::IP_BLOCKED), 600));
    assert!(error.to_string().ends_with("send nothing for 30 minutes"), "{error}");
    assert_eq!(client.balance().unwrap().amount, "1000.00");
    assert_eq!((hands.now().as_secs(), spy.seen().len()), (2_400, 3));
}

#[test]
fn too_many_requests_of_another_program_are_waited_for() {
    let service = Service::frozen("");
    let (first, _, _) = service.client();
    let pairs = [pair(1, PHONE), pair(2, PHONE)];
    assert_eq!(first.status(&pairs).map(Result::unwrap).count(), 2);
    let (second, spy, hands) = service.client();
    assert_eq!(second.status(&pairs).map(Result::unwrap).count(), 2);
    assert_eq!(spy.count("status.php"), 2);
    assert!((60..=63).contains(&hands.now().as_secs()), "{:?}", hands.now());
}

#[test]
fn two_refusals_in_a_row_are_waited_for_longer() {
    let service = Service::frozen("[limits]\nbatch = 0\n");
    let (client, spy, hands) = service.client();
    let pairs = [pair(1, PHONE), pair(2, PHONE)];
    let error = client.status(&pairs).next().unwrap().unwrap_err();
    assert_eq!(error.code(), Some(ApiErrorCode::TOO_MANY_REQUESTS));
    assert_eq!(spy.count("status.php"), 3);
    assert!((360..=366).contains(&hands.now().as_secs()), "{:?}", hands.now());
}

#[test]
fn an_unanswered_batch_is_repeated_when_its_minute_is_over() {
    let service = Service::frozen("");
    let (client, spy, hands) = service.client();
    service.control(r#"{"fault": {"kind": "reset", "script": "status.php"}}"#);
    let pairs = [pair(1, PHONE), pair(2, PHONE)];
    assert_eq!(client.status(&pairs).map(Result::unwrap).count(), 2);
    assert_eq!(spy.count("status.php"), 2);
    assert!((60..=63).contains(&hands.now().as_secs()), "{:?}", hands.now());
}

#[test]
fn like_messages_are_a_minute_apart() {
    let service = Service::frozen("");
    let (client, _, hands) = service.client();
    for id in [1, 2] {
        let message = Message::new(&[PHONE], "Hello").id(MessageId::new(id).unwrap());
        assert!(matches!(client.send(&message), Ok(smsc_client::Fate::Sent(_))));
    }
    assert!(hands.now().as_secs() >= 60);
    assert!(service.journal().iter().all(|entry| entry["error"].is_null()));
}
