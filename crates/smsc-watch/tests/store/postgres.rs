//! The promises of every store, kept by PostgreSQL, and those about several watchers. `cargo xtask
//! postgres` runs these tests, with a server of their own.

mod faults;
mod watchers;

use ::postgres::{Client, NoTls};
use smsc_watch::{PostgresStore, Store};

use crate::durable;

/// Returns the URL of a database of this name on the server, or of the server itself.
fn url(database: &str) -> String {
    let server = std::env::var("SMSC_WATCH_POSTGRES").expect("the server's URL: run cargo xtask postgres");
    format!("{server}/{database}?sslmode=disable")
}

fn client(database: &str) -> Client {
    Client::connect(&url(database), NoTls).unwrap()
}

/// Makes an empty database, and returns its URL.
fn database(test: &str) -> String {
    let mut server = client("postgres");
    server.batch_execute(&format!("DROP DATABASE IF EXISTS {test} WITH (FORCE)")).unwrap();
    server.batch_execute(&format!("CREATE DATABASE {test}")).unwrap();
    url(test)
}

fn empty(test: &str) -> Box<dyn Store> {
    // Names of databases have at most 63 bytes.
    Box::new(PostgresStore::open(&database(&test[..test.len().min(60)])).unwrap())
}

crate::suite!(empty, #[ignore = "needs a server: cargo xtask postgres"]);

#[test]
#[ignore = "needs a server: cargo xtask postgres"]
fn a_killed_writer_loses_nothing_that_was_acknowledged() {
    durable::lose_nothing(&database("killed"));
}
