//! Lines of JSON.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::Formatter;
use smsc_proto::{Charset, Escape, Field, Record, Text, Value, ValueKind};

use crate::escape::{is_harmful, may_begin_harm};
use crate::failure::Failure;

/// Adds a line of JSON to others.
pub(crate) fn line(line: &impl Serialize, lines: &mut impl Write) -> Result<(), Failure> {
    value(line, lines)?;
    lines.write_all(b"\n").map_err(Failure::Output)
}

fn value(value: &impl Serialize, lines: &mut impl Write) -> Result<(), Failure> {
    value.serialize(&mut serde_json::Serializer::with_formatter(lines, Harmless)).map_err(|error| Failure::Output(error.into()))
}

/// Compact JSON that no terminal acts on: what JSON leaves raw of control characters and the like is escaped, too.
struct Harmless;

impl Formatter for Harmless {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        if !has(fragment.as_bytes(), may_begin_harm) {
            return writer.write_all(fragment.as_bytes());
        }
        let mut rest = fragment;
        while let Some((place, harmful)) = rest.char_indices().find(|(_, next)| is_harmful(*next)) {
            let (before, behind) = rest.split_at(place);
            writer.write_all(before.as_bytes())?;
            for unit in harmful.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            rest = &behind[harmful.len_utf8()..];
        }
        writer.write_all(rest.as_bytes())
    }
}

/// Bytes that are put one behind the other into room that is there already: a length is set, and no byte is asked about.
#[derive(Default)]
pub(crate) struct Lines {
    bytes: Vec<u8>,
    len: usize,
}

impl Lines {
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    pub(crate) const fn clear(&mut self) {
        self.len = 0;
    }

    /// At least so many bytes to put something into.
    pub(crate) fn room(&mut self, least: usize) -> &mut [u8] {
        if self.bytes.len() - self.len < least {
            self.bytes.resize((self.len + least).max(2 * self.bytes.len()), 0);
        }
        &mut self.bytes[self.len..]
    }

    #[inline]
    pub(crate) fn put(&mut self, bytes: &[u8]) {
        self.room(bytes.len())[..bytes.len()].copy_from_slice(bytes);
        self.len += bytes.len();
    }

    fn put_quoted(&mut self, bytes: &[u8]) {
        self.put(bytes);
        self.put(b"\"");
    }

    fn put_number(&mut self, number: i64) {
        match u8::try_from(number) {
            Ok(digit @ 0..10) => self.put(&[b'0' + digit]),
            _ => self.put(itoa::Buffer::new().format(number).as_bytes()),
        }
    }

