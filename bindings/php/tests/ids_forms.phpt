--TEST--
The forms of ids: pairs, rows of a database, and an array of phones by id
--EXTENSIONS--
smsc_proto
--FILE--
<?php
const BODY = "1,0,0,101,79990000001\n20,0,0,order-77,79990000002\n1,0,0,103,79990000003\n";

/** Returns the ids of the items; those of records that were not requested have a `?`. */
function read(mixed $ids, string $body = BODY): string
{
    try {
        $read = [];
        foreach (smsc_parse($body, multi: true, ids: $ids) as $item) {
            $read[] = $item->id . match (true) {
                $item instanceof Smsc\Missing => ' missing',
                $item->unexpected => '?',
                default => '',
            };
        }
        return implode(', ', $read);
    } catch (Smsc\OptionError $error) {
        return preg_replace('/.*; /s', '', $error->getMessage());
    }
}

final class Message
{
    public function __construct(public int|string $id, protected int $status, public string $phone, private string $text = '') {}
}

final class Hidden
{
    public function __construct(private int $id, public string $phone) {}
}

final class Magic
{
    public function __get(string $name): string
    {
        return '1';
    }
}

$pairs = [[101, '79990000001'], ['order-77', '79990000002'], ['103', 79990000003]];
$rows = array_map(fn ($pair) => ['phone' => $pair[1], 'id' => $pair[0]], $pairs);
// PDO::FETCH_BOTH, the default, and PDO::FETCH_OBJ; other columns and their order do not matter.
$both = array_map(fn ($pair) => ['phone' => $pair[1], 0 => $pair[1], 'text' => 'x', 1 => 'x', 'id' => $pair[0], 2 => $pair[0]], $pairs);
$objects = array_map(fn ($row) => (object)$row, $rows);
$messages = array_map(fn ($pair) => new Message($pair[0], 1, $pair[1]), $pairs);
$map = array_column($pairs, 1, 0);
foreach ([$pairs, $rows, $both, $objects, $messages, $map, smsc_parse(BODY, multi: true)] as $ids) {
    echo read($ids), "\n";
}
foreach ($rows as &$row) {
    $row['id'] = &$row['id'];
}
unset($row);
echo read($rows), "\n";

echo "-- the array is not changed\n";
$copy = unserialize(serialize([$objects, $messages, $map]));
read($objects);
read($messages);
read($map);
var_dump($copy == [$objects, $messages, $map]);
echo read([102 => '79990000009'] + $map), "\n";

echo "-- nothing is guessed\n";
$phones = ['79990000001', '79990000002'];
foreach ([
    'a list of phones' => $phones,
    'a list of ids' => [101, 'order-77'],
    'ids by phone' => array_flip($phones),
    'a mixture' => [[101, '79990000001'], 102 => '79990000002'],
    'another mixture' => [101 => '79990000001', 102 => [102, '79990000002']],
    'a row without a phone' => [[101, '79990000001', 'id' => 101]],
    'a row without an id' => [['phone' => '79990000001']],
    'null for a phone' => [['id' => 101, 'phone' => null]],
    'null in a map' => [101 => null],
    'a float' => [101 => 79990000001.0],
    'an id that is a float' => [[101.0, '79990000001']],
    'an object with indexes' => [(object)[101, '79990000001']],
    'a private id' => [new Hidden(101, '79990000001')],
    'magic properties' => [new Magic()],
    'a closure' => [fn () => 1],
    'null properties' => [new class { public $id; public $phone; }],
] as $name => $ids) {
    echo "$name: ", read($ids), "\n";
}
?>
--EXPECT--
101, order-77, 103
101, order-77, 103
101, order-77, 103
101, order-77, 103
101, order-77, 103
101, order-77, 103
101, order-77, 103
101, order-77, 103
-- the array is not changed
bool(true)
102 missing, 101, order-77, 103
-- nothing is guessed
a list of phones: the entry at index 0 is invalid
a list of ids: the entry at index 0 is invalid
ids by phone: the entry at index 0 is invalid
a mixture: the entry at index 1 is invalid
another mixture: the entry at index 1 is invalid
a row without a phone: the entry at index 0 is invalid
a row without an id: the entry at index 0 is invalid
null for a phone: the entry at index 0 is invalid
null in a map: the entry at index 0 is invalid
a float: the entry at index 0 is invalid
an id that is a float: the entry at index 0 is invalid
an object with indexes: the entry at index 0 is invalid
a private id: the entry at index 0 is invalid
magic properties: the entry at index 0 is invalid
a closure: the entry at index 0 is invalid
null properties: the entry at index 0 is invalid
