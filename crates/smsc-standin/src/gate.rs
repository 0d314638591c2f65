//! The gate: which requests are let in, by address and by the number in work.

use std::collections::HashMap;
use std::net::IpAddr;

use crate::limits::{HALF_AN_HOUR, Limits, TEN_MINUTES, Windows};
use crate::reply::{AT_ONCE, Refusal};
use crate::time::Time;

/// The faults of addresses, the addresses that are blocked, and the requests in work.
pub(crate) struct Gate {
    pub(crate) refused_logins: Windows<IpAddr>,
    pub(crate) faulty_sends: Windows<IpAddr>,
    in_work: HashMap<(usize, Lane), usize>,
    blocked: HashMap<IpAddr, Time>,
}

/// The requests that share a limit on those at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Lane {
    Status,
    Other,
}

/// A request in work. Pass it to [`Provider::end`](crate::Provider::end) when its response was sent.
#[derive(Debug)]
#[must_use]
pub struct Ticket(Option<(usize, Lane)>);

impl Ticket {
    /// A request that counts towards no limit.
    pub(crate) const NONE: Self = Self(None);
}

impl Gate {
    pub(crate) fn new() -> Self {
        Self {
            refused_logins: Windows::new(HALF_AN_HOUR),
            faulty_sends: Windows::new(TEN_MINUTES),
            in_work: HashMap::new(),
            blocked: HashMap::new(),
        }
    }

    pub(crate) fn is_blocked(&self, peer: IpAddr, now: Time) -> bool {
        self.blocked.get(&peer).is_some_and(|until| now < *until)
    }

    /// Returns until when addresses are blocked, in order.
    pub(crate) fn blocked(&self, now: Time) -> Vec<Time> {
        let mut until: Vec<_> = self.blocked.values().copied().filter(|until| now < *until).collect();
        until.sort_unstable();
        until
    }

    /// Takes over the requests in work of the gate before.
    pub(crate) fn keep_work_of(&mut self, before: Self) {
        self.in_work = before.in_work;
    }

    fn block(&mut self, peer: IpAddr, until: Time, now: Time) {
        self.blocked.retain(|_, until| now < *until);
        self.blocked.insert(peer, until);
    }

    /// Counts a refused login, which may block its address.
    pub(crate) fn refuse_login(&mut self, peer: IpAddr, limits: &Limits, now: Time) {
        if is_over(&mut self.refused_logins, peer, limits.refused_logins, now) {
            self.block(peer, now + HALF_AN_HOUR, now);
        }
    }

    /// Counts a faulty request to send, which may block its address.
    pub(crate) fn refuse_send(&mut self, peer: IpAddr, limits: &Limits, now: Time) {
        if is_over(&mut self.faulty_sends, peer, limits.faulty_sends, now) {
            self.block(peer, now + TEN_MINUTES, now);
        }
    }

    /// Ends a row of faulty requests to send.
    pub(crate) fn accept_send(&mut self, peer: IpAddr) {
        self.faulty_sends.clear(&peer);
    }

    pub(crate) fn start_work(&mut self, account: usize, script: &str, limits: &Limits) -> Result<Ticket, Refusal> {
        let (lane, limit) =
            if script == "status.php" { (Lane::Status, limits.status_at_once) } else { (Lane::Other, limits.at_once) };
        let count = self.in_work.entry((account, lane)).or_default();
        if *count >= limit {
            return Err(AT_ONCE);
        }
        *count += 1;
        Ok(Ticket(Some((account, lane))))
    }

    #[expect(clippy::needless_pass_by_value, reason = "a request ends once")]
    pub(crate) fn end(&mut self, ticket: Ticket) {
        if let Some(count) = ticket.0.and_then(|key| self.in_work.get_mut(&key)) {
            *count = count.saturating_sub(1);
        }
    }

    /// Returns the number of requests in work, and the greatest number of one account.
    pub(crate) fn in_work(&self, lane: Lane) -> (usize, usize) {
        let counts = self.in_work.iter().filter(|((_, of), _)| *of == lane).map(|(_, count)| *count);
        counts.fold((0, 0), |(all, fullest), count| (all + count, fullest.max(count)))
    }
}

/// Counts a fault of an address. Returns whether the limit is reached; the count then starts anew.
fn is_over(faults: &mut Windows<IpAddr>, peer: IpAddr, limit: usize, now: Time) -> bool {
    faults.add(peer, now);
    let is_over = faults.count(&peer, now) >= limit;
    if is_over {
        faults.clear(&peer);
    }
    is_over
}
