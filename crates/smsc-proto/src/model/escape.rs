//! The escapes of texts in fmt 2 and 3, and their decoding (R28, R29, R50).

use crate::model::charset::Plain;

/// How the bytes of a text represent characters that have another meaning in the format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Escape {
    /// No escapes: fmt 0 and 1.
    #[default]
    None,
    /// Entities, character references and CDATA sections: fmt 2. Comments and processing
    /// instructions are not part of the text.
    Xml,
    /// Backslash escapes: fmt 3. An escaped half of a surrogate pair without its other half decodes
    /// to U+FFFD.
    Json,
}

/// Returns the next character of a JSON string whose escapes are known to be valid.
pub(super) fn unescape_json(chars: &mut Plain<'_>) -> Option<char> {
    let next = chars.next()?;
    if next != '\\' {
        return Some(next);
    }
    Some(match chars.next()? {
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => unescape_unicode(chars),
        other => other,
    })
}

/// Decodes a `\uXXXX` escape after its `u`, together with a second one if both are a surrogate
/// pair. Returns U+FFFD for half a pair (R50).
fn unescape_unicode(chars: &mut Plain<'_>) -> char {
    let Some(first) = parse_utf16_unit(chars) else { return char::REPLACEMENT_CHARACTER };
    let mut ahead = chars.clone();
    let second = (ahead.next() == Some('\\') && ahead.next() == Some('u')).then(|| parse_utf16_unit(&mut ahead)).flatten();
    match (first, second) {
        (0xd800..0xdc00, Some(second @ 0xdc00..0xe000)) => {
            *chars = ahead;
            let high = first.wrapping_sub(0xd800) << 10;
            let low = second.wrapping_sub(0xdc00);
            char::from_u32(high.wrapping_add(low).wrapping_add(0x1_0000)).unwrap_or(char::REPLACEMENT_CHARACTER)
        }
        _ => char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

/// Parses four hexadecimal digits.
fn parse_utf16_unit(chars: &mut Plain<'_>) -> Option<u32> {
    (0..4).try_fold(0_u32, |sum, _| Some(sum.wrapping_mul(16).wrapping_add(chars.next()?.to_digit(16)?)))
}

/// Returns the next character of an XML text whose references are known to be valid.
pub(super) fn unescape_xml(chars: &mut Plain<'_>, in_cdata: &mut bool) -> Option<char> {
    loop {
        if *in_cdata {
            if skip(chars, "]]>") {
                *in_cdata = false;
                continue;
            }
            return chars.next();
        }
        if skip(chars, "<![CDATA[") {
            *in_cdata = true;
            continue;
        }
        let end = if skip(chars, "<!--") {
            "-->"
        } else if skip(chars, "<?") {
            "?>"
        } else {
            break;
        };
        while !skip(chars, end) {
            chars.next()?;
        }
    }
    match chars.next()? {
        '&' => Some(parse_reference(chars).unwrap_or('&')),
        next => Some(next),
    }
}

/// Decodes a reference after its `&`. Returns `None`, and consumes nothing, if it is not valid.
fn parse_reference(chars: &mut Plain<'_>) -> Option<char> {
    let mut ahead = chars.clone();
    let mut name = [0; 16];
    let mut free = name.iter_mut();
    loop {
        match ahead.next()? {
            ';' => break,
            next => *free.next()? = u8::try_from(next).ok()?,
        }
    }
    let length = 16_usize.checked_sub(free.len())?;
    let found = reference(name.get(..length)?)?;
    *chars = ahead;
    Some(found)
}

/// Consumes these characters if they are next, and returns whether they were.
fn skip(chars: &mut Plain<'_>, wanted: &str) -> bool {
    let mut ahead = chars.clone();
    let is_next = wanted.chars().all(|next| ahead.next() == Some(next));
    if is_next {
        *chars = ahead;
    }
    is_next
}

/// Returns the character of a reference, given the name between its `&` and its `;`. Returns `None`
/// if there is no such character or entity.
pub(crate) fn reference(name: &[u8]) -> Option<char> {
    Some(match name {
        b"amp" => '&',
        b"lt" => '<',
        b"gt" => '>',
        b"quot" => '"',
        b"apos" => '\'',
        _ => {
            let number = name.strip_prefix(b"#")?;
            let (digits, radix) = number.strip_prefix(b"x").map_or((number, 10), |digits| (digits, 16));
            let digits = core::str::from_utf8(digits).ok().filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
            char::from_u32(u32::from_str_radix(digits, radix).ok()?).filter(|found| *found != '\0')?
        }
    })
}
