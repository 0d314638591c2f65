//! The schema, its versions, and whose it is.

use postgres::{Client, GenericClient};

use crate::error::ErrorKind;

/// The steps from each version of the schema to the next, the first from nothing. A step that was
/// released is never changed.
const STEPS: [&str; 1] = [include_str!("schema/1.sql")];

/// The number of the lock under which the schema is changed: the letters `smsw`.
const LOCK: i64 = 0x736d_7377;

/// Settings of a connection. A commit returns when it is durable, with any setting of the server. The
/// server notices within two minutes that the machine of a watcher is gone, and releases its locks.
const SESSION: &str = "SET search_path = smsc_watch; SET synchronous_commit = on; SET lock_timeout = '10s';
    SET client_min_messages = warning;
    SET tcp_keepalives_idle = 60; SET tcp_keepalives_interval = 15; SET tcp_keepalives_count = 4";

/// Brings the schema to the present version, and returns the id of the store.
pub(super) fn prepare(client: &mut Client) -> Result<String, ErrorKind> {
    client.batch_execute(SESSION)?;
    if version(client)? < STEPS.len() {
        migrate(client)?;
    }
    Ok(client.query_one("SELECT id FROM store", &[])?.try_get(0)?)
}

/// Takes the steps that the schema lacks, in one transaction.
fn migrate(client: &mut Client) -> Result<(), ErrorKind> {
    let mut transaction = client.transaction()?;
    // Another watcher may take the steps at the same time.
    transaction.execute("SELECT pg_advisory_xact_lock($1)", &[&LOCK])?;
    let done = version(&mut transaction)?;
    for step in STEPS.iter().skip(done) {
        transaction.batch_execute(step)?;
    }
    let version = i32::try_from(STEPS.len()).unwrap_or(i32::MAX);
    transaction.execute("UPDATE store SET version = $1", &[&version])?;
    Ok(transaction.commit()?)
}

/// Returns the version of the schema; 0 if there is none.
fn version(client: &mut impl GenericClient) -> Result<usize, ErrorKind> {
    // Not to_regclass and the like: they may not see yet what another session has made.
    let sql = "SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'smsc_watch'),
        EXISTS (SELECT FROM pg_tables WHERE schemaname = 'smsc_watch' AND tablename = 'store')";
    let row = client.query_one(sql, &[])?;
    match (row.try_get(0)?, row.try_get(1)?) {
        (false, _) => return Ok(0),
        (true, false) => return Err(ErrorKind::OtherProgram),
        (true, true) => {}
    }
    let found: i32 = client.query_one("SELECT version FROM smsc_watch.store", &[])?.try_get(0)?;
    match usize::try_from(found) {
        Ok(version) if version <= STEPS.len() => Ok(version),
        Ok(_) => Err(ErrorKind::Newer { found: found.into(), known: i64::try_from(STEPS.len()).unwrap_or(i64::MAX) }),
        Err(_) => Err(ErrorKind::Damaged),
    }
}
