//! The causes of each symptom. The texts are for people who maintain a program that sends messages.

use smsc_proto::ApiErrorCode;

use super::{Step, Symptom};
use crate::outcome::Localized;
use crate::tables::is_judgement;

/// Returns the title of a symptom.
pub(super) const fn title(symptom: Symptom) -> Localized {
    let (en, ru, fr) = match symptom {
        Symptom::NoConnection => ("No connection to the server", "Нет соединения с сервером", "Pas de connexion au serveur"),
        Symptom::Timeout => ("No answer in time", "Нет ответа вовремя", "Pas de réponse à temps"),
        Symptom::HttpError => ("An HTTP error", "Ошибка HTTP", "Une erreur HTTP"),
        Symptom::NotAReply => ("An answer that is no reply", "Ответ не от API", "Une réponse qui n’est pas celle de l’API"),
        Symptom::ApiError(_) => ("An error of the API", "Ошибка API", "Une erreur de l’API"),
        Symptom::NotFound => ("Not found, at once", "Не найдено сразу после отправки", "Introuvable, dès l’envoi"),
        Symptom::NotFoundLater => ("Not found, after a while", "Не найдено спустя время", "Introuvable, après un temps"),
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
    en "A firewall of yours or of your hosting blocks the provider's server."
       "On the machine that sends, run: ping smsc.ru and: telnet smsc.ru 443. If the connection does not open, have the hosting or the administrator allow it."
    ru "Сервер провайдера закрыт файрволом у вас или у вашего хостинга."
       "На машине, которая отправляет, выполните: ping smsc.ru и: telnet smsc.ru 443. Если соединение не открывается, попросите хостинг или администратора разрешить его."
    fr "Un pare-feu, chez vous ou chez votre hébergeur, bloque le serveur du prestataire."
       "Sur la machine qui envoie, lancez : ping smsc.ru et : telnet smsc.ru 443. Si la connexion ne s’ouvre pas, faites-la autoriser par l’hébergeur ou l’administrateur.";

    REGISTER "S3",
    en "Your own IP address is in the register of prohibited resources, so networks on the way drop it."
       "Find your address with: curl https://ifconfig.me and look it up in the register. Ask the hosting for another address if it is there."
    ru "Ваш собственный IP-адрес внесён в реестр запрещённых ресурсов, и сети по пути его не пропускают."
       "Узнайте адрес командой: curl https://ifconfig.me и проверьте его по реестру. Если он там, попросите у хостинга другой."
    fr "Votre propre adresse IP figure au registre russe des ressources interdites, et des réseaux en chemin la rejettent."
       "Trouvez votre adresse avec : curl https://ifconfig.me et cherchez-la dans le registre. Si elle y est, demandez-en une autre à l’hébergeur.";

    BACKBONE "S3 R1",
    en "There is trouble on the way, or on one of the provider's servers."
       "Try a spare host: ping www2.smsc.ru (www2 to www5). Look where the way ends: traceroute smsc.ru. Try from another network as well."
    ru "Неполадки на магистрали или на одном из серверов провайдера."
       "Попробуйте запасной сервер: ping www2.smsc.ru (от www2 до www5). Посмотрите, где обрывается путь: traceroute smsc.ru. Проверьте и из другой сети."
    fr "Il y a un incident sur le chemin, ou sur un serveur du prestataire."
       "Essayez un serveur de secours : ping www2.smsc.ru (www2 à www5). Regardez où le chemin s’arrête : traceroute smsc.ru. Essayez aussi depuis un autre réseau.";

    ACCEPTED "" judgement,
    en "The request arrived, and only the answer was lost. A message may have been sent."
       "Before you send again, ask for the status under the id that your program gave. If it gives none, look at the list of messages in the client's page."
    ru "Запрос дошёл, потерялся только ответ. Сообщение могло быть отправлено."
       "Прежде чем отправлять снова, запросите статус по идентификатору, который задала ваша программа. Если она его не задаёт, посмотрите список сообщений в личном кабинете."
    fr "La requête est arrivée, seule la réponse s’est perdue. Le message est peut-être parti."
       "Avant de renvoyer, demandez le statut avec l’identifiant donné par votre programme. S’il n’en donne pas, regardez la liste des messages dans l’espace client.";

    ADDRESS "R1 R6",
    en "The address of the request is wrong: the API answers even its errors with HTTP status 200."
       "Compare the address: https://smsc.ru/sys/status.php for statuses. Look at the whole answer: curl -i https://smsc.ru/sys/status.php"
    ru "Неверен адрес запроса: даже об ошибках API сообщает со статусом HTTP 200."
       "Сверьте адрес: для статусов https://smsc.ru/sys/status.php. Посмотрите весь ответ: curl -i https://smsc.ru/sys/status.php"
    fr "L’adresse de la requête est fausse : l’API répond avec le statut HTTP 200 même en cas d’erreur."
       "Comparez l’adresse : https://smsc.ru/sys/status.php pour les statuts. Regardez la réponse entière : curl -i https://smsc.ru/sys/status.php";

    BETWEEN "S3" judgement,
    en "Something in between answered: a proxy, a firewall, a page of the hosting."
       "Read the body and the headers of the answer: they mostly name who wrote it. Try without the proxy: curl --noproxy smsc.ru -i https://smsc.ru/sys/status.php"
    ru "Ответил кто-то посередине: прокси, файрвол, страница хостинга."
       "Прочитайте тело и заголовки ответа: обычно там видно, кто ответил. Попробуйте без прокси: curl --noproxy smsc.ru -i https://smsc.ru/sys/status.php"
    fr "Un intermédiaire a répondu : proxy, pare-feu, page de l’hébergeur."
       "Lisez le corps et les en-têtes de la réponse : on y voit en général qui l’a écrite. Essayez sans proxy : curl --noproxy smsc.ru -i https://smsc.ru/sys/status.php";

    FORMAT "R21 R49",
    en "It is a reply, but it is read as the answer to another request: another fmt, or a batch as a single one."
       "Read it with the request's own options, for example: smsc decode reply.txt --fmt 3 --multi"
    ru "Это ответ API, но его читают как ответ на другой запрос: с другим fmt или пачку как одиночный."
       "Прочитайте его с теми параметрами, что были в запросе, например: smsc decode reply.txt --fmt 3 --multi"
    fr "C’est bien une réponse, mais lue comme celle d’une autre requête : un autre fmt, ou un lot pris pour un message seul."
       "Lisez-la avec les options de la requête, par exemple : smsc decode reply.txt --fmt 3 --multi";

    IP_LIST "S3",
    en "The account allows only some IP addresses, and the request came from another: that gives an authorisation error although login and password are right."
       "Find your address with: curl https://ifconfig.me and compare it with the list of allowed IP addresses in the account's settings."
    ru "В аккаунте разрешены только некоторые IP-адреса, а запрос пришёл с другого: это даёт ошибку авторизации при верных логине и пароле."
       "Узнайте свой адрес командой: curl https://ifconfig.me и сравните его со списком разрешённых IP-адресов в настройках аккаунта."
    fr "Le compte n’autorise que certaines adresses IP, et la requête venait d’une autre : cela donne une erreur d’autorisation bien que l’identifiant et le mot de passe soient justes."
       "Trouvez votre adresse avec : curl https://ifconfig.me et comparez-la à la liste des adresses IP autorisées dans les réglages du compte.";

    NEVER_SENT "S3",
    en "The send request never reached the server."
       "Look in your program's log for the answer to the send request. If there is none, go on with: smsc diagnose no-connection"
    ru "Запрос на отправку не дошёл до сервера."
       "Найдите в журнале программы ответ на запрос отправки. Если его нет, продолжите: smsc diagnose no-connection"
    fr "La demande d’envoi n’est jamais arrivée au serveur."
       "Cherchez dans le journal de votre programme la réponse à la demande d’envoi. S’il n’y en a pas, continuez avec : smsc diagnose no-connection";

    REJECTED "S3",
    en "The send request was refused, because a required parameter was missing or wrong: the answer has the number of the error."
       "Find the number in that answer, and go on with: smsc diagnose api-error NUMBER"
    ru "Запрос на отправку отклонён: не было обязательного параметра, или он неверен. В ответе есть номер ошибки."
       "Найдите номер в том ответе и продолжите: smsc diagnose api-error НОМЕР"
    fr "La demande d’envoi a été refusée : un paramètre obligatoire manquait ou était faux. La réponse porte le numéro de l’erreur."
       "Trouvez ce numéro dans la réponse et continuez avec : smsc diagnose api-error NUMÉRO";

    NO_HISTORY "S3",
    en "The account stores its SMS history for 0 days: each message is deleted right after its final status, as if it had never been accepted."
       "Look at the number of days for which the account's settings keep the SMS history, and set more than 0."
    ru "История СМС в аккаунте хранится 0 дней: сообщение удаляется сразу после окончательного статуса, словно его и не принимали."
       "Посмотрите в настройках аккаунта, сколько дней хранится история СМС, и задайте больше 0."
    fr "Le compte conserve l’historique des SMS 0 jour : chaque message est effacé dès son statut final, comme s’il n’avait jamais été accepté."
       "Regardez dans les réglages du compte combien de jours l’historique des SMS est conservé, et mettez plus de 0.";

    WRONG_PAIR "R3",
    en "The question was for another pair of phone and id than that of the message."
       "Compare both with the answer to the send request: the phone as digits with its country code, and the id. One id can stand for several phones."
    ru "Статус запросили не для той пары номера и идентификатора."
       "Сверьте их с ответом на запрос отправки: номер цифрами с кодом страны и идентификатор. Один идентификатор может относиться к нескольким номерам."
    fr "La demande portait sur une autre paire numéro-identifiant que celle du message."
       "Comparez les deux avec la réponse à l’envoi : le numéro en chiffres avec l’indicatif du pays, et l’identifiant. Un identifiant peut servir à plusieurs numéros.";

    ARCHIVE "R5",
    en "The message is in the archive: at 03:00 Moscow time those with a final status that were sent before 18:00 of the day before move there."
       "Compare the time of sending. From now on ask for statuses within a day and keep them. The provider's support can tell the real status."
    ru "Сообщение в архиве: в 03:00 по Москве туда переносятся сообщения с окончательным статусом, отправленные до 18:00 предыдущего дня."
       "Сравните время отправки. Впредь запрашивайте статусы в течение суток и сохраняйте их. Настоящий статус может назвать поддержка провайдера."
    fr "Le message est archivé : à 03 h 00, heure de Moscou, ceux qui ont un statut final et sont partis avant 18 h 00 la veille y sont déplacés."
       "Comparez l’heure d’envoi. À l’avenir, demandez les statuts dans la journée et conservez-les. L’assistance du prestataire peut donner le vrai statut.";

    DELETED "R1 R12",
    en "A program of yours deleted the message, by a status request with del=1."
       "Search your programs for requests with del=1."
    ru "Сообщение удалила ваша же программа запросом статуса с del=1."
       "Поищите в своих программах запросы с del=1."
    fr "Un de vos programmes a supprimé le message, par une demande de statut avec del=1."
       "Cherchez dans vos programmes des requêtes avec del=1.";

    WAITS "S1",
    en "The message has not gone out yet: it waits for the time set for it (status -1), or its mailing was paused (status -2)."
       "Look at the status and at the mailing in the client's page. Resume the mailing if it was paused."
    ru "Сообщение ещё не ушло: оно ждёт заданного времени (статус -1), или рассылка приостановлена (статус -2)."
       "Посмотрите статус и рассылку в личном кабинете. Если рассылка приостановлена, возобновите её."
    fr "Le message n’est pas encore parti : il attend l’heure fixée (statut -1), ou sa campagne est en pause (statut -2)."
       "Regardez le statut et la campagne dans l’espace client. Reprenez la campagne si elle est en pause.";

    UNREACHED "S1",
    en "The operator has the message and has not reported yet (status 0), often because the phone is off."
       "Ask again until the message's life is over. After a day without a word the provider gives err 245: nobody can say whether it arrived."
    ru "Сообщение у оператора, и он ещё не отчитался (статус 0): часто телефон просто выключен."
       "Запрашивайте статус, пока не истечёт срок жизни сообщения. Если за сутки ответа нет, провайдер ставит err 245: никто не знает, дошло ли оно."
    fr "L’opérateur a le message et n’a encore rien signalé (statut 0), souvent parce que le téléphone est éteint."
       "Redemandez jusqu’à la fin de vie du message. Après un jour sans nouvelle, le prestataire donne err 245 : personne ne sait s’il est arrivé.";

    VIRTUAL "S1",
    en "It was sent in test mode, so nothing went out."
       "Look at err: 200 means a virtual send. Turn the test mode off in the account's settings."
    ru "Отправлено в тестовом режиме, и ничего не ушло."
       "Посмотрите err: 200 значит виртуальную отправку. Выключите тестовый режим в настройках аккаунта."
    fr "L’envoi s’est fait en mode test : rien n’est parti."
       "Regardez err : 200 signifie un envoi virtuel. Désactivez le mode test dans les réglages du compte.";

    REVERSE "S3",
    en "The reverse domain of the sender's address does not exist; the provider takes no mail without one."
       "Look up the name of the mail server's IP address: host YOUR-IP-ADDRESS. If there is no name, have the hosting set one (a PTR record)."
    ru "У адреса отправителя нет обратного домена, а без него провайдер письма не принимает."
       "Проверьте имя IP-адреса почтового сервера: host ВАШ-IP-АДРЕС. Если имени нет, попросите хостинг задать его (запись PTR)."
    fr "L’adresse de l’expéditeur n’a pas de domaine inverse, et sans lui le prestataire n’accepte pas l’e-mail."
       "Vérifiez le nom de l’adresse IP du serveur de messagerie : host VOTRE-ADRESSE-IP. S’il n’y a pas de nom, faites-le créer par l’hébergeur (enregistrement PTR).";

    FAULTY_SENDS "S0 S3",
    en "100 faulty send requests in a row came within 10 minutes: the address is blocked for 10 minutes."
       "Look in your program's log for the errors before the block, and mend their cause. Then wait until the 10 minutes are over."
    ru "За 10 минут пришло подряд 100 ошибочных запросов на отправку: адрес заблокирован на 10 минут."
       "Найдите в журнале программы ошибки перед блокировкой и устраните их причину. Затем переждите эти 10 минут."
    fr "100 demandes d’envoi erronées d’affilée sont arrivées en 10 minutes : l’adresse est bloquée 10 minutes."
       "Cherchez dans le journal du programme les erreurs d’avant le blocage et corrigez leur cause. Attendez ensuite la fin des 10 minutes.";

    LOGIN_BLOCK "S3",
    en "Five logins were refused within 30 minutes: the address is blocked for 30 minutes (error 4)."
       "Stop every program that uses the old login or password, also those of other people behind the same address. An address in the account's list of allowed ones is not blocked."
    ru "За 30 минут вход отклонили пять раз: адрес блокируется на 30 минут (ошибка 4)."
       "Остановите все программы со старым логином или паролем, в том числе чужие за тем же адресом. Адрес из списка разрешённых в аккаунте не блокируют."
    fr "Cinq connexions ont été refusées en 30 minutes : l’adresse est bloquée 30 minutes (erreur 4)."
       "Arrêtez tous les programmes qui utilisent l’ancien identifiant ou mot de passe, y compris ceux d’autres personnes derrière la même adresse. Une adresse de la liste autorisée du compte n’est pas bloquée.";

    LIKE_REQUESTS "S3",
    en "Requests of the like came often (error 9). If they go on, the address can be blocked (error 4); from how many on is not documented."
       "Look whether a program repeats a request at once after an error, or whether several copies of it run. Let it wait a minute after each error 9."
    ru "Часто приходили одинаковые запросы (ошибка 9). Если так продолжится, адрес могут заблокировать (ошибка 4); с какого числа, не описано."
       "Проверьте, не повторяет ли программа запрос сразу после ошибки и не запущено ли несколько её копий. После каждой ошибки 9 она должна ждать минуту."
    fr "Des requêtes semblables sont arrivées souvent (erreur 9). Si cela continue, l’adresse peut être bloquée (erreur 4) ; à partir de combien n’est pas documenté."
       "Regardez si un programme répète une requête aussitôt après une erreur, ou si plusieurs copies tournent. Qu’il attende une minute après chaque erreur 9.";

    SUPPORT "S3",
    en "None of these: the reason is on the provider's side."
       "Ask the provider's support. Name the account, the phone, the id and the time of the request."
    ru "Ничего из этого: причина на стороне провайдера."
       "Обратитесь в поддержку провайдера. Назовите аккаунт, номер, идентификатор и время запроса."
    fr "Rien de tout cela : la raison est du côté du prestataire."
       "Contactez l’assistance du prestataire. Indiquez le compte, le numéro, l’identifiant et l’heure de la requête.";
}
