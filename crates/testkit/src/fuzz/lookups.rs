//! The target for look-ups by text, GetCourse's and ClickSend's, and for the rules by which codes are judged.

use arbitrary::{Arbitrary, Unstructured};
use sms_outcome::{Outcome, State, clicksend, getcourse, lookup, lookup_api_error};
use smsc_proto::{ApiErrorCode, ErrCode, MessageType, StatusCode};

use super::slow_lookup;

/// The first bytes of an input.
#[derive(Clone, Copy, Debug, Default, Arbitrary)]
pub(super) struct Header {
    /// Bit 0: the rest is a known text and ways to write its letters, else it is the text itself. Bit 1: there is no err. Bit 2: it is a very large one.
    style: u8,
    status: i8,
    err: u8,
    kind: u8,
}

/// A longer text takes longer, for both look-ups try every row for every word, and is no other thing.
const LONGEST: usize = 120;

pub(super) fn check(data: &[u8]) {
    let mut bytes = Unstructured::new(data);
    let header = Header::arbitrary(&mut bytes).unwrap_or_default();
    judge(header);
    if header.style & 1 == 1 {
        known(&mut bytes);
    } else {
        let text = bytes.take_rest();
        look_up(&String::from_utf8_lossy(&text[..text.len().min(LONGEST)]));
    }
}

/// A status, an err and a type are judged by the rules.
fn judge(header: Header) {
    let err = match header.style & 6 {
        2 => None,
        4 => Some(u32::MAX - u32::from(header.err)),
        _ => Some(u32::from(header.err)),
    };
    let kind = MessageType(header.kind);
    let told = lookup(StatusCode(header.status.into()), err.map(ErrCode), kind);
    assert!([told.title, told.explanation, told.advice].iter().all(|words| ![words.en, words.ru, words.fr].contains(&"")));
    if let Some(expected) = slow_lookup::judged(header.status.into(), err, kind) {
        assert_eq!(slow_lookup::verdict(&told), slow_lookup::verdict(&expected), "{} {err:?} {kind:?}", header.status);
    }
}

/// Any text is looked up as the slow look-ups do, and what is told of it is what is told of the codes.
fn look_up(text: &str) {
    let found = getcourse::recognise(text);
    assert_eq!(found.map(|found| found.codes), slow_lookup::recognise(text), "{text:?}");
    if let Some(found) = found {
        tells_the_truth(&found);
    }
    let parts: Vec<_> = text.split('\n').collect();
    let rows: Vec<_> = clicksend::find(&parts).map(|row| row.number).collect();
    assert_eq!(rows, slow_lookup::find(&parts), "{parts:?}");
    let number = text.len() % 40;
    let row = u8::try_from(number).ok().and_then(clicksend::row);
    assert_eq!(row.is_some(), (1..=clicksend::ROWS.len()).contains(&number), "{number}");
}

/// The verdict is that of the codes, and only the advice may be GetCourse's own.
fn tells_the_truth(found: &getcourse::Found) {
    let codes = found.codes;
    let told = match (codes.status, codes.api) {
        (Some(status), _) => lookup(status, codes.err, codes.kind),
        (None, Some(code)) => match lookup_api_error(code) {
            told if code == ApiErrorCode::DELETION => told,
            told => Outcome { state: State::Failed, is_final: true, ..told },
        },
        (None, None) => panic!("a text that stands for nothing"),
    };
    assert_eq!(slow_lookup::verdict(&found.outcome), slow_lookup::verdict(&told), "{codes:?}");
    assert_eq!((found.outcome.title, found.outcome.explanation), (told.title, told.explanation), "{codes:?}");
    let is_own = getcourse::ROWS.iter().any(|row| row.advice == found.outcome.advice);
    assert!(is_own || found.outcome.advice == told.advice, "{codes:?}");
    assert!(!found.unsubscribes || found.outcome.suppress, "{codes:?}: unsubscribed, and to be written to");
}

/// A known text stays known however its letters are written, and whatever stands around it.
fn known(bytes: &mut Unstructured<'_>) {
    let texts: Vec<_> = getcourse::texts().collect();
    let text = texts[usize::from(u8::arbitrary(bytes).unwrap_or(0)) % texts.len()];
    let plain = getcourse::recognise(text).expect("one of the known texts").codes;
    let dressed = dress(text, bytes);
    let found = getcourse::recognise(&dressed).unwrap_or_else(|| panic!("{dressed:?} is not known"));
    assert_eq!(found.codes, plain, "{dressed:?}");
    look_up(&dressed);
    let rows = clicksend::ROWS;
    let row = &rows[usize::from(u8::arbitrary(bytes).unwrap_or(0)) % rows.len()];
    let code = row.code.map_or_else(String::new, |code| code.to_string());
    let lang = usize::from(u8::arbitrary(bytes).unwrap_or(0) % 2);
    let parts = [dress(row.status[lang], bytes), dress(row.words[lang], bytes), code];
    let parts = parts.each_ref().map(String::as_str);
    let best = clicksend::find(&parts).next().map(|row| row.number);
    assert_eq!(best, Some(row.number), "{parts:?}");
    assert!(clicksend::find(&parts).map(|row| row.number).eq(slow_lookup::find(&parts)), "{parts:?}");
}

/// A text in other letters, spaces and signs that make no difference: one byte a letter.
fn dress(text: &str, bytes: &mut Unstructured<'_>) -> String {
    let mut dressed = String::new();
    for letter in text.chars() {
        match (u8::arbitrary(bytes).unwrap_or(0) % 8, letter) {
            (1, _) => dressed.extend(letter.to_uppercase()),
            (2, 'е') => dressed.push('ё'),
            (2, 'й') => dressed.push_str("и\u{306}"),
            (2, 'é') => dressed.push_str("e\u{301}"),
            (3, ' ') => dressed.push_str("\u{a0} "),
            (4, ' ') => dressed.push_str("« "),
            (5, _) => dressed.extend([letter, '\u{ad}']),
            _ => dressed.push(letter),
        }
    }
    let (before, behind) =
        [("", ""), ("«", "»"), (" ", "."), ("\"", ".\" "), ("", "\u{200b}")][usize::from(u8::arbitrary(bytes).unwrap_or(0) % 5)];
    format!("{before}{dressed}{behind}")
}
