//! The pages of the site: those that docs/SUMMARY.md names, with the files that they link to.

use std::fmt::Write as _;
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::{php, python};
use crate::run::{at, emptied, list, read, root, write as write_file};

const SUMMARY: &str = "docs/SUMMARY.md";

/// The pages that are generated: their entries in the summary, which have no link there, and their paths.
const PYTHON: (&str, &str) = ("[Reference of the Python package]()", "reference/python.md");
const PHP: (&str, &str) = ("[Reference of the PHP extension]()", "reference/php.md");

/// Copies the pages and the files into a folder, the source of a book, and generates the references.
pub(super) fn collect(folder: &Path) -> Result<(), String> {
    emptied(folder)?;
    let mut summary = read(SUMMARY)?;
    for target in targets(&summary.clone()) {
        let page = resolved(SUMMARY, target);
        copy(&page, folder)?;
        for link in targets(&read(&page)?) {
            let link = resolved(&page, link.split('#').next().unwrap_or_default());
            if link.extension().is_none_or(|extension| extension != "md") {
                copy_linked(&link, folder)?;
            }
        }
        summary = summary.replace(&format!("]({target})"), &format!("]({})", page.display()));
    }
    for ((entry, page), text) in [(PYTHON, python::reference()?), (PHP, php::reference()?)] {
        if !summary.contains(entry) {
            return Err(format!("{SUMMARY}: expected the entry {entry}"));
        }
        summary = summary.replace(entry, &entry.replace("()", &format!("({page})")));
        write_file(folder.join(page), &text)?;
    }
    write_file(folder.join("SUMMARY.md"), &summary)
}

/// Returns the targets of the links in a page, except those with a scheme and those within the page.
fn targets(page: &str) -> Vec<&str> {
    let links = page.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
    links
        .map(|(target, _)| target)
        .filter(|target| !target.is_empty() && !target.starts_with('#') && !target.contains(':'))
        .collect()
}

/// Returns the path in the project of what a page links to.
fn resolved(page: impl AsRef<Path>, target: &str) -> PathBuf {
    let mut path = page.as_ref().parent().unwrap_or(Path::new("")).to_owned();
    for part in Path::new(target).components() {
        match part {
            Component::ParentDir => _ = path.pop(),
            Component::CurDir => (),
            part => path.push(part),
        }
    }
    path
}

/// Copies a file, or the files of a folder with a page that lists them. The check of the links finds
/// what does not exist.
fn copy_linked(path: &Path, folder: &Path) -> Result<(), String> {
    if !root().join(path).is_dir() {
        return if root().join(path).exists() { copy(path, folder) } else { Ok(()) };
    }
    let mut items = String::new();
    for file in list(&root().join(path))? {
        let Some(name) = file.file_name().and_then(|name| name.to_str()) else { continue };
        if file.is_dir() || name == "index.html" {
            continue;
        }
        // The book leaves out pages that its summary does not name.
        let shown = name.replace(".md", ".md.txt");
        let to = folder.join(path).join(&shown);
        fs::create_dir_all(folder.join(path)).and_then(|()| fs::copy(&file, &to)).map_err(at(&to))?;
        let _ = writeln!(items, "<li><a href=\"{shown}\">{name}</a></li>");
    }
    let html = format!(
        "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>{0}</title>\n<h1>{0}</h1>\n<ul>\n{items}</ul>\n",
        path.display()
    );
    write_file(folder.join(path).join("index.html"), &html)
}

fn copy(path: &Path, folder: &Path) -> Result<(), String> {
    let to = folder.join(path);
    fs::create_dir_all(to.parent().unwrap_or(folder)).and_then(|()| fs::copy(root().join(path), &to)).map_err(at(&to))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_documentation_is_in_the_summary() {
        let summary = read(SUMMARY).unwrap();
        let named: Vec<_> = targets(&summary).into_iter().map(|target| resolved(SUMMARY, target)).collect();
        for folder in ["docs", "docs/ru"] {
            for file in list(&root().join(folder)).unwrap() {
                let page = file.strip_prefix(root()).unwrap();
                if page.extension().is_some_and(|extension| extension == "md") && page != Path::new(SUMMARY) {
                    assert!(named.iter().any(|named| named == page), "{SUMMARY} lacks {}", page.display());
                }
            }
        }
    }

    #[test]
    fn links_are_resolved() {
        assert_eq!(targets("[a](b.md#c) [d](#e) [f](https://example.org) ![g](h.png)"), ["b.md#c", "h.png"]);
        assert_eq!(resolved("docs/ru/start.md", "../../README.md"), Path::new("README.md"));
        assert_eq!(resolved("README.md", "./docs/start.md"), Path::new("docs/start.md"));
    }
}
