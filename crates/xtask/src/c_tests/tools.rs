//! What the C tests need that cargo does not bring.

use std::fs;

use crate::run::{Invocation, target_dir};
use crate::tools::{Tool, install, need, tool};

const TOOLS: [Tool; 10] = [
    tool("gcc", "gcc"),
    tool("g++", "g++"),
    tool("clang", "clang"),
    tool("clang++", "clang"),
    tool("valgrind", "valgrind"),
    tool("cmake", "cmake"),
    tool("pkg-config", "pkg-config"),
    tool("nm", "binutils"),
    tool("readelf", "binutils"),
    tool("make", "make"),
];

/// Makes sure that all of it is there. clang has its sanitizers in a package of their own, whose name holds its version.
pub(super) fn need_all() -> Result<(), String> {
    need(&TOOLS)?;
    let folder = target_dir();
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let (source, program) = (folder.join("sanitized.c"), folder.join("sanitized"));
    fs::write(&source, "int main(void) { return 0; }\n").map_err(|error| format!("{}: {error}", source.display()))?;
    let resources = Invocation::new("clang").args(["-print-resource-dir"]).output()?;
    let version = resources.trim().rsplit('/').next().and_then(|version| version.split('.').next()).unwrap_or_default();
    let package = format!("libclang-rt-{version}-dev");
    install(&|| {
        let built = Invocation::new("clang").args(["-fsanitize=address,undefined", "-o"]).args([&program, &source]).output();
        if built.is_ok() { Vec::new() } else { vec![package.clone()] }
    })
}
