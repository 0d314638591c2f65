//! Texts as numbers: each different text is stored once.

use std::hash::BuildHasher as _;

use hashbrown::{DefaultHashBuilder, HashTable};

/// The number of no text.
pub(crate) const NONE: u32 = u32::MAX;

/// The number of the text without a character.
pub(crate) const EMPTY: u32 = 0;

/// A set of texts, each with a number.
pub(crate) struct Names {
    /// All texts, one after the other.
    texts: String,
    /// The end of each text.
    ends: Vec<usize>,
    numbers: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Default for Names {
    fn default() -> Self {
        let mut names =
            Self { texts: String::new(), ends: Vec::new(), numbers: HashTable::new(), hasher: DefaultHashBuilder::default() };
        names.number("");
        names
    }
}

impl Names {
    /// Returns the number of a text, and stores the text if it is new.
    pub(crate) fn number(&mut self, text: &str) -> u32 {
        let hash = self.hasher.hash_one(text);
        let Self { texts, ends, numbers, hasher } = self;
        if let Some(number) = numbers.find(hash, |number| get(texts, ends, *number) == text) {
            return *number;
        }
        // Four thousand million texts do not fit into memory.
        let number = u32::try_from(ends.len()).unwrap_or(NONE);
        texts.push_str(text);
        ends.push(texts.len());
        numbers.insert_unique(hash, number, |number| hasher.hash_one(get(texts, ends, *number)));
        number
    }

    /// Returns the text of a number, or `None` for [`NONE`].
    pub(crate) fn text(&self, number: u32) -> Option<&str> {
        (number != NONE).then(|| get(&self.texts, &self.ends, number))
    }
}

fn get<'t>(texts: &'t str, ends: &[usize], number: u32) -> &'t str {
    let at = number as usize;
    let start = at.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
    ends.get(at).and_then(|end| texts.get(start..*end)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_has_one_number() {
        let mut names = Names::default();
        let numbers: Vec<_> = ["МТС", "", "МТС", "Билайн", ""].map(|text| names.number(text)).into();
        assert_eq!(numbers, [1, EMPTY, 1, 2, EMPTY]);
        assert_eq!([1, EMPTY, 2, NONE].map(|number| names.text(number)), [Some("МТС"), Some(""), Some("Билайн"), None]);
    }

    #[test]
    fn many_texts_are_found_again() {
        let mut names = Names::default();
        let texts: Vec<_> = (0..5_000).map(|number| format!("sender {number}")).collect();
        let numbers: Vec<_> = texts.iter().map(|text| names.number(text)).collect();
        assert!(texts.iter().zip(&numbers).all(|(text, number)| names.text(*number) == Some(text)));
        assert!(texts.iter().zip(&numbers).all(|(text, number)| names.number(text) == *number));
    }
}
