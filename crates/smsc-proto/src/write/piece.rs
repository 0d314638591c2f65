//! The form of a value of fmt 1, as the reader will see it.

use crate::model::cost::MAX_SCALE;
use crate::model::fields::MAX_TIMESTAMP_DIGITS;

/// The form of a value between two commas, built character by character.
#[derive(Clone, Copy, Default)]
pub(super) struct Piece {
    pub(super) len: usize,
    /// Whether the value starts with a space.
    pub(super) has_space: bool,
    pub(super) digits: usize,
    /// The number of characters before the first dot.
    pub(super) dot: Option<usize>,
    /// Whether the value has any other character than digits, one dot and a leading space.
    is_other: bool,
    /// The number of characters of `HLR` that the value starts with.
    hlr: usize,
}

impl Piece {
    /// Returns the form of a value that contains no comma, or whose commas do not matter.
    pub(super) fn of(value: impl Iterator<Item = char>) -> Self {
        let mut piece = Self::default();
        value.for_each(|next| piece.push(next));
        piece
    }

    /// Calls a function with each piece of a value, which is more than one if it contains commas.
    pub(super) fn for_each(value: impl Iterator<Item = char>, mut add: impl FnMut(Self)) {
        let mut piece = Self::default();
        for next in value {
            if next == ',' { add(core::mem::take(&mut piece)) } else { piece.push(next) }
        }
        add(piece);
    }

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
    pub(super) fn is_time(&self, or_empty: bool) -> bool {
        let is_digits = !self.is_other && self.dot.is_none() && self.digits <= MAX_TIMESTAMP_DIGITS;
        is_digits && (self.digits > 0 || or_empty)
    }

    /// Returns whether the value is a cost (R32); or, if `or_empty`, empty.
    pub(super) fn is_cost(&self, or_empty: bool) -> bool {
        let is_scaled = self.dot.is_none_or(|dot| dot > 0 && (1..=MAX_SCALE).contains(&self.digits.saturating_sub(dot)));
        (self.digits > 0 && !self.is_other && !self.has_space && is_scaled) || (or_empty && self.len == 0)
    }

    /// Returns whether the value is `HLR`.
    pub(super) fn is_hlr(&self) -> bool {
        self.len == 3 && self.hlr == 3
    }
}
