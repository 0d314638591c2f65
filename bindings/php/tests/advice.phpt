--TEST--
smsc_advise and smsc_advise_after_status: every case, the object, and wrong arguments
--EXTENSIONS--
smsc_proto
--FILE--
<?php
require __DIR__ . '/common.inc';

/** Returns an advice in the form that the cases have. */
function advice(Smsc\Advice $advice): array
{
    $found = ['advice' => $advice->kind, 'after_ms' => $advice->wait_ms, 'host' => $advice->host, 'reason' => $advice->reason, 'code' => $advice->code];
    if ($advice->kind === 'stop_every_call') {
        $found = ['advice' => $advice->kind, 'reason' => $advice->reason, 'for_ms' => $advice->wait_ms, 'host' => $advice->host, 'code' => $advice->code];
    }
    return array_filter($found, fn ($value) => $value !== null);
}

/** Returns the arguments for the members of `attempt` or `sending` of a case. */
function arguments(array $members): array
{
    $names = [
        'number' => 'attempt', 'has_next_host' => 'next_host', 'was_throttled' => 'throttled', 'was_blocked' => 'blocked',
        'is_history_kept' => 'history_kept', 'was_sent_again' => 'sent_again',
    ];
    $arguments = [];
    foreach ($members as $name => $value) {
        $arguments[$names[$name] ?? $name] = $value;
    }
    return $arguments;
}

$count = 0;
foreach (json_decode(file_get_contents(ROOT . '/testdata/retry/retry.json'), true, flags: JSON_THROW_ON_ERROR) as $case) {
    $found = isset($case['sending'])
        ? smsc_advise_after_status($case['status'], ...arguments($case['sending']))
        : smsc_advise($case['call'], $case['failure'], ...arguments($case['attempt']), code: $case['code'] ?? null);
    if (advice($found) != $case['expect']) {
        echo $case['name'], ":\n", json_encode($case['expect']), "\n", json_encode(advice($found)), "\n";
    }
    $count++;
}
var_dump($count >= 263);

echo "-- the object\n";
$advice = smsc_advise('BALANCE', 'Rejected', 1, 9, random: 0);
dump($advice, unserialize(serialize($advice)) == $advice, clone $advice == $advice);
foreach ([
    function () use ($advice) { $advice->kind = 'retry'; },
    fn () => new Smsc\Advice(),
] as $call) {
    try {
        $call();
    } catch (Error $error) {
        echo $error->getMessage(), "\n";
    }
}
// Without a number the wait is random: from one to two seconds.
$waits = array_map(fn () => smsc_advise('send', 'unanswered')->wait_ms, range(1, 100));
var_dump(min($waits) >= 1000, max($waits) < 2000, count(array_unique($waits)) > 10);

echo "-- wrong arguments\n";
foreach ([
    fn () => smsc_advise('sending', 'tls'),
    fn () => smsc_advise('send', 'timeout'),
    fn () => smsc_advise('send', 'tls', -1),
    fn () => smsc_advise('send', 'tls', 1, 5),
    fn () => smsc_advise('send', 'http_status'),
    fn () => smsc_advise('send', 'http_status', code: 65536),
    fn () => smsc_advise('send', 'rejected'),
    fn () => smsc_advise('send', 'rejected', code: -1),
    fn () => smsc_advise('send', 'tls', since_ms: -1),
    fn () => smsc_advise('send', 'tls', random: 4294967296),
    fn () => smsc_advise_after_status(PHP_INT_MAX),
    fn () => smsc_advise_after_status(null, -1),
    fn () => smsc_advise_after_status(-3, random: -1),
] as $call) {
    try {
        var_dump($call());
    } catch (Smsc\OptionError $error) {
        echo $error->getMessage(), "\n";
    }
}
?>
--EXPECT--
bool(true)
-- the object
object(Smsc\Advice) (5) {
  ["kind"]=>
  string(5) "retry"
  ["wait_ms"]=>
  int(61000)
  ["host"]=>
  string(4) "same"
  ["reason"]=>
  NULL
  ["code"]=>
  NULL
}
bool(true)
bool(true)
Cannot modify readonly property Smsc\Advice::$kind
Call to private Smsc\Advice::__construct() from global scope
bool(true)
bool(true)
bool(true)
-- wrong arguments
smsc_advise(): Argument #1 ($call) must be "status", "status_batch", "delete", "send", "price", "balance", "history", "operator" or "wait_call"
smsc_advise(): Argument #2 ($failure) must be "unreachable", "tls", "invalid", "unanswered", "not_a_reply", "http_status" or "rejected"
smsc_advise(): Argument #3 ($attempt) must be from 0 to 4294967295
smsc_advise(): Argument #4 ($code) must not be given, because only "http_status" and "rejected" have a code
smsc_advise(): Argument #4 ($code) must be given: the HTTP status
smsc_advise(): Argument #4 ($code) must be from 0 to 65535
smsc_advise(): Argument #4 ($code) must be given: the number of the API error
smsc_advise(): Argument #4 ($code) must be from 0 to 2147483647
smsc_advise(): Argument #5 ($since_ms) must be from 0 to 9223372036854775807
smsc_advise(): Argument #9 ($random) must be from 0 to 4294967295
smsc_advise_after_status(): Argument #1 ($status) must be from -2147483648 to 2147483647
smsc_advise_after_status(): Argument #2 ($since_ms) must be from 0 to 9223372036854775807
smsc_advise_after_status(): Argument #5 ($random) must be from 0 to 4294967295
