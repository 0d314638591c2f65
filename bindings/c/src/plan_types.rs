//! The structs of C programs for a plan.

use core::mem::MaybeUninit;

use sms_tracker::{Key, Plan, Slot, Slots};

use crate::raw::{self, SizePrefixed, Stored, Tagged};
use crate::results::smsc_result;

/// The kinds of requests that a plan asks for.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_plan_kind {
    /// The status of one message, by itself (`batch` 0).
    Single = 0,
    /// The statuses of several messages (`batch` 1).
    Batch = 1,
    /// The history (get.php) of the phones of the messages, from the day of `first_sent` to that of
    /// `last_sent`.
    History = 2,
}

/// A plan, started by smsc_plan_begin. It may be moved while no function uses it, but not copied:
/// its slots belong to one plan.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_plan {
    /// Private to the library.
    pub opaque: [u64; 800],
}

/// The memory of a plan for one message.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_plan_slot {
    /// Private to the library.
    pub opaque: [u32; 9],
}

/// The key of a message in a plan. A later message never has the same key.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_plan_key {
    /// The index of the message's slot, for an array of what you know about each message. A later
    /// message may have the same one.
    pub index: u32,
    /// The number that tells the message from earlier ones with the same index.
    pub generation: u32,
}

/// The limits that a plan keeps, and how often it asks; smsc_plan_config_init sets the defaults. A
/// number out of its range counts as the nearest one in range.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_plan_config {
    /// sizeof(smsc_plan_config), set by the caller.
    pub size: u32,
    /// Status requests at once: 1 to 15. 3 by default; the service allows 4 under one login.
    pub at_once: u32,
    /// Messages in one batch: 2 to 65535. 1000 by default; the number that the service accepts is
    /// not known.
    pub batch_size: u32,
    /// Milliseconds from the answer to a batch to the next batch. 61000 by default: the service
    /// allows one a minute. Two programs that share a login need twice this.
    pub batch_gap_ms: u32,
    /// Seconds from the sending of a message to the first request for its status, and the least
    /// between two: 15 to 86400. 30 by default.
    pub first_gap_s: u32,
    /// Seconds between two requests for the status of an old message: `first_gap_s` to 86400. 3600
    /// by default.
    pub last_gap_s: u32,
    /// 1 if the account keeps a history, in which messages that were moved to the archive are
    /// looked for; else 0. 1 by default.
    pub has_history: i32,
    /// Messages in one request to the history: 1 to 65535. 100 by default.
    pub history_size: u32,
    /// Milliseconds between two requests to the history. 30000 by default.
    pub history_gap_ms: u32,
    /// Seconds after its sending in which a message that is not found is not there yet, and later
    /// no more. 600 by default.
    pub not_yet_s: u32,
}

/// A message that is added to a plan. After a restart, add it with what you noted of it. All times
/// are in milliseconds since the Unix epoch.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_plan_message {
    /// sizeof(smsc_plan_message), set by the caller.
    pub size: u32,
    /// 1 if the last request for its status was not answered, because the program ended meanwhile:
    /// the message is asked for again as soon as the limits allow. Else 0.
    pub is_unanswered: i32,
    /// When the message was sent, or is to be sent.
    pub sent_ms: u64,
    /// When its status was asked for last, or 0.
    pub asked_ms: u64,
    /// Since when the service does not find it, or 0.
    pub not_found_since_ms: u64,
}

/// A request to make, from smsc_plan_poll. Each one ends with smsc_plan_on_reply,
/// smsc_plan_on_failure or smsc_plan_on_unsent.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_plan_ask {
    /// sizeof(smsc_plan_ask), set by the caller.
    pub size: u32,
    /// The kind of the request, see smsc_plan_kind.
    pub kind: i32,
    /// The number by which the plan finds the request. The functions that end it read this alone.
    pub number: u32,
    /// The number of messages, whose keys smsc_plan_poll wrote.
    pub len: u32,
    /// Of SMSC_PLAN_KIND_HISTORY: when the first of the messages was sent, in Unix seconds. Else 0.
    pub first_sent: u64,
    /// Of SMSC_PLAN_KIND_HISTORY: when the last of the messages was sent, in Unix seconds. Else 0.
    pub last_sent: u64,
}

/// The status that a reply has for a message.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_plan_answer {
    /// The message.
    pub key: smsc_plan_key,
    /// Its status, see smsc_status_code.
    pub status: i32,
}

