//! Prediction of where the reader of fmt 1 will find `send_timestamp, phone, …, cost` of an HLR
//! reply (R45, R45a).

use crate::write::join::{FULL, Join};
use crate::write::piece::Piece;

/// The maximum number of values from `send_timestamp` to `message` (all=2), both included.
const WINDOW: usize = 9;

/// Returns whether a value is 1 to 10 digits.
pub(super) fn is_timestamp(value: impl Iterator<Item = char>) -> bool {
    let piece = Piece::of(value);
    piece.is_time(false) && !piece.has_space
}

/// Returns whether a value is digits, a dot and digits, like a cost that a comma in a name has
/// moved (R43c).
pub(super) fn is_dotted_cost(value: impl Iterator<Item = char>) -> bool {
    let piece = Piece::of(value);
    piece.is_cost(false) && piece.dot.is_some()
}

/// A simulation of the reader's search: [`push_value`](Self::push_value) adds the values as they
/// will be written, from the second piece of `rnet` on, and [`chosen`](Self::chosen) returns the
/// position that the reader will choose.
#[derive(Clone, Copy, Default)]
pub(super) struct Anchors {
    /// The number of values from `send_timestamp` to `cost`, the latter excluded.
    to_cost: usize,
    /// The last pieces.
    window: [Piece; WINDOW],
    /// The number of all pieces so far.
    count: usize,
    /// For each of the reader's preferences, the leftmost position that fits, and whether another
    /// one fits too.
    found: [Option<(usize, bool)>; 3],
    /// The positions that would put the message into the slot of the type or the id, likewise. They
    /// count only if no other position fits (R45a).
    in_slots: [Option<(usize, bool)>; 3],
    join: Join,
}

impl Anchors {
    /// Creates a simulation for records with this number of values before the cost.
    pub(super) fn new(to_cost: usize) -> Self {
        Self { to_cost, join: Join::before_time(to_cost == FULL), ..Self::default() }
    }

    /// Adds a value, which is more than one piece if it contains commas.
    pub(super) fn push_value(&mut self, value: impl Iterator<Item = char>) {
        Piece::for_each(value, |piece| self.push(piece, false));
    }

    /// Adds the value of the slot of the type or the id.
    pub(super) fn push_slot(&mut self, value: impl Iterator<Item = char>) {
        Piece::for_each(value, |piece| self.push(piece, true));
    }

    /// Returns the position that the reader will choose, and whether the reader will mark the
    /// record as ambiguous. Returns `None` if no position fits.
    pub(super) fn chosen(&self) -> Option<(usize, bool)> {
        // Names that are joined put the anchors to no position of their own.
        let joined = |may_be_in_slots| self.join.succeeds(may_be_in_slots).then_some((usize::MAX, true));
        let best = |[named, values, empty]: [Option<_>; 3], joined| named.or(values).or(joined).or(empty);
        best(self.found, joined(false)).or_else(|| best(self.in_slots, joined(true)))
    }

    /// Adds a piece between two commas, and checks the position whose values are now complete.
    fn push(&mut self, piece: Piece, is_slot: bool) {
        self.join.push(&piece, is_slot);
        self.window.rotate_left(1);
        if let Some(last) = self.window.last_mut() {
            *last = piece;
        }
        self.count = self.count.saturating_add(1);
        // The cost is followed by the sender, the status name and the message.
        let len = self.to_cost.saturating_add(4);
        let Some(position) = self.count.checked_sub(len) else { return };
        let values = WINDOW.checked_sub(len).and_then(|start| self.window.get(start..)).unwrap_or_default();
        let (Some(time), Some(cost)) = (values.first(), values.get(self.to_cost)) else { return };
        let has_values = time.is_time(false) && cost.is_cost(false);
        let is_named = values.get(self.to_cost.saturating_add(1)).is_some_and(Piece::is_hlr);
        let fits = [has_values && is_named, has_values, time.is_time(true) && cost.is_cost(true)];
        let found = if is_slot { &mut self.in_slots } else { &mut self.found };
        for (found, fits) in found.iter_mut().zip(fits) {
            if fits {
                *found = Some(found.map_or((position, false), |(first, _)| (first, true)));
            }
        }
    }
}
