//! The steps of the schema, and limits that are set for a connection.

use std::path::PathBuf;
use std::time::Duration;
use std::{env, fs, process};

use rusqlite::Connection;
use smsc_client::Id;

use super::schema::migrate;
use super::{NewMessage, SqliteStore, Store as _};
use crate::error::ErrorKind;

const STEPS: [&str; 3] = [
    "CREATE TABLE one (x); INSERT INTO one VALUES (1)",
    "ALTER TABLE one ADD COLUMN y; UPDATE one SET y = x + 1",
    "CREATE TABLE three AS SELECT x + y AS z FROM one",
];

fn z(connection: &Connection) -> i64 {
    connection.query_row("SELECT z FROM three", [], |row| row.get(0)).unwrap()
}

#[test]
fn takes_each_step_once() {
    let mut connection = Connection::open_in_memory().unwrap();
    for count in [1, 2, 2, 3, 3] {
        migrate(&mut connection, &STEPS[..count]).unwrap();
    }
    assert_eq!(z(&connection), 3);
    let error = migrate(&mut connection, &STEPS[..2]).unwrap_err();
    assert_eq!(error, ErrorKind::Newer { found: 3, known: 2 });
}

#[test]
fn takes_all_steps_or_none() {
    let mut connection = Connection::open_in_memory().unwrap();
    migrate(&mut connection, &STEPS[..1]).unwrap();
    migrate(&mut connection, &[STEPS[0], STEPS[1], "CREATE TABLE one (x)"]).unwrap_err();
    migrate(&mut connection, &STEPS).unwrap();
    assert_eq!(z(&connection), 3);
}

/// A folder that is removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let folder = env::temp_dir().join(format!("smsc-watch-{}-{test}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn open(&self) -> SqliteStore {
        SqliteStore::open(&self.0.join("watch.db")).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn messages(count: u32) -> Vec<NewMessage> {
    let message = |id| NewMessage { id: Id::Number(id), phone: "79990000020".to_owned(), sent: None };
    (1..=count).map(message).collect()
}

#[test]
fn a_locked_database_is_usable_afterwards() {
    let folder = Folder::new("busy");
    let (mut store, other) = (folder.open(), folder.open());
    store.connection.busy_timeout(Duration::ZERO).unwrap();
    other.connection.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(store.add(&messages(1), 0).unwrap_err().kind(), &ErrorKind::Busy);
    assert_eq!(store.counts().unwrap().open, 0);
    other.connection.execute_batch("ROLLBACK").unwrap();
    assert_eq!(store.add(&messages(1), 0).unwrap().added, 1);
}

#[test]
fn a_full_database_keeps_what_it_has_and_goes_on_when_there_is_room() {
    let folder = Folder::new("full");
    let mut store = folder.open();
    store.add(&messages(10), 0).unwrap();
    store.connection.pragma_update(None, "max_page_count", 40).unwrap();
    assert_eq!(store.add(&messages(5_000), 0).unwrap_err().kind(), &ErrorKind::Full);
    assert_eq!(store.counts().unwrap().open, 10);
    store.connection.pragma_update(None, "max_page_count", 1 << 20).unwrap();
    assert_eq!(store.add(&messages(5_000), 0).unwrap().added, 4_990);
}
