//! The rules of docs/texts.md that a program can check, and the placeholders.

use std::collections::BTreeSet;

use smsc_proto::Lang;

use super::{causes, cost, data, dates, delivery, top};

/// Returns each text with its name and its language.
fn texts() -> impl Iterator<Item = (String, Lang, &'static str)> {
    let all = [causes::ALL, cost::ALL, data::ALL, dates::ALL, delivery::ALL, top::ALL];
    all.into_iter()
        .flatten()
        .flat_map(|(name, text)| Lang::ALL.iter().map(move |lang| ((*name).to_owned(), *lang, text.get(*lang))))
}

/// Returns the placeholders of a text: what is between its braces.
fn placeholders(text: &str) -> Vec<&str> {
    text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(inside, _)| inside).collect()
}

#[test]
fn every_text_has_three_languages() {
    assert!(texts().count() > 3 * 150);
    for (name, lang, text) in texts() {
        assert!(!text.trim().is_empty() && text.trim() == text, "{name} {lang:?}");
    }
}

#[test]
fn placeholders_are_the_same_in_each_language() {
    let names = |text| placeholders(text).iter().filter_map(|inside| inside.split('|').next()).collect::<BTreeSet<_>>();
    for text in texts().collect::<Vec<_>>().chunks(3) {
        let [(name, _, en), (_, _, ru), (_, _, fr)] = text else { unreachable!("three languages") };
        assert_eq!(names(en), names(ru), "{name}: Russian");
        assert_eq!(names(en), names(fr), "{name}: French");
    }
}

#[test]
fn a_choice_has_a_form_for_each_plural() {
    for (name, lang, text) in texts() {
        assert_eq!(text.matches('{').count(), text.matches('}').count(), "{name} {lang:?}");
        for inside in placeholders(text).into_iter().filter(|inside| inside.contains('|')) {
            let forms = inside.split('|').count() - 1;
            assert_eq!(forms, if lang == Lang::Ru { 3 } else { 2 }, "{name} {lang:?}: {inside}");
        }
    }
}

#[test]
fn lists_have_all_their_items() {
    for lang in Lang::ALL {
        for (list, items) in [(dates::MONTHS, 12), (dates::MONTHS_ALONE, 12), (dates::MONTHS_SHORT, 12)] {
            assert_eq!(list.get(*lang).split(' ').count(), items);
        }
        assert_eq!(dates::WEEKDAYS.get(*lang).split(' ').count(), 7);
        assert_eq!(dates::WEEKDAYS_SHORT.get(*lang).split(' ').count(), 7);
    }
}

#[test]
fn typography_is_that_of_the_language() {
    for (name, lang, text) in texts() {
        assert!(!text.contains(['"', '\t', '\n']), "{name} {lang:?}");
        match lang {
            Lang::Fr => {
                assert!(!text.contains('\''), "{name}: a straight apostrophe");
                let before = |mark: char| text.split(mark).rev().skip(1).all(|part| part.ends_with('\u{a0}'));
                for mark in [';', ':', '!', '?', '%', '»'] {
                    assert!(before(mark), "{name}: no U+00A0 before {mark}");
                }
            }
            Lang::Ru => assert!(!text.contains(['“', '”', '\'']), "{name}: quotation marks"),
            _ => assert!(!text.contains(['«', '»', '’']), "{name}: quotation marks"),
        }
    }
}
