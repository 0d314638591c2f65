//! Writing of replies (docs/protocol.md, section 2).
//!
//! Everything is written to a draft first, which reports what would be lost, and then to the
//! output. So a rejected record leaves the output unchanged, and the output learns the length
//! before the first byte.

mod anchors;
mod build;
mod error;
mod join;
mod key_value;
mod keys;
mod output;
mod piece;
mod sink;
mod tree;
mod values;

use crate::model::api_error::ApiError;
use crate::model::charset::Charset;
use crate::model::fields::Field;
use crate::model::fields::MAX_RECORD;
use crate::model::message_id::MessageId;
use crate::model::query::{Format, Query};
use crate::model::record::{Record, Value};
use crate::model::text::Text;

pub use build::RecordBuilder;
pub use error::{WriteError, WriteErrorKind, WritePart};
pub use output::{Buffer, Output, Utf8};
use output::{Draft, LineStarts};
use sink::{LineBreaks, Sink};

/// A writer of replies to a query, in its format, level of detail, shape and charset. The bytes are
/// those of the server: no byte order mark, no line end at the end, and in fmt 1 the current layout
/// without spaces.
///
/// If a reply cannot represent something in such a way that parsing returns the same record, the
/// writer returns a [`WriteError`] that names the field. After [`replacing`](Self::replacing), the
/// writer writes a replacement instead.
///
/// Absent fields are left out. In fmt 1, which has no field names, an absent number leaves its slot
/// empty; only an absent `send_timestamp` is written as 0, which also means "none", if the reader
/// needs it to recognise the kind of the record.
///
/// Whether a record is [ambiguous](Record::is_ambiguous) is not written. A record that is parsed
/// from a format without ambiguity is not ambiguous.
///
/// ```
/// use smsc_proto::{
///     Buffer, Charset, Detail, Field, Format, Query, RecordBuilder, StatusCode, WriteError,
///     WriteErrorKind, Writer,
/// };
///
/// let record = RecordBuilder::new(StatusCode::DELIVERED)
///     .number(Field::Err, 0)?
///     .number(Field::Id, 101)?
///     .text(Field::Phone, "79990000020")?
///     .text(Field::Message, "Привет, мир 👋")?
///     .number(Field::Type, 0)?
///     .build();
///
/// // JSON can represent every character in any charset.
/// let query = Query::new(Format::Json, Detail::Message).batch().charset(Charset::Utf8);
/// let mut bytes = [0; 512];
/// let mut buffer = Buffer::new(&mut bytes);
/// let mut batch = Writer::new(query).batch(&mut buffer)?;
/// batch.record(&record)?;
/// batch.record(&record)?;
/// batch.end()?;
/// let start = b"[{\n\"status\": 1,\n\"err\": 0,\n\"phone\": \"79990000020\",\n";
/// assert!(buffer.written().starts_with(start));
///
/// // fmt 0 in windows-1251 cannot represent the emoji: an error, or a replacement.
/// let writer = Writer::new(Query::new(Format::KeyValue, Detail::Message).batch());
/// buffer.clear();
/// let error = writer.record(&record, &mut buffer).unwrap_err();
/// assert_eq!(error, WriteErrorKind::Character.at(Field::Message));
/// writer.replacing().record(&record, &mut buffer)?;
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
    /// Creates a writer of replies to this query. It returns an error instead of writing a record
    /// that would lose something.
    pub const fn new(query: Query<'q>) -> Self {
        Self { query, is_replacing: false }
    }

    /// Returns the writer with replacement switched on: what would be lost is replaced as described
    /// at each [`WriteErrorKind`]. An error without a replacement, such as a batch record of fmt 1
    /// without an id, is still returned.
    pub const fn replacing(self) -> Self {
        Self { is_replacing: true, ..self }
    }

    /// Writes a complete reply of one record. If the query is for a batch, the reply is a batch of
    /// one record.
    ///
    /// # Errors
    ///
    /// If something would be lost, or if the reply does not fit into the output; see
    /// [`WriteErrorKind`].
    pub fn record(&self, record: &Record<'_>, out: &mut (impl Output + ?Sized)) -> Result<(), WriteError> {
        let (before, after) = self.frame();
        self.write_drafted(Some((record, 0)), &mut &mut *out, |sink| self.write_framed(before, record, after, sink))
    }

    /// Starts a batch of any number of records: writes its opening.
    ///
    /// # Errors
    ///
    /// If the query is not for a batch, or if the opening does not fit into the output.
    pub fn batch<O: Output>(&self, mut out: O) -> Result<BatchWriter<'q, O>, WriteError> {
        if !self.query.is_batch {
            return Err(WriteError::new(WriteErrorKind::NotABatch));
        }
        let (before, _) = self.frame();
        self.write_structure(before, &mut out)?;
        Ok(BatchWriter { writer: *self, out, is_empty: true })
    }

    /// Writes a complete reply with an API error. For a batch query too, the reply is one error.
    ///
    /// # Errors
    ///
    /// If something would be lost, such as the error's text in fmt 1, or if the reply does not fit
    /// into the output; see [`WriteErrorKind`].
    pub fn error(&self, error: &ApiError<'_>, out: &mut (impl Output + ?Sized)) -> Result<(), WriteError> {
        self.write_drafted(None, &mut &mut *out, |sink| self.write_api_error(error, sink))
    }

    /// Writes the reply to `del=1`: the messages were deleted.
    ///
    /// # Errors
    ///
    /// If the reply does not fit into the output.
    pub fn deleted(&self, out: &mut (impl Output + ?Sized)) -> Result<(), WriteError> {
        let text = match self.query.format {
            Format::KeyValue | Format::Values => "OK",
            Format::Xml => "<result>\nOK\n</result>",
            Format::Json => "{\n\"result\": \"OK\"\n}",
        };
        self.write_structure(text, &mut &mut *out)
    }

    /// Returns the opening and the closing of a reply, before and after its records.
    const fn frame(&self) -> (&'static str, &'static str) {
        match self.query.format {
            Format::Xml if self.query.is_batch => ("<list>\n", "\n</list>"),
            Format::Json if self.query.is_batch => ("[", "]"),
            _ => ("", ""),
        }
    }

    /// Returns whether the format has one record on each line: fmt 0 and 1.
    const fn is_lines(&self) -> bool {
        matches!(self.query.format, Format::KeyValue | Format::Values)
    }

    /// Writes a record between these two strings.
    fn write_framed(&self, before: &str, record: &Record<'_>, after: &str, sink: &mut Sink<'_>) -> Result<(), WriteError> {
        sink.write_ascii(before)?;
        match self.query.format {
            Format::KeyValue => key_value::record(&self.query, record, sink)?,
            Format::Values => values::record(&self.query, record, sink)?,
            Format::Xml | Format::Json => tree::record(&self.query, record, sink)?,
        }
        sink.write_ascii(after)
    }

    /// Writes an API error (R11).
    fn write_api_error(&self, error: &ApiError<'_>, sink: &mut Sink<'_>) -> Result<(), WriteError> {
        const ID: WritePart = WritePart::Field(Field::Id);
        let ApiError { code, text, id } = *error;
        if i32::try_from(code.0).is_err() {
            return Err(WriteErrorKind::Range.at(WritePart::ErrorCode));
        }
        let code = i64::from(code.0);
        let write_id = |id: MessageId<'_>, sink: &mut Sink<'_>| match id.text() {
            Some(text) => sink.write_ascii(text),
            None => sink.write_number(id.number().unwrap_or_default().into()),
        };
        match self.query.format {
            Format::KeyValue => {
                sink.write_ascii("ERROR = ")?;
                sink.write_number(code)?;
                if let Some(text) = text {
                    sink.write_ascii(" (")?;
                    // The text ends at the last closing bracket, so it may contain brackets (R14).
                    let line = LineBreaks::of(self.query.is_batch, false).replace(text, WritePart::ErrorText, sink)?;
                    line.into_iter().try_for_each(|next| sink.write_char(next, WritePart::ErrorText))?;
                    sink.write_ascii(")")?;
                }
                let Some(id) = id else { return Ok(()) };
                sink.write_ascii(", ID - ")?;
                write_id(id, sink)
            }
            Format::Values => {
                if text.is_some() {
                    sink.report_loss(WriteErrorKind::NoPlace.at(WritePart::ErrorText))?;
                }
                match id {
                    Some(id) => write_id(id, sink)?,
                    None => sink.write_ascii("0")?,
                }
                sink.write_ascii(",-")?;
                sink.write_number(code)
            }
            Format::Xml | Format::Json => {
                let mut node = tree::Node::open(self.query.format, "result", sink)?;
                if let Some(text) = text {
                    node.write("error", WritePart::ErrorText, Value::Text(text))?;
                }
                node.write("error_code", WritePart::ErrorCode, Value::Number(code))?;
                if let Some(id) = id {
                    let text = id.text().map(|text| Value::Text(Text::new(text.as_bytes(), Charset::Utf8)));
                    node.write("id", ID, text.unwrap_or(Value::Number(id.number().unwrap_or_default().into())))?;
                }
                node.close("result")
            }
        }
    }

    /// Writes what `write` writes, unless something would be lost or the output has not enough
    /// space. A record comes with the number of bytes before it, which do not count for the maximum
    /// length.
    fn write_drafted(
        &self,
        record: Option<(&Record<'_>, usize)>,
        out: &mut dyn Output,
        write: impl Fn(&mut Sink<'_>) -> Result<(), WriteError>,
    ) -> Result<(), WriteError> {
        let mut sink = Sink { draft: Draft::new(), charset: self.query.charset, is_replacing: self.is_replacing };
        write(&mut sink)?;
        let len = sink.draft.len();
        if let Some((record, before)) = record {
            self.check_length(len.saturating_sub(before))?;
            self.check_lines(record, &write)?;
        }
        self.reserve(len, out)?;
        if let Some(bytes) = sink.draft.complete() {
            return out.write(bytes);
        }
        sink.draft.start_over(out);
        write(&mut sink)?;
        sink.draft.flush()
    }

    /// Reports a line break of a single reply of fmt 0 or 1 after which a line looks like the start
    /// of a record, so that the reader would mark the record (R21a).
    fn check_lines(&self, record: &Record<'_>, write: impl Fn(&mut Sink<'_>) -> Result<(), WriteError>) -> Result<(), WriteError> {
        if self.query.is_batch || self.is_replacing || !self.is_lines() {
            return Ok(());
        }
        let has_line = |(field, value)| match value {
            Value::Text(text) if text.chars().any(|next| next == '\n') => Some(field),
            _ => None,
        };
        let Some(field) = record.fields().find_map(has_line) else { return Ok(()) };
        let mut starts = LineStarts::new(self.query.format);
        let mut sink = Sink { draft: Draft::new(), charset: self.query.charset, is_replacing: false };
        sink.draft.start_over(&mut starts);
        write(&mut sink)?;
        sink.draft.flush()?;
        if starts.has_record_start() { Err(WriteErrorKind::Ambiguous.at(field)) } else { Ok(()) }
    }

    /// Writes structure, which is ASCII: an opening, a closing, a separator.
    fn write_structure(&self, text: &str, out: &mut dyn Output) -> Result<(), WriteError> {
        self.reserve(text.len(), out)?;
        if text.is_empty() { Ok(()) } else { out.write(text.as_bytes()) }
    }

    /// Announces the number of the next bytes to the output. Returns an error if the output lacks
    /// the space or does not support the charset.
    fn reserve(&self, len: usize, out: &mut dyn Output) -> Result<(), WriteError> {
        if out.supports(self.query.charset) {
            out.reserve(len)
        } else {
            Err(WriteError::new(WriteErrorKind::Charset(self.query.charset)))
        }
    }

    /// Returns an error if the length of a record exceeds the maximum in a batch of fmt 0 or 1
    /// (R46d).
    fn check_length(&self, len: usize) -> Result<(), WriteError> {
        let is_too_long = self.query.is_batch && self.is_lines() && len > MAX_RECORD;
        if is_too_long { Err(WriteError::new(WriteErrorKind::TooLong { limit: MAX_RECORD })) } else { Ok(()) }
    }
}

