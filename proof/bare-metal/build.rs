//! Sets the options of the linker for each kind of machine.

use std::env::var;

fn main() {
    let arch = var("CARGO_CFG_TARGET_ARCH").expect("cargo says what it builds for");
    let endian = var("CARGO_CFG_TARGET_ENDIAN").expect("cargo says what it builds for");
    let options: &[&str] = match (arch.as_str(), endian.as_str()) {
        ("arm", "little") => &["-Tboard.ld"],
        ("wasm32", _) => &["--no-entry", "--export=run"],
        // A static Linux program, which starts without a C library.
        _ => &["--entry=_start", "-static"],
    };
    for option in options {
        println!("cargo::rustc-link-arg-bins={option}");
    }
    println!("cargo::rustc-link-search={}", var("CARGO_MANIFEST_DIR").expect("cargo says where this is"));
    println!("cargo::rerun-if-changed=board.ld");
    println!("cargo::rerun-if-env-changed=SMSC_CASES");
}
