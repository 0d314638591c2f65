--TEST--
Smsc\Plan: the requests of docs/polling.md, memory that grows, and wrong arguments
--EXTENSIONS--
smsc_proto
--FILE--
<?php
require __DIR__ . '/common.inc';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
/** 2026-11-28, 12:00 in Moscow. */
const NOON = 1795856400000;

/** Sleeps until there is a request. */
function next_ask(Smsc\Plan $plan, int &$now): Smsc\Ask
{
    do {
        $now = $plan->nextWake();
        $ask = $plan->poll($now);
    } while ($ask === null);
    return $ask;
}

function fails(callable ...$calls): void
{
    foreach ($calls as $call) {
        try {
            var_dump($call());
        } catch (Throwable $error) {
            echo get_class($error), ': ', $error->getMessage(), "\n";
        }
    }
}

echo "-- growing gaps\n";
$plan = new Smsc\Plan(now_ms: NOON);
$key = $plan->add(NOON, now_ms: NOON);
$ages = [];
for ($now = NOON; count($ages) < 10;) {
    $ask = next_ask($plan, $now);
    $ages[] = intdiv($now - NOON, SECOND);
    if ([$ask->kind, $ask->keys, $ask->first_sent, $ask->last_sent] !== ['single', [$key], null, null]) {
        var_dump($ask);
    }
    $plan->onReply($ask, [$key => 0], $now);
}
echo json_encode($ages), "\n";

echo "-- a batch, and keys of earlier messages\n";
$plan = new Smsc\Plan(now_ms: NOON);
for ($keys = []; count($keys) < 1000;) {
    $keys[] = $plan->add(NOON, now_ms: NOON);
}
$now = NOON + 30 * SECOND;
$ask = $plan->poll($now);
var_dump($ask->kind, $ask->keys === $keys, count($plan));
$first = array_fill_keys(array_slice($keys, 0, 600), 1);
// Not of the request, and of no message.
$status = 1;
var_dump($plan->onReply($ask, $first + [999999 => &$status, -1 => 1], $now), count($plan), $plan->onReply($ask, $first, $now));
$again = $plan->add($now, now_ms: $now);
var_dump(in_array($again, $keys, true), ($again & 0xFFFFFFFF) < 1000, $plan->has($keys[0]), $plan->has($keys[600]), $plan->has($again));
var_dump($plan->remove($keys[0]), $plan->remove($again), $plan->onStatus($again, 1), $plan->onStatus($keys[600], 1, $now), count($plan));

echo "-- the history, and lost messages\n";
$plan = new Smsc\Plan(now_ms: NOON);
$key = $plan->add(NOON - HOUR, not_found_since_ms: NOON - SECOND, now_ms: NOON);
$waits = [];
for ($now = NOON; count($plan) > 0;) {
    $before = $now;
    $ask = $waits === [] ? $plan->poll($now) : next_ask($plan, $now);
    var_dump($ask->kind, $ask->first_sent === $ask->last_sent && $ask->first_sent === (NOON - HOUR) / SECOND);
    $waits[] = ($now - $before) / SECOND;
    $plan->onReply($ask, [], $now);
}
echo json_encode($waits), "\n";
var_dump($plan->lost() === [$key], $plan->lost());

echo "-- failures\n";
$plan = new Smsc\Plan(now_ms: NOON);
$plan->add(NOON, now_ms: NOON);
$now = NOON + 30 * SECOND;
$then = 0;
$ask = $plan->poll($now);
var_dump($plan->onFailure($ask, 'rejected', 9, random: 0, now_ms: $now), $plan->poll($now + 60 * SECOND));
$ask = next_ask($plan, $then);
var_dump(($then - $now) / SECOND, $plan->onUnsent($ask, 5 * SECOND, $then), $plan->onUnsent($ask));
$ask = next_ask($plan, $now);
var_dump(($now - $then) / SECOND, $plan->onFailure($ask, 'Rejected', 4, 0, $now), ($plan->blockedUntil() - $now) / SECOND, $plan->isRefused());
$ask = next_ask($plan, $then);
var_dump(($then - $now) / SECOND, $plan->onFailure($ask, 'rejected', 2, now_ms: $then), $plan->isRefused(), $plan->nextWake(), $plan->blockedUntil());
$plan->renewCredentials();
var_dump($plan->isRefused(), $plan->nextWake() - $then < 60 * SECOND, $plan->onFailure($ask, 'unanswered'));

