--TEST--
Outcomes: the cases of testdata/outcomes, languages, and invalid arguments
--EXTENSIONS--
smsc_proto
--FILE--
<?php
require __DIR__ . '/common.inc';

/** Returns the first difference between an outcome and the expected one, or null. */
function difference(Smsc\Outcome $outcome, array $expected): ?string
{
    foreach ($expected as $key => $value) {
        if ($outcome->$key !== $value) {
            return "$key is " . json_encode($outcome->$key, JSON_UNESCAPED_UNICODE);
        }
    }
    return null;
}

$count = 0;
foreach (['codes', 'texts', 'getcourse', 'clicksend'] as $file) {
    $text = file_get_contents(ROOT . "/testdata/outcomes/$file.json");
    foreach (json_decode($text, true, flags: JSON_THROW_ON_ERROR) as ['name' => $name, 'query' => $query, 'expect' => $expected]) {
        // The queries of the cases have the names of the arguments.
        $outcomes = isset($query['story']) ? smsc_story($query['story'], $query['type'] ?? null) : smsc_explain(...$query);
        if (count($outcomes) !== count($expected)) {
            echo "$name: ", count($outcomes), " outcomes\n";
            continue;
        }
        foreach ($outcomes as $i => $outcome) {
            $difference = difference($outcome, $expected[$i]);
            echo $difference === null ? '' : "$name: $difference\n";
        }
        // A record, an exception and a number have equal outcomes.
        if (isset($query['status']) && smsc_parse(json_encode($query), fmt: 3)[0]->outcome() != $outcomes[0]) {
            echo "$name: another outcome for a record\n";
        }
        if (isset($query['api_error']) && ($query['endpoint'] ?? '') === 'status' && (new Smsc\ApiError('', $query['api_error']))->outcome() != $outcomes[0]) {
            echo "$name: another outcome for an exception\n";
        }
        if (isset($query['clicksend']) && is_numeric($query['clicksend']) && smsc_explain(clicksend: (int)$query['clicksend']) != $outcomes) {
            echo "$name: another outcome for a number\n";
        }
        $count++;
    }
}
var_dump($count > 690);

echo "-- for a record\n";
[$offline] = smsc_parse('20,1760080219,6');
foreach (['en', 'ru', 'fr'] as $lang) {
    $outcome = $offline->outcome($lang);
    var_dump($outcome->title, $outcome->title === $offline->errName($lang), $outcome == smsc_explain(20, 6, lang: $lang)[0]);
}
var_dump($offline->statusName('fr'));
// The option kind, an address and an HLR reply decide what the err means (R37, R42).
var_dump(smsc_parse('20,0,1')[0]->outcome()->title, smsc_parse('20,0,1', kind: 'email')[0]->outcome()->title);
var_dump(smsc_parse('20,0,1,101,a@example.org', multi: true)[0]->outcome()->title);
$hlr = smsc_parse('1,0,6,,,,,,,,', kind: 'hlr')[0];
var_dump($hlr->is_hlr, $hlr->outcome()->type === Smsc\Type::HLR, $hlr->outcome()->title, smsc_parse('1,0,6')[0]->outcome()->title);
var_dump(unserialize(serialize($hlr))->outcome() == $hlr->outcome(), unserialize(serialize($outcome)) == $outcome);

echo "-- for an exception\n";
try {
    smsc_parse('0,-9');
} catch (Smsc\ApiError $error) {
    var_dump($error->outcome()->retry, $error->outcome()->retry_after_s, $error->outcome() == smsc_explain(api_error: 9, endpoint: 'status')[0]);
    var_dump($error->outcome('ru')->title === $error->name('ru'));
    foreach (get_object_vars($error->outcome()) as $name => $value) {
        echo $name, ' ', get_debug_type($value), "\n";
    }
}

// An error with an id is one of send.php, where a repetition could send the message twice.
try {
    smsc_parse('101,-9');
} catch (Smsc\ApiError $error) {
    var_dump($error->id, $error->outcome() == smsc_explain(api_error: 9, endpoint: 'send')[0], $error->outcome()->retry);
}

