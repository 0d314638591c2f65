//! The outcomes of err of SMS, calls and HLR below 200: the number and the handset. Like every row
//! of err, they are for a message that failed.

use smsc_proto::{ErrCode, ErrScope};

use super::{AN_HOUR, delivered, failed, later, rows, suppressing};
use crate::outcome::{Cause, Channel, Retry};

rows! {
    ErrCode::table(ErrScope::Phone);

    0 "Aucune erreur", delivered(), "S1",
    "This row is used for HLR requests only: with any status other than delivered, err 0 gives no reason, so the row of the status is used.",
    en "The number exists, and the phone can be reached."
       "Nothing needs to be done."
    ru "Номер существует, и телефон в сети."
       "Ничего делать не нужно."
    fr "Le numéro existe et le téléphone est joignable."
       "Il n’y a rien à faire.";

    1 "Numéro inexistant", suppressing(Channel::Phone, failed(Cause::Recipient, Retry::No)), "S1 S0",
    "GetCourse unsubscribes for it: the number does not exist. For Viber and social networks the sources say no more, and the person may only have no account there: so the outcome names the channel, and the other channels stay open.",
    safeguard "S1: the subscriber does not exist.",
    en "The number does not exist."
       "Send nothing more to this number. Ask the recipient for the right number."
    ru "Такого номера не существует."
       "Больше не отправляйте сообщения на этот номер. Уточните у получателя правильный номер."
    fr "Ce numéro n’existe pas."
       "N’envoyez plus rien à ce numéro. Demandez au destinataire son numéro exact.";

    6 "Abonné hors ligne", failed(Cause::Recipient, later(AN_HOUR)), "S1" judgement,
    "The number is valid, so no suppression. An hour is the first delay, to be doubled each time: the operator has already tried for the message's whole lifetime.",
    safeguard "Nothing ends the attempts but the caller: double the delay each time, and give up when the message is out of date. No second copy: the message was not delivered, and the status is final.",
    en "The phone was switched off or out of coverage."
       "Send the message again later if it still matters: first after an hour, then at longer and longer intervals."
    ru "Телефон был выключен или вне зоны действия сети."
       "Отправьте сообщение позже ещё раз, если оно ещё нужно: сначала через час, затем всё с большими перерывами."
    fr "Le téléphone était éteint ou hors réseau."
       "Renvoyez le message plus tard s’il est encore utile : d’abord après une heure, puis à intervalles de plus en plus longs.";

    11 "Service non activé", failed(Cause::Recipient, Retry::AfterFix), "S1" judgement,
    "Roaming ends and a service can be turned on, so no suppression; but waiting alone does not help.",
    en "The number cannot receive SMS: the service is not turned on, the subscriber is roaming where SMS does not work, the two operators do not exchange SMS, or the number is a landline."
       "Ask the recipient to have SMS turned on by the operator, or to give a mobile number. Until then, call or send an e-mail."
    ru "Номер не может принимать СМС: услуга не подключена, абонент в роуминге, где она не действует, операторы не обмениваются СМС или это городской телефон."
       "Попросите получателя подключить СМС у оператора или сообщить мобильный номер. До этого звоните или отправляйте письма на электронную почту."
    fr "Le numéro ne peut pas recevoir de SMS : service non activé, itinérance sans SMS, pas d’échange entre les opérateurs, ou ligne fixe."
       "Demandez au destinataire d’activer les SMS chez son opérateur ou de donner un numéro mobile. En attendant, appelez ou envoyez un e-mail.";

    12 "Erreur du téléphone de l’abonné", failed(Cause::Handset, Retry::AfterFix), "S1" judgement,
    "A fault of the handset or the SIM card lasts until its owner acts; the number itself is valid.",
    en "The recipient's phone or SIM card reported an error."
       "Ask the recipient to restart the phone, free some memory or check the SIM card. Then send the message again."
    ru "Телефон или сим-карта получателя сообщает об ошибке."
       "Попросите получателя перезагрузить телефон, освободить память или проверить сим-карту. Затем отправьте сообщение снова."
    fr "Le téléphone ou la carte SIM du destinataire a signalé une erreur."
       "Demandez au destinataire de redémarrer son téléphone, d’en libérer la mémoire ou de vérifier sa carte SIM, puis renvoyez le message.";

    13 "Abonné bloqué", failed(Cause::Recipient, Retry::AfterFix), "S1" judgement,
    "A block is lifted when the subscriber pays, asks the operator or changes the SIM card: no suppression, and no retry before that.",
    en "The subscriber is blocked: the money ran out while roaming, the operator or the subscriber blocked the number, the SIM card is damaged, or a wrong PIN or PUK was entered."
       "Contact the recipient in another way. Send the message again when the number works."
    ru "Абонент заблокирован: в роуминге закончились деньги, номер заблокировал оператор или сам абонент, повреждена сим-карта либо неверно введён PIN или PUK."
       "Свяжитесь с получателем другим способом. Отправьте сообщение снова, когда номер заработает."
    fr "L’abonné est bloqué : crédit épuisé en itinérance, blocage par l’opérateur ou par l’abonné lui-même, carte SIM endommagée, code PIN ou PUK erroné."
       "Contactez le destinataire par un autre moyen. Renvoyez le message quand le numéro fonctionnera.";

    21 "Service non pris en charge", failed(Cause::Handset, Retry::No), "S1" judgement,
    "This kind of message never arrives on this handset, but another kind may: no suppression. A plain SMS can have this err as well, so the advice does not rely on one.",
    en "The recipient's phone does not support this kind of message."
       "Send another kind of message; if the message was a plain SMS, call or send an e-mail."
    ru "Телефон получателя не поддерживает сообщения этого вида."
       "Отправьте сообщение другого вида; если это было обычное СМС, позвоните или отправьте письмо на электронную почту."
    fr "Le téléphone du destinataire ne prend pas en charge ce type de message."
       "Envoyez un autre type de message ; si le message était un SMS simple, appelez ou envoyez un e-mail.";
}
