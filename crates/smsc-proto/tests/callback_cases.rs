//! Every case of testdata/callbacks: what a notification says, and whether its signature is right.

use encoding_rs::{Encoding, KOI8_R, UTF_8, WINDOWS_1251};
use serde_json::{Value, json};
use smsc_proto::Charset;
use smsc_proto::callback::{Callback, CallbackError, CallbackFormat, Secret};

const CASES: &str = include_str!("../../../testdata/callbacks/callbacks.json");

/// Returns the bytes of pairs of hex digits.
fn unhex(digits: &str) -> Vec<u8> {
    let pairs = digits.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

/// Returns the error's name and field.
fn error_of(error: &CallbackError) -> Value {
    let mut found = json!({"error": error.kind().name()});
    if let Some(field) = error.kind().field() {
        found["field"] = json!(field.name());
    }
    found
}

/// Returns what the case expects of a notification.
fn outcome(callback: &Result<Callback<'_>, CallbackError>, secret: &Secret<'_>) -> Value {
    let callback = match callback {
        Ok(callback) => callback,
        Err(error) => return error_of(error),
    };
    let mut found = match callback.verify(secret) {
        Ok(verified) => {
            assert_eq!(verified.event(), callback.unverified());
            let covered: Vec<_> = verified.covered().iter().map(|field| field.name()).collect();
            json!({"verified": {"covered": covered, "algorithm": verified.algorithm().name()}})
        }
        Err(error) => error_of(&error),
    };
    found["kind"] = json!(callback.unverified().name());
    found["event"] = serde_json::to_value(callback.unverified()).unwrap();
    found
}

/// Returns what is found for a case.
fn run(case: &Value) -> Value {
    let text = |name: &str| case[name].as_str().unwrap_or_else(|| panic!("{name}: no text"));
    let charset = case.get("charset").map_or(Charset::Windows1251, |name| Charset::from_name(name.as_str().unwrap()).unwrap());
    let encoding: &Encoding = match charset {
        Charset::Koi8R => KOI8_R,
        Charset::Utf8 => UTF_8,
        _ => WINDOWS_1251,
    };
    let secret = Secret::new(text("secret").as_bytes()).unwrap();
    let format = match text("format") {
        "form" => CallbackFormat::Form,
        "xml" => CallbackFormat::Xml,
        "json" => CallbackFormat::Json,
        "fields" => {
            let pairs = case["fields"].as_array().unwrap().iter().map(|pair| {
                let [name, value] = [0, 1].map(|at| pair[at].as_str().unwrap());
                (name, encoding.encode(value).0.into_owned())
            });
            let pairs: Vec<_> = pairs.collect();
            return outcome(&Callback::from_fields(charset, pairs.iter().map(|(name, value)| (name, &value[..]))), &secret);
        }
        other => panic!("no format {other}"),
    };
    let mut body = unhex(text("body_hex"));
    if let Some(shown) = case.get("body") {
        assert_eq!(shown.as_str(), Some(&*encoding.decode_without_bom_handling(&body).0));
    }
    outcome(&Callback::parse(&mut body, format, charset), &secret)
}

#[test]
fn every_case_is_parsed_and_verified_as_expected() {
    let cases: Vec<Value> = serde_json::from_str(CASES).unwrap();
    assert!(cases.len() >= 50, "{} cases", cases.len());
    for (at, case) in cases.iter().enumerate() {
        assert!(cases[..at].iter().all(|other| other["name"] != case["name"]), "{}", case["name"]);
        assert_eq!(run(case), case["expect"], "{}", case["name"]);
    }
}
