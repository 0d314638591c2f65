//! The source package of the extension, built by cargo from the sources in it.

use std::path::Path;

use super::super::{pecl, version};
use super::root::Root;
use super::{crates, debian};
use crate::bare_metal::sysroot;

/// Installs the package for PECL in a root that has the compiler of this machine, as Debian's is too old,
/// and no network.
pub(super) fn check(dist: &Path) -> Result<(), String> {
    let root = Root::new("pecl", dist, "gcc libc6-dev php-cli php-dev php-pear php-xml make")?;
    let root = root.with(sysroot()?, "/opt/rust").with(crates::vendored()?, "/opt/vendor");
    root.put("/opt/cargo/config.toml", &crates::settings("/opt/vendor"))?;
    let name = pecl::name(&version()?);
    root.run_alone(&format!("yes '' | pecl install --offline --force /dist/{name}.tgz 2>&1"))?;
    debian::enable(&root)?;
    println!("-- pecl install {name}.tgz, built by cargo\n{}", root.run("pecl list")?);
    debian::php(&root, dist, debian::CLIENT)?;
    root.remove()
}
