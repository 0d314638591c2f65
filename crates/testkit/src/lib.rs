//! What the tests, the fuzz targets and the benches of this workspace share.
//!
//! - [`mod@bench`] contains what the benches time, and the checks of the answers.
//! - [`cases`] loads the conformance cases of `testdata/`, which every front end runs.
//! - [`oracle`] is a second reader of fmt 0 and fmt 1, written from the rules of
//!   `docs/protocol.md`. It is slow and obvious, so that a reviewer can compare each function with
//!   its rule. The core is compared with it.
//! - [`adapter`] runs the core and returns its results in the form of the cases.
//! - [`calls`] has the cases, the second reader and the generator of the replies of the other scripts.
//! - [`parsers`] reads fmt 2 and 3 with general-purpose parsers.
//! - [`differential`] contains the comparisons of all of them.
//! - [`fuzz`] contains a fuzz target for each of them.
//! - [`generate`] creates bodies: random replies with hostile texts and mutations for property
//!   tests, and steady batches for benches.
//!
//! Rule ids (`R46b`) are those of `docs/protocol.md`.

#![expect(clippy::doc_markdown, reason = "GetCourse and ClickSend are names")]

pub mod adapter;
pub mod bench;
pub mod calls;
pub mod cases;
pub mod differential;
pub mod fuzz;
pub mod generate;
pub mod oracle;
pub mod parsers;

pub use cases::{Case, CaseQuery, load, same};
