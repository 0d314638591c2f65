--TEST--
smsc_iterate reads streams
--EXTENSIONS--
smsc_proto
--FILE--
<?php
const BODY = "1,1760080210,0,101,79990000001\n20,1760080219,1,102,79990000002\n";

function stream(string $body, string $of = 'php://temp')
{
    $stream = fopen($of, 'w+');
    fwrite($stream, $body);
    rewind($stream);
    return $stream;
}

function show(callable $source, mixed ...$options): void
{
    try {
        foreach (smsc_iterate($source(), ...$options) as $item) {
            echo "$item->id ";
        }
        echo "end\n";
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}

echo "-- kinds of streams\n";
show(fn () => stream(BODY));
show(fn () => stream(BODY, 'php://memory'));
show(fn () => stream(BODY), multi: false);
show(fn () => tmpfile());
show(fn () => fopen('data:text/plain,' . urlencode(BODY), 'r'));
show(fn () => popen('printf "1,0,0,101,1\n20,0,"; sleep 0.05; printf "1,102,2"', 'r'));
show(fn () => new ArrayIterator([BODY]));
show(function () {
    $file = new SplTempFileObject();
    $file->fwrite(BODY);
    return $file;
});
$php = [PHP_BINARY, '-n', '-d', 'extension=' . __DIR__ . '/../modules/smsc_proto.so', '-r', 'foreach (smsc_iterate(STDIN) as $item) echo "$item->id ";'];
$process = proc_open($php, [['pipe', 'r'], ['pipe', 'w']], $pipes);
fwrite($pipes[0], BODY);
fclose($pipes[0]);
echo stream_get_contents($pipes[1]), proc_close($process), "\n";

echo "-- a filter, a position, and a body of many chunks\n";
$stream = stream("a header\n" . base64_encode(BODY));
fgets($stream);
stream_filter_append($stream, 'convert.base64-decode', STREAM_FILTER_READ);
show(fn () => $stream);
$long = stream(str_repeat(BODY, 10_000));
$count = 0;
foreach (smsc_iterate($long) as $item) {
    $count++;
    assert($item->phone === ($count % 2 === 1 ? '79990000001' : '79990000002'));
}
echo "$count\n";
echo "-- the stream stays open\n";
var_dump(is_resource($long), ftell($long) === 20_000 * strlen(BODY) / 2, feof($long));

echo "-- traversed twice\n";
$records = smsc_iterate(stream(BODY));
foreach ($records as $item) {
    break;
}
try {
    foreach ($records as $item) {
        echo "not reached\n";
    }
} catch (Error $error) {
    echo get_class($error), ': ', $error->getMessage(), "\n";
}

echo "-- streams that cannot be read\n";
$closed = stream(BODY);
fclose($closed);
show(fn () => $closed);
show(fn () => stream_context_create());
$stream = stream(BODY . str_repeat("1,0,0,103,79990000003\n", 10_000));
try {
    foreach (smsc_iterate($stream) as $item) {
        if (is_resource($stream)) {
            fclose($stream);
        }
    }
} catch (TypeError $error) {
    echo get_class($error), ': ', $error->getMessage(), "\n";
}
// PHP also raises a notice for these two.
set_error_handler(fn () => true);
show(fn () => fopen(__DIR__, 'r'));
show(fn () => fopen('php://output', 'w'));
restore_error_handler();
// Nothing has arrived, and the stream does not wait.
[$near, $far] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fwrite($far, BODY);
stream_set_blocking($near, false);
show(fn () => $near);
stream_set_blocking($near, true);
stream_set_timeout($near, 0, 10_000);
show(fn () => $near);
fclose($far);
show(fn () => $near);

echo "-- a stream written in PHP\n";
final class Wrapper
{
    public $context;
    public static ?Closure $read = null;
    private int $reads = 0;

    public function stream_open(): bool
    {
        return true;
    }

    public function stream_read(int $count): string|false
    {
        return (self::$read)($this->reads++);
    }

    public function stream_eof(): bool
    {
        return $this->reads > 3;
    }
}
stream_wrapper_register('test', Wrapper::class);
Wrapper::$read = fn (int $number) => $number < 3 ? "1,0,0,10$number,7\n" : '';
show(fn () => fopen('test://', 'r'));
Wrapper::$read = fn (int $number) => throw new LogicException('from the source');
show(fn () => fopen('test://', 'r'));
$iterator = smsc_iterate(fopen('test://', 'r'))->getIterator();
Wrapper::$read = function (int $number) use ($iterator) {
    try {
        $iterator->next();
    } catch (Error $error) {
        echo $error->getMessage(), "\n";
    }
    return $number < 3 ? "1,0,0,10$number,7\n" : '';
};
foreach ($iterator as $item) {
    echo $item->id, "\n";
}
?>
--EXPECT--
-- kinds of streams
101 102 end
101 102 end
101 102 end
Smsc\MalformedReply: byte 0: not an fmt=1 reply: the body is empty
101 102 end
101 102 end
101 102 end
101 102 end
101 102 0
-- a filter, a position, and a body of many chunks
101 102 end
20000
-- the stream stays open
bool(true)
bool(true)
bool(true)
-- traversed twice
Error: smsc_iterate(): A stream can be traversed only once
-- streams that cannot be read
TypeError: smsc_iterate(): Argument #1 ($source) must be an open stream
TypeError: smsc_iterate(): Argument #1 ($source) must be an open stream
TypeError: smsc_iterate(): Argument #1 ($source) is a stream that has been closed
RuntimeException: smsc_iterate(): The stream could not be read to its end
RuntimeException: smsc_iterate(): The stream could not be read to its end
101 102 RuntimeException: smsc_iterate(): The stream could not be read to its end
RuntimeException: smsc_iterate(): The stream could not be read to its end
Smsc\MalformedReply: byte 0: not an fmt=1 reply: the body is empty
-- a stream written in PHP
100 101 102 end
LogicException: from the source
smsc_iterate(): the source of the chunks must not move the iterator that reads them
100
smsc_iterate(): the source of the chunks must not move the iterator that reads them
101
smsc_iterate(): the source of the chunks must not move the iterator that reads them
102
smsc_iterate(): the source of the chunks must not move the iterator that reads them
