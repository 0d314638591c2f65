//! The plan: which message to ask for, and when.

mod answers;
mod arena;
mod ask;
mod at_risk;
mod clock;
mod config;
mod lane;
mod moscow;
mod poll;
mod risk;
mod schedule;
mod slot;
mod state;
#[cfg(all(test, feature = "alloc"))]
mod tests;
mod wheel;

pub use ask::{Ask, AskKind};
pub use config::{MAX_AT_ONCE, PlanConfig};
pub use slot::{Key, Slot, Slots, Tracked};
pub use state::{Full, Plan};
