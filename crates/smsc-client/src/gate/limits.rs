//! The numbers of the limits, and what counts towards which.

use std::time::Duration;

/// The numbers of the limits. The defaults are those of the provider's pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GateLimits {
    /// Requests to status.php at once: 4. Lower it if other programs use the login.
    pub status_at_once: usize,
    /// Other requests at once: 14.
    pub at_once: usize,
    /// The time for which a request counts as one at once after its answer has arrived: 20 ms. The
    /// service may end its work after the answer has left.
    pub rest: Duration,
    /// Requests about one message within a minute: 5.
    pub status: usize,
    /// Requests about a batch within a minute: 1.
    pub batch: usize,
    /// Like messages within a minute: 1.
    pub like_sends: usize,
    /// Like requests for a price within a minute: 5.
    pub like_prices: usize,
    /// Requests for the balance within a minute: 10.
    pub balance: usize,
    /// Like requests for a list or an operator within a minute: 3.
    pub like_lists: usize,
    /// Requests for operators within a minute: 100.
    pub operators: usize,
}

impl Default for GateLimits {
    fn default() -> Self {
        Self {
            status_at_once: 4,
            at_once: 14,
            rest: Duration::from_millis(20),
            status: 5,
            batch: 1,
            like_sends: 1,
            like_prices: 5,
            balance: 10,
            like_lists: 3,
            operators: 100,
        }
    }
}

/// The limits that a request counts towards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Rule {
    /// Status or deletion of one message.
    Status,
    /// Status or deletion in the shape of a batch.
    Batch,
    /// Sending.
    Send,
    /// A price.
    Price,
    /// The balance.
    Balance,
    /// The history, incoming messages and statistics.
    List,
    /// The operator of a phone.
    Operator,
}

/// A limit on requests within a minute, and what makes requests alike under it.
pub(super) type Key = (Rule, u64);

/// The key of all requests for operators together.
const ALL_OPERATORS: Key = (Rule::Operator, 0);

impl GateLimits {
    /// Returns the limits within a minute that a request counts towards.
    pub(super) fn of(&self, rule: Rule, likeness: u64) -> [Option<(Key, usize)>; 2] {
        let one = |limit| [Some(((rule, likeness), limit)), None];
        match rule {
            Rule::Status => one(self.status),
            Rule::Batch => [Some(((rule, 0), self.batch)), None],
            Rule::Send => one(self.like_sends),
            Rule::Price => one(self.like_prices),
            Rule::Balance => [Some(((rule, 0), self.balance)), None],
            Rule::List => one(self.like_lists),
            // The lowest bit keeps the key of one phone apart from that of all.
            Rule::Operator => [Some(((rule, likeness | 1), self.like_lists)), Some((ALL_OPERATORS, self.operators))],
        }
    }

    /// Returns the limit on requests at once.
    pub(super) const fn at_once(&self, rule: Rule) -> usize {
        if rule.is_status() { self.status_at_once } else { self.at_once }
    }
}

impl Rule {
    /// Returns whether the request is one to status.php, which has a limit at once of its own.
    pub(super) const fn is_status(self) -> bool {
        matches!(self, Self::Status | Self::Batch)
    }
}
