//! Numbers, parts of a whole, and amounts of money.

use smsc_proto::Lang;

use super::Words;
use crate::Money;
use crate::float::float;

/// A minus sign, as wide as a plus.
const MINUS: char = '\u{2212}';

impl Words {
    /// Returns the mark between groups of three digits.
    const fn group(self) -> char {
        match self.0 {
            Lang::Ru => '\u{a0}',
            Lang::Fr => '\u{202f}',
            _ => ',',
        }
    }

    /// Returns the mark before the decimals.
    const fn point(self) -> char {
        match self.0 {
            Lang::Ru | Lang::Fr => ',',
            _ => '.',
        }
    }

    /// Returns the percent sign, with a space before it where the language has one.
    const fn percent_sign(self) -> &'static str {
        match self.0 {
            Lang::Ru => "\u{a0}%",
            Lang::Fr => "\u{202f}%",
            _ => "%",
        }
    }

    /// Returns a number in groups of three digits.
    pub(crate) fn count(self, n: u64) -> String {
        self.grouped(&n.to_string())
    }

    /// Returns a number of a scale: whole if it is 10 or more, else with up to two decimals.
    pub(crate) fn rounded(self, value: f64) -> String {
        let digits = if value >= 10.0 { format!("{value:.0}") } else { format!("{value:.2}") };
        let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
        let decimals = decimals.trim_end_matches('0');
        let whole = self.grouped(whole);
        if decimals.is_empty() { whole } else { format!("{whole}{}{decimals}", self.point()) }
    }

    /// Returns a part of a whole in percent, without decimals.
    pub(crate) fn whole_percent(self, part: f64) -> String {
        self.rounded((part * 100.0).round()) + self.percent_sign()
    }

    fn grouped(self, digits: &str) -> String {
        let mut grouped = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push(self.group());
            }
            grouped.push(digit);
        }
        grouped
    }

    /// Returns a part of a whole in percent, with one decimal. Only 0 and 1 themselves become 0 and
    /// 100: of 100,000 messages, one that failed is not lost by rounding.
    pub(crate) fn percent(self, part: f64) -> String {
        self.percent_digits(part) + self.percent_sign()
    }

    /// Returns the borders of an interval in percent, such as `96.8–97.7%`.
    pub(crate) fn percents(self, low: f64, high: f64) -> String {
        format!("{}–{}", self.percent_digits(low), self.percent(high))
    }

    fn percent_digits(self, part: f64) -> String {
        let rounded = (part * 1000.0).round() / 10.0;
        let shown = if part > 0.0 && part < 1.0 { rounded.clamp(0.1, 99.9) } else { rounded };
        format!("{shown:.1}").replace('.', &self.point().to_string())
    }

    /// Returns the part that a number is of another one, in percent; a dash if the other one is 0.
    pub(crate) fn share(self, part: u64, all: u64) -> String {
        if all == 0 { "–".to_owned() } else { self.percent(float(part) / float(all)) }
    }

    /// Returns a difference with its sign and one decimal.
    pub(crate) fn signed(self, value: f64) -> String {
        let digits = format!("{:.1}", value.abs()).replace('.', &self.point().to_string());
        match value {
            _ if digits.bytes().all(|byte| !(b'1'..=b'9').contains(&byte)) => format!("±{digits}"),
            _ if value < 0.0 => format!("{MINUS}{digits}"),
            _ => format!("+{digits}"),
        }
    }

    /// Returns the change from one number to another in percent, with its sign, or `None` if the
    /// first one is 0.
    pub(crate) fn change(self, before: f64, now: f64) -> Option<String> {
        (before > 0.0).then(|| self.signed((now - before) / before * 100.0) + self.percent_sign())
    }

    /// Returns the difference of two numbers with its sign.
    pub(crate) fn difference(self, one: u64, other: u64) -> String {
        let digits = self.count(one.abs_diff(other));
        match one.cmp(&other) {
            std::cmp::Ordering::Less => format!("{MINUS}{digits}"),
            std::cmp::Ordering::Equal => digits,
            std::cmp::Ordering::Greater => format!("+{digits}"),
        }
    }

    /// Returns an amount with all its decimals: two, or four if it has more.
    pub(crate) fn money(self, amount: Money) -> String {
        self.money_of(amount, if is_in_hundredths(amount) { 2 } else { 4 })
    }

    /// Returns an amount with two or four decimals. An amount that has more than two needs four.
    pub(crate) fn money_of(self, amount: Money, kept: usize) -> String {
        let value = amount.0.unsigned_abs();
        let decimals = format!("{:04}", value % 10_000);
        let sign = if amount.0 < 0 { MINUS.to_string() } else { String::new() };
        format!("{sign}{}{}{}", self.grouped(&(value / 10_000).to_string()), self.point(), &decimals[..kept])
    }

    /// Returns an amount with its currency, if that is known.
    pub(crate) fn money_in(self, amount: Money, currency: Option<&str>) -> String {
        let amount = self.money(amount);
        currency.map_or_else(|| amount.clone(), |currency| format!("{amount}\u{a0}{currency}"))
    }
}

