//! A program that sends messages and follows them. What it has to keep survives a restart.

use std::collections::{BTreeMap, HashSet};

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
use sms_tracker::{Ask, AskKind, Class, GrowingPlan, Key, PlanConfig, Tracked};
use smsc_proto::request::{Credentials, Date, HistoryRequest, Request as _, StatusRequest};
use smsc_proto::retry::Failure;
use smsc_proto::{MessageId, Query, Requested, StatusCode};

use super::service::Answer;

/// A message that is sent.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    pub(crate) at: u64,
    pub(crate) phone: String,
}

/// The part of a message that survives a restart, until its end.
#[derive(Clone, Copy)]
struct Kept {
    asked: Option<u64>,
    not_found: Option<u64>,
}

pub(crate) struct Program {
    config: PlanConfig,
    plan: GrowingPlan,
    /// The time by which the program's clock is ahead, in milliseconds.
    skew: i64,
    /// The responses have a date.
    has_date: bool,
    pub(crate) life: u32,
    /// The numbers of the messages, by the place of their key.
    numbers: Vec<usize>,
    keys: BTreeMap<usize, Key>,
    kept: BTreeMap<usize, Kept>,
    last_batch: Option<u64>,
    last_ask: Option<u64>,
    pub(crate) ends: BTreeMap<usize, StatusCode>,
    pub(crate) lost: HashSet<usize>,
    pub(crate) named: HashSet<usize>,
    pub(crate) most: usize,
    planned_wake: Option<u64>,
}

impl Program {
    pub(crate) fn new(config: PlanConfig, skew: i64, has_date: bool, start: u64) -> Self {
        Self {
            config,
            plan: GrowingPlan::new(config, Vec::new(), start.saturating_add_signed(skew)),
            skew,
            has_date,
            life: 0,
            numbers: Vec::new(),
            keys: BTreeMap::new(),
            kept: BTreeMap::new(),
            last_batch: None,
            last_ask: None,
            ends: BTreeMap::new(),
            lost: HashSet::new(),
            named: HashSet::new(),
            most: 0,
            planned_wake: None,
        }
    }

    fn local(&self, now: u64) -> u64 {
        now.saturating_add_signed(self.skew)
    }

    pub(crate) fn add(&mut self, number: usize, now: u64) {
        self.kept.insert(number, Kept { asked: None, not_found: None });
        self.track(number, Tracked::sent(self.local(now)), now);
        self.most = self.most.max(self.kept.len());
    }

    fn track(&mut self, number: usize, message: Tracked, now: u64) {
        let key = self.plan.add(message, self.local(now)).unwrap();
        let place = key.index() as usize;
        self.numbers.resize(self.numbers.len().max(place + 1), 0);
        self.numbers[place] = number;
        self.keys.insert(number, key);
    }

    /// Forgets everything but what is kept.
    pub(crate) fn restart(&mut self, sent: &[Sent], now: u64) {
        self.life += 1;
        self.plan = GrowingPlan::new(self.config, Vec::new(), self.local(now));
        self.planned_wake = None;
        self.keys.clear();
        if let Some(at) = self.last_batch {
            self.plan.batch_was_asked(at);
        }
        if let Some(at) = self.last_ask {
            self.plan.requests_were_made(at);
        }
        for (number, kept) in self.kept.clone() {
            let mut message = Tracked::sent(self.local(sent[number].at));
            if let Some(asked) = kept.asked {
                message = message.asked(asked);
            }
            if let Some(since) = kept.not_found {
                message = message.not_found_since(since);
            }
            self.track(number, message, now);
        }
    }

    /// Returns the next request, and its body.
    pub(crate) fn poll(&mut self, sent: &[Sent], now: u64) -> Option<(Ask, String)> {
        let local = self.local(now);
        let ask = self.plan.poll(local)?;
        self.last_ask = Some(local);
        let numbers: Vec<_> = self.plan.keys(&ask).map(|key| self.numbers[key.index() as usize]).collect();
        assert_eq!(numbers.len() as u32, ask.len());
        for number in &numbers {
            self.kept.get_mut(number).unwrap().asked = Some(local);
        }
        if ask.kind() == AskKind::Batch {
            // A batch that is in work when the program is killed counts as well.
            self.last_batch = Some(local);
        }
        Some((ask, body(&ask, &numbers, sent)))
    }

