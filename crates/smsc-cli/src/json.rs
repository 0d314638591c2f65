//! Writes lines of JSON.

use std::io::{self, Write};

use serde::Serialize;
use sms_explain::WithOutcome;
use sms_outcome::lookup_api_error;
use smsc_proto::{ApiError, Charset, Endpoint, Escape, Field, Lang, Record, Text, Value, ValueKind};
use visible_text::{VisibleJson, may_start_escape};

use crate::failure::Failure;

/// Adds a line of JSON to `lines`.
pub(crate) fn line(line: &impl Serialize, lines: &mut impl Write) -> Result<(), Failure> {
    value(line, lines)?;
    lines.write_all(b"\n").map_err(Failure::Output)
}

/// Adds the line of an API error of an endpoint, with its outcome in a language if one is passed.
pub(crate) fn api_error(
    error: &ApiError<'_>,
    endpoint: Endpoint,
    outcomes: Option<Lang>,
    lines: &mut impl Write,
) -> Result<(), Failure> {
    let Some(lang) = outcomes else { return line(error, lines) };
    let outcome = lookup_api_error(error.code, endpoint);
    line(&WithOutcome { value: error, outcome: outcome.in_lang(lang) }, lines)
}

/// Adds compact JSON in which invisible characters are escaped, including those that JSON permits
/// unescaped.
fn value(value: &impl Serialize, lines: &mut impl Write) -> Result<(), Failure> {
    let json = serde_json::to_string(value).map_err(|error| Failure::Output(error.into()))?;
    let result = if has(json.as_bytes(), may_start_escape) {
        write!(lines, "{}", VisibleJson(json))
    } else {
        lines.write_all(json.as_bytes())
    };
    result.map_err(Failure::Output)
}

/// A buffer for lines that keeps its initialised capacity when it is cleared, so that adding bytes
/// is a copy and an addition.
#[derive(Default)]
pub(crate) struct Lines {
    bytes: Vec<u8>,
    len: usize,
}

impl Lines {
    /// Returns the bytes added since the last [`clear`](Self::clear).
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    /// Removes all bytes and keeps the capacity.
    pub(crate) const fn clear(&mut self) {
        self.len = 0;
    }

    /// Returns the free bytes after those added, at least `min` of them.
    pub(crate) fn spare(&mut self, min: usize) -> &mut [u8] {
        if self.bytes.len() - self.len < min {
            self.bytes.resize((self.len + min).max(2 * self.bytes.len()), 0);
        }
        &mut self.bytes[self.len..]
    }

