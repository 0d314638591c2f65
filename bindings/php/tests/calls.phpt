--TEST--
Replies to the other calls: every case, the objects and their secrets, scripts of API errors, and wrong options
--EXTENSIONS--
smsc_proto
--FILE--
<?php
require __DIR__ . '/common.inc';

/** Returns a result of a call in the form that the cases have. */
function called(object $item): array
{
    if ($item instanceof Smsc\Malformed) {
        return ['malformed' => true];
    }
    $line = array_filter(get_object_vars($item), fn ($value) => $value !== null && $value !== []);
    unset($line['looks_like_utf8']);
    if (isset($line['phones'])) {
        $line['phones'] = array_map(called(...), $line['phones']);
    }
    ksort($line);
    return $line;
}

/** Returns what a call returns or throws in the form that the cases have. */
function outcome(callable $read): array
{
    try {
        $result = $read();
    } catch (Smsc\ApiError $error) {
        $line = array_filter(['error_code' => $error->getCode(), 'error' => $error->text, 'id' => $error->id], fn ($value) => $value !== null);
        ksort($line);
        return [$line];
    } catch (Smsc\MalformedReply) {
        return [['malformed' => true]];
    }
    return array_map(called(...), is_array($result) ? $result : [$result]);
}

function sorted(array $value): array
{
    if (!array_is_list($value)) {
        ksort($value);
    }
    return array_map(fn ($part) => is_array($part) ? sorted($part) : $part, $value);
}

// What a request for the call needs.
const NEEDED = [
    'send' => ['phones' => ['79990000001'], 'text' => 'text'],
    'balance' => [],
    'operator' => ['phone' => '79990000001'],
    'incoming' => ['hour' => 1],
    'statistics' => ['start' => '28.11.2026', 'end' => '29.11.2026'],
];
$count = $requested = 0;
foreach (glob(ROOT . '/testdata/calls/*.json') as $file) {
    foreach (json_decode(file_get_contents($file), true, flags: JSON_THROW_ON_ERROR) as $case) {
        $query = $case['query'] + ['charset' => 'windows-1251'];
        $call = $query['call'];
        unset($query['call']);
        $body = hex2bin($case['body_hex']);
        $expected = sorted($case['expect']);
        $readers = ["smsc_parse_$call" => fn () => parse_call($call, $body, $query)];
        try {
            $request = smsc_request($call, ...$query, ...NEEDED[$call], apikey: 'key');
            $readers['Request::parse'] = fn () => $request->parse($body);
            $requested++;
        } catch (Smsc\RequestError) {
            // A request whose reply is not known cannot be made.
        }
        foreach ($readers as $name => $read) {
            $found = outcome($read);
            if ($found !== $expected) {
                echo basename($file), " $case[name], $name:\n", json_encode($expected), "\n", json_encode($found), "\n";
            }
        }
        $count++;
    }
}
var_dump($count >= 123, $requested > 80);

echo "-- the objects\n";
$body = '{"id":"order-77","cnt":2,"cost":"2.80","balance":"-1.5","code":"0042","phones":[{"phone":"79990000002","status":"22","error":"8"},7]}';
$sent = smsc_parse_send($body, cost: 3);
dump($sent);
$price = smsc_parse_send('1.40,1', fmt: 1, cost: 1);
$balance = smsc_parse_balance('{"balance":"5","credit":"500","currency":"RUR"}');
$operator = smsc_parse_operator("country = \xd0\xee\xf1\xf1\xe8\xff, mnc = 02", fmt: 0, charset: 'CP1251');
[$incoming, $damaged] = smsc_parse_incoming('[{"id":5,"phone":"79990000001","message":"да"},{}]');
[$statistics] = smsc_parse_statistics('{"login":"alex","cnt":"12","credit":"16.80"}');
foreach ([$price, $balance, $operator, $incoming, $damaged, $statistics] as $object) {
    echo get_class($object), ' ', json_encode($object, JSON_UNESCAPED_UNICODE), "\n";
}
foreach ([$sent, $price, $sent->phones[0], $balance, $operator, $incoming, $damaged, $statistics] as $object) {
    $class = new ReflectionClass($object);
    $property = $class->getProperties()[0]->name;
    if (unserialize(serialize($object)) != $object || clone $object != $object || !$class->isFinal()) {
        echo "$class->name is no value\n";
    }
    foreach ([
        function () use ($object, $property) { $object->$property = '1'; },
        function () use ($object) { $object->more = 2; },
        function () use ($object, $property) { unset($object->$property); },
        fn () => new ($class->name)(),
    ] as $call) {
        try {
            $call();
            echo "$class->name can be changed\n";
        } catch (Error) {
        }
    }
}
var_dump(smsc_parse_incoming(mb($text = 'привет'))[0]->looks_like_utf8, smsc_parse_incoming(mb($text), charset: 'windows-1251')[0]->looks_like_utf8);

/** Returns a reply with an incoming message. */
function mb(string $text): string
{
    return "[{\"id\":1,\"phone\":\"79990000001\",\"message\":\"$text\"}]";
}

