//! A hierarchical timing wheel: six wheels of 64 lists, each list of one wheel as long as a whole
//! turn of the one below. A message moves down at most five times, so that the cost of a decision does
//! not depend on the number of messages.

use crate::plan::arena::Arena;
use crate::plan::slot::Slots;

const LEVELS: u32 = 6;
const BITS: u32 = 6;

pub(super) struct Wheel {
    /// The time up to which messages have fired, in seconds.
    elapsed: u32,
    /// A bit for each list of a level that may have messages.
    occupied: [u64; 6],
    /// The list that is being emptied: its time has come.
    open: Option<u16>,
}

impl Wheel {
    pub(super) const fn new(now: u32) -> Self {
        Self { elapsed: now, occupied: [0; 6], open: None }
    }

    /// Moves a message to the list of its time. Returns whether the time is in the future.
    pub(super) fn insert<S: Slots>(&mut self, arena: &mut Arena<S>, index: u32, due: u32) -> bool {
        if let Some(slot) = arena.get_mut(index) {
            slot.due = due;
        }
        if due <= self.elapsed {
            return false;
        }
        let level = (due ^ self.elapsed).checked_ilog2().unwrap_or(0) / BITS;
        let place = due.wrapping_shr(level.saturating_mul(BITS)) & 63;
        if let Some(occupied) = self.level_mut(level) {
            *occupied |= 1_u64.wrapping_shl(place);
        }
        arena.move_to(list(level, place), index);
        true
    }

    /// Returns a message whose time has come, and leaves it in its list, from which the caller moves it.
    /// Each message that is returned or moved down takes one from `budget`; `None` with nothing left of
    /// it means that there may be more: [`is_behind`](Self::is_behind).
    pub(super) fn fire<S: Slots>(&mut self, arena: &mut Arena<S>, now: u32, budget: &mut u32) -> Option<u32> {
        loop {
            while let Some(open) = self.open {
                let Some(index) = arena.first(open) else {
                    self.open = None;
                    break;
                };
                *budget = budget.checked_sub(1)?;
                let due = arena.get(index).map_or(0, |slot| slot.due);
                if due <= self.elapsed {
                    return Some(index);
                }
                self.insert(arena, index, due);
            }
            match self.next() {
                Some((level, place, time)) if time <= now => {
                    self.elapsed = time;
                    if let Some(occupied) = self.level_mut(level) {
                        *occupied &= !1_u64.wrapping_shl(place);
                    }
                    self.open = Some(list(level, place));
                }
                _ => {
                    self.elapsed = self.elapsed.max(now);
                    return None;
                }
            }
        }
    }

    /// Returns whether messages may be left whose time has come, because a budget was used up.
    pub(super) const fn is_behind(&self) -> bool {
        self.open.is_some()
    }

    /// Returns the time at which something has to be done: a second in which a message is due, or in
    /// which messages are moved down.
    pub(super) fn next_time(&self) -> Option<u32> {
        if self.is_behind() { Some(self.elapsed) } else { self.next().map(|(_, _, time)| time) }
    }

    /// Returns the lists from the one that is next, in the order of their times. Within one list the
    /// order is that of the insertion.
    pub(super) fn lists(&self) -> impl Iterator<Item = u16> + '_ {
        (0..LEVELS).flat_map(|level| {
            let occupied = self.later(level);
            (0..64).filter(move |place| occupied & 1_u64.wrapping_shl(*place) != 0).map(move |place| list(level, place))
        })
    }

    /// Returns the level, the place and the first second of the next list.
    fn next(&self) -> Option<(u32, u32, u32)> {
        (0..LEVELS).find_map(|level| {
            let place = self.later(level);
            let place = (place != 0).then(|| place.trailing_zeros())?;
            let shift = level.saturating_mul(BITS);
            let turn = self.elapsed.checked_shr(shift.saturating_add(BITS)).unwrap_or(0);
            let time = turn.wrapping_shl(BITS) | place;
            Some((level, place, time.wrapping_shl(shift)))
        })
    }

    /// Returns the lists of a level that are later than now. A list at the present place of a level has
    /// been opened.
    fn later(&self, level: u32) -> u64 {
        let present = self.elapsed.wrapping_shr(level.saturating_mul(BITS)) & 63;
        let past = u64::MAX.wrapping_shr(63_u32.saturating_sub(present));
        usize::try_from(level).ok().and_then(|level| self.occupied.get(level)).map_or(0, |occupied| occupied & !past)
    }

    fn level_mut(&mut self, level: u32) -> Option<&mut u64> {
        self.occupied.get_mut(usize::try_from(level).ok()?)
    }
}

fn list(level: u32, place: u32) -> u16 {
    u16::try_from(level.saturating_mul(64).saturating_add(place)).unwrap_or(0)
}
