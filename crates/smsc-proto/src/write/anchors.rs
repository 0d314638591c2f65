//! Where the reader of fmt 1 will find `send_timestamp, phone, …, cost` of an HLR answer (R45, R45a).

use crate::model::fields::MAX_TIMESTAMP_DIGITS;

/// The most digits behind the dot of a cost (R32).
const MAX_SCALE: usize = 4;

/// How many values stand from `send_timestamp` to `message` at most (all=2), both counted.
const WINDOW: usize = 9;

/// What a value between two commas looks like.
#[derive(Clone, Copy, Default)]
struct Piece {
    len: usize,
    has_space: bool,
    digits: usize,
    /// How many digits stand in front of the dot.
    dot: Option<usize>,
    is_other: bool,
    /// How many characters of `HLR` it begins with.
    hlr: usize,
}

impl Piece {
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

    /// Whether it is 1 to 10 digits, a space in front aside (R24).
    fn is_time(&self, or_empty: bool) -> bool {
        let is_digits = !self.is_other && self.dot.is_none() && self.digits <= MAX_TIMESTAMP_DIGITS;
        is_digits && (self.digits > 0 || or_empty)
    }

    fn is_cost(&self, or_empty: bool) -> bool {
        let is_scaled = self.dot.is_none_or(|dot| dot > 0 && (1..=MAX_SCALE).contains(&self.digits.saturating_sub(dot)));
        (self.digits > 0 && !self.is_other && !self.has_space && is_scaled) || (or_empty && self.len == 0)
    }

    fn is_hlr(&self) -> bool {
        self.len == 3 && self.hlr == 3
    }
}

/// Whether a value alone is 1 to 10 digits.
pub(super) fn is_timestamp(value: impl Iterator<Item = char>) -> bool {
    let mut piece = Piece::default();
    for next in value {
        piece.push(next);
    }
    piece.is_time(false) && !piece.has_space
}

/// Whether a value alone is digits, a dot and digits, as the cost that a comma in a name has moved (R43c).
pub(super) fn is_dotted_cost(value: impl Iterator<Item = char>) -> bool {
    let mut piece = Piece::default();
    for next in value {
        piece.push(next);
    }
    piece.is_cost(false) && piece.dot.is_some()
}

/// Takes the values from behind the first piece of `rnet` on, as they will be written, and tells the reader's choice.
#[derive(Clone, Copy, Default)]
pub(super) struct Anchors {
    /// How many values there are from `send_timestamp` to `cost`, not counting the latter.
    to_cost: usize,
    window: [Piece; WINDOW],
    count: usize,
    /// For each of the reader's preferences, the leftmost place that fits, and whether another does.
    found: [Option<(usize, bool)>; 3],
}

impl Anchors {
    pub(super) fn new(to_cost: usize) -> Self {
        Self { to_cost, ..Self::default() }
    }

    /// Takes a value, with the commas in it.
    pub(super) fn value(&mut self, value: impl Iterator<Item = char>) {
        let mut piece = Piece::default();
        for next in value {
            if next == ',' { self.piece(core::mem::take(&mut piece)) } else { piece.push(next) }
        }
        self.piece(piece);
    }

    /// The place that the reader will take, and whether it will mark the record.
    pub(super) fn choice(&self) -> Option<(usize, bool)> {
        self.found.iter().flatten().next().copied()
    }

    fn piece(&mut self, piece: Piece) {
        self.window.rotate_left(1);
        if let Some(last) = self.window.last_mut() {
            *last = piece;
        }
        self.count = self.count.saturating_add(1);
        // Sender, name of the status and message follow the cost.
        let len = self.to_cost.saturating_add(4);
        let Some(place) = self.count.checked_sub(len) else { return };
        let values = WINDOW.checked_sub(len).and_then(|start| self.window.get(start..)).unwrap_or_default();
        let (Some(time), Some(cost)) = (values.first(), values.get(self.to_cost)) else { return };
        let has_values = time.is_time(false) && cost.is_cost(false);
        let is_named = values.get(self.to_cost.saturating_add(1)).is_some_and(Piece::is_hlr);
        let fits = [has_values && is_named, has_values, time.is_time(true) && cost.is_cost(true)];
        for (found, fits) in self.found.iter_mut().zip(fits) {
            if fits {
                *found = Some(found.map_or((place, false), |(first, _)| (first, true)));
            }
        }
    }
}
