//! A builder of columns of texts, which decodes each text into its place.

use std::sync::Arc;

use arrow_array::StringArray;
use arrow_buffer::{Buffer, NullBufferBuilder, OffsetBuffer, ScalarBuffer};
use arrow_schema::ArrowError;
use smsc_proto::Text;

/// A builder of a column of texts in UTF-8.
///
/// The builder of arrow copies texts that are in UTF-8 already. This one decodes a text of another charset
/// into its place, which saves a copy and a check of each text.
pub(crate) struct Texts {
    /// The texts, and initialised bytes after them.
    bytes: Vec<u8>,
    /// The number of bytes that are texts.
    len: usize,
    /// The end of each text.
    ends: Vec<i32>,
    nulls: NullBufferBuilder,
}

/// The number of bytes by which a buffer is longer than any text that is decoded into it, so that
/// decoding eight bytes at a time is always possible.
const ROOM: usize = 32;

impl Texts {
    pub(crate) fn new() -> Self {
        Self { bytes: Vec::new(), len: 0, ends: vec![0], nulls: NullBufferBuilder::new(0) }
    }

    /// Returns the number of bytes of the texts.
    pub(crate) const fn byte_len(&self) -> usize {
        self.len
    }

    /// Adds texts, decoded.
    #[inline]
    #[expect(single_use_lifetimes, reason = "an iterator over texts needs a name for their lifetime")]
    pub(crate) fn push_texts<'a>(&mut self, texts: impl Iterator<Item = Option<Text<'a>>> + Clone) -> Result<(), ArrowError> {
        // A byte of any charset takes at most 3 bytes, and so does one that is invalid.
        let room = |text: Text<'_>| 3 * text.as_bytes().len();
        self.push_all(
            texts,
            room,
            |text, spare| {
                if text.as_bytes().is_empty() { Ok(0) } else { text.decode_into(spare).map_err(|_| too_long()) }
            },
        )
    }

    /// Adds texts that are in UTF-8.
    #[inline]
    #[expect(single_use_lifetimes, reason = "an iterator over texts needs a name for their lifetime")]
    pub(crate) fn push_strs<'a>(&mut self, texts: impl Iterator<Item = Option<&'a str>> + Clone) -> Result<(), ArrowError> {
        self.push_all(texts, str::len, |text, spare| {
            copy(text.as_bytes(), spare);
            Ok(text.len())
        })
    }

    /// Adds the same text several times.
    pub(crate) fn push_repeated(&mut self, text: &str, count: usize) -> Result<(), ArrowError> {
        let bytes = text.len() * count;
        self.reserve(bytes);
        // Twice as many copies in each step.
        let target = &mut self.bytes[self.len..self.len + bytes];
        if !target.is_empty() {
            target[..text.len()].copy_from_slice(text.as_bytes());
        }
        let mut done = text.len();
        while done < bytes {
            let next = done.min(bytes - done);
            target.copy_within(..next, done);
            done += next;
        }
        for _ in 0..count {
            self.len += text.len();
            self.ends.push(i32::try_from(self.len).map_err(|_| too_long())?);
        }
        self.nulls.append_n_non_nulls(count);
        Ok(())
    }

    /// Adds texts, each written by `write`. `room` returns the most bytes that a text takes.
    #[inline]
    fn push_all<T: Copy>(
        &mut self,
        texts: impl Iterator<Item = Option<T>> + Clone,
        room: impl Fn(T) -> usize,
        write: impl Fn(T, &mut [u8]) -> Result<usize, ArrowError>,
    ) -> Result<(), ArrowError> {
        let (mut count, mut present, mut most) = (0, 0, 0);
        for text in texts.clone() {
            count += 1;
            if let Some(text) = text {
                present += 1;
                most += room(text);
            }
        }
        if present == 0 {
            self.push_nulls(count);
            return Ok(());
        }
        self.reserve(most + ROOM);
        self.ends.reserve(count);
        for text in texts {
            if let Some(text) = text {
                self.len += write(text, &mut self.bytes[self.len..])?;
            }
            self.ends.push(i32::try_from(self.len).map_err(|_| too_long())?);
            if present != count {
                self.nulls.append(text.is_some());
            }
        }
        if present == count {
            self.nulls.append_n_non_nulls(count);
        }
        Ok(())
    }

    pub(crate) fn push_nulls(&mut self, count: usize) {
        let end = *self.ends.last().unwrap_or(&0);
        self.ends.resize(self.ends.len() + count, end);
        self.nulls.append_n_nulls(count);
    }

    /// Reserves space for this number of bytes after the texts.
    fn reserve(&mut self, bytes: usize) {
        if self.bytes.len() - self.len < bytes {
            self.bytes.resize((self.len + bytes).max(2 * self.bytes.len()), 0);
        }
    }

    /// Returns the column, and starts another one, which is expected to be as long.
    pub(crate) fn finish(&mut self) -> Arc<StringArray> {
        let expected = self.len;
        let rows = self.ends.len();
        let mut bytes = std::mem::replace(&mut self.bytes, vec![0; expected]);
        bytes.truncate(std::mem::take(&mut self.len));
        let mut ends = Vec::with_capacity(rows);
        ends.push(0);
        let ends = OffsetBuffer::new(ScalarBuffer::from(std::mem::replace(&mut self.ends, ends)));
        let (bytes, nulls) = (Buffer::from_vec(bytes), self.nulls.finish());
        debug_assert!(StringArray::try_new(ends.clone(), bytes.clone(), nulls.clone()).is_ok(), "valid texts");
        #[expect(unsafe_code, reason = "to check the texts takes longer than to decode them")]
        // SAFETY: the bytes are texts one after the other, and the offsets their ends. Each was copied from
        // a `str`, or written by `Text::decode_into`, which writes UTF-8. There is one null bit for each.
        Arc::new(unsafe { StringArray::new_unchecked(ends, bytes, nulls) })
    }
}

/// Copies bytes to the start of others. Up to 16 are copied without a call, in two pieces that may overlap.
#[inline]
fn copy(from: &[u8], to: &mut [u8]) {
    let to = &mut to[..from.len()];
    if let (true, Some(head), Some(tail)) = (from.len() <= 16, from.first_chunk::<8>(), from.last_chunk::<8>()) {
        to[..8].copy_from_slice(head);
        to[from.len() - 8..].copy_from_slice(tail);
    } else if let (true, Some(head), Some(tail)) = (from.len() < 8, from.first_chunk::<4>(), from.last_chunk::<4>()) {
        to[..4].copy_from_slice(head);
        to[from.len() - 4..].copy_from_slice(tail);
    } else {
        to.copy_from_slice(from);
    }
}

/// Returns the error of a batch that is too long for its offsets of 32 bits; a batch ends long
/// before.
fn too_long() -> ArrowError {
    ArrowError::OffsetOverflowError(usize::MAX)
}