/// Returns whether two decimals are enough for an amount.
pub(crate) const fn is_in_hundredths(amount: Money) -> bool {
    amount.0 % 100 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: Words = Words(Lang::En);
    const RU: Words = Words(Lang::Ru);
    const FR: Words = Words(Lang::Fr);

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(EN.count(1_234_567), "1,234,567");
        assert_eq!(RU.count(1_234), "1\u{a0}234");
        assert_eq!(FR.count(123_456), "123\u{202f}456");
        assert_eq!(EN.count(999), "999");
        assert_eq!(EN.count(u64::MAX), "18,446,744,073,709,551,615");
    }

    #[test]
    fn percents_are_never_rounded_to_all_or_nothing() {
        assert_eq!(EN.percent(0.9735), "97.4%");
        assert_eq!(RU.percent(0.5), "50,0\u{a0}%");
        assert_eq!(FR.percent(0.5), "50,0\u{202f}%");
        assert_eq!(EN.percent(0.99999), "99.9%");
        assert_eq!(EN.percent(0.00001), "0.1%");
        assert_eq!(EN.percent(1.0), "100.0%");
        assert_eq!(EN.percent(0.0), "0.0%");
        assert_eq!(EN.share(1, 0), "–");
        assert_eq!(RU.percents(0.9, 1.0), "90,0–100,0\u{a0}%");
    }

    #[test]
    fn money_is_exact() {
        assert_eq!(EN.money(Money(12_345_000)), "1,234.50");
        assert_eq!(RU.money(Money(12_345_678)), "1\u{a0}234,5678");
        assert_eq!(EN.money(Money(12_345_670)), "1,234.5670");
        assert_eq!(EN.money(Money(-1)), "\u{2212}0.0001");
        assert_eq!(EN.money(Money(0)), "0.00");
        assert_eq!(EN.money(Money(i128::MIN)), "\u{2212}17,014,118,346,046,923,173,168,730,371,588,410.5728");
        assert_eq!(EN.money_in(Money(15_000), Some("RUB")), "1.50\u{a0}RUB");
    }

    #[test]
    fn differences_have_a_sign() {
        assert_eq!(EN.change(200.0, 250.0).as_deref(), Some("+25.0%"));
        assert_eq!(FR.change(200.0, 150.0).as_deref(), Some("\u{2212}25,0\u{202f}%"));
        assert_eq!(EN.change(200.0, 200.0).as_deref(), Some("±0.0%"));
        assert_eq!(EN.change(0.0, 1.0), None);
        assert_eq!(EN.difference(3, 1_003), "\u{2212}1,000");
        assert_eq!(EN.difference(3, 3), "0");
        assert_eq!(EN.difference(4, 3), "+1");
    }
}
