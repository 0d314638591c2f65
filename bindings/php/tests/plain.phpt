--TEST--
PlainReader, the parser in PHP, returns equal records
--EXTENSIONS--
smsc_proto
iconv
ctype
--FILE--
<?php
require __DIR__ . '/common.inc';
require __DIR__ . '/../bench/PlainReader.php';

mt_srand(20251010);

/** Returns an item in the form that PlainReader returns; null for a malformed record. */
function plain(object $item): ?array
{
    if (!$item instanceof Smsc\Record) {
        return null;
    }
    $fields = array_filter(get_object_vars($item), fn ($value) => $value !== null);
    unset($fields['is_hlr'], $fields['unexpected'], $fields['kind'], $fields['looks_like_utf8']);
    ksort($fields);
    return $fields;
}

function sorted(?array $fields): ?array
{
    if ($fields !== null) {
        ksort($fields);
    }
    return $fields;
}

function one(array $of): string
{
    return $of[array_rand($of)];
}

/** Returns a random line: mostly as the server writes it, sometimes with an invalid field. */
function random_record(int $all): string
{
    $text = '';
    for ($words = mt_rand(0, 5); $words > 0; $words--) {
        $text .= one(['слово', 'a', ',', ', ', "\n", "\r\n", ' ', '1', '0', '1,0,0', "\n1,1760080210,0,", ',7', '0.5', "\n20,"]);
    }
    $space = one(['', '', ' ']);
    $head = one(['1', '20', '-1', '-3', '25', '100']) . ',' . one(['1760080210', '0', '', 'x']) . ',' . one(['0', '1', '', '255']);
    $id = one([(string)mt_rand(1, 2147483647), (string)mt_rand(1, 99), 'order-77', 'A.b_c', '-7', '']);
    $phone = '7' . mt_rand(9000000000, 9999999999);
    if ($all === 0) {
        return mt_rand(0, 9) === 0 ? '-3,0,1' . str_repeat(',', mt_rand(0, 10)) . ",$id,$phone" : "$head,$id,$phone";
    }
    if (mt_rand(0, 9) === 0) {
        return '-3,' . one(['0', '1760080210']) . ',1' . str_repeat(one([',', ',0']), mt_rand(0, 2)) . str_repeat(',', mt_rand(0, 20)) . ",$id";
    }
    $region = $all === 2 ? one(['Россия,МТС,Москва', ',,', 'Korea, Republic of,SKT,', ' Korea,SKT, Inc, Ltd,Seoul', 'a,b,c,d']) . ',' : '';
    $tail = one([",$space" . one(['', 'note', 'a,b']) . ",{$space}" . one(['0', '7', '12', '99']), ",$space" . '0', '']);
    $cost = one(['2.12', '0', '', '5.5000', '1.23456']);
    return "$head,1760080202,$phone,$region$cost,GLOBUS," . one(['Доставлено', '']) . ",$text$tail,$id";
}

$compared = 0;
function compare(string $body, int $all, string $charset, string $name): void
{
    try {
        $items = smsc_parse($body, all: $all, multi: true, charset: $charset);
    } catch (Smsc\MalformedReply | Smsc\ApiError) {
        return;
    }
    foreach ($items as $item) {
        if ($item instanceof Smsc\Record && $item->is_hlr) {
            return;
        }
    }
    $GLOBALS['compared']++;
    $found = array_map('sorted', PlainReader::read($body, $all, $charset));
    if ($found !== array_map('plain', $items)) {
        echo "$name\n", json_encode($body), "\n", json_encode(array_map('plain', $items)), "\n", json_encode($found), "\n";
    }
}

foreach (cases() as $name => ['query' => $query, 'body_hex' => $hex]) {
    if ($query['fmt'] === 1 && $query['multi'] && !isset($query['ids']) && $query['kind'] !== 'hlr') {
        compare(hex2bin($hex), $query['all'], $query['charset'], $name);
    }
}
for ($round = rounds(10_000); $round > 0; $round--) {
    $all = mt_rand(0, 2);
    $body = '';
    for ($records = mt_rand(1, 4); $records > 0; $records--) {
        $body .= random_record($all) . one(["\n", "\r\n"]);
    }
    $charset = one(['utf-8', 'windows-1251', 'koi8-r']);
    compare(iconv('utf-8', $charset, $body), $all, $charset, "all=$all $charset");
}
var_dump($compared > 40);
?>
--EXPECT--
bool(true)
