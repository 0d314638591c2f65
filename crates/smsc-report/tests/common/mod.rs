//! Figures for the tests.

pub(crate) mod hostile;
pub(crate) mod month;
