//! The parts of a message: what is counted and paid for.

use crate::message::{CALL, EMAIL, HLR};
use crate::params::Params;
use crate::reply::PARAMETERS;
use crate::state::No;

/// Returns the text that is sent, and the number of its parts or of a call's seconds. With `maxsms` a
/// text is cut so that it has no more parts.
pub(super) fn split<'t>(params: &Params, kind: u8, text: &'t str) -> Result<(&'t str, u32), No> {
    let max = match params.number("maxsms") {
        Some(max) => max.ok().filter(|max| *max > 0).ok_or(PARAMETERS)?,
        None => u32::MAX,
    };
    // It is not known what the service does with another text: here it is counted as it is.
    let is_hexadecimal =
        params.bytes("bin") == Some(b"2") && text.len().is_multiple_of(2) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let len = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    let (alone, of_several) = match (kind, text.is_ascii()) {
        (HLR | 5 | EMAIL, _) => return Ok((text, 1)),
        // About two words a second.
        (CALL, _) => return Ok((text, len.div_ceil(15).max(1))),
        (2, _) if is_hexadecimal => (280, 266),
        (2, _) => (140, 133),
        (_, true) => (160, 153),
        (_, false) => (70, 67),
    };
    if len <= alone {
        return Ok((text, 1));
    }
    let parts = len.div_ceil(of_several);
    if parts <= max {
        return Ok((text, parts));
    }
    let kept = if max == 1 { alone } else { of_several * max };
    let end = text.char_indices().nth(usize::try_from(kept).unwrap_or(usize::MAX)).map_or(text.len(), |(at, _)| at);
    Ok((text.get(..end).unwrap_or(text), max))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::Request;

    fn parts(form: &str, kind: u8, text: &str) -> (usize, u32) {
        let (text, parts) = split(&Params::of(&Request::post("", form.as_bytes())), kind, text).unwrap();
        (text.chars().count(), parts)
    }

    #[test]
    fn a_text_has_parts() {
        let counts = |letter: &str, lens: [usize; 3]| lens.map(|len| parts("", 0, &letter.repeat(len)).1);
        assert_eq!(counts("a", [160, 161, 307]), [1, 2, 3]);
        assert_eq!(counts("я", [70, 71, 135]), [1, 2, 3]);
    }

    #[test]
    fn a_text_is_cut_to_its_greatest_number_of_parts() {
        assert_eq!(parts("maxsms=2", 0, &"a".repeat(400)), (306, 2));
        assert_eq!(parts("maxsms=1", 0, &"я".repeat(71)), (70, 1));
        assert_eq!(parts("maxsms=3", 0, &"a".repeat(400)), (400, 3));
    }

    #[test]
    fn binary_messages_are_counted_in_bytes() {
        assert_eq!(parts("bin=2", 2, &"ab".repeat(140)), (280, 1));
        assert_eq!(parts("bin=2", 2, &"ab".repeat(141)), (282, 2));
        assert_eq!(parts("bin=1", 2, &"a".repeat(141)), (141, 2));
        assert_eq!([parts("bin=2", 2, &"x".repeat(141)), parts("bin=2", 2, &"a".repeat(141))], [(141, 2); 2]);
    }
}
