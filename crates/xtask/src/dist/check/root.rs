//! Fresh roots with nothing but a small Debian.

use std::path::{Path, PathBuf};

use super::{place, standin};
use crate::release;
use crate::run::{Invocation, at, emptied, read, write};

/// Enters a root in namespaces of its own, so that every mount is gone afterwards. The arguments are a
/// script, and folders of this machine with the folders where they are mounted, read-only.
const ENTER: &str = r#"
script=$1
shift
mount --make-rprivate /
mount --bind /dev "$ROOT/dev"
mount -t proc proc "$ROOT/proc"
while test $# -gt 0; do
    mkdir -p "$ROOT$2"
    mount --bind "$1" "$ROOT$2"
    mount -o remount,bind,ro "$ROOT$2"
    shift 2
done
exec chroot "$ROOT" /usr/bin/env -i PATH="$ROOT_PATH" HOME=/root DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
    CARGO_HOME=/opt/cargo SMSC_LOGIN=demo SMSC_PASSWORD=demo sh -ec "$script"
"#;

/// A root, and what of this machine is seen in it.
pub(super) struct Root {
    folder: PathBuf,
    mounts: Vec<(PathBuf, &'static str)>,
}

impl Root {
    /// Makes a fresh root, in which the artefacts are in `/dist`, and installs packages of Debian.
    pub(super) fn new(name: &str, dist: &Path, packages: &str) -> Result<Self, String> {
        let base = base()?;
        let folder = place(name);
        emptied(&folder)?;
        Invocation::new("tar").args(["--numeric-owner", "-xpf"]).args([&base, Path::new("-C"), &folder]).run()?;
        let root = Self { folder, mounts: vec![(dist.to_owned(), "/dist")] };
        root.put("/etc/resolv.conf", &read("/etc/resolv.conf")?)?;
        root.run(&format!("apt-get update -qq && apt-get install -y -qq --no-install-recommends {packages} >/dev/null"))?;
        Ok(root)
    }

    /// Makes a folder of this machine seen in the root.
    pub(super) fn with(mut self, from: PathBuf, to: &'static str) -> Self {
        self.mounts.push((from, to));
        self
    }

    /// Writes a file in the root.
    pub(super) fn put(&self, path: &str, text: &str) -> Result<(), String> {
        write(self.folder.join(path.trim_start_matches('/')), text)
    }

    /// Copies a file into the root.
    pub(super) fn copy(&self, from: &Path, path: &str) -> Result<(), String> {
        release::put(from, &self.folder.join(path.trim_start_matches('/')))
    }

    /// Runs a script in the root, and returns what it printed.
    pub(super) fn run(&self, script: &str) -> Result<String, String> {
        let own = Invocation::new("unshare").args(["--mount", "--pid", "--fork", "--kill-child", "--"]);
        self.enter(own, script)
    }

    /// Runs a script in the root without the network of the machine.
    pub(super) fn run_alone(&self, script: &str) -> Result<String, String> {
        let own = Invocation::new("unshare").args(["--net", "--mount", "--pid", "--fork", "--kill-child", "--"]);
        self.enter(own.args(["sh", "-ec", "ip link set lo up; \"$@\"", "alone"]), script)
    }

    /// Runs a script in the root beside the stand-in, as [`Self::run`] does.
    pub(super) fn run_beside_standin(&self, dist: &Path, script: &str) -> Result<String, String> {
        self.enter(standin::beside(dist)?, script)
    }

    fn enter(&self, own: Invocation, script: &str) -> Result<String, String> {
        let enter = own.args(["sh", "-ec", ENTER, "enter", script]);
        let mounts = self.mounts.iter().flat_map(|(from, to)| [from.as_os_str(), to.as_ref()]);
        let enter = enter.args(mounts).env("ROOT", &self.folder);
        enter.env("ROOT_PATH", "/opt/rust/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin").output()
    }

    /// Removes the root. One in which something failed is left, to be looked at.
    pub(super) fn remove(self) -> Result<(), String> {
        std::fs::remove_dir_all(&self.folder).map_err(at(&self.folder))
    }
}

/// Returns the archive of a small Debian, the same as that of this machine, and makes it if it is
/// missing.
fn base() -> Result<PathBuf, String> {
    let of_machine = read("/etc/os-release").unwrap_or_default();
    let suite =
        codename(&of_machine).ok_or("the packages can be tried on Debian alone: /etc/os-release names no VERSION_CODENAME")?;
    let archive = place(&format!("{suite}.tar"));
    if archive.exists() {
        return Ok(archive);
    }
    let folder = place("");
    std::fs::create_dir_all(&folder).map_err(at(&folder))?;
    let new = archive.with_extension("new.tar");
    let make = Invocation::new("mmdebstrap").args(["--quiet", "--variant=minbase", suite]).args([&new]);
    make.output().map_err(|error| {
        format!(
            "no fresh Debian could be made. This needs the user root, the package mmdebstrap (apt-get install mmdebstrap), and the network up to deb.debian.org.\n{error}"
        )
    })?;
    std::fs::rename(&new, &archive).map_err(at(&archive))?;
    Ok(archive)
}

/// Returns the name of a version of Debian.
fn codename(os_release: &str) -> Option<&str> {
    os_release.lines().find_map(|line| line.strip_prefix("VERSION_CODENAME=")).map(|name| name.trim_matches('"'))
}

#[cfg(test)]
mod tests {
    use super::codename;

    #[test]
    fn the_version_of_debian_is_found() {
        assert_eq!(codename("ID=debian\nVERSION_CODENAME=bookworm\n"), Some("bookworm"));
        assert_eq!(codename("VERSION_CODENAME=\"noble\"\n"), Some("noble"));
        assert_eq!(codename("ID=arch\n"), None);
    }
}
