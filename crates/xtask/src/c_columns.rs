//! The C library of the columns: built, and tested by the program in bindings/c-columns/tests.

use std::fs;
use std::path::Path;

use crate::c::{link, version};
use crate::release::{self, put};
use crate::run::{Invocation, Step, at, cargo, read, root, target_dir, write};

const FOLDER: &str = "bindings/c-columns";
pub(crate) const MANIFEST: &str = "bindings/c-columns/Cargo.toml";

/// The compilers of the program, with their options.
const BUILDS: [(&str, &str, &[&str]); 3] = [
    ("gcc", "valgrind", &["-std=c99", "-pedantic"]),
    ("gcc-address", "", &["-std=c99", "-pedantic", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"]),
    ("shared", "", &["-std=c11"]),
];

/// Checks bindings/c-columns.
pub(crate) fn steps() -> Vec<Step> {
    let manifest = ["--locked", "--manifest-path", MANIFEST, "--target-dir"];
    let in_folder = |command: &str| cargo([command]).args(manifest).args([target_dir().join("c-columns")]);
    let mut steps = vec![
        Step::run("formatting of the C library of the columns", cargo(["fmt", "--check", "--manifest-path", MANIFEST])),
        Step::run("lints of the C library of the columns", in_folder("clippy").args(["--", "--deny", "warnings"])),
        Step::run("the C library of the columns", in_folder("build")),
        Step::run("the header of the columns in C++", header()),
    ];
    steps.extend(BUILDS.map(|(name, runner, options)| {
        Step::check(format!("C program that reads columns: {name}"), move || test(name, runner, options))
    }));
    steps
}

/// Builds the library for release, and puts it below a folder with its header, its file for pkg-config, which
/// names the prefix, and the licences.
pub(crate) fn install(prefix: &str, place: &Path, version: &str) -> Result<(), String> {
    let target = target_dir().join("c-columns-released");
    release::build(root()).args(["--manifest-path", MANIFEST, "--target-dir"]).args([&target]).run()?;
    let (built, lib) = (target.join("release"), place.join("lib"));
    let shared = format!("libsmsc_columns.so.{version}");
    put(&built.join("libsmsc_columns.a"), &lib.join("libsmsc_columns.a"))?;
    put(&built.join("libsmsc_columns.so"), &lib.join(&shared))?;
    link(&shared, &lib.join(soname(version)?))?;
    link(&shared, &lib.join("libsmsc_columns.so"))?;
    let header = "include/smsc_columns.h";
    write(place.join(header), &read(format!("{FOLDER}/{header}"))?)?;
    let template = read(format!("{FOLDER}/smsc_columns.pc.in"))?;
    write(lib.join("pkgconfig/smsc_columns.pc"), &template.replace("@PREFIX@", prefix).replace("@VERSION@", version))?;
    release::put_licences(place, "libsmsc_columns", FOLDER)
}

/// Returns the name that the shared library has in programs, of which build.rs says the same.
fn soname(version: &str) -> Result<String, String> {
    let (minor, _) = version.rsplit_once('.').ok_or_else(|| format!("{version}: expected a version of three numbers"))?;
    Ok(format!("libsmsc_columns.so.{minor}"))
}

/// Compiles the header alone, as C++.
fn header() -> Invocation {
    let header = root().join(FOLDER).join("include/smsc_columns.h");
    Invocation::new("g++").args(["-Wall", "-Wextra", "-Werror", "-pedantic", "-fsyntax-only", "-x", "c++"]).args([header])
}

/// Compiles the program, runs it, and compares what it prints.
fn test(name: &str, runner: &str, options: &[&str]) -> Result<(), String> {
    let library = target_dir().join("c-columns/debug");
    let folder = target_dir().join("c-columns").join(name);
    fs::create_dir_all(&folder).map_err(at(&folder))?;
    let (sources, program) = (root().join(FOLDER), folder.join("consumer"));
    let gcc = Invocation::new("gcc").args(["-g", "-Wall", "-Wextra", "-Werror"]).args(options).args(["-I"]);
    let gcc = gcc.args([sources.join("include"), sources.join("tests/consumer.c")]).args(["-o"]).args([&program]);
    let gcc = if name == "shared" { linked(gcc, &library)? } else { gcc.args([library.join("libsmsc_columns.a")]) };
    gcc.args(["-lpthread", "-ldl", "-lm"]).run()?;
    let run = match runner {
        "valgrind" => {
            let known = format!("--suppressions={}", sources.join("tests/valgrind.supp").display());
            Invocation::new("valgrind").args(["--quiet", "--error-exitcode=9", "--leak-check=full", &known]).args([&program])
        }
        _ => Invocation::new(&program),
    };
    let printed = run.args([&folder]).errors_shown().output()?;
    let expected = read(sources.join("tests/expected.txt"))?.replace("FOLDER", &folder.display().to_string());
    if printed == expected { Ok(()) } else { Err(format!("expected:\n{expected}\nprinted:\n{printed}")) }
}

/// Links the shared library, which is found where it was built.
fn linked(gcc: Invocation, library: &Path) -> Result<Invocation, String> {
    link("libsmsc_columns.so", &library.join(soname(&version()?)?))?;
    let gcc = gcc.args(["-L"]).args([library]).args([format!("-Wl,-rpath,{}", library.display())]).args(["-lsmsc_columns"]);
    Ok(gcc)
}
