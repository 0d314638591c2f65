//! Searches and numbers in bytes, without any knowledge of replies.

pub(crate) mod digits;
pub(crate) mod find;
pub(crate) mod number;
pub(crate) mod simd;
mod swar;
