//! The conformance cases: what was asked, the bytes that came, the lines that must be printed.
//!
//! The form of the files is described in `testdata/README.md`.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use encoding_rs::Encoding;
use serde::Deserialize;
use serde_json::Value;

/// One conformance case.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its name, unique within its file.
    pub name: String,
    /// What it shows, in a few words.
    pub why: String,
    /// Where the bytes are from: `page`, `recorded` or `made`.
    pub source: String,
    /// What was asked of the server, and what is known of it.
    pub query: CaseQuery,
    /// The reply, byte for byte.
    pub body: Vec<u8>,
    /// The lines that `smsc decode --json` prints; `{"malformed": true}` stands for any malformed line.
    pub expect: Vec<Value>,
    /// The file it was found in, without its folder.
    pub file: String,
}

/// The options of `smsc decode`; each one left out of a case has the command's own default.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CaseQuery {
    /// The format asked for, 0 to 3.
    pub fmt: u8,
    /// How much was asked for, 0 to 2.
    pub all: u8,
    /// Whether a batch was asked for (R2, R21).
    pub multi: bool,
    /// The charset asked for: `windows-1251`, `koi8-r` or `utf-8` (R7).
    pub charset: String,
    /// What the caller knows of the messages: `auto`, `sms`, `hlr` or `email` (R41).
    pub kind: String,
    /// The pairs asked for, as `ID:PHONE,ID:PHONE` (R47).
    pub ids: Option<String>,
}

impl Default for CaseQuery {
    fn default() -> Self {
        Self { fmt: 1, all: 0, multi: false, charset: "windows-1251".to_owned(), kind: "auto".to_owned(), ids: None }
    }
}

impl CaseQuery {
    /// The options that give this query to `smsc decode`, `--json` among them.
    #[must_use]
    pub fn args(&self) -> Vec<String> {
        let mut args = vec!["--fmt".to_owned(), self.fmt.to_string(), "--all".to_owned(), self.all.to_string()];
        if self.multi {
            args.push("--multi".to_owned());
        }
        args.extend(["--charset".to_owned(), self.charset.clone(), "--kind".to_owned(), self.kind.clone()]);
        if let Some(ids) = &self.ids {
            args.extend(["--ids".to_owned(), ids.clone()]);
        }
        args.push("--json".to_owned());
        args
    }

    /// The pairs of `ids`, the phones as written.
    ///
    /// # Panics
    ///
    /// Where `ids` is not of the form `ID:PHONE,ID:PHONE`.
    #[must_use]
    pub fn requested(&self) -> Option<Vec<(u64, String)>> {
        let ids = self.ids.as_ref()?;
        let pair = |pair: &str| {
            let (id, phone) = pair.split_once(':').unwrap_or_else(|| panic!("{pair:?} in ids {ids:?} is not ID:PHONE"));
            let id = id.parse().unwrap_or_else(|e| panic!("the id of {pair:?} in ids {ids:?}: {e}"));
            (id, phone.to_owned())
        };
        Some(ids.split(',').map(pair).collect())
    }

    /// The decoder of the charset asked for.
    ///
    /// # Panics
    ///
    /// Where the charset is none of the three of R7.
    #[must_use]
    pub fn encoding(&self) -> &'static Encoding {
        match self.charset.as_str() {
            "windows-1251" => encoding_rs::WINDOWS_1251,
            "koi8-r" => encoding_rs::KOI8_R,
            "utf-8" => encoding_rs::UTF_8,
            other => panic!("{other:?} is none of the charsets windows-1251, koi8-r, utf-8"),
        }
    }

    /// What is wrong with the query, if anything.
    fn fault(&self) -> Option<String> {
        if self.fmt > 3 {
            return Some(format!("fmt {} is not 0 to 3", self.fmt));
        }
        if self.all > 2 {
            return Some(format!("all {} is not 0 to 2", self.all));
        }
        if !["auto", "sms", "hlr", "email"].contains(&self.kind.as_str()) {
            return Some(format!("kind {:?} is unknown", self.kind));
        }
        if !["windows-1251", "koi8-r", "utf-8"].contains(&self.charset.as_str()) {
            return Some(format!("charset {:?} is unknown", self.charset));
        }
        None
    }
}

/// A case as the file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    why: String,
    source: String,
    query: CaseQuery,
    body_hex: String,
    expect: Vec<Value>,
    /// The body as text, for people who read the file; checked, never used.
    body: Option<String>,
}

/// The folder of the cases.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata")
}

