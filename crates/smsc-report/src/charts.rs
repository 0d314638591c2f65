//! Charts as SVG, without a script. Every chart has a title and a description for screen readers.
//!
//! Texts keep their size at every width of the page: positions across are in percent, and a chart
//! has no `viewBox`. Colours are classes of the page's style.

mod bars;
mod columns;
mod histogram;
mod ranges;
mod svg;
mod time_axis;

pub(crate) use bars::{Bar, Rate, rates, values};
pub(crate) use columns::{Column, Scale, columns};
pub(crate) use histogram::{Marker, histogram};
pub(crate) use ranges::{Range, ranges};
pub(crate) use svg::Head;
pub(crate) use time_axis::Tick;
