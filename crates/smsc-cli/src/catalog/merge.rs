//! The texts of `smsc merge`.

use super::Entry;

pub(super) const TEXTS: &[Entry] = &[
    // Help.
    (
        "Examples:\n  smsc merge polled.jsonl received.jsonl           lines of smsc status --json and of smsc listen\n  smsc merge *.txt --all 2 --multi --json          batches of fmt 1, and any JSON among them\n  smsc merge *.txt --guess --outcome --csv         without knowing the options of the requests\n  smsc merge a.txt b.txt --ids 101:79990000001     replies that do not name their message",
        "Примеры:\n  smsc merge polled.jsonl received.jsonl           строки smsc status --json и smsc listen\n  smsc merge *.txt --all 2 --multi --json          пачки fmt 1 и любой JSON среди них\n  smsc merge *.txt --guess --outcome --csv         не зная параметров запросов\n  smsc merge a.txt b.txt --ids 101:79990000001     ответы, в которых сообщение не названо",
        "Exemples :\n  smsc merge polled.jsonl received.jsonl           lignes de smsc status --json et de smsc listen\n  smsc merge *.txt --all 2 --multi --json          lots de fmt 1, et tout JSON parmi eux\n  smsc merge *.txt --guess --outcome --csv         sans connaître les options des requêtes\n  smsc merge a.txt b.txt --ids 101:79990000001     réponses qui ne nomment pas leur message",
    ),
    (
        "Merge reports of messages, in any order, into the state of each",
        "Свести отчёты о сообщениях, в любом порядке, к состоянию каждого",
        "Fusionner des rapports de messages, dans n’importe quel ordre, en l’état de chacun",
    ),
    (
        "Merge reports of messages, in any order, into the state of each\n\nA later status replaces an earlier one, except that an end (delivered or not) replaces what was before it, and that read and clicked replace an end. What a report lacks is taken from the others. -3 (not found) is no state but a mark. The order of the files and repeated reports make no difference. Two reports are those of one message if they have the same id and the same phone, however it is typed.\n\nThe messages come in the order of their ids. In JSON each has the number of its reports, the mark `not_found`, and `contradictions`: two ends, or two times of sending, since an id can be used for two messages. All messages are in memory until they are printed.\n\nExit status: 0 if all reports were merged, 1 if anything was malformed, or if a report is of no known message (it is printed, and counted on standard error), 2 for wrong usage or a file that cannot be read.",
        "Свести отчёты о сообщениях, в любом порядке, к состоянию каждого\n\nПоздний статус заменяет ранний, но конечный (доставлено или нет) заменяет всё, что было до него, а «прочитано» и переход по ссылке заменяют конечный. Чего нет в одном отчёте, берётся из других. -3 (не найдено) — не состояние, а отметка. Порядок файлов и повторы ничего не меняют. Два отчёта относятся к одному сообщению, если у них один id и один телефон, как бы он ни был записан.\n\nСообщения идут в порядке id. В JSON у каждого есть число отчётов, отметка `not_found` и `contradictions`: два конечных статуса или два времени отправки, ведь один id могут дать двум сообщениям. До печати все сообщения находятся в памяти.\n\nКод выхода: 0, если сведены все отчёты; 1, если что-то искажено или отчёт не относится ни к одному известному сообщению (он напечатан и посчитан в стандартном потоке ошибок); 2, если неверны параметры или файл не читается.",
        "Fusionner des rapports de messages, dans n’importe quel ordre, en l’état de chacun\n\nUn statut plus récent remplace un plus ancien, mais une fin (livré ou non) remplace ce qui la précède, et la lecture ou le clic remplacent une fin. Ce qui manque à un rapport est pris dans les autres. -3 (introuvable) n’est pas un état mais une marque. L’ordre des fichiers et les répétitions n’y changent rien. Deux rapports sont ceux d’un même message s’ils ont le même id et le même numéro, quelle que soit son écriture.\n\nLes messages suivent l’ordre de leurs id. En JSON, chacun a le nombre de ses rapports, la marque `not_found` et `contradictions` : deux fins, ou deux dates d’envoi, car un id peut servir à deux messages. Tous les messages sont en mémoire jusqu’à leur affichage.\n\nCode de sortie : 0 si tous les rapports sont fusionnés, 1 si quelque chose est mal formé ou si un rapport n’est celui d’aucun message connu (il est affiché, et compté sur l’erreur standard), 2 pour des options fausses ou un fichier illisible.",
    ),
    (
        "The files with reports; without a file, or with `-`, standard input is read. JSON is recognised: replies of fmt 3, and the lines of smsc decode, status, history, listen and merge",
        "Файлы с отчётами; без файла или с `-` читается стандартный ввод. JSON распознаётся: ответы fmt 3 и строки smsc decode, status, history, listen и merge",
        "Les fichiers des rapports ; sans fichier, ou avec `-`, l’entrée standard est lue. Le JSON est reconnu : réponses de fmt 3, et lignes de smsc decode, status, history, listen et merge",
    ),
    (
        "The format (`fmt`) of the requests whose replies are not in JSON: 0 for `name = value`, 1 for values alone, 2 for XML [default: 1]",
        "Формат (`fmt`) запросов, ответы на которые не в JSON: 0 — `имя = значение`, 1 — одни значения, 2 — XML [по умолчанию: 1]",
        "Le format (`fmt`) des requêtes dont les réponses ne sont pas en JSON : 0 pour `nom = valeur`, 1 pour les valeurs seules, 2 pour XML [par défaut : 1]",
    ),
    (
        "Guess the options of the request that are not passed (--fmt, --all, --multi, --charset) from the first 64 KiB of each file, and print the guess on standard error; `guess` is also a value of --fmt and --all",
        "Угадать не переданные параметры запроса (--fmt, --all, --multi, --charset) по первым 64 КиБ каждого файла и напечатать догадку в стандартный поток ошибок; `guess` — также значение --fmt и --all",
        "Deviner les options de la requête qui ne sont pas données (--fmt, --all, --multi, --charset) d’après les premiers 64 Kio de chaque fichier, et afficher la supposition sur l’erreur standard ; `guess` est aussi une valeur de --fmt et --all",
    ),
    (
        "The pairs of id and phone that each reply was asked for: a report that lacks its id or its phone is that of the only pair it can be of, and pairs without a report are printed as missing",
        "Пары id и телефона, о которых спрашивал каждый ответ: отчёт без id или телефона относится к единственной паре, которой он может принадлежать, а пары без отчёта печатаются как отсутствующие",
        "Les paires d’id et de numéro que chaque réponse concerne : un rapport sans id ou sans numéro est celui de la seule paire possible, et les paires sans rapport sont affichées comme absentes",
    ),
    (
        "The file with these pairs, or `-` for standard input: one ID:PHONE a line, or CSV with a header that has the columns id and phone",
        "Файл с этими парами или `-` для стандартного ввода: по одной ID:PHONE в строке либо CSV с заголовком, где есть столбцы id и phone",
        "Le fichier de ces paires, ou `-` pour l’entrée standard : une ID:PHONE par ligne, ou du CSV dont l’en-tête a les colonnes id et phone",
    ),
    // Messages.
    ("reports", "отчётов", "des rapports"),
    ("{0} of no known message", "без известного сообщения: {0}", "d’aucun message connu : {0}"),
    ("{0} lines that are no report", "строк, которые не отчёты: {0}", "lignes qui ne sont pas des rapports : {0}"),
    ("(of no known message)", "(сообщение неизвестно)", "(message inconnu)"),
    ("(contradictory)", "(противоречиво)", "(contradictoire)"),
    ("(once not found)", "(однажды не найдено)", "(introuvable une fois)"),
    ("reports: {0}, messages: {1}", "отчётов: {0}, сообщений: {1}", "rapports : {0}, messages : {1}"),
    (
        "contradictory: {0} (reports of two ends, or of two messages with one id)",
        "противоречивых: {0} (отчёты о двух концах или о двух сообщениях с одним id)",
        "contradictoires : {0} (rapports de deux fins, ou de deux messages avec un id)",
    ),
    (
        "a reply to one message may have no id: pass the id and the phone with --ids",
        "в ответе об одном сообщении может не быть id: передайте id и телефон через --ids",
        "la réponse sur un message peut ne pas avoir d’id : passez l’id et le numéro avec --ids",
    ),
];
