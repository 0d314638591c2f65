//! The parts of a text: 160 characters of the GSM alphabet or 70 others in one message, 153 or 67
//! in each part of several.

use std::num::NonZeroU16;

/// The number of characters at most in the last part of a text that is just over.
const FEW: u32 = 5;

/// The characters of the GSM alphabet (3GPP TS 23.038) beside those of ASCII.
const GSM: &str = "£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà";

/// The characters of ASCII that are not in the alphabet.
const NOT_GSM: &[u8] = b"`";

/// The characters that take two places: they follow an escape.
const EXTENDED: &str = "^{}\\[~]|€\u{c}";

/// The number of parts of a text, and whether the text is just over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TextParts(
    /// Two and twice the number of parts, and 1 if the text is just over.
    NonZeroU16,
);

impl TextParts {
    /// Returns the parts of a text.
    pub(crate) fn of(text: &str) -> Self {
        let (units, alone, of_several) = match septets(text) {
            Some(septets) => (septets, 160, 153),
            None => (len(text.encode_utf16().count()), 70, 67),
        };
        let parts = if units <= alone { 1 } else { units.div_ceil(of_several) };
        let is_just_over = parts > 1 && units - of_several * (parts - 1) <= FEW;
        let code = u16::try_from(parts).unwrap_or(u16::MAX >> 2).min(u16::MAX >> 2) * 2 + u16::from(is_just_over);
        Self(NonZeroU16::MIN.saturating_add(code))
    }

    /// Returns the number of parts.
    pub(crate) const fn count(self) -> u32 {
        (self.0.get() as u32 - 1) / 2
    }

    /// Returns whether there are two or more parts, of which the last has at most five characters.
    pub(crate) const fn is_just_over(self) -> bool {
        (self.0.get() - 1) % 2 == 1
    }
}

/// Returns the number of places that a text takes in the GSM alphabet, or `None` if a character is
/// not in it.
fn septets(text: &str) -> Option<u32> {
    text.chars().try_fold(0, |sum: u32, next| {
        let is_basic = match u8::try_from(next) {
            Ok(byte) if byte.is_ascii() && !EXTENDED.contains(next) => {
                (matches!(byte, b' '..=b'~') || matches!(byte, b'\n' | b'\r')) && !NOT_GSM.contains(&byte)
            }
            _ => GSM.contains(next),
        };
        let places = if is_basic { 1 } else { 2 };
        (is_basic || EXTENDED.contains(next)).then(|| sum.saturating_add(places))
    })
}

fn len(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(letter: &str, count: usize) -> (u32, bool) {
        let parts = TextParts::of(&letter.repeat(count));
        (parts.count(), parts.is_just_over())
    }

    #[test]
    fn a_text_of_the_gsm_alphabet_has_160_or_153_a_part() {
        let lens = [0, 160, 161, 306, 307, 311, 312, 459, 460];
        let expected = [(1, false), (1, false), (2, false), (2, false), (3, true), (3, true), (3, false), (3, false), (4, true)];
        assert_eq!(lens.map(|len| parts("a", len)), expected);
    }

    #[test]
    fn another_text_has_70_or_67_a_part() {
        let lens = [70, 71, 72, 73, 134, 135, 139, 140];
        let expected = [(1, false), (2, true), (2, true), (2, false), (2, false), (3, true), (3, true), (3, false)];
        assert_eq!(lens.map(|len| parts("я", len)), expected);
    }

    #[test]
    fn some_characters_take_two_places() {
        assert_eq!([parts("€", 80), parts("€", 81)], [(1, false), (2, false)]);
        assert_eq!([parts("ß", 160), parts("`", 70), parts("`", 71)], [(1, false), (1, false), (2, true)]);
        assert_eq!([parts("😀", 35), parts("😀", 36)], [(1, false), (2, true)]);
        assert_eq!(parts("\t", 71), (2, true));
    }

    #[test]
    fn a_very_long_text_is_counted_all_the_same() {
        assert_eq!(parts("a", 5_000_000), (16_383, false));
    }
}
