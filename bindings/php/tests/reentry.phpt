--TEST--
smsc_iterate: sources and items whose code uses the iterator, and reference cycles through the iterator
--EXTENSIONS--
smsc_proto
--FILE--
<?php
const CHUNKS = ["1,0,0,101,79990000001\n", "1,0,0,102,79990000002\n", "1,0,0,103,79990000003\n"];

/** Calls `$call`, and prints what it throws. */
function tried(callable $call): void
{
    try {
        $call();
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}

/** A source that calls `begins` in getIterator(), and `ends` at the end of the generator. */
final class Source implements IteratorAggregate
{
    public ?Closure $begins = null;
    public ?Closure $ends = null;

    public function getIterator(): Iterator
    {
        tried($this->begins ?? fn () => null);
        return (function () {
            try {
                yield from CHUNKS;
            } finally {
                echo "finally\n";
                ($this->ends ?? fn () => null)();
            }
        })();
    }
}

foreach (['rewind', 'next'] as $move) {
    echo "-- $move() from a source that ends\n";
    $source = new Source();
    $it = smsc_iterate($source)->getIterator();
    $it->rewind();
    $source->ends = fn () => tried(fn () => $it->$move());
    $it->rewind();
    echo $it->key(), ' ', $it->current()->id, "\n";
    $it->next();
    echo $it->key(), ' ', $it->current()->id, "\n";
    $source->ends = null;

    echo "-- $move() from getIterator()\n";
    $source->begins = fn () => $it->$move();
    $it->rewind();
    echo $it->key(), ' ', $it->current()->id, "\n";
    $source->begins = null;
    unset($it, $source);
}

echo "-- a source that throws at its end\n";
$source = new Source();
$it = smsc_iterate($source, ids: [[101, '79990000001'], [102, '79990000002']])->getIterator();
$it->rewind();
$source->ends = fn () => throw new DomainException('from the end');
tried(fn () => $it->rewind());
var_dump($it->valid());
$it->next();
var_dump($it->valid());
$source->ends = null;
$it->rewind();
echo $it->current()->id, "\n";
unset($it);

echo "-- an item whose destruction moves the iterator\n";
final class Mover
{
    public function __construct(private Closure $move) {}
    public function __destruct() { tried($this->move); }
}
$it = smsc_iterate(CHUNKS)->getIterator();
$map = new WeakMap();
foreach (['next', 'rewind'] as $move) {
    $it->rewind();
    $map[$it->current()] = new Mover(fn () => $it->$move());
    $it->next();
    echo $it->current()->id, "\n";
    $map[$it->current()] = new Mover(fn () => $it->$move());
    $it->rewind();
    echo $it->current()->id, "\n";
}
unset($it);

echo "-- a source that holds the loop that reads the source\n";
final class Holder implements IteratorAggregate
{
    public ?Generator $loop = null;
    public function getIterator(): Iterator { return new ArrayIterator(CHUNKS); }
    public function __destruct() { echo "collected\n"; }
}
function hold(): void
{
    $holder = new Holder();
    $holder->loop = (function () use ($holder) {
        foreach (smsc_iterate($holder) as $item) {
            yield $item->id;
        }
    })();
    echo $holder->loop->current(), "\n";
}
hold();
gc_collect_cycles();
echo "-- a source whose destruction looks for what iterates it\n";
final class Seeker implements IteratorAggregate
{
    public ?WeakReference $records = null;
    public function getIterator(): Iterator { return new ArrayIterator(CHUNKS); }
    public function __destruct() { var_dump($this->records->get()); }
}
$source = new Seeker();
$records = smsc_iterate($source);
$source->records = WeakReference::create($records);
unset($source, $records);
echo "-- the end\n";
?>
--EXPECT--
-- rewind() from a source that ends
finally
Error: smsc_iterate(): the source of the chunks must not move the iterator that reads them
0 101
1 102
-- rewind() from getIterator()
finally
Error: smsc_iterate(): the source of the chunks must not move the iterator that reads them
0 101
finally
-- next() from a source that ends
finally
Error: smsc_iterate(): the source of the chunks must not move the iterator that reads them
0 101
1 102
-- next() from getIterator()
finally
Error: smsc_iterate(): the source of the chunks must not move the iterator that reads them
0 101
finally
-- a source that throws at its end
finally
DomainException: from the end
bool(false)
bool(false)
101
finally
-- an item whose destruction moves the iterator
Error: smsc_iterate(): the source of the chunks must not move the iterator that reads them
102
Error: smsc_iterate(): the source of the chunks must not move the iterator that reads them
101
Error: smsc_iterate(): the source of the chunks must not move the iterator that reads them
102
Error: smsc_iterate(): the source of the chunks must not move the iterator that reads them
101
-- a source that holds the loop that reads the source
101
collected
-- a source whose destruction looks for what iterates it
NULL
-- the end
