//! Encoding of characters into the charset of the reply, and the handling of those that would be
//! lost.

use memchr::memchr;

use crate::model::charset::Charset;
use crate::model::fields::Field;
use crate::model::text::{Chars, Text};
use crate::scan::decimal::Digits;
use crate::write::output::Draft;
use crate::write::{WriteError, WriteErrorKind, WritePart};

/// A draft of the reply with its charset, and whether losses are errors or are replaced.
pub(super) struct Sink<'o> {
    pub(super) draft: Draft<'o>,
    pub(super) charset: Charset,
    pub(super) is_replacing: bool,
}

impl Sink<'_> {
    /// Returns the error for something that would be lost, or `Ok` if it is replaced instead.
    pub(super) const fn report_loss(&self, loss: WriteError) -> Result<(), WriteError> {
        if self.is_replacing { Ok(()) } else { Err(loss) }
    }

    /// Writes structure, which is ASCII and therefore the same bytes in every charset.
    pub(super) fn write_ascii(&mut self, text: &str) -> Result<(), WriteError> {
        self.draft.write(text.as_bytes())
    }

    /// Writes a number in decimal.
    pub(super) fn write_number(&mut self, number: i64) -> Result<(), WriteError> {
        self.draft.write(Digits::of(number).as_bytes())
    }

    /// Writes a character if the charset has it, and returns whether it was written.
    pub(super) fn try_write_char(&mut self, next: char) -> Result<bool, WriteError> {
        let mut buffer = [0; 4];
        let Some(bytes) = self.charset.encode(next, &mut buffer) else { return Ok(false) };
        self.draft.write(bytes)?;
        Ok(true)
    }

    /// Writes a character in a format without escapes. A character that the charset lacks is
    /// reported as a loss and replaced by `?`.
    pub(super) fn write_char(&mut self, next: char, part: WritePart) -> Result<(), WriteError> {
        if !self.try_write_char(next)? {
            self.report_loss(WriteErrorKind::Character.at(part))?;
            self.draft.write(b"?")?;
        }
        Ok(())
    }
}

/// Returns whether a text that contains this byte needs escaping in some format, or may be
/// forbidden in one (commas are checked separately). In UTF-8 that includes 0xEF, the first byte of
/// U+FFFE and U+FFFF, which XML forbids.
const fn is_special(byte: u8, charset: Charset) -> bool {
    matches!(byte, 0..b' ' | b'"' | b'\\' | b'<' | b'>' | b'&') || (byte == 0xef && matches!(charset, Charset::Utf8))
}

impl Sink<'_> {
    /// Returns whether a text is plain: it needs no escapes in any format, has no comma, and all of
    /// its characters are in the charset of the reply. Nearly every text is plain, and is written
    /// as a whole.
    pub(super) fn is_plain(&self, text: Text<'_>) -> bool {
        memchr(b',', text.as_bytes()).is_none() && self.is_plain_with_commas(text)
    }

    /// Returns whether a text is plain apart from commas, which have no meaning in fmt 2 and 3.
    fn is_plain_with_commas(&self, text: Text<'_>) -> bool {
        let (bytes, charset) = (text.as_bytes(), text.charset());
        // The loop has no early exit, which would keep the compiler from vectorising it.
        if bytes.iter().fold(false, |is_found, byte| is_found | is_special(*byte, charset)) {
            return false;
        }
        match (charset, self.charset) {
            (Charset::Utf8, Charset::Utf8) => core::str::from_utf8(bytes).is_ok(),
            (from, to) if from == to || to == Charset::Utf8 => true,
            _ => bytes.is_ascii(),
        }
    }

    /// Writes a text that is known to be plain.
    pub(super) fn write_plain(&mut self, text: Text<'_>) -> Result<(), WriteError> {
        if text.charset() == self.charset || text.as_bytes().is_ascii() {
            return self.draft.write(text.as_bytes());
        }
        // A byte of a charset with a table is at most three bytes in UTF-8.
        let mut buffer = [0; 3 * 32];
        for part in text.as_bytes().chunks(32) {
            if let Ok(len) = Text::new(part, text.charset()).decode_into(&mut buffer) {
                self.draft.write(buffer.get(..len).unwrap_or_default())?;
            }
        }
        Ok(())
    }

    /// Writes a text if it is plain, and returns whether it was written.
    pub(super) fn try_write_plain(&mut self, text: Text<'_>) -> Result<bool, WriteError> {
        let is_plain = self.is_plain(text);
        if is_plain {
            self.write_plain(text)?;
        }
        Ok(is_plain)
    }

    /// Writes a text for fmt 2 or 3 if it is plain apart from commas, and returns whether it was
    /// written.
    pub(super) fn try_write_plain_in_tree(&mut self, text: Text<'_>) -> Result<bool, WriteError> {
        let is_plain = self.is_plain_with_commas(text);
        if is_plain {
            self.write_plain(text)?;
        }
        Ok(is_plain)
    }
}

/// Returns an iterator over the characters of a number in decimal.
pub(super) fn digits(number: i64) -> impl Iterator<Item = char> {
    Digits::of(number).into_iter()
}

/// The line breaks that a value of fmt 0 or 1 cannot contain (R46).
#[derive(Clone, Copy)]
pub(super) enum LineBreaks {
    /// All of them: in a batch.
    All,
    /// A line feed at the end: in the last value of a single reply.
    Final,
    /// None of them: in the other values of a single reply.
    None,
}

impl LineBreaks {
    /// Returns the line breaks that a value cannot contain. `is_last` is whether it is the record's
    /// last value.
    pub(super) const fn of(is_batch: bool, is_last: bool) -> Self {
        match (is_batch, is_last) {
            (true, _) => Self::All,
            (false, true) => Self::Final,
            (false, false) => Self::None,
        }
    }

    /// Returns the characters of a text with a space in place of each line break that would be
    /// lost, and reports such a loss.
    pub(super) fn replace<'a>(
        self,
        text: Text<'a>,
        part: impl Into<WritePart>,
        sink: &Sink<'_>,
    ) -> Result<LineText<'a>, WriteError> {
        let line = LineText { chars: text.chars(), breaks: self };
        if line.clone().ne(text.chars()) {
            sink.report_loss(WriteErrorKind::LineBreak.at(part))?;
        }
        Ok(line)
    }
}

/// An iterator over the characters of a text as they are written on a line: with spaces in place of
/// the line breaks that would be lost.
#[derive(Clone)]
pub(super) struct LineText<'a> {
    chars: Chars<'a>,
    breaks: LineBreaks,
}

impl LineText<'_> {
    /// Returns the characters of an empty text.
    pub(super) fn empty() -> Self {
        Self { chars: Text::new(b"", Charset::Utf8).chars(), breaks: LineBreaks::None }
    }

    /// Returns whether a comma is among the characters that are left.
    pub(super) fn has_comma(&self) -> bool {
        self.clone().any(|next| next == ',')
    }
}

impl Iterator for LineText<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let next = self.chars.next()?;
        let is_lost = match self.breaks {
            LineBreaks::All => matches!(next, '\n' | '\r'),
            LineBreaks::Final => next == '\n' && self.chars.clone().next().is_none(),
            LineBreaks::None => false,
        };
        Some(if is_lost { ' ' } else { next })
    }
}

/// Writes the characters of a value of fmt 0 or 1, without any escapes.
pub(super) fn write_value(field: Field, characters: impl Iterator<Item = char>, sink: &mut Sink<'_>) -> Result<(), WriteError> {
    for next in characters {
        sink.write_char(next, field.into())?;
    }
    Ok(())
}
