//! The C libraries are in workspaces of their own and inherit nothing: what their manifests say has
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
fn the_c_libraries_are_of_the_same_version() {
    let core = package("Cargo.toml", "smsc-proto");
    for (manifest, name) in [("bindings/c/Cargo.toml", "smsc-proto-capi"), ("bindings/c-columns/Cargo.toml", "smsc-columns-capi")] {
        let library = package(manifest, name);
        for key in ["version", "edition", "rust_version", "license"] {
            assert!(core[key].is_string(), "the core has no {key}");
            assert_eq!(library[key], core[key], "{name}: {key}");
        }
    }
}
