//! The schema, its versions, and whose database a file is.

use rusqlite::{Connection, TransactionBehavior};

use crate::error::ErrorKind;

/// The letters `smsw`, by which the command `file` and this program know the database.
const APPLICATION: i64 = 0x736d_7377;

/// The steps from each version of the schema to the next, the first from an empty database. A step that
/// was released is never changed.
const STEPS: [&str; 1] = [include_str!("schema/1.sql")];

/// Brings a database to the present schema, and returns the id of the store.
pub(super) fn prepare(connection: &mut Connection) -> Result<String, ErrorKind> {
    // Nothing is written before it is clear whose database this is.
    version(connection, STEPS.len())?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -32768;",
    )?;
    migrate(connection, &STEPS)?;
    Ok(connection.query_row("SELECT id FROM store", [], |row| row.get(0))?)
}

/// Takes the steps that the database lacks, in one transaction.
pub(super) fn migrate(connection: &mut Connection, steps: &[&str]) -> Result<(), ErrorKind> {
    if version(connection, steps.len())? == steps.len() {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have taken the steps meanwhile.
    let done = version(&transaction, steps.len())?;
    for step in steps.iter().skip(done) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", i64::try_from(steps.len()).unwrap_or(i64::MAX))?;
    Ok(transaction.commit()?)
}

/// Returns the version of the schema; 0 if the database is empty.
fn version(connection: &Connection, known: usize) -> Result<usize, ErrorKind> {
    let pragma = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let (application, version) = (pragma("application_id")?, pragma("user_version")?);
    let objects: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let newer = || ErrorKind::Newer { found: version, known: i64::try_from(known).unwrap_or(i64::MAX) };
    match (application, usize::try_from(version)) {
        (0, Ok(0)) if objects == 0 => Ok(0),
        (APPLICATION, Ok(version)) if version <= known => Ok(version),
        (APPLICATION, Ok(_)) => Err(newer()),
        (APPLICATION, Err(_)) => Err(ErrorKind::Damaged),
        _ => Err(ErrorKind::OtherProgram),
    }
}
