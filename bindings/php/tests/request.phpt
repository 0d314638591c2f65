--TEST--
smsc_request: every case, the object and its secrets, and wrong options
--EXTENSIONS--
smsc_proto
--FILE--
<?php
require __DIR__ . '/common.inc';

/** Returns the body of a request, or the parameter, the kind and the item of its error. */
function outcome(string $call, array $options): array
{
    try {
        return ['body' => smsc_request($call, ...$options)->body()];
    } catch (Smsc\RequestError $error) {
        $found = ['parameter' => $error->parameter, 'kind' => $error->kind, 'item' => $error->item];
        return ['error' => array_filter($found, fn ($value) => $value !== null)];
    }
}

$cases = json_decode(file_get_contents(ROOT . '/testdata/requests/requests.json'), true, flags: JSON_THROW_ON_ERROR);
$count = 0;
foreach ($cases as $case) {
    $options = $case['credentials'] + $case['options'];
    if (isset($options['ids'])) {
        $options['ids'] = array_map(fn ($pair) => explode(':', $pair, 2), array_filter(explode(',', $options['ids'])));
    }
    $expected = array_intersect_key($case, ['body' => 1, 'error' => 1]);
    try {
        $found = outcome($case['call'], $options);
    } catch (Smsc\OptionError $error) {
        // An empty phone is no pair, as in smsc_parse.
        $is_pair = str_ends_with($error->getMessage(), 'the entry at index 1 is invalid');
        $found = $case['name'] === 'status/empty-phone' && $is_pair ? $expected : $error->getMessage();
    }
    if ($found !== $expected) {
        echo $case['name'], ":\n", json_encode($expected), "\n", json_encode($found), "\n";
    }
    $count++;
}
var_dump($count >= 70);

echo "-- the object\n";
$secret = 'k3y-of-the-account';
$options = ['apikey' => $secret, 'ids' => [[101, '79990000001'], ['order-77', '8 (999) 000-00-02']], 'multi' => true];
$request = smsc_request('STATUS', ...$options);
dump($request);
echo json_encode($request), "\n", $request->body(), "\n", $request->getUrl(), "\n";
$shown = print_r($request, true) . var_export($request, true) . json_encode((array)$request) . (new ReflectionObject($request));
var_dump(str_contains($shown, $secret) || str_contains($shown, '7999'));
foreach ([
    fn () => serialize($request),
    fn () => clone $request,
    fn () => new Smsc\Request(),
    function () use ($request) { $request->url = 'https://evil.example/'; },
    fn () => unserialize('O:12:"Smsc\Request":0:{}'),
    fn () => (new ReflectionClass(Smsc\Request::class))->newInstanceWithoutConstructor(),
] as $call) {
    try {
        $call();
    } catch (Throwable $error) {
        echo $error->getMessage(), "\n";
    }
}
var_dump($request == $request, $request == smsc_request('status', ...$options));

