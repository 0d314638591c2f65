--TEST--
The polyfill's parser returns equal records, rows and names, for random bodies too
--EXTENSIONS--
smsc_proto
iconv
--FILE--
<?php
require __DIR__ . '/common.inc';

// Where the extension is loaded, the polyfill declares nothing.
require __DIR__ . '/../polyfill/bootstrap.php';
var_dump((new ReflectionFunction('smsc_parse'))->isInternal());

// Its public classes are those of the extension here; this loads the parser behind them.
spl_autoload_register(fn (string $class) => require __DIR__ . '/../polyfill/src/' . strtr(substr($class, 5), '\\', '/') . '.php');

mt_srand(20251010);

/** Returns the fields of an item; null for a malformed record and an HLR reply. */
function extension(object $item, bool $is_auto): ?array
{
    if (!$item instanceof Smsc\Record || ($is_auto && $item->is_hlr)) {
        return null;
    }
    $fields = array_filter(get_object_vars($item), fn ($value) => $value !== null);
    unset($fields['is_hlr'], $fields['unexpected'], $fields['kind'], $fields['looks_like_utf8']);
    ksort($fields);
    return $fields;
}

/** Returns the same for a record of the polyfill. */
function polyfill(?array $fields, string $charset): ?array
{
    if ($fields !== null) {
        unset($fields['row']);
        $fields = array_map(fn ($value) => is_string($value) ? Smsc\Polyfill\Charset::decode($value, $charset) : $value, $fields);
        ksort($fields);
    }
    return $fields;
}

function one(array $of): string
{
    return $of[array_rand($of)];
}

/** Returns a random line: mostly as the server writes it, sometimes with an invalid field. */
function random_record(int $all): string
{
    $text = '';
    for ($words = mt_rand(0, 5); $words > 0; $words--) {
        $text .= one(['слово', 'a', ',', ', ', "\n", "\r\n", ' ', '1', '0', '1,0,0', "\n1,1760080210,0,", ',7', '0.5', "\n20,"]);
    }
    $space = one(['', '', ' ']);
    $head = one(['1', '20', '-1', '-3', '25', '100']) . ',' . one(['1760080210', '0', '', 'x']) . ',' . one(['0', '1', '', '255']);
    $id = one([(string)mt_rand(1, 2147483647), (string)mt_rand(1, 99), 'order-77', 'A.b_c', '-7', '']);
    $phone = '7' . mt_rand(9000000000, 9999999999);
    if ($all === 0) {
        return mt_rand(0, 9) === 0 ? '-3,0,1' . str_repeat(',', mt_rand(0, 10)) . ",$id,$phone" : "$head,$id,$phone";
    }
    if (mt_rand(0, 9) === 0) {
        return '-3,' . one(['0', '1760080210']) . ',1' . str_repeat(one([',', ',0']), mt_rand(0, 2)) . str_repeat(',', mt_rand(0, 20)) . ",$id";
    }
    $region = $all === 2 ? one(['Россия,МТС,Москва', ',,', 'Korea, Republic of,SKT,', ' Korea,SKT, Inc, Ltd,Seoul', 'a,b,c,d']) . ',' : '';
    $tail = one([",$space" . one(['', 'note', 'a,b']) . ",{$space}" . one(['0', '7', '12', '99']), ",$space" . '0', '']);
    $cost = one(['2.12', '0', '', '5.5000', '1.23456']);
    return "$head,1760080202,$phone,$region$cost,GLOBUS," . one(['Доставлено', '']) . ",$text$tail,$id";
}

/** Returns what a function returns, and whether it has warned. */
function with_warnings(callable $call): array
{
    $has_warned = false;
    set_error_handler(function () use (&$has_warned) {
        return $has_warned = true;
    });
    $result = $call();
    restore_error_handler();
    return [$result, $has_warned];
}

$compared = ['records' => 0, 'errors' => 0, 'rows' => 0];
function compare(string $body, int $all, bool $multi, string $charset, string $name): void
{
    $kind = mt_rand(0, 3) === 0 ? 'email' : 'auto';
    $parsed = new Smsc\Polyfill\Body($body, $all, $multi, $kind);
    $has_hlr = false;
    try {
        $items = iterator_to_array(smsc_iterate($body, all: $all, multi: $multi, charset: $charset, kind: $kind));
        $expected = $items[0] instanceof Smsc\Deleted ? 'deleted' : array_map(fn ($item) => extension($item, $kind === 'auto'), $items);
        $has_hlr = array_filter($items, fn ($item) => $item->is_hlr ?? false) !== [];
        $GLOBALS['compared']['records']++;
    } catch (Smsc\MalformedReply $error) {
        $expected = $error->getCode() === Smsc\Malformed::NOT_A_REPLY ? 'no reply' : [null];
        $GLOBALS['compared']['errors']++;
    } catch (Smsc\ApiError $error) {
        $expected = [$error->getCode(), $error->id];
        $GLOBALS['compared']['errors']++;
    }
    $found = $parsed->apiError() ?? match (true) {
        $parsed->isDeleted() => 'deleted',
        $parsed->whyNoReply() !== null => 'no reply',
        default => array_map(fn ($item) => polyfill($item[2], $charset), iterator_to_array($parsed->records())),
    };
    // Without the text of an HLR reply, lines of it can be taken for records: only its own is compared.
    if ($found !== $expected && !$has_hlr) {
        echo "$name, multi ", json_encode($multi), "\n", json_encode($body), "\n", json_encode($expected), "\n", json_encode($found), "\n";
    }
    if ($has_hlr) {
        return;
    }
    $rows = with_warnings(fn () => smsc_get_status_compat($body, $all, $multi ? '1,2' : '1'));
    if ($kind === 'auto' && $rows !== with_warnings(fn () => Smsc\Polyfill\Compat::rows($body, $all, $multi))) {
        echo "$name, rows\n", json_encode($body), "\n", json_encode($rows), "\n", json_encode(with_warnings(fn () => Smsc\Polyfill\Compat::rows($body, $all, $multi))), "\n";
    }
    $GLOBALS['compared']['rows']++;
}

