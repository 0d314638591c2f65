//! The cases of testdata/outcomes, put to the C program that explains them.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::path::Path;

use serde_json::{Value, json};

use crate::run::{Invocation, root};

/// Fewer would mean that cases were not found.
const AT_LEAST: usize = 400;

/// The file of symptoms is missing: the C library explains what a server said, and nothing else.
const FILES: [&str; 3] = ["codes", "getcourse", "clicksend"];

struct Case {
    name: String,
    question: String,
    expect: Vec<Value>,
}

pub(super) struct Explained(Vec<Case>);

impl Explained {
    pub(super) fn load() -> Result<Self, String> {
        let mut cases = Vec::new();
        for file in FILES {
            let path = root().join("testdata/outcomes").join(file).with_extension("json");
            let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
            let text = fs::read_to_string(&path).map_err(|error| failed(&error))?;
            for case in serde_json::from_str::<Vec<Value>>(&text).map_err(|error| failed(&error))? {
                let name = format!("{file}: {}", case["name"]);
                let question = question(&case["query"]).ok_or_else(|| failed(&format!("{name} asks for nothing known")))?;
                let expect = case["expect"].as_array().cloned().ok_or_else(|| failed(&"a case that expects nothing"))?;
                cases.push(Case { name, question, expect });
            }
        }
        if cases.len() < AT_LEAST { Err(format!("cases are missing: {}", cases.len())) } else { Ok(Self(cases)) }
    }

    /// Runs the program over all cases.
    pub(super) fn check(&self, program: Invocation, input: &Path) -> Result<(), String> {
        let mut text = String::new();
        for case in &self.0 {
            let _ = writeln!(text, "{}", case.question);
        }
        let failed = |error: std::io::Error| format!("{}: {error}", input.display());
        fs::write(input, text).map_err(failed)?;
        let output = program.stdin(File::open(input).map_err(failed)?).output()?;
        let mut lines = output.split_terminator('\n');
        for case in &self.0 {
            let answers: Vec<_> = lines.by_ref().take_while(|line| *line != ".").collect();
            let differs = || format!("{}: expected {}, but got {}", case.name, json!(case.expect), answers.join("\n"));
            let got = answers.iter().map(|line| serde_json::from_str(line)).collect::<Result<Vec<Value>, _>>();
            let got = got.map_err(|error| format!("{}: {error}", differs()))?;
            if !fits(&case.expect, &got) {
                return Err(differs());
            }
        }
        if lines.next().is_none() { Ok(()) } else { Err("more answers than questions".to_owned()) }
    }
}

/// The question as the program reads it.
fn question(query: &Value) -> Option<String> {
    if let Some(status) = query["status"].as_i64() {
        let number = |key: &str| query[key].as_i64().unwrap_or(-1);
        return Some(format!("codes {status} {} {}", number("err"), number("type")));
    }
    if let Some(code) = query["api_error"].as_i64() {
        return Some(format!("api_error {code}"));
    }
    let what = ["getcourse", "clicksend"].into_iter().find(|what| query[*what].is_string())?;
    let mut question = format!("{what} ");
    for byte in query[what].as_str()?.bytes() {
        let _ = write!(question, "{byte:02x}");
    }
    Some(question)
}

/// Whether each answer has at least the fields that are expected of it.
fn fits(expect: &[Value], got: &[Value]) -> bool {
    let has = |expect: &Value, got: &Value| {
        expect.as_object().is_some_and(|expect| expect.iter().all(|(key, value)| got.get(key) == Some(value)))
    };
    expect.len() == got.len() && expect.iter().zip(got).all(|(expect, got)| has(expect, got))
}