    /// Adds bytes.
    #[inline]
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        self.spare(bytes.len())[..bytes.len()].copy_from_slice(bytes);
        self.len += bytes.len();
    }

    /// Adds bytes and a closing quote.
    fn push_closing(&mut self, bytes: &[u8]) {
        self.push(bytes);
        self.push(b"\"");
    }

    fn push_number(&mut self, number: i64) {
        match u8::try_from(number) {
            Ok(digit @ 0..10) => self.push(&[b'0' + digit]),
            _ => self.push(itoa::Buffer::new().format(number).as_bytes()),
        }
    }

    /// Adds the table's entry for each byte. Byte 7 of an entry is the number of its other bytes.
    fn push_mapped(&mut self, bytes: &[u8], table: &[u64; 256]) {
        let spare = self.spare(8 * bytes.len());
        let mut len = 0;
        for byte in bytes {
            let entry = table[usize::from(*byte)].to_le_bytes();
            // All eight bytes are copied; the next entry overwrites those that are not used.
            if let Some(target) = spare.get_mut(len..len + 8) {
                target.copy_from_slice(&entry);
            }
            len += usize::from(entry[7]);
        }
        self.len += len;
    }
}

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.push(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A writer of records as JSON. Its output is that of serde; it is many times faster, because it
/// examines each byte of a text once.
pub(crate) struct Records {
    keys: Vec<Key>,
    charset: Charset,
    /// The JSON of each byte of the charset: at most seven bytes, and their number in byte 7.
    /// `None` for UTF-8, whose characters may have more than one byte.
    characters: Option<Box<[u64; 256]>>,
}

/// `,"name":` of a field, followed by the opening quote if the value is always a text. The array
/// has a fixed length, because copying that many bytes is faster than copying a variable number.
#[derive(Clone, Copy)]
struct Key {
    bytes: [u8; MAX_KEY],
    len: usize,
}

/// The key of a record that was not requested.
pub(crate) const UNEXPECTED: &[u8] = b",\"unexpected\":true";

/// The length of the longest key, in bytes.
const MAX_KEY: usize = 24;

impl Key {
    fn new(field: Field) -> Self {
        let quote = if matches!(field.kind(), ValueKind::Number { .. } | ValueKind::Id) { "" } else { "\"" };
        let text = format!(",\"{}\":{quote}", field.name());
        let mut bytes = [0; MAX_KEY];
        bytes[..text.len()].copy_from_slice(text.as_bytes());
        Self { bytes, len: text.len() }
    }
}

/// Returns the JSON of a byte of a charset, which is at most `\u` and four digits. Returns `None`
/// if it does not fit.
fn character(byte: u8, charset: Charset) -> Option<u64> {
    let mut text = Vec::new();
    value(&Text::new(&[byte], charset), &mut text).ok()?;
    let text = text.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
    let mut entry = [0; 8];
    entry.get_mut(..7)?.get_mut(..text.len())?.copy_from_slice(text);
    entry[7] = u8::try_from(text.len()).ok()?;
    Some(u64::from_le_bytes(entry))
}

impl Records {
    /// Creates a writer; the fast path is used for texts in this charset.
    pub(crate) fn new(charset: Charset) -> Self {
        let all = |_| (0..=u8::MAX).map(|byte| character(byte, charset)).collect::<Option<Box<[u64]>>>();
        let characters = Some(charset).filter(|charset| *charset != Charset::Utf8).and_then(all);
        let characters = characters.and_then(|characters| characters.try_into().ok());
        Self { keys: Field::ALL.iter().map(|field| Key::new(*field)).collect(), charset, characters }
    }

    /// Adds the line of a record, with further keys, each after a comma, and with its outcome if there is
    /// one.
    pub(crate) fn line(
        &self,
        record: &Record<'_>,
        marks: &[u8],
        outcome: Option<&impl Serialize>,
        lines: &mut Lines,
    ) -> Result<(), Failure> {
        let start = lines.len;
        for (field, value) in record.fields() {
            let key = &self.keys[field as usize];
            lines.spare(MAX_KEY)[..MAX_KEY].copy_from_slice(&key.bytes);
            lines.len += key.len;
            match value {
                Value::Number(number) => lines.push_number(number),
                Value::Cost(cost) => lines.push_closing(cost.as_bytes()),
                Value::Text(text) => {
                    // The key has no quote, because most ids are numbers.
                    if field == Field::Id {
                        lines.push(b"\"");
                    }
                    self.text(text, lines)?;
                }
            }
        }
        lines.bytes[start] = b'{';
        if record.is_ambiguous() {
            lines.push(b",\"split\":\"ambiguous\"");
        }
        lines.push(marks);
        if let Some(outcome) = outcome {
            lines.push(b",\"outcome\":");
            value(outcome, lines)?;
        }
        lines.push(b"}\n");
        Ok(())
    }

    /// Adds a text and its closing quote; the opening quote was already added with the key.
    fn text(&self, text: Text<'_>, lines: &mut Lines) -> Result<(), Failure> {
        let bytes = text.as_bytes();
        let is_plain = text.escape() == Escape::None || !bytes.iter().any(|byte| matches!(byte, b'\\' | b'&' | b'<'));
        match &self.characters {
            Some(characters) if is_plain && text.charset() == self.charset => {
                bytes.chunks(PART).for_each(|part| lines.push_mapped(part, characters));
                lines.push(b"\"");
            }
            None if is_plain && !has(bytes, may_start_json_escape) && std::str::from_utf8(bytes).is_ok() => {
                lines.push_closing(bytes);
            }
            _ => {
                // serde writes both quotes.
                lines.len -= 1;
                value(&text, lines)?;
            }
        }
        Ok(())
    }
}

/// The number of bytes of a text that are added at once, which limits the spare bytes to eight
/// times as many.
const PART: usize = 1024;

/// Returns whether any byte matches. The loop has no early exit, so that the compiler vectorises
/// it.
fn has(bytes: &[u8], matches: impl Fn(u8) -> bool) -> bool {
    bytes.iter().fold(false, |is_found, byte| is_found | matches(*byte))
}

/// Returns whether a character that is escaped in JSON may start with this byte in UTF-8.
fn may_start_json_escape(byte: u8) -> bool {
    matches!(byte, b'"' | b'\\') || may_start_escape(byte)
}

#[cfg(test)]
mod tests {
    use smsc_proto::{Detail, Format, Match, Query, RecordBuilder, Reply, StatusCode};

    use super::*;

    fn by_serde(record: &Match<'_>) -> String {
        let mut text = Vec::new();
        line(record, &mut text).unwrap();
        String::from_utf8(text).unwrap()
    }

    fn by_records(records: &Records, record: &Record<'_>, is_unexpected: bool) -> String {
        let mut lines = Lines::default();
        records.line(record, if is_unexpected { UNEXPECTED } else { b"" }, None::<&()>, &mut lines).unwrap();
        String::from_utf8(lines.bytes().to_owned()).unwrap()
    }

    #[test]
    fn every_byte_of_a_text_is_written_as_serde_writes_it() {
        let long = "Ж, \"x\" \\ ".repeat(2 * PART).into_bytes();
        for charset in Charset::ALL {
            let records = Records::new(*charset);
            for escape in [Escape::None, Escape::Xml, Escape::Json] {
                let texts =
                    (0..=u8::MAX).flat_map(|byte| [b' ', b'n', 0x80, 0xa0, 0xae, 0xbf].map(|next| vec![b'&', byte, next, b';']));
                for bytes in texts.chain([
                    vec![],
                    long.clone(),
                    b"plain".to_vec(),
                    "Да".as_bytes().to_vec(),
                    "—\u{202e}\u{feff}é".as_bytes().to_vec(),
                ]) {
                    let text = Text::new(&bytes, *charset).escaped(escape);
                    let record = RecordBuilder::new(StatusCode::READ).encoded_text(Field::Message, text).unwrap().build();
                    assert_eq!(
                        by_records(&records, &record, false),
                        by_serde(&Match::Requested(record)),
                        "{charset:?} {escape:?} {bytes:x?}"
                    );
                }
            }
        }
    }

    #[test]
    fn every_field_is_written_as_serde_writes_it() {
        let records = Records::new(Charset::Utf8);
        for number in [1, 9, 10, 15] {
            let mut builder = RecordBuilder::new(StatusCode(-3));
            for field in Field::ALL {
                builder = match field.kind() {
                    _ if *field == Field::Status => builder,
                    ValueKind::Id if number > 9 => builder.text(*field, "order-77").unwrap(),
                    ValueKind::Number { .. } | ValueKind::Id => builder.number(*field, number).unwrap(),
                    _ => builder.text(*field, "12.50").unwrap(),
                };
                let record = builder.build();
                assert_eq!(by_records(&records, &record, false), by_serde(&Match::Requested(record)));
                assert_eq!(by_records(&records, &record, true), by_serde(&Match::Unexpected(record)));
            }
        }
    }

    #[test]
    fn ambiguous_records_are_marked_as_by_serde() {
        let Ok(Reply::Records(mut found)) = Query::new(Format::Values, Detail::Message).read(b"1,1,0,2,7,2.12,G,D,a,b,c,0") else {
            panic!()
        };
        let record = found.next().unwrap().unwrap();
        assert!(record.is_ambiguous());
        assert_eq!(by_records(&Records::new(Charset::Windows1251), &record, true), by_serde(&Match::Unexpected(record)));
    }
}
