--TEST--
smsc_get_status_compat: what the vendor's get_status() returns, with every field at its index
--EXTENSIONS--
smsc_proto
--FILE--
<?php
require __DIR__ . '/common.inc';

/** Returns what the vendor's function returns if no text contains a comma or a line break. */
function vendor_split(string $body, bool $batch): array
{
    return $batch ? array_map(fn ($line) => explode(',', $line), explode("\n", $body)) : explode(',', $body);
}

function same(string $body, int $all, string $ids): void
{
    $rows = smsc_get_status_compat($body, $all, $ids);
    echo $rows === vendor_split($body, str_contains($ids, ',')) ? "same\n" : json_encode($rows) . "\n";
}

function show(string $body, int $all, string $ids): void
{
    echo json_encode(smsc_get_status_compat($body, $all, $ids), JSON_INVALID_UTF8_SUBSTITUTE), "\n";
}

$one = '1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,text,note,0';
$two = '1,1760080210,0,1760080202,79990000020,RU,MTS,Moscow,2.12,GLOBUS,D,text,note,0';
$hlr = '1,1760080210,0,250010000000001,79990000,250,02,Russia,MTS,Serbia,Telenor,1760080202,79990000020,0.1,HLR,D,,4';

echo "-- no commas or line breaks in texts\n";
same('1,1760080210,0', 0, '101');
same('-1,0,0', 0, '101');
same('1,,0', 0, '101');
same("1,1760080210,0,101,79990000020\n20,0,1,102,79990000021", 0, '101,102');
same($one, 1, '101');
same($two, 2, '101');
same("$one,101\n$one,102", 1, '101,102');
same("$two,101\n$two,102", 2, '101,102');
same("$one,101", 1, '101,');
same($hlr, 1, '101');
same('-3,0,1', 1, '101');
same("$one,101\n-3,0,1,102\n$one,103", 1, '101,102,103');
same('0,-9', 1, '101');
same('OK', 0, '101');
same("1,1760080210,0,order-77,79990000020\n20,0,1,X.1_a,79990000021", 0, 'order-77,X.1_a');
same("$one,order-77\n$one,102", 1, 'order-77,102');
same('-3,0,1,,,,,,,,', 1, '101');
same("-3,0,1,,,,,,,,,101\n$one,102", 1, '101,102');

echo "-- bodies whose fields the vendor's function shifts\n";
show('1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,a, b,c,note,0', 1, '101');
show("1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,a, b\nc,note,0,101\n$one,102\n", 1, '101,102');
show("1,1760080210,0,1760080202,79990000020,RU,MTS,Moscow,2.12,GLOBUS,D,\"a\"\r\n,b,,0,101\r\n$two,102\r\n", 2, '101,102');
show("1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,a, b\nc,note,0,order-77\n$one,102\n", 1, 'order-77,102');
show("1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,\xef\xf0\xe8\xe2\xe5\xf2, x,,0", 1, '101');
show('1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,text, note, 0', 1, '101');
show('1,1760080210,0,250010000000001,79990000,250,02,Russia,MTS,Korea, Republic of,KT,1760080202,79990000020,0.1,HLR,D,,4', 1, '101');
show("\xEF\xBB\xBF$one", 1, '101');
show("\xEF\xBB\xBF$one,101\r\n", 1, '101,');

echo "-- older layouts have empty fields\n";
show('1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,text', 1, '101');
show("1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,text,0,101\n", 1, '101,');

echo "-- a carriage return alone is not a line break\n";
show("1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,text\r", 1, '101');
show("1,1760080210,0,250010000000001,79990000,250,02,Russia,MTS,Serbia,Telenor\r", 0, '101');

echo "-- API errors\n";
show("0,-9\n", 1, '101,102');
show('0,-2', 0, '101');

echo "-- bodies that cannot be parsed\n";
show('', 1, '101');
show('', 1, '101,102');
show('<html>,', 1, '101');
show("<html>\n<p>a,b\n", 1, '101,102');
show("$one,101\n1,0,what, is\n$one,103\n", 1, '101,102,103');

echo "-- two warnings at most, whatever the number of malformed records\n";
show("x\n$one,102\nx\n", 1, '101,102,103');
show("$one,101\n" . str_repeat("x\n", 3), 1, '101,102,103,104');
$warnings = [];
set_error_handler(function ($level, $message) use (&$warnings) {
    $warnings[] = $message;
    return true;
});
var_dump(count(smsc_get_status_compat("$one,101\n" . str_repeat("x\n", 1_000), 1, '101,102')));
print_r($warnings);

