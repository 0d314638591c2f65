//! Prints every text of testdata/visible in a table and as JSON: invisible characters are escaped.

mod common;

use std::fs;
use std::path::Path;

use common::smsc;
use serde_json::Value;

/// Returns what the command prints for a reply of fmt 3 in UTF-8.
fn printed(args: &[&str], body: &Value) -> String {
    let output = smsc(&[&["decode", "--fmt", "3", "--all", "1", "--charset", "utf-8"], args].concat(), body.to_string().as_bytes());
    assert_eq!(output.status.code(), Some(0));
    String::from_utf8(output.stdout).unwrap()
}

fn cases() -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/visible/texts.json");
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

#[test]
fn a_text_is_printed_with_escapes() {
    for case in cases() {
        let text = |key: &str| case[key].as_str().unwrap();
        let body = serde_json::json!({ "status": 1, "message": text("text") });
        let table = printed(&[], &body);
        // The text is the last column, and the spaces at the end of a line are not printed.
        let row = table.strip_suffix('\n').unwrap();
        assert!(row.ends_with(&format!("  {}", text("visible").trim_end())), "{}: {row:?}", text("name"));
        assert_eq!(printed(&["--json"], &body), format!("{{\"status\":1,\"message\":\"{}\"}}\n", text("json")), "{}", text("name"));
    }
}

#[test]
fn the_text_of_an_api_error_is_printed_with_escapes() {
    for case in cases() {
        let text = |key: &str| case[key].as_str().unwrap();
        let body = serde_json::json!({ "error": text("text"), "error_code": 2 });
        let row = printed(&[], &body);
        assert!(row.contains(&format!("(the server says: {});", text("visible"))), "{}: {row:?}", text("name"));
        let json = printed(&["--json", "--outcome"], &body);
        assert!(json.contains(&format!("\"error\":\"{}\"", text("json"))), "{}: {json:?}", text("name"));
    }
}
