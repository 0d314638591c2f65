//! Ranges of times: from the median to the 99th percentile.

use super::svg::{Anchor, Head, Svg, shortened};
use super::time_axis::{Tick, TimeAxis};
use crate::Delay;
use crate::float::float_of;

const ROW: f64 = 38.0;
const NAME: usize = 24;

/// The percentiles of a group.
#[derive(Debug, Clone)]
pub(crate) struct Range {
    pub(crate) name: String,
    /// The median as a text.
    pub(crate) value: String,
    pub(crate) delay: Delay,
}

/// Draws a line for each group, from the median (a disc) over 90 % (a small disc) to 99 %.
pub(crate) fn ranges(head: &Head<'_>, ranges: &[Range], ticks: &[Tick]) -> String {
    let rows = u32::try_from(ranges.len()).unwrap_or(u32::MAX);
    let mut svg = Svg::new(head, rows.saturating_mul(38).saturating_add(24));
    let axis = TimeAxis::new(ranges.iter().map(|range| range.delay.p99_s).max().unwrap_or(0));
    axis.draw(&mut svg, ticks, 0.0, ROW * float_of(ranges.len()));
    for (index, range) in ranges.iter().enumerate() {
        let y = ROW * float_of(index);
        let Delay { median_s, p90_s, p99_s, .. } = range.delay;
        svg.text("n over", Anchor::Start, (0.0, y + 14.0), &shortened(&range.name, NAME));
        svg.text("v over", Anchor::End, (1.0, y + 14.0), &range.value);
        let at = |seconds: u32| (axis.at(seconds), y + 25.0);
        svg.line("range", at(median_s), at(p99_s));
        svg.disc("c0", at(median_s), 5.0);
        svg.disc("c0", at(p90_s), 3.5);
        svg.line("end", (at(p99_s).0, y + 20.0), (at(p99_s).0, y + 30.0));
    }
    svg.end()
}
