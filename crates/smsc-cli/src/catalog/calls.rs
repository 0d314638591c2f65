//! The texts of `smsc decode --reply`, and the errors of these replies.

use super::Entry;

pub(super) const TEXTS: &[Entry] = &[
    // Help.
    (
        "The call that the reply is to. Only --reply status has the options --all, --guess, --ids and --ids-file; --multi is for delete too, --kind for history, --cost for send alone",
        "Вызов, на который это ответ. Параметры --all, --guess, --ids и --ids-file есть только у --reply status; --multi есть и у delete, --kind — у history, --cost — только у send [по умолчанию: status]",
        "L’appel auquel c’est la réponse. Seul --reply status a les options --all, --guess, --ids et --ids-file ; --multi vaut aussi pour delete, --kind pour history, --cost pour send seul [par défaut : status]",
    ),
    (
        "The format (`fmt`) of the request: 0 for `name = value`, 1 for values alone, 2 for XML, 3 for JSON [default: 1 with --reply status and delete, otherwise 3]",
        "Формат (`fmt`) запроса: 0 — `имя = значение`, 1 — только значения, 2 — XML, 3 — JSON [по умолчанию: 1 с --reply status и delete, иначе 3]",
        "Le format (`fmt`) de la requête : 0 pour `nom = valeur`, 1 pour les valeurs seules, 2 pour XML, 3 pour JSON [par défaut : 1 avec --reply status et delete, sinon 3]",
    ),
    (
        "The option `cost` of the request, for --reply send [default: 0]",
        "Параметр `cost` запроса, для --reply send [по умолчанию: 0]",
        "L’option `cost` de la requête, pour --reply send [par défaut : 0]",
    ),
    (
        "Examples:\n  smsc decode reply.txt --all 2 --multi            the statuses of several messages, as a table\n  smsc decode reply.txt --guess                    without knowing the options of the request\n  smsc decode reply.txt --multi --json --outcome   with what each status means\n  smsc decode sent.txt --reply send --fmt 1 --cost 3\n  smsc decode balance.json --reply balance\n  smsc decode incoming.json --reply incoming --charset utf-8 --csv",
        "Примеры:\n  smsc decode reply.txt --all 2 --multi            статусы нескольких сообщений, таблицей\n  smsc decode reply.txt --guess                    если параметры запроса неизвестны\n  smsc decode reply.txt --multi --json --outcome   и что значит каждый статус\n  smsc decode sent.txt --reply send --fmt 1 --cost 3\n  smsc decode balance.json --reply balance\n  smsc decode incoming.json --reply incoming --charset utf-8 --csv",
        "Exemples :\n  smsc decode reply.txt --all 2 --multi            les statuts de plusieurs messages, en tableau\n  smsc decode reply.txt --guess                    sans connaître les options de la requête\n  smsc decode reply.txt --multi --json --outcome   avec le sens de chaque statut\n  smsc decode sent.txt --reply send --fmt 1 --cost 3\n  smsc decode balance.json --reply balance\n  smsc decode incoming.json --reply incoming --charset utf-8 --csv",
    ),
    // Tables.
    ("PARTS", "ЧАСТЕЙ", "PARTIES"),
    ("BALANCE", "БАЛАНС", "SOLDE"),
    ("CODE", "КОД", "CODE"),
    ("NETWORK", "СЕТЬ", "RÉSEAU"),
    ("CREDIT LIMIT", "КРЕДИТНЫЙ ЛИМИТ", "LIMITE DE CRÉDIT"),
    ("CURRENCY", "ВАЛЮТА", "DEVISE"),
    ("COUNTRY", "СТРАНА", "PAYS"),
    ("OPERATOR", "ОПЕРАТОР", "OPÉRATEUR"),
    ("REGION", "РЕГИОН", "RÉGION"),
    ("TIME ZONE", "ЧАСОВОЙ ПОЯС", "FUSEAU HORAIRE"),
    ("TO", "КОМУ", "À"),
    ("SENT", "ОТПРАВЛЕНО", "ENVOYÉ"),
    ("RECEIVED", "ПОЛУЧЕНО", "REÇU"),
    ("LOGIN", "ЛОГИН", "LOGIN"),
    ("MESSAGES", "СООБЩЕНИЙ", "MESSAGES"),
    ("SPENT", "ПОТРАЧЕНО", "DÉPENSÉ"),
    ("PAID IN", "ВНЕСЕНО", "VERSÉ"),
    ("CALL", "ЗВОНОК", "APPEL"),
    ("no values in the reply", "в ответе нет значений", "la réponse n’a aucune valeur"),
    (
        "this is the price alone: nothing was sent",
        "это только цена: ничего не отправлено",
        "ce n’est que le prix : rien n’a été envoyé",
    ),
    // Usage and hints.
    (
        "{0} cannot be used with --reply {1}: it is for --reply {2}",
        "{0} нельзя указать с --reply {1}: это параметр для --reply {2}",
        "{0} est incompatible avec --reply {1} : c’est une option de --reply {2}",
    ),
    (
        "the message may have been sent all the same: request its status before you send it again",
        "сообщение могло всё же уйти: запросите его статус, прежде чем отправлять снова",
        "le message a pu être envoyé malgré tout : demandez son statut avant de le renvoyer",
    ),
    (
        "send with fmt=1 or fmt=3; this message may have been sent: request its status before you send it again",
        "отправляйте с fmt=1 или fmt=3; это сообщение могло уйти: запросите его статус, прежде чем отправлять снова",
        "envoyez avec fmt=1 ou fmt=3 ; ce message a pu être envoyé : demandez son statut avant de le renvoyer",
    ),
    (
        "request the balance with fmt=0, fmt=1 or fmt=3",
        "запросите баланс с fmt=0, fmt=1 или fmt=3",
        "demandez le solde avec fmt=0, fmt=1 ou fmt=3",
    ),
    (
        "request the operator of one phone, with fmt=3: smsc request operator PHONE",
        "запросите оператора одного номера с fmt=3: smsc request operator НОМЕР",
        "demandez l’opérateur d’un seul numéro, avec fmt=3 : smsc request operator NUMÉRO",
    ),
    (
        "request the incoming messages with fmt=3: smsc request incoming",
        "запросите входящие сообщения с fmt=3: smsc request incoming",
        "demandez les messages entrants avec fmt=3 : smsc request incoming",
    ),
    (
        "request the statistics with fmt=3: smsc request statistics --start DATE",
        "запросите статистику с fmt=3: smsc request statistics --start ДАТА",
        "demandez les statistiques avec fmt=3 : smsc request statistics --start DATE",
    ),
    (
        "request the history with fmt=0 or fmt=3: smsc request history --start DATE",
        "запросите историю с fmt=0 или fmt=3: smsc request history --start ДАТА",
        "demandez l’historique avec fmt=0 ou fmt=3 : smsc request history --start DATE",
    ),
    (
        "statuses are no reply to a deletion: nothing shows that a message was deleted",
        "статусы — не ответ на удаление: ничто не говорит, что сообщение удалено",
        "des statuts ne sont pas la réponse à une suppression : rien ne montre qu’un message a été supprimé",
    ),
    // Errors of the core.
    ("missing {0}", "нет {0}", "{0} absent"),
    ("unsupported reply", "ответ не поддерживается", "réponse non prise en charge"),
    ("`OK - n SMS, ID - id`", "`OK - n SMS, ID - id`", "`OK - n SMS, ID - id`"),
    ("2 values: the id and the number of parts", "2 значения: id и число частей", "2 valeurs : l’id et le nombre de parties"),
    (
        "2 values: the cost and the number of parts",
        "2 значения: стоимость и число частей",
        "2 valeurs : le coût et le nombre de parties",
    ),
    (
        "3 values: the id, the number of parts and the cost",
        "3 значения: id, число частей и стоимость",
        "3 valeurs : l’id, le nombre de parties et le coût",
    ),
    (
        "4 values: the id, the number of parts, the cost and the balance",
        "4 значения: id, число частей, стоимость и баланс",
        "4 valeurs : l’id, le nombre de parties, le coût et le solde",
    ),
    (
        "a balance without elements in it, the form that is known",
        "баланс без элементов внутри, как в известной форме",
        "un solde sans élément à l’intérieur, la forme connue",
    ),
    ("a decimal number", "десятичное число", "un nombre décimal"),
    ("a list of objects", "список объектов", "une liste d’objets"),
    ("a text or a number", "текст или число", "un texte ou un nombre"),
    (
        "an API error, or fmt 0 or 3, whose forms are known",
        "ошибка API либо fmt 0 или 3, формы которых известны",
        "une erreur d’API, ou fmt 0 ou 3, dont les formes sont connues",
    ),
    (
        "an API error, or fmt 3, whose form is known",
        "ошибка API либо fmt 3, форма которого известна",
        "une erreur d’API, ou fmt 3, dont la forme est connue",
    ),
    (
        "an API error, the only reply of fmt 2 whose form is known",
        "ошибка API, единственный ответ fmt 2 известной формы",
        "une erreur d’API, la seule réponse fmt 2 dont la forme est connue",
    ),
    ("an object", "объект", "un objet"),
    (
        "no id in the reply to a request for the price, which sends nothing",
        "ответ без id на запрос цены, по которому ничего не отправляется",
        "une réponse sans id à une demande de prix, qui n’envoie rien",
    ),
    ("nothing after the id, the form that is known", "ничего после id, как в известной форме", "rien après l’id, la forme connue"),
    ("the id of a message that was sent", "id отправленного сообщения", "l’id d’un message envoyé"),
    ("the key `balance`", "ключ `balance`", "la clé `balance`"),
    (
        "the key `cnt`, which every reply of send.php has",
        "ключ `cnt`, который есть в каждом ответе send.php",
        "la clé `cnt`, présente dans toute réponse de send.php",
    ),
    ("the key `cost`", "ключ `cost`", "la clé `cost`"),
    ("the key `id`", "ключ `id`", "la clé `id`"),
    (
        "the key `operator`, or another one of an operator",
        "ключ `operator` или другой ключ оператора",
        "la clé `operator`, ou une autre d’un opérateur",
    ),
    ("the key `phone`", "ключ `phone`", "la clé `phone`"),
    ("the key `sms` or `cnt`", "ключ `sms` или `cnt`", "la clé `sms` ou `cnt`"),
    (
        "the reply for one phone, the form that is known",
        "ответ об одном номере, как в известной форме",
        "la réponse pour un seul numéro, la forme connue",
    ),
    ("the same number as `sms`", "то же число, что `sms`", "le même nombre que `sms`"),
];