foreach (cases() as $name => ['query' => $query, 'body_hex' => $hex]) {
    if ($query['fmt'] === 1 && !isset($query['ids']) && $query['kind'] === 'auto') {
        compare(hex2bin($hex), $query['all'], $query['multi'], $query['charset'], $name);
    }
}
for ($round = rounds(10_000); $round > 0; $round--) {
    $all = mt_rand(0, 2);
    $multi = mt_rand(0, 2) > 0;
    $body = '';
    for ($records = $multi || mt_rand(0, 5) === 0 ? mt_rand(1, 4) : 1; $records > 0; $records--) {
        $record = random_record($all);
        $body .= ($multi || mt_rand(0, 9) === 0 ? $record : preg_replace('/,[^,]*\z/', '', $record)) . one(["\n", "\r\n", $multi ? "\n" : '']);
    }
    $charset = one(['utf-8', 'windows-1251', 'koi8-r']);
    compare(iconv('utf-8', $charset, $body), $all, $multi, $charset, "all=$all $charset");
}
var_dump(min($compared) > 20);

echo "-- names and constants\n";
$names = [
    [Smsc\Record::class, Smsc\Polyfill\Names::STATUS, fn ($code, $lang) => smsc_parse("$code,0,0")[0]->statusName($lang)],
    [Smsc\Err::class, Smsc\Polyfill\Names::ERR, fn ($code, $lang) => smsc_parse("1,0,$code")[0]->errName($lang)],
    [Smsc\EmailErr::class, Smsc\Polyfill\Names::EMAIL_ERR, fn ($code, $lang) => smsc_parse("1,0,$code", kind: 'email')[0]->errName($lang)],
    [Smsc\Type::class, Smsc\Polyfill\Names::TYPE, fn ($code, $lang) => smsc_parse("{\"status\":1,\"type\":$code}", fmt: 3)[0]->typeName($lang)],
    [Smsc\ApiError::class, Smsc\Polyfill\Names::API_ERROR, fn ($code, $lang) => (new Smsc\ApiError('', $code))->name($lang)],
];
foreach ($names as [$class, $table, $name]) {
    $expected = [];
    foreach ((new ReflectionClass($class))->getConstants() as $code) {
        $expected[$code] = [$name($code, 'en'), $name($code, 'ru'), $name($code, 'fr')];
    }
    var_dump($table === $expected ?: [$class, $expected]);
}
// Another PHP loads the polyfill's classes, because one process cannot have both.
$classes = [Smsc\Record::class, Smsc\Err::class, Smsc\EmailErr::class, Smsc\Type::class, Smsc\ApiError::class, Smsc\Malformed::class, Smsc\MalformedReply::class, Smsc\OptionError::class, Smsc\Deleted::class, Smsc\Records::class];
$code = 'require $argv[1]; require $argv[2]; echo serialize(array_map(fn ($class) => describe_class(new ReflectionClass($class)), unserialize($argv[3])));';
$process = proc_open([PHP_BINARY, '-n', '-r', $code, __DIR__ . '/reflection.inc', __DIR__ . '/../polyfill/bootstrap.php', serialize($classes)], [1 => ['pipe', 'w']], $pipes);
$declared = unserialize(stream_get_contents($pipes[1]));
proc_close($process);
require __DIR__ . '/reflection.inc';
$public = fn ($properties) => array_keys(array_filter($properties, fn ($property) => ($property[1] & ReflectionProperty::IS_PUBLIC) !== 0));
foreach ($classes as $index => $class) {
    [$parent, $interfaces, , $constants, $properties] = describe_class(new ReflectionClass($class));
    [$its_parent, $its_interfaces, , $its_constants, $its_properties] = $declared[$index];
    if ([$parent, $interfaces, $constants, $public($properties)] !== [$its_parent, $its_interfaces, $its_constants, $public($its_properties)]) {
        echo "$class\n", json_encode([$parent, $interfaces, $constants, $public($properties)]), "\n";
        echo json_encode([$its_parent, $its_interfaces, $its_constants, $public($its_properties)]), "\n";
    }
}
?>
--EXPECT--
bool(true)
bool(true)
-- names and constants
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
