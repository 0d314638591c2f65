//! SMSC.ru's own words: the English texts of its API errors, and its Russian names of statuses, errs
//! and API errors, as logs and pages contain them.

use smsc_proto::{ApiErrorCode, CodeName, Endpoint, ErrCode, ErrScope, StatusCode};

use crate::codes::Codes;
use crate::outcome::{Cause, Localized, Outcome};
use crate::tables::{A_MINUTE, API_ERRORS, later, not_known_yet};
use crate::texts::{self, Known};

/// A text of the server that is not the name of a code, and what it means.
struct Text {
    words: &'static str,
    codes: Codes,
    /// The outcome, if the text says more than the number.
    outcome: Option<Outcome>,
}

const fn text(text: &'static str, code: ApiErrorCode, endpoint: Option<Endpoint>) -> Text {
    Text { words: text, codes: Codes::api_error(code, endpoint), outcome: None }
}

/// The texts of API errors beside the Russian names: S7 for the English ones, S0 and R61 for the
/// Russian ones.
const TEXTS: &[Text] = &[
    text("parameters error", ApiErrorCode::PARAMETERS, None),
    text("authorise error", ApiErrorCode::AUTHORISATION, None),
    text("no money", ApiErrorCode::NO_MONEY, Some(Endpoint::Send)),
    text("ip is blocked", ApiErrorCode::IP_BLOCKED, None),
    text("message is denied", ApiErrorCode::MESSAGE_FORBIDDEN, Some(Endpoint::Send)),
    text("invalid number", ApiErrorCode::NUMBER_FORMAT, Some(Endpoint::Send)),
    text("can't to deliver", ApiErrorCode::UNDELIVERABLE, Some(Endpoint::Send)),
    text("message not found", ApiErrorCode(3), Some(Endpoint::History)),
    text("duplicate request, wait a minute", ApiErrorCode::TOO_MANY_REQUESTS, Some(Endpoint::Send)),
    Text {
        words: "too many concurrent requests",
        codes: Codes::api_error(ApiErrorCode::TOO_MANY_REQUESTS, None),
        outcome: Some(TOO_MANY_AT_ONCE),
    },
    text("Недостаточно средств на счете", ApiErrorCode::NO_MONEY, Some(Endpoint::Send)),
    text("Недостаточно средств на счету", ApiErrorCode::NO_MONEY, Some(Endpoint::Send)),
    text("Недостаточно средств на счету Клиента", ApiErrorCode::NO_MONEY, Some(Endpoint::Send)),
    text("IP-адрес временно заблокирован из-за частых ошибок в запросах", ApiErrorCode::IP_BLOCKED, None),
    text("Неверный формат даты", ApiErrorCode(5), Some(Endpoint::Send)),
];

/// The outcome of too many requests at once, of whatever kind: the text excludes the like request
/// that send.php refuses with the same number, so nothing was accepted before it.
const TOO_MANY_AT_ONCE: Outcome = Outcome {
    title: Localized {
        en: "Too many requests at once",
        ru: "Слишком много одновременных запросов",
        fr: "Trop de requêtes simultanées",
    },
    explanation: Localized {
        en: "Too many requests came at once under one login: five or more for statuses, 15 or more for sending and for the balance. The request was refused. More requests like these can lead to error 4, which blocks the IP address.",
        ru: "Под одним логином пришло слишком много одновременных запросов: пять и более для статусов, 15 и более для отправки и баланса. Запрос отклонён. Если такие запросы продолжатся, возможна ошибка 4: блокировка IP-адреса.",
        fr: "Trop de requêtes simultanées sont arrivées avec le même identifiant : cinq ou plus pour les statuts, 15 ou plus pour l’envoi et le solde. La requête a été refusée. D’autres requêtes de ce type peuvent mener à l’erreur 4, qui bloque l’adresse IP.",
    },
    advice: Localized {
        en: "Wait a minute, then repeat the request. Use fewer connections at once, and request many messages in one batch. Other programs with the same login count too.",
        ru: "Подождите минуту и повторите запрос. Держите меньше одновременных соединений и запрашивайте статусы многих сообщений одной пачкой. Запросы других программ с тем же логином тоже считаются.",
        fr: "Attendez une minute, puis relancez la requête. Ouvrez moins de connexions simultanées et demandez les statuts de plusieurs messages en un seul lot. Les autres programmes qui utilisent le même identifiant comptent aussi.",
    },
    source: "S1 R4 R61",
    is_judgement: true,
    reason: "No source says after which time another connection is accepted; a minute is the time of the other limits.",
    safeguard: "The refused request did nothing, so repeating it does nothing twice. It is refused again while as many connections are open: use fewer of them, and give up after several refusals.",
    ..not_known_yet(Cause::Request, later(A_MINUTE))
};

/// Recognises a text of the server, or returns `None` if it is not known. The outcome is that of a
/// text that says more than its codes.
pub(crate) fn recognise(text: &str) -> Option<Known<Option<Outcome>>> {
    // A code of another API, such as INVALID_NUMBER: no text of the server has an underscore.
    if text.contains('_') { None } else { texts::recognise(text, &known()) }
}

/// Returns every text that [`recognise`] knows, in the order of precedence.
pub(crate) fn known() -> impl Iterator<Item = Known<Option<Outcome>>> + Clone {
    let texts = TEXTS.iter().map(|row| (row.words, row.codes, row.outcome));
    names().map(|(name, codes, ())| (name, codes, None)).chain(texts)
}

/// Returns the Russian names of the codes.
pub(crate) fn names() -> impl Iterator<Item = Known<()>> + Clone {
    let statuses = StatusCode::TABLE.iter().map(|name| (name.ru, Codes::status(StatusCode(name.code)), ()));
    let api = ApiErrorCode::TABLE.iter().filter_map(|name| {
        let code = ApiErrorCode(u32::try_from(name.code).ok()?);
        Some((name.ru, Codes::api_error(code, endpoint_of_name(code, name.ru)), ()))
    });
    statuses.chain(errs(ErrScope::Phone)).chain(errs(ErrScope::Email)).chain(api)
}

/// Returns whether a text is the name of a status.
pub(crate) fn is_status(text: &str) -> bool {
    StatusCode::TABLE.iter().any(|name| name.ru == text)
}

/// Returns the endpoint whose error has this name; `None` if it has the name at several endpoints.
fn endpoint_of_name(code: ApiErrorCode, name: &str) -> Option<Endpoint> {
    let mut rows = API_ERRORS.iter().filter(|row| row.code == code && row.outcome.title.ru == name);
    match (rows.next(), rows.next()) {
        (Some(row), None) => row.endpoint,
        _ => None,
    }
}

fn errs(scope: ErrScope) -> impl Iterator<Item = Known<()>> + Clone {
    let code = |name: &CodeName| u32::try_from(name.code).ok().map(ErrCode);
    ErrCode::table(scope).iter().filter_map(move |name| Some((name.ru, Codes::of_err_alone(scope, code(name)?), ())))
}
