//! The outcomes of codes that are in no table. They contain no more than is known.

use super::{failed, not_known_yet, unknown_final};
use crate::outcome::{Cause, Localized, Outcome, Retry};

/// The outcome of a status that is in no table.
pub(crate) const UNKNOWN_STATUS: Outcome = Outcome {
    title: Localized { en: "Unknown status", ru: "Неизвестный статус", fr: "Statut inconnu" },
    explanation: Localized {
        en: "This status is in no table. What became of the message is not known, and the status may still change.",
        ru: "Такого статуса нет в таблицах. Что стало с сообщением, неизвестно, и статус ещё может измениться.",
        fr: "Ce statut n’est dans aucune table. On ne sait pas ce qu’est devenu le message, et le statut peut encore changer.",
    },
    advice: Localized {
        en: "Request the status again later. If the status does not change, ask the provider's support what it means.",
        ru: "Запросите статус позже ещё раз. Если он не изменится, уточните значение статуса в поддержке провайдера.",
        fr: "Redemandez le statut plus tard. S’il ne change pas, demandez sa signification à l’assistance du prestataire.",
    },
    source: "R38",
    is_judgement: true,
    reason: "Neither delivered nor failed may be guessed, and a status that is not known to be final is requested again; the message itself is not sent again.",
    ..not_known_yet(Cause::None, Retry::No)
};

/// The texts for an err that is in no table, with a status that means that the message failed. All
/// other fields are taken from the row of the status.
pub(crate) const UNKNOWN_ERR: Outcome = Outcome {
    title: Localized { en: "Unknown error", ru: "Неизвестная ошибка", fr: "Erreur inconnue" },
    explanation: Localized {
        en: "The status says that the message did not arrive. The error code (err) beside the status is in no table, so the exact reason is not known.",
        ru: "Статус говорит, что сообщение не дошло. Кода ошибки (err), который указан рядом со статусом, нет в таблицах, поэтому точная причина неизвестна.",
        fr: "Le statut dit que le message n’est pas arrivé. Le code d’erreur (err) qui accompagne le statut n’est dans aucune table : la raison exacte est inconnue.",
    },
    advice: Localized {
        en: "Act on the status alone, and ask the provider's support what the error code (err) means.",
        ru: "Ориентируйтесь только на статус, а значение кода ошибки (err) уточните в поддержке провайдера.",
        fr: "Fiez-vous au seul statut, et demandez la signification du code d’erreur (err) à l’assistance du prestataire.",
    },
    source: "R38",
    is_judgement: true,
    reason: "The status alone decides state, cause, retry and suppression.",
    ..failed(Cause::None, Retry::No)
};

/// The outcome of an err that is in no table, with status 1 of an HLR request.
pub(crate) const UNKNOWN_HLR_ERR: Outcome = Outcome {
    title: Localized { en: "Unknown error", ru: "Неизвестная ошибка", fr: "Erreur inconnue" },
    explanation: Localized {
        en: "The HLR request was answered: the number cannot be reached. The error code (err) that gives the reason is in no table.",
        ru: "На HLR-запрос пришёл ответ: номер недоступен. Кода ошибки (err), который указывает причину, нет в таблицах.",
        fr: "La requête HLR a reçu une réponse : le numéro n’est pas joignable. Le code d’erreur (err) qui en donne la raison n’est dans aucune table.",
    },
    advice: Localized {
        en: "Ask the provider's support what the error code (err) means.",
        ru: "Уточните значение кода ошибки (err) в поддержке провайдера.",
        fr: "Demandez la signification du code d’erreur (err) à l’assistance du prestataire.",
    },
    source: "S1 R38",
    is_judgement: true,
    reason: "Any err other than 0 with status 1 means that the number cannot be reached; the cause cannot be determined from an unknown number.",
    ..failed(Cause::None, Retry::No)
};

/// The outcome of an HLR request that was completed, without err.
pub(crate) const HLR_WITHOUT_ERR: Outcome = Outcome {
    title: Localized {
        en: "Reachability unknown", ru: "Доступность неизвестна", fr: "Joignabilité inconnue"
    },
    explanation: Localized {
        en: "The HLR request was completed. The error code (err) tells whether the number can be reached, but the code is missing here.",
        ru: "HLR-запрос выполнен. Доступен ли номер, показывает код ошибки (err), но здесь этого кода нет.",
        fr: "La requête HLR a abouti. Le code d’erreur (err) indique si le numéro est joignable, mais ce code manque ici.",
    },
    advice: Localized {
        en: "Look for the error code (err) in the full reply. A new HLR request shows whether the number can be reached now.",
        ru: "Найдите код ошибки (err) в полном ответе. Новый HLR-запрос покажет, доступен ли номер сейчас.",
        fr: "Cherchez le code d’erreur (err) dans la réponse complète. Une nouvelle requête HLR dira si le numéro est joignable maintenant.",
    },
    source: "S1",
    is_judgement: true,
    reason: "err 0 means that the number exists and can be reached. Without err nobody has said so, and it may not be guessed.",
    ..unknown_final(Cause::None)
};

/// The outcome of an API error that is in no table.
pub(crate) const UNKNOWN_API: Outcome = Outcome {
    title: Localized { en: "Unknown API error", ru: "Неизвестная ошибка API", fr: "Erreur d’API inconnue" },
    explanation: Localized {
        en: "The request was refused with a number that is in no table of this endpoint.",
        ru: "Запрос отклонён с номером ошибки, которого нет в таблицах этого скрипта.",
        fr: "La requête a été refusée avec un numéro qui n’est dans aucune table de ce script.",
    },
    advice: Localized {
        en: "Read the text that came with the error. Do not repeat the request automatically; contact the provider's support.",
        ru: "Прочитайте текст, который пришёл с ошибкой. Не повторяйте запрос автоматически; обратитесь в поддержку провайдера.",
        fr: "Lisez le texte reçu avec l’erreur. Ne relancez pas la requête automatiquement ; contactez l’assistance du prestataire.",
    },
    source: "R14 R61",
    is_judgement: true,
    reason: "Repeating faulty requests gets the IP address blocked (error 4), so a request with an unknown error is not repeated.",
    ..not_known_yet(Cause::None, Retry::No)
};
