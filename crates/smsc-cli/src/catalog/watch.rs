//! The help and the messages of `smsc watch`.

use super::Entry;

pub(super) const TEXTS: &[Entry] = &[
    (
        "--webhook: expected a URL that starts with https://, or with http:// for this machine alone",
        "--webhook: нужен URL, который начинается с https://, или с http:// только для этой машины",
        "--webhook : une URL en https:// est attendue, ou en http:// pour cette machine seule",
    ),
    (
        "Examples:\n  smsc watch --file pairs.csv > changes.jsonl\n  sender | smsc watch --file - | jq 'select(.state == \"final\")'\n  smsc watch --spool /var/spool/smsc --exec 'cat >> ends.jsonl'\n  smsc watch --spool new --webhook https://example.org/ends --listen 127.0.0.1:9000 --secret-file secret.txt",
        "Примеры:\n  smsc watch --file pairs.csv > changes.jsonl\n  sender | smsc watch --file - | jq 'select(.state == \"final\")'\n  smsc watch --spool /var/spool/smsc --exec 'cat >> ends.jsonl'\n  smsc watch --spool new --webhook https://example.org/ends --listen 127.0.0.1:9000 --secret-file secret.txt",
        "Exemples :\n  smsc watch --file pairs.csv > changes.jsonl\n  sender | smsc watch --file - | jq 'select(.state == \"final\")'\n  smsc watch --spool /var/spool/smsc --exec 'cat >> ends.jsonl'\n  smsc watch --spool new --webhook https://example.org/ends --listen 127.0.0.1:9000 --secret-file secret.txt",
    ),
    (
        "Follow messages to their end, and pass on every change once it is stored",
        "Следить за сообщениями до конца и передавать каждое изменение, как только оно сохранено",
        "Suivre des messages jusqu’à leur fin, et transmettre chaque changement dès qu’il est enregistré",
    ),
    (
        "Follow messages to their end, and pass on every change once it is stored\n\nStatuses are asked for soon after the sending, then less and less often, and once more before 03:00 Moscow time, when the service moves messages to the archive; always within its limits. What is known is in a file, so that the next run goes on where this one ended, however it ended.\n\nEvery change is a line of JSON on standard output. Final outcomes can be passed to a command or a webhook as well. After a crash a change can be passed on twice, with the same key. Other programs can query the state with sqlite3.\n\nA command or a webhook that is named for the first time gets the outcomes from the first one on.\n\nExit status: 0 if every message came to its end, or after SIGTERM, SIGINT or SIGHUP, 1 if a message is lost (the service no longer finds it, and its end was not seen), a line of standard input is no pair, or the credentials are refused, 2 for wrong usage, no credentials, a state that cannot be opened, or standard output that cannot be written.",
        "Следить за сообщениями до конца и передавать каждое изменение, как только оно сохранено\n\nСтатусы запрашиваются вскоре после отправки, потом всё реже и ещё раз перед 03:00 по Москве, когда сервис переносит сообщения в архив; всегда в пределах его ограничений. Всё известное хранится в файле, так что следующий запуск продолжает с того места, где закончился этот, чем бы он ни закончился.\n\nКаждое изменение — строка JSON в стандартном выводе. Окончательные исходы можно передавать ещё команде или вебхуку. После сбоя изменение может быть передано дважды, с тем же ключом. Другие программы могут обращаться к состоянию через sqlite3.\n\nКоманда или вебхук, указанные впервые, получают исходы с самого первого.\n\nКод выхода: 0, если все сообщения дошли до конца, или после SIGTERM, SIGINT или SIGHUP; 1, если сообщение потеряно (сервис его больше не находит, а его конца не видели), строка стандартного ввода — не пара или учётные данные отвергнуты; 2, если неверны параметры, нет учётных данных, состояние не открывается или стандартный вывод нельзя записать.",
        "Suivre des messages jusqu’à leur fin, et transmettre chaque changement dès qu’il est enregistré\n\nLes statuts sont demandés peu après l’envoi, puis de moins en moins souvent, et une fois encore avant 03:00, heure de Moscou, quand le service archive les messages ; toujours dans ses limites. Ce qui est connu est dans un fichier, si bien que l’exécution suivante reprend là où celle-ci s’est arrêtée, quelle qu’en soit la raison.\n\nChaque changement est une ligne de JSON sur la sortie standard. Les issues finales peuvent aussi être transmises à une commande ou à un webhook. Après un arrêt brutal, un changement peut être transmis deux fois, avec la même clé. D’autres programmes peuvent interroger l’état avec sqlite3.\n\nUne commande ou un webhook nommé pour la première fois reçoit les issues depuis la première.\n\nCode de sortie : 0 si tous les messages sont arrivés à leur fin, ou après SIGTERM, SIGINT ou SIGHUP, 1 si un message est perdu (le service ne le trouve plus, et sa fin n’a pas été vue), si une ligne de l’entrée standard n’est pas une paire, ou si les identifiants sont refusés, 2 pour des options fausses, sans identifiants, si l’état ne peut pas être ouvert, ou si la sortie standard ne peut pas être écrite.",
    ),
    ("HTTP status {0}", "статус HTTP {0}", "statut HTTP {0}"),
    ("exit status {0}", "код выхода {0}", "code de sortie {0}"),
    (
        "HTTP status {0}, a redirect, which is not followed: pass the URL that it leads to",
        "статус HTTP {0}, перенаправление, по которому перехода нет: укажите URL, на который оно ведёт",
        "statut HTTP {0}, une redirection, qui n’est pas suivie : passez l’URL où elle mène",
    ),
    (
        "The URL to POST the JSON of each final outcome to, with its key as the header Idempotency-Key. It is sent again until the answer has an HTTP status from 200 to 299",
        "URL, на который JSON каждого окончательного исхода отправляется методом POST, с ключом в заголовке Idempotency-Key. Отправка повторяется, пока статус HTTP ответа не будет от 200 до 299",
        "L’URL à laquelle le JSON de chaque issue finale est envoyé par POST, avec sa clé dans l’en-tête Idempotency-Key. Il est renvoyé jusqu’à ce que la réponse ait un statut HTTP de 200 à 299",
    ),
    (
        "The account keeps no history, in which messages that moved to the archive could be found",
        "Счёт не хранит историю, в которой можно найти сообщения, перенесённые в архив",
        "Le compte ne garde pas d’historique, où les messages archivés pourraient être trouvés",
    ),
    (
        "The address and the port to receive push notifications on. Statuses are then asked for once an hour and before 03:00 alone",
        "Адрес и порт, на которых принимаются уведомления. Статусы тогда запрашиваются лишь раз в час и перед 03:00",
        "L’adresse et le port où recevoir les notifications. Les statuts ne sont alors demandés qu’une fois par heure et avant 03:00",
    ),
    (
        "The command to run for each final outcome, whose JSON is its standard input. If it fails, it is run again, later and with the same key",
        "Команда, которая выполняется для каждого окончательного исхода и получает его JSON в стандартном вводе. Если она завершилась с ошибкой, она выполняется снова, позже и с тем же ключом",
        "La commande à exécuter pour chaque issue finale, dont le JSON est son entrée standard. Si elle échoue, elle est exécutée de nouveau, plus tard et avec la même clé",
    ),
    (
        "The file with the pairs of id and phone, or `-` for standard input, whose messages are followed as the lines come: one ID:PHONE a line, or CSV with a header that has the columns id and phone",
        "Файл с парами из id и телефона или `-` для стандартного ввода, за сообщениями которого следят по мере поступления строк: по одной ID:PHONE в строке или CSV с заголовком, в котором есть столбцы id и phone",
        "Le fichier des paires d’id et de numéro, ou `-` pour l’entrée standard, dont les messages sont suivis à mesure que les lignes arrivent : une ID:PHONE par ligne, ou du CSV avec un en-tête qui a les colonnes id et phone",
    ),
    (
        "The file with the state, or the URL of a PostgreSQL database (`postgres://…`, whose password is in `PGPASSWORD` or ~/.pgpass) for several watchers [default: watch.db in the folder smsc of the user's states]",
        "Файл с состоянием или URL базы данных PostgreSQL (`postgres://…`, пароль — в `PGPASSWORD` или ~/.pgpass) для нескольких наблюдателей [по умолчанию: watch.db в папке smsc среди состояний пользователя]",
        "Le fichier de l’état, ou l’URL d’une base PostgreSQL (`postgres://…`, dont le mot de passe est dans `PGPASSWORD` ou ~/.pgpass) pour plusieurs observateurs [par défaut : watch.db dans le dossier smsc des états de l’utilisateur]",
    ),
    (
        "The folder in which other programs put such files. Each is removed when its messages are stored; one that cannot be read gets the ending .bad. Names that start with a dot or end in .tmp are left alone, so that a file can be written first and renamed then",
        "Папка, в которую другие программы кладут такие файлы. Каждый удаляется, когда его сообщения сохранены; нечитаемый получает окончание .bad. Имена, которые начинаются с точки или кончаются на .tmp, не трогаются, так что файл можно сначала записать, а потом переименовать",
        "Le dossier où d’autres programmes déposent de tels fichiers. Chacun est supprimé quand ses messages sont enregistrés ; un fichier illisible reçoit la fin .bad. Les noms qui commencent par un point ou finissent par .tmp sont laissés, pour qu’un fichier puisse d’abord être écrit, puis renommé",
    ),
    (
        "The level of detail (`all`) to ask for: 0 for the status, 1 also for the message and its cost, 2 also for country, operator and region",
        "Запрашиваемая подробность (`all`): 0 — статус, 1 — ещё сообщение и его стоимость, 2 — ещё страна, оператор и регион",
        "Le niveau de détail (`all`) à demander : 0 pour le statut, 1 aussi pour le message et son coût, 2 aussi pour le pays, l’opérateur et la région",
    ),
    (
        "The number of messages in a batch: 2 to 4096",
        "Число сообщений в пакете: от 2 до 4096",
        "Le nombre de messages d’un lot : de 2 à 4096",
    ),
    (
        "The number of programs of this login that ask for batches, this one included: the service allows one batch a minute for all of them",
        "Число программ с этим логином, которые запрашивают пакеты, включая эту: сервис разрешает один пакет в минуту на всех",
        "Le nombre de programmes de ce login qui demandent des lots, celui-ci compris : le service accepte un lot par minute pour tous",
    ),
    (
        "The number of status requests at once: 1 to 4. The service allows 4 for all programs of a login",
        "Число одновременных запросов статуса: от 1 до 4. Сервис разрешает 4 на все программы логина",
        "Le nombre de demandes de statut simultanées : de 1 à 4. Le service en accepte 4 pour tous les programmes d’un login",
    ),
    (
        "The time at which the messages were sent, such as 2026-11-28T12:00:00Z [default: now]",
        "Время, когда сообщения были отправлены, например 2026-11-28T12:00:00Z [по умолчанию: сейчас]",
        "L’heure d’envoi des messages, comme 2026-11-28T12:00:00Z [par défaut : maintenant]",
    ),
    (
        "a password is never an option, which other users can see: set PGPASSWORD, or write ~/.pgpass",
        "пароль не передаётся параметром, который видят другие пользователи: задайте PGPASSWORD или запишите ~/.pgpass",
        "un mot de passe n’est jamais une option, que d’autres utilisateurs voient : définissez PGPASSWORD, ou écrivez ~/.pgpass",
    ),
    (
        "correct the credentials, and run the command again",
        "исправьте учётные данные и запустите команду снова",
        "corrigez les identifiants, et relancez la commande",
    ),
    (
        "no home folder: pass --state FILE",
        "нет домашней папки: укажите --state FILE",
        "pas de dossier personnel : passez --state FILE",
    ),
    ("standard input, line {0}: {1}", "стандартный ввод, строка {0}: {1}", "entrée standard, ligne {0} : {1}"),
    (
        "the notification is not stored: the service sends it again",
        "уведомление не сохранено: сервис пришлёт его снова",
        "la notification n’est pas enregistrée : le service l’enverra de nouveau",
    ),
    (
        "the service blocks this address: going on in {0} min",
        "сервис заблокировал этот адрес: продолжение через {0} мин",
        "le service bloque cette adresse : reprise dans {0} min",
    ),
    (
        "{0} messages are not at their end: the next run goes on with them",
        "сообщений не дошло до конца: {0}; следующий запуск продолжит с ними",
        "{0} messages ne sont pas à leur fin : l’exécution suivante continue avec eux",
    ),
    (
        "{0} messages may move to the archive at 03:00 Moscow time before their end is seen: {1}",
        "сообщений, которые могут попасть в архив в 03:00 по Москве до того, как увидят их конец: {0} ({1})",
        "{0} messages risquent d’être archivés à 03:00, heure de Moscou, avant que leur fin soit vue : {1}",
    ),
    (
        "{0} under way, {1} at their end, {2} lost",
        "в пути {0}, дошли до конца {1}, потеряно {2}",
        "{0} en route, {1} à leur fin, {2} perdus",
    ),
    ("{0}: {1}; trying again in {2} s", "{0}: {1}; новая попытка через {2} с", "{0} : {1} ; nouvel essai dans {2} s"),
    ("{0}; trying again", "{0}; новая попытка", "{0} ; nouvel essai"),
];
