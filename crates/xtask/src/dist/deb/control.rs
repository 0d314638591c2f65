//! The texts in a package for Debian.

const MAINTAINER: &str = "The smsc-proto developers <smsc-proto@users.noreply.github.com>";

/// The values for the template of a description.
pub(super) struct Values {
    pub(super) version: String,
    pub(super) machine: String,
    /// The number of the shared library.
    pub(super) abi: String,
    /// The interface of PHP that an extension is for.
    pub(super) php_api: String,
    /// The packages of shared libraries that it needs.
    pub(super) libraries: String,
    /// The size of the installed files, in KiB.
    pub(super) size: String,
}

/// Returns the version of the packages: that of the project, and the first packaging of it.
pub(super) fn version_of_package(version: &str) -> String {
    format!("{version}-1")
}

/// Returns the description of a package.
pub(super) fn filled(template: &str, values: &Values) -> Result<String, String> {
    let values = [
        ("@VERSION@", version_of_package(&values.version)),
        ("@MACHINE@", values.machine.clone()),
        ("@MAINTAINER@", MAINTAINER.to_owned()),
        ("@HOMEPAGE@", env!("CARGO_PKG_REPOSITORY").to_owned()),
        ("@ABI@", values.abi.clone()),
        ("@PHP_API@", values.php_api.clone()),
        ("@LIBRARIES@", values.libraries.clone()),
        ("@SIZE@", values.size.clone()),
    ];
    for (name, value) in &values {
        if value.is_empty() && template.contains(name) {
            return Err(format!("{name} of a package is not known"));
        }
    }
    Ok(values.iter().fold(template.to_owned(), |text, (name, value)| text.replace(name, value)))
}

/// Returns the changelog of a package.
pub(super) fn changelog(name: &str, version: &str, date: &str) -> String {
    let (version, project) = (version_of_package(version), env!("CARGO_PKG_REPOSITORY"));
    format!(
        "{name} ({version}) unstable; urgency=medium\n\n  * The changes are listed in\n    {project}/blob/main/CHANGELOG.md\n\n -- {MAINTAINER}  {date}\n"
    )
}

/// Returns the licences of the project, in the form that Debian has for them.
pub(super) fn copyright(mit: &str) -> Result<String, String> {
    let (_, terms) = mit.split_once("\n\n").ok_or("LICENSE-MIT has no title")?;
    let terms: String = terms.lines().map(|line| if line.is_empty() { " .\n".to_owned() } else { format!(" {line}\n") }).collect();
    let project = env!("CARGO_PKG_REPOSITORY");
    Ok(format!(
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\
         Upstream-Name: smsc-proto\nSource: {project}\n\
         Comment: THIRD-PARTY.txt in this folder lists what is linked in, with its licences.\n\n\
         Files: *\nCopyright: The smsc-proto developers\nLicense: MIT or Apache-2.0\n\n\
         License: MIT\n{terms}\n\
         License: Apache-2.0\n On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::read;

    fn values() -> Values {
        let text = |text: &str| text.to_owned();
        Values {
            version: text("1.2.3"),
            machine: text("amd64"),
            abi: text("7"),
            php_api: text("api"),
            libraries: text("libc6"),
            size: text("9"),
        }
    }

    #[test]
    fn every_description_is_complete() {
        for (template, name) in [
            ("smsc", "smsc"),
            ("libsmsc-proto", "libsmsc-proto7"),
            ("libsmsc-proto-dev", "libsmsc-proto-dev"),
            ("php-smsc-proto", "php-smsc-proto"),
        ] {
            let template = read(format!("crates/xtask/src/dist/deb/{template}.control")).unwrap();
            let text = filled(&template, &values()).unwrap();
            assert!(text.starts_with(&format!("Package: {name}\nVersion: 1.2.3-1\n")), "{text}");
            assert!(!text.replace(MAINTAINER, "").contains('@') && !text.contains("\n\n") && text.ends_with('\n'), "{text}");
            for field in ["Architecture: amd64", "Installed-Size: 9", "Section: ", "Priority: optional", "Description: "] {
                assert!(text.lines().any(|line| line.starts_with(field)), "{field}: {text}");
            }
        }
    }

    #[test]
    fn a_value_that_is_not_known_is_no_empty_field() {
        assert!(filled("Depends: @LIBRARIES@\n", &Values { libraries: String::new(), ..values() }).is_err());
        assert!(filled("Size: @SIZE@\n", &Values { libraries: String::new(), ..values() }).is_ok());
    }

    #[test]
    fn the_licences_are_in_the_form_of_debian() {
        let text = copyright("MIT License\n\nCopyright x\n\nPermission\n").unwrap();
        assert!(text.contains("License: MIT\n Copyright x\n .\n Permission\n\nLicense: Apache-2.0\n"), "{text}");
        assert!(copyright("no title").is_err());
        let text = changelog("smsc", "1.2.3", "Sat, 28 Nov 2026 12:00:00 +0000");
        assert!(text.starts_with("smsc (1.2.3-1) ") && text.ends_with(">  Sat, 28 Nov 2026 12:00:00 +0000\n"), "{text}");
    }
}
