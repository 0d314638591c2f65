--TEST--
smsc_iterate: laziness, repeated iteration, chunks, and sources that fail
--EXTENSIONS--
smsc_proto
--FILE--
<?php
const BODY = "1,0,0,101,79990000001\nx\n20,0,1,102,79990000002\n";

/** Yields chunks, and prints `<` for each and `.` after the last one. */
function chunks(int $length): Generator
{
    foreach (str_split(BODY, $length) as $chunk) {
        echo '<';
        yield $chunk;
    }
    echo '.';
}

function show(iterable $items): void
{
    try {
        foreach ($items as $key => $item) {
            echo "$key: ", $item instanceof Smsc\Malformed ? $item->offset : $item->id, "\n";
        }
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}

final class Rewindable implements Iterator
{
    private int $at = 0;
    public function current(): mixed { return substr(BODY, $this->at * 10, 10); }
    public function key(): mixed { return $this->at; }
    public function next(): void { $this->at++; }
    public function rewind(): void { $this->at = 0; }
    public function valid(): bool { return $this->at * 10 < strlen(BODY); }
}

echo "-- a body, twice\n";
$records = smsc_iterate(BODY);
show($records);
show($records);
echo "-- two iterations at once\n";
foreach ($records as $outer) {
    foreach ($records as $inner) {
    }
    echo get_class($outer), ' ', $inner->id, "\n";
}
echo "-- chunks are read when they are needed\n";
show(smsc_iterate(chunks(1000)));
foreach (smsc_iterate(chunks(24)) as $item) {
    echo $item->id, "\n";
    break;
}
echo "-- an array, an iterator and an aggregate, each twice\n";
foreach ([[BODY], str_split(BODY, 5), ['', BODY, ''], new Rewindable(), new ArrayObject(str_split(BODY, 3))] as $source) {
    $records = smsc_iterate($source);
    echo count(iterator_to_array($records)), count(iterator_to_array($records)), "\n";
}
echo "-- a generator can be traversed once\n";
$records = smsc_iterate(chunks(1000));
show($records);
show($records);
echo "-- the methods of the iterator\n";
$it = smsc_iterate(BODY)->getIterator();
$it->rewind();
var_dump($it->valid(), $it->key(), $it->current()->id);
$it->next();
$it->next();
$it->next();
var_dump($it->valid(), $it->current());
$it->next();
$it->rewind();
var_dump($it->current()->id);
echo "-- the source throws, or yields something other than strings\n";
show(smsc_iterate((function () { yield "1,0,0,101,1\n2,0,0"; throw new DomainException('from the source'); })()));
show(smsc_iterate(["1,0,0,101,1\n2,0,0,", 102]));
show(smsc_iterate((function () { yield null; })()));
show(smsc_iterate([]));
final class Broken implements IteratorAggregate
{
    public function getIterator(): Iterator { throw new DomainException('no iterator'); }
}
$it = smsc_iterate(new Broken())->getIterator();
show($it);
try {
    $it->next();
} catch (DomainException) {
}
var_dump($it->valid());
echo "-- the source moves the iterator that reads it\n";
$self = null;
$source = (function () use (&$self) {
    yield "1,0,0,101,1\n2,0,0";
    try {
        $self->next();
    } catch (Error $error) {
        echo $error->getMessage(), "\n";
    }
    yield ",102,1\n";
})();
$self = smsc_iterate($source)->getIterator();
show($self);
unset($self, $source);
gc_collect_cycles();
echo "-- by reference, clone, new, serialize\n";
foreach ([
    function () { foreach (smsc_iterate(BODY) as &$item) {} },
    fn () => clone smsc_iterate(BODY),
    fn () => new Smsc\Records(),
    fn () => (new ReflectionClass(Smsc\Records::class))->newInstanceWithoutConstructor(),
    fn () => serialize(smsc_iterate(BODY)),
] as $call) {
    try {
        $call();
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
?>
--EXPECT--
-- a body, twice
0: 101
1: 22
2: 102
0: 101
1: 22
2: 102
-- two iterations at once
Smsc\Record 102
Smsc\Malformed 102
Smsc\Record 102
-- chunks are read when they are needed
<0: 101
1: 22
2: 102
.<101
-- an array, an iterator and an aggregate, each twice
33
33
33
33
33
-- a generator can be traversed once
<0: 101
1: 22
2: 102
.Exception: Cannot traverse an already closed generator
-- the methods of the iterator
bool(true)
int(0)
int(101)
bool(false)
NULL
int(101)
-- the source throws, or yields something other than strings
0: 101
DomainException: from the source
0: 101
TypeError: smsc_iterate(): Argument #1 ($source) must yield chunks of type string, int yielded
TypeError: smsc_iterate(): Argument #1 ($source) must yield chunks of type string, null yielded
Smsc\MalformedReply: byte 0: not an fmt=1 reply: the body is empty
DomainException: no iterator
bool(false)
-- the source moves the iterator that reads it
0: 101
smsc_iterate(): the source of the chunks must not move the iterator that reads them
1: 102
-- by reference, clone, new, serialize
Error: An iterator cannot be used with foreach by reference
Error: Trying to clone an uncloneable object of class Smsc\Records
Error: Call to private Smsc\Records::__construct() from global scope
ReflectionException: Class Smsc\Records is an internal class marked as final that cannot be instantiated without invoking its constructor
Exception: Serialization of 'Smsc\Records' is not allowed
