//! Progress and warnings for a person, while messages are followed.

use std::io::IsTerminal as _;
use std::time::Duration;

use indicatif::ProgressBar;
use smsc_watch::{Changed, Watcher};

use super::quiet::Quiet;
use crate::lang::fill;
use crate::message;

/// The time before the move to the archive at which messages at risk are named.
const EARLY_MS: u64 = 3_600_000;

/// The number of ids that are named.
const NAMED: usize = 10;

/// The progress on a terminal, and warnings.
pub(super) struct Show {
    bar: Option<ProgressBar>,
    updated: u64,
    /// The messages that came to their end in this run, and that were lost.
    ended: u64,
    lost: u64,
    /// The move to the archive for which messages at risk were named early, and at the time.
    named: [u64; 2],
    /// Failed requests.
    failures: Quiet,
    was_blocked: bool,
}

impl Show {
    pub(super) fn new() -> Self {
        let bar = std::io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::new_spinner();
            bar.enable_steady_tick(Duration::from_millis(200));
            bar
        });
        Self { bar, updated: 0, ended: 0, lost: 0, named: [0; 2], failures: Quiet::new(), was_blocked: false }
    }

    /// Shows the numbers, and warns of messages that may be lost.
    pub(super) fn update(&mut self, watcher: &mut Watcher, now: u64) {
        self.warn(watcher, now);
        let until = watcher.blocked_until();
        if let Some(until) = until.filter(|_| !self.was_blocked) {
            let minutes = until.saturating_sub(now).div_ceil(60_000);
            message::failure(&fill("the service blocks this address: going on in {0} min", &[&minutes]));
        }
        self.was_blocked = until.is_some();
        let Some(bar) = self.bar.as_ref().filter(|_| now.saturating_sub(self.updated) >= 1_000) else { return };
        self.updated = now;
        bar.set_message(fill("{0} under way, {1} at their end, {2} lost", &[&watcher.len(), &self.ended, &self.lost]));
    }

    /// Names the messages that may be moved to the archive before their end is seen: an hour before the
    /// move those for which there is no time left, and at the move all others.
    fn warn(&mut self, watcher: &mut Watcher, now: u64) {
        let next = watcher.next_move();
        for (index, before) in [EARLY_MS, 0].into_iter().enumerate() {
            if now.saturating_add(before) < next || self.named.get(index) == Some(&next) {
                continue;
            }
            if let Some(named) = self.named.get_mut(index) {
                *named = next;
            }
            let messages = watcher.at_risk(now);
            if messages.is_empty() {
                continue;
            }
            let ids: Vec<_> = messages.iter().take(NAMED).map(|of| of.id.to_string()).collect();
            let dots = if messages.len() > NAMED { ", …" } else { "" };
            let list = format!("{}{dots}", ids.join(", "));
            message::hint(&fill(
                "{0} messages may move to the archive at 03:00 Moscow time before their end is seen: {1}",
                &[&messages.len(), &list],
            ));
        }
    }

    /// Notes that the service answered, and what changed.
    pub(super) fn answered(&mut self, changes: &[Changed]) {
        self.failures.reset();
        self.count(changes);
    }

    /// Counts the messages that came to their end.
    pub(super) fn count(&mut self, changes: &[Changed]) {
        for changed in changes.iter().filter(|changed| changed.change.end) {
            let number = if changed.is_lost { &mut self.lost } else { &mut self.ended };
            *number += 1;
        }
    }

    /// Reports a failed request, the same one once a minute.
    pub(super) fn failed(&mut self, sentence: String) {
        self.failures.print(sentence);
    }

    /// Removes the progress.
    pub(super) fn end(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}
