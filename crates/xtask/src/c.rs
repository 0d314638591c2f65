//! The C library: built, installed as C people expect it, and its size.

use std::fs;
use std::path::{Path, PathBuf};

use crate::run::{Step, cargo, root, target_dir};

pub(crate) const MANIFEST: &str = "bindings/c/Cargo.toml";

/// The version in the library's manifest. It stands in a workspace of its own and so cannot inherit the others'; a test compares them.
pub(crate) fn version() -> Result<String, String> {
    let manifest = fs::read_to_string(root().join(MANIFEST)).map_err(|error| format!("{MANIFEST}: {error}"))?;
    let line = manifest.lines().find_map(|line| line.strip_prefix("version = \""));
    line.and_then(|line| line.strip_suffix('"')).map(str::to_owned).ok_or(format!("{MANIFEST}: no version"))
}

/// The number in the library's `SMSC_ABI`, after which the shared library is named.
fn abi() -> Result<String, String> {
    const SOURCE: &str = "bindings/c/src/version.rs";
    let source = fs::read_to_string(root().join(SOURCE)).map_err(|error| format!("{SOURCE}: {error}"))?;
    let line = source.lines().find_map(|line| line.strip_prefix("pub const SMSC_ABI: u32 = "));
    line.and_then(|line| line.strip_suffix(';')).map(str::to_owned).ok_or(format!("{SOURCE}: no SMSC_ABI"))
}

/// Builds the library, and gives the folder that it is in.
pub(crate) fn build(features: &[&str]) -> Result<PathBuf, String> {
    // Libraries have no names of their own for each set of features, so each has a folder.
    let target = target_dir().join(if features.is_empty() { "c" } else { "c-other" });
    cargo(["build", "--release", "--locked", "--manifest-path", MANIFEST, "--target-dir"]).args([&target]).args(features).run()?;
    Ok(target.join("release"))
}

/// Builds and installs it.
pub(crate) fn install_steps(prefix: PathBuf, destdir: Option<PathBuf>) -> Vec<Step> {
    vec![Step::check("install the C library", move || {
        install(&prefix, destdir.as_deref())?;
        println!("installed below {}; where the loader keeps a list of its libraries, it wants an ldconfig now", prefix.display());
        Ok(())
    })]
}

/// Puts headers, both libraries, the pkg-config file and the package for `CMake` below a prefix. `destdir` is put in front of every path, and stands in none of the files:
/// for who makes packages.
pub(crate) fn install(prefix: &Path, destdir: Option<&Path>) -> Result<(), String> {
    let built = build(&[])?;
    let version = version()?;
    let abi = abi()?;
    let prefix = std::path::absolute(prefix).map_err(|error| error.to_string())?;
    let place = match destdir {
        Some(destdir) => destdir.join(prefix.strip_prefix("/").unwrap_or(&prefix)),
        None => prefix.clone(),
    };
    let (include, lib) = (place.join("include"), place.join("lib"));
    for header in ["smsc_proto.h", "smsc_proto.hpp"] {
        put(&root().join("include").join(header), &include.join(header))?;
    }
    let shared = format!("libsmsc_proto.so.{version}");
    put(&built.join("libsmsc_proto.a"), &lib.join("libsmsc_proto.a"))?;
    put(&built.join("libsmsc_proto.so"), &lib.join(&shared))?;
    for name in [format!("libsmsc_proto.so.{abi}"), "libsmsc_proto.so".to_owned()] {
        link(&shared, &lib.join(name))?;
    }
    let filled = |template: &str| -> Result<String, String> {
        let path = root().join("bindings/c").join(template);
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(text.replace("@PREFIX@", &prefix.display().to_string()).replace("@VERSION@", &version))
    };
    write(&lib.join("pkgconfig/smsc_proto.pc"), &filled("smsc_proto.pc.in")?)?;
    for name in ["smsc_proto-config.cmake", "smsc_proto-config-version.cmake"] {
        write(&lib.join("cmake/smsc_proto").join(name), &filled(&format!("{name}.in"))?)?;
    }
    Ok(())
}

fn put(from: &Path, to: &Path) -> Result<(), String> {
    folder_of(to)?;
    // A file of the same name may be in use by a running program, which goes on with the old one.
    let aside = to.with_extension("new");
    let copied = fs::copy(from, &aside).and_then(|_| fs::rename(&aside, to));
    copied.map_err(|error| format!("{} to {}: {error}", from.display(), to.display()))
}

fn write(to: &Path, text: &str) -> Result<(), String> {
    folder_of(to)?;
    fs::write(to, text).map_err(|error| format!("{}: {error}", to.display()))
}

fn folder_of(path: &Path) -> Result<(), String> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
}

#[cfg(unix)]
fn link(to: &str, from: &Path) -> Result<(), String> {
    let _ = fs::remove_file(from);
    std::os::unix::fs::symlink(to, from).map_err(|error| format!("{}: {error}", from.display()))
}

#[cfg(not(unix))]
fn link(_: &str, from: &Path) -> Result<(), String> {
    Err(format!("{}: the library is installed on Unix alone so far", from.display()))
}
