//! The results of the functions, as the header lists them.

pub(crate) const OK: i32 = 0;
pub(crate) const NULL: i32 = 100;
pub(crate) const VALUE: i32 = 101;
pub(crate) const SIZE: i32 = 102;
pub(crate) const UTF8: i32 = 104;
pub(crate) const COLUMN: i32 = 140;
pub(crate) const PANIC: i32 = 141;
