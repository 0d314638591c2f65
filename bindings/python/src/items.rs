//! What a reply holds, as numbers and places: nothing here is a Python object or borrows from the body.

use smsc_proto::{
    ApiError, Charset, ErrScope, Error, Escape, Field, Flag, Match, MessageKind, Query, RecordBuilder, Reply, Requested,
    SingleReply, Split, Status, StatusCode, Text,
};

/// One thing in a reply, in its place.
pub(crate) enum Item {
    Record(Record),
    Malformed(Error),
    /// A pair that was asked for and did not come (R47).
    Missing(u32, Box<str>),
    Refused(Box<Refusal>),
    Deleted,
}

/// An API error (R11).
pub(crate) struct Refusal {
    pub(crate) code: u32,
    pub(crate) text: Option<String>,
    pub(crate) id: Option<u32>,
}

/// A record: its numbers, and where its texts stand.
pub(crate) struct Record {
    pub(crate) status: i32,
    pub(crate) err: Option<u32>,
    pub(crate) id: Option<u32>,
    pub(crate) sms_cnt: Option<u32>,
    pub(crate) flag: Option<u16>,
    pub(crate) r#type: Option<u8>,
    pub(crate) scope: ErrScope,
    pub(crate) split: Split,
    pub(crate) is_hlr: bool,
    pub(crate) is_unexpected: bool,
    pub(crate) last_timestamp: Option<u64>,
    pub(crate) send_timestamp: Option<u64>,
    /// A bit for each text that is there, by the field's number.
    texts: u32,
    /// Where the places of the texts begin in [`Items::places`]; they follow each other in the order of their bits.
    first: usize,
}

/// Where a text stands in the body. A body is shorter than 4 GiB.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    start: u32,
    len: u32,
}

/// The longest body whose places can be told.
pub(crate) const MOST_BYTES: usize = u32::MAX as usize;

/// The items of one body.
#[derive(Default)]
pub(crate) struct Items {
    pub(crate) list: Vec<Item>,
    places: Vec<Place>,
    /// How the texts are to be decoded, all alike.
    charset: Charset,
    escape: Escape,
}

const fn bit(field: Field) -> u32 {
    1 << field as u32
}

impl Record {
    /// The fields that are numbers.
    pub(crate) fn numbers(&self) -> [(Field, Option<i64>); 8] {
        let time = |seconds: Option<u64>| seconds.and_then(|seconds| i64::try_from(seconds).ok());
        [
            (Field::Status, Some(self.status.into())),
            (Field::LastTimestamp, time(self.last_timestamp)),
            (Field::Flag, self.flag.map(Into::into)),
            (Field::Err, self.err.map(Into::into)),
            (Field::SendTimestamp, time(self.send_timestamp)),
            (Field::Type, self.r#type.map(Into::into)),
            (Field::SmsCnt, self.sms_cnt.map(Into::into)),
            (Field::Id, self.id.map(Into::into)),
        ]
    }
}

impl Items {
    /// Reads a body that is all at hand.
    pub(crate) fn read(&mut self, query: &Query<'_>, body: &[u8]) -> Result<(), Error> {
        let mut status = RecordBuilder::new(StatusCode(0)).build();
        if !query.is_batch()
            && query.get_requested().is_none()
            && matches!(query.read_into(body, &mut status), Ok(SingleReply::Record(())))
        {
            // One record is all that comes.
            self.list.reserve_exact(1);
            self.record(&status, body, query.get_kind(), false);
            return Ok(());
        }
        match query.read(body)? {
            Reply::Error(error) => self.refused(&error),
            Reply::Deleted => self.list.push(Item::Deleted),
            Reply::Records(records) if query.get_requested().is_some() => records.matched().for_each(|item| match item {
                Ok(Match::Requested(status)) => self.record(&status, body, query.get_kind(), false),
                Ok(Match::Unexpected(status)) => self.record(&status, body, query.get_kind(), true),
                Ok(Match::Missing(pair)) => self.missing(&pair),
                Err(error) => self.list.push(Item::Malformed(error)),
            }),
            Reply::Records(mut records) => {
                while let Some(result) = records.next_into(&mut status) {
                    match result {
                        Ok(()) => self.record(&status, body, query.get_kind(), false),
                        Err(error) => self.list.push(Item::Malformed(error)),
                    }
                }
            }
        }
        Ok(())
    }

