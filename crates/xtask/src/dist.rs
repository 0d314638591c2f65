//! `cargo xtask dist`: makes all that a release gives out, from what is committed, and tries it.
//!
//! The command checks the last commit out into `target/dist-source`, and runs itself once more, with
//! that folder as the project's root. So nothing that is not committed can get into an artefact, and
//! the builds of the checkout are not touched.

mod archive;
mod c;
mod check;
mod checklist;
mod crates;
mod deb;
mod pecl;
mod php;
mod python;
mod sbom;
mod smsc;
mod source;
mod sums;
mod targets;

use std::path::PathBuf;

use crate::run::{Step, emptied, read, target_dir};
use crate::web;

/// What is done with the artefacts.
#[derive(Debug, clap::Args)]
pub(crate) struct What {
    /// Try the artefacts of the last run: install each into a fresh root, and run its example
    #[arg(long)]
    check: bool,
    /// Build the artefacts of the sources that are in the project's root
    #[arg(long, hide = true, conflicts_with = "check")]
    committed: bool,
}

/// Returns the steps that make the artefacts, or that try them.
pub(crate) fn steps(what: &What) -> Vec<Step> {
    match what {
        What { check: true, .. } => check::steps(&target_dir().join("dist")),
        What { committed: true, .. } => build(),
        _ => vec![Step::check("release", || {
            source::run_committed(&["dist", "--committed"])?;
            checklist::print()
        })],
    }
}

/// Returns the step that prints what a release takes.
pub(crate) fn checklist() -> Vec<Step> {
    vec![Step::check("checklist", checklist::print)]
}

/// Returns the steps that make the artefacts. What others are made of comes first.
fn build() -> Vec<Step> {
    let mut steps = vec![Step::check("folder of the artefacts", || emptied(&out()))];
    steps.extend(web::steps());
    steps.extend([
        Step::check("crates", crates::make),
        Step::check("the C library", c::make),
        Step::check("sources of the PHP extension", php::make),
        Step::check("the command", smsc::make),
        Step::check("packages for Debian", deb::make),
        Step::check("static commands", smsc::make_static),
        Step::check("wheels and sdist", python::make),
        Step::check("lists of what is linked in", sbom::make),
        Step::check("checksums", || sums::make(&out())),
    ]);
    steps
}

/// Returns the folder of the artefacts, which is beside that of their builds.
fn out() -> PathBuf {
    target_dir().with_file_name("dist")
}

/// Returns the folder for what an artefact is packed from.
fn stage(name: &str) -> PathBuf {
    target_dir().join("stage").join(name)
}

/// Returns the version of everything, which is in the workspace's manifest.
fn version() -> Result<String, String> {
    version_in(&read("Cargo.toml")?).ok_or_else(|| "Cargo.toml: expected the version of the workspace".to_owned())
}

fn version_in(manifest: &str) -> Option<String> {
    let (_, package) = manifest.split_once("[workspace.package]\n")?;
    let line = package.lines().take_while(|line| !line.starts_with('[')).find_map(|line| line.strip_prefix("version = \""))?;
    line.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_workspace() {
        assert_eq!(version().as_deref(), Ok(env!("CARGO_PKG_VERSION")));
        assert_eq!(version_in("version = \"1\"\n[workspace.package]\nedition = \"2024\"\nversion = \"2\"\n").as_deref(), Some("2"));
        assert_eq!(version_in("[workspace.package]\nedition = \"2024\"\n[a]\nversion = \"2\"\n"), None);
    }
}