/// A writer of a batch, from [`Writer::batch`]. After a record that was rejected, the batch is as
/// before, and other records may follow.
#[must_use = "a batch is not whole without its end"]
pub struct BatchWriter<'q, O> {
    writer: Writer<'q>,
    out: O,
    is_empty: bool,
}

impl<O: Output> BatchWriter<'_, O> {
    /// Returns the output that the batch is written to.
    pub const fn get_mut(&mut self) -> &mut O {
        &mut self.out
    }

    /// Writes the next record. The records must be in the order of the request.
    ///
    /// # Errors
    ///
    /// If something of the record would be lost, or if it does not fit into the output; see
    /// [`WriteErrorKind`].
    pub fn record(&mut self, record: &Record<'_>) -> Result<(), WriteError> {
        let between = self.between();
        let writer = self.writer;
        let write = |sink: &mut Sink<'_>| writer.write_framed(between, record, "", sink);
        writer.write_drafted(Some((record, between.len())), &mut self.out, write)?;
        self.is_empty = false;
        Ok(())
    }

    /// Appends records that another [`BatchWriter`] has written. So several threads can write one
    /// batch.
    ///
    /// `records` must be the records alone, without the opening that [`Writer::batch`] writes
    /// (clear it, as below) and without the closing that [`end`](Self::end) writes. The bytes are
    /// not checked: they must be from a writer with the same query, or the batch will be
    /// unreadable.
    ///
    /// ```
    /// use smsc_proto::{
    ///     Buffer, Detail, Format, Query, RecordBuilder, StatusCode, WriteError, Writer,
    /// };
    ///
    /// let writer = Writer::new(Query::new(Format::Json, Detail::Status).batch());
    /// let record = RecordBuilder::new(StatusCode::READ).build();
    /// let (mut part, mut whole) = ([0; 64], [0; 64]);
    /// let mut part = writer.batch(Buffer::new(&mut part))?;
    /// part.get_mut().clear(); // removes the opening `[`
    /// part.record(&record)?;
    /// let mut batch = writer.batch(Buffer::new(&mut whole))?;
    /// batch.record(&record)?;
    /// batch.append_raw(part.get_mut().written())?;
    /// assert_eq!(batch.end()?.written(), b"[{\n\"status\": 2\n},\n{\n\"status\": 2\n}]");
    /// # Ok::<(), WriteError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the records do not fit into the output.
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

    /// Returns the separator before the next record.
    const fn between(&self) -> &'static str {
        match self.writer.query.format {
            _ if self.is_empty => "",
            Format::Json => ",\n",
            _ => "\n",
        }
    }

    /// Writes the closing of the batch, and returns the output.
    ///
    /// # Errors
    ///
    /// If the batch has no record, in fmt 0 and 1, where an empty body is no reply; or if the
    /// closing does not fit into the output.
    pub fn end(mut self) -> Result<O, WriteError> {
        if self.is_empty && self.writer.is_lines() {
            return Err(WriteError::new(WriteErrorKind::EmptyBatch));
        }
        let (_, after) = self.writer.frame();
        // The line end before the closing is already part of the opening.
        let after = if self.is_empty { after.trim_start() } else { after };
        self.writer.write_structure(after, &mut self.out)?;
        Ok(self.out)
    }
}

impl<O> core::fmt::Debug for BatchWriter<'_, O> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("BatchWriter").field("writer", &self.writer).field("is_empty", &self.is_empty).finish_non_exhaustive()
    }
}

/// Reports a field of the record that the layout lacks.
fn check_fields(record: &Record<'_>, layout: impl Iterator<Item = Field>, sink: &Sink<'_>) -> Result<(), WriteError> {
    let in_layout = layout.fold(0, |in_layout, field| in_layout | field.bit());
    let is_missing = |field: &&Field| in_layout & field.bit() == 0 && record.get(**field).is_some();
    match Field::ALL.iter().find(is_missing) {
        Some(field) => sink.report_loss(WriteErrorKind::NoPlace.at(*field)),
        None => Ok(()),
    }
}
