--TEST--
Damaged replies to the other calls: no crash, equal results of a request and a function, and no byte of a body in a message
--EXTENSIONS--
smsc_proto
--FILE--
<?php
require __DIR__ . '/common.inc';

mt_srand(20261129);
const TOKENS = [',', "\n", ' ', '0', '-', '"', '{', '}', '[', ']', '{},', '7,', '<', '</', '&amp;', '\\', '\\u0000', "\0", "\xff", "\xEF\xBB\xBF", ' = ', 'null',
    '"phones":[', '"error_code":9', '"id":', '"cnt":1', 'secret79990000009'];

/** Returns the body after up to 4 random changes. */
function damaged(string $body): string
{
    for ($times = mt_rand(0, 4); $times > 0; $times--) {
        $at = mt_rand(0, strlen($body));
        $body = match (mt_rand(0, 3)) {
            0 => substr($body, 0, $at),
            1 => substr($body, $at),
            2 => substr_replace($body, TOKENS[array_rand(TOKENS)], $at, mt_rand(0, 3)),
            3 => substr($body, 0, $at) . substr($body, mt_rand(0, strlen($body))),
        };
    }
    return $body;
}

/** Returns what a call returns or throws, and all messages for programs in it. */
function outcome(callable $call): array
{
    try {
        $result = $call();
    } catch (Smsc\ApiError $error) {
        return [[$error->getCode(), $error->text, $error->id], $error->getMessage()];
    } catch (Smsc\MalformedReply $error) {
        return [[$error->getCode(), $error->offset, $error->field], "$error->expected $error"];
    }
    $messages = '';
    foreach (is_array($result) ? $result : $result->phones ?? [] as $item) {
        $messages .= $item instanceof Smsc\Malformed ? json_encode($item) : '';
    }
    return [serialize($result), $messages];
}

const NEEDED = [
    'send' => ['phones' => ['79990000001'], 'text' => 'text'], 'balance' => [], 'operator' => ['phone' => '79990000001'],
    'incoming' => ['hour' => 1], 'statistics' => ['start' => '28.11.2026', 'end' => '29.11.2026'],
];
$cases = [];
foreach (glob(ROOT . '/testdata/calls/*.json') as $file) {
    array_push($cases, ...json_decode(file_get_contents($file), true, flags: JSON_THROW_ON_ERROR));
}
$different = $shown = 0;
for ($round = rounds(50_000); $round > 0; $round--) {
    ['query' => $query, 'body_hex' => $hex] = $cases[array_rand($cases)];
    $call = $query['call'];
    unset($query['call']);
    $body = damaged(hex2bin($hex));
    [$result, $messages] = outcome(fn () => parse_call($call, $body, $query));
    $shown += preg_match('/secret|7999000|MTS|alex/', $messages);
    try {
        $request = smsc_request($call, ...$query, ...NEEDED[$call], apikey: 'key');
        $different += outcome(fn () => $request->parse($body))[0] !== $result;
    } catch (Smsc\RequestError) {
        // A request whose reply is not known cannot be made.
    }
}
var_dump($different, $shown);
?>
--EXPECT--
int(0)
int(0)
