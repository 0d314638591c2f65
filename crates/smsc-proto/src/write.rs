//! Writes replies: the reader's way back (section 2 of docs/protocol.md).
//!
//! Everything is written to a draft first, which finds whatever would be lost, and then to the output. So a refused record leaves nothing behind,
//! and an output knows the length before the first byte.

mod anchors;
mod build;
mod error;
mod key_value;
mod labels;
mod output;
mod sink;
mod tree;
mod values;

use crate::model::api_error::ApiError;
use crate::model::fields::MAX_RECORD;
use crate::model::fields::{Field, ValueKind};
use crate::model::query::{Format, Query};
use crate::model::record::{Record, Value};

pub use build::RecordBuilder;
pub use error::{WriteError, WriteErrorKind, WritePart};
use output::Draft;
pub use output::{Buffer, Output, Utf8};
use sink::{Breaks, Sink};

/// Writes replies to a query, in its format, `all`, shape and charset, as the server's page has them: no byte order mark, no line end at the end, and in
/// fmt 1 the present layout without spaces (section 2.2).
///
/// What a reply cannot carry so that reading it gives the same record back is refused, and [`WriteError`] names the field. After
/// [`replacing`](Self::replacing) it is replaced instead. Absent fields are left out (R10); in fmt 1, whose values are known by their places alone, the slot of
/// an absent number stays empty. There a `send_timestamp` may have to be 0, which means the same (R30), so that the reader sees what kind of record it
/// is (R41, R45a).
///
/// Whether a record is [ambiguous](Record::is_ambiguous) is not written: in a format that leaves no choice, the record
/// that is read back is not.
///
/// ```
/// use smsc_proto::{Detail, Buffer, Charset, Field, Format, Query, RecordBuilder, StatusCode, WriteError, WriteErrorKind, Writer};
///
/// let status = RecordBuilder::new(StatusCode::DELIVERED)
///     .number(Field::Err, 0)?
///     .number(Field::Id, 101)?
///     .text(Field::Phone, "79990000020")?
///     .text(Field::Message, "Привет, мир 👋")?
///     .number(Field::Type, 0)?
///     .build();
///
/// // JSON carries everything, in any charset.
/// let query = Query::new(Format::Json, Detail::Message).batch().charset(Charset::Utf8);
/// let mut bytes = [0; 512];
/// let mut buffer = Buffer::new(&mut bytes);
/// let mut batch = Writer::new(query).batch(&mut buffer)?;
/// batch.record(&status)?;
/// batch.record(&status)?;
/// batch.end()?;
/// assert!(buffer.written().starts_with(b"[{\n\"status\": 1,\n\"err\": 0,\n\"phone\": \"79990000020\",\n"));
///
/// // fmt 0 in windows-1251 has no such character, and says so.
/// let writer = Writer::new(Query::new(Format::KeyValue, Detail::Message).batch());
/// buffer.clear();
/// assert_eq!(writer.record(&status, &mut buffer), Err(WriteErrorKind::Character.at(Field::Message)));
/// writer.replacing().record(&status, &mut buffer)?;
/// assert!(buffer.written().ends_with(b", \xec\xe8\xf0 ?, type = 0, id = 101"));
/// # Ok::<(), WriteError>(())
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Writer<'q> {
    query: Query<'q>,
    is_replacing: bool,
}

impl<'q> Writer<'q> {
    /// A writer of replies to this query (R1) that refuses what would be lost.
    pub const fn new(query: Query<'q>) -> Self {
        Self { query, is_replacing: false }
    }

    /// The same writer, replacing what would be lost as [`WriteError`] says at each reason. What no replacement helps, such as a
    /// batch record of fmt 1 without an id (R46), is still refused.
    pub const fn replacing(self) -> Self {
        Self { is_replacing: true, ..self }
    }

    /// Writes a whole reply of one record: a single one, or for a batch query a batch of one (R2).
    ///
    /// # Errors
    ///
    /// If something would be lost, or does not fit; see [`WriteError`].
    pub fn record(&self, status: &Record<'_>, out: &mut (impl Output + ?Sized)) -> Result<(), WriteError> {
        let (before, behind) = self.frame();
        self.put(Some(0), &mut &mut *out, |sink| self.framed(before, status, behind, sink))
    }

