//! The gate in virtual time.

use std::sync::atomic::{AtomicU64, Ordering};

use super::*;

/// A clock that waits by moving its hands.
#[derive(Default)]
struct Hands(AtomicU64);

impl Clock for Hands {
    fn now(&self) -> Duration {
        Duration::from_millis(self.0.load(Ordering::SeqCst))
    }

    fn wait(&self, time: Duration) {
        self.0.fetch_add(u64::try_from(time.as_millis()).unwrap(), Ordering::SeqCst);
    }

    fn random(&self) -> u32 {
        0
    }
}

/// Returns a gate whose credentials have been accepted, a while ago.
fn gate() -> Gate {
    let gate = Gate::new(GateLimits::default(), Arc::new(Hands::default()));
    gate.try_enter(Rule::Balance, 0).unwrap().accepted();
    gate.clock().wait(Duration::from_secs(1_000));
    gate
}

fn seconds(count: u64) -> Duration {
    Duration::from_secs(count)
}

#[test]
fn one_message_is_asked_for_five_times_a_minute() {
    let gate = gate();
    for _ in 0..5 {
        drop(gate.try_enter(Rule::Status, 1).unwrap());
        gate.clock().wait(seconds(1));
    }
    let until = gate.try_enter(Rule::Status, 1).unwrap_err();
    assert_eq!(until, Closed::Until(seconds(1_000 + 61)));
    assert!(gate.try_enter(Rule::Status, 2).is_ok());
    drop(gate.enter(Rule::Status, 1, Duration::MAX).unwrap());
    assert_eq!(gate.clock().now(), seconds(1_061));
}

#[test]
fn a_batch_counts_from_its_end() {
    let gate = gate();
    let batch = gate.try_enter(Rule::Batch, 1).unwrap();
    assert_eq!(gate.try_enter(Rule::Batch, 2).unwrap_err(), Closed::Busy);
    gate.clock().wait(seconds(30));
    drop(batch);
    assert_eq!(gate.try_enter(Rule::Batch, 3).unwrap_err(), Closed::Until(seconds(1_030 + 61)));
    assert_eq!(gate.enter(Rule::Batch, 3, seconds(60)).unwrap_err(), Closed::Until(seconds(1_030 + 61)));
    assert!(gate.enter(Rule::Batch, 3, seconds(61)).is_ok());
}

#[test]
fn four_status_requests_are_in_work_at_once() {
    let gate = gate();
    let mut tickets: Vec<_> = (0..4).map(|at| gate.try_enter(Rule::Status, at).unwrap()).collect();
    assert_eq!(gate.try_enter(Rule::Status, 9).unwrap_err(), Closed::Busy);
    assert!(gate.try_enter(Rule::Balance, 0).is_ok());
    // A place rests before it is taken again.
    tickets.pop();
    let rest = GateLimits::default().rest;
    assert_eq!(gate.try_enter(Rule::Status, 9).unwrap_err(), Closed::Until(seconds(1_000) + rest));
    gate.clock().wait(rest);
    assert!(gate.try_enter(Rule::Status, 9).is_ok());
}

#[test]
fn a_waiting_thread_is_let_in_when_another_one_ends() {
    let gate = gate();
    let tickets: Vec<_> = (0..4).map(|at| gate.try_enter(Rule::Status, at).unwrap()).collect();
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| gate.enter(Rule::Status, 9, Duration::MAX).map(drop));
        drop(tickets);
        assert_eq!(waiting.join().unwrap(), Ok(()));
    });
}

#[test]
fn operators_have_two_limits() {
    let gate = gate();
    for at in 0..100 {
        drop(gate.try_enter(Rule::Operator, 2 * at).unwrap());
        gate.clock().wait(Duration::from_millis(20));
    }
    assert!(matches!(gate.try_enter(Rule::Operator, 1_000), Err(Closed::Until(_))));
}

#[test]
fn one_request_is_in_work_before_the_credentials_are_accepted() {
    let gate = Gate::new(GateLimits::default(), Arc::new(Hands::default()));
    let first = gate.try_enter(Rule::Balance, 0).unwrap();
    assert_eq!(gate.try_enter(Rule::Status, 1).unwrap_err(), Closed::Busy);
    first.refused();
    drop(first);
    assert_eq!(gate.try_enter(Rule::Status, 1).unwrap_err(), Closed::Credentials);
    assert_eq!(gate.enter(Rule::Status, 1, Duration::MAX).unwrap_err(), Closed::Credentials);
    gate.renew_credentials();
    let second = gate.try_enter(Rule::Status, 1).unwrap();
    second.accepted();
    assert!(gate.try_enter(Rule::Balance, 0).is_ok());
}

#[test]
fn the_refusal_of_old_credentials_does_not_stop_new_ones() {
    let gate = gate();
    let old = gate.try_enter(Rule::Balance, 0).unwrap();
    gate.renew_credentials();
    old.refused();
    drop(old);
    assert!(gate.try_enter(Rule::Balance, 0).is_ok());
}

#[test]
fn a_block_holds_every_request() {
    let gate = gate();
    let ticket = gate.try_enter(Rule::Balance, 0).unwrap();
    ticket.blocked(seconds(600));
    ticket.blocked(seconds(10));
    drop(ticket);
    assert!(gate.was_blocked());
    assert_eq!(gate.try_enter(Rule::Status, 1).unwrap_err(), Closed::Until(seconds(1_600)));
    gate.clock().wait(seconds(600));
    gate.try_enter(Rule::Status, 1).unwrap().accepted();
    assert!(!gate.was_blocked());
}

#[test]
fn old_keys_are_dropped() {
    let gate = gate();
    for at in 0..10_000 {
        drop(gate.try_enter(Rule::Status, at).unwrap());
        gate.clock().wait(Duration::from_millis(50));
    }
    assert!(gate.lock().len() < 5_000, "{}", gate.lock().len());
}

#[test]
fn what_was_not_sent_counts_towards_no_limit() {
    let gate = gate();
    gate.try_enter(Rule::Send, 1).unwrap().unsent();
    gate.try_enter(Rule::Send, 1).unwrap().unsent();
    drop(gate.try_enter(Rule::Send, 1).unwrap());
    assert_eq!(gate.try_enter(Rule::Send, 1).unwrap_err(), Closed::Until(seconds(1_061)));
}

#[test]
fn refused_credentials_are_known_until_they_change() {
    let gate = gate();
    assert!(!gate.is_refused());
    gate.try_enter(Rule::Balance, 0).unwrap().refused();
    assert!(gate.is_refused());
    gate.renew_credentials();
    assert!(!gate.is_refused());
}
