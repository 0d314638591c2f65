<?php
/*
 * Runs each script below many times, in a process of its own: ended at its first allocation, at its
 * second one, and so on until it completes. A process must end with 255, the status of PHP's own
 * error, or with 0 if the script completed. A sanitizer that finds something ends it otherwise.
 *
 * Needs the extension bailout, a smsc_proto with sanitizers, and USE_ZEND_ALLOC=0.
 */

/*
 * Enough records for texts that replace each other in the cache: two different texts a record, in
 * 256 entries.
 */
const RECORDS = 24;

/** What a script leaves behind. It is used once more after the script has ended. */
final class Left
{
    public static array $objects = [];

    public static function add(object ...$objects): void
    {
        array_push(self::$objects, ...$objects);
    }

    public static function use(): void
    {
        foreach (self::$objects as $object) {
            $calls = match (true) {
                $object instanceof Smsc\Records => [$object->looksLikeUtf8(...), fn () => iterator_to_array($object)],
                $object instanceof Iterator => [$object->valid(...), $object->current(...), $object->next(...), $object->rewind(...)],
                $object instanceof Smsc\Plan => [fn () => $object->add(0, now_ms: 0), fn () => $object->poll(60000), fn () => $object->atRisk(0)],
                default => [fn () => serialize($object) . json_encode($object) . print_r(clone $object, true)],
            };
            foreach ($calls as $call) {
                try {
                    $call();
                } catch (Exception | Error) {
                    // An iterator that was ended while it moved cannot be moved again.
                }
            }
        }
    }
}

function batch(int $records, string $more = ''): string
{
    $batch = '';
    for ($id = 1; $id <= $records; $id++) {
        $batch .= "1,1760080210,0,1760080202,79990000020,2.12,SENDER$id,D,\xef\xf0\xe8\xe2\xe5\xf2 $id,,0,$id\n$more";
    }
    return $batch;
}

/** Calls a function that throws. */
function failing(callable $call): void
{
    try {
        $call();
    } catch (Exception | Error $error) {
        Left::add($error);
    }
}

final class Source implements IteratorAggregate
{
    public function __construct(private array $chunks) {}

    public function getIterator(): Iterator
    {
        try {
            yield from $this->chunks;
        } finally {
            str_repeat('x', count($this->chunks) + 1);
        }
    }

    public function __destruct()
    {
        str_repeat('x', count($this->chunks) + 1);
    }
}

$batch = batch(RECORDS);
$short = batch(3, "x\n");
$chunks = str_split(batch(5), 100);
$ids = [[1, '79990000020'], ['order-77', '8 (999) 000-00-20'], ['2', 79990000020], [4, '79990000020']];
$matched = batch(4) . "1,0,0,1,79990000020,2.12,G,D,t,,0,order-78\n";
$hlr = '1,1760080210,0,250010000000001,79990000,250,02,Russia,MTS,Serbia,Telenor,1760080202,79990000020,0.1,HLR,D,,4';
$long = str_repeat("\xef", 1000);

