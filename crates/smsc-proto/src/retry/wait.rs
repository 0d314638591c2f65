//! Waiting times, in milliseconds.

/// The window of every limit of the provider.
pub(super) const MINUTE: u32 = 60_000;
/// The wait after two errors 9 in a row.
pub(super) const FIVE_MINUTES: u32 = 300_000;
/// The stop after a first error 4.
pub(super) const TEN_MINUTES: u32 = 600_000;
/// The stop after a further error 4.
pub(super) const HALF_AN_HOUR: u32 = 1_800_000;

const SECOND: u32 = 1_000;

/// Returns a number from 0 to `below` - 1: the part of `below` that `random` is of 2³². Returns 0 if
/// `below` is 0.
fn part(below: u32, random: u32) -> u32 {
    let product = u64::from(below).saturating_mul(u64::from(random));
    u32::try_from(product >> 32).unwrap_or(0)
}

/// Returns a random time from one second to less than two.
pub(super) fn short(random: u32) -> u32 {
    SECOND.saturating_add(part(SECOND, random))
}

/// Returns the time until `window` has passed since the last like request, and one to two seconds
/// more: the server measures from when it received the request, which was later.
pub(super) fn rest_of(window: u32, since_ms: u64, random: u32) -> u32 {
    let since = u32::try_from(since_ms).unwrap_or(u32::MAX);
    window.saturating_sub(since).saturating_add(short(random))
}

/// Returns the random wait after `failed` tries that reached no host: less than 1, 2, 4 … s.
pub(super) fn doubling(failed: u32, random: u32) -> u32 {
    let limit = 1_u32.checked_shl(failed.saturating_sub(1)).unwrap_or(u32::MAX);
    part(SECOND.saturating_mul(limit), random)
}
