//! Tests of the stores: the promises of every store, and faults of the database.

mod common;
mod durable;
mod faults;
#[cfg(feature = "postgres")]
mod postgres;
mod queries;
mod sqlite;
mod suite;
#[cfg(feature = "postgres")]
mod tls;
