//! Every public item of the core names the rule that it follows, so that a reader can check it against docs/protocol.md.

use std::path::Path;

/// Items that no rule is about, because they are Rust's and not the wire's; and those of macros, whose docs come from where they are used.
const WITHOUT_RULE: [&str; 6] =
    ["pub struct Chars", "pub struct CapacityError", "pub needed: usize", "pub struct $Type", "pub const $", "pub fn $name"];

fn has_rule_id(docs: &str) -> bool {
    docs.match_indices('R').any(|(at, _)| docs[at + 1..].starts_with(|next: char| next.is_ascii_digit()))
}

#[test]
fn every_public_item_names_its_rule() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../smsc-proto/src");
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
                } else if line.starts_with("pub ") && !line.starts_with("pub use") {
                    count += 1;
                    if !has_rule_id(&docs) && !WITHOUT_RULE.iter().any(|item| line.starts_with(item)) {
                        missing.push(format!("{}:{}: {line}", path.file_name().unwrap().display(), at + 1));
                    }
                    docs.clear();
                } else if !line.starts_with('#') && !line.is_empty() {
                    docs.clear();
                }
            }
        }
    }
    assert!(count > 80, "only {count} public items were found");
    assert!(missing.is_empty(), "without a rule id:\n{}", missing.join("\n"));
}
