--TEST--
Push notifications: every case, every changed bit, what $_POST can have, the objects and their secrets
--EXTENSIONS--
smsc_proto
--FILE--
<?php
require __DIR__ . '/common.inc';
require __DIR__ . '/callbacks.inc';

/** Returns what a case expects, found by both functions. */
function result(string|array $given, string $secret, array $options): array
{
    $found = [];
    try {
        $callback = smsc_parse_callback($given, ...$options);
        if ($callback->verified || $callback->covered !== [] || $callback->algorithm !== null) {
            echo "verified without a secret\n";
        }
        $found = ['kind' => $callback->kind, 'event' => event($callback)];
        $verified = smsc_verify_callback($given, $secret, ...$options);
        if (!$verified->verified || [$verified->kind, event($verified)] !== array_values($found)) {
            echo "verified is not what was parsed\n";
        }
        return $found + ['verified' => ['covered' => $verified->covered, 'algorithm' => $verified->algorithm]];
    } catch (Smsc\CallbackError $error) {
        return $found + ['error' => $error->reason] + ($error->field === null ? [] : ['field' => $error->field]);
    }
}

$cases = callback_cases();
foreach ($cases as $case) {
    $expected = $case['expect'];
    if (isset($expected['event'])) {
        ksort($expected['event']);
    }
    $given = [$case['given']];
    // PHP keeps the last one of repeated fields, and makes a name of a white body.
    if ($case['format'] === 'form' && !in_array($case['name'], ['repeated/covered', 'body/empty'], true)) {
        parse_str($case['given'], $given[]);
    }
    foreach ($given as $index => $notification) {
        $options = $index > 0 ? ['charset' => $case['charset']] : $case['options'];
        $found = result($notification, $case['secret'], $options);
        if ($found !== $expected) {
            echo $case['name'], $index > 0 ? ' as $_POST' : '', ":\n", json_encode($expected), "\n", json_encode($found), "\n";
        }
        // A failed verification throws, whatever the reason.
        if (isset($expected['error']) && attempted(fn () => smsc_verify_callback($notification, $case['secret'], ...$options)) !== null) {
            echo $case['name'], " was verified\n";
        }
    }
}
var_dump(count($cases) >= 53);

echo "-- every changed bit\n";
$bits = $accepted = 0;
foreach ($cases as $case) {
    if (!isset($case['expect']['verified'])) {
        continue;
    }
    $secret = $case['secret'];
    $original = covered(smsc_verify_callback($case['given'], $secret, ...$case['options']));
    // Of a body, all bits: one that is verified all the same has the same covered values.
    if (is_string($case['given'])) {
        for ($bit = 0; $bit < 8 * strlen($case['given']); $bit++) {
            $changed = $case['given'];
            $changed[$bit >> 3] = chr(ord($changed[$bit >> 3]) ^ (1 << ($bit & 7)));
            $callback = attempted(fn () => smsc_verify_callback($changed, $secret, ...$case['options']));
            if ($callback !== null && covered($callback) !== $original) {
                echo $case['name'], ", bit $bit of the body: verified with other values\n";
            }
        }
    }
    // Of the covered values as $_POST has them, of the signature and of the secret, none is accepted.
    $fields = is_array($case['given']) ? $case['given'] : [];
    if ($case['format'] === 'form') {
        parse_str($case['given'], $fields);
    }
    $names = $fields === [] ? [] : [...$case['expect']['verified']['covered'], $case['expect']['verified']['algorithm']];
    foreach ($names as $name) {
        for ($bit = 0; $bit < 8 * strlen($fields[$name]); $bit++) {
            $changed = $fields;
            $changed[$name][$bit >> 3] = chr(ord($changed[$name][$bit >> 3]) ^ (1 << ($bit & 7)));
            $accepted += attempted(fn () => smsc_verify_callback($changed, $secret, charset: $case['charset'])) !== null;
            $bits++;
        }
        $missing = array_diff_key($fields, [$name => 1]);
        // Of two signatures the other one is left.
        $has_other = $name === 'sha1' && isset($fields['md5']);
        $accepted += !$has_other && attempted(fn () => smsc_verify_callback($missing, $secret, charset: $case['charset'])) !== null;
    }
    for ($bit = 0; $bit < 8 * strlen($secret); $bit++) {
        $changed = $secret;
        $changed[$bit >> 3] = chr(ord($changed[$bit >> 3]) ^ (1 << ($bit & 7)));
        $accepted += attempted(fn () => smsc_verify_callback($case['given'], $changed, ...$case['options'])) !== null;
        $bits++;
    }
}
var_dump($bits > 5000, $accepted);

