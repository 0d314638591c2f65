//! A watcher: the plan of the requests, and the store of what they tell.

use std::collections::HashMap;
use std::fmt;

use sms_tracker::{Ask, AskKind, GrowingPlan, Key, PlanConfig, Tracked};
use smsc_client::{Id, MessageRecord};
use smsc_proto::retry::Failure;

use crate::changed::{Changed, Which};
use crate::error::{Error, ErrorKind};
use crate::message::{Added, Counts, NewMessage, Open};
use crate::phone;
use crate::report::{NewReport, Of, Source};
use crate::store::Store;

/// A watcher, which follows the messages of a [`Store`] to their end. It makes no request and reads no
/// clock: times are passed in, in Unix milliseconds.
///
/// [`poll`](Self::poll) returns the requests to make. Each one ends with [`on_reply`](Self::on_reply),
/// [`on_failure`](Self::on_failure) or [`on_unsent`](Self::on_unsent). What was reported is in the store
/// before the plan counts on it.
///
/// ```
/// use smsc_client::{Id, MessageRecord};
/// use smsc_proto::{RecordBuilder, StatusCode};
/// use smsc_watch::{NewMessage, PlanConfig, SqliteStore, Watcher};
///
/// # let folder = std::env::temp_dir().join(format!("smsc-watcher-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// let noon = 1_795_856_400_000;
/// let store = SqliteStore::open(&folder.join("watch.db"))?;
/// let mut watcher = Watcher::start(Box::new(store), PlanConfig::default(), noon)?;
/// watcher.add(&[NewMessage { id: Id::Number(101), phone: "79990000001".into(), sent: Some(noon) }], noon)?;
///
/// let wake = watcher.next_wake().unwrap();
/// let job = watcher.poll(wake)?.unwrap();
/// // Here the status of job.messages() is asked for.
/// let record = MessageRecord::new(&RecordBuilder::new(StatusCode::DELIVERED).build());
/// let changes = watcher.on_reply(job, vec![(0, record)], wake + 150)?;
/// assert!(changes[0].is_final && watcher.is_empty());
/// # drop(watcher);
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Watcher {
    store: Box<dyn Store>,
    plan: GrowingPlan,
    config: PlanConfig,
    /// The messages, by the place of their key.
    followed: Vec<Followed>,
    keys: HashMap<i64, Key>,
    /// The messages that the plan has given up, until the store has them as lost.
    lost: Vec<i64>,
}

/// A message that is followed. `Debug` does not show the phone.
#[derive(Clone, PartialEq, Eq)]
pub struct Followed {
    /// The key in the store.
    pub row: i64,
    /// The id.
    pub id: Id,
    /// The phone, as it was typed.
    pub phone: Box<str>,
}

impl Followed {
    /// Returns whether a record has the id and the phone of this message.
    #[must_use]
    pub fn is_of(&self, record: &MessageRecord) -> bool {
        let is_same_id = record.id().is_some_and(|id| self.id.as_message_id() == Some(id));
        is_same_id && record.phone().is_some_and(|phone| phone::is_same(&self.phone, phone))
    }
}

/// A request to make.
#[derive(Debug)]
#[must_use]
pub struct Job {
    ask: Ask,
    messages: Vec<Followed>,
}

impl Job {
    /// Returns the kind of the request.
    #[must_use]
    pub const fn kind(&self) -> AskKind {
        self.ask.kind()
    }

    /// Returns the messages of the request.
    #[must_use]
    pub fn messages(&self) -> &[Followed] {
        &self.messages
    }
}

/// The number of messages that are claimed in one step.
const CLAIMED: usize = 10_000;

/// The time for which messages are claimed in PostgreSQL. It is extended at every call of `claim`.
const LEASE_MS: u64 = 5 * 60_000;

/// The pause after an error of the store.
const PAUSE_MS: u64 = 5_000;

#[expect(clippy::needless_pass_by_value, reason = "a request ends once")]
impl Watcher {
    /// Starts a watcher of the messages in a store.
    ///
    /// # Errors
    ///
    /// If another watcher follows the messages of the file, or the store fails.
    pub fn start(mut store: Box<dyn Store>, config: PlanConfig, now_ms: u64) -> Result<Self, Error> {
        let lanes = store.lanes()?;
        let mut plan = GrowingPlan::new(config, Vec::new(), now_ms);
        if let Some(at) = lanes.last_batch {
            plan.batch_was_asked(at);
        }
        if let Some(at) = lanes.last_request {
            plan.requests_were_made(at);
        }
        let mut watcher = Self { store, plan, config, followed: Vec::new(), keys: HashMap::new(), lost: Vec::new() };
        watcher.claim(now_ms)?;
        Ok(watcher)
    }

    /// Adds messages to the store, and follows them.
    ///
    /// # Errors
    ///
    /// If the store fails. No message was added then.
    pub fn add(&mut self, messages: &[NewMessage], now_ms: u64) -> Result<Added, Error> {
        let added = self.store.add(messages, now_ms)?;
        self.claim(now_ms)?;
        Ok(added)
    }

