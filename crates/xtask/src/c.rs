//! The C library: built, installed with pkg-config and `CMake` files, and tested by the programs of
//! bindings/c/tests.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::header;
use crate::release::{self, Place, put};
use crate::run::{Invocation, Step, at, cargo, emptied, read, root, target_dir, write};
use crate::secrets;

pub(crate) const MANIFEST: &str = "bindings/c/Cargo.toml";

/// The builds of the tests, as bindings/c/tests/CMakePresets.json names them: those that every change has to
/// pass, and the others: of the same kinds, or with less in the library.
const PRESETS: [&str; 3] = ["gcc", "gcc-address", "clang-threads"];
const OTHER_PRESETS: [&str; 5] = ["clang", "clang-sanitizers", "gcc-sanitizers", "gcc-threads", "without-texts"];

/// A way to build the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Variant {
    /// As it is released
    Released,
    /// With `AddressSanitizer` in its Rust, for a program that has it as well (`x86_64` Linux)
    Address,
    /// With `ThreadSanitizer` in its Rust, for a program that has it as well (`x86_64` Linux)
    Thread,
    /// Without the names of codes and the texts of results
    WithoutTexts,
}

/// The build that is installed, and its folder.
#[derive(Debug, clap::Args)]
pub(crate) struct Install {
    #[command(flatten)]
    place: Place,
    /// How the library is built
    #[arg(long, value_enum, default_value = "released")]
    variant: Variant,
}

/// Checks bindings/c and the headers.
pub(crate) fn steps() -> Vec<Step> {
    [short(), rest()].into_iter().flatten().collect()
}

/// Returns the checks that every change has to pass.
pub(crate) fn short() -> Vec<Step> {
    let manifest = ["--manifest-path", MANIFEST];
    let lints = |features: &[&str]| {
        let folder = target_dir().join("c");
        let clippy = cargo(["clippy", "--locked", "--target-dir"]).args([folder]).args(manifest);
        clippy.args(features).args(["--", "--deny", "warnings"])
    };
    let mut steps = vec![
        header::check(),
        Step::run("formatting of the C library", cargo(["fmt", "--check"]).args(manifest)),
        Step::run("lints of the C library", lints(&[])),
        Step::run("lints of the C library without texts", lints(&["--no-default-features"])),
    ];
    steps.extend(PRESETS.map(tests));
    steps
}

/// Returns the other builds of the tests.
pub(crate) fn rest() -> Vec<Step> {
    OTHER_PRESETS.map(tests).into()
}

fn tests(preset: &'static str) -> Step {
    Step::check(format!("C tests: {preset}"), move || {
        let cmake = Invocation::new("cmake").args(["--workflow", "--preset", preset]);
        cmake.folder(root().join("bindings/c/tests")).run_searched()?;
        // What the programs printed: ctest shows it of those that failed alone.
        let folder = root().join("target/c-tests").join(preset);
        secrets::search(&read(folder.join("Testing/Temporary/LastTest.log"))?)
    })
}

/// Builds the library, and returns the folder that it is in.
fn build(variant: Variant) -> Result<PathBuf, String> {
    // The library has the same name in every build, so each build has a folder of its own.
    let folder = match variant {
        Variant::Released => "c-released",
        Variant::WithoutTexts => "c-without-texts",
        Variant::Address => "c-address",
        Variant::Thread => "c-thread",
    };
    build_in(root(), variant, &target_dir().join(folder))
}

/// Builds the library from a copy of its sources below a folder, and returns the folder that it is
/// in.
fn build_in(sources: &Path, variant: Variant, target: &Path) -> Result<PathBuf, String> {
    const MACHINE: &str = "x86_64-unknown-linux-gnu";
    let flags = match variant {
        Variant::Released | Variant::WithoutTexts => None,
        Variant::Address => Some("-Zsanitizer=address"),
        // Rust's own core library is not instrumented, and shares nothing between threads.
        Variant::Thread => Some("-Zsanitizer=thread -Cunsafe-allow-abi-mismatch=sanitizer"),
    };
    let mut build = release::build(sources).args(["--manifest-path", MANIFEST, "--target-dir"]).args([target]);
    if variant == Variant::WithoutTexts {
        build = build.args(["--no-default-features"]);
    }
    let Some(flags) = flags else {
        build.run()?;
        return Ok(target.join("release"));
    };
    if !cfg!(all(target_arch = "x86_64", target_os = "linux")) {
        return Err(format!("the C library can be built with a sanitizer on {MACHINE} alone so far; run this there"));
    }
    // The flags are those of a nightly compiler; the variable makes any compiler accept them. With
    // a named target they do not apply to build scripts.
    build.args(["--target", MACHINE]).env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", flags).run()?;
    Ok(target.join(MACHINE).join("release"))
}

/// Builds and installs the library by the options of the command line.
pub(crate) fn install_steps(Install { place, variant }: Install) -> Vec<Step> {
    vec![Step::check("install the C library", move || {
        let prefix = place.prefix()?;
        install_as(variant, &prefix, &place.folder()?, "lib")?;
        println!("installed below {}; where the loader keeps a list of its libraries, run ldconfig now", prefix.display());
        Ok(())
    })]
}

