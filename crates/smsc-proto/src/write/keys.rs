//! Keys of fmt 0 inside texts, found in the way of the reader (R44).

use crate::model::fields::{Field, key_value_layout};

/// What follows a text in its record.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TextPosition {
    /// Another key follows.
    BeforeKey,
    /// Nothing follows, so a key at the very end of the text may have lost its last space (R44e).
    AtEnd,
}

/// A `name = ` at which the reader may end a text.
#[derive(Clone, Copy)]
struct Key {
    /// The field, if the name is a known key.
    field: Option<Field>,
    /// The number of characters from the comma before the key to its `=`, both excluded.
    equals: usize,
    /// The number of characters from the comma to the value, both excluded.
    len: usize,
}

/// Parses a key after the comma before it. Returns `None` if there is no key.
fn parse_key(mut text: impl Iterator<Item = char> + Clone, position: TextPosition) -> Option<Key> {
    if text.next() != Some(' ') {
        return None;
    }
    let mut name = [0_u8; 16];
    let mut len = 0_usize;
    let mut next = text.next();
    while let Some(letter) = next.filter(|next| next.is_ascii_alphabetic() || *next == '_') {
        if let (Some(target), Ok(letter)) = (name.get_mut(len), u8::try_from(letter)) {
            *target = letter;
        }
        len = len.saturating_add(1);
        next = text.next();
    }
    let field = name.get(..len).and_then(Field::from_label);
    let before = len.saturating_add(1);
    match (next?, len) {
        (_, 0) => None,
        (' ', _) => {
            let is_key = text.next() == Some('=')
                && match text.next() {
                    Some(next) => next == ' ',
                    None => position == TextPosition::AtEnd,
                };
            is_key.then_some(Key { field, equals: before.saturating_add(1), len: before.saturating_add(3) })
        }
        // `operator_orig= `, as the provider's page prints the key.
        ('=', _) if field == Some(Field::OperatorOrig) && text.next() == Some(' ') => {
            Some(Key { field, equals: before, len: before.saturating_add(2) })
        }
        _ => None,
    }
}

/// Returns whether the reader would end a text before the message too early: at a key that may
/// follow this field (R44a).
pub(super) fn ends_early(field: Field, is_hlr: bool, mut text: impl Iterator<Item = char> + Clone, position: TextPosition) -> bool {
    while text.any(|next| next == ',') {
        if parse_key(text.clone(), position).and_then(|key| key.field).is_some_and(|key| may_follow(key, field, is_hlr)) {
            return true;
        }
    }
    false
}

/// Returns whether a key may follow another field in a record.
fn may_follow(key: Field, earlier: Field, is_hlr: bool) -> bool {
    let is_later = key_value_layout().after(earlier).contains(&key);
    is_later && (key != Field::Comment || !is_hlr)
}

/// Returns whether a text, from the message on, contains a `, type = <digits>` that only pairs
/// follow, so that the reader would take it for the record's own (R44).
pub(super) fn leaves_type(mut text: impl Iterator<Item = char> + Clone, position: TextPosition) -> bool {
    let mut has_type = false;
    while text.any(|next| next == ',') {
        has_type = parse_key(text.clone(), position).is_some_and(|key| {
            let value = || text.clone().skip(key.len).take_while(|next| *next != ',');
            let is_type = key.field == Some(Field::Type) && value().next().is_some() && value().all(|next| next.is_ascii_digit());
            !value().any(|next| next == '\n') && (is_type || has_type)
        });
    }
    has_type
}

/// Returns whether a text contains `, comment = ` (R44).
pub(super) fn has_comment(mut text: impl Iterator<Item = char> + Clone, position: TextPosition) -> bool {
    while text.any(|next| next == ',') {
        if parse_key(text.clone(), position).is_some_and(|key| key.field == Some(Field::Comment)) {
            return true;
        }
    }
    false
}

/// An iterator over the characters of a text in which the `=` of every known key is replaced by
/// `-`.
#[derive(Clone)]
pub(super) struct EscapedKeys<I> {
    text: I,
    position: TextPosition,
    /// The number of characters before the `=` of the current key, if any.
    to_equals: Option<usize>,
}

impl<I> EscapedKeys<I> {
    /// Creates an iterator over a text.
    pub(super) const fn new(text: I, position: TextPosition) -> Self {
        Self { text, position, to_equals: None }
    }
}

impl<I: Iterator<Item = char> + Clone> Iterator for EscapedKeys<I> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let next = self.text.next()?;
        if next == ',' {
            self.to_equals = parse_key(self.text.clone(), self.position).filter(|key| key.field.is_some()).map(|key| key.equals);
            return Some(next);
        }
        let Some(to_equals) = self.to_equals else { return Some(next) };
        self.to_equals = to_equals.checked_sub(1);
        Some(if to_equals == 0 { '-' } else { next })
    }
}
