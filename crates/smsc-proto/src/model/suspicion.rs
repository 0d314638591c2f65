//! Advice about a wrong charset (R51).

use crate::model::charset::Charset;
use crate::model::text::Text;

impl Text<'_> {
    /// Returns whether the text looks as if it were in UTF-8 and was read as windows-1251 or
    /// koi8-r: its bytes are valid UTF-8, and two letters of several bytes are next to each other
    /// in it. Texts of those charsets do not look like this by accident, so the request probably
    /// had another charset. The text itself is decoded in the charset of the query all the same.
    ///
    /// ```
    /// use smsc_proto::{Charset, Text};
    ///
    /// let text = Text::new("Привет".as_bytes(), Charset::Windows1251);
    /// assert_eq!(text.to_string(), "РџСЂРёРІРµС‚");
    /// assert!(text.looks_like_utf8());
    /// assert!(!Text::new(b"\xcf\xf0\xe8\xe2\xe5\xf2", Charset::Windows1251).looks_like_utf8());
    /// ```
    #[must_use]
    pub fn looks_like_utf8(self) -> bool {
        if self.charset() == Charset::Utf8 || self.as_bytes().is_ascii() {
            return false;
        }
        let Ok(text) = core::str::from_utf8(self.as_bytes()) else { return false };
        let letters = || text.chars().map(is_letter);
        letters().zip(letters().skip(1)).any(|(one, next)| one && next)
    }
}

/// Returns whether a character is a letter of an alphabet other than the Latin one. The historic
/// letters of Cyrillic are left out: in windows-1251 the bytes of two of them are words such as
/// `сіті` in capitals.
const fn is_letter(letter: char) -> bool {
    matches!(
        letter,
        '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{45f}' | '\u{490}'..='\u{52f}' | '\u{531}'..='\u{587}' | '\u{10a0}'..='\u{10ff}'
    )
}
