//! The conformance cases: the query, the bytes of the reply, and the lines that must be printed.
//!
//! `testdata/README.md` describes the form of the files.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use encoding_rs::Encoding;
use serde::Deserialize;
use serde_json::Value;
use smsc_proto::{Charset, MessageId, MessageKind};

/// One conformance case.
#[derive(Clone, Debug)]
pub struct Case {
    /// The name, unique within its file.
    pub name: String,
    /// What the case shows, in a few words.
    pub why: String,
    /// The source of the bytes: `page`, `recorded` or `made`.
    pub source: String,
    /// The query of the reply, and what the caller knows of its messages.
    pub query: CaseQuery,
    /// The reply, byte for byte.
    pub body: Vec<u8>,
    /// The lines that `smsc decode --json` prints; `{"malformed": true}` stands for any malformed
    /// line.
    pub expect: Vec<Value>,
    /// The name of the file that contains the case, without its folder.
    pub file: String,
}

/// The options of `smsc decode`. An option that a case leaves out has the command's default.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CaseQuery {
    /// The requested format, 0 to 3.
    pub fmt: u8,
    /// The requested level of detail, 0 to 2.
    pub all: u8,
    /// Whether the request was for a batch (R2, R21).
    pub multi: bool,
    /// The requested charset: `windows-1251`, `koi8-r` or `utf-8` (R7).
    pub charset: String,
    /// The kind of the messages, as far as the caller knows it: `auto`, `sms`, `hlr` or `email`
    /// (R41).
    pub kind: String,
    /// The requested pairs, as `ID:PHONE,ID:PHONE` (R47).
    pub ids: Option<String>,
}

impl Default for CaseQuery {
    fn default() -> Self {
        Self { fmt: 1, all: 0, multi: false, charset: "windows-1251".to_owned(), kind: "auto".to_owned(), ids: None }
    }
}

impl CaseQuery {
    /// Returns the options that pass this query to `smsc decode`, `--json` included.
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

    /// Returns the pairs of `ids`, with the ids and the phones as written. Returns `None` without
    /// `ids`.
    ///
    /// # Panics
    ///
    /// Panics if `ids` is not of the form `ID:PHONE,ID:PHONE`, or an id is not valid.
    #[must_use]
    pub fn requested(&self) -> Option<Vec<(String, String)>> {
        let ids = self.ids.as_ref()?;
        let pair = |pair: &str| {
            let (id, phone) = pair.split_once(':').unwrap_or_else(|| panic!("{pair:?} in ids {ids:?} is not ID:PHONE"));
            // R3a
            assert!(MessageId::parse(id).is_some(), "the id of {pair:?} in ids {ids:?} is not valid");
            (id.to_owned(), phone.to_owned())
        };
        Some(ids.split(',').map(pair).collect())
    }

    /// Returns the decoder of the requested charset.
    ///
    /// # Panics
    ///
    /// Panics if the charset is not one of the three of R7.
    #[must_use]
    pub fn encoding(&self) -> &'static Encoding {
        encoding(&self.charset)
    }

    /// Returns what is wrong with the query, or `None`.
    fn fault(&self) -> Option<String> {
        if self.fmt > 3 {
            return Some(format!("fmt {} is not 0 to 3", self.fmt));
        }
        if self.all > 2 {
            return Some(format!("all {} is not 0 to 2", self.all));
        }
        if MessageKind::from_name(&self.kind).is_none() {
            return Some(format!("kind {:?} is unknown", self.kind));
        }
        if Charset::from_name(&self.charset).is_none() {
            return Some(format!("charset {:?} is unknown", self.charset));
        }
        None
    }
}

/// Returns the decoder of the charset with this name.
///
/// # Panics
///
/// Panics if the charset is not one of the three of R7.
#[must_use]
pub fn encoding(charset: &str) -> &'static Encoding {
    match charset {
        "windows-1251" => encoding_rs::WINDOWS_1251,
        "koi8-r" => encoding_rs::KOI8_R,
        "utf-8" => encoding_rs::UTF_8,
        other => panic!("{other:?} is not one of the charsets windows-1251, koi8-r, utf-8"),
    }
}

