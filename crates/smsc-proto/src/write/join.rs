//! Prediction of whether the reader of fmt 1 will join the names of a record (R43d).

use crate::write::piece::Piece;

/// The number of values from `send_timestamp` to `cost` of all=2, the latter excluded.
pub(super) const FULL: usize = 5;

/// Whether the usual slot of the cost holds none, so that a comma in a name may have moved the
/// cost.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Moved {
    #[default]
    No,
    /// The slot is empty: it has moved if one of the two slots after it is a cost.
    IfCostFollows,
    Yes,
}

/// A simulation of how the reader joins the pieces of country, operator and region that start with
/// a space (R43d): [`push`](Self::push) adds the pieces as they will be written.
#[derive(Clone, Copy, Default)]
pub(super) struct Join {
    /// The number of pieces since the `send_timestamp`, which counts; `None` before it.
    count: Option<usize>,
    /// Whether the layout has these names.
    has_names: bool,
    /// The number of pieces after the first one of the names that start without a space.
    starts: usize,
    /// Whether the cost may have moved out of its usual slot.
    has_moved: Moved,
    /// The index of the piece that is in the cost's slot after joining, if it is a cost.
    cost: Option<usize>,
    /// The number of pieces in the slots of the type and the id.
    slots: usize,
}

impl Join {
    /// Creates a simulation for pieces that start before the `send_timestamp` of an HLR reply.
    pub(super) const fn before_time(has_names: bool) -> Self {
        Self { count: None, has_names, starts: 0, has_moved: Moved::No, cost: None, slots: 0 }
    }

    /// Creates a simulation for the pieces from the phone of a message on.
    pub(super) const fn after_time() -> Self {
        Self { count: Some(1), ..Self::before_time(true) }
    }

    /// Adds a value, which is more than one piece if it contains commas.
    pub(super) fn push_value(&mut self, value: impl Iterator<Item = char>) {
        Piece::for_each(value, |piece| self.push(&piece, false));
    }

    pub(super) fn push(&mut self, piece: &Piece, is_slot: bool) {
        let Some(index) = self.count else {
            if piece.is_time(false) && piece.digits >= 9 {
                self.count = Some(1);
            }
            return;
        };
        self.count = Some(index.saturating_add(1));
        self.slots = self.slots.saturating_add(usize::from(is_slot));
        match index {
            FULL if piece.len == 0 => self.has_moved = Moved::IfCostFollows,
            FULL if !piece.is_cost(false) => self.has_moved = Moved::Yes,
            6 | 7 if self.has_moved == Moved::IfCostFollows && piece.is_cost(false) => self.has_moved = Moved::Yes,
            _ => {}
        }
        if index > 2 && !piece.has_space {
            self.starts = self.starts.saturating_add(1);
            if self.starts == 3 && piece.is_cost(false) {
                self.cost = Some(index);
            }
        }
    }

    /// Returns whether the reader joins names. `may_be_in_slots` is whether the message may be in
    /// the slot of the type or the id.
    pub(super) fn succeeds(&self, may_be_in_slots: bool) -> bool {
        let end = self.count.map(|count| count.saturating_sub(if may_be_in_slots { 0 } else { self.slots }));
        // The sender, the name of the status and the message follow the cost.
        let has_message = self.cost.zip(end).is_some_and(|(cost, end)| cost.saturating_add(3) < end);
        self.has_names && self.has_moved == Moved::Yes && has_message
    }
}