echo "-- API errors\n";
$errors = [
    ['send', '{"error":"x","error_code":3,"id":12}'], ['send', '{"error":"x","error_code":6,"id":"order-77"}'],
    ['balance', '{"error":"x","error_code":9}'], ['balance', '{"error":"x","error_code":3}'],
    ['operator', '{"error":"x","error_code":3}'], ['operator', '{"error":"x","error_code":77}'],
    ['incoming', '{"error":"x","error_code":3}'], ['statistics', '{"error":"x","error_code":2}'],
    ['history', '{"error":"x","error_code":3}'],
];
foreach ($errors as [$call, $body]) {
    try {
        smsc_request($call, ...(NEEDED[$call] ?? ['start' => '28.11.2026']), apikey: 'key')->parse($body);
    } catch (Smsc\ApiError $error) {
        echo $error->getMessage(), " | $error->endpoint ", json_encode($error->name('fr'), JSON_UNESCAPED_UNICODE), ' ', $error->outcome()->title, "\n";
    }
}

echo "-- malformed and unsupported\n";
$replies = [
    ['send', '{"id":79990000001999,"cnt":1}', []], ['send', '{"cnt":1}', []], ['send', '{"id":1,"cnt":1', []], ['send', '<result><id>12</id><cnt>1</cnt></result>', ['fmt' => 2]],
    ['send', '7,1,2', ['fmt' => 1]], ['send', '', []], ['balance', '79990000001,1', []], ['balance', '{"balance":"secret text"}', []],
    ['operator', "secret,text\n", ['fmt' => 1]], ['operator', '[{"operator":"secret text"}]', []], ['statistics', 'secret,text', ['fmt' => 0]], ['incoming', 'OK', []],
];
foreach ($replies as [$call, $body, $options]) {
    try {
        var_dump(parse_call($call, $body, $options));
    } catch (Smsc\MalformedReply $error) {
        echo array_search($error->getCode(), (new ReflectionClass(Smsc\Malformed::class))->getConstants()), ' ', json_encode($error->field), ' ', $error->getMessage(), "\n";
        $shown = "$error" . print_r($error, true) . serialize(array_filter((array)$error, is_scalar(...)));
        if (preg_match('/secret|7999000/', $shown)) {
            echo "a secret: $shown\n";
        }
    }
}
echo serialize($damaged), "\n";
foreach (['s:5:"field";N;', 's:5:"field";i:5;', "s:5:\"field\";s:3:\"i\0d\";", 's:5:"field";s:0:"";'] as $field) {
    try {
        $restored = unserialize('O:14:"Smsc\Malformed":7:{s:4:"code";i:' . Smsc\Malformed::MISSING_KEY . ';s:6:"amount";i:0;s:6:"offset";i:3;s:5:"start";i:3;s:3:"end";i:4;s:8:"expected";s:0:"";' . $field . '}');
        echo json_encode([$restored->field, $restored->expected, $restored->message]), "\n";
    } catch (Error $error) {
        echo $error->getMessage(), "\n";
    }
}

