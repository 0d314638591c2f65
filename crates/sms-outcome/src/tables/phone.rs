//! The outcomes of err of SMS, calls and HLR below 200: the number and the handset. Like every row
//! of err, they are for a message that failed.

use smsc_proto::{ErrCode, ErrScope};

use super::{AN_HOUR, delivered, failed, later, rows, suppressing};
use crate::outcome::{Cause, Channel, Retry};

rows! {
    ErrCode::table(ErrScope::Phone);

    0 "Aucune erreur", delivered(), "S1",
    "This row is used for HLR requests only: with any status other than delivered, err 0 gives no reason, so the row of the status is used.",
    en "The number exists and its phone can be reached."
       "Nothing needs to be done."
    ru "Номер существует, и телефон в сети."
       "Ничего делать не нужно."
    fr "Le numéro existe et son téléphone est joignable."
       "Il n’y a rien à faire.";

    1 "Numéro inexistant", suppressing(Channel::Phone, failed(Cause::Recipient, Retry::No)), "S1 S0",
    "GetCourse unsubscribes for it: the number does not exist. For Viber and social networks the sources say no more, and the person may only have no account there: so the outcome names the channel, and the other channels stay open.",
    safeguard "S1: the subscriber does not exist.",
    en "The number does not exist."
       "Stop writing to it. Ask the person for the right number."
    ru "Такого номера не существует."
       "Больше не пишите на него. Спросите у человека правильный номер."
    fr "Ce numéro n’existe pas."
       "N’y écrivez plus. Demandez le bon numéro à la personne.";

    6 "Abonné hors ligne", failed(Cause::Recipient, later(AN_HOUR)), "S1" judgement,
    "The number is valid, so no suppression. An hour is the first delay, to be doubled each time: the operator has already tried for the message's whole lifetime.",
    safeguard "Nothing ends the attempts but the caller: double the delay each time, and give up when the message is out of date. No second copy: the message was not delivered, and the status is final.",
    en "The phone was switched off or out of coverage."
       "Send it again later if it still matters: first after an hour, then less and less often."
    ru "Телефон был выключен или вне зоны сети."
       "Отправьте позже ещё раз, если сообщение ещё нужно: сначала через час, потом всё реже."
    fr "Le téléphone était éteint ou hors réseau."
       "Renvoyez-le plus tard s’il est encore utile : d’abord après une heure, puis de moins en moins souvent.";

    11 "Service non activé", failed(Cause::Recipient, Retry::AfterFix), "S1" judgement,
    "Roaming ends and a service can be turned on, so no suppression; but waiting alone does not help.",
    en "The number cannot take SMS: the service is not turned on, the subscriber is roaming without it, the two operators do not exchange SMS, or it is a landline."
       "Ask the person to turn SMS on at the operator or to give a mobile number. Use a call or an e-mail until then."
    ru "Номер не может принять СМС: услуга не подключена, абонент в роуминге без неё, операторы не обмениваются СМС, или это городской телефон."
       "Попросите человека подключить СМС у оператора или дать мобильный номер. Пока звоните или пишите на почту."
    fr "Le numéro ne peut pas recevoir de SMS : service non activé, itinérance sans SMS, pas d’échange entre les opérateurs, ou ligne fixe."
       "Demandez à la personne d’activer les SMS chez son opérateur ou de donner un numéro mobile. En attendant, appelez ou écrivez un e-mail.";

    12 "Erreur du téléphone de l’abonné", failed(Cause::Handset, Retry::AfterFix), "S1" judgement,
    "A fault of the handset or the SIM card lasts until its owner acts; the number itself is valid.",
    en "The recipient's phone or SIM card reported an error."
       "Ask the person to restart the phone, free its memory or check the SIM card. Then send again."
    ru "Телефон или сим-карта получателя сообщили об ошибке."
       "Попросите человека перезагрузить телефон, освободить память или проверить сим-карту. Потом отправьте снова."
    fr "Le téléphone ou la carte SIM du destinataire a signalé une erreur."
       "Demandez à la personne de redémarrer le téléphone, de libérer sa mémoire ou de vérifier sa carte SIM. Puis renvoyez.";

    13 "Abonné bloqué", failed(Cause::Recipient, Retry::AfterFix), "S1" judgement,
    "A block is lifted when the subscriber pays, asks the operator or changes the SIM card: no suppression, and no retry before that.",
    en "The subscriber is blocked: no money while roaming, blocked by the operator or at their own wish, or a damaged SIM card or a wrong PIN or PUK."
       "Reach the person in another way. Send again when the number works."
    ru "Абонент заблокирован: нет денег в роуминге, блокировка оператором или по своему желанию, либо повреждена сим-карта или неверно введён PIN или PUK."
       "Свяжитесь с человеком иначе. Отправьте снова, когда номер заработает."
    fr "L’abonné est bloqué : plus de crédit en itinérance, blocage par l’opérateur ou à sa demande, carte SIM endommagée, code PIN ou PUK erroné."
       "Joignez la personne autrement. Renvoyez quand le numéro fonctionnera.";

    21 "Service non pris en charge", failed(Cause::Handset, Retry::No), "S1" judgement,
    "This kind of message never arrives on this handset, but another kind may: no suppression. A plain SMS can have this err as well, so the advice does not rely on one.",
    en "The recipient's phone does not support this kind of message."
       "Send another kind of message; if it was a plain SMS, call or send an e-mail."
    ru "Телефон получателя не поддерживает такой вид сообщений."
       "Отправьте сообщение другого вида; если это было обычное СМС, позвоните или напишите на почту."
    fr "Le téléphone du destinataire ne prend pas en charge ce type de message."
       "Envoyez un autre type de message ; si c’était un SMS simple, appelez ou écrivez un e-mail.";
}
