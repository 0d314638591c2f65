//! The extension's declarations for editors and static analysers: the stubs, with the values of all
//! constants from the C header.

use std::collections::HashMap;

/// The path of the file in the folder of the extension.
pub(super) const FILE: &str = "stubs/smsc_proto.php";

const START: &str = "\
<?php

/*
 * The functions and classes of the extension smsc_proto, for editors and static analysers. This
 * file is not loaded by PHP. `cargo xtask php-arginfo` generates it.
 */
";

/// What only the generator of the arginfo needs. To an analyser, the value of a constant says more
/// than its type.
const TAGS: [&str; 4] = ["@strict-properties", "@not-serializable", "@var int", "@var string"];

/// A constant of the C header.
struct Constant<'a> {
    value: &'a str,
    /// The lines of its comment.
    comment: Vec<&'a str>,
}

/// Returns the text of the file. Fails if a stub names a constant that the header lacks.
pub(super) fn text(stubs: &[String], header: &str) -> Result<String, String> {
    let constants = constants(header);
    let mut text = START.to_owned();
    for stub in stubs {
        let body = stub.split_once("/** @generate-class-entries */\n").ok_or("a stub has no @generate-class-entries")?.1;
        add(&mut text, body, &constants)?;
    }
    Ok(text)
}

/// Adds the lines of a stub. A comment is kept back until its end, because its tags decide.
fn add(text: &mut String, stub: &str, constants: &HashMap<&str, Constant>) -> Result<(), String> {
    let mut comment: Vec<&str> = Vec::new();
    let mut constant = None;
    for line in stub.lines() {
        let content = line.trim_start();
        if content == "/**" || (!comment.is_empty() && content.starts_with('*')) {
            if let Some((_, name)) = content.split_once("@cvalue ") {
                constant = Some(constants.get(name).ok_or_else(|| format!("the C header has no {name}"))?);
            }
            if !TAGS.iter().any(|tag| content.ends_with(tag)) {
                comment.push(line);
            }
            if content != "*/" {
                continue;
            }
            let before_end = comment.len().saturating_sub(2);
            if comment.get(before_end).is_some_and(|line| line.trim_start() == "*") {
                comment.remove(before_end);
            }
            if constant.is_none() {
                for line in &comment {
                    push(text, line);
                }
            }
            comment.clear();
        } else if let Some(Constant { value, comment }) = constant.filter(|_| content.ends_with("= UNKNOWN;")) {
            let indent = &line[..line.len() - content.len()];
            match comment.as_slice() {
                [one] => push(text, &format!("{indent}/** {one} */")),
                lines => {
                    push(text, &format!("{indent}/**"));
                    for line in lines {
                        push(text, format!("{indent} * {line}").trim_end());
                    }
                    push(text, &format!("{indent} */"));
                }
            }
            push(text, &line.replace("UNKNOWN", value));
            constant = None;
        } else {
            push(text, line);
        }
    }
    Ok(())
}

fn push(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

/// Returns the members of the enums in the C header, by name.
fn constants(header: &str) -> HashMap<&str, Constant<'_>> {
    let mut constants = HashMap::new();
    let mut comment = Vec::new();
    for line in header.lines().map(str::trim) {
        if let Some(words) = line.strip_prefix("/**") {
            comment.clear();
            comment.extend(words.strip_suffix("*/").map(str::trim));
        } else if let Some(words) = line.strip_prefix('*').filter(|words| *words != "/") {
            comment.push(words.trim_start());
        } else if let Some((name, value)) = line.strip_suffix(',').and_then(|line| line.split_once(" = ")) {
            constants.insert(name, Constant { value, comment: std::mem::take(&mut comment) });
        }
    }
    constants
}

#[cfg(test)]
mod tests {
    use super::text;

    const HEADER: &str = "
enum {
    /** Delivered */
    SMSC_STATUS_DELIVERED = 1,
    /**
     * Read,
     * or opened
     */
    SMSC_STATUS_READ = 2,
}";

    const STUB: &str = "<?php\n\n/** @generate-class-entries */\n
namespace Smsc {
    /**
     * A class.
     *
     * @strict-properties
     */
    final class Record
    {
        /**
         * @var int
         * @cvalue SMSC_STATUS_DELIVERED
         */
        const DELIVERED = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_STATUS_READ
         */
        const READ = UNKNOWN;
        /**
         * A word.
         * @var string
         */
        const WORD = \"word\";
    }
}
";

    #[test]
    fn constants_have_the_values_and_comments_of_the_header() {
        let made = text(&[STUB.to_owned()], HEADER).expect("the header has the constant");
        let expected = "
namespace Smsc {
    /**
     * A class.
     */
    final class Record
    {
        /** Delivered */
        const DELIVERED = 1;
        /**
         * Read,
         * or opened
         */
        const READ = 2;
        /**
         * A word.
         */
        const WORD = \"word\";
    }
}
";
        assert!(made.ends_with(expected), "{made}");
    }

    #[test]
    fn an_unknown_constant_is_an_error() {
        assert!(text(&[STUB.to_owned()], "").is_err());
    }
}
