//! The likeness of phones for the limits of the service, whose rule is not known exactly.

/// Returns what like phones have in common: of a number its last ten digits, without the prefix,
/// which can be typed in several ways; of an address its letters in lower case. Phones that are alike
/// only here wait longer than they must.
pub(crate) fn phone(phone: &str) -> String {
    if phone.contains('@') {
        return phone.to_lowercase();
    }
    let digits: Vec<_> = phone.chars().filter(char::is_ascii_digit).collect();
    let last = digits.get(digits.len().saturating_sub(10)..).unwrap_or_default();
    if last.is_empty() { phone.to_lowercase() } else { last.iter().collect() }
}

#[cfg(test)]
mod tests {
    use super::phone;

    #[test]
    fn a_number_is_alike_however_it_is_typed() {
        for typed in ["79990000001", "+7 (999) 000-00-01", "89990000001", "9990000001"] {
            assert_eq!(phone(typed), "9990000001");
        }
        assert_eq!(phone("User@example.com"), "user@example.com");
        assert_eq!(phone("@Name"), "@name");
    }
}
