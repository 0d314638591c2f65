//! Digits, and the numbers that they are (R39).

/// Returns whether the bytes are digits, at least one.
pub(crate) fn is_digits(raw: &[u8]) -> bool {
    !raw.is_empty() && raw.iter().all(u8::is_ascii_digit)
}

/// Parses digits, perhaps with leading zeros. Returns `None` if the value is out of range (R39).
pub(crate) fn number(raw: &[u8], least: u64, most: u64) -> Option<u64> {
    if !is_digits(raw) {
        return None;
    }
    let mut value: u64 = 0;
    for digit in raw {
        value = value.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
    }
    (least..=most).contains(&value).then_some(value)
}
