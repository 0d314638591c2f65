//! The extension, built in folders of its own below `target`: phpize leaves much behind where it runs.

use std::fs;
use std::path::{Path, PathBuf};

use super::FOLDER;
use crate::c;
use crate::c_tests::sanitizer::Sanitizer;
use crate::run::{Invocation, root, target_dir};

/// What a checkout has beside the extension, for config.m4 and the tests.
const BESIDE: [&str; 5] = ["Cargo.toml", "crates", "include", "testdata", "bindings/c"];

/// A finding ends PHP.
const SANITIZERS: &str = "-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer";

/// The extension, built.
pub(super) struct Built {
    /// Its sources, and what was built of them.
    pub(super) folder: PathBuf,
}

impl Built {
    /// Builds it as somebody does who has a checkout and Rust.
    pub(super) fn with_cargo() -> Result<Self, String> {
        let built = Self::copied("checkout")?;
        built.configure(&[])?;
        Ok(built)
    }

    /// The one that an earlier step has built.
    pub(super) fn with_cargo_before() -> Result<Self, String> {
        let folder = place("checkout")?.join(FOLDER);
        Ok(Self { folder })
    }

    /// Builds it as somebody does who has the C library installed.
    pub(super) fn with_installed_library() -> Result<Self, String> {
        let built = Self::copied("installed")?;
        built.configure(&[format!("--with-smsc-proto={}", prefix()?.display())])?;
        Ok(built)
    }

    /// The sources in a checkout of their own, which has the project's other folders as links.
    fn copied(name: &str) -> Result<Self, String> {
        let checkout = place(name)?;
        let folder = checkout.join(FOLDER);
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for entry in fs::read_dir(&folder).map_err(|error| error.to_string())?.flatten() {
            // What cargo has built it looks through by itself, and that takes longest.
            if entry.file_name() != "cargo" {
                let path = entry.path();
                let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
                removed.map_err(|error| format!("{}: {error}", path.display()))?;
            }
        }
        let sources = format!("{}/.", root().join(FOLDER).display());
        Invocation::new("cp").args(["-R", &sources]).args([&folder]).run()?;
        for beside in BESIDE {
            let (to, from) = (root().join(beside), checkout.join(beside));
            let to = to.canonicalize().map_err(|error| format!("{}: {error}", to.display()))?;
            Invocation::new("ln").args(["-sfn"]).args([to, from]).run()?;
        }
        Ok(Self { folder })
    }

    /// Builds it so that sanitizers watch its own C, and `AddressSanitizer` the library's Rust as well.
    pub(super) fn with_sanitizers() -> Result<Self, String> {
        let prefix = place("usr-sanitized")?;
        c::install(&prefix, None)?;
        let (library, installed) = (Sanitizer::Address.build()?, prefix.join("lib/libsmsc_proto.a"));
        fs::copy(&library, &installed).map_err(|error| format!("{} to {}: {error}", library.display(), installed.display()))?;
        let built = Self::copied("sanitized")?;
        built.configure_with(SANITIZERS, &[format!("--with-smsc-proto={}", prefix.display())])?;
        Ok(built)
    }

    fn configure(&self, options: &[String]) -> Result<(), String> {
        self.configure_with("", options)
    }

    fn configure_with(&self, flags: &str, options: &[String]) -> Result<(), String> {
        const BUILD: &str = "cd \"$0\" && phpize && ./configure \"$@\" && \
                             make EXTRA_CFLAGS=\"-Wall -Wextra -Wno-unused-parameter -Werror $FLAGS\" EXTRA_LDFLAGS=\"$FLAGS\"";
        Invocation::new("sh").args(["-c", BUILD]).args([&self.folder]).args(options).env("FLAGS", flags).output().map(drop)
    }

    pub(super) fn module(&self) -> PathBuf {
        self.folder.join("modules/smsc_proto.so")
    }

    /// A PHP without ini files, and with the extension.
    pub(super) fn php(&self) -> Invocation {
        Invocation::new("php").args(["-n", "-d"]).args([format!("extension={}", self.module().display())])
    }

    /// Debian has no PHP with threads to run it in, but its headers can be told that it had.
    pub(super) fn compile_for_threads(&self) -> Result<(), String> {
        let flags = Invocation::new("php-config").args(["--includes"]).output()?;
        for source in sources(&self.folder)? {
            Invocation::new("gcc")
                .args(["-fsyntax-only", "-Wall", "-Werror", "-DZTS=1", "-DHAVE_CONFIG_H", "-I"])
                .args([&self.folder, Path::new("-I"), &root().join("include")])
                .args(flags.split_whitespace())
                .args([source])
                .run()?;
        }
        Ok(())
    }
}

fn sources(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let files = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let paths = files.flatten().map(|entry| entry.path());
    Ok(paths.filter(|path| path.extension().is_some_and(|extension| extension == "c")).collect())
}

fn place(name: &str) -> Result<PathBuf, String> {
    std::path::absolute(root().join(target_dir()).join("php").join(name)).map_err(|error| error.to_string())
}

/// Where the C library is installed, for those who want it so.
pub(super) fn prefix() -> Result<PathBuf, String> {
    let prefix = place("usr")?;
    c::install(&prefix, None)?;
    Ok(prefix)
}
