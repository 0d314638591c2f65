//! Making and trying what is given out: the packages for crates.io, the C library, the command.

use crate::run::{Step, cargo, emptied, read, target_dir, write};
use crate::{c, dist, release, web};

/// Returns all checks of what is given out.
pub(crate) fn steps() -> Vec<Step> {
    let installed = target_dir().join("installed");
    let (of_c, of_smsc) = (installed.join("c"), installed.join("smsc"));
    let mut steps = web::steps();
    steps.extend([
        Step::check("packages for crates.io", packages),
        Step::check("the C library is the same from any folder", move || {
            c::install(c::Variant::Released, &of_c)?;
            c::is_same_from_any_folder(&of_c)
        }),
        Step::check("the command names no folder", move || release::names_no_folder(&release::smsc(&of_smsc)?)),
    ]);
    steps
}

/// Packs every crate that is published, unpacks them, and runs their tests without the rest of the
/// project.
fn packages() -> Result<(), String> {
    let (made, unpacked) = (target_dir().join("packages"), target_dir().join("unpacked"));
    let crates = dist::published()?;
    let selected = crates.iter().flat_map(|(name, _)| ["--package", name]);
    emptied(&made)?;
    // Compiled below, with the tests. Changes need not be committed to be checked.
    let options = ["--locked", "--allow-dirty", "--no-verify", "--quiet", "--target-dir"];
    cargo(["package"]).args(selected).args(options).args([&made]).run()?;
    emptied(&unpacked)?;
    for (name, version) in &crates {
        let file = made.join(format!("package/{name}-{version}.crate"));
        dist::unpack(&file, &unpacked)?;
        dist::is_complete(&unpacked.join(format!("{name}-{version}")))?;
    }
    // They need each other, and are not on crates.io yet. All else is of the project's versions.
    let paths: Vec<_> = crates.iter().map(|(name, version)| format!("{name} = {{ path = \"{name}-{version}\" }}\n")).collect();
    let workspace = format!("[workspace]\nresolver = \"3\"\nmembers = [\"*-*\"]\n[patch.crates-io]\n{}", paths.concat());
    write(unpacked.join("Cargo.toml"), &workspace)?;
    write(unpacked.join("Cargo.lock"), &read("Cargo.lock")?)?;
    crates.iter().try_for_each(|(name, _)| {
        let test = cargo(["test", "--quiet", "--all-features", "--package", name, "--target-dir"]);
        test.args([target_dir().join("unpacked-target")]).folder(&unpacked).run()
    })
}
