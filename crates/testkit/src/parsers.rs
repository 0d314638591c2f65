//! fmt 2 and 3 by general-purpose parsers: the lines that a body must yield, by the rules alone.
//!
//! `crates/smsc-proto/tests/trees.rs` lists where the core differs from them on purpose.

mod expect;
mod json;
mod xml;

pub use expect::malformed;
pub use json::{exact_json, json};
pub use xml::xml;
pub(crate) use xml::{Element, has_bad_entity, root};
