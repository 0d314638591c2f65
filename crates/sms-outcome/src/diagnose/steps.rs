//! The causes of each symptom. The texts are for people who maintain a program that sends messages.

use smsc_proto::ApiErrorCode;

use super::{Step, Symptom};
use crate::outcome::Localized;
use crate::tables::is_judgement;

/// Returns the title of a symptom.
pub(super) const fn title(symptom: Symptom) -> Localized {
    let (en, ru, fr) = match symptom {
        Symptom::NoConnection => ("No connection to the server", "Нет соединения с сервером", "Pas de connexion au serveur"),
        Symptom::Timeout => ("No answer in time", "Истекло время ожидания ответа", "Délai d’attente dépassé"),
        Symptom::HttpError => ("HTTP error", "Ошибка HTTP", "Erreur HTTP"),
        Symptom::NotAReply => ("Answer not from the API", "Ответ пришёл не от API", "La réponse ne vient pas de l’API"),
        Symptom::ApiError(_) => ("API error", "Ошибка API", "Erreur de l’API"),
        Symptom::NotFound => {
            ("Not found right after sending", "Не найдено сразу после отправки", "Introuvable juste après l’envoi")
        }
        Symptom::NotFoundLater => {
            ("Not found after a while", "Не найдено через некоторое время", "Introuvable après un certain temps")
        }
        Symptom::NoStatus => ("No final status", "Нет окончательного статуса", "Pas de statut final"),
        Symptom::SmtpNotSent => ("Not sent over SMTP", "Не отправлено по SMTP", "Non envoyé par SMTP"),
    };
    Localized { en, ru, fr }
}

/// Returns the causes of a symptom, in the order in which to check them.
pub(super) const fn of(symptom: Symptom) -> &'static [Step] {
    match symptom {
        Symptom::NoConnection => &[FIREWALL, REGISTER, BACKBONE, SUPPORT],
        // A slow connection is caused more often by the network than by a firewall.
        Symptom::Timeout => &[BACKBONE, FIREWALL, REGISTER, ACCEPTED, SUPPORT],
        Symptom::HttpError => &[ADDRESS, BETWEEN, BACKBONE, SUPPORT],
        Symptom::NotAReply => &[ADDRESS, BETWEEN, FORMAT, SUPPORT],
        Symptom::ApiError(ApiErrorCode::AUTHORISATION) => &[IP_LIST, LOGIN_BLOCK, SUPPORT],
        Symptom::ApiError(ApiErrorCode::IP_BLOCKED) => &[FAULTY_SENDS, LOGIN_BLOCK, LIKE_REQUESTS, SUPPORT],
        Symptom::ApiError(ApiErrorCode::TOO_MANY_REQUESTS) => &[LIKE_REQUESTS, SUPPORT],
        Symptom::ApiError(_) => &[SUPPORT],
        Symptom::NotFound => &[NEVER_SENT, REJECTED, NO_HISTORY, WRONG_PAIR, SUPPORT],
        Symptom::NotFoundLater => &[ARCHIVE, NO_HISTORY, DELETED, SUPPORT],
        Symptom::NoStatus => &[WAITS, UNREACHED, VIRTUAL, SUPPORT],
        Symptom::SmtpNotSent => &[REVERSE, IP_LIST, NO_HISTORY, SUPPORT],
    }
}

/// Defines the causes: for each its source, `judgement` if the cause is not in it, and the cause and
/// the check in each language.
macro_rules! steps {
    ($($NAME:ident $source:literal $($judgement:ident)?,
        en $en:literal $check_en:literal
        ru $ru:literal $check_ru:literal
        fr $fr:literal $check_fr:literal;
    )*) => {
        $(const $NAME: Step = Step {
            cause: Localized { en: $en, ru: $ru, fr: $fr },
            check: Localized { en: $check_en, ru: $check_ru, fr: $check_fr },
            source: $source,
            is_judgement: is_judgement!($($judgement)?),
        };)*
    };
}

