//! What `include/smsc_proto.h` declares, read line by line: it is made by one tool, and always looks the same.

use std::fs;

use crate::run::root;

/// A member of an enum.
pub(super) struct Member {
    pub(super) name: String,
    pub(super) number: i32,
    /// The comment in front of it, where that is one line.
    pub(super) about: String,
}

/// The header, as text.
pub(super) struct Header(String);

impl Header {
    pub(super) fn read() -> Result<Self, String> {
        let path = root().join("include/smsc_proto.h");
        fs::read_to_string(&path).map(Self).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// The names of all functions.
    pub(super) fn functions(&self) -> Vec<&str> {
        let is_declaration =
            |line: &&str| line.starts_with(|first: char| first.is_ascii_lowercase()) && !line.starts_with("typedef");
        let lines = self.0.lines().filter(is_declaration);
        lines.filter_map(|line| line.split_once('(')?.0.rsplit([' ', '*']).next()).collect()
    }

    /// The members of an enum.
    pub(super) fn members(&self, name: &str) -> Result<Vec<Member>, String> {
        let (mut members, mut about) = (Vec::new(), String::new());
        for line in self.block(&format!("typedef enum {name} {{"))? {
            if let Some(comment) = line.strip_prefix("/** ").and_then(|line| line.strip_suffix(" */")) {
                comment.clone_into(&mut about);
            } else if let Some((name, number)) = line.strip_suffix(',').and_then(|line| line.split_once(" = ")) {
                let number = number.parse().map_err(|error| format!("{line}: {error}"))?;
                members.push(Member { name: name.to_owned(), number, about: std::mem::take(&mut about) });
            }
        }
        if members.is_empty() { Err(format!("the header has no members of {name}")) } else { Ok(members) }
    }

    /// Every struct, and every field of it, as in layout.txt.
    pub(super) fn places(&self) -> Result<Vec<String>, String> {
        let mut places = Vec::new();
        for name in self.0.lines().filter_map(|line| line.strip_prefix("typedef struct ")?.strip_suffix(" {")) {
            places.push(name.to_owned());
            for line in self.block(&format!("typedef struct {name} {{"))? {
                let Some(field) = line.strip_suffix(';').and_then(|line| line.rsplit([' ', '*']).next()) else { continue };
                places.push(format!("{name}.{}", field.split('[').next().unwrap_or(field)));
            }
        }
        Ok(places)
    }

    /// The lines between the one that opens a block and its end.
    fn block(&self, opening: &str) -> Result<impl Iterator<Item = &str>, String> {
        let mut lines = self.0.lines();
        lines.find(|line| *line == opening).ok_or(format!("the header has no {opening}"))?;
        Ok(lines.take_while(|line| !line.starts_with('}')).map(str::trim))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = "/**\n * Says where.\n */\ntypedef enum a {\n    /** Here it is */\n    A_HERE = -3,\n    /**\n     * Not here.\n     */\n    \
                         A_THERE = 4,\n} a;\n\ntypedef struct b {\n    /**\n     * One; or two.\n     */\n    size_t of[3];\n    \
                         const struct c *to;\n} b;\n\n/**\n * Does it (R1).\n */\nint32_t do_it(const struct b *what,\n              size_t len);\n\n\
                         const char *text(void);\n";

    #[test]
    fn everything_is_found_once() {
        let header = Header(SMALL.to_owned());
        assert_eq!(header.functions(), ["do_it", "text"]);
        assert_eq!(header.places().unwrap(), ["b", "b.of", "b.to"]);
        let members = header.members("a").unwrap();
        let members: Vec<_> = members.iter().map(|member| (member.name.as_str(), member.number, member.about.as_str())).collect();
        assert_eq!(members, [("A_HERE", -3, "Here it is"), ("A_THERE", 4, "")]);
        assert!(header.members("none").is_err());
    }
}
