//! How well a body reads with a query.

use crate::chunk_reader::{ChunkReader, Event};
use crate::lines::format;
use crate::model::charset::Charset;
use crate::model::codes::Lang;
use crate::model::query::{Format, Query};
use crate::model::record::{Record, Value};
use crate::model::text::Text;
use crate::reply::Reply;

/// The number of bytes of a batch that are examined.
const SAMPLE: usize = 1 << 16;

/// The number of records that are examined.
const MAX_RECORDS: usize = 32;

/// What a body is when read with a query.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    /// The number of records, or 1 for an API error or a deletion.
    pub(super) records: usize,
    /// The number of malformed records, or 1 if the body is no reply.
    pub(super) malformed: usize,
    /// The number of records that may belong to the reply to another request.
    suspicious: usize,
    ambiguous: usize,
    /// The number of records with the name of their status, in the charset that has the most.
    named: usize,
    /// The number of records with a type, which only the oldest layouts lack (R23).
    typed: usize,
    /// The charset of the texts, if it is certain.
    charset: Option<Charset>,
}

/// What the texts of records are, in each charset.
#[derive(Default)]
struct Texts {
    named: [usize; Charset::ALL.len()],
    is_utf8: bool,
    is_invalid: bool,
}

impl Reading {
    pub(super) fn new(query: &Query<'_>, body: &[u8]) -> Self {
        let mut reading = Self { records: 0, malformed: 0, suspicious: 0, ambiguous: 0, named: 0, typed: 0, charset: None };
        let mut texts = Texts::default();
        if query.is_batch {
            reading.read_batch(query, body, &mut texts);
        } else {
            reading.read_single(query, body, &mut texts);
        }
        reading.named = texts.named.into_iter().max().unwrap_or_default();
        reading.charset = texts.charset(query.charset);
        reading
    }

    fn read_single(&mut self, query: &Query<'_>, body: &[u8], texts: &mut Texts) {
        match query.read(body) {
            Ok(Reply::Records(records)) => {
                for record in records.take(MAX_RECORDS) {
                    match record {
                        Ok(record) => {
                            let is_lines = matches!(query.format, Format::KeyValue | Format::Values);
                            let is_other = is_lines && format::may_be_of_another_request(query, body, &record);
                            self.add(&record, is_other, texts);
                        }
                        Err(_) => self.malformed = self.malformed.saturating_add(1),
                    }
                }
            }
            Ok(Reply::Error(error)) => {
                self.records = 1;
                error.text.into_iter().for_each(|text| texts.add(text));
            }
            Ok(Reply::Deleted) => self.records = 1,
            Err(_) => self.malformed = 1,
        }
    }

    fn read_batch(&mut self, query: &Query<'_>, body: &[u8], texts: &mut Texts) {
        let is_last = body.len() <= SAMPLE;
        let mut sample = body.get(..SAMPLE).unwrap_or(body);
        let mut reader = ChunkReader::new(*query);
        while self.records.saturating_add(self.malformed) < MAX_RECORDS {
            let Ok((consumed, event)) = reader.read(sample, is_last) else {
                self.malformed = 1;
                return;
            };
            sample = sample.get(consumed..).unwrap_or_default();
            match event {
                Event::Record(Ok(record)) => {
                    let is_other = query.format == Format::Values && format::has_invalid_mcc(&record);
                    self.add(&record, is_other, texts);
                }
                Event::Record(Err(_)) => self.malformed = self.malformed.saturating_add(1),
                Event::Error(error) => {
                    self.records = 1;
                    error.text.into_iter().for_each(|text| texts.add(text));
                    return;
                }
                Event::Deleted => {
                    self.records = 1;
                    return;
                }
                Event::NeedMore | Event::End => return,
            }
        }
    }

    fn add(&mut self, record: &Record<'_>, is_other: bool, texts: &mut Texts) {
        self.records = self.records.saturating_add(1);
        self.suspicious = self.suspicious.saturating_add(is_other.into());
        self.ambiguous = self.ambiguous.saturating_add(record.is_ambiguous().into());
        self.typed = self.typed.saturating_add(record.message_type().is_some().into());
        texts.add_record(record);
    }

    /// Returns whether nothing tells that the reply is that to another request.
    pub(super) const fn is_good(&self) -> bool {
        self.records > 0 && self.faults() == 0
    }

    /// Returns whether this reading has fewer faults than another one and more that is right.
    pub(super) const fn is_better(&self, other: &Self) -> bool {
        let good = self.records.saturating_sub(self.suspicious);
        self.faults() < other.faults() && good > self.faults() && good > other.records.saturating_sub(other.suspicious)
    }

    const fn faults(&self) -> usize {
        self.malformed.saturating_add(self.suspicious)
    }

    /// Returns the charset to use, which is `given` if nothing speaks against it.
    pub(super) fn charset(&self, given: Charset) -> Charset {
        self.charset.unwrap_or(given)
    }

    /// Returns the rank of a reading with this query, lowest first.
    pub(super) fn rank(&self, given: &Query<'_>, query: &Query<'_>) -> impl Ord + use<> {
        let is_other = |differs: bool| usize::from(differs);
        let changes = is_other(query.is_batch != given.is_batch).saturating_add(is_other(query.detail != given.detail));
        let known = self.named.saturating_add(self.typed);
        (self.faults(), usize::MAX.saturating_sub(known), changes, self.ambiguous)
    }
}

impl Texts {
    fn add_record(&mut self, record: &Record<'_>) {
        for (_, value) in record.fields() {
            if let Value::Text(text) = value {
                self.add(text);
            }
        }
        let name = record.status().name(Lang::Ru);
        if let (Some(own), Some(name)) = (record.status_name(), name) {
            for (charset, named) in Charset::ALL.iter().zip(&mut self.named) {
                let is_known = Text::new(own.as_bytes(), *charset).escaped(own.escape()) == name;
                *named = named.saturating_add(is_known.into());
            }
        }
    }

    fn add(&mut self, text: Text<'_>) {
        self.is_utf8 |= text.looks_like_utf8();
        self.is_invalid |= text.charset() == Charset::Utf8 && core::str::from_utf8(text.as_bytes()).is_err();
    }

    /// Returns the charset of the texts if it is certainly not `given`.
    fn charset(&self, given: Charset) -> Option<Charset> {
        let named = |charset: &Charset| Charset::ALL.iter().zip(self.named).any(|(own, named)| own == charset && named > 0);
        if self.is_utf8 {
            return Some(Charset::Utf8);
        }
        if !named(&given)
            && let Some(charset) = Charset::ALL.iter().copied().find(named)
        {
            return Some(charset);
        }
        // The server's default, unless the names tell otherwise.
        self.is_invalid.then_some(Charset::Windows1251)
    }
}
