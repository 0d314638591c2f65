//! Properties of every row: complete in every language, with a source, in order, and consistent.

mod common;

use std::collections::HashSet;

use sms_outcome::{
    API_ERRORS, Cause, Localized, Outcome, Question, Retry, SOURCES, STATUSES, State, Symptom, clicksend, diagnose, errs, explain,
    getcourse, known_texts, lookup, lookup_api_error, statuses_of,
};
use smsc_proto::{ApiErrorCode, CodeName, Endpoint, ErrCode, ErrScope, MessageType, StatusCode};

use common::outcomes;

fn assert_complete(name: &str, words: &Localized) {
    for text in [words.en, words.ru, words.fr] {
        assert!(!text.trim().is_empty() && text.trim() == text, "{name}: {words:?}");
        assert!(!text.contains("  ") && !text.contains('\n'), "{name}: {text}");
    }
    let is_cyrillic = |next: char| ('а'..='я').contains(&next) || ('А'..='Я').contains(&next) || "ёЁ".contains(next);
    assert!(words.ru.contains(is_cyrillic) || ["SMS", "MMS"].contains(&words.ru), "{name}: {}", words.ru);
    let is_quoted = |text: &str| text.contains('«');
    assert!(is_quoted(words.en) || !words.en.contains(is_cyrillic), "{name}: {}", words.en);
    assert!(is_quoted(words.fr) || !words.fr.contains(is_cyrillic), "{name}: {}", words.fr);
}

#[test]
fn every_row_has_every_text_in_every_language() {
    for (name, outcome) in outcomes() {
        for words in [&outcome.title, &outcome.explanation, &outcome.advice] {
            assert_complete(&name, words);
        }
        for words in [&outcome.explanation, &outcome.advice] {
            assert!([words.en, words.ru, words.fr].iter().all(|text| text.ends_with('.')), "{name}: {words:?}");
        }
    }
    for row in getcourse::ROWS {
        assert_complete(row.text, &row.advice);
    }
    for symptom in Symptom::ALL {
        assert_complete(symptom.name(), &symptom.title());
        assert!(diagnose(symptom).count() >= 2, "{}", symptom.name());
        for step in diagnose(symptom) {
            assert_complete(symptom.name(), &step.cause);
            assert_complete(symptom.name(), &step.check);
        }
    }
    for (id, words) in &SOURCES {
        assert_complete(id, words);
    }
}

#[test]
fn every_row_names_its_source_and_every_judgement_its_reason() {
    let is_known = |id: &str| {
        let is_rule = id.strip_prefix('R').is_some_and(|number| number.parse::<u8>().is_ok());
        is_rule || SOURCES.iter().any(|(source, _)| *source == id)
    };
    let is_sourced = |source: &str| source.split(' ').filter(|id| !id.is_empty()).all(is_known);
    for (name, outcome) in outcomes() {
        assert!(is_sourced(outcome.source) && !outcome.source.is_empty(), "{name}: {}", outcome.source);
        assert!(!outcome.is_judgement || !outcome.reason.is_empty(), "{name}: a judgement without a reason");
        let needs_reason = outcome.suppress.is_some() || matches!(outcome.retry, Retry::Later { .. });
        assert!(!needs_reason || !outcome.reason.is_empty() || outcome.source.starts_with('S'), "{name}");
    }
    for step in Symptom::ALL.into_iter().flat_map(diagnose) {
        assert!(is_sourced(step.source) && (step.is_judgement || !step.source.is_empty()), "{}", step.source);
    }
}

#[test]
fn every_code_that_has_a_name_has_a_row_and_no_other() {
    let codes = |names: &[CodeName]| names.iter().map(|name| name.code).collect::<Vec<_>>();
    assert_eq!(STATUSES.iter().map(|row| row.code).collect::<Vec<_>>(), codes(StatusCode::TABLE));
    let mut api_errors: Vec<_> = API_ERRORS.iter().map(|row| i32::try_from(row.code.0).unwrap()).collect();
    assert!(api_errors.is_sorted());
    api_errors.dedup();
    assert_eq!(api_errors, codes(ApiErrorCode::TABLE));
    for scope in [ErrScope::Phone, ErrScope::Email] {
        assert_eq!(errs(scope).map(|row| row.code).collect::<Vec<_>>(), codes(ErrCode::table(scope)));
    }
    assert!(clicksend::ROWS.iter().map(|row| row.number).eq(1..=21));
}