echo "-- a handler that throws\n";
foreach (['', 'more'] as $part) {
    set_error_handler(fn ($level, $message) => str_contains($message, $part) ? throw new ErrorException($message) : true);
    try {
        show("what, is\n$one,103\nwhat\n", 1, '101,102,103');
    } catch (ErrorException $error) {
        echo $error->getMessage(), ', then ', json_encode($error->getPrevious()), "\n";
    }
}
?>
--EXPECTF--
-- no commas or line breaks in texts
same
same
same
same
same
same
same
same
same
same
same
same
same
same
same
same
same
same
-- bodies whose fields the vendor's function shifts
["1","1760080210","0","1760080202","79990000020","2.12","GLOBUS","D","a, b,c","note","0"]
[["1","1760080210","0","1760080202","79990000020","2.12","GLOBUS","D","a, b\nc","note","0","101"],["1","1760080210","0","1760080202","79990000020","2.12","GLOBUS","D","text","note","0","102"]]
[["1","1760080210","0","1760080202","79990000020","RU","MTS","Moscow","2.12","GLOBUS","D","\"a\"\r\n,b","","0","101"],["1","1760080210","0","1760080202","79990000020","RU","MTS","Moscow","2.12","GLOBUS","D","text","note","0","102"]]
[["1","1760080210","0","1760080202","79990000020","2.12","GLOBUS","D","a, b\nc","note","0","order-77"],["1","1760080210","0","1760080202","79990000020","2.12","GLOBUS","D","text","note","0","102"]]
["1","1760080210","0","1760080202","79990000020","2.12","GLOBUS","D","\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd, x","","0"]
["1","1760080210","0","1760080202","79990000020","2.12","GLOBUS","D","text","note","0"]
["1","1760080210","0","250010000000001","79990000","250","02","Russia","MTS","Korea, Republic of","KT","1760080202","79990000020","0.1","HLR","D","","4"]
["1","1760080210","0","1760080202","79990000020","2.12","GLOBUS","D","text","note","0"]
[["1","1760080210","0","1760080202","79990000020","2.12","GLOBUS","D","text","note","0","101"]]
-- older layouts have empty fields
["1","1760080210","0","1760080202","79990000020","2.12","GLOBUS","D","text","",""]
[["1","1760080210","0","1760080202","79990000020","2.12","GLOBUS","D","text","","0","101"]]
-- a carriage return alone is not a line break
["1","1760080210","0","1760080202","79990000020","2.12","GLOBUS","D","text\r","",""]
["1","1760080210","0","250010000000001","79990000","250","02","Russia","MTS","Serbia","Telenor\r"]
-- API errors
["0","-9"]
["0","-2"]
-- bodies that cannot be parsed

Warning: smsc_get_status_compat(): byte 0: not an fmt=1 reply: the body is empty in %s on line 18
["",""]

Warning: smsc_get_status_compat(): byte 0: not an fmt=1 reply: the body is empty in %s on line 18
[["",""]]

Warning: smsc_get_status_compat(): byte 0: not an fmt=1 reply: the body looks like HTML or XML in %s on line 18
["<html>",""]

Warning: smsc_get_status_compat(): byte 0: not an fmt=1 reply: the body looks like HTML or XML in %s on line 18
[["<html>"],["<p>a","b"]]

Warning: smsc_get_status_compat(): byte 72: invalid err: expected an integer from 0 to 2147483647, or nothing in %s on line 18
[["1","1760080210","0","1760080202","79990000020","2.12","GLOBUS","D","text","note","0","101"],["1","0","what"," is"],["1","1760080210","0","1760080202","79990000020","2.12","GLOBUS","D","text","note","0","103"]]
-- two warnings at most, whatever the number of malformed records

Warning: smsc_get_status_compat(): byte 0: unexpected line: expected the start of a record (status, timestamp, comma; or `Status = ` and a number) in %s on line 18

Warning: smsc_get_status_compat(): 1 more record cannot be parsed in %s on line 18
[["x"],["1","1760080210","0","1760080202","79990000020","2.12","GLOBUS","D","text","note","0","102"],["x"]]

Warning: smsc_get_status_compat(): byte 68: unexpected line: expected the start of a record (status, timestamp, comma; or `Status = ` and a number) in %s on line 18

Warning: smsc_get_status_compat(): 2 more records cannot be parsed in %s on line 18
[["1","1760080210","0","1760080202","79990000020","2.12","GLOBUS","D","text","note","0","101"],["x"],["x"],["x"]]
int(1001)
Array
(
    [0] => smsc_get_status_compat(): byte 68: unexpected line: expected the start of a record (status, timestamp, comma; or `Status = ` and a number)
    [1] => smsc_get_status_compat(): 999 more records cannot be parsed
)
-- a handler that throws
smsc_get_status_compat(): byte 0: unexpected line: expected the start of a record (status, timestamp, comma; or `Status = ` and a number), then null
smsc_get_status_compat(): 1 more record cannot be parsed, then null
