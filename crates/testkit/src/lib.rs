//! What the tests, the fuzz targets and the benches of this workspace share.
//!
//! - [`cases`] loads the conformance cases of `testdata/`, which every front end runs.
//! - [`oracle`] is a second reader of fmt 0 and fmt 1, written straight from the rules of `docs/protocol.md`: slow and obvious, so
//!   that a reviewer can hold each function against its rule. The core is compared with it.
//! - [`library`] is the core in the same terms.
//! - [`parsers`] sees fmt 2 and 3 through parsers for general use.
//! - [`agree`] holds the comparisons of all of them.
//! - [`fuzz`] makes a fuzz target of each of them.
//! - [`generate`] makes bodies: random replies with hostile texts and damage for property tests, and steady batches for benches.
//!
//! Rule ids (`R46b`) are those of `docs/protocol.md`.

#![expect(clippy::doc_markdown, reason = "GetCourse and ClickSend are names")]

pub mod adapter;
pub mod cases;
pub mod differential;
pub mod fuzz;
pub mod generate;
pub mod oracle;
pub mod parsers;

pub use cases::{Case, CaseQuery, load, same};
