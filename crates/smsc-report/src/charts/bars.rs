//! Bars across: rates with their intervals, and values.

use super::svg::{Anchor, Head, Svg, shortened};
use crate::float::float_of;

/// The height of a row: a line of text, and the bar under it.
const ROW: f64 = 38.0;
/// The base line of the text in a row.
const TEXT: f64 = 14.0;
/// The top of the bar in a row.
const TOP: f64 = 20.0;
/// The height of a bar.
const BAR: f64 = 10.0;
/// The longest name, in characters: a phone has room for it and a value.
const NAME: usize = 24;

/// A rate and its interval, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rate {
    pub(crate) value: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
}

/// A bar with its name and value.
#[derive(Debug, Clone)]
pub(crate) struct Bar<T> {
    pub(crate) name: String,
    /// The value as a text.
    pub(crate) value: String,
    pub(crate) length: T,
    /// A group of several others, which is drawn paler.
    pub(crate) is_rest: bool,
}

/// Draws rates. A bar without a rate has its value alone.
pub(crate) fn rates(head: &Head<'_>, bars: &[Bar<Option<Rate>>]) -> String {
    draw(head, bars, |svg, bar, y| {
        let Some(Rate { value, low, high }) = bar.length else { return };
        svg.rect("track", 0.0, 1.0, y, BAR);
        svg.rect(if bar.is_rest { "c0 rest" } else { "c0" }, 0.0, value, y, BAR);
        let middle = y + BAR / 2.0;
        // A light line under each dark one, for the contrast with the bar.
        for class in ["halo", "whisker"] {
            svg.line(class, (low, middle), (high, middle));
            for end in [low, high] {
                svg.line(class, (end, y + 1.0), (end, y + BAR - 1.0));
            }
        }
    })
}

/// Draws values: each bar has the parts of the width that its segments take, in the order of their
/// colours.
pub(crate) fn values(head: &Head<'_>, bars: &[Bar<Vec<f64>>]) -> String {
    draw(head, bars, |svg, bar, y| {
        svg.rect("track", 0.0, 1.0, y, BAR);
        let mut start = 0.0;
        for (index, length) in bar.length.iter().enumerate().filter(|(_, length)| **length > 0.0) {
            let rest = if bar.is_rest { " rest" } else { "" };
            svg.rect(&format!("c{index}{rest}"), start, *length, y, BAR);
            start += length;
        }
    })
}

fn draw<T>(head: &Head<'_>, bars: &[Bar<T>], bar: impl Fn(&mut Svg, &Bar<T>, f64)) -> String {
    let rows = u32::try_from(bars.len()).unwrap_or(u32::MAX);
    let mut svg = Svg::new(head, rows.saturating_mul(38));
    for (index, one) in bars.iter().enumerate() {
        let y = float_of(index) * ROW;
        svg.text("n", Anchor::Start, (0.0, y + TEXT), &shortened(&one.name, NAME));
        svg.text("v", Anchor::End, (1.0, y + TEXT), &one.value);
        bar(&mut svg, one, y + TOP);
    }
    svg.end()
}
