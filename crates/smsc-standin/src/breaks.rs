//! Line breaks in the texts of a batch in fmt 0 and 1. The service writes them as they are, so that a
//! record has several lines (R46). The core's writer does not, because the lines of such a record may
//! be read in two ways. So it is given marks in their place, which are replaced in what it has written.

use std::borrow::Cow;

use smsc_proto::{Format, Query};

/// The line breaks and their marks: control characters that every charset has as one byte.
const MARKS: [(char, char, u8, u8); 2] = [('\n', '\u{1e}', b'\n', 0x1e), ('\r', '\u{1f}', b'\r', 0x1f)];

/// A mark that the line breaks of a reply are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Breaks(bool);

impl Breaks {
    /// Decides for a reply with these texts. If one of them has a mark already, none is replaced, and
    /// the writer writes spaces instead of line breaks.
    pub(crate) fn of(query: &Query<'_>, mut texts: impl Iterator<Item: AsRef<str>>) -> Self {
        let is_in_lines = query.is_batch() && matches!(query.get_format(), Format::KeyValue | Format::Values);
        Self(is_in_lines && !texts.any(|text| text.as_ref().contains(MARKS.map(|(_, mark, ..)| mark))))
    }

    /// Returns a text with marks.
    pub(crate) fn mark(self, text: &str) -> Cow<'_, str> {
        if !self.0 || !text.contains(['\n', '\r']) {
            return Cow::Borrowed(text);
        }
        Cow::Owned(MARKS.iter().fold(text.to_owned(), |text, (from, to, ..)| text.replace(*from, to.encode_utf8(&mut [0; 4]))))
    }

    /// Replaces the marks of a reply.
    pub(crate) fn restore(self, bytes: &mut [u8]) {
        if !self.0 {
            return;
        }
        for byte in bytes {
            if let Some((.., of, _)) = MARKS.iter().find(|(.., mark)| mark == byte) {
                *byte = *of;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use smsc_proto::Detail;

    use super::*;

    #[test]
    fn marks_are_replaced_again() {
        let query = Query::new(Format::Values, Detail::Message).batch();
        let breaks = Breaks::of(&query, ["a\r\nb", "c"].into_iter());
        let marked = breaks.mark("a\r\nb");
        assert!(!marked.contains(['\r', '\n']));
        let mut bytes = marked.into_owned().into_bytes();
        breaks.restore(&mut bytes);
        assert_eq!(bytes, b"a\r\nb");
    }

    #[test]
    fn a_text_with_a_mark_of_its_own_is_not_changed() {
        let query = Query::new(Format::Values, Detail::Message).batch();
        let breaks = Breaks::of(&query, ["a\n", "\u{1e}"].into_iter());
        assert_eq!((breaks, &*breaks.mark("a\n")), (Breaks(false), "a\n"));
        assert_eq!(Breaks::of(&Query::new(Format::Json, Detail::Message).batch(), std::iter::empty::<&str>()), Breaks(false));
    }
}
