//! Every public item of the core names the rule that it follows, so that a reader can check it against docs/protocol.md; every one of the outcomes names
//! its source, or says that it is a judgement.

use std::path::Path;

/// Items that no rule is about, because they are Rust's and not the wire's; and those of macros, whose docs come from where they are used.
const WITHOUT_RULE: [&str; 6] =
    ["pub struct Chars", "pub struct CapacityError", "pub needed: usize", "pub struct $Type", "pub const $", "pub fn $name"];

fn has_id(docs: &str, letter: char) -> bool {
    docs.match_indices(letter).any(|(at, _)| docs[at + 1..].starts_with(|next: char| next.is_ascii_digit()))
}

#[test]
fn every_public_item_names_its_rule() {
    check("smsc-proto", 80, |docs| has_id(docs, 'R'));
}

#[test]
fn every_public_item_of_the_outcomes_names_its_source() {
    check("sms-outcome", 40, |docs| has_id(docs, 'R') || has_id(docs, 'S') || docs.contains("judgement"));
}

fn check(package: &str, least: usize, is_named: impl Fn(&str) -> bool) {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(package).join("src");
    let mut folders = vec![source];
    let mut missing = Vec::new();
    let mut count = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let mut docs = String::new();
            for (at, line) in text.lines().enumerate() {
                let line = line.trim_start();
                if let Some(doc) = line.strip_prefix("///") {
                    docs += doc;
                } else if line.starts_with("pub ") && !["pub use", "pub mod"].iter().any(|item| line.starts_with(item)) {
                    count += 1;
                    if !is_named(&docs) && !WITHOUT_RULE.iter().any(|item| line.starts_with(item)) {
                        missing.push(format!("{}:{}: {line}", path.file_name().unwrap().display(), at + 1));
                    }
                    docs.clear();
                } else if !line.starts_with('#') && !line.is_empty() {
                    docs.clear();
                }
            }
        }
    }
    assert!(count > least, "only {count} public items were found");
    assert!(missing.is_empty(), "without a rule id or a source:\n{}", missing.join("\n"));
}
