//! Tests of the stores: the promises of every store, and faults of the database.

mod common;
mod durable;
mod faults;
mod queries;
mod sqlite;
mod suite;
