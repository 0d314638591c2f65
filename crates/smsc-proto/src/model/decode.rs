//! Decoding of texts into UTF-8 bytes: eight bytes at a time in charsets with one byte for each
//! character.

use crate::model::charset::Charset;
use crate::model::text::Text;

/// The UTF-8 encoding of each byte of a charset: at most three bytes, with their number in the
/// highest byte.
type Table = [u32; 256];

static WINDOWS_1251: Table = table(Charset::Windows1251);
static KOI8_R: Table = table(Charset::Koi8R);

/// Returns the table of a charset.
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "runs at compile time, where both stop the build")]
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "a const fn has no other conversion, and no value is truncated"
)]
const fn table(charset: Charset) -> Table {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let next = match charset.high_half() {
            Some(high) if byte >= 128 => high[byte - 128],
            _ => byte as u8 as char,
        };
        let mut utf8 = [0; 4];
        let len = next.encode_utf8(&mut utf8).len();
        assert!(len <= 3, "the charset has a character beyond U+FFFF");
        utf8[3] = len as u8;
        table[byte] = u32::from_le_bytes(utf8);
        byte += 1;
    }
    table
}

/// Returns a byte's entry: its UTF-8 encoding as a little-endian number, and the length of that in bytes.
const fn entry(table: &Table, byte: u8) -> (u64, usize) {
    #[expect(
        clippy::indexing_slicing,
        clippy::as_conversions,
        reason = "a table of 256 entries has one for every byte; a const fn has no checked access"
    )]
    let entry = table[byte as usize];
    #[expect(clippy::as_conversions, reason = "a part of 32 bits fits")]
    ((entry & 0x00ff_ffff) as u64, (entry >> 24) as usize)
}

impl Text<'_> {
    /// Decodes the text into a buffer as UTF-8, and returns the number of bytes written.
    ///
    /// In windows-1251 and koi8-r each byte of the text takes at most 3 bytes. In UTF-8 without
    /// escapes a valid text keeps its length, and each invalid part takes 3 bytes.
    ///
    /// # Errors
    ///
    /// Returns the number of bytes that the decoded text needs if the buffer is shorter than that.
    /// The buffer may then contain the start of the text.
    ///
    /// # Examples
    ///
    /// ```
    /// use smsc_proto::{Charset, Text};
    ///
    /// let text = Text::new(b"\xc4\xe0, \xb920", Charset::Windows1251);
    /// let mut buffer = [0; 16];
    /// assert_eq!(text.decode_into(&mut buffer), Ok(11));
    /// assert_eq!(&buffer[..11], "Да, №20".as_bytes());
    /// assert_eq!(text.decode_into(&mut buffer[..10]), Err(11));
    /// ```
    pub fn decode_into(self, buffer: &mut [u8]) -> Result<usize, usize> {
        let table = match self.charset() {
            Charset::Windows1251 => &WINDOWS_1251,
            Charset::Koi8R => &KOI8_R,
            Charset::Utf8 => return self.decode_chars(buffer),
        };
        if self.has_escapes() { self.decode_chars(buffer) } else { decode_bytes(self.as_bytes(), table, buffer) }
    }

    /// Decodes the text character by character, if it cannot be copied as a whole. Returns what
    /// [`decode_into`](Self::decode_into) returns.
    fn decode_chars(self, buffer: &mut [u8]) -> Result<usize, usize> {
        if let Some(text) = self.as_str() {
            let target = buffer.get_mut(..text.len()).ok_or(text.len())?;
            target.copy_from_slice(text.as_bytes());
            return Ok(text.len());
        }
        let mut len = 0_usize;
        for next in self.chars() {
            let end = len.saturating_add(next.len_utf8());
            copy(next.encode_utf8(&mut [0; 4]).as_bytes(), buffer.get_mut(len..end));
            len = end;
        }
        if len <= buffer.len() { Ok(len) } else { Err(len) }
    }
}

/// Copies the bytes of one character if there is room for them. Copies byte by byte because the
/// compiler does not know that both lengths are equal.
fn copy(bytes: &[u8], target: Option<&mut [u8]>) {
    for (to, from) in target.into_iter().flatten().zip(bytes) {
        *to = *from;
    }
}

/// The top bit of each byte of a word, which ASCII characters do not have.
const NOT_ASCII: u64 = u64::from_le_bytes([0x80; 8]);

/// The space for eight entries of three bytes: the last two are written as a word, after six others.
const ROOM: usize = 6 * 3 + 8;

/// Decodes bytes without escapes by the table of their charset. Returns what
/// [`Text::decode_into`] returns.
fn decode_bytes(bytes: &[u8], table: &Table, buffer: &mut [u8]) -> Result<usize, usize> {
    let mut len = 0_usize;
    let mut left = bytes;
    while !left.is_empty()
        && let Some(room) = buffer.get_mut(len..).and_then(|free| free.first_chunk_mut::<ROOM>())
    {
        let (word, rest) = match left.split_first_chunk::<8>() {
            Some((word, rest)) => (*word, rest),
            None => (last_word(left, bytes), &[][..]),
        };
        let missing = 8_usize.saturating_sub(left.len());
        let written = if u64::from_le_bytes(word) & NOT_ASCII == 0 {
            if let Some(target) = room.first_chunk_mut() {
                *target = word;
            }
            8
        } else {
            decode_word(word, table, room)
        };
        // Each zero after the last byte was decoded to one byte.
        len = len.saturating_add(written).saturating_sub(missing);
        left = rest;
    }
    for byte in left {
        let (utf8, count) = entry(table, *byte);
        let end = len.saturating_add(count);
        copy(utf8.to_le_bytes().get(..count).unwrap_or_default(), buffer.get_mut(len..end));
        len = end;
    }
    if len <= buffer.len() { Ok(len) } else { Err(len) }
}

/// Decodes eight bytes, two at a time, and returns the number of bytes written.
fn decode_word(word: [u8; 8], table: &Table, room: &mut [u8; ROOM]) -> usize {
    let mut written = 0_usize;
    for [first, second] in [[word[0], word[1]], [word[2], word[3]], [word[4], word[5]], [word[6], word[7]]] {
        let ((utf8, count), (next_utf8, next_count)) = (entry(table, first), entry(table, second));
        let both = utf8 | next_utf8.wrapping_shl(shift(count));
        // The next bytes overwrite those after this encoding.
        if let Some(target) = room.get_mut(written..).and_then(|room| room.first_chunk_mut()) {
            *target = both.to_le_bytes();
        }
        written = written.saturating_add(count).saturating_add(next_count);
    }
    written
}

/// Returns up to eight bytes that end a text, with zeros after them.
fn last_word(left: &[u8], text: &[u8]) -> [u8; 8] {
    if let Some(last) = text.last_chunk::<8>() {
        let missing = 8_usize.saturating_sub(left.len());
        return u64::from_le_bytes(*last).wrapping_shr(shift(missing)).to_le_bytes();
    }
    if let (Some(first), Some(last)) = (left.first_chunk::<4>(), left.last_chunk::<4>()) {
        let high = u64::from(u32::from_le_bytes(*last)).wrapping_shl(shift(left.len().saturating_sub(4)));
        return (u64::from(u32::from_le_bytes(*first)) | high).to_le_bytes();
    }
    let mut word = [0; 8];
    for (to, from) in word.iter_mut().zip(left) {
        *to = *from;
    }
    word
}

/// Returns the number of bits of so few bytes.
const fn shift(bytes: usize) -> u32 {
    #[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "there are at most eight bytes")]
    let bytes = bytes as u32;
    bytes.wrapping_mul(8)
}
