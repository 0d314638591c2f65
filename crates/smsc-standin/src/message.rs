//! The messages that the service has accepted.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use smsc_proto::{Detail, Field, Format, MessageId, Query, Record, RecordBuilder, StatusCode, WriteError};

use crate::breaks::Breaks;
use crate::layout::Layout;
use crate::life::{Life, MessageState, is_final};
use crate::money::Money;
use crate::numbers::Network;
use crate::subscriber::Subscriber;
use crate::time::Time;

/// A message to one phone.
#[derive(Clone)]
pub(crate) struct Message {
    pub(crate) account: usize,
    pub(crate) id: String,
    pub(crate) phone: String,
    pub(crate) kind: u8,
    pub(crate) sender: String,
    pub(crate) text: Arc<str>,
    pub(crate) comment: Arc<str>,
    pub(crate) cost: Money,
    pub(crate) parts: u32,
    /// The time at which the request was received; `sent` may be later.
    pub(crate) accepted: Time,
    pub(crate) sent: Time,
    pub(crate) life: Life,
    /// The key of the history; a later message has a greater one.
    pub(crate) int_id: u64,
}

/// The type of HLR requests.
pub(crate) const HLR: u8 = 4;
/// The type of calls.
pub(crate) const CALL: u8 = 7;
/// The type of e-mails.
pub(crate) const EMAIL: u8 = 8;

impl Message {
    pub(crate) fn state(&self, now: Time) -> MessageState {
        let state = self.life.state(self.sent, now);
        // A message that waits has done so since it was accepted.
        if now < self.sent { MessageState { since: self.accepted, ..state } } else { state }
    }

    /// Returns the subscriber that an HLR request has found at this state. Returns `None` for other
    /// messages.
    pub(crate) fn subscriber(&self, state: MessageState) -> Option<Subscriber> {
        (self.kind == HLR).then(|| Subscriber::of(&self.phone, state.status == StatusCode::DELIVERED))
    }

    /// Returns whether status.php no longer finds the message: it was moved to the archive, or the
    /// account keeps no history.
    pub(crate) fn is_archived(&self, history_days: u32, now: Time) -> bool {
        let state = self.state(now);
        if !is_final(state.status) {
            return false;
        }
        if history_days == 0 {
            return true;
        }
        let moved = now.last_move_to_archive();
        is_final(self.state(moved).status) && self.sent < moved.sent_limit_of_move()
    }
}

/// The texts of a record that are not in the message as they are written.
pub(crate) struct Texts<'m> {
    message: Cow<'m, str>,
    comment: Cow<'m, str>,
    last_date: String,
    send_date: String,
    cost: String,
    status_name: &'static str,
    subscriber: Option<Subscriber>,
}

impl<'m> Texts<'m> {
    pub(crate) fn of(message: &'m Message, breaks: Breaks, zone: i8, now: Time) -> Self {
        let state = message.state(now);
        Self {
            message: breaks.mark(&message.text),
            comment: breaks.mark(&message.comment),
            last_date: state.since.text(zone),
            send_date: message.sent.text(zone),
            cost: message.cost.to_string(),
            status_name: state.status.name(smsc_proto::Lang::Ru).unwrap_or_default(),
            subscriber: message.subscriber(state),
        }
    }
}

/// Returns the texts that may have line breaks.
pub(crate) fn long_texts(message: &Message) -> [&str; 2] {
    [&message.text, &message.comment]
}

/// Returns the record of a message for status.php. The writer picks the fields that the query is for.
pub(crate) fn record<'m>(
    message: &'m Message,
    texts: &'m Texts<'m>,
    query: &Query<'_>,
    layout: Layout,
    now: Time,
) -> Result<Record<'m>, WriteError> {
    let builder = builder(message, texts, layout, now)?;
    // In fmt 0 the history alone has the number of parts.
    if query.get_format() == Format::KeyValue {
        return Ok(builder.build());
    }
    Ok(builder.number(Field::SmsCnt, message.parts.into())?.build())
}

