//! The checklist of a release, which is in CONTRIBUTING.md alone.

use crate::run::read;

const PAGE: &str = "CONTRIBUTING.md";
const START: &str = "<!-- checklist -->\n";
const END: &str = "<!-- end of checklist -->";

/// Prints the checklist.
pub(super) fn print() -> Result<(), String> {
    let page = read(PAGE)?;
    let list = list(&page).ok_or_else(|| format!("{PAGE}: expected a list after {}", START.trim_end()))?;
    println!("The whole release, from {PAGE}:\n{list}");
    Ok(())
}

fn list(page: &str) -> Option<&str> {
    let (_, rest) = page.split_once(START)?;
    let (list, _) = rest.split_once(END)?;
    list.starts_with("1. ").then_some(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checklist_is_found() {
        let page = read(PAGE).unwrap();
        let list = list(&page).unwrap();
        for word in ["CHANGELOG.md", "cargo xtask test", "cargo xtask dist", "--check", "semver", "tag"] {
            assert!(list.contains(word), "{word}");
        }
    }
}
