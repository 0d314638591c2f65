//! Comparison of texts as people write them: letters and digits are compared without regard to case
//! and marks, and everything between two words counts as one space.

use core::str::Chars;

/// An iterator over the folded letters of a text, with one space between words.
#[derive(Clone)]
pub(crate) struct Folded<'t> {
    chars: Chars<'t>,
    has_started: bool,
    /// The letter after a space that was just returned.
    pending: Option<char>,
}

enum Piece {
    Letter(char),
    Gap,
    /// A character that is ignored: a mark above a letter, or a character without width.
    Ignored,
}

/// Letters that people write with or without a mark, or as two characters: the plain letter, and
/// its marked forms.
const PLAIN: [(char, &str); 8] =
    [('u', "ùûü"), ('е', "ё"), ('и', "й"), ('a', "àâ"), ('c', "ç"), ('e', "éèêë"), ('i', "îï"), ('o', "ô")];

fn piece(next: char) -> Piece {
    match next {
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => Piece::Ignored,
        _ if next.is_alphanumeric() => {
            let lower = next.to_lowercase().next().unwrap_or(next);
            let plain =
                PLAIN.iter().find(|(_, marked)| marked.chars().any(|other| other == lower)).map_or(lower, |(plain, _)| *plain);
            Piece::Letter(plain)
        }
        _ => Piece::Gap,
    }
}

impl<'t> Folded<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { chars: text.chars(), has_started: false, pending: None }
    }

    /// Returns the text after the letter that was returned last.
    fn rest(self) -> &'t str {
        self.chars.as_str()
    }
}

impl Iterator for Folded<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        if let Some(letter) = self.pending.take() {
            return Some(letter);
        }
        let mut is_after_gap = false;
        loop {
            match piece(self.chars.next()?) {
                Piece::Ignored => {}
                Piece::Gap => is_after_gap = self.has_started,
                Piece::Letter(letter) => {
                    self.has_started = true;
                    if is_after_gap {
                        self.pending = Some(letter);
                        return Some(' ');
                    }
                    return Some(letter);
                }
            }
        }
    }
}

/// Returns whether two texts are equal apart from case, marks, and the characters between words.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    Folded::new(one).eq(Folded::new(other))
}

/// Returns the text after `known`, or `None` if the text does not start with these words.
pub(crate) fn strip<'t>(text: &'t str, known: &str) -> Option<&'t str> {
    let mut letters = Folded::new(text);
    for letter in Folded::new(known) {
        if letters.next() != Some(letter) {
            return None;
        }
    }
    let rest = letters.rest();
    let ends = rest.chars().map(piece).find(|next| !matches!(next, Piece::Ignored)).is_none_or(|next| matches!(next, Piece::Gap));
    ends.then_some(rest)
}

/// Returns the words of a text, as slices of the text. They are not folded.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> + Clone {
    text.split(|next| matches!(piece(next), Piece::Gap)).filter(|word| Folded::new(word).next().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_letters_and_digits_count() {
        assert!(is_same("«НЕВЕРНЫЙ\u{a0}ЛОГИН  или пароль».", "Неверный логин или пароль"));
        assert!(is_same("Недоступныи\u{306} номер", "Недоступный номер"));
        assert!(is_same("\u{feff}сче\u{308}т—счёт", "счет СЧЕТ"));
        assert!(is_same("Échoué, délai d’expiration", "echoue delai d'expiration"));
        assert!(!is_same("невер ный", "неверный"));
        assert!(!is_same("", "а"));
    }

    #[test]
    fn known_words_end_where_a_word_ends() {
        assert_eq!(strip("Доставлено: да", "доставлено"), Some(": да"));
        assert_eq!(strip("Доставлен", "доставлено"), None);
        assert_eq!(strip("Запрещенный ip-адрес", "запрещено"), None);
        assert_eq!(strip("Запрещено!", "запрещено"), Some("!"));
        assert_eq!(strip("Запрещеноо", "запрещено"), None);
        assert_eq!(strip("Недоступныи\u{306}", "недоступный"), Some("\u{306}"));
    }

    #[test]
    fn words_are_pieces_between_gaps() {
        assert!(words("  d’attente (en file). ").eq(["d", "attente", "en", "file"]));
        assert_eq!(words(" — ").count(), 0);
    }
}
