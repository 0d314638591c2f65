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
}

impl Anchors {
    /// Creates a simulation for records with this number of values before the cost.
    pub(super) fn new(to_cost: usize) -> Self {
        Self { to_cost, ..Self::default() }
    }

    /// Adds a value, which is more than one piece if it contains commas.
    pub(super) fn push_value(&mut self, value: impl Iterator<Item = char>) {
        let mut piece = Piece::default();
        for next in value {
            if next == ',' { self.push_piece(core::mem::take(&mut piece)) } else { piece.push(next) }
        }
        self.push_piece(piece);
    }

    /// Returns the position that the reader will choose, and whether the reader will mark the
    /// record as ambiguous. Returns `None` if no position fits.
    pub(super) fn chosen(&self) -> Option<(usize, bool)> {
        self.found.iter().flatten().next().copied()
    }

    /// Adds a piece between two commas, and checks the position whose values are now complete.
    fn push_piece(&mut self, piece: Piece) {
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
        for (found, fits) in self.found.iter_mut().zip(fits) {
            if fits {
                *found = Some(found.map_or((position, false), |(first, _)| (first, true)));
            }
        }
    }
}
