//! The errors of the state of `smsc watch`.

use super::Entry;

pub(super) const TEXTS: &[Entry] = &[
    (
        "a database of another program: name another file",
        "база данных другой программы: укажите другой файл",
        "une base d’un autre programme : indiquez un autre fichier",
    ),
    (
        "a database of version {0}, and this program knows versions up to {1}: use a newer version of the program",
        "база данных версии {0}, а эта программа знает версии до {1}: возьмите более новую версию программы",
        "une base de version {0}, alors que ce programme connaît les versions jusqu’à {1} : prenez une version plus récente du programme",
    ),
    ("a record cannot be stored: {0}", "запись нельзя сохранить: {0}", "un enregistrement ne peut pas être stocké : {0}"),
    (
        "another process follows these messages already: stop it, or name another file",
        "за этими сообщениями уже следит другой процесс: остановите его или укажите другой файл",
        "un autre processus suit déjà ces messages : arrêtez-le, ou indiquez un autre fichier",
    ),
    (
        "another program was writing to the database for too long: nothing of this step was stored; repeat it",
        "другая программа слишком долго писала в базу данных: из этого шага ничего не сохранено; повторите его",
        "un autre programme a écrit trop longtemps dans la base : rien de cette étape n’est enregistré ; répétez-la",
    ),
    (
        "expected a file, found a folder: name a file",
        "ожидался файл, а это папка: укажите файл",
        "un fichier est attendu, et c’est un dossier : indiquez un fichier",
    ),
    (
        "expected postgres://user:password@host:port/database?sslmode=require, with special characters as %XX; sslmode is disable, prefer or require",
        "нужен postgres://user:password@host:port/database?sslmode=require, где особые символы записаны как %XX; sslmode — disable, prefer или require",
        "postgres://user:password@host:port/database?sslmode=require est attendu, avec les caractères spéciaux en %XX ; sslmode est disable, prefer ou require",
    ),
    (
        "no encrypted connection: the server has none, or its certificate is not trusted or of another name; add its CA to those of the system, or write sslmode=disable in the URL if the network is safe",
        "нет шифрованного соединения: сервер его не умеет, или его сертификату нет доверия, или он на другое имя; добавьте его УЦ к системным или напишите в URL sslmode=disable, если сеть безопасна",
        "pas de connexion chiffrée : le serveur n’en a pas, ou son certificat n’est pas reconnu ou porte un autre nom ; ajoutez son AC à celles du système, ou écrivez sslmode=disable dans l’URL si le réseau est sûr",
    ),
    (
        "no permission to read and write the database (or, for a file, its folder): change the permissions, or the user",
        "нет права читать и изменять базу данных (или, если это файл, его папку): измените права или пользователя",
        "pas le droit de lire et d’écrire la base (ou, pour un fichier, son dossier) : changez les droits, ou l’utilisateur",
    ),
    (
        "not an SQLite database: name another file",
        "это не база данных SQLite: укажите другой файл",
        "ce n’est pas une base SQLite : indiquez un autre fichier",
    ),
    (
        "other users can read the file with the password, ~/.pgpass or PGPASSFILE: change its permissions with chmod 600",
        "другие пользователи могут прочитать файл с паролем, ~/.pgpass или PGPASSFILE: измените его права командой chmod 600",
        "d’autres utilisateurs peuvent lire le fichier du mot de passe, ~/.pgpass ou PGPASSFILE : changez ses droits avec chmod 600",
    ),
    (
        "process {0} follows these messages already: stop it, or name another file",
        "за этими сообщениями уже следит процесс {0}: остановите его или укажите другой файл",
        "le processus {0} suit déjà ces messages : arrêtez-le, ou indiquez un autre fichier",
    ),
    (
        "the claim has expired, and others may follow the messages: claim again",
        "срок владения истёк, за сообщениями могут следить другие: займите их снова",
        "la réservation a expiré, et d’autres peuvent suivre les messages : réservez de nouveau",
    ),
    (
        "the connection was lost: what the last step stored is unknown; repeat it, which does no harm if it was stored",
        "соединение прервалось: что сохранил последний шаг, неизвестно; повторите его, это не повредит, если он сохранён",
        "la connexion est perdue : ce que la dernière étape a enregistré est inconnu ; répétez-la, ce qui ne nuit pas si elle est enregistrée",
    ),
    (
        "the database is damaged: restore a copy of it (of a file, the command .recover of sqlite3 saves what is readable)",
        "база данных повреждена: восстановите её из копии (из файла команда .recover программы sqlite3 спасает то, что читается)",
        "la base est endommagée : restaurez-en une copie (pour un fichier, la commande .recover de sqlite3 sauve ce qui est lisible)",
    ),
    ("the database reports error {0}", "база данных сообщает об ошибке {0}", "la base signale l’erreur {0}"),
    (
        "the disk is full: nothing of this step was stored; make room and repeat it",
        "диск полон: из этого шага ничего не сохранено; освободите место и повторите его",
        "le disque est plein : rien de cette étape n’est enregistré ; faites de la place et répétez-la",
    ),
    (
        "the file cannot be read or written: {0}",
        "файл нельзя прочитать или записать: {0}",
        "le fichier ne peut pas être lu ou écrit : {0}",
    ),
    (
        "the folder does not exist: make it, or name another file",
        "папки нет: создайте её или укажите другой файл",
        "le dossier n’existe pas : créez-le, ou indiquez un autre fichier",
    ),
    (
        "the host is missing: name one, or the folder of a socket, as host=%2Frun%2Fpostgresql",
        "нет хоста: укажите его или папку сокета, например host=%2Frun%2Fpostgresql",
        "l’hôte manque : indiquez-en un, ou le dossier d’un socket, comme host=%2Frun%2Fpostgresql",
    ),
    (
        "the server cannot be reached: check its name and port, that it runs, and the network",
        "сервер недоступен: проверьте его имя и порт, работает ли он, и сеть",
        "le serveur est inaccessible : vérifiez son nom et son port, qu’il fonctionne, et le réseau",
    ),
    (
        "the server has no database of this name: create it with createdb, or change the URL",
        "на сервере нет базы данных с таким именем: создайте её командой createdb или измените URL",
        "le serveur n’a pas de base de ce nom : créez-la avec createdb, ou changez l’URL",
    ),
    (
        "the server refuses the user or the password: check the user, the password (in PGPASSWORD, ~/.pgpass or the URL), and pg_hba.conf",
        "сервер отвергает пользователя или пароль: проверьте пользователя, пароль (в PGPASSWORD, ~/.pgpass или URL) и pg_hba.conf",
        "le serveur refuse l’utilisateur ou le mot de passe : vérifiez l’utilisateur, le mot de passe (dans PGPASSWORD, ~/.pgpass ou l’URL), et pg_hba.conf",
    ),
    ("the URL cannot be used: {0}", "URL не подходит: {0}", "l’URL n’est pas utilisable : {0}"),
    (
        "this program was built without PostgreSQL: name a file, or build with the feature postgres",
        "эта программа собрана без PostgreSQL: укажите файл или соберите с возможностью postgres",
        "ce programme est compilé sans PostgreSQL : indiquez un fichier, ou compilez avec la fonctionnalité postgres",
    ),
];
