//! The next request.

use crate::plan::arena::{ASKED, ASKS, AT_RISK, HISTORY, LOST, READY};
use crate::plan::ask::{Ask, AskKind};
use crate::plan::clock::{milliseconds, seconds};
use crate::plan::config::MIN_GAP;
use crate::plan::moscow::day;
use crate::plan::slot::{DETACHED, Key, Slots};
use crate::plan::state::Plan;

/// The list of the request to the history.
const HISTORY_ASK: u16 = ASKED + ASKS - 1;
/// The greatest number of messages that are looked at to fill a batch at a time.
const SCANNED: usize = 256;

impl<S: Slots> Plan<S> {
    /// Returns the next request to make, or `None` if there is none at this time. Call it again until it
    /// returns `None`: several requests may be in work at once.
    pub fn poll(&mut self, now: u64) -> Option<Ask> {
        self.advance(now);
        let now = self.clock.now();
        if self.is_refused || now < self.blocked_until {
            return None;
        }
        self.poll_status(now).or_else(|| self.poll_history(now))
    }

    /// Returns a request in work by its [`number`](Ask::number), or `None` if it has ended.
    #[must_use]
    pub fn in_work(&self, number: u32) -> Option<Ask> {
        self.in_work.iter().flatten().find(|ask| ask.serial == number).copied()
    }

