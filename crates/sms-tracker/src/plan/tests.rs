//! The work of one call does not depend on the number of messages: slots that are looked at are
//! counted, and not the time.

use alloc::vec::Vec;

use smsc_proto::StatusCode;
use smsc_proto::retry::Failure;

use crate::{AskKind, GrowingPlan, Key, PlanConfig, Tracked};

/// 2026-11-28, 12:00 in Moscow.
const NOON: u64 = 1_795_856_400_000;
const HOUR: u64 = 3_600_000;

/// The most slots that one call has looked at.
#[derive(Default)]
struct Work {
    most: u64,
}

impl Work {
    /// Calls `act` with the plan, and counts its work.
    fn of<T>(&mut self, plan: &mut GrowingPlan, act: impl FnOnce(&mut GrowingPlan) -> T) -> T {
        plan.arena.looks.set(0);
        let result = act(plan);
        self.most = self.most.max(plan.arena.looks.get());
        result
    }
}

/// Returns a plan of messages that were sent long ago or now, all in one second.
fn plan(work: &mut Work, count: u32, sent: u64) -> GrowingPlan {
    let mut plan = GrowingPlan::new(PlanConfig::default(), Vec::new(), NOON);
    for _ in 0..count {
        work.of(&mut plan, |plan| plan.add(Tracked::sent(sent), NOON)).unwrap();
    }
    plan
}

/// Follows every message to its end, and returns the greatest work of a call. A third of the answers
/// is lost, a third says that the messages are not found.
fn follow(work: &mut Work, plan: &mut GrowingPlan, mut now: u64) {
    let mut asks = 0_u32;
    while let Some(wake) = work.of(plan, |plan| plan.next_wake()) {
        now = now.max(wake);
        let Some(ask) = work.of(plan, |plan| plan.poll(now)) else { continue };
        now += 100;
        asks += 1;
        let is_batch = ask.kind() == AskKind::Batch;
        let status = match asks % 3 {
            0 if !is_batch => StatusCode::NOT_FOUND,
            1 => StatusCode::HANDED_OVER,
            _ => StatusCode::DELIVERED,
        };
        let keys: Vec<Key> = work.of(plan, |plan| plan.keys(&ask).collect());
        let answers: Vec<_> = keys.into_iter().map(|key| (key, status)).collect();
        if asks.is_multiple_of(7) {
            work.of(plan, |plan| plan.on_failure(ask, Failure::Unanswered, now, asks));
        } else {
            work.of(plan, |plan| plan.on_reply(ask, answers, now));
        }
        while work.of(plan, GrowingPlan::next_lost).is_some() {}
    }
    assert!(plan.is_empty());
}

/// Messages that were sent at once, that are due at once after a restart, and of a program that was
/// stopped for a time.
fn most_work(count: u32) -> [u64; 3] {
    [(NOON, 0), (NOON - 5 * HOUR, 0), (NOON, 4 * HOUR)].map(|(sent, pause)| {
        let mut work = Work::default();
        let mut plan = plan(&mut work, count, sent);
        follow(&mut work, &mut plan, NOON + pause);
        work.most
    })
}

#[test]
fn the_work_of_a_call_is_bounded() {
    let [few, many] = [5_000, 40_000].map(most_work);
    for (few, many) in few.into_iter().zip(many) {
        assert!(many <= few + few / 10, "{many} looks with eight times as many messages, {few} before");
        // About ten for each message of a batch and each one that becomes due.
        assert!(many <= 30_000, "{many} looks");
    }
}

/// Messages that have become due and are not yet moved for the next request are named as well.
#[test]
fn all_messages_at_risk_are_named() {
    let mut config = PlanConfig::default();
    (config.at_once, config.batch_size) = (1, 2);
    let mut plan = GrowingPlan::new(config, Vec::new(), NOON);
    let sent: Vec<_> = (0..5_000).map(|_| plan.add(Tracked::sent(NOON), NOON).unwrap()).collect();
    plan.server_date(NOON / 1_000, NOON);
    let before_three = NOON + 15 * HOUR - 60_000;
    // Two requests a second are too few for the most of them.
    let named = plan.at_risk(before_three).count();
    assert!(named > sent.len() - 500, "{named}");
}