/// A case in the form of its file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    why: String,
    source: String,
    query: CaseQuery,
    body_hex: String,
    expect: Vec<Value>,
    /// The body as text, for people who read the file. It is checked and not used otherwise.
    body: Option<String>,
}

/// Returns the folder of the cases.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata")
}

/// Loads all cases of `testdata/*.json`, files by name and cases in their order.
///
/// # Panics
///
/// Panics if a file cannot be read, a case is not of the described form, two cases of a file share
/// a name, or the `body` of a case is not its `body_hex` in the charset of its query.
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

/// Loads the cases of one file.
fn load_file(path: &Path) -> Vec<Case> {
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("cannot read {file}: {e}"));
    parse(&file, &text)
}

/// Parses the text of a file, and returns its cases.
fn parse(file: &str, text: &str) -> Vec<Case> {
    let written: Vec<Written> = serde_json::from_str(text).unwrap_or_else(|e| panic!("{file} is not a list of cases: {e}"));
    let mut names = HashSet::new();
    written
        .into_iter()
        .map(|case| {
            let at = format!("{file}, case {}", case.name);
            assert!(names.insert(case.name.clone()), "{at}: the name is not unique in the file");
            if let Some(fault) = case.query.fault() {
                panic!("{at}: {fault}");
            }
            let _ = case.query.requested();
            let body = unhex(&case.body_hex).unwrap_or_else(|| panic!("{at}: body_hex is not a string of pairs of hex digits"));
            if let Some(shown) = &case.body {
                let (decoded, _) = case.query.encoding().decode_without_bom_handling(&body);
                assert!(*shown == decoded, "{at}: body is {shown:?}, but body_hex is {decoded:?}");
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

/// Parses a string of hex digits. Returns `None` if it is not a string of pairs of hex digits.
#[must_use]
pub fn unhex(hex: &str) -> Option<Vec<u8>> {
    let digits: Vec<u32> = hex.chars().map(|c| c.to_digit(16)).collect::<Option<_>>()?;
    if !digits.len().is_multiple_of(2) {
        return None;
    }
    digits.chunks(2).map(|pair| u8::try_from(pair[0] * 16 + pair[1]).ok()).collect()
}

/// Returns whether the lines equal the expected ones, in order. An expected `{"malformed": true}`
/// stands for any object with a `malformed` key; the order of keys does not matter.
#[must_use]
pub fn same(expect: &[Value], got: &[Value]) -> bool {
    expect.len() == got.len() && expect.iter().zip(got).all(|(expect, got)| same_line(expect, got))
}

/// Compares one line of [`same`].
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
    fn an_empty_query_has_the_defaults_of_the_command() {
        let query: CaseQuery = serde_json::from_str("{}").unwrap();
        assert_eq!(query, CaseQuery::default());
        let expect = ["--fmt", "1", "--all", "0", "--charset", "windows-1251", "--kind", "auto", "--json"];
        assert_eq!(query.args(), expect);
    }

    #[test]
    fn requested_pairs_are_kept_as_written() {
        let query = CaseQuery { ids: Some("07:+7 (999) 000-00-01,order-77:a:b@c.d".to_owned()), ..CaseQuery::default() };
        let pair = |id: &str, phone: &str| (id.to_owned(), phone.to_owned());
        let expect = vec![pair("07", "+7 (999) 000-00-01"), pair("order-77", "a:b@c.d")];
        assert_eq!(query.requested(), Some(expect));
    }

    #[test]
    #[should_panic(expected = "is not valid")]
    fn a_requested_id_must_be_valid() {
        let _ = CaseQuery { ids: Some("-5:79990000001".to_owned()), ..CaseQuery::default() }.requested();
    }

    #[test]
    #[should_panic(expected = "the name is not unique in the file")]
    fn a_name_may_not_be_repeated() {
        let case = r#"{"name":"a","why":"","source":"made","query":{},"body_hex":"31","expect":[]}"#;
        let _ = parse("x.json", &format!("[{case},{case}]"));
    }

    #[test]
    #[should_panic(expected = "but body_hex is")]
    fn the_shown_body_must_be_the_body() {
        let _ = parse("x.json", r#"[{"name":"a","why":"","source":"made","query":{},"body_hex":"31","expect":[],"body":"2"}]"#);
    }
}
