//! The public items of the libraries, one a line, committed: whatever changes them is seen, and meant.

use std::fs;
use std::path::{Path, PathBuf};

use public_api::Builder;

use crate::run::{Invocation, Step, cargo, root, target_dir};

const PACKAGES: [&str; 2] = ["smsc-proto", "sms-outcome"];
/// A compiler whose rustdoc writes what the crate `public-api` reads, where the one in use writes something else.
const COMPILER: &str = "1.95.0";

/// Makes the lists.
pub(crate) fn write() -> Vec<Step> {
    vec![Step::check("lists of the public API", || {
        for package in PACKAGES {
            let path = committed(package);
            fs::create_dir_all(path.parent().unwrap_or(&path)).map_err(|error| error.to_string())?;
            fs::write(&path, list(package)?).map_err(|error| format!("{}: {error}", path.display()))?;
        }
        Ok(())
    })]
}

fn committed(package: &str) -> PathBuf {
    root().join("docs/public-api").join(format!("{package}.txt"))
}

/// All public items with all features. What the compiler adds by itself (`Send`, blanket implementations) is left out: that differs between compilers.
fn list(package: &str) -> Result<String, String> {
    let read = |json: &Path| {
        let items = Builder::from_rustdoc_json(json).omit_blanket_impls(true).omit_auto_trait_impls(true).build();
        items.map(|api| api.items().flat_map(|item| [item.to_string(), "\n".to_owned()]).collect::<String>())
    };
    let json = document(cargo([]), package)?;
    if let Ok(list) = read(&json) {
        return Ok(list);
    }
    let other = document(Invocation::new("rustup").args(["run", COMPILER, "cargo"]), package).map_err(|error| {
        format!("{error}\nneeded and not here; install with: rustup toolchain install {COMPILER} --profile minimal")
    })?;
    read(&other).map_err(|error| format!("{}: {error}", other.display()))
}

/// What rustdoc has for programs to read; that is not stable.
fn document(cargo: Invocation, package: &str) -> Result<PathBuf, String> {
    let target = std::path::absolute(root().join(target_dir()).join("public-api")).map_err(|error| error.to_string())?;
    cargo
        .args(["rustdoc", "--quiet", "--locked", "--lib", "--all-features", "--package", package, "--target-dir"])
        .args([&target])
        .args(["--", "-Zunstable-options", "--output-format", "json", "--cap-lints", "allow"])
        .env("RUSTC_BOOTSTRAP", "1")
        .run()?;
    Ok(target.join("doc").join(format!("{}.json", package.replace('-', "_"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines that are in one of them alone.
    fn differences(old: &str, new: &str) -> String {
        let alone = |lines: &str, others: &str, sign: &str| -> String {
            lines.lines().filter(|line| !others.lines().any(|other| other == *line)).flat_map(|line| [sign, line, "\n"]).collect()
        };
        alone(old, new, "- ") + &alone(new, old, "+ ")
    }

    #[test]
    fn the_public_api_is_that_which_is_committed() {
        for package in PACKAGES {
            let old = fs::read_to_string(committed(package)).unwrap();
            let new = list(package).unwrap();
            let differences = differences(&old, &new);
            assert!(old == new, "{package}:\n{differences}If that is meant, make the lists again with: cargo xtask public-api");
        }
    }
}
