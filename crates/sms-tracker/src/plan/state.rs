//! The plan, and the messages in it.

use core::fmt;

use smsc_proto::retry::Call;

use crate::plan::arena::{ASKS, Arena, LOST};
use crate::plan::ask::Ask;
use crate::plan::clock::{Clock, seconds};
use crate::plan::config::PlanConfig;
use crate::plan::lane::Lane;
use crate::plan::moscow::first_move;
use crate::plan::risk::Risk;
use crate::plan::slot::{Key, Slot, Slots, Tracked};
use crate::plan::wheel::Wheel;

/// A plan of requests for the statuses of messages, within the limits of the service.
///
/// A plan makes no request and reads no clock: all times are passed in, in milliseconds since the Unix
/// epoch. It asks soon after a message is sent, then less and less often, once more before each 03:00
/// in Moscow, when the service moves messages to the archive, and in the history if that came too late.
/// Each decision costs the same, however many messages there are.
///
/// ```
/// # #[cfg(feature = "alloc")] {
/// use smsc_proto::StatusCode;
/// use sms_tracker::{AskKind, GrowingPlan, PlanConfig, Tracked};
///
/// let noon = 1_795_856_400_000;
/// let mut plan = GrowingPlan::new(PlanConfig::default(), Vec::new(), noon);
/// let key = plan.add(Tracked::sent(noon), noon)?;
///
/// assert_eq!(plan.poll(noon), None);
/// let wake = plan.next_wake().unwrap();
/// assert_eq!(wake, noon + 30_000);
///
/// let ask = plan.poll(wake).unwrap();
/// assert_eq!(ask.kind(), AskKind::Single);
/// assert!(plan.keys(&ask).eq([key]));
/// plan.on_reply(ask, [(key, StatusCode::DELIVERED)], wake + 150);
/// assert!(plan.is_empty());
/// # }
/// # Ok::<(), sms_tracker::Full>(())
/// ```
pub struct Plan<S> {
    pub(super) config: PlanConfig,
    pub(super) clock: Clock,
    pub(super) arena: Arena<S>,
    pub(super) wheel: Wheel,
    pub(super) risk: Risk,
    pub(super) single: Lane,
    pub(super) batch: Lane,
    pub(super) history: Lane,
    /// The requests in work, by the number of their list.
    pub(super) in_work: [Option<Ask>; 16],
    pub(super) serial: u32,
    /// A mean of the time that a request for one message takes, in milliseconds.
    pub(super) latency: u64,
    pub(super) blocked_until: u64,
    pub(super) was_blocked: bool,
    pub(super) is_refused: bool,
    /// Messages that are in the plan and not lost.
    pub(super) tracked: u32,
}

const _: () = assert!(ASKS == 16, "each request in work has a list");

/// The time of a request for one message before any was measured.
const LATENCY_MS: u64 = 300;

/// A plan has no memory for another message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full;

impl fmt::Display for Full {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the plan is full: wait until a message is at its end, or give it more memory")
    }
}

impl core::error::Error for Full {}

impl<S: Slots> Plan<S> {
    /// Creates a plan without messages. `slots` is its memory, which must be empty; `now` is the time in
    /// milliseconds.
    #[must_use]
    pub fn new(config: PlanConfig, slots: S, now: u64) -> Self {
        let clock = Clock::new(now);
        Self {
            config: config.clamped(),
            arena: Arena::new(slots),
            wheel: Wheel::new(seconds(now)),
            risk: Risk::new(clock.next_move()),
            clock,
            single: Lane::new(Call::Status),
            batch: Lane::new(Call::StatusBatch),
            history: Lane::new(Call::History),
            in_work: [None; 16],
            serial: 0,
            latency: LATENCY_MS,
            blocked_until: 0,
            was_blocked: false,
            is_refused: false,
            tracked: 0,
        }
    }

    /// Returns the memory, which the caller may make longer. The slots in it must stay as they are.
    pub const fn slots_mut(&mut self) -> &mut S {
        self.arena.slots_mut()
    }

    /// Adds a message, and returns its key.
    ///
    /// # Errors
    ///
    /// If there is no memory for it.
    pub fn add(&mut self, message: Tracked, now: u64) -> Result<Key, Full> {
        self.advance(now);
        let index = self.arena.take_free().ok_or(Full)?;
        let sent = self.clock.remote(message.sent);
        // A message of a clock that is wrong by some minutes may have been sent before 18:00.
        let first_move = self.risk.day_of(first_move(sent.saturating_sub(self.clock.error())));
        if let Some(slot) = self.arena.get_mut(index) {
            *slot = Slot {
                generation: slot.generation,
                sent,
                asked: message.asked.map_or(0, seconds),
                not_found: message.not_found.map_or(0, seconds),
                first_move,
                ..Slot::EMPTY
            };
        }
        self.risk.add(first_move);
        self.tracked = self.tracked.saturating_add(1);
        self.schedule_first(index, message.is_unanswered);
        self.arena.key(index).ok_or(Full)
    }

    /// Removes a message. Returns whether it was in the plan.
    pub fn remove(&mut self, key: Key) -> bool {
        let Some(list) = self.arena.find(key).map(|slot| slot.list) else { return false };
        if list != LOST {
            self.forget(key.index);
        }
        self.arena.free(key.index);
        true
    }

    /// Counts a message no longer.
    pub(super) fn forget(&mut self, index: u32) {
        if let Some(day) = self.arena.get(index).map(|slot| slot.first_move) {
            self.risk.remove(day);
        }
        self.tracked = self.tracked.saturating_sub(1);
    }

    /// Returns the number of messages that are neither at their end nor lost.
    #[must_use]
    pub const fn len(&self) -> u32 {
        self.tracked
    }

    /// Returns whether every message is at its end or lost.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.tracked == 0
    }

    /// Returns whether a message is in the plan, and not lost.
    #[must_use]
    pub fn contains(&self, key: Key) -> bool {
        self.arena.find(key).is_some_and(|slot| slot.list != LOST)
    }

    /// Compares the clock with that of the service: the header `Date` of a response that has just
    /// arrived, in Unix seconds. The move to the archive is at 03:00 by that clock; before the first
    /// comparison the plan allows for an error of five minutes.
    pub fn server_date(&mut self, date: u64, now: u64) {
        self.advance(now);
        self.clock.compare(date);
    }

    /// Notes that a batch was asked for at this time, in milliseconds, such as before the program was
    /// restarted.
    pub fn batch_was_asked(&mut self, at: u64) {
        self.batch.close_until(at.saturating_add(self.config.batch_gap_ms.into()));
    }

    /// Notes that status requests were made until this time, in milliseconds, such as before the program
    /// was restarted.
    pub fn requests_were_made(&mut self, until: u64) {
        self.single.close_until(until.saturating_add(1_000));
    }

    /// Returns whether the service has refused the credentials: the plan asks for nothing until
    /// [`renew_credentials`](Self::renew_credentials).
    #[must_use]
    pub const fn is_refused(&self) -> bool {
        self.is_refused
    }

    /// Returns the time, in milliseconds, until which the service blocks this address. Returns `None` if
    /// it does not.
    #[must_use]
    pub fn blocked_until(&self) -> Option<u64> {
        Some(self.blocked_until).filter(|until| *until > self.clock.now())
    }

    /// Goes on with new credentials.
    pub const fn renew_credentials(&mut self) {
        self.is_refused = false;
    }
}

impl<S> fmt::Debug for Plan<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Plan").field("messages", &self.tracked).field("is_refused", &self.is_refused).finish_non_exhaustive()
    }
}
