//! Templates of minijinja.

use std::fmt;

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Error, UndefinedBehavior};

use super::model::Model;

/// The built-in template, for a company to start its own from. docs/report.md describes its values.
pub const TEMPLATE: &str = include_str!("../../templates/report.html");

/// The style of the built-in template.
pub(super) const STYLE: &str = include_str!("../../templates/report.css");

/// The name of the template in messages of the engine.
const NAME: &str = "template";

/// An error of a template: its line, and what is wrong there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageError {
    line: Option<usize>,
    reason: String,
}

impl PageError {
    /// Returns the number of the line of the template, from 1, if it is known.
    #[must_use]
    pub const fn line(&self) -> Option<usize> {
        self.line
    }

    /// Returns what is wrong, in English. The text quotes the template, and nothing of the report.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "template, line {line}: {}", self.reason),
            None => write!(f, "template: {}", self.reason),
        }
    }
}

impl std::error::Error for PageError {}

/// Fills a template.
pub(super) fn render(template: &str, model: &Model<'_>) -> Result<String, PageError> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    // For the part of the template that an error is about.
    environment.set_debug(true);
    environment.render_named_str(NAME, template, Serde(model)).map_err(|error| explained(template, &error))
}

fn explained(template: &str, error: &Error) -> PageError {
    let kind = error.kind().to_string();
    let quoted = error.range().and_then(|range| template.get(range)).filter(|part| !part.is_empty() && part.len() <= 80);
    let detail = error.detail().map(|detail| format!(": {detail}")).unwrap_or_default();
    let quoted = quoted.map(|part| format!(" in `{part}`")).unwrap_or_default();
    PageError { line: error.line(), reason: format!("{kind}{quoted}{detail}") }
}
