//! The checks of the peers must find wrong answers: a peer reads a body in which a digit was
//! replaced, and is compared with the values before that. The tests of `testkit::bench` do this for
//! the core.

mod check;
mod contenders;
mod naive;
#[expect(dead_code, reason = "the benches use the rest")]
mod row;
mod walk;

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde::Deserialize as _;
use smsc_proto::{Charset, Detail, Format};
use testkit::bench::corpus::Corpus;
use testkit::generate::Lines;

use crate::row::Row;

/// Returns whether a check panics with a message that contains `what`.
fn finds(what: &str, check: impl FnOnce()) -> bool {
    let Err(panic) = catch_unwind(AssertUnwindSafe(check)) else { return false };
    panic.downcast_ref::<String>().is_some_and(|message| message.contains(what))
}

/// Replaces the first digit after an offset.
fn replace_digit(body: &mut [u8], start: usize) {
    let digit = body[start..].iter_mut().find(|byte| byte.is_ascii_digit()).expect("a digit");
    *digit = if *digit == b'1' { b'2' } else { b'1' };
}

#[test]
fn a_wrong_digit_of_fmt_1_is_found() {
    for all in [Detail::Status, Detail::Full] {
        let right = || Corpus::new(Format::Values, all, Charset::Windows1251, Lines::Sms, 20);
        check::every_contender(&right());
        let mut corpus = right();
        replace_digit(&mut corpus.body, 0);
        assert!(finds("the naive reader's status", || check::every_contender(&corpus)));
        assert!(finds("the regex's numbers", || check::regex(&corpus)));
        let mut corpus = right();
        // The id of the first record: nobody but the regex and the core reads it.
        let line_end = corpus.body.iter().position(|byte| *byte == b'\n').expect("a line");
        replace_digit(&mut corpus.body, line_end - 2);
        assert!(finds("the regex's", || check::every_contender(&corpus)));
    }
}

#[test]
fn a_line_break_within_a_record_is_found() {
    let mut corpus = Corpus::new(Format::Values, Detail::Full, Charset::Windows1251, Lines::Sms, 20);
    let comma = corpus.body.iter().position(|byte| *byte == b',').expect("a comma");
    corpus.body[comma] = b'\n';
    assert!(finds("a line break within a record", || check::every_contender(&corpus)));
}

#[test]
fn a_wrong_field_or_number_of_rows_is_found() {
    let corpus = Corpus::new(Format::Json, Detail::Full, Charset::Utf8, Lines::Sms, 20);
    let values: Vec<_> = corpus.steady.records().map(|record| serde_json::Value::Object(record.json())).collect();
    let rows = || values.iter().map(|value| Row::deserialize(value).expect("a record"));
    row::check(&corpus, "a peer", |found| rows().for_each(|row| found(&row)));
    assert!(finds("too few", || row::check(&corpus, "a peer", |found| rows().take(19).for_each(|row| found(&row)))));
    assert!(finds("too many", || row::check(&corpus, "a peer", |found| rows().chain(rows()).for_each(|row| found(&row)))));
    for field in corpus.steady.records().next().expect("a record").fields {
        let wrong = |row: Row<'_>, found: &mut dyn FnMut(&Row<'_>)| {
            let mut row = row;
            row.set(field.0, "77");
            found(&row);
        };
        assert!(finds("a peer", || row::check(&corpus, "a peer", |found| rows().for_each(|row| wrong(row, &mut *found)))));
    }
}
