//! ARCHITECTURE.md draws who may depend on whom; nobody else does.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

const ARROWS: &[(&str, &str)] = &[
    ("sms-outcome", "smsc-proto"),
    ("sms-tracker", "smsc-proto"),
    ("smsc-standin", "smsc-proto"),
    ("smsc-standin", "bounded-http"),
    ("smsc-client", "smsc-proto"),
    ("smsc-cli", "smsc-proto"),
    ("smsc-cli", "sms-outcome"),
    ("smsc-cli", "sms-tracker"),
    ("smsc-cli", "smsc-watch"),
    ("smsc-cli", "bounded-http"),
    ("smsc-cli", "smsc-client"),
    ("smsc-cli", "smsc-columns"),
    ("smsc-cli", "smsc-report"),
    ("smsc-cli", "smsc-standin"),
    ("smsc-cli", "visible-text"),
    ("smsc-cli", "sms-explain"),
    ("sms-explain", "smsc-proto"),
    ("sms-explain", "sms-outcome"),
    ("sms-explain", "visible-text"),
    ("smsc-web", "smsc-proto"),
    ("smsc-web", "sms-outcome"),
    ("smsc-web", "sms-explain"),
    ("smsc-web", "visible-text"),
    ("smsc-watch", "smsc-proto"),
    ("smsc-watch", "smsc-client"),
    ("smsc-watch", "sms-tracker"),
    ("smsc-columns", "smsc-proto"),
    ("smsc-columns", "sms-outcome"),
    ("smsc-report", "smsc-proto"),
    ("smsc-report", "sms-outcome"),
    ("smsc-report", "sms-tracker"),
    ("smsc-report", "smsc-columns"),
    ("smsc-report", "visible-text"),
    ("testkit", "smsc-proto"),
    ("testkit", "sms-outcome"),
    ("testkit", "smsc-standin"),
    ("testkit", "testkit-c"),
    ("testkit-c", "smsc-proto"),
    ("testkit-c", "sms-outcome"),
    ("testkit-c", "sms-tracker"),
    ("smsc-proto-fuzz", "testkit"),
    ("xtask", "smsc-proto"),
    ("xtask", "sms-explain"),
    ("xtask", "sms-outcome"),
    ("no-std-proof", "smsc-proto"),
    ("no-std-proof", "sms-outcome"),
    ("no-std-proof", "sms-tracker"),
    ("bare-metal-proof", "smsc-proto"),
    ("bare-metal-proof", "sms-outcome"),
    ("smsc-proto-capi", "smsc-proto"),
    ("smsc-proto-capi", "sms-outcome"),
    ("smsc-proto-capi", "sms-tracker"),
    ("smsc-columns-capi", "smsc-columns"),
    ("smsc-columns-capi", "smsc-proto"),
    ("smsc-proto-python", "smsc-proto"),
    ("smsc-proto-python", "sms-outcome"),
    ("smsc-proto-python", "sms-tracker"),
    ("smsc-proto-python", "smsc-cli"),
    ("smsc-proto-python", "smsc-watch"),
    ("smsc-proto-python", "smsc-columns"),
    ("smsc-proto-python", "smsc-report"),
];
const ARROWS_OF_TESTS: [(&str, &str); 14] = [
    ("smsc-proto", "testkit"),
    ("sms-tracker", "smsc-standin"),
    ("smsc-client", "sms-outcome"),
    ("smsc-client", "smsc-standin"),
    ("smsc-watch", "smsc-standin"),
    ("smsc-cli", "testkit"),
    ("smsc-columns", "testkit"),
    ("benches", "smsc-proto"),
    ("benches", "smsc-columns"),
    ("benches", "smsc-standin"),
    ("benches", "sms-tracker"),
    ("benches", "testkit"),
    ("criterion-benches", "smsc-proto"),
    ("criterion-benches", "testkit"),
];

fn cargo(args: &[&str]) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let output = Command::new(env!("CARGO")).args(args).current_dir(root).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn no_other_arrow_exists() {
    let mut found = BTreeSet::new();
    for manifest in [
        "Cargo.toml",
        "bindings/c/Cargo.toml",
        "bindings/c-columns/Cargo.toml",
        "fuzz/Cargo.toml",
        "proof/no-std/Cargo.toml",
        "proof/bare-metal/Cargo.toml",
    ] {
        let metadata = cargo(&["metadata", "--no-deps", "--format-version", "1", "--manifest-path", manifest]);
        let metadata: Value = serde_json::from_str(&metadata).unwrap();
        for package in metadata["packages"].as_array().unwrap() {
            let from = package["name"].as_str().unwrap();
            for dependency in package["dependencies"].as_array().unwrap() {
                if dependency["path"].is_null() {
                    continue;
                }
                let to = dependency["name"].as_str().unwrap();
                // Tests may use what the crate itself uses, with more of its features.
                let is_of_tests = dependency["kind"] == "dev" && ARROWS_OF_TESTS.contains(&(from, to));
                assert!(is_of_tests || ARROWS.contains(&(from, to)), "{from} → {to} ({})", dependency["kind"]);
                found.insert((from.to_owned(), to.to_owned()));
            }
        }
    }
    assert_eq!(found.len(), ARROWS.len() + ARROWS_OF_TESTS.len(), "an arrow of the map is gone: {found:?}");
}

#[test]
fn the_core_has_three_dependencies_and_neither_std_nor_alloc() {
    let tree = cargo(&["tree", "--package", "smsc-proto", "--edges", "normal,build", "--prefix", "none"]);
    let names: BTreeSet<_> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(names, BTreeSet::from(["smsc-proto", "nom", "memchr", "wide", "safe_arch", "bytemuck"]));
    let features = cargo(&["tree", "--package", "smsc-proto", "--edges", "normal,features", "--prefix", "none", "--all-features"]);
    assert!(features.contains("heapless"), "the features of the core are gone");
    for line in features.lines() {
        assert!(!line.contains("feature \"std\"") && !line.contains("feature \"alloc\""), "{line}");
    }
}