    /// Follows messages that were added to the store by others, and keeps those that are followed.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub fn claim(&mut self, now_ms: u64) -> Result<(), Error> {
        if self.store.renew(now_ms, LEASE_MS)? {
            self.lose(now_ms)?;
        } else {
            // Other watchers may follow these by now.
            self.forget_all();
        }
        loop {
            let messages = self.store.claim(CLAIMED, now_ms, LEASE_MS)?;
            let is_last = messages.len() < CLAIMED;
            for message in messages {
                self.follow(message, now_ms);
            }
            if is_last {
                return Ok(());
            }
        }
    }

    fn forget_all(&mut self) {
        for key in self.keys.drain().map(|(_, key)| key) {
            self.plan.remove(key);
        }
        self.lost.clear();
    }

    fn follow(&mut self, message: Open, now_ms: u64) {
        if self.keys.contains_key(&message.row) {
            return;
        }
        let mut tracked = Tracked::sent(message.sent.unwrap_or(now_ms));
        if let Some(asked) = message.asked {
            tracked = tracked.asked(asked);
            if message.status.is_none() && message.not_found_since.is_none() {
                tracked = tracked.unanswered();
            }
        }
        if let Some(since) = message.not_found_since {
            tracked = tracked.not_found_since(since);
        }
        // A plan that grows is never full.
        let Ok(key) = self.plan.add(tracked, now_ms) else { return };
        let followed = Followed { row: message.row, id: message.id, phone: message.phone.into() };
        self.keys.insert(followed.row, key);
        let place = key.index() as usize;
        if let Some(old) = self.followed.get_mut(place) {
            *old = followed;
        } else {
            self.followed.push(followed);
        }
    }

    /// Returns the next request to make, which is noted in the store before. Returns `None` if there is
    /// none at this time.
    ///
    /// # Errors
    ///
    /// If the store fails. The request is planned again then.
    pub fn poll(&mut self, now_ms: u64) -> Result<Option<Job>, Error> {
        let Some(ask) = self.plan.poll(now_ms) else { return Ok(None) };
        let messages: Vec<_> = self.plan.keys(&ask).filter_map(|key| self.followed.get(key.index() as usize).cloned()).collect();
        match self.note(&ask, &messages, now_ms) {
            Ok(None) => Ok(Some(Job { ask, messages })),
            Ok(Some(next_turn)) => {
                self.plan.on_unsent(ask, next_turn.saturating_sub(now_ms), now_ms);
                Ok(None)
            }
            Err(error) if *error.kind() == ErrorKind::Expired => {
                self.plan.on_unsent(ask, 0, now_ms);
                self.claim(now_ms).map(|()| None)
            }
            Err(error) => {
                self.plan.on_unsent(ask, PAUSE_MS, now_ms);
                Err(error)
            }
        }
    }

    /// Notes a request in the store. Returns the time of the next batch if another watcher has this turn.
    fn note(&mut self, ask: &Ask, messages: &[Followed], now_ms: u64) -> Result<Option<u64>, Error> {
        let is_batch = ask.kind() == AskKind::Batch;
        if is_batch && let Some(next) = self.store.take_batch_turn(now_ms, self.config.batch_gap_ms.into())? {
            return Ok(Some(next));
        }
        if !matches!(ask.kind(), AskKind::History { .. }) {
            let rows: Vec<_> = messages.iter().map(|message| message.row).collect();
            self.store.asked(&rows, now_ms, is_batch)?;
        }
        Ok(None)
    }

    /// Ends a request that was answered: stores the records, each with the index of its message in the
    /// job, and returns what changed. A message without a record is asked for again.
    ///
    /// # Errors
    ///
    /// If the store fails. The messages are asked for again then.
    pub fn on_reply(&mut self, job: Job, records: Vec<(usize, MessageRecord)>, now_ms: u64) -> Result<Vec<Changed>, Error> {
        let source = if matches!(job.kind(), AskKind::History { .. }) { Source::History } else { Source::Asked };
        let known = |(index, record): (usize, MessageRecord)| Some((job.messages.get(index)?.row, record));
        let records: Vec<_> = records.into_iter().filter_map(known).collect();
        let statuses: Vec<_> = records.iter().map(|(row, record)| (*row, record.status())).collect();
        let report = |(row, record)| NewReport { message: Of::Row(row), record, source, at: now_ms };
        let reports: Vec<_> = records.into_iter().map(report).collect();
        let stored = self.store.report(&reports, now_ms);
        let mut changes = match stored {
            Ok(changes) => changes,
            Err(error) => {
                self.plan.on_unsent(job.ask, PAUSE_MS, now_ms);
                return Err(error);
            }
        };
        let answers = statuses.iter().filter_map(|(row, status)| Some((*self.keys.get(row)?, *status)));
        self.plan.on_reply(job.ask, answers, now_ms);
        self.forget_ended(statuses.iter().map(|(row, _)| *row));
        changes.extend(self.lose(now_ms)?);
        Ok(changes)
    }

    /// Ends a request that failed. `random` is any random number.
    pub fn on_failure(&mut self, job: Job, failure: Failure, now_ms: u64, random: u32) {
        self.plan.on_failure(job.ask, failure, now_ms, random);
    }

    /// Ends a request that was not made, and makes none of its kind for this time.
    pub fn on_unsent(&mut self, job: Job, wait_ms: u64, now_ms: u64) {
        self.plan.on_unsent(job.ask, wait_ms, now_ms);
    }

    /// Stores a report that came in another way, such as a push notification, and returns what changed.
    ///
    /// # Errors
    ///
    /// If the store fails. Nothing of the report was stored then.
    pub fn on_report(&mut self, report: NewReport, now_ms: u64) -> Result<Vec<Changed>, Error> {
        let status = report.record.status();
        let changes = self.store.report(&[report], now_ms)?;
        for row in changes.iter().map(|changed| changed.row) {
            if let Some(key) = self.keys.get(&row) {
                self.plan.on_status(*key, status, now_ms);
            }
        }
        self.forget_ended(changes.iter().map(|changed| changed.row));
        Ok(changes)
    }

    fn forget_ended(&mut self, rows: impl Iterator<Item = i64>) {
        for row in rows {
            if self.keys.get(&row).is_some_and(|key| !self.plan.contains(*key)) {
                self.keys.remove(&row);
            }
        }
    }

    /// Notes the messages that the plan has given up, and those that the store could not note before.
    fn lose(&mut self, now_ms: u64) -> Result<Vec<Changed>, Error> {
        while let Some(key) = self.plan.next_lost() {
            self.lost.extend(self.followed.get(key.index() as usize).map(|message| message.row));
        }
        if self.lost.is_empty() {
            return Ok(Vec::new());
        }
        for row in &self.lost {
            self.keys.remove(row);
        }
        let changes = self.store.lost(&self.lost, now_ms)?;
        self.lost.clear();
        Ok(changes)
    }

    /// Returns the time at which [`poll`](Self::poll) is to be called next. Returns `None` if that is
    /// after the end of a request, or after messages are added.
    #[must_use]
    pub fn next_wake(&self) -> Option<u64> {
        self.plan.next_wake()
    }

    /// Returns the time of the next move to the archive, after which the messages of
    /// [`at_risk`](Self::at_risk) may be lost.
    #[must_use]
    pub fn next_move(&self) -> u64 {
        self.plan.next_move()
    }

    /// Returns the messages that may be moved to the archive before their end is seen.
    pub fn at_risk(&mut self, now_ms: u64) -> Vec<Followed> {
        let followed = &self.followed;
        self.plan.at_risk(now_ms).filter_map(|key| followed.get(key.index() as usize).cloned()).collect()
    }

    /// Compares the clock with the date of the service, in Unix seconds.
    pub fn server_date(&mut self, date: u64, now_ms: u64) {
        self.plan.server_date(date, now_ms);
    }

    /// Returns the number of messages that are followed.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.plan.len().saturating_add(u32::try_from(self.lost.len()).unwrap_or(u32::MAX))
    }

    /// Returns whether no message is followed.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.plan.is_empty() && self.lost.is_empty()
    }

    /// Returns whether the service has refused the credentials, so that nothing is asked for.
    #[must_use]
    pub const fn is_refused(&self) -> bool {
        self.plan.is_refused()
    }

    /// Returns the time until which the service blocks this address.
    #[must_use]
    pub fn blocked_until(&self) -> Option<u64> {
        self.plan.blocked_until()
    }

    /// Goes on with new credentials.
    pub const fn renew_credentials(&mut self) {
        self.plan.renew_credentials();
    }

    /// Returns changes that a sink has not acknowledged, see [`Store::changes_after`].
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub fn changes_after(&mut self, sink: &str, which: Which, max: usize) -> Result<Vec<Changed>, Error> {
        self.store.changes_after(sink, which, max)
    }

    /// Notes that a sink has passed on all changes up to this one, see [`Store::acknowledge`].
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub fn acknowledge(&mut self, sink: &str, seq: i64) -> Result<(), Error> {
        self.store.acknowledge(sink, seq)
    }

    /// Returns the numbers of messages in the store.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub fn counts(&mut self) -> Result<Counts, Error> {
        self.store.counts()
    }

    /// Ends the watcher, so that another one can follow the messages.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub fn release(&mut self) -> Result<(), Error> {
        self.store.release()
    }
}

impl fmt::Debug for Watcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watcher").field("plan", &self.plan).finish_non_exhaustive()
    }
}

impl fmt::Debug for Followed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Followed").field("row", &self.row).field("id", &self.id).finish_non_exhaustive()
    }
}
