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

/// The encoded comma of a list, and room for a store of four bytes.
const COMMA: [u8; 4] = *b"%2C\0";
const COMMA_LEN: usize = 3;

/// The bytes that an item of digits needs, and the stores that write it.
const ITEM: usize = 24;

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

    /// Writes a whole parameter with an id.
    pub(crate) fn id(&mut self, name: &'static str, id: MessageId<'_>) -> Result<(), RequestError> {
        match id.number() {
            Some(number) => self.number(name, number),
            None => self.parameter(name, id.text().unwrap_or_default()),
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
    pub(crate) fn digits(&mut self, number: u32) -> Result<(), RequestError> {
        let (digits, len) = decimal::up_to_10(number);
        self.block(digits.to_le_bytes(), len)
    }

    /// Writes an id as an item of a list: the id and a comma.
    #[inline]
    pub(crate) fn id_item(&mut self, id: MessageId<'_>) -> Result<(), RequestError> {
        let Some(number) = id.number() else { return self.text_item(id.text().unwrap_or_default()) };
        let (digits, len) = decimal::up_to_10(number);
        let room = self.room()?;
        store(room, 0, digits.to_le_bytes());
        store(room, len, COMMA);
        self.len = self.len.saturating_add(len.saturating_add(COMMA_LEN));
        Ok(())
    }

    /// Writes a text as an item of a list: the text and a comma.
    pub(crate) fn text_item(&mut self, text: &str) -> Result<(), RequestError> {
        self.text(text)?;
        self.block(COMMA, COMMA_LEN)
    }

    /// Writes 8 to 13 digits as an item of a list. Returns false, without writing, if the text is
    /// anything else.
    #[inline]
    pub(crate) fn try_digits_item(&mut self, text: &[u8]) -> Result<bool, RequestError> {
        let (Some(first), Some(last)) = (text.first_chunk::<8>(), text.last_chunk::<8>()) else { return Ok(false) };
        let len @ 8..=13 = text.len() else { return Ok(false) };
        let words = [u64::from_le_bytes(*first), u64::from_le_bytes(*last)];
        if !words.into_iter().all(swar::is_eight_digits) {
            return Ok(false);
        }
        let room = self.room()?;
        // The two words overlap in bytes that are equal.
        store(room, 0, *first);
        store(room, len.saturating_sub(8), *last);
        store(room, len, COMMA);
        self.len = self.len.saturating_add(len.saturating_add(COMMA_LEN));
        Ok(true)
    }

    /// Returns the room for an item of digits at the end of what was written.
    #[inline]
    fn room(&mut self) -> Result<&mut [u8; ITEM], RequestError> {
        if self.len > CAPACITY.saturating_sub(ITEM) {
            self.flush()?;
        }
        let failed = self.failed_output();
        self.buffer.get_mut(self.len..).and_then(|rest| rest.first_chunk_mut()).ok_or(failed)
    }

    /// Removes the comma after the last item of a list.
    pub(crate) fn end_list(&mut self) {
        self.len = self.len.saturating_sub(COMMA_LEN);
    }

    /// Writes the first `len` of these bytes.
    #[inline]
    fn block<const N: usize>(&mut self, bytes: [u8; N], len: usize) -> Result<(), RequestError> {
        let Some(place) = self.buffer.get_mut(self.len..).and_then(|rest| rest.first_chunk_mut()) else {
            self.flush()?;
            return self.block(bytes, len);
        };
        *place = bytes;
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
    #[inline(never)]
    fn flush(&mut self) -> Result<(), RequestError> {
        let bytes = self.buffer.get(..self.len).unwrap_or_default();
        let failed = self.failed_output();
        // Every byte that is written is ASCII.
        let text = core::str::from_utf8(bytes).map_err(|_| failed)?;
        self.out.write_str(text).map_err(|_| failed)?;
        self.len = 0;
        Ok(())
    }

    const fn failed_output(&self) -> RequestError {
        RequestError::new(RequestErrorKind::Output, self.parameter, "an output with enough room")
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

/// Stores bytes at an index of the room for an item. Bytes that do not fit are not stored: no item is
/// so long.
#[inline]
fn store<const N: usize>(room: &mut [u8; ITEM], start: usize, bytes: [u8; N]) {
    if let Some(place) = room.get_mut(start..).and_then(|rest| rest.first_chunk_mut()) {
        *place = bytes;
    }
}

/// Returns the upper-case hexadecimal digit of a number below 16.
const fn hex(number: u8) -> u8 {
    number.wrapping_add(if number < 10 { b'0' } else { b'A' - 10 })
}
