//! The outcomes of API errors, by endpoint (R61): the same number has another meaning elsewhere.
//!
//! An error that is not one of send.php reveals nothing about the message: its state is unknown.

use smsc_proto::{ApiErrorCode, Endpoint};

use super::{A_MINUTE, HALF_AN_HOUR, failed, is_judgement, later, not_known_yet, suppressing, title};
use crate::outcome::{ApiRow, Cause, Channel, Localized, Outcome, Retry};

/// Defines the table. For each row: the code; the endpoint, or `every` if all endpoints share the
/// meaning; the French name; the English and the Russian name if they are not those of the core; the
/// outcome, its source, `judgement` if the source leaves room for interpretation, the reason for the
/// decision, the safeguard if it needs one, and the explanation and the advice in each language.
macro_rules! rows {
    (@endpoint every) => {
        None
    };
    (@endpoint $endpoint:ident) => {
        Some(Endpoint::$endpoint)
    };
    (@title $code:literal $fr:literal) => {
        title(ApiErrorCode::TABLE, $code, $fr)
    };
    (@title $code:literal $fr:literal $en:literal $ru:literal) => {
        Localized { en: $en, ru: $ru, fr: $fr }
    };
    ($(
        $code:literal $endpoint:ident $fr_title:literal $($en_title:literal $ru_title:literal)?, $outcome:expr,
        $source:literal $($judgement:ident)?, $reason:literal,
        $(safeguard $safeguard:literal,)?
        en $en:literal $en_advice:literal
        ru $ru:literal $ru_advice:literal
        fr $fr:literal $fr_advice:literal;
    )*) => {
        pub(super) const ROWS: &[ApiRow] = &[$(ApiRow {
            code: ApiErrorCode($code),
            endpoint: rows!(@endpoint $endpoint),
            outcome: Outcome {
                title: rows!(@title $code $fr_title $($en_title $ru_title)?),
                explanation: Localized { en: $en, ru: $ru, fr: $fr },
                advice: Localized { en: $en_advice, ru: $ru_advice, fr: $fr_advice },
                source: $source,
                is_judgement: is_judgement!($($judgement)?),
                reason: $reason,
                $(safeguard: $safeguard,)?
                ..$outcome
            },
        }),*];
    };
}