/// All the cases of `testdata/*.json`, files by name and cases in their order.
///
/// # Panics
///
/// Where a file cannot be read, a case is not of the described form, two cases of a file share a name, or a case's `body` is not what
/// its `body_hex` says in the charset of its query.
#[must_use]
pub fn load() -> Vec<Case> {
    let folder = folder();
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|e| panic!("cannot list {}: {e}", folder.display()));
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap_or_else(|e| panic!("cannot list {}: {e}", folder.display())).path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    files.iter().flat_map(|path| load_file(path)).collect()
}

/// The cases of one file.
fn load_file(path: &Path) -> Vec<Case> {
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("cannot read {file}: {e}"));
    parse(&file, &text)
}

/// The cases of a file's text.
fn parse(file: &str, text: &str) -> Vec<Case> {
    let written: Vec<Written> = serde_json::from_str(text).unwrap_or_else(|e| panic!("{file} is no list of cases: {e}"));
    let mut names = HashSet::new();
    written
        .into_iter()
        .map(|case| {
            let at = format!("{file}, case {}", case.name);
            assert!(names.insert(case.name.clone()), "{at}: the name is there twice");
            if let Some(fault) = case.query.fault() {
                panic!("{at}: {fault}");
            }
            let _ = case.query.requested();
            let body = unhex(&case.body_hex).unwrap_or_else(|| panic!("{at}: body_hex is not pairs of hex digits"));
            if let Some(shown) = &case.body {
                let (decoded, _) = case.query.encoding().decode_without_bom_handling(&body);
                assert!(*shown == decoded, "{at}: body says {shown:?}, but body_hex says {decoded:?}");
            }
            Case {
                name: case.name,
                why: case.why,
                source: case.source,
                query: case.query,
                body,
                expect: case.expect,
                file: file.to_owned(),
            }
        })
        .collect()
}

/// The bytes of a string of hex digits.
fn unhex(hex: &str) -> Option<Vec<u8>> {
    let digits: Vec<u32> = hex.chars().map(|c| c.to_digit(16)).collect::<Option<_>>()?;
    if !digits.len().is_multiple_of(2) {
        return None;
    }
    digits.chunks(2).map(|pair| u8::try_from(pair[0] * 16 + pair[1]).ok()).collect()
}

/// Whether the lines that came are the lines expected: equal and in order. An expected `{"malformed": true}` stands for any object with a
/// `malformed` key; the order of keys does not matter.
#[must_use]
pub fn same(expect: &[Value], got: &[Value]) -> bool {
    expect.len() == got.len() && expect.iter().zip(got).all(|(expect, got)| same_line(expect, got))
}

/// One line of [`same`].
fn same_line(expect: &Value, got: &Value) -> bool {
    let any_malformed = serde_json::json!({"malformed": true});
    if *expect == any_malformed { got.get("malformed").is_some() } else { expect == got }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn malformed_stands_for_any_malformed_line() {
        let got = [json!({"malformed": "cost", "offset": 7, "expected": "digits"})];
        assert!(same(&[json!({"malformed": true})], &got));
        assert!(!same(&[json!({"malformed": true})], &[json!({"status": 1})]));
        assert!(!same(&[json!({"malformed": true})], &[]));
    }

    #[test]
    fn the_order_of_keys_does_not_matter_and_that_of_lines_does() {
        let (a, b) = (json!({"status": 1, "err": 0}), json!({"err": 0, "status": 1}));
        assert!(same(std::slice::from_ref(&a), std::slice::from_ref(&b)));
        let c = json!({"status": 2});
        assert!(!same(&[a.clone(), c.clone()], &[c, a]));
    }

    #[test]
    fn a_query_left_empty_has_the_defaults_of_the_command() {
        let query: CaseQuery = serde_json::from_str("{}").unwrap();
        assert_eq!(query, CaseQuery::default());
        let expect = ["--fmt", "1", "--all", "0", "--charset", "windows-1251", "--kind", "auto", "--json"];
        assert_eq!(query.args(), expect);
    }

    #[test]
    fn requested_pairs_keep_the_phone_as_written() {
        let query = CaseQuery { ids: Some("7:+79990000001,8:a@b.c".to_owned()), ..CaseQuery::default() };
        let expect = vec![(7, "+79990000001".to_owned()), (8, "a@b.c".to_owned())];
        assert_eq!(query.requested(), Some(expect));
    }

    #[test]
    #[should_panic(expected = "the name is there twice")]
    fn a_name_may_not_come_twice() {
        let case = r#"{"name":"a","why":"","source":"made","query":{},"body_hex":"31","expect":[]}"#;
        let _ = parse("x.json", &format!("[{case},{case}]"));
    }

    #[test]
    #[should_panic(expected = "but body_hex says")]
    fn the_shown_body_must_be_the_body() {
        let _ = parse("x.json", r#"[{"name":"a","why":"","source":"made","query":{},"body_hex":"31","expect":[],"body":"2"}]"#);
    }
}
