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
    en "The mail server knows nobody of this address."
       "Stop writing to it. Ask the person for the right address."
    ru "На почтовом сервере нет такого адресата."
       "Больше не пишите на этот адрес. Спросите у человека правильный."
    fr "Le serveur de messagerie ne connaît personne à cette adresse."
       "N’y écrivez plus. Demandez la bonne adresse à la personne.";

    2 "Boîte aux lettres pleine", failed(Cause::Recipient, later(A_DAY)), "S1" judgement,
    "A mailbox in use is emptied within a day or so; if it is still full after a few days, it is not in use.",
    safeguard "Nothing ends the attempts but the caller: give up after a few days. No second copy: the mail server refused the message.",
    en "The mailbox is full, so the mail server refused the message."
       "Send again the next day. If the mailbox stays full, reach the person in another way."
    ru "Почтовый ящик переполнен, и сервер не принял письмо."
       "Отправьте снова на следующий день. Если ящик так и не освободят, свяжитесь с человеком иначе."
    fr "La boîte aux lettres est pleine : le serveur a refusé le message."
       "Renvoyez le lendemain. Si la boîte reste pleine, joignez la personne autrement.";

    3 "Serveur du destinataire introuvable", failed(Cause::Recipient, Retry::AfterFix), "S1" judgement,
    "Usually a typing error in the address; but a domain can also be unavailable for a day, so no suppression.",
    en "The part of the address behind the @ was not found."
       "Check the address for slips, and send again to the corrected one."
    ru "Домен, то есть часть адреса после @, не найден."
       "Проверьте, нет ли в адресе опечатки, и отправьте снова на исправленный."
    fr "Le domaine, c’est-à-dire la partie de l’adresse après le @, est introuvable."
       "Cherchez une faute de frappe dans l’adresse, puis renvoyez à l’adresse corrigée.";

    4 "Boîte aux lettres bloquée", failed(Cause::Recipient, Retry::AfterFix), "S1" judgement,
    "Like a blocked subscriber: the owner can have it unblocked, so no suppression.",
    en "The mailbox is blocked."
       "Reach the person in another way, or ask for another address."
    ru "Почтовый ящик заблокирован."
       "Свяжитесь с человеком иначе или попросите другой адрес."
    fr "La boîte aux lettres est bloquée."
       "Joignez la personne autrement, ou demandez une autre adresse.";

    239 "Adresse IP interdite", failed(Cause::Account, Retry::AfterFix), "S1", "",
    en "The request came from an IP address that is not in the client's list, or from a new one that was never used before for sending or logging in."
       "Add the address to the list of allowed ones in the account's settings. Then send again."
    ru "Запрос пришёл с IP-адреса, которого нет в списке клиента, или с нового, с которого раньше не отправляли и не входили."
       "Добавьте адрес в список разрешённых в настройках аккаунта. Потом отправьте снова."
    fr "La demande venait d’une adresse IP absente de la liste du client, ou d’une nouvelle adresse jamais utilisée pour envoyer ou se connecter."
       "Ajoutez l’adresse à la liste autorisée dans les réglages du compte. Puis renvoyez.";

    245 "Aucun statut reçu", unknown_final(Cause::Network), "S1" judgement,
    "Whether it arrived cannot be determined: it has not failed, and the recipient may get the same text twice if it is sent again.",
    en "The mail server sent no status within a day. Nobody can say whether the e-mail arrived."
       "Do not send it again automatically: it may have arrived. If it matters, ask the person."
    ru "Почтовый сервер за сутки не прислал статуса. Никто не знает, дошло ли письмо."
       "Не отправляйте повторно автоматически: письмо могло дойти. Если это важно, спросите человека."
    fr "Le serveur de messagerie n’a envoyé aucun statut en un jour. Personne ne sait si l’e-mail est arrivé."
       "Ne renvoyez pas automatiquement : il est peut-être arrivé. Si c’est important, demandez à la personne.";

    248 "Aucune route", failed(Cause::Service, Retry::AfterFix), "S1" judgement,
    "As for SMS: the gateway is the provider's, and the provider's support knows.",
    en "The provider has no e-mail gateway for this address and text."
       "Check the address. Then ask the provider's support."
    ru "У провайдера нет почтового шлюза для этого адреса и текста."
       "Проверьте адрес. Потом спросите поддержку провайдера."
    fr "Le prestataire n’a pas de passerelle e-mail pour cette adresse et ce texte."
       "Vérifiez l’adresse. Contactez ensuite l’assistance du prestataire.";

    249 "Format d’adresse incorrect", suppressing(Channel::Email, failed(Cause::Recipient, Retry::No)), "S1" judgement,
    "As for SMS, where GetCourse unsubscribes: an invalid address can never receive a message.",
    safeguard "S1: the format is wrong, so there is no such address.",
    en "This is not written as an e-mail address can be."
       "Stop writing to it until it has been corrected. Ask the person for the right address."
    ru "Это записано не так, как пишется адрес электронной почты."
       "Не пишите на него, пока его не исправят. Спросите у человека правильный адрес."
    fr "Ceci n’a pas la forme d’une adresse e-mail."
       "Cessez d’y écrire tant que l’adresse n’est pas corrigée. Demandez la bonne adresse à la personne.";

    252 "Adresse e-mail interdite", failed(Cause::Recipient, Retry::No), "S1" judgement,
    "No suppression: the provider's black list is not the person's wish, and its support can remove the address from the list.",
    en "The provider does not send to this address; it may be on a black list."
       "Ask the provider's support why, or ask the person for another address."
    ru "Провайдер не отправляет на этот адрес; например, он в чёрном списке."
       "Узнайте причину у поддержки провайдера или попросите у человека другой адрес."
    fr "Le prestataire n’envoie pas à cette adresse ; elle est peut-être sur une liste noire."
       "Demandez pourquoi à l’assistance du prestataire, ou demandez une autre adresse à la personne.";

    253 "Bloqué par le filtre anti-spam", failed(Cause::Content, Retry::AfterFix), "S1" judgement,
    "The source names the text first; the sender is the other reason, and the advice includes both.",
    en "The spam filter stopped it: insults or obscene words, calls to send paid SMS, or a sender that belongs to somebody else."
       "Change the text. Do not use as sender the recipient's address, or others' sites, companies or authorities."
    ru "Письмо остановил спам-фильтр: брань или оскорбления, призывы отправить платное СМС или чужое имя отправителя."
       "Измените текст. Не указывайте отправителем адрес получателя, чужие сайты, компании и ведомства."
    fr "Le filtre anti-spam a arrêté l’e-mail : insultes ou obscénités, incitation à envoyer des SMS payants, ou expéditeur appartenant à autrui."
       "Changez le texte. N’utilisez pas comme expéditeur l’adresse du destinataire, ni un site, une société ou une administration tiers.";

    254 "Expéditeur non enregistré", failed(Cause::Sender, Retry::AfterFix), "S1", "",
    en "The sender's address is not registered."
       "Register it with the provider, or send from a registered one."
    ru "Адрес отправителя не зарегистрирован."
       "Зарегистрируйте его у провайдера или отправляйте с зарегистрированного."
    fr "L’adresse de l’expéditeur n’est pas enregistrée."
       "Enregistrez-la chez le prestataire, ou envoyez depuis une adresse enregistrée.";

    255 "Rejeté par le serveur du destinataire", failed(Cause::Network, later(AN_HOUR)), "S1" judgement,
    "The page's own example is an internal error of that server, which passes; hence a retry, unlike 255 of an SMS.",
    safeguard "The refusal may be permanent, so send again once only. No second copy: the mail server refused the message.",
    en "The recipient's mail server refused the message, for example because of a fault of its own."
       "Send it again after an hour. If it is refused again, reach the person in another way."
    ru "Почтовый сервер получателя отклонил письмо, например из-за своей внутренней ошибки."
       "Отправьте ещё раз через час. Если отклонит снова, свяжитесь с человеком иначе."
    fr "Le serveur de messagerie du destinataire a refusé le message, par exemple à cause d’une erreur interne."
       "Renvoyez-le après une heure. S’il est encore refusé, joignez la personne autrement.";
}
