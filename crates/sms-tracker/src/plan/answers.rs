//! The ends of requests.

use smsc_proto::ApiErrorCode;
use smsc_proto::StatusCode;
use smsc_proto::retry::Failure;

use crate::merge::Class;
use crate::plan::arena::{ASKED, LOST};
use crate::plan::ask::{Ask, AskKind};
use crate::plan::clock::seconds;
use crate::plan::lane::{Effect, Lane};
use crate::plan::schedule::SWEEP_GAP;
use crate::plan::slot::{Key, Slots};
use crate::plan::state::Plan;

/// The seconds until the history is asked again for a message that it did not have.
const HISTORY_WAITS: [u32; 3] = [60, 600, 3_600];

impl<S: Slots> Plan<S> {
    /// Ends a request that was answered. `answers` are the statuses of its messages, in any order; of a
    /// history, those that were found. A message that is at its end leaves the plan, and its key is no
    /// longer valid. A message without an answer is asked for again.
    pub fn on_reply(&mut self, ask: Ask, answers: impl IntoIterator<Item = (Key, StatusCode)>, now: u64) {
        self.advance(now);
        if !self.finish(&ask) {
            return;
        }
        self.was_blocked = false;
        let took = self.clock.now().saturating_sub(ask.since);
        if ask.kind == AskKind::Single {
            self.latency = (self.latency.saturating_mul(7).saturating_add(took.clamp(10, 60_000))) / 8;
        }
        self.lane(ask.kind).succeed();
        self.count(ask.kind);
        for (key, status) in answers {
            if self.arena.find(key).is_some_and(|slot| slot.list == ask.list) {
                self.note(key.index, status);
            }
        }
        while let Some(index) = self.arena.first(ask.list) {
            match ask.kind {
                AskKind::History { .. } => self.miss(index),
                _ => self.schedule_next(index),
            }
        }
    }

    /// Notes a status that was learnt in another way, such as from a push notification. A message that
    /// is at its end leaves the plan.
    pub fn on_status(&mut self, key: Key, status: StatusCode, now: u64) {
        self.advance(now);
        let Some(list) = self.arena.find(key).map(|slot| slot.list).filter(|list| *list != LOST) else { return };
        if Class::of(status).is_final() {
            self.end(key.index);
        } else if list < ASKED {
            self.note(key.index, status);
        }
    }

    /// Ends a request that failed. The messages are asked for again, after the time that the core
    /// advises ([`advise`](smsc_proto::retry::advise)) or, if requests fail again and again, after a
    /// longer one. `random` is any random number, so that programs do not go on all at once.
    pub fn on_failure(&mut self, ask: Ask, failure: Failure, now: u64, random: u32) {
        self.advance(now);
        if !self.finish(&ask) {
            return;
        }
        let (now, was_blocked) = (self.clock.now(), self.was_blocked);
        match self.lane(ask.kind).fail(failure, now.saturating_sub(ask.since), now, random, was_blocked) {
            Effect::Pause => {}
            Effect::Block(for_ms) => (self.blocked_until, self.was_blocked) = (now.saturating_add(for_ms.into()), true),
            Effect::Refused => self.is_refused = true,
        }
        if !failure.is_unsent() {
            self.count(ask.kind);
        }
        let wait = match failure {
            failure if failure.is_unsent() => 1,
            // The five requests of a minute may have been another program's.
            Failure::Rejected(ApiErrorCode::TOO_MANY_REQUESTS) => 61,
            _ => SWEEP_GAP,
        };
        self.again(&ask, seconds(now).saturating_add(wait));
    }

    /// Ends a request that was not made, which counts towards no limit, and makes none of its kind for
    /// this time in milliseconds.
    pub fn on_unsent(&mut self, ask: Ask, wait_ms: u64, now: u64) {
        self.advance(now);
        if !self.finish(&ask) {
            return;
        }
        let opens = self.clock.now().saturating_add(wait_ms);
        self.lane(ask.kind).close_until(opens);
        self.again(&ask, seconds(opens));
    }

    fn finish(&mut self, ask: &Ask) -> bool {
        let is_in_work = self.is_in_work(ask);
        if let Some(place) = self.in_work.get_mut(usize::from(ask.list.saturating_sub(ASKED))).filter(|_| is_in_work) {
            *place = None;
        }
        is_in_work
    }

    const fn lane(&mut self, kind: AskKind) -> &mut Lane {
        match kind {
            AskKind::Single => &mut self.single,
            AskKind::Batch => &mut self.batch,
            AskKind::History { .. } => &mut self.history,
        }
    }

    /// Counts a request that the service has, or may have, received: until now at the latest.
    fn count(&mut self, kind: AskKind) {
        let gap = match kind {
            AskKind::Single => return,
            AskKind::Batch => self.config.batch_gap_ms,
            AskKind::History { .. } => self.config.history_gap_ms,
        };
        let opens = self.clock.now().saturating_add(gap.into());
        self.lane(kind).close_until(opens);
    }

    /// Sets the time at which the messages of a request are asked for again.
    fn again(&mut self, ask: &Ask, due: u32) {
        // A time in the future, so that each message leaves the list for the wheel.
        let due = due.max(seconds(self.clock.now()).saturating_add(1));
        while let Some(index) = self.arena.first(ask.list) {
            self.schedule_at(index, due);
        }
    }

    fn note(&mut self, index: u32, status: StatusCode) {
        match Class::of(status) {
            Class::NotFound => self.not_found(index),
            Class::Pending => {
                if let Some(slot) = self.arena.get_mut(index) {
                    (slot.not_found, slot.tries, slot.is_in_history) = (0, 0, false);
                }
                self.schedule_next(index);
            }
            Class::Final | Class::Read | Class::Acted => self.end(index),
        }
    }

    fn end(&mut self, index: u32) {
        self.forget(index);
        self.arena.free(index);
    }

    fn not_found(&mut self, index: u32) {
        let now = seconds(self.clock.now());
        let Some(slot) = self.arena.get_mut(index) else { return };
        let was_not_found = slot.not_found != 0;
        if !was_not_found {
            slot.not_found = now;
        }
        let age = self.clock.remote(self.clock.now()).saturating_sub(slot.sent);
        match self.config {
            config if age < config.not_yet_s => self.schedule_next(index),
            config if config.has_history => self.look_in_history(index),
            _ if was_not_found => self.lose(index),
            _ => self.schedule_at(index, now.saturating_add(self.config.first_gap_s)),
        }
    }

    /// Notes that the history does not have a message.
    fn miss(&mut self, index: u32) {
        let now = seconds(self.clock.now());
        let Some(slot) = self.arena.get_mut(index) else { return };
        let wait = HISTORY_WAITS.get(usize::from(slot.tries)).copied();
        slot.tries = slot.tries.saturating_add(1);
        match wait {
            Some(wait) => self.schedule_at(index, now.saturating_add(wait)),
            None => self.lose(index),
        }
    }

    fn lose(&mut self, index: u32) {
        self.forget(index);
        self.arena.move_to(LOST, index);
    }
}
