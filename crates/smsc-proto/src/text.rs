//! Text as it came: bytes, and how to read them (R7, R50).

use core::fmt::{self, Write as _};
use core::str::Utf8Chunks;

use crate::charset::Charset;

/// A text of the reply, still in its own charset, borrowed from the body.
///
/// It decodes on demand: as `char`s ([`Text::chars`]), by `Display`, or for free where the bytes are a `str` already
/// ([`Text::as_str`]). Bytes that are not valid in the charset decode to U+FFFD, as browsers do it (R50); the raw bytes stay at hand in
/// [`Text::as_bytes`].
///
/// Two texts are equal when their characters are, whatever their charsets. `Debug` shows the length alone: texts and phones are
/// personal data and must not slip into a log.
///
/// ```
/// use smsc_proto::{Charset, Text};
///
/// let text = Text::new(b"\xcf\xf0\xe8\xe2\xe5\xf2", Charset::Windows1251);
/// assert_eq!(text, "Привет");
/// assert_eq!(text.to_string(), "Привет");
/// assert_eq!(text.as_str(), None); // it would have to be decoded
/// assert_eq!(format!("{text:?}"), "Text(6 bytes, windows-1251)");
/// ```
#[derive(Clone, Copy)]
pub struct Text<'a> {
    bytes: &'a [u8],
    charset: Charset,
}

impl<'a> Text<'a> {
    /// A text over bytes of a charset.
    #[must_use]
    pub const fn new(bytes: &'a [u8], charset: Charset) -> Self {
        Self { bytes, charset }
    }

    /// The bytes as the server sent them.
    #[must_use]
    pub const fn as_bytes(self) -> &'a [u8] {
        self.bytes
    }

    /// The charset that the bytes are in.
    #[must_use]
    pub const fn charset(self) -> Charset {
        self.charset
    }

    /// Whether there is no character in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.bytes.is_empty()
    }

    /// The text without decoding: where it is ASCII, or valid UTF-8 that came as UTF-8. Otherwise `None`.
    #[must_use]
    pub fn as_str(self) -> Option<&'a str> {
        if self.charset == Charset::Utf8 || self.bytes.is_ascii() { core::str::from_utf8(self.bytes).ok() } else { None }
    }

    /// The characters, decoded one by one.
    #[must_use]
    pub fn chars(self) -> Chars<'a> {
        Chars(match self.charset.high_half() {
            Some(high) => State::Bytes(self.bytes.iter(), high),
            None => State::Utf8 { chunks: self.bytes.utf8_chunks(), valid: "".chars(), broken: false },
        })
    }
}

/// The characters of a [`Text`].
#[derive(Clone)]
pub struct Chars<'a>(State<'a>);

#[derive(Clone)]
enum State<'a> {
    Bytes(core::slice::Iter<'a, u8>, &'static [char; 128]),
    Utf8 { chunks: Utf8Chunks<'a>, valid: core::str::Chars<'a>, broken: bool },
}

impl Iterator for Chars<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        match &mut self.0 {
            State::Bytes(bytes, high) => {
                let byte = *bytes.next()?;
                let upper = byte.checked_sub(0x80);
                Some(upper.and_then(|at| high.get(usize::from(at))).copied().unwrap_or(char::from(byte)))
            }
            State::Utf8 { chunks, valid, broken } => loop {
                if let Some(next) = valid.next() {
                    return Some(next);
                }
                if core::mem::take(broken) {
                    return Some(char::REPLACEMENT_CHARACTER);
                }
                let chunk = chunks.next()?;
                *valid = chunk.valid().chars();
                *broken = !chunk.invalid().is_empty();
            },
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match &self.0 {
            State::Bytes(bytes, _) => bytes.size_hint(),
            State::Utf8 { .. } => (0, None),
        }
    }
}

impl fmt::Debug for Chars<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chars(..)")
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.as_str() {
            Some(text) => f.write_str(text),
            None => self.chars().try_for_each(|next| f.write_char(next)),
        }
    }
}

impl fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({} bytes, {})", self.bytes.len(), self.charset.name())
    }
}

impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        (self.charset == other.charset && self.bytes == other.bytes) || self.chars().eq(other.chars())
    }
}

impl Eq for Text<'_> {}

impl core::hash::Hash for Text<'_> {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        for next in self.chars() {
            next.hash(state);
        }
        state.write_u8(0xff);
    }
}

impl PartialEq<str> for Text<'_> {
    fn eq(&self, other: &str) -> bool {
        self.chars().eq(other.chars())
    }
}

impl PartialEq<&str> for Text<'_> {
    fn eq(&self, other: &&str) -> bool {
        self == *other
    }
}
