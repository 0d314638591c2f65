//! Texts from outside, made fit for a terminal.

use std::fmt::{self, Write as _};

/// Shows a text with everything visible that a terminal would act on: control characters, line breaks, marks that turn the direction of writing,
/// and characters that take no room. An SMS must not be able to drive a terminal.
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
            _ if is_harmful(next) => write!(self.0, "\\u{{{:x}}}", u32::from(next)),
            _ => self.0.write_char(next),
        }
    }
}

pub(crate) fn is_harmful(next: char) -> bool {
    next.is_control()
        || matches!(next,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether a harmful character may begin with this byte of UTF-8: those of most texts cannot, which saves a look at each character.
pub(crate) fn may_begin_harm(byte: u8) -> bool {
    matches!(byte, 0..b' ' | 0x7f | 0xc2 | 0xd8 | 0xe1 | 0xe2 | 0xef | 0xf3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_harm_is_overlooked() {
        for next in ('\0'..=char::MAX).filter(|next| is_harmful(*next)) {
            let first = next.encode_utf8(&mut [0; 4]).as_bytes()[0];
            assert!(may_begin_harm(first), "{next:?} begins with {first:x}");
        }
        assert!(!"Привет, world 👍".bytes().any(may_begin_harm));
    }

    #[test]
    fn nothing_reaches_the_terminal_as_a_command() {
        assert_eq!(Visible("\u{1b}[2J\u{9b}1m\u{7}").to_string(), "\\u{1b}[2J\\u{9b}1m\\u{7}");
        assert_eq!(Visible("a\r\nb\tc\0").to_string(), "a\\r\\nb\\tc\\u{0}");
        assert_eq!(Visible("\u{202e}txt\u{2066}\u{200b}").to_string(), "\\u{202e}txt\\u{2066}\\u{200b}");
    }

    #[test]
    fn ordinary_text_stays() {
        assert_eq!(Visible("Привет, мир — «да» 👍 é").to_string(), "Привет, мир — «да» 👍 é");
    }
}
