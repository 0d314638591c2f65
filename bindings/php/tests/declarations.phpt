--TEST--
The declarations for editors and analysers are those of the extension, with the values of all constants
--EXTENSIONS--
smsc_proto
--FILE--
<?php
require __DIR__ . '/reflection.inc';

// Another PHP loads the declarations, because one process cannot have both.
$code = 'require $argv[1]; require $argv[2]; echo serialize(describe());';
$process = proc_open([PHP_BINARY, '-n', '-r', $code, __DIR__ . '/reflection.inc', __DIR__ . '/../stubs/smsc_proto.php'], [1 => ['pipe', 'w']], $pipes);
$declared = unserialize(stream_get_contents($pipes[1]));
var_dump(proc_close($process));

$described = describe();
var_dump(count($described) > 15, array_keys($declared) === array_keys($described));
foreach ($described as $name => $description) {
    if ($declared[$name] !== $description) {
        echo "$name\n", json_encode($description), "\n", json_encode($declared[$name]), "\n";
    }
}
var_dump($declared[Smsc\Record::class][3]['UNDELIVERABLE'], $declared[Smsc\Retry::class][3]['AFTER_FIX']);
?>
--EXPECT--
int(0)
bool(true)
bool(true)
int(20)
string(9) "after_fix"
