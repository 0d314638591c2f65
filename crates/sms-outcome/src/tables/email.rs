//! The outcomes of err of e-mail: some of the numbers are those of phones, with other meanings.

use smsc_proto::{ErrCode, ErrScope};

use super::{A_DAY, AN_HOUR, delivered, failed, later, rows, suppressing, unknown_final};
use crate::outcome::{Cause, Channel, Retry};

rows! {
    ErrCode::table(ErrScope::Email);

    0 "Aucune erreur", delivered(), "S1",
    "This row is never used: err 0 gives no reason, so the row of the status is used.",
    en "There was no error."
       "Nothing needs to be done."
    ru "Ошибки не было."
       "Ничего делать не нужно."
    fr "Il n’y a pas eu d’erreur."
       "Il n’y a rien à faire.";

    1 "Destinataire inexistant", suppressing(Channel::Email, failed(Cause::Recipient, Retry::No)), "S1" judgement,
    "Nobody has this address, as nobody has the number of err 1 of an SMS, for which GetCourse unsubscribes; and mail services rate a sender lower for messages to such addresses.",
    safeguard "S1: the addressee does not exist.",
    en "The mail server has no such address."
       "Send nothing more to this address. Ask the recipient for the right address."
    ru "На почтовом сервере нет такого адресата."
       "Больше не отправляйте письма на этот адрес. Уточните у получателя правильный адрес."
    fr "Le serveur de messagerie ne connaît pas cette adresse."
       "N’envoyez plus rien à cette adresse. Demandez au destinataire son adresse exacte.";

    2 "Boîte aux lettres pleine", failed(Cause::Recipient, later(A_DAY)), "S1" judgement,
    "A mailbox in use is emptied within a day or so; if it is still full after a few days, it is not in use.",
    safeguard "Nothing ends the attempts but the caller: give up after a few days. No second copy: the mail server refused the message.",
    en "The mailbox is full, so the mail server refused the e-mail."
       "Send the e-mail again the next day. If the mailbox stays full, contact the recipient in another way."
    ru "Почтовый ящик переполнен, и почтовый сервер не принял письмо."
       "Отправьте письмо снова на следующий день. Если ящик останется переполненным, свяжитесь с получателем другим способом."
    fr "La boîte aux lettres est pleine : le serveur de messagerie a refusé l’e-mail."
       "Renvoyez l’e-mail le lendemain. Si la boîte aux lettres reste pleine, contactez le destinataire par un autre moyen.";

    3 "Serveur du destinataire introuvable", failed(Cause::Recipient, Retry::AfterFix), "S1" judgement,
    "Usually a typing error in the address; but a domain can also be unavailable for a day, so no suppression.",
    en "The domain, that is, the part of the address after the @, was not found."
       "Check the address for typing errors, then send the e-mail again to the corrected address."
    ru "Домен, то есть часть адреса после @, не найден."
       "Проверьте, нет ли в адресе опечатки, и отправьте письмо снова на исправленный адрес."
    fr "Le domaine, c’est-à-dire la partie de l’adresse après le @, est introuvable."
       "Vérifiez que l’adresse ne contient pas de faute de frappe, puis renvoyez l’e-mail à l’adresse corrigée.";

    4 "Boîte aux lettres bloquée", failed(Cause::Recipient, Retry::AfterFix), "S1" judgement,
    "Like a blocked subscriber: the owner can have it unblocked, so no suppression.",
    en "The mailbox is blocked."
       "Contact the recipient in another way, or ask for another address."
    ru "Почтовый ящик заблокирован."
       "Свяжитесь с получателем другим способом или попросите у получателя другой адрес."
    fr "La boîte aux lettres est bloquée."
       "Contactez le destinataire par un autre moyen, ou demandez-lui une autre adresse.";

    239 "Adresse IP interdite", failed(Cause::Account, Retry::AfterFix), "S1", "",
    en "The request came from an IP address that is not in the client's list, or from a new address that was never used before for sending or logging in."
       "Add the IP address to the list of allowed addresses in the account's settings. Then send the e-mail again."
    ru "Запрос пришёл с IP-адреса, которого нет в списке клиента, или с нового адреса, с которого раньше не отправляли сообщений и не входили в аккаунт."
       "Добавьте IP-адрес в список разрешённых в настройках аккаунта. Затем отправьте письмо снова."
    fr "La requête venait d’une adresse IP absente de la liste du client, ou d’une nouvelle adresse jamais utilisée pour envoyer ou se connecter."
       "Ajoutez l’adresse IP à la liste des adresses autorisées dans les réglages du compte, puis renvoyez l’e-mail.";

    245 "Aucun statut reçu", unknown_final(Cause::Network), "S1" judgement,
    "Whether it arrived cannot be determined: it has not failed, and the recipient may get the same text twice if it is sent again.",
    en "The mail server sent no status within 24 hours. It is not known whether the e-mail arrived."
       "Do not send the e-mail again automatically: it may have arrived. If the e-mail is important, ask the recipient whether it arrived."
    ru "Почтовый сервер за сутки не прислал статуса. Неизвестно, дошло ли письмо."
       "Не отправляйте письмо повторно автоматически: оно могло дойти. Если письмо важное, уточните у получателя, дошло ли оно."
    fr "Le serveur de messagerie n’a envoyé aucun statut en 24 heures. On ne sait pas si l’e-mail est arrivé."
       "Ne renvoyez pas l’e-mail automatiquement : il est peut-être arrivé. S’il est important, demandez au destinataire s’il l’a reçu.";

    248 "Aucune route", failed(Cause::Service, Retry::AfterFix), "S1" judgement,
    "As for SMS: the gateway is the provider's, and the provider's support knows.",
    en "The provider has no e-mail gateway for this address and text."
       "Check the address. If it is right, contact the provider's support."
    ru "У провайдера нет почтового шлюза для этого адреса и текста."
       "Проверьте адрес. Если он верный, обратитесь в поддержку провайдера."
    fr "Le prestataire n’a pas de passerelle e-mail pour cette adresse et ce texte."
       "Vérifiez l’adresse. Si elle est correcte, contactez l’assistance du prestataire.";

    249 "Format d’adresse incorrect", suppressing(Channel::Email, failed(Cause::Recipient, Retry::No)), "S1" judgement,
    "As for SMS, where GetCourse unsubscribes: an invalid address can never receive a message.",
    safeguard "S1: the format is wrong, so there is no such address.",
    en "The e-mail address is malformed."
       "Send nothing to this address until it has been corrected. Ask the recipient for the right address."
    ru "Адрес электронной почты записан с ошибкой."
       "Не отправляйте письма на этот адрес, пока его не исправят. Уточните у получателя правильный адрес."
    fr "L’adresse e-mail est mal formée."
       "N’envoyez plus rien à cette adresse tant qu’elle n’est pas corrigée. Demandez au destinataire son adresse exacte.";

    252 "Adresse e-mail interdite", failed(Cause::Recipient, Retry::No), "S1" judgement,
    "No suppression: the provider's black list is not the person's wish, and its support can remove the address from the list.",
    en "The provider does not send e-mails to this address; the address may be on a black list."
       "Ask the provider's support for the reason, or ask the recipient for another address."
    ru "Провайдер не отправляет письма на этот адрес; возможно, адрес в чёрном списке."
       "Уточните причину в поддержке провайдера или попросите у получателя другой адрес."
    fr "Le prestataire n’envoie pas d’e-mails à cette adresse, qui est peut-être sur une liste noire."
       "Demandez la raison à l’assistance du prestataire, ou une autre adresse au destinataire.";

    253 "Bloqué par le filtre anti-spam", failed(Cause::Content, Retry::AfterFix), "S1" judgement,
    "The source names the text first; the sender is the other reason, and the advice includes both.",
    en "The spam filter stopped the e-mail: the text has insults, obscene words or calls to send paid SMS, or the sender name belongs to somebody else."
       "Change the text. As the sender, do not use the recipient's address, or other people's sites, companies or authorities."
    ru "Письмо остановил спам-фильтр: в нём есть брань, оскорбления, призывы отправить платное СМС или чужое имя отправителя."
       "Измените текст. Не указывайте в качестве отправителя адрес получателя, чужие сайты, компании и ведомства."
    fr "Le filtre anti-spam a arrêté l’e-mail : insultes ou obscénités, incitation à envoyer des SMS payants, ou expéditeur usurpé."
       "Changez le texte. N’utilisez pas comme expéditeur l’adresse du destinataire, ni celle d’un tiers : site, société ou administration.";

    254 "Expéditeur non enregistré", failed(Cause::Sender, Retry::AfterFix), "S1", "",
    en "The sender's address is not registered."
       "Register the sender's address with the provider, or send from a registered address."
    ru "Адрес отправителя не зарегистрирован."
       "Зарегистрируйте адрес отправителя у провайдера или отправляйте с зарегистрированного адреса."
    fr "L’adresse de l’expéditeur n’est pas enregistrée."
       "Enregistrez l’adresse de l’expéditeur chez le prestataire, ou utilisez une adresse déjà enregistrée.";

    255 "Rejeté par le serveur du destinataire", failed(Cause::Network, later(AN_HOUR)), "S1" judgement,
    "The page's own example is an internal error of that server, which passes; hence a retry, unlike 255 of an SMS.",
    safeguard "The refusal may be permanent, so send again once only. No second copy: the mail server refused the message.",
    en "The recipient's mail server refused the e-mail, for example because of an internal error."
       "Send the e-mail again after an hour. If it is refused again, contact the recipient in another way."
    ru "Почтовый сервер получателя отклонил письмо, например из-за внутренней ошибки."
       "Отправьте письмо ещё раз через час. Если его снова отклонят, свяжитесь с получателем другим способом."
    fr "Le serveur de messagerie du destinataire a refusé l’e-mail, par exemple à cause d’une erreur interne."
       "Renvoyez l’e-mail après une heure. S’il est encore refusé, contactez le destinataire par un autre moyen.";
}
