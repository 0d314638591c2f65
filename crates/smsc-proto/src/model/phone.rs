//! Comparison of phones, however they are typed (R47d).

use core::cmp::Ordering;

use crate::model::text::Text;
use crate::scan::swar;

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
#[inline]
pub fn same_phone(left: Text<'_>, right: Text<'_>) -> bool {
    // Nearly all phones are digits alone, which are the same bytes in every charset.
    is_same_short_number(left.as_bytes(), right.as_bytes()) || is_same_however_typed(left, right)
}

/// Returns the characters by which phones are put into groups: equal for phones that are the
/// [same](same_phone) (R47d), so that a hash table can have them as its key.
///
/// Phones that differ by a `+` alone are the one exception, as [`same_phone`] cannot divide all phones
/// into groups: `89991230300` is `+79991230300`, and not `+89991230300`. Replies have no `+`.
///
/// ```
/// use smsc_proto::{Charset, Text, phone_key};
///
/// let key = |typed: &'static str| phone_key(Text::new(typed.as_bytes(), Charset::Utf8)).collect::<String>();
/// assert_eq!(key("8 (999) 123-03-00"), "79991230300");
/// assert_eq!(key("User@Example.com"), "user@example.com");
/// ```
pub fn phone_key(phone: Text<'_>) -> impl Iterator<Item = char> {
    let name = if is_name(phone) { Some(phone.chars().map(lower_case)) } else { None };
    let prefix = if has_plus(phone) { Prefix::AsWritten } else { prefix(phone) };
    let number = if name.is_none() { Some(with_prefix(phone, prefix)) } else { None };
    name.into_iter().flatten().chain(number.into_iter().flatten())
}

/// Returns whether two phones are the same by R47d.
fn is_same_however_typed(left: Text<'_>, right: Text<'_>) -> bool {
    if is_number(left) && (left.as_bytes() == right.as_bytes() || is_number(right)) {
        return is_same_number(left.as_bytes(), right.as_bytes());
    }
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

/// Returns whether two phones are the same 8 to 16 digits.
#[inline]
pub(crate) fn is_same_short_number(left: &[u8], right: &[u8]) -> bool {
    left.len() == right.len() && digit_words(left).is_some_and(|left| words(right) == Some(left))
}

/// Returns the first and the last eight bytes of a text of 8 to 16 bytes, which overlap if there are
/// fewer than 16.
#[inline]
fn words(text: &[u8]) -> Option<[u64; 2]> {
    let (first, last) = (*text.first_chunk()?, *text.last_chunk()?);
    if text.len() <= 16 { Some([u64::from_le_bytes(first), u64::from_le_bytes(last)]) } else { None }
}

/// Returns the [`words`] of a number of 8 to 16 digits; `None` if there are fewer, or more, or other
/// bytes.
#[inline]
fn digit_words(number: &[u8]) -> Option<[u64; 2]> {
    words(number).filter(|words| words.iter().all(|word| swar::is_eight_digits(*word)))
}

/// Returns whether two phones that are digits alone are the same.
fn is_same_number(left: &[u8], right: &[u8]) -> bool {
    left == right || national(left).is_some_and(|number| national(right) == Some(number))
}

/// Returns the ten digits of a Russian number after its prefix, if it has one.
fn national(number: &[u8]) -> Option<&[u8]> {
    match number {
        [b'7' | b'8', national @ ..] if national.len() == 10 => Some(national),
        [b'9', ..] if number.len() == 10 => Some(number),
        _ => None,
    }
}

/// Returns a number that is equal for two phones that are the [same](same_phone), from the end of
/// the phone: its last eight digits, or all letters of an address.
pub(crate) fn hash(phone: Text<'_>) -> u64 {
    if let Some([_, last]) = digit_words(phone.as_bytes()) {
        return last.swap_bytes();
    }
    if is_name(phone) {
        return phone.chars().map(lower_case).fold(0, |hash, letter| hash.rotate_left(5) ^ u64::from(u32::from(letter)));
    }
    digits(phone).fold(0, |last, digit| last << 8 | u64::from(u32::from(digit)))
}

/// How a phone is written. Of phones that [compare] as equal, two are the [same](same_phone) if
/// they have the same prefix, or neither has a plus.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Form {
    has_plus: bool,
    prefix: Prefix,
}

/// The prefix of Russia, as far as it is not written as 7.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Prefix {
    AsWritten,
    Eight,
    None,
}

impl Form {
    /// Every form.
    pub(crate) const ALL: [Self; 6] = [
        Self { has_plus: false, prefix: Prefix::AsWritten },
        Self { has_plus: false, prefix: Prefix::Eight },
        Self { has_plus: false, prefix: Prefix::None },
        Self { has_plus: true, prefix: Prefix::AsWritten },
        Self { has_plus: true, prefix: Prefix::Eight },
        Self { has_plus: true, prefix: Prefix::None },
    ];

    pub(crate) fn of(phone: Text<'_>) -> Self {
        if is_name(phone) {
            return Self { has_plus: false, prefix: Prefix::AsWritten };
        }
        Self { has_plus: has_plus(phone), prefix: prefix(phone) }
    }

    /// Returns whether phones of these forms that compare as equal are the same.
    pub(crate) fn agrees_with(self, other: Self) -> bool {
        self.prefix == other.prefix || !(self.has_plus || other.has_plus)
    }
}

/// Compares two phones in an order in which those that are the [same](same_phone) are equal. Others
/// are equal as well: a `+` does not count here, see [`Form`].
pub(crate) fn compare(left: Text<'_>, right: Text<'_>) -> Ordering {
    match (is_name(left), is_name(right)) {
        (true, true) => left.chars().map(lower_case).cmp(right.chars().map(lower_case)),
        (false, false) => international(left).cmp(international(right)),
        (is_left_name, is_right_name) => is_left_name.cmp(&is_right_name),
    }
}

/// Returns whether a phone is compared by its letters: an e-mail address, or a name without digits.
fn is_name(phone: Text<'_>) -> bool {
    !is_number(phone) && (is_address(phone) || !has_digits(phone))
}

/// Returns whether a phone is digits alone, without escapes.
fn is_number(phone: Text<'_>) -> bool {
    !phone.as_bytes().is_empty() && phone.as_bytes().iter().all(u8::is_ascii_digit)
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
    with_prefix(phone, prefix(phone))
}

/// Returns the digits of a phone that has this prefix of Russia, with 7 in its place.
fn with_prefix(phone: Text<'_>, prefix: Prefix) -> impl Iterator<Item = char> {
    let (prefix, skipped) = match prefix {
        Prefix::Eight => (Some('7'), 1),
        Prefix::None => (Some('7'), 0),
        Prefix::AsWritten => (None, 0),
    };
    prefix.into_iter().chain(digits(phone).skip(skipped))
}

fn prefix(phone: Text<'_>) -> Prefix {
    match (digits(phone).take(12).count(), digits(phone).next()) {
        (11, Some('8')) => Prefix::Eight,
        (10, Some('9')) => Prefix::None,
        _ => Prefix::AsWritten,
    }
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
