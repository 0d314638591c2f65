//! Lines of JSON, in which invisible characters are escaped as the command escapes them.

use std::io::Write as _;

use serde::Serialize;
use visible_text::{VisibleJson, may_start_escape};

/// Adds a line of JSON.
pub(crate) fn push(value: &impl Serialize, lines: &mut Vec<u8>) {
    // The values of this crate have string keys only, so that nothing fails.
    let json = serde_json::to_string(value).unwrap_or_default();
    if json.bytes().any(may_start_escape) {
        // Writing to a vector does not fail.
        let _ = write!(lines, "{}", VisibleJson(json));
    } else {
        lines.extend_from_slice(json.as_bytes());
    }
    lines.push(b'\n');
}
