//! A reply, read part by part into lines.

use serde::Serialize;
use sms_explain::cells::{Cells, shown};
use sms_explain::{WithOutcome, card::Card};
use sms_outcome::{Outcome, State, lookup_api_error, lookup_record, type_of};
use smsc_proto::{
    ApiError, Charset, ChunkReader, ErrCode, Error, Event, Lang, LazyIndex, Match, MessageId, MessageKind, MessageType, Query,
    Record, Reply, Requested, StatusCode, Text,
};
use visible_text::Visible;

use crate::lines::push;
use crate::options::Options;

/// A reader of a reply that arrives in parts.
///
/// Each item becomes two lines. The first is that of `smsc decode --json --outcome`. The second is
/// for the table: a letter for what the item is, `?` or a space for whether it is ambiguous, and an
/// object.
#[derive(Debug)]
pub(crate) struct Decoder {
    query: Query<'static>,
    lang: Lang,
    /// The requested pairs. With these, the reply is read as a whole.
    pairs: Option<Vec<(String, String)>>,
    reader: ChunkReader<'static>,
    /// The bytes that were received and not consumed.
    window: Vec<u8>,
    is_over: bool,
    counts: Counts,
}

/// The number of items of each sort, and what their texts show.
#[derive(Clone, Copy, Debug, Default, Serialize)]
struct Counts {
    records: usize,
    delivered: usize,
    pending: usize,
    failed: usize,
    unknown: usize,
    ambiguous: usize,
    malformed: usize,
    missing: usize,
    unexpected: usize,
    api_errors: usize,
    deleted: usize,
    /// Whether a text looks like UTF-8 that was read in another charset.
    looks_like_utf8: bool,
}

/// A row of the table.
#[derive(Serialize)]
#[serde(untagged)]
enum Row<'a> {
    Record {
        cells: Box<Cells>,
        when: When,
        status: StatusCode,
        err: Option<ErrCode>,
        r#type: MessageType,
        flag: Option<u16>,
        is_unexpected: bool,
    },
    Missing {
        id: MessageId<'a>,
        phone: String,
    },
    Malformed {
        malformed: String,
    },
    ApiError {
        error_code: u32,
        endpoint: &'static str,
        server: Option<String>,
        id: Option<String>,
        card: Box<Card>,
    },
    Deleted {},
}

/// The time of the last change of a status.
#[derive(Serialize)]
#[serde(untagged)]
enum When {
    /// In seconds since 1970.
    Seconds(u64),
    /// As the server wrote it.
    Date(String),
}

