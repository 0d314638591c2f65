//! The parts of docs/standin.md and of the first pages that are in other files, which are tested.
//!
//! A mark in a page says what follows it: `file:` a block of code, `table:` the table in the
//! documentation of a module, `clients` what the tests of the clients assert.

use std::str::Lines;

use crate::run::{Step, read, write as write_file};

const PAGES: [&str; 3] = ["docs/standin.md", "docs/start.md", "docs/ru/start.md"];
const CLIENTS: [&str; 3] =
    ["proof/clients/python/test_smsc.py", "proof/clients/python/test_smsc_client.py", "proof/clients/node/test.mjs"];
const END_OF_CLIENTS: &str = "<!-- end of clients -->";

/// Returns the generation of the parts.
pub(crate) fn write() -> Vec<Step> {
    PAGES.map(|page| Step::check(page, move || write_file(page, &generated(&read(page)?)?))).into()
}

/// Returns the page with its parts made anew.
fn generated(page: &str) -> Result<String, String> {
    let mut lines = page.lines();
    let mut made = String::new();
    while let Some(line) = lines.next() {
        push(&mut made, line);
        let Some(mark) = line.strip_prefix("<!-- ").and_then(|mark| mark.strip_suffix(" -->")) else { continue };
        if let Some(path) = mark.strip_prefix("file: ") {
            push(&mut made, lines.next().unwrap_or_default());
            skip_to(&mut lines, "```")?;
            made.push_str(&read(path)?);
            push(&mut made, "```");
        } else if let Some(path) = mark.strip_prefix("table: ") {
            made.push_str(&table(&read(path)?));
            lines.by_ref().find(|line| !line.starts_with('|'));
            made.push('\n');
        } else if mark == "clients" {
            for path in CLIENTS {
                made.push_str(&client(path, &read(path)?)?);
            }
            made.push('\n');
            skip_to(&mut lines, END_OF_CLIENTS)?;
            push(&mut made, END_OF_CLIENTS);
        }
    }
    Ok(made)
}

fn push(page: &mut String, line: &str) {
    page.push_str(line);
    page.push('\n');
}

fn skip_to(lines: &mut Lines<'_>, end: &str) -> Result<(), String> {
    lines.find(|line| *line == end).map(|_| ()).ok_or_else(|| format!("expected {end} after a mark"))
}

/// Returns the table in the documentation of a module.
fn table(source: &str) -> String {
    let rows = source.lines().filter_map(|line| line.strip_prefix("//! ")).filter(|line| line.starts_with('|'));
    rows.flat_map(|row| [row, "\n"]).collect()
}

/// Returns the section of a client: its name, how it asks, and what its tests assert.
fn client(path: &str, source: &str) -> Result<String, String> {
    let first = source.lines().next().unwrap_or_default().trim_start_matches(['"', '/', ' ']).trim_end_matches('"');
    let (name, how) = first.split_once(" asks ").ok_or_else(|| format!("{path}: expected how the client asks"))?;
    let titles: Vec<_> = source.lines().filter_map(title).collect();
    let tests = source.lines().filter(|line| line.starts_with("def test_") || line.starts_with("test(")).count();
    if titles.len() != tests {
        return Err(format!("{path}: {tests} tests and {} titles that begin with Right or Wrong", titles.len()));
    }
    let mut section = format!("\n### {name}\n\nIt asks {how}\n\n| | |\n|---|---|\n");
    for word in ["Right", "Wrong"] {
        for (_, text) in titles.iter().filter(|(of, _)| *of == word) {
            for piece in ["| ", &word.to_lowercase(), " | ", text.trim_end_matches('.'), " |\n"] {
                section.push_str(piece);
            }
        }
    }
    Ok(section)
}

/// Returns the word and the text of a title: `Right: …` or `Wrong: …`.
fn title(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start();
    let text = match line.strip_prefix("\"\"\"") {
        Some(text) => text.strip_suffix("\"\"\"")?,
        None => line.strip_prefix("test('")?.split_once("', ")?.0,
    };
    text.split_once(": ").filter(|(word, _)| matches!(*word, "Right" | "Wrong"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_are_up_to_date() {
        for path in PAGES {
            let page = read(path).unwrap();
            assert!(generated(&page).unwrap() == page, "{path} is not what `cargo xtask parts` generates");
        }
    }

    #[test]
    fn titles_are_found() {
        assert_eq!(title("    \"\"\"Wrong: it's 1: 2.\"\"\""), Some(("Wrong", "it's 1: 2.")));
        assert_eq!(title("test('Right: `a`.', async (t) => {"), Some(("Right", "`a`.")));
        assert_eq!([title("    \"\"\"Returns it.\"\"\""), title("test(name, run);")], [None; 2]);
        assert!(client("a.py", "\"\"\"a 1 asks b.\"\"\"\ndef test_a():\n").is_err());
    }
}