/// Returns the record of a message, to which fields can be added.
pub(crate) fn builder<'m>(
    message: &'m Message,
    texts: &'m Texts<'m>,
    layout: Layout,
    now: Time,
) -> Result<RecordBuilder<'m>, WriteError> {
    let state = message.state(now);
    let seconds = |time: Time| i64::try_from(time.seconds()).unwrap_or(0);
    let is_hlr = message.kind == HLR;
    let mut builder = RecordBuilder::new(state.status)
        .text(Field::LastDate, &texts.last_date)?
        .number(Field::LastTimestamp, seconds(state.since))?
        .number(Field::Flag, message.kind.into())?
        .number(Field::Err, state.err.0.into())?
        .text(Field::SendDate, &texts.send_date)?
        .number(Field::SendTimestamp, seconds(message.sent))?
        .text(Field::Phone, &message.phone)?
        .text(Field::Cost, &texts.cost)?
        .text(Field::SenderId, if is_hlr { "HLR" } else { &message.sender })?
        .text(Field::StatusName, texts.status_name)?
        .text(Field::Message, &texts.message)?;
    if is_hlr || layout.has_type() {
        builder = builder.number(Field::Type, message.kind.into())?;
    }
    if !is_hlr && layout.has_comment() {
        builder = builder.text(Field::Comment, &texts.comment)?;
    }
    // Of an address or an unknown network the fields are there, and empty.
    let network = Network::of(&message.phone);
    let of = |value: fn(&Network) -> &'static str| network.map_or("", value);
    builder = builder
        .text(Field::Country, of(|network| network.country))?
        .text(Field::Operator, of(|network| network.operator))?
        .text(Field::Region, of(|network| network.region))?;
    builder = match &texts.subscriber {
        Some(subscriber) => hlr(builder, subscriber)?,
        None => {
            builder.text(Field::Mccmnc, of(|network| network.mccmnc))?.text(Field::OperatorOrig, of(|network| network.operator))?
        }
    };
    if let Some(id) = MessageId::parse(&message.id) {
        builder = builder.id(id);
    }
    Ok(builder)
}

/// Adds the fields of an HLR reply.
#[expect(clippy::large_types_passed_by_value, reason = "a builder is passed on")]
fn hlr<'m>(builder: RecordBuilder<'m>, subscriber: &'m Subscriber) -> Result<RecordBuilder<'m>, WriteError> {
    builder
        .text(Field::Imsi, &subscriber.imsi)?
        .text(Field::Msc, &subscriber.msc)?
        .text(Field::Mcc, subscriber.mcc)?
        .text(Field::Mnc, subscriber.mnc)?
        .text(Field::Cn, subscriber.cn)?
        .text(Field::Net, subscriber.net)?
        .text(Field::Rcn, subscriber.rcn)?
        .text(Field::Rnet, subscriber.rnet)
}

/// Returns the record of a message that is not found. In fmt 1 with all≥1 it has no phone, because a
/// text id would then not be found at its end (R13, R46l).
pub(crate) fn not_found<'m>(id: MessageId<'m>, phone: &'m str, query: &Query<'_>) -> Result<Record<'m>, WriteError> {
    let record = RecordBuilder::new(StatusCode::NOT_FOUND).id(id);
    let has_no_phone = query.get_format() == Format::Values && query.get_detail() != Detail::Status;
    Ok(if has_no_phone { record.build() } else { record.text(Field::Phone, phone)?.build() })
}

/// The messages by id and phone, and in the order of their keys.
#[derive(Default)]
pub(crate) struct Messages {
    by_key: BTreeMap<u64, Message>,
    /// The latest of the messages with an id and a phone, by account.
    latest: HashMap<(usize, String, String), u64>,
    last_key: u64,
    last_id: u32,
    /// The bytes of all texts that were accepted; those of deleted messages count too.
    text_bytes: usize,
}

impl Messages {
    /// Adds a message with the next key. Returns the key.
    pub(crate) fn add(&mut self, message: Message) -> u64 {
        self.last_key += 1;
        let message = Message { int_id: self.last_key, ..message };
        self.latest.insert((message.account, message.id.clone(), message.phone.clone()), message.int_id);
        self.by_key.insert(message.int_id, message);
        self.last_key
    }

    /// Returns the message with this key.
    pub(crate) fn get(&self, key: u64) -> Option<&Message> {
        self.by_key.get(&key)
    }

    /// Returns an id that no message to these phones has.
    pub(crate) fn next_id(&mut self, account: usize, phones: &[&str]) -> u32 {
        loop {
            self.last_id += 1;
            let id = self.last_id.to_string();
            if phones.iter().all(|phone| self.find(account, &id, phone).is_none()) {
                return self.last_id;
            }
        }
    }

    /// Counts the bytes of texts that are kept.
    pub(crate) fn count_texts(&mut self, bytes: usize) {
        self.text_bytes = self.text_bytes.saturating_add(bytes);
    }

    pub(crate) const fn text_bytes(&self) -> usize {
        self.text_bytes
    }

    /// Returns the last message with this id and phone.
    pub(crate) fn find(&self, account: usize, id: &str, phone: &str) -> Option<&Message> {
        let key = self.latest.get(&(account, id.to_owned(), phone.to_owned()))?;
        self.by_key.get(key)
    }

    /// Removes a message.
    pub(crate) fn remove(&mut self, int_id: u64) {
        if let Some(message) = self.by_key.remove(&int_id) {
            self.latest.remove(&(message.account, message.id, message.phone));
        }
    }

    /// Returns the messages of an account, the newest first, before the one with this key.
    pub(crate) fn newest(&self, account: usize, before: Option<u64>) -> impl Iterator<Item = &Message> {
        let range = ..before.unwrap_or(u64::MAX);
        self.by_key.range(range).rev().map(|(_, message)| message).filter(move |message| message.account == account)
    }

    /// Returns the messages of all accounts, the oldest first.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &Message> {
        self.by_key.values()
    }

    pub(crate) fn len(&self) -> usize {
        self.by_key.len()
    }
}
