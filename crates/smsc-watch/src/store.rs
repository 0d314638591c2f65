//! The state of a program that follows messages.

use crate::changed::{Changed, Which};
use crate::error::Error;
use crate::message::{Added, Counts, Lanes, NewMessage, Open};
use crate::report::NewReport;

/// The state of a program that follows the messages of one account. Times are Unix milliseconds.
///
/// Each method is one transaction: if it returns an error, nothing of the call was stored.
pub trait Store: Send {
    /// Adds messages. Those that the store has already, by id and phone, stay as they are.
    ///
    /// # Errors
    ///
    /// If the database cannot be written.
    fn add(&mut self, messages: &[NewMessage], now_ms: u64) -> Result<Added, Error>;

    /// Claims up to `max` messages without an end for this watcher, and returns those that it did not
    /// claim before. Call this until fewer than `max` are returned, and later for those that were
    /// added since. The claim lasts for `lease_ms` from now, unless it lasts longer already; that of a
    /// file ends with the process.
    ///
    /// # Errors
    ///
    /// [`Watched`](crate::ErrorKind::Watched) if another watcher follows the messages of the file;
    /// [`Expired`](crate::ErrorKind::Expired) if the claim had expired: forget the messages then, and
    /// claim again; or if the database cannot be written.
    fn claim(&mut self, max: usize, now_ms: u64, lease_ms: u64) -> Result<Vec<Open>, Error>;

    /// Extends the claim to `lease_ms` from now. Returns `false` if the claim had expired, so that
    /// others may follow the messages: forget those that were claimed, and claim again.
    ///
    /// # Errors
    ///
    /// If the database cannot be written.
    fn renew(&mut self, now_ms: u64, lease_ms: u64) -> Result<bool, Error>;

    /// Ends the claim, so that another watcher can follow the messages.
    ///
    /// # Errors
    ///
    /// If the database cannot be written.
    fn release(&mut self) -> Result<(), Error>;

    /// Notes that a request for these messages goes out. Call this before the request: a program that
    /// starts again then knows which limits of the service it has used.
    ///
    /// # Errors
    ///
    /// [`Expired`](crate::ErrorKind::Expired) if the claim has expired, or if the database cannot be
    /// written. The request must not go out then.
    fn asked(&mut self, rows: &[i64], now_ms: u64, is_batch: bool) -> Result<(), Error>;

    /// Takes the turn of the account for a batch, if the last one is `gap_ms` ago: notes the batch and
    /// returns `None`. Returns the time of the next turn otherwise. Of several watchers one has each
    /// turn.
    ///
    /// # Errors
    ///
    /// If the database cannot be written.
    fn take_batch_turn(&mut self, now_ms: u64, gap_ms: u64) -> Result<Option<u64>, Error>;

    /// Returns the times of the last requests of the account.
    ///
    /// # Errors
    ///
    /// If the database cannot be read.
    fn lanes(&mut self) -> Result<Lanes, Error>;

    /// Merges reports with what is known of their messages, and returns what changed. A report that
    /// was [pushed](crate::Source::Pushed) adds a message that the store does not have; other reports
    /// of such messages are ignored.
    ///
    /// # Errors
    ///
    /// If a record cannot be stored, or the database cannot be written.
    fn report(&mut self, reports: &[NewReport], now_ms: u64) -> Result<Vec<Changed>, Error>;

    /// Declares messages lost: the service no longer finds them, and their final status was never
    /// seen. A final status that is reported later replaces this end. Messages that have an end already
    /// stay as they are.
    ///
    /// # Errors
    ///
    /// If the database cannot be written.
    fn lost(&mut self, rows: &[i64], now_ms: u64) -> Result<Vec<Changed>, Error>;

    /// Takes the turn of a sink. Returns `false` if another connection has it. Of several watchers one
    /// at a time then passes changes on to the sink. The turn ends with
    /// [`leave_sinks`](Self::leave_sinks), or with the connection.
    ///
    /// # Errors
    ///
    /// If the database cannot be read.
    fn take_sink(&mut self, sink: &str) -> Result<bool, Error>;

    /// Ends the turns that this connection has taken.
    ///
    /// # Errors
    ///
    /// If the database cannot be read.
    fn leave_sinks(&mut self) -> Result<(), Error>;

    /// Returns up to `max` changes after those that the sink has acknowledged, in their order. Those
    /// of a new sink start with the first change.
    ///
    /// # Errors
    ///
    /// If the database cannot be read.
    fn changes_after(&mut self, sink: &str, which: Which, max: usize) -> Result<Vec<Changed>, Error>;

    /// Notes that the sink has passed on all changes up to this one. A lower number than before changes
    /// nothing.
    ///
    /// # Errors
    ///
    /// If the database cannot be written.
    fn acknowledge(&mut self, sink: &str, seq: i64) -> Result<(), Error>;

    /// Returns the numbers of messages.
    ///
    /// # Errors
    ///
    /// If the database cannot be read.
    fn counts(&mut self) -> Result<Counts, Error>;
}
