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
       "ClickSend accepted the request and queued the message. This says nothing about delivery."
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
       "Correct the number and its country code, then send the message again."
    ru "Отклонено: неверный номер"
       "ClickSend отклонил запрос: номер получателя записан неверно."
       "Исправьте номер, укажите код страны и отправьте сообщение снова."
    fr "Refusé : numéro incorrect"
       "ClickSend a refusé la requête : le numéro du destinataire n’est pas valide tel qu’il est écrit."
       "Corrigez le numéro et son indicatif de pays, puis renvoyez le message.";

    ["INSUFFICIENT_CREDIT"], failed(Cause::Account, Retry::AfterFix), "S6", "",
    en "Refused: not enough credit"
       "The balance of the ClickSend account does not cover the message, so it was not sent."
       "Top up the ClickSend account, then send the message again."
    ru "Отклонено: не хватает денег"
       "На счёте ClickSend не хватило денег, и сообщение не отправлено."
       "Пополните счёт ClickSend и отправьте сообщение снова."
    fr "Refusé : crédit insuffisant"
       "Le solde du compte ClickSend ne couvre pas le message : il n’a pas été envoyé."
       "Rechargez le compte ClickSend, puis renvoyez le message.";

    ["COUNTRY_NOT_ENABLED"], failed(Cause::Account, Retry::AfterFix), "S6", "",
    en "Refused: country not enabled"
       "The country of this number is not enabled in the ClickSend account, so the message was not sent."
       "Enable the country in the account's settings, or ask ClickSend's support to enable it. Then send the message again."
    ru "Отклонено: страна не включена"
       "Страна этого номера не включена в аккаунте ClickSend, и сообщение не отправлено."
       "Включите страну в настройках аккаунта или попросите об этом поддержку ClickSend. Затем отправьте сообщение снова."
    fr "Refusé : pays non activé"
       "Le pays de ce numéro n’est pas activé dans le compte ClickSend : le message n’a pas été envoyé."
       "Activez le pays dans les réglages du compte, ou demandez à l’assistance de ClickSend de l’activer, puis renvoyez le message.";

    ["INVALID_SENDER_ID"], failed(Cause::Sender, Retry::AfterFix), "S6", "",
    en "Refused: invalid sender ID"
       "The sender name is not allowed: a name with letters has at most 11 characters and no spaces."
       "Correct the sender name, or register it if the country requires that. Then send the message again."
    ru "Отклонено: неверное имя отправителя"
       "Такое имя отправителя недопустимо: буквенное имя должно быть не длиннее 11 символов и без пробелов."
       "Исправьте имя отправителя или зарегистрируйте его, если этого требует страна. Затем отправьте сообщение снова."
    fr "Refusé : expéditeur incorrect"
       "Ce nom d’expéditeur n’est pas autorisé : un nom en lettres a au plus 11 caractères et aucun espace."
       "Corrigez le nom d’expéditeur, ou enregistrez-le si le pays l’exige, puis renvoyez le message.";

    ["MISSING_REQUIRED_FIELDS"], failed(Cause::Request, Retry::AfterFix), "S6", "",
    en "Refused: fields are missing"
       "Required fields of the request are missing, so nothing was sent."
       "Compare the request with ClickSend's documentation, add the missing fields, then send the message again."
    ru "Отклонено: нет нужных полей"
       "В запросе нет обязательных полей, и ничего не отправлено."
       "Сверьте запрос с документацией ClickSend, добавьте недостающие поля и отправьте сообщение снова."
    fr "Refusé : champs manquants"
       "Des champs obligatoires manquent dans la requête : rien n’a été envoyé."
       "Comparez la requête à la documentation de ClickSend, ajoutez les champs manquants, puis renvoyez le message.";

    ["EMPTY_MESSAGE"], failed(Cause::Request, Retry::AfterFix), "S6", "",
    en "Refused: empty message"
       "The text of the message is empty, so nothing was sent."
       "Find out why the text is empty, then send the message again."
    ru "Отклонено: пустое сообщение"
       "Текст сообщения пуст, и ничего не отправлено."
       "Выясните, почему текст пуст, и отправьте сообщение снова."
    fr "Refusé : message vide"
       "Le texte du message est vide : rien n’a été envoyé."
       "Cherchez pourquoi le texte est vide, puis renvoyez le message.";

    ["THROTTLED"], not_known_yet(Cause::Request, Retry::No), "S6" judgement,
    "The first of two equal messages was accepted: a program that repeats the second one sends the text twice.",
    en "Refused: the same message again"
       "The same text went to the same number moments ago, so ClickSend refused this copy. The first copy was accepted."
       "Look for the first message in the history before you send another copy."
    ru "Отклонено: повтор сообщения"
       "Тот же текст только что отправили на тот же номер, и ClickSend отклонил эту копию. Первая копия принята."
       "Прежде чем отправлять сообщение снова, поищите первую копию в истории."
    fr "Refusé : message répété"
       "Le même texte vient de partir vers le même numéro : ClickSend a refusé cette copie. La première copie a été acceptée."
       "Cherchez le premier message dans l’historique avant de renvoyer une copie.";

    ["TOO_MANY_RECIPIENTS"], failed(Cause::Request, Retry::AfterFix), "S6", "",
    en "Refused: too many recipients"
       "The request has more recipients than ClickSend accepts at once, so nothing was sent."
       "Divide the recipients among several requests."
    ru "Отклонено: слишком много получателей"
       "В запросе больше получателей, чем ClickSend принимает за один раз, и ничего не отправлено."
       "Разделите получателей на несколько запросов."
    fr "Refusé : trop de destinataires"
       "La requête a plus de destinataires que ClickSend n’en accepte à la fois : rien n’a été envoyé."
       "Répartissez les destinataires sur plusieurs requêtes.";

    ["INVALID_SCHEDULE"], failed(Cause::Request, Retry::AfterFix), "S6", "",
    en "Refused: invalid schedule"
       "The time of sending is not a Unix timestamp, so nothing was sent."
       "Write the time as seconds since 1970, for example 1429170372, then send the message again."
    ru "Отклонено: неверное время отправки"
       "Время отправки задано не в формате Unix, и ничего не отправлено."
       "Задайте время в секундах с 1970 года, например 1429170372, и отправьте сообщение снова."
    fr "Refusé : horaire incorrect"
       "L’heure d’envoi n’est pas un horodatage Unix : rien n’a été envoyé."
       "Indiquez l’heure en secondes depuis 1970, par exemple 1429170372, puis renvoyez le message.";

    ["MISSING_CREDENTIALS" "INVALID_CREDENTIALS" "ACCOUNT_NOT_ACTIVATED"], failed(Cause::Account, Retry::AfterFix), "S6", "",
    en "Refused: login failed"
       "The user name or the API key is missing or wrong, or the account is not activated, so nothing was sent."
       "Check the user name and the API key, and make sure that the account is active."
    ru "Отклонено: ошибка входа"
       "Имя пользователя или ключ API не указаны или неверны, либо аккаунт не активирован; ничего не отправлено."
       "Проверьте имя пользователя и ключ API и убедитесь, что аккаунт активен."
    fr "Refusé : échec de l’identification"
       "Le nom d’utilisateur ou la clé d’API manque ou est incorrect, ou le compte n’est pas activé : rien n’a été envoyé."
       "Vérifiez le nom d’utilisateur et la clé d’API, et assurez-vous que le compte est actif.";

    ["REGISTRATION_NEEDED" "NOT_ENOUGH_PERMISSION_TO_LIST_ID"], failed(Cause::Account, Retry::AfterFix), "S6", "",
    en "Refused: not permitted"
       "The account is not permitted to send this message: a registration is needed, or the account has no access to the list of contacts. Nothing was sent."
       "Complete the registration, or ask the owner of the account for access to the list."
    ru "Отклонено: нет прав"
       "Аккаунту нельзя отправлять это сообщение: нужна регистрация, или нет доступа к списку контактов. Ничего не отправлено."
       "Завершите регистрацию или попросите доступ к списку у владельца аккаунта."
    fr "Refusé : non autorisé"
       "Le compte n’est pas autorisé à envoyer ce message : un enregistrement est nécessaire, ou le compte n’a pas accès à la liste de contacts. Rien n’a été envoyé."
       "Terminez l’enregistrement, ou demandez l’accès à la liste au propriétaire du compte.";

    ["ALREADY_EXISTS" "INVALID_LANG" "INVALID_VOICE" "SUBJECT_REQUIRED" "INVALID_MEDIA_FILE"],
    failed(Cause::Request, Retry::AfterFix), "S6", "",
    en "Refused: a field is wrong"
       "A field of the request is wrong: the language or voice of a call, the subject or file of an MMS, or an object that exists already. Nothing was sent."
       "Correct the field that the code names, then send the message again."
    ru "Отклонено: ошибка в поле"
       "Одно из полей запроса неверно: язык или голос звонка, тема или файл MMS; возможно также, что такой объект уже есть. Ничего не отправлено."
       "Исправьте поле, на которое указывает код, и отправьте сообщение снова."
    fr "Refusé : un champ est incorrect"
       "Un champ de la requête est incorrect : la langue ou la voix d’un appel, le sujet ou le fichier d’un MMS, ou un objet qui existe déjà. Rien n’a été envoyé."
       "Corrigez le champ indiqué par le code, puis renvoyez le message.";

    ["INTERNAL_ERROR" "SOMETHING_IS_WRONG"], not_known_yet(Cause::Service, Retry::No), "S6" judgement,
    "The code does not say whether the message was accepted before the error, so a program that repeats the request may send it twice.",
    en "Error at ClickSend"
       "An error occurred at ClickSend. It is not known whether the message was accepted."
       "Look for the message in the history before you send it again. If the error happens again, contact ClickSend's support."
    ru "Ошибка на стороне ClickSend"
       "На стороне ClickSend произошла ошибка. Принято ли сообщение, неизвестно."
       "Прежде чем отправлять сообщение снова, поищите его в истории. Если ошибка повторится, обратитесь в поддержку ClickSend."
    fr "Erreur chez ClickSend"
       "Une erreur s’est produite chez ClickSend. On ne sait pas si le message a été accepté."
       "Cherchez le message dans l’historique avant de le renvoyer. Si l’erreur se répète, contactez l’assistance de ClickSend.";

    ["OPT-OUT" "OPTED_OUT" "OPT_OUT_LIST" "UNSUBSCRIBED"], suppressing(Channel::Phone, failed(Cause::Recipient, Retry::No)), "S2" judgement,
    "ClickSend's help moves a recipient who replies STOP or follows the link to the opt-out list. Its documentation has no code for it; the word itself says that the recipient opted out.",
    safeguard "The word says it: the recipient asked for no more messages.",
    en "Opted out"
       "The recipient asked for no more messages and is on the opt-out list."
       "Send nothing more to this recipient. Only the recipient can cancel the opt-out."
    ru "Отписался"
       "Получатель отказался от сообщений и находится в списке отписавшихся."
       "Больше не отправляйте сообщения этому получателю. Отменить отписку может только сам получатель."
    fr "Désabonné"
       "Le destinataire a demandé à ne plus recevoir de messages et figure dans la liste de désabonnement."
       "N’envoyez plus rien à ce destinataire. Lui seul peut annuler son désabonnement.";

    ["Completed"], not_known_yet(Cause::None, Retry::No), "S6" judgement,
    "ClickSend's lists do not say that a completed message was delivered; messages to test numbers are completed without a code.",
    en "Completed"
       "ClickSend has finished with the message. The status code beside this word tells whether the message reached the phone: 201 means “delivered”."
       "Look for the status code in the receipt or in the history."
    ru "Завершено"
       "ClickSend завершил обработку сообщения. Дошло ли сообщение до телефона, показывает код статуса рядом: 201 означает «доставлено»."
       "Найдите код статуса в отчёте или в истории."
    fr "Terminé"
       "ClickSend a terminé le traitement du message. Le code de statut indique si le message a atteint le téléphone : 201 signifie « livré »."
       "Cherchez le code de statut dans l’accusé ou dans l’historique.";

    ["Received"], unknown_final(Cause::None), "S6" judgement,
    "The history marks incoming messages with this word.",
    en "Incoming message"
       "The entry is about an incoming message that somebody sent to you."
       "Nothing needs to be done about delivery. Outgoing messages are the entries with the direction “out”."
    ru "Входящее сообщение"
       "Это запись о входящем сообщении, которое отправили вам."
       "По доставке ничего делать не нужно. Исходящие сообщения ищите в записях с направлением «out»."
    fr "Message entrant"
       "L’entrée concerne un message entrant que vous avez reçu."
       "Il n’y a rien à faire pour la livraison. Cherchez les messages sortants dans les entrées dont la direction est « out ».";

    ["Undelivered"], failed(Cause::None, Retry::No), "S6" judgement,
    "The word says that the message did not arrive and names no reason, so nothing more may be concluded.",
    en "Not delivered"
       "The message did not arrive. The reason is in the error code or the error text, if there is one."
       "Look for the error code in the receipt, and look up the code together with the status code."
    ru "Не доставлено"
       "Сообщение не дошло. Причина указана в коде или тексте ошибки, если они есть."
       "Найдите код ошибки в отчёте и узнайте его значение вместе с кодом статуса."
    fr "Non livré"
       "Le message n’est pas arrivé. La raison figure dans le code ou le texte d’erreur, s’il y en a un."
       "Cherchez le code d’erreur dans l’accusé, et consultez sa signification avec celle du code de statut.";
}

