//! package.xml, by which `pecl install` knows the extension.

use std::fmt::Write as _;

use super::source;
use crate::run::{Invocation, read};

/// Returns the name of the folder in the package.
pub(super) fn name(version: &str) -> String {
    format!("smsc_proto-{version}")
}

/// Returns the description of a package with these files.
pub(super) fn description(version: &str, files: &[String]) -> Result<String, String> {
    let time = source::time()?;
    let date = Invocation::new("date").args(["--utc", &format!("--date=@{time}"), "+%F"]).output()?;
    filled(&read("crates/xtask/src/dist/package.xml")?, version, date.trim(), files)
}

fn filled(template: &str, version: &str, date: &str, files: &[String]) -> Result<String, String> {
    let mut entries = String::new();
    for file in files {
        if file.contains(['"', '<', '&']) {
            return Err(format!("{file}: a name that XML cannot hold as it is"));
        }
        let _ = writeln!(entries, "      <file name=\"{file}\" role=\"{}\" />", role(file));
    }
    let values = [("@VERSION@", version), ("@DATE@", date), ("@FILES@\n", &entries)];
    Ok(values.iter().fold(template.to_owned(), |text, (name, value)| text.replace(name, value)))
}

/// Returns what a file is for: texts for people are installed, the rest is compiled.
fn role(file: &str) -> &'static str {
    let is_text = file.starts_with("LICENSE-") || matches!(file, "README.md" | "THIRD-PARTY.txt" | "stubs/smsc_proto.php");
    if is_text { "doc" } else { "src" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_description_lists_every_file() {
        let template = read("crates/xtask/src/dist/package.xml").unwrap();
        let files = ["README.md", "config.m4", "rust/bindings/c/src/lib.rs"].map(str::to_owned);
        let text = filled(&template, "1.2.3", "2026-11-28", &files).unwrap();
        assert!(text.contains("<file name=\"README.md\" role=\"doc\" />"));
        assert!(text.contains("<file name=\"rust/bindings/c/src/lib.rs\" role=\"src\" />"));
        assert!(text.contains("<release>1.2.3</release>") && text.contains("<date>2026-11-28</date>") && !text.contains('@'));
        assert!(filled(&template, "1", "2026-11-28", &["a\"b".to_owned()]).is_err());
    }
}
