//! A bare search for separators: the floor for readers that find their fields in this way.

use memchr::memchr2_iter;

use crate::corpus::Corpus;

/// Finds every separator and does nothing with it.
pub(crate) fn walk(body: &[u8], mut found: impl FnMut(usize)) {
    for at in memchr2_iter(b',', b'\n', body) {
        found(at);
    }
}

/// Holds each place against those that a slow search finds.
///
/// # Panics
///
/// Where one is wrong.
pub(crate) fn check(Corpus { name, body, .. }: &Corpus) {
    let mut slow = (0..body.len()).filter(|at| matches!(body[*at], b',' | b'\n'));
    walk(body, |at| assert_eq!(Some(at), slow.next(), "{name}: the walk found another place"));
    assert_eq!(slow.next(), None, "{name}: the walk missed a place");
}
