//! The search for a place where a batch of lines can be cut, so that its parts are read side by side.

use memchr::memchr;

use crate::lines::format;
use crate::lines::head::EndRule;
use crate::model::query::{Detail, Format, Query};
use crate::model::record_start::looks_like_record_start;

impl Query<'_> {
    /// Returns the offset of the first line of `window` that starts a record regardless of the bytes
    /// before the window: a border, at which a long batch can be cut into parts that are parsed side by side.
    ///
    /// The part before a border, read as a body that ends there, and the part after it, read by
    /// [`ChunkReader::at_border`](crate::ChunkReader::at_border), have the records and errors of the
    /// whole body. `window` is any range of the body after its first MiB, in which the reader decides
    /// what the body is.
    ///
    /// Returns `None` if no whole line of the window, but for the first two, is a border; for a reply to one
    /// message; for fmt 2 and 3; and for a query with requested pairs, which are matched in their
    /// order.
    ///
    /// With all≥1 a record ends at the first line that ends in an id and is followed by the start of
    /// a record (R46). A line with all fixed fields directly after such a line is a border: it also
    /// says as much about the end of the record before it as the end of the body does (R46i).
    ///
    /// ```
    /// use smsc_proto::{Detail, Format, Query};
    ///
    /// let body = b"1,1,0,1,79990000001,2,G,D,one,,0,101\n\
    ///     1,1,0,1,79990000002,2,G,D,t\n\
    ///     wo,,0,102\n\
    ///     1,1,0,1,79990000003,2,G,D,three,,0,103\n";
    /// let query = Query::new(Format::Values, Detail::Message).batch();
    /// let start = 40; // a part of the second message
    /// let border = query.find_border(&body[start..]).unwrap();
    /// assert!(body[start + border..].starts_with(b"1,1,0,1,79990000003"));
    /// ```
    #[must_use]
    pub fn find_border(&self, window: &[u8]) -> Option<usize> {
        if !self.is_batch || self.requested.is_some() || matches!(self.format, Format::Xml | Format::Json) {
            return None;
        }
        // The bytes before the first line end may be the rest of a line.
        let mut start = memchr(b'\n', window)?.checked_add(1)?;
        let mut previous: Option<&[u8]> = None;
        loop {
            let rest = window.get(start..)?;
            let len = memchr(b'\n', rest)?;
            let line = rest.get(..len)?;
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            if previous.is_some_and(|previous| is_border(self, previous, line)) {
                return Some(start);
            }
            previous = Some(line);
            start = start.checked_add(len)?.checked_add(1)?;
        }
    }
}

/// Returns whether a record ends in the first of two lines, and another one starts in the second.
fn is_border(query: &Query<'_>, previous: &[u8], line: &[u8]) -> bool {
    if query.detail == Detail::Status {
        // Line ends before the border would be the last ones of the part before it (R20a).
        let is_blank = previous.iter().all(|byte| *byte == b'\r');
        return !is_blank && looks_like_record_start(query.format, line);
    }
    format::full_head(query, line).is_some() && format::end(query, previous, EndRule::ByLines).is_some()
}
