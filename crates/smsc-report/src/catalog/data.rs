//! The lookups and the quality of the data.

super::texts! {
    LOOKUPS "Lookups" "Запросы о номерах" "Requêtes sur des numéros";
    LOOKUPS_ARE "HLR requests and pings are no messages: no figure above counts them." "HLR-запросы и ping-СМС — не сообщения: показатели выше их не учитывают." "Les requêtes HLR et les pings ne sont pas des messages\u{a0}: aucun chiffre ci-dessus ne les compte.";
    PORTED "{n} of {all} messages and lookups ({share}) {n|is|are} for a phone that belongs to another operator than before." "{n} из {all} сообщений и запросов ({share}) — о номерах, которые перешли к другому оператору." "{n} des {all} messages et requêtes ({share}) {n|concerne|concernent} un numéro passé chez un autre opérateur.";
    REACHABLE "Can be reached" "Доступны" "Joignables";
    UNREACHABLE "Cannot be reached" "Недоступны" "Injoignables";

    QUALITY "Quality of the data" "Качество данных" "Qualité des données";
    QUALITY_IS "Figures are as good as the replies they are made of." "Показатели точны настолько, насколько полны ответы." "Les chiffres valent ce que valent les réponses dont ils sont tirés.";
    STRIP_RECORDS "{n} {n|record|records} read" "прочитано {n} {n|запись|записи|записей}" "{n} {n|enregistrement lu|enregistrements lus}";
    STRIP_CLEAN "nothing is malformed, ambiguous or missing" "ничего не повреждено, не двусмысленно и не пропущено" "rien n’est illisible, ambigu ou manquant";
    STRIP_MALFORMED "{n} malformed {n|line|lines}" "{n} {n|повреждённая строка|повреждённые строки|повреждённых строк}" "{n} {n|ligne illisible|lignes illisibles}";
    STRIP_API_ERRORS "{n} {n|API error|API errors}" "{n} {n|ошибка|ошибки|ошибок} API" "{n} {n|erreur|erreurs} d’API";
    STRIP_AMBIGUOUS "{n} ambiguous" "{n} {n|двусмысленная|двусмысленные|двусмысленных}" "{n} {n|ambigu|ambigus}";
    STRIP_NOT_FOUND "{n} not found" "{n} не {n|найдено|найдены|найдено}" "{n} {n|introuvable|introuvables}";
    STRIP_UNKNOWN "{n} with unknown codes" "{n} с неизвестными кодами" "{n} avec des codes inconnus";
    STRIP_TIME "{n} without a time" "{n} без времени" "{n} sans heure";
    STRIP_COST "{n} without a cost" "{n} без стоимости" "{n} sans coût";
    STRIP_KEY "{n} without an id or a phone" "{n} без id или номера" "{n} sans id ou numéro";
    COUNT "Number" "Количество" "Nombre";
    ITEM "Records and messages" "Записи и сообщения" "Enregistrements et messages";
    RECORDS "Records read" "Прочитано записей" "Enregistrements lus";
    RECORDS_IS "All records of the replies." "Все записи в ответах." "Tous les enregistrements des réponses.";
    MERGED "Further reports of a message" "Повторные отчёты о сообщении" "Comptes rendus répétés";
    MERGED_IS "Several records of one message; it is counted once." "Несколько записей об одном сообщении; оно учтено один раз." "Plusieurs enregistrements d’un même message\u{a0}; il est compté une fois.";
    MALFORMED "Malformed lines" "Повреждённые строки" "Lignes illisibles";
    MALFORMED_IS "Lines that are no record. They are in no figure." "Строки, которые не являются записями. Они нигде не учтены." "Des lignes qui ne sont pas des enregistrements. Aucun chiffre ne les compte.";
    API_ERRORS "API errors" "Ошибки API" "Erreurs d’API";
    API_ERRORS_IS "Replies that are an error instead of records." "Ответы, в которых вместо записей ошибка." "Des réponses qui sont une erreur au lieu d’enregistrements.";
    AMBIGUOUS "Ambiguous records" "Двусмысленные записи" "Enregistrements ambigus";
    AMBIGUOUS_IS "Records that can be read in several ways; the likeliest one is counted." "Записи, которые можно прочитать по-разному; учтено самое вероятное чтение." "Des enregistrements lisibles de plusieurs façons\u{a0}; la plus probable est comptée.";
    NOT_FOUND "Not found" "Не найдены" "Introuvables";
    NOT_FOUND_IS "The service does not have the message: its id or phone is wrong, or it is too old." "У сервиса нет такого сообщения: неверен id или номер либо оно слишком старое." "Le service n’a pas le message\u{a0}: son id ou son numéro est incorrect, ou il est trop ancien.";
    UNKNOWN_CODES "Unknown codes" "Неизвестные коды" "Codes inconnus";
    UNKNOWN_CODES_IS "Messages with a status or an error that is in no list." "Сообщения со статусом или ошибкой, которых нет ни в одном списке." "Des messages dont le statut ou l’erreur n’est dans aucune liste.";
    WITHOUT_TIME "Without the time of sending" "Без времени отправки" "Sans heure d’envoi";
    WITHOUT_TIME_IS "They are in no day, hour or weekday." "Их нет в разбивке по дням, часам и дням недели." "Ils ne sont dans aucun jour ni aucune heure.";
    WITHOUT_COST "Without a cost" "Без стоимости" "Sans coût";
    WITHOUT_COST_IS "The sums of the cost lack them." "В суммах стоимости их нет." "Les sommes du coût ne les comprennent pas.";
    WITHOUT_KEY "Without an id or a phone" "Без id или номера" "Sans id ou numéro";
    WITHOUT_KEY_IS "They cannot be merged: one message may be counted twice." "Их нельзя объединить: одно сообщение может быть учтено дважды." "Ils ne peuvent être fusionnés\u{a0}: un message peut être compté deux fois.";
}
