//! The cases of `testdata/calls`.

use serde::Deserialize;
use serde_json::Value;

use super::query::Call;
use crate::cases::{folder, unhex};

/// One case: a reply, and the lines that it must yield.
#[derive(Clone, Debug)]
pub struct CallCase {
    /// The name, with the name of its file.
    pub name: String,
    /// The query of the reply.
    pub call: Call,
    /// The reply, byte for byte.
    pub body: Vec<u8>,
    /// The lines, as `testdata/README.md` describes them.
    pub expect: Vec<Value>,
}

/// A case in the form of its file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    #[serde(rename = "why")]
    _why: String,
    #[serde(rename = "source")]
    _source: String,
    query: Call,
    body_hex: String,
    expect: Vec<Value>,
    /// The body as text, for people who read the file. It is checked and not used otherwise.
    body: Option<String>,
}

/// Loads all cases of `testdata/calls`.
///
/// # Panics
///
/// Panics if a file cannot be read, if a case is not of the described form, or if the `body` of a
/// case is not its `body_hex`.
#[must_use]
pub fn load() -> Vec<CallCase> {
    let files = ["send", "balance", "incoming", "statistics", "operator"];
    files.into_iter().flat_map(|file| load_file(&format!("calls/{file}.json"))).collect()
}

fn load_file(file: &str) -> Vec<CallCase> {
    let text = std::fs::read_to_string(folder().join(file)).unwrap_or_else(|error| panic!("cannot read {file}: {error}"));
    let cases: Vec<Written> = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file} is not a list of cases: {error}"));
    let case = |case: Written| {
        let name = format!("{file}, {}", case.name);
        let body = unhex(&case.body_hex).unwrap_or_else(|| panic!("{name}: body_hex is not a string of pairs of hex digits"));
        if let Some(shown) = &case.body {
            let (decoded, _) = case.query.encoding().decode_without_bom_handling(&body);
            assert!(*shown == decoded, "{name}: body is {shown:?}, but body_hex is {decoded:?}");
        }
        CallCase { name, call: case.query, body, expect: case.expect }
    };
    cases.into_iter().map(case).collect()
}
