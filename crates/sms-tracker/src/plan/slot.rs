//! The memory of a plan for one message.

/// A message of a plan. It is valid until the message is at its end or lost, or is removed; a later
/// message never has the same key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    pub(super) index: u32,
    pub(super) generation: u32,
}

impl Key {
    /// Returns the place of the message in the plan, from 0: smaller than the greatest number of messages
    /// that were in the plan at once, so that a program can keep an array of what belongs to each.
    #[must_use]
    pub const fn index(self) -> u32 {
        self.index
    }

    /// Returns the number that tells this message from earlier ones in the same place.
    #[must_use]
    pub const fn generation(self) -> u32 {
        self.generation
    }

    /// Creates a key from its two numbers, for languages that have no other way to keep it. Any two
    /// numbers are a key; a plan finds no message for one that it has not returned.
    #[must_use]
    pub const fn from_parts(index: u32, generation: u32) -> Self {
        Self { index, generation }
    }
}

/// A message that is added to a plan, with what is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[must_use]
pub struct Tracked {
    pub(super) sent: u64,
    pub(super) asked: Option<u64>,
    pub(super) not_found: Option<u64>,
    pub(super) is_unanswered: bool,
}

impl Tracked {
    /// Creates a message that was sent, or is to be sent, at this time.
    pub const fn sent(sent: u64) -> Self {
        Self { sent, asked: None, not_found: None, is_unanswered: false }
    }

    /// Returns the message with the time at which its status was asked for last, such as before the
    /// program was restarted.
    pub const fn asked(self, asked: u64) -> Self {
        Self { asked: Some(asked), ..self }
    }

    /// Returns the message whose last request was not answered, such as because the program was killed. It
    /// is asked for again as soon as the limits allow.
    pub const fn unanswered(self) -> Self {
        Self { is_unanswered: true, ..self }
    }

    /// Returns the message with the time since which the service does not find it.
    pub const fn not_found_since(self, since: u64) -> Self {
        Self { not_found: Some(since), ..self }
    }
}

/// The place of one message in a plan. Times are in Unix seconds; 0 is none.
#[derive(Clone, Copy, Debug)]
pub struct Slot {
    pub(super) next: u32,
    pub(super) previous: u32,
    pub(super) generation: u32,
    pub(super) due: u32,
    pub(super) sent: u32,
    pub(super) asked: u32,
    pub(super) not_found: u32,
    pub(super) list: u16,
    /// The number of the day at whose move to the archive the message can be lost first.
    pub(super) first_move: u16,
    /// Requests to the history that did not have the message.
    pub(super) tries: u8,
    /// The status is looked for in the history.
    pub(super) is_in_history: bool,
}

const _: () = assert!(size_of::<Slot>() == 36, "the documentation says how large a message is");

/// The end of a list.
pub(super) const NONE: u32 = u32::MAX;
/// No list.
pub(super) const DETACHED: u16 = u16::MAX;

impl Slot {
    pub(super) const EMPTY: Self = Self {
        next: NONE,
        previous: NONE,
        generation: 0,
        due: 0,
        sent: 0,
        asked: 0,
        not_found: 0,
        list: DETACHED,
        first_move: 0,
        tries: 0,
        is_in_history: false,
    };
}

/// Memory for the messages of a plan.
pub trait Slots {
    /// Returns the slots.
    fn as_slice(&self) -> &[Slot];

    /// Returns the slots, to be changed.
    fn as_mut_slice(&mut self) -> &mut [Slot];

    /// Adds a slot at the end. Returns whether there was room for it.
    fn push(&mut self, slot: Slot) -> bool;
}

#[cfg(feature = "alloc")]
impl Slots for alloc::vec::Vec<Slot> {
    fn as_slice(&self) -> &[Slot] {
        self
    }

    fn as_mut_slice(&mut self) -> &mut [Slot] {
        self
    }

    fn push(&mut self, slot: Slot) -> bool {
        Self::push(self, slot);
        true
    }
}

#[cfg(feature = "heapless")]
impl<const N: usize> Slots for heapless::Vec<Slot, N> {
    fn as_slice(&self) -> &[Slot] {
        self
    }

    fn as_mut_slice(&mut self) -> &mut [Slot] {
        self
    }

    fn push(&mut self, slot: Slot) -> bool {
        Self::push(self, slot).is_ok()
    }
}
