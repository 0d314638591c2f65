--TEST--
Fields, constants and names are those of the C header
--EXTENSIONS--
smsc_proto
--FILE--
<?php
require __DIR__ . '/common.inc';

$header = file_get_contents(ROOT . '/include/smsc_proto.h');

/** Returns the members of an enum of the header: name without prefix => [number, comment]. */
function members(string $enum, string $prefix): array
{
    preg_match("/typedef enum $enum \{(.*?)\} $enum;/s", $GLOBALS['header'], $found);
    preg_match_all("/\*\*(?:\n \s*\*)? (.*?)(?:\n\s*)? ?\*\/\s*{$prefix}_(\w+) = (-?\d+),/s", $found[1], $rows, PREG_SET_ORDER);
    $members = [];
    foreach ($rows as [, $comment, $name, $number]) {
        $members[$name] = [(int)$number, trim($comment)];
    }
    return $members;
}

function numbers(array $members): array
{
    return array_map(fn ($member) => $member[0], $members);
}

/** Parses a single JSON reply with these fields. */
function record(string $fields): Smsc\Record
{
    return smsc_parse("{{$fields}}", fmt: 3)[0];
}

$fields = array_map(fn ($member) => trim($member[1], '`'), array_filter(members('smsc_field', 'SMSC_FIELD'), fn ($member) => $member[0] < 100));
$properties = array_map(fn ($property) => $property->name, (new ReflectionClass(Smsc\Record::class))->getProperties());
var_dump(array_values($fields) === array_slice($properties, 0, count($fields)), array_slice($properties, count($fields)));

$tables = [
    [Smsc\Record::class, 'smsc_status_code', 'SMSC_STATUS', fn ($code) => record("\"status\":$code")->statusName()],
    [Smsc\Err::class, 'smsc_err_code', 'SMSC_ERR', fn ($code) => record("\"status\":1,\"err\":$code")->errName()],
    [Smsc\EmailErr::class, 'smsc_email_err_code', 'SMSC_EMAIL_ERR', fn ($code) => record("\"status\":1,\"err\":$code,\"type\":8")->errName()],
    [Smsc\Type::class, 'smsc_message_type', 'SMSC_MESSAGE_TYPE', fn ($code) => record("\"status\":1,\"type\":$code")->typeName()],
    [Smsc\ApiError::class, 'smsc_api_error_code', 'SMSC_API_ERROR', function ($code) {
        try {
            smsc_parse("0,-$code");
        } catch (Smsc\ApiError $error) {
            return $error->name();
        }
    }],
];
foreach ($tables as [$class, $enum, $prefix, $name]) {
    $members = members($enum, $prefix);
    $names = array_map(fn ($member) => $name($member[0]), $members);
    var_dump(count($members) > 5
        && (new ReflectionClass($class))->getConstants() === numbers($members)
        && $names === array_map(fn ($member) => $member[1], $members));
}
$malformed = array_filter(numbers(members('smsc_result', 'SMSC_RESULT')), fn ($number) => $number >= 200 && $number < 300);
var_dump((new ReflectionClass(Smsc\Malformed::class))->getConstants() === $malformed);

// A word is the name of its constant, in small letters. The header has a channel for none.
$words = [
    'state' => [Smsc\State::class, members('smsc_state', 'SMSC_STATE')],
    'cause' => [Smsc\Cause::class, members('smsc_cause', 'SMSC_CAUSE')],
    'retry' => [Smsc\Retry::class, members('smsc_retry', 'SMSC_RETRY')],
    'channel' => [Smsc\Channel::class, array_diff_key(members('smsc_channel', 'SMSC_CHANNEL'), ['NONE' => 0])],
];
// Every outcome of a status, an err and an API error, and of ClickSend's rows.
$outcomes = [];
foreach ((new ReflectionClass(Smsc\Record::class))->getConstants() as $status) {
    foreach ((new ReflectionClass(Smsc\Err::class))->getConstants() as $err) {
        foreach ((new ReflectionClass(Smsc\Type::class))->getConstants() as $type) {
            array_push($outcomes, ...smsc_explain($status, $err, $type));
        }
    }
}
foreach (range(1, 30) as $number) {
    array_push($outcomes, ...smsc_explain(api_error: $number), ...smsc_explain(clicksend_row: $number));
}
foreach ($words as $property => [$class, $members]) {
    $constants = (new ReflectionClass($class))->getConstants();
    $used = array_unique(array_filter(array_map(fn ($outcome) => $outcome->$property, $outcomes), fn ($word) => $word !== null));
    sort($used);
    $all = array_values($constants);
    sort($all);
    var_dump(array_keys($constants) === array_keys($members) && $constants === array_combine(array_keys($members), array_map('strtolower', array_keys($members))));
    var_dump($used === $all ?: [$used, $all]);
}

var_dump(record('"status":77,"err":7777,"type":99')->statusName(), record('"status":77')->errName(), record('"status":1,"type":99')->typeName());
var_dump(record('"status":20')->statusName('ru'));
// err 1 of a message to an address, of one that the caller declares an e-mail, and of an SMS (R37).
var_dump(record('"status":20,"err":1,"phone":"a@example.org"')->errName());
var_dump(smsc_parse('20,0,1', kind: 'email')[0]->errName(), smsc_parse('20,0,1')[0]->errName());
var_dump(record('"status":20,"err":1,"flag":8')->errName());
?>
--EXPECT--
bool(true)
array(5) {
  [0]=>
  string(6) "is_hlr"
  [1]=>
  string(12) "is_ambiguous"
  [2]=>
  string(10) "unexpected"
  [3]=>
  string(4) "kind"
  [4]=>
  string(15) "looks_like_utf8"
}
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
NULL
NULL
NULL
string(39) "Невозможно доставить"
string(17) "No such addressee"
string(17) "No such addressee"
string(18) "No such subscriber"
string(17) "No such addressee"
