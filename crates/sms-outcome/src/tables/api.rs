//! The outcomes of API errors. status.php returns 1, 2, 4, 5 and 9; send.php returns 1 to 9.
//!
//! An error that may be the reply to a status request reveals nothing about the message: its state
//! is unknown. Only send.php returns 3, 6, 7 and 8: that message failed.

use smsc_proto::ApiErrorCode;

use super::{TEN_MINUTES, failed, later, not_known_yet, rows, suppressing};
use crate::outcome::{Cause, Channel, Retry};

rows! {
    ApiErrorCode::TABLE;

    1 "Erreur dans les paramètres", not_known_yet(Cause::Request, Retry::AfterFix), "S1 S3", "",
    en "A required parameter of the request is missing or wrong. The request was refused."
       "Compare the request with the provider's description, correct it, and repeat it."
    ru "В запросе нет обязательного параметра, или он неверен. Запрос отклонён."
       "Сверьте запрос с описанием провайдера, исправьте и повторите."
    fr "Un paramètre obligatoire de la requête manque ou est erroné. La requête a été refusée."
       "Comparez la requête à la description du prestataire, corrigez-la et répétez-la.";

    2 "Identifiant ou mot de passe incorrect", not_known_yet(Cause::Account, Retry::AfterFix), "S1 S3; judgement",
    "The account, not the request: login, password and the list of allowed addresses are all checked and corrected in the account's settings.",
    en "The login or the password is wrong, or the request came from an IP address that is not in the client's list."
       "Check login and password. If they are right, look at the list of allowed IP addresses in the account's settings."
    ru "Неверны логин или пароль, или запрос пришёл с IP-адреса, которого нет в списке клиента."
       "Проверьте логин и пароль. Если они верны, посмотрите список разрешённых IP-адресов в настройках аккаунта."
    fr "L’identifiant ou le mot de passe est faux, ou la requête venait d’une adresse IP absente de la liste du client."
       "Vérifiez l’identifiant et le mot de passe. S’ils sont bons, regardez la liste des adresses IP autorisées dans les réglages du compte.";

    3 "Solde insuffisant sur le compte", failed(Cause::Account, Retry::AfterFix), "S0 R61", "",
    en "There was not enough money on the account, so the message was not sent."
       "Top up the account, then send again."
    ru "На счёте не хватило денег, и сообщение не отправлено."
       "Пополните счёт и отправьте снова."
    fr "Il n’y avait pas assez d’argent sur le compte : le message n’a pas été envoyé."
       "Rechargez le compte, puis renvoyez.";

    4 "Adresse IP temporairement bloquée", not_known_yet(Cause::Request, later(TEN_MINUTES)), "S1 S0", "",
    safeguard "The block ends by itself (S0), but it comes back until the faulty requests are corrected: give up after the second block. No second copy: a rejected request sends nothing.",
    en "100 faulty send requests in a row within 10 minutes came from this IP address, so it is blocked for 10 minutes."
       "Stop sending requests for 10 minutes. Find out in the meantime why the earlier ones were refused, and mend that."
    ru "С этого IP-адреса за 10 минут пришло подряд 100 ошибочных запросов на отправку, и он заблокирован на 10 минут."
       "Не отправляйте запросов 10 минут. За это время выясните, почему отклонялись прежние, и устраните причину."
    fr "100 demandes d’envoi erronées d’affilée sont venues de cette adresse IP en 10 minutes : elle est bloquée pour 10 minutes."
       "N’envoyez plus de requête pendant 10 minutes. Cherchez entre-temps pourquoi les précédentes ont été refusées, et corrigez.";

    5 "Échec de la suppression", not_known_yet(Cause::Request, Retry::No), "S1 R5; judgement",
    "A message that is archived or never existed cannot be deleted by a second request.",
    en "The message was not deleted. It may never have existed, or it is already in the archive."
       "Check the phone and the id. Delete messages before the night after they were sent; later only the provider's support can."
    ru "Сообщение не удалено. Возможно, его не было, или оно уже в архиве."
       "Проверьте номер и идентификатор. Удаляйте сообщения до ближайшей ночи после отправки; потом поможет только поддержка провайдера."
    fr "Le message n’a pas été supprimé. Il n’a peut-être jamais existé, ou il est déjà archivé."
       "Vérifiez le numéro et l’identifiant. Supprimez les messages avant la nuit qui suit l’envoi ; ensuite, seule l’assistance du prestataire le peut.";

    6 "Message interdit (texte ou expéditeur)", failed(Cause::Content, Retry::AfterFix), "S0 R61; judgement",
    "The name mentions text and sender; GetCourse's help adds the missing contract, and the advice includes it.",
    en "The provider did not take the message, because of its text or its sender name, or because bulk messages and advertising need a contract."
       "Check the text and the sender name. Ask the provider's support whether a contract is signed and which limits there are."
    ru "Провайдер не принял сообщение из-за текста или имени отправителя, или для рассылок и рекламы нужен договор."
       "Проверьте текст и имя отправителя. Узнайте у поддержки провайдера, заключён ли договор и есть ли ограничения."
    fr "Le prestataire n’a pas pris le message, à cause du texte ou du nom d’expéditeur, ou faute de contrat pour la publicité et les envois en masse."
       "Vérifiez le texte et le nom d’expéditeur. Demandez à l’assistance du prestataire si un contrat est signé et quelles sont les limites.";

    7 "Format de numéro de téléphone incorrect", suppressing(Channel::Phone, failed(Cause::Recipient, Retry::No)), "S0 R61",
    "GetCourse unsubscribes for it: such a number can never receive a message.",
    safeguard "S0: the mobile code and the length do not fit, so there is no such number.",
    en "The number is not written as a phone number can be: its mobile code and its length do not fit."
       "Stop writing to it until it has been corrected. Ask the person for the right number."
    ru "Номер записан неверно: код оператора и длина не подходят друг к другу."
       "Не пишите на него, пока его не исправят. Спросите у человека правильный номер."
    fr "Le numéro est mal formé : son indicatif et sa longueur ne vont pas ensemble."
       "Cessez d’y écrire tant qu’il n’est pas corrigé. Demandez le bon numéro à la personne.";

    8 "Livraison impossible vers ce numéro", failed(Cause::Service, Retry::AfterFix), "S0 R61; judgement",
    "Like status 25 and err 248, which GetCourse's help lists with it: ask the provider's support for a route.",
    en "The provider cannot deliver to this number."
       "Check the number. Then ask the provider's support whether there is a route."
    ru "Провайдер не может доставить сообщение на этот номер."
       "Проверьте номер. Потом спросите поддержку провайдера, есть ли маршрут."
    fr "Le prestataire ne peut pas livrer vers ce numéro."
       "Vérifiez le numéro. Demandez ensuite à l’assistance du prestataire s’il existe une route.";

    9 "Trop de requêtes", not_known_yet(Cause::Request, Retry::No), "S1 R4 R61; judgement",
    "The number does not show what was requested. A status request can be repeated after a minute. But when the same message is sent twice within a minute, the first request was accepted: a program that repeats the second one a minute later sends the message again, and pays twice.",
    en "Too many requests: over five status requests for one message, or more than one for the same batch, within a minute; or five and more at once under one login; or, in sending, the same message once more within a minute."
       "After a status request: wait at least a minute, then repeat it; ask for many messages in one batch, and over one connection. After sending: do not send again before you have looked for the first message, by its id or in the list of messages, because it was probably accepted."
    ru "Слишком много запросов: больше пяти запросов статуса одного сообщения или больше одного запроса той же пачки за минуту; либо пять и больше одновременно под одним логином; либо, при отправке, то же сообщение ещё раз за минуту."
       "После запроса статуса: подождите не меньше минуты и повторите его; запрашивайте много сообщений одной пачкой и через одно соединение. После отправки: не отправляйте снова, пока не найдёте первое сообщение по его идентификатору или в списке сообщений: скорее всего, оно было принято."
    fr "Trop de requêtes : plus de cinq demandes de statut pour un message, ou plus d’une pour le même lot, en une minute ; ou cinq et plus à la fois sous un identifiant ; ou, à l’envoi, le même message répété en une minute."
       "Après une demande de statut : attendez au moins une minute, puis répétez-la ; demandez plusieurs messages en un seul lot, sur une seule connexion. Après un envoi : ne renvoyez pas avant d’avoir cherché le premier message, par son identifiant ou dans la liste des messages, car il a sans doute été accepté.";
}
