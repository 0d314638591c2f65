//! The help: of commands, of options, and its headings.

use super::Entry;

pub(super) const TEXTS: &[Entry] = &[
    ("Usage:", "Использование:", "Utilisation :"),
    ("Commands", "Команды", "Commandes"),
    ("Arguments", "Аргументы", "Arguments"),
    ("Options", "Параметры", "Options"),
    ("Print help", "Показать справку", "Afficher l’aide"),
    ("Print help (see a summary with '-h')", "Показать справку (кратко: -h)", "Afficher l’aide (en bref : -h)"),
    ("Print help (see more with '--help')", "Показать справку (подробно: --help)", "Afficher l’aide (en détail : --help)"),
    ("Print version", "Показать версию", "Afficher la version"),
    (
        "Print this message or the help of the given subcommand(s)",
        "Показать эту справку или справку о команде",
        "Afficher cette aide ou celle d’une commande",
    ),
    (
        "Asks the SMS gateway SMSC.ru for the statuses of messages and more, and decodes, converts and explains its replies",
        "Запрашивает у шлюза SMSC.ru статусы сообщений и другое, читает, преобразует и объясняет его ответы",
        "Demande à la passerelle SMSC.ru les statuts des messages et d’autres données, et lit, convertit et explique ses réponses",
    ),
    (
        "The language of the output: en, ru or fr [default: that of the locale]",
        "Язык вывода: en, ru или fr [по умолчанию: язык системы]",
        "La langue de l’affichage : en, ru ou fr [par défaut : celle du système]",
    ),
    (
        "Parse a reply and print it as a table or as JSON",
        "Прочитать ответ и показать его таблицей или в JSON",
        "Lire une réponse et l’afficher en tableau ou en JSON",
    ),
    (
        "Parse a reply and print it as a table or as JSON\n\nThe options --fmt, --all, --multi and --charset must be those of the request, because the same bytes have different meanings in replies to different requests. For example, after a request for several messages with fmt=1&all=2: smsc decode reply.txt --all 2 --multi\n\nThe table [reply] of smsc/config.toml has options that hold if they are not passed: fmt, all, charset and multi.\n\nExit status: 0 if the whole reply was parsed (also if the reply is an API error), 1 if anything was malformed, 2 for wrong usage or a file that cannot be read.",
        "Прочитать ответ и показать его таблицей или в JSON\n\nПараметры --fmt, --all, --multi и --charset должны быть такими же, как в запросе: одни и те же байты значат разное в ответах на разные запросы. Например, после запроса о нескольких сообщениях с fmt=1&all=2: smsc decode reply.txt --all 2 --multi\n\nВ таблице [reply] файла smsc/config.toml — параметры, которые действуют, если не переданы: fmt, all, charset и multi.\n\nКод выхода: 0, если прочитан весь ответ (в том числе ошибка API); 1, если что-то искажено; 2, если неверны параметры или файл не читается.",
        "Lire une réponse et l’afficher en tableau ou en JSON\n\nLes options --fmt, --all, --multi et --charset doivent être celles de la requête : les mêmes octets ont d’autres sens dans les réponses à d’autres requêtes. Par exemple, après une requête sur plusieurs messages avec fmt=1&all=2 : smsc decode reply.txt --all 2 --multi\n\nLa table [reply] de smsc/config.toml a les options qui valent si elles ne sont pas passées : fmt, all, charset et multi.\n\nCode de sortie : 0 si toute la réponse a été lue (même une erreur d’API), 1 si quelque chose est mal formé, 2 pour des options fausses ou un fichier illisible.",
    ),
    (
        "Explain what codes or texts mean and what to do",
        "Объяснить, что значат коды или тексты и что делать",
        "Expliquer ce que signifient des codes ou des textes, et que faire",
    ),
    (
        "Explain what codes or texts mean and what to do\n\nPrints whether the result is final, who has to act, whether and when to send again, and whether to stop writing to this recipient.\n\nSeveral explanations are printed if nothing decides between them, for example for an API error without --endpoint.\n\nExit status: 0 if it was explained (unknown codes are explained as unknown), 1 for an unknown text (the most similar known texts are printed) and for a `ClickSend` number that names two statuses, 2 for wrong usage or a file that cannot be read.",
        "Объяснить, что значат коды или тексты и что делать\n\nПоказывает, изменится ли ещё результат, кому действовать, отправлять ли сообщение снова и когда, а также нужно ли прекратить отправку этому получателю.\n\nЕсли выбрать между несколькими значениями нельзя, показаны все: например, для ошибки API без --endpoint.\n\nКод выхода: 0, если объяснено (неизвестные коды объясняются как неизвестные); 1 для неизвестного текста (показаны самые похожие) и для числа ClickSend, которое называет два статуса; 2, если неверны параметры или файл не читается.",
        "Expliquer ce que signifient des codes ou des textes, et que faire\n\nIndique si le résultat est définitif, qui doit agir, s’il faut renvoyer le message et quand, et s’il faut cesser d’écrire à ce destinataire.\n\nSi rien ne permet de choisir entre plusieurs explications, toutes sont affichées : par exemple pour une erreur d’API sans --endpoint.\n\nCode de sortie : 0 si l’explication est donnée (les codes inconnus sont expliqués comme inconnus), 1 pour un texte inconnu (les plus proches sont affichés) et pour un nombre de ClickSend qui désigne deux statuts, 2 pour des options fausses ou un fichier illisible.",
    ),
    (
        "List the possible causes of a symptom, in the order in which to check them",
        "Перечислить возможные причины симптома в том порядке, в каком их проверять",
        "Énumérer les causes possibles d’un symptôme, dans l’ordre où les vérifier",
    ),
    ("Explain the bitfield `flag`", "Объяснить битовое поле `flag`", "Expliquer le champ de bits `flag`"),
    (
        "Print all known codes, texts and symptoms, with their meanings",
        "Показать все известные коды, тексты и симптомы с их значениями",
        "Afficher tous les codes, textes et symptômes connus, avec leur sens",
    ),
    (
        "Explain the bitfield `flag`\n\nExit status: 0 if it was explained (unknown bits are shown as unknown), 2 for wrong usage.",
        "Объяснить битовое поле `flag`\n\nКод выхода: 0, если объяснено (неизвестные биты показаны как неизвестные); 2, если неверны параметры.",
        "Expliquer le champ de bits `flag`\n\nCode de sortie : 0 si l’explication est donnée (les bits inconnus sont affichés comme inconnus), 2 pour des options fausses.",
    ),
    (
        "Print all known codes, texts and symptoms, with their meanings\n\nExit status: 0 if they were printed, 2 for wrong usage.",
        "Показать все известные коды, тексты и симптомы с их значениями\n\nКод выхода: 0, если показано; 2, если неверны параметры.",
        "Afficher tous les codes, textes et symptômes connus, avec leur sens\n\nCode de sortie : 0 s’ils sont affichés, 2 pour des options fausses.",
    ),
    (
        "List the possible causes of a symptom, in the order in which to check them\n\nExit status: 0 if they were printed, 2 for wrong usage.",
        "Перечислить возможные причины симптома в том порядке, в каком их проверять\n\nКод выхода: 0, если показано; 2, если неверны параметры.",
        "Énumérer les causes possibles d’un symptôme, dans l’ordre où les vérifier\n\nCode de sortie : 0 si elles sont affichées, 2 pour des options fausses.",
    ),
    (
        "Print the script with which a shell completes the arguments of smsc",
        "Показать скрипт, с которым оболочка дополняет параметры smsc",
        "Afficher le script avec lequel un shell complète les arguments de smsc",
    ),
    (
        "Print the script with which a shell completes the arguments of smsc\n\nExit status: 0 if the script was printed, 2 for wrong usage.",
        "Показать скрипт, с которым оболочка дополняет параметры smsc\n\nКод выхода: 0, если показано; 2, если неверны параметры.",
        "Afficher le script avec lequel un shell complète les arguments de smsc\n\nCode de sortie : 0 si le script est affiché, 2 pour des options fausses.",
    ),
    (
        "Examples:\n  smsc completions bash >~/.local/share/bash-completion/completions/smsc\n  smsc completions zsh >~/.zfunc/_smsc             a folder of fpath\n  smsc completions fish >~/.config/fish/completions/smsc.fish\n  smsc completions powershell >>$PROFILE",
        "Примеры:\n  smsc completions bash >~/.local/share/bash-completion/completions/smsc\n  smsc completions zsh >~/.zfunc/_smsc             папка из fpath\n  smsc completions fish >~/.config/fish/completions/smsc.fish\n  smsc completions powershell >>$PROFILE",
        "Exemples :\n  smsc completions bash >~/.local/share/bash-completion/completions/smsc\n  smsc completions zsh >~/.zfunc/_smsc             un dossier de fpath\n  smsc completions fish >~/.config/fish/completions/smsc.fish\n  smsc completions powershell >>$PROFILE",
    ),
    ("The shell", "Оболочка", "Le shell"),
    (
        "Colours: always, never, or on a terminal alone (auto), unless the variable `NO_COLOR` is set [default: auto]",
        "Цвета: always — всегда, never — никогда, auto — только в терминале и без переменной `NO_COLOR` [по умолчанию: auto]",
        "Couleurs : always pour toujours, never pour jamais, auto dans un terminal seul et sans la variable `NO_COLOR` [par défaut : auto]",
    ),
    (
        "The reply is no batch, even if the configuration has `multi`",
        "Ответ — не пачка, даже если в настройках есть `multi`",
        "La réponse n’est pas un lot, même si la configuration a `multi`",
    ),
    (
        "The files with the bodies of replies to the same request; without a file, or with `-`, standard input is read",
        "Файлы с телами ответов на один и тот же запрос; без файла или с `-` читается стандартный ввод",
        "Les fichiers des corps de réponses à la même requête ; sans fichier, ou avec `-`, l’entrée standard est lue",
    ),
    (
        "The format (`fmt`) to write: 0 for `name = value`, 1 for values alone, 2 for XML, 3 for JSON",
        "Формат (`fmt`), в котором записать: 0 — `имя = значение`, 1 — только значения, 2 — XML, 3 — JSON",
        "Le format (`fmt`) à écrire : 0 pour `nom = valeur`, 1 pour les valeurs seules, 2 pour XML, 3 pour JSON",
    ),
    (
        "The option `all` of the request [default: 0]",
        "Параметр `all` запроса [по умолчанию: 0]",
        "L’option `all` de la requête [par défaut : 0]",
    ),
    (
        "The reply is a batch: the request named several phones or ids, or one followed by a comma",
        "Ответ — пачка: в запросе было несколько телефонов или id либо один с запятой после него",
        "La réponse est un lot : la requête avait plusieurs numéros ou id, ou un seul suivi d’une virgule",
    ),
    (
        "The charset of the request [default: windows-1251]",
        "Кодировка запроса [по умолчанию: windows-1251]",
        "Le jeu de caractères de la requête [par défaut : windows-1251]",
    ),
    (
        "The charset to write, if it differs from that of the request",
        "Кодировка, в которой записать, если она не та, что в запросе",
        "Le jeu de caractères à écrire, s’il n’est pas celui de la requête",
    ),
    (
        "The kind of all messages, if it is known: messages to phones (sms), requests about a subscriber's network (hlr), or e-mails; auto determines it for each message",
        "Вид всех сообщений, если он известен: сообщения на телефоны (sms), запросы о сети абонента (hlr) или письма (email); auto определяет его для каждого сообщения [по умолчанию: auto]",
        "Le genre de tous les messages, s’il est connu : messages vers des téléphones (sms), requêtes sur le réseau d’un abonné (hlr) ou e-mails (email) ; auto le détermine pour chaque message [par défaut : auto]",
    ),
    (
        "Guess the options of the request that are not passed (--fmt, --all, --multi, --charset) from the first 64 KiB of the reply, and print the guess on standard error; `guess` is also a value of --fmt and --all",
        "Угадать не указанные параметры запроса (--fmt, --all, --multi, --charset) по первым 64 КиБ ответа и написать догадку в стандартный поток ошибок; `guess` — ещё и значение --fmt и --all",
        "Deviner les options de la requête qui ne sont pas données (--fmt, --all, --multi, --charset) d’après les 64 premiers Kio de la réponse, et l’écrire sur la sortie d’erreur ; `guess` est aussi une valeur de --fmt et --all",
    ),
    (
        "The requested pairs of id and phone, in the order of the request; reports the missing and the unexpected ones. For many pairs, and to keep phones out of the list of processes and the shell's history, use --ids-file",
        "Запрошенные пары id и телефона в порядке запроса; сообщает, каких нет и какие лишние. Если пар много или телефоны не должны попасть в список процессов и историю оболочки, используйте --ids-file",
        "Les paires d’id et de numéro demandées, dans l’ordre de la requête ; signale les absentes et les inattendues. Pour beaucoup de paires, et pour garder les numéros hors de la liste des processus et de l’historique du shell, utilisez --ids-file",
    ),
    (
        "The file with the requested pairs of id and phone, in the order of the request, or `-` for standard input: one ID:PHONE a line, or CSV with a header that has the columns id and phone",
        "Файл с запрошенными парами id и телефона в порядке запроса или `-` для стандартного ввода: по одной паре ID:ТЕЛЕФОН в строке или CSV с заголовком, в котором есть столбцы id и phone",
        "Le fichier des paires d’id et de numéro demandées, dans l’ordre de la requête, ou `-` pour l’entrée standard : une paire ID:NUMÉRO par ligne, ou un CSV dont l’en-tête a les colonnes id et phone",
    ),
    (
        "Print one JSON object per line, with the keys of fmt 3",
        "Выводить по объекту JSON в строке, с ключами fmt 3",
        "Afficher un objet JSON par ligne, avec les clés de fmt 3",
    ),
    (
        "Print CSV in UTF-8 with a byte order mark, as Excel reads it: a column for each key of fmt 3. The separator is a comma; for Excel with Russian or French settings use --csv=';'",
        "Выводить CSV в UTF-8 с меткой порядка байтов, как его читает Excel: по столбцу на каждый ключ fmt 3. Разделитель — запятая; для Excel с русскими или французскими настройками укажите --csv=';'",
        "Afficher du CSV en UTF-8 avec une marque d’ordre des octets, comme Excel le lit : une colonne par clé de fmt 3. Le séparateur est une virgule ; pour Excel en russe ou en français, utilisez --csv=';'",
    ),
    (
        "Add the meaning: as the key \"outcome\" to each JSON object of a message or an API error, as further columns to CSV; the table always shows it",
        "Добавить значение: ключом \"outcome\" в каждый объект JSON о сообщении или ошибке API, новыми столбцами в CSV; в таблице оно есть всегда",
        "Ajouter le sens : la clé \"outcome\" dans chaque objet JSON d’un message ou d’une erreur d’API, des colonnes de plus en CSV ; le tableau l’a toujours",
    ),
    (
        "Stop with an error if the new format cannot represent a record, instead of replacing or dropping anything",
        "Остановиться с ошибкой, если запись нельзя представить в новом формате, а не заменять и не опускать",
        "S’arrêter par une erreur si le nouveau format ne peut pas représenter un enregistrement, au lieu de remplacer ou d’omettre",
    ),
    (
        "What to explain: a status and its err (20 1, 20/1), an err (err 6), an API error as the server writes it (0,-9 or ERROR = 9), or a text from a log or a page",
        "Что объяснить: статус и его err (20 1, 20/1), один err (err 6), ошибку API, как её пишет сервер (0,-9 или ERROR = 9), или текст из журнала либо со страницы",
        "Ce qu’il faut expliquer : un statut et son err (20 1, 20/1), un err (err 6), une erreur d’API telle que le serveur l’écrit (0,-9 ou ERROR = 9), ou un texte d’un journal ou d’une page",
    ),
    ("The err of the message, for example 1", "err сообщения, например 1", "L’err du message, par exemple 1"),
    (
        "The type of the message: sms, flash, binary, wap-push, hlr, ping, mms, call, email, viber, social, or the number of the type [default: sms]",
        "Тип сообщения: sms, flash, binary, wap-push, hlr, ping, mms, call, email, viber, social или номер типа [по умолчанию: sms]",
        "Le type du message : sms, flash, binary, wap-push, hlr, ping, mms, call, email, viber, social, ou le numéro du type [par défaut : sms]",
    ),
    (
        "The script that returned the API error, because the same number means something else in another one. Without it every meaning is printed",
        "Скрипт, который вернул ошибку API: то же число у другого скрипта значит другое. Без него показаны все значения",
        "Le script qui a renvoyé l’erreur d’API, car le même nombre a un autre sens ailleurs. Sans lui, tous les sens sont affichés",
    ),
    (
        "Print one JSON object per line, for each matching row",
        "Выводить по объекту JSON в строке, для каждой подходящей записи",
        "Afficher un objet JSON par ligne, pour chaque ligne qui convient",
    ),
    ("The code of an API error, for example 9", "Код ошибки API, например 9", "Le code d’une erreur d’API, par exemple 9"),
    (
        "The value of `flag`: 0 to 65535, or hexadecimal such as 0x0728",
        "Значение `flag`: от 0 до 65535 или шестнадцатеричное, например 0x0728",
        "La valeur de `flag` : de 0 à 65535, ou en hexadécimal, comme 0x0728",
    ),
    (
        "All statuses of one message, the oldest first: STATUS or STATUS/ERR, separated by commas or spaces",
        "Все статусы одного сообщения, начиная с самого старого: СТАТУС или СТАТУС/ERR через запятую или пробел",
        "Tous les statuts d’un message, du plus ancien au plus récent : STATUT ou STATUT/ERR, séparés par des virgules ou des espaces",
    ),
    (
        "A text from a log or a page: an English or Russian text of SMSC.ru, a text of GetCourse, or one of ClickSend. Every source that knows it is printed",
        "Текст из журнала или со страницы: английский или русский текст SMSC.ru, текст GetCourse или ClickSend. Показаны все источники, в которых он известен",
        "Un texte d’un journal ou d’une page : un texte anglais ou russe de SMSC.ru, un texte de GetCourse ou de ClickSend. Toutes les sources qui le connaissent sont affichées",
    ),
    (
        "A text that GetCourse shows, or the provider's Russian name of a status, an err or an API error",
        "Текст, который показывает GetCourse, или русское название статуса, err или ошибки API у провайдера",
        "Un texte affiché par GetCourse, ou le nom russe d’un statut, d’un err ou d’une erreur d’API chez le prestataire",
    ),
    (
        "What ClickSend wrote: words of a status, a code or a description, in English or French. For a number both the row of the help page and the error code of a receipt are printed",
        "Что написал ClickSend: слова статуса, код или описание, по-английски или по-французски. Для числа показаны и строка страницы справки, и код ошибки из отчёта",
        "Ce que ClickSend a écrit : les mots d’un statut, un code ou une description, en anglais ou en français. Pour un nombre, la ligne de la page d’aide et le code d’erreur d’un accusé sont affichés",
    ),
    (
        "The number of a row in the list of ClickSend's help page, 1 to 21",
        "Номер строки в списке на странице справки ClickSend, от 1 до 21",
        "Le numéro d’une ligne dans la liste de la page d’aide de ClickSend, de 1 à 21",
    ),
    (
        "The `error_code` of a ClickSend receipt, 1 to 20",
        "`error_code` из отчёта ClickSend, от 1 до 20",
        "L’`error_code` d’un accusé de ClickSend, de 1 à 20",
    ),
    (
        "A file with ClickSend receipts or history entries, as JSON or a form; - for standard input",
        "Файл с отчётами или записями истории ClickSend, в JSON или формой; - для стандартного ввода",
        "Un fichier d’accusés ou d’entrées d’historique de ClickSend, en JSON ou en formulaire ; - pour l’entrée standard",
    ),
    (
        "The symptom, by its name or its title; without one, the symptoms are listed",
        "Симптом: его имя или название; без него показан список симптомов",
        "Le symptôme, par son nom ou son titre ; sans lui, les symptômes sont énumérés",
    ),
    (
        "Print one JSON object per line, for each cause",
        "Выводить по объекту JSON в строке, для каждой причины",
        "Afficher un objet JSON par ligne, pour chaque cause",
    ),
    ("Print a JSON object", "Вывести объект JSON", "Afficher un objet JSON"),
    ("Print one JSON object per line", "Выводить по объекту JSON в строке", "Afficher un objet JSON par ligne"),
    (
        "Examples:\n  smsc explain 20 1                                a status and its err; 20/1 and 20,1 too\n  smsc explain 20 1 --type email --lang fr         the same codes for an e-mail, in French\n  smsc explain -3                                  a status alone\n  smsc explain err 6                               an err alone\n  smsc explain \"no money\"                          a text from a log or a page, whoever wrote it\n  smsc explain 0,-9                                an API error, as the server writes it\n  smsc explain --api-error 9 --endpoint send       an API error, with the script that returned it\n  smsc explain --flag 1832                         the bitfield `flag`\n  smsc explain --getcourse \"Просрочено\"            a text that GetCourse shows\n  smsc explain --clicksend \"Absent subscriber\"     words: every matching row, the best match first\n  smsc explain --clicksend-row 13                  a row of the list on ClickSend's help page\n  smsc explain --clicksend-receipt receipt.json    a delivery receipt, as JSON or a form\n  smsc explain --story 0,20/6,-3                   all statuses of one message, the oldest first",
        "Примеры:\n  smsc explain 20 1                                статус и его err; можно 20/1 и 20,1\n  smsc explain 20 1 --type email --lang fr         те же коды для письма, по-французски\n  smsc explain -3                                  только статус\n  smsc explain err 6                               только err\n  smsc explain \"no money\"                          текст из журнала или со страницы, чей бы он ни был\n  smsc explain 0,-9                                ошибка API, как её пишет сервер\n  smsc explain --api-error 9 --endpoint send       ошибка API и скрипт, который её вернул\n  smsc explain --flag 1832                         битовое поле `flag`\n  smsc explain --getcourse \"Просрочено\"            текст, который показывает GetCourse\n  smsc explain --clicksend \"Absent subscriber\"     слова: все подходящие строки, лучшая первой\n  smsc explain --clicksend-row 13                  строка списка на странице справки ClickSend\n  smsc explain --clicksend-receipt receipt.json    отчёт о доставке, в JSON или формой\n  smsc explain --story 0,20/6,-3                   все статусы одного сообщения, начиная с самого старого",
        "Exemples :\n  smsc explain 20 1                                un statut et son err ; 20/1 et 20,1 aussi\n  smsc explain 20 1 --type email --lang fr         les mêmes codes pour un e-mail, en français\n  smsc explain -3                                  un statut seul\n  smsc explain err 6                               un err seul\n  smsc explain \"no money\"                          un texte d’un journal ou d’une page, quel qu’en soit l’auteur\n  smsc explain 0,-9                                une erreur d’API, telle que le serveur l’écrit\n  smsc explain --api-error 9 --endpoint send       une erreur d’API, avec le script qui l’a renvoyée\n  smsc explain --flag 1832                         le champ de bits `flag`\n  smsc explain --getcourse \"Просрочено\"            un texte affiché par GetCourse\n  smsc explain --clicksend \"Absent subscriber\"     des mots : toutes les lignes qui conviennent, la meilleure d’abord\n  smsc explain --clicksend-row 13                  une ligne de la liste de la page d’aide de ClickSend\n  smsc explain --clicksend-receipt receipt.json    un accusé de livraison, en JSON ou en formulaire\n  smsc explain --story 0,20/6,-3                   tous les statuts d’un message, du plus ancien au plus récent",
    ),
    (
        "Examples:\n  smsc diagnose                                    the symptoms, with their names\n  smsc diagnose no-connection\n  smsc diagnose api-error 2 --lang ru",
        "Примеры:\n  smsc diagnose                                    симптомы и их имена\n  smsc diagnose no-connection\n  smsc diagnose api-error 2 --lang ru",
        "Exemples :\n  smsc diagnose                                    les symptômes, avec leurs noms\n  smsc diagnose no-connection\n  smsc diagnose api-error 2 --lang ru",
    ),
];
