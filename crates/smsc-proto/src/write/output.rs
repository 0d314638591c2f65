//! Where replies are written to.

use core::fmt;

use crate::model::charset::Charset;
use crate::write::{WriteError, WriteErrorKind};

/// Something that takes the bytes of a reply, in the charset of its query (R7): a [`Buffer`], a [`Utf8`] over any [`core::fmt::Write`], or what you implement it for.
///
/// ```
/// use smsc_proto::{Output, WriteError, WriteErrorKind};
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
    /// Takes these bytes, all of them: characters of the charset are never cut.
    ///
    /// # Errors
    ///
    /// If they cannot be taken.
    fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError>;

    /// Hears how many bytes come next, as one thing: a record, the frame of a batch, an error.
    ///
    /// # Errors
    ///
    /// If they are too many: then none of them comes.
    fn reserve(&mut self, bytes: usize) -> Result<(), WriteError> {
        let _ = bytes;
        Ok(())
    }

    /// Whether it can take bytes of this charset.
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

/// A buffer of fixed length, for any charset (R7). What does not fit is an error, and leaves the buffer as it was.
///
/// ```
/// use smsc_proto::{Detail, Buffer, Format, Query, WriteError, Writer};
///
/// let mut bytes = [0; 4];
/// let mut buffer = Buffer::new(&mut bytes);
/// let writer = Writer::new(Query::new(Format::Json, Detail::Status));
/// assert_eq!(writer.deleted(&mut buffer), Err(WriteError::new(WriteErrorKind::Full { needed: 18, free: 4 })));
/// assert_eq!(buffer.written(), b"");
/// ```
pub struct Buffer<'b> {
    bytes: &'b mut [u8],
    len: usize,
}

impl<'b> Buffer<'b> {
    /// An empty buffer over these bytes, whatever the charset (R7).
    #[must_use]
    pub const fn new(bytes: &'b mut [u8]) -> Self {
        Self { bytes, len: 0 }
    }

    /// What was written so far, in the charset of the query (R7).
    #[must_use]
    pub fn written(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }

    /// Forgets what was written, to begin another reply, perhaps in another charset (R7).
    pub const fn clear(&mut self) {
        self.len = 0;
    }

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
    /// The lengths alone: replies hold personal data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Buffer({} of {} bytes)", self.len, self.bytes.len())
    }
}

/// Passes a reply in UTF-8 on to any [`core::fmt::Write`]. For the other charsets (R7) a byte output is needed.
///
/// ```
/// use smsc_proto::{Detail, Charset, Format, Query, Utf8, WriteError, Writer};
///
/// let query = Query::new(Format::Values, Detail::Status);
/// let mut text = String::new();
/// Writer::new(query.charset(Charset::Utf8)).deleted(&mut Utf8(&mut text))?;
/// assert_eq!(text, "OK");
/// let refused = Writer::new(query).deleted(&mut Utf8(&mut text));
/// assert_eq!(refused, Err(WriteError::new(WriteErrorKind::Charset(Charset::Windows1251))));
/// # Ok::<(), WriteError>(())
/// ```
pub struct Utf8<W>(
    /// What takes the text, in UTF-8 (R7).
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

/// What is written, kept back until all of it has come, so that nothing of what is refused gets out. What is too long for that is counted, and then written a second time.
pub(super) struct Draft<'o> {
    bytes: [u8; ROOM],
    kept: usize,
    len: usize,
    out: Option<&'o mut dyn Output>,
}

/// Room for nearly every record; where there may be no stack for that, for the frames and errors.
const ROOM: usize = if cfg!(target_pointer_width = "64") { 1024 } else { 64 };

impl<'o> Draft<'o> {
    /// One that keeps what it has room for, and counts the rest.
    pub(super) const fn new() -> Self {
        Self { bytes: [0; ROOM], kept: 0, len: 0, out: None }
    }

    /// The same again, passing on what it has no room for.
    pub(super) fn again(&mut self, out: &'o mut dyn Output) {
        self.kept = 0;
        self.len = 0;
        self.out = Some(out);
    }

    /// How many bytes came.
    pub(super) const fn len(&self) -> usize {
        self.len
    }

    /// Everything that came, if there was room for it.
    pub(super) fn whole(&self) -> Option<&[u8]> {
        self.bytes.get(..self.len)
    }

    /// Takes these bytes, of which no character is cut.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        self.len = self.len.saturating_add(bytes.len());
        let room = self.bytes.get_mut(self.kept..).and_then(|room| room.get_mut(..bytes.len()));
        let Some(room) = room else { return self.pass_on(bytes) };
        room.copy_from_slice(bytes);
        self.kept = self.kept.saturating_add(bytes.len());
        Ok(())
    }

    /// Writes what was kept, and then these.
    fn pass_on(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        self.end()?;
        match &mut self.out {
            Some(out) => out.write(bytes),
            None => Ok(()),
        }
    }

    /// Writes what was kept.
    pub(super) fn end(&mut self) -> Result<(), WriteError> {
        let kept = core::mem::take(&mut self.kept);
        match &mut self.out {
            Some(out) if kept != 0 => out.write(self.bytes.get(..kept).unwrap_or_default()),
            _ => Ok(()),
        }
    }
}
