//! Records that outlive the body they were parsed from, without an allocator (feature `heapless`).

use core::fmt;

use heapless::{String, Vec};

use crate::model::charset::Charset;
use crate::model::fields::Field;
use crate::model::record::{Record, Value};

#[cfg(feature = "serde")]
mod de;

/// A record that owns its data: everything that a [`Record`] contains. The texts are decoded to
/// UTF-8 and share a buffer of `N` bytes.
///
/// How large `N` should be: a status and its times need no bytes, phone and cost about 20, the
/// message of one SMS up to 320, and its country, operator, region and sender about 150.
///
/// ```
/// use smsc_proto::{Detail, Format, OwnedRecord, Query, Reply};
///
/// let owned = {
///     let body = b"1,1760080210,0,101,79990000001".to_vec();
///     let query = Query::new(Format::Values, Detail::Status).batch();
///     let Reply::Records(mut records) = query.read(&body)? else { unreachable!() };
///     OwnedRecord::<32>::new(&records.next().unwrap()?).expect("a phone fits into 32 bytes")
/// };
/// assert_eq!(owned.as_record().phone().unwrap(), "79990000001");
/// # Ok::<(), smsc_proto::Error>(())
/// ```
#[derive(Clone)]
pub struct OwnedRecord<const N: usize> {
    /// Everything but the texts and the cost.
    numbers: Record<'static>,
    texts: String<N>,
    spans: Vec<Span, TEXTS>,
}

/// The number of fields that are kept as texts: all that are not numbers, and the id, which can be
/// a text.
const TEXTS: usize = 24;

/// The range of a text in the buffer.
#[derive(Clone, Copy, Debug)]
struct Span {
    field: Field,
    start: usize,
    end: usize,
}

/// The error of a record whose texts do not fit into the buffer of an [`OwnedRecord`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct CapacityError {
    /// The number of bytes that the texts take in UTF-8.
    pub needed: usize,
    /// The capacity of the buffer in bytes.
    pub capacity: usize,
}

impl fmt::Display for CapacityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the texts of the record take {} bytes, and {} are there", self.needed, self.capacity)
    }
}

impl core::error::Error for CapacityError {}

impl<const N: usize> OwnedRecord<N> {
    /// Copies a record, and decodes its texts.
    ///
    /// # Errors
    ///
    /// If the texts take more than `N` bytes of UTF-8. No text is ever truncated.
    pub fn new(record: &Record<'_>) -> Result<Self, CapacityError> {
        let needed = texts(record).map(|(_, text)| text.chars().map(char::len_utf8).sum::<usize>()).sum();
        let mut owned = Self::empty(record);
        texts(record)
            .try_for_each(|(field, text)| owned.set_text(field, text.chars()))
            .ok_or(CapacityError { needed, capacity: N })?;
        Ok(owned)
    }

    /// Returns the record, borrowed from this one. Its texts are in UTF-8, without escapes.
    #[must_use]
    pub fn as_record(&self) -> Record<'_> {
        let mut record: Record<'_> = self.numbers;
        for Span { field, start, end } in &self.spans {
            let text = self.texts.get(*start..*end).unwrap_or_default();
            // This cannot fail: a stored cost is valid, and the other fields accept any text.
            let _ = record.set(*field, text.as_bytes());
        }
        record
    }

    /// Creates a record with the numbers of another one, but without its texts.
    fn empty(record: &Record<'_>) -> Self {
        Self { numbers: record.without_texts(), texts: String::new(), spans: Vec::new() }
    }

    /// Clears a field.
    #[cfg(feature = "serde")]
    fn clear(&mut self, field: Field) {
        self.numbers.clear(field);
        self.spans.retain(|span| span.field != field);
    }

    /// Sets a text. Returns `None` if the buffer lacks the space.
    fn set_text(&mut self, field: Field, text: impl Iterator<Item = char>) -> Option<()> {
        let start = self.texts.len();
        for next in text {
            self.texts.push(next).ok()?;
        }
        let span = Span { field, start, end: self.texts.len() };
        match self.spans.iter_mut().find(|span| span.field == field) {
            Some(earlier) => *earlier = span,
            None => self.spans.push(span).ok()?,
        }
        Some(())
    }
}

/// A text, or a cost as written in the reply.
enum Written<'a> {
    Text(crate::Text<'a>),
    Cost(&'a str),
}

impl<'a> Written<'a> {
    fn chars(&self) -> impl Iterator<Item = char> + use<'a> {
        match self {
            Self::Text(text) => text.chars(),
            Self::Cost(digits) => crate::Text::new(digits.as_bytes(), Charset::Utf8).chars(),
        }
    }
}

/// Returns an iterator over the texts and the cost of a record.
fn texts<'a>(record: &Record<'a>) -> impl Iterator<Item = (Field, Written<'a>)> {
    record.fields().filter_map(|(field, value)| match value {
        Value::Number(_) => None,
        Value::Text(text) => Some((field, Written::Text(text))),
        Value::Cost(cost) => Some((field, Written::Cost(cost.as_str()))),
    })
}

impl<const N: usize> TryFrom<&Record<'_>> for OwnedRecord<N> {
    type Error = CapacityError;

    fn try_from(record: &Record<'_>) -> Result<Self, CapacityError> {
        Self::new(record)
    }
}

impl<const N: usize, const M: usize> PartialEq<OwnedRecord<M>> for OwnedRecord<N> {
    fn eq(&self, other: &OwnedRecord<M>) -> bool {
        self.as_record() == other.as_record()
    }
}

impl<const N: usize> Eq for OwnedRecord<N> {}

impl<const N: usize> fmt::Debug for OwnedRecord<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.as_record(), f)
    }
}

#[cfg(feature = "serde")]
impl<const N: usize> serde::Serialize for OwnedRecord<N> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_record().serialize(serializer)
    }
}
