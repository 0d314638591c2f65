//! The second reader of the replies of the other scripts, by the rules R60 to R65.
//!
//! The oracle is slow on purpose, and decodes the whole body before anything else. Each function is
//! one rule or a part of one, and names the rule.
//!
//! - `lines` parses fmt 0 and 1.
//! - `json` parses fmt 3 with `serde_json`, after `tidy` has changed what `serde_json` rejects and
//!   R28 accepts. `objects` parses the objects of fmt 3, `values` their values.
//! - `xml` parses fmt 2 with quick-xml.

mod json;
mod lines;
mod objects;
mod tidy;
mod values;
mod xml;

use serde_json::Value;

use super::query::{Call, Script};
use crate::parsers::malformed;

/// Returns the lines that a reply must yield, with `{"malformed": true}` for everything malformed or
/// unsupported. Returns `None` if the oracle cannot decide: for values that are nested nearly as deep
/// as they may be, and for XML that quick-xml rejects.
///
/// # Panics
///
/// Panics if the query is not of the form that [`Call`] describes.
#[must_use]
pub fn read(call: &Call, body: &[u8]) -> Option<Vec<Value>> {
    parse(call, body).map(|(lines, _)| lines)
}

/// Returns the lines like [`read`], and whether they are those of a list that ends in a syntax error.
pub(super) fn parse(call: &Call, body: &[u8]) -> Option<(Vec<Value>, bool)> {
    // R50: one byte order mark at the very start is skipped, in any charset.
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let (text, _) = call.encoding().decode_without_bom_handling(body);
    match call.format() {
        0 | 1 => Some((vec![lines::read(call, &text).unwrap_or_else(malformed)], false)),
        2 => xml::read(call, &text).map(|line| (vec![line], false)),
        _ => json(call, &text),
    }
}

/// Parses fmt 3.
fn json(call: &Call, text: &str) -> Option<(Vec<Value>, bool)> {
    let is_list = |script| matches!(script, Script::Incoming | Script::Statistics);
    let line = match json::root(text)? {
        json::Root::Object(object) => objects::whole(call, &object),
        // R64d: a list; R27: an element that is no object is malformed in its place.
        json::Root::List { elements, is_cut } if is_list(call.script) => {
            let line = |element: &json::Node| element.object().and_then(|object| objects::element(call.script, object));
            let lines = elements.iter().map(|element| line(element).unwrap_or_else(malformed));
            return Some((lines.chain(is_cut.then(malformed)).collect(), is_cut));
        }
        // R60, R63, R64c: these replies are objects.
        json::Root::List { .. } | json::Root::Other => None,
    };
    Some((vec![line.unwrap_or_else(malformed)], false))
}
