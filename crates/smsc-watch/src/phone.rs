//! Keys of phones, by which the database finds a phone however it is typed (R47d).

use smsc_proto::{Charset, Text, same_phone};

/// The keys of a phone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Keys {
    /// The key under which the phone is stored.
    pub(crate) own: String,
    /// The key under which the same phone may be stored as well, if it is typed differently. It must
    /// be compared with [`is_same`]: `+84901234567` is the same as `84901234567`, but not as
    /// `74901234567`, which has the key of the latter.
    pub(crate) other: Option<String>,
}

/// Returns whether two phones are the same.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    let text = |phone| Text::new(str::as_bytes(phone), Charset::Utf8);
    same_phone(text(one), text(other))
}

/// Returns the keys of a phone. Phones that are the same share a key.
pub(crate) fn keys(phone: &str) -> Keys {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    if phone.contains('@') || digits.is_empty() {
        return Keys { own: phone.chars().map(lower_case).collect(), other: None };
    }
    let international = match (digits.len(), digits.as_bytes().first()) {
        (11, Some(b'8')) => digits.get(1..).map(|national| format!("7{national}")),
        (10, Some(b'9')) => Some(format!("7{digits}")),
        _ => None,
    };
    match international {
        Some(international) if phone.contains('+') => Keys { own: digits, other: Some(international) },
        Some(international) => Keys { own: international, other: Some(digits) },
        None => Keys { own: digits, other: None },
    }
}

/// Returns the lower-case form of a Latin or Cyrillic letter, as the core compares addresses.
fn lower_case(letter: char) -> char {
    match letter {
        'А'..='Я' | 'Ѐ'..='Џ' => letter.to_lowercase().next().unwrap_or(letter),
        _ => letter.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shares_a_key(one: &str, other: &str) -> bool {
        let (one, other) = (keys(one), keys(other));
        let all = |keys: &Keys| [Some(keys.own.clone()), keys.other.clone()];
        all(&one).contains(&Some(other.own.clone())) || all(&other).contains(&Some(one.own))
    }

    proptest! {
        #[test]
        fn the_same_phones_share_a_key(
            one in r"\+?[78]?9?[0-9]{8,10}|[+89 ()aAяЯЁё@-]{0,12}",
            prefix in r"\+?[78]?",
            skip in 0_usize..3,
        ) {
            let other = format!("{prefix}{}", one.chars().skip(skip).collect::<String>());
            if is_same(&one, &other) {
                prop_assert!(shares_a_key(&one, &other), "{:?} {:?}", keys(&one), keys(&other));
            }
        }
    }

    #[test]
    fn a_phone_has_the_key_of_its_international_form() {
        let own = |phone| keys(phone).own;
        assert_eq!(own("8 (999) 123-03-00"), "79991230300");
        assert_eq!(own("9991230300"), "79991230300");
        assert_eq!(own("+84 90 123 45 67"), "84901234567");
        assert_eq!(keys("84901234567").other.as_deref(), Some("84901234567"));
        assert_eq!(own("Ёж@Example.com"), "ёж@example.com");
    }
}
