//! Times and amounts, computed without the crate that is tested.

pub(crate) const SECOND: u64 = 1_000;
pub(crate) const MINUTE: u64 = 60 * SECOND;
pub(crate) const HOUR: u64 = 60 * MINUTE;
pub(crate) const DAY: u64 = 24 * HOUR;

/// Returns the year, the month and the day of a number of days since 1970.
pub(crate) fn civil(days: u64) -> (u64, u64, u64) {
    let (mut year, mut left) = (1970, days);
    let is_leap = |year: u64| year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    while left >= 365 + u64::from(is_leap(year)) {
        left -= 365 + u64::from(is_leap(year));
        year += 1;
    }
    let months = [31, 28 + u64::from(is_leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 1;
    for length in months {
        if left < length {
            break;
        }
        left -= length;
        month += 1;
    }
    (year, month, left + 1)
}

/// Returns a moment some milliseconds later, or earlier.
pub(crate) fn shifted(millis: u64, by: i64) -> u64 {
    millis.checked_add_signed(by).unwrap()
}

/// Returns a moment as the clocks of a zone show it.
fn local(millis: u64, zone: i8) -> u64 {
    shifted(millis, i64::from(zone) * i64::try_from(HOUR).unwrap())
}

/// Returns the number of the day in a zone.
pub(crate) fn day(millis: u64, zone: i8) -> u64 {
    local(millis, zone) / DAY
}

/// Returns `DD.MM.YYYY hh:mm:ss` in a zone.
pub(crate) fn text(millis: u64, zone: i8) -> String {
    let (year, month, date) = civil(day(millis, zone));
    let rest = local(millis, zone) % DAY / SECOND;
    format!("{date:02}.{month:02}.{year:04} {:02}:{:02}:{:02}", rest / 3600, rest / 60 % 60, rest % 60)
}

/// Returns an amount in ten-thousandths.
pub(crate) fn amount(text: &str) -> i64 {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    assert!(fraction.len() <= 4, "{text}");
    sign * (whole.parse::<i64>().unwrap() * 10_000 + format!("{fraction:0<4}").parse::<i64>().unwrap())
}

/// Returns ten-thousandths as a decimal number.
pub(crate) fn decimal(amount: i64) -> String {
    format!("{}{}.{:04}", if amount < 0 { "-" } else { "" }, amount.unsigned_abs() / 10_000, amount.unsigned_abs() % 10_000)
}
