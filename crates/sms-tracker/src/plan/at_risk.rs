//! Messages that may be moved to the archive before their end is seen.

use crate::plan::arena::{ASKED, AT_RISK, READY};
use crate::plan::clock::{milliseconds, seconds};
use crate::plan::slot::{Key, Slot, Slots};
use crate::plan::state::Plan;

impl<S: Slots> Plan<S> {
    /// Returns the time of the next move to the archive, in milliseconds by the clock of the caller: the
    /// earliest one, since that clock may be wrong.
    #[must_use]
    pub fn next_move(&self) -> u64 {
        milliseconds(self.clock.times_of_move().1)
    }

    /// Returns the time, in milliseconds by the clock of the caller, at which the last round of requests
    /// before [`next_move`](Self::next_move) starts: every message that the move concerns is asked for
    /// once more from then on. The more messages there are, the earlier it is.
    #[must_use]
    pub fn last_round(&self) -> u64 {
        milliseconds(self.sweep_start())
    }

    /// Returns the messages that may be moved to the archive before their end is seen: there is no
    /// request for them any more before [`next_move`](Self::next_move), or more are waiting than can be
    /// asked for until then. A message is moved only if it comes to its end meanwhile. At the time of
    /// the move, these are all whose end is not known.
    ///
    /// This looks at every message.
    pub fn at_risk(&mut self, now: u64) -> impl Iterator<Item = Key> + '_ {
        self.advance_to_the_end(now);
        let plan = &*self;
        let now = seconds(plan.clock.now());
        let (_, earliest) = plan.clock.times_of_move();
        let is_late = move |place: u64| u64::from(now).saturating_add(plan.seconds_for(place)) >= u64::from(earliest);
        let ready = plan.arena.iter(AT_RISK).chain(plan.arena.iter(READY));
        let waiting = (0..).zip(ready).filter(move |(place, _)| is_late(*place)).map(|(_, index)| index);
        let has_no_turn = move |slot: &Slot| match slot.list {
            list if list < READY => slot.due >= earliest,
            list => list >= ASKED && now >= earliest,
        };
        let others = plan.arena.all().filter(move |(_, slot)| !slot.is_in_history && has_no_turn(slot));
        let all = waiting.chain(others.map(|(index, _)| index));
        all.filter(|index| plan.arena.get(*index).is_some_and(|slot| plan.risk.is_now(slot.first_move)))
            .filter_map(|index| plan.arena.key(index))
    }
}
