//! fmt 2 and fmt 3 against parsers for general use, quick-xml and `serde_json`, and against what must hold of any body.
//!
//! The parsers take a body apart, and `trees/expect.rs` makes the lines of it by the rules alone. The core differs from them, and from the
//! letter of JSON and XML, in the places below and in no other; `trees/tolerated.rs` tests each.
//!
//! | where | the parsers | the core | why |
//! |---|---|---|---|
//! | JSON: raw control characters in a string | refused | read as they are | R28: the provider's JSON looks put together by hand |
//! | JSON: zeros in front of a number | refused | read | R28: nothing else can be meant |
//! | JSON: half a surrogate pair | refused | U+FFFD | R28, R50: one character must not cost the record |
//! | JSON: a number in place of a text (`2.10`, `1e2`, `-0`) | its value (`2.1`, `100.0`, `-0.0`) | as written | R26, R32: exact; it is text |
//! | JSON: more behind a list | all is refused | records, then one malformed item | R27: a list is read lazily |
//! | JSON: a break within a list | all is refused | records, then one malformed item | R27 |
//! | JSON: nested more than 32 deep | refused from 128 on | a break | R26: the stack is bounded |
//! | JSON: a bare `OK` | refused | a deletion | R12: it was seen |
//! | JSON and XML: bytes wrong in UTF-8 | refused | U+FFFD | R50 |
//! | JSON and XML: a byte order mark | refused by `serde_json` | skipped | R50 |
//! | JSON and XML: escapes, comments or CDATA in a cost | read | malformed | R28: a cost is kept as written |
//! | XML: line breaks of a text | CRLF is LF by the letter | kept | R29: nothing of a text is changed |
//! | XML: text between the fields of a record | read | malformed | R29: no record has any |
//! | XML: text in a list | read | a break | R27: what comes next is not sure |
//! | JSON and XML: white space around a number | for the reader to say | malformed | R39: digits alone |
//! | JSON and XML: white space around `OK` | for the reader to say | a deletion | R12 |
//! | XML: `--` in a comment, `<` in an attribute, one attribute twice, `]]>` in a text | refused by the letter | read | nothing of it is looked at |
//! | XML: a reference to a control character | refused by the letter | the character | R29: all but U+0000 |
//! | XML: a reference longer than 15 characters | read | malformed | the look ahead is bounded |
//! | XML: a document type | read | no reply, or malformed | R29 |
//! | XML: the encoding of the prolog | followed | skipped | R6, R7: the request decides |

#[path = "trees/charset.rs"]
mod charset;
#[path = "trees/cuts.rs"]
mod cuts;
#[path = "trees/damage.rs"]
mod damage;
#[path = "trees/hostile.rs"]
mod hostile;
#[path = "trees/json.rs"]
mod json;
#[path = "trees/tolerated.rs"]
mod tolerated;
#[path = "trees/xml.rs"]
mod xml;

use testkit::CaseQuery;

/// A query in UTF-8.
fn query(fmt: u8) -> CaseQuery {
    CaseQuery { fmt, all: 2, multi: true, charset: "utf-8".to_owned(), ..CaseQuery::default() }
}
