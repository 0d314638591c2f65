//! Characters on their way to the output: into its charset, and what happens to those that are lost.

use memchr::memchr;

use crate::model::charset::Charset;
use crate::model::fields::Field;
use crate::model::text::{Chars, Text};
use crate::write::output::Draft;
use crate::write::{WriteError, WriteErrorKind, WritePart};

/// An output with the charset of the reply and the caller's choice.
pub(super) struct Sink<'o> {
    pub(super) draft: Draft<'o>,
    pub(super) charset: Charset,
    pub(super) is_replacing: bool,
}

impl Sink<'_> {
    /// Something would be lost: an error, unless it is to be replaced.
    pub(super) const fn loss(&self, loss: WriteError) -> Result<(), WriteError> {
        if self.is_replacing { Ok(()) } else { Err(loss) }
    }

    /// Writes structure, which is ASCII and so the same in every charset.
    pub(super) fn ascii(&mut self, text: &str) -> Result<(), WriteError> {
        self.draft.write(text.as_bytes())
    }

    pub(super) fn number(&mut self, number: i64) -> Result<(), WriteError> {
        self.draft.write(Digits::of(number).as_bytes())
    }

    /// Writes a character, if the charset has it.
    pub(super) fn has_written(&mut self, next: char) -> Result<bool, WriteError> {
        let mut buffer = [0; 4];
        let Some(bytes) = self.charset.encode(next, &mut buffer) else { return Ok(false) };
        self.draft.write(bytes)?;
        Ok(true)
    }

    /// Writes a character of a format without escapes.
    pub(super) fn plain(&mut self, next: char, part: WritePart) -> Result<(), WriteError> {
        if !self.has_written(next)? {
            self.loss(WriteErrorKind::Character.at(part))?;
            self.draft.write(b"?")?;
        }
        Ok(())
    }
}

/// The bytes that a text may not hold to be plain: what means something to one of the formats, or is forbidden in one, but for commas; and, in UTF-8, what U+FFFE and U+FFFF begin with.
const fn is_special(byte: u8, charset: Charset) -> bool {
    matches!(byte, 0..b' ' | b'"' | b'\\' | b'<' | b'>' | b'&') || (byte == 0xef && matches!(charset, Charset::Utf8))
}

impl Sink<'_> {
    /// Whether a text is plain: none of its characters means anything to a format, and the charset has them all. Nearly every text is, and is written as a whole.
    pub(super) fn is_plain(&self, text: Text<'_>) -> bool {
        memchr(b',', text.as_bytes()).is_none() && self.is_plain_with_commas(text)
    }

    /// The same, but that it may hold commas, which mean nothing to fmt 2 and 3.
    fn is_plain_with_commas(&self, text: Text<'_>) -> bool {
        let (bytes, charset) = (text.as_bytes(), text.charset());
        // Without an early end, which would keep the processor from looking at many at once.
        if bytes.iter().fold(false, |is_found, byte| is_found | is_special(*byte, charset)) {
            return false;
        }
        match (charset, self.charset) {
            (Charset::Utf8, Charset::Utf8) => core::str::from_utf8(bytes).is_ok(),
            (from, to) if from == to || to == Charset::Utf8 => true,
            _ => bytes.is_ascii(),
        }
    }

    /// Writes a text that is plain.
    pub(super) fn put_plain(&mut self, text: Text<'_>) -> Result<(), WriteError> {
        if text.charset() == self.charset || text.as_bytes().is_ascii() {
            return self.draft.write(text.as_bytes());
        }
        // No byte of a charset with a table takes more than three in UTF-8.
        let mut buffer = [0; 3 * 32];
        for part in text.as_bytes().chunks(32) {
            if let Ok(len) = Text::new(part, text.charset()).decode_into(&mut buffer) {
                self.draft.write(buffer.get(..len).unwrap_or_default())?;
            }
        }
        Ok(())
    }

    /// Writes a text if it is plain.
    pub(super) fn has_put_plain(&mut self, text: Text<'_>) -> Result<bool, WriteError> {
        let is_plain = self.is_plain(text);
        if is_plain {
            self.put_plain(text)?;
        }
        Ok(is_plain)
    }

    /// The same for fmt 2 and 3.
    pub(super) fn has_put_plain_in_tree(&mut self, text: Text<'_>) -> Result<bool, WriteError> {
        let is_plain = self.is_plain_with_commas(text);
        if is_plain {
            self.put_plain(text)?;
        }
        Ok(is_plain)
    }
}

