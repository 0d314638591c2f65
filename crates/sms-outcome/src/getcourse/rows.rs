//! GetCourse's texts (S0). The texts are wire data; the advice is that of GetCourse's help, in this
//! project's words.

use smsc_proto::{ApiErrorCode, Endpoint, ErrCode, StatusCode};

use super::Row;
use crate::codes::Codes;
use crate::outcome::Localized;

/// Returns the codes of a text that names a status and its err.
const fn explained(code: StatusCode, err: ErrCode) -> Codes {
    Codes { err: Some(err), ..Codes::status(code) }
}

/// Adds the API error of send.php that has the same text as a status (R61).
const fn or_api_error(codes: Codes, code: ApiErrorCode) -> Codes {
    Codes { api: Some(code), endpoint: Some(Endpoint::Send), ..codes }
}

const CORRECT_THE_NUMBER: Localized = Localized {
    en: "GetCourse has unsubscribed the user: «Запретить все СМС» (forbid all SMS) is set in the profile. The ban is lifted once the administrator or the user changes the number in the profile. Send nothing more to the old number.",
    ru: "GetCourse отписал пользователя: в профиле включено «Запретить все СМС». Запрет снимется, когда администратор или сам пользователь изменит номер в профиле. На старый номер сообщения не отправляйте.",
    fr: "GetCourse a désabonné l’utilisateur : « Запретить все СМС » (interdire tous les SMS) est activé dans son profil. Ce blocage est levé dès que l’administrateur ou l’utilisateur change le numéro dans le profil. N’envoyez plus rien à l’ancien numéro.",
};

const ASK_FOR_A_ROUTE: Localized = Localized {
    en: "Check the number, then ask the provider's support whether there is a route to this number.",
    ru: "Проверьте номер, затем уточните в поддержке провайдера, есть ли маршрут до этого номера.",
    fr: "Vérifiez le numéro, puis demandez à l’assistance du prestataire s’il existe une route vers ce numéro.",
};