echo "-- receipts and stories\n";
[$found] = smsc_explain(clicksend_receipt: ['status_code' => 301, 'error_code' => '12', 'error_text' => null, 'to' => '+61411111111']);
var_dump($found->receipt_error, [$found] == smsc_explain(clicksend_receipt: ['http_code' => 200, 'data' => ['status_code' => '301', 'error_code' => 12]]));
var_dump(count(smsc_explain(clicksend_receipt: ['status_code' => '200', 'error_code' => 'x'])));
$story = smsc_story([0, [20, 6], -3], lang: 'ru');
var_dump(array_map(fn ($outcome) => $outcome->decides, $story), $story[2]->remark, smsc_story([]));
var_dump(smsc_story([[20, 1]], Smsc\Type::EMAIL)[0]->title);

echo "-- invalid arguments\n";
foreach ([
    fn () => smsc_explain(),
    fn () => smsc_explain(20, api_error: 9),
    fn () => smsc_explain(getcourse: 'x', clicksend: 1),
    fn () => smsc_explain(err: 1, getcourse: 'x'),
    fn () => smsc_explain(type: 1, api_error: 9),
    fn () => smsc_explain(20, endpoint: 'send'),
    fn () => smsc_explain(api_error: 5, endpoint: 'get'),
    fn () => smsc_explain(text: "\xff"),
    fn () => smsc_explain(clicksend_row: -1),
    fn () => smsc_explain(clicksend_error: 2147483648),
    fn () => smsc_explain(clicksend_receipt: []),
    fn () => smsc_explain(clicksend_receipt: ['status' => 5]),
    fn () => smsc_explain(clicksend_receipt: ['status_code' => 1.5]),
    fn () => smsc_explain(clicksend_receipt: ['error_text' => "\xff"]),
    fn () => smsc_story(['1']),
    fn () => smsc_story([[]]),
    fn () => smsc_story([[1, '1']]),
    fn () => smsc_story([2147483648]),
    fn () => smsc_story([[1, -1]]),
    fn () => smsc_story(array_fill(0, 1001, 1)),
    fn () => smsc_story([1], 256),
    fn () => smsc_story([1], lang: 'de'),
    fn () => smsc_explain(2147483648),
    fn () => smsc_explain(20, -1),
    fn () => smsc_explain(20, 2147483648),
    fn () => smsc_explain(20, 1, 256),
    fn () => smsc_explain(api_error: -1),
    fn () => smsc_explain(getcourse: "\xff"),
    fn () => smsc_explain(clicksend: "\xff"),
    fn () => smsc_explain(20, lang: 'de'),
    fn () => $offline->outcome('xx'),
    fn () => (new Smsc\ApiError('', 9))->outcome(''),
    fn () => (new Smsc\ApiError('', -9))->outcome(),
    fn () => new Smsc\Outcome(),
    function () use ($outcome) { $outcome->state = 'delivered'; },
    fn () => (new ReflectionClass(Smsc\Record::class))->newInstanceWithoutConstructor()->outcome(),
    fn () => unserialize('O:11:"Smsc\Record":2:{s:6:"status";i:20;s:3:"err";i:-99;}')->outcome(),
] as $call) {
    try {
        var_dump($call());
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
var_dump(smsc_explain(clicksend: ''), smsc_explain(clicksend: PHP_INT_MIN), smsc_explain(getcourse: ''));
var_dump(array_map(fn ($outcome) => $outcome->row, smsc_explain(clicksend: 'Sent')));
?>
--EXPECT--
bool(true)
-- for a record
string(18) "Subscriber offline"
bool(true)
bool(true)
string(31) "Абонент не в сети"
bool(true)
bool(true)
string(18) "Abonné hors ligne"
bool(true)
bool(true)
string(20) "Livraison impossible"
string(18) "No such subscriber"
string(17) "No such addressee"
string(17) "No such addressee"
bool(true)
bool(true)
string(18) "Subscriber offline"
string(9) "Delivered"
bool(true)
bool(true)
-- for an exception
string(5) "later"
int(60)
bool(true)
bool(true)
state string
is_final bool
cause string
retry string
retry_after_s int
suppress bool
channel null
title string
explanation string
advice string
source string
status null
err null
type null
error_code int
row null
unsubscribes bool
endpoint string
receipt_error null
provider string
text null
judgement bool
decides bool
remark null
int(101)
bool(true)
string(2) "no"
-- receipts and stories
int(12)
bool(true)
int(4)
array(3) {
  [0]=>
  bool(false)
  [1]=>
  bool(true)
  [2]=>
  bool(false)
}
string(133) "Сообщение перенесено в архив; окончательный статус выше остаётся в силе."
array(0) {
}
string(17) "No such addressee"
-- invalid arguments
Smsc\OptionError: smsc_explain(): Exactly one of $status, $api_error, $text, $getcourse, $clicksend, $clicksend_row, $clicksend_error and $clicksend_receipt must be given
Smsc\OptionError: smsc_explain(): Exactly one of $status, $api_error, $text, $getcourse, $clicksend, $clicksend_row, $clicksend_error and $clicksend_receipt must be given
Smsc\OptionError: smsc_explain(): Exactly one of $status, $api_error, $text, $getcourse, $clicksend, $clicksend_row, $clicksend_error and $clicksend_receipt must be given
Smsc\OptionError: smsc_explain(): Argument #2 ($err) must be given with $status
Smsc\OptionError: smsc_explain(): Argument #3 ($type) must be given with $status
Smsc\OptionError: smsc_explain(): Argument #8 ($endpoint) must be given with $api_error
Smsc\OptionError: smsc_explain(): Argument #8 ($endpoint) must be "status", "send", "balance", "history", "info" or "wait_call"
Smsc\OptionError: smsc_explain(): Argument #9 ($text) must be UTF-8
Smsc\OptionError: smsc_explain(): Argument #10 ($clicksend_row) must be from 0 to 2147483647
Smsc\OptionError: smsc_explain(): Argument #11 ($clicksend_error) must be from 0 to 2147483647
Smsc\OptionError: smsc_explain(): Argument #12 ($clicksend_receipt) must have a key "status", "status_code", "error_code" or "error_text"
Smsc\OptionError: smsc_explain(): Argument #12 ($clicksend_receipt) must have a string or null under the key "status"
Smsc\OptionError: smsc_explain(): Argument #12 ($clicksend_receipt) must have an int, a string or null under the key "status_code"
Smsc\OptionError: smsc_explain(): Argument #12 ($clicksend_receipt) must be UTF-8
Smsc\OptionError: smsc_story(): Argument #1 ($statuses) must be a list of statuses, each an int or a pair of a status and its err
Smsc\OptionError: smsc_story(): Argument #1 ($statuses) must be a list of statuses, each an int or a pair of a status and its err
Smsc\OptionError: smsc_story(): Argument #1 ($statuses) must be a list of statuses, each an int or a pair of a status and its err
Smsc\OptionError: smsc_story(): Argument #1 ($statuses) must be from -2147483648 to 2147483647
Smsc\OptionError: smsc_story(): Argument #1 ($statuses) must be from 0 to 2147483647
Smsc\OptionError: smsc_story(): Argument #1 ($statuses) must have at most 1000 statuses
Smsc\OptionError: smsc_story(): Argument #2 ($type) must be from 0 to 255
Smsc\OptionError: smsc_story(): Argument #3 ($lang) must be "en", "ru" or "fr"
Smsc\OptionError: smsc_explain(): Argument #1 ($status) must be from -2147483648 to 2147483647
Smsc\OptionError: smsc_explain(): Argument #2 ($err) must be from 0 to 2147483647
Smsc\OptionError: smsc_explain(): Argument #2 ($err) must be from 0 to 2147483647
Smsc\OptionError: smsc_explain(): Argument #3 ($type) must be from 0 to 255
Smsc\OptionError: smsc_explain(): Argument #4 ($api_error) must be from 0 to 2147483647
Smsc\OptionError: smsc_explain(): Argument #5 ($getcourse) must be UTF-8
Smsc\OptionError: smsc_explain(): Argument #6 ($clicksend) must be UTF-8
Smsc\OptionError: smsc_explain(): Argument #7 ($lang) must be "en", "ru" or "fr"
Smsc\OptionError: Smsc\Record::outcome(): Argument #1 ($lang) must be "en", "ru" or "fr"
Smsc\OptionError: Smsc\ApiError::outcome(): Argument #1 ($lang) must be "en", "ru" or "fr"
Error: smsc_proto: an argument is out of range
Error: Call to private Smsc\Outcome::__construct() from global scope
Error: Cannot modify readonly property Smsc\Outcome::$state
Error: smsc_proto: an argument is out of range
Error: smsc_proto: an argument is out of range
array(0) {
}
array(0) {
}
array(0) {
}
array(2) {
  [0]=>
  int(1)
  [1]=>
  int(2)
}