/// The characters of a number.
pub(super) fn digits(number: i64) -> impl Iterator<Item = char> {
    let digits = Digits::of(number);
    digits.bytes.into_iter().skip(digits.start).map(char::from)
}

/// An i64 has 20 characters at most. Core's own formatting is not asked: on 32-bit machines it holds a path to a panic.
struct Digits {
    bytes: [u8; 20],
    start: usize,
}

impl Digits {
    fn of(number: i64) -> Self {
        let mut digits = Self { bytes: [b'-'; 20], start: 20 };
        let mut left = number.unsigned_abs();
        for place in digits.bytes.iter_mut().rev() {
            *place = u8::try_from(left % 10).map_or(b'0', |digit| digit.wrapping_add(b'0'));
            digits.start = digits.start.saturating_sub(1);
            left /= 10;
            if left == 0 {
                break;
            }
        }
        digits.start = digits.start.saturating_sub(usize::from(number < 0));
        digits
    }

    fn as_bytes(&self) -> &[u8] {
        self.bytes.get(self.start..).unwrap_or_default()
    }
}

/// What a layout of lines makes of the line breaks in its values (R46).
#[derive(Clone, Copy)]
pub(super) enum Breaks {
    /// None may be there: a batch.
    Detail,
    /// None may be at the end: the last value of a single reply.
    Last,
    /// All may be there.
    None,
}

impl Breaks {
    /// Those of a value of a record, which may be the last one.
    pub(super) const fn of(is_batch: bool, is_last: bool) -> Self {
        match (is_batch, is_last) {
            (true, _) => Self::Detail,
            (false, true) => Self::Last,
            (false, false) => Self::None,
        }
    }

    /// Says so if line breaks of the text would be lost, and gives its characters with spaces in their place.
    pub(super) fn replaced<'a>(self, text: Text<'a>, part: impl Into<WritePart>, sink: &Sink<'_>) -> Result<Line<'a>, WriteError> {
        let line = Line { chars: text.chars(), breaks: self };
        if line.clone().ne(text.chars()) {
            sink.loss(WriteErrorKind::LineBreak.at(part))?;
        }
        Ok(line)
    }
}

/// The characters of a text without the line breaks that would be lost.
#[derive(Clone)]
pub(super) struct Line<'a> {
    chars: Chars<'a>,
    breaks: Breaks,
}

impl Line<'_> {
    pub(super) fn empty() -> Self {
        Self { chars: Text::new(b"", Charset::Utf8).chars(), breaks: Breaks::None }
    }

    pub(super) fn has_comma(&self) -> bool {
        self.clone().any(|next| next == ',')
    }
}

impl Iterator for Line<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let next = self.chars.next()?;
        let is_lost = match self.breaks {
            Breaks::Detail => matches!(next, '\n' | '\r'),
            Breaks::Last => next == '\n' && self.chars.clone().next().is_none(),
            Breaks::None => false,
        };
        Some(if is_lost { ' ' } else { next })
    }
}

/// Writes the values of fmt 0 and 1 that need no more than this.
pub(super) fn value(field: Field, characters: impl Iterator<Item = char>, sink: &mut Sink<'_>) -> Result<(), WriteError> {
    for next in characters {
        sink.plain(next, field.into())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    extern crate std;
    use std::string::{String, ToString as _};

    #[test]
    fn every_length_of_number() {
        let powers = (0..19).map(|exponent| 10_i64.pow(exponent));
        for number in powers.flat_map(|power| [power, power - 1, power + 1]).chain([i64::MAX, i64::MIN]) {
            for number in [number, number.wrapping_neg()] {
                assert_eq!(digits(number).collect::<String>(), number.to_string());
                assert_eq!(Digits::of(number).as_bytes(), number.to_string().as_bytes());
            }
        }
    }
}