/// The state of a plan. Times are in milliseconds since the Unix epoch, by your clock.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_plan_state {
    /// sizeof(smsc_plan_state), set by the caller.
    pub size: u32,
    /// The number of messages that are neither at their end nor lost.
    pub len: u32,
    /// 1 if the service has refused the credentials (error 2): the plan asks for nothing until
    /// smsc_plan_renew_credentials. Else 0.
    pub is_refused: i32,
    /// The time until which the service blocks this address (error 4), or 0.
    pub blocked_until_ms: u64,
    /// The next move of messages to the archive, at 03:00 in Moscow: the earliest time at which it
    /// can be, as your clock may be wrong.
    pub next_move_ms: u64,
    /// The start of the last round of requests before that: from then on, every message that the
    /// move concerns is asked for once more.
    pub last_round_ms: u64,
}

/// The memory of a plan: an array of slots, of which the first ones are in use.
pub(crate) struct Memory {
    slots: *mut Slot,
    used: usize,
    count: usize,
}

const _: () = assert!(size_of::<Slot>() == size_of::<smsc_plan_slot>() && align_of::<Slot>() == align_of::<smsc_plan_slot>());

impl Memory {
    /// Creates the memory of a plan without messages.
    ///
    /// # Safety
    ///
    /// `slots` must be NULL, or point to `count` aligned slots, which nothing but the plan may access
    /// for as long as it is used.
    pub(crate) unsafe fn new(slots: *mut smsc_plan_slot, count: usize) -> Result<Self, smsc_result> {
        // SAFETY: the caller promises the slots, which may be uninitialised.
        unsafe { raw::items(slots.cast::<MaybeUninit<Slot>>(), count) }?;
        Ok(Self { slots: slots.cast(), used: 0, count })
    }

    /// Goes on in another array, which starts with the slots in use.
    ///
    /// # Safety
    ///
    /// As for [`new`](Self::new); and the array must start with the bytes of the slots in use.
    pub(crate) unsafe fn replace(&mut self, slots: *mut smsc_plan_slot, count: usize) -> Result<(), smsc_result> {
        // SAFETY: the caller makes the promise that `new` requires.
        let memory = unsafe { Self::new(slots, count) }?;
        if count < self.used {
            return Err(smsc_result::Value);
        }
        *self = Self { used: self.used, ..memory };
        Ok(())
    }

    /// Returns the number of slots.
    pub(crate) const fn count(&self) -> usize {
        self.count
    }
}

impl Slots for Memory {
    fn as_slice(&self) -> &[Slot] {
        if self.used == 0 {
            return &[];
        }
        // SAFETY: `push` has initialised the slots in use, and nothing else accesses them.
        unsafe { core::slice::from_raw_parts(self.slots, self.used) }
    }

    fn as_mut_slice(&mut self) -> &mut [Slot] {
        if self.used == 0 {
            return &mut [];
        }
        // SAFETY: as above.
        unsafe { core::slice::from_raw_parts_mut(self.slots, self.used) }
    }

    fn push(&mut self, slot: Slot) -> bool {
        if self.used >= self.count {
            return false;
        }
        // SAFETY: the array has more slots than are in use.
        unsafe { self.slots.add(self.used).write(slot) };
        self.used += 1;
        true
    }
}

/// The state in a smsc_plan.
pub(crate) struct State {
    pub(crate) plan: Plan<Memory>,
    /// The greatest number of messages of a request.
    pub(crate) most: usize,
}

// SAFETY: no other state has this tag, and `FITS` is not replaced.
unsafe impl Stored for State {
    type Opaque = smsc_plan;
    const TAG: u64 = u64::from_le_bytes(*b"smscplan");
}

/// Returns the state of a plan.
///
/// # Safety
///
/// As for [`raw::stored`].
pub(crate) unsafe fn stored<'a>(plan: *mut smsc_plan) -> Result<&'a mut State, smsc_result> {
    // SAFETY: the caller makes the promise that `stored` requires.
    unsafe { raw::stored::<State>(plan) }.map(|Tagged { state, .. }| state)
}

impl From<Key> for smsc_plan_key {
    fn from(key: Key) -> Self {
        Self { index: key.index(), generation: key.generation() }
    }
}

impl From<smsc_plan_key> for Key {
    fn from(key: smsc_plan_key) -> Self {
        Self::from_parts(key.index, key.generation)
    }
}

// SAFETY: `repr(C)`, the size first, and any bits are a value of its integers.
unsafe impl SizePrefixed for smsc_plan_config {
    const WRONG_SIZE: smsc_result = smsc_result::SizePlanConfig;
}

// SAFETY: as above.
unsafe impl SizePrefixed for smsc_plan_message {
    const WRONG_SIZE: smsc_result = smsc_result::SizePlanMessage;
}

// SAFETY: as above.
unsafe impl SizePrefixed for smsc_plan_ask {
    const WRONG_SIZE: smsc_result = smsc_result::SizePlanAsk;
}

// SAFETY: as above.
unsafe impl SizePrefixed for smsc_plan_state {
    const WRONG_SIZE: smsc_result = smsc_result::SizePlanState;
}