echo "-- what \$_POST can have\n";
$secret = 's3cr3t-of-the-handler';
$post = ['id' => '101', 'phone' => '79990000001', 'status' => '1', 'cnt' => '2'];
$post['sha1'] = sha1("101:79990000001:1:$secret");
$text = new class { public function __toString(): string { return '101'; } };
$reference = '1';
foreach ([
    'as it is' => $post,
    'unknown fields' => $post + ['utm' => ['79990000009'], 7 => ['x'], 'ID' => null],
    'a reference' => ['status' => &$reference] + $post,
    'in another order' => array_reverse($post),
    'id[]=101' => ['id' => ['101']] + $post,
    'sha1[]=…' => ['sha1' => [$post['sha1']]] + $post,
    'cnt[a][b]=2' => ['cnt' => ['a' => ['b' => '2']]] + $post,
    'an int' => ['id' => 101] + $post,
    'a float' => ['status' => 1.0] + $post,
    'true' => ['status' => true] + $post,
    'null' => ['phone' => null] + $post,
    'an object' => ['id' => $text] + $post,
    'a missing id' => array_diff_key($post, ['id' => 1]),
    'an empty id' => ['id' => ''] + $post,
    'no signature' => array_diff_key($post, ['sha1' => 1]),
    'a long id' => ['id' => str_repeat('1', 1_000_000)] + $post,
    'a long phone' => ['phone' => str_repeat('7', 1_000_000)] + $post,
    'a long signature' => ['sha1' => str_repeat('a', 1_000_000)] + $post,
    'the secret as the signature' => ['sha1' => $secret] + $post,
    'nothing' => [],
    'numbers as names' => ['101', '79990000001'],
    'another form' => ['user' => 'x', 'password' => 'y'],
] as $name => $given) {
    try {
        $callback = smsc_verify_callback($given, $secret);
        echo "$name: ", implode(',', $callback->covered), ' ', json_encode(covered($callback)), "\n";
    } catch (Smsc\CallbackError $error) {
        $shown = "$error" . print_r($error, true) . json_encode($error->getTrace());
        if (preg_match("/s3cr3t|7999000|77777|11111/", $shown)) {
            echo "a secret: $shown\n";
        }
        echo "$name: $error->reason ", json_encode([$error->field, $error->offset]), ' ', $error->getMessage(), "\n";
    }
}
$mes = str_repeat("\xef\xf0", 2_000_000);
$long = ['phone' => '7', 'mes' => $mes, 'to' => '79160000000', 'md5' => md5("7:$mes:79160000000:$secret")];
$callback = smsc_verify_callback($long, $secret);
var_dump($callback->algorithm, $callback->event->mes === str_repeat('пр', 2_000_000));
$long['mes'][3_999_999] = "\xef";
var_dump(attempted(fn () => smsc_verify_callback($long, $secret)));
$body = http_build_query($post);
var_dump(covered(smsc_verify_callback($body, $secret)) === covered(smsc_verify_callback($post, $secret)), $body === http_build_query($post));