    /// Returns the messages of a request in work.
    pub fn keys(&self, ask: &Ask) -> impl Iterator<Item = Key> + '_ {
        let list = if self.is_in_work(ask) { ask.list } else { DETACHED };
        self.arena.iter(list).filter_map(|index| self.arena.key(index))
    }

    /// Returns the time, in milliseconds, at which [`poll`](Self::poll) is to be called next. Returns
    /// `None` if that is after the end of a request in work, after a message is added or after the
    /// credentials are renewed. The time may be earlier than the next request.
    #[must_use]
    pub fn next_wake(&self) -> Option<u64> {
        if self.is_refused {
            return None;
        }
        let fired = self.wheel.next_time().map(milliseconds);
        let has_history = self.arena.len(HISTORY) > 0 && self.slot_of(HISTORY_ASK).is_none();
        let history = has_history.then_some(self.history.opens);
        let wake = [fired, history, self.status_opens()].into_iter().flatten().min()?;
        Some(wake.max(self.blocked_until).max(self.clock.now()))
    }

    /// Removes a message that is lost, and returns it: the service does not find it any more, and the
    /// history does not have it, so that its end will not be known.
    pub fn next_lost(&mut self) -> Option<Key> {
        let index = self.arena.first(LOST)?;
        let key = self.arena.key(index);
        self.arena.free(index);
        key
    }

    /// Returns the time from which a status may be asked for. Returns `None` if no message is ready, or
    /// as many requests as allowed are in work.
    fn status_opens(&self) -> Option<u64> {
        let waiting = self.waiting();
        if waiting == 0 || self.free_list().is_none() {
            return None;
        }
        let may_batch = waiting > 1 && !self.is_batch_in_work();
        Some(if may_batch { self.single.opens.min(self.batch.opens) } else { self.single.opens })
    }

    fn poll_status(&mut self, now: u64) -> Option<Ask> {
        let list = self.free_list()?;
        if self.waiting() > 1 && !self.is_batch_in_work() && self.batch.opens <= now {
            return Some(self.start_batch(list, now));
        }
        if self.single.opens > now {
            return None;
        }
        let index = self.first_ready()?;
        self.arena.move_to(list, index);
        Some(self.start(list, AskKind::Single))
    }

    fn start_batch(&mut self, list: u16, now: u64) -> Ask {
        let size = u32::from(self.config.batch_size);
        while self.arena.len(list) < size {
            let Some(index) = self.first_ready() else { break };
            self.arena.move_to(list, index);
        }
        self.fill(list, size, now);
        self.start(list, AskKind::Batch)
    }

    /// Adds messages that are due before the next batch, for which a request is saved.
    fn fill(&mut self, list: u16, size: u32, now: u64) {
        let latest = seconds(now.saturating_add(self.config.batch_gap_ms.into()));
        loop {
            let mut found = [0_u32; 64];
            let scanned = self.wheel.lists().flat_map(|list| self.arena.iter(list)).take(SCANNED);
            let is_due = |index: &u32| {
                let spaced = |asked: u32| asked == 0 || asked.saturating_add(MIN_GAP) <= seconds(now);
                let slot = self.arena.get(*index);
                slot.is_some_and(|slot| slot.due <= latest && spaced(slot.asked) && !slot.is_in_history)
            };
            let room = usize::try_from(size.saturating_sub(self.arena.len(list))).unwrap_or(0);
            let mut count = 0_usize;
            for (place, index) in found.iter_mut().zip(scanned.filter(is_due).take(room)) {
                *place = index;
                count = count.saturating_add(1);
            }
            for index in found.iter().take(count) {
                self.arena.move_to(list, *index);
            }
            if count < found.len() {
                return;
            }
        }
    }

    fn poll_history(&mut self, now: u64) -> Option<Ask> {
        if self.slot_of(HISTORY_ASK).is_some() || self.history.opens > now {
            return None;
        }
        let first = self.arena.first(HISTORY)?;
        let first_day = self.sent(first).map(day);
        let (mut earliest, mut latest) = (u32::MAX, 0);
        // Messages of other days wait for another request.
        for _ in 0..self.arena.len(HISTORY).min(u32::from(self.config.history_size).saturating_mul(2)) {
            let Some(index) = self.arena.first(HISTORY) else { break };
            match self.sent(index).filter(|sent| Some(day(*sent)) == first_day) {
                Some(sent) if self.arena.len(HISTORY_ASK) < self.config.history_size.into() => {
                    (earliest, latest) = (sent.min(earliest), sent.max(latest));
                    self.arena.move_to(HISTORY_ASK, index);
                }
                _ => self.arena.move_to(HISTORY, index),
            }
        }
        Some(self.start(HISTORY_ASK, AskKind::History { first_sent: earliest, last_sent: latest }))
    }

    /// Starts a request for the messages of a list.
    fn start(&mut self, list: u16, kind: AskKind) -> Ask {
        let since = self.clock.now();
        self.serial = self.serial.wrapping_add(1);
        let ask = Ask { list, serial: self.serial, kind, since, len: self.arena.len(list) };
        if let Some(place) = self.in_work.get_mut(usize::from(list.saturating_sub(ASKED))) {
            *place = Some(ask);
        }
        if !matches!(kind, AskKind::History { .. }) {
            let mut next = self.arena.first(list);
            while let Some(slot) = next.and_then(|index| self.arena.get_mut(index)) {
                slot.asked = seconds(since);
                next = Some(slot.next);
            }
        }
        ask
    }

    pub(super) fn is_in_work(&self, ask: &Ask) -> bool {
        self.slot_of(ask.list).is_some_and(|other| other.serial == ask.serial)
    }

    /// Returns the message to ask for next: before the move to the archive those that it concerns, at
    /// any other time that which has waited longest.
    fn first_ready(&self) -> Option<u32> {
        let [at_risk, ready] = [AT_RISK, READY].map(|list| self.arena.first(list));
        let due = |index: Option<u32>| index.and_then(|index| self.arena.get(index)).map_or(u32::MAX, |slot| slot.due);
        let is_first = seconds(self.clock.now()) >= self.sweep_start() || due(at_risk) <= due(ready);
        if is_first { at_risk.or(ready) } else { ready.or(at_risk) }
    }

    fn waiting(&self) -> u32 {
        self.arena.len(AT_RISK).saturating_add(self.arena.len(READY))
    }

    fn sent(&self, index: u32) -> Option<u32> {
        self.arena.get(index).map(|slot| slot.sent)
    }

    fn slot_of(&self, list: u16) -> Option<&Ask> {
        self.in_work.get(usize::from(list.saturating_sub(ASKED)))?.as_ref()
    }

    fn is_batch_in_work(&self) -> bool {
        self.in_work.iter().flatten().any(|ask| ask.kind == AskKind::Batch)
    }

    /// Returns a list for another status request. Returns `None` if as many as allowed are in work.
    fn free_list(&self) -> Option<u16> {
        let lists = (ASKED..).take(usize::from(self.config.at_once));
        lists.zip(&self.in_work).find(|(_, ask)| ask.is_none()).map(|(list, _)| list)
    }
}
