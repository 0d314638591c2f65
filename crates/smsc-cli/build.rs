//! Includes the page that `smsc serve` has under `/explain`, if `cargo xtask web` has made it. Sets the
//! cfg `checkout` for the tests that need what is not published, the crate `testkit`.

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
    let folder = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let source = format!("const PAGE: Option<&[u8]> = {page};\n");
    std::fs::write(Path::new(&folder).join("page.rs"), source).expect("the folder is cargo's");
}
