//! Flags and outcomes, whose values do not depend on a body.

use std::path::Path;

use serde_json::Value;
use sms_outcome::Outcome;
use smsc_proto::{ErrCode, Flag, MessageType, StatusCode, Template};

/// The parts of a flag: the type, whether the second balance paid, the template and the bits
/// without a known meaning.
pub type Parts = (MessageType, bool, Option<Template>, u16);

/// Returns every flag.
pub fn flags() -> impl Iterator<Item = Flag> {
    (0..=u16::MAX).map(Flag)
}

/// Takes a flag apart with the core.
#[inline]
#[must_use]
pub fn parts(flag: Flag) -> Parts {
    (flag.message_type(), flag.is_second_balance(), flag.template(), flag.unknown_bits())
}

/// Compares the parts of every flag with those that its sixteen bits, written as a text, have by
/// R35.
///
/// # Panics
///
/// Panics if one is wrong.
pub fn check_flags(who: &str, parts: impl Fn(Flag) -> Parts) {
    for flag in flags() {
        let bits = format!("{:016b}", flag.0);
        let bit = |number: usize| &bits[15 - number..=15 - number];
        let kind = u8::from_str_radix(&bits[12..], 2).expect("four bits");
        let has_template = bit(8) == "1";
        let template = match (bit(10), bit(9)) {
            ("0", "0") => Template::Service,
            ("0", "1") => Template::Transactional,
            ("1", "0") => Template::Authorisation,
            _ => Template::Advertising,
        };
        let is_known = |number| number <= 3 || number == 5 || number == 8 || (has_template && (9..=10).contains(&number));
        let unknown = (0..16).filter(|number| bit(*number) == "1" && !is_known(*number)).map(|number| 1 << number).sum();
        let expected = (MessageType(kind), bit(5) == "1", has_template.then_some(template), unknown);
        assert_eq!(parts(flag), expected, "{who}: flag {}", flag.0);
    }
}

/// A lookup of a status with the expected outcome.
#[derive(Debug)]
pub struct Lookup {
    /// The status.
    pub status: StatusCode,
    /// The err, if there is one.
    pub err: Option<ErrCode>,
    /// The message's type.
    pub kind: MessageType,
    expected: Value,
}

/// Returns the lookups of a status in `testdata/outcomes/codes.json`.
///
/// # Panics
///
/// Panics if the file cannot be read, or is not of the form of the cases.
#[must_use]
pub fn lookups() -> Vec<Lookup> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/outcomes/codes.json");
    let text = std::fs::read_to_string(file).expect("the cases of the outcomes");
    let cases: Vec<Value> = serde_json::from_str(&text).expect("a list of cases");
    let lookup = |case: &Value| {
        let number = |name: &str| case["query"][name].as_i64();
        Some(Lookup {
            status: StatusCode(number("status")?.try_into().expect("a status")),
            err: number("err").map(|err| ErrCode(err.try_into().expect("an err"))),
            kind: MessageType(number("type").unwrap_or_default().try_into().expect("a type")),
            expected: case["expect"][0].clone(),
        })
    };
    // The other cases are API errors.
    cases.iter().filter_map(lookup).collect()
}

/// Compares the outcome of each lookup with the expected one.
///
/// # Panics
///
/// Panics if one is wrong.
pub fn check_lookups(who: &str, lookups: &[Lookup], look_up: impl Fn(&Lookup) -> Outcome) {
    for lookup in lookups {
        let outcome = look_up(lookup);
        let found = [
            ("state", outcome.state.name().into()),
            ("is_final", outcome.is_final.into()),
            ("cause", outcome.cause.name().into()),
            ("retry", outcome.retry.name().into()),
            ("retry_after_s", outcome.retry.after_s().into()),
            ("suppress", outcome.suppress.is_some().into()),
            ("title", outcome.title.en.into()),
        ];
        for (name, found) in found {
            // A case has the fields that it is about.
            let expected = lookup.expected.get(name).unwrap_or(&found);
            assert_eq!(found, *expected, "{who}: the {name} of {lookup:?}");
        }
    }
}

/// Looks an outcome up with `sms_outcome`.
#[inline]
#[must_use]
pub fn look_up(lookup: &Lookup) -> Outcome {
    sms_outcome::lookup(lookup.status, lookup.err, lookup.kind)
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::*;

    fn is_wrong(parts: impl Fn(Flag) -> Parts) -> bool {
        catch_unwind(AssertUnwindSafe(|| check_flags("a reader", parts))).is_err()
    }

    #[test]
    fn a_wrong_part_of_one_flag_is_found() {
        check_flags("the core", parts);
        assert!(is_wrong(|flag| parts(Flag(flag.0 ^ u16::from(flag.0 == 5)))));
        assert!(is_wrong(|flag| parts(Flag(flag.0 & !(1 << 5)))));
        assert!(is_wrong(|flag| parts(Flag(flag.0 & !(1 << 8)))));
        assert!(is_wrong(|flag| parts(Flag(flag.0 & !(1 << 9)))));
        assert!(is_wrong(|flag| parts(Flag(flag.0 & !(1 << 15)))));
    }

    #[test]
    fn a_wrong_outcome_of_any_lookup_is_found() {
        let lookups = lookups();
        assert!(lookups.len() > 150, "{} lookups", lookups.len());
        check_lookups("the tables", &lookups, look_up);
        for lookup in &lookups {
            let other = |lookup: &Lookup| Outcome { is_final: !look_up(lookup).is_final, ..look_up(lookup) };
            let check = AssertUnwindSafe(|| check_lookups("a reader", std::slice::from_ref(lookup), other));
            assert!(catch_unwind(check).is_err(), "{lookup:?}");
        }
    }
}