/// The outcome of a receipt in which nothing is known.
pub(super) const UNKNOWN: Outcome = Outcome {
    title: Localized {
        en: "Unknown ClickSend status", ru: "Неизвестный статус ClickSend", fr: "Statut ClickSend inconnu"
    },
    explanation: Localized {
        en: "Neither the status nor a code or text of the receipt is in ClickSend's lists. What became of the message is not known.",
        ru: "Ни статуса, ни кода, ни текста этого отчёта нет в списках ClickSend. Что стало с сообщением, неизвестно.",
        fr: "Ni le statut, ni les codes, ni le texte de l’accusé ne figurent dans les listes de ClickSend. On ne sait pas ce qu’est devenu le message.",
    },
    advice: Localized {
        en: "Do not send the message again automatically. Ask ClickSend's support what the values of the receipt mean.",
        ru: "Не отправляйте сообщение снова автоматически. Уточните в поддержке ClickSend, что означают значения отчёта.",
        fr: "Ne renvoyez pas le message automatiquement. Demandez à l’assistance de ClickSend ce que signifient les valeurs de l’accusé.",
    },
    source: "S2 S4 S6",
    is_judgement: true,
    reason: "Neither delivered nor failed may be guessed.",
    ..not_known_yet(Cause::None, Retry::No)
};
