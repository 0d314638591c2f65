//! The parsed contents of a reply, as numbers and text positions. Nothing here is a Python object
//! or borrows from the body.

use sms_outcome::type_of;
use smsc_proto::{
    ApiError, Charset, Endpoint, ErrScope, Error, Escape, Field, Flag, Match, Matcher, MessageId, MessageKind, MessageType, Query,
    Record, Reply, SingleReply, Text,
};

use crate::id::Id;
use crate::interrupt::GoOn;

/// One item of a reply.
pub(crate) enum Item {
    Record(RecordData),
    Malformed(Error),
    /// A requested pair whose record is not in the reply (R47).
    Missing(PairIndex),
    ApiError(Box<ApiErrorData>),
    Deleted,
}

/// The index of a requested pair.
pub(crate) type PairIndex = usize;

/// The values of an API error (R11).
pub(crate) struct ApiErrorData {
    pub(crate) code: u32,
    pub(crate) text: Option<String>,
    pub(crate) id: Option<Id>,
    /// Whether the text looks like UTF-8 that was read in another charset (R51).
    pub(crate) looks_like_utf8: bool,
    /// The endpoint, if the request is known, which decides what the number means (R61).
    pub(crate) endpoint: Option<Endpoint>,
}

impl ApiErrorData {
    pub(crate) fn new(error: &ApiError<'_>, endpoint: Option<Endpoint>) -> Self {
        Self {
            code: error.code.0,
            text: error.text.map(|text| text.to_string()),
            id: error.id.map(Id::from),
            looks_like_utf8: error.text.is_some_and(Text::looks_like_utf8),
            endpoint,
        }
    }
}

/// The values of a record: its numbers, and a reference to the positions of its texts.
pub(crate) struct RecordData {
    pub(crate) status: i32,
    pub(crate) err: Option<u32>,
    /// The id, if it is a number. A text id is one of the texts.
    pub(crate) id: Option<u32>,
    pub(crate) sms_cnt: Option<u32>,
    pub(crate) flag: Option<u16>,
    pub(crate) r#type: Option<u8>,
    /// The type that decides the outcome.
    pub(crate) outcome_type: MessageType,
    pub(crate) is_ambiguous: bool,
    pub(crate) is_hlr: bool,
    pub(crate) is_unexpected: bool,
    pub(crate) last_timestamp: Option<u64>,
    pub(crate) send_timestamp: Option<u64>,
    pub(crate) int_id: Option<u64>,
    /// A bitmask of the texts that are present, by field number.
    texts: u32,
    /// The index of the first text in [`Items::spans`]. The others follow in the order of their
    /// bits.
    first: usize,
}

/// The position of a text in the body, which is shorter than 4 GiB.
#[derive(Clone, Copy)]
pub(crate) struct Span {
    start: u32,
    len: u32,
}

/// The length of the longest body in which every position fits into a [`Span`].
pub(crate) const MAX_BODY: usize = u32::MAX as usize;

/// The number of items from one question whether to go on to the next. In the slowest body that is
/// known, each takes 20 µs.
const STEP: usize = 64;

/// The items of one body.
#[derive(Default)]
pub(crate) struct Items {
    pub(crate) list: Vec<Item>,
    /// The number of requested pairs that are matched or missing: the index of the next one.
    pub(crate) settled: PairIndex,
    spans: Vec<Span>,
    /// The charset of every text of the body.
    charset: Charset,
    /// The escapes of every text of the body.
    escape: Escape,
    /// Whether the body is the copy of a record that looks like UTF-8 that was read in another
    /// charset (R51). The texts of a copy are in UTF-8 and no longer show it.
    pub(crate) is_copy_like_utf8: bool,
}

const fn bit(field: Field) -> u32 {
    1 << field as u32
}

impl RecordData {
    /// Returns the table that the err belongs to. The outcome has the type e-mail if and only if that
    /// is the table of e-mail.
    pub(crate) fn scope(&self) -> ErrScope {
        if self.outcome_type == MessageType::EMAIL { ErrScope::Email } else { ErrScope::Phone }
    }

