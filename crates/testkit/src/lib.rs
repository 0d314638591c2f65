//! What the tests, the fuzz targets and the benches of this workspace share.
//!
//! - [`cases`] loads the conformance cases of `testdata/`, which every front end runs.
//! - [`oracle`] is a second reader of fmt 0 and fmt 1, written straight from the rules of `docs/protocol.md`: slow and obvious, so
//!   that a reviewer can hold each function against its rule. The core is compared with it.
//! - [`library`] is the core in the same terms.
//! - [`generate`] makes bodies: random replies with hostile texts and damage for property tests, and steady batches for benches.
//!
//! Rule ids (`R46b`) are those of `docs/protocol.md`.

pub mod cases;
pub mod generate;
pub mod library;
pub mod oracle;

pub use cases::{Case, CaseQuery, load, same};
