--TEST--
Smsc\Malformed: its properties behave as declared ones, although they get their values when they are read
--EXTENSIONS--
smsc_proto
--FILE--
<?php
[, $item, $other] = smsc_parse("1,1,0,5,7\nx\n1,1,0\n", multi: true);
$same = smsc_parse("1,1,0,5,7\nx\n", multi: true)[1];

/** Calls a function, and prints what it returns or throws. */
function tried(callable $call): void
{
    try {
        echo json_encode($call()), "\n";
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}

echo "-- read\n";
var_dump($item);
echo json_encode($item), "\n", json_encode($other), "\n";
var_export($item);
echo "\n";
print_r((array)$item);
var_dump(get_object_vars($item) === (array)$item);
foreach ($item as $name => $value) {
    echo $name, ' ', json_encode($value === $item->$name), "\n";
}
echo json_encode(array_column([$item, $other], 'message', 'offset')), "\n";

echo "-- isset, empty, ??\n";
var_dump(isset($item->message), isset($other->field), isset($item->no), empty($item->code), empty($other->field));
var_dump($other->field ?? 'none', $item->no ?? 'none', property_exists($item, 'message'), property_exists(Smsc\Malformed::class, 'end'));
var_dump(@$item->no);

echo "-- not written\n";
tried(function () use ($item) { $item->code = 1; });
tried(function () use ($item) { $item->offset++; });
tried(function () use ($item) { $item->offset += 1; });
tried(function () use ($item) { $item->message .= 'x'; });
tried(function () use ($item) { $item->message[] = 'x'; });
tried(function () use ($item) { $reference = &$item->message; });
tried(function () use ($item) { unset($item->message); });
tried(function () use ($item) { $item->no = 1; });
tried(function () use ($item) { unset($item->no); });
tried(function () use ($item) { $item->__unserialize($item->__serialize()); });
tried(function () use ($item) { (new ReflectionProperty($item, 'code'))->setValue($item, 1); });
// A loop by reference has copies.
foreach ($item as &$value) {
    $value = 1;
}
unset($value);
echo json_encode($item), "\n";

echo "-- compared, copied, stored\n";
var_dump($item == $same, $item == $other, $item === $same, clone $item == $item);
foreach ([$item, $other] as $stored) {
    $copy = unserialize(serialize($stored));
    var_dump($copy == $stored, json_encode($copy) === json_encode(clone $stored));
}
foreach ([
    'O:14:"Smsc\Malformed":0:{}',
    str_replace('s:4:"code";i:201', 's:4:"code";i:199', serialize($item)),
    str_replace('s:4:"code";i:201', 's:4:"code";s:3:"201"', serialize($item)),
    str_replace('s:6:"status"', 's:6:"is_hlr"', serialize($item)),
    preg_replace('/s:5:"start";i:\d+/', 's:5:"start";i:-1', serialize($item)),
] as $stored) {
    tried(fn () => unserialize($stored));
}
$long = unserialize(preg_replace('/s:21:"[^"]*"/', 's:1000:"' . str_repeat('x', 1000) . '"', serialize($item)));
var_dump(strlen($long->expected), $long->message);

echo "-- reflection\n";
foreach ((new ReflectionClass(Smsc\Malformed::class))->getProperties() as $property) {
    echo $property->isReadOnly() ? 'readonly ' : '', $property->getType(), " $", $property->getName(), ' = ', json_encode($property->getValue($item)), "\n";
    var_dump($property->isInitialized($item));
}
tried(fn () => (new ReflectionClass(Smsc\Malformed::class))->newInstanceWithoutConstructor());

echo "-- held by others\n";
$reference = WeakReference::create($item);
$map = new WeakMap();
$map[$item] = 'value';
unset($item);
var_dump($reference->get(), count($map));
gc_collect_cycles();
?>
--EXPECT--
-- read
object(Smsc\Malformed)#2 (7) {
  ["code"]=>
  int(201)
  ["message"]=>
  string(55) "byte 10: invalid status: expected an integer of 32 bits"
  ["offset"]=>
  int(10)
  ["expected"]=>
  string(21) "an integer of 32 bits"
  ["field"]=>
  string(6) "status"
  ["start"]=>
  int(10)
  ["end"]=>
  int(11)
}
{"code":201,"message":"byte 10: invalid status: expected an integer of 32 bits","offset":10,"expected":"an integer of 32 bits","field":"status","start":10,"end":11}
{"code":202,"message":"byte 17: expected 5 fields, the last two of which are id and phone, found 3","offset":17,"expected":"5 fields, the last two of which are id and phone","field":null,"start":12,"end":17}
\Smsc\Malformed::__set_state(array(
   'code' => 201,
   'message' => 'byte 10: invalid status: expected an integer of 32 bits',
   'offset' => 10,
   'expected' => 'an integer of 32 bits',
   'field' => 'status',
   'start' => 10,
   'end' => 11,
))
Array
(
    [code] => 201
    [message] => byte 10: invalid status: expected an integer of 32 bits
    [offset] => 10
    [expected] => an integer of 32 bits
    [field] => status
    [start] => 10
    [end] => 11
)
bool(true)
code true
message true
offset true
expected true
field true
start true
end true
{"10":"byte 10: invalid status: expected an integer of 32 bits","17":"byte 17: expected 5 fields, the last two of which are id and phone, found 3"}
-- isset, empty, ??
bool(true)
bool(false)
bool(false)
bool(false)
bool(true)
string(4) "none"
string(4) "none"
bool(true)
bool(true)
NULL
-- not written
Error: Cannot modify readonly property Smsc\Malformed::$code
Error: Cannot modify readonly property Smsc\Malformed::$offset
Error: Cannot modify readonly property Smsc\Malformed::$offset
Error: Cannot modify readonly property Smsc\Malformed::$message
Error: Cannot modify readonly property Smsc\Malformed::$message
Error: Cannot modify readonly property Smsc\Malformed::$message
Error: Cannot unset readonly property Smsc\Malformed::$message
Error: Cannot create dynamic property Smsc\Malformed::$no
null
Error: Cannot modify readonly object of class Smsc\Malformed
Error: Cannot modify readonly property Smsc\Malformed::$code
{"code":201,"message":"byte 10: invalid status: expected an integer of 32 bits","offset":10,"expected":"an integer of 32 bits","field":"status","start":10,"end":11}
-- compared, copied, stored
bool(true)
bool(false)
bool(false)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
Error: Invalid serialization data for Smsc\Malformed object
Error: Invalid serialization data for Smsc\Malformed object
Error: Invalid serialization data for Smsc\Malformed object
Error: Invalid serialization data for Smsc\Malformed object
Error: Invalid serialization data for Smsc\Malformed object
int(1000)
string(0) ""
-- reflection
readonly int $code = 201
bool(true)
readonly string $message = "byte 10: invalid status: expected an integer of 32 bits"
bool(true)
readonly int $offset = 10
bool(true)
readonly string $expected = "an integer of 32 bits"
bool(true)
readonly ?string $field = "status"
bool(true)
readonly int $start = 10
bool(true)
readonly int $end = 11
bool(true)
ReflectionException: Class Smsc\Malformed is an internal class marked as final that cannot be instantiated without invoking its constructor
-- held by others
NULL
int(0)
