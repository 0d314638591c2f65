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
    en: "GetCourse has unsubscribed the user: «Запретить все СМС» (forbid all SMS) is set in the profile. It is lifted once the administrator or the user changes the number there. Do not write to the old one.",
    ru: "GetCourse отписал пользователя: в профиле включено «Запретить все СМС». Запрет снимется, когда администратор или сам пользователь изменит там номер. На старый не пишите.",
    fr: "GetCourse a désabonné l’utilisateur : «Запретить все СМС» (interdire tous les SMS) est activé dans son profil. Cela est levé dès que l’administrateur ou l’utilisateur y change le numéro. N’écrivez plus à l’ancien.",
};

const ASK_FOR_A_ROUTE: Localized = Localized {
    en: "Check the number, then ask the provider's support whether there is a route to it.",
    ru: "Проверьте номер, затем спросите поддержку провайдера, есть ли к нему маршрут.",
    fr: "Vérifiez le numéro, puis demandez à l’assistance du prestataire s’il existe une route vers lui.",
};

/// GetCourse's error texts.
pub const ROWS: &[Row] = &[
    Row {
        text: "Сообщение запрещено (по тексту или по имени отправителя)",
        codes: or_api_error(Codes::status(StatusCode::FORBIDDEN), ApiErrorCode::MESSAGE_FORBIDDEN),
        unsubscribes: false,
        advice: Localized {
            en: "It was bulk or advertising without a contract, or the integration is set up wrongly. Check the integration's settings in GetCourse and the sender name. Then ask the provider's support whether a contract is signed and whether there are limits.",
            ru: "Это рассылка или реклама без договора, или интеграция настроена неверно. Проверьте настройки интеграции в GetCourse и имя отправителя. Затем узнайте у поддержки провайдера, заключён ли договор и нет ли ограничений.",
            fr: "C’était un envoi en masse ou publicitaire sans contrat, ou l’intégration est mal réglée. Vérifiez les réglages de l’intégration dans GetCourse et le nom d’expéditeur. Puis demandez à l’assistance du prestataire si un contrat est signé et s’il y a des limites.",
        },
    },
    Row {
        text: "Недостаточно средств на счете Клиента",
        codes: or_api_error(Codes::status(StatusCode::NO_MONEY), ApiErrorCode::NO_MONEY),
        unsubscribes: false,
        advice: Localized {
            en: "Top up the sender's account at the provider, then send again.",
            ru: "Пополните счёт отправителя у провайдера и отправьте снова.",
            fr: "Rechargez le compte de l’expéditeur chez le prestataire, puis renvoyez.",
        },
    },
    Row {
        text: "Просрочено",
        codes: Codes::status(StatusCode::EXPIRED),
        unsubscribes: false,
        advice: Localized {
            en: "The phone was out of reach or its memory full. Send again later, or reach the user in another way.",
            ru: "Телефон был недоступен, или его память заполнена. Отправьте позже или свяжитесь с пользователем иначе.",
            fr: "Le téléphone était injoignable ou sa mémoire pleine. Renvoyez plus tard, ou joignez l’utilisateur autrement.",
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
            en: "The user has been out of reach for long, or the number does not exist. Check the number with the user.",
            ru: "Пользователь долго недоступен, или номера не существует. Уточните номер у пользователя.",
            fr: "L’utilisateur est injoignable depuis longtemps, ou le numéro n’existe pas. Vérifiez le numéro avec lui.",
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
            en: "100 faulty send requests in a row came within 10 minutes, or five logins were refused within 30. Wait 30 minutes. In the meantime see with which error the earlier messages were refused, and mend that first.",
            ru: "За 10 минут пришло подряд 100 ошибочных запросов на отправку, или за 30 минут пять раз отклонили вход. Подождите 30 минут, а пока посмотрите, с какой ошибкой не ушли прежние сообщения, и сначала устраните её.",
            fr: "100 demandes d’envoi erronées d’affilée sont arrivées en 10 minutes, ou cinq connexions ont été refusées en 30. Attendez 30 minutes et regardez entre-temps avec quelle erreur les messages précédents ont été refusés ; corrigez-la d’abord.",
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
            en: "Check login and password of the integration in GetCourse, the list of allowed IP addresses at the provider, and that the sender names agree on both sides. If all is right and it stays, ask GetCourse's support.",
            ru: "Проверьте логин и пароль интеграции в GetCourse, список разрешённых IP-адресов у провайдера и совпадение имён отправителя с обеих сторон. Если всё верно, а ошибка остаётся, обратитесь в поддержку GetCourse.",
            fr: "Vérifiez l’identifiant et le mot de passe de l’intégration dans GetCourse, la liste des adresses IP autorisées chez le prestataire, et que les noms d’expéditeur concordent des deux côtés. Si tout est juste et que l’erreur persiste, contactez l’assistance de GetCourse.",
        },
    },
];
