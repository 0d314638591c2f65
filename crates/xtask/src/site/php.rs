//! The reference of the PHP extension, from its stubs.
//!
//! The stubs are generated, so that their layout is known: declarations are indented by 4 columns,
//! members by 8, and each has its documentation before it.

use std::fmt::Write as _;
use std::str::Lines;

use crate::run::read;

const STUBS: &str = "bindings/php/stubs/smsc_proto.php";

const HEAD: &str = "\
# Reference of the PHP extension

Generated from the stubs. [The README](../bindings/php/README.md) has examples.
";

/// Returns the page.
pub(super) fn reference() -> Result<String, String> {
    Ok(page(&read(STUBS)?))
}

fn page(stubs: &str) -> String {
    let mut page = HEAD.to_owned();
    let (mut namespace, mut doc) = (String::new(), String::new());
    let mut lines = stubs.lines();
    while let Some(line) = lines.next() {
        if let Some(rest) = line.strip_prefix("namespace ") {
            rest.trim_end_matches(['{', ' ']).clone_into(&mut namespace);
        }
        let text = line.trim_start();
        let indent = line.len() - text.len();
        if text.starts_with("/**") {
            doc = documentation(text, &mut lines);
        } else if (indent == 4 || indent == 8) && !text.starts_with(['{', '}']) && !text.is_empty() {
            let declaration = whole(text, &mut lines);
            if !declaration.starts_with("private ") {
                add(&mut page, &namespace, indent == 4, &declaration, &doc);
            }
            doc.clear();
        }
    }
    page
}

/// Returns the text of a comment, with its tags as a list.
fn documentation(first: &str, lines: &mut Lines<'_>) -> String {
    let mut doc = String::new();
    let mut next = Some(first.trim_start_matches("/**"));
    while let Some(line) = next {
        let end = line.strip_suffix("*/");
        let text = end.unwrap_or(line).trim();
        let text = text.strip_prefix('*').map_or(text, |text| text.strip_prefix(' ').unwrap_or(text));
        match text.strip_prefix('@') {
            Some(tag) => _ = writeln!(doc, "- {}", tagged(tag)),
            None => _ = writeln!(doc, "{text}"),
        }
        next = if end.is_some() { None } else { lines.next() };
    }
    doc.trim().to_owned()
}

/// Returns a tag of a comment, with its type as code.
fn tagged(tag: &str) -> String {
    let (name, rest) = tag.split_once(' ').unwrap_or((tag, ""));
    // A type may have spaces within its brackets.
    let mut depth = 0;
    let end = rest.find(|character| {
        match character {
            '<' | '(' | '{' => depth += 1,
            '>' | ')' | '}' => depth -= 1,
            _ => (),
        }
        character == ' ' && depth == 0
    });
    let (kind, text) = rest.split_at(end.unwrap_or(rest.len()));
    format!("{}: `{kind}`{text}", name.trim_start_matches("phpstan-"))
}

/// Returns a declaration, which may take several lines, without its body.
fn whole(first: &str, lines: &mut Lines<'_>) -> String {
    let mut declaration = first.to_owned();
    while declaration.ends_with(['(', ',']) {
        declaration.push('\n');
        declaration.push_str(lines.next().unwrap_or_default().trim_start());
        while !declaration.ends_with([',', '}', ';']) {
            let Some(next) = lines.next() else { break };
            let _ = write!(declaration, "\n{}", next.trim_start());
        }
    }
    let end = declaration.trim_end_matches("{}").trim_end().trim_end_matches(';');
    end.replace("#[\\SensitiveParameter] ", "").replace(",\n", ",\n    ").replace("(\n", "(\n    ").replace(",\n    )", ",\n)")
}

/// Adds an item: a class or a function with a heading, a constant as a line, any other member as code.
fn add(page: &mut String, namespace: &str, is_item: bool, declaration: &str, doc: &str) {
    let _ = if is_item {
        let words = declaration.split([' ', '(']);
        let name = words.skip_while(|word| !["class", "interface", "function"].contains(word)).nth(1).unwrap_or(declaration);
        let separator = if namespace.is_empty() { "" } else { "\\" };
        write!(page, "\n## `{namespace}{separator}{name}`\n\n```php\n{declaration}\n```\n\n{doc}\n")
    } else if let Some(constant) = declaration.strip_prefix("const ") {
        write!(page, "\n- `{constant}`: {}", doc.replace('\n', " "))
    } else {
        write!(page, "\n```php\n{declaration}\n```\n\n{doc}\n")
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_function_and_class_is_in_the_page() {
        let stubs = read(STUBS).unwrap();
        let page = page(&stubs);
        for name in ["smsc_parse", "smsc_explain", "Smsc\\Record", "Smsc\\Outcome", "Smsc\\ApiError", "Smsc\\State"] {
            assert!(page.contains(&format!("\n## `{name}`\n")), "{name}");
        }
        let declared = stubs.lines().filter(|line| line.starts_with("    ") && !line.starts_with("     "));
        let count = declared.filter(|line| ["class ", "interface ", "function "].iter().any(|word| line.contains(word))).count();
        assert_eq!(page.matches("\n## `").count(), count);
        assert!(page.contains("- `DELIVERED = 1`: Delivered"));
    }

    #[test]
    fn a_function_has_its_parameters_and_tags() {
        let stubs = "namespace {\n    /**\n     * Adds.\n     *\n     * @return list<int, a> the sum\n     */\n    function add(\n        int $a,\n        \
                     int $b = 0,\n    ): int {}\n}\n";
        let expected = "\n## `add`\n\n```php\nfunction add(\n    int $a,\n    int $b = 0,\n): int\n```\n\nAdds.\n\n- return: `list<int, a>` the sum\n";
        assert_eq!(page(stubs).strip_prefix(HEAD), Some(expected));
    }
}
