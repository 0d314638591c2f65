//! Cursor.

use crate::error::Fail;
use crate::lines::head::field_count;
use crate::model::fields::{Field, MAX_TIMESTAMP_DIGITS, ValueKind};
use crate::model::record::Record;
use crate::scan::find;
use crate::scan::number;

/// Values that are still to be read, from the left.
pub(crate) struct Pieces<'a> {
    rest: Option<&'a [u8]>,
}

impl<'a> Pieces<'a> {
    pub(crate) const fn new(line: &'a [u8]) -> Self {
        Self { rest: Some(line) }
    }

    /// The value up to the next comma, and how many bytes there are from its start to the end of the line.
    pub(crate) fn next(&mut self) -> Option<(&'a [u8], usize)> {
        let line = self.rest?;
        let piece = find::comma(line).and_then(|comma| line.split_at_checked(comma));
        let value = if let Some((value, rest)) = piece {
            self.rest = rest.get(1..);
            value
        } else {
            self.rest = None;
            line
        };
        Some((value, line.len()))
    }

    /// What has not been read; `None` when no comma is left to stand before it.
    pub(crate) const fn rest(&self) -> Option<&'a [u8]> {
        self.rest
    }

    /// Reads values into these fields.
    pub(crate) fn fill(&mut self, fields: &[Field], out: &mut Record<'a>) -> Result<(), Fail> {
        for field in fields {
            if let ValueKind::Number { min, max } = field.kind()
                && let Some((value, used)) = self.rest.and_then(|line| number::integer_to_comma(line, min, max))
            {
                // Past the comma; at the line's end there is none.
                self.rest = self.rest.and_then(|line| line.get(used.saturating_add(1)..).filter(|_| line.len() != used));
                out.put_in_range(*field, value).ok_or_else(|| Fail::field(*field, 0))?;
                continue;
            }
            let (value, left) = self.next().ok_or_else(|| field_count(0, "all fields up to the message"))?;
            // The page prints a space before HLR's send_timestamp (R24).
            let value = match field {
                Field::SendTimestamp if out.is_hlr() => value.strip_prefix(b" ").unwrap_or(value),
                _ => value,
            };
            out.put(*field, value).ok_or_else(|| Fail::field(*field, left))?;
        }
        Ok(())
    }
}

/// 1 to 10 digits.
pub(crate) fn is_timestamp(value: &[u8]) -> bool {
    (1..=MAX_TIMESTAMP_DIGITS).contains(&value.len()) && value.iter().all(u8::is_ascii_digit)
}