echo "-- 03:00 in Moscow\n";
$three = NOON + 15 * HOUR;
$plan = new Smsc\Plan(now_ms: NOON);
$before_six = $plan->add(NOON, now_ms: NOON);
$plan->add(NOON + 7 * HOUR, now_ms: NOON + 7 * HOUR);
$plan->setServerDate(intdiv($three, SECOND) - 60, $three - 60 * SECOND);
var_dump($plan->nextMove() - $three, $plan->lastRound() < $three - 120 * SECOND, $plan->atRisk($three - 5 * SECOND) === [$before_six]);

echo "-- after a restart\n";
$plan = new Smsc\Plan(now_ms: NOON);
$plan->setLastRequests(batch_ms: NOON - 10 * SECOND);
$plan->add(NOON - HOUR, asked_ms: NOON - 20 * SECOND, unanswered: true, now_ms: NOON);
$plan->add(NOON - HOUR, asked_ms: NOON - 20 * SECOND, unanswered: true, now_ms: NOON);
var_dump($plan->poll(NOON)->kind);
$plan->setLastRequests();

echo "-- the present time\n";
$plan = new Smsc\Plan(first_gap_s: 15);
$now = (int) (microtime(true) * 1000);
$plan->add($now - HOUR);
var_dump($plan->poll()?->kind, $plan->nextMove() > $now, $plan->nextMove() < $now + 25 * HOUR);

echo "-- wrong arguments\n";
fails(
    fn () => new Smsc\Plan(at_once: 0),
    fn () => new Smsc\Plan(at_once: 16),
    fn () => new Smsc\Plan(batch_size: 1),
    fn () => new Smsc\Plan(first_gap_s: 14),
    fn () => new Smsc\Plan(history_size: 65536),
    fn () => new Smsc\Plan(batch_gap_ms: 4294967296),
    fn () => new Smsc\Plan(now_ms: -1),
    fn () => $plan->add(-1),
    fn () => $plan->add(1, asked_ms: -1),
    fn () => $plan->onStatus(0, 2147483648),
    fn () => $plan->onReply($ask, ['a' => 1]),
    fn () => $plan->onReply($ask, [0 => '1']),
    fn () => $plan->onReply($ask, [0 => 2147483648]),
    fn () => $plan->onReply(new stdClass(), []),
    fn () => $plan->onFailure($ask, 'lost'),
    fn () => $plan->onFailure($ask, 'rejected'),
    fn () => $plan->onFailure($ask, 'unanswered', 9),
    fn () => $plan->onUnsent($ask, -1),
    fn () => $plan->poll(-1),
    fn () => $plan->setServerDate(-1),
    fn () => new Smsc\Ask(),
    function () use ($ask) { $ask->number = 1; },
    function () use ($plan) { $plan->more = 1; },
    fn () => clone $plan,
    fn () => serialize($plan),
    fn () => (new ReflectionClass(Smsc\Plan::class))->newInstanceWithoutConstructor(),
    fn () => $plan == new Smsc\Plan(),
);
$odd = unserialize('O:8:"Smsc\Ask":0:{}');
var_dump($plan->onReply($odd, []), $plan->onUnsent((new ReflectionClass(Smsc\Ask::class))->newInstanceWithoutConstructor()));

