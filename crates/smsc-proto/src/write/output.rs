//! Outputs: where the bytes of a reply are written to.

use core::fmt;

use crate::model::charset::Charset;
use crate::model::query::Format;
use crate::model::record_start::{HEAD_PATTERN, looks_like_batch};
use crate::write::{WriteError, WriteErrorKind};

/// An output for the bytes of a reply, in the charset of its query: a [`Buffer`], a [`Utf8`] around
/// any [`core::fmt::Write`], or a type of your own.
///
/// ```
/// use smsc_proto::{Output, WriteError};
///
/// struct Bytes(Vec<u8>);
///
/// impl Output for Bytes {
///     fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
///         self.0.extend_from_slice(bytes);
///         Ok(())
///     }
/// }
/// ```
pub trait Output {
    /// Writes all of these bytes. The bytes of a character are always in one call.
    ///
    /// # Errors
    ///
    /// If the bytes cannot be written: usually `WriteError::new(WriteErrorKind::Output)`.
    fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError>;

    /// Announces the number of the next bytes that belong together: a record, the opening or
    /// closing of a batch, an error. The default implementation accepts any number.
    ///
    /// # Errors
    ///
    /// If there is not enough space for the bytes. None of them is then written.
    fn reserve(&mut self, bytes: usize) -> Result<(), WriteError> {
        let _ = bytes;
        Ok(())
    }

    /// Returns whether the output supports bytes in this charset. The default implementation
    /// supports every charset.
    fn supports(&self, charset: Charset) -> bool {
        let _ = charset;
        true
    }
}

impl<O: Output + ?Sized> Output for &mut O {
    fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        (**self).write(bytes)
    }

    fn reserve(&mut self, bytes: usize) -> Result<(), WriteError> {
        (**self).reserve(bytes)
    }

    fn supports(&self, charset: Charset) -> bool {
        (**self).supports(charset)
    }
}

/// A buffer of fixed length, for any charset. A record that does not fit is an error and leaves the
/// buffer unchanged.
///
/// ```
/// use smsc_proto::{Buffer, Detail, Format, Query, WriteErrorKind, Writer};
///
/// let mut bytes = [0; 4];
/// let mut buffer = Buffer::new(&mut bytes);
/// let writer = Writer::new(Query::new(Format::Json, Detail::Status));
/// let error = writer.deleted(&mut buffer).unwrap_err();
/// assert_eq!(error.kind(), WriteErrorKind::Full { needed: 18, free: 4 });
/// assert_eq!(buffer.written(), b"");
/// ```
pub struct Buffer<'b> {
    bytes: &'b mut [u8],
    len: usize,
}

impl<'b> Buffer<'b> {
    /// Creates an empty buffer over these bytes, for any charset.
    #[must_use]
    pub const fn new(bytes: &'b mut [u8]) -> Self {
        Self { bytes, len: 0 }
    }

    /// Returns the bytes written so far, in the charset of the query.
    #[must_use]
    pub fn written(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }

    /// Empties the buffer, so that another reply can be written, perhaps in another charset.
    pub const fn clear(&mut self) {
        self.len = 0;
    }

    /// Returns the number of free bytes.
    fn free(&self) -> usize {
        self.bytes.len().saturating_sub(self.len)
    }
}

impl Output for Buffer<'_> {
    fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        let full = WriteError::new(WriteErrorKind::Full { needed: bytes.len(), free: self.free() });
        let end = self.len.checked_add(bytes.len()).ok_or(full)?;
        self.bytes.get_mut(self.len..end).ok_or(full)?.copy_from_slice(bytes);
        self.len = end;
        Ok(())
    }

    fn reserve(&mut self, bytes: usize) -> Result<(), WriteError> {
        let free = self.free();
        if bytes <= free { Ok(()) } else { Err(WriteError::new(WriteErrorKind::Full { needed: bytes, free })) }
    }
}

impl fmt::Debug for Buffer<'_> {
    /// Writes only the lengths, because replies contain personal data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Buffer({} of {} bytes)", self.len, self.bytes.len())
    }
}

/// An output that passes replies in UTF-8 to any [`core::fmt::Write`]. It does not support other
/// charsets.
///
/// ```
/// use smsc_proto::{Charset, Detail, Format, Query, Utf8, WriteError, WriteErrorKind, Writer};
///
/// let query = Query::new(Format::Values, Detail::Status);
/// let mut text = String::new();
/// Writer::new(query.charset(Charset::Utf8)).deleted(&mut Utf8(&mut text))?;
/// assert_eq!(text, "OK");
/// let result = Writer::new(query).deleted(&mut Utf8(&mut text));
/// assert_eq!(result, Err(WriteError::new(WriteErrorKind::Charset(Charset::Windows1251))));
/// # Ok::<(), WriteError>(())
/// ```
pub struct Utf8<W>(
    /// The writer that receives the text, in UTF-8.
    pub W,
);

