//! Runs every case of testdata/visible.

use std::fs;
use std::path::Path;

use serde_json::Value;
use visible_text::{Visible, VisibleJson};

#[test]
fn every_case() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/visible/texts.json");
    let cases: Vec<Value> = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    assert!(cases.len() > 40);
    for case in &cases {
        let text = |key: &str| case[key].as_str().unwrap();
        assert_eq!(Visible(text("text")).to_string(), text("visible"), "{}", text("name"));
        let json = serde_json::to_string(text("text")).unwrap();
        let shown = VisibleJson(&json).to_string();
        assert_eq!(shown, format!("\"{}\"", text("json")), "{}", text("name"));
        assert_eq!(serde_json::from_str::<String>(&shown).unwrap(), text("text"), "{}", text("name"));
    }
}
