//! The cases of notifications, and files with their secrets.

use std::path::Path;

use serde_json::Value;

/// Returns the cases of testdata/callbacks.
pub(crate) fn cases() -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/callbacks/callbacks.json");
    let cases: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert!(cases.len() >= 50, "cases are missing: {}", cases.len());
    cases
}

/// Creates a file that only its owner can read, and returns its path.
pub(crate) fn private_file(name: &str, body: &[u8]) -> String {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("callback-{name}"));
    std::fs::write(&file, body).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).unwrap();
    }
    file.to_str().unwrap().to_owned()
}

/// Returns the bytes of a text in windows-1251: of ASCII and Russian letters.
fn encoded(text: &str) -> Vec<u8> {
    let byte = |letter: char| match letter {
        '\0'..='\x7f' => letter as u8,
        'ё' => 0xb8,
        'А'..='я' => 0xc0 + u8::try_from(letter as u32 - 'А' as u32).unwrap(),
        _ => panic!("{letter} is no letter of the cases"),
    };
    text.chars().map(byte).collect()
}

/// Returns the body of a case: a form if its fields were decoded already.
pub(crate) fn body_of(case: &Value) -> Vec<u8> {
    if let Some(fields) = case["fields"].as_array() {
        let percent =
            |text: &str| -> String { encoded(text).iter().map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat() };
        let pairs = fields.iter().map(|pair| format!("{}={}", pair[0].as_str().unwrap(), percent(pair[1].as_str().unwrap())));
        return pairs.collect::<Vec<_>>().join("&").into_bytes();
    }
    let hex = case["body_hex"].as_str().unwrap();
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}
