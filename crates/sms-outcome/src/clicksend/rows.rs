//! ClickSend's delivery statuses (S2). Status, code and words are those of its page, for matching;
//! the texts are this project's.

use super::Row;
use crate::outcome::{Cause, Channel, Localized, Outcome, Retry};
use crate::tables::{AN_HOUR, TEN_MINUTES, delivered, failed, later, pending, suppressing, unknown_final};

/// Defines the rows: for each its number, its number in the older list, status text (English,
/// French), code, words (English, French), outcome, the reason for the decision, the safeguard if it
/// needs one, and the title, explanation and advice in each language.
macro_rules! rows {
    ($(
        $number:literal $error:expr, $status_en:literal $status_fr:literal $code:expr, $words_en:literal $words_fr:literal, $outcome:expr, $reason:literal,
        $(safeguard $safeguard:literal,)?
        en $title_en:literal $en:literal $en_advice:literal
        ru $title_ru:literal $ru:literal $ru_advice:literal
        fr $title_fr:literal $fr:literal $fr_advice:literal;
    )*) => {
        /// ClickSend's delivery statuses, in the order of its list.
        pub const ROWS: &[Row] = &[$(Row {
            number: $number,
            error: $error,
            status: [$status_en, $status_fr],
            code: $code,
            words: [$words_en, $words_fr],
            outcome: Outcome {
                title: Localized { en: $title_en, ru: $title_ru, fr: $title_fr },
                explanation: Localized { en: $en, ru: $ru, fr: $fr },
                advice: Localized { en: $en_advice, ru: $ru_advice, fr: $fr_advice },
                source: "S2",
                is_judgement: !$reason.is_empty(),
                reason: $reason,
                $(safeguard: $safeguard,)?
                ..$outcome
            },
        }),*];
    };
}

