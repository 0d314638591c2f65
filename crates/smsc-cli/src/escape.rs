//! Escapes texts of replies for a terminal.

use std::fmt::{self, Write as _};

/// Displays a text with escapes for the characters that a terminal acts on or does not show:
/// control characters, line breaks, marks that change the direction of writing, and characters
/// without width. The text of an SMS must not be able to control a terminal.
pub(crate) struct Visible<T>(pub(crate) T);

impl<T: fmt::Display> fmt::Display for Visible<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(Escaping(f), "{}", self.0)
    }
}

struct Escaping<'a, 'b>(&'a mut fmt::Formatter<'b>);

impl fmt::Write for Escaping<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.chars().try_for_each(|next| self.write_char(next))
    }

    fn write_char(&mut self, next: char) -> fmt::Result {
        match next {
            '\n' => self.0.write_str("\\n"),
            '\r' => self.0.write_str("\\r"),
            '\t' => self.0.write_str("\\t"),
            _ if needs_escape(next) => write!(self.0, "\\u{{{:x}}}", u32::from(next)),
            _ => self.0.write_char(next),
        }
    }
}

/// Returns whether a character must not reach a terminal unescaped.
pub(crate) fn needs_escape(next: char) -> bool {
    next.is_control()
        || matches!(next,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Returns whether a character that needs an escape may start with this byte in UTF-8. Most texts
/// have no such byte, and then their characters need not be decoded.
pub(crate) fn may_start_escape(byte: u8) -> bool {
    matches!(byte, 0..b' ' | 0x7f | 0xc2 | 0xd8 | 0xe1 | 0xe2 | 0xef | 0xf3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_escaped_character_starts_with_such_a_byte() {
        for next in ('\0'..=char::MAX).filter(|next| needs_escape(*next)) {
            let first = next.encode_utf8(&mut [0; 4]).as_bytes()[0];
            assert!(may_start_escape(first), "{next:?} starts with {first:x}");
        }
        assert!(!"Привет, world 👍".bytes().any(may_start_escape));
    }

    #[test]
    fn control_characters_are_escaped() {
        assert_eq!(Visible("\u{1b}[2J\u{9b}1m\u{7}").to_string(), "\\u{1b}[2J\\u{9b}1m\\u{7}");
        assert_eq!(Visible("a\r\nb\tc\0").to_string(), "a\\r\\nb\\tc\\u{0}");
        assert_eq!(Visible("\u{202e}txt\u{2066}\u{200b}").to_string(), "\\u{202e}txt\\u{2066}\\u{200b}");
    }

    #[test]
    fn plain_text_is_unchanged() {
        assert_eq!(Visible("Привет, мир — «да» 👍 é").to_string(), "Привет, мир — «да» 👍 é");
    }
}
