//! The plan and the store of a tracker, as Python objects. `smsc_proto.tracker` makes the requests.
//!
//! Every call that needs the store runs without the interpreter lock: a transaction waits for the disk,
//! and perhaps for another program.

mod error;
mod job;
mod lock;
mod values;

use std::mem;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use pyo3::prelude::*;
use smsc_proto::Requested;
use smsc_proto::retry::Failure;
use smsc_watch::{Error, NewReport, Of, PlanConfig, Source, SqliteStore, Which};

use crate::record::Record;
use crate::request::Messages;
use crate::retry::FailureOption;
use error::{closed, tracker_error};
pub(crate) use job::Job;
use job::Unended;
use lock::locked;
use values::{Row, checked, message_record, new_messages, pair, row};

/// The sink of the changes that a tracker yields.
const SINK: &str = "python";

/// The plan of the requests, and the store of what they tell. Times are Unix milliseconds.
#[pyclass(frozen, module = "smsc_proto._native")]
pub(crate) struct Watcher {
    /// `None` after `close`.
    watcher: Mutex<Option<smsc_watch::Watcher>>,
    unended: Unended,
}

impl Watcher {
    /// Calls `work` with the watcher. Fails if the tracker was closed.
    fn with<T: Send>(&self, py: Python<'_>, work: impl FnOnce(&mut smsc_watch::Watcher) -> T + Send) -> PyResult<T> {
        py.detach(|| locked(&self.watcher).as_mut().map(work)).ok_or_else(|| closed(py))
    }

    /// Calls `work` with the watcher. Fails if the tracker was closed, or the store fails.
    fn store<T: Send>(
        &self,
        py: Python<'_>,
        work: impl FnOnce(&mut smsc_watch::Watcher) -> Result<T, Error> + Send,
    ) -> PyResult<T> {
        self.with(py, work)?.map_err(|error| tracker_error(py, &error))
    }
}

#[pymethods]
impl Watcher {
    /// Opens a store, and starts to follow its messages.
    #[new]
    #[expect(clippy::needless_pass_by_value, reason = "extracted from a Python object")]
    fn new(py: Python<'_>, path: PathBuf, options: Options, now: u64) -> PyResult<Self> {
        let config = options.config();
        let started = py.detach(|| {
            let store = SqliteStore::open(&path)?;
            smsc_watch::Watcher::start(Box::new(store), config, now)
        });
        let watcher = started.map_err(|error| tracker_error(py, &error))?;
        Ok(Self { watcher: Mutex::new(Some(watcher)), unended: Arc::default() })
    }

    /// Adds messages, and returns the number of those that are new.
    fn add(&self, py: Python<'_>, messages: &Bound<'_, PyAny>, sent: u64, now: u64) -> PyResult<usize> {
        let messages = new_messages(py, &messages.extract::<Messages>()?.pairs, sent)?;
        self.store(py, |watcher| watcher.add(&messages, now)).map(|added| added.added)
    }

    /// Follows messages that other programs have added.
    fn claim(&self, py: Python<'_>, now: u64) -> PyResult<()> {
        self.store(py, |watcher| watcher.claim(now))
    }

    /// Returns the next request to make; `None` if there is none at this time.
    fn poll(&self, py: Python<'_>, now: u64) -> PyResult<Option<Job>> {
        let unended = mem::take(&mut *locked(&self.unended));
        let job = self.store(py, |watcher| {
            // Nobody knows what became of them: they may have been sent.
            for job in unended {
                watcher.on_failure(job, Failure::Unanswered, now, 0);
            }
            watcher.poll(now)
        })?;
        Ok(job.map(|job| Job::new(job, Arc::clone(&self.unended))))
    }

