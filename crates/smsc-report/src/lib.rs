#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod calendar;
mod catalog;
mod charts;
mod collector;
mod csv;
mod error;
mod figures;
mod finish;
mod float;
mod groups;
mod key;
mod meaning;
mod messages;
mod names;
mod notices;
mod options;
mod page;
mod report;
mod rows;
mod sender;
mod statement;
mod sums;
mod suppression;
mod tally;
mod text_parts;
mod words;
mod zone;

pub use collector::{Collector, Summary};
pub use csv::tables;
pub use error::Error;
pub use figures::{
    Bin, Breakdown, Cause, Counts, Delay, Delays, Figures, Group, Lookups, Money, Notice, Parts, Period, Quality, Reconciliation,
    Suppressed, Totals,
};
pub use options::Options;
pub use page::{PageError, PageOptions, TEMPLATE, page};
pub use statement::Statement;
pub use suppression::{Suppression, suppression_csv};
pub use zone::{Zone, ZoneError};
