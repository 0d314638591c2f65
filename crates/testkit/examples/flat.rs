//! Writes every case of testdata but those of visible texts to a file in a form that a program without
//! an allocator can parse: every text has its length before it. proof/bare-metal reads the file.
//!
//! - A text is its length in bytes (two bytes, the low one first) and its bytes. A list is its
//!   number of items (two bytes) and the items. A pair is two texts.
//! - A case is its name, its query as a list of pairs, its body, and the expected lines: a list of
//!   lists of pairs. The name starts with the folder of the case, unless this is testdata itself.
//!
//! A value is written as in JSON, a string without its quotes. A nested value has the names of both
//! levels, with a dot between them. The items of a list are separated by commas, those of a list in it
//! by spaces. Objects in a list are nested values with the index between the names.

use std::fs::read_to_string;

use serde_json::{Map, Value, json};
use testkit::calls::CallCase;
use testkit::cases::{encoding, folder, unhex};
use testkit::{Case, CaseQuery, calls};

fn main() -> std::io::Result<()> {
    let mut flat = Vec::new();
    for Case { file, name, query, body, expect, .. } in testkit::load() {
        let CaseQuery { fmt, all, multi, charset, kind, ids } = query;
        let mut query = json!({ "fmt": fmt, "all": all, "multi": multi, "charset": charset, "kind": kind });
        if let Some(ids) = ids {
            query["ids"] = ids.into();
        }
        // A slash in front would make a folder of the name.
        case(&format!("{file}, {}", name.replace('/', " ")), object(&query), &body, &expect, &mut flat);
    }
    for file in ["codes", "texts", "getcourse", "clicksend", "symptoms"] {
        for found in load(&format!("outcomes/{file}.json"))? {
            case(&name("outcomes", &found), object(&found["query"]), b"", found["expect"].as_array().expect("a list"), &mut flat);
        }
    }
    for CallCase { name, call, body, expect } in calls::load() {
        let query = json!({ "call": call.script.name(), "fmt": call.fmt, "cost": call.cost, "charset": call.charset });
        case(&name, object(&query), &body, &expect, &mut flat);
    }
    load("requests/requests.json")?.iter().for_each(|found| request(found, &mut flat));
    load("callbacks/callbacks.json")?.iter().for_each(|found| callback(found, &mut flat));
    load("retry/retry.json")?.iter().for_each(|found| retry(found, &mut flat));
    std::fs::write(std::env::args_os().nth(1).expect("the file to write"), flat)
}

fn load(file: &str) -> std::io::Result<Vec<Value>> {
    Ok(serde_json::from_str(&read_to_string(folder().join(file))?)?)
}

/// Returns the name of a case in a folder.
fn name(folder: &str, case: &Value) -> String {
    format!("{folder}/{}", text(&case["name"]))
}

/// Writes the case of a request: its options and credentials, the body that is written, and the error
/// as the only line if there is one.
fn request(found: &Value, flat: &mut Vec<u8>) {
    let mut query = Map::new();
    query.insert("call".to_owned(), found["call"].clone());
    for (name, value) in object(&found["options"]) {
        match value.as_array() {
            Some(items) => query.extend(items.iter().enumerate().map(|(at, item)| (format!("{name}.{at}"), item.clone()))),
            None => _ = query.insert(name.clone(), value.clone()),
        }
    }
    query.extend(object(&found["credentials"]).clone());
    let error: Vec<Value> = found.get("error").cloned().into_iter().collect();
    case(&name("requests", found), &query, found["body"].as_str().unwrap_or_default().as_bytes(), &error, flat);
}

/// Writes the case of a push notification. The body of decoded fields is their names and values, each
/// with its length before it.
fn callback(found: &Value, flat: &mut Vec<u8>) {
    let charset = found["charset"].as_str().unwrap_or("windows-1251");
    let query = json!({ "format": found["format"], "charset": charset, "secret": found["secret"] });
    let mut body = Vec::new();
    match found["fields"].as_array() {
        Some(fields) => {
            for field in fields {
                string(text(&field[0]).as_bytes(), &mut body);
                string(&encoding(charset).encode(&text(&field[1])).0, &mut body);
            }
        }
        None => body = unhex(&text(&found["body_hex"])).expect("hex digits"),
    }
    case(&name("callbacks", found), object(&query), &body, std::slice::from_ref(&found["expect"]), flat);
}

/// Writes the case of an advice: all but its name, its reason and what is expected is the query.
fn retry(found: &Value, flat: &mut Vec<u8>) {
    let mut query = object(found).clone();
    query.retain(|key, _| !["name", "why", "expect"].contains(&key.as_str()));
    case(&name("retry", found), &query, b"", std::slice::from_ref(&found["expect"]), flat);
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
        let nested = |key: &str, value: &Value| -> Vec<_> {
            self::object(value).iter().map(|(name, value)| (format!("{key}.{name}"), text(value))).collect()
        };
        match value {
            Value::Object(_) => pairs.extend(nested(key, value)),
            Value::Array(items) if items.iter().any(Value::is_object) => {
                pairs.extend(items.iter().enumerate().flat_map(|(at, item)| nested(&format!("{key}.{at}"), item)));
            }
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
