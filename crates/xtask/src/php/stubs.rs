//! The declarations of the extension's functions and classes for PHP (arginfo), generated from the
//! stubs by PHP's own generator.

use std::path::PathBuf;

use super::{FOLDER, place};
use crate::run::{Invocation, Step, emptied, read, root, write};

const STUBS: [&str; 2] = ["smsc_codes", "smsc_proto"];

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

/// Writes the arginfo of the stubs.
pub(crate) fn arginfo() -> Vec<Step> {
    vec![Step::check("PHP: arginfo", || {
        let made = generate()?;
        STUBS.into_iter().try_for_each(|name| write(committed(name), &read(made.join(file(name)))?))
    })]
}

/// Fails if the committed arginfo is not that of the stubs.
pub(super) fn check() -> Result<(), String> {
    let made = generate()?;
    for name in STUBS {
        if read(committed(name))? != read(made.join(file(name)))? {
            return Err(format!("{} is not that of its stub; make it again: cargo xtask php-arginfo", file(name)));
        }
    }
    Ok(())
}

fn file(name: &str) -> String {
    format!("{name}_arginfo.h")
}

fn committed(name: &str) -> PathBuf {
    root().join(FOLDER).join(file(name))
}

/// Runs the generator on copies of the stubs, and returns their folder.
fn generate() -> Result<PathBuf, String> {
    let version = Invocation::new("php").args(["-r", "echo PHP_VERSION;"]).output()?;
    if !version.starts_with(VERSION) {
        return Err(format!("the arginfo has to be made by the generator of PHP {VERSION}, but this is PHP {version}"));
    }
    let folder = place("stubs");
    emptied(&folder)?;
    let generate = Invocation::new("sh").args(["-ec", GENERATE]).env("STUBS", root().join(FOLDER));
    generate.folder(&folder).output()?;
    Ok(folder)
}
