//! Several watchers share the messages.

use std::collections::BTreeSet;
use std::thread;

use smsc_watch::{ErrorKind, PostgresStore, Store as _, Which};

use crate::common::{NOW, message, of_row, state};
use crate::postgres::{client, database};

const MINUTE: u64 = 60_000;

fn watchers<const N: usize>(test: &str, count: u32) -> [PostgresStore; N] {
    let url = database(test);
    let mut stores = [(); N].map(|()| PostgresStore::open(&url).unwrap());
    let messages: Vec<_> = (1..=count).map(|id| message(id, "79990000020")).collect();
    stores[0].add(&messages, NOW).unwrap();
    stores
}

#[test]
#[ignore = "needs a server: cargo xtask postgres"]
fn watchers_claim_different_messages() {
    let claims = watchers::<4>("share", 2_000).map(|mut store| {
        thread::spawn(move || {
            let mut rows = Vec::new();
            loop {
                let open = store.claim(50, NOW, MINUTE).unwrap();
                rows.extend(open.iter().map(|open| open.row));
                if open.is_empty() {
                    return rows;
                }
            }
        })
    });
    let rows: Vec<_> = claims.into_iter().flat_map(|claim| claim.join().unwrap()).collect();
    let different: BTreeSet<_> = rows.iter().collect();
    assert_eq!((rows.len(), different.len()), (2_000, 2_000));
}

#[test]
#[ignore = "needs a server: cargo xtask postgres"]
fn a_claim_that_expired_is_taken_over() {
    let [mut first, mut second] = watchers("expired", 5);
    let claimed = first.claim(9, NOW, MINUTE).unwrap();
    assert_eq!((claimed.len(), second.claim(9, NOW + MINUTE - 1, MINUTE).unwrap().len()), (5, 0));
    assert!(first.renew(NOW + MINUTE - 1, MINUTE).unwrap());
    assert_eq!(second.claim(9, NOW + MINUTE + 1, MINUTE).unwrap().len(), 0);
    // The first one has stopped for too long.
    let late = NOW + 2 * MINUTE;
    assert_eq!(second.claim(2, late, MINUTE).unwrap(), claimed[..2]);
    assert_eq!(first.asked(&[claimed[0].row], late, false).unwrap_err().kind(), &ErrorKind::Expired);
    assert_eq!(second.claim(9, late, MINUTE).unwrap(), claimed[2..]);
    assert!(!first.renew(late, MINUTE).unwrap());
    assert_eq!(first.claim(9, late, MINUTE).unwrap(), []);
    second.asked(&[claimed[0].row], late, false).unwrap();
}

#[test]
#[ignore = "needs a server: cargo xtask postgres"]
fn a_claim_after_its_lease_is_an_error_once() {
    let [mut first, mut second] = watchers("again", 5);
    first.claim(2, NOW, MINUTE).unwrap();
    let late = NOW + MINUTE;
    assert_eq!(first.claim(9, late, MINUTE).unwrap_err().kind(), &ErrorKind::Expired);
    assert_eq!(first.claim(9, late, MINUTE).unwrap().len(), 5);
    assert_eq!(second.claim(9, late, MINUTE).unwrap(), []);
    first.release().unwrap();
    assert_eq!(second.claim(9, late, MINUTE).unwrap().len(), 5);
    // Watchers without messages leave nothing.
    let left: i64 = client("again").query_one("SELECT count(*) FROM smsc_watch.watchers", &[]).unwrap().get(0);
    assert_eq!(left, 1);
}

#[test]
#[ignore = "needs a server: cargo xtask postgres"]
fn one_watcher_has_each_turn_for_a_batch() {
    let turns = watchers::<4>("turns", 0).map(|mut store| thread::spawn(move || store.take_batch_turn(NOW, MINUTE).unwrap()));
    let turns = turns.map(|turn| turn.join().unwrap());
    assert_eq!(turns.iter().filter(|turn| turn.is_none()).count(), 1);
    assert!(turns.iter().flatten().all(|next| *next == NOW + MINUTE));
}

#[test]
#[ignore = "needs a server: cargo xtask postgres"]
fn a_sink_sees_every_change_of_every_watcher() {
    let [mut sink, one, two, three] = watchers("in_order", 300);
    let reports = [one, two, three].map(|mut store| {
        thread::spawn(move || {
            for open in store.claim(100, NOW, MINUTE).unwrap() {
                store.report(&[of_row(open.row, state(0, 4, 0)), of_row(open.row, state(1, 5, 0))], NOW).unwrap();
            }
        })
    });
    let mut keys = BTreeSet::new();
    loop {
        let is_last = reports.iter().all(thread::JoinHandle::is_finished);
        let changes = sink.changes_after("sink", Which::All, 7).unwrap();
        keys.extend(changes.iter().map(|changed| changed.key.clone()));
        match changes.last() {
            Some(last) => sink.acknowledge("sink", last.seq).unwrap(),
            None if is_last => break,
            None => {}
        }
    }
    for report in reports {
        report.join().unwrap();
    }
    assert_eq!(keys.len(), 600);
}

#[test]
#[ignore = "needs a server: cargo xtask postgres"]
fn one_watcher_has_the_turn_of_a_sink() {
    let [mut first, mut second] = watchers("turn_of_a_sink", 0);
    assert!(first.take_sink("exec").unwrap() && first.take_sink("exec").unwrap());
    assert!(!second.take_sink("exec").unwrap());
    assert!(second.take_sink("webhook").unwrap());
    first.leave_sinks().unwrap();
    assert!(second.take_sink("exec").unwrap());
    // The turn ends with the connection, soon.
    drop(second);
    while !first.take_sink("exec").unwrap() {}
}

#[test]
#[ignore = "needs a server: cargo xtask postgres"]
fn several_watchers_open_a_new_database_at_once() {
    let url = database("at_once");
    let opened = [(); 6].map(|()| {
        let url = url.clone();
        thread::spawn(move || PostgresStore::open(&url).map(|_| ()))
    });
    for result in opened {
        result.join().unwrap().unwrap();
    }
}
