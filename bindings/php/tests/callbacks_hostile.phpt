--TEST--
Damaged push notifications: no crash, and no other covered values than the signed ones
--EXTENSIONS--
smsc_proto
--FILE--
<?php
require __DIR__ . '/common.inc';
require __DIR__ . '/callbacks.inc';

mt_srand(20261129);
const TOKENS = ['&', '=', '+', '%', '%00', '%zz', '{', '}', '[', ']', '"', '\\u0000', '\\ud800', ':', ',', '<', '>', '</', '<a>', ']]>', '&amp;',
    '&#x0;', "\0", "\xff", "\xEF\xBB\xBF", 'id=', '&phone=', '&status=-1', '&mes=', '&to=', '&ts=', '&waitcall=1', '&md5=', '&sha1=', 'null', 'true', '1e9'];

/** Returns the body after 1 to 4 random changes. */
function damaged(string $body, string $other): string
{
    for ($times = mt_rand(1, 4); $times > 0; $times--) {
        $at = mt_rand(0, strlen($body));
        $body = match (mt_rand(0, 4)) {
            0 => substr($body, 0, $at),
            1 => substr($body, $at),
            2 => substr_replace($body, TOKENS[array_rand(TOKENS)], $at, mt_rand(0, 3)),
            3 => substr($body, 0, $at) . substr($other, mt_rand(0, strlen($other))),
            4 => $body . '&' . $other,
        };
    }
    return $body;
}

$cases = array_values(array_filter(callback_cases(), fn ($case) => is_string($case['given'])));
const CHARSETS = ['windows-1251', 'koi8-r', 'utf-8'];
// All values that were signed with a secret, as each charset shows their bytes.
$signed = [];
foreach ($cases as $case) {
    foreach (CHARSETS as $charset) {
        $callback = attempted(fn () => smsc_verify_callback($case['given'], $case['secret'], ...['charset' => $charset] + $case['options']));
        if ($callback !== null) {
            $signed[$case['secret']][] = [$callback->kind, covered($callback)];
        }
    }
}
$verified = $forged = $split = 0;
$rounds = rounds(100_000);
for ($round = 0; $round < $rounds; $round++) {
    $case = $cases[array_rand($cases)];
    $body = damaged($case['given'], $cases[array_rand($cases)]['given']);
    $options = mt_rand(0, 3) > 0 ? $case['options'] : ['fmt' => ['form', 'xml', 'json'][mt_rand(0, 2)], 'charset' => CHARSETS[mt_rand(0, 2)]];
    $callback = attempted(fn () => smsc_verify_callback($body, $case['secret'], ...$options));
    $parsed = attempted(fn () => smsc_parse_callback($body, ...$options));
    if ($callback === null) {
        continue;
    }
    $verified++;
    $split += $parsed === null || event($parsed) !== event($callback);
    $forged += !in_array([$callback->kind, covered($callback)], $signed[$case['secret']] ?? [], true);
}
var_dump($verified > $rounds / 100, $forged, $split);
?>
--EXPECT--
bool(true)
int(0)
int(0)
