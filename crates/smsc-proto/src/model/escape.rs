//! How the texts of fmt 2 and 3 are escaped (R28, R29, R50).

use crate::model::charset::Plain;

/// How characters are written that would mean something else in the format (R28, R29).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Escape {
    /// Not at all: fmt 0 and 1.
    #[default]
    None,
    /// As entities, character references and CDATA sections: fmt 2. Comments are no part of the text.
    Xml,
    /// With backslashes: fmt 3. An escaped half of a surrogate pair without its other half is U+FFFD.
    Json,
}

/// The next character of a string whose escapes are known to be good.
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
        'u' => unicode(chars),
        other => other,
    })
}

/// The character of `\uXXXX`, or of a pair of them; a half without its other half is U+FFFD (R50).
fn unicode(chars: &mut Plain<'_>) -> char {
    let Some(first) = unit(chars) else { return char::REPLACEMENT_CHARACTER };
    let mut ahead = chars.clone();
    let second = (ahead.next() == Some('\\') && ahead.next() == Some('u')).then(|| unit(&mut ahead)).flatten();
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

/// Four hexadecimal digits.
fn unit(chars: &mut Plain<'_>) -> Option<u32> {
    (0..4).try_fold(0_u32, |sum, _| Some(sum.wrapping_mul(16).wrapping_add(chars.next()?.to_digit(16)?)))
}

/// The next character of a text whose entities are known to be good.
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
        '&' => Some(referred(chars).unwrap_or('&')),
        next => Some(next),
    }
}

/// The character that a reference behind its `&` stands for.
fn referred(chars: &mut Plain<'_>) -> Option<char> {
    let mut ahead = chars.clone();
    let mut name = [0; 16];
    let mut places = name.iter_mut();
    loop {
        match ahead.next()? {
            ';' => break,
            next => *places.next()? = u8::try_from(next).ok()?,
        }
    }
    let length = 16_usize.checked_sub(places.len())?;
    let found = reference(name.get(..length)?)?;
    *chars = ahead;
    Some(found)
}

/// Goes past these characters, if they come next.
fn skip(chars: &mut Plain<'_>, wanted: &str) -> bool {
    let mut ahead = chars.clone();
    let comes = wanted.chars().all(|next| ahead.next() == Some(next));
    if comes {
        *chars = ahead;
    }
    comes
}

/// The character between `&` and `;`.
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
