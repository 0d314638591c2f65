//! Prediction of where the reader of fmt 1 will find `send_timestamp, phone, …, cost` of an HLR
//! reply (R45, R45a).

use crate::model::cost::MAX_SCALE;
use crate::model::fields::MAX_TIMESTAMP_DIGITS;

/// The maximum number of values from `send_timestamp` to `message` (all=2), both included.
const WINDOW: usize = 9;

/// The form of a value between two commas, built character by character.
#[derive(Clone, Copy, Default)]
struct Piece {
    len: usize,
    /// Whether the value starts with a space.
    has_space: bool,
    digits: usize,
    /// The number of characters before the first dot.
    dot: Option<usize>,
    /// Whether the value has any other character than digits, one dot and a leading space.
    is_other: bool,
    /// The number of characters of `HLR` that the value starts with.
    hlr: usize,
}

impl Piece {
    /// Adds the next character of the value.
    fn push(&mut self, next: char) {
        match next {
            '0'..='9' => self.digits = self.digits.saturating_add(1),
            '.' if self.dot.is_none() => self.dot = Some(self.len),
            ' ' if self.len == 0 => self.has_space = true,
            _ => self.is_other = true,
        }
        if self.hlr == self.len && "HLR".chars().nth(self.hlr) == Some(next) {
            self.hlr = self.hlr.saturating_add(1);
        }
        self.len = self.len.saturating_add(1);
    }

    /// Returns whether the value is 1 to 10 digits, optionally after a space (R24); or, if
    /// `or_empty`, no digit.
    fn is_time(&self, or_empty: bool) -> bool {
        let is_digits = !self.is_other && self.dot.is_none() && self.digits <= MAX_TIMESTAMP_DIGITS;
        is_digits && (self.digits > 0 || or_empty)
    }

    /// Returns whether the value is a cost (R32); or, if `or_empty`, empty.
    fn is_cost(&self, or_empty: bool) -> bool {
        let is_scaled = self.dot.is_none_or(|dot| dot > 0 && (1..=MAX_SCALE).contains(&self.digits.saturating_sub(dot)));
        (self.digits > 0 && !self.is_other && !self.has_space && is_scaled) || (or_empty && self.len == 0)
    }

    /// Returns whether the value is `HLR`.
    fn is_hlr(&self) -> bool {
        self.len == 3 && self.hlr == 3
    }
}

/// Returns whether a value is 1 to 10 digits.
pub(super) fn is_timestamp(value: impl Iterator<Item = char>) -> bool {
    let mut piece = Piece::default();
    for next in value {
        piece.push(next);
    }
    piece.is_time(false) && !piece.has_space
}

/// Returns whether a value is digits, a dot and digits, like a cost that a comma in a name has
/// moved (R43c).
pub(super) fn is_dotted_cost(value: impl Iterator<Item = char>) -> bool {
    let mut piece = Piece::default();
    for next in value {
        piece.push(next);
    }
    piece.is_cost(false) && piece.dot.is_some()
}

/// The number of values from `send_timestamp` to `cost` of all=2, the latter excluded.
const FULL: usize = 5;

/// A simulation of how the reader joins the pieces of country, operator and region that start with a
/// space (R43d): [`push`](Self::push) adds the pieces as they will be written.
#[derive(Clone, Copy, Default)]
pub(super) struct Join {
    /// The number of pieces since the `send_timestamp`, which counts; `None` before it.
    count: Option<usize>,
    /// Whether the layout has these names.
    has_names: bool,
    /// The number of pieces after the first one of the names that start without a space.
    starts: usize,
    /// Whether the usual slot of the cost holds no cost.
    has_no_cost: bool,
    /// Whether the usual slot of the cost is empty.
    is_empty: bool,
    /// Whether one of the two slots after it is a cost.
    is_cost_after: bool,
    /// The index of the piece that is in the cost's slot after joining, if it is a cost.
    cost: Option<usize>,
    /// The number of pieces in the slots of the type and the id.
    slots: usize,
}

impl Join {
    /// Creates a simulation for pieces that start before the `send_timestamp` of an HLR reply.
    const fn before_time(has_names: bool) -> Self {
        Self { count: None, has_names, starts: 0, has_no_cost: false, is_empty: false, is_cost_after: false, cost: None, slots: 0 }
    }

    /// Creates a simulation for the pieces from the phone of a message on.
    pub(super) const fn after_time() -> Self {
        Self { count: Some(1), ..Self::before_time(true) }
    }

    /// Adds a value, which is more than one piece if it contains commas.
    pub(super) fn push_value(&mut self, value: impl Iterator<Item = char>) {
        let mut piece = Piece::default();
        for next in value {
            if next == ',' { self.push(&core::mem::take(&mut piece), false) } else { piece.push(next) }
        }
        self.push(&piece, false);
    }

    fn push(&mut self, piece: &Piece, is_slot: bool) {
        let Some(index) = self.count else {
            if piece.is_time(false) && piece.digits >= 9 {
                self.count = Some(1);
            }
            return;
        };
        self.count = Some(index.saturating_add(1));
        self.slots = self.slots.saturating_add(usize::from(is_slot));
        match index {
            FULL => (self.has_no_cost, self.is_empty) = (!piece.is_cost(false), piece.len == 0),
            6 | 7 => self.is_cost_after |= piece.is_cost(false),
            _ => {}
        }
        if index > 2 && !piece.has_space {
            self.starts = self.starts.saturating_add(1);
            if self.starts == 3 && piece.is_cost(false) {
                self.cost = Some(index);
            }
        }
    }

    /// Returns whether the reader joins names. `may_be_in_slots` is whether the message may be in the
    /// slot of the type or the id.
    pub(super) fn succeeds(&self, may_be_in_slots: bool) -> bool {
        let has_moved = self.has_no_cost && (!self.is_empty || self.is_cost_after);
        let end = self.count.map(|count| count.saturating_sub(if may_be_in_slots { 0 } else { self.slots }));
        // The sender, the name of the status and the message follow the cost.
        let has_message = self.cost.zip(end).is_some_and(|(cost, end)| cost.saturating_add(3) < end);
        self.has_names && has_moved && has_message
    }
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
        self.push(value, false);
    }

    /// Adds the value of the slot of the type or the id.
    pub(super) fn push_slot(&mut self, value: impl Iterator<Item = char>) {
        self.push(value, true);
    }

    fn push(&mut self, value: impl Iterator<Item = char>, is_slot: bool) {
        let mut piece = Piece::default();
        for next in value {
            if next == ',' { self.push_piece(core::mem::take(&mut piece), is_slot) } else { piece.push(next) }
        }
        self.push_piece(piece, is_slot);
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
    fn push_piece(&mut self, piece: Piece, is_slot: bool) {
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
