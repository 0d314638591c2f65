//! A logarithmic axis of times.

use super::svg::{Anchor, Svg};

/// A time with its label.
#[derive(Debug, Clone)]
pub(crate) struct Tick {
    pub(crate) seconds: u32,
    pub(crate) label: String,
}

/// An axis from 0 seconds to a longest time.
#[derive(Debug, Clone, Copy)]
pub(super) struct TimeAxis {
    longest: f64,
}

impl TimeAxis {
    pub(super) fn new(longest: u32) -> Self {
        Self { longest: stretched(longest.max(10)) }
    }

    /// Returns the position of a time, from 0 to 1.
    pub(super) fn at(self, seconds: u32) -> f64 {
        (stretched(seconds) / self.longest).min(1.0)
    }

    /// Draws the ticks that the axis reaches, with lines from `top` to `bottom`.
    pub(super) fn draw(self, svg: &mut Svg, ticks: &[Tick], top: f64, bottom: f64) {
        for tick in ticks.iter().filter(|tick| stretched(tick.seconds) <= self.longest) {
            let x = self.at(tick.seconds);
            svg.line("grid", (x, top), (x, bottom));
            let anchor = match x {
                _ if x < 0.04 => Anchor::Start,
                _ if x > 0.93 => Anchor::End,
                _ => Anchor::Middle,
            };
            svg.text("a", anchor, (x, bottom + 15.0), &tick.label);
        }
    }
}

/// Returns the logarithm of a time; that of 0 seconds is 0.
fn stretched(seconds: u32) -> f64 {
    f64::from(seconds).ln_1p()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_grows_by_factors() {
        let axis = TimeAxis::new(999);
        assert_eq!(axis.at(0).to_bits(), 0.0_f64.to_bits());
        assert!((axis.at(9) - 1.0 / 3.0).abs() < 1e-9);
        assert!((axis.at(99) - 2.0 / 3.0).abs() < 1e-9);
        assert!((axis.at(5_000) - 1.0).abs() < 1e-9);
    }
}