    /// Puts what the table has for each byte.
    fn put_mapped(&mut self, bytes: &[u8], table: &[u64; 256]) {
        let room = self.room(8 * bytes.len());
        let mut len = 0;
        for byte in bytes {
            let entry = table[usize::from(*byte)].to_le_bytes();
            // What stands above the entry's bytes is written over by the next.
            if let Some(place) = room.get_mut(len..len + 8) {
                place.copy_from_slice(&entry);
            }
            len += usize::from(entry[7]);
        }
        self.len += len;
    }
}

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.put(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes records as serde does, many times as fast: each byte of a text is looked at once.
pub(crate) struct Records {
    keys: Vec<Key>,
    charset: Charset,
    /// What each byte of the charset is in a text: at most seven bytes, and above them their number. None where characters have more than one byte.
    characters: Option<Box<[u64; 256]>>,
}

/// `,"name":` of a field, and the quote in front of a text: to copy as many bytes as there may be takes less time than to copy as many as there are.
#[derive(Clone, Copy)]
struct Key {
    bytes: [u8; LONGEST_KEY],
    len: usize,
}

const LONGEST_KEY: usize = 24;

impl Key {
    fn new(field: Field) -> Self {
        let quote = if matches!(field.kind(), ValueKind::Number { .. }) { "" } else { "\"" };
        let text = format!(",\"{}\":{quote}", field.name());
        let mut bytes = [0; LONGEST_KEY];
        bytes[..text.len()].copy_from_slice(text.as_bytes());
        Self { bytes, len: text.len() }
    }
}

/// What a byte of a charset is in a text of JSON; `\u` and four digits at most.
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
    pub(crate) fn new(charset: Charset) -> Self {
        let all = |_| (0..=u8::MAX).map(|byte| character(byte, charset)).collect::<Option<Box<[u64]>>>();
        let characters = Some(charset).filter(|charset| *charset != Charset::Utf8).and_then(all);
        let characters = characters.and_then(|characters| characters.try_into().ok());
        Self { keys: Field::ALL.iter().map(|field| Key::new(*field)).collect(), charset, characters }
    }

    /// Adds the line of a record, with what it means, if that is wanted.
    pub(crate) fn line(
        &self,
        status: &Record<'_>,
        is_unexpected: bool,
        outcome: Option<&impl Serialize>,
        lines: &mut Lines,
    ) -> Result<(), Failure> {
        let start = lines.len;
        for (field, value) in status.fields() {
            let key = &self.keys[field as usize];
            lines.room(LONGEST_KEY)[..LONGEST_KEY].copy_from_slice(&key.bytes);
            lines.len += key.len;
            match value {
                Value::Number(number) => lines.put_number(number),
                Value::Cost(cost) => lines.put_quoted(cost.as_bytes()),
                Value::Text(text) => self.text(text, lines)?,
            }
        }
        lines.bytes[start] = b'{';
        if status.is_ambiguous() {
            lines.put(b",\"split\":\"ambiguous\"");
        }
        if is_unexpected {
            lines.put(b",\"unasked\":true");
        }
        if let Some(outcome) = outcome {
            lines.put(b",\"outcome\":");
            value(outcome, lines)?;
        }
        lines.put(b"}\n");
        Ok(())
    }

    /// Adds a text behind its quote.
    fn text(&self, text: Text<'_>, lines: &mut Lines) -> Result<(), Failure> {
        let bytes = text.as_bytes();
        let is_plain = text.escape() == Escape::None || !bytes.iter().any(|byte| matches!(byte, b'\\' | b'&' | b'<'));
        match &self.characters {
            Some(characters) if is_plain && text.charset() == self.charset => {
                bytes.chunks(PART).for_each(|part| lines.put_mapped(part, characters));
                lines.put(b"\"");
            }
            None if is_plain && !has(bytes, may_be_escaped) && std::str::from_utf8(bytes).is_ok() => lines.put_quoted(bytes),
            _ => {
                lines.len -= 1;
                value(&text, lines)?;
            }
        }
        Ok(())
    }
}

/// How many bytes of a text are put at once.
const PART: usize = 1024;

/// Whether there is such a byte: without an early end, which would keep the processor from looking at many at once.
fn has(bytes: &[u8], is_such: impl Fn(u8) -> bool) -> bool {
    bytes.iter().fold(false, |is_found, byte| is_found | is_such(*byte))
}

/// Whether a character that is escaped may begin with this byte of UTF-8.
fn may_be_escaped(byte: u8) -> bool {
    matches!(byte, b'"' | b'\\') || may_begin_harm(byte)
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

    fn own(records: &Records, status: &Record<'_>, is_unexpected: bool) -> String {
        let mut lines = Lines::default();
        records.line(status, is_unexpected, None::<&()>, &mut lines).unwrap();
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
                    let status = RecordBuilder::new(StatusCode::READ).encoded_text(Field::Message, text).unwrap().build();
                    assert_eq!(
                        own(&records, &status, false),
                        by_serde(&Match::Requested(status)),
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
            let mut status = RecordBuilder::new(StatusCode(-3));
            for field in Field::ALL {
                status = match field.kind() {
                    _ if *field == Field::Status => status,
                    ValueKind::Number { .. } => status.number(*field, number).unwrap(),
                    _ => status.text(*field, "12.50").unwrap(),
                };
                let status = status.build();
                assert_eq!(own(&records, &status, false), by_serde(&Match::Requested(status)));
                assert_eq!(own(&records, &status, true), by_serde(&Match::Unexpected(status)));
            }
        }
    }

    #[test]
    fn what_is_ambiguous_is_marked_as_serde_marks_it() {
        let Ok(Reply::Records(mut found)) = Query::new(Format::Values, Detail::Message).read(b"1,1,0,2,7,2.12,G,D,a,b,c,0") else {
            panic!()
        };
        let status = found.next().unwrap().unwrap();
        assert!(status.is_ambiguous());
        assert_eq!(own(&Records::new(Charset::Windows1251), &status, true), by_serde(&Match::Unexpected(status)));
    }
}
