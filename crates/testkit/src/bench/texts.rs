//! Messages in windows-1251, which are decoded one by one.

use smsc_proto::{Charset, Detail, Format, Query, Reply, Text};

use super::corpus::SEED;
use crate::generate::{Lines, Steady};

/// A length in bytes that has room for each message in UTF-8.
pub const ROOM: usize = 4096;

/// A body whose messages are decoded.
#[derive(Debug)]
pub struct Texts {
    steady: Steady,
    body: Vec<u8>,
}

impl Texts {
    /// Creates a batch of fmt 1 with all=2 in windows-1251.
    #[must_use]
    pub fn new(records: usize) -> Self {
        let steady = Steady { seed: SEED, records, fmt: 1, all: 2, lines: Lines::Sms };
        Self { steady, body: steady.body(Charset::Windows1251.name()) }
    }

    /// Returns the messages, which are not decoded yet.
    ///
    /// # Panics
    ///
    /// Panics if a record has no message.
    #[must_use]
    pub fn messages(&self) -> Vec<Text<'_>> {
        let query = Query::new(Format::Values, Detail::Full).batch();
        let Ok(Reply::Records(records)) = query.read(&self.body) else { panic!("no records") };
        let texts: Vec<_> = records.filter_map(|record| record.ok()?.message()).collect();
        assert_eq!(texts.len(), self.steady.records, "the number of messages");
        texts
    }

    /// Compares what `decode` writes into the buffer with the messages that the body was made of.
    /// `decode` returns the length.
    ///
    /// # Panics
    ///
    /// Panics if a text is wrong.
    pub fn check(&self, who: &str, decode: impl Fn(Text<'_>, &mut [u8]) -> usize) {
        for (text, record) in self.messages().into_iter().zip(self.steady.records()) {
            let message = record.fields.iter().find(|(name, _)| *name == "message").map(|(_, value)| value.to_string());
            let message = message.expect("a message");
            assert!(!message.is_ascii(), "a text that needs no decoding");
            let mut buffer = [0; ROOM];
            let len = decode(text, &mut buffer);
            assert!(buffer.get(..len) == Some(message.as_bytes()), "{who}: a wrong text instead of {message}");
        }
    }
}

/// Decodes with the core.
///
/// # Panics
///
/// Panics if the buffer is too short.
#[inline]
pub fn decode(text: Text<'_>, buffer: &mut [u8]) -> usize {
    text.decode_into(buffer).expect("enough room")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_core_decodes_the_messages() {
        Texts::new(20).check("the core", decode);
    }

    #[test]
    #[should_panic(expected = "a decoder: a wrong text")]
    fn a_wrong_character_is_found() {
        Texts::new(20).check("a decoder", |text, buffer| {
            let len = decode(text, buffer);
            buffer[len - 1] ^= 1;
            len
        });
    }

    #[test]
    #[should_panic(expected = "a decoder: a wrong text")]
    fn a_text_that_is_cut_is_found() {
        Texts::new(20).check("a decoder", |text, buffer| decode(text, buffer) - 2);
    }
}
