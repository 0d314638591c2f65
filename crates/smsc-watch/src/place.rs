//! The place of a store: a file, or a URL of PostgreSQL.

use std::path::Path;

use crate::error::Error;
use crate::sqlite::SqliteStore;
use crate::store::Store;

/// Opens the store in this file, which is made if it does not exist, or at this URL of PostgreSQL
/// (`postgres://…`, the feature `postgres`).
///
/// # Errors
///
/// If the store cannot be opened, belongs to another program, or is of a newer version.
pub fn open(place: &str) -> Result<Box<dyn Store>, Error> {
    if place.starts_with("postgres://") || place.starts_with("postgresql://") {
        return open_postgres(place);
    }
    Ok(Box::new(SqliteStore::open(Path::new(place))?))
}

#[cfg(feature = "postgres")]
fn open_postgres(url: &str) -> Result<Box<dyn Store>, Error> {
    Ok(Box::new(crate::postgres::PostgresStore::open(url)?))
}

#[cfg(not(feature = "postgres"))]
fn open_postgres(_url: &str) -> Result<Box<dyn Store>, Error> {
    Err(Error::new("PostgreSQL".to_owned(), crate::error::ErrorKind::NoPostgres))
}