    /// Returns the time at which the plan is to be asked next, unless an earlier one was returned
    /// before and is not over.
    pub(crate) fn next_wake(&mut self, now: u64) -> Option<u64> {
        let wake = self.plan.next_wake()?.saturating_add_signed(-self.skew).max(now);
        let is_earlier = self.planned_wake.is_none_or(|planned| wake < planned);
        is_earlier.then(|| *self.planned_wake.insert(wake))
    }

    /// Returns whether this is the time that was returned last.
    pub(crate) fn is_planned_wake(&mut self, now: u64) -> bool {
        let is_planned = self.planned_wake == Some(now);
        self.planned_wake = self.planned_wake.filter(|_| !is_planned);
        is_planned
    }

    pub(crate) fn on_answer(&mut self, ask: Ask, answer: &Answer, now: u64, random: u32) {
        let local = self.local(now);
        if self.has_date {
            self.plan.server_date(now / 1_000, local);
        }
        match answer {
            Answer::Lost(_) => self.plan.on_failure(ask, Failure::Unanswered, local, random),
            Answer::Refused(code, _) => self.plan.on_failure(ask, Failure::Rejected(*code), local, random),
            Answer::Statuses(statuses, _) => {
                let keys: Vec<_> = self.plan.keys(&ask).collect();
                let found = keys.iter().filter_map(|key| Some((*key, *statuses.get(&self.numbers[key.index() as usize])?)));
                let found: Vec<_> = found.collect();
                if ask.kind() == AskKind::Batch {
                    self.last_batch = Some(local);
                }
                self.plan.on_reply(ask, found.iter().copied(), local);
                for (key, status) in found {
                    self.note(self.numbers[key.index() as usize], status, local);
                }
            }
        }
        while let Some(key) = self.plan.next_lost() {
            let number = self.numbers[key.index() as usize];
            self.lost.insert(number);
            self.forget(number);
        }
    }

    fn note(&mut self, number: usize, status: StatusCode, local: u64) {
        if Class::of(status).is_final() {
            self.ends.insert(number, status);
            self.forget(number);
        } else if let Some(kept) = self.kept.get_mut(&number) {
            kept.not_found = (status == StatusCode::NOT_FOUND).then(|| kept.not_found.unwrap_or(local));
        }
    }

    fn forget(&mut self, number: usize) {
        self.kept.remove(&number);
        self.keys.remove(&number);
    }

    /// Returns the time of the next move to the archive after now, by the plan.
    pub(crate) fn next_move(&mut self, now: u64) -> u64 {
        self.plan.next_move().saturating_add_signed(-self.skew).max(now)
    }

    pub(crate) fn name_those_at_risk(&mut self, now: u64) {
        let keys: Vec<_> = self.plan.at_risk(self.local(now)).collect();
        self.named.extend(keys.iter().map(|key| self.numbers[key.index() as usize]));
    }

    pub(crate) fn is_done(&self) -> bool {
        self.kept.is_empty()
    }
}

fn body(ask: &Ask, numbers: &[usize], sent: &[Sent]) -> String {
    let credentials = Credentials::login("demo", "demo");
    let pair = |number: &usize| Requested { id: MessageId::new(*number as u32 + 1).unwrap(), phone: &sent[*number].phone };
    let pairs: Vec<_> = numbers.iter().map(pair).collect();
    let mut body = String::new();
    match ask.kind() {
        AskKind::Single => StatusRequest::one(pairs[0]).write_body(&credentials, &mut body),
        AskKind::Batch => StatusRequest::batch(&pairs).write_body(&credentials, &mut body),
        AskKind::History { first_sent, last_sent } => {
            let phones: Vec<_> = pairs.iter().map(|pair| pair.phone).collect();
            let request = HistoryRequest::day(date(first_sent)).until(date(last_sent)).phones(&phones).count(1_000);
            request.write_body(&credentials, &mut body)
        }
    }
    .unwrap();
    body
}

fn date(time: u32) -> Date {
    let moscow = TimeZone::fixed(Offset::constant(3));
    let day = Timestamp::from_second(time.into()).unwrap().to_zoned(moscow).date();
    Date::new(day.year().try_into().unwrap(), day.month().try_into().unwrap(), day.day().try_into().unwrap()).unwrap()
}

pub(crate) fn history_query() -> Query<'static> {
    HistoryRequest::day(Date::new(2026, 11, 28).unwrap()).query()
}
