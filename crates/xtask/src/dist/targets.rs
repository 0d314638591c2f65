//! The machines that artefacts are for, and the tools that compile for them.

use std::path::{Path, PathBuf};

use crate::bare_metal;
use crate::run::{Invocation, python_packages, root};

/// Zig is a C compiler and a linker for all of the machines, and cargo-zigbuild passes it to cargo.
const ZIGBUILD: &str = "0.24.1";
const ZIG: &str = "0.15.1";

/// A machine, as Rust, Python's wheels and people call it.
pub(super) struct Machine {
    pub(super) target: &'static str,
    /// The platform tag of a wheel for the machine.
    pub(super) wheel: &'static str,
    /// Part of the names of other artefacts.
    pub(super) name: &'static str,
}

const fn machine(target: &'static str, wheel: &'static str, name: &'static str) -> Machine {
    Machine { target, wheel, name }
}

/// The machine of this build, whose artefacts can be run.
pub(super) const HOST: &Machine = &machine("x86_64-unknown-linux-gnu", "manylinux2014", "x86_64-linux");

/// The others: wheels are made for all, and static commands for those with musl.
pub(super) const OTHERS: [Machine; 3] = [
    machine("x86_64-unknown-linux-musl", "musllinux_1_2", "x86_64-linux-static"),
    machine("aarch64-unknown-linux-gnu", "manylinux2014", "aarch64-linux"),
    machine("aarch64-unknown-linux-musl", "musllinux_1_2", "aarch64-linux-static"),
];

impl Machine {
    /// Returns whether a program for the machine needs nothing of it but the kernel.
    pub(super) fn is_static(&self) -> bool {
        self.target.ends_with("-musl")
    }

    /// Returns whether the compiler has the standard library for the machine. If not, prints what is
    /// not made.
    pub(super) fn can_be_built(&self, what: &str) -> Result<bool, String> {
        let has_library = bare_metal::has_library(self.target)?;
        if !has_library {
            println!("NOT BUILT HERE: {what} for {0}; rustup target add {0}", self.target);
        }
        Ok(has_library)
    }
}

/// Returns a release build for a machine with Zig, whose results name no folder.
pub(super) fn build(machine: &Machine, folder: &Path) -> Result<Invocation, String> {
    let tools = tools()?;
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths([tools.clone()].into_iter().chain(std::env::split_paths(&path)));
    let build =
        Invocation::new(tools.join("cargo-zigbuild")).args(["zigbuild", "--release", "--locked", "--target", machine.target]);
    let wrapper = root().join("crates/xtask/src/release/rustc.sh");
    let build = build.args(["--target-dir"]).args([folder]).env("RUSTC_WRAPPER", wrapper).env("SMSC_ROOT", root());
    // The strip of this machine cannot read programs of others; the linker removes the symbols.
    let build = build.env("CARGO_PROFILE_RELEASE_STRIP", "symbols");
    Ok(build.env("PATH", path.map_err(|error| error.to_string())?))
}

/// Returns the folder of the tools.
fn tools() -> Result<PathBuf, String> {
    let folder = python_packages(&[("cargo-zigbuild", ZIGBUILD), ("ziglang", ZIG)], "cargo-zigbuild")?;
    Ok(folder.parent().unwrap_or(&folder).to_owned())
}
