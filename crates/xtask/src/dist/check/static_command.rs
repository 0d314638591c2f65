//! The static command, in a root that has nothing but it.

use std::path::{Path, PathBuf};

use super::super::{archive, smsc, targets};
use super::{compare, examples, place};
use crate::release::put;
use crate::run::{Invocation, emptied, write};

/// Runs the first examples of docs/start.md; and those for the other processor, if they can be run.
pub(super) fn check(dist: &Path) -> Result<(), String> {
    let commands = examples::commands("## The command line")?;
    // Without a shell, those that are the command alone, and what it reads.
    let reply = "20,1760080219,6\n";
    let of = |start: &str| {
        let found = commands.iter().find(|(command, _)| command.starts_with(start));
        found.map(|(_, printed)| printed.clone()).ok_or_else(|| format!("docs/start.md: expected {start}"))
    };
    for machine in targets::OTHERS.iter().filter(|machine| machine.is_static()) {
        let name = smsc::name(machine)?;
        if !dist.join(format!("{name}.tar.gz")).exists() {
            println!("NOT TRIED HERE: {name}, which was not built");
            continue;
        }
        let folder = place("static");
        let program = unpacked_for(machine, dist, &folder)?;
        let empty = place("empty");
        emptied(&empty)?;
        put(&program, &empty.join("smsc"))?;
        let input = place("reply.txt");
        write(&input, reply)?;
        let is_own = machine.target.starts_with(std::env::consts::ARCH);
        let run = |args: &[&str]| {
            let command = if is_own {
                Invocation::new("chroot").args([&empty]).args(["/smsc"])
            } else {
                Invocation::new("qemu-aarch64").args([empty.join("smsc")])
            };
            command.args(args).env("LC_ALL", "C").input(&input)?.output()
        };
        if !is_own && Invocation::new("qemu-aarch64").args(["--version"]).output().is_err() {
            println!("NOT TRIED HERE: {name}; qemu-aarch64 was not found (package qemu-user)");
            continue;
        }
        compare(&format!("{name}: smsc decode"), &run(&["decode"])?, &of("echo '20,1760080219,6' | smsc decode")?)?;
        compare(&format!("{name}: smsc explain 20/6"), &run(&["explain", "20/6"])?, &of("smsc explain 20/6")?)?;
        println!("-- {name}: smsc --version\n{}", run(&["--version"])?);
    }
    Ok(())
}

/// Unpacks the static command for this machine into a folder, and returns its path.
pub(super) fn unpacked(dist: &Path, folder: &Path) -> Result<PathBuf, String> {
    unpacked_for(&targets::OTHERS[0], dist, folder)
}

fn unpacked_for(machine: &targets::Machine, dist: &Path, folder: &Path) -> Result<PathBuf, String> {
    let name = smsc::name(machine)?;
    emptied(folder)?;
    archive::unpack(&dist.join(format!("{name}.tar.gz")), folder)?;
    Ok(folder.join(name).join("bin/smsc"))
}
