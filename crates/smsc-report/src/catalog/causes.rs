//! The causes of failures and whose move it is, suppression, and names of types.

super::texts! {
    CAUSES "Causes" "Причины" "Causes";
    CAUSES_ARE "{n} {n|message was|messages were} not delivered. The causes are grouped by who has to act." "Не доставлено {n} {n|сообщение|сообщения|сообщений}. Причины сгруппированы по тому, кто должен действовать." "{n} {n|message n’a pas été livré|messages n’ont pas été livrés}. Les causes sont groupées selon qui doit agir.";
    NO_CAUSES "No message failed." "Недоставленных сообщений нет." "Aucun message n’a échoué.";
    WHOSE_MOVE "Whose move it is" "Кто должен действовать" "Qui doit agir";
    DESC_CAUSES "Bars of the number of messages that were not delivered. The longest is {name} with {n}." "Полосы числа недоставленных сообщений. Самая длинная — {name}: {n}." "Barres du nombre de messages non livrés. La plus longue est {name}, avec {n}.";
    REASON "Reason and what to do" "Причина и что делать" "Raison et que faire";
    CODES "status {status}" "статус {status}" "statut {status}";
    CODES_ERR "status {status}, err {err}" "статус {status}, err {err}" "statut {status}, err {err}";
    NONE "Cause not known" "Причина не известна" "Cause inconnue";
    RECIPIENT "Recipient" "Получатель" "Destinataire";
    RECIPIENT_IS "The number or its owner." "Номер или его владелец." "Le numéro ou son titulaire.";
    HANDSET "Handset" "Телефон" "Téléphone";
    HANDSET_IS "The recipient's phone or SIM card." "Телефон или сим-карта получателя." "Le téléphone ou la carte SIM du destinataire.";
    NETWORK "Network" "Сеть" "Réseau";
    NETWORK_IS "The operators." "Операторы." "Les opérateurs.";
    CONTENT "Text" "Текст" "Texte";
    CONTENT_IS "The text of the message: change it." "Текст сообщения: измените его." "Le texte du message\u{a0}: modifiez-le.";
    SENDER "Sender name" "Имя отправителя" "Nom d’expéditeur";
    SENDER_IS "The sender name: register or change it." "Имя отправителя: зарегистрируйте или измените его." "Le nom d’expéditeur\u{a0}: enregistrez-le ou changez-le.";
    ACCOUNT "Account" "Аккаунт" "Compte";
    ACCOUNT_IS "Your balance, contract, limits or settings." "Ваш баланс, договор, лимиты или настройки." "Votre solde, contrat, limites ou réglages.";
    REQUEST "Request" "Запрос" "Requête";
    REQUEST_IS "Your program: the request is wrong." "Ваша программа: запрос неверен." "Votre programme\u{a0}: la requête est incorrecte.";
    SERVICE "Gateway" "Шлюз" "Passerelle";
    SERVICE_IS "The provider." "Провайдер." "Le prestataire.";
    NONE_IS "The service does not say." "Сервис её не называет." "Le service ne l’indique pas.";

    SUPPRESSION "Numbers not to write to" "Номера, на которые не писать" "Numéros à ne plus contacter";
    SUPPRESSION_IS "A message or a lookup failed for a reason that does not pass. The option --suppress writes the list of them into a file of its own; this page has no phone." "Сообщение или запрос не удались по причине, которая не проходит сама. Список пишет в отдельный файл параметр --suppress; на этой странице номеров нет." "Un message ou une requête a échoué pour une raison qui ne passe pas. L’option --suppress en écrit la liste dans un fichier à part\u{a0}; cette page ne contient aucun numéro.";
    SUPPRESS_IN "Channel or reason" "Канал или причина" "Canal ou raison";
    SUPPRESS_PHONE "SMS and calls" "СМС и звонки" "SMS et appels";
    SUPPRESS_EMAIL "E-mail" "Электронная почта" "E-mail";
    SUPPRESS_VIBER "Viber" "Viber" "Viber";
    SUPPRESS_SOCIAL "Social networks" "Соцсети" "Réseaux sociaux";
    NUMBERS "Numbers" "Номера" "Numéros";

    TYPE_0 "SMS" "СМС" "SMS";
    TYPE_1 "Flash SMS" "Flash-СМС" "SMS flash";
    TYPE_2 "Binary SMS" "Бинарное СМС" "SMS binaire";
    TYPE_3 "WAP push" "WAP-push" "WAP push";
    TYPE_4 "HLR request" "HLR-запрос" "Requête HLR";
    TYPE_5 "Ping SMS" "Ping-СМС" "SMS ping";
    TYPE_6 "MMS" "MMS" "MMS";
    TYPE_7 "Call" "Звонок" "Appel";
    TYPE_8 "E-mail" "E-mail" "E-mail";
    TYPE_10 "Viber" "Viber" "Viber";
    TYPE_12 "Social networks" "Соцсети" "Réseaux sociaux";
    TYPE_OTHER "type {n}" "тип {n}" "type {n}";
}
