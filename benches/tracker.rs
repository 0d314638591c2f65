//! The time per message of the decisions of a plan (`poll`, `keys` and `on_reply`) with a thousand
//! and with a million messages in it, beside a sorted set of the times at which they are due.

mod measure;

use std::collections::BTreeSet;
use std::hint::black_box;

use sms_tracker::{AskKind, FixedPlan, GrowingPlan, Key, Plan, PlanConfig, Slots, Tracked};
use smsc_proto::StatusCode;

use crate::measure::Group;

const FEW: usize = 1_000;
const MANY: usize = 1_000_000;

/// 28 November 2026, 12:00 in Moscow, in milliseconds.
const NOON: u64 = 1_795_856_400_000;
/// The time after which each message is due again, in milliseconds.
const HOUR: u64 = 3_600_000;
/// The number of decisions in a run, and of messages in a batch.
const RUN: usize = 1_000;

/// The step from one message to the one that is due after it, in places in memory: messages that were
/// sent one after the other.
const IN_ORDER: u64 = 1;
/// A step without a common factor with the numbers of messages, so that each place is used once: the
/// slots of a decision are not near each other, and a million messages do not fit in a cache.
const MIXED: u64 = 7_919;

fn main() {
    // A million messages are 40 MB, which `FixedPlan` has on the stack before it is in a closure.
    let thread = std::thread::Builder::new().stack_size(512 << 20).spawn(compare).expect("a thread");
    thread.join().expect("the answers are right");
}

fn compare() {
    let (alone, together) = (config(u32::MAX), config(3_000));
    let mut group = Group::new("one decision, for one message", RUN);
    group.add("1,000 messages", singles(GrowingPlan::new(alone, Vec::new(), NOON), FEW, MIXED));
    group.add("1,000,000 messages", singles(GrowingPlan::new(alone, Vec::new(), NOON), MANY, MIXED));
    group.add("1,000,000, in order", singles(GrowingPlan::new(alone, Vec::new(), NOON), MANY, IN_ORDER));
    group.add("heapless, 1,000", singles(FixedPlan::<FEW>::new(alone, heapless::Vec::new(), NOON), FEW, MIXED));
    group.add("heapless, 1,000,000", singles(FixedPlan::<MANY>::new(alone, heapless::Vec::new(), NOON), MANY, MIXED));
    group.add("BTreeSet, 1,000", sorted(FEW));
    group.add("BTreeSet, 1,000,000", sorted(MANY));
    group.time();

    let mut group = Group::new("a batch of 1,000, per message", RUN);
    group.add("1,000 messages", batches(GrowingPlan::new(together, Vec::new(), NOON), FEW, MIXED));
    group.add("1,000,000 messages", batches(GrowingPlan::new(together, Vec::new(), NOON), MANY, MIXED));
    group.add("1,000,000, in order", batches(GrowingPlan::new(together, Vec::new(), NOON), MANY, IN_ORDER));
    group.add("heapless, 1,000", batches(FixedPlan::<FEW>::new(together, heapless::Vec::new(), NOON), FEW, MIXED));
    group.add("heapless, 1,000,000", batches(FixedPlan::<MANY>::new(together, heapless::Vec::new(), NOON), MANY, MIXED));
    group.time();
}

fn config(batch_gap_ms: u32) -> PlanConfig {
    let mut config = PlanConfig::default();
    (config.batch_gap_ms, config.last_gap_s) = (batch_gap_ms, 3_600);
    config
}

/// A plan whose messages are all on the way, and due once an hour, at times that are evenly
/// distributed.
struct Load<S> {
    plan: Plan<S>,
    count: u64,
    /// The number of messages that were due so far.
    due: u64,
    answers: Vec<(Key, StatusCode)>,
}

impl<S: Slots> Load<S> {
    fn new(mut plan: Plan<S>, count: usize, step: u64) -> Self {
        let count = count as u64;
        for number in 0..count {
            let asked = NOON - HOUR + number * step % count * HOUR / count;
            plan.add(Tracked::sent(NOON - 2 * HOUR).asked(asked), NOON).expect("there is room");
        }
        Self { plan, count, due: 0, answers: Vec::new() }
    }

    /// Makes the next request after as many messages have become due, and answers that its messages
    /// are on the way. Returns the number of messages, and fills `answers` with them.
    fn ask(&mut self, messages: u64) -> usize {
        self.due += messages;
        let now = NOON + self.due * HOUR / self.count;
        self.answers.clear();
        let Some(ask) = self.plan.poll(now) else { return 0 };
        self.answers.extend(self.plan.keys(&ask).map(|key| (key, StatusCode::HANDED_OVER)));
        self.plan.on_reply(ask, self.answers.iter().copied(), now);
        self.answers.len()
    }

    /// Checks that within two hours each message is asked for, and that none is asked for again
    /// within a minute; but for those before the move to the archive, which is not within them.
    fn check(mut self, messages: u64, kind: AskKind) -> Self {
        let mut last = vec![None; usize::try_from(self.count).expect("a number of messages")];
        let mut asks = 0_usize;
        for _ in 0..2 * self.count / messages {
            let most = if kind == AskKind::Single { 1 } else { RUN };
            assert!(self.ask(messages) <= most);
            for (key, _) in &self.answers {
                let asked = &mut last[key.index() as usize];
                assert!(asked.is_none_or(|asked| (self.due - asked) * HOUR / self.count >= 60_000), "asked for again too soon");
                *asked = Some(self.due);
            }
            asks += self.answers.len();
        }
        assert!(last.iter().all(Option::is_some), "no message is forgotten");
        assert!(asks >= last.len(), "{asks} of {} messages asked for", last.len());
        assert_eq!(u64::from(self.plan.len()), self.count);
        self
    }
}

/// Returns a run of decisions for one message each.
fn singles<S: Slots>(mut plan: Plan<S>, count: usize, step: u64) -> impl FnMut() {
    // The one batch, of which there is none for 49 days after it.
    plan.batch_was_asked(NOON);
    let mut load = Load::new(plan, count, step).check(1, AskKind::Single);
    move || {
        let mut messages = 0;
        while messages < RUN {
            messages += black_box(load.ask(1));
        }
    }
}

/// Returns a run of a batch.
fn batches<S: Slots>(plan: Plan<S>, count: usize, step: u64) -> impl FnMut() {
    let mut load = Load::new(plan, count, step).check(RUN as u64, AskKind::Batch);
    move || {
        let mut messages = 0;
        while messages < RUN {
            messages += black_box(load.ask(RUN as u64));
        }
    }
}

/// Returns a run of decisions of a set that is sorted by time: the first message is taken out, and
/// put back for an hour later.
fn sorted(count: usize) -> impl FnMut() {
    let count = count as u64;
    let mut set: BTreeSet<_> = (0..count).map(|number| (number * MIXED % count, number)).collect();
    move || {
        for _ in 0..RUN {
            let (due, number) = set.pop_first().expect("a message");
            set.insert((due + count, black_box(number)));
        }
    }
}
