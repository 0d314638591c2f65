//! The outcomes of statuses by themselves for calls, Viber and social networks, where the words of SMS
//! do not fit. S1 explains the statuses for SMS, so these texts name no reason that only an SMS has.

use smsc_proto::StatusCode;

use super::{AN_HOUR, failed, later, pending, rows, suppressing};
use crate::outcome::{Cause, Channel, Retry};

rows! {
    StatusCode::TABLE;

    -1 "En attente d’envoi", pending(Cause::None), "S1", "",
    en "The message is waiting for its scheduled sending time or, usually only briefly, for its turn to be sent."
       "Wait, and request the status again later. If no sending time was set and the status does not change, contact the provider's support."
    ru "Сообщение ожидает назначенного времени или очереди на отправку (обычно недолго)."
       "Подождите и запросите статус позже. Если время отправки не задано, а статус не меняется, обратитесь в поддержку провайдера."
    fr "Le message attend l’heure d’envoi prévue ou, en général brièvement, son tour dans la file d’envoi."
       "Attendez, puis redemandez le statut plus tard. Si aucune heure n’a été fixée et que le statut ne change pas, contactez l’assistance du prestataire.";

    0 "Remis à l’opérateur", pending(Cause::None), "S1", "",
    en "The message was handed over for delivery. It is not known yet whether the message arrived."
       "Wait, and request the status again later, within a day. Do not send the message a second time."
    ru "Сообщение передано для доставки. Дошло ли оно, пока неизвестно."
       "Подождите и запросите статус позже, в течение суток. Не отправляйте сообщение повторно."
    fr "Le message a été remis pour livraison. On ne sait pas encore s’il est arrivé."
       "Attendez, puis redemandez le statut dans les 24 heures. N’envoyez pas le message une seconde fois.";

    3 "Expiré", failed(Cause::Recipient, later(AN_HOUR)), "S1" judgement,
    "The attempts lasted for the message's whole lifetime, so a delay of minutes makes no difference; an hour is the first delay, to be doubled each time.",
    safeguard "Nothing ends the attempts but the caller: double the delay each time, and give up when the message is out of date. No second copy: the message was not delivered, and the status is final.",
    en "The time allowed for delivery ran out before the recipient could be reached."
       "Send the message again later if it still matters. For messages that are not urgent, set a longer delivery time. If this keeps happening, contact the recipient in another way."
    ru "Срок доставки сообщения истёк, а получатель так и не стал доступен."
       "Отправьте сообщение позже ещё раз, если оно ещё нужно. Для несрочных сообщений увеличьте срок доставки. Если это повторяется, свяжитесь с получателем другим способом."
    fr "Le délai de livraison est écoulé sans que le destinataire ait pu être joint."
       "Renvoyez le message plus tard s’il est encore utile. Pour les messages non urgents, prévoyez un délai de livraison plus long. Si cela se répète, contactez le destinataire par un autre moyen.";

    20 "Livraison impossible", failed(Cause::Recipient, Retry::No), "S1" judgement,
    "Without err, permanent and temporary reasons cannot be distinguished, so neither is assumed: no automatic retry, no suppression.",
    en "Delivery failed: the number is blocked or does not exist, or the recipient cannot be reached in this way. The error code (err), if there is one, gives the exact reason."
       "If the reply has an error code (err), look up the reason by that code. If there is no code, check the number with the recipient before you send another message."
    ru "Доставить сообщение не удалось: номер заблокирован или не существует либо с получателем нельзя связаться этим способом. Точную причину показывает код ошибки (err), если он есть."
       "Если в ответе есть код ошибки (err), узнайте причину по этому коду. Если кода нет, уточните номер у получателя, прежде чем отправлять сообщение снова."
    fr "La livraison a échoué : le numéro est bloqué ou n’existe pas, ou le destinataire n’est pas joignable par ce moyen. Le code d’erreur (err), s’il est présent, donne la raison exacte."
       "Consultez le code d’erreur (err) si la réponse en contient un. S’il est absent, vérifiez le numéro auprès du destinataire avant de renvoyer un message.";

    22 "Numéro incorrect", suppressing(Channel::Phone, failed(Cause::Recipient, Retry::No)), "S1 S0",
    "GetCourse unsubscribes for a wrong format: such a number can never receive a message. The outcome names the channel of the message, and the other channels stay open.",
    safeguard "S1: the format is wrong, so there is no such number.",
    en "The recipient's number is malformed."
       "Send nothing to this number until it has been corrected. Ask the recipient for the right number."
    ru "Номер получателя записан неверно."
       "Не отправляйте сообщения на этот номер, пока его не исправят. Уточните у получателя правильный номер."
    fr "Le numéro du destinataire est mal formé."
       "N’envoyez plus rien à ce numéro tant qu’il n’est pas corrigé. Demandez au destinataire son numéro exact.";

    25 "Numéro inaccessible", failed(Cause::Service, Retry::AfterFix), "S1 S0" judgement,
    "A missing route concerns the gateway, and S0 refers people to the provider's support, who can open one; nothing shows that the number will never work.",
    en "The number does not accept messages of this kind, or the provider has no working route to this number."
       "Check the number. Then ask the provider's support whether there is a route to this number."
    ru "Номер не принимает сообщения этого вида, или у провайдера нет рабочего маршрута до этого номера."
       "Проверьте номер. Затем уточните в поддержке провайдера, есть ли маршрут до этого номера."
    fr "Le numéro ne reçoit pas ce type de message, ou le prestataire n’a pas de route vers ce numéro."
       "Vérifiez le numéro. Demandez ensuite à l’assistance du prestataire s’il existe une route vers ce numéro.";
}
