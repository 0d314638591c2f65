//! The generated files of the PHP extension: the declarations of its functions and classes for PHP
//! (arginfo), which PHP's own generator makes from the stubs, those for editors and analysers, and
//! the names of the codes for the package in plain PHP.

use std::path::{Path, PathBuf};

use super::{FOLDER, declarations, names, place};
use crate::run::{Invocation, Step, emptied, list, read, root, write};

/// The PHP version whose generator made the committed files: the oldest one, because newer versions
/// accept its output. Other generators write other output.
const VERSION: &str = "8.2";

/// The folder in which the generator expects its parser. It is named after one version; Debian has
/// another.
const GENERATE: &str = r#"
cp "$(php-config --prefix)/lib/php/$(php-config --phpapi)/build/gen_stub.php" "$STUBS"/*.stub.php .
version=$(sed -n 's/.*\$version = "\(.*\)";.*/\1/p' gen_stub.php)
mkdir -p "PHP-Parser-$version/lib"
ln -s /usr/share/php/PhpParser "PHP-Parser-$version/lib/PhpParser"
for stub in *.stub.php; do php gen_stub.php -f "$stub"; done
"#;

/// Writes the generated files.
pub(crate) fn arginfo() -> Vec<Step> {
    vec![Step::check("PHP: arginfo", || generate()?.into_iter().try_for_each(|(path, text)| write(path, &text)))]
}

/// Fails if a generated file is out of date.
pub(super) fn check() -> Result<(), String> {
    for (path, text) in generate()? {
        if read(&path)? != text {
            return Err(format!("{} is out of date; make it again: cargo xtask php-arginfo", path.display()));
        }
    }
    Ok(())
}

/// Returns the generated files: their paths in the project, and their texts.
fn generate() -> Result<Vec<(PathBuf, String)>, String> {
    let version = Invocation::new("php").args(["-r", "echo PHP_VERSION;"]).output()?;
    if !version.starts_with(VERSION) {
        return Err(format!("the arginfo has to be made by the generator of PHP {VERSION}, but this is PHP {version}"));
    }
    let folder = place("stubs");
    emptied(&folder)?;
    let generate = Invocation::new("sh").args(["-ec", GENERATE]).env("STUBS", root().join(FOLDER));
    generate.folder(&folder).output()?;
    let mut files = Vec::new();
    let mut stubs = Vec::new();
    for path in list(&folder)? {
        let name = path.file_name().unwrap_or_default();
        if has_ending(&path, "_arginfo.h") {
            files.push((Path::new(FOLDER).join(name), read(&path)?));
        } else if has_ending(&path, ".stub.php") {
            stubs.push(read(&path)?);
        }
    }
    files.push((Path::new(FOLDER).join(names::FILE), names::text()));
    files.push((Path::new(FOLDER).join(declarations::FILE), declarations::text(&stubs, &read("include/smsc_proto.h")?)?));
    Ok(files)
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.to_str().is_some_and(|path| path.ends_with(ending))
}
