//! Where a short string of bytes stands. memchr's own search for strings leaves a path to a panic in the program.

use memchr::{memchr_iter, memrchr_iter};

/// Where it first stands. The time is linear, as the strings of the wire are short.
pub(crate) fn first(needle: &[u8], text: &[u8]) -> Option<usize> {
    memchr_iter(*needle.first()?, text).find(|at| begins(needle, text, *at))
}

/// Where it last stands.
pub(crate) fn last(needle: &[u8], text: &[u8]) -> Option<usize> {
    memrchr_iter(*needle.first()?, text).find(|at| begins(needle, text, *at))
}

fn begins(needle: &[u8], text: &[u8], at: usize) -> bool {
    text.get(at..).is_some_and(|rest| rest.starts_with(needle))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place() {
        for (text, places) in [
            (&b"-->"[..], Some((0, 0))),
            (b"--->-->", Some((1, 4))),
            (b"x-->-->-", Some((1, 4))),
            (b"--", None),
            (b"---", None),
            (b"->-->", Some((2, 2))),
            (b"", None),
        ] {
            assert_eq!(first(b"-->", text).zip(last(b"-->", text)), places, "{}", text.escape_ascii());
        }
    }
}