    /// Returns the value of each field that is a number.
    pub(crate) fn numbers(&self) -> [(Field, Option<i64>); 9] {
        let long = |number: Option<u64>| number.and_then(|number| i64::try_from(number).ok());
        [
            (Field::Status, Some(self.status.into())),
            (Field::LastTimestamp, long(self.last_timestamp)),
            (Field::Flag, self.flag.map(Into::into)),
            (Field::Err, self.err.map(Into::into)),
            (Field::SendTimestamp, long(self.send_timestamp)),
            (Field::Type, self.r#type.map(Into::into)),
            (Field::SmsCnt, self.sms_cnt.map(Into::into)),
            (Field::Id, self.id.map(Into::into)),
            (Field::IntId, long(self.int_id)),
        ]
    }
}

impl Items {
    /// Creates a list for the items after those of the first `settled` requested pairs.
    pub(crate) fn after_pairs(settled: PairIndex) -> Self {
        Self { settled, ..Self::default() }
    }

    /// Parses a complete body and adds its items. Fails if the body as a whole is not a reply.
    /// For `go_on`, [`STEP`] items are a step.
    pub(crate) fn read(&mut self, query: &Query<'_>, body: &[u8], go_on: GoOn<'_>) -> Result<(), Error> {
        let mut record = Record::empty();
        if !query.is_batch()
            && query.get_requested().is_none()
            && matches!(query.read_into(body, &mut record), Ok(SingleReply::Record(())))
        {
            self.list.reserve_exact(1);
            self.record(&record, body, query.get_kind(), false);
            return Ok(());
        }
        match query.read(body)? {
            Reply::Error(error) => self.api_error(&error),
            Reply::Deleted => self.list.push(Item::Deleted),
            Reply::Records(mut records) => {
                let mut matcher = Matcher::of_query(query);
                for step in 1_usize.. {
                    let Some(result) = records.next_into(&mut record) else { break };
                    match (result, &mut matcher) {
                        (Ok(()), None) => self.record(&record, body, query.get_kind(), false),
                        (Ok(()), Some(matcher)) => {
                            let skipped = matcher.accept(&record);
                            self.missing(skipped.unwrap_or_default().len());
                            self.record(&record, body, query.get_kind(), skipped.is_none());
                            self.settled += usize::from(skipped.is_some());
                        }
                        (Err(error), _) => self.list.push(Item::Malformed(error)),
                    }
                    if step.is_multiple_of(STEP) && !go_on() {
                        return Ok(());
                    }
                }
                self.missing(matcher.map_or(0, |matcher| matcher.remaining().len()));
            }
        }
        Ok(())
    }

    /// Adds a matched record that borrows from `body`, a missing pair, or a malformed line.
    #[inline]
    pub(crate) fn matched(&mut self, result: &Result<Match<'_>, Error>, body: &[u8], kind: MessageKind) {
        match result {
            Ok(Match::Requested(record)) => {
                self.record(record, body, kind, false);
                self.settled += 1;
            }
            Ok(Match::Unexpected(record)) => self.record(record, body, kind, true),
            Ok(Match::Missing(_)) => self.missing(1),
            Err(error) => self.list.push(Item::Malformed(*error)),
        }
    }

