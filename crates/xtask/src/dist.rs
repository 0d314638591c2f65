//! `cargo xtask dist`: makes all files of a release, from what is committed, and tries it.
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

use clap::ValueEnum;

pub(crate) use archive::unpack;
pub(crate) use crates::{in_order as published, is_complete};

use crate::release::put;
use crate::run::{Step, emptied, read, target_dir};
use crate::web;

/// The options of `dist`.
#[derive(Debug, clap::Args)]
pub(crate) struct What {
    /// Try the artefacts of the last run: install each into a fresh root, and run its example
    #[arg(long)]
    check: bool,
    /// Build the artefacts of the sources that are in the project's root
    #[arg(long, hide = true, conflicts_with = "check")]
    committed: bool,
    /// Make or try these parts alone, and leave the others as they are; all of them if none is named
    #[arg(value_enum)]
    parts: Vec<Part>,
}

/// A part of a release, in the order in which they are made: what others are made of comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// The page
    Page,
    /// The packages for crates.io
    Crates,
    /// The C library
    C,
    /// The PHP packages
    Php,
    /// The command, as it is in the next two
    Smsc,
    /// The packages for Debian
    Deb,
    /// The static commands
    Static,
    /// The wheels and the sdist
    Python,
    /// The lists of what is linked in
    Sbom,
}

/// Returns the steps that make the artefacts, or that try them.
pub(crate) fn steps(what: What) -> Vec<Step> {
    let What { check, committed, parts } = what;
    if check {
        return check::steps(&target_dir().join("dist"), &parts);
    }
    if committed {
        return build(&parts);
    }
    vec![Step::check("release", move || {
        let named = parts.iter().filter_map(ValueEnum::to_possible_value).map(|part| part.get_name().to_owned());
        source::run_committed(["dist", "--committed"].map(str::to_owned).into_iter().chain(named))?;
        checklist::print()
    })]
}

/// Returns the step that prints what a release takes.
pub(crate) fn checklist() -> Vec<Step> {
    vec![Step::check("checklist", checklist::print)]
}

/// Returns the steps that make these parts, or all.
fn build(parts: &[Part]) -> Vec<Step> {
    let mut steps = Vec::new();
    if parts.is_empty() {
        steps.push(Step::check("folder of the artefacts", || emptied(&out())));
    }
    for part in Part::value_variants().iter().filter(|part| parts.is_empty() || parts.contains(part)) {
        match part {
            Part::Page => {
                steps.extend(web::steps());
                steps.push(Step::check("copy of the page", || put(&target_dir().join("web/smsc.html"), &out().join("smsc.html"))));
            }
            Part::Crates => steps.push(Step::check("crates", crates::make)),
            Part::C => steps.push(Step::check("the C library", c::make)),
            Part::Php => steps.push(Step::check("PHP packages", php::make)),
            Part::Smsc => steps.push(Step::check("the command", smsc::make)),
            Part::Deb => steps.push(Step::check("packages for Debian", deb::make)),
            Part::Static => steps.push(Step::check("static commands", smsc::make_static)),
            Part::Python => steps.push(Step::check("wheels and sdist", python::make)),
            Part::Sbom => steps.push(Step::check("lists of what is linked in", sbom::make)),
        }
    }
    steps.push(Step::check("checksums", || sums::make(&out())));
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
