--TEST--
looks_like_utf8: texts in UTF-8 that are parsed with another charset (R51)
--EXTENSIONS--
smsc_proto
--FILE--
<?php
const HEAD = '1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,';

function check(string $text, string $charset): bool
{
    return smsc_parse(HEAD . "$text,,0", all: 1, charset: $charset)[0]->looks_like_utf8;
}

foreach (['windows-1251', 'koi8-r', 'utf-8'] as $charset) {
    // The last three: real windows-1251, one letter alone, and bytes that are not UTF-8.
    $texts = ['Привет', 'code не', 'code', '', "\xcf\xf0\xe8\xe2\xe5\xf2", 'я', "Привет\xff"];
    echo $charset, ' ', json_encode(array_map(fn ($text) => check($text, $charset), $texts)), "\n";
}
echo smsc_parse(HEAD . 'Да,,0', all: 1)[0]->message, "\n";
var_dump(smsc_parse('{"status":1,"message":"\u041f\u0440"}', fmt: 3)[0]->looks_like_utf8);
var_dump(smsc_parse('{"status":1,"status_name":"Доставлено"}', fmt: 3)[0]->looks_like_utf8);
try {
    smsc_parse('ERROR = 9 (Нет)', fmt: 0);
} catch (Smsc\ApiError $error) {
    var_dump($error->looks_like_utf8);
}

echo "-- each record of a batch, also if the text was decoded before\n";
$batch = HEAD . "code,,0,101\n" . HEAD . "Да,,0,102\nlost\n" . HEAD . "Да,,0,103\n" . HEAD . "code,,0,104\n";
foreach (smsc_parse($batch, all: 1, multi: true) as $item) {
    echo json_encode($item->looks_like_utf8 ?? null), "\n";
}

echo "-- an iteration\n";
foreach ([$batch, str_split($batch, 7)] as $source) {
    $records = smsc_iterate($source, all: 1);
    var_dump($records->looksLikeUtf8());
    foreach ($records as $item) {
        echo json_encode($records->looksLikeUtf8()), "\n";
    }
    var_dump($records->looksLikeUtf8());
    foreach ($records as $item) {
        break;
    }
    var_dump($records->looksLikeUtf8());
}
?>
--EXPECT--
windows-1251 [true,true,false,false,false,false,false]
koi8-r [true,true,false,false,false,false,false]
utf-8 [false,false,false,false,false,false,false]
Р”Р°
bool(false)
bool(true)
bool(true)
-- each record of a batch, also if the text was decoded before
false
true
null
true
false
-- an iteration
bool(false)
false
true
true
true
true
bool(true)
bool(false)
bool(false)
false
true
true
true
true
bool(true)
bool(false)
