//! Byte searches and number parsing, independent of the format of replies.

pub(crate) mod decimal;
pub(crate) mod digits;
pub(crate) mod find;
pub(crate) mod number;
pub(crate) mod simd;
pub(crate) mod swar;