echo "-- the objects\n";
$status = smsc_verify_callback($post, $secret);
var_dump($status->event->outcome()->state, $status->event->statusName('ru'), $status->event->kind);
$message = smsc_parse_callback("phone=7&mes=\xef\xf0&to=79160000000&sms_id=5");
$call = smsc_parse_callback('{"phone": "7", "ts": "1760080210", "waitcall": 1}', fmt: 'JSON', charset: 'utf8');
dump($message, $call->event);
foreach ([$status, $message, $call, $message->event, $call->event] as $object) {
    $class = new ReflectionClass($object);
    $property = $class->getProperties()[0]->name;
    if (unserialize(serialize($object)) != $object || clone $object != $object || !$class->isFinal()) {
        echo "$class->name is no value\n";
    }
    foreach ([
        function () use ($object, $property) { $object->$property = '1'; },
        function () use ($object) { $object->more = 2; },
        fn () => new ($class->name)(),
    ] as $change) {
        try {
            $change();
            echo "$class->name can be changed\n";
        } catch (Error) {
        }
    }
}
var_dump(smsc_parse_callback('phone=7&mes=привет')->event->looks_like_utf8);

echo "-- errors\n";
foreach ([
    fn () => smsc_verify_callback('', $secret),
    fn () => smsc_verify_callback($post, ''),
    fn () => smsc_verify_callback("id=101&phone=79990000001&status=x&sha1=$post[sha1]", $secret),
    fn () => smsc_verify_callback('{"id": "101", "phone": "79990000001",', $secret, fmt: 'json'),
    fn () => smsc_verify_callback(str_replace('=1', '=2', $body), $secret),
    fn () => smsc_verify_callback($body . '&phone=79990000002', $secret),
] as $try) {
    try {
        $try();
    } catch (Smsc\CallbackError $error) {
        $shown = "$error" . print_r($error, true) . json_encode($error->getTrace());
        if (preg_match("/s3cr3t|7999000|$post[sha1]/", $shown)) {
            echo "a secret: $shown\n";
        }
        echo "$error->reason ", json_encode([$error->field, $error->offset, $error->getCode()]), ' ', $error->getMessage(), "\n";
    }
}

