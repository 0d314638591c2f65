--TEST--
Reaching the memory limit during a call ends the script with PHP's own error
--EXTENSIONS--
smsc_proto
--FILE--
<?php
$scripts = [
    'smsc_parse(str_repeat($line, 20_000), all: 1, multi: true);',
    'smsc_parse(str_repeat("1,,x\n", 200_000), all: 1, multi: true);',
    'iterator_to_array(smsc_iterate(str_repeat($line, 20_000), all: 1));',
    'iterator_to_array(smsc_iterate(array_fill(0, 20_000, $line), all: 1));',
    'smsc_get_status_compat(str_repeat($line, 20_000), 1, "1,2");',
    'smsc_get_status_compat(str_repeat(",", 2_000_000), 1, "1");',
    'smsc_get_status_compat(str_repeat("\n,", 1_000_000), 1, "1,2");',
    'smsc_get_status_compat(str_repeat("$line,,x\n", 20_000), 1, "1,2");',
    'smsc_parse_incoming("[" . str_repeat("{\"id\":1,\"phone\":\"7\",\"message\":\"text\"},", 60_000) . "1]");',
    'smsc_parse_incoming("[" . str_repeat("{},", 500_000) . "1]");',
    'smsc_parse_statistics("[" . str_repeat("1,", 500_000) . "1]");',
    'smsc_parse_send("{\"id\":1,\"cnt\":1,\"phones\":[" . str_repeat("{\"phone\":\"7\"},", 100_000) . "1]}");',
    'smsc_parse_callback("phone=7&mes=" . str_repeat("\xef", 2_000_000));',
    'smsc_parse_callback("phone=7&mes=" . str_repeat("%EF", 950_000));',
    'smsc_parse_callback(["phone" => "7", "mes" => str_repeat("\xef", 2_050_000)]);',
    'smsc_verify_callback(array_fill(0, 180_000, "1"), "zxc");',
];
// The file that this process has loaded.
preg_match('~/\S*smsc_proto\.so~', file_get_contents('/proc/self/maps'), $found);
[$module] = $found;

/** Runs a script under a limit. Prints 1, or what it printed if it did not reach the limit, and its status. */
function limited(int $limit, string $script): void
{
    $code = '$line = "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,text,,0,101\n"; error_reporting(E_ERROR); ' . $script;
    $php = [PHP_BINARY, '-n', '-d', "memory_limit=$limit", '-d', "extension=$GLOBALS[module]", '-r', $code];
    $process = proc_open($php, [1 => ['pipe', 'w'], 2 => ['file', '/dev/null', 'w']], $pipes);
    $printed = stream_get_contents($pipes[1]);
    $ended = str_contains($printed, "Allowed memory size of $limit bytes exhausted");
    echo $ended ? '1' : trim($printed), ' ', proc_close($process), "\n";
}

foreach ($scripts as $script) {
    limited(8 << 20, "\$x = $script");
}
echo "-- a megabyte with a malformed record in every two bytes\n";
limited(60_000_000, 'echo count(smsc_parse("1,1,0,5,7\n" . str_repeat("x\n", 500_000), multi: true)), "\n";');
echo "-- a text that takes the place of another one in the cache, and is longer\n";
// The first and the last 8 bytes and the lengths are such that both texts have one place.
$body = <<<'PHP'
$first = 'X' . str_repeat("\xb9", 699_992) . 'ZZZZZZZ';
$second = 'Y0000396' . str_repeat("\xb9", 1_000_000) . 'ZZZZZZZZ';
$body = "1,1,0,2,7,2.12,G,D,$first,,0,5\n1,1,0,2,7,2.12,G,D,$second,,0,6\n";
unset($first, $second);
PHP;
for ($limit = 6_350_000; $limit <= 7_100_000; $limit += 50_000) {
    limited($limit, "$body foreach (smsc_iterate(\$body, all: 1) as \$item) { unset(\$item); }");
}
?>
--EXPECT--
1 255
1 255
1 255
1 255
1 255
1 255
1 255
1 255
1 255
1 255
1 255
1 255
1 255
1 255
1 255
1 255
-- a megabyte with a malformed record in every two bytes
500001 0
-- a text that takes the place of another one in the cache, and is longer
1 255
1 255
1 255
1 255
1 255
1 255
1 255
1 255
1 255
1 255
1 255
1 255
1 255
1 255
1 255
1 255
