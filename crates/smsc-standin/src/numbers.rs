//! The networks of phones: a few prefixes, so that the fields of all=2 have values.

/// The network of a phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Network {
    pub(crate) prefix: &'static str,
    /// The codes of the country and the network, together.
    pub(crate) mccmnc: &'static str,
    /// The name of the country.
    pub(crate) country: &'static str,
    /// The name of the operator.
    pub(crate) operator: &'static str,
    /// The region, empty if there is none.
    pub(crate) region: &'static str,
    /// Hours from UTC.
    pub(crate) zone: i8,
}

const fn network(
    prefix: &'static str,
    mccmnc: &'static str,
    country: &'static str,
    operator: &'static str,
    region: &'static str,
    zone: i8,
) -> Network {
    Network { prefix, mccmnc, country, operator, region, zone }
}

/// The networks, longer prefixes first.
const NETWORKS: [Network; 7] = [
    network("7916", "25001", "Россия", "МТС", "Москва и Московская область", 3),
    network("7926", "25002", "Россия", "МегаФон", "Москва и Московская область", 3),
    network("7903", "25099", "Россия", "Билайн", "Москва и Московская область", 3),
    network("77", "40101", "Казахстан", "Beeline KZ", "", 5),
    network("79", "25011", "Россия", "Йота", "", 3),
    network("380", "25501", "Украина", "Vodafone", "", 2),
    network("375", "25701", "Беларусь", "А1", "", 3),
];

impl Network {
    /// Returns the network of a phone. Returns `None` if none is known, or if this is an address.
    pub(crate) fn of(phone: &str) -> Option<&'static Self> {
        if phone.contains('@') {
            return None;
        }
        NETWORKS.iter().find(|network| phone.starts_with(network.prefix))
    }

    /// Returns the code of the country, `mcc`.
    pub(crate) fn mcc(&self) -> &'static str {
        self.mccmnc.get(..3).unwrap_or_default()
    }

    /// Returns the code of the network, `mnc`.
    pub(crate) fn mnc(&self) -> &'static str {
        self.mccmnc.get(3..).unwrap_or_default()
    }
}

/// Returns a phone as the service keeps it: its digits, with the prefix of Russia as 7; or an address
/// as it was written. Returns `None` if it is neither.
pub(crate) fn normalise(typed: &str) -> Option<String> {
    let typed = typed.trim();
    if typed.contains('@') {
        let is_address = typed.len() <= 254 && typed.split('@').count() == 2 && !typed.starts_with('@') && !typed.ends_with('@');
        return is_address.then(|| typed.to_owned());
    }
    if !typed.chars().all(|next| next.is_ascii_digit() || matches!(next, '+' | '-' | '(' | ')' | '.' | ' ')) {
        return None;
    }
    let mut digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    // With a plus, a number is taken as it is.
    if !typed.starts_with('+') {
        match (digits.len(), digits.as_bytes().first()) {
            (11, Some(b'8')) => digits.replace_range(..1, "7"),
            (10, Some(b'9')) => digits.insert(0, '7'),
            _ => {}
        }
    }
    (5..=15).contains(&digits.len()).then_some(digits)
}

/// Returns a phone as the service keeps it. Returns `None` if it is none, or an address.
pub(crate) fn phone_of(typed: &str) -> Option<String> {
    normalise(typed).filter(|phone| !phone.contains('@'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_are_kept_as_digits() {
        assert_eq!(normalise(" 8 (999) 000-00-01 ").as_deref(), Some("79990000001"));
        assert_eq!(normalise("9990000001").as_deref(), Some("79990000001"));
        assert_eq!(normalise("+84 99 000 0001").as_deref(), Some("84990000001"));
        assert_eq!(normalise("a@example.org").as_deref(), Some("a@example.org"));
        assert_eq!([normalise("12"), normalise("ab"), normalise("@x"), normalise("")], [None, None, None, None]);
    }

    #[test]
    fn a_longer_prefix_wins() {
        assert_eq!(Network::of("79160000001").map(Network::mnc), Some("01"));
        assert_eq!(Network::of("79990000001").map(Network::mcc), Some("250"));
        assert_eq!(Network::of("77010000001").map(|network| network.zone), Some(5));
        assert_eq!([Network::of("123"), Network::of("7916@example.org")], [None, None]);
    }
}
