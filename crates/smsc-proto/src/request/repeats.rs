//! The search for a message that occurs twice in a batch.
//!
//! The service answers each item of a batch in its place, so a message that is asked twice would be
//! counted twice. Ids in ascending order cannot repeat. For others there is a hash table on the
//! stack, which limits the length of a batch.

use crate::model::message_id::MessageId;
use crate::model::phone;
use crate::model::requested::Requested;

/// The maximum number of messages in a batch. The service documents no number; its own pages are of
/// 1,000 messages.
pub(crate) const MAX_MESSAGES: usize = 4096;

/// The number of pairs that are compared with each other, without a table.
const FEW: usize = 24;

/// The number of pairs for which a small table is enough.
const SOME: usize = 512;

/// Returns the indexes of the first message that repeats an earlier one, the earlier one first.
/// Two messages are the same if their ids are equal and their phones are (R47d).
pub(crate) fn find(pairs: &[Requested<'_>]) -> Option<(usize, usize)> {
    if is_ascending(pairs) {
        return None;
    }
    match pairs.len() {
        0..=FEW => compare_all(pairs),
        len if len <= SOME => find_with_table(pairs, &mut [0; 2 * SOME]),
        _ => find_in_many(pairs),
    }
}

fn is_ascending(pairs: &[Requested<'_>]) -> bool {
    let mut last = 0;
    pairs.iter().all(|pair| {
        let before = last;
        last = pair.id.number().unwrap_or(0);
        last > before
    })
}

fn compare_all(pairs: &[Requested<'_>]) -> Option<(usize, usize)> {
    pairs.iter().enumerate().find_map(|(second, pair)| {
        let first = pairs.iter().take(second).position(|earlier| is_same(earlier, pair))?;
        Some((first, second))
    })
}

/// Searches a long batch. The table of 16 KiB is on the stack of this function alone.
#[inline(never)]
fn find_in_many(pairs: &[Requested<'_>]) -> Option<(usize, usize)> {
    find_with_table(pairs, &mut [0; 2 * MAX_MESSAGES])
}

/// Searches with a hash table with open addressing: each place holds the index of a pair plus one,
/// or 0. The number of places is a power of two, and at least twice the number of pairs.
fn find_with_table(pairs: &[Requested<'_>], table: &mut [u16]) -> Option<(usize, usize)> {
    let mask = table.len().checked_sub(1)?;
    for (second, pair) in pairs.iter().enumerate() {
        let mut place = hash(pair) & mask;
        loop {
            let held = table.get_mut(place)?;
            let Some(first) = usize::from(*held).checked_sub(1) else {
                *held = u16::try_from(second.checked_add(1)?).ok()?;
                break;
            };
            if pairs.get(first).is_some_and(|earlier| is_same(earlier, pair)) {
                return Some((first, second));
            }
            place = place.wrapping_add(1) & mask;
        }
    }
    None
}

#[inline]
fn is_same(left: &Requested<'_>, right: &Requested<'_>) -> bool {
    left.id == right.id && phone::same_phone(left.text(), right.text())
}

#[inline]
fn hash(pair: &Requested<'_>) -> usize {
    let mixed = MessageId::hash(pair.id).rotate_left(32) ^ phone::hash(pair.text());
    // 2^64 divided by the golden ratio. The upper bits are mixed best.
    usize::try_from(mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40).unwrap_or(0)
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests {
    extern crate std;

    use std::format;
    use std::string::String;
    use std::vec::Vec;

    use super::*;

    fn pairs(of: &[(u32, String)]) -> Vec<Requested<'_>> {
        of.iter().map(|(id, phone)| Requested { id: MessageId::new(*id).unwrap(), phone }).collect()
    }

    /// Returns messages whose ids are in no order.
    fn shuffled(count: u32) -> Vec<(u32, String)> {
        (0..count).map(|n| (n.wrapping_mul(7919) % count + 1, format!("79{:09}", n / 3))).collect()
    }

    #[test]
    fn a_repeated_message_is_found_at_every_length() {
        for count in [2, 3, 24, 25, 512, 513, 4096] {
            let messages = shuffled(count);
            assert_eq!(find(&pairs(&messages)), None, "{count}");
            let len = messages.len();
            for (first, second) in [(0, len - 1), (len / 2 - 1, len / 2)] {
                let mut messages = messages.clone();
                let (id, phone) = messages[first].clone();
                messages[second] = (id, phone.replacen('7', "8", 1));
                assert_eq!(find(&pairs(&messages)), Some((first, second)), "{count}");
            }
        }
    }

    #[test]
    fn one_id_of_many_phones_is_no_repetition() {
        let messages: Vec<_> = (0..1000).map(|n| (7, format!("79{n:09}"))).collect();
        assert_eq!(find(&pairs(&messages)), None);
    }

    #[test]
    fn phones_with_one_hash_are_told_apart() {
        // The hash is of the last eight digits.
        let messages: Vec<_> = (0..1000).map(|n| (7, format!("79{n:03}00000001"))).collect();
        assert_eq!(find(&pairs(&messages)), None);
    }
}
