//! The texts of `smsc verify-callback`, and the errors of notifications.

use super::Entry;

pub(super) const TEXTS: &[Entry] = &[
    // Help.
    (
        "Verify a push notification (callback) and print it",
        "Проверить уведомление (callback) и показать его",
        "Vérifier une notification (callback) et l’afficher",
    ),
    (
        "Verify a push notification (callback) and print it\n\nThe input is the body of the request that the service sent to the URL of your handler, byte for byte as it was received, or the query of that URL if the request has no body. The secret, which is the value of sha1 or md5 in the handler's URL, is in a file or in the variable `SMSC_CALLBACK_SECRET`.\n\nThe signature covers some of the fields alone: the others may have been changed on the way.\n\nExit status: 0 if the signature is right (with --unverified: if the notification was parsed), 1 if the notification is refused or malformed, 2 for wrong usage or a file that cannot be read.",
        "Проверить уведомление (callback) и показать его\n\nНа входе — тело запроса, который сервис послал на URL вашего обработчика, байт в байт, как он был получен, либо строка запроса этого URL, если тела нет. Секрет — значение sha1 или md5 в URL обработчика — берётся из файла или переменной `SMSC_CALLBACK_SECRET`.\n\nПодпись защищает лишь некоторые поля: остальные могли быть изменены по пути.\n\nКод выхода: 0, если подпись верна (с --unverified: если уведомление прочитано); 1, если уведомление отклонено или искажено; 2, если неверны параметры или файл не читается.",
        "Vérifier une notification (callback) et l’afficher\n\nL’entrée est le corps de la requête que le service a envoyée à l’URL de votre gestionnaire, octet pour octet comme il a été reçu, ou la chaîne de requête de cette URL si la requête n’a pas de corps. Le secret, qui est la valeur de sha1 ou de md5 dans l’URL du gestionnaire, est dans un fichier ou dans la variable `SMSC_CALLBACK_SECRET`.\n\nLa signature ne couvre que certains champs : les autres ont pu être modifiés en chemin.\n\nCode de sortie : 0 si la signature est juste (avec --unverified : si la notification a été lue), 1 si la notification est refusée ou mal formée, 2 pour des options fausses ou un fichier illisible.",
    ),
    (
        "Examples:\n  smsc verify-callback body.txt --secret-file secret.txt\n  smsc verify-callback --format json --charset utf-8 --json <body.json\n  smsc verify-callback body.txt --unverified       what it says, whoever sent it",
        "Примеры:\n  smsc verify-callback body.txt --secret-file secret.txt\n  smsc verify-callback --format json --charset utf-8 --json <body.json\n  smsc verify-callback body.txt --unverified       что в нём, кто бы его ни прислал",
        "Exemples :\n  smsc verify-callback body.txt --secret-file secret.txt\n  smsc verify-callback --format json --charset utf-8 --json <body.json\n  smsc verify-callback body.txt --unverified       ce qu’elle dit, quel qu’en soit l’expéditeur",
    ),
    (
        "The file with the notification; without a file, or with `-`, standard input is read",
        "Файл с уведомлением; без файла или с `-` читается стандартный ввод",
        "Le fichier de la notification ; sans fichier, ou avec `-`, l’entrée standard est lue",
    ),
    (
        "The format of the notification: a form, XML (`fmt=2` in the handler's URL) or JSON (`fmt=3`)",
        "Формат уведомления: форма, XML (`fmt=2` в URL обработчика) или JSON (`fmt=3`) [по умолчанию: form]",
        "Le format de la notification : un formulaire, XML (`fmt=2` dans l’URL du gestionnaire) ou JSON (`fmt=3`) [par défaut : form]",
    ),
    (
        "The charset in the handler's URL [default: windows-1251]",
        "Кодировка из URL обработчика [по умолчанию: windows-1251]",
        "Le jeu de caractères de l’URL du gestionnaire [par défaut : windows-1251]",
    ),
    (
        "The file with the secret; a line end at its end is no part of the secret. Without the option, the secret is in the variable `SMSC_CALLBACK_SECRET`",
        "Файл с секретом; перевод строки в его конце в секрет не входит. Без этого параметра секрет берётся из переменной `SMSC_CALLBACK_SECRET`",
        "Le fichier du secret ; une fin de ligne à sa fin n’en fait pas partie. Sans l’option, le secret est dans la variable `SMSC_CALLBACK_SECRET`",
    ),
    (
        "Print what the notification says without verifying it: anybody may have sent it",
        "Показать содержание уведомления без проверки: прислать его мог кто угодно",
        "Afficher ce que dit la notification sans la vérifier : n’importe qui a pu l’envoyer",
    ),
    // Messages.
    ("a notification", "уведомление", "une notification"),
    ("refused: {0}", "отклонено: {0}", "refusé : {0}"),
    ("cannot read the file of {0}: {1}", "не удаётся прочитать файл из {0}: {1}", "impossible de lire le fichier de {0} : {1}"),
    ("the file of {0}: {1}", "файл из {0}: {1}", "le fichier de {0} : {1}"),
    ("it is empty", "он пуст", "il est vide"),
    (
        "a secret is never an option, which other users can see: pass --secret-file, or set SMSC_CALLBACK_SECRET",
        "секрет не передаётся параметром, который видят другие пользователи: укажите --secret-file или задайте SMSC_CALLBACK_SECRET",
        "un secret n’est jamais une option, que d’autres utilisateurs peuvent voir : passez --secret-file, ou définissez SMSC_CALLBACK_SECRET",
    ),
    (
        "no secret: pass --secret-file FILE, or set SMSC_CALLBACK_SECRET; to read without one, pass --unverified",
        "нет секрета: укажите --secret-file ФАЙЛ или задайте SMSC_CALLBACK_SECRET; чтобы читать без него, укажите --unverified",
        "pas de secret : passez --secret-file FICHIER, ou définissez SMSC_CALLBACK_SECRET ; pour lire sans secret, passez --unverified",
    ),
    ("verified: the {0} signature covers {1}", "проверено: подпись {0} защищает {1}", "vérifié : la signature {0} couvre {1}"),
    (
        "not verified: anybody may have sent this; a signature would cover {0}",
        "не проверено: прислать это мог кто угодно; подпись защитила бы {0}",
        "non vérifié : n’importe qui a pu envoyer ceci ; une signature couvrirait {0}",
    ),
    (
        "not covered, so anybody on the way may have changed it: {0}",
        "не защищены подписью, и по пути их мог изменить кто угодно: {0}",
        "non couverts, et donc modifiables par quiconque en chemin : {0}",
    ),
    (
        "a right signature does not rule out a repetition: the notification may have been sent before",
        "верная подпись не исключает повтора: это уведомление могло уже приходить раньше",
        "une signature juste n’exclut pas une répétition : la notification a pu être envoyée auparavant",
    ),
    (
        "md5 is the weaker algorithm: use sha1=SECRET in the handler's URL",
        "md5 — более слабый алгоритм: укажите в URL обработчика sha1=СЕКРЕТ",
        "md5 est l’algorithme le plus faible : utilisez sha1=SECRET dans l’URL du gestionnaire",
    ),
    (
        "the notification looks like another format: try {0}",
        "уведомление похоже на другой формат: попробуйте {0}",
        "la notification semble être dans un autre format : essayez {0}",
    ),
    (
        "the question mark of a URL is no part of its query: pass the query without it",
        "знак вопроса из URL не входит в строку запроса: передайте её без него",
        "le point d’interrogation d’une URL ne fait pas partie de sa chaîne de requête : passez-la sans lui",
    ),
    (
        "the line end at the end counts as part of the last value: pass the body as it was received",
        "перевод строки в конце входит в последнее значение: передайте тело таким, каким оно получено",
        "la fin de ligne finale compte dans la dernière valeur : passez le corps tel qu’il a été reçu",
    ),
    (
        "one notification is verified at a time: pass one file, and the secret with --secret-file",
        "уведомления проверяются по одному: укажите один файл, а секрет передайте через --secret-file",
        "les notifications se vérifient une à une : passez un seul fichier, et le secret avec --secret-file",
    ),
    (
        "the texts look like UTF-8: if the handler's URL has charset=utf-8, add --charset utf-8",
        "тексты похожи на UTF-8: если в URL обработчика есть charset=utf-8, добавьте --charset utf-8",
        "les textes semblent être en UTF-8 : si l’URL du gestionnaire a charset=utf-8, ajoutez --charset utf-8",
    ),
    // Errors of notifications.
    (
        "the notification is empty: pass the request's body or, if it has none, the query of its URL",
        "уведомление пусто: передайте тело запроса, а если его нет — строку запроса URL",
        "la notification est vide : passez le corps de la requête ou, si elle n’en a pas, la chaîne de requête de son URL",
    ),
    (
        "nested values: expected one object or element with the fields in it",
        "вложенные значения: ожидался один объект или элемент с полями",
        "valeurs imbriquées : attendu un seul objet ou élément contenant les champs",
    ),
    (
        "{0}: an escaped character is not in the charset: add charset=utf-8 to the handler's URL",
        "{0}: экранированного символа нет в кодировке: добавьте charset=utf-8 в URL обработчика",
        "{0} : un caractère échappé n’est pas dans le jeu de caractères : ajoutez charset=utf-8 à l’URL du gestionnaire",
    ),
    ("{0}: repeated with another value", "{0}: повторяется с другим значением", "{0} : répété avec une autre valeur"),
    (
        "not a notification: expected a field status, mes or waitcall; check that the format is that of the body",
        "это не уведомление: ожидалось поле status, mes или waitcall; проверьте, что формат тот же, что у тела",
        "ce n’est pas une notification : attendu un champ status, mes ou waitcall ; vérifiez que le format est celui du corps",
    ),
    (
        "fields of several kinds of notification: expected only one of status, mes and waitcall",
        "поля уведомлений разного вида: ожидалось только одно из status, mes и waitcall",
        "champs de plusieurs genres de notification : attendu un seul parmi status, mes et waitcall",
    ),
    ("{0}: invalid value: expected {1}", "{0}: недопустимое значение: ожидалось: {1}", "{0} : valeur non valide : attendu : {1}"),
    (
        "the secret is empty: pass the value of md5 or sha1 in the handler's URL",
        "секрет пуст: передайте значение md5 или sha1 из URL обработчика",
        "le secret est vide : passez la valeur de md5 ou de sha1 dans l’URL du gestionnaire",
    ),
    (
        "no signature: add sha1=SECRET to the handler's URL",
        "нет подписи: добавьте sha1=СЕКРЕТ в URL обработчика",
        "pas de signature : ajoutez sha1=SECRET à l’URL du gestionnaire",
    ),
    (
        "a crc32 signature cannot be verified, because its notation is unknown, and CRC-32 protects nothing: use sha1=SECRET in the handler's URL",
        "подпись crc32 проверить нельзя: её запись неизвестна, и CRC-32 ничего не защищает: укажите в URL обработчика sha1=СЕКРЕТ",
        "une signature crc32 ne peut pas être vérifiée, car sa notation est inconnue, et CRC-32 ne protège rien : utilisez sha1=SECRET dans l’URL du gestionnaire",
    ),
    (
        "{0}: missing, but covered by the signature",
        "{0}: отсутствует, хотя входит в подпись",
        "{0} : absent, mais couvert par la signature",
    ),
    (
        "{0}: contains a colon, which would move a border of the signed text",
        "{0}: содержит двоеточие, которое сместило бы границу подписанного текста",
        "{0} : contient un deux-points, qui déplacerait une limite du texte signé",
    ),
    (
        "the signed text may be of another kind of notification: expected at most two digits in a status, and more in to",
        "подписанный текст мог быть уведомлением другого вида: ожидалось не больше двух цифр в status и больше в to",
        "le texte signé peut être celui d’un autre genre de notification : attendu deux chiffres au plus dans status, et davantage dans to",
    ),
    ("md5: expected 32 digits of 0-9 and a-f", "md5: ожидалось 32 цифры 0–9 и a–f", "md5 : attendu 32 chiffres parmi 0-9 et a-f"),
    ("sha1: expected 40 digits of 0-9 and a-f", "sha1: ожидалось 40 цифр 0–9 и a–f", "sha1 : attendu 40 chiffres parmi 0-9 et a-f"),
    (
        "{0}: wrong signature: the values were changed, or the secret is not that of the handler's URL (a line end is part of it), or the values are in another charset",
        "{0}: неверная подпись: значения изменены, либо секрет не тот, что в URL обработчика (перевод строки — его часть), либо значения в другой кодировке",
        "{0} : signature fausse : les valeurs ont été modifiées, ou le secret n’est pas celui de l’URL du gestionnaire (une fin de ligne en fait partie), ou les valeurs sont dans un autre jeu de caractères",
    ),
    ("an integer from 0 to 65535, or nothing", "целое число от 0 до 65535 или пусто", "un entier de 0 à 65535, ou rien"),
];