    /// Begins a batch (R20), of any length.
    ///
    /// # Errors
    ///
    /// If the query asks for one message, or the frame does not fit.
    pub fn batch<O: Output>(&self, mut out: O) -> Result<BatchWriter<'q, O>, WriteError> {
        if !self.query.is_batch {
            return Err(WriteError::new(WriteErrorKind::NotABatch));
        }
        let (before, _) = self.frame();
        self.put_ascii(before, &mut out)?;
        Ok(BatchWriter { writer: *self, out, is_empty: true })
    }

    /// Writes the answer that the request was refused (R11). A refused batch is one error (R15).
    ///
    /// # Errors
    ///
    /// If something would be lost, such as the text in fmt 1, or does not fit; see [`WriteError`].
    pub fn error(&self, error: &ApiError<'_>, out: &mut (impl Output + ?Sized)) -> Result<(), WriteError> {
        self.put(None, &mut &mut *out, |sink| self.refusal(error, sink))
    }

    /// Writes the answer to `del=1`: deleted (R12).
    ///
    /// # Errors
    ///
    /// If it does not fit.
    pub fn deleted(&self, out: &mut (impl Output + ?Sized)) -> Result<(), WriteError> {
        let text = match self.query.format {
            Format::KeyValue | Format::Values => "OK",
            Format::Xml => "<result>\nOK\n</result>",
            Format::Json => "{\n\"result\": \"OK\"\n}",
        };
        self.put_ascii(text, &mut &mut *out)
    }

    /// What stands before and behind the records.
    const fn frame(&self) -> (&'static str, &'static str) {
        match self.query.format {
            Format::Xml if self.query.is_batch => ("<list>\n", "\n</list>"),
            Format::Json if self.query.is_batch => ("[", "]"),
            _ => ("", ""),
        }
    }

    const fn is_lines(&self) -> bool {
        matches!(self.query.format, Format::KeyValue | Format::Values)
    }

    fn framed(&self, before: &str, status: &Record<'_>, behind: &str, sink: &mut Sink<'_>) -> Result<(), WriteError> {
        sink.ascii(before)?;
        match self.query.format {
            Format::KeyValue => key_value::record(&self.query, status, sink)?,
            Format::Values => values::record(&self.query, status, sink)?,
            Format::Xml | Format::Json => tree::record(&self.query, status, sink)?,
        }
        sink.ascii(behind)
    }

    fn refusal(&self, error: &ApiError<'_>, sink: &mut Sink<'_>) -> Result<(), WriteError> {
        const ID: WritePart = WritePart::Field(Field::Id);
        let ApiError { code, text, id } = *error;
        if i32::try_from(code.0).is_err() {
            return Err(WriteErrorKind::Range.at(WritePart::ErrorCode));
        }
        let id_kind = Field::Id.kind();
        if id.is_some_and(|id| !matches!(id_kind, ValueKind::Number { min, max } if (min..=max).contains(&i64::from(id)))) {
            return Err(WriteErrorKind::Range.at(ID));
        }
        let (code, id) = (i64::from(code.0), id.map(i64::from));
        match self.query.format {
            Format::KeyValue => {
                sink.ascii("ERROR = ")?;
                sink.number(code)?;
                if let Some(text) = text {
                    sink.ascii(" (")?;
                    // The text ends at the last bracket, so that it may hold any (R14).
                    let line = Breaks::of(self.query.is_batch, false).replaced(text, WritePart::ErrorText, sink)?;
                    line.into_iter().try_for_each(|next| sink.plain(next, WritePart::ErrorText))?;
                    sink.ascii(")")?;
                }
                let Some(id) = id else { return Ok(()) };
                sink.ascii(", ID - ")?;
                sink.number(id)
            }
            Format::Values => {
                if text.is_some() {
                    sink.loss(WriteErrorKind::NoPlace.at(WritePart::ErrorText))?;
                }
                sink.number(id.unwrap_or(0))?;
                sink.ascii(",-")?;
                sink.number(code)
            }
            Format::Xml | Format::Json => {
                let mut node = tree::Node::open(self.query.format, "result", sink)?;
                if let Some(text) = text {
                    node.value("error", WritePart::ErrorText, Value::Text(text))?;
                }
                node.value("error_code", WritePart::ErrorCode, Value::Number(code))?;
                if let Some(id) = id {
                    node.value("id", ID, Value::Number(id))?;
                }
                node.close("result")
            }
        }
    }

    /// Writes something, if nothing would be lost and the output has room for it; of a record, so many bytes stand in front of it.
    fn put(
        &self,
        record: Option<usize>,
        out: &mut dyn Output,
        write: impl Fn(&mut Sink<'_>) -> Result<(), WriteError>,
    ) -> Result<(), WriteError> {
        let mut sink = Sink { draft: Draft::new(), charset: self.query.charset, is_replacing: self.is_replacing };
        write(&mut sink)?;
        let len = sink.draft.len();
        if let Some(before) = record {
            self.check_length(len.saturating_sub(before))?;
        }
        self.reserve(len, out)?;
        if let Some(bytes) = sink.draft.whole() {
            return out.write(bytes);
        }
        sink.draft.again(out);
        write(&mut sink)?;
        sink.draft.end()
    }

    /// Writes structure.
    fn put_ascii(&self, text: &str, out: &mut dyn Output) -> Result<(), WriteError> {
        self.reserve(text.len(), out)?;
        if text.is_empty() { Ok(()) } else { out.write(text.as_bytes()) }
    }

    /// Tells the output what comes.
    fn reserve(&self, len: usize, out: &mut dyn Output) -> Result<(), WriteError> {
        if out.supports(self.query.charset) {
            out.reserve(len)
        } else {
            Err(WriteError::new(WriteErrorKind::Charset(self.query.charset)))
        }
    }

    /// A record of a batch of lines has a limit (R46d).
    fn check_length(&self, count: usize) -> Result<(), WriteError> {
        let is_too_long = self.query.is_batch && self.is_lines() && count > MAX_RECORD;
        if is_too_long { Err(WriteError::new(WriteErrorKind::TooLong { limit: MAX_RECORD })) } else { Ok(()) }
    }
}

