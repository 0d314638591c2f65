//! Keys of phones, by which the database finds a phone however it is typed (R47d).

use smsc_proto::{Charset, Text, phone_key, same_phone};

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
    same_phone(text(one), text(other))
}

/// Returns the keys of a phone. Phones that are the same share a key.
pub(crate) fn keys(phone: &str) -> Keys {
    let key = |phone: &str| phone_key(text(phone)).collect::<String>();
    let own = key(phone);
    let is_number = !own.is_empty() && own.bytes().all(|next| next.is_ascii_digit());
    // Phones that are the same and have different keys differ by a plus.
    let other = is_number.then(|| if phone.contains('+') { key(&phone.replace('+', "")) } else { key(&format!("+{phone}")) });
    Keys { other: other.filter(|other| *other != own), own }
}

const fn text(phone: &str) -> Text<'_> {
    Text::new(phone.as_bytes(), Charset::Utf8)
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
