//! The comparison of phones (R47d).

/// Returns whether two phones, addresses or names are equal.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    let is_address = one.contains('@') || other.contains('@');
    let (digits, other_digits) = (digits(one), digits(other));
    if is_address || (digits.is_empty() && other_digits.is_empty()) {
        return without_case(one) == without_case(other);
    }
    if digits == other_digits {
        return true;
    }
    let has_plus = one.contains('+') || other.contains('+');
    !has_plus && international(&digits) == international(&other_digits)
}

/// Returns the digits of a phone, without everything else.
fn digits(phone: &str) -> String {
    phone.chars().filter(char::is_ascii_digit).collect()
}

/// Returns a text in lower case.
fn without_case(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// Returns a Russian number with its country code: eleven digits that start with 8 have 7 instead,
/// and ten that start with 9 have 7 before them. Returns all other digits unchanged.
fn international(digits: &str) -> String {
    match (digits.len(), digits.as_bytes().first()) {
        (11, Some(b'8')) => format!("7{}", &digits[1..]),
        (10, Some(b'9')) => format!("7{digits}"),
        _ => digits.to_owned(),
    }
}
