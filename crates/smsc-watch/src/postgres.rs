//! The store in a database of PostgreSQL.

mod claims;
mod fault;
mod messages;
mod password;
mod reports;
mod schema;
mod sinks;
mod url;
mod values;

use std::fmt;

use postgres::{Client, Transaction};

use crate::changed::{Changed, Which};
use crate::error::{Error, ErrorKind};
use crate::message::{Added, Counts, Lanes, NewMessage, Open};
use crate::postgres::url::Server;
use crate::report::NewReport;
use crate::store::Store;

/// The store in a database of PostgreSQL, in the schema `smsc_watch`. Several watchers share the messages:
/// each claims some, for the time of its lease, and others take them over when the lease has expired.
/// The clocks of the watchers may differ by less than a lease.
///
/// A connection that was lost is made again by the next call.
pub struct PostgresStore {
    server: Server,
    session: Option<Session>,
    /// The key of this watcher, while it has claimed messages.
    watcher: Option<i64>,
}

/// A connection, and the id of the store that it found.
struct Session {
    client: Client,
    store: String,
}

impl PostgresStore {
    /// Opens the store at a URL: `postgres://user:password@host:port/database?sslmode=require`. Makes
    /// the schema `smsc_watch` in the database if it does not exist.
    ///
    /// `sslmode` is `require`, `disable`, or `prefer`, which is the default: encrypted if the server can
    /// do so. The certificate is always verified, with the CAs of the system.
    ///
    /// A URL without a password gets that of the environment variable `PGPASSWORD`, or of the line for
    /// its host, port, database and user in the file `PGPASSFILE` or `~/.pgpass`, as with psql. For a
    /// socket the host is its folder.
    ///
    /// # Errors
    ///
    /// If the URL cannot be used, the server cannot be reached or refuses the user, or the schema
    /// belongs to another program or is of a newer version.
    pub fn open(url: &str) -> Result<Self, Error> {
        let server = Server::parse(url)?;
        let mut store = Self { server, session: None, watcher: None };
        match store.session().map(|_| ()) {
            Ok(()) => Ok(store),
            Err(kind) => Err(store.error(kind)),
        }
    }

    /// Runs one transaction. Nothing of it is stored if it fails.
    fn run<T>(&mut self, work: impl FnOnce(&mut Transaction<'_>, &str) -> Result<T, ErrorKind>) -> Result<T, Error> {
        self.try_run(work).map_err(|kind| self.error(kind))
    }

    fn try_run<T>(&mut self, work: impl FnOnce(&mut Transaction<'_>, &str) -> Result<T, ErrorKind>) -> Result<T, ErrorKind> {
        let session = self.session()?;
        let mut transaction = session.client.transaction()?;
        let result = work(&mut transaction, &session.store)?;
        transaction.commit()?;
        Ok(result)
    }

    /// Returns the connection, which is made if there is none.
    fn session(&mut self) -> Result<&mut Session, ErrorKind> {
        let open = self.session.take().filter(|session| !session.client.is_closed());
        let session = if let Some(session) = open {
            session
        } else {
            let mut client = self.server.connect()?;
            let store = schema::prepare(&mut client)?;
            Session { client, store }
        };
        Ok(self.session.insert(session))
    }

    fn error(&self, kind: ErrorKind) -> Error {
        Error::new(self.server.place().to_owned(), kind)
    }

    /// Runs a transaction that needs the claim. Forgets the watcher if the claim had expired.
    fn run_claimed<T>(&mut self, work: impl FnOnce(&mut Transaction<'_>) -> Result<T, ErrorKind>) -> Result<T, Error> {
        let result = self.try_run(|transaction, _| work(transaction));
        if result.as_ref().is_err_and(|kind| *kind == ErrorKind::Expired) {
            self.watcher = None;
        }
        result.map_err(|kind| self.error(kind))
    }
}

impl Store for PostgresStore {
    fn add(&mut self, messages: &[NewMessage], now_ms: u64) -> Result<Added, Error> {
        self.run(|transaction, _| messages::add(transaction, messages, now_ms))
    }

    fn claim(&mut self, max: usize, now_ms: u64, lease_ms: u64) -> Result<Vec<Open>, Error> {
        let watcher = self.watcher;
        let (watcher, open) = self.run_claimed(|transaction| {
            let watcher = claims::register(transaction, watcher, now_ms, lease_ms)?;
            Ok((watcher, claims::claim(transaction, watcher, max, now_ms)?))
        })?;
        self.watcher = Some(watcher);
        Ok(open)
    }

    fn renew(&mut self, now_ms: u64, lease_ms: u64) -> Result<bool, Error> {
        let Some(watcher) = self.watcher else { return Ok(false) };
        let is_renewed = self.run(|transaction, _| claims::renew(transaction, watcher, now_ms, lease_ms))?;
        self.watcher = self.watcher.filter(|_| is_renewed);
        Ok(is_renewed)
    }

    fn release(&mut self) -> Result<(), Error> {
        let Some(watcher) = self.watcher else { return Ok(()) };
        self.run(|transaction, _| claims::release(transaction, watcher))?;
        self.watcher = None;
        Ok(())
    }

    fn asked(&mut self, rows: &[i64], now_ms: u64, is_batch: bool) -> Result<(), Error> {
        let watcher = self.watcher;
        self.run_claimed(|transaction| {
            claims::check(transaction, watcher, now_ms)?;
            messages::asked(transaction, rows, now_ms, is_batch)
        })
    }

    fn take_batch_turn(&mut self, now_ms: u64, gap_ms: u64) -> Result<Option<u64>, Error> {
        self.run(|transaction, _| messages::take_batch_turn(transaction, now_ms, gap_ms))
    }

    fn lanes(&mut self) -> Result<Lanes, Error> {
        self.run(|transaction, _| messages::lanes(transaction))
    }

    fn report(&mut self, reports: &[NewReport], now_ms: u64) -> Result<Vec<Changed>, Error> {
        self.run(|transaction, store| reports::report(transaction, store, reports, now_ms))
    }

    fn lost(&mut self, rows: &[i64], now_ms: u64) -> Result<Vec<Changed>, Error> {
        self.run(|transaction, store| reports::lost(transaction, store, rows, now_ms))
    }

    fn take_sink(&mut self, sink: &str) -> Result<bool, Error> {
        self.run(|transaction, _| sinks::take(transaction, sink))
    }

    fn leave_sinks(&mut self) -> Result<(), Error> {
        self.run(|transaction, _| sinks::leave(transaction))
    }

    fn changes_after(&mut self, sink: &str, which: Which, max: usize) -> Result<Vec<Changed>, Error> {
        self.run(|transaction, store| sinks::changes_after(transaction, store, sink, which, max))
    }

    fn acknowledge(&mut self, sink: &str, seq: i64) -> Result<(), Error> {
        self.run(|transaction, _| sinks::acknowledge(transaction, sink, seq))
    }

    fn counts(&mut self) -> Result<Counts, Error> {
        self.run(|transaction, _| sinks::counts(transaction))
    }
}

impl fmt::Debug for PostgresStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("PostgresStore");
        debug.field("place", &self.server.place()).field("is_watcher", &self.watcher.is_some()).finish_non_exhaustive()
    }
}
