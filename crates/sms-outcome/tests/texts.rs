//! The rules of docs/texts.md that a program can check, on every text of the tables.

mod common;

use sms_outcome::{Localized, Symptom, diagnose, getcourse, story};
use smsc_proto::{MessageType, StatusCode};

use common::outcomes;

/// The kind of a text: not every rule is for every kind.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Title,
    /// A sentence or several, shown alone in JSON and in the bindings.
    Sentences,
    /// Like `Sentences`, but a command may end the text.
    Check,
}

type Text = (String, Kind, Localized);

/// Returns every text of the crate, with a name for failure messages.
fn all() -> Vec<Text> {
    let mut all = Vec::new();
    for (name, outcome) in outcomes() {
        all.push((format!("{name}, title"), Kind::Title, outcome.title));
        all.push((format!("{name}, explanation"), Kind::Sentences, outcome.explanation));
        all.push((format!("{name}, advice"), Kind::Sentences, outcome.advice));
    }
    all.extend(getcourse::ROWS.iter().map(|row| (row.text.to_owned(), Kind::Sentences, row.advice)));
    for symptom in Symptom::ALL {
        all.push((symptom.name().to_owned(), Kind::Title, symptom.title()));
        for step in diagnose(symptom) {
            all.push((format!("{}, cause", symptom.name()), Kind::Sentences, step.cause));
            all.push((format!("{}, check", symptom.name()), Kind::Check, step.check));
        }
    }
    // Together these have every remark of a story.
    let stories: [&[i32]; 8] = [&[-1, 0, 1, -3], &[0, -3], &[1, 20], &[20, 0], &[-3, -2, 1], &[1, 1], &[77, 1], &[20, 3]];
    for statuses in stories {
        let chapters = story(statuses.iter().map(|status| (StatusCode(*status), None)), MessageType::SMS);
        all.extend(chapters.map(|chapter| (format!("remark in {statuses:?}"), Kind::Sentences, chapter.remark)));
    }
    all
}

/// Returns whether a text ends in a full stop, or, if it may, in a command.
fn is_ended(kind: Kind, text: &str) -> bool {
    let is_command = |command: &str| text.rsplit_once(command).is_some_and(|(_, rest)| !rest.contains(". "));
    text.ends_with('.') || (kind == Kind::Check && ["smsc ", "curl "].into_iter().any(is_command))
}

/// Pronouns that point to something outside of the text if they come among its first words.
const PRONOUNS: &[&str] = &[
    "it", "its", "they", "them", "he", "she", "him", "her", // en
    "он", "она", "оно", "они", "его", "её", "их", "него", "неё", "них", "нему", "ним", "ему", // ru
    "elle", "ils", "elles", "lui", "celui-ci", "celle-ci", "cela", "ceci", // fr
];

/// Returns whether one of the first three words is a pronoun or ends in one: “Send it again”, «Не
/// отправляйте его», “Renvoyez-le”, “N’y écrivez plus”.
fn points_outside(text: &str) -> bool {
    text.split_whitespace().take(3).any(|word| {
        let word = word.trim_matches(|next: char| !next.is_alphanumeric()).to_lowercase();
        let is_bound = ["ez-le", "ez-la", "ez-les", "ez-y", "ez-en"].into_iter().any(|end| word.ends_with(end));
        is_bound || PRONOUNS.contains(&word.as_str())
    })
}

/// Phrases that the tables once had, or that contradict the terms of docs/texts.md.
const BANNED_EN: &[&str] = &[
    "the person",
    "stop writing",
    "write to it",
    "writing to it",
    "of the like",
    "like requests",
    "mend ",
    "by program",
    "nobody",
    "send again",
    "reach the ",
    "client's page",
    "look at err",
    "gives err",
    " and more at once",
    "err tells",
];
const BANNED_RU: &[&str] = &[
    "человек",
    "пишите",
    "на него.",
    "его второй раз",
    "второй раз. ",
    "на старый.",
    "спросите",
    "у поддержки",
    "впредь",
    "никто не",
    "иначе",
    "не выйдет",
    "значит виртуальную",
    "программой.",
    "посмотрите err",
    "настоящий статус",
    "вне сети",
    "зоны сети",
    "срок жизни",
    "подходят друг к другу",
    "не берите",
];
const BANNED_FR: &[&str] = &[
    "la personne",
    "personne ne",
    "écrivez",
    "écrire",
    "autrement",
    "joignez",
    "renvoyez.",
    "renvoyez,",
    "n’y écri",
    "cessez d’y",
    "regardez err",
    "répétez",
    "par programme",
    "un tiers.",
    "tiers.",
    "ne vont pas ensemble",
    "est faux",
    "sont bons",
    "soient justes",
    "0 jour,",
    "rien de tout cela",
    "en un jour",
    "identifiant :",
    "appartenant à autrui",
];

