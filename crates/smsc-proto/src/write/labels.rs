//! Labels of fmt 0 inside texts, found as the reader finds them (R44).

use crate::model::fields::{Field, key_value_layout};

/// What a text is followed by in its record.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Followed {
    /// By another label.
    ByLabel,
    /// By nothing: then a label at its very end may have lost its last space (R44e).
    ByNothing,
}

/// A `, name = ` behind whose comma a text stands.
#[derive(Clone, Copy)]
struct Label {
    /// The field, if the name is a known one.
    field: Option<Field>,
    /// How many characters there are between the comma and the `=`, and the whole label.
    equals: usize,
    len: usize,
}

/// Reads a label behind its comma.
fn label(mut text: impl Iterator<Item = char> + Clone, followed: Followed) -> Option<Label> {
    if text.next() != Some(' ') {
        return None;
    }
    let mut name = [0_u8; 16];
    let mut len = 0_usize;
    let mut next = text.next();
    while let Some(letter) = next.filter(|next| next.is_ascii_alphabetic() || *next == '_') {
        if let (Some(place), Ok(letter)) = (name.get_mut(len), u8::try_from(letter)) {
            *place = letter;
        }
        len = len.saturating_add(1);
        next = text.next();
    }
    let field = name.get(..len).and_then(known);
    let before = len.saturating_add(1);
    match (next?, len) {
        (_, 0) => None,
        (' ', _) => {
            let is_label = text.next() == Some('=')
                && match text.next() {
                    Some(next) => next == ' ',
                    None => followed == Followed::ByNothing,
                };
            is_label.then_some(Label { field, equals: before.saturating_add(1), len: before.saturating_add(3) })
        }
        // As the page prints it.
        ('=', _) if field == Some(Field::OperatorOrig) && text.next() == Some(' ') => {
            Some(Label { field, equals: before, len: before.saturating_add(2) })
        }
        _ => None,
    }
}

/// The field with this label; `id` may be in capitals (R20).
fn known(name: &[u8]) -> Option<Field> {
    let is_named = |field: &Field| field.label().as_bytes() == name || (*field == Field::Id && name == b"ID");
    key_value_layout().fields().iter().copied().chain([Field::SmsCnt]).find(is_named)
}

/// Whether a text in front of the message would end at a label that may come behind this field (R44a).
pub(super) fn ends_early(field: Field, is_hlr: bool, mut text: impl Iterator<Item = char> + Clone, followed: Followed) -> bool {
    while text.any(|next| next == ',') {
        if label(text.clone(), followed).and_then(|label| label.field).is_some_and(|label| may_come(label, field, is_hlr)) {
            return true;
        }
    }
    false
}

fn may_come(label: Field, behind: Field, is_hlr: bool) -> bool {
    let has_place = label == Field::SmsCnt || key_value_layout().after(behind).contains(&label);
    has_place && (label != Field::Comment || !is_hlr)
}

/// Whether a text from the message on leaves the reader at a `, type = <digits>` that only pairs follow (R44).
pub(super) fn leaves_type(mut text: impl Iterator<Item = char> + Clone, followed: Followed) -> bool {
    let mut has_type = false;
    while text.any(|next| next == ',') {
        has_type = label(text.clone(), followed).is_some_and(|label| {
            let value = || text.clone().skip(label.len).take_while(|next| *next != ',');
            let is_type = label.field == Some(Field::Type) && value().next().is_some() && value().all(|next| next.is_ascii_digit());
            !value().any(|next| next == '\n') && (is_type || has_type)
        });
    }
    has_type
}

/// Whether a text holds `, comment = ` (R44).
pub(super) fn has_comment(mut text: impl Iterator<Item = char> + Clone, followed: Followed) -> bool {
    while text.any(|next| next == ',') {
        if label(text.clone(), followed).is_some_and(|label| label.field == Some(Field::Comment)) {
            return true;
        }
    }
    false
}

/// A text in which the `=` of every known label is a `-`.
#[derive(Clone)]
pub(super) struct Broken<I> {
    text: I,
    followed: Followed,
    /// How many characters there are before the `=` of the label that has begun.
    left: Option<usize>,
}

impl<I> Broken<I> {
    pub(super) const fn new(text: I, followed: Followed) -> Self {
        Self { text, followed, left: None }
    }
}

impl<I: Iterator<Item = char> + Clone> Iterator for Broken<I> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let next = self.text.next()?;
        if next == ',' {
            self.left = label(self.text.clone(), self.followed).filter(|label| label.field.is_some()).map(|label| label.equals);
            return Some(next);
        }
        let Some(left) = self.left else { return Some(next) };
        self.left = left.checked_sub(1);
        Some(if left == 0 { '-' } else { next })
    }
}
