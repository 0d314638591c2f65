//! The texts of `smsc listen`.

use super::Entry;

pub(super) const TEXTS: &[Entry] = &[
    // Help.
    (
        "Examples:\n  smsc listen --secret-file secret.txt --path /smsc/5f2c9a --out notifications.jsonl\n  smsc listen --secret-file secret.txt --port 9000 --charset utf-8 | jq .event.status\n  smsc listen --unverified                         for tests: whoever has sent them",
        "Примеры:\n  smsc listen --secret-file secret.txt --path /smsc/5f2c9a --out notifications.jsonl\n  smsc listen --secret-file secret.txt --port 9000 --charset utf-8 | jq .event.status\n  smsc listen --unverified                         для тестов: кто бы их ни прислал",
        "Exemples :\n  smsc listen --secret-file secret.txt --path /smsc/5f2c9a --out notifications.jsonl\n  smsc listen --secret-file secret.txt --port 9000 --charset utf-8 | jq .event.status\n  smsc listen --unverified                         pour des tests : quel qu’en soit l’expéditeur",
    ),
    (
        "Receive push notifications (callbacks) over HTTP, verify them and write them as lines of JSON",
        "Принимать уведомления (callback) по HTTP, проверять их и записывать строками JSON",
        "Recevoir les notifications (callback) par HTTP, les vérifier et les écrire en lignes de JSON",
    ),
    (
        "Receive push notifications (callbacks) over HTTP, verify them and write them as lines of JSON\n\nEach notification whose signature is right becomes the line that verify-callback --json prints, and is answered with the HTTP status 200 only after the line is written; with --out, only after the line is on the disk. A notification with a wrong signature gets 403, a malformed one 400, and one that cannot be written 503; nothing of them is written. A notification can arrive twice.\n\nThe signature is the only protection of the address, and there is no TLS: let a web server accept https and pass the requests on. The secret is in a file or in the variable `SMSC_CALLBACK_SECRET`. Once requests are accepted, a line is printed on standard error, `listening on URL`.\n\nAfter SIGKILL or a power cut, the file of --out may end with an unfinished line, whose notification was not answered with 200. The command removes such a line when it starts again.\n\nExit status: 0 after SIGTERM, SIGINT or SIGHUP, or if nobody reads standard output any more, 2 for wrong usage, a file that cannot be read or written, an address that cannot be listened on, or a standard output that cannot be written to.",
        "Принимать уведомления (callback) по HTTP, проверять их и записывать строками JSON\n\nКаждое уведомление с верной подписью становится строкой, которую печатает verify-callback --json, и получает ответ HTTP 200 лишь после того, как строка записана, а с --out — лишь когда она уже на диске. На уведомление с неверной подписью отвечается 403, на искажённое — 400, на то, что не удаётся записать, — 503; из них ничего не записывается. Уведомление может прийти дважды.\n\nПодпись — единственная защита адреса, а TLS нет: пусть https принимает веб-сервер и передаёт запросы дальше. Секрет берётся из файла или переменной `SMSC_CALLBACK_SECRET`. Когда можно отправлять запросы, в стандартный поток ошибок печатается строка `listening on URL`.\n\nПосле SIGKILL или сбоя питания файл из --out может кончаться незаконченной строкой, на уведомление которой не было ответа 200. При новом запуске команда удаляет такую строку.\n\nКод выхода: 0 после SIGTERM, SIGINT или SIGHUP либо если стандартный вывод больше никто не читает; 2, если неверны параметры, файл не читается или не пишется, адрес занят или недоступен либо не пишется стандартный вывод.",
        "Recevoir les notifications (callback) par HTTP, les vérifier et les écrire en lignes de JSON\n\nChaque notification dont la signature est juste devient la ligne qu’affiche verify-callback --json, et ne reçoit le statut HTTP 200 qu’une fois la ligne écrite ; avec --out, qu’une fois la ligne sur le disque. Une notification à la signature fausse reçoit 403, une notification mal formée 400, et celle qui ne peut pas être écrite 503 ; rien n’en est écrit. Une notification peut arriver deux fois.\n\nLa signature est la seule protection de l’adresse, et il n’y a pas de TLS : laissez un serveur web accepter https et transmettre les requêtes. Le secret est dans un fichier ou dans la variable `SMSC_CALLBACK_SECRET`. Dès que les requêtes sont acceptées, une ligne est affichée sur l’erreur standard, `listening on URL`.\n\nAprès SIGKILL ou une coupure de courant, le fichier de --out peut finir par une ligne inachevée, dont la notification n’a pas reçu 200. La commande supprime cette ligne quand elle redémarre.\n\nCode de sortie : 0 après SIGTERM, SIGINT ou SIGHUP, ou si plus personne ne lit la sortie standard, 2 pour des options fausses, un fichier illisible ou impossible à écrire, une adresse indisponible, ou une sortie standard impossible à écrire.",
    ),
    (
        "The address and the port to listen on; with the port 0, any that is free [default: 127.0.0.1:8126]",
        "Адрес и порт, на которых принимаются запросы; с портом 0 — любой свободный [по умолчанию: 127.0.0.1:8126]",
        "L’adresse et le port d’écoute ; avec le port 0, n’importe lequel de libre [par défaut : 127.0.0.1:8126]",
    ),
    (
        "The port to listen on, for this machine alone: short for --listen 127.0.0.1:N",
        "Порт, доступный только с этой машины: короткая запись --listen 127.0.0.1:N",
        "Le port d’écoute, pour cette machine seule : raccourci de --listen 127.0.0.1:N",
    ),
    (
        "The path of the handler's URL, without its query; other paths get the HTTP status 404 [default: /]",
        "Путь из URL обработчика без строки запроса; на другие пути отвечается HTTP 404 [по умолчанию: /]",
        "Le chemin de l’URL du gestionnaire, sans sa chaîne de requête ; les autres chemins reçoivent le statut HTTP 404 [par défaut : /]",
    ),
    (
        "Append the lines to this file, each of which is on the disk before the notification is answered; without the option, they are printed",
        "Дописывать строки в этот файл, каждую на диск прежде ответа на уведомление; без этого параметра они печатаются",
        "Ajouter les lignes à ce fichier, chacune sur le disque avant la réponse à la notification ; sans l’option, elles sont affichées",
    ),
    (
        "The maximum length of a request's body, in bytes",
        "Наибольшая длина тела запроса в байтах [по умолчанию: 65536]",
        "La longueur maximale du corps d’une requête, en octets [par défaut : 65536]",
    ),
    // Messages.
    (
        "expected options alone: pass the secret with --secret-file, and the file for the lines with --out",
        "ожидались только параметры: секрет передайте через --secret-file, а файл для строк — через --out",
        "attendu des options seules : passez le secret avec --secret-file, et le fichier des lignes avec --out",
    ),
    (
        "--path: expected a path in ASCII that starts with a slash, without a query, which may have the secret",
        "--path: ожидался путь в ASCII, который начинается с косой черты, без строки запроса, где может быть секрет",
        "--path : attendu un chemin en ASCII qui commence par une barre oblique, sans chaîne de requête, qui peut contenir le secret",
    ),
    (
        "it is no regular file, so that no line would be on the disk",
        "это не обычный файл, и строки не попали бы на диск",
        "ce n’est pas un fichier ordinaire, et aucune ligne ne serait sur le disque",
    ),
    (
        "another process has it open for its lines",
        "его уже открыл для своих строк другой процесс",
        "un autre processus l’a ouvert pour ses lignes",
    ),
    (
        "its last line has no line end, and is no part of a notification",
        "у его последней строки нет перевода строки, и она не часть уведомления",
        "sa dernière ligne n’a pas de fin de ligne, et n’est pas une partie de notification",
    ),
    (
        "{0}: added the line end that its last line lacked",
        "{0}: добавлен перевод строки, которого не было у последней строки",
        "{0} : ajouté la fin de ligne qui manquait à la dernière ligne",
    ),
    (
        "{0}: removed the unfinished last line, {1} bytes; its notification was not answered with 200",
        "{0}: удалена незаконченная последняя строка, байт: {1}; на её уведомление не было ответа 200",
        "{0} : supprimé la dernière ligne inachevée, {1} octets ; sa notification n’a pas reçu 200",
    ),
    ("the file was deleted", "файл удалён", "le fichier a été supprimé"),
    (
        "notifications written: {0}, refused: {1}",
        "уведомлений записано: {0}, отклонено: {1}",
        "notifications écrites : {0}, refusées : {1}",
    ),
    (
        "other machines can reach this address, and with --unverified all that they send is written",
        "адрес доступен с других машин, а с --unverified записывается всё, что они пришлют",
        "d’autres machines peuvent atteindre cette adresse, et avec --unverified tout ce qu’elles envoient est écrit",
    ),
];
