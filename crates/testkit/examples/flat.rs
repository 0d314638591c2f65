//! Writes every case of testdata, replies and outcomes, to a file in a form that a program without
//! an allocator can parse: every text has its length before it. proof/bare-metal reads the file.
//!
//! - A text is its length in bytes (two bytes, the low one first) and its bytes. A list is its
//!   number of items (two bytes) and the items. A pair is two texts.
//! - A case is its name, its query as a list of pairs, its body, and the expected lines: a list of
//!   lists of pairs.
//!
//! A value is written as in JSON, a string without its quotes. A nested value has the names of both
//! levels, with a dot between them. The items of a list are separated by commas, those of a list in it
//! by spaces.

use serde_json::{Map, Value, json};
use testkit::{Case, CaseQuery};

fn main() -> std::io::Result<()> {
    let mut flat = Vec::new();
    for Case { file, name, query, body, expect, .. } in testkit::load() {
        let CaseQuery { fmt, all, multi, charset, kind, ids } = query;
        let mut query = json!({ "fmt": fmt, "all": all, "multi": multi, "charset": charset, "kind": kind });
        if let Some(ids) = ids {
            query["ids"] = ids.into();
        }
        case(&format!("{file}, {name}"), object(&query), &body, &expect, &mut flat);
    }
    let folder = testkit::cases::folder().join("outcomes");
    for file in ["codes.json", "texts.json", "getcourse.json", "clicksend.json", "symptoms.json"] {
        let cases: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(folder.join(file))?)?;
        for found in cases {
            let name = format!("{file}, {}", text(&found["name"]));
            case(&name, object(&found["query"]), b"", found["expect"].as_array().expect("a list"), &mut flat);
        }
    }
    std::fs::write(std::env::args_os().nth(1).expect("the file to write"), flat)
}

fn object(value: &Value) -> &Map<String, Value> {
    value.as_object().expect("an object")
}

fn case(name: &str, query: &Map<String, Value>, body: &[u8], expect: &[Value], flat: &mut Vec<u8>) {
    string(name.as_bytes(), flat);
    pairs(query, flat);
    string(body, flat);
    count(expect.len(), flat);
    for line in expect {
        pairs(object(line), flat);
    }
}

fn pairs(object: &Map<String, Value>, flat: &mut Vec<u8>) {
    let mut pairs = Vec::new();
    for (key, value) in object {
        match value {
            Value::Object(nested) => pairs.extend(nested.iter().map(|(name, value)| (format!("{key}.{name}"), text(value)))),
            _ => pairs.push((key.clone(), text(value))),
        }
    }
    count(pairs.len(), flat);
    for (key, value) in pairs {
        string(key.as_bytes(), flat);
        string(value.as_bytes(), flat);
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(|item| joined(item, " ")).collect::<Vec<_>>().join(","),
        _ => value.to_string(),
    }
}

fn joined(value: &Value, separator: &str) -> String {
    value.as_array().map_or_else(|| text(value), |items| items.iter().map(text).collect::<Vec<_>>().join(separator))
}

fn string(bytes: &[u8], flat: &mut Vec<u8>) {
    count(bytes.len(), flat);
    flat.extend_from_slice(bytes);
}

fn count(count: usize, flat: &mut Vec<u8>) {
    flat.extend(u16::try_from(count).expect("fewer than 65536").to_le_bytes());
}
