<?php

namespace Smsc\Polyfill;

/**
 * The names of the codes in English, Russian and French. `cargo xtask php-arginfo` generates this file.
 *
 * @internal
 */
final class Names
{
    public const STATUS = [
        -3 => ['Message not found', 'Сообщение не найдено', 'Message introuvable'],
        -2 => ['Stopped', 'Остановлено', 'Arrêté'],
        -1 => ['Waiting to be sent', 'Ожидает отправки', 'En attente d’envoi'],
        0 => ['Handed to the operator', 'Передано оператору', 'Remis à l’opérateur'],
        1 => ['Delivered', 'Доставлено', 'Livré'],
        2 => ['Read', 'Прочитано', 'Lu'],
        3 => ['Expired', 'Просрочено', 'Expiré'],
        4 => ['Link clicked', 'Нажата ссылка', 'Lien ouvert'],
        6 => ['Reported as spam', 'Отмечено как спам', 'Signalé comme spam'],
        20 => ['Cannot be delivered', 'Невозможно доставить', 'Livraison impossible'],
        22 => ['Wrong number', 'Неверный номер', 'Numéro incorrect'],
        23 => ['Forbidden', 'Запрещено', 'Interdit'],
        24 => ['Not enough money', 'Недостаточно средств', 'Solde insuffisant'],
        25 => ['Unavailable number', 'Недоступный номер', 'Numéro inaccessible'],
    ];
    public const ERR = [
        0 => ['No error', 'Нет ошибки', 'Aucune erreur'],
        1 => ['No such subscriber', 'Абонент не существует', 'Numéro inexistant'],
        6 => ['Subscriber offline', 'Абонент не в сети', 'Abonné hors ligne'],
        11 => ['Service not connected', 'Не подключена услуга', 'Service non activé'],
        12 => ['Error in the subscriber\'s handset', 'Ошибка в телефоне абонента', 'Erreur du téléphone de l’abonné'],
        13 => ['Subscriber blocked', 'Абонент заблокирован', 'Abonné bloqué'],
        21 => ['Service not supported', 'Нет поддержки сервиса', 'Service non pris en charge'],
        200 => ['Virtual send', 'Виртуальная отправка', 'Envoi virtuel'],
        219 => ['SIM card replaced', 'Замена sim-карты', 'Carte SIM remplacée'],
        220 => ['Operator\'s queue full', 'Переполнена очередь у оператора', 'File d’attente de l’opérateur pleine'],
        237 => ['Subscriber does not answer', 'Абонент не отвечает', 'L’abonné ne répond pas'],
        238 => ['No template', 'Нет шаблона', 'Aucun modèle'],
        239 => ['Forbidden IP address', 'Запрещенный ip-адрес', 'Adresse IP interdite'],
        240 => ['Subscriber busy', 'Абонент занят', 'Abonné occupé'],
        241 => ['Conversion failed', 'Ошибка конвертации', 'Échec de conversion'],
        242 => ['Answering machine', 'Зафиксирован автоответчик', 'Répondeur détecté'],
        243 => ['No contract', 'Не заключен договор', 'Contrat non signé'],
        244 => ['Bulk sending forbidden', 'Рассылка запрещена', 'Envoi en masse interdit'],
        245 => ['No status received', 'Статус не получен', 'Aucun statut reçu'],
        246 => ['Outside the allowed hours', 'Ограничение по времени', 'Hors des heures autorisées'],
        247 => ['Message limit exceeded', 'Превышен лимит сообщений', 'Limite de messages dépassée'],
        248 => ['No route', 'Нет маршрута', 'Aucune route'],
        249 => ['Wrong number format', 'Неверный формат номера', 'Format de numéro incorrect'],
        250 => ['Number forbidden by settings', 'Номер запрещен настройками', 'Numéro interdit par les réglages'],
        251 => ['Limit for one number exceeded', 'Превышен лимит на один номер', 'Limite par numéro dépassée'],
        252 => ['Number forbidden', 'Номер запрещен', 'Numéro interdit'],
        253 => ['Forbidden by the spam filter', 'Запрещено спам-фильтром', 'Bloqué par le filtre anti-spam'],
        254 => ['Sender ID not registered', 'Незарегистрированный sender id', 'Expéditeur non enregistré'],
        255 => ['Rejected by the operator', 'Отклонено оператором', 'Rejeté par l’opérateur'],
    ];
    public const EMAIL_ERR = [
        0 => ['No error', 'Нет ошибки', 'Aucune erreur'],
        1 => ['No such addressee', 'Адресат не существует', 'Destinataire inexistant'],
        2 => ['Mailbox full', 'Переполнен почтовый ящик', 'Boîte aux lettres pleine'],
        3 => ['Recipient\'s server not found', 'Сервер получателя не найден', 'Serveur du destinataire introuvable'],
        4 => ['Mailbox blocked', 'Почтовый ящик заблокирован', 'Boîte aux lettres bloquée'],
        239 => ['Forbidden IP address', 'Запрещенный ip-адрес', 'Adresse IP interdite'],
        245 => ['No status received', 'Статус не получен', 'Aucun statut reçu'],
        248 => ['No route', 'Нет маршрута', 'Aucune route'],
        249 => ['Wrong address format', 'Неверный формат адреса', 'Format d’adresse incorrect'],
        252 => ['E-mail address forbidden', 'E-mail адрес запрещен', 'Adresse e-mail interdite'],
        253 => ['Forbidden by the spam filter', 'Запрещено спам-фильтром', 'Bloqué par le filtre anti-spam'],
        254 => ['Sender not registered', 'Незарегистрированный отправитель', 'Expéditeur non enregistré'],
        255 => ['Rejected by the recipient\'s server', 'Отклонено сервером получателя', 'Rejeté par le serveur du destinataire'],
    ];
    public const TYPE = [
        0 => ['SMS', 'SMS', null],
        1 => ['flash SMS', 'flash-SMS', null],
        2 => ['binary SMS', 'бинарное SMS', null],
        3 => ['WAP push', 'WAP-push', null],
        4 => ['HLR', 'HLR-запрос', null],
        5 => ['ping SMS', 'ping-SMS', null],
        6 => ['MMS', 'MMS', null],
        7 => ['call', 'звонок', null],
        8 => ['e-mail', 'e-mail', null],
        10 => ['Viber', 'Viber', null],
        12 => ['social networks', 'соцсети', null],
    ];
    public const API_ERROR = [
        1 => ['Error in the parameters', 'Ошибка в параметрах', 'Erreur dans les paramètres'],
        2 => ['Wrong login or password', 'Неверный логин или пароль', 'Identifiant ou mot de passe incorrect'],
        3 => ['Not enough money on the account', 'Недостаточно средств на счете Клиента', 'Solde insuffisant sur le compte'],
        4 => ['IP address temporarily blocked', 'IP-адрес временно заблокирован', 'Adresse IP temporairement bloquée'],
        5 => ['Deletion failed', 'Ошибка удаления сообщения', 'Échec de la suppression'],
        6 => ['Message forbidden (by text or sender)', 'Сообщение запрещено (по тексту или по имени отправителя)', 'Message interdit (texte ou expéditeur)'],
        7 => ['Wrong phone number format', 'Неверный формат номера телефона', 'Format de numéro de téléphone incorrect'],
        8 => ['Cannot be delivered to this number', 'Сообщение на указанный номер не может быть доставлено', 'Livraison impossible vers ce numéro'],
        9 => ['Too many requests', 'Слишком много запросов', 'Trop de requêtes'],
    ];
}