    /// Ends a request that was answered, with its records, each with the index of its message.
    fn on_reply(&self, py: Python<'_>, job: &Job, records: Vec<(usize, Bound<'_, Record>)>, now: u64) -> PyResult<()> {
        let copied = |(index, record): (usize, Bound<'_, Record>)| Ok((index, message_record(py, record.get())?));
        let records = records.into_iter().map(copied).collect::<PyResult<_>>()?;
        let job = job.end()?;
        self.store(py, |watcher| watcher.on_reply(job, records, now)).map(drop)
    }

    /// Ends a request that failed.
    fn on_failure(&self, py: Python<'_>, job: &Job, failure: FailureOption, now: u64, random: u32) -> PyResult<()> {
        let job = job.end()?;
        self.with(py, |watcher| watcher.on_failure(job, failure.0, now, random))
    }

    /// Ends a request that was not made.
    fn on_unsent(&self, py: Python<'_>, job: &Job, wait: u64, now: u64) -> PyResult<()> {
        let job = job.end()?;
        self.with(py, |watcher| watcher.on_unsent(job, wait, now))
    }

    /// Stores the record of a push notification, if it has an id and a phone.
    fn on_pushed(&self, py: Python<'_>, record: &Record, now: u64) -> PyResult<()> {
        let record = message_record(py, record)?;
        let (Some(id), Some(phone)) = (record.id(), record.phone()) else { return Ok(()) };
        checked(py, Requested { id, phone }, 0)?;
        let message = Of::Key(id.into(), phone.to_owned());
        let report = NewReport { message, record, source: Source::Pushed, at: now };
        self.store(py, |watcher| {
            watcher.on_report(report, now)?;
            // The notification adds a message that the store did not have.
            watcher.claim(now)
        })
    }

    /// Returns changes that were not acknowledged.
    fn changes<'py>(&self, py: Python<'py>, max: usize) -> PyResult<Vec<Row<'py>>> {
        let changes = self.store(py, |watcher| watcher.changes_after(SINK, Which::All, max))?;
        changes.into_iter().map(|changed| row(py, changed)).collect()
    }

    /// Notes that all changes up to this one were passed on.
    fn acknowledge(&self, py: Python<'_>, seq: i64) -> PyResult<()> {
        self.store(py, |watcher| watcher.acknowledge(SINK, seq))
    }

    /// Returns the time at which `poll` is to be called next; `None` if that is after the end of a
    /// request, or after messages are added.
    fn next_wake(&self, py: Python<'_>) -> PyResult<Option<u64>> {
        self.with(py, |watcher| watcher.next_wake())
    }

    /// Returns the messages that may be moved to the archive before their end is seen.
    fn at_risk<'py>(&self, py: Python<'py>, now: u64) -> PyResult<Vec<(Bound<'py, PyAny>, String)>> {
        let messages = self.with(py, |watcher| watcher.at_risk(now))?;
        messages.iter().map(|message| pair(py, message)).collect()
    }

    /// Compares the clock with the date of the service, in Unix seconds.
    fn server_date(&self, py: Python<'_>, date: u64, now: u64) -> PyResult<()> {
        self.with(py, |watcher| watcher.server_date(date, now))
    }

    /// Returns the number of messages that are followed.
    fn open(&self, py: Python<'_>) -> PyResult<u32> {
        self.with(py, |watcher| watcher.len())
    }

    /// Returns whether the service has refused the credentials, so that nothing is asked for.
    fn is_refused(&self, py: Python<'_>) -> PyResult<bool> {
        self.with(py, |watcher| watcher.is_refused())
    }

    /// Asks again after the credentials were refused.
    fn renew_credentials(&self, py: Python<'_>) -> PyResult<()> {
        self.with(py, smsc_watch::Watcher::renew_credentials)
    }

    /// Closes the store. Closing it again does nothing.
    fn close(&self, py: Python<'_>) {
        // The lock of the watcher ends with it.
        py.detach(|| drop(locked(&self.watcher).take()));
    }
}

/// The options of the plan, which Python has checked.
#[derive(Clone, Copy, FromPyObject)]
struct Options {
    at_once: u8,
    batch_size: u16,
    batch_gap_ms: u32,
    has_history: bool,
    push: bool,
}

impl Options {
    fn config(self) -> PlanConfig {
        let mut config = if self.push { PlanConfig::with_push() } else { PlanConfig::default() };
        (config.at_once, config.batch_size, config.has_history) = (self.at_once, self.batch_size, self.has_history);
        config.batch_gap_ms = self.batch_gap_ms;
        config
    }
}