rows! {
    1 every "Erreur dans les paramètres", not_known_yet(Cause::Request, Retry::AfterFix), "S1 S3 R61", "",
    en "A required parameter of the request is missing or wrong. The request was refused."
       "Compare the request with the provider's description, correct it, and repeat it."
    ru "В запросе нет обязательного параметра, или он неверен. Запрос отклонён."
       "Сверьте запрос с описанием провайдера, исправьте и повторите."
    fr "Un paramètre obligatoire de la requête manque ou est erroné. La requête a été refusée."
       "Comparez la requête à la description du prestataire, corrigez-la et répétez-la.";

    2 every "Identifiant ou mot de passe incorrect", not_known_yet(Cause::Account, Retry::AfterFix), "S1 S3 R61" judgement,
    "The account, not the request: login, password and the list of allowed addresses are all checked and corrected in the account's settings. A program must not repeat the request by itself: a login that is refused five times blocks the address.",
    en "The login or the password is wrong, or the request came from an IP address that is not in the client's list. Five refused logins within 30 minutes block the address for 30 minutes (error 4), unless it is in that list."
       "Stop the program before it asks again. Check login and password. If they are right, look at the list of allowed IP addresses in the account's settings."
    ru "Неверны логин или пароль, или запрос пришёл с IP-адреса, которого нет в списке клиента. Пять отказов во входе за 30 минут блокируют адрес на 30 минут (ошибка 4), если его нет в этом списке."
       "Остановите программу, пока она не спросила снова. Проверьте логин и пароль. Если они верны, посмотрите список разрешённых IP-адресов в настройках аккаунта."
    fr "L’identifiant ou le mot de passe est faux, ou la requête venait d’une adresse IP absente de la liste du client. Cinq refus de connexion en 30 minutes bloquent l’adresse pendant 30 minutes (erreur 4), sauf si elle est dans cette liste."
       "Arrêtez le programme avant qu’il ne redemande. Vérifiez l’identifiant et le mot de passe. S’ils sont bons, regardez la liste des adresses IP autorisées dans les réglages du compte.";

    3 Send "Solde insuffisant sur le compte", failed(Cause::Account, Retry::AfterFix), "S0 R61", "",
    en "There was not enough money on the account, so the message was not sent."
       "Top up the account, then send again."
    ru "На счёте не хватило денег, и сообщение не отправлено."
       "Пополните счёт и отправьте снова."
    fr "Il n’y avait pas assez d’argent sur le compte : le message n’a pas été envoyé."
       "Rechargez le compte, puis renvoyez.";

    3 History "Message introuvable" "Message not found" "Сообщение не найдено", not_known_yet(Cause::Request, Retry::No), "R61" judgement,
    "The history has no such message; the same request returns the same error.",
    en "The history (get.php) has no message that fits the request."
       "Check the dates, the phone and the id of the request. Money is not the matter: it is send.php whose error 3 is about the balance."
    ru "В истории (get.php) нет сообщения, подходящего под запрос."
       "Проверьте даты, номер и идентификатор в запросе. Деньги ни при чём: о балансе говорит ошибка 3 у send.php."
    fr "L’historique (get.php) n’a aucun message qui corresponde à la requête."
       "Vérifiez les dates, le numéro et l’identifiant de la requête. Le solde n’y est pour rien : c’est l’erreur 3 de send.php qui en parle.";

    3 Info "Opérateur introuvable" "Operator not found" "Оператор не найден", not_known_yet(Cause::Request, Retry::No), "R61" judgement,
    "The provider knows no operator for the number; the same request returns the same error.",
    en "The provider knows no operator for this phone number (info.php)."
       "Check the number, with its country code. Money is not the matter: it is send.php whose error 3 is about the balance."
    ru "Провайдер не знает оператора этого номера (info.php)."
       "Проверьте номер и код страны. Деньги ни при чём: о балансе говорит ошибка 3 у send.php."
    fr "Le prestataire ne connaît pas d’opérateur pour ce numéro (info.php)."
       "Vérifiez le numéro et son indicatif de pays. Le solde n’y est pour rien : c’est l’erreur 3 de send.php qui en parle.";

    4 every "Adresse IP temporairement bloquée", not_known_yet(Cause::Request, later(HALF_AN_HOUR)), "S1 S0 S3 R61" judgement,
    "The number does not show which of the two blocks it is, so the delay is that of the longer one.",
    safeguard "The block ends by itself (S0, S3), but it comes back until its cause is removed: give up after the second block. No second copy: a rejected request sends nothing.",
    en "This IP address is blocked: for 10 minutes after 100 faulty send requests in a row within 10 minutes, or for 30 minutes after five refused logins within 30 minutes. Many requests of the like can have the same effect."
       "Stop sending requests for 30 minutes. Find out in the meantime why the earlier ones were refused, login and password first, and mend that. An address in the account's list of allowed ones is not blocked for refused logins."
    ru "Этот IP-адрес заблокирован: на 10 минут после 100 ошибочных запросов на отправку подряд за 10 минут или на 30 минут после пяти отказов во входе за 30 минут. Частые одинаковые запросы могут привести к тому же."
       "Не отправляйте запросов 30 минут. За это время выясните, почему отклонялись прежние (сначала логин и пароль), и устраните причину. Адрес из списка разрешённых в аккаунте за отказы во входе не блокируют."
    fr "Cette adresse IP est bloquée : 10 minutes après 100 demandes d’envoi erronées d’affilée en 10 minutes, ou 30 minutes après cinq refus de connexion en 30 minutes. De nombreuses requêtes semblables peuvent avoir le même effet."
       "N’envoyez plus de requête pendant 30 minutes. Cherchez entre-temps pourquoi les précédentes ont été refusées, l’identifiant et le mot de passe d’abord, et corrigez. Une adresse de la liste autorisée du compte n’est pas bloquée pour des refus de connexion.";

    5 Status "Échec de la suppression", not_known_yet(Cause::Request, Retry::No), "S1 R5 R61" judgement,
    "A message that is archived or never existed cannot be deleted by a second request.",
    en "The message was not deleted (status.php). It may never have existed, or it is already in the archive."
       "Check the phone and the id. Delete messages before the night after they were sent; later only the provider's support can."
    ru "Сообщение не удалено (status.php). Возможно, его не было, или оно уже в архиве."
       "Проверьте номер и идентификатор. Удаляйте сообщения до ближайшей ночи после отправки; потом поможет только поддержка провайдера."
    fr "Le message n’a pas été supprimé (status.php). Il n’a peut-être jamais existé, ou il est déjà archivé."
       "Vérifiez le numéro et l’identifiant. Supprimez les messages avant la nuit qui suit l’envoi ; ensuite, seule l’assistance du prestataire le peut.";

    5 Send "Format de date incorrect" "Wrong date format" "Неверный формат даты", failed(Cause::Request, Retry::AfterFix), "R61" judgement,
    "The number alone names the date; which parameter it came in has to be looked up.",
    en "The time at which to send (`time`) is not written as send.php expects it, so the message was not sent."
       "Correct `time` (for example 31.12.25 18:00, or +90 for in 90 minutes, whose + travels as %2B), then send again."
    ru "Время отправки (time) записано не так, как его ждёт send.php, и сообщение не отправлено."
       "Исправьте time (например, 31.12.25 18:00 или +90: через 90 минут, причём + передаётся как %2B) и отправьте снова."
    fr "L’heure d’envoi (`time`) n’est pas écrite comme send.php l’attend : le message n’a pas été envoyé."
       "Corrigez `time` (par exemple 31.12.25 18:00, ou +90 pour dans 90 minutes, dont le + se transmet en %2B), puis renvoyez.";

    5 WaitCall "Numéro de téléphone incorrect" "Wrong phone number" "Неверный номер телефона", not_known_yet(Cause::Request, Retry::AfterFix), "R61", "",
    en "The phone number of the request is wrong (wait_call.php)."
       "Correct the number, with its country code, and repeat the request."
    ru "Номер телефона в запросе неверен (wait_call.php)."
       "Исправьте номер и код страны и повторите запрос."
    fr "Le numéro de téléphone de la requête est faux (wait_call.php)."
       "Corrigez le numéro et son indicatif de pays, puis répétez la requête.";

    6 Send "Message interdit (texte ou expéditeur)", failed(Cause::Content, Retry::AfterFix), "S0 R61" judgement,
    "The name mentions text and sender; GetCourse's help adds the missing contract, and the advice includes it.",
    en "The provider did not take the message, because of its text or its sender name, or because bulk messages and advertising need a contract."
       "Check the text and the sender name. Ask the provider's support whether a contract is signed and which limits there are."
    ru "Провайдер не принял сообщение из-за текста или имени отправителя, или для рассылок и рекламы нужен договор."
       "Проверьте текст и имя отправителя. Узнайте у поддержки провайдера, заключён ли договор и есть ли ограничения."
    fr "Le prestataire n’a pas pris le message, à cause du texte ou du nom d’expéditeur, ou faute de contrat pour la publicité et les envois en masse."
       "Vérifiez le texte et le nom d’expéditeur. Demandez à l’assistance du prestataire si un contrat est signé et quelles sont les limites.";

    6 WaitCall "Trop d’appels" "Too many calls" "Слишком много звонков", not_known_yet(Cause::Request, Retry::No), "R61" judgement,
    "How many calls are too many, and in which time, is in no source: a program cannot know when to repeat the request.",
    en "There were too many calls (wait_call.php). How many are allowed is not documented."
       "Do not repeat the request by program. Let the person try again later, or ask the provider's support for the limit."
    ru "Звонков слишком много (wait_call.php). Сколько их допускается, не описано."
       "Не повторяйте запрос программой. Пусть человек попробует позже, или узнайте ограничение у поддержки провайдера."
    fr "Il y a eu trop d’appels (wait_call.php). Le nombre permis n’est pas documenté."
       "Ne répétez pas la requête par programme. Laissez la personne réessayer plus tard, ou demandez la limite à l’assistance du prestataire.";

    7 Send "Format de numéro de téléphone incorrect", suppressing(Channel::Phone, failed(Cause::Recipient, Retry::No)), "S0 R61",
    "GetCourse unsubscribes for it: such a number can never receive a message.",
    safeguard "S0: the mobile code and the length do not fit, so there is no such number.",
    en "The number is not written as a phone number can be: its mobile code and its length do not fit."
       "Stop writing to it until it has been corrected. Ask the person for the right number."
    ru "Номер записан неверно: код оператора и длина не подходят друг к другу."
       "Не пишите на него, пока его не исправят. Спросите у человека правильный номер."
    fr "Le numéro est mal formé : son indicatif et sa longueur ne vont pas ensemble."
       "Cessez d’y écrire tant qu’il n’est pas corrigé. Demandez le bon numéro à la personne.";

    8 Send "Livraison impossible vers ce numéro", failed(Cause::Service, Retry::AfterFix), "S0 R61" judgement,
    "Like status 25 and err 248, which GetCourse's help lists with it: ask the provider's support for a route.",
    en "The provider cannot deliver to this number."
       "Check the number. Then ask the provider's support whether there is a route."
    ru "Провайдер не может доставить сообщение на этот номер."
       "Проверьте номер. Потом спросите поддержку провайдера, есть ли маршрут."
    fr "Le prestataire ne peut pas livrer vers ce numéro."
       "Vérifiez le numéro. Demandez ensuite à l’assistance du prestataire s’il existe une route.";

    9 Status "Trop de requêtes", not_known_yet(Cause::Request, later(A_MINUTE)), "S1 R4 R61", "",
    safeguard "A status request changes nothing, so repeating it sends nothing twice. It is refused again while the limits are exceeded, and more of the like can end in error 4: after a second refusal wait longer, and ask more seldom.",
    en "Too many status requests: over five for one message, or more than one for the same batch, within a minute; or five and more at once under one login. More requests of the like can end in error 4, which blocks the address."
       "Wait at least a minute, then repeat the request. Ask for many messages in one batch, and over one connection."
    ru "Слишком много запросов статуса: больше пяти для одного сообщения или больше одного для той же пачки за минуту; либо пять и больше одновременно под одним логином. Дальнейшие такие запросы могут закончиться ошибкой 4, блокировкой адреса."
       "Подождите не меньше минуты и повторите запрос. Запрашивайте много сообщений одной пачкой и через одно соединение."
    fr "Trop de demandes de statut : plus de cinq pour un message, ou plus d’une pour le même lot, en une minute ; ou cinq et plus à la fois sous un identifiant. Continuer ainsi peut mener à l’erreur 4, qui bloque l’adresse."
       "Attendez au moins une minute, puis répétez la requête. Demandez plusieurs messages en un seul lot, sur une seule connexion.";

    9 Send "Trop de requêtes", not_known_yet(Cause::Request, Retry::No), "R61" judgement,
    "The first of two like requests was accepted: a program that repeats the second one a minute later sends the message again, and pays twice.",
    en "The same message was sent twice within a minute, or its cost was asked for more than five times, or 15 and more requests came at once under one login (send.php). The first of two like requests was probably accepted. More requests of the like can end in error 4, which blocks the address."
       "Do not send again before you have looked for the first message, by its id or in the list of messages."
    ru "То же сообщение отправили второй раз за минуту, или больше пяти раз запросили его стоимость, или под одним логином пришло сразу 15 запросов и больше (send.php). Первый из двух одинаковых запросов, скорее всего, принят. Дальнейшие такие запросы могут закончиться ошибкой 4, блокировкой адреса."
       "Не отправляйте снова, пока не найдёте первое сообщение по его идентификатору или в списке сообщений."
    fr "Le même message a été envoyé deux fois en une minute, ou son prix demandé plus de cinq fois, ou 15 requêtes et plus sont arrivées à la fois sous un identifiant (send.php). La première de deux requêtes semblables a sans doute été acceptée. Continuer ainsi peut mener à l’erreur 4, qui bloque l’adresse."
       "Ne renvoyez pas avant d’avoir cherché le premier message, par son identifiant ou dans la liste des messages.";

    9 Balance "Trop de requêtes", not_known_yet(Cause::Request, later(A_MINUTE)), "R61 R63",
    "The limit is that of a minute (R63), so the delay is a minute.",
    safeguard "Asking for the balance changes nothing. More of the like can end in error 4: after a second refusal wait longer, and ask more seldom.",
    en "The balance was asked for more than ten times within a minute, or 15 and more requests came at once under one login (balance.php). More requests of the like can end in error 4, which blocks the address."
       "Wait at least a minute, then repeat the request. The balance is seldom needed more than once a minute."
    ru "Баланс запросили больше десяти раз за минуту, или под одним логином пришло сразу 15 запросов и больше (balance.php). Дальнейшие такие запросы могут закончиться ошибкой 4, блокировкой адреса."
       "Подождите не меньше минуты и повторите запрос. Баланс редко нужен чаще раза в минуту."
    fr "Le solde a été demandé plus de dix fois en une minute, ou 15 requêtes et plus sont arrivées à la fois sous un identifiant (balance.php). Continuer ainsi peut mener à l’erreur 4, qui bloque l’adresse."
       "Attendez au moins une minute, puis répétez la requête. Le solde est rarement utile plus d’une fois par minute.";

    9 History "Trop de requêtes", not_known_yet(Cause::Request, later(A_MINUTE)), "R61" judgement,
    "The limit of the history itself is in no source; its sister calls of get.php allow three like requests a minute.",
    safeguard "Reading the history changes nothing. More of the like can end in error 4: after a second refusal wait longer, and ask more seldom.",
    en "Too many like requests within a minute (get.php). Incoming messages and sender names allow three; the limit of the history is not documented. More requests of the like can end in error 4, which blocks the address."
       "Wait at least a minute, then repeat the request. Ask for larger pages instead of more of them."
    ru "Слишком много одинаковых запросов за минуту (get.php). Для входящих сообщений и имён отправителя допускается три; ограничение для истории не описано. Дальнейшие такие запросы могут закончиться ошибкой 4, блокировкой адреса."
       "Подождите не меньше минуты и повторите запрос. Запрашивайте страницы побольше, а не почаще."
    fr "Trop de requêtes semblables en une minute (get.php). Les messages entrants et les noms d’expéditeur en permettent trois ; la limite de l’historique n’est pas documentée. Continuer ainsi peut mener à l’erreur 4, qui bloque l’adresse."
       "Attendez au moins une minute, puis répétez la requête. Demandez des pages plus grandes plutôt que plus nombreuses.";

    9 Info "Trop de requêtes", not_known_yet(Cause::Request, later(A_MINUTE)), "R61" judgement,
    "The limits are those of a minute, so the delay is a minute.",
    safeguard "Asking for an operator changes nothing. More of the like can end in error 4: after a second refusal wait longer, and ask more seldom.",
    en "More than three like requests, or 100 of any kind, came within a minute (info.php). More requests of the like can end in error 4, which blocks the address."
       "Wait at least a minute, then repeat the request. Ask for several numbers in one request."
    ru "За минуту пришло больше трёх одинаковых запросов или 100 любых (info.php). Дальнейшие такие запросы могут закончиться ошибкой 4, блокировкой адреса."
       "Подождите не меньше минуты и повторите запрос. Запрашивайте несколько номеров одним запросом."
    fr "Plus de trois requêtes semblables, ou 100 en tout, sont arrivées en une minute (info.php). Continuer ainsi peut mener à l’erreur 4, qui bloque l’adresse."
       "Attendez au moins une minute, puis répétez la requête. Demandez plusieurs numéros en une seule requête.";

    9 WaitCall "Trop de requêtes", not_known_yet(Cause::Request, Retry::No), "R61" judgement,
    "The limit is in no source, and a second request may start a second call.",
    en "Too many like requests (wait_call.php). How many are allowed is not documented. More requests of the like can end in error 4, which blocks the address."
       "Do not repeat the request by program. Let the person try again later."
    ru "Слишком много одинаковых запросов (wait_call.php). Сколько их допускается, не описано. Дальнейшие такие запросы могут закончиться ошибкой 4, блокировкой адреса."
       "Не повторяйте запрос программой. Пусть человек попробует позже."
    fr "Trop de requêtes semblables (wait_call.php). Le nombre permis n’est pas documenté. Continuer ainsi peut mener à l’erreur 4, qui bloque l’adresse."
       "Ne répétez pas la requête par programme. Laissez la personne réessayer plus tard.";
}
