//! The texts of `smsc serve`.

use super::Entry;

pub(super) const TEXTS: &[Entry] = &[
    (
        "Examples:\n  smsc serve                                       accepts the login demo with the password demo\n  smsc serve --scenario scenario.toml --speed 60   an hour takes a minute\n  smsc serve --frozen --start 2026-11-28T12:00:00Z\n  curl --data '{\"advance\": \"9h\"}' http://127.0.0.1:8125/control\n  smsc serve --tls certificates --listen 127.0.0.1:8443",
        "Примеры:\n  smsc serve                                       принимает логин demo с паролем demo\n  smsc serve --scenario scenario.toml --speed 60   час длится минуту\n  smsc serve --frozen --start 2026-11-28T12:00:00Z\n  curl --data '{\"advance\": \"9h\"}' http://127.0.0.1:8125/control\n  smsc serve --tls certificates --listen 127.0.0.1:8443",
        "Exemples :\n  smsc serve                                       accepte le login demo avec le mot de passe demo\n  smsc serve --scenario scenario.toml --speed 60   une heure dure une minute\n  smsc serve --frozen --start 2026-11-28T12:00:00Z\n  curl --data '{\"advance\": \"9h\"}' http://127.0.0.1:8125/control\n  smsc serve --tls certificates --listen 127.0.0.1:8443",
    ),
    (
        "Run a stand-in of the service on this machine, for tests",
        "Запустить на этой машине заменитель сервиса для тестов",
        "Lancer sur cette machine un simulateur du service, pour les tests",
    ),
    (
        "Run a stand-in of the service on this machine, for tests\n\nThe stand-in answers send.php, status.php, balance.php, get.php and info.php under /sys/ as the service is documented to, with its limits, its errors and its move to the archive at 03:00 Moscow time. No message is sent anywhere. The last digits of a phone decide what becomes of a message: 79990000001 is delivered after 4 seconds, 79990002006 is not, with the err 6.\n\nOnce it accepts requests it prints one line, `listening on URL`. The page / shows its accounts, messages and limits; /control moves the clock, adds faults and starts anew; /control/journal has the requests.\n\nExit status: 0 after SIGTERM, SIGINT or SIGHUP, 2 for wrong usage, a file that cannot be read or written, or an address that cannot be listened on.",
        "Запустить на этой машине заменитель сервиса для тестов\n\nЗаменитель отвечает на send.php, status.php, balance.php, get.php и info.php в /sys/ так, как описано в документации сервиса: с его ограничениями, ошибками и переносом в архив в 03:00 по Москве. Сообщения никуда не отправляются. Судьбу сообщения определяют последние цифры номера: на 79990000001 оно доставляется через 4 секунды, на 79990002006 — нет, с err 6.\n\nКогда можно отправлять запросы, печатается одна строка: `listening on URL`. Страница / показывает счета, сообщения и ограничения; /control переводит часы, добавляет сбои и начинает всё заново; в /control/journal — запросы.\n\nКод завершения: 0 после SIGTERM, SIGINT или SIGHUP, 2 — неверный вызов, файл не читается или не пишется, адрес занят или недоступен.",
        "Lancer sur cette machine un simulateur du service, pour les tests\n\nLe simulateur répond à send.php, status.php, balance.php, get.php et info.php sous /sys/ comme le dit la documentation du service, avec ses limites, ses erreurs et son archivage à 03:00, heure de Moscou. Aucun message n’est envoyé. Les derniers chiffres d’un numéro décident du sort d’un message : il est remis à 79990000001 après 4 secondes, et pas à 79990002006, avec le err 6.\n\nDès qu’il accepte des requêtes, il affiche une ligne, `listening on URL`. La page / montre ses comptes, ses messages et ses limites ; /control avance l’horloge, ajoute des pannes et recommence à zéro ; /control/journal contient les requêtes.\n\nCode de sortie : 0 après SIGTERM, SIGINT ou SIGHUP, 2 pour un usage incorrect, un fichier illisible ou impossible à écrire, ou une adresse indisponible.",
    ),
    (
        "The address and the port to listen on; with the port 0, any that is free",
        "Адрес и порт, на которых принимаются запросы; с портом 0 — любой свободный",
        "L’adresse et le port d’écoute ; avec le port 0, n’importe lequel de libre",
    ),
    (
        "The file with accounts, limits, phones and faults, in TOML; without it there is one account, demo with the password demo",
        "Файл со счетами, ограничениями, номерами и сбоями в TOML; без него есть один счёт: demo с паролем demo",
        "Le fichier des comptes, limites, numéros et pannes, en TOML ; sans lui, il y a un seul compte, demo avec le mot de passe demo",
    ),
    (
        "The speed of the clock, in virtual seconds a real second",
        "Скорость часов: виртуальных секунд за одну настоящую",
        "La vitesse de l’horloge, en secondes virtuelles par seconde réelle",
    ),
    (
        "Freeze the clock until POST /control moves it",
        "Остановить часы, пока их не переведёт POST /control",
        "Arrêter l’horloge jusqu’à ce que POST /control l’avance",
    ),
    (
        "The moment at which the clock starts, such as 2026-11-28T12:00:00Z [default: now]",
        "Время, с которого идут часы, например 2026-11-28T12:00:00Z [по умолчанию: текущее]",
        "Le moment où l’horloge démarre, par exemple 2026-11-28T12:00:00Z [par défaut : maintenant]",
    ),
    (
        "The real time that every response takes, such as 150ms; it makes the limit on requests at once visible",
        "Настоящее время, которое занимает каждый ответ, например 150ms; с ним видно ограничение на одновременные запросы",
        "Le temps réel que prend chaque réponse, par exemple 150ms ; il rend visible la limite de requêtes simultanées",
    ),
    (
        "Speak https, with a certificate that is made anew; clients have to trust ca.pem, which is written into this folder",
        "Говорить по https с новым сертификатом; клиенты должны доверять файлу ca.pem, который пишется в эту папку",
        "Parler https, avec un nouveau certificat ; les clients doivent faire confiance à ca.pem, écrit dans ce dossier",
    ),
    ("cannot listen on {0}: {1}", "не удаётся принимать запросы на {0}: {1}", "impossible d’écouter sur {0} : {1}"),
    ("cannot write {0}: {1}", "не удаётся записать {0}: {1}", "impossible d’écrire {0} : {1}"),
    (
        "expected a date and time such as 2026-11-28T12:00:00Z",
        "ожидались дата и время, например 2026-11-28T12:00:00Z",
        "attendu une date et une heure comme 2026-11-28T12:00:00Z",
    ),
    (
        "expected a time such as 500ms, 4s, 10m, 9h or 1d",
        "ожидалось время, например 500ms, 4s, 10m, 9h или 1d",
        "attendu un temps comme 500ms, 4s, 10m, 9h ou 1d",
    ),
    (
        "other machines can reach the stand-in; it is meant for tests on this one",
        "заменитель доступен с других машин, а предназначен для тестов на этой",
        "d’autres machines peuvent atteindre le simulateur, qui est fait pour les tests sur celle-ci",
    ),
];