impl Decoder {
    /// Creates a reader. Fails if a requested pair is wrong.
    pub(crate) fn new(options: &Options, lang: Lang) -> Result<Self, &'static str> {
        let query = options.query(Charset::Windows1251);
        Ok(Self {
            query,
            lang,
            pairs: options.pairs()?,
            reader: ChunkReader::new(query),
            window: Vec::new(),
            is_over: false,
            counts: Counts::default(),
        })
    }

    /// Reads the next part and adds a line with the counts up to now, and then the lines of the
    /// items that end in this part. A reply to a request for one message is read when all of it was
    /// received.
    pub(crate) fn feed(&mut self, part: &[u8], is_last: bool, lines: &mut Vec<u8>) {
        if self.is_over {
            return push(&self.counts, lines);
        }
        let mut items = Vec::new();
        self.window.extend_from_slice(part);
        let window = std::mem::take(&mut self.window);
        let mut consumed = 0;
        if let Some(pairs) = self.pairs.take() {
            if is_last {
                // Each id was parsed before, so none is dropped.
                let requested: Vec<_> =
                    pairs.iter().filter_map(|(id, phone)| Some(Requested { id: MessageId::parse(id)?, phone })).collect();
                let index = LazyIndex::new(&requested);
                self.whole(&self.query.requested(&requested).indexed(&index), &window, &mut items);
            }
            self.pairs = Some(pairs);
        } else if !self.query.is_batch() {
            if is_last {
                self.whole(&{ self.query }, &window, &mut items);
            }
        } else {
            consumed = self.batch(&window, is_last, &mut items);
        }
        self.window = window;
        self.window.drain(..consumed);
        push(&self.counts, lines);
        lines.extend_from_slice(&items);
    }

    /// Reads a whole reply.
    fn whole<'a>(&mut self, query: &Query<'a>, body: &'a [u8], lines: &mut Vec<u8>) {
        match query.read(body) {
            Err(error) => self.malformed(&error, lines),
            Ok(Reply::Error(error)) => self.api_error(&error, lines),
            Ok(Reply::Deleted) => self.deleted(lines),
            Ok(Reply::Records(records)) => {
                for item in records.matched() {
                    match item {
                        Ok(item) => self.item(&item, lines),
                        Err(error) => self.malformed(&error, lines),
                    }
                }
            }
        }
    }

    /// Reads the records of a batch in a window, and returns the number of bytes consumed.
    fn batch(&mut self, window: &[u8], is_last: bool, lines: &mut Vec<u8>) -> usize {
        let mut at = 0;
        while !self.is_over {
            match self.reader.read(window.get(at..).unwrap_or_default(), is_last) {
                Ok((consumed, event)) => {
                    at += consumed;
                    match event {
                        Event::Record(Ok(record)) => self.item(&Match::Requested(record), lines),
                        Event::Record(Err(error)) => self.malformed(&error, lines),
                        Event::NeedMore => break,
                        Event::Error(error) => self.over(|this| this.api_error(&error, lines)),
                        Event::Deleted => self.over(|this| this.deleted(lines)),
                        Event::End => self.is_over = true,
                    }
                }
                Err(error) => self.over(|this| this.malformed(&error, lines)),
            }
        }
        if self.is_over { window.len() } else { at.min(window.len()) }
    }

    /// Adds an item that is the whole reply.
    fn over(&mut self, add: impl FnOnce(&mut Self)) {
        add(self);
        self.is_over = true;
    }

    fn item(&mut self, item: &Match<'_>, lines: &mut Vec<u8>) {
        match item {
            Match::Requested(record) => self.record(item, record, false, lines),
            Match::Unexpected(record) => self.record(item, record, true, lines),
            Match::Missing(pair) => {
                self.counts.missing += 1;
                push(item, lines);
                mark('x', false, &Row::Missing { id: pair.id, phone: Visible(pair.phone).to_string() }, lines);
            }
        }
    }

    fn record(&mut self, item: &Match<'_>, record: &Record<'_>, is_unexpected: bool, lines: &mut Vec<u8>) {
        let kind = self.query.get_kind();
        let outcome = lookup_record(record, kind);
        push(&WithOutcome { value: item, outcome: outcome.in_lang(self.lang) }, lines);
        let letter = self.count(record, &outcome, is_unexpected);
        mark(letter, record.is_ambiguous(), &row(record, &outcome, kind, self.lang, is_unexpected), lines);
    }

    /// Counts a record, and returns the letter of its state.
    fn count(&mut self, record: &Record<'_>, outcome: &Outcome, is_unexpected: bool) -> char {
        let counts = &mut self.counts;
        counts.records += 1;
        counts.ambiguous += usize::from(record.is_ambiguous());
        counts.unexpected += usize::from(is_unexpected);
        counts.looks_like_utf8 |= self.query.get_charset() != Charset::Utf8 && record.looks_like_utf8();
        let (count, letter) = match outcome.state {
            State::Delivered => (&mut counts.delivered, 'd'),
            State::Pending => (&mut counts.pending, 'p'),
            State::Failed => (&mut counts.failed, 'f'),
            State::Unknown => (&mut counts.unknown, 'u'),
        };
        *count += 1;
        letter
    }

    fn malformed(&mut self, error: &Error, lines: &mut Vec<u8>) {
        self.counts.malformed += 1;
        push(error, lines);
        mark('m', false, &Row::Malformed { malformed: error.to_string() }, lines);
    }

    fn api_error(&mut self, error: &ApiError<'_>, lines: &mut Vec<u8>) {
        self.counts.api_errors += 1;
        self.counts.looks_like_utf8 |= self.query.get_charset() != Charset::Utf8 && error.text.is_some_and(Text::looks_like_utf8);
        let endpoint = error.endpoint();
        let outcome = lookup_api_error(error.code, endpoint);
        push(&WithOutcome { value: error, outcome: outcome.in_lang(self.lang) }, lines);
        let row = Row::ApiError {
            error_code: error.code.0,
            endpoint: endpoint.name(),
            server: error.text.map(|text| shown(Some(text))),
            id: error.id.map(|id| id.to_string()),
            card: Box::new(Card::new(&outcome, self.lang)),
        };
        mark('e', false, &row, lines);
    }

    fn deleted(&mut self, lines: &mut Vec<u8>) {
        self.counts.deleted += 1;
        lines.extend_from_slice(b"{\"result\":\"OK\"}\n");
        mark('k', false, &Row::Deleted {}, lines);
    }
}

/// Returns the row of a record.
fn row(record: &Record<'_>, outcome: &Outcome, kind: MessageKind, lang: Lang, is_unexpected: bool) -> Row<'static> {
    Row::Record {
        cells: Box::new(Cells::new(record, outcome, kind, lang)),
        when: record.last_timestamp().map_or_else(|| When::Date(shown(record.last_date())), When::Seconds),
        status: record.status(),
        err: record.err(),
        r#type: type_of(record, kind),
        flag: record.flag().map(|flag| flag.0),
        is_unexpected,
    }
}

/// Adds the line of a row: its letter, its mark, and the object.
fn mark(letter: char, is_ambiguous: bool, row: &Row<'_>, lines: &mut Vec<u8>) {
    lines.extend_from_slice(&[letter as u8, if is_ambiguous { b'?' } else { b' ' }]);
    push(row, lines);
}
