//! The journal: the latest requests, for assertions and for people.

use std::collections::VecDeque;
use std::fmt;

use crate::params::Params;
use crate::time::Time;

/// The number of requests that are kept.
const CAPACITY: usize = 1_000;
/// The number of bytes that are kept of a value.
const MAX_VALUE: usize = 4_000;
/// The number of bytes that are kept of all values of a request.
const MAX_VALUES: usize = 16_000;

/// The parameters whose values are kept: those of the service that are no secrets. Others may hold a
/// part of a password, if a client does not encode it.
const SHOWN: [&str; 61] = [
    "after_id",
    "all",
    "balance2",
    "bin",
    "bot",
    "call",
    "charset",
    "cnt",
    "cost",
    "cur",
    "del",
    "email",
    "end",
    "err",
    "fileurl",
    "flash",
    "fmt",
    "format",
    "freq",
    "get_answers",
    "get_messages",
    "get_operator",
    "get_price",
    "get_senders",
    "get_stat",
    "hlr",
    "hour",
    "id",
    "imgcode",
    "list",
    "mail",
    "maxsms",
    "mes",
    "mms",
    "mycur",
    "nl",
    "op",
    "param",
    "period",
    "phone",
    "phones",
    "ping",
    "pp",
    "prev_id",
    "push",
    "sender",
    "smsreq",
    "soc",
    "start",
    "subj",
    "tg",
    "time",
    "tinyurl",
    "to_phone",
    "translit",
    "tz",
    "userip",
    "valid",
    "viber",
    "voice",
    "whatsapp",
];

/// The latest requests.
#[derive(Debug, Default)]
pub struct Journal {
    entries: VecDeque<Entry>,
    total: u64,
}

/// A request: what was asked, and how it ended. `Debug` shows the names of the parameters alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Entry {
    /// When it was received.
    pub time: Time,
    /// The script.
    pub script: String,
    /// The names and values of the parameters of the service, sorted. Of a value there are at most
    /// 4,000 bytes, of all together 16,000, and `***` instead of login, psw and apikey.
    pub parameters: Vec<(String, String)>,
    /// The API error that it was refused with.
    pub error: Option<u32>,
    /// A mark that its response had a fault on demand.
    pub has_fault: bool,
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.parameters.iter().map(|(name, _)| name).collect();
        f.debug_struct("Entry")
            .field("time", &self.time)
            .field("script", &self.script)
            .field("parameters", &names)
            .field("error", &self.error)
            .field("has_fault", &self.has_fault)
            .finish()
    }
}

impl Entry {
    pub(crate) fn new(time: Time, script: &str, params: &Params, error: Option<u32>, has_fault: bool) -> Self {
        let mut names: Vec<_> = params.names().filter(|name| is_name(name)).collect();
        names.sort_unstable();
        let mut left = MAX_VALUES;
        let mut shown = |name: &str| {
            let Some(value) = params.text(name).filter(|_| SHOWN.contains(&name)) else { return "***".to_owned() };
            let ends = value.char_indices().map(|(at, next)| at + next.len_utf8());
            let end = ends.take_while(|end| *end <= MAX_VALUE.min(left)).last().unwrap_or(0);
            let value = &value[..end];
            left -= value.len();
            value.to_owned()
        };
        let parameters = names.into_iter().map(|name| (name.to_owned(), shown(name))).collect();
        Self { time, script: script.to_owned(), parameters, error, has_fault }
    }

    /// Returns the value of a parameter.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(of, _)| of == name).map(|(_, value)| value.as_str())
    }
}

/// Returns whether the journal may show this name: a client that encodes badly could have put a value
/// there.
fn is_name(name: &str) -> bool {
    SHOWN.contains(&name) || ["apikey", "login", "psw"].contains(&name)
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
