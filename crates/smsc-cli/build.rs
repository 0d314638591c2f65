//! Includes the page that `smsc serve` has under `/explain`, if `cargo xtask web` has made it. Sets the
//! cfg `checkout` for the tests that need what is not published, the crate `testkit`. Passes the commit
//! and the features on to `smsc --version`.

use std::env;
use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=page");
    println!("cargo::rustc-check-cfg=cfg(checkout)");
    if Path::new("../testkit").exists() {
        println!("cargo::rustc-cfg=checkout");
    }
    let page = if Path::new("page/smsc.html").exists() {
        r#"Some(include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/page/smsc.html")))"#
    } else {
        "None"
    };
    version();
    let folder = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let source = format!("const PAGE: Option<&[u8]> = {page};\n");
    std::fs::write(Path::new(&folder).join("page.rs"), source).expect("the folder is cargo's");
}

/// Sets the variables that `src/version.rs` reads.
fn version() {
    const RELEASED: &str = ".cargo_vcs_info.json";
    println!("cargo::rerun-if-env-changed=SMSC_COMMIT");
    // Only a package has the file. If a file that is named here is missing, cargo compiles the crate anew
    // in every build.
    if Path::new(RELEASED).exists() {
        println!("cargo::rerun-if-changed={RELEASED}");
    }
    // A checkout changes without a build of this crate, so that its commit is known to nobody but those
    // who release it.
    let given = env::var("SMSC_COMMIT").ok().filter(|commit| !commit.is_empty());
    let packed = || std::fs::read_to_string(RELEASED).ok().and_then(|text| packed_commit(&text));
    let commit = given.or_else(packed).unwrap_or_else(|| "not recorded in this build".to_owned());
    println!("cargo::rustc-env=SMSC_BUILT_FROM={commit}");
    let features = ["convert", "postgres", "report"];
    let is_on = |name: &&str| env::var_os(format!("CARGO_FEATURE_{}", name.to_uppercase())).is_some();
    let names: Vec<_> = features.into_iter().filter(is_on).collect();
    let names = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
    println!("cargo::rustc-env=SMSC_FEATURES={names}");
}

/// Returns the commit that cargo has written into a package.
fn packed_commit(info: &str) -> Option<String> {
    let (_, after) = info.split_once("\"sha1\"")?;
    let commit = after.split('"').nth(1)?;
    let is_changed = info.contains("\"dirty\": true");
    Some(if is_changed { format!("{commit} with changes") } else { commit.to_owned() })
}
