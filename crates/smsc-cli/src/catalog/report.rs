//! The texts of `smsc report`.

use super::Entry;

pub(super) const TEXTS: &[Entry] = &[
    // Help.
    (
        "Examples:\n  smsc report november/*.txt --all 1 --multi --previous october/*.txt --out report.html\n  smsc report *.json.gz --charset utf-8 --multi --from 2026-11-01 --to 2026-11-30 --currency RUB -o report.html\n  smsc report *.txt --all 2 --multi --suppress stop.csv --csv tables -o report.html\n  smsc report *.txt --all 1 --multi --json | jq .totals",
        "Примеры:\n  smsc report november/*.txt --all 1 --multi --previous october/*.txt --out report.html\n  smsc report *.json.gz --charset utf-8 --multi --from 2026-11-01 --to 2026-11-30 --currency RUB -o report.html\n  smsc report *.txt --all 2 --multi --suppress stop.csv --csv tables -o report.html\n  smsc report *.txt --all 1 --multi --json | jq .totals",
        "Exemples :\n  smsc report november/*.txt --all 1 --multi --previous october/*.txt --out report.html\n  smsc report *.json.gz --charset utf-8 --multi --from 2026-11-01 --to 2026-11-30 --currency RUB -o report.html\n  smsc report *.txt --all 2 --multi --suppress stop.csv --csv tables -o report.html\n  smsc report *.txt --all 1 --multi --json | jq .totals",
    ),
    (
        "Report delivery, causes and cost of the messages in many replies, as one page",
        "Составить отчёт о доставке, причинах и стоимости сообщений из многих ответов, на одной странице",
        "Dresser le bilan des messages de plusieurs réponses : livraison, causes et coût, en une page",
    ),
    (
        "Report delivery, causes and cost of the messages in many replies, as one page\n\nThe page is one file of HTML without scripts: what needs somebody, how much was delivered, by operator, country, sender, type and hour, how long that took, why the rest failed and what to do, and what was paid. It has no phone and no text. Equal input makes equal bytes.\n\nReports of one message are merged, as smsc merge does. Files compressed with gzip or zstd are decompressed. A file gets its name when it is complete.\n\nExit status: 0 if everything was counted, 1 if anything was malformed, 2 for wrong usage or a file that cannot be read or written.",
        "Составить отчёт о доставке, причинах и стоимости сообщений из многих ответов, на одной странице\n\nСтраница — один файл HTML без скриптов: что требует внимания; сколько доставлено — по операторам, странам, отправителям, типам и часам; сколько времени это заняло; почему остальное не доставлено и что делать; сколько заплачено. В ней нет ни телефонов, ни текстов. Из одних и тех же данных получаются одни и те же байты.\n\nОтчёты об одном сообщении объединяются, как в smsc merge. Файлы, сжатые gzip или zstd, распаковываются. Файл получает своё имя, когда он готов.\n\nКод выхода: 0, если учтено всё; 1, если что-то искажено; 2, если неверны параметры или файл не читается или не записывается.",
        "Dresser le bilan des messages de plusieurs réponses : livraison, causes et coût, en une page\n\nLa page est un seul fichier HTML sans script : ce qui demande quelqu’un, combien est arrivé, par opérateur, pays, expéditeur, type et heure, en combien de temps, pourquoi le reste a échoué et que faire, et ce qui a été payé. Elle n’a ni téléphone ni texte. Les mêmes données donnent les mêmes octets.\n\nLes rapports d’un même message sont fusionnés, comme avec smsc merge. Les fichiers compressés par gzip ou zstd sont décompressés. Un fichier reçoit son nom quand il est complet.\n\nCode de sortie : 0 si tout a été compté, 1 si quelque chose est mal formé, 2 pour des options fausses ou un fichier qui ne peut être lu ou écrit.",
    ),
    (
        "The files with the bodies of replies; without a file, or with `-`, standard input is read",
        "Файлы с телами ответов; без файла или с `-` читается стандартный ввод",
        "Les fichiers des corps de réponses ; sans fichier, ou avec `-`, l’entrée standard est lue",
    ),
    (
        "The format (`fmt`) of the replies: 0 for `name = value`, 1 for values alone, 2 for XML, 3 for JSON [default: the one that the first bytes of each reply show]",
        "Формат (`fmt`) ответов: 0 — `имя = значение`, 1 — только значения, 2 — XML, 3 — JSON [по умолчанию: тот, который видно по первым байтам каждого ответа]",
        "Le format (`fmt`) des réponses : 0 pour `nom = valeur`, 1 pour les valeurs seules, 2 pour XML, 3 pour JSON [par défaut : celui que montrent les premiers octets de chaque réponse]",
    ),
    (
        "Count messages that were sent on this day or later, as DD.MM.YYYY or YYYY-MM-DD. Messages without the time of their sending are left out",
        "Учитывать сообщения, отправленные в этот день или позже, ДД.ММ.ГГГГ или ГГГГ-ММ-ДД. Сообщения без времени отправки не учитываются",
        "Compter les messages envoyés ce jour ou après, JJ.MM.AAAA ou AAAA-MM-JJ. Les messages sans heure d’envoi ne comptent pas",
    ),
    (
        "Count messages that were sent on this day or before",
        "Учитывать сообщения, отправленные в этот день или раньше",
        "Compter les messages envoyés ce jour ou avant",
    ),
    (
        "The time zone of days and hours: a name such as Europe/Moscow, or an offset such as +03:00 [default: that of the account, if replies in fmt 2 or 3 show it, else UTC]",
        "Часовой пояс дней и часов: имя, например Europe/Moscow, или смещение, например +03:00 [по умолчанию: пояс аккаунта, если его видно по ответам fmt 2 или 3, иначе UTC]",
        "Le fuseau horaire des jours et des heures : un nom comme Europe/Moscow, ou un décalage comme +03:00 [par défaut : celui du compte, si des réponses en fmt 2 ou 3 le montrent, sinon UTC]",
    ),
    (
        "The files of the period before, whose figures are shown beside those of this one",
        "Файлы предыдущего периода, показатели которого стоят рядом с показателями этого",
        "Les fichiers de la période précédente, dont les chiffres figurent à côté de ceux-ci",
    ),
    (
        "The reply to a request for the statistics of the account, in fmt 3, to compare with",
        "Ответ на запрос статистики аккаунта в fmt 3, для сверки",
        "La réponse à une demande de statistiques du compte, en fmt 3, pour comparer",
    ),
    (
        "The currency of the cost, which no reply has",
        "Валюта стоимости: в ответах её нет",
        "La monnaie du coût, qu’aucune réponse ne donne",
    ),
    (
        "Every message is in the replies once: do not merge reports, which takes about 100 bytes of memory for each message. A period then needs --tz",
        "Каждое сообщение есть в ответах один раз: не объединять отчёты, на что нужно около 100 байт памяти на сообщение. Для периода тогда нужен --tz",
        "Chaque message n’est qu’une fois dans les réponses : ne pas fusionner les rapports, ce qui prend environ 100 octets de mémoire par message. Une période exige alors --tz",
    ),
    (
        "The file of the page, or `-` for standard output [default: standard output]",
        "Файл страницы или `-` для стандартного вывода [по умолчанию: стандартный вывод]",
        "Le fichier de la page, ou `-` pour la sortie standard [par défaut : la sortie standard]",
    ),
    (
        "Write the tables of the page as files of CSV into this folder, which must not exist",
        "Записать таблицы страницы файлами CSV в эту папку, которой ещё нет",
        "Écrire les tables de la page en fichiers CSV dans ce dossier, qui ne doit pas exister",
    ),
    (
        "Write the phones not to be written to any more into this file, which its owner alone can read: CSV with phone, reason, since (in UTC) and times",
        "Записать телефоны, на которые больше не нужно писать, в этот файл, доступный только владельцу: CSV со столбцами phone, reason, since (в UTC) и times",
        "Écrire les téléphones auxquels ne plus écrire dans ce fichier, que seul son propriétaire peut lire : CSV avec phone, reason, since (en UTC) et times",
    ),
    (
        "Replace the files of --out and --suppress if they exist",
        "Заменить файлы --out и --suppress, если они есть",
        "Remplacer les fichiers de --out et --suppress s’ils existent",
    ),
    (
        "Write the figures as a JSON object instead of the page",
        "Записать показатели объектом JSON вместо страницы",
        "Écrire les chiffres en un objet JSON au lieu de la page",
    ),
    (
        "The template of the page, instead of the one that is built in",
        "Шаблон страницы вместо встроенного",
        "Le modèle de la page, au lieu de celui qui est intégré",
    ),
    // Messages.
    ("cannot make the report: {0}", "не удалось составить отчёт: {0}", "impossible de dresser le bilan : {0}"),
    (
        "not a reply with statistics in fmt 3: {0}",
        "это не ответ со статистикой в fmt 3: {0}",
        "ce n’est pas une réponse de statistiques en fmt 3 : {0}",
    ),
    ("--to is before --from", "--to раньше --from", "--to précède --from"),
    (
        "with --merged, --from and --to need a time zone: pass --tz",
        "с --merged для --from и --to нужен часовой пояс: передайте --tz",
        "avec --merged, --from et --to exigent un fuseau horaire : passez --tz",
    ),
    (
        "messages: {0}, records: {1}, malformed: {2}, ambiguous: {3}",
        "сообщений: {0}, записей: {1}, искажённых: {2}, неоднозначных: {3}",
        "messages : {0}, enregistrements : {1}, mal formés : {2}, ambigus : {3}",
    ),
    (
        "expected a time zone, such as Europe/Moscow or +03:00",
        "ожидается часовой пояс, например Europe/Moscow или +03:00",
        "un fuseau horaire est attendu, comme Europe/Moscow ou +03:00",
    ),
];
