--TEST--
Ids that are texts (R3a), phones as typed (R47d), and the fields of the history (R64)
--EXTENSIONS--
smsc_proto
--FILE--
<?php
/** Prints the items in one line each. */
function show(string $body, mixed ...$options): void
{
    foreach (smsc_iterate($body, ...$options) as $item) {
        if ($item instanceof Smsc\Malformed) {
            echo "malformed\n";
        } elseif ($item instanceof Smsc\Missing) {
            echo 'missing ', json_encode([$item->id, $item->phone]), "\n";
        } else {
            echo json_encode([$item->id, $item->phone]), $item->unexpected ? ' unexpected' : '', "\n";
        }
    }
}

$batch = "1,0,0,order-77,79990000001\n1,0,0,102,79990000002\n1,0,0,a.b_C,79990000003\n";
echo "-- ids of records\n";
show($batch, multi: true);
show("1,0,0,-5,79990000001\n1,0,0,a/b,79990000001\n", multi: true);
show('[{"status":1,"id":"order-77"},{"status":1,"id":"102"},{"status":1,"id":103}]', fmt: 3, multi: true);
show('<list><sms><status>1</status><id>order-77</id></sms></list>', fmt: 2, multi: true);
show('Status = 1, check_time = , id = order-77, phone = 79990000001', fmt: 0, multi: true);
echo "-- requested ids and phones\n";
show($batch, multi: true, ids: [['order-77', '79990000001'], [102, '79990000002'], ['a.b_C', '79990000003']]);
show($batch, multi: true, ids: [['order-77', '8 (999) 000-00-01'], ['102', '+7 999 000 00 02'], ['a.b_c', 79990000003]]);
show($batch, multi: true, ids: [['order-76', '79990000001'], ['order-77', '9990000001'], ['101', '7'], [102, '79990000002']]);
echo "-- iterated, twice\n";
$ids = [['order-' . strlen('sevenseven') * 7 + 7, '+79990000001'], ['102', '79990000002']];
$records = smsc_iterate(str_split($batch, 5), ids: $ids);
unset($ids);
for ($round = 0; $round < 2; $round++) {
    foreach ($records as $item) {
        echo json_encode($item->id), "\n";
    }
}
echo "-- API errors\n";
foreach ([['order-77,-6', 1], ['101,-6', 1], ['ERROR = 6 (text), ID - order-77', 0], ['{"error":"text","error_code":6,"id":"order-77"}', 3], ['0,-6', 1]] as [$body, $fmt]) {
    try {
        smsc_parse($body, fmt: $fmt);
    } catch (Smsc\ApiError $error) {
        echo $error->getCode(), ' ', json_encode($error->id), "\n";
    }
}
echo "-- the history\n";
[$record] = smsc_parse('{"status":1,"id":206113,"int_id":401671913,"sms_cnt":1,"format":0,"crc":307589946}', fmt: 3, all: 2);
var_dump($record->id, $record->int_id, $record->format, $record->crc);
[$record] = smsc_parse('Status = 1, message = hi, type = 0, ID = 206113, int_id = 0, sms_cnt = 1, format = , crc = -1', fmt: 0, all: 2);
var_dump($record->id, $record->int_id, $record->format, $record->crc);
?>
--EXPECT--
-- ids of records
["order-77","79990000001"]
[102,"79990000002"]
["a.b_C","79990000003"]
malformed
malformed
["order-77",null]
[102,null]
[103,null]
["order-77",null]
["order-77","79990000001"]
-- requested ids and phones
["order-77","79990000001"]
[102,"79990000002"]
["a.b_C","79990000003"]
["order-77","79990000001"]
[102,"79990000002"]
["a.b_C","79990000003"] unexpected
missing ["a.b_c","79990000003"]
missing ["order-76","79990000001"]
["order-77","79990000001"]
missing [101,"7"]
[102,"79990000002"]
["a.b_C","79990000003"] unexpected
-- iterated, twice
"order-77"
102
"a.b_C"
"order-77"
102
"a.b_C"
-- API errors
6 "order-77"
6 101
6 "order-77"
6 "order-77"
6 null
-- the history
int(206113)
int(401671913)
string(1) "0"
string(9) "307589946"
int(206113)
int(0)
string(0) ""
string(2) "-1"
