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
];
// The file that this process has loaded.
preg_match('~/\S*smsc_proto\.so~', file_get_contents('/proc/self/maps'), $found);
[$module] = $found;
foreach ($scripts as $script) {
    $code = '$line = "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,text,,0,101\n"; error_reporting(E_ERROR); $x = ' . $script;
    $php = [PHP_BINARY, '-n', '-d', 'memory_limit=8M', '-d', "extension=$module", '-r', $code];
    $process = proc_open($php, [1 => ['pipe', 'w'], 2 => ['file', '/dev/null', 'w']], $pipes);
    echo preg_match('/Allowed memory size of 8388608 bytes exhausted/', stream_get_contents($pipes[1])), ' ', proc_close($process), "\n";
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