/// Returns the rules that a text breaks.
fn faults(kind: Kind, text: &Localized) -> Vec<String> {
    let mut faults = Vec::new();
    let mut check = |is_kept: bool, rule: &str, text: &str| {
        if !is_kept {
            faults.push(format!("{rule}: {text}"));
        }
    };
    for (banned, text) in [(BANNED_EN, text.en), (BANNED_RU, text.ru), (BANNED_FR, text.fr)] {
        let lower = text.to_lowercase();
        for phrase in banned {
            check(!lower.contains(phrase), phrase, text);
        }
        check(kind == Kind::Title || is_ended(kind, text), "a full stop at the end", text);
        check(kind == Kind::Title || !points_outside(text), "no pronoun without its noun", text);
        let limit = if kind == Kind::Title { 60 } else { 450 };
        check(text.chars().count() <= limit, "the length", text);
        check(!text.contains(" - "), "a dash is no hyphen", text);
        check(!text.contains('!'), "no exclamation mark", text);
    }
    check(!text.ru.contains(['"', '\'', '“', '”', '’']), "«» in Russian", text.ru);
    check(!text.fr.contains(['"', '\'', '“', '”']), "« » and ’ in French", text.fr);
    check(has_french_spaces(text.fr), "no-break spaces in French", text.fr);
    faults
}

/// Returns whether the double marks of a French text have a no-break space on their inner side. A
/// mark within a word, as in a URL, needs none.
fn has_french_spaces(text: &str) -> bool {
    let chars: Vec<_> = text.chars().collect();
    let at = |index: Option<usize>| index.and_then(|index| chars.get(index)).copied().unwrap_or(' ');
    chars.iter().enumerate().all(|(index, mark)| {
        let (before, after) = (at(index.checked_sub(1)), at(index.checked_add(1)));
        match mark {
            '«' => after == '\u{a0}',
            '»' => before == '\u{a0}',
            ':' | ';' | '?' | '!' => before == '\u{a0}' || !after.is_whitespace(),
            _ => true,
        }
    })
}

#[test]
fn every_text_keeps_the_rules() {
    let mut broken = Vec::new();
    for (name, kind, text) in all() {
        broken.extend(faults(kind, &text).into_iter().map(|fault| format!("{name}: {fault}")));
    }
    broken.dedup();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    assert!(all().len() > 400, "texts are missing");
}

/// The check fails on the texts that these rules replaced.
#[test]
fn texts_that_break_a_rule_are_found() {
    let good = Localized {
        en: "Send the message again.",
        ru: "Отправьте сообщение снова.",
        fr: "Renvoyez le message\u{a0}: il n’est pas arrivé.",
    };
    assert_eq!(faults(Kind::Sentences, &good), [""; 0]);
    for en in ["Stop writing to it.", "Send it again later.", "Ask the person.", "Top up, then send again.", "Wait"] {
        assert!(!faults(Kind::Sentences, &Localized { en, ..good }).is_empty(), "{en}");
    }
    for ru in
        ["Не пишите на него.", "Не отправляйте его второй раз.", "Спросите у человека.", "На \"старый\" номер.", "Это - сбой."]
    {
        assert!(!faults(Kind::Sentences, &Localized { ru, ..good }).is_empty(), "{ru}");
    }
    for fr in ["Renvoyez-le.", "N’y écrivez plus.", "Que faire : rien.", "C'est tout.", "Le «\u{a0}nom».", "Puis renvoyez."] {
        assert!(!faults(Kind::Sentences, &Localized { fr, ..good }).is_empty(), "{fr}");
    }
    assert!(is_ended(Kind::Check, "Run smsc diagnose no-connection") && !is_ended(Kind::Sentences, "Run smsc codes"));
    assert!(!is_ended(Kind::Check, "Run smsc codes. Then wait"));
}
