//! The help of the commands that ask the service.

use super::Entry;

pub(super) const TEXTS: &[Entry] = &[
    (
        "Ask the service for the statuses of messages",
        "Запросить у сервиса статусы сообщений",
        "Demander au service les statuts de messages",
    ),
    (
        "Ask the service for the statuses of messages\n\nOne message is asked for by itself. Several are asked for in batches, of which the service allows one a minute: the command waits, prints the records of each batch when it has arrived, and never asks more often than the service allows.\n\nExit status: 0 if every message has a record, 1 if a record is missing or malformed, or the service refused or did not answer, 2 for wrong usage, no credentials, or a file that cannot be read.",
        "Запросить у сервиса статусы сообщений\n\nОдно сообщение запрашивается отдельно. Несколько запрашиваются пакетами, которых сервис разрешает один в минуту: команда ждёт, печатает записи каждого пакета, когда он получен, и никогда не спрашивает чаще, чем разрешено.\n\nКод завершения: 0 — по каждому сообщению есть запись, 1 — записи нет или она повреждена, либо сервис отказал или не ответил, 2 — неверный вызов, нет учётных данных или файл не читается.",
        "Demander au service les statuts de messages\n\nUn message est demandé seul. Plusieurs sont demandés par lots, dont le service autorise un par minute : la commande attend, affiche les enregistrements de chaque lot dès son arrivée, et ne demande jamais plus souvent que le service ne l’autorise.\n\nCode de sortie : 0 si chaque message a un enregistrement, 1 si un enregistrement manque ou est malformé, ou si le service a refusé ou n’a pas répondu, 2 pour un usage incorrect, des identifiants absents ou un fichier illisible.",
    ),
    ("Ask the service to delete messages", "Попросить сервис удалить сообщения", "Demander au service de supprimer des messages"),
    (
        "Ask the service to delete messages\n\nExit status: 0 if the messages were deleted, 1 if the service refused or did not answer, 2 for wrong usage, no credentials, or a file that cannot be read.",
        "Попросить сервис удалить сообщения\n\nКод завершения: 0 — сообщения удалены, 1 — сервис отказал или не ответил, 2 — неверный вызов, нет учётных данных или файл не читается.",
        "Demander au service de supprimer des messages\n\nCode de sortie : 0 si les messages ont été supprimés, 1 si le service a refusé ou n’a pas répondu, 2 pour un usage incorrect, des identifiants absents ou un fichier illisible.",
    ),
    (
        "Ask the service for the balance of the account",
        "Запросить у сервиса баланс счёта",
        "Demander au service le solde du compte",
    ),
    (
        "Ask the service for the balance of the account\n\nExit status: 0 if the balance was printed, 1 if the service refused or did not answer, 2 for wrong usage or no credentials.",
        "Запросить у сервиса баланс счёта\n\nКод завершения: 0 — баланс напечатан, 1 — сервис отказал или не ответил, 2 — неверный вызов или нет учётных данных.",
        "Demander au service le solde du compte\n\nCode de sortie : 0 si le solde a été affiché, 1 si le service a refusé ou n’a pas répondu, 2 pour un usage incorrect ou des identifiants absents.",
    ),
    (
        "Ask the service for the operator and the region of a phone",
        "Запросить у сервиса оператора и регион номера",
        "Demander au service l’opérateur et la région d’un numéro",
    ),
    (
        "Ask the service for the operator and the region of a phone\n\nExit status: 0 if the operator was printed, 1 if it is not known, or the service refused or did not answer, 2 for wrong usage or no credentials.",
        "Запросить у сервиса оператора и регион номера\n\nКод завершения: 0 — оператор напечатан, 1 — он неизвестен, либо сервис отказал или не ответил, 2 — неверный вызов или нет учётных данных.",
        "Demander au service l’opérateur et la région d’un numéro\n\nCode de sortie : 0 si l’opérateur a été affiché, 1 s’il est inconnu, ou si le service a refusé ou n’a pas répondu, 2 pour un usage incorrect ou des identifiants absents.",
    ),
    (
        "Ask the service for the history of sent messages",
        "Запросить у сервиса историю отправленных сообщений",
        "Demander au service l’historique des messages envoyés",
    ),
    (
        "Ask the service for the history of sent messages\n\nThe newest message comes first. With --out the messages of a page are added to a file whose name ends in .part before the next page is asked for, and the file gets its name when it is complete. Run the same command again after an interruption; messages that were sent after the first run began are not in the file.\n\nExit status: 0 if the whole history was read, 1 if a record is malformed, or the service refused or did not answer, 2 for wrong usage, no credentials, or a file that cannot be written.",
        "Запросить у сервиса историю отправленных сообщений\n\nСначала идут самые новые сообщения. С --out сообщения страницы добавляются в файл, имя которого кончается на .part, прежде чем запрашивается следующая страница; своё имя файл получает, когда он полон. После прерывания запустите ту же команду снова; сообщений, отправленных после начала первого запуска, в файле нет.\n\nКод завершения: 0 — история прочитана целиком, 1 — запись повреждена, либо сервис отказал или не ответил, 2 — неверный вызов, нет учётных данных или файл не пишется.",
        "Demander au service l’historique des messages envoyés\n\nLe message le plus récent vient en premier. Avec --out, les messages d’une page sont ajoutés à un fichier dont le nom finit par .part avant que la page suivante ne soit demandée, et le fichier reçoit son nom quand il est complet. Après une interruption, relancez la même commande ; les messages envoyés après le début du premier lancement ne sont pas dans le fichier.\n\nCode de sortie : 0 si tout l’historique a été lu, 1 si un enregistrement est malformé, ou si le service a refusé ou n’a pas répondu, 2 pour un usage incorrect, des identifiants absents ou un fichier impossible à écrire.",
    ),
    (
        "Send a text to phones, once at most",
        "Отправить текст на номера, не более одного раза",
        "Envoyer un texte à des numéros, une fois au plus",
    ),
    (
        "Send a text to phones, once at most\n\nThe price is asked for first. On a terminal the command asks before it sends to more than 10 recipients, or for more than 100 in the currency of the account; without a terminal it refuses to, unless --yes is given. The configuration can set other numbers.\n\nIf the sending is not answered, the status of the message is asked for: the message is not sent again, unless --keeps-history is given. Without --id, a random number is its id.\n\nExit status: 0 if the message was accepted (with --dry-run: if the price was printed), 1 if it was not sent, 2 for wrong usage, no credentials, or a file that cannot be read, 3 if it is not known whether it was accepted, or that cannot be printed: look up its id later, and do not send it again.",
        "Отправить текст на номера, не более одного раза\n\nСначала запрашивается цена. На терминале команда спрашивает, прежде чем отправить более чем 10 получателям или дороже 100 в валюте счёта; без терминала она отказывается, если не задан --yes. В настройках можно задать другие числа.\n\nЕсли на отправку не пришёл ответ, запрашивается статус сообщения: снова оно не отправляется, если не задан --keeps-history. Без --id его id — случайное число.\n\nКод завершения: 0 — сообщение принято (с --dry-run: цена напечатана), 1 — оно не отправлено, 2 — неверный вызов, нет учётных данных или файл не читается, 3 — неизвестно, принято ли оно, или это не удалось напечатать: узнайте статус его id позже и не отправляйте снова.",
        "Envoyer un texte à des numéros, une fois au plus\n\nLe prix est demandé d’abord. Sur un terminal, la commande demande confirmation avant d’envoyer à plus de 10 destinataires ou pour plus de 100 dans la devise du compte ; sans terminal, elle refuse, à moins de --yes. La configuration peut fixer d’autres nombres.\n\nSi l’envoi reste sans réponse, le statut du message est demandé : le message n’est pas envoyé de nouveau, à moins de --keeps-history. Sans --id, son identifiant est un nombre aléatoire.\n\nCode de sortie : 0 si le message a été accepté (avec --dry-run : si le prix a été affiché), 1 s’il n’a pas été envoyé, 2 pour un usage incorrect, des identifiants absents ou un fichier illisible, 3 si l’on ne sait pas s’il a été accepté, ou si cela n’a pas pu être affiché : consultez son identifiant plus tard, et ne l’envoyez pas de nouveau.",
    ),
    (
        "Find out why the service cannot be used: network, TLS, clock, credentials, account",
        "Выяснить, почему сервисом нельзя пользоваться: сеть, TLS, часы, учётные данные, настройки",
        "Trouver pourquoi le service est inutilisable : réseau, TLS, horloge, identifiants, compte",
    ),
    (
        "Find out why the service cannot be used: network, TLS, clock, credentials, account\n\nLooks up the host, connects, checks its certificate and the clock of this machine, and makes one authenticated call, for the balance. Then says which of the three cases it is (no connection, a wrong request, or settings of the account) and what to do. It asks even if the service refused the credentials before, and lets the other commands ask again if it succeeds.\n\nExit status: 0 if all is well, 2 for wrong usage or no credentials, 3 if there is no connection, 4 if the request is refused, 5 if settings of the account are the cause.",
        "Выяснить, почему сервисом нельзя пользоваться: сеть, TLS, часы, учётные данные, настройки\n\nНаходит хост, соединяется, проверяет его сертификат и часы этой машины и делает один вызов с учётными данными: запрос баланса. Затем говорит, какой это из трёх случаев (нет соединения, неверный запрос, настройки счёта) и что делать. Запрос делается, даже если сервис отверг учётные данные раньше; если он удаётся, другим командам снова можно спрашивать.\n\nКод завершения: 0 — всё в порядке, 2 — неверный вызов или нет учётных данных, 3 — нет соединения, 4 — запрос отвергнут, 5 — причина в настройках счёта.",
        "Trouver pourquoi le service est inutilisable : réseau, TLS, horloge, identifiants, compte\n\nCherche l’hôte, se connecte, vérifie son certificat et l’horloge de cette machine, et fait un appel authentifié, pour le solde. Dit ensuite lequel des trois cas s’applique (pas de connexion, requête incorrecte, réglages du compte) et que faire. L’appel a lieu même si le service a refusé les identifiants auparavant ; s’il réussit, les autres commandes peuvent de nouveau interroger le service.\n\nCode de sortie : 0 si tout va bien, 2 pour un usage incorrect ou des identifiants absents, 3 sans connexion, 4 si la requête est refusée, 5 si les réglages du compte sont en cause.",
    ),
    (
        "Examples:\n  smsc balance\n  smsc balance --json --credentials account.toml",
        "Примеры:\n  smsc balance\n  smsc balance --json --credentials account.toml",
        "Exemples :\n  smsc balance\n  smsc balance --json --credentials account.toml",
    ),
    (
        "Examples:\n  smsc delete 101:79990000001\n  smsc delete --file pairs.txt --json",
        "Примеры:\n  smsc delete 101:79990000001\n  smsc delete --file pairs.txt --json",
        "Exemples :\n  smsc delete 101:79990000001\n  smsc delete --file pairs.txt --json",
    ),
    (
        "Examples:\n  smsc doctor\n  smsc doctor --lang ru --host smsc.kz\n  smsc doctor --json --record report               with files for a bug report",
        "Примеры:\n  smsc doctor\n  smsc doctor --lang ru --host smsc.kz\n  smsc doctor --json --record report               с файлами для сообщения об ошибке",
        "Exemples :\n  smsc doctor\n  smsc doctor --lang ru --host smsc.kz\n  smsc doctor --json --record report               avec des fichiers pour un rapport d’erreur",
    ),
    (
        "Examples:\n  smsc history --from 2026-11-01 --to 2026-11-30 --out november.jsonl\n  smsc history --from 2026-11-29 --phone 79990000001\n  smsc history --from 2026-11-29 --csv >today.csv",
        "Примеры:\n  smsc history --from 2026-11-01 --to 2026-11-30 --out november.jsonl\n  smsc history --from 2026-11-29 --phone 79990000001\n  smsc history --from 2026-11-29 --csv >today.csv",
        "Exemples :\n  smsc history --from 2026-11-01 --to 2026-11-30 --out november.jsonl\n  smsc history --from 2026-11-29 --phone 79990000001\n  smsc history --from 2026-11-29 --csv >today.csv",
    ),
    (
        "Examples:\n  smsc lookup 79990000001\n  smsc lookup 79990000001 --json",
        "Примеры:\n  smsc lookup 79990000001\n  smsc lookup 79990000001 --json",
        "Exemples :\n  smsc lookup 79990000001\n  smsc lookup 79990000001 --json",
    ),
    (
        "Examples:\n  smsc send 79990000001 --text \"Your code is 4821\" --dry-run\n  smsc send 79990000001 --text \"Your code is 4821\" --id 101\n  smsc send --phones-file phones.txt --text-file text.txt --yes --json",
        "Примеры:\n  smsc send 79990000001 --text \"Your code is 4821\" --dry-run\n  smsc send 79990000001 --text \"Your code is 4821\" --id 101\n  smsc send --phones-file phones.txt --text-file text.txt --yes --json",
        "Exemples :\n  smsc send 79990000001 --text \"Your code is 4821\" --dry-run\n  smsc send 79990000001 --text \"Your code is 4821\" --id 101\n  smsc send --phones-file phones.txt --text-file text.txt --yes --json",
    ),
    (
        "Examples:\n  smsc status 101:79990000001                      the status of a message, and what it means\n  smsc status 101:79990000001 102:79990000002 --all 1\n  smsc status --file pairs.csv --json --outcome    10,000 messages take nine minutes: a batch a minute\n  smsc status 101:79990000001 --max-wait 0s        fails at a limit instead of waiting",
        "Примеры:\n  smsc status 101:79990000001                      статус сообщения и что он значит\n  smsc status 101:79990000001 102:79990000002 --all 1\n  smsc status --file pairs.csv --json --outcome    10 000 сообщений — девять минут: пакет в минуту\n  smsc status 101:79990000001 --max-wait 0s        при ограничении — ошибка вместо ожидания",
        "Exemples :\n  smsc status 101:79990000001                      le statut d’un message et son sens\n  smsc status 101:79990000001 102:79990000002 --all 1\n  smsc status --file pairs.csv --json --outcome    10 000 messages prennent neuf minutes : un lot par minute\n  smsc status 101:79990000001 --max-wait 0s        échoue à une limite au lieu d’attendre",
    ),
    (
        "Ask for the price alone, and send nothing",
        "Только узнать цену, ничего не отправлять",
        "Demander seulement le prix, sans rien envoyer",
    ),
    (
        "Ask over plain HTTP, which is possible for a server on this machine alone",
        "Обращаться по HTTP без шифрования: это возможно только для сервера на этой машине",
        "Demander en HTTP sans chiffrement, ce qui n’est possible que pour un serveur sur cette machine",
    ),
    ("Connection", "Соединение", "Connexion"),
    (
        "Send without asking for the price first and without a question",
        "Отправить без запроса цены и без вопроса",
        "Envoyer sans demander le prix d’abord et sans confirmation",
    ),
    (
        "The PEM file with the authorities to trust instead of those of the system",
        "Файл PEM с центрами сертификации, которым доверять вместо системных",
        "Le fichier PEM des autorités de confiance, à la place de celles du système",
    ),
    (
        "The account keeps a history. A message whose sending was not answered, and that the service does not know a minute later, is then sent once more, under the same id",
        "Счёт хранит историю. Тогда сообщение, на отправку которого не пришёл ответ и которого сервис минуту спустя не знает, отправляется ещё раз с тем же id",
        "Le compte garde un historique. Un message dont l’envoi est resté sans réponse, et que le service ne connaît pas une minute plus tard, est alors envoyé encore une fois, sous le même identifiant",
    ),
    (
        "The file with the credentials, as TOML: apikey, or login and password. Without it, they are in the variables `SMSC_APIKEY`, or `SMSC_LOGIN` and `SMSC_PASSWORD`, or else in the configuration",
        "Файл с учётными данными в TOML: apikey либо login и password. Без него они в переменных `SMSC_APIKEY` либо `SMSC_LOGIN` и `SMSC_PASSWORD`, а иначе в настройках",
        "Le fichier des identifiants, en TOML : apikey, ou login et password. Sans lui, ils sont dans les variables `SMSC_APIKEY`, ou `SMSC_LOGIN` et `SMSC_PASSWORD`, ou sinon dans la configuration",
    ),
    (
        "The host to ask, with an optional port, such as smsc.kz [default: that of the configuration, or smsc.ru and its reserve hosts]",
        "Хост, можно с портом, например smsc.kz [по умолчанию: из настроек, иначе smsc.ru и его запасные хосты]",
        "L’hôte, avec un port facultatif, par exemple smsc.kz [par défaut : celui de la configuration, ou smsc.ru et ses hôtes de réserve]",
    ),
    (
        "The level of detail (`all`): 0 for the status, 1 also for the message and its cost, 2 also for country, operator and region",
        "Подробность (`all`): 0 — статус, 1 — ещё сообщение и его стоимость, 2 — ещё страна, оператор и регион",
        "Le niveau de détail (`all`) : 0 pour le statut, 1 aussi pour le message et son coût, 2 aussi pour le pays, l’opérateur et la région",
    ),
    (
        "The longest time for one request, such as 30s",
        "Наибольшее время одного запроса, например 30s",
        "La durée maximale d’une requête, par exemple 30s",
    ),
    (
        "The longest time to wait for a limit of the service, or before another try, such as 0s or 90s [default: as long as it takes]",
        "Наибольшее время ожидания ограничения сервиса или новой попытки, например 0s или 90s [по умолчанию: сколько потребуется]",
        "La durée maximale d’attente d’une limite du service, ou d’un nouvel essai, par exemple 0s ou 90s [par défaut : le temps qu’il faut]",
    ),
    (
        "The messages, as pairs of id and phone. For many pairs, and to keep phones out of the list of processes and the shell's history, use --file",
        "Сообщения: пары id и номера. Если пар много или если номера не должны попасть в список процессов и историю оболочки, используйте --file",
        "Les messages, en paires d’identifiant et de numéro. Pour de nombreuses paires, et pour garder les numéros hors de la liste des processus et de l’historique du shell, utilisez --file",
    ),
    (
        "The number of messages in a batch: 1 to 4096",
        "Число сообщений в пакете: от 1 до 4096",
        "Le nombre de messages d’un lot : 1 à 4096",
    ),
    (
        "Write one JSON object per line into this file, which is there only when it is complete. A run that was interrupted is resumed by the same command",
        "Писать по объекту JSON в строке в этот файл, который появляется, лишь когда он полон. Прерванный запуск продолжает та же команда",
        "Écrire un objet JSON par ligne dans ce fichier, qui n’existe qu’une fois complet. La même commande reprend un lancement interrompu",
    ),
    (
        "Write what was asked and answered into files in this folder, for a bug report: without credentials, and with every letter and digit of a value replaced",
        "Записать запросы и ответы в файлы этой папки для сообщения об ошибке: без учётных данных и с заменой каждой буквы и цифры значений",
        "Écrire ce qui a été demandé et répondu dans des fichiers de ce dossier, pour un rapport d’erreur : sans identifiants, et avec chaque lettre et chiffre des valeurs remplacés",
    ),
];
