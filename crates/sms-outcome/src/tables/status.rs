//! The outcome of each status by itself, in the words of SMS; for some of them err is more exact
//! (lookup.rs). Rows whose words fit SMS alone have a counterpart in `email_status.rs` and in
//! `other_status.rs`.

use smsc_proto::StatusCode;

use super::{AN_HOUR, delivered, failed, later, pending, rows, suppressing, unknown_final};
use crate::outcome::{Cause, Channel, Retry};

rows! {
    StatusCode::TABLE;

    -3 "Message introuvable", unknown_final(Cause::None), "S1 S3 R5",
    "Three different situations give this status, and none of them is a failure. It is final because another request returns the same status.",
    en "The provider has no message for this number (or e-mail address) and id. The message never existed, or it is in the archive (messages move there at 03:00 Moscow time), or the account is set to keep its history for 0 days. This does not mean that the message failed."
       "Check the recipient's number (or e-mail address) and the id of the message. Check in the account's settings for how many days the history is kept. In future, request the status within a day of sending. The provider's support can look up the status in the archive."
    ru "У провайдера нет сообщения с таким номером (или адресом) и идентификатором. Сообщения не было, или оно уже в архиве (сообщения переносятся туда в 03:00 по Москве), или в настройках задан срок хранения истории 0 дней. Это не значит, что сообщение не доставлено."
       "Проверьте номер (или адрес) получателя и идентификатор сообщения. Проверьте срок хранения истории в настройках аккаунта. В дальнейшем запрашивайте статус в течение суток после отправки. Статус из архива может сообщить поддержка провайдера."
    fr "Le prestataire n’a pas de message pour ce numéro (ou cette adresse) et cet identifiant. Le message n’a jamais existé, ou il est archivé (l’archivage a lieu à 03 h 00, heure de Moscou), ou la durée de conservation de l’historique est réglée sur 0 jour. Cela ne veut pas dire que l’envoi a échoué."
       "Vérifiez le numéro (ou l’adresse) du destinataire et l’identifiant du message. Vérifiez la durée de conservation de l’historique dans les réglages du compte. À l’avenir, demandez le statut dans les 24 heures qui suivent l’envoi. L’assistance du prestataire peut retrouver le statut dans l’archive.";

    -2 "Arrêté", pending(Cause::Account), "S1",
    "It is sent when the mailing is resumed, so sending it again would be a duplicate.",
    en "The message belongs to a mailing that was paused in the client area before the message had gone out. The message will be sent when the mailing is resumed."
       "Resume the mailing in the client area, or cancel the mailing there. Do not send the message a second time."
    ru "Сообщение входит в рассылку, которую приостановили в личном кабинете раньше, чем сообщение ушло оператору. Сообщение отправят, когда рассылку возобновят."
       "Возобновите рассылку в личном кабинете или отмените рассылку там же. Не отправляйте сообщение повторно."
    fr "Le message fait partie d’une campagne mise en pause dans l’espace client avant le départ du message. Le message partira quand la campagne reprendra."
       "Reprenez la campagne dans l’espace client, ou annulez-la. N’envoyez pas le message une seconde fois.";

    -1 "En attente d’envoi", pending(Cause::None), "S1", "",
    en "The message is waiting for its scheduled sending time or, usually only briefly, for the SMS centre."
       "Wait, and request the status again later. If no sending time was set and the status does not change, contact the provider's support."
    ru "Сообщение ожидает назначенного времени отправки или ответа СМС-центра (обычно недолго)."
       "Подождите и запросите статус позже. Если время отправки не задано, а статус не меняется, обратитесь в поддержку провайдера."
    fr "Le message attend l’heure d’envoi prévue ou, en général brièvement, la réponse du centre SMS."
       "Attendez, puis redemandez le statut plus tard. Si aucune heure n’a été fixée et que le statut ne change pas, contactez l’assistance du prestataire.";

    0 "Remis à l’opérateur", pending(Cause::None), "S1", "",
    en "The message was handed to the operator's SMS centre. It is not known yet whether the message arrived."
       "Wait, and request the status again later, within a day. Do not send the message a second time."
    ru "Сообщение передано в СМС-центр оператора. Дошло ли оно, пока неизвестно."
       "Подождите и запросите статус позже, в течение суток. Не отправляйте сообщение повторно."
    fr "Le message a été remis au centre SMS de l’opérateur. On ne sait pas encore s’il est arrivé."
       "Attendez, puis redemandez le statut dans les 24 heures. N’envoyez pas le message une seconde fois.";

    1 "Livré", delivered(), "S1",
    "Final, although 2 or 4 may follow: they report what the recipient did after it had arrived.",
    en "The message was delivered to the recipient."
       "Nothing needs to be done."
    ru "Сообщение доставлено получателю."
       "Ничего делать не нужно."
    fr "Le message a été livré au destinataire."
       "Il n’y a rien à faire.";

    2 "Lu", delivered(), "S1", "",
    en "The recipient opened the message. Of e-mails, only those in HTML report that they were read."
       "Nothing needs to be done."
    ru "Получатель открыл сообщение. Из писем о прочтении сообщают только те, что в формате HTML."
       "Ничего делать не нужно."
    fr "Le destinataire a ouvert le message. Parmi les e-mails, seuls ceux au format HTML signalent leur lecture."
       "Il n’y a rien à faire.";

    3 "Expiré", failed(Cause::Recipient, later(AN_HOUR)), "S1" judgement,
    "The operator has tried for the message's whole lifetime, so a delay of minutes makes no difference; an hour is the first delay, to be doubled each time.",
    safeguard "Nothing ends the attempts but the caller: double the delay each time, and give up when the message is out of date. No second copy: the message was not delivered, and the status is final.",
    en "The time allowed for delivery ran out. All that time the phone was switched off or out of coverage, or its memory was full."
       "Send the message again later if it still matters. For messages that are not urgent, set a longer delivery time. If this keeps happening, contact the recipient in another way."
    ru "Срок доставки сообщения истёк. Всё это время телефон был выключен или вне зоны действия сети либо память телефона была заполнена."
       "Отправьте сообщение позже ещё раз, если оно ещё нужно. Для несрочных сообщений увеличьте срок доставки. Если это повторяется, свяжитесь с получателем другим способом."
    fr "Le délai de livraison est écoulé. Pendant tout ce temps, le téléphone était éteint ou hors réseau, ou sa mémoire était pleine."
       "Renvoyez le message plus tard s’il est encore utile. Pour les messages non urgents, prévoyez un délai de livraison plus long. Si cela se répète, contactez le destinataire par un autre moyen.";

    4 "Lien ouvert", delivered(), "S1", "",
    en "The message arrived, and the recipient followed the short link in the message. Link shortening and tracking are turned on in the account."
       "Nothing needs to be done."
    ru "Сообщение доставлено, и получатель перешёл по короткой ссылке. В аккаунте включены сокращение и отслеживание ссылок."
       "Ничего делать не нужно."
    fr "Le message est arrivé et le destinataire a ouvert le lien court. Le raccourcissement et le suivi des liens sont activés dans le compte."
       "Il n’y a rien à faire.";

    6 "Signalé comme spam", suppressing(Channel::Email, delivered()), "R36" judgement,
    "Seen in one client only. A recipient who reports an e-mail must have received it, and does not want any more.",
    safeguard "The address works; its owner has refused further e-mails.",
    en "The e-mail arrived, and the recipient reported it as spam."
       "Send nothing more to this e-mail address. Every further report harms the sender's reputation with mail services."
    ru "Письмо дошло, и получатель пожаловался на спам."
       "Больше не отправляйте письма на этот адрес. Каждая новая жалоба портит репутацию отправителя у почтовых служб."
    fr "L’e-mail est arrivé et le destinataire l’a signalé comme spam."
       "N’envoyez plus rien à cette adresse e-mail. Chaque nouveau signalement nuit à la réputation de l’expéditeur auprès des messageries.";

    20 "Livraison impossible", failed(Cause::Recipient, Retry::No), "S1" judgement,
    "Without err, permanent and temporary reasons cannot be distinguished, so neither is assumed: no automatic retry, no suppression.",
    en "Delivery failed: the number is blocked or does not exist, the subscriber is roaming without SMS, or the phone does not accept SMS. The error code (err), if there is one, gives the exact reason."
       "If the reply has an error code (err), look up the reason by that code. If there is no code, check the number with the recipient before you send another message."
    ru "Доставить сообщение не удалось: номер заблокирован или не существует, абонент в роуминге без СМС или телефон не принимает СМС. Точную причину показывает код ошибки (err), если он есть."
       "Если в ответе есть код ошибки (err), узнайте причину по этому коду. Если кода нет, уточните номер у получателя, прежде чем отправлять сообщение снова."
    fr "La livraison a échoué : le numéro est bloqué ou n’existe pas, l’abonné est en itinérance sans SMS, ou son téléphone n’accepte pas les SMS. Le code d’erreur (err), s’il est présent, donne la raison exacte."
       "Consultez le code d’erreur (err) si la réponse en contient un. S’il est absent, vérifiez le numéro auprès du destinataire avant de renvoyer un message.";

    22 "Numéro incorrect", suppressing(Channel::Phone, failed(Cause::Recipient, Retry::No)), "S1 S0",
    "GetCourse unsubscribes for a wrong format: such a number can never receive a message.",
    safeguard "S1: the format is wrong, so there is no such number.",
    en "The number is malformed: its length does not match its mobile code."
       "Send nothing to this number until it has been corrected. Ask the recipient for the right number."
    ru "Номер записан неверно: код оператора не соответствует длине номера."
       "Не отправляйте сообщения на этот номер, пока его не исправят. Уточните у получателя правильный номер."
    fr "Le numéro est mal formé : sa longueur ne correspond pas à son indicatif."
       "N’envoyez plus rien à ce numéro tant qu’il n’est pas corrigé. Demandez au destinataire son numéro exact.";

    23 "Interdit", failed(Cause::Content, Retry::AfterFix), "S1" judgement,
    "Of its reasons, the text is the one that the sender can change at once; err, if present, is more exact.",
    en "The provider did not let the message through. Possible reasons: a duplicate, too many messages to one recipient, a black list, or the spam filter (because of the text or the sender name)."
       "If the reply has an error code (err), look up the reason by that code. Do not send the same text again. Change the text or the sender name; if neither is the reason, contact the provider's support."
    ru "Провайдер не пропустил сообщение. Возможные причины: повтор сообщения, слишком много сообщений одному получателю, чёрный список, спам-фильтр (из-за текста или имени отправителя)."
       "Если в ответе есть код ошибки (err), узнайте причину по этому коду. Не отправляйте тот же текст повторно. Измените текст или имя отправителя; если дело не в тексте и не в имени, обратитесь в поддержку провайдера."
    fr "Le prestataire n’a pas laissé passer le message. Raisons possibles : un doublon, trop de messages vers un même destinataire, une liste noire, ou le filtre anti-spam (à cause du texte ou du nom d’expéditeur)."
       "Consultez le code d’erreur (err) si la réponse en contient un. Ne renvoyez pas le même texte. Changez le texte ou le nom d’expéditeur ; si ce n’est pas la cause, contactez l’assistance du prestataire.";

    24 "Solde insuffisant", failed(Cause::Account, Retry::AfterFix), "S1", "",
    en "The account's balance did not cover the message, so the message was not sent."
       "Top up the account, then send the message again."
    ru "На счёте клиента не хватило денег, и сообщение не отправлено."
       "Пополните счёт и отправьте сообщение снова."
    fr "Le solde du compte ne couvrait pas le message : il n’a pas été envoyé."
       "Rechargez le compte, puis renvoyez le message.";

    25 "Numéro inaccessible", failed(Cause::Service, Retry::AfterFix), "S1 S0" judgement,
    "A missing route concerns the gateway, and S0 refers people to the provider's support, who can open one; nothing shows that the number will never work.",
    en "The number does not accept SMS, or the provider has no working route to the operator of this number."
       "Check that the number is a mobile one. Then ask the provider's support whether there is a route to this number."
    ru "Номер не принимает СМС, или у провайдера нет рабочего маршрута к оператору этого номера."
       "Проверьте, мобильный ли это номер. Затем уточните в поддержке провайдера, есть ли маршрут до этого номера."
    fr "Le numéro ne reçoit pas de SMS, ou le prestataire n’a pas de route vers l’opérateur de ce numéro."
       "Vérifiez qu’il s’agit d’un numéro mobile. Demandez ensuite à l’assistance du prestataire s’il existe une route vers ce numéro.";
}