#[test]
fn no_row_contradicts_itself() {
    for (name, outcome) in outcomes() {
        let Outcome { state, is_final, cause, retry, suppress, .. } = outcome;
        assert!(suppress.is_none() || retry == Retry::No, "{name}: stop writing, and retry");
        assert!(state != State::Pending || (!is_final && retry == Retry::No), "{name}: on its way");
        assert!(state != State::Delivered || (is_final && retry == Retry::No && cause == Cause::None), "{name}: it arrived");
        assert!(state != State::Failed || is_final, "{name}: failed for now");
        assert!(retry.after_s().is_none_or(|delay| (60..=86_400).contains(&delay)), "{name}: {retry:?}");
    }
}

/// The row of a status for one type has the name and the state of the shared row.
#[test]
fn rows_of_types_have_the_names_and_the_state_of_the_shared_rows() {
    for kind in [MessageType::EMAIL, MessageType::CALL, MessageType::VIBER, MessageType::SOCIAL] {
        assert!(statuses_of(kind).is_sorted_by_key(|row| row.code));
        for row in statuses_of(kind) {
            let shared = STATUSES.iter().find(|shared| shared.code == row.code).unwrap().outcome;
            let known =
                |outcome: Outcome| (outcome.title, outcome.state, outcome.is_final, outcome.retry, outcome.suppress.is_some());
            assert_eq!(known(row.outcome), known(shared), "{kind:?} {}", row.code);
            assert_ne!(row.outcome.explanation, shared.explanation, "{kind:?} {}", row.code);
        }
    }
}

/// A program acts on `retry: later` and `suppress` alone, so each has an answer to what can go
/// wrong: attempts without end, a second copy, or the loss of a recipient who can still be reached.
#[test]
fn every_row_that_a_program_acts_on_has_a_safeguard() {
    let acting = |outcome: &Outcome| outcome.suppress.is_some() || matches!(outcome.retry, Retry::Later { .. });
    for (name, outcome) in outcomes() {
        assert_eq!(acting(&outcome), !outcome.safeguard.is_empty(), "{name}");
    }
    assert_eq!(outcomes().iter().filter(|(_, outcome)| acting(outcome)).count(), 35);
}

/// The delay after a time outside the allowed hours has to reach every window of hours, whatever
/// the time of the first attempt, and a day is enough for it.
#[test]
fn a_message_outside_the_allowed_hours_gets_through_within_a_day() {
    const DAY: u32 = 86_400;
    let delay = lookup(StatusCode::UNDELIVERABLE, Some(ErrCode::OUTSIDE_HOURS), MessageType::SMS).retry.after_s().unwrap();
    for hours in 1..24 {
        for start in (0..DAY).step_by(600) {
            let is_allowed = |time: u32| time % DAY < hours * 3600;
            let attempts = (1..24).map(|attempt| start + attempt * delay);
            assert!(is_allowed(start) || attempts.into_iter().any(is_allowed), "{hours} hours, from {start} s");
        }
    }
}

#[test]
fn a_text_of_a_status_and_an_api_error_has_one_outcome() {
    let verdict = |outcome: Outcome| (outcome.state, outcome.is_final, outcome.cause, outcome.retry, outcome.suppress);
    let mut count = 0;
    for row in getcourse::ROWS {
        if let (Some(status), Some(code)) = (row.codes.status, row.codes.api) {
            let of_status = lookup(status, row.codes.err, row.codes.kind);
            assert_eq!(verdict(of_status), verdict(lookup_api_error(code, Endpoint::Send)), "{}", row.text);
            count += 1;
        }
    }
    assert_eq!(count, 4);
}

#[test]
fn every_known_text_is_recognised() {
    let mut seen = HashSet::new();
    for text in getcourse::texts() {
        let found = getcourse::recognise(text).unwrap_or_else(|| panic!("{text}"));
        // S0 says it of two texts alone.
        let is_named = ["Неверный формат номера телефона", "Невозможно доставить. Абонент не существует"].contains(&text);
        assert_eq!(found.unsubscribes, is_named, "{text}");
        assert_eq!(found.outcome.advice.en.contains("unsubscribed"), is_named, "{text}");
        seen.insert(text);
    }
    assert!(seen.len() > 50);
}