rows! {
    1 Some(3), "Sent" "Envoyé" Some(200), "sent to the network" "envoyé au réseau", pending(Cause::None), "",
    en "Sent to the network"
       "ClickSend handed the message to the network. It is not known yet whether it arrived."
       "Nothing needs to be done. If no further status follows, contact ClickSend's support."
    ru "Отправлено в сеть"
       "ClickSend передал сообщение в сеть. Дошло ли оно, пока неизвестно."
       "Ничего делать не нужно. Если других статусов не будет, обратитесь в поддержку ClickSend."
    fr "Envoyé au réseau"
       "ClickSend a remis le message au réseau. On ne sait pas encore s’il est arrivé."
       "Il n’y a rien à faire. Si aucun autre statut ne suit, contactez l’assistance de ClickSend.";

    2 Some(4), "Sent" "Envoyé" Some(201), "delivered to the handset" "livré sur le combiné", delivered(), "",
    en "Delivered to the handset"
       "The message arrived on the phone."
       "Nothing needs to be done."
    ru "Доставлено на телефон"
       "Сообщение пришло на телефон."
       "Ничего делать не нужно."
    fr "Livré sur le téléphone"
       "Le message est arrivé sur le téléphone."
       "Il n’y a rien à faire.";

    3 Some(1), "Queued" "En file d'attente" Some(200), "queued" "en file d'attente", pending(Cause::None), "",
    en "Queued"
       "The message is waiting to be sent."
       "Wait. If the status does not change, the network may have trouble: contact ClickSend's support."
    ru "В очереди"
       "Сообщение ожидает отправки."
       "Подождите. Если статус не меняется, возможны неполадки в сети: обратитесь в поддержку ClickSend."
    fr "En file d’attente"
       "Le message attend d’être envoyé."
       "Attendez. Si le statut ne change pas, le réseau a peut-être un incident : contactez l’assistance de ClickSend.";

    4 Some(2), "Scheduled" "Planifié" Some(200), "scheduled" "planifiée", pending(Cause::None), "",
    en "Scheduled"
       "The message is waiting for its scheduled time."
       "Nothing needs to be done before the scheduled time."
    ru "Запланировано"
       "Сообщение ожидает назначенного времени отправки."
       "До назначенного времени ничего делать не нужно."
    fr "Planifié"
       "Le message attend l’heure d’envoi prévue."
       "Il n’y a rien à faire avant l’heure prévue.";

    5 Some(6), "WaitApproval" "" Some(200), "manual approval" "approbation manuelle", pending(Cause::Service), "It is ClickSend's staff whose move it is.",
    en "Waiting for approval"
       "ClickSend's staff reviews the message before it goes out."
       "Wait. If the review takes long, contact ClickSend's support."
    ru "Ожидает проверки"
       "Перед отправкой сообщение проверяют сотрудники ClickSend."
       "Подождите. Если проверка затянулась, обратитесь в поддержку ClickSend."
    fr "En attente d’approbation"
       "L’équipe de ClickSend examine le message avant l’envoi."
       "Attendez. Si l’examen se prolonge, contactez l’assistance de ClickSend.";

    6 None, "CancelledAfterReview" "" None, "cancelled by staff, content against the guidelines" "annulé par le personnel, contenu pas conforme",
    failed(Cause::Content, Retry::AfterFix), "",
    en "Cancelled after review"
       "ClickSend's staff cancelled the message: its content breaks ClickSend's guidelines."
       "Change the text. If the message was stopped by mistake, contact ClickSend's support."
    ru "Отменено после проверки"
       "Сотрудники ClickSend отменили сообщение: текст нарушает правила ClickSend."
       "Измените текст. Если сообщение остановили по ошибке, обратитесь в поддержку ClickSend."
    fr "Annulé après examen"
       "L’équipe de ClickSend a annulé le message : son contenu n’est pas conforme à ses règles."
       "Changez le texte. Si le message a été arrêté par erreur, contactez l’assistance de ClickSend.";

    7 Some(5), "Cancelled" "Annulé" Some(301), "cancelled" "annulé", failed(Cause::Account, Retry::AfterFix),
    "A person or a program on the sender's side cancelled it; when the reason is known, it can be sent again.",
    en "Cancelled"
       "The message was cancelled before it went out."
       "Find out who cancelled the message and why. Then send the message again, or contact ClickSend's support."
    ru "Отменено"
       "Сообщение отменили до отправки."
       "Выясните, кто отменил сообщение и почему. Затем отправьте сообщение снова или обратитесь в поддержку ClickSend."
    fr "Annulé"
       "Le message a été annulé avant l’envoi."
       "Cherchez qui a annulé le message et pourquoi. Renvoyez ensuite le message, ou contactez l’assistance de ClickSend.";

    8 Some(7), "Failed" "Échoué" Some(301), "unknown failure" "échec inconnu", failed(Cause::None, later(AN_HOUR)),
    "The page advises to try again and names no delay: an hour, once.",
    safeguard "Send again once only; after that ClickSend's support has to say why. No second copy, as far as ClickSend knows: its status is Failed.",
    en "Unknown failure"
       "The message failed for an unknown reason."
       "Send the message again once, after an hour. If it fails again, contact ClickSend's support."
    ru "Неизвестный сбой"
       "Сообщение не доставлено, причина неизвестна."
       "Отправьте сообщение ещё раз через час, но только один раз. Если снова не получится, обратитесь в поддержку ClickSend."
    fr "Échec de cause inconnue"
       "L’envoi a échoué pour une raison inconnue."
       "Renvoyez le message une seule fois, après une heure. S’il échoue encore, contactez l’assistance de ClickSend.";

    9 Some(8), "Failed" "Échoué" Some(301), "unknown subscriber, inactive or invalid number" "abonné inconnu", suppressing(Channel::Phone, failed(Cause::Recipient, Retry::No)),
    "The same as err 1 of SMSC.ru: the network has no subscriber with this number.",
    safeguard "S2: the subscriber is unknown, because the number is inactive or invalid.",
    en "Unknown subscriber"
       "The network does not know this subscriber: the number is inactive or invalid."
       "Send nothing more to this number. Check the number with the recipient."
    ru "Неизвестный абонент"
       "Сеть не знает такого абонента: номер неактивен или неверен."
       "Больше не отправляйте сообщения на этот номер. Уточните номер у получателя."
    fr "Abonné inconnu"
       "Le réseau ne connaît pas cet abonné : le numéro est inactif ou invalide."
       "N’envoyez plus rien à ce numéro. Vérifiez le numéro auprès du destinataire.";

    10 Some(9), "Failed" "Échoué" Some(301), "unidentified subscriber, invalid number or routing" "abonné non identifié", failed(Cause::Recipient, Retry::AfterFix),
    "Unlike in row 9, the routing may be the reason, so no suppression.",
    en "Unidentified subscriber"
       "The network could not find the subscriber: the number is invalid, or the message was misrouted."
       "Check the number. If it is right, contact ClickSend's support."
    ru "Абонент не определён"
       "Сеть не нашла абонента: номер неверен, или сообщение пошло по неверному маршруту."
       "Проверьте номер. Если он верный, обратитесь в поддержку ClickSend."
    fr "Abonné non identifié"
       "Le réseau n’a pas trouvé l’abonné : numéro invalide, ou erreur de routage."
       "Vérifiez le numéro. S’il est correct, contactez l’assistance de ClickSend.";

    11 Some(10), "Failed" "Échoué" Some(301), "illegal subscriber, authentication or filtering" "abonné illégal", failed(Cause::Network, Retry::AfterFix),
    "Authentication and filtering depend on the network, not on the number: no suppression.",
    en "Illegal subscriber"
       "The network does not serve this subscriber: authentication failed, or a filter stopped the message."
       "Ask the recipient whether any SMS arrive on this network. If they do, contact ClickSend's support."
    ru "Абонент не обслуживается сетью"
       "Сеть не обслуживает абонента: не прошла аутентификация, или сообщение остановил фильтр."
       "Уточните у получателя, приходят ли вообще СМС в этой сети. Если приходят, обратитесь в поддержку ClickSend."
    fr "Abonné non autorisé"
       "Le réseau ne dessert pas cet abonné : échec d’authentification, ou filtrage du message."
       "Demandez au destinataire si des SMS lui parviennent sur ce réseau. Si c’est le cas, contactez l’assistance de ClickSend.";

    12 Some(11), "Failed" "Échoué" Some(301), "subscription, handset or network does not support SMS" "ne prenant pas en charge les SMS",
    failed(Cause::Recipient, Retry::AfterFix), "Which of the three it is only the recipient can tell, and change.",
    en "SMS not supported"
       "The recipient's contract, phone or network does not support SMS."
       "Contact the recipient in another way and ask whether SMS can be received."
    ru "СМС не поддерживаются"
       "Тариф, телефон или сеть получателя не поддерживает СМС."
       "Свяжитесь с получателем другим способом и уточните, может ли он получать СМС."
    fr "SMS non pris en charge"
       "L’abonnement, le téléphone ou le réseau du destinataire n’accepte pas les SMS."
       "Contactez le destinataire par un autre moyen et demandez-lui s’il peut recevoir des SMS.";

    13 Some(12), "Failed" "Échoué" Some(301), "absent subscriber, off or out of range over 12 hours" "abonné absent", failed(Cause::Recipient, later(AN_HOUR)),
    "Like err 6 of SMSC.ru: an hour is the first delay, to be doubled each time.",
    safeguard "Nothing ends the attempts but the caller: double the delay each time, and give up when the message is out of date. No second copy: the phone was off or out of range.",
    en "Absent subscriber"
       "The phone was switched off or out of coverage for more than 12 hours."
       "Send the message again later if it still matters: first after an hour, then at longer and longer intervals."
    ru "Абонент недоступен"
       "Телефон был выключен или вне зоны действия сети больше 12 часов."
       "Отправьте сообщение позже ещё раз, если оно ещё нужно: сначала через час, затем всё с большими перерывами."
    fr "Abonné absent"
       "Le téléphone est resté éteint ou hors réseau plus de 12 heures."
       "Renvoyez le message plus tard s’il est encore utile : d’abord après une heure, puis à intervalles de plus en plus longs.";

    14 Some(13), "Failed" "Échoué" Some(301), "memory capacity exceeded" "capacité de mémoire dépassée", failed(Cause::Handset, Retry::AfterFix), "",
    en "Phone memory full"
       "The memory of the recipient's phone is full."
       "Ask the recipient to delete some messages. Then send the message again."
    ru "Память телефона заполнена"
       "Память телефона получателя заполнена."
       "Попросите получателя удалить лишние сообщения. Затем отправьте сообщение снова."
    fr "Mémoire du téléphone pleine"
       "La mémoire du téléphone du destinataire est pleine."
       "Demandez au destinataire d’effacer des messages, puis renvoyez le message.";

    15 Some(14), "Failed" "Échoué" Some(301), "network congestion or error" "congestion", failed(Cause::Network, later(TEN_MINUTES)),
    "The page says “in some minutes”.",
    safeguard "Congestion passes, but nothing says when: double the delay each time, and give up when the message is out of date. No second copy, as far as ClickSend knows: its status is Failed.",
    en "Network congestion"
       "The network was overloaded or had a fault."
       "Send the message again after ten minutes."
    ru "Перегрузка сети"
       "Сеть была перегружена, или в ней произошёл сбой."
       "Отправьте сообщение ещё раз через десять минут."
    fr "Réseau saturé"
       "Le réseau était saturé ou en panne."
       "Renvoyez le message après dix minutes.";

    16 Some(15), "Failed" "Échoué" Some(301), "rejected by the recipient's network" "rejeté par le réseau du destinataire", failed(Cause::Network, Retry::No),
    "Like err 255 of SMSC.ru: without a reason, nothing supports a second attempt, and nothing shows that the number is invalid.",
    en "Rejected by the recipient's network"
       "The recipient's network refused the message."
       "Ask ClickSend's support for the reason."
    ru "Отклонено сетью получателя"
       "Сеть получателя не приняла сообщение."
       "Уточните причину в поддержке ClickSend."
    fr "Rejeté par le réseau du destinataire"
       "Le réseau du destinataire a refusé le message."
       "Demandez la raison à l’assistance de ClickSend.";

    17 Some(16), "Failed" "Échoué" Some(300), "temporary network error, retried by ClickSend" "erreur réseau temporaire", pending(Cause::Network),
    "The text is Failed, but ClickSend keeps trying, so it is pending; sending it again would be a duplicate.",
    en "Temporary network error"
       "The network had a temporary fault. ClickSend will send the message again by itself."
       "Wait for the next status. Do not send the message a second time."
    ru "Временная ошибка сети"
       "В сети произошёл временный сбой. ClickSend сам повторит отправку."
       "Дождитесь следующего статуса. Не отправляйте сообщение повторно."
    fr "Erreur réseau temporaire"
       "Le réseau a eu un incident passager. ClickSend réessaiera de lui-même."
       "Attendez le statut suivant. N’envoyez pas le message une seconde fois.";

    18 Some(17), "Failed" "Échoué" Some(301), "network timeout" "délai d'expiration du réseau", failed(Cause::Network, later(TEN_MINUTES)),
    "Like congestion: some minutes.",
    safeguard "Send again once only. A network that answers too late may have delivered the message, so a second copy is possible; the page advises the attempt all the same, and ClickSend counts the first as Failed.",
    en "Network timeout"
       "The network did not answer in time."
       "Send the message again after ten minutes."
    ru "Сеть не ответила вовремя"
       "Сеть не ответила в отведённое время."
       "Отправьте сообщение ещё раз через десять минут."
    fr "Délai du réseau dépassé"
       "Le réseau n’a pas répondu à temps."
       "Renvoyez le message après dix minutes.";

    19 Some(18), "Failed" "Échoué" Some(301), "network routing error" "erreur de routage réseau", failed(Cause::Network, Retry::AfterFix),
    "The page advises to check the number before the second attempt.",
    en "Network routing error"
       "The network found no route to this number."
       "Check the number and send the message again. If it fails again, contact ClickSend's support."
    ru "Ошибка маршрутизации в сети"
       "Сеть не нашла маршрута до этого номера."
       "Проверьте номер и отправьте сообщение снова. Если снова не получится, обратитесь в поддержку ClickSend."
    fr "Erreur de routage réseau"
       "Le réseau n’a pas trouvé de route vers ce numéro."
       "Vérifiez le numéro et renvoyez le message. En cas de nouvel échec, contactez l’assistance de ClickSend.";

    20 Some(19), "Failed" "Échoué" Some(301), "anti-spam rejection" "rejet anti-spam", failed(Cause::Content, Retry::AfterFix), "",
    en "Rejected as spam"
       "A spam filter stopped the message."
       "Change the text, then send the message again."
    ru "Отклонено как спам"
       "Сообщение остановил спам-фильтр."
       "Измените текст и отправьте сообщение снова."
    fr "Rejeté comme spam"
       "Un filtre anti-spam a arrêté le message."
       "Changez le texte, puis renvoyez le message.";

    21 Some(20), "Failed" "Échoué" Some(301), "delivery receipt expired" "accusé de réception a expiré", unknown_final(Cause::Network),
    "Like err 245 of SMSC.ru: ClickSend counts the message as failed and advises to try again, although only the receipt is missing. A program that follows this sends the same message twice, and pays twice; so there is no automatic retry.",
    en "Delivery receipt expired"
       "No delivery receipt came in time. ClickSend counts the message as failed, but it may have arrived all the same."
       "Do not send the message again automatically: it may have arrived. Send the message again if a second copy does no harm. If this keeps happening, contact ClickSend's support."
    ru "Отчёт о доставке не пришёл вовремя"
       "Отчёт о доставке не пришёл вовремя. ClickSend считает сообщение недоставленным, хотя оно могло дойти."
       "Не отправляйте сообщение повторно автоматически: оно могло дойти. Отправьте его ещё раз, если повтор не навредит. Если это повторяется, обратитесь в поддержку ClickSend."
    fr "Accusé de réception expiré"
       "Aucun accusé n’est arrivé à temps. ClickSend considère l’envoi comme échoué, mais le message est peut-être arrivé malgré tout."
       "Ne renvoyez pas le message automatiquement : il est peut-être arrivé. Renvoyez-le si un doublon ne gêne pas. Si cela se répète, contactez l’assistance de ClickSend.";
}
