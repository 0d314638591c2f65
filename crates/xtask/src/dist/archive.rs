//! Archives whose bytes follow from their files alone.

use std::path::Path;

use super::source;
use crate::run::Invocation;

/// Packs entries of a folder: in the order of their names, of no user, of one time.
pub(super) fn pack(folder: &Path, entries: &[&str], to: &Path) -> Result<(), String> {
    let time = source::time()?;
    Invocation::new("tar")
        .args(["--format=gnu", "--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--mode=u=rwX,go=rX"])
        .args([format!("--mtime=@{time}")])
        // Without the name and the time of what is compressed.
        .args(["--use-compress-program=gzip -n -9", "-C"])
        .args([folder, Path::new("-cf"), to])
        .args(entries)
        .run()
}

/// Unpacks an archive into a folder, which exists.
pub(crate) fn unpack(archive: &Path, folder: &Path) -> Result<(), String> {
    // Files with one old time would look unchanged to cargo.
    Invocation::new("tar").args(["--no-same-owner", "-xmzf"]).args([archive, Path::new("-C"), folder]).run()
}

/// Copies entries of a folder, with what is in them, into another folder, which is made.
pub(super) fn copy(from: &Path, entries: &[&str], to: &Path) -> Result<(), String> {
    std::fs::create_dir_all(to).map_err(crate::run::at(to))?;
    Invocation::new("cp").args(["-RL", "--parents"]).args(entries).args([to]).folder(from).run()
}
