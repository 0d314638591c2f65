--TEST--
The conformance cases: smsc_parse, smsc_iterate with the whole body, smsc_iterate with chunks
--EXTENSIONS--
smsc_proto
--FILE--
<?php
require __DIR__ . '/common.inc';

$count = 0;
foreach (cases() as $name => ['query' => $query, 'body_hex' => $hex, 'expect' => $expected]) {
    $body = hex2bin($hex);
    $options = options($query);
    foreach ($expected as &$line) {
        ksort($line);
    }
    unset($line);
    $readers = [
        'parse' => fn () => smsc_parse($body, ...$options),
        'iterate' => fn () => smsc_iterate($body, ...$options),
    ];
    if ($query['multi']) {
        foreach ([1, 2, 7, 64] as $length) {
            $readers["chunks of $length"] = fn () => smsc_iterate(str_split($body, $length), ...$options);
        }
    }
    foreach ($readers as $reader => $read) {
        $lines = lines($read);
        // smsc_parse throws if there is nothing but malformed and missing items.
        $unread = count(array_filter($expected, fn ($line) => isset($line['malformed'])));
        $absent = count(array_filter($expected, fn ($line) => isset($line['missing'])));
        $throws = $reader === 'parse' && $unread > 0 && $unread + $absent === count($expected);
        $wanted = $throws ? [['malformed' => true]] : $expected;
        if ($lines !== $wanted) {
            echo "$name, $reader:\n", json_encode($wanted), "\n", json_encode($lines), "\n";
        }
        $count++;
    }
}
var_dump($count > 500);
?>
--EXPECT--
bool(true)
