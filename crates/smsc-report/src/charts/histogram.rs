//! A histogram on a logarithmic axis of times.

use super::svg::{Anchor, Head, Svg};
use super::time_axis::{Tick, TimeAxis};
use crate::Bin;
use crate::float::{float, float_of};

/// The height of the labels of the markers: a line for each.
const LABEL: f64 = 16.0;
const PLOT: f64 = 150.0;

/// A time that is marked, with a label.
#[derive(Debug, Clone)]
pub(crate) struct Marker {
    pub(crate) seconds: u32,
    pub(crate) label: String,
}

/// Draws the bins, and the markers over them.
pub(crate) fn histogram(head: &Head<'_>, bins: &[Bin], markers: &[Marker], ticks: &[Tick]) -> String {
    let top = LABEL * float_of(markers.len()) + 4.0;
    let rows = u32::try_from(markers.len()).unwrap_or(u32::MAX);
    let mut svg = Svg::new(head, rows.saturating_mul(16).saturating_add(176));
    let longest = bins.iter().map(|bin| bin.to_s).chain(markers.iter().map(|marker| marker.seconds)).max().unwrap_or(0);
    let axis = TimeAxis::new(longest);
    axis.draw(&mut svg, ticks, top, top + PLOT);
    let most = float(bins.iter().map(|bin| bin.count).max().unwrap_or(0).max(1));
    for bin in bins.iter().filter(|bin| bin.count > 0) {
        let (start, end) = (axis.at(bin.from_s), axis.at(bin.to_s));
        // A few of many are still seen.
        let height = (PLOT * float(bin.count) / most).max(1.0);
        svg.rect("c0 bin", start, end - start, top + PLOT - height, height);
    }
    for (index, marker) in markers.iter().enumerate() {
        let (x, y) = (axis.at(marker.seconds), LABEL * float_of(index));
        svg.line("halo", (x, y + 4.0), (x, top + PLOT));
        svg.line("marker", (x, y + 4.0), (x, top + PLOT));
        let is_right = x > 0.6;
        let (anchor, label) = if is_right {
            (Anchor::End, format!("{}\u{a0}\u{a0}", marker.label))
        } else {
            (Anchor::Start, format!("\u{a0}\u{a0}{}", marker.label))
        };
        svg.text("n", anchor, (x, y + 13.0), &label);
    }
    svg.end()
}
