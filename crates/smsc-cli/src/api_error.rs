//! API errors for people.

use std::fmt::Write as _;

use sms_outcome::lookup_api_error;
use smsc_proto::{ApiError, Endpoint, Lang};
use visible_text::Visible;

use crate::labels::next_step;
use crate::lang::fill;

/// Returns the line of an API error of an endpoint, which decides what its number means.
pub(crate) fn line(error: &ApiError<'_>, endpoint: Endpoint, lang: Lang) -> String {
    let outcome = lookup_api_error(error.code, endpoint);
    let mut line = fill("error {0}: {1}", &[&error.code, &outcome.title.get(lang)]);
    if let Some(text) = error.text {
        line.push_str(&fill(" (the server says: {0})", &[&Visible(text)]));
    }
    if let Some(id) = error.id {
        let _ = write!(line, ", id {id}");
    }
    let _ = write!(line, "; {}", next_step(outcome.retry, lang));
    line
}
