//! Every character, compared with the properties as another library has them.

extern crate std;

use std::string::{String, ToString as _};

use regex::Regex;

use super::*;

/// Returns whether a class of `regex` contains a character.
fn class(class: &str) -> impl Fn(char) -> bool {
    let class = Regex::new(&std::format!("^{class}$")).unwrap();
    move |next| class.is_match(next.encode_utf8(&mut [0; 4]))
}

/// Returns the characters of the Unicode version of `regex`, and whether each is an emoji. A later
/// version has more emoji.
fn emoji() -> impl Iterator<Item = (char, bool)> {
    let (is_unassigned, is_emoji) = (class(r"\p{Unassigned}"), class(r"[\p{Emoji}--[0-9#*]]"));
    ('\0'..=char::MAX).filter(move |next| !is_unassigned(*next)).map(move |next| (next, is_emoji(next)))
}

#[test]
fn a_character_alone_is_escaped_if_it_is_invisible() {
    let is_expected =
        class(r"(?s-m:[\p{Control}\p{Line_Separator}\p{Paragraph_Separator}\p{Default_Ignorable_Code_Point}\u{fff9}-\u{fffb}])");
    for next in '\0'..=char::MAX {
        let is_escaped = |shown: String| !shown.contains(next);
        assert_eq!(is_escaped(Visible(next).to_string()), is_expected(next), "{next:?}");
        assert_eq!(is_escaped(VisibleJson(next).to_string()), is_expected(next), "{next:?} in JSON");
    }
}

#[test]
fn every_escaped_character_starts_with_such_a_byte() {
    let mut firsts = [false; 256];
    for next in ('\0'..=char::MAX).filter(|next| Visible(next).to_string().len() != next.len_utf8()) {
        firsts[usize::from(next.encode_utf8(&mut [0; 4]).as_bytes()[0])] = true;
    }
    for byte in 0..=u8::MAX {
        assert_eq!(may_start_escape(byte), firsts[usize::from(byte)], "{byte:x}");
    }
    assert!(!"Привет, world".bytes().any(may_start_escape));
}

#[test]
fn after_a_character_a_selector_is_kept_if_the_character_is_an_emoji() {
    for (before, is_emoji) in emoji() {
        for selector in [TEXT_STYLE, EMOJI_STYLE] {
            let shown = Visible(String::from_iter([before, selector])).to_string();
            assert_eq!(shown.ends_with(selector), is_emoji, "{before:?}");
        }
    }
}

#[test]
fn after_an_emoji_a_joiner_is_kept_if_an_emoji_follows() {
    for (other, is_emoji) in emoji() {
        let is_joined = |text: [char; 3]| Visible(String::from_iter(text)).to_string().contains(JOINER);
        assert_eq!(is_joined(['❤', JOINER, other]), is_emoji, "before {other:?}");
        // A selector after the heart is no emoji, but a part of one.
        assert_eq!(is_joined([other, JOINER, '❤']), is_emoji, "after {other:?}");
    }
}

#[test]
fn a_text_that_is_written_in_parts_is_escaped_as_a_whole() {
    /// Is displayed one character after the other.
    struct Parts<'a>(&'a str);

    impl fmt::Display for Parts<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.chars().try_for_each(|next| f.write_char(next))
        }
    }

    for text in ["👨\u{200d}👩\u{200d}", "❤\u{fe0f}\u{200d}🔥\u{fe0f}\u{fe0f}", "1\u{fe0f}\u{20e3}1\u{fe0f}", ""] {
        assert_eq!(Visible(Parts(text)).to_string(), Visible(text).to_string());
        assert_eq!(VisibleJson(Parts(text)).to_string(), VisibleJson(text).to_string());
    }
}
