//! The outcome of each status by itself; for some of them err is more exact (lookup.rs).

use smsc_proto::StatusCode;

use super::{AN_HOUR, delivered, failed, later, pending, rows, suppressing, unknown_final};
use crate::outcome::{Cause, Channel, Retry};

rows! {
    StatusCode::TABLE;

    -3 "Message introuvable", unknown_final(Cause::None), "S1 S3 R5",
    "Three different situations give this status, and none of them is a failure. It is final because another request returns the same status.",
    en "The provider has no message for this phone and id. It never existed, or it is in the archive (messages move there at 03:00 Moscow time), or the account keeps its history for 0 days. This does not mean that the message failed."
       "Check the phone and the id. Look at the number of days for which the account's settings keep the history. From now on ask within a day of sending. The provider's support can look into the archive."
    ru "У провайдера нет сообщения с таким номером и идентификатором. Его не было, или оно уже в архиве (сообщения переносятся туда в 03:00 по Москве), или история в настройках хранится 0 дней. Это не значит, что сообщение не доставлено."
       "Проверьте номер и идентификатор. Посмотрите в настройках аккаунта, сколько дней хранится история. Впредь запрашивайте статус в течение суток после отправки. Настоящий статус из архива может назвать поддержка провайдера."
    fr "Le prestataire n’a pas de message pour ce numéro et cet identifiant. Il n’a jamais existé, ou il est archivé (l’archivage a lieu à 03 h 00, heure de Moscou), ou l’historique du compte est conservé 0 jour. Cela ne veut pas dire que l’envoi a échoué."
       "Vérifiez le numéro et l’identifiant. Regardez dans les réglages du compte combien de jours l’historique est conservé. À l’avenir, demandez le statut dans la journée qui suit l’envoi. L’assistance du prestataire peut consulter l’archive.";

    -2 "Arrêté", pending(Cause::Account), "S1",
    "It is sent when the mailing is resumed, so sending it again would be a duplicate.",
    en "The message belongs to a mailing that was paused on the client's page before the message had gone to the operator. It waits."
       "Resume the mailing on the client's page, or cancel it there. Do not send the message a second time."
    ru "Сообщение из рассылки, которую приостановили в личном кабинете раньше, чем оно ушло оператору. Оно ждёт."
       "Возобновите рассылку в личном кабинете или отмените её там. Не отправляйте сообщение второй раз."
    fr "Le message fait partie d’une campagne mise en pause dans l’espace client avant qu’il ne parte chez l’opérateur. Il attend."
       "Reprenez la campagne dans l’espace client, ou annulez-la. N’envoyez pas le message une seconde fois.";

    -1 "En attente d’envoi", pending(Cause::None), "S1", "",
    en "The message waits for the time that the sender asked for or, for a short while, for the SMS centre."
       "Wait, and ask again later. If no time was set and it stays like this, ask the provider's support."
    ru "Сообщение ждёт времени, которое задал отправитель, или, недолго, ответа СМС-центра."
       "Подождите и запросите статус позже. Если время не задавали, а статус не меняется, спросите поддержку провайдера."
    fr "Le message attend l’heure demandée par l’expéditeur ou, brièvement, le centre SMS."
       "Attendez, puis redemandez le statut. Si aucune heure n’était fixée et que rien ne change, contactez l’assistance du prestataire.";

    0 "Remis à l’opérateur", pending(Cause::None), "S1", "",
    en "The message was handed to the operator's SMS centre. It is not known yet whether it arrived."
       "Wait, and ask again later, within a day. Do not send it a second time."
    ru "Сообщение передано в СМС-центр оператора. Дошло ли оно, пока неизвестно."
       "Подождите и запросите статус позже, в течение суток. Не отправляйте его второй раз."
    fr "Le message a été remis au centre SMS de l’opérateur. On ne sait pas encore s’il est arrivé."
       "Attendez, puis redemandez le statut dans la journée. N’envoyez pas le message une seconde fois.";

    1 "Livré", delivered(), "S1",
    "Final, although 2 or 4 may follow: they report what the recipient did after it had arrived.",
    en "The message reached the subscriber."
       "Nothing needs to be done."
    ru "Сообщение дошло до абонента."
       "Ничего делать не нужно."
    fr "Le message est arrivé chez l’abonné."
       "Il n’y a rien à faire.";

    2 "Lu", delivered(), "S1", "",
    en "The recipient opened the message. Only e-mails in HTML can report this."
       "Nothing needs to be done."
    ru "Получатель открыл сообщение. Так могут сообщать о себе только письма в HTML."
       "Ничего делать не нужно."
    fr "Le destinataire a ouvert le message. Seuls les e-mails en HTML peuvent le signaler."
       "Il n’y a rien à faire.";

    3 "Expiré", failed(Cause::Recipient, later(AN_HOUR)), "S1" judgement,
    "The operator has tried for the message's whole lifetime, so a delay of minutes makes no difference; an hour is the first delay, to be doubled each time.",
    safeguard "Nothing ends the attempts but the caller: double the delay each time, and give up when the message is out of date. No second copy: the message was not delivered, and the status is final.",
    en "The time allowed for delivery ran out. The phone was switched off or out of coverage all that time, or its memory was full."
       "Send it again later if it still matters. Give a message that can wait a longer life. If it keeps happening, reach the person in another way."
    ru "Срок жизни сообщения истёк. Всё это время телефон был выключен или вне сети, или его память была заполнена."
       "Отправьте позже ещё раз, если сообщение ещё нужно. Для несрочных сообщений задавайте больший срок жизни. Если это повторяется, свяжитесь с человеком иначе."
    fr "Le délai de livraison est écoulé. Le téléphone est resté éteint ou hors réseau, ou sa mémoire était pleine."
       "Renvoyez-le plus tard s’il est encore utile. Donnez une durée de vie plus longue aux messages qui peuvent attendre. Si cela se répète, joignez la personne autrement.";

    4 "Lien ouvert", delivered(), "S1", "",
    en "The message arrived, and the short link in it was opened. The account's options for shortening and tracking links are on."
       "Nothing needs to be done."
    ru "Сообщение доставлено, и по короткой ссылке из него перешли. В аккаунте включены сокращение и отслеживание ссылок."
       "Ничего делать не нужно."
    fr "Le message est arrivé et son lien court a été ouvert. Les options de raccourcissement et de suivi des liens du compte sont actives."
       "Il n’y a rien à faire.";

    6 "Signalé comme spam", suppressing(Channel::Email, delivered()), "R36" judgement,
    "Seen in one client only. A recipient who reports an e-mail must have received it, and does not want any more.",
    safeguard "The address works; its owner has refused further e-mails.",
    en "The e-mail arrived, and the recipient reported it as spam."
       "Stop writing to this address. Every further complaint harms the sender's name with the mail services."
    ru "Письмо дошло, и получатель пожаловался на спам."
       "Больше не пишите на этот адрес. Каждая новая жалоба портит репутацию отправителя у почтовых служб."
    fr "L’e-mail est arrivé et le destinataire l’a signalé comme spam."
       "N’écrivez plus à cette adresse. Chaque plainte de plus nuit à la réputation de l’expéditeur auprès des messageries.";

    20 "Livraison impossible", failed(Cause::Recipient, Retry::No), "S1" judgement,
    "Without err, permanent and temporary reasons cannot be distinguished, so neither is assumed: no automatic retry, no suppression.",
    en "Delivery failed. The number is blocked or does not exist, its owner is roaming without SMS, or the phone takes no SMS. err tells which."
       "Look at err. Without it, check the number with its owner before you write again."
    ru "Доставить не удалось. Номер заблокирован или не существует, абонент в роуминге без СМС, или телефон не принимает СМС. Причину уточняет err."
       "Посмотрите err. Если его нет, уточните номер у владельца, прежде чем писать снова."
    fr "La livraison a échoué. Le numéro est bloqué ou n’existe pas, l’abonné est en itinérance sans SMS, ou son téléphone n’accepte pas les SMS. err précise la raison."
       "Regardez err. S’il manque, vérifiez le numéro auprès de son titulaire avant d’écrire à nouveau.";

    22 "Numéro incorrect", suppressing(Channel::Phone, failed(Cause::Recipient, Retry::No)), "S1 S0",
    "GetCourse unsubscribes for a wrong format: such a number can never receive a message.",
    safeguard "S1: the format is wrong, so there is no such number.",
    en "The number is not written as a phone number can be: its mobile code and its length do not fit."
       "Stop writing to it until it has been corrected. Ask the person for the right number."
    ru "Номер записан неверно: код оператора и длина не подходят друг к другу."
       "Не пишите на него, пока его не исправят. Спросите у человека правильный номер."
    fr "Le numéro est mal formé : son indicatif et sa longueur ne vont pas ensemble."
       "Cessez d’y écrire tant qu’il n’est pas corrigé. Demandez le bon numéro à la personne.";

    23 "Interdit", failed(Cause::Content, Retry::AfterFix), "S1" judgement,
    "Of its reasons, the text is the one that the sender can change at once; err, if present, is more exact.",
    en "The provider did not let it through: a duplicate, too many messages to one number, a black list, or the spam filter stopped the text or the sender name."
       "Look at err. Do not repeat the same text. Change the text or the sender name; if neither is the reason, ask the provider's support."
    ru "Провайдер не пропустил сообщение: повтор, слишком много сообщений на один номер, чёрный список, или текст либо имя отправителя остановил спам-фильтр."
       "Посмотрите err. Не повторяйте тот же текст. Измените текст или имя отправителя; если дело не в них, спросите поддержку провайдера."
    fr "Le prestataire n’a pas laissé passer le message : doublon, trop de messages vers un numéro, liste noire, ou filtre anti-spam sur le texte ou le nom d’expéditeur."
       "Regardez err. Ne répétez pas le même texte. Changez le texte ou le nom d’expéditeur ; si ce n’est pas la cause, contactez l’assistance du prestataire.";

    24 "Solde insuffisant", failed(Cause::Account, Retry::AfterFix), "S1", "",
    en "The client's balance did not cover the message, so it was not sent."
       "Top up the account, then send again."
    ru "На счёте клиента не хватило денег, и сообщение не отправлено."
       "Пополните счёт и отправьте снова."
    fr "Le solde du client ne couvrait pas le message : il n’a pas été envoyé."
       "Rechargez le compte, puis renvoyez.";

    25 "Numéro inaccessible", failed(Cause::Service, Retry::AfterFix), "S1 S0" judgement,
    "A missing route concerns the gateway, and S0 refers people to the provider's support, who can open one; nothing shows that the number will never work.",
    en "The number takes no SMS, or the provider has no working route to its operator."
       "Check that it is a mobile number. Then ask the provider's support whether there is a route."
    ru "Номер не принимает СМС, или у провайдера нет рабочего маршрута к его оператору."
       "Проверьте, мобильный ли это номер. Потом спросите поддержку провайдера, есть ли маршрут."
    fr "Le numéro ne reçoit pas de SMS, ou le prestataire n’a pas de route vers son opérateur."
       "Vérifiez qu’il s’agit d’un numéro mobile. Demandez ensuite à l’assistance du prestataire s’il existe une route.";
}
