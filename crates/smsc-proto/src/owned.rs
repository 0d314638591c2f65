//! A record that outlives the body it came in, without an allocator (feature `heapless`).

use core::fmt;

use heapless::{String, Vec};

use crate::model::charset::Charset;
use crate::model::fields::Field;
use crate::model::record::{Record, Value};

#[cfg(feature = "serde")]
mod de;

/// A record of its own (R10): everything that a [`Record`] holds, with its texts, decoded to UTF-8, in a buffer of `N` bytes that they share.
///
/// How many bytes do: a status and its times need none, phone and cost some 20, a message of one SMS up to 320 and its country, operator, region
/// and sender some 150.
///
/// ```
/// use smsc_proto::{Detail, Format, OwnedRecord, Query, Reply};
///
/// let owned = {
///     let body = b"1,1760080210,0,101,79990000001".to_vec();
///     let Reply::Records(mut records) = Query::new(Format::Values, Detail::Status).batch().read(&body)? else { unreachable!() };
///     OwnedRecord::<32>::new(&records.next().unwrap()?).expect("32 bytes hold a phone")
/// };
/// assert_eq!(owned.as_record().phone().unwrap(), "79990000001");
/// # Ok::<(), smsc_proto::Error>(())
/// ```
#[derive(Clone)]
pub struct OwnedRecord<const N: usize> {
    /// Everything but the texts.
    numbers: Record<'static>,
    texts: String<N>,
    spans: Vec<Span, TEXTS>,
}

/// How many fields are texts: all that are no numbers.
const TEXTS: usize = 21;

/// Where a text stands in the buffer.
#[derive(Clone, Copy, Debug)]
struct Span {
    field: Field,
    start: usize,
    end: usize,
}

/// The texts of a record do not fit into its buffer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct CapacityError {
    /// How many bytes the texts take in UTF-8.
    pub needed: usize,
    /// How many there are (R10).
    pub capacity: usize,
}

impl fmt::Display for CapacityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the texts of the record take {} bytes, and {} are there", self.needed, self.capacity)
    }
}

impl core::error::Error for CapacityError {}

impl<const N: usize> OwnedRecord<N> {
    /// Keeps a record (R10).
    ///
    /// # Errors
    ///
    /// If its texts take more than `N` bytes of UTF-8. Nothing is ever cut.
    pub fn new(status: &Record<'_>) -> Result<Self, CapacityError> {
        let needed = texts(status).map(|(_, text)| text.chars().map(char::len_utf8).sum::<usize>()).sum();
        let mut owned = Self::empty(status);
        texts(status)
            .try_for_each(|(field, text)| owned.put_text(field, text.chars()))
            .ok_or(CapacityError { needed, capacity: N })?;
        Ok(owned)
    }

    /// The record, borrowed from this one (R10).
    #[must_use]
    pub fn as_record(&self) -> Record<'_> {
        let mut status: Record<'_> = self.numbers;
        for Span { field, start, end } in &self.spans {
            let text = self.texts.get(*start..*end).unwrap_or_default();
            // A cost that was put in was one, and every other of these fields takes any text.
            let _ = status.put(*field, text.as_bytes());
        }
        status
    }

    /// The numbers of a record, without its texts.
    fn empty(status: &Record<'_>) -> Self {
        Self { numbers: status.without_texts(), texts: String::new(), spans: Vec::new() }
    }

    /// Forgets what a field had.
    #[cfg(feature = "serde")]
    fn clear(&mut self, field: Field) {
        self.numbers.clear(field);
        self.spans.retain(|span| span.field != field);
    }

    /// Appends a text, in place of the one that the field may have had. `None` if there is no room.
    fn put_text(&mut self, field: Field, text: impl Iterator<Item = char>) -> Option<()> {
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

/// A text, or a cost as it was written.
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

/// The texts of a record.
fn texts<'a>(status: &Record<'a>) -> impl Iterator<Item = (Field, Written<'a>)> {
    status.fields().filter_map(|(field, value)| match value {
        Value::Number(_) => None,
        Value::Text(text) => Some((field, Written::Text(text))),
        Value::Cost(cost) => Some((field, Written::Cost(cost.as_str()))),
    })
}

impl<const N: usize> TryFrom<&Record<'_>> for OwnedRecord<N> {
    type Error = CapacityError;

    fn try_from(status: &Record<'_>) -> Result<Self, CapacityError> {
        Self::new(status)
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
