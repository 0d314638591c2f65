//! The sums over all messages: memory by groups.

use hashbrown::HashMap;
use sms_outcome::Cause;
use smsc_proto::{MessageKind, MessageType, StatusCode};

use crate::figures::{Money, Parts, Totals};
use crate::key::Phone;
use crate::meaning::{Codes, Meaning, Meanings, type_of};
use crate::names::{EMPTY, NONE, Names};
use crate::report::Report;
use crate::sums::{Item, Seconds, Times};
use crate::suppression::Suppressions;
use crate::zone::QUARTER;

/// The most parts that a message can have.
const MAX_PARTS: i32 = 255;

/// The sums of messages.
#[derive(Default)]
pub(crate) struct Tally {
    kind: MessageKind,
    meanings: Meanings,
    pub(crate) totals: Totals,
    pub(crate) times: Times,
    pub(crate) operators: HashMap<u32, Sums>,
    pub(crate) countries: HashMap<u32, Sums>,
    pub(crate) senders: HashMap<u32, Sums>,
    pub(crate) types: HashMap<u8, Sums>,
    /// The totals by the quarter of an hour of the sending.
    pub(crate) quarters: HashMap<u64, Totals>,
    pub(crate) causes: HashMap<Codes, Reason>,
    pub(crate) parts: Parts,
    pub(crate) lookups: HashMap<u8, Sums>,
    pub(crate) with_operators: u64,
    pub(crate) ported: u64,
    pub(crate) suppressions: Suppressions,
    pub(crate) first: Option<u64>,
    pub(crate) last: Option<u64>,
    pub(crate) unknown_codes: u64,
    pub(crate) without_time: u64,
    pub(crate) without_cost: u64,
}

/// The sums of a group of messages.
#[derive(Default, Clone)]
pub(crate) struct Sums {
    pub(crate) totals: Totals,
    pub(crate) seconds: Seconds,
}

/// The messages that failed for one reason.
#[derive(Default)]
pub(crate) struct Reason {
    pub(crate) count: u64,
    pub(crate) cost: Money,
    /// Their sender names, if the cause is the sender.
    pub(crate) senders: HashMap<u32, u64>,
}

impl Tally {
    /// Creates sums of no message. `kind` is what is known of all messages.
    pub(crate) fn new(kind: MessageKind) -> Self {
        Self { kind, ..Self::default() }
    }

    /// Adds a message. `names` has the texts of phones; a name without a character counts as none.
    pub(crate) fn add(&mut self, message: &Report, phone: Option<Phone>, names: &Names) {
        let some = |name: u32| if name == EMPTY { NONE } else { name };
        let message = &Report {
            country: some(message.country),
            operator: some(message.operator),
            operator_orig: some(message.operator_orig),
            sender: some(message.sender),
            ..*message
        };
        let kind = type_of(message, self.kind, || phone.is_some_and(|phone| phone.is_address(names)));
        let codes = (message.status, message.err(), kind);
        let meaning = self.meanings.of(codes);
        if let Some((channel, phone)) = meaning.outcome.suppress.zip(phone) {
            self.suppressions.add(phone, channel, if message.last == 0 { message.sent } else { message.last });
        }
        if ![message.operator, message.operator_orig].contains(&NONE) {
            self.with_operators += 1;
            self.ported += u64::from(message.operator != message.operator_orig);
        }
        let item = Item {
            state: meaning.state(),
            cost: u64::try_from(message.cost).ok().map(|_| message.cost),
            is_second_balance: u16::try_from(message.flag).is_ok_and(|flag| smsc_proto::Flag(flag).is_second_balance()),
        };
        if matches!(kind, MessageType::HLR | MessageType::PING) {
            self.lookups.entry(kind.0).or_default().add(item, None);
        } else {
            self.add_message(message, codes, meaning, item);
        }
    }

    fn add_message(&mut self, message: &Report, codes: Codes, meaning: Meaning, item: Item) {
        self.totals.add(item);
        let is_timed = !meaning.is_test && message.status == StatusCode::DELIVERED;
        let seconds = if is_timed { self.times.add(message.sent, message.last) } else { None };
        self.operators.entry(message.operator).or_default().add(item, seconds);
        self.countries.entry(message.country).or_default().add(item, seconds);
        self.senders.entry(message.sender).or_default().add(item, seconds);
        self.types.entry(codes.2.0).or_default().add(item, seconds);
        if message.sent != 0 {
            self.quarters.entry(message.sent / QUARTER).or_default().add(item);
            self.first = Some(self.first.map_or(message.sent, |first| first.min(message.sent)));
            self.last = self.last.max(Some(message.sent));
        }
        self.without_time += u64::from(message.sent == 0);
        self.without_cost += u64::from(item.cost.is_none());
        self.unknown_codes += u64::from(!meaning.is_known);
        if item.state == Some(sms_outcome::State::Failed) {
            let reason = self.causes.entry(codes).or_default();
            reason.count += 1;
            reason.cost += Money(item.cost.unwrap_or_default().into());
            if meaning.outcome.cause == Cause::Sender {
                *reason.senders.entry(message.sender).or_default() += 1;
            }
        }
        self.add_parts(message, codes.2, item.cost);
    }

    fn add_parts(&mut self, message: &Report, kind: MessageType, cost: Option<i64>) {
        if let Ok(at @ 1..) = usize::try_from(message.sms_cnt.min(MAX_PARTS + 1))
            && message.sms_cnt <= MAX_PARTS
        {
            if self.parts.messages.len() < at {
                self.parts.messages.resize(at, 0);
            }
            self.parts.messages[at - 1] += 1;
        }
        let Some(text) = message.text.filter(|_| matches!(kind, MessageType::SMS | MessageType::FLASH)) else { return };
        self.parts.with_text += 1;
        // The service may have sent another text, or in another alphabet: then its number of parts differs.
        let count = i64::from(text.count());
        if text.is_just_over() && (message.sms_cnt < 0 || i64::from(message.sms_cnt) == count) {
            self.parts.just_over += 1;
            self.parts.just_over_cost += Money((cost.unwrap_or_default() / count).into());
        }
    }
}

impl Sums {
    fn add(&mut self, item: Item, seconds: Option<u32>) {
        self.totals.add(item);
        if let Some(seconds) = seconds {
            self.seconds.add(seconds);
        }
    }

    /// Adds the sums of other messages.
    pub(crate) fn merge(&mut self, other: &Self) {
        self.totals.merge(&other.totals);
        self.seconds.merge(&other.seconds);
    }
}
