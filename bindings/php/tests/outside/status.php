<?php
/* Simulates status.php for loopback.phpt: replies with the requested layout and charset. */

$texts = [101 => 'Ваш код: 1, 2, 3', 102 => "Адрес:\nТверская, 12\nвход со двора", 103 => 'просто'];
$ids = explode(',', $_POST['id'] ?? $_GET['id']);
$query = $_POST + $_GET;
if (($query['psw'] ?? $query['apikey'] ?? '') !== 'right') {
    exit('0,-2');
}
$batch = count($ids) > 1;
$lines = [];
foreach (array_filter($ids) as $id) {
    $fields = [1, 1760080210, 0];
    if ($query['all'] > 0) {
        $region = $query['all'] == 2 ? ['Россия', 'МТС', 'Москва'] : [];
        $fields = [...$fields, 1760080202, '79990000001', ...$region, '2.12', 'GLOBUS', 'Доставлено', $texts[$id], '', 0];
    }
    $fields = $batch ? [...$fields, $id, ...($query['all'] > 0 ? [] : ['79990000001'])] : $fields;
    $lines[] = implode(',', $fields);
}
header('Content-Type: text/plain; charset=utf-8');
echo iconv('utf-8', $query['charset'] ?? 'windows-1251', implode("\n", $lines));
