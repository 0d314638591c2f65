//! How programs and libraries that are given out are built and installed: the same bytes in any
//! folder, with the licences of all that is in them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::run::{Invocation, Step, at, cargo, read, root, target_dir, write};

/// The place of an installation.
#[derive(Debug, clap::Args)]
pub(crate) struct Place {
    /// The folder that it will be used from
    #[arg(long, value_name = "DIR", default_value = "/usr/local")]
    prefix: PathBuf,
    /// A folder before every path, for packaging
    #[arg(long, value_name = "DIR")]
    destdir: Option<PathBuf>,
}

impl Place {
    /// Returns the absolute path of the prefix.
    pub(crate) fn prefix(&self) -> Result<PathBuf, String> {
        std::path::absolute(&self.prefix).map_err(at(&self.prefix))
    }

    /// Returns the folder for the files below a prefix.
    pub(crate) fn folder(&self) -> Result<PathBuf, String> {
        let prefix = self.prefix()?;
        let Some(folder) = &self.destdir else { return Ok(prefix) };
        Ok(std::path::absolute(folder).map_err(at(folder))?.join(prefix.strip_prefix("/").unwrap_or(&prefix)))
    }
}

/// Returns a build of the sources in a folder, whose path is in nothing that is built. The folder
/// of the results must be for such builds alone, because cargo does not notice the difference.
pub(crate) fn build(sources: &Path) -> Invocation {
    let wrapper = root().join("crates/xtask/src/release/rustc.sh");
    let build = cargo(["build", "--release", "--locked"]).folder(sources);
    build.env("RUSTC_WRAPPER", wrapper).env("SMSC_ROOT", sources)
}

/// Builds the command `smsc` and installs it.
pub(crate) fn install_smsc(place: Place) -> Vec<Step> {
    vec![Step::check("install the command", move || {
        let folder = place.folder()?;
        smsc(&folder)?;
        println!("installed below {}", folder.display());
        Ok(())
    })]
}

/// Builds the command, puts it below a folder with its man pages, and returns its path.
pub(crate) fn smsc(folder: &Path) -> Result<PathBuf, String> {
    let target = target_dir().join("smsc");
    build(root()).args(["--package", "smsc-cli", "--target-dir"]).args([&target]).run()?;
    let program = folder.join("bin/smsc");
    put(&target.join("release/smsc"), &program)?;
    put_licences(folder, "smsc", "crates/smsc-cli")?;
    let pages = cargo(["run", "--quiet", "--locked", "--package", "smsc-cli", "--example", "man", "--"]);
    pages.args([folder.join("share/man/man1")]).run()?;
    Ok(program)
}

/// Puts the licences of the project, and those of all that is linked into an artefact, below a
/// prefix.
pub(crate) fn put_licences(prefix: &Path, artefact: &str, source: &str) -> Result<(), String> {
    let folder = prefix.join("share/licenses").join(artefact);
    let texts = ["LICENSE-MIT".to_owned(), "LICENSE-APACHE".to_owned(), format!("{source}/THIRD-PARTY.txt")];
    texts.iter().try_for_each(|file| write(folder.join(Path::new(file).file_name().unwrap_or_default()), &read(file)?))
}

/// Copies a file. A program that is running with an older file of this name keeps it.
pub(crate) fn put(from: &Path, to: &Path) -> Result<(), String> {
    let aside = to.with_extension("new");
    let folder = to.parent().unwrap_or(to);
    fs::create_dir_all(folder).and_then(|()| fs::copy(from, &aside)).and_then(|_| fs::rename(&aside, to)).map_err(at(to))
}

/// Fails if a file contains the path of the project, or of the home of whoever built it.
pub(crate) fn names_no_folder(file: &Path) -> Result<(), String> {
    let content = fs::read(file).map_err(at(file))?;
    let home = std::env::home_dir().ok_or("the home folder is unknown")?;
    for folder in [root(), &home] {
        // A short one, like `/`, would be found by chance.
        if folder.as_os_str().len() > 4 && names(&content, folder.as_os_str().as_encoded_bytes()) {
            return Err(format!("{} contains the path {}", file.display(), folder.display()));
        }
    }
    Ok(())
}

/// Returns whether a file contains a path. Texts of a program are one after the other: `/root` in `://roots`
/// is no path.
fn names(content: &[u8], path: &[u8]) -> bool {
    let is_end = |at: usize| content.get(at).is_none_or(|byte| !byte.is_ascii_alphanumeric());
    content.windows(path.len()).enumerate().any(|(at, window)| window == path && is_end(at + path.len()))
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_path_ends_with_its_name() {
        for content in ["/home/me", "at /home/me/src", "/home/me\0", "/home/mex /home/me:"] {
            assert!(names(content.as_bytes(), b"/home/me"), "{content}");
        }
        for content in ["/home/m", "://home/mesh", ""] {
            assert!(!names(content.as_bytes(), b"/home/me"), "{content}");
        }
    }
}
