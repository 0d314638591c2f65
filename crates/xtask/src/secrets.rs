//! No credentials in what the tests print.
//!
//! Every secret that a test passes to a request contains one of the [`MARKS`], so that a search finds
//! it in any form: as it is, in a form, in a URL. What a test itself reads of a program's output, such
//! as a body with its credentials, is not printed.

use crate::built;
use crate::run::{Step, cargo};

/// A part of every secret of the tests, in lower case. No other text that is printed contains one.
const MARKS: [&str; 2] = ["k3y", "s3cret"];

/// Fails if a text contains a secret of the tests.
pub(crate) fn search(printed: &str) -> Result<(), String> {
    let has_secret = |line: &&str| MARKS.iter().any(|mark| line.to_lowercase().contains(mark));
    match printed.lines().find(has_secret) {
        Some(line) => Err(format!("the tests print a secret: {line}")),
        None => Ok(()),
    }
}

/// Runs the tests of requests, replies and notifications once more, and searches what they print even
/// if they succeed, which cargo does not show.
pub(crate) fn step() -> Step {
    Step::check("no credentials in what the tests of requests and replies print", || {
        let suites = ["request*", "call*", "retry*", "secrets"].iter().flat_map(|suite| ["--test", suite]);
        let tests = suites.chain(["--no-fail-fast", "--", "--show-output"]);
        let printed = cargo(["test"]).args(built::WORKSPACE).args(tests).output()?;
        let passed: usize = printed.lines().filter(|line| line.starts_with("test ") && line.ends_with(" ... ok")).count();
        if passed < 60 {
            return Err(format!("{passed} tests of requests and replies passed; there are more"));
        }
        search(&printed)
    })
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::search;
    use crate::run::read;

    #[test]
    fn a_secret_is_found_in_any_form() {
        assert_eq!(search("test result: ok\napikey=***&fmt=3\n"), Ok(()));
        for printed in ["key: k3y&", "apikey=K3Y%26&fmt=3", "a\nCredentials(S3cretKey)\n"] {
            assert!(search(printed).is_err(), "{printed}");
        }
    }

    #[test]
    fn the_secrets_of_the_cases_are_marked() {
        let cases: Vec<Value> = serde_json::from_str(&read("testdata/requests/requests.json").unwrap()).unwrap();
        let secrets = cases.iter().flat_map(|case| case["credentials"].as_object().unwrap().values());
        // An empty one, or one of a letter, is what its case is about.
        let secrets: Vec<_> = secrets.map(|secret| secret.as_str().unwrap()).filter(|secret| secret.len() > 1).collect();
        assert!(secrets.len() >= cases.len() - 2);
        assert_eq!(secrets.iter().find(|secret| search(secret).is_ok()), None);
    }

    /// The suites that pass other secrets than those of the cases.
    #[test]
    fn the_secrets_of_the_suites_are_marked() {
        let suites = [
            "crates/smsc-proto/tests/request.rs",
            "crates/smsc-cli/tests/request.rs",
            "bindings/c/tests/request.c",
            "bindings/c/tests/results_request.c",
            "bindings/c/tests/ask.py",
            "bindings/c/tests/statuses.py",
            "bindings/php/tests/request.phpt",
            "bindings/php/client/tests/Standin.php",
            "bindings/python/tests/test_request.py",
            "bindings/python/tests/test_calls.py",
            "proof/clients/python/test_smsc.py",
        ];
        for suite in suites {
            assert!(search(&read(suite).unwrap()).is_err(), "{suite} has no secret that is marked");
        }
    }
}
