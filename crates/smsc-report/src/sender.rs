//! Sender names.

/// The number of digits of the shortest phone number; a shorter sender is a short number of a
/// company.
const MIN_DIGITS: usize = 7;

/// Returns whether a sender name is a phone number: perhaps that of a person.
pub(crate) fn is_phone(sender: &str) -> bool {
    let digits = sender.bytes().filter(u8::is_ascii_digit).count();
    digits >= MIN_DIGITS && sender.chars().all(|next| next.is_ascii_digit() || "+-() .".contains(next))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_are_no_names() {
        assert!(["79990000001", "+7 (999) 000-00-01", "1234567"].iter().all(|sender| is_phone(sender)));
        assert!(!["GLOBUS", "1234", "", "-", "7 999 GLOBUS", "123456", "=1234567"].iter().any(|sender| is_phone(sender)));
    }
}
