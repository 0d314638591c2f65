//! Form encoding (`application/x-www-form-urlencoded`) in the charset of the request.

use core::fmt;

use crate::model::charset::Charset;
use crate::model::message_id::MessageId;
use crate::model::query::Format;
use crate::request::error::{RequestError, RequestErrorKind};
use crate::scan::decimal::{self, Digits};
use crate::scan::swar;

/// The bytes that are collected before they are passed to the output.
const CAPACITY: usize = 512;

/// The most bytes that a single step adds: a number of 10 digits as a block of 16 bytes, and a
/// separator.
const STEP: usize = 24;

/// A writer of the parameters of a request, `name=value&name=value`.
pub struct Form<'o> {
    out: &'o mut dyn fmt::Write,
    charset: Charset,
    buffer: [u8; CAPACITY],
    len: usize,
    is_first: bool,
    parameter: &'static str,
}

impl<'o> Form<'o> {
    /// Creates a writer without any parameter yet.
    pub(crate) fn new(out: &'o mut dyn fmt::Write, charset: Charset) -> Self {
        Self { out, charset, buffer: [0; CAPACITY], len: 0, is_first: true, parameter: "" }
    }

    /// Starts a parameter. Its name needs no encoding.
    pub(crate) fn name(&mut self, name: &'static str) -> Result<&mut Self, RequestError> {
        self.parameter = name;
        if !self.is_first {
            self.push(b"&")?;
        }
        self.is_first = false;
        self.push(name.as_bytes())?;
        self.push(b"=")?;
        Ok(self)
    }

    /// Writes a whole parameter whose value needs no encoding.
    pub(crate) fn flag(&mut self, name: &'static str, value: &str) -> Result<(), RequestError> {
        self.name(name)?.push(value.as_bytes())
    }

    /// Writes a whole parameter with a number.
    pub(crate) fn number(&mut self, name: &'static str, value: u32) -> Result<(), RequestError> {
        self.name(name)?.digits(value)
    }

    /// Writes a whole parameter with a number of any length.
    pub(crate) fn long_number(&mut self, name: &'static str, value: u64) -> Result<(), RequestError> {
        self.name(name)?;
        Digits::of(i64::try_from(value).unwrap_or(i64::MAX)).into_iter().try_for_each(|digit| self.character(digit, 0))
    }

    /// Writes an id.
    #[inline]
    pub(crate) fn id(&mut self, id: MessageId<'_>) -> Result<(), RequestError> {
        match id.number() {
            Some(number) => self.digits(number),
            None => self.text(id.text().unwrap_or_default()),
        }
    }

    /// Writes a whole parameter with a text.
    pub(crate) fn parameter(&mut self, name: &'static str, value: &str) -> Result<(), RequestError> {
        self.name(name)?.text(value)
    }

    /// Writes the parameter `fmt`.
    pub(crate) fn format(&mut self, format: Format) -> Result<(), RequestError> {
        let number = match format {
            Format::KeyValue => "0",
            Format::Values => "1",
            Format::Xml => "2",
            Format::Json => "3",
        };
        self.flag("fmt", number)
    }

    /// Writes the parameter `charset`.
    pub(crate) fn write_charset(&mut self) -> Result<(), RequestError> {
        self.flag("charset", self.charset.name())
    }

    /// Writes the digits of a number.
    #[inline]
    pub(crate) fn digits(&mut self, number: u32) -> Result<(), RequestError> {
        let (digits, len) = decimal::up_to_10(number);
        self.block(digits, len)
    }

    /// Writes the comma of a list.
    #[inline]
    pub(crate) fn comma(&mut self) -> Result<(), RequestError> {
        self.block(*b"%2C\0", 3)
    }

    /// Writes 8 to 16 digits. Returns false, without writing, if the text is anything else.
    #[inline]
    pub(crate) fn try_short_digits(&mut self, text: &[u8]) -> Result<bool, RequestError> {
        let (Some(first), Some(last)) = (text.first_chunk::<8>(), text.last_chunk::<8>()) else { return Ok(false) };
        let are_digits = |word: &[u8; 8]| swar::is_eight_digits(u64::from_le_bytes(*word));
        let Some(overlap) = 16_usize.checked_sub(text.len()) else { return Ok(false) };
        if !are_digits(first) || !are_digits(last) {
            return Ok(false);
        }
        self.block(*first, 8)?;
        self.len = self.len.saturating_sub(overlap);
        self.block(*last, 8)?;
        Ok(true)
    }

    /// Writes the first `len` of these bytes.
    #[inline]
    fn block<const N: usize>(&mut self, bytes: [u8; N], len: usize) -> Result<(), RequestError> {
        if self.len > CAPACITY.saturating_sub(STEP) {
            self.flush()?;
        }
        if let Some(place) = self.buffer.get_mut(self.len..).and_then(|rest| rest.first_chunk_mut()) {
            *place = bytes;
        }
        self.len = self.len.saturating_add(len);
        Ok(())
    }

    /// Writes bytes that need no encoding.
    fn push(&mut self, bytes: &[u8]) -> Result<(), RequestError> {
        for byte in bytes {
            self.block([*byte], 1)?;
        }
        Ok(())
    }

    /// Writes a text with everything encoded that is not a letter, a digit, `*`, `-`, `.` or `_`.
    /// A space becomes `+`.
    pub(crate) fn text(&mut self, text: &str) -> Result<(), RequestError> {
        text.chars().enumerate().try_for_each(|(at, next)| self.character(next, at))
    }

    /// Writes the character at this index of a value.
    fn character(&mut self, next: char, at: usize) -> Result<(), RequestError> {
        let mut buffer = [0; 4];
        let Some(bytes) = self.charset.encode(next, &mut buffer) else {
            let expected = "characters of the charset, or the charset utf-8";
            return Err(RequestError::new(RequestErrorKind::Charset { at }, self.parameter, expected));
        };
        bytes.iter().try_for_each(|byte| self.byte(*byte))
    }

    fn byte(&mut self, byte: u8) -> Result<(), RequestError> {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => self.block([byte], 1),
            b' ' => self.block([b'+'], 1),
            _ => self.block([b'%', hex(byte >> 4), hex(byte & 0xf)], 3),
        }
    }

    /// Passes the collected bytes to the output.
    fn flush(&mut self) -> Result<(), RequestError> {
        let bytes = self.buffer.get(..self.len).unwrap_or_default();
        let failed = RequestError::new(RequestErrorKind::Output, self.parameter, "an output with enough room");
        // Every byte that is written is ASCII.
        let text = core::str::from_utf8(bytes).map_err(|_| failed)?;
        self.out.write_str(text).map_err(|_| failed)?;
        self.len = 0;
        Ok(())
    }

    /// Passes the rest to the output. Nothing is written if this is not called.
    pub(crate) fn finish(mut self) -> Result<(), RequestError> {
        self.flush()
    }
}

impl fmt::Debug for Form<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Form").finish_non_exhaustive()
    }
}

/// Returns the upper-case hexadecimal digit of a number below 16.
const fn hex(number: u8) -> u8 {
    number.wrapping_add(if number < 10 { b'0' } else { b'A' - 10 })
}
