--TEST--
Records are values: typed, readonly, comparable, serializable
--EXTENSIONS--
smsc_proto
--FILE--
<?php
$body = '1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,text,,0';
[$record] = smsc_parse($body, all: 1);
var_dump($record);
var_dump($record == smsc_parse($body, all: 1)[0], $record == smsc_parse("2$body", all: 1)[0]);
var_dump(unserialize(serialize($record)) == $record, (clone $record) == $record);
echo json_encode($record), "\n";

foreach ([
    function () use ($record) { $record->status = 2; },
    function () use ($record) { $record->more = 2; },
    function () use ($record) { unset($record->phone); },
    fn () => new Smsc\Record(),
    fn () => new Smsc\Malformed(),
    fn () => new Smsc\Missing(),
    fn () => new Smsc\Deleted(),
] as $call) {
    try {
        $call();
    } catch (Error $error) {
        echo $error->getMessage(), "\n";
    }
}
var_dump(smsc_parse('OK')[0]);

// Objects that were not created from a reply.
foreach ([
    (new ReflectionClass(Smsc\Record::class))->newInstanceWithoutConstructor(),
    unserialize('O:11:"Smsc\Record":0:{}'),
    unserialize('O:11:"Smsc\Record":4:{s:6:"status";i:9999999999;s:3:"err";i:-99;s:4:"type";i:77777777777;s:4:"flag";i:70000;}'),
] as $odd) {
    var_dump($odd->statusName(), $odd->errName(), $odd->typeName(), $odd->flags());
}
var_dump((new ReflectionClass(Smsc\Flags::class))->newInstanceWithoutConstructor()->typeName());
var_dump((new Smsc\ApiError('made', 9))->name(), (new Smsc\ApiError())->name(), (new Smsc\MalformedReply('made'))->getMessage());
?>
--EXPECT--
object(Smsc\Record)#1 (37) {
  ["status"]=>
  int(1)
  ["last_date"]=>
  NULL
  ["last_timestamp"]=>
  int(1760080210)
  ["flag"]=>
  NULL
  ["err"]=>
  int(0)
  ["imsi"]=>
  NULL
  ["msc"]=>
  NULL
  ["mcc"]=>
  NULL
  ["mnc"]=>
  NULL
  ["cn"]=>
  NULL
  ["net"]=>
  NULL
  ["rcn"]=>
  NULL
  ["rnet"]=>
  NULL
  ["send_date"]=>
  NULL
  ["send_timestamp"]=>
  int(1760080202)
  ["phone"]=>
  string(11) "79990000020"
  ["mccmnc"]=>
  NULL
  ["country"]=>
  NULL
  ["operator"]=>
  NULL
  ["operator_orig"]=>
  NULL
  ["region"]=>
  NULL
  ["cost"]=>
  string(4) "2.12"
  ["sender_id"]=>
  string(6) "GLOBUS"
  ["status_name"]=>
  string(1) "D"
  ["message"]=>
  string(4) "text"
  ["comment"]=>
  string(0) ""
  ["type"]=>
  int(0)
  ["sms_cnt"]=>
  NULL
  ["id"]=>
  NULL
  ["int_id"]=>
  NULL
  ["format"]=>
  NULL
  ["crc"]=>
  NULL
  ["is_hlr"]=>
  bool(false)
  ["is_ambiguous"]=>
  bool(false)
  ["unexpected"]=>
  bool(false)
  ["kind"]=>
  string(4) "auto"
  ["looks_like_utf8"]=>
  bool(false)
}
bool(true)
bool(false)
bool(true)
bool(true)
{"status":1,"last_date":null,"last_timestamp":1760080210,"flag":null,"err":0,"imsi":null,"msc":null,"mcc":null,"mnc":null,"cn":null,"net":null,"rcn":null,"rnet":null,"send_date":null,"send_timestamp":1760080202,"phone":"79990000020","mccmnc":null,"country":null,"operator":null,"operator_orig":null,"region":null,"cost":"2.12","sender_id":"GLOBUS","status_name":"D","message":"text","comment":"","type":0,"sms_cnt":null,"id":null,"int_id":null,"format":null,"crc":null,"is_hlr":false,"is_ambiguous":false,"unexpected":false,"kind":"auto","looks_like_utf8":false}
Cannot modify readonly property Smsc\Record::$status
Cannot create dynamic property Smsc\Record::$more
Cannot unset readonly property Smsc\Record::$phone
Call to private Smsc\Record::__construct() from global scope
Call to private Smsc\Malformed::__construct() from global scope
Call to private Smsc\Missing::__construct() from global scope
Call to private Smsc\Deleted::__construct() from global scope
object(Smsc\Deleted)#7 (0) {
}
NULL
NULL
NULL
NULL
NULL
NULL
NULL
NULL
NULL
NULL
NULL
NULL
NULL
string(17) "Too many requests"
NULL
string(4) "made"