    /// Adds a record that borrows from `body`.
    pub(crate) fn record(&mut self, status: &Record<'_>, body: &[u8], kind: MessageKind, is_unexpected: bool) {
        let first = self.places.len();
        let mut texts = 0;
        let mut put = |field: Field, bytes: Option<&[u8]>| {
            let Some(bytes) = bytes else { return };
            texts |= bit(field);
            // An empty text need not stand in the body at all.
            let start = if bytes.is_empty() { 0 } else { bytes.as_ptr().addr().wrapping_sub(body.as_ptr().addr()) };
            self.places.push(Place { start: small(start), len: small(bytes.len()) });
        };
        // In the order of their bits.
        put(Field::LastDate, status.last_date().map(Text::as_bytes));
        if status.is_hlr() {
            put(Field::Imsi, status.imsi().map(Text::as_bytes));
            put(Field::Msc, status.msc().map(Text::as_bytes));
            put(Field::Mcc, status.mcc().map(Text::as_bytes));
            put(Field::Mnc, status.mnc().map(Text::as_bytes));
            put(Field::Cn, status.cn().map(Text::as_bytes));
            put(Field::Net, status.net().map(Text::as_bytes));
            put(Field::Rcn, status.rcn().map(Text::as_bytes));
            put(Field::Rnet, status.rnet().map(Text::as_bytes));
        }
        put(Field::SendDate, status.send_date().map(Text::as_bytes));
        put(Field::Phone, status.phone().map(Text::as_bytes));
        put(Field::Mccmnc, status.mccmnc().map(Text::as_bytes));
        put(Field::Country, status.country().map(Text::as_bytes));
        put(Field::Operator, status.operator().map(Text::as_bytes));
        put(Field::OperatorOrig, status.operator_orig().map(Text::as_bytes));
        put(Field::Region, status.region().map(Text::as_bytes));
        put(Field::Cost, status.cost().map(|cost| cost.as_str().as_bytes()));
        put(Field::SenderId, status.sender_id().map(Text::as_bytes));
        put(Field::StatusName, status.status_name().map(Text::as_bytes));
        put(Field::Message, status.message().map(Text::as_bytes));
        put(Field::Comment, status.comment().map(Text::as_bytes));
        (self.charset, self.escape) = (status.charset(), status.escape());
        self.list.push(Item::Record(Record {
            status: status.status().0,
            err: status.err().map(|err| err.0),
            id: status.id(),
            sms_cnt: status.sms_cnt(),
            flag: status.flag().map(|Flag(bits)| bits),
            r#type: status.message_type().map(|known| known.0),
            scope: status.err_scope(kind),
            split: status.split(),
            is_hlr: status.is_hlr(),
            is_unexpected,
            last_timestamp: status.last_timestamp(),
            send_timestamp: status.send_timestamp(),
            texts,
            first,
        }));
    }

    pub(crate) fn missing(&mut self, pair: &Requested<'_>) {
        self.list.push(Item::Missing(pair.id, pair.phone.into()));
    }

    pub(crate) fn refused(&mut self, error: &ApiError<'_>) {
        let text = error.text.map(|text| text.to_string());
        self.list.push(Item::Refused(Box::new(Refusal { code: error.code.0, text, id: error.id })));
    }

    /// A text of a record, or the digits of its cost.
    pub(crate) fn text<'b>(&self, record: &Record, field: Field, body: &'b [u8]) -> Option<Text<'b>> {
        let bit = bit(field);
        if record.texts & bit == 0 {
            return None;
        }
        let before = (record.texts & (bit - 1)).count_ones();
        let place = self.places.get(record.first + usize::try_from(before).ok()?)?;
        let start = usize::try_from(place.start).ok()?;
        let bytes = body.get(start..start + usize::try_from(place.len).ok()?)?;
        Some(Text::new(bytes, self.charset).escaped(self.escape))
    }
}

/// A place within a body, of which the length has been checked.
fn small(place: usize) -> u32 {
    u32::try_from(place).expect("a text of a record stands in its body")
}