$scripts = [
    'a body' => fn () => Left::add(...smsc_parse($short, all: 1, multi: true)),
    'a malformed record' => function () use ($short) {
        $item = smsc_parse($short, all: 1, multi: true)[1];
        Left::add($item, unserialize(serialize($item)), clone $item);
        foreach ($item as $name => $value) {
            failing(fn () => $item->$name = $value);
            break;
        }
        isset($item->message) . $item->message . $item->field . json_encode($item);
    },
    'one record' => fn () => Left::add(...smsc_parse(substr($short, 0, strpos($short, ',1' . "\n")), all: 1)),
    'a long text' => fn () => Left::add(...smsc_parse("1,0,0,1,7,1,G,D,$long,,0,5\n1,0,0,1,7,1,G,D,X$long,,0,6\n", all: 1, multi: true)),
    'requests' => function () use ($ids) {
        Left::add($request = smsc_request('status', apikey: 'k', ids: $ids, multi: true));
        Left::add(...$request->parse("1,0,0,1,79990000020\n1,0,0,order-77,79990000020\n"));
        $request->getUrl() . $request->body() . json_encode($request);
        Left::add(smsc_request('send', login: 'me', psw: 'p', phones: ['79990000020', 79990000021], text: 'text'));
        failing(fn () => smsc_request('send', apikey: 'k', phones: ['79990000020', 'x'], text: 'text'));
        failing(fn () => smsc_request('send', apikey: 'k', phones: [79990000020, null], text: 'text'));
        failing(fn () => smsc_request('balance', apikey: 'k', text: 'text'));
        failing(fn () => smsc_request('balance', apikey: 'k')->parse(''));
    },
    'other formats' => function () {
        Left::add(...smsc_parse('[{"status":1,"id":"order-77","message":"\u041f"},{"status":2}]', fmt: 3, multi: true));
        Left::add(...smsc_parse('<list><sms><status>1</status><id>order-77</id></sms></list>', fmt: 2, multi: true));
        Left::add(...smsc_parse('OK'));
    },
    'a loop over a body' => function () use ($batch) {
        foreach (smsc_iterate($batch, all: 1) as $item) {
        }
    },
    'an iterator over a body, twice' => function () use ($short) {
        Left::add($records = smsc_iterate($short, all: 1));
        Left::add($iterator = $records->getIterator());
        foreach ([1, 2] as $round) {
            for ($iterator->rewind(); $iterator->valid(); $iterator->next()) {
                Left::add($iterator->current());
            }
        }
    },
    'a loop over an array of chunks' => function () use ($chunks) {
        foreach (smsc_iterate($chunks, all: 1) as $item) {
        }
    },
    'a stream, and one that is closed' => function () use ($batch) {
        $stream = fopen('php://memory', 'w+');
        fwrite($stream, $batch);
        rewind($stream);
        Left::add($records = smsc_iterate($stream, all: 1));
        Left::add($iterator = $records->getIterator());
        $iterator->rewind();
        failing(fn () => iterator_to_array($records));
        fclose($stream);
        failing(fn () => iterator_to_array($iterator));
        failing(fn () => smsc_iterate($stream));
    },
    'requested messages as rows' => function () use ($matched) {
        Left::add(...smsc_parse($matched, all: 1, multi: true, ids: [(object)['id' => 1, 'phone' => 79990000020]]));
        Left::add(...smsc_parse($matched, all: 1, multi: true, ids: [1 => 79990000020, 'order-77' => '79990000020']));
        failing(fn () => smsc_parse($matched, multi: true, ids: [1 => 79990000020, 'order-77' => ['id' => 2]]));
    },
    'chunks that need a larger window' => function () use ($long) {
        $line = "1,0,0,1,7,1,G,D,$long";
        Left::add($records = smsc_iterate([$line, str_repeat($long, 100), str_repeat($long, 200), ",,0,5\n"], all: 1));
        Left::add($iterator = $records->getIterator());
        for ($iterator->rewind(); $iterator->valid(); $iterator->next()) {
        }
    },
    'a loop over a generator, left early' => function () use ($chunks) {
        foreach (smsc_iterate((new Source($chunks))->getIterator(), all: 1) as $item) {
            break;
        }
    },
    'an iterator over an aggregate, twice' => function () use ($chunks) {
        $hole = new stdClass();
        Left::add($records = smsc_iterate(new Source($chunks), all: 1, ids: [[1, '7'], ['x', '8']]));
        // The iterator gets the handle of this object, and is freed after the iterable at the end.
        unset($hole);
        Left::add($iterator = $records->getIterator());
        $iterator->rewind();
        Left::add($iterator->current());
        $iterator->next();
        $iterator->rewind();
    },
    'a loop in a generator' => function () use ($short) {
        $loop = (function () use ($short) {
            foreach (smsc_iterate($short, all: 1) as $key => $item) {
                yield $key => $item;
            }
        })();
        foreach ($loop as $item) {
            Left::add($item);
        }
    },
    'a loop in a fiber' => function () use ($chunks) {
        $fiber = new Fiber(function () use ($chunks) {
            foreach (smsc_iterate($chunks, all: 1) as $item) {
                Fiber::suspend($item);
            }
        });
        for ($fiber->start(); !$fiber->isTerminated(); $fiber->resume()) {
        }
    },
    'items whose destruction allocates' => function () use ($short) {
        $map = new WeakMap();
        $iterator = smsc_iterate($short, all: 1)->getIterator();
        for ($iterator->rewind(); $iterator->valid(); $iterator->next()) {
            $map[$iterator->current()] = new Source([]);
        }
    },
    'a source that fails' => function () use ($chunks) {
        failing(fn () => iterator_to_array(smsc_iterate([$chunks[0], 7], all: 1)));
        failing(fn () => iterator_to_array(smsc_iterate((function () use ($chunks) {
            yield $chunks[0];
            throw new DomainException();
        })(), all: 1)));
    },
    'requested messages' => fn () => Left::add(...smsc_parse($matched, all: 1, multi: true, ids: $ids)),
    'requested messages, iterated' => function () use ($matched, $ids) {
        Left::add($records = smsc_iterate(str_split($matched, 70), all: 1, ids: $ids));
        foreach ($records as $item) {
            Left::add($item);
        }
    },
    'invalid options' => function () use ($ids) {
        failing(fn () => smsc_parse('1,0,0', ids: [...$ids, ['order-78', ["\xff"]]]));
        failing(fn () => smsc_parse('1,0,0', ids: [...$ids, ['order 78', '7']]));
        failing(fn () => smsc_iterate('1,0,0', ids: []));
    },
    'not a reply' => function () {
        failing(fn () => smsc_parse('<html>'));
        failing(fn () => iterator_to_array(smsc_iterate('<html>')));
    },
    'API errors' => function () {
        failing(fn () => smsc_parse('0,-9'));
        failing(fn () => smsc_parse("ERROR = 6 (\xef\xf0\xe8\xe2\xe5\xf2), ID - order-77", fmt: 0));
        failing(fn () => iterator_to_array(smsc_iterate(['order-77,', '-6'])));
        $error = Left::$objects[0];
        Left::add($error->outcome('ru'));
        $error->name('fr');
        failing(fn () => $error->name('de'));
    },
    'names and outcomes' => function () use ($hlr) {
        foreach (['ru' => smsc_parse($hlr, all: 1)[0], 'fr' => smsc_parse('20,1760080210,6')[0]] as $lang => $record) {
            $record->statusName($lang) . $record->errName($lang) . $record->typeName($lang);
            Left::add($record->outcome($lang));
        }
        $record = smsc_parse('{"status":1,"flag":1365}', fmt: 3)[0];
        Left::add($record, $record->flags(), new Smsc\Flags(4096));
        $record->flags()->typeName('ru');
        failing(fn () => $record->flags()->__construct(1));
    },
    'a plan' => function () {
        Left::add($plan = new Smsc\Plan(now_ms: 0));
        for ($i = 0; $i < 40; $i++) {
            $key = $plan->add(0, now_ms: 0);
        }
        $ask = $plan->poll(30000);
        $plan->onReply($ask, [$key => 1], 30000);
        Left::add($ask, (object) [$plan->atRisk(75600000), $plan->lost()]);
        failing(fn () => $plan->onReply($ask, ['x' => 1]));
        failing(fn () => $plan->onFailure($ask, 'x'));
    },
    'replies to other calls' => function () {
        Left::add($sent = smsc_parse_send('{"id":"order-77","cnt":2,"cost":"2.8","balance":"-1","code":"7","phones":[{"phone":"7","error":"x"},{},{},7,{"cost":"x"}]}', cost: 3));
        Left::add(...$sent->phones);
        Left::add(smsc_parse_send('1.40,1', fmt: 1, cost: 1), smsc_parse_balance('{"balance":"1","credit":"5","currency":"RUR"}'));
        Left::add(smsc_parse_operator("country = \xd0\xee, mnc = 02", fmt: 0, charset: 'cp1251'));
        Left::add(...smsc_parse_incoming('[{"id":5,"phone":"7","message":"да"},{},{"id":6},{"id":"x y"}]'), ...smsc_parse_statistics('[{"login":"a","sms":1},{}]'));
        $item = smsc_parse_incoming('[{}]')[0];
        Left::add($item, $copy = unserialize(serialize($item)), clone $item);
        $copy->message . $copy->expected . $copy->field . json_encode($copy);
        Left::add(smsc_request('balance', apikey: 'k')->parse('{"balance":"1"}'));
        failing(fn () => smsc_parse_send('{"id":7,"error_code":6,"error":"x"}'));
        failing(fn () => smsc_parse_operator('{"error_code":3,"error":"x"}'));
        failing(fn () => smsc_parse_send('{"id":7}'));
        failing(fn () => smsc_parse_send('{"id":7}', cost: 9));
    },
    'push notifications' => function () {
        $post = ['id' => '101', 'phone' => '79990000001', 'status' => '1', 'sender' => "\xef\xf0", 'sha1' => sha1('101:79990000001:1:zxc')];
        Left::add($status = smsc_verify_callback($post, 'zxc'), $status->event, $status->event->outcome('ru'));
        Left::add(smsc_verify_callback(http_build_query($post), 'zxc'));
        Left::add(smsc_parse_callback('{"phone":"7","mes":"\u043f","to":"8","sms_id":1}', fmt: 'json'));
        Left::add(smsc_parse_callback('<a><phone>7</phone><waitcall>1</waitcall><ts>5</ts></a>', fmt: 'xml', charset: 'utf-8'));
        failing(fn () => smsc_verify_callback($post, 'zxC'));
        failing(fn () => smsc_verify_callback(['id' => [1]] + $post, 'zxc'));
        failing(fn () => smsc_parse_callback('{"phone":[]}', fmt: 'json'));
        failing(fn () => smsc_parse_callback($post, fmt: 'json'));
    },
    'advice' => function () {
        Left::add(smsc_advise('send', 'unanswered'), smsc_advise('status', 'rejected', code: 9), smsc_advise_after_status(-3));
        failing(fn () => smsc_advise('send', 'rejected'));
    },
    'explanations' => function () {
        Left::add(...smsc_explain(20, 6), ...smsc_explain(api_error: 9, lang: 'fr'), ...smsc_explain(clicksend: 13), ...smsc_story([0, [20, 6], -3]));
        Left::add(...smsc_explain(text: 'no money'), ...smsc_explain(clicksend_receipt: ['status_code' => '301', 'error_text' => 'Absent subscriber']));
        Left::add(...smsc_explain(clicksend: 'Failed 300'), ...smsc_explain(getcourse: 'Абонент не существует'));
        failing(fn () => smsc_explain(clicksend: "\xff"));
        failing(fn () => smsc_explain());
    },
    'rows for the vendor' => function () use ($short, $hlr) {
        smsc_get_status_compat($hlr, 1, '101');
        smsc_get_status_compat('0,-9', 1, '101,102');
        @smsc_get_status_compat('', 1, '101,102');
        @smsc_get_status_compat("<html>,\n,", 1, '101,102');
        @smsc_get_status_compat($short, 1, '101,102');
    },
    'rows for the vendor, and a handler of warnings' => function () use ($short) {
        set_error_handler(fn ($level, $message) => str_repeat($message, 2) !== '');
        smsc_get_status_compat($short, 1, '101,102');
        set_error_handler(fn ($level, $message) => throw new ErrorException($message));
        failing(fn () => smsc_get_status_compat($short, 1, '101,102'));
    },
];

/** Runs a script in a process of its own, ended at its n-th allocation, and returns its status. */
function status(Closure $script, int $n): string
{
    $process = pcntl_fork();
    if ($process === 0) {
        register_shutdown_function(function () {
            $error = error_get_last();
            Left::use();
            if ($error !== null && !str_starts_with($error['message'], 'No memory for ')) {
                echo $error['message'], "\n";
                exit(1);
            }
        });
        fail_allocation($n);
        $script();
        fail_allocation(0);
        error_clear_last();
        exit(0);
    }
    pcntl_waitpid($process, $status);
    return pcntl_wifexited($status) ? (string)pcntl_wexitstatus($status) : 'signal ' . pcntl_wtermsig($status);
}

ini_set('display_errors', '0');
$runs = $failed = 0;
foreach ($scripts as $name => $script) {
    for ($n = 1; ($status = status($script, $n)) !== '0'; $n++) {
        if ($status !== '255') {
            echo "$name, ended at allocation $n: $status\n";
            $failed++;
        }
    }
    $runs += $n;
}
echo count($scripts), " scripts, $runs runs, $failed failed\n";
exit($failed > 0 ? 1 : 0);
