--TEST--
Hints at wrong options, and batches without any record that can be parsed
--EXTENSIONS--
smsc_proto
--FILE--
<?php
$line = "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,hi,,0,101\n";
$tries = [
    fn () => smsc_parse("$line$line", all: 2, multi: true),
    fn () => smsc_parse("1,1760080210,0,101,79990000001\n20,1760080211,1,102,79990000002\n"),
    fn () => smsc_parse('{"status":1,"err":0}'),
    fn () => smsc_parse('replies.txt'),
    fn () => smsc_parse("1,x\n2,y\n", multi: true),
    fn () => smsc_parse("1,x\n", multi: true, ids: [[101, '79990000001']]),
    fn () => iterator_to_array(smsc_iterate('{"status":1}')),
    fn () => iterator_to_array(smsc_iterate(['{"status":1}'])),
];
foreach ($tries as $try) {
    try {
        $try();
    } catch (Smsc\MalformedReply $error) {
        echo $error->getMessage(), "\n";
        var_dump($error->hint);
    }
}
// The items of a batch, and a batch with one record, are returned.
var_dump(count(iterator_to_array(smsc_iterate("$line$line", all: 2))), count(smsc_parse("{$line}x\n", all: 1, multi: true)));
var_dump(smsc_parse('[]', fmt: 3, multi: true));
// Neither phones nor texts are in the message.
try {
    smsc_parse($line, all: 2, multi: true);
} catch (Smsc\MalformedReply $error) {
    var_dump(str_contains($error, '7999'), str_contains($error, 'GLOBUS'));
}
?>
--EXPECT--
byte 52: invalid cost: expected a decimal number with at most 4 fraction digits; pass all: 1
string(11) "pass all: 1"
byte 62: expected 2 or 3 fields (5 are a line of a batch), found 9; pass multi: true
string(16) "pass multi: true"
byte 0: not an fmt=1 reply: the body looks like JSON; pass fmt: 3
string(11) "pass fmt: 3"
byte 0: not an fmt=1 reply: the body looks like the name of a file, so pass the contents of the file
NULL
byte 3: expected 5 fields, the last two of which are id and phone, found 2
NULL
byte 3: expected 5 fields, the last two of which are id and phone, found 2
NULL
byte 0: not an fmt=1 reply: the body looks like JSON; pass fmt: 3
string(11) "pass fmt: 3"
byte 0: not an fmt=1 reply: the body looks like JSON
NULL
int(2)
int(2)
array(0) {
}
bool(false)
bool(false)
