//! Text as it came: bytes, and how to read them (R7, R50).

use core::fmt::{self, Write as _};

use memchr::{memchr, memchr2};

use crate::model::charset::{Charset, Plain};
use crate::model::escape::{Escape, unescape_json, unescape_xml};

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
    escape: Escape,
}

impl<'a> Text<'a> {
    /// A text over bytes of a charset, without escapes (R7).
    #[must_use]
    #[inline]
    pub const fn new(bytes: &'a [u8], charset: Charset) -> Self {
        Self { bytes, charset, escape: Escape::None }
    }

    /// The same text, whose bytes hold escapes (R28, R29).
    #[must_use]
    #[inline]
    pub const fn escaped(self, escape: Escape) -> Self {
        Self { escape, ..self }
    }

    /// How its bytes are escaped (R28, R29).
    #[must_use]
    #[inline]
    pub const fn escape(self) -> Escape {
        self.escape
    }

    /// The bytes as the server sent them, with their escapes (R7).
    #[must_use]
    #[inline]
    pub const fn as_bytes(self) -> &'a [u8] {
        self.bytes
    }

    /// The charset that the bytes are in (R7).
    #[must_use]
    #[inline]
    pub const fn charset(self) -> Charset {
        self.charset
    }

    /// Whether there is no character in it (R7).
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.chars().next().is_none()
    }

    /// Whether the bytes may be something other than the characters of the charset.
    pub(crate) fn has_escapes(self) -> bool {
        match self.escape {
            Escape::None => false,
            Escape::Xml => memchr2(b'&', b'<', self.bytes).is_some(),
            Escape::Json => memchr(b'\\', self.bytes).is_some(),
        }
    }

    /// The text without decoding (R7, R50): where it is ASCII, or valid UTF-8 that came as UTF-8, and holds no escape. Otherwise `None`.
    #[must_use]
    pub fn as_str(self) -> Option<&'a str> {
        if self.has_escapes() {
            None
        } else if self.charset == Charset::Utf8 || self.bytes.is_ascii() {
            core::str::from_utf8(self.bytes).ok()
        } else {
            None
        }
    }

    /// The characters, decoded one by one (R50).
    #[must_use]
    pub fn chars(self) -> Chars<'a> {
        let plain = Plain::new(self.bytes, self.charset);
        Chars { plain, escape: if self.has_escapes() { self.escape } else { Escape::None }, in_cdata: false }
    }
}

/// The characters of a [`Text`].
#[derive(Clone)]
pub struct Chars<'a> {
    plain: Plain<'a>,
    escape: Escape,
    in_cdata: bool,
}

impl Iterator for Chars<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        match self.escape {
            Escape::None => self.plain.next(),
            Escape::Json => unescape_json(&mut self.plain),
            Escape::Xml => unescape_xml(&mut self.plain, &mut self.in_cdata),
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
        let is_written_alike = self.charset == other.charset && self.escape == other.escape && self.bytes == other.bytes;
        is_written_alike || self.chars().eq(other.chars())
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
