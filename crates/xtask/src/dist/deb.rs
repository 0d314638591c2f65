//! Packages for Debian: of the command, of the C library, of its development files, and of the PHP
//! extension.
//!
//! dpkg-deb makes them of folders. One way then fits all four, and `dpkg-shlibdeps` finds what they
//! depend on. cargo-deb packs what one crate builds, and three of the four are more than that.

mod control;

use std::fs;
use std::path::{Path, PathBuf};

use super::{c as library, out, pecl, smsc, source, stage, version};
use crate::c;
use crate::run::{Invocation, at, emptied, list, read, root, target_dir, write};

/// The folder of libraries, and what Debian calls the machine.
const LIB: &str = "lib/x86_64-linux-gnu";
const MACHINE: &str = "amd64";

/// Makes the modes of a package's files those of any machine, and lists their sums for dpkg.
const SUMS: &str = "chmod -R u=rwX,go=rX .
find . -type f -name '*.so*' -exec chmod 644 {} +
find . -type f ! -path './DEBIAN/*' -printf '%P\\0' | sort -z | xargs -0 md5sum >DEBIAN/md5sums
chmod 644 DEBIAN/md5sums";

/// A package: the folder that it is made of, and the file with the licences of what is linked into it.
struct Package {
    /// The name of the template of its description.
    template: &'static str,
    name: String,
    folder: PathBuf,
    notices: &'static str,
    /// Its programs and libraries, below the folder.
    binaries: Vec<PathBuf>,
}

/// Makes all packages.
pub(super) fn make() -> Result<(), String> {
    for program in ["dpkg-deb", "dpkg-shlibdeps", "phpize"] {
        if Invocation::new("sh").args(["-c", "command -v \"$0\"", program]).output().is_err() {
            println!("NOT BUILT HERE: packages for Debian; {program} was not found (packages dpkg-dev and php-dev)");
            return Ok(());
        }
    }
    let mut made = vec![command()?];
    made.extend(libraries()?);
    made.push(extension()?);
    let files = made.iter().map(pack).collect::<Result<Vec<_>, _>>()?;
    lint(&files)
}

fn package(template: &'static str, name: String, notices: &'static str) -> Result<Package, String> {
    let folder = stage("deb").join(template);
    emptied(&folder)?;
    Ok(Package { template, name, folder, notices, binaries: Vec::new() })
}

/// Stages the command.
fn command() -> Result<Package, String> {
    let mut package = package("smsc", "smsc".to_owned(), "crates/smsc-cli")?;
    let usr = package.folder.join("usr");
    copy(&smsc::folder(), &usr)?;
    // Debian's folders for what packages bring differ from those for /usr/local.
    let zsh = usr.join("share/zsh");
    rename(&zsh.join("site-functions"), &zsh.join("vendor-completions"))?;
    // Debian has the licences in a file of its own, see `texts`.
    fs::remove_dir_all(usr.join("share/licenses")).map_err(at(&usr))?;
    for page in list(&usr.join("share/man/man1"))? {
        compress(&page)?;
    }
    package.binaries = vec![usr.join("bin/smsc")];
    Ok(package)
}

/// Stages the shared library, and the files for development.
fn libraries() -> Result<[Package; 2], String> {
    let abi = c::abi()?;
    let all = stage("deb").join("library");
    emptied(&all)?;
    c::install_as(c::Variant::Released, Path::new("/usr"), &all, LIB)?;
    let mut shared = package("libsmsc-proto", format!("libsmsc-proto{abi}"), "bindings/c")?;
    let development = package("libsmsc-proto-dev", "libsmsc-proto-dev".to_owned(), "bindings/c")?;
    let (lib, name) = (Path::new("usr").join(LIB), format!("libsmsc_proto.so.{}", c::version()?));
    for file in [&name, &format!("libsmsc_proto.so.{abi}")] {
        rename(&all.join(LIB).join(file), &shared.folder.join(&lib).join(file))?;
    }
    for entry in ["include", LIB] {
        rename(&all.join(entry), &development.folder.join("usr").join(entry))?;
    }
    let documents = development.folder.join("usr/share/doc/libsmsc-proto-dev");
    rename(&all.join("share/doc/libsmsc_proto"), &documents)?;
    for page in list(&documents)? {
        compress(&page)?;
    }
    let debian = shared.folder.join("DEBIAN");
    write(debian.join("shlibs"), &format!("libsmsc_proto {abi} libsmsc-proto{abi} (>= {})\n", version()?))?;
    write(debian.join("triggers"), "activate-noawait ldconfig\n")?;
    shared.binaries = vec![shared.folder.join(lib).join(name)];
    Ok([shared, development])
}

/// Builds the extension from its source package, and stages it.
fn extension() -> Result<Package, String> {
    const BUILD: &str = r#"phpize
./configure --with-smsc-proto="$LIBRARY" CFLAGS="-O2 -g0 -fstack-protector-strong -D_FORTIFY_SOURCE=2 -ffile-prefix-map=$PWD=." \
    LDFLAGS="-Wl,-z,relro,-z,now"
make"#;
    let mut package = package("php-smsc-proto", "php-smsc-proto".to_owned(), "bindings/c")?;
    let folder = target_dir().join("php-build");
    emptied(&folder)?;
    copy(&stage("php").join(pecl::name(&version()?)), &folder)?;
    let build = Invocation::new("sh").args(["-ec", BUILD]).env("LIBRARY", stage("c").join(library::name(library::LIBRARY)?));
    build.folder(&folder).output()?;
    let module = package.folder.join(format!("usr/lib/php/{}/smsc_proto.so", php("--phpapi")?));
    rename(&folder.join("modules/smsc_proto.so"), &module)?;
    let version = php_version()?;
    let settings = format!("etc/php/{version}/mods-available/smsc_proto.ini");
    write(package.folder.join(&settings), "; priority=20\nextension=smsc_proto.so\n")?;
    let debian = package.folder.join("DEBIAN");
    write(debian.join("conffiles"), &format!("/{settings}\n"))?;
    for script in ["postinst", "prerm"] {
        let text = read(format!("crates/xtask/src/dist/deb/php-smsc-proto.{script}"))?.replace("@PHP@", &version);
        write(debian.join(script), &text)?;
        Invocation::new("chmod").args(["755".as_ref(), debian.join(script).as_os_str()]).run()?;
    }
    package.binaries = vec![module];
    Ok(package)
}

