//! The target for look-ups by text, GetCourse's and ClickSend's, and for the rules of the outcomes
//! of codes.

use arbitrary::{Arbitrary, Unstructured};
use sms_outcome::clicksend::Receipt;
use sms_outcome::{Question, clicksend, explain, getcourse, lookup, lookup_api_error};
use smsc_proto::{ErrCode, MessageType, StatusCode};

use super::slow_lookup;

/// The first bytes of an input.
#[derive(Clone, Copy, Debug, Default, Arbitrary)]
pub(super) struct Header {
    /// Bit 0: whether the rest is a known text and ways to write its letters, or the text itself.
    /// Bit 1: whether there is no err. Bit 2: whether the err is a very large number.
    style: u8,
    status: i8,
    err: u8,
    kind: u8,
}

/// The length that texts are cut to. Both look-ups try every row for every word, so a longer text
/// takes longer and tests nothing more.
const LONGEST: usize = 120;

pub(super) fn check(data: &[u8]) {
    let mut bytes = Unstructured::new(data);
    let header = Header::arbitrary(&mut bytes).unwrap_or_default();
    codes(header);
    if header.style & 1 == 1 {
        known(&mut bytes);
    } else {
        let text = bytes.take_rest();
        look_up(&String::from_utf8_lossy(&text[..text.len().min(LONGEST)]));
    }
}

/// Checks the outcome of a status, an err and a type against the rules.
fn codes(header: Header) {
    let err = match header.style & 6 {
        2 => None,
        4 => Some(u32::MAX - u32::from(header.err)),
        _ => Some(u32::from(header.err)),
    };
    let kind = MessageType(header.kind);
    let found = lookup(StatusCode(header.status.into()), err.map(ErrCode), kind);
    assert!([found.title, found.explanation, found.advice].iter().all(|words| ![words.en, words.ru, words.fr].contains(&"")));
    if let Some(expected) = slow_lookup::expected(header.status.into(), err, kind) {
        assert_eq!(slow_lookup::verdict(&found), slow_lookup::verdict(&expected), "{} {err:?} {kind:?}", header.status);
    }
}

/// Checks that both look-ups find what the slow look-ups find, for any text.
fn look_up(text: &str) {
    let found = getcourse::recognise(text);
    assert_eq!(found.map(|found| found.codes), slow_lookup::recognise(text), "{text:?}");
    if let Some(found) = found {
        agrees_with_codes(&found);
    }
    let parts: Vec<_> = text.split('\n').collect();
    let rows: Vec<_> = clicksend::find(&parts).map(|row| row.number).collect();
    assert_eq!(rows, slow_lookup::find(&parts), "{parts:?}");
    unknown_source(text);
    let number = text.len() % 40;
    let row = u8::try_from(number).ok().and_then(clicksend::row);
    assert_eq!(row.is_some(), (1..=clicksend::ROWS.len()).contains(&number), "{number}");
}

/// Checks a text whose source is not known, and as the fields of a receipt: every explanation is
/// complete, and a text that only ClickSend's lists could know names one of its rows or words.
fn unknown_source(text: &str) {
    for found in explain(Question::Text(text)).chain(explain(Question::ClickSend(text))) {
        assert!(found.text.is_some() || found.row.is_some(), "{text:?}");
        assert!(!found.outcome.source.is_empty() || found.outcome.is_judgement, "{text:?}");
    }
    let number = u32::try_from(text.len()).ok();
    let fields = [(Some(text), None), (None, Some(text)), (Some(text), Some(text))];
    for (status, error_text) in fields {
        for (code, error) in [(None, None), (number, None), (None, number), (Some(301), number)] {
            let receipt = Receipt::new(status, code, error, error_text);
            assert!(explain(Question::ClickSendReceipt(receipt)).next().is_some(), "{text:?}");
            assert!(!format!("{receipt:?}").contains(text) || text.len() < 20);
        }
    }
}

/// Checks that the outcome of a text is the outcome of its codes. Only the advice may be
/// GetCourse's own.
fn agrees_with_codes(found: &getcourse::Found) {
    let codes = found.codes;
    let expected = match (codes.status, codes.api.zip(codes.endpoint)) {
        (Some(status), _) => lookup(status, codes.err, codes.kind),
        (None, Some((code, endpoint))) => lookup_api_error(code, endpoint),
        (None, None) => panic!("a known text without codes"),
    };
    assert_eq!(slow_lookup::verdict(&found.outcome), slow_lookup::verdict(&expected), "{codes:?}");
    assert_eq!((found.outcome.title, found.outcome.explanation), (expected.title, expected.explanation), "{codes:?}");
    let is_own = getcourse::ROWS.iter().any(|row| row.advice == found.outcome.advice);
    assert!(is_own || found.outcome.advice == expected.advice, "{codes:?}");
    assert!(!found.unsubscribes || found.outcome.suppress.is_some(), "{codes:?}: unsubscribed, but not suppressed");
}

/// Checks that a known text is found however its letters are written, and whatever punctuation is
/// around it.
fn known(bytes: &mut Unstructured<'_>) {
    let texts: Vec<_> = getcourse::texts().collect();
    let text = texts[usize::from(u8::arbitrary(bytes).unwrap_or(0)) % texts.len()];
    let plain = getcourse::recognise(text).expect("one of the known texts").codes;
    let disguised = disguise(text, bytes);
    let found = getcourse::recognise(&disguised).unwrap_or_else(|| panic!("{disguised:?} is not known"));
    assert_eq!(found.codes, plain, "{disguised:?}");
    look_up(&disguised);
    let rows = clicksend::ROWS;
    let row = &rows[usize::from(u8::arbitrary(bytes).unwrap_or(0)) % rows.len()];
    let code = row.code.map_or_else(String::new, |code| code.to_string());
    let lang = usize::from(u8::arbitrary(bytes).unwrap_or(0) % 2);
    let parts = [disguise(row.status[lang], bytes), disguise(row.words[lang], bytes), code];
    let parts = parts.each_ref().map(String::as_str);
    let best = clicksend::find(&parts).next().map(|row| row.number);
    assert_eq!(best, Some(row.number), "{parts:?}");
    assert!(clicksend::find(&parts).map(|row| row.number).eq(slow_lookup::find(&parts)), "{parts:?}");
}

/// Writes a text with other letters, spaces and marks that make no difference: one byte for each
/// letter.
fn disguise(text: &str, bytes: &mut Unstructured<'_>) -> String {
    let mut disguised = String::new();
    for letter in text.chars() {
        match (u8::arbitrary(bytes).unwrap_or(0) % 8, letter) {
            (1, _) => disguised.extend(letter.to_uppercase()),
            (2, 'е') => disguised.push('ё'),
            (2, 'й') => disguised.push_str("и\u{306}"),
            (2, 'é') => disguised.push_str("e\u{301}"),
            (3, ' ') => disguised.push_str("\u{a0} "),
            (4, ' ') => disguised.push_str("« "),
            (5, _) => disguised.extend([letter, '\u{ad}']),
            _ => disguised.push(letter),
        }
    }
    let (before, after) =
        [("", ""), ("«", "»"), (" ", "."), ("\"", ".\" "), ("", "\u{200b}")][usize::from(u8::arbitrary(bytes).unwrap_or(0) % 5)];
    format!("{before}{disguised}{after}")
}
