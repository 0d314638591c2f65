//! Comparison of phones, however they are typed (R47d).

use crate::model::text::Text;

/// Returns whether two phones are the same, however they are typed: `8 (999) 123-03-00`, `+7 999
/// 123 03 00` and `79991230300`.
///
/// Only the digits are compared. If they differ, and neither phone is written with a `+`, a Russian
/// number may have been typed with the prefix 8, or without any: eleven digits that start with 8
/// are compared as if they started with 7, and ten digits that start with 9 as if there were a 7
/// before them. E-mail addresses, and names without any digit, are compared without regard to the
/// case of their Latin and Cyrillic letters.
///
/// ```
/// use smsc_proto::{Charset, Text, same_phone};
///
/// let phone = |typed: &'static str| Text::new(typed.as_bytes(), Charset::Utf8);
/// let sent = phone("79991230300");
/// assert!(same_phone(phone("8 (999) 123-03-00"), sent));
/// assert!(same_phone(phone("9991230300"), sent));
/// assert!(!same_phone(phone("+8 999 123 03 00"), sent)); // not a Russian number
/// assert!(same_phone(phone("User@example.com"), phone("user@EXAMPLE.com")));
/// ```
#[must_use]
pub fn same_phone(left: Text<'_>, right: Text<'_>) -> bool {
    // Nearly all phones are written alike, and need not be taken apart.
    if left == right {
        return true;
    }
    let (has_left_digits, has_right_digits) = (has_digits(left), has_digits(right));
    if is_address(left) || is_address(right) || !(has_left_digits || has_right_digits) {
        return left.chars().map(lower_case).eq(right.chars().map(lower_case));
    }
    if digits(left).eq(digits(right)) {
        return has_left_digits;
    }
    !has_plus(left) && !has_plus(right) && international(left).eq(international(right))
}

fn is_address(phone: Text<'_>) -> bool {
    phone.chars().any(|next| next == '@')
}

fn has_plus(phone: Text<'_>) -> bool {
    phone.chars().any(|next| next == '+')
}

fn digits(phone: Text<'_>) -> impl Iterator<Item = char> {
    phone.chars().filter(char::is_ascii_digit)
}

fn has_digits(phone: Text<'_>) -> bool {
    digits(phone).next().is_some()
}

/// Returns the digits of a phone, with the prefix of Russia in place of its national prefix.
fn international(phone: Text<'_>) -> impl Iterator<Item = char> {
    let (prefix, skipped) = match (digits(phone).take(12).count(), digits(phone).next()) {
        (11, Some('8')) => (Some('7'), 1),
        (10, Some('9')) => (Some('7'), 0),
        _ => (None, 0),
    };
    prefix.into_iter().chain(digits(phone).skip(skipped))
}

/// Returns the lower-case form of a Latin or Cyrillic letter, and any other character unchanged.
/// The tables of `core` for all scripts are too large for small machines.
fn lower_case(letter: char) -> char {
    let offset = match letter {
        'А'..='Я' => 0x20,
        'Ѐ'..='Џ' => 0x50,
        _ => return letter.to_ascii_lowercase(),
    };
    char::from_u32(u32::from(letter).wrapping_add(offset)).unwrap_or(letter)
}
