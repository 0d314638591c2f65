//! The C libraries, each as an archive that can be unpacked below any prefix.

use std::path::Path;

use super::targets::HOST;
use super::{archive, out, stage, version};
use crate::run::emptied;
use crate::{c, c_columns, release};

pub(super) const LIBRARY: &str = "libsmsc_proto";

/// The library of the columns, which needs the C library and an allocator.
pub(super) const COLUMNS: &str = "libsmsc_columns";

/// The prefix in the file for pkg-config: wherever that file is.
const ANYWHERE: &str = "${pcfiledir}/../..";

/// Makes the archives.
pub(super) fn make() -> Result<(), String> {
    pack(LIBRARY, |folder| c::install_as(c::Variant::Released, Path::new(ANYWHERE), folder, "lib"))?;
    let version = version()?;
    pack(COLUMNS, |folder| c_columns::install(ANYWHERE, folder, &version))
}

fn pack(library: &str, install: impl FnOnce(&Path) -> Result<(), String>) -> Result<(), String> {
    let name = name(library)?;
    let folder = stage("c").join(&name);
    emptied(&folder)?;
    install(&folder)?;
    for kind in ["a", "so"] {
        release::names_no_folder(&folder.join("lib").join(format!("{library}.{kind}")))?;
    }
    archive::pack(&stage("c"), &[&name], &out().join(format!("{name}.tar.gz")))
}

/// Returns the name of the archive of a library, and of the folder in it.
pub(super) fn name(library: &str) -> Result<String, String> {
    Ok(format!("{library}-{}-{}", version()?, HOST.name))
}
