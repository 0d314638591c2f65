//! Sets the SONAME of the shared library, links the C library for `memcpy` and `abort`, and turns
//! layout.txt into assertions.

use std::fmt::Write as _;
use std::path::Path;

fn main() {
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libsmsc_proto.so.{}", abi());
        println!("cargo::rustc-cdylib-link-arg=-lc");
    }
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=layout.txt");
    println!("cargo::rerun-if-changed=src/version.rs");
    let out = std::env::var_os("OUT_DIR").expect("cargo sets it");
    std::fs::write(Path::new(&out).join("layout.rs"), assertions()).expect("cargo made the folder");
}

/// Returns the value of `SMSC_ABI`, which is in one place.
fn abi() -> String {
    let source = std::fs::read_to_string("src/version.rs").expect("src/version.rs is beside build.rs");
    let line = source.lines().find_map(|line| line.strip_prefix("pub const SMSC_ABI: u32 = "));
    line.and_then(|line| line.strip_suffix(';')).expect("a number").to_owned()
}

/// Returns one assertion for each line `struct size` or `struct.field offset`, for pointers of 64 bits.
fn assertions() -> String {
    let table = std::fs::read_to_string("layout.txt").expect("layout.txt is beside build.rs");
    let mut text = String::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let (what, number) = line.split_once(' ').expect("a name and a number");
        let found = match what.split_once('.') {
            Some((of, field)) => format!("offset_of!({of}, r#{field})"),
            None => format!("size_of::<{what}>()"),
        };
        let _ = writeln!(text, "#[cfg(target_pointer_width = \"64\")]\nconst _: () = assert!({found} == {number}, \"{what}\");");
    }
    text
}
