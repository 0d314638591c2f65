//! The texts of `smsc plan`.

use super::Entry;

pub(super) const TEXTS: &[Entry] = &[
    (
        "Show when a list of messages would be asked for, without any request",
        "Показать, когда запрашивались бы статусы списка сообщений, не делая запросов",
        "Montrer quand une liste de messages serait demandée, sans aucune requête",
    ),
    (
        "Show when a list of messages would be asked for, without any request\n\nRuns the plan of requests in virtual time, within the limits of the service: how many requests there are by the minute and by the hour, when every message has been asked for, and which messages are at risk at a move to the archive, at 03:00 Moscow time. Every message is assumed to stay under way, or to come to its end at the time of --ends-after; the answers take the time of --latency.\n\nA message is at risk if it was sent before 18:00 of the day before and is not asked for in the last round before the move; with --ends-after, if it moves before its end is seen. The schedule ends a day after the next move, or earlier if it has very many requests.\n\nExit status: 0 if no message is at risk, 1 if one is, 2 for wrong usage or a file that cannot be read.",
        "Показать, когда запрашивались бы статусы списка сообщений, не делая запросов\n\nПроходит план запросов в виртуальном времени, в пределах ограничений сервиса: сколько запросов приходится на каждую минуту и каждый час, когда каждое сообщение запрошено хотя бы раз и какие сообщения под угрозой при переносе в архив в 03:00 по Москве. Считается, что каждое сообщение остаётся в пути или завершается через время --ends-after; ответ занимает время --latency.\n\nСообщение под угрозой, если оно отправлено до 18:00 предыдущего дня и не запрашивается в последнем круге перед переносом; с --ends-after — если оно переносится раньше, чем замечен его конечный статус. Расписание кончается через сутки после ближайшего переноса или раньше, если запросов очень много.\n\nКод завершения: 0 — ни одно сообщение не под угрозой, 1 — хотя бы одно под угрозой, 2 — неверный вызов или файл не читается.",
        "Montrer quand une liste de messages serait demandée, sans aucune requête\n\nDéroule le plan des requêtes en temps virtuel, dans les limites du service : combien de requêtes il y a par minute et par heure, quand chaque message a été demandé, et quels messages sont menacés lors d’un archivage, à 03:00, heure de Moscou. Chaque message est supposé rester en cours, ou arriver à son terme après le temps de --ends-after ; les réponses prennent le temps de --latency.\n\nUn message est menacé s’il a été envoyé avant 18:00 la veille et n’est pas demandé dans la dernière tournée avant l’archivage ; avec --ends-after, s’il est archivé avant que son terme soit vu. Le calendrier s’arrête un jour après le prochain archivage, ou plus tôt s’il compte un très grand nombre de requêtes.\n\nCode de sortie : 0 si aucun message n’est menacé, 1 si un message l’est, 2 pour un usage incorrect ou un fichier illisible.",
    ),
    (
        "Examples:\n  smsc plan 101:79990000001                        when one message is asked for\n  smsc plan --file pairs.csv --sent 2026-11-28T12:00:00Z\n  smsc plan --count 1000000 --latency 150ms        as many as a big mailing has\n  smsc plan --per-minute 500 --ends-after 10m --json",
        "Примеры:\n  smsc plan 101:79990000001                        когда запрашивается одно сообщение\n  smsc plan --file pairs.csv --sent 2026-11-28T12:00:00Z\n  smsc plan --count 1000000 --latency 150ms        столько, сколько в большой рассылке\n  smsc plan --per-minute 500 --ends-after 10m --json",
        "Exemples :\n  smsc plan 101:79990000001                        quand un message est demandé\n  smsc plan --file pairs.csv --sent 2026-11-28T12:00:00Z\n  smsc plan --count 1000000 --latency 150ms        autant que dans un grand envoi\n  smsc plan --per-minute 500 --ends-after 10m --json",
    ),
    (
        "The number of messages that are sent at once, in place of a list: 1 to 2000000",
        "Число сообщений, отправленных сразу, вместо списка: от 1 до 2000000",
        "Le nombre de messages envoyés à la fois, au lieu d’une liste : 1 à 2000000",
    ),
    (
        "The number of messages that are sent each minute for a day, in place of a list: 1 to 1000",
        "Число сообщений, которые отправляются каждую минуту в течение суток, вместо списка: от 1 до 1000",
        "Le nombre de messages envoyés chaque minute pendant un jour, au lieu d’une liste : 1 à 1000",
    ),
    (
        "The time at which the messages were sent, such as 2026-11-28T12:00:00Z [default: that of --start]",
        "Время отправки сообщений, например 2026-11-28T12:00:00Z [по умолчанию: время --start]",
        "Le moment où les messages ont été envoyés, par exemple 2026-11-28T12:00:00Z [par défaut : celui de --start]",
    ),
    (
        "The time at which the schedule starts, such as 2026-11-28T12:00:00Z [default: now]",
        "Время, с которого начинается расписание, например 2026-11-28T12:00:00Z [по умолчанию: текущее]",
        "Le moment où le calendrier commence, par exemple 2026-11-28T12:00:00Z [par défaut : maintenant]",
    ),
    ("The time for one request: 1ms to 60s", "Время одного запроса: от 1ms до 60s", "Le temps d’une requête : 1ms à 60s"),
    (
        "The time after its sending at which each message comes to its end, such as 10m [default: every message stays under way]",
        "Время от отправки, через которое каждое сообщение завершается, например 10m [по умолчанию: все сообщения остаются в пути]",
        "Le temps après l’envoi au bout duquel chaque message arrive à son terme, par exemple 10m [par défaut : chaque message reste en cours]",
    ),
    (
        "The number of messages in a batch: 1 to 4096. With 1 there are no batches",
        "Число сообщений в пакете: от 1 до 4096. С 1 пакетов нет",
        "Le nombre de messages d’un lot : 1 à 4096. Avec 1, il n’y a pas de lots",
    ),
    (
        "The number of requests at once: 1 to 15. The service allows 4 under one login",
        "Число одновременных запросов: от 1 до 15. Сервис разрешает 4 на один логин",
        "Le nombre de requêtes simultanées : 1 à 15. Le service en autorise 4 par login",
    ),
    (
        "The time from the answer to a batch to the next batch: 1s to 1h. The service allows one a minute",
        "Время от ответа на пакет до следующего пакета: от 1s до 1h. Сервис разрешает один в минуту",
        "Le temps de la réponse à un lot jusqu’au lot suivant : 1s à 1h. Le service en autorise un par minute",
    ),
    (
        "The account keeps no history, in which to look for messages that moved to the archive",
        "Аккаунт не хранит историю, в которой можно искать перенесённые в архив сообщения",
        "Le compte ne garde pas d’historique où chercher les messages archivés",
    ),
    (
        "The program receives push notifications too: it asks once an hour and before each move to the archive",
        "Программа получает и push-уведомления: она запрашивает раз в час и перед каждым переносом в архив",
        "Le programme reçoit aussi des notifications push : il demande une fois par heure et avant chaque archivage",
    ),
    ("expected a time from {0} to {1}", "ожидалось время от {0} до {1}", "attendu un temps de {0} à {1}"),
    (
        "--sent is not before the end of the schedule, {0} Moscow time",
        "--sent не раньше конца расписания: {0} по Москве",
        "--sent n’est pas avant la fin du calendrier, {0}, heure de Moscou",
    ),
    ("MOSCOW TIME", "ВРЕМЯ МОСКВЫ", "HEURE DE MOSCOU"),
    ("SINGLE", "ОДИНОЧНЫХ", "SIMPLES"),
    ("BATCHES", "ПАКЕТОВ", "LOTS"),
    ("HISTORY", "ИСТОРИЯ", "HISTORIQUE"),
    ("WAITING", "ЖДУТ", "EN ATTENTE"),
    (
        "{0}: move to the archive, {1} under way, {2} at risk",
        "{0}: перенос в архив, в пути {1}, под угрозой {2}",
        "{0} : archivage, {1} en cours, {2} menacés",
    ),
    (
        "The last requests are made within {0} before the move of {1}.",
        "Последние запросы сделаны не раньше чем за {0} до переноса {1}.",
        "Les dernières requêtes sont faites dans les {0} avant l’archivage du {1}.",
    ),
    (
        "In all: {0} single requests, {1} batches, {2} requests to the history.",
        "Всего: одиночных запросов {0}, пакетов {1}, запросов к истории {2}.",
        "En tout : {0} requêtes simples, {1} lots, {2} requêtes à l’historique.",
    ),
    ("Every message is at its end by {0}.", "Все сообщения завершены к {0}.", "Chaque message est arrivé à son terme à {0}."),
    (
        "The schedule ends at {0}, a day after the next move to the archive.",
        "Расписание кончается {0}, через сутки после ближайшего переноса в архив.",
        "Le calendrier s’arrête le {0}, un jour après le prochain archivage.",
    ),
    (
        "The schedule ends early, at {0}, because it has very many requests.",
        "Расписание кончается раньше, {0}, потому что запросов очень много.",
        "Le calendrier s’arrête plus tôt, le {0}, car il compte un très grand nombre de requêtes.",
    ),
    ("1 message is asked for after {0}", "1 сообщение запрошено через {0}", "1 message est demandé après {0}"),
    (
        "{0} messages are asked for once in {1}",
        "Каждое сообщение запрошено хотя бы раз: {0} за {1}",
        "{0} messages sont demandés une fois en {1}",
    ),
    (
        "{0} of {1} messages are asked for by {2}",
        "Запрошено сообщений к {2}: {0} из {1}",
        "{0} messages sur {1} sont demandés d’ici {2}",
    ),
    (
        "{0}; {1} are at risk at the move to the archive of {2}.",
        "{0}; под угрозой при переносе в архив {2}: {1}.",
        "{0} ; menacés lors de l’archivage du {2} : {1}.",
    ),
    ("{0} s", "{0} с", "{0} s"),
    ("{0} min", "{0} мин", "{0} min"),
    ("{0} min {1} s", "{0} мин {1} с", "{0} min {1} s"),
    ("{0} h", "{0} ч", "{0} h"),
    ("{0} h {1} min", "{0} ч {1} мин", "{0} h {1} min"),
];