impl<W: fmt::Write> Output for Utf8<W> {
    fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        let text = core::str::from_utf8(bytes).map_err(|_| WriteError::new(WriteErrorKind::Output))?;
        self.0.write_str(text).map_err(|_| WriteError::new(WriteErrorKind::Output))
    }

    fn supports(&self, charset: Charset) -> bool {
        charset == Charset::Utf8
    }
}

impl<W> fmt::Debug for Utf8<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Utf8(..)")
    }
}

/// A buffer for one record, so that a rejected record produces no output. A record that exceeds the
/// buffer is measured first, and then written in a second pass.
pub(super) struct Draft<'o> {
    bytes: [u8; CAPACITY],
    /// The number of bytes in `bytes` that are not in `out` yet.
    buffered: usize,
    /// The number of bytes written so far, whether buffered or not.
    len: usize,
    /// The output of the second pass.
    out: Option<&'o mut dyn Output>,
}

/// Enough for nearly every record. Targets with little stack get enough for the opening of a batch
/// and for errors.
const CAPACITY: usize = if cfg!(target_pointer_width = "64") { 1024 } else { 64 };

impl<'o> Draft<'o> {
    /// Creates a draft that buffers what fits, and counts the rest.
    pub(super) const fn new() -> Self {
        Self { bytes: [0; CAPACITY], buffered: 0, len: 0, out: None }
    }

    /// Starts the second pass, which writes to the output.
    pub(super) fn start_over(&mut self, out: &'o mut dyn Output) {
        self.buffered = 0;
        self.len = 0;
        self.out = Some(out);
    }

    /// Returns the number of bytes written so far.
    pub(super) const fn len(&self) -> usize {
        self.len
    }

    /// Returns all bytes written so far. Returns `None` if the buffer was too short for them.
    pub(super) fn complete(&self) -> Option<&[u8]> {
        self.bytes.get(..self.len)
    }

    /// Writes all of these bytes to the buffer, or to the output if the buffer is full. The bytes
    /// must be whole characters.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        self.len = self.len.saturating_add(bytes.len());
        let room = self.bytes.get_mut(self.buffered..).and_then(|room| room.get_mut(..bytes.len()));
        let Some(room) = room else { return self.write_through(bytes) };
        room.copy_from_slice(bytes);
        self.buffered = self.buffered.saturating_add(bytes.len());
        Ok(())
    }

    /// Writes the buffered bytes to the output, and then these.
    fn write_through(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        self.flush()?;
        match &mut self.out {
            Some(out) => out.write(bytes),
            None => Ok(()),
        }
    }

    /// Writes the buffered bytes to the output.
    pub(super) fn flush(&mut self) -> Result<(), WriteError> {
        let buffered = core::mem::take(&mut self.buffered);
        match &mut self.out {
            Some(out) if buffered != 0 => out.write(self.bytes.get(..buffered).unwrap_or_default()),
            _ => Ok(()),
        }
    }
}

/// An output that looks for lines after the first one that look like the start of a record.
pub(super) struct LineStarts {
    format: Format,
    /// The start of the current line.
    start: [u8; HEAD_PATTERN],
    /// The number of bytes in `start`; `None` on the first line.
    len: Option<usize>,
    is_found: bool,
}

impl LineStarts {
    pub(super) const fn new(format: Format) -> Self {
        Self { format, start: [0; HEAD_PATTERN], len: None, is_found: false }
    }

    /// Returns whether a line looked like the start of a record, after all of them were written.
    pub(super) fn has_record_start(&mut self) -> bool {
        let line = self.len.and_then(|len| self.start.get(..len));
        self.is_found |= line.is_some_and(|line| looks_like_batch(self.format, line));
        self.is_found
    }
}

impl Output for LineStarts {
    fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        for byte in bytes {
            if *byte == b'\n' {
                self.has_record_start();
                self.len = Some(0);
            } else if let Some(len) = &mut self.len
                && let Some(slot) = self.start.get_mut(*len)
            {
                *slot = *byte;
                *len = len.saturating_add(1);
            }
        }
        Ok(())
    }
}