echo "-- wrong options\n";
foreach ([
    fn () => smsc_parse_send('', fmt: 4),
    fn () => smsc_parse_send('', fmt: -1),
    fn () => smsc_parse_send('', fmt: 1 << 32),
    fn () => smsc_parse_send('', cost: 4),
    fn () => smsc_parse_send('', cost: -1),
    fn () => smsc_parse_send('', charset: 'latin1'),
    fn () => smsc_parse_balance('', fmt: 4),
    fn () => smsc_parse_operator('', charset: ''),
    fn () => smsc_parse_statistics('', fmt: -1),
    fn () => smsc_parse_incoming('', charset: "utf-8\0"),
    fn () => smsc_parse_send('', [3]),
    fn () => smsc_parse_send('', ...['fmt' => 3, 'secret' => 1]),
    fn () => smsc_parse_balance('', cost: 1),
    fn () => smsc_parse_incoming('', fmt: 3),
] as $call) {
    try {
        var_dump($call());
    } catch (Error $error) {
        echo get_class($error), ' ', $error->getMessage(), "\n";
    }
}
var_dump(smsc_parse_send('{"id":1,"cnt":1}', 3, 'UTF-8', 0) == smsc_parse_send('{"id":1,"cnt":1}'));
var_dump(smsc_parse_incoming(mb($text), 'utf8') == smsc_parse_incoming(mb($text)));
?>
--EXPECT--
bool(true)
bool(true)
-- the objects
object(Smsc\Sent) (6) {
  ["id"]=>
  string(8) "order-77"
  ["cnt"]=>
  int(2)
  ["cost"]=>
  string(4) "2.80"
  ["balance"]=>
  string(4) "-1.5"
  ["code"]=>
  string(4) "0042"
  ["phones"]=>
  array(2) {
    [0]=>
    object(Smsc\SentPhone) (6) {
      ["phone"]=>
      string(11) "79990000002"
      ["mccmnc"]=>
      NULL
      ["cost"]=>
      NULL
      ["status"]=>
      string(2) "22"
      ["error"]=>
      string(1) "8"
      ["looks_like_utf8"]=>
      bool(false)
    }
    [1]=>
    object(Smsc\Malformed) (7) {
      ["code"]=>
      int(205)
      ["message"]=>
      string(42) "byte 130: not a record: expected an object"
      ["offset"]=>
      int(130)
      ["expected"]=>
      string(9) "an object"
      ["field"]=>
      NULL
      ["start"]=>
      int(130)
      ["end"]=>
      int(131)
    }
  }
}
Smsc\Price {"cost":"1.40","cnt":1,"phones":[]}
Smsc\Balance {"balance":"5","credit":"500","currency":"RUR"}
Smsc\Operator {"country":"Россия","operator":null,"region":null,"mcc":null,"mnc":"02","tz":null,"looks_like_utf8":false}
Smsc\Incoming {"id":5,"phone":"79990000001","message":"да","to_phone":null,"sent":null,"received":null,"looks_like_utf8":false}
Smsc\Malformed {"code":213,"message":"byte 50: missing id: expected the key `id`","offset":50,"expected":"the key `id`","field":"id","start":49,"end":51}
Smsc\Statistics {"login":"alex","sms":12,"credit":"16.80","debit":null,"currency":null}
bool(false)
bool(true)
-- API errors
the server rejected the request with error 3: Not enough money on the account | send "Solde insuffisant sur le compte" Not enough money on the account
the server rejected the request with error 6: Message forbidden (by text or sender) | send "Message interdit (texte ou expéditeur)" Message forbidden (by text or sender)
the server rejected the request with error 9: Too many requests | balance "Trop de requêtes" Too many requests
the server rejected the request with error 3 | balance null Unknown API error
the server rejected the request with error 3: Operator not found | info "Opérateur introuvable" Operator not found
the server rejected the request with error 77 | info null Unknown API error
the server rejected the request with error 3: Message not found | history "Message introuvable" Message not found
the server rejected the request with error 2: Wrong login or password | history "Identifiant ou mot de passe incorrect" Wrong login or password
the server rejected the request with error 3: Message not found | history "Message introuvable" Message not found
-- malformed and unsupported
INVALID_VALUE "id" byte 6: invalid id: expected a number from 1 to 2147483647, or a text of at most 40 letters, digits, dots, `-` and `_`
MISSING_KEY "id" byte 8: missing id: expected the id of a message that was sent
SYNTAX null byte 15: invalid syntax: expected a comma or `}`
UNSUPPORTED null byte 0: unsupported reply: expected an API error, the only reply of fmt 2 whose form is known
FIELD_COUNT null byte 5: expected 2 values: the id and the number of parts, found 3
NOT_A_REPLY null byte 0: not an fmt=3 reply: the body is empty
NOT_A_REPLY null byte 0: not an fmt=3 reply: the body looks like fmt 1
INVALID_VALUE "balance" byte 11: invalid balance: expected a decimal number
UNSUPPORTED null byte 0: unsupported reply: expected an API error, or fmt 0 or 3, whose forms are known
UNSUPPORTED null byte 0: unsupported reply: expected the reply for one phone, the form that is known
UNSUPPORTED null byte 0: unsupported reply: expected an API error, or fmt 3, whose form is known
NOT_A_REPLY null byte 0: not an fmt=3 reply: the body is some other text
O:14:"Smsc\Malformed":7:{s:4:"code";i:213;s:6:"amount";i:0;s:6:"offset";i:50;s:5:"start";i:49;s:3:"end";i:51;s:8:"expected";s:12:"the key `id`";s:5:"field";s:2:"id";}
Invalid serialization data for Smsc\Malformed object
Invalid serialization data for Smsc\Malformed object
["i","d\u0000","byte 3: missing i: expected d\u0000"]
["","","byte 3: missing : expected "]
-- wrong options
Smsc\OptionError smsc_parse_send(): Argument #2 ($fmt) must be 0, 1, 2 or 3
Smsc\OptionError smsc_parse_send(): Argument #2 ($fmt) must be 0, 1, 2 or 3
Smsc\OptionError smsc_parse_send(): Argument #2 ($fmt) must be 0, 1, 2 or 3
Smsc\OptionError smsc_parse_send(): Argument #4 ($cost) must be 0, 1, 2 or 3
Smsc\OptionError smsc_parse_send(): Argument #4 ($cost) must be 0, 1, 2 or 3
Smsc\OptionError smsc_parse_send(): Argument #3 ($charset) must be "windows-1251", "koi8-r" or "utf-8"
Smsc\OptionError smsc_parse_balance(): Argument #2 ($fmt) must be 0, 1, 2 or 3
Smsc\OptionError smsc_parse_operator(): Argument #3 ($charset) must be "windows-1251", "koi8-r" or "utf-8"
Smsc\OptionError smsc_parse_statistics(): Argument #2 ($fmt) must be 0, 1, 2 or 3
Smsc\OptionError smsc_parse_incoming(): Argument #2 ($charset) must be "windows-1251", "koi8-r" or "utf-8"
TypeError smsc_parse_send(): Argument #2 ($fmt) must be of type int, array given
Error Unknown named parameter $secret
Error Unknown named parameter $cost
Error Unknown named parameter $fmt
bool(true)
bool(true)
