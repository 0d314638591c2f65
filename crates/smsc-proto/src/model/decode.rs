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

/// Returns the four bytes of a byte's entry, and the number of them that are its UTF-8 encoding.
const fn entry(table: &Table, byte: u8) -> ([u8; 4], usize) {
    #[expect(
        clippy::indexing_slicing,
        clippy::as_conversions,
        reason = "a table of 256 entries has one for every byte; a const fn has no checked access"
    )]
    let entry = table[byte as usize].to_le_bytes();
    #[expect(clippy::as_conversions, reason = "a byte fits")]
    (entry, entry[3] as usize)
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

/// The space for eight entries of three bytes, and for the length byte of the last entry.
const ROOM: usize = 8 * 3 + 1;

/// Decodes bytes without escapes by the table of their charset. Returns what
/// [`Text::decode_into`] returns.
fn decode_bytes(bytes: &[u8], table: &Table, buffer: &mut [u8]) -> Result<usize, usize> {
    let mut len = 0_usize;
    let mut left = bytes;
    while let Some((word, rest)) = left.split_first_chunk::<8>()
        && let Some(room) = buffer.get_mut(len..).and_then(|free| free.first_chunk_mut::<ROOM>())
    {
        if u64::from_le_bytes(*word) & NOT_ASCII == 0 {
            if let Some(target) = room.first_chunk_mut() {
                *target = *word;
            }
            len = len.saturating_add(8);
        } else {
            let mut written = 0_usize;
            for byte in word {
                let (utf8, count) = entry(table, *byte);
                // The next entry overwrites the bytes after this entry's encoding.
                if let Some(target) = room.get_mut(written..).and_then(|room| room.first_chunk_mut()) {
                    *target = utf8;
                }
                written = written.saturating_add(count);
            }
            len = len.saturating_add(written);
        }
        left = rest;
    }
    for byte in left {
        let (utf8, count) = entry(table, *byte);
        let end = len.saturating_add(count);
        // With room for an entry, the next one overwrites the bytes after this entry's encoding.
        if let Some(target) = buffer.get_mut(len..).and_then(|free| free.first_chunk_mut()) {
            *target = utf8;
        } else {
            copy(utf8.get(..count).unwrap_or_default(), buffer.get_mut(len..end));
        }
        len = end;
    }
    if len <= buffer.len() { Ok(len) } else { Err(len) }
}