fn php(option: &str) -> Result<String, String> {
    Ok(Invocation::new("php-config").args([option]).output()?.trim().to_owned())
}

/// Returns the version of PHP as Debian's folders are named for it: `8.2`.
fn php_version() -> Result<String, String> {
    Ok(php("--version")?.split('.').take(2).collect::<Vec<_>>().join("."))
}

/// Writes the description and the texts of a package, packs it, and returns the path.
fn pack(package: &Package) -> Result<PathBuf, String> {
    for file in &package.binaries {
        let option = if file.ends_with("bin/smsc") { "--strip-all" } else { "--strip-unneeded" };
        Invocation::new("strip").args([option, "--remove-section=.comment"]).args([file]).run()?;
    }
    texts(package)?;
    let php_api = if package.template == "php-smsc-proto" { php("--phpapi")? } else { String::new() };
    let libraries = shared_libraries(package)?;
    let size = Invocation::new("du").args(["--summarize", "--apparent-size", "--exclude=DEBIAN", "--block-size=1024"]);
    let size = size.args([&package.folder]).output()?;
    let values = control::Values {
        version: version()?,
        machine: MACHINE.to_owned(),
        abi: c::abi()?,
        php_api,
        libraries,
        size: size.split_whitespace().next().unwrap_or_default().to_owned(),
    };
    let template = read(format!("crates/xtask/src/dist/deb/{}.control", package.template))?;
    write(package.folder.join("DEBIAN/control"), &control::filled(&template, &values)?)?;
    Invocation::new("sh").args(["-ec", SUMS]).folder(&package.folder).run()?;
    let file = out().join(format!("{}_{}_{MACHINE}.deb", package.name, control::version_of_package(&version()?)));
    let pack = Invocation::new("dpkg-deb").args(["--root-owner-group", "-Zxz", "--build"]);
    pack.args([&package.folder, &file]).env("DPKG_DEB_THREADS_MAX", "1").output()?;
    Ok(file)
}

/// Returns the packages of the shared libraries that a package needs.
fn shared_libraries(package: &Package) -> Result<String, String> {
    if package.binaries.is_empty() {
        return Ok(String::new());
    }
    // The tool reads the description of a source package, of which it needs no more than that it exists.
    let folder = stage("deb").join("source");
    write(folder.join("debian/control"), "Source: smsc-proto\n\nPackage: smsc-proto\nArchitecture: any\n")?;
    let find = Invocation::new("dpkg-shlibdeps")
        .args(["-O", "--warnings=0"])
        .args(package.binaries.iter().map(|file| format!("-e{}", file.display())));
    let printed = find.folder(&folder).output()?;
    Ok(printed.trim().strip_prefix("shlibs:Depends=").unwrap_or_default().to_owned())
}

/// Writes the changelog and the licences, where Debian has them.
fn texts(package: &Package) -> Result<(), String> {
    let folder = package.folder.join("usr/share/doc").join(&package.name);
    let date = Invocation::new("date").args(["--utc", "--rfc-email", &format!("--date=@{}", source::time()?)]).output()?;
    write(folder.join("changelog.Debian"), &control::changelog(&package.name, &version()?, date.trim()))?;
    write(folder.join("copyright"), &control::copyright(&read("LICENSE-MIT")?)?)?;
    write(folder.join("THIRD-PARTY.txt"), &read(format!("{}/THIRD-PARTY.txt", package.notices))?)?;
    ["changelog.Debian", "THIRD-PARTY.txt"].iter().try_for_each(|name| compress(&folder.join(name)))
}

fn compress(file: &Path) -> Result<(), String> {
    Invocation::new("gzip").args(["-n", "-9", "--force"]).args([file]).run()
}

/// Copies what is in a folder, with its links, into another folder, which is made.
fn copy(from: &Path, to: &Path) -> Result<(), String> {
    fs::create_dir_all(to).map_err(at(to))?;
    Invocation::new("cp").args(["-R", "-P"]).args([from.join("."), to.to_owned()]).run()
}

/// Moves a file or a folder, and makes the folders that lead to it.
fn rename(from: &Path, to: &Path) -> Result<(), String> {
    let folder = to.parent().unwrap_or(root());
    fs::create_dir_all(folder).and_then(|()| fs::rename(from, to)).map_err(at(from))
}

/// Checks the packages with Debian's own tool, if it is installed.
fn lint(files: &[PathBuf]) -> Result<(), String> {
    if Invocation::new("lintian").args(["--version"]).output().is_err() {
        println!("NOT CHECKED HERE: packages for Debian with lintian, which was not found");
        return Ok(());
    }
    let ignored = read("crates/xtask/src/dist/deb/lintian")?;
    let ignored: Vec<_> = ignored.lines().filter(|line| !line.starts_with('#')).collect();
    let lint = Invocation::new("lintian").args(["--allow-root", "--fail-on=error,warning", "--suppress-tags"]);
    lint.args([ignored.join(",")]).args(files).run()
}