/// R61: 1, 2, 4 and 9 are errors of every endpoint; the others of those that the rule names.
#[test]
fn every_endpoint_has_its_errors_and_no_others() {
    let of = |endpoint: Endpoint| {
        let codes = (0..12).filter(|code| lookup_api_error(ApiErrorCode(*code), endpoint).title.en != "Unknown API error");
        codes.collect::<Vec<_>>()
    };
    assert_eq!(of(Endpoint::Status), [1, 2, 4, 5, 9]);
    assert_eq!(of(Endpoint::Send), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert_eq!(of(Endpoint::Balance), [1, 2, 4, 9]);
    assert_eq!(of(Endpoint::History), [1, 2, 3, 4, 9]);
    assert_eq!(of(Endpoint::Info), [1, 2, 3, 4, 9]);
    assert_eq!(of(Endpoint::WaitCall), [1, 2, 4, 5, 6, 9]);
}

/// A request that may have sent something, or may start a call, is not repeated by a program; one
/// that only asks is.
#[test]
fn error_9_is_repeated_only_where_nothing_can_happen_twice() {
    for endpoint in Endpoint::ALL {
        let expected = match endpoint {
            Endpoint::Send | Endpoint::WaitCall => None,
            _ => Some(60),
        };
        assert_eq!(lookup_api_error(ApiErrorCode(9), endpoint).retry.after_s(), expected, "{endpoint:?}");
        assert_eq!(lookup_api_error(ApiErrorCode(2), endpoint).retry, Retry::AfterFix);
    }
}

/// The names of the codes are those of the core wherever the core has the meaning.
#[test]
fn the_names_of_api_errors_agree_with_the_core() {
    for (code, endpoint) in
        [(1, Endpoint::Info), (3, Endpoint::Send), (5, Endpoint::Status), (8, Endpoint::Send), (9, Endpoint::Balance)]
    {
        let title = lookup_api_error(ApiErrorCode(code), endpoint).title;
        let name = ApiErrorCode::TABLE.iter().find(|name| i64::from(name.code) == i64::from(code)).unwrap();
        assert_eq!((title.en, title.ru), (name.en, name.ru));
    }
}

/// S4: each number of the older list, and the row with the same status.
#[test]
fn the_numbers_of_receipts_are_those_of_the_older_list() {
    let statuses = [
        (1, "Queued", 200),
        (2, "Scheduled", 200),
        (3, "Sent", 200),
        (4, "Sent", 201),
        (5, "Cancelled", 301),
        (6, "WaitApproval", 200),
        (7, "Failed", 301),
        (8, "Failed", 301),
        (9, "Failed", 301),
        (10, "Failed", 301),
        (11, "Failed", 301),
        (12, "Failed", 301),
        (13, "Failed", 301),
        (14, "Failed", 301),
        (15, "Failed", 301),
        (16, "Failed", 300),
        (17, "Failed", 301),
        (18, "Failed", 301),
        (19, "Failed", 301),
        (20, "Failed", 301),
    ];
    for (number, status, code) in statuses {
        let row = clicksend::error(number).unwrap();
        assert_eq!((row.status[0], row.code), (status, Some(code)), "{number}");
        assert_ne!(row.number, number, "the lists never agree");
    }
    let title = |number| clicksend::error(number).unwrap().outcome.title.en;
    assert_eq!(
        [8, 12, 15, 20].map(title),
        ["Unknown subscriber", "Absent subscriber", "Rejected by the recipient's network", "Delivery receipt expired"]
    );
    assert!(clicksend::error(0).is_none() && clicksend::error(21).is_none());
}

/// No text leads to “stop writing” unless its source says that the number does not exist or that the
/// recipient opted out.
#[test]
fn few_texts_suppress() {
    let suppress = |question| {
        explain(question).filter(|found| found.outcome.suppress.is_some()).map(|found| found.outcome.title.en).collect::<Vec<_>>()
    };
    let mut titles: Vec<_> = known_texts().flat_map(|text| suppress(Question::Text(text))).collect();
    titles.sort_unstable();
    titles.dedup();
    assert_eq!(
        titles,
        [
            "No such addressee",
            "No such subscriber",
            "Opted out",
            "Reported as spam",
            "Unknown subscriber",
            "Wrong address format",
            "Wrong number",
            "Wrong number format",
            "Wrong phone number format"
        ]
    );
}
