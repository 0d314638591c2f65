//! The words that inputs are made of, from the table of fields and the tokens of the wire, in
//! libFuzzer's form.

use std::fmt::Write as _;

use smsc_proto::Field;

use crate::generate::tokens;

/// Returns the names of the fields as a format writes them, and the tokens of the format.
pub(super) fn of_format(fmt: u8) -> Vec<String> {
    let mut words = Vec::new();
    for field in Field::ALL {
        let (name, key) = (field.name(), field.label());
        match fmt {
            0 => words.push(format!(", {key} = ")),
            1 => {}
            2 => words.extend([format!("<{name}>"), format!("</{name}>")]),
            _ => words.push(format!("\"{name}\":")),
        }
    }
    let others: &[&str] = match fmt {
        0 => &["ERROR = ", ", ID - ", "order-77", "10.10.2025 10:10:10"],
        1 => &["order-77", ",0,order-77", ", A.S.", "79990000001", "2147483647", "1099511627776"],
        2 => &["<error>", "</error>", "<error_code>", "</error_code>"],
        _ => &["\"error\":", "\"error_code\":", "\"result\":"],
    };
    words.extend(others.iter().map(|word| (*word).to_owned()));
    words.extend((0..=2).flat_map(|all| tokens(fmt, all)).filter(|word| word.len() > 1).map(str::to_owned));
    words
}

/// Returns the words of every format.
pub(super) fn of_all() -> Vec<String> {
    (0..4).flat_map(of_format).collect()
}

/// Returns the parts of escapes.
pub(super) fn escapes() -> Vec<String> {
    let words = [
        "&amp;",
        "&lt;",
        "&gt;",
        "&quot;",
        "&apos;",
        "&#",
        "&#x",
        "&#1046;",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<?",
        "?>",
        "\\u",
        "\\n",
        "\\\"",
        "\\\\",
        "\\ud83d",
        "\\ude00",
        "\\u0416",
        "\u{feff}",
        "Ж",
        "😀",
    ];
    words.map(str::to_owned).to_vec()
}

/// Returns the words of GetCourse's texts, of the provider's names and of ClickSend's rows.
pub(super) fn names() -> Vec<String> {
    let rows = sms_outcome::clicksend::ROWS.iter().flat_map(|row| row.status.into_iter().chain(row.words));
    let texts = sms_outcome::getcourse::texts().chain(rows);
    texts
        .flat_map(|text| text.split([' ', ',', '.', '(', ')']))
        .filter(|word| word.chars().count() > 2)
        .map(str::to_owned)
        .collect()
}

/// Formats a dictionary: each word once, on a line.
pub(super) fn form(mut words: Vec<String>) -> String {
    words.sort_unstable();
    words.dedup();
    let mut text = String::new();
    for word in words {
        text.push('"');
        for byte in word.bytes() {
            match byte {
                b'"' | b'\\' => _ = write!(text, "\\{}", char::from(byte)),
                b' '..=b'~' => text.push(char::from(byte)),
                _ => _ = write!(text, "\\x{byte:02X}"),
            }
        }
        text.push_str("\"\n");
    }
    text
}
