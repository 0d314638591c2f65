//! Texts of a reply: bytes that are decoded on demand (R7, R50).

use core::fmt::{self, Write as _};

use memchr::{memchr, memchr2};

use crate::model::charset::{Charset, Plain};
use crate::model::escape::{Escape, unescape_json, unescape_xml};

/// A text of a reply: bytes borrowed from the body, with their charset and escapes.
///
/// The text is decoded on demand: into `char`s by [`Text::chars`], by `Display`, into a buffer by
/// [`Text::decode_into`], or without any decoding by [`Text::as_str`] if the bytes are a `str`
/// already. Bytes that are invalid in the charset decode to U+FFFD, as in browsers.
/// [`Text::as_bytes`] returns the bytes unchanged.
///
/// Two texts are equal if their characters are equal, whatever their charsets and escapes. `Debug`
/// shows only the length and the charset, because texts and phones are personal data that must not
/// be logged.
///
/// ```
/// use smsc_proto::{Charset, Text};
///
/// let text = Text::new(b"\xcf\xf0\xe8\xe2\xe5\xf2", Charset::Windows1251);
/// assert_eq!(text, "Привет");
/// assert_eq!(text.to_string(), "Привет");
/// assert_eq!(text.as_str(), None); // the text has to be decoded
/// assert_eq!(format!("{text:?}"), "Text(6 bytes, windows-1251)");
/// ```
#[derive(Clone, Copy)]
pub struct Text<'a> {
    bytes: &'a [u8],
    charset: Charset,
    escape: Escape,
}

impl<'a> Text<'a> {
    /// Creates a text from bytes in this charset, without escapes.
    #[must_use]
    #[inline]
    pub const fn new(bytes: &'a [u8], charset: Charset) -> Self {
        Self { bytes, charset, escape: Escape::None }
    }

    /// Returns the text with its bytes interpreted as escaped in this way.
    #[must_use]
    #[inline]
    pub const fn escaped(self, escape: Escape) -> Self {
        Self { escape, ..self }
    }

    /// Returns how the bytes are escaped.
    #[must_use]
    #[inline]
    pub const fn escape(self) -> Escape {
        self.escape
    }

    /// Returns the bytes as the server sent them, with their escapes and in their charset.
    #[must_use]
    #[inline]
    pub const fn as_bytes(self) -> &'a [u8] {
        self.bytes
    }

    /// Returns the charset of the bytes.
    #[must_use]
    #[inline]
    pub const fn charset(self) -> Charset {
        self.charset
    }

    /// Returns whether the text has no characters.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.chars().next().is_none()
    }

    /// Returns whether the bytes contain an escape sequence, so that unescaping changes them.
    pub(crate) fn has_escapes(self) -> bool {
        match self.escape {
            Escape::None => false,
            Escape::Xml => memchr2(b'&', b'<', self.bytes).is_some(),
            Escape::Json => memchr(b'\\', self.bytes).is_some(),
        }
    }

    /// Returns the text as a `str` without decoding. Returns `None` if the text has to be decoded:
    /// if its bytes contain an escape, are invalid UTF-8, or are neither ASCII nor in UTF-8.
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

    /// Returns an iterator over the decoded characters. Bytes that are invalid in the charset yield
    /// U+FFFD.
    #[must_use]
    pub fn chars(self) -> Chars<'a> {
        let plain = Plain::new(self.bytes, self.charset);
        Chars { plain, escape: if self.has_escapes() { self.escape } else { Escape::None }, in_cdata: false }
    }
}

/// An iterator over the decoded characters of a [`Text`], from [`Text::chars`].
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
