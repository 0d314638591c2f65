//! A cursor over the values of a line of fmt 1, from the left.

use crate::error::Fail;
use crate::lines::head::field_count;
use crate::model::fields::{Field, MAX_TIMESTAMP_DIGITS, ValueKind};
use crate::model::record::Record;
use crate::scan::find;
use crate::scan::number;

/// The values of a line that are not parsed yet.
pub(crate) struct Values<'a> {
    line: &'a [u8],
    /// `None` after the last value.
    rest: Option<&'a [u8]>,
}

impl<'a> Values<'a> {
    pub(crate) const fn new(line: &'a [u8]) -> Self {
        Self { line, rest: Some(line) }
    }

    /// Returns the value up to the next comma; `None` after the last value.
    pub(crate) fn next(&mut self) -> Option<&'a [u8]> {
        let line = self.rest?;
        let Some((value, rest)) = find::comma(line).and_then(|comma| line.split_at_checked(comma)) else {
            self.rest = None;
            return Some(line);
        };
        self.rest = rest.get(1..);
        Some(value)
    }

    /// Skips the next `count` values.
    pub(crate) fn skip(&mut self, count: usize) {
        for _ in 0..count {
            self.next();
        }
    }

    /// Returns the rest of the line; `None` after the last value.
    pub(crate) const fn rest(&self) -> Option<&'a [u8]> {
        self.rest
    }

    /// Parses the next values as these fields.
    pub(crate) fn parse_into(&mut self, fields: &[Field], out: &mut Record<'a>) -> Result<(), Fail<'a>> {
        for field in fields {
            if let ValueKind::Number { min, max } = field.kind()
                && let Some(line) = self.rest
                && let Some((value, used)) = number::integer_to_comma(line, min, max)
            {
                // After the comma; after the last value there is none.
                self.rest = line.get(used.saturating_add(1)..).filter(|_| line.len() != used);
                out.set_in_range(*field, value).ok_or_else(|| Fail::field(*field, line))?;
                continue;
            }
            let slot = self.next().ok_or_else(|| field_count(0, "all fields up to the message", self.line))?;
            // The provider's page prints a space before HLR's send_timestamp (R24).
            let value = match field {
                Field::SendTimestamp if out.is_hlr() => slot.strip_prefix(b" ").unwrap_or(slot),
                _ => slot,
            };
            out.set(*field, value).ok_or_else(|| Fail::field(*field, slot))?;
        }
        Ok(())
    }
}

/// Returns whether a value is 1 to 10 digits.
pub(crate) fn is_timestamp(value: &[u8]) -> bool {
    (1..=MAX_TIMESTAMP_DIGITS).contains(&value.len()) && value.iter().all(u8::is_ascii_digit)
}
