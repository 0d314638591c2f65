//! fmt 2 and 3: XML and JSON. A record is a set of named values in any order, and a batch is a list
//! of them.

pub(crate) mod json;
mod keys;
pub(crate) mod list;
pub(crate) mod node;
pub(crate) mod syntax;
pub(crate) mod xml;
