//! Matching of texts that people copy from logs and pages with known texts.

use crate::codes::Codes;
use crate::fold::{Folded, strip, words};

/// The characters that may separate a known text from anything after it. Question marks and
/// exclamation marks may not, because they change the meaning of the text.
const SUFFIX_MARKS: &str = ".,:;()[]-–—…/|·»\"\n";

/// A known text, its codes, and what else it means.
pub(crate) type Known<T> = (&'static str, Codes, T);

/// Returns the known text that a text consists of, with or without a label before it, or `None` if it
/// is none. The longest one that matches is returned, and the first of equally long ones; its codes
/// have the err that the text names after a status.
pub(crate) fn recognise<T>(text: &str, known: &(impl Iterator<Item = Known<T>> + Clone)) -> Option<Known<T>> {
    let mut best: Option<(usize, Known<T>)> = None;
    for text in [Some(text), without_label(text)].into_iter().flatten() {
        for (known, codes, more) in known.clone() {
            let Some((length, rest)) = match_text(text, known) else { continue };
            let (length, codes) = codes.with_reason(length, rest);
            if best.as_ref().is_none_or(|(longest, _)| length > *longest) {
                best = Some((length, (known, codes, more)));
            }
        }
    }
    best.map(|(_, found)| found)
}

/// Matches a text with a known one. Returns the number of folded letters that match, and the text
/// after them, or `None` if the text does not start with the known one.
///
/// The known text may be followed by a number, or by anything that starts with a punctuation mark.
pub(crate) fn match_text<'t>(text: &'t str, known: &str) -> Option<(usize, &'t str)> {
    let rest = strip(text, known)?;
    let is_number = !rest.trim().is_empty() && rest.trim().bytes().all(|byte| byte.is_ascii_digit());
    let mark = rest.chars().find(|next| next.is_alphanumeric() || SUFFIX_MARKS.chars().any(|mark| mark == *next));
    let is_suffix = Folded::new(rest).next().is_none() || is_number || mark.is_some_and(|mark| !mark.is_alphanumeric());
    is_suffix.then(|| (Folded::new(known).count(), rest))
}

/// Returns the text after a label such as `Ошибка:` or `ERROR = 9 (`, or `None` if it has none.
///
/// The label is the word, and the number after it if there is one.
fn without_label(text: &str) -> Option<&str> {
    let rest = ["ошибка", "error", "erreur"].into_iter().find_map(|label| strip(text, label))?;
    let number = words(rest).next().filter(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    number.map_or(Some(rest), |number| strip(rest, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_text_may_be_followed_by_a_mark_or_a_number() {
        for text in ["No money", "«no money»", "no money.", "no money (3)", "no money 3", "no money, ID - 5"] {
            assert_eq!(match_text(text, "no money").map(|(length, _)| length), Some(8), "{text}");
        }
        for text in ["no money? 3", "no money 3 times", "no moneys", "no money here", "no", "there is no money", ""] {
            assert_eq!(match_text(text, "no money"), None, "{text}");
        }
    }

    #[test]
    fn labels_are_skipped_with_their_number() {
        assert_eq!(without_label("Ошибка: нет").map(str::trim_start), Some(": нет"));
        assert_eq!(without_label("ERROR = 9 (duplicate)").map(str::trim_start), Some("(duplicate)"));
        assert_eq!(without_label("Ошибка 3: нет"), Some(": нет"));
        assert_eq!(without_label("Ошибочно"), None);
        assert_eq!(without_label("нет"), None);
    }
}
