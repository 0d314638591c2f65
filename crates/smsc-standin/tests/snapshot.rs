//! The snapshot for people and assertions.

use std::net::{IpAddr, Ipv4Addr};

use smsc_standin::{LimitView, Provider, Request, Scenario, Snapshot, Time};

/// 28 November 2026, 12:00 in Moscow.
const NOON: Time = Time::from_seconds(1_795_856_400);

fn at(seconds: u64) -> Time {
    Time(NOON.0 + seconds * 1_000)
}

fn ask(provider: &mut Provider, script: &str, form: &str, now: Time) {
    let body = format!("login=demo&psw=demo&{form}");
    assert_eq!(provider.handle(&Request::post(&format!("/sys/{script}"), body.as_bytes()), now).status, 200);
}

fn limit<'s>(snapshot: &'s Snapshot, name: &str) -> &'s LimitView {
    snapshot.limits.iter().find(|limit| limit.name == name).unwrap()
}

#[test]
fn messages_are_counted_and_listed() {
    let mut provider = Provider::new(Scenario::parse("[[account]]\ncallback = { url = 'http://a' }").unwrap());
    ask(&mut provider, "send.php", "phones=79990000001,79990002006&mes=Hello&id=7", at(0));
    ask(&mut provider, "send.php", "phones=79990006000&mes=Hello&id=8", at(0));
    ask(&mut provider, "send.php", "phones=79990007000&mes=Hello&id=9", at(5));
    let snapshot = provider.snapshot(at(5));
    let [account] = &snapshot.accounts[..] else { panic!("{snapshot:?}") };
    assert_eq!((&*account.login, &*account.balance, &*account.price), ("d…", "991.52", "2.12"));
    assert_eq!(
        account.statuses.iter().map(|(status, count)| (*status, *count)).collect::<Vec<_>>(),
        [(-3, 1), (0, 1), (1, 1), (20, 1)]
    );
    assert_eq!((account.archived, account.has_callback, &*snapshot.moscow), (0, true, "28.11.2026 12:00:05"));
    let listed: Vec<_> =
        snapshot.messages.iter().map(|message| (&*message.id, message.status, message.err, &*message.phone)).collect();
    assert_eq!(
        listed,
        [("9", 0, 0, "7999*****00"), ("8", -3, 0, "7999*****00"), ("7", 20, 6, "7999*****06"), ("7", 1, 0, "7999*****01")]
    );
    assert_eq!((snapshot.totals.messages, snapshot.totals.requests, snapshot.totals.notifications), (4, 3, 2));
    // Two days later everything with a final status is in the archive.
    let account = &provider.snapshot(at(2 * 86_400)).accounts[0];
    assert_eq!((account.archived, account.statuses.len()), (3, 1));
}

#[test]
fn limits_are_counted() {
    let mut provider = Provider::new(Scenario::default());
    for second in [0, 1, 30] {
        ask(&mut provider, "status.php", "phone=79990000001&id=1", at(second));
    }
    ask(&mut provider, "status.php", "phone=79990000002&id=1", at(30));
    ask(&mut provider, "balance.php", "", at(30));
    let (_, ticket) = provider.begin(&Request::post("/sys/balance.php", b"login=demo&psw=demo"), at(30));
    let snapshot = provider.snapshot(at(30));
    let status = limit(&snapshot, "status");
    assert_eq!((status.limit, status.window, status.counted, status.fullest), (5, 60, 4, 3));
    assert_eq!((limit(&snapshot, "balance").counted, limit(&snapshot, "at_once").counted), (2, 1));
    provider.end(ticket);
    let snapshot = provider.snapshot(at(61));
    assert_eq!((limit(&snapshot, "status").counted, limit(&snapshot, "at_once").fullest), (2, 0));
    assert_eq!(snapshot.limits.len(), 11);
}

#[test]
fn blocked_addresses_are_counted() {
    let mut provider = Provider::new(Scenario::default());
    let peer = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));
    for second in 0..5 {
        let request = Request { peer, ..Request::post("/sys/balance.php", b"login=demo&psw=wrong") };
        provider.handle(&request, at(second));
    }
    assert_eq!(provider.snapshot(at(5)).blocked_until_ms, [at(4 + 1_800).0]);
    assert!(provider.snapshot(at(4 + 1_800)).blocked_until_ms.is_empty());
}

#[test]
fn nothing_secret_is_shown() {
    let mut provider = Provider::new(Scenario::parse("[[account]]\nlogin='longlogin'\npsw='s3cret'\napikey='k3y'").unwrap());
    let body = b"apikey=k3y&phones=79991234567,someone@example.org&mes=Hello&mail=1";
    assert_eq!(provider.handle(&Request::post("/sys/send.php", body), at(0)).status, 200);
    let snapshot = provider.snapshot(at(1));
    let shown = format!("{snapshot:?}{}", serde_json::to_string(&snapshot).unwrap());
    for secret in ["longlogin", "s3cret", "k3y", "79991234567", "someone", "example.org", "Hello"] {
        assert!(!shown.contains(secret), "{secret}");
    }
    assert!(shown.contains("7999*****67") && shown.contains("s…@…"));
}

#[test]
fn fifty_messages_are_listed() {
    let mut provider = Provider::new(Scenario::default());
    for id in 1..=60 {
        ask(&mut provider, "send.php", &format!("phones=79990000001&mes=a{id}&id={id}"), at(0));
    }
    let messages = provider.snapshot(at(0)).messages;
    assert_eq!((messages.len(), &*messages[0].id, &*messages[49].id), (50, "60", "11"));
}
