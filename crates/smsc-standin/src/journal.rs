//! The journal: the requests of late, for assertions and for people.

use std::collections::VecDeque;

use crate::params::Params;
use crate::time::Time;

/// The number of requests that are kept.
const CAPACITY: usize = 1_000;

/// The requests of late.
#[derive(Debug, Default)]
pub struct Journal {
    entries: VecDeque<Entry>,
    total: u64,
}

/// A request: what was asked, and how it ended. It has no value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When it was received.
    pub time: Time,
    /// The script.
    pub script: String,
    /// The names of its parameters, sorted.
    pub parameters: Vec<String>,
    /// The API error that it was refused with.
    pub error: Option<u32>,
    /// A mark that its response had a fault on demand.
    pub has_fault: bool,
}

impl Entry {
    pub(crate) fn new(time: Time, script: &str, params: &Params, error: Option<u32>, has_fault: bool) -> Self {
        let mut parameters: Vec<_> = params.names().filter(|name| is_name(name)).map(str::to_owned).collect();
        parameters.sort_unstable();
        Self { time, script: script.to_owned(), parameters, error, has_fault }
    }
}

/// Returns whether this looks like the name of a parameter: a client that encodes badly could have
/// put a value there.
fn is_name(name: &str) -> bool {
    name.len() <= 16 && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

impl Journal {
    pub(crate) fn add(&mut self, entry: Entry) {
        if self.entries.len() == CAPACITY {
            self.entries.pop_front();
        }
        self.entries.push_back(entry);
        self.total += 1;
    }

    /// Returns the latest requests, at most 1,000, the oldest first.
    #[must_use]
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> + ExactSizeIterator {
        self.entries.iter()
    }

    /// Returns the number of all requests so far.
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.total
    }
}
