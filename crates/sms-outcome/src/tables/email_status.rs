//! The outcomes of statuses by themselves for e-mails, where the words of SMS do not fit. S1 explains
//! the statuses for SMS; the reasons here are those of its table of err of e-mail.

use smsc_proto::StatusCode;

use super::{AN_HOUR, failed, later, pending, rows, suppressing};
use crate::outcome::{Cause, Channel, Retry};

rows! {
    StatusCode::TABLE;

    -1 "En attente d’envoi", pending(Cause::None), "S1", "",
    en "The e-mail is waiting for its scheduled sending time or, usually only briefly, for its turn to be sent."
       "Wait, and request the status again later. If no sending time was set and the status does not change, contact the provider's support."
    ru "Письмо ожидает назначенного времени или очереди на отправку (обычно недолго)."
       "Подождите и запросите статус позже. Если время отправки не задано, а статус не меняется, обратитесь в поддержку провайдера."
    fr "L’e-mail attend l’heure d’envoi prévue ou, en général brièvement, son tour dans la file d’envoi."
       "Attendez, puis redemandez le statut plus tard. Si aucune heure n’a été fixée et que le statut ne change pas, contactez l’assistance du prestataire.";

    0 "Remis à l’opérateur", pending(Cause::None), "S1", "",
    en "The e-mail was handed over for delivery to the recipient's mail server. It is not known yet whether the e-mail arrived."
       "Wait, and request the status again later, within a day. Do not send the e-mail a second time."
    ru "Письмо передано для доставки на почтовый сервер получателя. Дошло ли оно, пока неизвестно."
       "Подождите и запросите статус позже, в течение суток. Не отправляйте письмо повторно."
    fr "L’e-mail a été remis pour livraison au serveur de messagerie du destinataire. On ne sait pas encore s’il est arrivé."
       "Attendez, puis redemandez le statut dans les 24 heures. N’envoyez pas l’e-mail une seconde fois.";

    3 "Expiré", failed(Cause::Network, later(AN_HOUR)), "S1" judgement,
    "The phone that S1 names is not involved: what an e-mail waits for is the mail server. The attempts lasted for the whole lifetime, so a delay of minutes makes no difference; an hour is the first delay, to be doubled each time.",
    safeguard "Nothing ends the attempts but the caller: double the delay each time, and give up when the message is out of date. No second copy: the message was not delivered, and the status is final.",
    en "The time allowed for delivery ran out: the recipient's mail server did not accept the e-mail in that time."
       "Check the address. Send the e-mail again later if it still matters. If this keeps happening, contact the recipient in another way."
    ru "Срок доставки письма истёк: за это время почтовый сервер получателя не принял письмо."
       "Проверьте адрес. Отправьте письмо позже ещё раз, если оно ещё нужно. Если это повторяется, свяжитесь с получателем другим способом."
    fr "Le délai de livraison est écoulé : le serveur de messagerie du destinataire n’a pas accepté l’e-mail à temps."
       "Vérifiez l’adresse. Renvoyez l’e-mail plus tard s’il est encore utile. Si cela se répète, contactez le destinataire par un autre moyen.";

    20 "Livraison impossible", failed(Cause::Recipient, Retry::No), "S1" judgement,
    "Without err, permanent and temporary reasons cannot be distinguished, so neither is assumed: no automatic retry, no suppression.",
    en "Delivery failed: the address does not exist, the mailbox is full or blocked, or the mail server refused the e-mail. The error code (err), if there is one, gives the exact reason."
       "If the reply has an error code (err), look up the reason by that code. If there is no code, check the address with the recipient before you send another e-mail."
    ru "Доставить письмо не удалось: адреса не существует, почтовый ящик переполнен или заблокирован либо почтовый сервер не принял письмо. Точную причину показывает код ошибки (err), если он есть."
       "Если в ответе есть код ошибки (err), узнайте причину по этому коду. Если кода нет, уточните адрес у получателя, прежде чем отправлять письмо снова."
    fr "La livraison a échoué : l’adresse n’existe pas, la boîte aux lettres est pleine ou bloquée, ou le serveur de messagerie a refusé l’e-mail. Le code d’erreur (err), s’il est présent, donne la raison exacte."
       "Consultez le code d’erreur (err) si la réponse en contient un. S’il est absent, vérifiez l’adresse auprès du destinataire avant de renvoyer un e-mail.";

    22 "Numéro incorrect", suppressing(Channel::Email, failed(Cause::Recipient, Retry::No)), "S1" judgement,
    "Like err 249 of an e-mail: an invalid address can never receive a message.",
    safeguard "S1: the format is wrong, so there is no such address.",
    en "The e-mail address is malformed."
       "Send nothing to this address until it has been corrected. Ask the recipient for the right address."
    ru "Адрес электронной почты записан с ошибкой."
       "Не отправляйте письма на этот адрес, пока его не исправят. Уточните у получателя правильный адрес."
    fr "L’adresse e-mail est mal formée."
       "N’envoyez plus rien à cette adresse tant qu’elle n’est pas corrigée. Demandez au destinataire son adresse exacte.";

    25 "Numéro inaccessible", failed(Cause::Service, Retry::AfterFix), "S1" judgement,
    "Like err 248 of an e-mail: the gateway is the provider's, and the provider's support knows.",
    en "The provider has no working gateway for e-mails to this address."
       "Check the address. Then ask the provider's support whether e-mails can be sent to this address."
    ru "У провайдера нет рабочего почтового шлюза для этого адреса."
       "Проверьте адрес. Затем уточните в поддержке провайдера, можно ли отправлять письма на этот адрес."
    fr "Le prestataire n’a pas de passerelle e-mail en service pour cette adresse."
       "Vérifiez l’adresse. Demandez ensuite à l’assistance du prestataire s’il est possible d’envoyer des e-mails à cette adresse.";
}