    /// Adds a record that borrows from `body`.
    pub(crate) fn record(&mut self, record: &Record<'_>, body: &[u8], kind: MessageKind, is_unexpected: bool) {
        let first = self.spans.len();
        let mut texts = 0;
        let mut add = |field: Field, bytes: Option<&[u8]>| {
            let Some(bytes) = bytes else { return };
            texts |= bit(field);
            // An empty text may be a slice of something other than the body.
            let start = if bytes.is_empty() { 0 } else { bytes.as_ptr().addr().wrapping_sub(body.as_ptr().addr()) };
            self.spans.push(Span { start: narrow(start), len: narrow(bytes.len()) });
        };
        // In the order of their bits.
        add(Field::LastDate, record.last_date().map(Text::as_bytes));
        if record.is_hlr() {
            add(Field::Imsi, record.imsi().map(Text::as_bytes));
            add(Field::Msc, record.msc().map(Text::as_bytes));
            add(Field::Mcc, record.mcc().map(Text::as_bytes));
            add(Field::Mnc, record.mnc().map(Text::as_bytes));
            add(Field::Cn, record.cn().map(Text::as_bytes));
            add(Field::Net, record.net().map(Text::as_bytes));
            add(Field::Rcn, record.rcn().map(Text::as_bytes));
            add(Field::Rnet, record.rnet().map(Text::as_bytes));
        }
        add(Field::SendDate, record.send_date().map(Text::as_bytes));
        add(Field::Phone, record.phone().map(Text::as_bytes));
        add(Field::Mccmnc, record.mccmnc().map(Text::as_bytes));
        add(Field::Country, record.country().map(Text::as_bytes));
        add(Field::Operator, record.operator().map(Text::as_bytes));
        add(Field::OperatorOrig, record.operator_orig().map(Text::as_bytes));
        add(Field::Region, record.region().map(Text::as_bytes));
        add(Field::Cost, record.cost().map(|cost| cost.as_str().as_bytes()));
        add(Field::SenderId, record.sender_id().map(Text::as_bytes));
        add(Field::StatusName, record.status_name().map(Text::as_bytes));
        add(Field::Message, record.message().map(Text::as_bytes));
        add(Field::Comment, record.comment().map(Text::as_bytes));
        let id = record.id();
        add(Field::Id, id.and_then(MessageId::text).map(str::as_bytes));
        add(Field::Format, record.format().map(Text::as_bytes));
        add(Field::Crc, record.crc().map(Text::as_bytes));
        (self.charset, self.escape) = (record.charset(), record.escape());
        self.list.push(Item::Record(RecordData {
            status: record.status().0,
            err: record.err().map(|err| err.0),
            id: id.and_then(MessageId::number),
            sms_cnt: record.sms_cnt(),
            flag: record.flag().map(|Flag(bits)| bits),
            r#type: record.message_type().map(|known| known.0),
            outcome_type: type_of(record, kind),
            is_ambiguous: record.is_ambiguous(),
            is_hlr: record.is_hlr(),
            is_unexpected,
            last_timestamp: record.last_timestamp(),
            send_timestamp: record.send_timestamp(),
            int_id: record.int_id(),
            texts,
            first,
        }));
    }

    /// Adds the next requested pairs, whose records are missing.
    fn missing(&mut self, count: usize) {
        self.list.extend((self.settled..).take(count).map(Item::Missing));
        self.settled += count;
    }

    /// Adds an API error.
    pub(crate) fn api_error(&mut self, error: &ApiError<'_>) {
        self.list.push(Item::ApiError(Box::new(ApiErrorData::new(error, None))));
    }

    /// Returns a text of a record, or the digits of its cost; `None` if the record lacks the field.
    pub(crate) fn text<'b>(&self, record: &RecordData, field: Field, body: &'b [u8]) -> Option<Text<'b>> {
        let bit = bit(field);
        if record.texts & bit == 0 {
            return None;
        }
        let before = (record.texts & (bit - 1)).count_ones();
        let span = self.spans.get(record.first + usize::try_from(before).ok()?)?;
        let start = usize::try_from(span.start).ok()?;
        let bytes = body.get(start..start + usize::try_from(span.len).ok()?)?;
        Some(Text::new(bytes, self.charset).escaped(self.escape))
    }

    /// Returns whether a text of a record looks like UTF-8 that was read in another charset (R51).
    pub(crate) fn looks_like_utf8(&self, record: &RecordData, body: &[u8]) -> bool {
        let mut texts = Field::ALL.iter().filter_map(|field| self.text(record, *field, body));
        self.is_copy_like_utf8 || self.charset != Charset::Utf8 && texts.any(Text::looks_like_utf8)
    }
}

/// Narrows an offset or a length within a body of at most [`MAX_BODY`] bytes.
fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).expect("a text of a record is within its body")
}