/// Builds and installs the library below a prefix, which is an absolute path.
pub(crate) fn install(variant: Variant, prefix: &Path) -> Result<(), String> {
    install_as(variant, prefix, prefix, "lib")
}

/// Puts headers, both libraries, the pkg-config file, the package for `CMake` and the licences
/// below a folder, and the libraries in the folder `lib` below it. The files name the prefix.
pub(crate) fn install_as(variant: Variant, prefix: &Path, place: &Path, lib: &str) -> Result<(), String> {
    let built = build(variant)?;
    let version = version()?;
    // From the libraries to the prefix, for CMake.
    let up = lib.split('/').map(|_| "..").collect::<Vec<_>>().join("/");
    let values =
        [("@PREFIX@", prefix.display().to_string()), ("@VERSION@", version.clone()), ("@LIB@", lib.to_owned()), ("@UP@", up)];
    let (include, lib) = (place.join("include"), place.join(lib));
    for header in ["smsc_proto.h", "smsc_proto.hpp"] {
        write(include.join(header), &read(format!("include/{header}"))?)?;
    }
    for (template, folder) in [
        ("smsc_proto.pc", "pkgconfig"),
        ("smsc_proto-config.cmake", "cmake/smsc_proto"),
        ("smsc_proto-config-version.cmake", "cmake/smsc_proto"),
    ] {
        let text = read(format!("bindings/c/{template}.in"))?;
        let filled = values.iter().fold(text, |text, (name, value)| text.replace(name, value));
        write(lib.join(folder).join(template), &filled)?;
    }
    let shared = format!("libsmsc_proto.so.{version}");
    put(&built.join("libsmsc_proto.a"), &lib.join("libsmsc_proto.a"))?;
    put(&built.join("libsmsc_proto.so"), &lib.join(&shared))?;
    link(&shared, &lib.join(format!("libsmsc_proto.so.{}", abi()?)))?;
    link(&shared, &lib.join("libsmsc_proto.so"))?;
    // Links to pages that are not installed lead to the project.
    let project = format!("]({}/blob/main/", value("Cargo.toml", "repository = \"", "\"")?);
    for page in ["c-abi.md", "protocol.md", "outcomes.md"] {
        let text = read(format!("docs/{page}"))?.replace("](../", &project);
        write(place.join("share/doc/libsmsc_proto").join(page), &text)?;
    }
    release::put_licences(place, "libsmsc_proto", "bindings/c")
}

/// Fails if an installed library names a folder of this machine, or would have other bytes if it
/// had been built from sources in another folder.
pub(crate) fn is_same_from_any_folder(prefix: &Path) -> Result<(), String> {
    let elsewhere = target_dir().join("elsewhere");
    emptied(&elsewhere)?;
    let sources = ["Cargo.toml", "Cargo.lock", "build.rs", "layout.txt", "src"].map(|name| format!("bindings/c/{name}"));
    Invocation::new("cp").args(["-R", "--parents", "Cargo.toml", "crates"]).args(sources).args([&elsewhere]).run()?;
    let other = build_in(&elsewhere, Variant::Released, &elsewhere.join("target"))?;
    for name in ["libsmsc_proto.a", "libsmsc_proto.so"] {
        let installed = prefix.join("lib").join(name);
        release::names_no_folder(&installed)?;
        let bytes = |path: &Path| fs::read(path).map_err(at(path));
        if bytes(&installed)? != bytes(&other.join(name))? {
            return Err(format!("{name} is another one if it is built in {}", elsewhere.display()));
        }
    }
    Ok(())
}

#[cfg(unix)]
pub(crate) fn link(to: &str, from: &Path) -> Result<(), String> {
    let _ = fs::remove_file(from);
    std::os::unix::fs::symlink(to, from).map_err(at(from))
}

#[cfg(not(unix))]
pub(crate) fn link(_: &str, from: &Path) -> Result<(), String> {
    Err(format!("{}: the library can be installed on Unix alone so far", from.display()))
}

/// Returns the version in the library's manifest, which is in a workspace of its own and cannot
/// inherit the others'; a test compares them.
pub(crate) fn version() -> Result<String, String> {
    value(MANIFEST, "version = \"", "\"")
}

/// Returns the number in the library's `SMSC_ABI`, after which the shared library is named.
pub(crate) fn abi() -> Result<String, String> {
    value("bindings/c/src/version.rs", "pub const SMSC_ABI: u32 = ", ";")
}

/// Returns the text between `start` and `end` in the first line that has both.
fn value(file: &str, start: &str, end: &str) -> Result<String, String> {
    let text = read(file)?;
    let found = text.lines().find_map(|line| line.strip_prefix(start)?.strip_suffix(end));
    found.map(str::to_owned).ok_or_else(|| format!("{file}: no line starts with {start}"))
}