echo "-- wrong options\n";
foreach ([
    fn () => smsc_verify_callback($post, $secret, fmt: 'json'),
    fn () => smsc_verify_callback($body, $secret, fmt: 3),
    fn () => smsc_verify_callback($body, $secret, charset: 'latin1'),
    fn () => smsc_verify_callback($body, 'json', $secret),
    fn () => smsc_parse_callback($post, fmt: 'xml'),
    fn () => smsc_parse_callback($body, $secret),
    fn () => smsc_parse_callback($body, charset: 'latin1'),
    fn () => smsc_verify_callback($body, $secret, [$secret]),
    fn () => smsc_parse_callback($body, ...['format' => $secret]),
] as $try) {
    try {
        $try();
    } catch (Error $error) {
        echo get_class($error), ' ', $error->getMessage(), "\n";
        if (str_contains("$error" . print_r($error, true), $secret)) {
            echo "a secret\n";
        }
    }
}
?>
--EXPECT--
bool(true)
-- every changed bit
bool(true)
int(0)
-- what $_POST can have
as it is: id,phone,status {"id":101,"phone":"79990000001","status":1}
unknown fields: id,phone,status {"id":101,"phone":"79990000001","status":1}
a reference: id,phone,status {"id":101,"phone":"79990000001","status":1}
in another order: id,phone,status {"id":101,"phone":"79990000001","status":1}
id[]=101: field ["id",null] id: invalid value: expected a string, as in $_POST, not array
sha1[]=…: field ["sha1",null] sha1: invalid value: expected a string, as in $_POST, not array
cnt[a][b]=2: field ["cnt",null] cnt: invalid value: expected a string, as in $_POST, not array
an int: field ["id",null] id: invalid value: expected a string, as in $_POST, not int
a float: field ["status",null] status: invalid value: expected a string, as in $_POST, not float
true: field ["status",null] status: invalid value: expected a string, as in $_POST, not bool
null: field ["phone",null] phone: invalid value: expected a string, as in $_POST, not null
an object: field ["id",null] id: invalid value: expected a string, as in $_POST, not object
a missing id: missing ["id",null] id: missing, but covered by the signature
an empty id: wrong_signature ["sha1",null] sha1: wrong signature: the values were changed, or the secret is not that of the handler's URL (a line end is part of it), or the values are in another charset
no signature: no_signature [null,null] no signature: add sha1=SECRET to the handler's URL
a long id: field ["id",null] id: invalid value: expected a number from 1 to 2147483647, or a text of at most 40 letters, digits, dots, `-` and `_`
a long phone: wrong_signature ["sha1",null] sha1: wrong signature: the values were changed, or the secret is not that of the handler's URL (a line end is part of it), or the values are in another charset
a long signature: signature_form ["sha1",null] sha1: expected 40 digits of 0-9 and a-f
the secret as the signature: signature_form ["sha1",null] sha1: expected 40 digits of 0-9 and a-f
nothing: empty [null,null] the notification is empty: pass the request's body or, if it has none, the query of its URL
numbers as names: not_a_notification [null,null] not a notification: expected a field status, mes or waitcall; check that the format is that of the body
another form: not_a_notification [null,null] not a notification: expected a field status, mes or waitcall; check that the format is that of the body
string(3) "md5"
bool(true)
NULL
bool(true)
bool(true)
-- the objects
string(9) "delivered"
string(20) "Доставлено"
string(4) "auto"
object(Smsc\Callback) (5) {
  ["kind"]=>
  string(8) "incoming"
  ["event"]=>
  object(Smsc\IncomingMessage) (5) {
    ["phone"]=>
    string(1) "7"
    ["mes"]=>
    string(4) "пр"
    ["to"]=>
    string(11) "79160000000"
    ["sms_id"]=>
    string(1) "5"
    ["looks_like_utf8"]=>
    bool(false)
  }
  ["verified"]=>
  bool(false)
  ["covered"]=>
  array(0) {
  }
  ["algorithm"]=>
  NULL
}
object(Smsc\ConfirmedCall) (3) {
  ["phone"]=>
  string(1) "7"
  ["ts"]=>
  int(1760080210)
  ["waitcall"]=>
  string(1) "1"
}
bool(true)
-- errors
empty [null,null,0] the notification is empty: pass the request's body or, if it has none, the query of its URL
empty_secret [null,null,0] the secret is empty: pass the value of md5 or sha1 in the handler's URL
field ["status",32,0] byte 32: status: invalid value: expected an integer of 32 bits
syntax [null,37,0] byte 37: invalid syntax: expected a name in quotes
wrong_signature ["sha1",null,0] sha1: wrong signature: the values were changed, or the secret is not that of the handler's URL (a line end is part of it), or the values are in another charset
repeated ["phone",92,0] byte 92: phone: repeated with another value
-- wrong options
Smsc\OptionError smsc_verify_callback(): Argument #3 ($fmt) must be "form", because the notification is an array
Smsc\OptionError smsc_verify_callback(): Argument #3 ($fmt) must be "form", "xml" or "json"
Smsc\OptionError smsc_verify_callback(): Argument #4 ($charset) must be "windows-1251", "koi8-r" or "utf-8"
Smsc\OptionError smsc_verify_callback(): Argument #3 ($fmt) must be "form", "xml" or "json"
Smsc\OptionError smsc_parse_callback(): Argument #2 ($fmt) must be "form", because the notification is an array
Smsc\OptionError smsc_parse_callback(): Argument #2 ($fmt) must be "form", "xml" or "json"
Smsc\OptionError smsc_parse_callback(): Argument #3 ($charset) must be "windows-1251", "koi8-r" or "utf-8"
TypeError smsc_verify_callback(): Argument #3 ($fmt) must be of type string, array given
Error Unknown named parameter $format
