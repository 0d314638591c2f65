//! The C library is in a workspace of its own and inherits nothing: what its manifest says has
//! to be what the others say.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

fn package(manifest: &str, name: &str) -> Value {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let args = ["metadata", "--no-deps", "--format-version", "1", "--manifest-path", manifest];
    let output = Command::new(env!("CARGO")).args(args).current_dir(root).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    metadata["packages"].as_array().unwrap().iter().find(|package| package["name"] == name).unwrap().clone()
}

#[test]
fn the_c_library_is_of_the_same_version() {
    let (core, library) = (package("Cargo.toml", "smsc-proto"), package("bindings/c/Cargo.toml", "smsc-proto-capi"));
    for key in ["version", "edition", "rust_version", "license"] {
        assert!(core[key].is_string(), "the core has no {key}");
        assert_eq!(library[key], core[key], "{key}");
    }
}
