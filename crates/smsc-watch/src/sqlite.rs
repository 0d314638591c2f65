//! The store in a file of SQLite.

mod fault;
mod file;
mod messages;
mod reports;
mod schema;
mod sinks;
#[cfg(test)]
mod tests;
mod values;

use std::fmt;
use std::fs::File;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::changed::{Changed, Which};
use crate::error::{Error, ErrorKind};
use crate::message::{Added, Counts, Lanes, NewMessage, Open};
use crate::report::NewReport;
use crate::store::Store;

/// The store in a file of SQLite. Several processes can add messages, report and read at the same time;
/// one of them can claim the messages.
pub struct SqliteStore {
    connection: Connection,
    path: PathBuf,
    /// The random id of the store, which the keys of changes start with.
    id: String,
    /// The lock of the watcher, while this is the watcher.
    lock: Option<File>,
    /// The greatest key of a message that was claimed.
    claimed: i64,
}

impl SqliteStore {
    /// Opens the store in this file. Creates the file, for its owner alone, if it does not exist.
    ///
    /// # Errors
    ///
    /// If the file cannot be opened, belongs to another program, or is of a newer version.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let opened = file::open(path).and_then(|mut connection| {
            let id = schema::prepare(&mut connection)?;
            Ok((connection, id))
        });
        let (connection, id) = opened.map_err(|kind| error(path, kind))?;
        Ok(Self { connection, path: path.to_owned(), id, lock: None, claimed: 0 })
    }

    /// Runs one transaction that writes. Nothing of it is stored if it fails.
    fn write<T>(&mut self, work: impl FnOnce(&Transaction<'_>, &str) -> Result<T, ErrorKind>) -> Result<T, Error> {
        let begin = self.connection.transaction_with_behavior(TransactionBehavior::Immediate);
        let done = begin.map_err(ErrorKind::from).and_then(|transaction| {
            let result = work(&transaction, &self.id)?;
            transaction.commit()?;
            Ok(result)
        });
        done.map_err(|kind| error(&self.path, kind))
    }

    /// Runs statements that read.
    fn read<T>(&self, work: impl FnOnce(&Connection, &str) -> Result<T, ErrorKind>) -> Result<T, Error> {
        work(&self.connection, &self.id).map_err(|kind| error(&self.path, kind))
    }
}

fn error(path: &Path, kind: ErrorKind) -> Error {
    Error::new(path.display().to_string(), kind)
}

impl Store for SqliteStore {
    fn add(&mut self, messages: &[NewMessage], now_ms: u64) -> Result<Added, Error> {
        self.write(|transaction, _| messages::add(transaction, messages, now_ms))
    }

    fn claim(&mut self, max: usize, _now_ms: u64, _lease_ms: u64) -> Result<Vec<Open>, Error> {
        if self.lock.is_none() {
            self.lock = Some(file::lock(&self.path).map_err(|kind| error(&self.path, kind))?);
        }
        let claimed = self.claimed;
        let open = self.read(|connection, _| messages::open_after(connection, claimed, max))?;
        self.claimed = open.last().map_or(claimed, |message| message.row);
        Ok(open)
    }

    fn renew(&mut self, _now_ms: u64, _lease_ms: u64) -> Result<bool, Error> {
        Ok(self.lock.is_some())
    }

    fn release(&mut self) -> Result<(), Error> {
        (self.lock, self.claimed) = (None, 0);
        Ok(())
    }

    fn asked(&mut self, rows: &[i64], now_ms: u64, is_batch: bool) -> Result<(), Error> {
        self.write(|transaction, _| messages::asked(transaction, rows, now_ms, is_batch))
    }

    fn take_batch_turn(&mut self, now_ms: u64, gap_ms: u64) -> Result<Option<u64>, Error> {
        self.write(|transaction, _| messages::take_batch_turn(transaction, now_ms, gap_ms))
    }

    fn lanes(&mut self) -> Result<Lanes, Error> {
        self.read(|connection, _| messages::lanes(connection))
    }

    fn report(&mut self, reports: &[NewReport], now_ms: u64) -> Result<Vec<Changed>, Error> {
        self.write(|transaction, store| reports::report(transaction, store, reports, now_ms))
    }

    fn lost(&mut self, rows: &[i64], now_ms: u64) -> Result<Vec<Changed>, Error> {
        self.write(|transaction, store| reports::lost(transaction, store, rows, now_ms))
    }

    fn take_sink(&mut self, _sink: &str) -> Result<bool, Error> {
        // A file has one watcher.
        Ok(true)
    }

    fn leave_sinks(&mut self) -> Result<(), Error> {
        Ok(())
    }

    fn changes_after(&mut self, sink: &str, which: Which, max: usize) -> Result<Vec<Changed>, Error> {
        self.read(|connection, store| sinks::changes_after(connection, store, sink, which, max))
    }

    fn acknowledge(&mut self, sink: &str, seq: i64) -> Result<(), Error> {
        self.write(|transaction, _| sinks::acknowledge(transaction, sink, seq))
    }

    fn counts(&mut self) -> Result<Counts, Error> {
        self.read(|connection, _| sinks::counts(connection))
    }
}

impl fmt::Debug for SqliteStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SqliteStore").field("path", &self.path).field("is_watcher", &self.lock.is_some()).finish_non_exhaustive()
    }
}
