//! Runs every conformance case through the command (testdata/README.md).

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::Value;

#[test]
fn every_case_prints_the_lines_of_the_contract() {
    let mut failures = Vec::new();
    let mut count = 0;
    for case in testkit::load() {
        count += 1;
        let mut child = Command::new(env!("CARGO_BIN_EXE_smsc"))
            .arg("decode")
            .args(case.query.args())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(&case.body).unwrap();
        let output = child.wait_with_output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        // Only LF ends a line: a text may contain U+2028 and U+0085.
        let lines: Vec<Value> = text.split_terminator('\n').map(|line| serde_json::from_str(line).unwrap()).collect();
        let expected_status = i32::from(case.expect.iter().any(|line| line.get("malformed").is_some()));
        if !testkit::same(&case.expect, &lines) || output.status.code() != Some(expected_status) {
            failures.push(format!("{}: {}\n  expected {:?}\n  got      {text}", case.file, case.name, case.expect));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(count >= 312, "cases are missing: {count}");
}
