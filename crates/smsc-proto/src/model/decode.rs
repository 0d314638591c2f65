//! Texts into UTF-8 bytes, by the word where the charset has one byte a character.

use crate::model::charset::Charset;
use crate::model::text::Text;

/// The UTF-8 of each byte of a charset, at most three bytes, and above them their number.
type Table = [u32; 256];

static WINDOWS_1251: Table = table(Charset::Windows1251);
static KOI8_R: Table = table(Charset::Koi8R);

#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "runs at compile time, where both stop the build")]
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "cannot be done otherwise at compile time, and nothing is cut off"
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

/// The bytes of an entry, of which as many count as the number says.
const fn entry(table: &Table, byte: u8) -> ([u8; 4], usize) {
    #[expect(
        clippy::indexing_slicing,
        clippy::as_conversions,
        reason = "a table of 256 has every byte, which a const fn cannot say otherwise"
    )]
    let entry = table[byte as usize].to_le_bytes();
    #[expect(clippy::as_conversions, reason = "a byte fits")]
    (entry, entry[3] as usize)
}

impl Text<'_> {
    /// Decodes into a buffer as UTF-8 (R7, R50), and gives how many bytes that took.
    ///
    /// In windows-1251 and koi8-r a character takes at most 3 bytes for the one that it has there; in UTF-8 without escapes a valid text stays as long as it is, and
    /// each broken part of it takes 3.
    ///
    /// # Errors
    ///
    /// How many bytes it would take, if they are more than the buffer has. The buffer may hold the start of the text then.
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

    fn decode_chars(self, buffer: &mut [u8]) -> Result<usize, usize> {
        if let Some(text) = self.as_str() {
            let place = buffer.get_mut(..text.len()).ok_or(text.len())?;
            place.copy_from_slice(text.as_bytes());
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

/// The bytes of one character, if there is room; byte by byte, because nobody tells the compiler that the lengths are equal.
fn copy(bytes: &[u8], room: Option<&mut [u8]>) {
    for (place, byte) in room.into_iter().flatten().zip(bytes) {
        *place = *byte;
    }
}

const NOT_ASCII: u64 = u64::from_le_bytes([0x80; 8]);

/// Room for eight entries of three bytes, the last of them with the byte above it.
const ROOM: usize = 8 * 3 + 1;

fn decode_bytes(bytes: &[u8], table: &Table, buffer: &mut [u8]) -> Result<usize, usize> {
    let mut len = 0_usize;
    let mut left = bytes;
    while let Some((word, rest)) = left.split_first_chunk::<8>()
        && let Some(room) = buffer.get_mut(len..).and_then(|free| free.first_chunk_mut::<ROOM>())
    {
        if u64::from_le_bytes(*word) & NOT_ASCII == 0 {
            if let Some(place) = room.first_chunk_mut() {
                *place = *word;
            }
            len = len.saturating_add(8);
        } else {
            let mut used = 0_usize;
            for byte in word {
                let (utf8, count) = entry(table, *byte);
                // What stands above the entry's bytes is written over by the next.
                if let Some(place) = room.get_mut(used..).and_then(|room| room.first_chunk_mut()) {
                    *place = utf8;
                }
                used = used.saturating_add(count);
            }
            len = len.saturating_add(used);
        }
        left = rest;
    }
    for byte in left {
        let (utf8, count) = entry(table, *byte);
        let end = len.saturating_add(count);
        copy(utf8.get(..count).unwrap_or_default(), buffer.get_mut(len..end));
        len = end;
    }
    if len <= buffer.len() { Ok(len) } else { Err(len) }
}
