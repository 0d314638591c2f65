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
       "Compare the request with the provider's documentation, correct the request, then repeat it."
    ru "В запросе не указан или неверен обязательный параметр. Запрос отклонён."
       "Сверьте запрос с документацией провайдера, исправьте и повторите запрос."
    fr "Un paramètre obligatoire de la requête manque ou est erroné. La requête a été refusée."
       "Comparez la requête à la documentation du prestataire, corrigez-la, puis relancez-la.";

    2 every "Identifiant ou mot de passe incorrect", not_known_yet(Cause::Account, Retry::AfterFix), "S1 S3 R61" judgement,
    "The account, not the request: login, password and the list of allowed addresses are all checked and corrected in the account's settings. A program must not repeat the request by itself: a login that is refused five times blocks the address.",
    en "The login or the password is wrong, or the request came from an IP address that is not in the client's list. Five refused logins within 30 minutes block the IP address for 30 minutes (error 4), unless the address is in that list."
       "Stop the program before it sends another request. Check the login and the password. If both are right, check the list of allowed IP addresses in the account's settings."
    ru "Неверен логин или пароль, или запрос пришёл с IP-адреса, которого нет в списке клиента. Пять отказов во входе за 30 минут блокируют IP-адрес на 30 минут (ошибка 4), если его нет в этом списке."
       "Остановите программу, пока она не отправила новый запрос. Проверьте логин и пароль. Если они верны, проверьте список разрешённых IP-адресов в настройках аккаунта."
    fr "L’identifiant ou le mot de passe est incorrect, ou la requête venait d’une adresse IP absente de la liste du client. Cinq refus de connexion en 30 minutes bloquent l’adresse IP pendant 30 minutes (erreur 4), sauf si elle figure dans cette liste."
       "Arrêtez le programme avant qu’il n’envoie une nouvelle requête. Vérifiez l’identifiant et le mot de passe. S’ils sont corrects, vérifiez la liste des adresses IP autorisées dans les réglages du compte.";

    3 Send "Solde insuffisant sur le compte", failed(Cause::Account, Retry::AfterFix), "S0 R61", "",
    en "There was not enough money on the account, so the message was not sent."
       "Top up the account, then send the message again."
    ru "На счёте не хватило денег, и сообщение не отправлено."
       "Пополните счёт и отправьте сообщение снова."
    fr "Le solde du compte était insuffisant : le message n’a pas été envoyé."
       "Rechargez le compte, puis renvoyez le message.";

    3 History "Message introuvable" "Message not found" "Сообщение не найдено", not_known_yet(Cause::Request, Retry::No), "R61" judgement,
    "The history has no such message; the same request returns the same error.",
    en "The history (get.php) has no message that matches the request."
       "Check the dates, the number and the id of the message in the request. This is not about money: only error 3 of send.php is about the balance."
    ru "В истории (get.php) нет сообщения, которое соответствует запросу."
       "Проверьте даты, номер и идентификатор сообщения в запросе. Баланс здесь ни при чём: о нём сообщает только ошибка 3 скрипта send.php."
    fr "L’historique (get.php) n’a aucun message qui corresponde à la requête."
       "Vérifiez les dates, le numéro et l’identifiant du message dans la requête. Le solde n’est pas en cause : seule l’erreur 3 de send.php concerne le solde.";

    3 Info "Opérateur introuvable" "Operator not found" "Оператор не найден", not_known_yet(Cause::Request, Retry::No), "R61" judgement,
    "The provider knows no operator for the number; the same request returns the same error.",
    en "The provider knows no operator for this phone number (info.php)."
       "Check the number and its country code. This is not about money: only error 3 of send.php is about the balance."
    ru "Провайдер не знает оператора этого номера (info.php)."
       "Проверьте номер и код страны. Баланс здесь ни при чём: о нём сообщает только ошибка 3 скрипта send.php."
    fr "Le prestataire ne connaît pas d’opérateur pour ce numéro (info.php)."
       "Vérifiez le numéro et son indicatif de pays. Le solde n’est pas en cause : seule l’erreur 3 de send.php concerne le solde.";

    4 every "Adresse IP temporairement bloquée", not_known_yet(Cause::Request, later(HALF_AN_HOUR)), "S1 S0 S3 R61" judgement,
    "The number does not show which of the two blocks it is, so the delay is that of the longer one.",
    safeguard "The block ends by itself (S0, S3), but it comes back until its cause is removed: give up after the second block. No second copy: a rejected request sends nothing.",
    en "This IP address is blocked: for 10 minutes after 100 faulty send requests in a row within 10 minutes, or for 30 minutes after five refused logins within 30 minutes. Many identical requests can have the same effect."
       "Wait for 30 minutes without sending any requests. In the meantime, find out why the earlier requests were refused (check the login and the password first), and fix the cause. An IP address in the account's list of allowed addresses is not blocked for refused logins."
    ru "Этот IP-адрес заблокирован: на 10 минут после 100 ошибочных запросов на отправку подряд в течение 10 минут или на 30 минут после пяти отказов во входе за 30 минут. Частые одинаковые запросы могут привести к тому же."
       "Подождите 30 минут, не отправляя запросов. За это время выясните, почему отклонялись прежние запросы (сначала проверьте логин и пароль), и устраните причину. IP-адрес из списка разрешённых в аккаунте за отказы во входе не блокируют."
    fr "Cette adresse IP est bloquée : 10 minutes après 100 demandes d’envoi erronées d’affilée en 10 minutes, ou 30 minutes après cinq refus de connexion en 30 minutes. De nombreuses requêtes identiques peuvent avoir le même effet."
       "Attendez 30 minutes sans envoyer de requête. Entre-temps, cherchez pourquoi les requêtes précédentes ont été refusées (vérifiez d’abord l’identifiant et le mot de passe), et corrigez la cause. Une adresse IP de la liste autorisée du compte n’est pas bloquée pour des refus de connexion.";

    5 Status "Échec de la suppression", not_known_yet(Cause::Request, Retry::No), "S1 R5 R61" judgement,
    "A message that is archived or never existed cannot be deleted by a second request.",
    en "The message was not deleted (status.php). The message may never have existed, or it is already in the archive."
       "Check the number and the id of the message. Delete messages on the day they are sent; after that, only the provider's support can delete them."
    ru "Сообщение не удалено (status.php). Возможно, такого сообщения не было, или оно уже в архиве."
       "Проверьте номер и идентификатор сообщения. Удаляйте сообщения в день отправки; потом удалить сообщение может только поддержка провайдера."
    fr "Le message n’a pas été supprimé (status.php). Il n’a peut-être jamais existé, ou il est déjà archivé."
       "Vérifiez le numéro et l’identifiant du message. Supprimez les messages le jour de l’envoi ; ensuite, seule l’assistance du prestataire peut les supprimer.";

    5 Send "Format de date incorrect" "Wrong date format" "Неверный формат даты", failed(Cause::Request, Retry::AfterFix), "R61" judgement,
    "The number alone names the date; which parameter it came in has to be looked up.",
    en "The sending time (`time`) is not in the format that send.php expects, so the message was not sent."
       "Correct `time` (for example 31.12.25 18:00, or +90 for “in 90 minutes”, where + is encoded as %2B), then send the message again."
    ru "Время отправки (`time`) записано не в том формате, который принимает send.php, и сообщение не отправлено."
       "Исправьте `time` (например, 31.12.25 18:00 или +90, то есть через 90 минут; знак + передаётся как %2B) и отправьте сообщение снова."
    fr "L’heure d’envoi (`time`) n’est pas au format attendu par send.php : le message n’a pas été envoyé."
       "Corrigez `time` (par exemple 31.12.25 18:00, ou +90 pour « dans 90 minutes », le + étant encodé en %2B), puis renvoyez le message.";

    5 WaitCall "Numéro de téléphone incorrect" "Wrong phone number" "Неверный номер телефона", not_known_yet(Cause::Request, Retry::AfterFix), "R61", "",
    en "The phone number of the request is wrong (wait_call.php)."
       "Correct the number and its country code, then repeat the request."
    ru "Номер телефона в запросе неверен (wait_call.php)."
       "Исправьте номер и код страны и повторите запрос."
    fr "Le numéro de téléphone de la requête est incorrect (wait_call.php)."
       "Corrigez le numéro et son indicatif de pays, puis relancez la requête.";

    6 Send "Message interdit (texte ou expéditeur)", failed(Cause::Content, Retry::AfterFix), "S0 R61" judgement,
    "The name mentions text and sender; GetCourse's help adds the missing contract, and the advice includes it.",
    en "The provider did not accept the message because of its text or its sender name, or because bulk messages and advertising need a contract."
       "Check the text and the sender name. Ask the provider's support whether a contract has been signed and which limits apply."
    ru "Провайдер не принял сообщение из-за текста или имени отправителя либо потому, что для рассылок и рекламы нужен договор."
       "Проверьте текст и имя отправителя. Уточните в поддержке провайдера, заключён ли договор и есть ли ограничения."
    fr "Le prestataire n’a pas accepté le message, à cause du texte ou du nom d’expéditeur, ou faute de contrat pour la publicité et les envois en masse."
       "Vérifiez le texte et le nom d’expéditeur. Demandez à l’assistance du prestataire si un contrat a été signé et quelles limites s’appliquent.";

    6 WaitCall "Trop d’appels" "Too many calls" "Слишком много звонков", not_known_yet(Cause::Request, Retry::No), "R61" judgement,
    "How many calls are too many, and in which time, is in no source: a program cannot know when to repeat the request.",
    en "There were too many calls (wait_call.php). How many are allowed is not documented."
       "Do not repeat the request automatically. Let the user try again later, or ask the provider's support for the limit."
    ru "Звонков слишком много (wait_call.php). Сколько их допускается, не описано."
       "Не повторяйте запрос автоматически. Пусть пользователь попробует позже, или уточните ограничение в поддержке провайдера."
    fr "Il y a eu trop d’appels (wait_call.php). Le nombre autorisé n’est pas documenté."
       "Ne relancez pas la requête automatiquement. Laissez l’utilisateur réessayer plus tard, ou demandez la limite à l’assistance du prestataire.";

    7 Send "Format de numéro de téléphone incorrect", suppressing(Channel::Phone, failed(Cause::Recipient, Retry::No)), "S0 R61",
    "GetCourse unsubscribes for it: such a number can never receive a message.",
    safeguard "S0: the mobile code and the length do not fit, so there is no such number.",
    en "The number is malformed: its length does not match its mobile code."
       "Send nothing to this number until it has been corrected. Ask the recipient for the right number."
    ru "Номер записан неверно: код оператора не соответствует длине номера."
       "Не отправляйте сообщения на этот номер, пока его не исправят. Уточните у получателя правильный номер."
    fr "Le numéro est mal formé : sa longueur ne correspond pas à son indicatif."
       "N’envoyez plus rien à ce numéro tant qu’il n’est pas corrigé. Demandez au destinataire son numéro exact.";

    8 Send "Livraison impossible vers ce numéro", failed(Cause::Service, Retry::AfterFix), "S0 R61" judgement,
    "Like status 25 and err 248, which GetCourse's help lists with it: ask the provider's support for a route.",
    en "The provider cannot deliver the message to this number."
       "Check the number. Then ask the provider's support whether there is a route to this number."
    ru "Провайдер не может доставить сообщение на этот номер."
       "Проверьте номер. Затем уточните в поддержке провайдера, есть ли маршрут до этого номера."
    fr "Le prestataire ne peut pas livrer le message à ce numéro."
       "Vérifiez le numéro. Demandez ensuite à l’assistance du prestataire s’il existe une route vers ce numéro.";

    9 Status "Trop de requêtes", not_known_yet(Cause::Request, later(A_MINUTE)), "S1 R4 R61", "",
    safeguard "A status request changes nothing, so repeating it sends nothing twice. It is refused again while the limits are exceeded, and more of the like can end in error 4: after a second refusal wait longer, and ask more seldom.",
    en "Too many status requests: more than five for one message, or more than one for the same batch, within a minute; or five or more at once under one login. More requests like these can lead to error 4, which blocks the IP address."
       "Wait at least a minute, then repeat the request. Request many messages in one batch, over one connection."
    ru "Слишком много запросов статуса: больше пяти для одного сообщения или больше одного для той же пачки за минуту; либо пять и более одновременных запросов под одним логином. Если такие запросы продолжатся, возможна ошибка 4: блокировка IP-адреса."
       "Подождите не меньше минуты и повторите запрос. Запрашивайте статусы многих сообщений одной пачкой и через одно соединение."
    fr "Trop de demandes de statut : plus de cinq pour un message, ou plus d’une pour le même lot, en une minute ; ou cinq requêtes simultanées ou plus avec le même identifiant. D’autres requêtes de ce type peuvent mener à l’erreur 4, qui bloque l’adresse IP."
       "Attendez au moins une minute, puis relancez la requête. Demandez les statuts de plusieurs messages en un seul lot, sur une seule connexion.";

    9 Send "Trop de requêtes", not_known_yet(Cause::Request, Retry::No), "R61" judgement,
    "The first of two like requests was accepted: a program that repeats the second one a minute later sends the message again, and pays twice.",
    en "The same message was sent twice within a minute, or its cost was requested more than five times, or 15 or more requests came at once under one login (send.php). The first of two identical requests was probably accepted. More requests like these can lead to error 4, which blocks the IP address."
       "Before you send the message again, look for the first one by its id or in the list of messages."
    ru "То же сообщение отправили второй раз за минуту, или больше пяти раз запросили его стоимость, или под одним логином пришло 15 и более одновременных запросов (send.php). Первый из двух одинаковых запросов, скорее всего, принят. Если такие запросы продолжатся, возможна ошибка 4: блокировка IP-адреса."
       "Прежде чем отправлять сообщение снова, поищите первое сообщение по идентификатору или в списке сообщений."
    fr "Le même message a été envoyé deux fois en une minute, ou son prix a été demandé plus de cinq fois, ou 15 requêtes simultanées ou plus sont arrivées avec le même identifiant (send.php). La première de deux requêtes identiques a sans doute été acceptée. D’autres requêtes de ce type peuvent mener à l’erreur 4, qui bloque l’adresse IP."
       "Avant de renvoyer le message, cherchez le premier par son identifiant ou dans la liste des messages.";

    9 Balance "Trop de requêtes", not_known_yet(Cause::Request, later(A_MINUTE)), "R61 R63",
    "The limit is that of a minute (R63), so the delay is a minute.",
    safeguard "Asking for the balance changes nothing. More of the like can end in error 4: after a second refusal wait longer, and ask more seldom.",
    en "The balance was requested more than ten times within a minute, or 15 or more requests came at once under one login (balance.php). More requests like these can lead to error 4, which blocks the IP address."
       "Wait at least a minute, then repeat the request. The balance is seldom needed more than once a minute."
    ru "Баланс запросили больше десяти раз за минуту, или под одним логином пришло 15 и более одновременных запросов (balance.php). Если такие запросы продолжатся, возможна ошибка 4: блокировка IP-адреса."
       "Подождите не меньше минуты и повторите запрос. Баланс редко нужен чаще раза в минуту."
    fr "Le solde a été demandé plus de dix fois en une minute, ou 15 requêtes simultanées ou plus sont arrivées avec le même identifiant (balance.php). D’autres requêtes de ce type peuvent mener à l’erreur 4, qui bloque l’adresse IP."
       "Attendez au moins une minute, puis relancez la requête. Le solde est rarement utile plus d’une fois par minute.";

    9 History "Trop de requêtes", not_known_yet(Cause::Request, later(A_MINUTE)), "R61" judgement,
    "The limit of the history itself is in no source; its sister calls of get.php allow three like requests a minute.",
    safeguard "Reading the history changes nothing. More of the like can end in error 4: after a second refusal wait longer, and ask more seldom.",
    en "Too many identical requests within a minute (get.php). For incoming messages and sender names, three are allowed; the limit of the history is not documented. More requests like these can lead to error 4, which blocks the IP address."
       "Wait at least a minute, then repeat the request. Use larger pages instead of requesting more pages."
    ru "Слишком много одинаковых запросов за минуту (get.php). Для входящих сообщений и имён отправителя допускается три; ограничение для истории не описано. Если такие запросы продолжатся, возможна ошибка 4: блокировка IP-адреса."
       "Подождите не меньше минуты и повторите запрос. Увеличьте размер страницы, вместо того чтобы запрашивать больше страниц."
    fr "Trop de requêtes identiques en une minute (get.php). Pour les messages entrants et les noms d’expéditeur, trois sont autorisées ; la limite de l’historique n’est pas documentée. D’autres requêtes de ce type peuvent mener à l’erreur 4, qui bloque l’adresse IP."
       "Attendez au moins une minute, puis relancez la requête. Demandez des pages plus grandes plutôt que plus nombreuses.";

    9 Info "Trop de requêtes", not_known_yet(Cause::Request, later(A_MINUTE)), "R61" judgement,
    "The limits are those of a minute, so the delay is a minute.",
    safeguard "Asking for an operator changes nothing. More of the like can end in error 4: after a second refusal wait longer, and ask more seldom.",
    en "More than three identical requests, or 100 requests of any kind, came within a minute (info.php). More requests like these can lead to error 4, which blocks the IP address."
       "Wait at least a minute, then repeat the request. Put several numbers in one request."
    ru "За минуту пришло больше трёх одинаковых запросов или 100 любых запросов (info.php). Если такие запросы продолжатся, возможна ошибка 4: блокировка IP-адреса."
       "Подождите не меньше минуты и повторите запрос. Указывайте несколько номеров в одном запросе."
    fr "Plus de trois requêtes identiques, ou 100 requêtes au total, sont arrivées en une minute (info.php). D’autres requêtes de ce type peuvent mener à l’erreur 4, qui bloque l’adresse IP."
       "Attendez au moins une minute, puis relancez la requête. Indiquez plusieurs numéros dans une seule requête.";

    9 WaitCall "Trop de requêtes", not_known_yet(Cause::Request, Retry::No), "R61" judgement,
    "The limit is in no source, and a second request may start a second call.",
    en "Too many identical requests (wait_call.php). How many are allowed is not documented. More requests like these can lead to error 4, which blocks the IP address."
       "Do not repeat the request automatically. Let the user try again later."
    ru "Слишком много одинаковых запросов (wait_call.php). Сколько их допускается, не описано. Если такие запросы продолжатся, возможна ошибка 4: блокировка IP-адреса."
       "Не повторяйте запрос автоматически. Пусть пользователь попробует позже."
    fr "Trop de requêtes identiques (wait_call.php). Le nombre autorisé n’est pas documenté. D’autres requêtes de ce type peuvent mener à l’erreur 4, qui bloque l’adresse IP."
       "Ne relancez pas la requête automatiquement. Laissez l’utilisateur réessayer plus tard.";
}
