--TEST--
Names of options: in any case, and the other usual names of the charsets
--EXTENSIONS--
smsc_proto
--FILE--
<?php
const TEXTS = ['windows-1251' => "\xcf\xf0", 'koi8-r' => "\xf0\xd2", 'utf-8' => 'Пр'];
const NAMES = [
    'windows-1251' => ['windows-1251', 'Windows-1251', 'WINDOWS-1251', 'cp1251', 'CP1251', 'win-1251', 'Win-1251'],
    'koi8-r' => ['koi8-r', 'KOI8-R'],
    'utf-8' => ['utf-8', 'UTF-8', 'utf8', 'UTF8'],
];
foreach (NAMES as $charset => $names) {
    $body = '1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,' . TEXTS[$charset] . ',,0';
    foreach ($names as $name) {
        $texts[] = smsc_parse($body, all: 1, charset: $name)[0]->message;
    }
}
var_dump(count($texts), array_unique($texts) === ['Пр']);
foreach (['utf', 'utf-88', "utf-8\0", '', ' utf-8', 'cp1252', 'latin1'] as $name) {
    try {
        smsc_parse('1,0,0', charset: $name);
    } catch (Smsc\OptionError $error) {
        echo $error->getMessage(), "\n";
    }
}

echo "-- languages, kinds and endpoints\n";
[$record] = smsc_parse('20,0,1', kind: 'EMAIL');
var_dump($record->kind, $record->statusName('RU') === $record->statusName('ru'), $record->errName('Ru'));
var_dump($record->outcome('FR') == $record->outcome('fr'), (new Smsc\Flags(8))->typeName('EN'));
var_dump(smsc_explain(api_error: 9, endpoint: 'Status', lang: 'RU') == smsc_explain(api_error: 9, endpoint: 'status', lang: 'ru'));
?>
--EXPECT--
int(13)
bool(true)
smsc_parse(): Argument #5 ($charset) must be "windows-1251", "koi8-r" or "utf-8"
smsc_parse(): Argument #5 ($charset) must be "windows-1251", "koi8-r" or "utf-8"
smsc_parse(): Argument #5 ($charset) must be "windows-1251", "koi8-r" or "utf-8"
smsc_parse(): Argument #5 ($charset) must be "windows-1251", "koi8-r" or "utf-8"
smsc_parse(): Argument #5 ($charset) must be "windows-1251", "koi8-r" or "utf-8"
smsc_parse(): Argument #5 ($charset) must be "windows-1251", "koi8-r" or "utf-8"
smsc_parse(): Argument #5 ($charset) must be "windows-1251", "koi8-r" or "utf-8"
-- languages, kinds and endpoints
string(5) "email"
bool(true)
string(40) "Адресат не существует"
bool(true)
string(6) "e-mail"
bool(true)
