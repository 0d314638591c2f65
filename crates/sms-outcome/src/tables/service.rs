//! The outcomes of err of SMS, calls and HLR from 200 up: decisions of the provider and the
//! operators.

use smsc_proto::{ErrCode, ErrScope};

use super::{A_DAY, AN_HOUR, TEN_MINUTES, failed, later, rows, suppressing, unknown_final};
use crate::outcome::{Cause, Channel, Retry};

rows! {
    ErrCode::table(ErrScope::Phone);

    200 "Envoi virtuel", unknown_final(Cause::None), "S1",
    "It applies to every status: with status 1 the message would otherwise appear to be delivered.",
    en "It was sent in test mode: nothing went out and nothing was paid, whatever the status says."
       "Turn the test mode off in the account's settings if the message was meant to go out. Then send again."
    ru "Отправлено в тестовом режиме: сообщение не ушло и не оплачено, что бы ни говорил статус."
       "Если сообщение должно было уйти, выключите тестовый режим в настройках аккаунта и отправьте снова."
    fr "L’envoi s’est fait en mode test : rien n’est parti et rien n’a été payé, quel que soit le statut."
       "Si le message devait partir, désactivez le mode test dans les réglages du compte, puis renvoyez.";

    219 "Carte SIM remplacée", failed(Cause::Recipient, later(A_DAY)), "S1", "",
    safeguard "S1: messages are held back for 24 hours, so one attempt after that is enough. No second copy: the message was not delivered, and the status is final.",
    en "The SIM card was replaced. For 24 hours messages from senders with letters in their name are held back."
       "Send again after 24 hours. The subscriber can end the wait by topping up the phone by 100 roubles."
    ru "Абонент заменил сим-карту. В течение 24 часов сообщения от отправителей с буквенным именем задерживаются."
       "Отправьте снова через 24 часа. Абонент может снять запрет раньше, пополнив счёт телефона на 100 рублей."
    fr "La carte SIM a été remplacée. Pendant 24 heures, les messages des expéditeurs alphanumériques sont retenus."
       "Renvoyez après 24 heures. L’abonné peut lever l’attente en rechargeant sa ligne de 100 roubles.";

    220 "File d’attente de l’opérateur pleine", failed(Cause::Network, later(AN_HOUR)), "S1" judgement,
    "The provider has already tried several times, so a delay of minutes makes no difference. Callers who know the operators better can override the row.",
    safeguard "Nothing ends the attempts but the caller: double the delay each time, and give up when the message is out of date. No second copy: the provider has ended its own attempts, and the status is final.",
    en "The operator's queue for this subscriber is full: messages piled up while the subscriber was away, or the operator has trouble. The provider tried several times by itself."
       "Send it again after an hour if it still matters."
    ru "Очередь оператора для этого абонента переполнена: сообщения накопились, пока абонент был недоступен, или у оператора неполадки. Провайдер сам пробовал несколько раз."
       "Отправьте ещё раз через час, если сообщение ещё нужно."
    fr "La file de l’opérateur pour cet abonné est pleine : des messages se sont accumulés en son absence, ou l’opérateur a un incident. Le prestataire a réessayé plusieurs fois."
       "Renvoyez-le après une heure s’il est encore utile.";

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
    en "This client may send only texts that fit a template, and the text fits none."
       "Make the text fit a template word for word, or have a new template approved. Then send again."
    ru "Отправлять можно только по шаблону, а текст не подошёл ни к одному."
       "Приведите текст в точное соответствие с шаблоном или согласуйте новый шаблон. Потом отправьте снова."
    fr "L’envoi n’est permis que selon un modèle, et le texte ne correspond à aucun."
       "Faites correspondre le texte à un modèle, mot pour mot, ou faites approuver un nouveau modèle. Puis renvoyez.";

    239 "Adresse IP interdite", failed(Cause::Account, Retry::AfterFix), "S1", "",
    en "The request came from an IP address that is not in the client's list, or from a new one that was never used before for sending or logging in."
       "Add the address to the list of allowed ones in the account's settings. Then send again."
    ru "Запрос пришёл с IP-адреса, которого нет в списке клиента, или с нового, с которого раньше не отправляли и не входили."
       "Добавьте адрес в список разрешённых в настройках аккаунта. Потом отправьте снова."
    fr "La demande venait d’une adresse IP absente de la liste du client, ou d’une nouvelle adresse jamais utilisée pour envoyer ou se connecter."
       "Ajoutez l’adresse à la liste autorisée dans les réglages du compte. Puis renvoyez.";

    240 "Abonné occupé", failed(Cause::Recipient, later(TEN_MINUTES)), "S1" judgement,
    "Ten minutes is longer than most calls. A rejected call looks the same, so a second rejection should be the last.",
    safeguard "A second rejection should be the last. Nothing is repeated: the call was not taken.",
    en "The line was busy, or the call was rejected."
       "Call again after ten minutes, once. Then send an SMS instead."
    ru "Линия была занята, или звонок сбросили."
       "Позвоните ещё раз через десять минут, один раз. Потом лучше отправить СМС."
    fr "La ligne était occupée, ou l’appel a été rejeté."
       "Rappelez une fois après dix minutes. Ensuite, envoyez plutôt un SMS.";

    241 "Échec de conversion", failed(Cause::Content, Retry::AfterFix), "S1" judgement,
    "Usually the text or the sound cannot be converted; if parts of a long SMS were lost, a shorter text helps too.",
    en "The text or the sound could not be converted, or the operator did not get all parts of a long SMS."
       "Check the text's characters or the sound file, or make the text shorter. Then send again."
    ru "Текст или звук не удалось преобразовать, или оператор получил не все части длинного СМС."
       "Проверьте символы в тексте или звуковой файл либо сократите текст. Потом отправьте снова."
    fr "Le texte ou le son n’a pas pu être converti, ou l’opérateur n’a pas reçu toutes les parties d’un SMS long."
       "Vérifiez les caractères du texte ou le fichier son, ou raccourcissez le texte. Puis renvoyez.";

    242 "Répondeur détecté", failed(Cause::Recipient, later(AN_HOUR)), "S1" judgement,
    "Like a call that was not answered.",
    safeguard "An answering machine may take every call: call two or three times at most. The machine may have recorded the message, so a person can hear it twice.",
    en "An answering machine took the call."
       "Call again after an hour, or send an SMS."
    ru "На звонок ответил автоответчик."
       "Позвоните снова через час или отправьте СМС."
    fr "Un répondeur a pris l’appel."
       "Rappelez après une heure, ou envoyez un SMS.";

    243 "Contrat non signé", failed(Cause::Account, Retry::AfterFix), "S1", "",
    en "Bulk messages and advertising need a contract, and there is none."
       "Sign a contract with the provider. Then send again."
    ru "Для рассылок и рекламы нужен договор, а его нет."
       "Заключите договор с провайдером. Потом отправьте снова."
    fr "Les envois en masse et la publicité exigent un contrat, et il n’y en a pas."
       "Signez un contrat avec le prestataire. Puis renvoyez.";

    244 "Envoi en masse interdit", failed(Cause::Account, Retry::AfterFix), "S1" judgement,
    "The source names the ban on the client first; a forbidden link is the other reason, and the advice includes both.",
    en "Bulk messages and advertising are forbidden for this client, or the text holds a forbidden link."
       "Take links out of the text. If there is none, ask the provider's support what has to be done for bulk messages to be allowed."
    ru "Рассылки и реклама для этого клиента запрещены, или в тексте есть запрещённая ссылка."
       "Уберите ссылки из текста. Если их нет, узнайте у поддержки провайдера, что нужно для разрешения рассылок."
    fr "Les envois en masse et la publicité sont interdits à ce client, ou le texte contient un lien interdit."
       "Retirez les liens du texte. S’il n’y en a pas, demandez à l’assistance du prestataire ce qu’il faut pour être autorisé.";

    245 "Aucun statut reçu", unknown_final(Cause::Network), "S1" judgement,
    "Whether it arrived cannot be determined: it has not failed, and the recipient may get the same text twice if it is sent again.",
    en "The operator sent no status within a day. Nobody can say whether the message arrived."
       "Do not send it again automatically: it may have arrived. If it matters, ask the person, or send again where a second copy does no harm."
    ru "Оператор за сутки не прислал статуса. Никто не знает, дошло ли сообщение."
       "Не отправляйте повторно автоматически: оно могло дойти. Если это важно, спросите человека или отправьте снова там, где повтор не навредит."
    fr "L’opérateur n’a envoyé aucun statut en un jour. Personne ne sait si le message est arrivé."
       "Ne renvoyez pas automatiquement : il est peut-être arrivé. Si c’est important, demandez à la personne, ou renvoyez si un doublon ne gêne pas.";

    246 "Hors des heures autorisées", failed(Cause::Account, later(AN_HOUR)), "S1" judgement,
    "The reply does not contain the hours. With an attempt each hour the message is sent within the first allowed hour. With a longer delay all attempts can be outside the hours for ever: with twelve hours, a message of 19:00 never gets through between 9 and 18. Callers who know the hours can override the row.",
    safeguard "The allowed hours come again every day: an attempt each hour is rejected 23 times at most, and a program that counts more has settings without allowed hours. No second copy: nothing was sent.",
    en "It was sent outside the hours that the client's settings allow."
       "Send again within the allowed hours, or change them in the settings."
    ru "Отправлено вне часов, разрешённых в настройках клиента."
       "Отправьте снова в разрешённые часы или измените их в настройках."
    fr "L’envoi a eu lieu hors des heures permises par les réglages du client."
       "Renvoyez pendant les heures permises, ou changez-les dans les réglages.";

    247 "Limite de messages dépassée", failed(Cause::Account, later(A_DAY)), "S1" judgement,
    "24 hours later it is the next day in every time zone, and the daily count has been reset.",
    safeguard "The count is reset each day (S1: a daily limit). If the limit is reached every day, raise it. No second copy: nothing was sent.",
    en "The daily limit that the client has set for the account was reached."
       "Send again the next day, or raise the limit in the settings."
    ru "Исчерпан суточный лимит сообщений, который клиент задал в настройках."
       "Отправьте снова на следующий день или увеличьте лимит в настройках."
    fr "La limite quotidienne fixée par le client pour son compte est atteinte."
       "Renvoyez le lendemain, ou relevez la limite dans les réglages.";

    248 "Aucune route", failed(Cause::Service, Retry::AfterFix), "S1 S0" judgement,
    "An unknown mobile code is permanent, while a missing gateway can be added: the provider's support knows, and S0 refers people to it.",
    en "The provider cannot send to this number: its mobile code is unknown, or no gateway takes this number and text."
       "Check the number. Then ask the provider's support whether there is a route."
    ru "Провайдер не может отправить на этот номер: код оператора неизвестен, или для номера и текста нет шлюза."
       "Проверьте номер. Потом спросите поддержку провайдера, есть ли маршрут."
    fr "Le prestataire ne peut pas envoyer vers ce numéro : indicatif inconnu, ou aucune passerelle pour ce numéro et ce texte."
       "Vérifiez le numéro. Demandez ensuite à l’assistance du prestataire s’il existe une route.";

    249 "Format de numéro incorrect", suppressing(Channel::Phone, failed(Cause::Recipient, Retry::No)), "S1 S0",
    "GetCourse unsubscribes for it: such a number can never receive a message.",
    safeguard "S1: the mobile code and the length do not fit, so there is no such number.",
    en "The number is not written as a phone number can be: its mobile code and its length do not fit."
       "Stop writing to it until it has been corrected. Ask the person for the right number."
    ru "Номер записан неверно: код оператора и длина не подходят друг к другу."
       "Не пишите на него, пока его не исправят. Спросите у человека правильный номер."
    fr "Le numéro est mal formé : son indicatif et sa longueur ne vont pas ensemble."
       "Cessez d’y écrire tant qu’il n’est pas corrigé. Demandez le bon numéro à la personne.";

    250 "Numéro interdit par les réglages", failed(Cause::Account, Retry::AfterFix), "S1" judgement,
    "No suppression: the settings already block the number, and it is allowed again as soon as they change.",
    en "The client's own settings exclude this number."
       "Change the settings for numbers if it should get messages."
    ru "Номер исключён собственными настройками клиента."
       "Измените настройки номеров, если на него нужно отправлять."
    fr "Les propres réglages du client excluent ce numéro."
       "Changez les réglages des numéros s’il doit recevoir des messages.";

    251 "Limite par numéro dépassée", failed(Cause::Account, later(A_DAY)), "S1" judgement,
    "24 hours later it is the next day in every time zone, and the count for the number has been reset; the other reason, a burst, has ended by then, too.",
    safeguard "The count is reset each day (S1: a daily limit). If it happens again, look for a loop, and do not send again. No second copy: nothing was sent.",
    en "The client's daily limit for one number was reached, or over 50 messages went to one subscriber less than 30 seconds apart."
       "Send again the next day. Look for a loop in your program, or raise the limit in the settings."
    ru "Исчерпан суточный лимит клиента на один номер, или одному абоненту ушло больше 50 сообщений с промежутком меньше 30 секунд."
       "Отправьте снова на следующий день. Проверьте, не зациклилась ли программа, или увеличьте лимит в настройках."
    fr "La limite quotidienne du client pour un numéro est atteinte, ou plus de 50 messages sont partis vers un abonné à moins de 30 secondes d’intervalle."
       "Renvoyez le lendemain. Cherchez une boucle dans votre programme, ou relevez la limite dans les réglages.";

    252 "Numéro interdit", failed(Cause::Recipient, Retry::No), "S1" judgement,
    "No suppression: the provider forbids the number, which reveals nothing about the person, and can allow it again.",
    en "The provider does not send to this number; it may be one of its own federal numbers."
       "Check the number. If it is the person's own, ask the provider's support."
    ru "Провайдер не отправляет на этот номер; например, это один из его собственных федеральных номеров."
       "Проверьте номер. Если он действительно принадлежит человеку, спросите поддержку провайдера."
    fr "Le prestataire n’envoie pas vers ce numéro ; c’est peut-être l’un de ses propres numéros fédéraux."
       "Vérifiez le numéro. S’il appartient bien à la personne, contactez l’assistance du prestataire.";

    253 "Bloqué par le filtre anti-spam", failed(Cause::Content, Retry::AfterFix), "S1" judgement,
    "The source names the text first; the sender name is the other reason, and the advice includes both.",
    en "The spam filter stopped it: insults or obscene words, calls to send paid SMS, or a sender name that belongs to somebody else."
       "Change the text. Do not use as sender paid short numbers, the recipient's number, or the names of operators, others' sites, companies or authorities."
    ru "Сообщение остановил спам-фильтр: брань или оскорбления, призывы отправить платное СМС или чужое имя отправителя."
       "Измените текст. Не берите именем отправителя платные короткие номера, номер получателя, названия операторов, чужих сайтов, компаний и ведомств."
    fr "Le filtre anti-spam a arrêté le message : insultes ou obscénités, incitation à envoyer des SMS payants, ou nom d’expéditeur appartenant à autrui."
       "Changez le texte. N’utilisez pas comme expéditeur un numéro court payant, le numéro du destinataire, ni le nom d’un opérateur, d’un site, d’une société ou d’une administration tiers.";

    254 "Expéditeur non enregistré", failed(Cause::Sender, Retry::AfterFix), "S1", "",
    en "The sender name is not registered."
       "Register the name with the provider, or send under a registered one."
    ru "Имя отправителя не зарегистрировано."
       "Зарегистрируйте имя у провайдера или отправляйте под зарегистрированным."
    fr "Le nom d’expéditeur n’est pas enregistré."
       "Enregistrez ce nom chez le prestataire, ou envoyez sous un nom enregistré.";

    255 "Rejeté par l’opérateur", failed(Cause::Network, Retry::No), "S1" judgement,
    "The operator returned no code, so nothing shows that a second attempt would succeed, or that the number is out of use: no retry, no suppression.",
    en "The operator refused the message and gave no code. The number may belong to no operator."
       "Check the number. If it is right, ask the provider's support."
    ru "Оператор отклонил сообщение, не указав кода. Возможно, номер не принадлежит ни одному оператору."
       "Проверьте номер. Если он верный, спросите поддержку провайдера."
    fr "L’opérateur a refusé le message sans donner de code. Le numéro n’appartient peut-être à aucun opérateur."
       "Vérifiez le numéro. S’il est correct, contactez l’assistance du prestataire.";
}
