//! A small model of the service: lists of everything that happened, searched from the start each
//! time. It has the rules of the documents once more, and shares nothing with the stand-in.

use crate::moments::{DAY, HOUR, MINUTE, SECOND, day};

/// An account, as the test sets it up.
#[derive(Clone, Debug)]
pub(crate) struct Account {
    pub(crate) balance: i64,
    pub(crate) credit: i64,
    pub(crate) price: i64,
    pub(crate) history_days: u64,
    pub(crate) zone: i8,
    pub(crate) senders: Vec<&'static str>,
}

/// A message to one phone.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    pub(crate) account: usize,
    pub(crate) id: String,
    pub(crate) phone: String,
    pub(crate) kind: u8,
    pub(crate) sender: String,
    pub(crate) text: String,
    pub(crate) comment: String,
    pub(crate) cost: i64,
    pub(crate) parts: u32,
    /// When the request came, and when the message was sent.
    pub(crate) accepted: u64,
    pub(crate) at: u64,
    pub(crate) is_deleted: bool,
}

/// A status: its number, its err, and since when it is so.
pub(crate) type State = (i32, u32, u64);

/// Returns the statuses that a phone's end or an address's name leads to, and whether status.php
/// finds the message at all.
fn life(phone: &str) -> (Vec<(u64, i32, u32)>, bool) {
    let name = match phone.split_once('@') {
        Some((name, _)) => name.to_lowercase(),
        None => phone[phone.len() - 4..].to_owned(),
    };
    let steps = match &*name {
        "3000" | "expired" => vec![(DAY, 3, 6)],
        "3245" | "nostatus" => vec![(DAY, 20, 245)],
        "4000" | "read" => vec![(4 * SECOND, 1, 0), (34 * SECOND, 2, 0)],
        "5000" | "clicked" => vec![(4 * SECOND, 1, 0), (64 * SECOND, 4, 0)],
        "7000" | "pending" => vec![],
        "8000" | "slow" => vec![(HOUR, 1, 0)],
        "9022" => vec![(0, 22, 249)],
        "9023" => vec![(0, 23, 253)],
        "9024" => vec![(0, 24, 0)],
        "9025" => vec![(0, 25, 248)],
        "2006" | "err-6" => vec![(4 * SECOND, 20, 6)],
        "2255" | "err-255" => vec![(4 * SECOND, 20, 255)],
        _ => vec![(4 * SECOND, 1, 0)],
    };
    (steps, matches!(&*name, "6000" | "lost"))
}

impl Sent {
    pub(crate) fn state(&self, now: u64) -> State {
        if now < self.at {
            return (-1, 0, self.accepted);
        }
        let mut state = (0, 0, self.at);
        for (after, status, err) in life(&self.phone).0 {
            if self.at + after <= now {
                state = (status, err, self.at + after);
            }
        }
        state
    }

    /// Returns whether a night has taken the message away (R5): at 03:00 in Moscow, which is
    /// midnight in UTC, it was final, and it had been sent before 18:00 of the day before.
    fn is_archived(&self, now: u64) -> bool {
        let mut night = self.at / DAY * DAY;
        while night <= now {
            if self.state(night).0 > 0 && self.at < night - 9 * HOUR {
                return true;
            }
            night += DAY;
        }
        false
    }

    pub(crate) fn is_found(&self, account: &Account, now: u64) -> bool {
        let is_kept = account.history_days > 0 || self.state(now).0 <= 0;
        !self.is_deleted && is_kept && !life(&self.phone).1 && !self.is_archived(now)
    }

    pub(crate) fn is_in_history(&self, account: &Account, first: u64, last: u64, now: u64) -> bool {
        let sent_on = day(self.at, account.zone);
        !self.is_deleted && now.saturating_sub(self.at) < account.history_days * DAY && (first..=last).contains(&sent_on)
    }
}

/// Requests that have a limit in common, and when they were made.
type Counted = (String, u64);

/// Everything that the service should know.
#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) accounts: Vec<Account>,
    pub(crate) messages: Vec<Sent>,
    counted: Vec<Counted>,
    refused_logins: Vec<(u8, u64)>,
    faulty_sends: Vec<(u8, u64)>,
    blocks: Vec<(u8, u64, u64)>,
    max_faulty_sends: usize,
}

impl Model {
    pub(crate) fn new(accounts: Vec<Account>, max_faulty_sends: usize) -> Self {
        Self {
            accounts,
            messages: Vec::new(),
            counted: Vec::new(),
            refused_logins: Vec::new(),
            faulty_sends: Vec::new(),
            blocks: Vec::new(),
            max_faulty_sends,
        }
    }

    /// Returns the last message with this id and phone, if status.php finds it.
    pub(crate) fn find(&self, account: usize, id: &str, phone: &str, now: u64) -> Option<usize> {
        let is_it = |sent: &Sent| sent.account == account && sent.id == id && sent.phone == phone;
        let index = self.messages.iter().rposition(is_it)?;
        self.messages[index].is_found(&self.accounts[account], now).then_some(index)
    }

    fn count(&self, key: &str, now: u64) -> usize {
        self.counted.iter().filter(|(counted, at)| counted == key && at + MINUTE > now).count()
    }

    pub(crate) fn is_over(&self, key: &str, limit: usize, now: u64) -> bool {
        self.count(key, now) >= limit
    }

    pub(crate) fn add(&mut self, key: String, now: u64) {
        self.counted.push((key, now));
    }

    /// Counts a request unless it is one too many.
    pub(crate) fn try_add(&mut self, key: String, limit: usize, now: u64) -> bool {
        let is_free = !self.is_over(&key, limit, now);
        if is_free {
            self.add(key, now);
        }
        is_free
    }

    pub(crate) fn is_blocked(&self, peer: u8, now: u64) -> bool {
        self.blocks.iter().any(|(blocked, from, to)| *blocked == peer && (*from..*to).contains(&now))
    }

    pub(crate) fn refuse_login(&mut self, peer: u8, now: u64) {
        fault(&mut self.refused_logins, &mut self.blocks, peer, 5, 30 * MINUTE, now);
    }

    pub(crate) fn refuse_send(&mut self, peer: u8, now: u64) {
        fault(&mut self.faulty_sends, &mut self.blocks, peer, self.max_faulty_sends, 10 * MINUTE, now);
    }

    pub(crate) fn end_row(&mut self, peer: u8) {
        self.faulty_sends.retain(|(faulty, _)| *faulty != peer);
    }

    pub(crate) fn stored(&self) -> usize {
        self.messages.iter().filter(|sent| !sent.is_deleted).count()
    }
}

/// Notes a fault, and blocks its peer if it is one too many within the time.
fn fault(faults: &mut Vec<(u8, u64)>, blocks: &mut Vec<(u8, u64, u64)>, peer: u8, limit: usize, time: u64, now: u64) {
    faults.push((peer, now));
    if faults.iter().filter(|(faulty, at)| *faulty == peer && at + time > now).count() >= limit {
        faults.retain(|(faulty, _)| *faulty != peer);
        blocks.push((peer, now, now + time));
    }
}
