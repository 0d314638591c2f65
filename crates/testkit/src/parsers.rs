//! fmt 2 and 3 as parsers for general use see them: the lines that a body must give, by the rules alone.
//!
//! Where the core differs from them on purpose is listed in `crates/smsc-proto/tests/trees.rs`.

mod expect;
mod json;
mod xml;

pub use expect::malformed;
pub use json::{exact_json, json};
pub use xml::xml;
