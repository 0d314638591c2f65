//! Columns over hours, days and months.

use super::bars::Rate;
use super::svg::{Anchor, Head, Svg};
use crate::float::float_of;

/// The height of the plot.
const PLOT: f64 = 150.0;
/// The top of the plot: over it is room for the label of its upper line.
const TOP: f64 = 16.0;
/// The height of the chart.
const HEIGHT: u32 = 188;
/// The part of the width that each character of the labels of the lines takes, on a phone.
const CHARACTER: f64 = 0.022;
/// More columns have no whiskers: they would touch.
const MAX_WHISKERS: usize = 48;

/// A column.
#[derive(Debug, Clone, Default)]
pub(crate) struct Column {
    /// The label under it. Columns with an empty one have none.
    pub(crate) label: String,
    /// The heights of its segments from the bottom, from 0 to 1, in the order of their colours.
    pub(crate) segments: Vec<f64>,
    /// The interval of a rate.
    pub(crate) whisker: Option<Rate>,
}

/// The lines across a chart, from 0 to 1, with their labels.
pub(crate) type Scale = Vec<(f64, String)>;

/// Draws columns.
pub(crate) fn columns(head: &Head<'_>, scale: &Scale, columns: &[Column]) -> String {
    let mut svg = Svg::new(head, HEIGHT);
    let longest = scale.iter().map(|(_, label)| label.chars().count()).max().unwrap_or(0);
    let left = 0.02 + CHARACTER * float_of(longest);
    let height = |part: f64| TOP + PLOT * (1.0 - part);
    for (part, label) in scale {
        svg.line("grid", (left, height(*part)), (1.0, height(*part)));
        svg.text("a", Anchor::End, (left - 0.012, height(*part) + 4.0), label);
    }
    let step = (1.0 - left) / float_of(columns.len().max(1));
    for (index, column) in columns.iter().enumerate() {
        let x = left + step * float_of(index);
        let mut base = 0.0;
        for (colour, part) in column.segments.iter().enumerate().filter(|(_, part)| **part > 0.0) {
            svg.rect(&format!("c{colour}"), x + step * 0.12, step * 0.76, height(base + part), PLOT * part);
            base += part;
        }
        let middle = x + step / 2.0;
        if let Some(Rate { low, high, .. }) = column.whisker.filter(|_| columns.len() <= MAX_WHISKERS) {
            for class in ["halo", "whisker"] {
                svg.line(class, (middle, height(low)), (middle, height(high)));
            }
        }
        if !column.label.is_empty() {
            // A label under one of the last columns ends at the border instead of being cut off.
            let (anchor, x) = if middle > 0.95 { (Anchor::End, 1.0) } else { (Anchor::Middle, middle) };
            svg.text("a", anchor, (x, TOP + PLOT + 16.0), &column.label);
        }
    }
    svg.end()
}
