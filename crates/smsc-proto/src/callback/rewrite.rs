//! Decoding in place: a cursor that reads bytes and writes shorter ones over them.

/// Bytes that are read from the start and rewritten from the start. At most as many bytes are
/// written as were read.
pub(super) struct Rewrite<'b> {
    bytes: &'b mut [u8],
    read: usize,
    written: usize,
}

impl<'b> Rewrite<'b> {
    pub(super) const fn new(bytes: &'b mut [u8]) -> Self {
        Self { bytes, read: 0, written: 0 }
    }

    /// Returns the bytes that have not been read.
    pub(super) fn rest(&self) -> &[u8] {
        self.bytes.get(self.read..).unwrap_or_default()
    }

    /// Returns the number of bytes read.
    pub(super) const fn position(&self) -> usize {
        self.read
    }

    /// Copies the next byte.
    pub(super) fn copy(&mut self) {
        if let Some(byte) = self.rest().first().copied() {
            self.replace(1, &[byte]);
        }
    }

    /// Reads `len` bytes, and writes `with` for them. `with` is at most as long.
    pub(super) fn replace(&mut self, len: usize, with: &[u8]) {
        self.read = self.read.saturating_add(len).min(self.bytes.len());
        let free = self.bytes.get_mut(self.written..self.read).unwrap_or_default();
        for (to, from) in free.iter_mut().zip(with) {
            *to = *from;
            self.written = self.written.saturating_add(1);
        }
    }

    /// Returns the written bytes.
    pub(super) fn finish(self) -> &'b [u8] {
        let bytes: &'b [u8] = self.bytes;
        bytes.get(..self.written).unwrap_or_default()
    }
}
