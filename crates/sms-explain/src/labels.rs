//! The labels and short texts of outcomes for people.

use sms_outcome::{Cause, Channel, Localized, Outcome, Retry, SOURCES, State};
use smsc_proto::Lang;

const fn localized(en: &'static str, ru: &'static str, fr: &'static str) -> Localized {
    Localized { en, ru, fr }
}

macro_rules! labels {
    ($($NAME:ident = $en:literal, $ru:literal, $fr:literal;)*) => {
        $(
            #[doc = concat!("The label “", $en, "”.")]
            pub const $NAME: Localized = localized($en, $ru, $fr);
        )*
    };
}

labels! {
    STATE = "state", "состояние", "état";
    CAUSE = "cause", "причина", "cause";
    RETRY = "retry", "повтор", "réessai";
    SUPPRESS = "stop writing", "больше не писать", "ne plus écrire";
    API_ERROR = "API error", "ошибка API", "erreur d’API";
    ADVICE = "What to do:", "Что делать:", "Que faire :";
    MORE = "more to check", "ещё проверить", "à vérifier aussi";
    SOURCE = "source", "источник", "source";
    NO = "no", "нет", "non";
    NONE = "none", "нет", "aucun";
    STATUS = "status", "статус", "statut";
    ROAMING = "roaming:", "роуминг:", "itinérance :";
    UNKNOWN = "unknown", "неизвестно", "inconnu";
    FINAL = "will not change", "статус больше не изменится", "le statut ne changera plus";
    NOT_FINAL = "may still change", "статус ещё может измениться", "le statut peut encore changer";
    TYPE = "type", "тип", "type";
    PAID_FROM = "paid from", "оплачено", "payé sur";
    MAIN_BALANCE = "the main balance", "с основного баланса", "le solde principal";
    SECOND_BALANCE = "the second balance", "со второго баланса", "le second solde";
    TEMPLATE = "template", "шаблон", "modèle";
    UNKNOWN_BITS = "unknown bits", "неизвестные биты", "bits inconnus";
    HISTORY_KEY = "Key in the history", "Ключ в истории", "Clé dans l’historique";
    HISTORY_FORMAT = "Format in the history", "Формат в истории", "Format dans l’historique";
    HISTORY_CRC = "Checksum in the history", "Контрольная сумма в истории", "Somme de contrôle dans l’historique";
}
const JUDGEMENT: Localized = localized("this project's judgement", "суждение этого проекта", "jugement de ce projet");
const STOP_WRITING: Localized = localized("stop writing", "не писать", "ne plus écrire");
const FIX_AND_RETRY: Localized = localized("fix and retry", "исправить", "à corriger");

/// Returns the text of a state.
#[must_use]
pub const fn state(state: State) -> Localized {
    match state {
        State::Pending => localized("pending", "в пути", "en cours"),
        State::Delivered => localized("delivered", "доставлено", "livré"),
        State::Failed => localized("failed", "не доставлено", "échec"),
        State::Unknown => localized("unknown", "неизвестно", "inconnu"),
    }
}

/// Returns the text of a cause.
#[must_use]
pub const fn cause(cause: Cause) -> Localized {
    match cause {
        Cause::None => localized("none, or not known", "нет или неизвестна", "aucune, ou inconnue"),
        Cause::Recipient => localized("the recipient", "получатель", "le destinataire"),
        Cause::Handset => localized("the recipient's phone", "телефон получателя", "le téléphone du destinataire"),
        Cause::Network => localized("the network", "сеть", "le réseau"),
        Cause::Content => localized("the text", "текст", "le texte"),
        Cause::Sender => localized("the sender name", "имя отправителя", "le nom d’expéditeur"),
        Cause::Account => localized("the client's account", "аккаунт клиента", "le compte du client"),
        Cause::Request => localized("the request", "запрос", "la requête"),
        Cause::Service => localized("the gateway", "шлюз", "la passerelle"),
    }
}

/// Returns the text of the channel in which to stop writing.
#[must_use]
pub const fn channel(channel: Channel) -> Localized {
    match channel {
        Channel::Phone => localized("yes: to this phone number", "да: на этот номер", "oui : à ce numéro"),
        Channel::Email => localized("yes: to this e-mail address", "да: на этот адрес e-mail", "oui : à cette adresse e-mail"),
        Channel::Viber => localized("yes: in Viber", "да: в Viber", "oui : sur Viber"),
        Channel::Social => localized("yes: in social networks", "да: в соцсетях", "oui : sur les réseaux sociaux"),
    }
}

/// Returns the text of a retry.
#[must_use]
pub fn retry(retry: Retry, lang: Lang) -> String {
    let after_fix = localized("after the cause has been removed", "после устранения причины", "après correction de la cause");
    match retry {
        Retry::No => NO.get(lang).to_owned(),
        Retry::AfterFix => after_fix.get(lang).to_owned(),
        Retry::Later { after_s } => {
            let from = localized("in", "через", "dans").get(lang);
            format!("{from} {}", delay(after_s, lang))
        }
    }
}

/// Returns a delay in the largest unit that divides it.
fn delay(seconds: u32, lang: Lang) -> String {
    let (number, unit) = match seconds {
        _ if seconds.is_multiple_of(3600) => (seconds / 3600, localized("h", "ч", "h")),
        _ if seconds.is_multiple_of(60) => (seconds / 60, localized("min", "мин", "min")),
        _ => (seconds, localized("s", "с", "s")),
    };
    format!("{number} {}", unit.get(lang))
}

/// Returns a label of a few words: for a failed message, what to do about it; otherwise the state.
#[must_use]
pub fn short_label(outcome: &Outcome, lang: Lang) -> String {
    match outcome.retry {
        _ if outcome.suppress.is_some() => STOP_WRITING.get(lang).to_owned(),
        Retry::Later { .. } if outcome.state == State::Failed => next_step(outcome.retry, lang),
        Retry::AfterFix if outcome.state == State::Failed => FIX_AND_RETRY.get(lang).to_owned(),
        _ => state(outcome.state).get(lang).to_owned(),
    }
}

/// Returns what to do next, after an API error or a failed message.
#[must_use]
pub fn next_step(advice: Retry, lang: Lang) -> String {
    match advice {
        Retry::Later { .. } => format!("{} {}", RETRY.get(lang), retry(advice, lang)),
        Retry::AfterFix => FIX_AND_RETRY.get(lang).to_owned(),
        Retry::No => localized("do not retry", "не повторять", "ne pas réessayer").get(lang).to_owned(),
    }
}

/// Returns the ids of a source, followed by what they refer to.
#[must_use]
pub fn source(source: &str, is_judgement: bool, lang: Lang) -> String {
    let is_named = |id: &str| source.split(' ').any(|named| named == id);
    let known = SOURCES.iter().filter(|(id, _)| is_named(id)).map(|(_, words)| *words);
    let words: Vec<_> = known.chain(is_judgement.then_some(JUDGEMENT)).map(|words| words.get(lang)).collect();
    match (source.is_empty(), words.is_empty()) {
        (_, true) => source.to_owned(),
        (true, _) => words.join(", "),
        (false, _) => format!("{source}: {}", words.join(", ")),
    }
}
