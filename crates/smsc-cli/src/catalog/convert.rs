//! The texts of `smsc convert --to`.

use super::Entry;

pub(super) const TEXTS: &[Entry] = &[
    // Help.
    (
        "Examples:\n  smsc convert reply.txt --from-fmt 1 --to-fmt 3 --all 1\n  smsc convert *.txt --to parquet -o replies.parquet --all 1 --multi\n  smsc convert *.json.gz --to ndjson --columns id,phone,state --multi | jq .state\n  smsc convert *.txt --to parquet -o replies --partition-by day --all 1 --multi\n  duckdb -c \"select state, count(*) from 'replies.parquet' group by state\"",
        "Примеры:\n  smsc convert reply.txt --from-fmt 1 --to-fmt 3 --all 1\n  smsc convert *.txt --to parquet -o replies.parquet --all 1 --multi\n  smsc convert *.json.gz --to ndjson --columns id,phone,state --multi | jq .state\n  smsc convert *.txt --to parquet -o replies --partition-by day --all 1 --multi\n  duckdb -c \"select state, count(*) from 'replies.parquet' group by state\"",
        "Exemples :\n  smsc convert reply.txt --from-fmt 1 --to-fmt 3 --all 1\n  smsc convert *.txt --to parquet -o replies.parquet --all 1 --multi\n  smsc convert *.json.gz --to ndjson --columns id,phone,state --multi | jq .state\n  smsc convert *.txt --to parquet -o replies --partition-by day --all 1 --multi\n  duckdb -c \"select state, count(*) from 'replies.parquet' group by state\"",
    ),
    (
        "Convert a reply to another format, or replies to a table",
        "Преобразовать ответ в другой формат или ответы в таблицу",
        "Convertir une réponse dans un autre format, ou des réponses en une table",
    ),
    (
        "Convert a reply to another format, or replies to a table\n\nWith --to-fmt, a reply becomes one in another format. Anything that the new format cannot represent is replaced or dropped: a character that is not in the charset, a line break in a batch of fmt 1, a field that the format does not have. With --strict, the conversion stops with an error at the first such record.\n\nWith --to, the records of many replies become the rows of a table: Parquet, Arrow, CSV, or JSON with an object a line. A malformed line and an API error are rows too, so that nothing is lost. Files compressed with gzip or zstd are decompressed. A file gets its name when it is complete.\n\nExit status: 0 if everything was converted, 1 if anything was malformed or rejected by --strict, 2 for wrong usage or a file that cannot be read or written.",
        "Преобразовать ответ в другой формат или ответы в таблицу\n\nС --to-fmt ответ становится ответом в другом формате. Всё, чего в новом формате быть не может, заменяется или опускается: символ, которого нет в кодировке; перевод строки в пачке fmt 1; поле, которого у формата нет. С --strict преобразование прекращается с ошибкой на первой такой записи.\n\nС --to записи многих ответов становятся строками таблицы: Parquet, Arrow, CSV или JSON по объекту в строке. Искажённая строка и ошибка API — тоже строки таблицы, поэтому ничего не теряется. Файлы, сжатые gzip или zstd, распаковываются. Файл получает своё имя, когда он готов.\n\nКод выхода: 0, если преобразовано всё; 1, если что-то искажено или отклонено из-за --strict; 2, если неверны параметры или файл не читается или не записывается.",
        "Convertir une réponse dans un autre format, ou des réponses en une table\n\nAvec --to-fmt, une réponse devient une réponse dans un autre format. Tout ce que le nouveau format ne peut pas représenter est remplacé ou omis : un caractère absent du jeu de caractères, un saut de ligne dans un lot de fmt 1, un champ que le format n’a pas. Avec --strict, la conversion s’arrête par une erreur au premier enregistrement de ce genre.\n\nAvec --to, les enregistrements de plusieurs réponses deviennent les lignes d’une table : Parquet, Arrow, CSV, ou JSON à raison d’un objet par ligne. Une ligne mal formée et une erreur d’API sont aussi des lignes de la table : rien n’est perdu. Les fichiers compressés par gzip ou zstd sont décompressés. Un fichier reçoit son nom quand il est complet.\n\nCode de sortie : 0 si tout a été converti, 1 si quelque chose est mal formé ou refusé par --strict, 2 pour des options fausses ou un fichier qui ne peut être lu ou écrit.",
    ),
    (
        "The files with the bodies of replies; without a file, or with `-`, standard input is read. Only --to takes more than one",
        "Файлы с телами ответов; без файла или с `-` читается стандартный ввод. Несколько файлов — только с --to",
        "Les fichiers des corps de réponses ; sans fichier, ou avec `-`, l’entrée standard est lue. Seul --to en accepte plusieurs",
    ),
    (
        "The format (`fmt`) of the reply: 0 for `name = value`, 1 for values alone, 2 for XML, 3 for JSON [default with --to: the one that the first bytes of each reply show]",
        "Формат (`fmt`) ответа: 0 — `имя = значение`, 1 — только значения, 2 — XML, 3 — JSON [по умолчанию с --to: тот, который видно по первым байтам каждого ответа]",
        "Le format (`fmt`) de la réponse : 0 pour `nom = valeur`, 1 pour les valeurs seules, 2 pour XML, 3 pour JSON [par défaut avec --to : celui que montrent les premiers octets de chaque réponse]",
    ),
    (
        "Write a table of the records of all files: parquet, arrow (a file, or a stream on standard output), csv (UTF-8 with a byte order mark, as Excel reads it; times in UTC) or ndjson (a JSON object a line, without the keys that have no value)",
        "Записать таблицу из записей всех файлов: parquet, arrow (файл или, на стандартном выводе, поток), csv (UTF-8 с меткой порядка байтов, как его читает Excel; время в UTC) или ndjson (по объекту JSON в строке, без ключей, у которых нет значения)",
        "Écrire une table des enregistrements de tous les fichiers : parquet, arrow (un fichier, ou un flux sur la sortie standard), csv (UTF-8 avec indicateur d’ordre des octets, comme Excel le lit ; heures en UTC) ou ndjson (un objet JSON par ligne, sans les clés qui n’ont pas de valeur)",
    ),
    (
        "The file of the table, or `-` for standard output [default: standard output; parquet needs a file]",
        "Файл таблицы или `-` для стандартного вывода [по умолчанию: стандартный вывод; для parquet нужен файл]",
        "Le fichier de la table, ou `-` pour la sortie standard [par défaut : la sortie standard ; parquet exige un fichier]",
    ),
    (
        "Replace the file of the table if it exists",
        "Заменить файл таблицы, если он есть",
        "Remplacer le fichier de la table s’il existe",
    ),
    (
        "The columns, in their order [default: all]",
        "Столбцы в нужном порядке [по умолчанию: все]",
        "Les colonnes, dans leur ordre [par défaut : toutes]",
    ),
    (
        "Write texts of which a table has few different ones, such as the operator, as dictionaries: for parquet, and for arrow on standard output",
        "Записать тексты, разных значений которых в таблице мало, например оператора, как словари: для parquet и для arrow на стандартном выводе",
        "Écrire comme dictionnaires les textes dont une table a peu de valeurs différentes, comme l’opérateur : pour parquet, et pour arrow sur la sortie standard",
    ),
    (
        "Make OUT a folder with a folder for each day, such as day=2025-10-10: that of the sending or else of the last change, in UTC. Rows without a time are in day=__HIVE_DEFAULT_PARTITION__",
        "Сделать OUT папкой с папками по дням, например day=2025-10-10: по дню отправки, а если он неизвестен — последнего изменения, в UTC. Строки без времени — в day=__HIVE_DEFAULT_PARTITION__",
        "Faire de OUT un dossier avec un dossier par jour, comme day=2025-10-10 : celui de l’envoi ou, à défaut, du dernier changement, en UTC. Les lignes sans heure sont dans day=__HIVE_DEFAULT_PARTITION__",
    ),
    (
        "The number of threads [default: that of the processors]",
        "Число потоков [по умолчанию: число процессоров]",
        "Le nombre de fils d’exécution [par défaut : celui des processeurs]",
    ),
    // Messages.
    (
        "only --to takes several files: pass one file",
        "несколько файлов можно передать только с --to: передайте один файл",
        "seul --to accepte plusieurs fichiers : passez un seul fichier",
    ),
    (
        "parquet cannot be written to standard output: pass a file with --out",
        "parquet нельзя записать в стандартный вывод: укажите файл в --out",
        "parquet ne peut être écrit sur la sortie standard : indiquez un fichier avec --out",
    ),
    (
        "the days are folders: pass the folder for them with --out",
        "дни — это папки: укажите папку для них в --out",
        "les jours sont des dossiers : indiquez leur dossier avec --out",
    ),
    (
        "csv and ndjson have no dictionaries: leave out --dictionary",
        "в csv и ndjson нет словарей: уберите --dictionary",
        "csv et ndjson n’ont pas de dictionnaires : retirez --dictionary",
    ),
    (
        "an Arrow file cannot have a dictionary that grows: leave out --dictionary, or write to standard output",
        "в файле Arrow словарь не может расти: уберите --dictionary или пишите в стандартный вывод",
        "un fichier Arrow ne peut avoir un dictionnaire qui grandit : retirez --dictionary, ou écrivez sur la sortie standard",
    ),
    (
        "rows: {0}, malformed: {1}, ambiguous: {2}",
        "строк: {0}, искажённых: {1}, неоднозначных: {2}",
        "lignes : {0}, mal formées : {1}, ambiguës : {2}",
    ),
    ("the column {0} is named twice", "столбец {0} назван дважды", "la colonne {0} est nommée deux fois"),
    (
        "unknown column “{0}”; the columns are {1}",
        "неизвестный столбец «{0}»; есть столбцы {1}",
        "colonne inconnue « {0} » ; les colonnes sont {1}",
    ),
    (
        "unknown column “{0}”; similar ones are {1}",
        "неизвестный столбец «{0}»; похожие: {1}",
        "colonne inconnue « {0} » ; les plus proches sont {1}",
    ),
    ("cannot convert: {0}", "не удаётся преобразовать: {0}", "conversion impossible : {0}"),
    ("{0} exists: remove it first", "{0} уже есть: сначала удалите", "{0} existe : supprimez-le d’abord"),
    ("{0} exists: --force replaces it", "{0} уже есть: его заменит --force", "{0} existe : --force le remplace"),
    (
        "it is no regular file, which --force does not replace",
        "это не обычный файл, --force его не заменяет",
        "ce n’est pas un fichier ordinaire, --force ne le remplace pas",
    ),
];
