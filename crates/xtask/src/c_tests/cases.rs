//! The conformance cases (testdata/README.md), put to the C program that reads them.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::run::{Invocation, root};

/// Fewer would mean that files were not found.
const AT_LEAST: usize = 311;

/// A case, as its file has it.
struct Case {
    name: String,
    query: Value,
    body: String,
    expect: Vec<Value>,
}

/// All cases, and how the program is asked to read them.
pub(super) struct Cases(Vec<Case>);

/// What the program is told to do, and so what it has to print.
#[derive(Clone, Copy)]
pub(super) enum Mode {
    /// Read the body as a whole.
    Slice,
    /// Read batches in chunks of so many bytes.
    Chunks(usize),
    /// Read it, and write what was read as a reply of fmt 3 in UTF-8.
    Write,
}

pub(super) const MODES: [Mode; 5] = [Mode::Slice, Mode::Chunks(1), Mode::Chunks(7), Mode::Chunks(4096), Mode::Write];

impl Mode {
    pub(super) fn args(self) -> Vec<String> {
        match self {
            Self::Slice => vec!["slice".to_owned()],
            Self::Chunks(length) => vec!["chunks".to_owned(), length.to_string()],
            Self::Write => vec!["write".to_owned()],
        }
    }

    fn takes(self, case: &Case) -> bool {
        !matches!(self, Self::Chunks(_)) || is_batch(case)
    }
}

fn is_batch(case: &Case) -> bool {
    case.query["multi"] == true
}

impl Cases {
    pub(super) fn load() -> Result<Self, String> {
        let folder = root().join("testdata");
        let mut files: Vec<PathBuf> =
            fs::read_dir(&folder).map_err(|error| error.to_string())?.flatten().map(|entry| entry.path()).collect();
        files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
        files.sort();
        let mut cases = Vec::new();
        for path in files {
            let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
            let text = fs::read_to_string(&path).map_err(|error| failed(&error))?;
            let list: Vec<Value> = serde_json::from_str(&text).map_err(|error| failed(&error))?;
            for case in list {
                let text =
                    |key: &str| case[key].as_str().map(str::to_owned).ok_or_else(|| failed(&format!("a case without {key}")));
                let expect = case["expect"].as_array().cloned().ok_or_else(|| failed(&"a case that expects nothing"))?;
                cases.push(Case { name: text("name")?, query: case["query"].clone(), body: text("body_hex")?, expect });
            }
        }
        if cases.len() < AT_LEAST {
            return Err(format!("cases are missing: {}", cases.len()));
        }
        Ok(Self(cases))
    }

    /// Runs the program over all cases of a mode.
    pub(super) fn check(&self, mode: Mode, program: Invocation, input: &Path) -> Result<(), String> {
        let cases: Vec<_> = self.0.iter().filter(|case| mode.takes(case)).collect();
        let mut text = String::new();
        for case in &cases {
            let _ = writeln!(text, "{}\n{}", question(&case.query), case.body);
        }
        let failed = |error: std::io::Error| format!("{}: {error}", input.display());
        fs::write(input, text).map_err(failed)?;
        let output = program.args(mode.args()).stdin(File::open(input).map_err(failed)?).output()?;
        let answers: Vec<_> = output.split_terminator("\n.\n").collect();
        if answers.len() != cases.len() {
            return Err(format!("{} cases, but {} answers", cases.len(), answers.len()));
        }
        let wrong = cases.iter().zip(answers).filter_map(|(case, answer)| compare(mode, case, answer.trim_start()).err());
        let wrong: Vec<_> = wrong.collect();
        if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
    }
}

/// `fmt all multi charset kind ids`, with the defaults of testdata/README.md.
fn question(query: &Value) -> String {
    let number = |key: &str, default: u64| query[key].as_u64().unwrap_or(default);
    let word = |key: &str, default: &'static str| query[key].as_str().unwrap_or(default).to_owned();
    format!(
        "{} {} {} {} {} {}",
        number("fmt", 1),
        number("all", 0),
        u8::from(query["multi"] == true),
        word("charset", "windows-1251"),
        word("kind", "auto"),
        word("ids", "-"),
    )
}

/// Whether the answer is what the case expects.
fn compare(mode: Mode, case: &Case, answer: &str) -> Result<(), String> {
    let differs = || format!("{}: expected {}, but got {answer}", case.name, json!(case.expect));
    let wrong = |error: serde_json::Error| format!("{}: {error}: {answer}", case.name);
    if let Mode::Write = mode {
        let expect = written(&case.expect);
        if expect.is_empty() && answer.is_empty() {
            return Ok(());
        }
        let reply: Value = serde_json::from_str(answer).map_err(wrong)?;
        let is_record = expect.iter().all(|line| line.get("status").is_some());
        let wanted = if expect.len() != 1 || (is_batch(case) && is_record) { json!(expect) } else { expect[0].clone() };
        return if reply == wanted { Ok(()) } else { Err(differs()) };
    }
    // Only LF ends a line: U+2028 and U+0085 may stand in a text.
    let lines = answer.split_terminator('\n').map(serde_json::from_str).collect::<Result<Vec<Value>, _>>().map_err(wrong)?;
    let is_same = lines.len() == case.expect.len() && case.expect.iter().zip(&lines).all(|(expect, line)| same(expect, line));
    if is_same { Ok(()) } else { Err(differs()) }
}

/// Whether a line is the expected one; of a malformed one, whether it has what the case says of it.
fn same(expect: &Value, line: &Value) -> bool {
    let Some(what) = expect.as_object().filter(|object| object.contains_key("malformed")) else { return expect == line };
    let has_all = ["malformed", "offset", "expected"].iter().all(|key| line.get(*key).is_some());
    has_all && what.iter().all(|(key, value)| *value == Value::Bool(true) || line.get(key) == Some(value))
}

/// What of the expected lines a reply can hold: the records as they are, an error or a deletion.
fn written(expect: &[Value]) -> Vec<Value> {
    let is_written = |line: &&Value| line.get("malformed").is_none() && line.get("missing").is_none();
    let mut lines: Vec<Value> = expect.iter().filter(is_written).cloned().collect();
    for line in lines.iter_mut().filter_map(Value::as_object_mut) {
        line.retain(|key, _| key != "split" && key != "unexpected");
    }
    lines
}