echo "-- replies\n";
foreach ($request->parse("1,1760080210,0,101,79990000001\n") as $item) {
    echo get_class($item), ' ', $item->id, "\n";
}
$request = smsc_request('status', ids: [101 => '79990000001'], apikey: 'k', all: 1, kind: 'Email', fmt: 1, charset: 'cp1251');
[$record] = $request->parse("1,1760080210,0,1760080202,79990000001,2.12,GLOBUS,D,\xcf\xf0,,8");
echo $record->message, ' ', $record->kind, "\n";
echo get_class(smsc_request('delete', ids: [[101, '7999']], apikey: 'k')->parse('{"result": "OK"}')[0]), "\n";
[$record] = smsc_request('history', start: '28.11.2026', apikey: 'k')->parse('[{"status":1,"id":7,"int_id":12}]');
echo $record->int_id, ' ', $record->unexpected ? 'unexpected' : 'expected', "\n";
$send = ['apikey' => 'k', 'phones' => ['79990000001'], 'text' => 'text'];
echo get_class(smsc_request('send', ...$send)->parse('{"id":1,"cnt":1}')), ' ', get_class(smsc_request('send', ...$send, cost: 1, fmt: 1)->parse('1.40,1')), "\n";
echo smsc_request('send', ...$send, cost: 3, fmt: 1)->parse('7,1,1.40,100.50')->balance, "\n";
echo smsc_request('balance', apikey: 'k', fmt: 0)->parse('1871.62 RUR')->currency, "\n";
[$message] = smsc_request('incoming', apikey: 'k', hour: 1, charset: 'koi8-r')->parse("[{\"id\":5,\"phone\":\"7\",\"message\":\"\xc1\"}]");
echo $message->message, ' ', smsc_request('statistics', apikey: 'k', start: '01.11.2026', end: '02.11.2026')->parse('[{"cnt":7}]')[0]->sms, "\n";
foreach ([
    fn () => $request->parse('0,-2'),
    fn () => $request->parse('<html>'),
    fn () => smsc_request('balance', apikey: 'k')->parse('{}'),
    fn () => smsc_request('operator', apikey: 'k', phone: '79990000001')->parse('[]'),
] as $call) {
    try {
        $call();
    } catch (Exception $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}

echo "-- servers\n";
foreach ([[], ['host' => 'smsc.kz'], ['host' => '127.0.0.1:8080', 'plain_http' => true]] as $server) {
    echo smsc_request('balance', ...$server, apikey: 'k')->url, "\n";
}

echo "-- wrong options\n";
$send = ['apikey' => $secret, 'phones' => ['79990000001'], 'text' => 'secret text'];
$many = array_map(fn ($id) => [$id, '79990000001'], range(1, 200));
foreach ([
    fn () => smsc_request('sent'),
    fn () => smsc_request('balance', login: 'me', psw: 'p', text: 'secret text'),
    fn () => smsc_request('send', ...$send, multi: true),
    fn () => smsc_request('send', ...$send, kind: 'email'),
    fn () => smsc_request('status', kind: 'mail'),
    fn () => smsc_request('send', ...$send, fmt: 4),
    fn () => smsc_request('send', ...$send, cost: -1),
    fn () => smsc_request('send', ...$send, charset: 'latin1'),
    fn () => smsc_request('send', apikey: $secret, phones: ['79990000001', null], text: 'secret text'),
    fn () => smsc_request('send', apikey: $secret, phones: ["7\xff"], text: 'secret text'),
    fn () => smsc_request('history', apikey: $secret, start: '2026-11-29'),
    fn () => smsc_request('history', apikey: $secret, start: '29.11.2026', phones: ['79990000001'], emails: ['a@example.com']),
    fn () => smsc_request('status', apikey: $secret, ids: [[101, '79990000001'], [0, '79990000002']]),
    fn () => smsc_request('status', apikey: $secret),
    fn () => smsc_request('status', apikey: $secret, ids: array_slice($many, 0, 2)),
    fn () => smsc_request('status', apikey: $secret, ids: $many, multi: true)->getUrl(),
    fn () => smsc_request('history', apikey: $secret, start: '00.00.0000'),
    fn () => smsc_request('history', apikey: $secret, start: '31.02.2026'),
    fn () => smsc_request('history', apikey: $secret, start: '29.11.2026', cnt: -1),
    fn () => smsc_request('history', apikey: $secret, start: '29.11.2026', cnt: PHP_INT_MAX),
    fn () => smsc_request('history', apikey: $secret, start: '29.11.2026', prev_id: -1),
    fn () => smsc_request('incoming', apikey: $secret, hour: 0),
    fn () => smsc_request('incoming', apikey: $secret, after_id: 0),
    fn () => smsc_request('incoming', apikey: $secret, fmt: 1),
    fn () => smsc_request('send', ...$send, id: 4294967295 + 2),
    fn () => smsc_request('send', ...$send, id: ''),
    fn () => smsc_request('send', apikey: $secret, phones: ['79990000001', 'nobody'], text: 'secret text'),
    fn () => smsc_request('send', apikey: $secret, phones: [], text: 'secret text'),
    fn () => smsc_request('send', apikey: $secret, phones: ['7999'], text: "secret\xff"),
    fn () => smsc_request('balance', apikey: $secret, login: 'me'),
    fn () => smsc_request('balance'),
    fn () => smsc_request('balance', apikey: $secret, host: 'me@evil.example/?'),
] as $call) {
    try {
        var_dump($call());
    } catch (Smsc\OptionError $error) {
        echo $error instanceof Smsc\RequestError ? "$error->parameter $error->kind " . json_encode($error->item) . ' ' : '', $error->getMessage(), "\n";
        $shown = "$error" . print_r($error, true);
        if (preg_match("/$secret|79990|nobody|secret.text|evil/", $shown)) {
            echo "a secret: $shown\n";
        }
    }
}
?>
--EXPECT--
bool(true)
-- the object
object(Smsc\Request) (3) {
  ["url"]=>
  string(30) "https://smsc.ru/sys/status.php"
  ["method"]=>
  string(4) "POST"
  ["headers"]=>
  array(1) {
    [0]=>
    string(47) "Content-Type: application/x-www-form-urlencoded"
  }
}
{"url":"https:\/\/smsc.ru\/sys\/status.php","method":"POST","headers":["Content-Type: application\/x-www-form-urlencoded"]}
apikey=k3y-of-the-account&fmt=1&all=0&charset=utf-8&phone=79990000001%2C8+%28999%29+000-00-02&id=101%2Corder-77
https://smsc.ru/sys/status.php?apikey=k3y-of-the-account&fmt=1&all=0&charset=utf-8&phone=79990000001%2C8+%28999%29+000-00-02&id=101%2Corder-77
bool(false)
Serialization of 'Smsc\Request' is not allowed
Trying to clone an uncloneable object of class Smsc\Request
Call to private Smsc\Request::__construct() from global scope
Cannot modify readonly property Smsc\Request::$url
Unserialization of 'Smsc\Request' is not allowed
Class Smsc\Request is an internal class marked as final that cannot be instantiated without invoking its constructor
bool(true)
bool(false)
-- replies
Smsc\Record 101
Smsc\Missing order-77
Пр email
Smsc\Deleted
12 expected
Smsc\Sent Smsc\Price
100.50
RUR
а 7
Smsc\ApiError: the server rejected the request with error 2: Wrong login or password
Smsc\MalformedReply: byte 0: not an fmt=1 reply: the body looks like HTML or XML
Smsc\MalformedReply: byte 1: missing balance: expected the key `balance`
Smsc\MalformedReply: byte 0: unsupported reply: expected the reply for one phone, the form that is known
-- servers
https://smsc.ru/sys/balance.php
https://smsc.kz/sys/balance.php
http://127.0.0.1:8080/sys/balance.php
-- wrong options
smsc_request(): Argument #1 ($call) must be "status", "delete", "balance", "history", "incoming", "statistics", "operator" or "send"
smsc_request(): Argument #15 ($text) must not be given, because a request for "balance" has no such option
smsc_request(): Argument #4 ($multi) must not be given, because a request for "send" has no such option
smsc_request(): Argument #6 ($kind) must be "sms", "flash", "push", "hlr", "bin", "ping", "mms", "mail", "call", "viber", "soc", "tg" or "whatsapp"
smsc_request(): Argument #6 ($kind) must be "auto", "sms", "hlr" or "email"
smsc_request(): Argument #2 ($fmt) must be from 0 to 3
smsc_request(): Argument #21 ($cost) must be from 0 to 3
smsc_request(): Argument #5 ($charset) must be "windows-1251", "koi8-r" or "utf-8"
smsc_request(): Argument #13 ($phones) must be a list of strings in UTF-8 or ints; the entry at index 1 is invalid
smsc_request(): Argument #13 ($phones) must be a list of strings in UTF-8 or ints; the entry at index 0 is invalid
smsc_request(): Argument #24 ($start) must be a day, as DD.MM.YYYY
smsc_request(): Argument #14 ($emails) must not be given, because there are phones
smsc_request(): Argument #7 ($ids) must be a list of [id, phone] pairs or of rows with "id" and "phone", or an array of phones by id; ids from 1 to 2147483647 or texts of at most 40 letters, digits, dots, "-" and "_", phones in UTF-8 that are not empty; the entry at index 1 is invalid
id missing null `id`: missing: expected at least one (id, phone) pair
id invalid null `id`: invalid: expected one (id, phone) pair, or a batch
GET url_too_long null `GET`: the URL is longer than 2000 characters: expected a POST, or fewer messages
start invalid null `start`: invalid: expected a day of the years 2000 to 9999
start invalid null `start`: invalid: expected a day of the years 2000 to 9999
cnt invalid null `cnt`: invalid: expected a number from 1 to 1000
cnt invalid null `cnt`: invalid: expected a number from 1 to 1000
prev_id invalid null `prev_id`: invalid: expected the `int_id` of a message
hour invalid null `hour`: invalid: expected a number from 1 to 168
after_id invalid null `after_id`: invalid: expected a number from 1 to 2147483647, or 1 to 40 Latin letters, digits, dots, hyphens and underscores
fmt unsupported null `fmt`: not supported: expected fmt 3, whose reply is known
id invalid null `id`: invalid: expected a number from 1 to 2147483647, or 1 to 40 Latin letters, digits, dots, hyphens and underscores
id invalid null `id`: invalid: expected a number from 1 to 2147483647, or 1 to 40 Latin letters, digits, dots, hyphens and underscores
phones invalid 1 `phones`, item 2: invalid: expected phones, or groups such as `G5`
phones missing null `phones`: missing: expected at least one phone or address
mes invalid null `mes`: invalid: expected a text in UTF-8
apikey invalid null `apikey`: invalid: expected a key alone, or a login with a password
apikey missing null `apikey`: missing: expected a key of the account, or a login with a password
host invalid null `host`: invalid: expected a host name with an optional port, without a scheme or a path
