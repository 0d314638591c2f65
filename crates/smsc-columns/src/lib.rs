#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![deny(unsafe_code)]

mod batch;
mod body;
mod column;
#[cfg(feature = "compressed")]
mod compressed;
mod condition;
mod error;
mod meaning;
mod options;
mod reader;
mod rows;
mod serial;
mod series;
mod source;
mod spare;
mod split;
mod text;
mod threads;

pub use column::Column;
pub use condition::{Operand, Operator};
pub use error::Error;
pub use options::Options;
pub use reader::Reader;
pub use source::Source;
pub use split::split;
