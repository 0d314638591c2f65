//! Tests of the page and the tables of a report.

mod common;
mod page;
mod tables;
