//! fmt 2 and fmt 3 against general-purpose parsers, quick-xml and `serde_json`, and properties that
//! every body must have.
//!
//! The parsers split a body into values, and `testkit::parsers` makes lines of them by the rules
//! alone. The core differs from the parsers, and from the definitions of JSON and XML, in the cases
//! below and in no other; `trees/tolerated.rs` tests each.
//!
//! | where | the parsers | the core | why |
//! |---|---|---|---|
//! | JSON: raw control characters in a string | rejected | kept | R28: the provider's JSON looks written by hand |
//! | JSON: leading zeros of a number | rejected | parsed | R28: they have only one meaning |
//! | JSON: half a surrogate pair | rejected | U+FFFD | R28, R50: one character must not cost the record |
//! | JSON: a number instead of a text (`2.10`, `1e2`, `-0`) | its value (`2.1`, `100.0`, `-0.0`) | as written | R26, R32: exact; it is text |
//! | JSON: more bytes after a list | rejected | records, then one malformed item | R27: a list is parsed lazily |
//! | JSON: a syntax error in a list | rejected | records, then one malformed item | R27 |
//! | JSON: nested more than 32 levels deep | rejected from 128 on | a syntax error | R26: the stack is bounded |
//! | JSON: a bare `OK` | rejected | a deletion | R12: the server has sent it |
//! | JSON and XML: bytes invalid in UTF-8 | rejected | U+FFFD | R50 |
//! | JSON and XML: a byte order mark | rejected by `serde_json` | skipped | R50 |
//! | JSON and XML: escapes, comments or CDATA in a cost or a text id | parsed | malformed | R28: kept as written |
//! | XML: line breaks of a text | CRLF becomes LF by the standard | kept | R29: texts are not changed |
//! | XML: text between the fields of a record | parsed | malformed | R29: no record has any |
//! | XML: text in a list | parsed | a syntax error | R27: the rest is not certain |
//! | JSON and XML: white space around a number | left to the caller | malformed | R39: digits alone |
//! | JSON and XML: white space around `OK` | left to the caller | a deletion | R12 |
//! | XML: `--` in a comment, `<` in an attribute, one attribute twice, `]]>` in a text | rejected by the standard | parsed | none of them is checked |
//! | XML: a reference to a control character | rejected by the standard | the character | R29: all but U+0000 |
//! | XML: a reference longer than 15 characters | parsed | malformed | the lookahead is bounded |
//! | XML: a document type | parsed | no reply, or malformed | R29 |
//! | XML: the encoding of the prolog | followed | skipped | R6, R7: the request decides |

#[path = "trees/charset.rs"]
mod charset;
#[path = "trees/cuts.rs"]
mod cuts;
#[path = "trees/hostile.rs"]
mod hostile;
#[path = "trees/json.rs"]
mod json;
#[path = "trees/mutations.rs"]
mod mutations;
#[path = "trees/records.rs"]
mod records;
#[path = "trees/tolerated.rs"]
mod tolerated;
#[path = "trees/xml.rs"]
mod xml;

use testkit::CaseQuery;

/// Returns a query in UTF-8.
fn query(fmt: u8) -> CaseQuery {
    CaseQuery { fmt, all: 2, multi: true, charset: "utf-8".to_owned(), ..CaseQuery::default() }
}
