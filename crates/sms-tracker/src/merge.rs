//! Reports of one message, merged.

mod class;
mod merged;
mod order;
#[cfg(test)]
mod tests;

pub use class::Class;
pub use merged::{Change, Merged, join, sort};
pub use order::compare;
