//! The replies of the other scripts (R60 to R65): send.php, balance.php, get.php and info.php.
//!
//! - [`Call`] is a query for such a reply; [`load`] loads the cases of `testdata/calls`.
//! - [`Call::read`] runs the core and returns its results in the form of the cases.
//! - [`oracle`] is a second reader, written from the rules of `docs/protocol.md`. It is slow and
//!   obvious. [`with_oracle`] compares the core with it.
//! - [`reply`] generates replies for property tests.
//! - [`leak`] finds what is shown of a body and must not be.

mod cases;
mod generate;
mod oracle;
mod privacy;
mod query;
mod results;

pub use cases::{CallCase, load};
pub(crate) use generate::{NAMES, TOKENS};
pub use generate::{mutated_reply, reply};
pub use oracle::read as oracle;
pub use privacy::leak;
pub use query::{Call, Script};

use serde_json::Value;

use crate::differential::{Verdict, shown};
use crate::parsers::malformed;

/// Checks that the core parses a reply as the oracle does.
///
/// # Errors
///
/// Returns both results if they differ.
pub fn with_oracle(call: &Call, body: &[u8]) -> Verdict {
    let Some((expected, is_cut)) = oracle::parse(call, body) else { return Ok(()) };
    let got = call.lines(body);
    // Where an element that is no object and a syntax error are next to each other (`[1x]`), no rule
    // says whether they are one malformed item or two.
    let end = |lines: &[Value]| lines.iter().rposition(|line| !is_cut || *line != malformed()).map_or(0, |last| last + 1);
    if expected[..end(&expected)] == got[..end(&got)] && expected.last() == got.last() {
        return Ok(());
    }
    Err(format!("{call:?}\nbody {}\noracle {}\ncore   {}", body.escape_ascii(), shown(&expected), shown(&got)))
}
