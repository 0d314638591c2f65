//! The names of fmt 2 and 3 as 16-byte words: a name in its usual place takes one comparison, and
//! no search for its end.

use crate::model::fields::{Field, ValueKind, trees_layout};
use crate::model::query::Detail;

/// A field, by its name and the byte after the name.
#[derive(Clone, Copy)]
pub(crate) struct Key {
    pub(crate) field: Field,
    /// Whether every value is valid.
    pub(crate) is_text: bool,
    word: u128,
    mask: u128,
    len: usize,
}

/// The names of JSON in the order of a reply, each with the `"` after it.
pub(crate) static JSON: [Key; Field::ALL.len()] = keys(b'"');

/// The names of XML in the order of a reply, each with the `>` after it.
pub(crate) static XML: [Key; Field::ALL.len()] = keys(b'>');

#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "runs at compile time, where both stop the build")]
const fn keys<const N: usize>(end: u8) -> [Key; N] {
    let fields = trees_layout(Detail::Full).fields();
    assert!(fields.len() == N, "every field stands in the order once");
    let mut keys = [Key { field: Field::Status, is_text: false, word: 0, mask: 0, len: 0 }; N];
    let mut at = 0;
    while at < N {
        let name = fields[at].name().as_bytes();
        let (mut word, mut mask) = ([0; 16], [0; 16]);
        let mut place = 0;
        while place < name.len() {
            word[place] = name[place];
            mask[place] = 0xff;
            place += 1;
        }
        word[place] = end;
        mask[place] = 0xff;
        let (word, mask) = (u128::from_le_bytes(word), u128::from_le_bytes(mask));
        let is_text = matches!(fields[at].kind(), ValueKind::Code | ValueKind::Text);
        keys[at] = Key { field: fields[at], is_text, word, mask, len: place + 1 };
        at += 1;
    }
    keys
}

impl Key {
    /// Skips the name and the byte after it. Returns `None` if the input starts otherwise, or has
    /// fewer than 16 bytes.
    #[inline]
    pub(crate) fn strip<'a>(&self, input: &'a [u8]) -> Option<&'a [u8]> {
        if self.is(word(input)?) { input.get(self.len..) } else { None }
    }

    #[inline]
    const fn is(&self, word: u128) -> bool {
        (word ^ self.word) & self.mask == 0
    }
}

/// A key that was found, and the keys after it.
#[derive(Clone, Copy)]
pub(crate) struct NextKey {
    pub(crate) key: &'static Key,
    pub(crate) later: &'static [Key],
}

impl NextKey {
    /// Returns the key that the input starts with, and the rest of the input. Returns `None` if it
    /// starts with no key.
    #[inline]
    pub(crate) fn find<'a>(keys: &'static [Key], input: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let word = word(input)?;
        let mut left = keys;
        while let Some((key, later)) = left.split_first() {
            if key.is(word) {
                return Some((Self { key, later }, input.get(key.len..)?));
            }
            left = later;
        }
        None
    }
}

/// Returns the first 16 bytes of the input, which is the longest name and the byte after it; `None`
/// if there are fewer.
#[inline]
fn word(input: &[u8]) -> Option<u128> {
    input.first_chunk().map(|bytes| u128::from_le_bytes(*bytes))
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found_and_nothing_that_differs_from_it_by_a_byte() {
        for (keys, end) in [(&JSON, b'"'), (&XML, b'>')] {
            for field in Field::ALL {
                let name = field.name().as_bytes();
                let mut input = [b'"'; 32];
                input[..name.len()].copy_from_slice(name);
                input[name.len()] = end;
                let left = 31 - name.len();
                let found = NextKey::find(keys, &input);
                assert_eq!(found.map(|(next, rest)| (next.key.field, rest.len())), Some((*field, left)));
                let strips = keys.iter().filter_map(|key| Some((key.field, key.strip(&input)?.len())));
                assert!(strips.eq([(*field, left)]));
                assert!(found.is_some_and(|(next, _)| NextKey::find(next.later, &input).is_none()));
                // Fewer than 16 bytes.
                assert!(NextKey::find(keys, &input[..15]).is_none());
                for at in 0..=name.len() {
                    let mut other = input;
                    other[at] ^= 0x80;
                    assert!(NextKey::find(keys, &other).is_none());
                }
            }
        }
    }
}
