//! The outcomes of err of SMS, calls and HLR from 200 up: decisions of the provider and the
//! operators.

use smsc_proto::{ErrCode, ErrScope};

use super::{A_DAY, AN_HOUR, TEN_MINUTES, failed, later, rows, suppressing, unknown_final};
use crate::outcome::{Cause, Channel, Retry};

rows! {
    ErrCode::table(ErrScope::Phone);

    200 "Envoi virtuel", unknown_final(Cause::None), "S1",
    "It applies to every status: with status 1 the message would otherwise appear to be delivered.",
    en "The message was sent in test mode: nothing went out and nothing was paid, whatever the status is."
       "If the message was meant to go out, turn test mode off in the account's settings and send the message again."
    ru "Сообщение отправлено в тестовом режиме: оно не ушло и не оплачено, каким бы ни был статус."
       "Если сообщение должно было уйти, выключите тестовый режим в настройках аккаунта и отправьте сообщение снова."
    fr "L’envoi s’est fait en mode test : rien n’est parti et rien n’a été payé, quel que soit le statut."
       "Si le message devait partir, désactivez le mode test dans les réglages du compte, puis renvoyez le message.";

    219 "Carte SIM remplacée", failed(Cause::Recipient, later(A_DAY)), "S1", "",
    safeguard "S1: messages are held back for 24 hours, so one attempt after that is enough. No second copy: the message was not delivered, and the status is final.",
    en "The subscriber replaced the SIM card. For 24 hours, messages from senders with letters in their name are held back."
       "Send the message again after 24 hours. The subscriber can lift the restriction earlier by topping up the phone by 100 roubles."
    ru "Абонент заменил сим-карту. В течение 24 часов сообщения от отправителей с буквенным именем задерживаются."
       "Отправьте сообщение снова через 24 часа. Абонент может снять ограничение раньше, пополнив счёт телефона на 100 рублей."
    fr "L’abonné a remplacé sa carte SIM. Pendant 24 heures, les messages des expéditeurs alphanumériques sont retenus."
       "Renvoyez le message après 24 heures. L’abonné peut lever la restriction plus tôt en rechargeant sa ligne de 100 roubles.";

    220 "File d’attente de l’opérateur pleine", failed(Cause::Network, later(AN_HOUR)), "S1" judgement,
    "The provider has already tried several times, so a delay of minutes makes no difference. Callers who know the operators better can override the row.",
    safeguard "Nothing ends the attempts but the caller: double the delay each time, and give up when the message is out of date. No second copy: the provider has ended its own attempts, and the status is final.",
    en "The operator's queue for this subscriber is full: messages piled up while the subscriber was out of reach, or the operator has trouble. The provider has already tried several times."
       "Send the message again after an hour if it still matters."
    ru "Очередь оператора для этого абонента переполнена: сообщения накопились, пока абонент был недоступен, или у оператора неполадки. Провайдер уже несколько раз повторил отправку."
       "Отправьте сообщение ещё раз через час, если оно ещё нужно."
    fr "La file de l’opérateur pour cet abonné est pleine : des messages se sont accumulés pendant que l’abonné était injoignable, ou l’opérateur a un incident. Le prestataire a déjà réessayé plusieurs fois."
       "Renvoyez le message après une heure s’il est encore utile.";

    237 "L’abonné ne répond pas", failed(Cause::Recipient, later(AN_HOUR)), "S1" judgement,
    "A subscriber who did not answer may answer at another time of the day.",
    safeguard "Nothing ends the calls but the caller: call two or three times at most. Nothing is repeated: the call was not picked up.",
    en "The call was not picked up."
       "Call again after an hour, or send an SMS."
    ru "На звонок не ответили."
       "Позвоните снова через час или отправьте СМС."
    fr "Personne n’a décroché."
       "Rappelez après une heure, ou envoyez un SMS.";

    238 "Aucun modèle", failed(Cause::Content, Retry::AfterFix), "S1", "",
    en "This client may send only texts that match a template, and the text matches none."
       "Make the text match a template word for word, or have a new template approved. Then send the message again."
    ru "Отправлять можно только тексты по шаблону, а этот текст не соответствует ни одному шаблону."
       "Приведите текст в точное соответствие с шаблоном или согласуйте новый шаблон. Затем отправьте сообщение снова."
    fr "L’envoi n’est autorisé qu’à partir d’un modèle, et le texte ne correspond à aucun modèle."
       "Faites correspondre le texte à un modèle, mot pour mot, ou faites approuver un nouveau modèle, puis renvoyez le message.";

    239 "Adresse IP interdite", failed(Cause::Account, Retry::AfterFix), "S1", "",
    en "The request came from an IP address that is not in the client's list, or from a new address that was never used before for sending or logging in."
       "Add the IP address to the list of allowed addresses in the account's settings. Then send the message again."
    ru "Запрос пришёл с IP-адреса, которого нет в списке клиента, или с нового адреса, с которого раньше не отправляли сообщений и не входили в аккаунт."
       "Добавьте IP-адрес в список разрешённых в настройках аккаунта. Затем отправьте сообщение снова."
    fr "La requête venait d’une adresse IP absente de la liste du client, ou d’une nouvelle adresse jamais utilisée pour envoyer ou se connecter."
       "Ajoutez l’adresse IP à la liste des adresses autorisées dans les réglages du compte, puis renvoyez le message.";

    240 "Abonné occupé", failed(Cause::Recipient, later(TEN_MINUTES)), "S1" judgement,
    "Ten minutes is longer than most calls. A rejected call looks the same, so a second rejection should be the last.",
    safeguard "A second rejection should be the last. Nothing is repeated: the call was not taken.",
    en "The line was busy, or the call was rejected."
       "Call again once, after ten minutes. If that fails too, send an SMS instead."
    ru "Линия была занята, или звонок отклонили."
       "Перезвоните один раз через десять минут. Если снова не получится, отправьте СМС."
    fr "La ligne était occupée, ou l’appel a été rejeté."
       "Rappelez une seule fois, après dix minutes. En cas de nouvel échec, envoyez plutôt un SMS.";

    241 "Échec de conversion", failed(Cause::Content, Retry::AfterFix), "S1" judgement,
    "Usually the text or the sound cannot be converted; if parts of a long SMS were lost, a shorter text helps too.",
    en "The text or the sound could not be converted, or the operator did not receive all parts of a long SMS."
       "Check the characters of the text or the sound file, or shorten the text. Then send the message again."
    ru "Текст или звук не удалось преобразовать, или оператор получил не все части длинного СМС."
       "Проверьте символы в тексте или звуковой файл либо сократите текст. Затем отправьте сообщение снова."
    fr "Le texte ou le son n’a pas pu être converti, ou l’opérateur n’a pas reçu toutes les parties d’un SMS long."
       "Vérifiez les caractères du texte ou le fichier son, ou raccourcissez le texte, puis renvoyez le message.";

    242 "Répondeur détecté", failed(Cause::Recipient, later(AN_HOUR)), "S1" judgement,
    "Like a call that was not answered.",
    safeguard "An answering machine may take every call: call two or three times at most. The machine may have recorded the message, so a person can hear it twice.",
    en "An answering machine answered the call."
       "Call again after an hour, or send an SMS."
    ru "На звонок ответил автоответчик."
       "Позвоните снова через час или отправьте СМС."
    fr "Un répondeur a décroché."
       "Rappelez après une heure, ou envoyez un SMS.";

    243 "Contrat non signé", failed(Cause::Account, Retry::AfterFix), "S1", "",
    en "Bulk messages and advertising need a contract, and none has been signed."
       "Sign a contract with the provider. Then send the message again."
    ru "Для рассылок и рекламы нужен договор, но он не заключён."
       "Заключите договор с провайдером. Затем отправьте сообщение снова."
    fr "Les envois en masse et la publicité exigent un contrat, et aucun n’a été signé."
       "Signez un contrat avec le prestataire, puis renvoyez le message.";

    244 "Envoi en masse interdit", failed(Cause::Account, Retry::AfterFix), "S1" judgement,
    "The source names the ban on the client first; a forbidden link is the other reason, and the advice includes both.",
    en "Bulk messages and advertising are forbidden for this client, or the text contains a forbidden link."
       "Remove the links from the text. If the text has no links, ask the provider's support what is needed for bulk messages to be allowed."
    ru "Рассылки и реклама для этого клиента запрещены, или в тексте есть запрещённая ссылка."
       "Уберите ссылки из текста. Если ссылок нет, уточните в поддержке провайдера, что нужно для разрешения рассылок."
    fr "Les envois en masse et la publicité sont interdits à ce client, ou le texte contient un lien interdit."
       "Retirez les liens du texte. Si le texte n’en contient pas, demandez à l’assistance du prestataire ce qu’il faut pour que les envois en masse soient autorisés.";

    245 "Aucun statut reçu", unknown_final(Cause::Network), "S1" judgement,
    "Whether it arrived cannot be determined: it has not failed, and the recipient may get the same text twice if it is sent again.",
    en "The operator sent no status within 24 hours. It is not known whether the message arrived."
       "Do not send the message again automatically: it may have arrived. If the message is important, ask the recipient whether it arrived. Send it again only if a second copy does no harm."
    ru "Оператор за сутки не прислал статуса. Неизвестно, дошло ли сообщение."
       "Не отправляйте сообщение повторно автоматически: оно могло дойти. Если сообщение важное, уточните у получателя, дошло ли оно. Отправляйте его снова, только если повтор не навредит."
    fr "L’opérateur n’a envoyé aucun statut en 24 heures. On ne sait pas si le message est arrivé."
       "Ne renvoyez pas le message automatiquement : il est peut-être arrivé. S’il est important, demandez au destinataire s’il l’a reçu. Ne le renvoyez que si un doublon ne gêne pas.";

    246 "Hors des heures autorisées", failed(Cause::Account, later(AN_HOUR)), "S1" judgement,
    "The reply does not contain the hours. With an attempt each hour the message is sent within the first allowed hour. With a longer delay all attempts can be outside the hours for ever: with twelve hours, a message of 19:00 never gets through between 9 and 18. Callers who know the hours can override the row.",
    safeguard "The allowed hours come again every day: an attempt each hour is rejected 23 times at most, and a program that counts more has settings without allowed hours. No second copy: nothing was sent.",
    en "The message was sent outside the hours that the client's settings allow."
       "Send the message again within the allowed hours, or change the hours in the settings."
    ru "Сообщение отправлено в часы, не разрешённые в настройках клиента."
       "Отправьте сообщение снова в разрешённые часы или измените эти часы в настройках."
    fr "L’envoi a eu lieu hors des heures autorisées par les réglages du client."
       "Renvoyez le message pendant les heures autorisées, ou modifiez ces heures dans les réglages.";

    247 "Limite de messages dépassée", failed(Cause::Account, later(A_DAY)), "S1" judgement,
    "24 hours later it is the next day in every time zone, and the daily count has been reset.",
    safeguard "The count is reset each day (S1: a daily limit). If the limit is reached every day, raise it. No second copy: nothing was sent.",
    en "The daily limit that the client has set for the account was reached."
       "Send the message again the next day, or raise the limit in the settings."
    ru "Исчерпан суточный лимит сообщений, который клиент задал в настройках."
       "Отправьте сообщение снова на следующий день или увеличьте лимит в настройках."
    fr "La limite quotidienne fixée par le client pour son compte est atteinte."
       "Renvoyez le message le lendemain, ou relevez la limite dans les réglages.";

    248 "Aucune route", failed(Cause::Service, Retry::AfterFix), "S1 S0" judgement,
    "An unknown mobile code is permanent, while a missing gateway can be added: the provider's support knows, and S0 refers people to it.",
    en "The provider cannot send to this number: its mobile code is unknown, or there is no gateway for this number and text."
       "Check the number. Then ask the provider's support whether there is a route to this number."
    ru "Провайдер не может отправить сообщение на этот номер: код оператора неизвестен, или для номера и текста нет шлюза."
       "Проверьте номер. Затем уточните в поддержке провайдера, есть ли маршрут до этого номера."
    fr "Le prestataire ne peut pas envoyer de message vers ce numéro : indicatif inconnu, ou aucune passerelle pour ce numéro et ce texte."
       "Vérifiez le numéro. Demandez ensuite à l’assistance du prestataire s’il existe une route vers ce numéro.";

    249 "Format de numéro incorrect", suppressing(Channel::Phone, failed(Cause::Recipient, Retry::No)), "S1 S0",
    "GetCourse unsubscribes for it: such a number can never receive a message.",
    safeguard "S1: the mobile code and the length do not fit, so there is no such number.",
    en "The number is malformed: its length does not match its mobile code."
       "Send nothing to this number until it has been corrected. Ask the recipient for the right number."
    ru "Номер записан неверно: код оператора не соответствует длине номера."
       "Не отправляйте сообщения на этот номер, пока его не исправят. Уточните у получателя правильный номер."
    fr "Le numéro est mal formé : sa longueur ne correspond pas à son indicatif."
       "N’envoyez plus rien à ce numéro tant qu’il n’est pas corrigé. Demandez au destinataire son numéro exact.";

    250 "Numéro interdit par les réglages", failed(Cause::Account, Retry::AfterFix), "S1" judgement,
    "No suppression: the settings already block the number, and it is allowed again as soon as they change.",
    en "Sending to this number is forbidden in the client's own settings."
       "If this number should receive messages, allow the number in the settings."
    ru "Отправка на этот номер запрещена в настройках самого клиента."
       "Если на этот номер нужно отправлять сообщения, снимите запрет в настройках."
    fr "Ce numéro est exclu par les réglages du compte."
       "Si ce numéro doit recevoir des messages, levez l’interdiction dans les réglages.";

    251 "Limite par numéro dépassée", failed(Cause::Account, later(A_DAY)), "S1" judgement,
    "24 hours later it is the next day in every time zone, and the count for the number has been reset; the other reason, a burst, has ended by then, too.",
    safeguard "The count is reset each day (S1: a daily limit). If it happens again, look for a loop, and do not send again. No second copy: nothing was sent.",
    en "The client's daily limit for one number was reached, or more than 50 messages were sent to one subscriber less than 30 seconds apart."
       "Send the message again the next day. Look for a loop in your program, or raise the limit in the settings."
    ru "Исчерпан суточный лимит клиента на один номер, или одному абоненту отправлено больше 50 сообщений с интервалом менее 30 секунд."
       "Отправьте сообщение снова на следующий день. Проверьте, не зациклилась ли программа, или увеличьте лимит в настройках."
    fr "La limite quotidienne du client pour un numéro est atteinte, ou plus de 50 messages ont été envoyés à un abonné à moins de 30 secondes d’intervalle."
       "Renvoyez le message le lendemain. Cherchez une boucle dans votre programme, ou relevez la limite dans les réglages.";

    252 "Numéro interdit", failed(Cause::Recipient, Retry::No), "S1" judgement,
    "No suppression: the provider forbids the number, which reveals nothing about the person, and can allow it again.",
    en "The provider does not send messages to this number; the number may be one of the provider's own federal numbers."
       "Check the number. If it really is the recipient's own, contact the provider's support."
    ru "Провайдер не отправляет сообщения на этот номер; возможно, это один из собственных федеральных номеров провайдера."
       "Проверьте номер. Если он действительно принадлежит получателю, обратитесь в поддержку провайдера."
    fr "Le prestataire n’envoie pas de messages vers ce numéro, qui est peut-être l’un de ses propres numéros fédéraux."
       "Vérifiez le numéro. S’il est bien celui du destinataire, contactez l’assistance du prestataire.";

    253 "Bloqué par le filtre anti-spam", failed(Cause::Content, Retry::AfterFix), "S1" judgement,
    "The source names the text first; the sender name is the other reason, and the advice includes both.",
    en "The spam filter stopped the message: the text has insults, obscene words or calls to send paid SMS, or the sender name belongs to somebody else."
       "Change the text. As the sender name, do not use paid short numbers, the recipient's number, or the names of operators or of other people's sites, companies or authorities."
    ru "Сообщение остановил спам-фильтр: в нём есть брань, оскорбления, призывы отправить платное СМС или чужое имя отправителя."
       "Измените текст. Не указывайте в качестве имени отправителя платные короткие номера, номер получателя, названия операторов, чужих сайтов, компаний и ведомств."
    fr "Le filtre anti-spam a arrêté le message : insultes ou obscénités, incitation à envoyer des SMS payants, ou nom d’expéditeur usurpé."
       "Changez le texte. N’utilisez pas comme nom d’expéditeur un numéro court payant, le numéro du destinataire, le nom d’un opérateur, ni celui d’un tiers : site, société ou administration.";

    254 "Expéditeur non enregistré", failed(Cause::Sender, Retry::AfterFix), "S1", "",
    en "The sender name is not registered."
       "Register the sender name with the provider, or send under a registered name."
    ru "Имя отправителя не зарегистрировано."
       "Зарегистрируйте имя отправителя у провайдера или отправляйте под зарегистрированным именем."
    fr "Le nom d’expéditeur n’est pas enregistré."
       "Enregistrez le nom d’expéditeur chez le prestataire, ou utilisez un nom déjà enregistré.";

    255 "Rejeté par l’opérateur", failed(Cause::Network, Retry::No), "S1" judgement,
    "The operator returned no code, so nothing shows that a second attempt would succeed, or that the number is out of use: no retry, no suppression.",
    en "The operator refused the message and gave no code. The number may belong to no operator."
       "Check the number. If it is right, contact the provider's support."
    ru "Оператор отклонил сообщение, не указав кода. Возможно, номер не принадлежит ни одному оператору."
       "Проверьте номер. Если он верный, обратитесь в поддержку провайдера."
    fr "L’opérateur a refusé le message sans donner de code. Le numéro n’appartient peut-être à aucun opérateur."
       "Vérifiez le numéro. S’il est correct, contactez l’assistance du prestataire.";
}
