#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod calendar;
mod collector;
mod error;
mod figures;
mod finish;
mod key;
mod meaning;
mod messages;
mod names;
mod notices;
mod options;
mod report;
mod rows;
mod sender;
mod statement;
mod sums;
mod suppression;
mod tally;
mod text_parts;
mod zone;

pub use collector::{Collector, Summary};
pub use error::Error;
pub use figures::{
    Bin, Breakdown, Cause, Counts, Delay, Delays, Figures, Group, Lookups, Money, Notice, Parts, Period, Quality, Reconciliation,
    Suppressed, Totals,
};
pub use options::Options;
pub use statement::Statement;
pub use suppression::{Suppression, suppression_csv};
pub use zone::{Zone, ZoneError};