echo "-- again and again\n";
$plan->__construct(now_ms: NOON);
var_dump(count($plan));
$used = 0;
for ($round = 0; $round < 3; $round++) {
    $plan = new Smsc\Plan(now_ms: NOON);
    for ($i = 0; $i < rounds(50000); $i++) {
        $key = $plan->add(NOON, now_ms: NOON);
    }
    $ask = $plan->poll(NOON + 30 * SECOND);
    var_dump(count($ask->keys) === min(1000, rounds(50000)));
    $plan->onReply($ask, array_fill_keys($ask->keys, 2), NOON + 31 * SECOND);
    unset($plan, $ask);
    $now_used = memory_get_usage();
    if ($round > 0 && $now_used > $used) {
        echo "more memory in use: ", $now_used - $used, "\n";
    }
    $used = $now_used;
}
?>
--EXPECT--
-- growing gaps
[30,60,120,240,480,960,1920,3840,7440,11040]
-- a batch, and keys of earlier messages
string(5) "batch"
bool(true)
int(1000)
bool(true)
int(400)
bool(false)
bool(false)
bool(true)
bool(false)
bool(true)
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
int(399)
-- the history, and lost messages
string(7) "history"
bool(true)
string(7) "history"
bool(true)
string(7) "history"
bool(true)
string(7) "history"
bool(true)
[0,60,600,3600]
bool(true)
array(0) {
}
-- failures
bool(true)
NULL
int(61)
bool(true)
bool(false)
int(5)
bool(true)
int(600)
bool(false)
int(600)
bool(true)
bool(true)
NULL
NULL
bool(false)
bool(true)
bool(false)
-- 03:00 in Moscow
int(-5000)
bool(true)
bool(true)
-- after a restart
string(6) "single"
-- the present time
string(6) "single"
bool(true)
bool(true)
-- wrong arguments
Smsc\OptionError: Smsc\Plan::__construct(): Argument #1 ($at_once) must be from 1 to 15
Smsc\OptionError: Smsc\Plan::__construct(): Argument #1 ($at_once) must be from 1 to 15
Smsc\OptionError: Smsc\Plan::__construct(): Argument #2 ($batch_size) must be from 2 to 65535
Smsc\OptionError: Smsc\Plan::__construct(): Argument #4 ($first_gap_s) must be from 15 to 86400
Smsc\OptionError: Smsc\Plan::__construct(): Argument #7 ($history_size) must be from 1 to 65535
Smsc\OptionError: Smsc\Plan::__construct(): Argument #3 ($batch_gap_ms) must be from 0 to 4294967295
Smsc\OptionError: Smsc\Plan::__construct(): Argument #10 ($now_ms) must be from 0 to 9223372036854775807
Smsc\OptionError: Smsc\Plan::add(): Argument #1 ($sent_ms) must be from 0 to 9223372036854775807
Smsc\OptionError: Smsc\Plan::add(): Argument #2 ($asked_ms) must be from 0 to 9223372036854775807
Smsc\OptionError: Smsc\Plan::onStatus(): Argument #2 ($status) must be from -2147483648 to 2147483647
Smsc\OptionError: Smsc\Plan::onReply(): Argument #2 ($statuses) must have keys of messages
TypeError: Smsc\Plan::onReply(): Argument #2 ($statuses) must have statuses of type int, string given
Smsc\OptionError: Smsc\Plan::onReply(): Argument #2 ($statuses) must have statuses from -2147483648 to 2147483647
TypeError: Smsc\Plan::onReply(): Argument #1 ($ask) must be of type Smsc\Ask, stdClass given
Smsc\OptionError: Smsc\Plan::onFailure(): Argument #2 ($failure) must be "unreachable", "tls", "invalid", "unanswered", "not_a_reply", "http_status" or "rejected"
Smsc\OptionError: Smsc\Plan::onFailure(): Argument #3 ($code) must be given: the number of the API error
Smsc\OptionError: Smsc\Plan::onFailure(): Argument #3 ($code) must not be given, because only "http_status" and "rejected" have a code
Smsc\OptionError: Smsc\Plan::onUnsent(): Argument #2 ($wait_ms) must be from 0 to 9223372036854775807
Smsc\OptionError: Smsc\Plan::poll(): Argument #1 ($now_ms) must be from 0 to 9223372036854775807
Smsc\OptionError: Smsc\Plan::setServerDate(): Argument #1 ($date) must be from 0 to 9223372036854775807
Error: Call to private Smsc\Ask::__construct() from global scope
Error: Cannot modify readonly property Smsc\Ask::$number
Error: Cannot create dynamic property Smsc\Plan::$more
Error: Trying to clone an uncloneable object of class Smsc\Plan
Exception: Serialization of 'Smsc\Plan' is not allowed
ReflectionException: Class Smsc\Plan is an internal class marked as final that cannot be instantiated without invoking its constructor
bool(false)
bool(false)
bool(false)
-- again and again
int(0)
bool(true)
bool(true)
bool(true)
