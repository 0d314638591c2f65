#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod figures;

pub use figures::{
    Bin, Breakdown, Cause, Counts, Delay, Delays, Figures, Group, Lookups, Money, Notice, Parts, Period, Quality,
    Reconciliation, Suppressed, Totals,
};
