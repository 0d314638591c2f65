//! Known texts that are in a text, or similar to it.

use std::cmp::Reverse;

/// How a text relates to a known one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match<'k> {
    /// The text contains the known one whole.
    Contains(&'k str),
    /// The texts are nearly equal.
    Similar(&'k str),
}

impl<'k> Match<'k> {
    /// Returns the word for JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Contains(_) => "contains",
            Self::Similar(_) => "similar",
        }
    }

    /// Returns the known text.
    #[must_use]
    pub const fn known(self) -> &'k str {
        match self {
            Self::Contains(known) | Self::Similar(known) => known,
        }
    }
}

/// The similarity, 0 to 1, from which on a known text is the answer.
const ANSWERED: f64 = 0.8;
/// The similarity from which on a known text is suggested.
const SUGGESTED: f64 = 0.5;
/// The number of known texts to suggest.
const SUGGESTIONS: usize = 3;
/// The number of characters that are compared with a known text: more than any of those has.
const COMPARED: usize = 200;

/// Returns the known text that a text contains (the longest one), or is nearly equal to. A text
/// that denies the known one is neither.
pub fn find<'k>(text: &str, known: impl IntoIterator<Item = &'k str>) -> Option<Match<'k>> {
    let words = words(text);
    let known: Vec<_> = known.into_iter().collect();
    let contained = known.iter().filter(|known| contains(&words, &self::words(known)));
    let longest = contained.max_by_key(|known| (known.chars().count(), Reverse(**known)));
    if let Some(known) = longest {
        return Some(Match::Contains(known));
    }
    let (similarity, best) = nearest(&words, &known).into_iter().next()?;
    (similarity >= ANSWERED).then_some(Match::Similar(best))
}

/// Returns a few known texts that a text may have been meant to be, the most similar first.
#[must_use]
pub fn suggestions<'k>(text: &str, known: &[&'k str]) -> Vec<&'k str> {
    let near = nearest(&words(text), known).into_iter().filter(|(similarity, _)| *similarity >= SUGGESTED);
    near.take(SUGGESTIONS).map(|(_, known)| known).collect()
}

/// Returns the known texts that deny as much as the words do, the most similar first.
fn nearest<'k>(words: &[String], known: &[&'k str]) -> Vec<(f64, &'k str)> {
    let denials = |words: &[String]| words.iter().filter(|word| is_denial(word)).count();
    let joined: String = words.join(" ").chars().take(COMPARED).collect();
    let rank = |known: &&'k str| {
        let own = self::words(known);
        let spelt = own.join(" ");
        let may_be_near = denials(words) == denials(&own) && have_near_lengths(&joined, &spelt);
        may_be_near.then(|| (strsim::normalized_damerau_levenshtein(&joined, &spelt), *known))
    };
    let mut ranked: Vec<_> = known.iter().filter_map(rank).collect();
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| one.1.cmp(other.1)));
    ranked.dedup_by(|one, other| one.1 == other.1);
    ranked
}

/// Returns whether the lengths of two texts allow a similarity that is worth a suggestion: each
/// character that one of them has more is a difference.
fn have_near_lengths(one: &str, other: &str) -> bool {
    let (one, other) = (one.chars().count(), other.chars().count());
    2 * one.abs_diff(other) <= one.max(other)
}

/// Returns whether the known words are among the words, one after the other, and not denied there.
fn contains(words: &[String], known: &[String]) -> bool {
    let is_denied = |at: usize| at > 0 && is_denial(&words[at - 1]);
    !known.is_empty() && words.windows(known.len()).enumerate().any(|(at, part)| part == known && !is_denied(at))
}

/// Returns a text in small letters and without the marks that people leave out.
pub(crate) fn folded(text: &str) -> String {
    text.to_lowercase().replace('ё', "е")
}

/// Returns the folded words of a text.
fn words(text: &str) -> Vec<String> {
    let is_part = |next: char| next.is_alphanumeric() || next == '-';
    folded(text).split(|next: char| !is_part(next)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Returns whether a word turns a meaning into its opposite: in Russian also as the start of a
/// word.
fn is_denial(word: &str) -> bool {
    const WORDS: [&str; 12] = ["не", "нет", "ни", "без", "no", "not", "never", "non", "ne", "pas", "sans", "cannot"];
    let starts = |start: &str| word.strip_prefix(start).is_some_and(|rest| rest.chars().count() > 2);
    WORDS.contains(&word) || starts("не") || starts("un") || starts("in")
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 7] = [
        "Доставлено",
        "Невозможно доставить",
        "Абонент не существует",
        "Просрочено",
        "Неверный номер",
        "authorise error",
        "absent subscriber",
    ];

    fn found(text: &str) -> Option<Match<'static>> {
        find(text, KNOWN)
    }

    #[test]
    fn a_text_that_contains_a_known_one_is_known() {
        for (text, known) in [
            ("статус: Просрочено", "Просрочено"),
            ("Просрочено 05.11.2026", "Просрочено"),
            ("Статус: Невозможно доставить", "Невозможно доставить"),
            ("The server answered: authorise error, and no more", "authorise error"),
            ("Пишет, что абонент не существует и всё", "Абонент не существует"),
        ] {
            assert_eq!(found(text), Some(Match::Contains(known)), "{text}");
        }
    }

    #[test]
    fn a_near_text_is_similar() {
        assert_eq!(found("абонент не сущетвует"), Some(Match::Similar("Абонент не существует")));
        assert_eq!(found("authorize eror"), Some(Match::Similar("authorise error")));
        assert_eq!(found("не верный номер"), Some(Match::Similar("Неверный номер")));
    }

    #[test]
    fn a_denial_is_never_dropped() {
        for text in ["Не доставлено", "сообщение не просрочено", "верный номер", "Абонент существует", "not authorise error"]
        {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn nonsense_is_similar_to_nothing() {
        for text in ["ytdjpvj;yj ljcnfdbnm", "hello", "x", "zzzz zzzz zzzz", ""] {
            assert_eq!(found(text), None, "{text}");
            let near = nearest(&words(text), &KNOWN);
            assert!(near.iter().all(|(similarity, _)| *similarity < SUGGESTED), "{text}: {near:?}");
        }
    }
}
