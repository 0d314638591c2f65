//! The programs of docs/start.md, and what they print.

use crate::run::read;

const PAGE: &str = "docs/start.md";

/// A block of a page: its language and its lines.
pub(super) type Block = (String, String);

/// Returns the blocks of a section.
pub(super) fn section(title: &str) -> Result<Vec<Block>, String> {
    let blocks = blocks(&read(PAGE)?, title);
    if blocks.is_empty() { Err(format!("{PAGE}: expected a section {title} with programs")) } else { Ok(blocks) }
}

/// Returns the commands of a section, each with what it prints.
pub(super) fn commands(title: &str) -> Result<Vec<(String, String)>, String> {
    let blocks = section(title)?;
    let pairs = blocks.iter().zip(blocks.iter().skip(1));
    let pairs = pairs.filter(|((first, _), (second, _))| first == "sh" && second == "text");
    let commands: Vec<_> = pairs.map(|((_, command), (_, printed))| (command.clone(), printed.clone())).collect();
    if commands.is_empty() { Err(format!("{PAGE}: expected commands in the section {title}")) } else { Ok(commands) }
}

/// Returns the programs of a section in one language.
pub(super) fn programs(title: &str, language: &str) -> Result<Vec<String>, String> {
    Ok(section(title)?.into_iter().filter(|(of, _)| of == language).map(|(_, program)| program).collect())
}

/// Returns what a program says that it prints, in comments that start with a mark.
pub(super) fn printed(program: &str, mark: &str) -> String {
    program.lines().filter_map(|line| line.strip_prefix(mark)).fold(String::new(), |text, line| text + line + "\n")
}

fn blocks(page: &str, title: &str) -> Vec<Block> {
    let mut lines = page.lines().skip_while(|line| *line != title).skip(1).take_while(|line| !line.starts_with("## "));
    let mut found = Vec::new();
    while let Some(line) = lines.next() {
        if let Some(language) = line.strip_prefix("```") {
            let text = lines.by_ref().take_while(|line| *line != "```").fold(String::new(), |text, line| text + line + "\n");
            found.push((language.to_owned(), text));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_found_with_what_they_print() {
        let page = "## A\n\n```sh\nfirst\n```\n\n```sh\nsecond\n```\n\nIt prints:\n\n```text\nout\n```\n\n## B\n\n```php\nx\n```\n";
        let block = |language: &str, text: &str| (language.to_owned(), text.to_owned());
        assert_eq!(blocks(page, "## A"), [block("sh", "first\n"), block("sh", "second\n"), block("text", "out\n")]);
        assert_eq!(blocks(page, "## B"), [block("php", "x\n")]);
        assert_eq!(blocks(page, "## C"), []);
        assert_eq!(printed("echo 1;\n//= 1\n", "//= "), "1\n");
    }

    #[test]
    fn the_page_has_what_the_checks_need() {
        assert_eq!(commands("## The command line").unwrap().len(), 4);
        assert_eq!(commands("## Rust").unwrap().len(), 1);
        assert!(commands("## C and C++").unwrap()[0].0.contains("pkg-config --cflags --libs smsc_proto"));
        assert_eq!(programs("## Python", "python").unwrap().len(), 3);
        assert_eq!(programs("## PHP", "php").unwrap().len(), 3);
        assert_eq!(programs("## Rust", "rust").unwrap().len(), 1);
        assert_eq!(programs("## C and C++", "c").unwrap().len(), 1);
    }
}
