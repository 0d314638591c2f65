//! The time of the next request for a message.

use crate::plan::arena::{AT_RISK, HISTORY, READY};
use crate::plan::clock::seconds;
use crate::plan::config::MIN_GAP;
use crate::plan::slot::Slots;
use crate::plan::state::Plan;

/// The number of messages that are moved within the wheel in one call.
const BUDGET: u32 = 1_024;
/// The seconds between two requests for one message shortly before the move to the archive.
pub(super) const SWEEP_GAP: u32 = 30;
/// The seconds that the last round of requests has more than it should take.
const SWEEP_MARGIN: u64 = 120;

impl<S: Slots> Plan<S> {
    /// Moves the time on. Messages whose time has come are ready then; if there are more than
    /// [`BUDGET`], the others are after the next calls, for which [`next_wake`](Self::next_wake) returns
    /// the present time.
    pub(super) fn advance(&mut self, now: u64) {
        let now = self.clock.advance(now);
        self.risk.advance(self.clock.next_move());
        let mut budget = BUDGET;
        while let Some(index) = self.wheel.fire(&mut self.arena, seconds(now), &mut budget) {
            self.make_ready(index);
        }
    }

    /// Moves the time on until every message whose time has come is ready.
    pub(super) fn advance_to_the_end(&mut self, now: u64) {
        self.advance(now);
        while self.wheel.is_behind() {
            self.advance(now);
        }
    }

    fn make_ready(&mut self, index: u32) {
        let Some(slot) = self.arena.get(index) else { return };
        let list = match slot.is_in_history {
            true => HISTORY,
            false if self.risk.is_now(slot.first_move) => AT_RISK,
            false => READY,
        };
        self.arena.move_to(list, index);
    }

    /// Sets the time of the next request, in seconds.
    pub(super) fn schedule_at(&mut self, index: u32, due: u32) {
        if !self.wheel.insert(&mut self.arena, index, due) {
            self.make_ready(index);
        }
    }

    /// Sets the time of the first request for a message that was added.
    pub(super) fn schedule_first(&mut self, index: u32, is_unanswered: bool) {
        let Some(&slot) = self.arena.get(index) else { return };
        if slot.not_found != 0 && slot.not_found.saturating_sub(slot.sent) >= self.config.not_yet_s && self.config.has_history {
            self.look_in_history(index);
            return;
        }
        let sent = self.clock.local(slot.sent);
        let last = if slot.asked == 0 { sent } else { slot.asked };
        let gap = if is_unanswered { MIN_GAP } else { self.config.gap(last.saturating_sub(sent)) };
        self.schedule_at(index, self.before_move(slot.first_move, last.saturating_add(gap)));
    }

    /// Sets the time of the next request for a message whose status has just been asked for.
    pub(super) fn schedule_next(&mut self, index: u32) {
        let Some(&slot) = self.arena.get(index) else { return };
        let now = seconds(self.clock.now());
        let age = now.saturating_sub(self.clock.local(slot.sent));
        let gap = self.config.gap(age);
        self.schedule_at(index, self.before_move(slot.first_move, now.saturating_add(gap)));
    }

    pub(super) fn look_in_history(&mut self, index: u32) {
        if let Some(slot) = self.arena.get_mut(index) {
            slot.is_in_history = true;
        }
        self.arena.move_to(HISTORY, index);
    }

    /// Returns the time of a request, which is earlier if the message would be moved to the archive
    /// before.
    fn before_move(&self, first_move: u16, due: u32) -> u32 {
        let (time, _) = self.clock.times_of_move();
        let start = self.sweep_start();
        if !self.risk.is_now(first_move) || due < start {
            return due;
        }
        let now = seconds(self.clock.now());
        let round = u32::try_from(self.seconds_for(self.risk.now().into())).unwrap_or(u32::MAX);
        let again = now.saturating_add(round.max(SWEEP_GAP));
        if now < start {
            due.min(start.max(now.saturating_add(SWEEP_GAP)))
        } else if again < time {
            due.min(again)
        } else {
            due
        }
    }

    /// Returns the time from which messages are asked for once more before the move to the archive.
    pub(super) fn sweep_start(&self) -> u32 {
        let (_, earliest) = self.clock.times_of_move();
        let needed = self.seconds_for(self.risk.now().into());
        let needed = needed.saturating_add(needed / 4).saturating_add(SWEEP_MARGIN);
        earliest.saturating_sub(u32::try_from(needed).unwrap_or(u32::MAX))
    }

    /// Returns the seconds that requests for the statuses of all these messages take.
    pub(super) fn seconds_for(&self, messages: u64) -> u64 {
        let per_1000_s = |messages: u64, each_ms: u64| messages.saturating_mul(1_000_000).checked_div(each_ms).unwrap_or(0);
        let batches = per_1000_s(self.config.batch_size.into(), self.config.batch_gap_ms.into());
        // One of the requests at once is the batch for a part of the time.
        let singles = per_1000_s(self.config.at_once.saturating_sub(1).into(), self.latency);
        messages.saturating_mul(1_000).checked_div(batches.saturating_add(singles)).unwrap_or(messages)
    }
}
