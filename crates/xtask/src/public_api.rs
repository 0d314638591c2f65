//! The committed lists of the public items of the libraries: a change of the public API shows in
//! them.

use std::path::{Path, PathBuf};

use public_api::Builder;

use crate::run::{self, Invocation, Step, cargo, target_dir};

const PACKAGES: [&str; 2] = ["smsc-proto", "sms-outcome"];
/// A compiler whose rustdoc writes the format that the crate `public-api` reads, for when the one
/// in use writes another.
pub(crate) const COMPILER: &str = "1.95.0";

/// Writes the lists.
pub(crate) fn write() -> Vec<Step> {
    vec![Step::check("lists of the public API", || {
        PACKAGES.into_iter().try_for_each(|package| run::write(committed(package), &list(package)?))
    })]
}

fn committed(package: &str) -> String {
    format!("docs/public-api/{package}.txt")
}

/// Returns all public items with all features. Items that the compiler adds by itself (`Send`,
/// blanket implementations) are left out, because they differ between compilers.
fn list(package: &str) -> Result<String, String> {
    let read = |json: &Path| {
        let items = Builder::from_rustdoc_json(json).omit_blanket_impls(true).omit_auto_trait_impls(true).build();
        items.map(|api| api.items().flat_map(|item| [item.to_string(), "\n".to_owned()]).collect::<String>())
    };
    if let Ok(list) = read(&document(cargo([]), package)?) {
        return Ok(list);
    }
    let other = document(Invocation::new("rustup").args(["run", COMPILER, "cargo"]), package)
        .map_err(|error| format!("{error}\nInstall that compiler: rustup toolchain install {COMPILER} --profile minimal"))?;
    read(&other).map_err(run::at(&other))
}

/// Runs rustdoc with its unstable JSON output, and returns the file.
fn document(cargo: Invocation, package: &str) -> Result<PathBuf, String> {
    let target = target_dir().join("public-api");
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

    #[test]
    fn the_public_api_is_that_which_is_committed() {
        for package in PACKAGES {
            let (old, new) = (run::read(committed(package)).unwrap(), list(package).unwrap());
            let alone = |text: &str, other: &str| -> Vec<String> {
                text.lines().filter(|line| !other.lines().any(|own| own == *line)).map(str::to_owned).collect()
            };
            let (gone, added) = (alone(&old, &new), alone(&new, &old));
            assert!(
                old == new,
                "{package}: gone {gone:#?}, added {added:#?}\nIf that is meant, make the lists again: cargo xtask public-api"
            );
        }
    }
}
