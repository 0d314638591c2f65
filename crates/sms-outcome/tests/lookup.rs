//! Lookups of records, overrides, and texts with characters of every kind.

use sms_outcome::{
    Cause, Channel, Key, Outcome, Outcomes, Override, Retry, State, clicksend, get, getcourse, lookup, lookup_api_error,
    lookup_record, type_of,
};
use smsc_proto::{
    ApiErrorCode, Detail, Endpoint, ErrCode, ErrScope, Format, MessageKind, MessageType, Query, Record, Reply, StatusCode,
};

fn with_record<T>(body: &[u8], format: Format, f: impl FnOnce(&Record<'_>) -> T) -> T {
    let Ok(Reply::Records(mut records)) = Query::new(format, Detail::Status).read(body) else { panic!("no record") };
    f(&records.next().unwrap().unwrap())
}

#[test]
fn the_type_of_a_record_is_its_own_if_it_has_one() {
    let json = |body: &str, kind: MessageKind| with_record(body.as_bytes(), Format::Json, |record| type_of(record, kind));
    assert_eq!(json(r#"{"status":20,"err":1,"type":8}"#, MessageKind::Auto), MessageType::EMAIL);
    assert_eq!(json(r#"{"status":20,"err":1,"flag":40}"#, MessageKind::Auto), MessageType::EMAIL);
    assert_eq!(json(r#"{"status":20,"err":1,"phone":"a@example.org"}"#, MessageKind::Auto), MessageType::EMAIL);
    assert_eq!(json(r#"{"status":20,"err":1}"#, MessageKind::Email), MessageType::EMAIL);
    assert_eq!(json(r#"{"status":1,"err":6,"imsi":""}"#, MessageKind::Auto), MessageType::HLR);
    assert_eq!(json(r#"{"status":1,"err":6,"flag":4}"#, MessageKind::Auto), MessageType::HLR);
    assert_eq!(json(r#"{"status":1,"err":6}"#, MessageKind::Hlr), MessageType::HLR);
    assert_eq!(json(r#"{"status":1,"err":6,"type":7}"#, MessageKind::Hlr), MessageType::CALL);
    assert_eq!(json(r#"{"status":1,"err":6}"#, MessageKind::Auto), MessageType::SMS);
}

#[test]
fn the_outcome_of_a_record_depends_on_its_type() {
    let title = |body: &[u8]| with_record(body, Format::Values, |record| lookup_record(record, MessageKind::Auto).title.en);
    assert_eq!(title(b"1,1760080210,6"), "Delivered");
    assert_eq!(title(b"1,1760080210,6,250026610000001,79261490000,250,2,Russia,MegaFON,,"), "Subscriber offline");
    // Without an err the status decides.
    assert_eq!(title(b"3,1760080210"), "Expired");
}

#[test]
fn rows_of_the_callers_own_come_first() {
    let offline = Key::Err(ErrScope::Phone, ErrCode::OFFLINE);
    let overrides = [
        Override { key: offline, outcome: Outcome { retry: Retry::No, suppress: Some(Channel::Phone), ..get(offline).unwrap() } },
        Override { key: offline, outcome: get(Key::Status(StatusCode::DELIVERED)).unwrap() },
        Override { key: Key::Status(StatusCode(77)), outcome: get(Key::Status(StatusCode::READ)).unwrap() },
        Override {
            key: Key::Err(ErrScope::Phone, ErrCode(77)),
            outcome: Outcome { cause: Cause::Sender, ..get(offline).unwrap() },
        },
        Override {
            key: Key::Api(ApiErrorCode(77), Endpoint::Send),
            outcome: lookup_api_error(ApiErrorCode::IP_BLOCKED, Endpoint::Send),
        },
    ];
    let own = Outcomes::with(&overrides);
    let sms = MessageType::SMS;
    assert!(own.lookup(StatusCode::EXPIRED, Some(ErrCode::OFFLINE), sms).suppress.is_some());
    assert_eq!(own.lookup(StatusCode::DELIVERED, Some(ErrCode::OFFLINE), sms).suppress, None);
    assert_eq!(own.lookup(StatusCode(77), None, sms).state, State::Delivered);
    assert_eq!(own.lookup(StatusCode::EXPIRED, Some(ErrCode(77)), sms).cause, Cause::Sender);
    assert_eq!(own.lookup_api_error(ApiErrorCode(77), Endpoint::Send).retry.after_s(), Some(1800));
    assert_eq!(own.lookup_api_error(ApiErrorCode(77), Endpoint::Status).title.en, "Unknown API error");
    // Other rows are unchanged, also the row of the same number in the other table.
    assert_eq!(own.lookup(StatusCode::EXPIRED, Some(ErrCode(1)), sms), lookup(StatusCode::EXPIRED, Some(ErrCode(1)), sms));
    assert_eq!(own.lookup(StatusCode(20), Some(ErrCode(77)), MessageType::EMAIL).title.en, "Unknown error");
}

#[test]
fn every_combination_has_an_outcome() {
    for status in -5..30 {
        for err in (0..260).map(Some).chain([None, Some(u32::MAX)]) {
            for kind in [MessageType::SMS, MessageType::HLR, MessageType::EMAIL, MessageType(255)] {
                let outcome = lookup(StatusCode(status), err.map(ErrCode), kind);
                let arrived = [1, 2, 4, 6].contains(&status);
                assert!(!outcome.title.en.is_empty() && !outcome.advice.fr.is_empty());
                assert!(status != -3 || outcome.state == State::Unknown, "-3 with {err:?}");
                assert!(
                    !arrived || outcome.state == State::Delivered || kind == MessageType::HLR || err == Some(200),
                    "{status}, {err:?}"
                );
                assert!(err != Some(245) || arrived || outcome.state == State::Unknown, "{status}, 245");
                assert!(outcome.suppress.is_none() || outcome.retry == Retry::No);
            }
        }
    }
}

#[test]
fn a_text_may_contain_any_character() {
    for next in '\0'..='\u{2fff}' {
        let mut buffer = [0; 8];
        let text = next.encode_utf8(&mut buffer);
        assert_eq!(getcourse::recognise(text), None);
    }
    for text in ["\u{300}", "İ", "ß Σ ς", "\u{feff}Просрочено\u{200b}", "Просрочено\u{301}"] {
        assert_eq!(getcourse::recognise(text).is_some(), text.contains("Просрочено"), "{text}");
        assert_eq!(clicksend::find(&[text]).count(), 0);
    }
}

#[test]
fn every_row_of_clicksend_is_found_by_the_words_of_its_page() {
    for row in clicksend::ROWS {
        let code = row.code.map_or_else(String::new, |code| code.to_string());
        for lang in [0, 1] {
            let best = clicksend::find(&[row.status[lang], &code, row.words[lang]]).next().map(|row| row.number);
            assert_eq!(best, Some(row.number), "{row:?}");
            let phrases: Vec<_> = row.words[lang].split(',').collect();
            assert!(phrases.iter().all(|phrase| phrase.contains(char::is_alphabetic)), "{row:?}");
        }
    }
}

#[test]
fn marks_and_characters_without_width_are_ignored() {
    let codes = |text: &str| getcourse::recognise(text).map(|found| found.codes);
    let plain = codes("Невозможно доставить. Абонент не существует.");
    assert!(plain.is_some());
    for text in [
        "Невозмо\u{301}жно доставить. Абонент не существует.",
        "Невоз\u{ad}можно доставить. Абонент не суще\u{ad}ствует.",
        "\u{feff}Невозможно\u{200b} доста\u{2060}вить. Абонент не существует.\u{200e}",
    ] {
        assert_eq!(codes(text), plain, "{}", text.escape_unicode());
    }
}

/// Checks that the status alone decides if the err is unknown, also if its row is overridden.
#[test]
fn an_unknown_err_leaves_the_verdict_of_an_overridden_status() {
    let key = Key::Status(StatusCode::UNDELIVERABLE);
    let verdict = Outcome {
        state: State::Unknown,
        is_final: false,
        cause: Cause::Network,
        retry: Retry::AfterFix,
        suppress: Some(Channel::Phone),
        ..get(key).unwrap()
    };
    let overrides = [Override { key, outcome: verdict }];
    let outcome = Outcomes::with(&overrides).lookup(StatusCode::UNDELIVERABLE, Some(ErrCode(77)), MessageType::SMS);
    assert_eq!(outcome.title.en, "Unknown error");
    assert_eq!(
        (outcome.state, outcome.is_final, outcome.cause, outcome.retry, outcome.suppress),
        (verdict.state, verdict.is_final, verdict.cause, verdict.retry, verdict.suppress)
    );
}

/// Also where the row is the caller's own: the row does not know the message.
#[test]
fn the_type_of_the_message_decides_the_channel() {
    let expected = [
        (0, Channel::Phone),
        (4, Channel::Phone),
        (7, Channel::Phone),
        (8, Channel::Email),
        (10, Channel::Viber),
        (12, Channel::Social),
        (255, Channel::Phone),
    ];
    for (kind, channel) in expected {
        let kind = MessageType(kind);
        assert_eq!(lookup(StatusCode::UNDELIVERABLE, Some(ErrCode(1)), kind).suppress, Some(channel), "{kind:?}");
        assert_eq!(lookup(StatusCode::WRONG_NUMBER, None, kind).suppress, Some(channel), "{kind:?}");
        assert_eq!(lookup(StatusCode::EXPIRED, None, kind).suppress, None, "{kind:?}");
        let reported = if channel == Channel::Phone { Channel::Email } else { channel };
        assert_eq!(lookup(StatusCode::REPORTED_AS_SPAM, None, kind).suppress, Some(reported), "{kind:?}");
        let key = Key::Status(StatusCode::EXPIRED);
        let overrides = [Override { key, outcome: Outcome { suppress: Some(Channel::Phone), ..get(key).unwrap() } }];
        assert_eq!(Outcomes::with(&overrides).lookup(StatusCode::EXPIRED, None, kind).suppress, Some(channel), "{kind:?}");
    }
}

#[test]
fn a_status_has_the_words_of_what_was_sent() {
    let explanation = |kind| lookup(StatusCode::EXPIRED, None, kind).explanation.en;
    let sms = explanation(MessageType::SMS);
    assert!(sms.contains("phone") && explanation(MessageType(255)) == sms && explanation(MessageType::MMS) == sms);
    assert!(explanation(MessageType::EMAIL).contains("mail server"));
    for kind in [MessageType::CALL, MessageType::VIBER, MessageType::SOCIAL] {
        assert_eq!(explanation(kind), "The time allowed for delivery ran out before the recipient could be reached.");
    }
    let of_record = |body: &[u8]| with_record(body, Format::Json, |record| lookup_record(record, MessageKind::Auto).explanation.en);
    assert_eq!(of_record(br#"{"status":3,"err":0,"phone":"a@example.org"}"#), explanation(MessageType::EMAIL));
    assert_eq!(of_record(br#"{"status":3,"err":0,"type":10}"#), explanation(MessageType::VIBER));
    assert_eq!(of_record(br#"{"status":3,"err":0}"#), sms);
}

/// The caller's row for a status and a type, then the caller's row for the status, then the tables.
#[test]
fn an_override_of_a_status_is_for_every_type_unless_its_key_has_one() {
    let all = Key::Status(StatusCode::EXPIRED);
    let of_email = Key::StatusOf(MessageType::EMAIL, StatusCode::EXPIRED);
    let with_retry = |key, after_s| Override { key, outcome: Outcome { retry: Retry::Later { after_s }, ..get(key).unwrap() } };
    let delays = |overrides: &[Override]| {
        let own = Outcomes::with(overrides);
        let kinds = [MessageType::SMS, MessageType::CALL, MessageType::EMAIL];
        kinds.map(|kind| own.lookup(StatusCode::EXPIRED, None, kind).retry.after_s().unwrap())
    };
    assert_eq!(delays(&[]), [3600, 3600, 3600]);
    assert_eq!(delays(&[with_retry(all, 60)]), [60, 60, 60]);
    assert_eq!(delays(&[with_retry(of_email, 120)]), [3600, 3600, 120]);
    assert_eq!(delays(&[with_retry(all, 60), with_retry(of_email, 120)]), [60, 60, 120]);
    // A status and a type without a row of their own have the shared row.
    let shared = Key::StatusOf(MessageType::EMAIL, StatusCode::NO_MONEY);
    assert_eq!(get(shared), get(Key::Status(StatusCode::NO_MONEY)));
    assert_eq!(get(Key::StatusOf(MessageType::SMS, StatusCode::EXPIRED)), get(all));
    assert_eq!(get(Key::StatusOf(MessageType::EMAIL, StatusCode(77))), None);
}

#[test]
fn unknown_codes_have_all_texts() {
    let unknown = [
        lookup(StatusCode(77), None, MessageType::SMS),
        lookup(StatusCode(77), Some(ErrCode(1)), MessageType::SMS),
        lookup(StatusCode::UNDELIVERABLE, Some(ErrCode(77)), MessageType::SMS),
        lookup(StatusCode::DELIVERED, Some(ErrCode(77)), MessageType::HLR),
        lookup(StatusCode::DELIVERED, None, MessageType::HLR),
        lookup_api_error(ApiErrorCode(77), Endpoint::Status),
    ];
    for outcome in unknown {
        for words in [outcome.title, outcome.explanation, outcome.advice] {
            assert!([words.en, words.ru, words.fr].iter().all(|text| !text.is_empty()), "{outcome:?}");
        }
        assert!(!outcome.source.is_empty() && !outcome.reason.is_empty(), "{outcome:?}");
    }
}
