//! The loop in which messages are followed.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use jiff::fmt::rfc2822;
use smsc_client::{Client, Clock as _, Error, MessageRecord, NotSent, NotSentReason, SystemClock};
use smsc_proto::retry::Failure;
use smsc_proto::{ApiErrorCode, Detail};
use smsc_watch::{Job, NewMessage, NewReport, Watcher};

use super::asking::ask;
use super::event::{Event, Stopped, now_ms};
use super::show::Show;
use super::sinks::Sinks;
use super::trouble::{report, sentence};
use crate::args::Watch;
use crate::lang::{fill, tr};
use crate::message;
use crate::service::connection::Connection;

/// The longest wait, and the time between two looks for messages that others have added to the state.
const LOOK: Duration = Duration::from_secs(5);

/// A watcher with its client.
pub(super) struct Following<'c> {
    watcher: Watcher,
    connection: &'c Connection,
    client: Client,
    detail: Detail,
    events: Sender<Event>,
    in_work: usize,
    clock: SystemClock,
    show: Show,
    /// A line of the input was no pair.
    is_any_bad: bool,
    last_claim: u64,
}

impl<'c> Following<'c> {
    pub(super) fn new(watcher: Watcher, connection: &'c Connection, options: &Watch, events: Sender<Event>) -> Self {
        let client = connection.client.clone().max_wait(Duration::ZERO);
        let show = Show::new();
        Self {
            watcher,
            connection,
            client,
            detail: options.detail(),
            events,
            in_work: 0,
            clock: SystemClock::new(),
            show,
            is_any_bad: false,
            last_claim: now_ms(),
        }
    }

    /// Adds messages.
    pub(super) fn add(&mut self, messages: &[NewMessage]) -> Result<(), smsc_watch::Error> {
        self.watcher.add(messages, now_ms()).map(|_| ())
    }

    /// Follows the messages, until all are at their end if there is no endless input.
    pub(super) fn run(&mut self, received: &Receiver<Event>, sinks: &Sinks, mut has_input: bool) -> Stopped {
        loop {
            self.claim();
            let is_retried = self.make_requests();
            self.show.update(&mut self.watcher, now_ms());
            if self.watcher.is_refused() && self.in_work == 0 {
                return Stopped::Refused;
            }
            if !has_input && self.watcher.is_empty() && self.in_work == 0 {
                return Stopped::AllEnded;
            }
            match received.recv_timeout(self.wait(is_retried)) {
                Ok(Event::Stop(reason)) => return reason,
                Err(RecvTimeoutError::Disconnected) => return Stopped::Signal,
                Ok(Event::InputEnded(is_any_bad)) => {
                    has_input = false;
                    self.is_any_bad |= is_any_bad;
                }
                Ok(event) => self.take(event, sinks),
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }

    /// Makes the requests that are planned now. Returns whether the state failed.
    fn make_requests(&mut self) -> bool {
        loop {
            match self.watcher.poll(now_ms()) {
                Ok(Some(job)) => self.make_request(job),
                Ok(None) => return false,
                Err(error) => {
                    report(&error);
                    return true;
                }
            }
        }
    }

    fn make_request(&mut self, job: Job) {
        let (client, events, detail) = (self.client.clone(), self.events.clone(), self.detail);
        self.in_work += 1;
        thread::spawn(move || {
            let result = ask(&client, detail, &job);
            // The receiver is gone only when the command ends.
            let _ = events.send(Event::Answered(job, result));
        });
    }

    /// Returns the time to wait for an event.
    fn wait(&self, is_retried: bool) -> Duration {
        if is_retried {
            return Duration::from_secs(1);
        }
        let wake = self.watcher.next_wake().map(|wake| Duration::from_millis(wake.saturating_sub(now_ms())));
        wake.map_or(LOOK, |wake| wake.min(LOOK))
    }

    /// Extends the claim, and follows messages that other programs have added to the state.
    fn claim(&mut self) {
        let now = now_ms();
        if Duration::from_millis(now.saturating_sub(self.last_claim)) < LOOK {
            return;
        }
        self.last_claim = now;
        is_done(self.watcher.claim(now));
    }

    fn take(&mut self, event: Event, sinks: &Sinks) {
        match event {
            Event::Answered(job, result) => {
                self.in_work -= 1;
                self.compare_clocks();
                self.take_answer(job, result);
                sinks.wake();
            }
            Event::Added(messages, done) => {
                let _ = done.send(is_done(self.add(&messages)));
            }
            Event::Pushed(report, done) => {
                let _ = done.send(is_done(self.push(*report)));
                sinks.wake();
            }
            Event::InputEnded(_) | Event::Stop(_) => {}
        }
    }

    /// Tells the plan how far the clock of this machine is off.
    fn compare_clocks(&mut self) {
        let Some(date) = self.client.server_date() else { return };
        if let Ok(date) = rfc2822::parse(&date.text)
            && let Ok(date) = u64::try_from(date.timestamp().as_second())
        {
            self.watcher.server_date(date, now_ms());
        }
    }

    fn take_answer(&mut self, job: Job, result: Result<Vec<(usize, MessageRecord)>, Error>) {
        let now = now_ms();
        match result {
            Ok(records) => match self.watcher.on_reply(job, records, now) {
                Ok(changes) => self.show.answered(&changes),
                Err(error) => report(&error),
            },
            // The client keeps the same limits, by its own clock.
            Err(Error::NotSent(NotSent { reason: NotSentReason::Limit { wait }, .. })) => {
                let wait = wait.unwrap_or(Duration::from_secs(1));
                self.watcher.on_unsent(job, u64::try_from(wait.as_millis()).unwrap_or(u64::MAX), now);
            }
            Err(error) => {
                let failure = match &error {
                    Error::NotSent(NotSent { reason: NotSentReason::Credentials, .. }) => {
                        Failure::Rejected(ApiErrorCode::AUTHORISATION)
                    }
                    error => error.failure(),
                };
                self.show.failed(self.connection.sentence(&error));
                self.watcher.on_failure(job, failure, now, self.clock.random());
            }
        }
    }

    fn push(&mut self, new: NewReport) -> Result<(), smsc_watch::Error> {
        self.watcher.on_report(new, now_ms()).map(|changes| self.show.count(&changes))
    }

    /// Returns whether the service refused the credentials.
    pub(super) const fn is_refused(&self) -> bool {
        self.watcher.is_refused()
    }

    /// Returns whether a line of the input was no pair, or a message is lost.
    pub(super) fn has_failed(&mut self) -> bool {
        self.is_any_bad || self.watcher.counts().is_ok_and(|counts| counts.lost > 0)
    }

    /// Ends the watcher, and says what is left for the next run.
    pub(super) fn finish(&mut self) {
        self.show.end();
        let left = self.watcher.len();
        if left > 0 {
            message::hint(&fill("{0} messages are not at their end: the next run goes on with them", &[&left]));
        }
        if self.watcher.is_refused() {
            message::hint(tr("correct the credentials, and run the command again"));
        }
        if let Err(error) = self.watcher.release() {
            message::failure(&sentence(&error));
        }
    }
}

/// Returns whether a step succeeded. Reports its error if it did not.
fn is_done(result: Result<(), smsc_watch::Error>) -> bool {
    result.inspect_err(report).is_ok()
}