/// A batch (R20) that is being written, from [`Writer::batch`]. A record that is refused leaves the batch as it was, and others may follow.
#[must_use = "a batch is not whole without its end"]
pub struct BatchWriter<'q, O> {
    writer: Writer<'q>,
    out: O,
    is_empty: bool,
}

impl<O: Output> BatchWriter<'_, O> {
    /// What the batch (R20) is written to.
    pub const fn get_mut(&mut self) -> &mut O {
        &mut self.out
    }

    /// Writes the next record; the order is that of the request (R20).
    ///
    /// # Errors
    ///
    /// If something of the record would be lost, or does not fit; see [`WriteError`].
    pub fn record(&mut self, status: &Record<'_>) -> Result<(), WriteError> {
        let between = self.between();
        let writer = self.writer;
        writer.put(Some(between.len()), &mut self.out, |sink| writer.framed(between, status, "", sink))?;
        self.is_empty = false;
        Ok(())
    }

    /// Adds records that another batch of the same writer has written (R20): so several threads can write one batch.
    ///
    /// They must come without the frame of that batch: [`Writer::batch`] has written its start, which is to be cleared away as below, and [`end`](Self::end) would write the rest
    /// behind them. Nothing of this is checked, nor are the bytes: what another writer has written, in another format or charset, or a record that is longer than any may be (R46d),
    /// is added as it stands, and makes a batch that reads otherwise or not at all.
    ///
    /// ```
    /// use smsc_proto::{Detail, Buffer, Format, Query, RecordBuilder, StatusCode, WriteError, Writer};
    ///
    /// let writer = Writer::new(Query::new(Format::Json, Detail::Status).batch());
    /// let status = RecordBuilder::new(StatusCode::READ).build();
    /// let (mut part, mut whole) = ([0; 64], [0; 64]);
    /// let mut part = writer.batch(Buffer::new(&mut part))?;
    /// part.get_mut().clear(); // the frame
    /// part.record(&status)?;
    /// let mut batch = writer.batch(Buffer::new(&mut whole))?;
    /// batch.record(&status)?;
    /// batch.append_raw(part.get_mut().written())?;
    /// assert_eq!(batch.end()?.written(), b"[{\n\"status\": 2\n},\n{\n\"status\": 2\n}]");
    /// # Ok::<(), WriteError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If they do not fit.
    pub fn append_raw(&mut self, records: &[u8]) -> Result<(), WriteError> {
        if records.is_empty() {
            return Ok(());
        }
        let between = self.between();
        self.out.reserve(records.len().saturating_add(between.len()))?;
        if !between.is_empty() {
            self.out.write(between.as_bytes())?;
        }
        self.out.write(records)?;
        self.is_empty = false;
        Ok(())
    }

    /// What stands in front of the next record.
    const fn between(&self) -> &'static str {
        match self.writer.query.format {
            _ if self.is_empty => "",
            Format::Json => ",\n",
            _ => "\n",
        }
    }

    /// Ends the batch, which in fmt 0 and 1 must hold a record (R49), and gives back what it was written to.
    ///
    /// # Errors
    ///
    /// If there is no record, in fmt 0 and 1; or if the frame does not fit.
    pub fn end(mut self) -> Result<O, WriteError> {
        if self.is_empty && self.writer.is_lines() {
            return Err(WriteError::new(WriteErrorKind::EmptyBatch));
        }
        let (_, behind) = self.writer.frame();
        // The line end that would stand behind a record stands in the opening already.
        let behind = if self.is_empty { behind.trim_start() } else { behind };
        self.writer.put_ascii(behind, &mut self.out)?;
        Ok(self.out)
    }
}

impl<O> core::fmt::Debug for BatchWriter<'_, O> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("BatchWriter").field("writer", &self.writer).field("is_empty", &self.is_empty).finish_non_exhaustive()
    }
}

/// Says so if the record has a field that the layout has no place for.
fn check_places(status: &Record<'_>, layout: impl Iterator<Item = Field>, sink: &Sink<'_>) -> Result<(), WriteError> {
    let places = layout.fold(0, |places, field| places | field.bit());
    let has_no_place = |field: &&Field| places & field.bit() == 0 && status.get(**field).is_some();
    match Field::ALL.iter().find(has_no_place) {
        Some(field) => sink.loss(WriteErrorKind::NoPlace.at(*field)),
        None => Ok(()),
    }
}
