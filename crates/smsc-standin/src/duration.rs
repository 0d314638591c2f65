//! Lengths of time in scenarios and requests to `/control`.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Deserializer};

/// The error for a text that is no length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DurationError;

impl fmt::Display for DurationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a time such as 500ms, 4s, 10m, 9h or 1d")
    }
}

impl std::error::Error for DurationError {}

/// Parses a time such as `4s`, `10m`, `9h` or `1d`.
///
/// # Errors
///
/// If the text is no number with one of these units.
pub fn parse_duration(text: &str) -> Result<Duration, DurationError> {
    let (number, unit) = text.split_at(text.find(|next: char| !next.is_ascii_digit()).unwrap_or(text.len()));
    let milliseconds = match unit {
        "ms" => 1,
        "s" => 1_000,
        "m" => 60_000,
        "h" => 3_600_000,
        "d" => 86_400_000,
        _ => return Err(DurationError),
    };
    let number: u64 = number.parse().map_err(|_| DurationError)?;
    Ok(Duration::from_millis(number.saturating_mul(milliseconds)))
}

/// Deserialises a time.
pub(crate) fn duration<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
    parse_duration(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_units() {
        assert_eq!(parse_duration("9h"), Ok(Duration::from_secs(9 * 3600)));
        assert_eq!(parse_duration("500ms"), Ok(Duration::from_millis(500)));
        for wrong in ["", "9", "h", "-1s", "1.5s", "9 h", "1w"] {
            assert!(parse_duration(wrong).is_err(), "{wrong}");
        }
    }
}
