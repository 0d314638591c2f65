//! A bare search for separators: the lower limit for readers that find their fields with one.

use memchr::memchr2_iter;

use testkit::bench::corpus::Corpus;

/// Finds every separator and does nothing else.
pub(crate) fn walk(body: &[u8], mut found: impl FnMut(usize)) {
    for at in memchr2_iter(b',', b'\n', body) {
        found(at);
    }
}

/// Compares each offset with the one that a search byte by byte finds.
///
/// # Panics
///
/// Panics if one is wrong.
pub(crate) fn check(Corpus { name, body, .. }: &Corpus) {
    let mut slow = (0..body.len()).filter(|at| matches!(body[*at], b',' | b'\n'));
    walk(body, |at| assert_eq!(Some(at), slow.next(), "{name}: the walk found another offset"));
    assert_eq!(slow.next(), None, "{name}: the walk missed a separator");
}
