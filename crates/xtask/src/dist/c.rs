//! The C library, as an archive that can be unpacked below any prefix.

use std::path::Path;

use super::targets::HOST;
use super::{archive, out, stage, version};
use crate::run::emptied;
use crate::{c, release};

/// The prefix in the file for pkg-config: wherever that file is.
const ANYWHERE: &str = "${pcfiledir}/../..";

/// Makes the archive.
pub(super) fn make() -> Result<(), String> {
    let name = name()?;
    let folder = stage("c").join(&name);
    emptied(&folder)?;
    c::install_as(c::Variant::Released, Path::new(ANYWHERE), &folder, "lib")?;
    for library in ["libsmsc_proto.a", "libsmsc_proto.so"] {
        release::names_no_folder(&folder.join("lib").join(library))?;
    }
    archive::pack(&stage("c"), &[&name], &out().join(format!("{name}.tar.gz")))
}

/// Returns the name of the archive, and of the folder in it.
pub(super) fn name() -> Result<String, String> {
    Ok(format!("libsmsc_proto-{}-{}", version()?, HOST.name))
}
