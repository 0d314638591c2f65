//! ClickSend's codes at the time of sending (S6), and the words of receipts and history entries that
//! are not in its list of statuses. The codes are wire data; the texts are this project's.

use crate::outcome::{Cause, Channel, Localized, Outcome, Retry};
use crate::tables::{failed, is_judgement, not_known_yet, pending, suppressing, unknown_final};

/// A word that ClickSend uses instead of a status of its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Word {
    /// The spellings, the usual one first.
    pub texts: &'static [&'static str],
    /// The outcome that the word means.
    pub outcome: Outcome,
}

/// Defines the words: for each its spellings, outcome, source, `judgement` if the source leaves room
/// for interpretation, the reason for the decision, the safeguard if it needs one, and the title,
/// explanation and advice in each language.
macro_rules! words {
    ($(
        [$($text:literal)+], $outcome:expr, $source:literal $($judgement:ident)?, $reason:literal,
        $(safeguard $safeguard:literal,)?
        en $title_en:literal $en:literal $en_advice:literal
        ru $title_ru:literal $ru:literal $ru_advice:literal
        fr $title_fr:literal $fr:literal $fr_advice:literal;
    )*) => {
        /// ClickSend's codes and words outside of its list of statuses.
        pub const WORDS: &[Word] = &[$(Word {
            texts: &[$($text),+],
            outcome: Outcome {
                title: Localized { en: $title_en, ru: $title_ru, fr: $title_fr },
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

words! {
    ["SUCCESS"], pending(Cause::None), "S6", "",
    en "Accepted for sending"
       "ClickSend accepted the request and queued the message. This says nothing about its delivery."
       "Wait for the delivery receipt, or look at the history."
    ru "Принято к отправке"
       "ClickSend принял запрос и поставил сообщение в очередь. О доставке это ничего не говорит."
       "Дождитесь отчёта о доставке или посмотрите историю."
    fr "Accepté pour l’envoi"
       "ClickSend a accepté la requête et mis le message en file d’attente. Cela ne dit rien de la livraison."
       "Attendez l’accusé de réception, ou consultez l’historique.";

    ["INVALID_RECIPIENT" "INVALID_NUMBER"], failed(Cause::Request, Retry::AfterFix), "S6" judgement,
    "The request was refused because of how the number is written. That does not show that the person has no number, so it is no reason to stop writing.",
    en "Refused: invalid number"
       "ClickSend refused the request: the number of the recipient is not valid as it is written."
       "Correct the number, with its country code, and send again."
    ru "Отклонено: неверный номер"
       "ClickSend отклонил запрос: номер получателя записан неверно."
       "Исправьте номер, укажите код страны и отправьте снова."
    fr "Refusé : numéro incorrect"
       "ClickSend a refusé la requête : le numéro du destinataire n’est pas valable tel qu’il est écrit."
       "Corrigez le numéro, avec l’indicatif du pays, puis renvoyez.";

    ["INSUFFICIENT_CREDIT"], failed(Cause::Account, Retry::AfterFix), "S6", "",
    en "Refused: not enough credit"
       "The balance of the ClickSend account does not cover the message, so it was not sent."
       "Top up the account, then send again."
    ru "Отклонено: не хватает средств"
       "На счёте ClickSend не хватает средств, и сообщение не отправлено."
       "Пополните счёт и отправьте снова."
    fr "Refusé : crédit insuffisant"
       "Le solde du compte ClickSend ne couvre pas le message : il n’a pas été envoyé."
       "Rechargez le compte, puis renvoyez.";

    ["COUNTRY_NOT_ENABLED"], failed(Cause::Account, Retry::AfterFix), "S6", "",
    en "Refused: country not enabled"
       "The country of this number is not enabled in the ClickSend account, so the message was not sent."
       "Enable the country in the account's settings, or ask ClickSend's support to do so, then send again."
    ru "Отклонено: страна не включена"
       "Страна этого номера не включена в аккаунте ClickSend, и сообщение не отправлено."
       "Включите страну в настройках аккаунта или попросите об этом поддержку ClickSend и отправьте снова."
    fr "Refusé : pays non activé"
       "Le pays de ce numéro n’est pas activé dans le compte ClickSend : le message n’a pas été envoyé."
       "Activez le pays dans les réglages du compte, ou demandez-le à l’assistance de ClickSend, puis renvoyez.";

    ["INVALID_SENDER_ID"], failed(Cause::Sender, Retry::AfterFix), "S6", "",
    en "Refused: invalid sender ID"
       "The sender ID is not allowed: one of letters has at most 11 characters and no spaces."
       "Correct the sender ID, or register it where the country requires that, then send again."
    ru "Отклонено: неверное имя отправителя"
       "Такое имя отправителя недопустимо: буквенное имя не длиннее 11 символов и без пробелов."
       "Исправьте имя отправителя или зарегистрируйте его, если этого требует страна, и отправьте снова."
    fr "Refusé : expéditeur incorrect"
       "Ce nom d’expéditeur n’est pas permis : en lettres, il a au plus 11 caractères et pas d’espace."
       "Corrigez le nom d’expéditeur, ou enregistrez-le si le pays l’exige, puis renvoyez.";

    ["MISSING_REQUIRED_FIELDS"], failed(Cause::Request, Retry::AfterFix), "S6", "",
    en "Refused: fields are missing"
       "Required fields of the request are missing, so nothing was sent."
       "Compare the request with ClickSend's documentation, add what is missing, and send again."
    ru "Отклонено: нет нужных полей"
       "В запросе нет обязательных полей, и ничего не отправлено."
       "Сверьте запрос с документацией ClickSend, добавьте недостающее и отправьте снова."
    fr "Refusé : champs manquants"
       "Des champs obligatoires manquent dans la requête : rien n’a été envoyé."
       "Comparez la requête à la documentation de ClickSend, ajoutez ce qui manque, puis renvoyez.";

    ["EMPTY_MESSAGE"], failed(Cause::Request, Retry::AfterFix), "S6", "",
    en "Refused: empty message"
       "The text of the message is empty, so nothing was sent."
       "Find out why the text is empty, then send again."
    ru "Отклонено: пустое сообщение"
       "Текст сообщения пуст, и ничего не отправлено."
       "Выясните, почему текст пуст, и отправьте снова."
    fr "Refusé : message vide"
       "Le texte du message est vide : rien n’a été envoyé."
       "Cherchez pourquoi le texte est vide, puis renvoyez.";

    ["THROTTLED"], not_known_yet(Cause::Request, Retry::No), "S6" judgement,
    "The first of two equal messages was accepted: a program that repeats the second one sends the text twice.",
    en "Refused: the same message again"
       "The same text went to the same number moments ago, so ClickSend refused this copy. The first one was accepted."
       "Look for the first message in the history before you send again."
    ru "Отклонено: повтор сообщения"
       "Тот же текст только что отправили на тот же номер, и ClickSend отклонил эту копию. Первая принята."
       "Прежде чем отправлять снова, найдите первое сообщение в истории."
    fr "Refusé : message répété"
       "Le même texte vient de partir vers le même numéro : ClickSend a refusé cette copie. La première a été acceptée."
       "Cherchez le premier message dans l’historique avant de renvoyer.";

    ["TOO_MANY_RECIPIENTS"], failed(Cause::Request, Retry::AfterFix), "S6", "",
    en "Refused: too many recipients"
       "The request has more recipients than ClickSend accepts at once, so nothing was sent."
       "Divide the recipients among several requests."
    ru "Отклонено: слишком много получателей"
       "В запросе больше получателей, чем ClickSend принимает за раз, и ничего не отправлено."
       "Разделите получателей на несколько запросов."
    fr "Refusé : trop de destinataires"
       "La requête a plus de destinataires que ClickSend n’en accepte à la fois : rien n’a été envoyé."
       "Répartissez les destinataires sur plusieurs requêtes.";

    ["INVALID_SCHEDULE"], failed(Cause::Request, Retry::AfterFix), "S6", "",
    en "Refused: invalid schedule"
       "The time of sending is not a Unix timestamp, so nothing was sent."
       "Write the time as seconds since 1970, for example 1429170372, then send again."
    ru "Отклонено: неверное время"
       "Время отправки задано не меткой Unix, и ничего не отправлено."
       "Задайте время в секундах с 1970 года, например 1429170372, и отправьте снова."
    fr "Refusé : horaire incorrect"
       "L’heure d’envoi n’est pas un horodatage Unix : rien n’a été envoyé."
       "Écrivez l’heure en secondes depuis 1970, par exemple 1429170372, puis renvoyez.";

    ["MISSING_CREDENTIALS" "INVALID_CREDENTIALS" "ACCOUNT_NOT_ACTIVATED"], failed(Cause::Account, Retry::AfterFix), "S6", "",
    en "Refused: the login"
       "The user name or the API key is missing or wrong, or the account is not activated, so nothing was sent."
       "Check the user name, the API key and whether the account is active."
    ru "Отклонено: вход"
       "Имя пользователя или ключ API не указаны или неверны, либо аккаунт не активирован; ничего не отправлено."
       "Проверьте имя пользователя, ключ API и активен ли аккаунт."
    fr "Refusé : l’identification"
       "Le nom d’utilisateur ou la clé d’API manque ou est faux, ou le compte n’est pas activé : rien n’a été envoyé."
       "Vérifiez le nom d’utilisateur, la clé d’API, et si le compte est actif.";

    ["REGISTRATION_NEEDED" "NOT_ENOUGH_PERMISSION_TO_LIST_ID"], failed(Cause::Account, Retry::AfterFix), "S6", "",
    en "Refused: not permitted"
       "The account may not send this: a registration is needed, or it has no right to the list of contacts. Nothing was sent."
       "Complete the registration, or ask the owner of the account for the right."
    ru "Отклонено: нет права"
       "Аккаунту это отправлять нельзя: нужна регистрация, или нет права на список контактов. Ничего не отправлено."
       "Завершите регистрацию или попросите право у владельца аккаунта."
    fr "Refusé : non autorisé"
       "Le compte n’a pas le droit d’envoyer cela : un enregistrement est nécessaire, ou la liste de contacts lui est fermée. Rien n’a été envoyé."
       "Terminez l’enregistrement, ou demandez le droit au propriétaire du compte.";

    ["ALREADY_EXISTS" "INVALID_LANG" "INVALID_VOICE" "SUBJECT_REQUIRED" "INVALID_MEDIA_FILE"],
    failed(Cause::Request, Retry::AfterFix), "S6", "",
    en "Refused: a field is wrong"
       "A field of the request is wrong: the language or voice of a call, the subject or file of an MMS, or something that exists already. Nothing was sent."
       "Correct the field that the code names, then send again."
    ru "Отклонено: ошибка в поле"
       "В запросе неверно одно из полей: язык или голос звонка, тема или файл MMS, или такой объект уже есть. Ничего не отправлено."
       "Исправьте поле, которое называет код, и отправьте снова."
    fr "Refusé : un champ est faux"
       "Un champ de la requête est faux : la langue ou la voix d’un appel, le sujet ou le fichier d’un MMS, ou un objet qui existe déjà. Rien n’a été envoyé."
       "Corrigez le champ que nomme le code, puis renvoyez.";

    ["INTERNAL_ERROR" "SOMETHING_IS_WRONG"], not_known_yet(Cause::Service, Retry::No), "S6" judgement,
    "The code does not say whether the message was accepted before the error, so a program that repeats the request may send it twice.",
    en "An error at ClickSend"
       "Something went wrong at ClickSend. Whether the message was accepted is not known."
       "Look for the message in the history before you send again. If it happens again, ask ClickSend's support."
    ru "Ошибка в ClickSend"
       "В ClickSend произошла ошибка. Принято ли сообщение, неизвестно."
       "Прежде чем отправлять снова, поищите сообщение в истории. Если ошибка повторится, обратитесь в поддержку ClickSend."
    fr "Une erreur chez ClickSend"
       "Une erreur s’est produite chez ClickSend. On ne sait pas si le message a été accepté."
       "Cherchez le message dans l’historique avant de renvoyer. Si cela se répète, contactez l’assistance de ClickSend.";

    ["OPT-OUT" "OPTED_OUT" "OPT_OUT_LIST" "UNSUBSCRIBED"], suppressing(Channel::Phone, failed(Cause::Recipient, Retry::No)), "S2" judgement,
    "ClickSend's help moves a recipient who replies STOP or follows the link to the opt-out list. Its documentation has no code for it; the word itself says that the recipient opted out.",
    safeguard "The word says it: the recipient asked for no more messages.",
    en "Opted out"
       "The recipient asked for no more messages and is in the opt-out list."
       "Stop writing. Only the recipient can lift this."
    ru "Отписался"
       "Получатель попросил больше не писать и находится в списке отписавшихся."
       "Больше не пишите. Отменить это может только сам получатель."
    fr "Désabonné"
       "Le destinataire a demandé à ne plus recevoir de messages et figure dans la liste de désabonnement."
       "Cessez d’écrire. Seul le destinataire peut lever cela.";

    ["Completed"], not_known_yet(Cause::None, Retry::No), "S6" judgement,
    "ClickSend's lists do not say that a completed message was delivered; messages to test numbers are completed without a code.",
    en "Completed"
       "ClickSend has finished with the message. Whether it reached the phone is in the status code beside it: 201 is delivered."
       "Look for the status code in the receipt or in the history."
    ru "Завершено"
       "ClickSend закончил работу с сообщением. Дошло ли оно до телефона, говорит код статуса рядом: 201 значит «доставлено»."
       "Найдите код статуса в отчёте или в истории."
    fr "Terminé"
       "ClickSend en a fini avec le message. S’il a atteint le téléphone se lit dans le code de statut à côté : 201, c’est livré."
       "Cherchez le code de statut dans l’accusé ou dans l’historique.";

    ["Received"], unknown_final(Cause::None), "S6" judgement,
    "The history marks incoming messages with this word.",
    en "Received from outside"
       "The entry is about an incoming message: somebody wrote to you."
       "Nothing needs to be done about delivery. Look for outgoing messages in the entries of direction out."
    ru "Входящее сообщение"
       "Запись о входящем сообщении: кто-то написал вам."
       "С доставкой делать ничего не нужно. Исходящие сообщения ищите в записях с направлением out."
    fr "Message entrant"
       "L’entrée concerne un message entrant : quelqu’un vous a écrit."
       "Il n’y a rien à faire pour la livraison. Cherchez les messages sortants dans les entrées de direction out.";

    ["Undelivered"], failed(Cause::None, Retry::No), "S6" judgement,
    "The word says that the message did not arrive and names no reason, so nothing more may be concluded.",
    en "Not delivered"
       "The message did not arrive. The reason is in the error code or the text beside it, if there is one."
       "Look for the error code in the receipt, and explain it together with the status code."
    ru "Не доставлено"
       "Сообщение не дошло. Причина в коде ошибки или тексте рядом, если они есть."
       "Найдите код ошибки в отчёте и узнайте его значение вместе с кодом статуса."
    fr "Non livré"
       "Le message n’est pas arrivé. La raison est dans le code d’erreur ou le texte à côté, s’il y en a un."
       "Cherchez le code d’erreur dans l’accusé et expliquez-le avec le code de statut.";
}

/// The outcome of a receipt in which nothing is known.
pub(super) const UNKNOWN: Outcome = Outcome {
    title: Localized {
        en: "Unknown ClickSend status", ru: "Неизвестный статус ClickSend", fr: "Statut ClickSend inconnu"
    },
    explanation: Localized {
        en: "Neither the status nor a code or text of the receipt is in ClickSend's lists. What became of the message is not known.",
        ru: "Ни статуса, ни кода, ни текста этого отчёта нет в списках ClickSend. Что стало с сообщением, неизвестно.",
        fr: "Ni le statut, ni un code, ni le texte de l’accusé ne figure dans les listes de ClickSend. On ne sait pas ce qu’est devenu le message.",
    },
    advice: Localized {
        en: "Do not send again by program. Ask ClickSend's support what the values mean.",
        ru: "Не отправляйте снова программой. Узнайте значения у поддержки ClickSend.",
        fr: "Ne renvoyez pas par programme. Demandez le sens des valeurs à l’assistance de ClickSend.",
    },
    source: "S2 S4 S6",
    is_judgement: true,
    reason: "Neither delivered nor failed may be guessed.",
    ..not_known_yet(Cause::None, Retry::No)
};
