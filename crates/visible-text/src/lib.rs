#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

use core::fmt::{self, Write as _};

use icu_properties::props::{DefaultIgnorableCodePoint, Emoji};
use icu_properties::{CodePointSetData, CodePointSetDataBorrowed};

/// Displays a text with escapes for its invisible characters: `\n`, `\r`, `\t`, and for the others
/// `\u{…}` with the number of the character in hexadecimal.
///
/// ```
/// use visible_text::Visible;
///
/// assert_eq!(Visible("a\u{200b}b\n👍").to_string(), "a\\u{200b}b\\n👍");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Visible<T>(pub T);

impl<T: fmt::Display> fmt::Display for Visible<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Escaping::display(&self.0, f, |next, f| match next {
            '\n' => f.write_str("\\n"),
            '\r' => f.write_str("\\r"),
            '\t' => f.write_str("\\t"),
            _ => write!(f, "\\u{{{:x}}}", u32::from(next)),
        })
    }
}

/// Displays JSON with escapes for the invisible characters of its strings: `\u` and four digits for
/// each UTF-16 code unit, as JSON permits. The value of the JSON is unchanged.
///
/// The JSON has to be on one line: the white space between its values may be spaces only.
///
/// ```
/// use visible_text::VisibleJson;
///
/// assert_eq!(VisibleJson("{\"a\": \"\u{200b}👍\"}").to_string(), r#"{"a": "\u200b👍"}"#);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct VisibleJson<T>(pub T);

impl<T: fmt::Display> fmt::Display for VisibleJson<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Escaping::display(&self.0, f, |next, f| {
            next.encode_utf16(&mut [0; 2]).iter().try_for_each(|unit| write!(f, "\\u{unit:04x}"))
        })
    }
}

/// Returns whether an invisible character may start with this byte in UTF-8. Most texts have no
/// such byte, so that they can be written without a look at their characters.
#[must_use]
pub const fn may_start_escape(byte: u8) -> bool {
    matches!(byte, 0..b' ' | 0x7f | 0xc2 | 0xcd | 0xd8 | 0xe1..=0xe3 | 0xef | 0xf0 | 0xf3)
}

/// Returns whether a character is invisible, wherever it is.
fn is_invisible(next: char) -> bool {
    const IGNORABLE: CodePointSetDataBorrowed<'static> = CodePointSetData::new::<DefaultIgnorableCodePoint>();
    let mut utf8 = [0; 4];
    next.encode_utf8(&mut utf8);
    may_start_escape(utf8[0])
        && (next.is_control() || matches!(next, '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}') || IGNORABLE.contains(next))
}

/// Returns whether a character is an emoji by itself. The digits, `#` and `*` have the property
/// because of the keycaps.
fn is_emoji(next: char) -> bool {
    const EMOJI: CodePointSetDataBorrowed<'static> = CodePointSetData::new::<Emoji>();
    !next.is_ascii() && EMOJI.contains(next)
}

/// Joins two emoji into one.
const JOINER: char = '\u{200d}';
/// Selects how the emoji before it is shown: as a text.
const TEXT_STYLE: char = '\u{fe0e}';
/// Selects how the emoji before it is shown: as a picture.
const EMOJI_STYLE: char = '\u{fe0f}';
/// Is shown around the digit before it.
const KEYCAP: char = '\u{20e3}';

/// A writer that escapes invisible characters, except those that are a part of an emoji.
struct Escaping<'a, 'f> {
    out: &'a mut fmt::Formatter<'f>,
    escape: fn(char, &mut fmt::Formatter<'_>) -> fmt::Result,
    /// The last character that was written. An escape counts as a character that is no emoji.
    last: char,
    /// An invisible character that is a part of an emoji if the next character is.
    held: Option<char>,
}

impl<'a, 'f> Escaping<'a, 'f> {
    /// Writes a value. `escape` writes the escape of a character.
    fn display(
        value: &impl fmt::Display,
        out: &'a mut fmt::Formatter<'f>,
        escape: fn(char, &mut fmt::Formatter<'_>) -> fmt::Result,
    ) -> fmt::Result {
        let mut escaping = Self { out, escape, last: '\0', held: None };
        write!(escaping, "{value}")?;
        escaping.release(None)
    }

    /// Writes visible characters, or an invisible one that is a part of an emoji.
    fn keep(&mut self, text: &str) -> fmt::Result {
        self.last = text.chars().next_back().unwrap_or(self.last);
        self.out.write_str(text)
    }

    fn escape(&mut self, next: char) -> fmt::Result {
        self.last = '\0';
        (self.escape)(next, self.out)
    }

    /// Writes the character that is held, if there is one. `next` is the character after it.
    fn release(&mut self, next: Option<char>) -> fmt::Result {
        let Some(held) = self.held.take() else { return Ok(()) };
        let is_kept = if held == JOINER { next.is_some_and(is_emoji) } else { next == Some(KEYCAP) };
        if is_kept { self.keep(held.encode_utf8(&mut [0; 4])) } else { self.escape(held) }
    }

    /// Writes an invisible character, or holds it.
    fn invisible(&mut self, next: char) -> fmt::Result {
        match (self.last, next) {
            (emoji, TEXT_STYLE | EMOJI_STYLE) if is_emoji(emoji) => self.keep(next.encode_utf8(&mut [0; 4])),
            ('0'..='9' | '#' | '*', EMOJI_STYLE) => {
                self.held = Some(next);
                Ok(())
            }
            // The last character is a selector only if that is after an emoji: after a digit, the
            // last character is a keycap by now.
            (emoji, JOINER) if emoji == EMOJI_STYLE || is_emoji(emoji) => {
                self.held = Some(next);
                Ok(())
            }
            _ => self.escape(next),
        }
    }
}

impl fmt::Write for Escaping<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            self.release(Some(first))?;
            let (visible, after) = rest.split_at(rest.find(is_invisible).unwrap_or(rest.len()));
            if visible.is_empty() {
                self.invisible(first)?;
                rest = rest.get(first.len_utf8()..).unwrap_or_default();
            } else {
                self.keep(visible)?;
                rest = after;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
