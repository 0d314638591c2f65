--TEST--
A million calls, successful, failed or abandoned, do not increase the memory in use
--EXTENSIONS--
smsc_proto
--FILE--
<?php
require __DIR__ . '/common.inc';

$line = "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,\xef\xf0\xe8\xe2\xe5\xf2, x,,0";
$batch = "$line,101\nx\n$line,102\n$line,103\n";
$ids = [[101, '79990000020'], [100, 79990000021], [103, '79990000020']];

function attempt(callable $call): void
{
    try {
        $call();
    } catch (Smsc\ApiError | Smsc\MalformedReply | Smsc\OptionError | Smsc\CallbackError | DomainException | TypeError) {
    }
}

$notification = ['id' => "10$batch[0]", 'phone' => '79990000001', 'status' => '1', 'sender' => "\xef\xf0"];
$notification['sha1'] = sha1("$notification[id]:79990000001:1:zxc");
$query = http_build_query($notification);

$calls = [
    fn () => smsc_parse($line, all: 1),
    fn () => smsc_parse($batch, all: 1, multi: true, ids: $ids),
    fn () => smsc_parse("1,0,0,order-77,79990000020\n", multi: true, ids: [['order-77', '7'], ["x$batch[0]", '8'], ['x y', '7']]),
    fn () => smsc_parse("1,0,0,order-77,79990000020\n", multi: true, ids: [["order-7$batch[0]", '7'], ['order-77', '79990000020']]),
    fn () => smsc_parse('ERROR = 6 (x), ID - order-77', fmt: 0),
    fn () => smsc_parse('ERROR = 9 (x)', fmt: 0),
    fn () => smsc_parse('<html>'),
    fn () => smsc_parse($line, all: 1, ids: [[1, '79990000020'], [2, "\xff"]]),
    fn () => @smsc_get_status_compat($batch, 1, '101,102'),
    fn () => smsc_get_status_compat('0,-9', 1, '101,102'),
    fn () => smsc_parse($line, all: 1)[0]->errName('ru'),
    fn () => smsc_parse($line, all: 1)[0]->outcome('fr'),
    fn () => smsc_explain(clicksend_row: 13),
    fn () => smsc_request('status', apikey: 'k', ids: [['order-77', '7999'], [101, 79990000021]], multi: true)->parse("1,0,0,101,79990000021\n"),
    fn () => smsc_request('send', apikey: 'k', phones: ["7999000002$batch[0]", 79990000021], text: 'x')->getUrl(),
    fn () => smsc_request('send', apikey: 'k', phones: ["7999000002$batch[0]", 'x'], text: 'x'),
    fn () => smsc_request('send', apikey: 'k', phones: ["7999000002$batch[0]", null], text: 'x'),
    fn () => smsc_request('status', apikey: '', ids: [["order-7$batch[0]", '7999']]),
    fn () => smsc_request('balance', apikey: 'k', ids: [[1, '7999']]),
    fn () => smsc_explain(clicksend: "\xff"),
    fn () => smsc_explain(20, -1),
    fn () => smsc_parse_send('{"id":"order-77","cnt":1,"cost":"1.4","code":"7","phones":[{"phone":"7","error":"x"},{},{},7]}', cost: 3),
    fn () => smsc_request('send', apikey: 'k', phones: ['79990000001'], text: 'x', cost: 1)->parse('{"cost":"1.4","cnt":1}'),
    fn () => smsc_parse_send('{"id":7,"error_code":6,"error":"x"}'),
    fn () => smsc_parse_send('{"id":7}'),
    fn () => smsc_parse_balance('{"balance":"1","currency":"RUR"}', fmt: 4),
    fn () => smsc_parse_balance('{"balance":"1","currency":"RUR"}', charset: "koi8-$batch[0]"),
    fn () => smsc_parse_operator("country = \xef, mnc = 02", fmt: 0, charset: 'koi8-r'),
    fn () => smsc_parse_incoming('[{"id":5,"phone":"7","message":"да"},{},{"id":5},{"id":6},{"id":"x y","phone":"7"},7]'),
    fn () => unserialize(serialize(smsc_parse_incoming('[{}]')[0]))->message,
    fn () => smsc_parse_statistics('[{"login":"alex","cnt":1}, {}]'),
    fn () => smsc_verify_callback($notification, 'zxc')->event->outcome(),
    fn () => smsc_verify_callback($query, 'zxc'),
    fn () => smsc_verify_callback($query, "zx$batch[0]"),
    fn () => smsc_verify_callback(['id' => [$query]] + $notification, 'zxc'),
    fn () => smsc_parse_callback('{"phone":"7","mes":"\u043f","to":"8","sms_id":1}', fmt: 'json'),
    fn () => smsc_parse_callback('<a><phone>7</phone><waitcall>1</waitcall><ts>5</ts></a>', fmt: 'xml'),
    fn () => smsc_parse_callback('{"phone":[]}', fmt: 'json'),
    fn () => smsc_parse_callback($query, fmt: 'yaml'),
    fn () => smsc_advise('send', 'rejected', code: 9),
    fn () => smsc_advise('send', 'rejected'),
    fn () => smsc_advise_after_status(-3),
    function () use ($batch) {
        foreach (smsc_iterate($batch, all: 1) as $item) {
            break;
        }
    },
    fn () => iterator_to_array(smsc_iterate((function () use ($batch) {
        yield substr($batch, 0, 100);
        throw new DomainException();
    })(), all: 1)),
    fn () => iterator_to_array(smsc_iterate([$batch, 7], all: 1)),
];

// Called rarely: each of these texts is compared with many others.
$slow = [
    fn () => smsc_explain(clicksend: 'Failed 300'),
    fn () => smsc_explain(getcourse: 'Невозможно доставить. Абонент не существует'),
    fn () => smsc_explain(getcourse: 'no such text'),
];

function resident(): int
{
    preg_match('/VmRSS:\s+(\d+) kB/', file_get_contents('/proc/self/status'), $found);
    return 1024 * (int)$found[1];
}

$rounds = rounds(1_000_000);
$before = null;
for ($round = 0; $round < $rounds; $round++) {
    attempt($calls[$round % count($calls)]);
    if ($round % 1000 === 0) {
        attempt($slow[intdiv($round, 1000) % count($slow)]);
    }
    if ($round === intdiv($rounds, 10)) {
        $before = [memory_get_usage(), resident()];
    }
}
$after = [memory_get_usage(), resident()];
// Under valgrind, which keeps freed memory, the process grows; there valgrind looks for leaks.
var_dump(abs($after[0] - $before[0]) <= 1024, $after[1] - $before[1] < 1 << 20 || getenv('USE_ZEND_ALLOC') === '0');
?>
--EXPECT--
bool(true)
bool(true)