steps! {
    FIREWALL "S3",
    en "Your own firewall or your hosting provider's firewall blocks access to the provider's server."
       "On the machine that sends the messages, run ping smsc.ru and telnet smsc.ru 443. If no connection can be opened, ask the hosting provider or the administrator to allow it."
    ru "Доступ к серверу провайдера закрыт файрволом на вашей стороне или у вашего хостинга."
       "На машине, которая отправляет сообщения, выполните ping smsc.ru и telnet smsc.ru 443. Если соединение не устанавливается, попросите хостинг или администратора его разрешить."
    fr "Un pare-feu, chez vous ou chez votre hébergeur, bloque l’accès au serveur du prestataire."
       "Sur la machine qui envoie les messages, lancez ping smsc.ru et telnet smsc.ru 443. Si la connexion ne s’établit pas, faites-la autoriser par l’hébergeur ou l’administrateur.";

    REGISTER "S3",
    en "Your own IP address is in the register of prohibited resources, so networks on the route drop its traffic."
       "Find your IP address with curl https://ifconfig.me and look the address up in the register. If it is there, ask the hosting provider for another address."
    ru "Ваш собственный IP-адрес внесён в реестр запрещённых ресурсов, и сети по пути не пропускают соединения с этого адреса."
       "Узнайте свой IP-адрес командой curl https://ifconfig.me и проверьте его по реестру. Если адрес есть в реестре, попросите у хостинга другой адрес."
    fr "Votre propre adresse IP figure au registre russe des ressources interdites, et des réseaux sur le trajet rejettent ses connexions."
       "Affichez votre adresse IP avec curl https://ifconfig.me, puis cherchez-la dans le registre. Si elle y figure, demandez une autre adresse à l’hébergeur.";

    BACKBONE "S3 R1",
    en "There is trouble on the network route, or on one of the provider's servers."
       "Try a spare host: ping www2.smsc.ru (www2 to www5). See where the route ends: traceroute smsc.ru. Try from another network as well."
    ru "Неполадки на сетевом маршруте или на одном из серверов провайдера."
       "Попробуйте запасной сервер: ping www2.smsc.ru (от www2 до www5). Посмотрите, где обрывается маршрут: traceroute smsc.ru. Проверьте соединение и из другой сети."
    fr "Il y a un incident réseau sur le trajet, ou sur un serveur du prestataire."
       "Essayez un serveur de secours : ping www2.smsc.ru (www2 à www5). Voyez où le trajet s’interrompt : traceroute smsc.ru. Essayez aussi depuis un autre réseau.";

    ACCEPTED "" judgement,
    en "The request arrived, and only the answer was lost. The message may have been sent."
       "Before you send the message again, request the status by the id that your program set. If your program sets no id, look at the list of messages in the client area."
    ru "Запрос дошёл, потерялся только ответ. Возможно, сообщение отправлено."
       "Прежде чем отправлять сообщение снова, запросите статус по идентификатору, который задала ваша программа. Если программа не задаёт идентификатор, посмотрите список сообщений в личном кабинете."
    fr "La requête est arrivée, seule la réponse s’est perdue. Le message est peut-être parti."
       "Avant de renvoyer le message, demandez le statut avec l’identifiant fixé par votre programme. Si votre programme n’en fixe pas, consultez la liste des messages dans l’espace client.";

    ADDRESS "R1 R6",
    en "The address of the request is wrong: the API answers with HTTP status 200 even when it reports an error."
       "Compare the address with https://smsc.ru/sys/status.php, which is the one for statuses. To see the whole answer, run curl -i https://smsc.ru/sys/status.php"
    ru "Неверен адрес запроса: API даже при ошибке отвечает с кодом HTTP 200."
       "Сверьте адрес: статусы запрашивают по адресу https://smsc.ru/sys/status.php. Посмотрите весь ответ: curl -i https://smsc.ru/sys/status.php"
    fr "L’adresse de la requête est incorrecte : l’API répond avec le code HTTP 200 même en cas d’erreur."
       "Comparez l’adresse avec https://smsc.ru/sys/status.php, celle des statuts. Consultez la réponse entière : curl -i https://smsc.ru/sys/status.php";

    BETWEEN "S3" judgement,
    en "Something in between answered: a proxy, a firewall or a page of the hosting provider."
       "Read the body and the headers of the answer: they usually show who sent it. Try without the proxy: curl --noproxy smsc.ru -i https://smsc.ru/sys/status.php"
    ru "Ответил промежуточный узел: прокси, файрвол, страница хостинга."
       "Прочитайте тело и заголовки ответа: обычно по ним видно, кто ответил. Попробуйте без прокси: curl --noproxy smsc.ru -i https://smsc.ru/sys/status.php"
    fr "Un intermédiaire a répondu : proxy, pare-feu, page de l’hébergeur."
       "Lisez le corps et les en-têtes de la réponse : on y voit en général qui l’a émise. Essayez sans proxy : curl --noproxy smsc.ru -i https://smsc.ru/sys/status.php";

    FORMAT "R21 R49",
    en "The answer is a reply of the API, but it is read as the reply to another request: with another fmt, or a batch as a single message."
       "Read the reply with the options of its own request, for example: smsc decode reply.txt --fmt 3 --multi"
    ru "Это ответ API, но его читают как ответ на другой запрос: с другим fmt или ответ на пачку — как ответ об одном сообщении."
       "Прочитайте ответ с теми же параметрами, что были в запросе, например: smsc decode reply.txt --fmt 3 --multi"
    fr "La réponse vient bien de l’API, mais elle est lue comme celle d’une autre requête : avec un autre fmt, ou un lot pris pour un message seul."
       "Lisez la réponse avec les options de la requête, par exemple : smsc decode reply.txt --fmt 3 --multi";

    IP_LIST "S3",
    en "The account allows only some IP addresses, and the request came from another address. The result is an authorisation error although the login and the password are right."
       "Find your IP address with curl https://ifconfig.me and compare it with the list of allowed IP addresses in the account's settings."
    ru "В аккаунте разрешены только некоторые IP-адреса, а запрос пришёл с другого адреса. Поэтому при верных логине и пароле возникает ошибка авторизации."
       "Узнайте свой IP-адрес командой curl https://ifconfig.me и сравните его со списком разрешённых IP-адресов в настройках аккаунта."
    fr "Le compte n’autorise que certaines adresses IP, et la requête venait d’une autre adresse, d’où une erreur d’autorisation alors que l’identifiant et le mot de passe sont corrects."
       "Affichez votre adresse IP avec curl https://ifconfig.me, puis comparez-la à la liste des adresses IP autorisées dans les réglages du compte.";

    NEVER_SENT "S3",
    en "The send request never reached the server."
       "Look in your program's log for the answer to the send request. If there is no answer, go on with: smsc diagnose no-connection"
    ru "Запрос на отправку не дошёл до сервера."
       "Найдите в журнале программы ответ на запрос отправки. Если ответа нет, перейдите к проверке соединения: smsc diagnose no-connection"
    fr "La demande d’envoi n’est jamais arrivée au serveur."
       "Cherchez dans le journal de votre programme la réponse à la demande d’envoi. Si elle n’y figure pas, continuez avec : smsc diagnose no-connection";

    REJECTED "S3",
    en "The send request was refused because a required parameter was missing or wrong. The answer contains the number of the error."
       "Find the number of the error in the answer to the send request, and go on with: smsc diagnose api-error NUMBER"
    ru "Запрос на отправку отклонён: обязательный параметр не указан или неверен. В ответе есть номер ошибки."
       "Найдите номер ошибки в ответе на запрос отправки и проверьте его: smsc diagnose api-error НОМЕР"
    fr "La demande d’envoi a été refusée : un paramètre obligatoire manquait ou était incorrect. La réponse contient le numéro de l’erreur."
       "Cherchez le numéro de l’erreur dans la réponse à la demande d’envoi et continuez avec : smsc diagnose api-error NUMÉRO";

    NO_HISTORY "S3",
    en "The account is set to keep its SMS history for 0 days: each message is deleted right after its final status, as if the message had never been accepted."
       "Check in the account's settings for how many days the SMS history is kept, and set a number greater than 0."
    ru "В настройках задан срок хранения истории СМС 0 дней: сообщение удаляется сразу после окончательного статуса, словно провайдер его и не принимал."
       "Проверьте в настройках аккаунта срок хранения истории СМС и задайте больше 0 дней."
    fr "La durée de conservation de l’historique des SMS est réglée sur 0 jour : chaque message est effacé dès son statut final, comme s’il n’avait jamais été accepté."
       "Vérifiez dans les réglages du compte la durée de conservation de l’historique des SMS, et choisissez une durée supérieure à 0.";

    WRONG_PAIR "R3",
    en "The status was requested for a pair of number and id that is not the message's own."
       "Compare the number (digits with the country code) and the id with the answer to the send request. One id can stand for several numbers."
    ru "Статус запросили не по тем номеру и идентификатору, которые есть у сообщения."
       "Сверьте номер (цифрами, с кодом страны) и идентификатор с ответом на запрос отправки. Один идентификатор может относиться к нескольким номерам."
    fr "Le statut a été demandé avec un numéro et un identifiant qui ne sont pas ceux du message."
       "Comparez le numéro (en chiffres, avec l’indicatif du pays) et l’identifiant avec la réponse à la demande d’envoi. Un identifiant peut servir à plusieurs numéros.";

    ARCHIVE "R5",
    en "The message is in the archive: at 03:00 Moscow time, messages with a final status that were sent before 18:00 of the previous day move to the archive."
       "Compare the time of sending. In future, request statuses within a day and store them. The provider's support can look up the status in the archive."
    ru "Сообщение в архиве: в 03:00 по Москве в архив переносятся сообщения с окончательным статусом, отправленные до 18:00 предыдущего дня."
       "Сравните время отправки. В дальнейшем запрашивайте статусы в течение суток и сохраняйте их. Статус из архива может сообщить поддержка провайдера."
    fr "Le message est archivé : à 03 h 00, heure de Moscou, les messages qui ont un statut final et sont partis avant 18 h 00 la veille sont archivés."
       "Comparez l’heure d’envoi. À l’avenir, demandez les statuts dans les 24 heures et conservez-les. L’assistance du prestataire peut retrouver le statut dans l’archive.";

    DELETED "R1 R12",
    en "One of your own programs deleted the message with a status request that has del=1."
       "Search your programs for requests with del=1."
    ru "Сообщение удалила ваша собственная программа запросом статуса с del=1."
       "Поищите в своих программах запросы с del=1."
    fr "Un de vos programmes a supprimé le message, par une demande de statut avec del=1."
       "Cherchez dans vos programmes des requêtes avec del=1.";

    WAITS "S1",
    en "The message has not gone out yet: it is waiting for its scheduled time (status -1), or its mailing was paused (status -2)."
       "Check the status, and check the mailing in the client area. If the mailing was paused, resume it."
    ru "Сообщение ещё не ушло: оно ожидает назначенного времени (статус -1), или рассылка приостановлена (статус -2)."
       "Проверьте статус сообщения и рассылку в личном кабинете. Если рассылка приостановлена, возобновите её."
    fr "Le message n’est pas encore parti : il attend l’heure prévue (statut -1), ou sa campagne est en pause (statut -2)."
       "Vérifiez le statut du message et la campagne dans l’espace client. Si la campagne est en pause, reprenez-la.";

    UNREACHED "S1",
    en "The operator has the message and has not reported its delivery yet (status 0), often because the phone is off."
       "Keep requesting the status until the time allowed for delivery is over. After 24 hours without a report, the provider sets err 245: it is not known whether the message arrived."
    ru "Сообщение у оператора, и он ещё не сообщил о доставке (статус 0): часто телефон просто выключен."
       "Запрашивайте статус, пока не истечёт срок доставки сообщения. Если за сутки оператор ничего не сообщит, провайдер поставит err 245: неизвестно, дошло ли сообщение."
    fr "L’opérateur a le message et n’a pas encore signalé sa livraison (statut 0), souvent parce que le téléphone est éteint."
       "Redemandez le statut jusqu’à l’expiration du message. Après 24 heures sans nouvelles, le prestataire indique err 245 : on ne sait pas si le message est arrivé.";

    VIRTUAL "S1",
    en "The message was sent in test mode, so nothing went out."
       "Check the error code (err): 200 means a virtual send. Turn test mode off in the account's settings."
    ru "Сообщение отправлено в тестовом режиме, то есть никуда не ушло."
       "Проверьте код ошибки (err): 200 означает виртуальную отправку. Выключите тестовый режим в настройках аккаунта."
    fr "L’envoi s’est fait en mode test : rien n’est parti."
       "Consultez le code d’erreur (err) : 200 signifie un envoi virtuel. Désactivez le mode test dans les réglages du compte.";

    REVERSE "S3",
    en "The sender's IP address has no reverse DNS record (PTR), and without one the provider accepts no mail."
       "Look up the name of the mail server's IP address: host YOUR-IP-ADDRESS. If there is no name, ask the hosting provider to set a PTR record."
    ru "У IP-адреса отправителя нет обратной записи DNS (PTR), а без неё провайдер письма не принимает."
       "Проверьте имя IP-адреса почтового сервера: host ВАШ-IP-АДРЕС. Если имени нет, попросите хостинг создать запись PTR."
    fr "L’adresse IP d’envoi n’a pas d’enregistrement DNS inverse (PTR), sans lequel le prestataire n’accepte pas les e-mails."
       "Vérifiez le nom de l’adresse IP du serveur de messagerie : host VOTRE-ADRESSE-IP. Si elle n’a pas de nom, demandez à l’hébergeur de créer un enregistrement PTR.";

    FAULTY_SENDS "S0 S3",
    en "100 faulty send requests in a row came within 10 minutes: the IP address is blocked for 10 minutes."
       "Look in your program's log for the errors before the block, and fix their cause. Then wait until the 10 minutes are over."
    ru "За 10 минут пришло подряд 100 ошибочных запросов на отправку: IP-адрес заблокирован на 10 минут."
       "Найдите в журнале программы ошибки перед блокировкой и устраните их причину. Затем подождите, пока пройдут 10 минут."
    fr "100 demandes d’envoi erronées d’affilée sont arrivées en 10 minutes : l’adresse IP est bloquée pendant 10 minutes."
       "Cherchez dans le journal du programme les erreurs qui précèdent le blocage et corrigez leur cause. Attendez ensuite la fin des 10 minutes.";

    LOGIN_BLOCK "S3",
    en "Five logins were refused within 30 minutes: the IP address is blocked for 30 minutes (error 4)."
       "Stop every program that uses the old login or password, including those of other people behind the same IP address. An address in the account's list of allowed addresses is not blocked."
    ru "За 30 минут вход отклонили пять раз: IP-адрес заблокирован на 30 минут (ошибка 4)."
       "Остановите все программы со старым логином или паролем, в том числе чужие программы за тем же IP-адресом. Адрес из списка разрешённых в аккаунте не блокируют."
    fr "Cinq connexions ont été refusées en 30 minutes : l’adresse IP est bloquée pendant 30 minutes (erreur 4)."
       "Arrêtez tous les programmes qui utilisent l’ancien identifiant ou mot de passe, y compris ceux d’autres personnes derrière la même adresse IP. Une adresse de la liste autorisée du compte n’est pas bloquée.";

    LIKE_REQUESTS "S3",
    en "Identical requests came too often (error 9). If they continue, the IP address can be blocked (error 4); how many it takes is not documented."
       "Check whether a program repeats a request at once after an error, or whether several copies of the program run. After each error 9, the program must wait a minute."
    ru "Одинаковые запросы приходили слишком часто (ошибка 9). Если так продолжится, IP-адрес могут заблокировать (ошибка 4); после какого числа запросов, не описано."
       "Проверьте, не повторяет ли программа запрос сразу после ошибки и не запущено ли несколько копий программы. После каждой ошибки 9 программа должна ждать минуту."
    fr "Des requêtes identiques sont arrivées trop souvent (erreur 9). Si cela continue, l’adresse IP peut être bloquée (erreur 4) ; le nombre à ne pas dépasser n’est pas documenté."
       "Vérifiez si un programme relance une requête aussitôt après une erreur, ou si plusieurs copies du programme tournent. Après chaque erreur 9, le programme doit attendre une minute.";

    SUPPORT "S3",
    en "If none of these causes fits, the reason is on the provider's side."
       "Contact the provider's support. State the account, the number, the id of the message and the time of the request."
    ru "Если ничего из этого не подошло, причина на стороне провайдера."
       "Обратитесь в поддержку провайдера. Укажите аккаунт, номер, идентификатор сообщения и время запроса."
    fr "Si aucune de ces causes ne convient, le problème vient du prestataire."
       "Contactez l’assistance du prestataire. Indiquez le compte, le numéro, l’identifiant du message et l’heure de la requête.";
}
