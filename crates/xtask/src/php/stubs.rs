//! What PHP is told of the extension's functions and classes (arginfo), made from the stubs by PHP's own generator.

use std::fs;
use std::path::{Path, PathBuf};

use super::FOLDER;
use crate::run::{Invocation, root, target_dir};

/// What the generator reads PHP with; Debian has it, and the generator would load another one from elsewhere.
pub(super) const PARSER: &str = "/usr/share/php/PhpParser";

const STUBS: [&str; 2] = ["smsc_codes", "smsc_proto"];

/// The version whose generator has made what is committed: that of the oldest PHP, because newer ones take it, too. Others make something else.
const VERSION: &str = "8.2";

/// Fails when what is committed is not what the stubs give.
pub(super) fn check() -> Result<(), String> {
    for (name, made) in STUBS.into_iter().zip(generate()?) {
        let file = committed(name);
        let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        if text != made {
            return Err(format!("{} is not that of its stub; make it again with: cargo xtask php-arginfo", file.display()));
        }
    }
    Ok(())
}

pub(super) fn write() -> Result<(), String> {
    for (name, made) in STUBS.into_iter().zip(generate()?) {
        let file = committed(name);
        fs::write(&file, made).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(())
}

fn committed(name: &str) -> PathBuf {
    root().join(FOLDER).join(format!("{name}_arginfo.h"))
}

fn generate() -> Result<Vec<String>, String> {
    let version = Invocation::new("php").args(["-r", "echo PHP_VERSION;"]).output()?;
    if !version.starts_with(VERSION) {
        return Err(format!("the arginfo is made by the generator of PHP {VERSION}, and this is {version}"));
    }
    let folder = target_dir().join("php/stubs");
    let folder = std::path::absolute(root().join(folder)).map_err(|error| error.to_string())?;
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(failed)?;
    let generator = folder.join("gen_stub.php");
    let source = installed_generator()?;
    let text = fs::read_to_string(&source).map_err(|error| format!("{}: {error}", source.display()))?;
    fs::write(&generator, &text).map_err(failed)?;
    let parser = folder.join(format!("PHP-Parser-{}/lib", wanted_parser(&text)?));
    fs::create_dir_all(&parser).map_err(failed)?;
    Invocation::new("ln").args(["-s", PARSER]).args([parser.join("PhpParser")]).run()?;
    let mut made = Vec::new();
    for name in STUBS {
        let stub = format!("{name}.stub.php");
        fs::copy(root().join(FOLDER).join(&stub), folder.join(&stub)).map_err(failed)?;
        Invocation::new("php").args([&generator, Path::new("-f"), &folder.join(&stub)]).output()?;
        made.push(fs::read_to_string(folder.join(format!("{name}_arginfo.h"))).map_err(failed)?);
    }
    Ok(made)
}

/// It stands beside what phpize copies.
fn installed_generator() -> Result<PathBuf, String> {
    let api = Invocation::new("php-config").args(["--phpapi"]).output()?;
    let prefix = Invocation::new("php-config").args(["--prefix"]).output()?;
    Ok(Path::new(prefix.trim()).join("lib/php").join(api.trim()).join("build/gen_stub.php"))
}

/// The version that the folder of the parser has to be named for.
fn wanted_parser(generator: &str) -> Result<&str, String> {
    let (_, rest) = generator.split_once("$version = \"").ok_or("the generator names no version of its parser")?;
    rest.split('"').next().ok_or_else(|| "the generator names no version of its parser".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_the_parser_is_found() {
        assert_eq!(wanted_parser("    $version = \"4.15.1\";\n    $dir = 1;"), Ok("4.15.1"));
        assert!(wanted_parser("$dir = 1;").is_err());
    }
}
