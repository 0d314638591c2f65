//! The head of the page: the title, the four figures, the notices.

super::texts! {
    TITLE "SMS report" "Отчёт об СМС" "Rapport SMS";
    PERIOD "Messages sent from {first} to {last}" "Сообщения, отправленные с {first} по {last}" "Messages envoyés du {first} au {last}";
    PERIOD_DAY "Messages sent on {first}" "Сообщения, отправленные {first}" "Messages envoyés le {first}";
    PERIOD_UNKNOWN "Messages whose time of sending is not known" "Сообщения, время отправки которых не известно" "Messages dont l’heure d’envoi n’est pas connue";
    UNTIL "Data until {time}" "Данные до {time}" "Données jusqu’au {time}";
    ZONE "Time zone: {zone}" "Часовой пояс: {zone}" "Fuseau horaire\u{a0}: {zone}";
    NO_MESSAGES "The replies have no messages." "В ответах нет ни одного сообщения." "Les réponses ne contiennent aucun message.";
    CONTENTS "Contents" "Содержание" "Sommaire";

    SENT "Sent" "Отправлено" "Envoyés";
    DELIVERED "Delivered" "Доставлено" "Livrés";
    WAITING "Waiting" "Ожидают" "En attente";
    COST "Cost" "Стоимость" "Coût";
    BEFORE "Period before: {value}" "Прошлый период: {value}" "Période précédente\u{a0}: {value}";
    CHANGE "{value} ({change})" "{value} ({change})" "{value} ({change})";
    POINTS "{points} percentage points" "{points} п. п." "{points} points";
    SENT_TESTS "{n} of them {n|a test|tests}, which no operator got" "из них {n} {n|тестовое, оператору оно не передано|тестовых, операторам они не переданы|тестовых, операторам они не переданы}" "dont {n} {n|test, qu’aucun opérateur n’a reçu|tests, qu’aucun opérateur n’a reçus}";
    RATE_OF "of {n} {n|message|messages} at {n|its|their} end" "от {n} {n|завершённого сообщения|завершённых сообщений|завершённых сообщений}" "sur {n} {n|message terminé|messages terminés}";
    FRACTION_OF "{delivered} of {n} at {n|its|their} end: too few for a rate" "{delivered} из {n} {n|завершённого|завершённых|завершённых}: для доли слишком мало" "{delivered} sur {n} {n|terminé|terminés}\u{a0}: trop peu pour un taux";
    INTERVAL "95% interval: {interval}" "интервал 95\u{a0}%: {interval}" "intervalle à 95\u{a0}%\u{a0}: {interval}";
    NONE_ENDED "No message is at its end yet." "Ни одно сообщение ещё не завершено." "Aucun message n’est encore terminé.";
    ON_THEIR_WAY "on their way, not in the delivery rate" "в пути, в долю доставки не входят" "en cours d’acheminement, hors du taux de livraison";
    AND_UNKNOWN "The service does not know the end of {n} more {n|message|messages}." "Ещё у {n} {n|сообщения|сообщений|сообщений} исход сервису не известен." "Le service ne connaît pas l’issue de {n} {n|autre message|autres messages}.";
    MAIN_BALANCE "from the main balance" "с основного баланса" "sur le solde principal";
    SECOND_BALANCE "and {cost} from the second balance" "и {cost} с дополнительного баланса" "et {cost} sur le second solde";
    COST_PARTLY "The cost of {known} of {n} {n|message|messages} is known." "Стоимость известна у {known} из {n} {n|сообщения|сообщений|сообщений}." "Le coût est connu pour {known} des {n} {n|message|messages}.";
    NO_CURRENCY "The currency is not in the replies." "Валюты в ответах нет." "La devise ne figure pas dans les réponses.";

    NOTICES "What needs you" "Что требует вашего внимания" "À traiter";
    NO_NOTICES "Nothing in these messages needs anybody." "Ничего в этих сообщениях не требует вмешательства." "Rien dans ces messages ne demande d’intervention.";
    LABEL_ACCOUNT "Account" "Аккаунт" "Compte";
    LABEL_SENDER "Sender name" "Имя отправителя" "Nom d’expéditeur";
    LABEL_CONTENT "Text of the messages" "Текст сообщений" "Texte des messages";
    LABEL_OPERATOR "Operator" "Оператор" "Opérateur";
    LABEL_DECLINE "Delivery rate" "Доля доставки" "Taux de livraison";
    LABEL_DATA "Data" "Данные" "Données";
    FAILED_FOR "{n} {n|message was|messages were} not delivered: {title}." "Не доставлено {n} {n|сообщение|сообщения|сообщений}: {title}." "{n} {n|message n’a pas été livré|messages n’ont pas été livrés}\u{a0}: {title}.";
    WITH_SENDERS "Sender names: {names}." "Имена отправителей: {names}." "Noms d’expéditeur\u{a0}: {names}.";
    OPERATOR_LOW "{name} delivers {rate} of the messages at their end, all other operators {others}. The difference is more than chance explains." "{name} доставляет {rate} завершённых сообщений, остальные операторы — {others}. Случайностью эту разницу не объяснить." "{name} livre {rate} des messages terminés, les autres opérateurs {others}. Le hasard n’explique pas cet écart.";
    OPERATOR_ADVICE "Ask the provider's support whether there is a fault on the way to this operator." "Уточните в поддержке провайдера, нет ли неисправности на маршруте к этому оператору." "Demandez à l’assistance du prestataire si l’acheminement vers cet opérateur est perturbé.";
    DECLINED "The delivery rate is {rate}; in the period before it was {before}. The difference is more than chance explains." "Доля доставки — {rate}, в прошлом периоде была {before}. Случайностью эту разницу не объяснить." "Le taux de livraison est de {rate}, contre {before} pour la période précédente. Le hasard n’explique pas cet écart.";
    DECLINE_ADVICE "Compare the causes and the operators below with those of the period before." "Сравните причины и операторов ниже с прошлым периодом." "Comparez les causes et les opérateurs ci-dessous avec ceux de la période précédente.";
    MALFORMED_LINES "{n} {n|line of the replies is|lines of the replies are} no record. What {n|it says|they say} is not in this report." "{n} {n|строка ответов не является записью|строки ответов не являются записями|строк ответов не являются записями}. {n|Её|Их|Их} содержания в этом отчёте нет." "{n} {n|ligne des réponses n’est pas un enregistrement|lignes des réponses ne sont pas des enregistrements}. {n|Son|Leur} contenu n’est pas dans ce rapport.";
    MALFORMED_ADVICE "Find the lines with “smsc decode”, and check how the replies were stored." "Найдите эти строки командой «smsc decode» и проверьте, как сохранялись ответы." "Trouvez ces lignes avec «\u{a0}smsc decode\u{a0}» et vérifiez comment les réponses ont été enregistrées.";
}
