//! Bodies without what is private: their structure alone.

/// The parameters of requests whose values say nothing of an account.
const SHOWN: &[&str] = &["all", "charset", "cost", "cur", "del", "err", "fmt", "op"];

/// The keys whose values are codes.
const CODES: &[&str] = &["error_code", "status", "err"];

/// Returns the form of a request with the values that are private masked.
pub(super) fn form(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    let parameter = |parameter: &str| match parameter.split_once('=') {
        Some((name, value)) if !SHOWN.contains(&name) && !value.is_empty() => format!("{name}=***"),
        _ => parameter.to_owned(),
    };
    text.split('&').map(parameter).collect::<Vec<_>>().join("&")
}

/// Returns a reply in which each letter of a value is an `x` and each digit a `0`, so that its length
/// and its structure stay. Keys of JSON, names of tags, and codes stay as they are.
pub(super) fn reply(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    match text.trim_start().chars().next() {
        Some('{' | '[') => json(&text),
        Some('<') => markup(&text),
        _ => mask(&text),
    }
}

fn mask(text: &str) -> String {
    let masked = |next: char| match next {
        '0'..='9' => '0',
        // A letter of another alphabet, or what no charset has.
        _ if next.is_alphanumeric() || !next.is_ascii() => 'x',
        _ => next,
    };
    text.chars().map(masked).collect()
}

/// Masks the values of JSON, well-formed or not.
fn json(text: &str) -> String {
    let (mut out, mut rest, mut key) = (String::new(), text, String::new());
    while let Some(start) = rest.find('"') {
        out.push_str(&value(&rest[..start], &key));
        let end = string_end(rest, start);
        let string = &rest[start..end];
        rest = &rest[end..];
        if rest.trim_start().starts_with(':') {
            out.push_str(string);
            string.trim_matches('"').clone_into(&mut key);
        } else {
            out.push_str(&value(string, &key));
        }
    }
    out.push_str(&value(rest, &key));
    out
}

fn value(text: &str, key: &str) -> String {
    // A code is a number; anything else under its key may be private.
    let is_code = text.chars().all(|next| next.is_ascii_digit() || "-:,}] \r\n\t".contains(next));
    if CODES.contains(&key) && is_code { text.to_owned() } else { mask(text) }
}

/// Returns the offset after the string that starts at an offset.
fn string_end(text: &str, start: usize) -> usize {
    let mut is_escaped = false;
    let end = text[start + 1..].find(|next| {
        let is_end = next == '"' && !is_escaped;
        is_escaped = next == '\\' && !is_escaped;
        is_end
    });
    end.map_or(text.len(), |end| start + 1 + end + 1)
}

/// Masks the texts and the attributes of XML or HTML.
fn markup(text: &str) -> String {
    let mut out = String::new();
    for (at, part) in text.split('<').enumerate() {
        if at == 0 {
            out.push_str(&mask(part));
            continue;
        }
        let name = part.find(|next: char| !next.is_ascii_alphanumeric() && !"/?!_".contains(next)).unwrap_or(part.len());
        out.push('<');
        out.push_str(&part[..name]);
        out.push_str(&mask(&part[name..]));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_shows_no_value_that_may_be_private() {
        assert_eq!(form(b"apikey=k3y&cur=1&fmt=3&phone=7999&new=1"), "apikey=***&cur=1&fmt=3&phone=***&new=***");
        assert_eq!(form(b""), "");
    }

    #[test]
    fn a_reply_keeps_its_structure_alone() {
        let cases = [
            (r#"{"balance": "12.50", "currency":"RUR"}"#, r#"{"balance": "00.00", "currency":"xxx"}"#),
            (r#"{"error": "bad k3y", "error_code": 2, "id": 5}"#, r#"{"error": "xxx x0x", "error_code": 2, "id": 0}"#),
            (r#"{"error_code":"s3cret","err":"bad k3y"}"#, r#"{"error_code":"x0xxxx","err":"xxx x0x"}"#),
            (r#"[{"message":"a\"Да","status":-3}]"#, r#"[{"message":"x\"xx","status":-3}]"#),
            (r#"{"phone":"7999"#, r#"{"phone":"0000"#),
            ("1,1760080210,0,Привет", "0,0000000000,0,xxxxxx"),
            ("<html><a href=\"s3cret\">Ivan 5</a>", "<html><a xxxx=\"x0xxxx\">xxxx 0</a>"),
            ("", ""),
        ];
        for (body, expected) in cases {
            assert_eq!(reply(body.as_bytes()), expected, "{body}");
        }
        assert_eq!(reply(b"\xcf\xf0 5"), "xx 0");
    }
}
