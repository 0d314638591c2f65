//! The target for the replies of the other scripts: send.php, balance.php, get.php and info.php.

use smsc_proto::Charset;

use super::{assert_holds, dictionary};
use crate::calls::{self, Call, Script};
use crate::parsers::malformed;

/// Parses the first byte as the query, and the rest as the body.
pub(super) fn check(data: &[u8]) {
    let Some((header, body)) = data.split_first() else { return };
    let call = call(*header);
    // quick-xml checks less than the core does, so the two agree on well-formed bodies alone.
    if call.format() != 2 || call.lines(body) != [malformed()] {
        assert_holds(calls::with_oracle(&call, body));
    }
    if let Err(error) = call.read(body) {
        let span = error.span();
        assert!(error.offset() <= body.len() && span.start <= span.end && span.end <= body.len(), "{error}");
    }
    if let Some(word) = calls::leak(&call, body) {
        panic!("{call:?} shows {word:?} of {}", body.escape_ascii());
    }
}

/// Returns the query of a header: the script, the format, the cost and the charset.
fn call(header: u8) -> Call {
    let header = usize::from(header);
    let number = |number: usize| u8::try_from(number % 4).unwrap_or_default();
    Call {
        script: Script::ALL[header % 5],
        fmt: number(header / 5),
        cost: number(header / 20),
        charset: Charset::ALL[header / 80 % 3].name().to_owned(),
    }
}

/// Returns the cases.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let header = |case: &Call| (0..=u8::MAX).find(|header| call(*header) == *case).expect("a header for each query");
    calls::load().into_iter().map(|case| [&[header(&case.call)], &case.body[..]].concat()).collect()
}

/// Returns the names of the values, in JSON and in fmt 0, the signs of the replies, and escapes.
pub(super) fn words() -> Vec<String> {
    let names = calls::NAMES.iter().flat_map(|name| [format!("\"{name}\":"), format!("{name} = ")]);
    let signs = calls::TOKENS.iter().filter(|sign| sign.len() > 1).map(|sign| (*sign).to_owned());
    names.chain(signs).chain(dictionary::escapes()).collect()
}
