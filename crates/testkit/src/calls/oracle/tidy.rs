//! JSON as `serde_json` accepts it, from JSON as R28 accepts it.

use std::fmt::Write as _;
use std::iter::Peekable;
use std::str::Chars;

/// The character at the start of a text that was a number. Where a body has it, it is escaped.
pub(super) const MARK: char = '\u{f8ff}';

/// Rewrites JSON: numbers as texts that start with [`MARK`], so that they are kept as written;
/// control characters in texts as escapes; half a surrogate pair as U+FFFD. Anything else stays, and
/// so what is no JSON is none afterwards.
pub(super) fn tidy(text: &str) -> String {
    let mut tidied = String::new();
    let mut rest = text.chars().peekable();
    while let Some(next) = rest.next() {
        match next {
            '"' => text_of(&mut rest, &mut tidied),
            '-' | '0'..='9' => {
                let mut number = String::from(next);
                while let Some(next) = rest.next_if(|next| next.is_ascii_digit() || "+-.eE".contains(*next)) {
                    number.push(next);
                }
                // A number is no name.
                let is_name = rest.clone().find(|next| !" \t\r\n".contains(*next)) == Some(':');
                if is_number(&number) && !is_name {
                    tidied.extend(['"', MARK]);
                    tidied += &number;
                    tidied.push('"');
                } else {
                    tidied += "no number";
                }
            }
            _ => tidied.push(next),
        }
    }
    tidied
}

/// Returns whether a text is a number of JSON. R28: with any zeros before it.
fn is_number(text: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).map_or((unsigned, None), |(one, other)| (one, Some(other)));
    let (whole, fraction) = mantissa.split_once('.').map_or((mantissa, None), |(one, other)| (one, Some(other)));
    let exponent = exponent.map(|exponent| exponent.strip_prefix(['+', '-']).unwrap_or(exponent));
    is_digits(whole) && fraction.is_none_or(is_digits) && exponent.is_none_or(is_digits)
}

/// Rewrites a text after its opening quote.
fn text_of(rest: &mut Peekable<Chars<'_>>, tidied: &mut String) {
    tidied.push('"');
    while let Some(next) = rest.next() {
        match next {
            '"' => return tidied.push('"'),
            '\\' => match rest.next() {
                Some('u') => escape(rest, tidied),
                Some(next) => tidied.extend(['\\', next]),
                None => tidied.push('\\'),
            },
            MARK => *tidied += "\\uf8ff",
            '\0'..'\u{20}' => {
                // Writing to a String does not fail.
                let _ = write!(tidied, "\\u{:04x}", u32::from(next));
            }
            _ => tidied.push(next),
        }
    }
}

/// Rewrites an escape after its `\u`. R28: half a surrogate pair is U+FFFD.
fn escape(rest: &mut Peekable<Chars<'_>>, tidied: &mut String) {
    let code = code(rest);
    let mut second = rest.clone();
    second.by_ref().take(4).for_each(drop);
    let low = match (second.next(), second.next()) {
        (Some('\\'), Some('u')) => self::code(&second).filter(|low| (0xdc00..0xe000).contains(low)),
        _ => None,
    };
    match (code, low) {
        (Some(0xd800..0xdc00), Some(_)) => {
            *tidied += "\\u";
            tidied.extend(rest.by_ref().take(10));
        }
        (Some(0xd800..0xe000), _) => {
            rest.by_ref().take(4).for_each(drop);
            *tidied += "\\ufffd";
        }
        _ => *tidied += "\\u",
    }
}

/// Returns the number of four hexadecimal digits.
fn code(rest: &Peekable<Chars<'_>>) -> Option<u32> {
    rest.clone().take(4).try_fold(0, |code, next| Some(code * 16 + next.to_digit(16)?)).filter(|_| rest.clone().count() >= 4)
}
