//! Numbers for the lengths of bars and for rates.

/// Returns a count as a floating-point number.
#[expect(clippy::cast_precision_loss, reason = "no account has 2^53 messages, and a bar need not be more exact")]
pub(crate) const fn float(count: u64) -> f64 {
    count as f64
}

/// Returns an index or a length as a floating-point number.
pub(crate) fn float_of(index: usize) -> f64 {
    f64::from(u32::try_from(index).unwrap_or(u32::MAX))
}
