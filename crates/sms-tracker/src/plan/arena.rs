//! The slots of a plan, each in one doubly linked list.

use crate::plan::config::MAX_AT_ONCE;
use crate::plan::slot::{DETACHED, Key, NONE, Slot, Slots};

/// The number of lists of the timing wheel: [`wheel`](crate::plan::wheel).
pub(super) const WHEEL: u16 = 6 * 64;
/// Messages whose next request is due, and that the next move to the archive does not concern.
pub(super) const READY: u16 = WHEEL;
/// Messages whose next request is due, and that the next move to the archive concerns.
pub(super) const AT_RISK: u16 = WHEEL + 1;
/// Messages to look for in the history.
pub(super) const HISTORY: u16 = WHEEL + 2;
/// Messages that are lost, and not yet reported as such.
pub(super) const LOST: u16 = WHEEL + 3;
/// Slots without a message.
const FREE: u16 = WHEEL + 4;
/// The first list of the messages of a request in work; the last one is that of the history.
pub(super) const ASKED: u16 = WHEEL + 5;
/// The number of requests in work: those for statuses, and one to the history.
pub(super) const ASKS: u16 = 16;

const LISTS: usize = 6 * 64 + 5 + 16;
const _: () = assert!(MAX_AT_ONCE == 15, "each request in work has a list");

#[derive(Clone, Copy)]
struct List {
    first: u32,
    last: u32,
    len: u32,
}

pub(super) struct Arena<S> {
    slots: S,
    lists: [List; LISTS],
    /// The number of times that a slot was looked at, which is the work of a plan.
    #[cfg(test)]
    pub(super) looks: core::cell::Cell<u64>,
}

impl<S: Slots> Arena<S> {
    pub(super) const fn new(slots: S) -> Self {
        Self {
            slots,
            lists: [List { first: NONE, last: NONE, len: 0 }; LISTS],
            #[cfg(test)]
            looks: core::cell::Cell::new(0),
        }
    }

    pub(super) const fn slots_mut(&mut self) -> &mut S {
        &mut self.slots
    }

    pub(super) fn get(&self, index: u32) -> Option<&Slot> {
        #[cfg(test)]
        self.looks.update(|looks| looks.saturating_add(1));
        self.slots.as_slice().get(usize::try_from(index).ok()?)
    }

    pub(super) fn get_mut(&mut self, index: u32) -> Option<&mut Slot> {
        #[cfg(test)]
        self.looks.update(|looks| looks.saturating_add(1));
        self.slots.as_mut_slice().get_mut(usize::try_from(index).ok()?)
    }

    /// Returns the slot of a message that is still in the plan.
    pub(super) fn find(&self, key: Key) -> Option<&Slot> {
        self.get(key.index).filter(|slot| slot.generation == key.generation && slot.list != FREE)
    }

    pub(super) fn key(&self, index: u32) -> Option<Key> {
        self.get(index).map(|slot| Key { index, generation: slot.generation })
    }

    /// Takes a slot that is in no list. Returns `None` if there is no memory for one.
    pub(super) fn take_free(&mut self) -> Option<u32> {
        if let Some(index) = self.first(FREE) {
            self.detach(index);
            return Some(index);
        }
        let index = u32::try_from(self.slots.as_slice().len()).ok().filter(|index| *index != NONE)?;
        self.slots.push(Slot::EMPTY).then_some(index)
    }

    /// Ends the use of a slot. Its keys are no longer valid.
    pub(super) fn free(&mut self, index: u32) {
        if let Some(slot) = self.get_mut(index) {
            slot.generation = slot.generation.wrapping_add(1);
        }
        self.move_to(FREE, index);
    }

    /// Moves a slot to the end of a list.
    pub(super) fn move_to(&mut self, list: u16, index: u32) {
        self.detach(index);
        let Some(List { last, .. }) = self.list(list).copied() else { return };
        if let Some(slot) = self.get_mut(index) {
            (slot.list, slot.previous, slot.next) = (list, last, NONE);
        }
        if let Some(slot) = self.get_mut(last) {
            slot.next = index;
        }
        if let Some(list) = self.list_mut(list) {
            list.first = if last == NONE { index } else { list.first };
            list.last = index;
            list.len = list.len.saturating_add(1);
        }
    }

    fn detach(&mut self, index: u32) {
        let Some(&Slot { next, previous, list, .. }) = self.get(index) else { return };
        if let Some(slot) = self.get_mut(previous) {
            slot.next = next;
        }
        if let Some(slot) = self.get_mut(next) {
            slot.previous = previous;
        }
        if let Some(list) = self.list_mut(list) {
            list.first = if previous == NONE { next } else { list.first };
            list.last = if next == NONE { previous } else { list.last };
            list.len = list.len.saturating_sub(1);
        }
        if let Some(slot) = self.get_mut(index) {
            (slot.list, slot.previous, slot.next) = (DETACHED, NONE, NONE);
        }
    }

    pub(super) fn first(&self, list: u16) -> Option<u32> {
        self.list(list).map(|list| list.first).filter(|first| *first != NONE)
    }

    pub(super) fn len(&self, list: u16) -> u32 {
        self.list(list).map_or(0, |list| list.len)
    }

    /// Returns an iterator over the slots of a list.
    pub(super) fn iter(&self, list: u16) -> impl Iterator<Item = u32> + '_ {
        let next = |index: &u32| self.get(*index).map(|slot| slot.next).filter(|next| *next != NONE);
        core::iter::successors(self.first(list), next)
    }

    /// Returns an iterator over all slots, those without a message included.
    pub(super) fn all(&self) -> impl Iterator<Item = (u32, &Slot)> {
        (0..).zip(self.slots.as_slice())
    }

    fn list(&self, list: u16) -> Option<&List> {
        self.lists.get(usize::from(list))
    }

    fn list_mut(&mut self, list: u16) -> Option<&mut List> {
        self.lists.get_mut(usize::from(list))
    }
}
