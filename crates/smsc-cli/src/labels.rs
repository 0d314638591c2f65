//! The command's own words about outcomes, for people.

use std::fmt::Write as _;

use sms_outcome::{Cause, Localized, Outcome, Retry, SOURCES, State};
use smsc_proto::Lang;

const fn words(en: &'static str, ru: &'static str, fr: &'static str) -> Localized {
    Localized { en, ru, fr }
}

pub(crate) const STATE: Localized = words("state", "состояние", "état");
pub(crate) const CAUSE: Localized = words("cause", "причина", "cause");
pub(crate) const RETRY: Localized = words("retry", "повтор", "réessai");
pub(crate) const SUPPRESS: Localized = words("stop writing", "в стоп-лист", "arrêter d’écrire");
pub(crate) const API_ERROR: Localized = words("API error", "ошибка API", "erreur d’API");
pub(crate) const ADVICE: Localized = words("What to do:", "Что делать:", "Que faire :");
pub(crate) const SOURCE: Localized = words("source", "источник", "source");
pub(crate) const YES: Localized = words("yes", "да", "oui");
pub(crate) const NO: Localized = words("no", "нет", "non");
pub(crate) const NONE: Localized = words("none", "нет", "aucun");
pub(crate) const UNKNOWN: Localized = words("unknown", "неизвестно", "inconnu");
pub(crate) const FINAL: Localized = words("final", "окончательно", "définitif");
pub(crate) const NOT_FINAL: Localized = words("not final", "не окончательно", "non définitif");
pub(crate) const TYPE: Localized = words("type", "тип", "type");
pub(crate) const PAID_FROM: Localized = words("paid from", "оплачено", "payé sur");
pub(crate) const MAIN_BALANCE: Localized = words("the main balance", "с основного баланса", "le solde principal");
pub(crate) const SECOND_BALANCE: Localized = words("the second balance", "со второго баланса", "le second solde");
pub(crate) const TEMPLATE: Localized = words("template", "шаблон", "modèle");
pub(crate) const UNKNOWN_BITS: Localized = words("unknown bits", "неизвестные биты", "bits inconnus");
const JUDGEMENT: Localized = words("this project's judgement", "суждение этого проекта", "jugement de ce projet");
const STOP_WRITING: Localized = words("stop writing", "не писать", "ne plus écrire");
const FIX_AND_RETRY: Localized = words("fix and retry", "исправить", "à corriger");

pub(crate) const fn state(state: State) -> Localized {
    match state {
        State::Pending => words("pending", "в пути", "en cours"),
        State::Delivered => words("delivered", "доставлено", "livré"),
        State::Failed => words("failed", "не доставлено", "échec"),
        State::Unknown => words("unknown", "неизвестно", "inconnu"),
    }
}

pub(crate) const fn cause(cause: Cause) -> Localized {
    match cause {
        Cause::None => words("none, or not known", "нет или неизвестна", "aucune, ou inconnue"),
        Cause::Recipient => words("the recipient", "получатель", "le destinataire"),
        Cause::Handset => words("the recipient's phone", "телефон получателя", "le téléphone du destinataire"),
        Cause::Network => words("the network", "сеть", "le réseau"),
        Cause::Content => words("the text", "текст", "le texte"),
        Cause::Sender => words("the sender ID", "имя отправителя", "le nom d’expéditeur"),
        Cause::Account => words("the client's account", "аккаунт клиента", "le compte du client"),
        Cause::Request => words("the request", "запрос", "la requête"),
        Cause::Service => words("the gateway", "шлюз", "la passerelle"),
    }
}

pub(crate) fn retry(retry: Retry, lang: Lang) -> String {
    let after_fix = words("after the cause has been removed", "после устранения причины", "après correction de la cause");
    match retry {
        Retry::No => NO.get(lang).to_owned(),
        Retry::AfterFix => after_fix.get(lang).to_owned(),
        Retry::Later { after_s } => {
            let from = words("in", "через", "dans").get(lang);
            format!("{from} {}", delay(after_s, lang))
        }
    }
}

fn delay(seconds: u32, lang: Lang) -> String {
    let (number, unit) = match seconds {
        _ if seconds.is_multiple_of(3600) => (seconds / 3600, words("h", "ч", "h")),
        _ if seconds.is_multiple_of(60) => (seconds / 60, words("min", "мин", "min")),
        _ => (seconds, words("s", "с", "s")),
    };
    format!("{number} {}", unit.get(lang))
}

/// The next move in a word or two: where a message failed, what to do about it is of more use than that it failed.
pub(crate) fn in_short(outcome: &Outcome, lang: Lang) -> String {
    match outcome.retry {
        _ if outcome.suppress => STOP_WRITING.get(lang).to_owned(),
        Retry::Later { .. } if outcome.state == State::Failed => next(outcome.retry, lang),
        Retry::AfterFix if outcome.state == State::Failed => FIX_AND_RETRY.get(lang).to_owned(),
        _ => state(outcome.state).get(lang).to_owned(),
    }
}

/// The next move after a refused request.
pub(crate) fn next(then: Retry, lang: Lang) -> String {
    match then {
        Retry::Later { .. } => format!("{} {}", RETRY.get(lang), retry(then, lang)),
        Retry::AfterFix => FIX_AND_RETRY.get(lang).to_owned(),
        Retry::No => words("do not retry", "не повторять", "ne pas réessayer").get(lang).to_owned(),
    }
}

/// The sources, with what their ids stand for.
pub(crate) fn source(source: &str, lang: Lang) -> String {
    let mut text = source.to_owned();
    let known = SOURCES.iter().filter(|(id, _)| source.contains(id)).map(|(_, words)| *words);
    let judged = source.contains("judgement").then_some(JUDGEMENT);
    for (at, words) in known.chain(judged).enumerate() {
        let _ = write!(text, "{}{}", if at == 0 { ": " } else { ", " }, words.get(lang));
    }
    text
}
