//! The cost, and the comparison with the statistics of the account.

super::texts! {
    COST "Cost" "Стоимость" "Coût";
    COST_IS "The cost is that of the whole message, of all its parts. Sums are exact." "Стоимость указана за всё сообщение, со всеми его частями. Суммы точные." "Le coût est celui du message entier, toutes parties comprises. Les sommes sont exactes.";
    NO_COST "The replies have no cost. Requests with all=1 or all=2 return it." "Стоимости в ответах нет. Её возвращают запросы с all=1 или all=2." "Les réponses n’ont pas de coût. Les requêtes avec all=1 ou all=2 le renvoient.";
    SUMMARY "Summary" "Сводка" "Synthèse";
    AMOUNT "Amount" "Сумма" "Montant";
    AMOUNT_IN "Amount, {currency}" "Сумма, {currency}" "Montant, {currency}";
    BEFORE "Period before" "Прошлый период" "Période précédente";
    BEFORE_IN "Period before, {currency}" "Прошлый период, {currency}" "Période précédente, {currency}";
    MAIN "Main balance" "Основной баланс" "Solde principal";
    SECOND "Second balance" "Дополнительный баланс" "Second solde";
    BOTH "Both balances" "Оба баланса" "Les deux soldes";
    OF_FAILED "Of this, undelivered messages" "Из них недоставленные сообщения" "Dont messages non livrés";
    OF_FAILED_SHORT "Undelivered" "Недоставленные" "Non livrés";
    PER_DELIVERED "Per delivered message (rounded)" "На одно доставленное (округлено)" "Par message livré (arrondi)";
    PER_DELIVERED_SHORT "Per delivered" "На доставленное" "Par message livré";
    BALANCES "Cost by balance" "Стоимость по балансам" "Coût par solde";
    TITLE_COST "Cost: {title}" "Стоимость: {title}" "Coût\u{a0}: {title}";
    CAPTION_IN "{title}, {currency}" "{title}, {currency}" "{title}, {currency}";
    DESC_COST "Bars of the cost from both balances. The longest is {name} with {cost}." "Полосы стоимости с обоих балансов. Самая длинная — {name}: {cost}." "Barres du coût sur les deux soldes. La plus longue est {name}, avec {cost}.";
    DESC_COST_DAYS "Columns of the cost from both balances. The highest is {cost} ({name})." "Столбцы стоимости с обоих балансов. Наибольший — {cost} ({name})." "Colonnes du coût sur les deux soldes. La plus haute est {cost} ({name}).";

    PARTS "Parts of messages" "Части сообщений" "Parties des messages";
    PARTS_OF "{n} {n|part|parts}" "{n} {n|часть|части|частей}" "{n} {n|partie|parties}";
    PART_COUNT "Parts" "Частей" "Parties";
    DESC_PARTS "Bars of the number of messages by their number of parts. Most have {parts}: {n}." "Полосы числа сообщений по числу частей. Больше всего из {parts}: {n}." "Barres du nombre de messages selon le nombre de parties. Le plus fréquent est {parts}\u{a0}: {n}.";
    JUST_OVER "{n} of {all} {all|text|texts} {n|is|are} at most five characters over a border between two numbers of parts. The last parts of {n|this message|these messages} cost {cost}: shorter texts would save that." "{n} из {all} {all|текста|текстов|текстов} {n|длиннее|длиннее|длиннее} границы части не больше чем на пять знаков. Последние части {n|этого сообщения|этих сообщений|этих сообщений} стоили {cost}: более короткие тексты сберегли бы эту сумму." "{n} des {all} {all|texte|textes} {n|dépasse|dépassent} d’au plus cinq caractères la limite d’une partie. Les dernières parties de {n|ce message|ces messages} ont coûté {cost}\u{a0}: des textes plus courts l’économiseraient.";
    NOT_JUST_OVER "None of {all} {all|text|texts} is just over a border between two numbers of parts." "Ни один из {all} {all|текста|текстов|текстов} не превышает границу части на несколько знаков." "Aucun des {all} {all|texte|textes} ne dépasse de peu la limite d’une partie.";
    NO_TEXTS "The replies have no texts: texts just over a part cannot be counted." "Текстов в ответах нет: тексты чуть длиннее части не сосчитать." "Les réponses n’ont pas de textes\u{a0}: ceux qui dépassent de peu une partie ne peuvent être comptés.";

    RECONCILIATION "Reconciliation" "Сверка" "Rapprochement";
    RECONCILIATION_IS "The statistics of the account for the same period, beside the sums of the replies." "Статистика аккаунта за тот же период рядом с суммами по ответам." "Les statistiques du compte pour la même période, à côté des sommes des réponses.";
    STATISTICS "Statistics" "Статистика" "Statistiques";
    REPLIES "Replies" "Ответы" "Réponses";
    DIFFERENCE "Difference" "Разница" "Écart";
    MEASURE "Measure" "Показатель" "Mesure";
    MESSAGES "Messages and lookups" "Сообщения и запросы о номерах" "Messages et requêtes sur des numéros";
    MATCHES "The replies match the statistics." "Ответы сходятся со статистикой." "Les réponses concordent avec les statistiques.";
    DIFFERS "The replies and the statistics differ. Possible reasons:" "Ответы и статистика расходятся. Возможные причины:" "Les réponses et les statistiques diffèrent. Raisons possibles\u{a0}:";
    REASON_LOGINS "other logins of the account, whose messages are not in these replies;" "другие логины аккаунта, сообщений которых нет в этих ответах;" "d’autres identifiants du compte, dont les messages ne sont pas dans ces réponses\u{a0};";
    REASON_BORDERS "messages sent near the first or last day, which the time zone moves to another day;" "сообщения у границ периода, которые часовой пояс относит к другому дню;" "des messages envoyés près du premier ou du dernier jour, que le fuseau horaire place un autre jour\u{a0};";
    REASON_REFUNDS "refunds of messages that were not delivered;" "возврат средств за недоставленные сообщения;" "des remboursements de messages non livrés\u{a0};";
    REASON_SECOND "messages paid from the second balance;" "сообщения, оплаченные с дополнительного баланса;" "des messages payés sur le second solde\u{a0};";
    REASON_MISSING "replies that are missing, or messages without a cost ({n})." "ответы, которых не хватает, или сообщения без стоимости ({n})." "des réponses manquantes, ou des messages sans coût ({n}).";
}