/// GetCourse's error texts.
pub const ROWS: &[Row] = &[
    Row {
        text: "Сообщение запрещено (по тексту или по имени отправителя)",
        codes: or_api_error(Codes::status(StatusCode::FORBIDDEN), ApiErrorCode::MESSAGE_FORBIDDEN),
        unsubscribes: false,
        advice: Localized {
            en: "The message was bulk or advertising without a contract, or the integration is set up wrongly. Check the integration's settings in GetCourse and the sender name. Then ask the provider's support whether a contract has been signed and which limits apply.",
            ru: "Сообщение относится к рассылке или рекламе без договора, или интеграция настроена неверно. Проверьте настройки интеграции в GetCourse и имя отправителя. Затем уточните в поддержке провайдера, заключён ли договор и есть ли ограничения.",
            fr: "Le message était un envoi en masse ou publicitaire sans contrat, ou l’intégration est mal configurée. Vérifiez les réglages de l’intégration dans GetCourse et le nom d’expéditeur. Demandez ensuite à l’assistance du prestataire si un contrat a été signé et quelles limites s’appliquent.",
        },
    },
    Row {
        text: "Недостаточно средств на счете Клиента",
        codes: or_api_error(Codes::status(StatusCode::NO_MONEY), ApiErrorCode::NO_MONEY),
        unsubscribes: false,
        advice: Localized {
            en: "Top up the sender's account with the provider, then send the message again.",
            ru: "Пополните счёт отправителя у провайдера и отправьте сообщение снова.",
            fr: "Rechargez le compte de l’expéditeur chez le prestataire, puis renvoyez le message.",
        },
    },
    Row {
        text: "Просрочено",
        codes: Codes::status(StatusCode::EXPIRED),
        unsubscribes: false,
        advice: Localized {
            en: "The phone was out of reach, or its memory was full. Send the message again later, or contact the user in another way.",
            ru: "Телефон был недоступен, или его память была заполнена. Отправьте сообщение позже или свяжитесь с пользователем другим способом.",
            fr: "Le téléphone était injoignable, ou sa mémoire était pleine. Renvoyez le message plus tard, ou contactez l’utilisateur par un autre moyen.",
        },
    },
    Row {
        text: "Неверный формат номера телефона",
        codes: or_api_error(explained(StatusCode::WRONG_NUMBER, ErrCode::NUMBER_FORMAT), ApiErrorCode::NUMBER_FORMAT),
        unsubscribes: true,
        advice: CORRECT_THE_NUMBER,
    },
    Row {
        text: "Невозможно доставить",
        codes: Codes::status(StatusCode::UNDELIVERABLE),
        unsubscribes: false,
        advice: Localized {
            en: "The user has been out of reach for a long time, or the number does not exist. Check the number with the user.",
            ru: "Пользователь долго недоступен, или номера не существует. Уточните номер у пользователя.",
            fr: "L’utilisateur est injoignable depuis longtemps, ou le numéro n’existe pas. Vérifiez le numéro auprès de l’utilisateur.",
        },
    },
    Row {
        text: "Невозможно доставить. Абонент не существует",
        codes: explained(StatusCode::UNDELIVERABLE, ErrCode::NO_SUBSCRIBER),
        unsubscribes: true,
        advice: CORRECT_THE_NUMBER,
    },
    Row {
        text: "IP-адрес временно заблокирован из-за частых ошибок в запросах",
        codes: Codes::api_error(ApiErrorCode::IP_BLOCKED, Some(Endpoint::Send)),
        unsubscribes: false,
        advice: Localized {
            en: "100 faulty send requests in a row came within 10 minutes, or five logins were refused within 30 minutes. Wait 30 minutes. In the meantime, find out with which error the earlier messages were refused, and fix that error first.",
            ru: "За 10 минут пришло подряд 100 ошибочных запросов на отправку, или за 30 минут пять раз отклонили вход. Подождите 30 минут, а пока выясните, с какой ошибкой не ушли прежние сообщения, и сначала устраните эту ошибку.",
            fr: "100 demandes d’envoi erronées d’affilée sont arrivées en 10 minutes, ou cinq connexions ont été refusées en 30 minutes. Attendez 30 minutes. Entre-temps, cherchez avec quelle erreur les messages précédents ont été refusés, et corrigez d’abord cette erreur.",
        },
    },
    Row {
        text: "Недоступный номер (нет маршрута)",
        codes: explained(StatusCode::UNAVAILABLE_NUMBER, ErrCode::NO_ROUTE),
        unsubscribes: false,
        advice: ASK_FOR_A_ROUTE,
    },
    Row {
        text: "Сообщение на указанный номер не может быть доставлено",
        codes: or_api_error(Codes::status(StatusCode::UNAVAILABLE_NUMBER), ApiErrorCode::UNDELIVERABLE),
        unsubscribes: false,
        advice: ASK_FOR_A_ROUTE,
    },
    Row {
        text: "Неверный логин или пароль",
        codes: Codes::api_error(ApiErrorCode::AUTHORISATION, Some(Endpoint::Send)),
        unsubscribes: false,
        advice: Localized {
            en: "Check the login and the password of the integration in GetCourse and the provider's list of allowed IP addresses, and make sure that the sender names are the same on both sides. If everything is right and the error stays, contact GetCourse's support.",
            ru: "Проверьте логин и пароль интеграции в GetCourse, список разрешённых IP-адресов у провайдера и совпадение имён отправителя с обеих сторон. Если всё верно, а ошибка остаётся, обратитесь в поддержку GetCourse.",
            fr: "Vérifiez l’identifiant et le mot de passe de l’intégration dans GetCourse ainsi que la liste des adresses IP autorisées chez le prestataire, et assurez-vous que les noms d’expéditeur concordent des deux côtés. Si tout est correct et que l’erreur persiste, contactez l’assistance de GetCourse.",
        },
    },
];
