//! The elements of a chart.

use std::fmt::Write as _;

use minijinja::HtmlEscape;

/// The id, the title and the description of a chart.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Head<'a> {
    /// The id, which no other chart of the page has.
    pub(crate) id: &'a str,
    pub(crate) title: &'a str,
    pub(crate) description: &'a str,
}

/// A chart that is being drawn.
#[derive(Debug)]
pub(super) struct Svg(String);

/// The side of a position that a text is at.
#[derive(Debug, Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Svg {
    /// Starts a chart with a height in pixels and the width of its place.
    pub(super) fn new(head: &Head<'_>, height: u32) -> Self {
        let Head { id, title, description } = *head;
        let (title, description) = (HtmlEscape(title), HtmlEscape(description));
        Self(format!(
            "<svg role=\"img\" aria-labelledby=\"{id}-t {id}-d\" width=\"100%\" height=\"{height}\">\
             <title id=\"{id}-t\">{title}</title><desc id=\"{id}-d\">{description}</desc>"
        ))
    }

    /// Adds a rectangle; `x` and `width` are parts of the width, from 0 to 1.
    pub(super) fn rect(&mut self, class: &str, x: f64, width: f64, y: f64, height: f64) {
        self.add(format_args!(
            "<rect class=\"{class}\" x=\"{}%\" y=\"{}\" width=\"{}%\" height=\"{}\"/>",
            percent(x),
            number(y),
            percent(width),
            number(height)
        ));
    }

    /// Adds a line between two points; `x1` and `x2` are parts of the width.
    pub(super) fn line(&mut self, class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
        self.add(format_args!(
            "<line class=\"{class}\" x1=\"{}%\" y1=\"{}\" x2=\"{}%\" y2=\"{}\"/>",
            percent(x1),
            number(y1),
            percent(x2),
            number(y2)
        ));
    }

    /// Adds a disc around a point; `x` is a part of the width.
    pub(super) fn disc(&mut self, class: &str, (x, y): (f64, f64), radius: f64) {
        let (x, y, radius) = (percent(x), number(y), number(radius));
        self.add(format_args!("<circle class=\"{class}\" cx=\"{x}%\" cy=\"{y}\" r=\"{radius}\"/>"));
    }

    /// Adds a text; `x` is a part of the width.
    pub(super) fn text(&mut self, class: &str, anchor: Anchor, (x, y): (f64, f64), text: &str) {
        let class = match anchor {
            Anchor::Start => class.to_owned(),
            Anchor::Middle => format!("{class} m"),
            Anchor::End => format!("{class} e"),
        };
        let (x, y, text) = (percent(x), number(y), HtmlEscape(text));
        self.add(format_args!("<text class=\"{class}\" x=\"{x}%\" y=\"{y}\">{text}</text>"));
    }

    /// Returns the chart.
    pub(super) fn end(self) -> String {
        self.0 + "</svg>"
    }

    fn add(&mut self, element: std::fmt::Arguments<'_>) {
        // A string takes everything.
        let _ = self.0.write_fmt(element);
    }
}

/// Returns a part of the width in percent, with two decimals at most.
fn percent(part: f64) -> String {
    number(part * 100.0)
}

/// Returns a number with two decimals at most. What is no number becomes 0.
fn number(value: f64) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let digits = format!("{value:.2}");
    let digits = digits.trim_end_matches('0').trim_end_matches('.');
    if digits == "-0" { "0".to_owned() } else { digits.to_owned() }
}

/// Returns a text of at most `length` characters: a longer one ends in an ellipsis.
pub(super) fn shortened(text: &str, length: usize) -> String {
    if text.chars().count() <= length {
        return text.to_owned();
    }
    text.chars().take(length.saturating_sub(1)).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        assert_eq!(number(12.5), "12.5");
        assert_eq!(number(100.0), "100");
        assert_eq!(number(1.0 / 3.0), "0.33");
        assert_eq!(number(-0.001), "0");
        assert_eq!(number(f64::NAN), "0");
        assert_eq!(percent(0.123_456), "12.35");
    }

    #[test]
    fn texts_from_outside_are_no_elements() {
        let mut svg = Svg::new(&Head { id: "a", title: "<b>", description: "\"&" }, 10);
        svg.text("n", Anchor::End, (1.0, 5.0), "</text><script>alert(1)</script>");
        let svg = svg.end();
        assert!(
            svg.starts_with(
                "<svg role=\"img\" aria-labelledby=\"a-t a-d\" width=\"100%\" height=\"10\"><title id=\"a-t\">&lt;b&gt;"
            )
        );
        assert!(svg.contains("<desc id=\"a-d\">&quot;&amp;</desc>"), "{svg}");
        assert!(!svg.contains("<script"), "{svg}");
        assert_eq!(svg.matches("<text").count(), 1);
    }

    #[test]
    fn long_texts_are_shortened_by_characters() {
        assert_eq!(shortened("операторы", 9), "операторы");
        assert_eq!(shortened("операторы", 5), "опер…");
        assert_eq!(shortened("", 5), "");
    }
}
