<?php

/*
 * Checks what the conformance cases do not: names, invalid options, sources, and rows. `cases.php`
 * requires this file, which returns the number of checks that failed. Also runs with PHP 7.4.
 */

$checks = $failures = 0;

/**
 * @param mixed $found
 * @param mixed $expected
 */
$check = static function (string $what, $found, $expected) use (&$checks, &$failures): void {
    $checks++;
    if ($found !== $expected) {
        echo "$what:\n", json_encode($expected), "\n", json_encode($found), "\n";
        $failures++;
    }
};

/** Returns the class and the message of what a function throws. */
$thrown = static function (callable $call): string {
    try {
        $call();
        return 'nothing';
    } catch (Throwable $error) {
        return get_class($error) . ': ' . $error->getMessage();
    }
};

foreach (array_merge(glob(__DIR__ . '/../src/*.php'), glob(__DIR__ . '/../src/Polyfill/*.php')) as $file) {
    $class = 'Smsc' . strtr(substr($file, strlen(__DIR__ . '/../src'), -4), '/', '\\');
    $check($class, class_exists($class) || interface_exists($class), true);
}

$batch = "1,0,0,101,79990000001\nx\n20,0,1,102,a@example.org\n";

[$record] = smsc_parse("20,1760080219,1\n");
$check('names', [$record->statusName(), $record->errName('RU'), $record->typeName()], ['Cannot be delivered', 'Абонент не существует', null]);
[, $malformed, $email] = smsc_parse($batch, 1, 0, true);
$check('an address', $email->errName(), 'No such addressee');
$check('a kind', smsc_parse('20,0,1', 1, 0, false, 'utf-8', 'email')[0]->errName(), 'No such addressee');
$check('an unknown code', smsc_parse('77,0,777')[0]->statusName(), null);
$check('a malformed line', [$malformed->start, $malformed->end, $malformed->offset, $malformed->code], [22, 23, 22, Smsc\Malformed::MALFORMED]);
$check('offsets count a mark', smsc_parse("\xEF\xBB\xBFx\n1,0,0,1,7", 1, 0, true)[0]->start, 3);
$check('a language', $thrown(fn () => $record->statusName('de')), 'Smsc\OptionError: Smsc\Record::statusName(): Argument #1 ($lang) must be "en", "ru" or "fr"');

$text = '1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,Привет,,0';
$check('UTF-8', smsc_parse($text, 1, 1, false, 'UTF8')[0]->message, 'Привет');
$check('a wrong charset', smsc_parse($text, 1, 1)[0]->looks_like_utf8, true);
$check('koi8-r', smsc_parse("1,0,0,1,7,1,G,D,\xF0\xD2,,0", 1, 1, false, 'KOI8-R')[0]->message, 'Пр');

foreach ([
    '#2 ($fmt) must be 0, 1, 2 or 3' => [4],
    '#2 ($fmt) must be 1: other formats need the extension smsc_proto' => [3],
    '#3 ($all) must be 0, 1 or 2' => [1, 3],
    '#5 ($charset) must be "windows-1251", "koi8-r" or "utf-8"' => [1, 0, false, 'latin1'],
    '#6 ($kind) must be "auto", "sms", "hlr" or "email"' => [1, 0, false, 'utf-8', 'call'],
    '#6 ($kind) must be "auto", "sms" or "email": "hlr" needs the extension smsc_proto' => [1, 0, false, 'utf-8', 'hlr'],
    '#7 ($ids) must be null: requested pairs need the extension smsc_proto' => [1, 0, true, 'utf-8', 'auto', [[1, '7']]],
] as $message => $options) {
    $check('an option', $thrown(fn () => smsc_parse('1,0,0', ...$options)), "Smsc\OptionError: smsc_parse(): Argument $message");
}
$check('a ValueError', new Smsc\OptionError() instanceof ValueError, true);

$check('an API error', $thrown(fn () => smsc_parse('0,-9')), 'Smsc\ApiError: the server rejected the request with error 9: Too many requests');
try {
    smsc_parse('101,-6');
} catch (Smsc\ApiError $error) {
    $check('its properties', [$error->getCode(), $error->id, $error->name('fr') !== null], [Smsc\ApiError::MESSAGE_FORBIDDEN, 101, true]);
}
foreach (['' => 'is empty', '<html>' => 'looks like HTML or XML', '{"status":1}' => 'looks like JSON', 'file.txt' => 'is some other text'] as $body => $reason) {
    $check('no reply', $thrown(fn () => smsc_parse($body)), "Smsc\MalformedReply: byte 0: not an fmt=1 reply: the body $reason");
}

/** Returns the ids of the items. */
$ids = static function ($source, bool $multi = true): array {
    $ids = [];
    foreach (smsc_iterate($source, 1, 0, $multi) as $item) {
        $ids[] = $item->id ?? null;
    }
    return $ids;
};
$stream = fopen('php://temp', 'w+');
fwrite($stream, $batch);
rewind($stream);
foreach ([$batch, str_split($batch, 3), new ArrayIterator([$batch]), $stream] as $source) {
    $check('a source', $ids($source, is_string($source)), [101, null, 102]);
}
$check('the stream stays open', is_resource($stream), true);
rewind($stream);
$records = smsc_iterate($stream);
$check('a loop', count(iterator_to_array($records)), 3);
$check('a stream, twice', $thrown(fn () => iterator_to_array($records)), 'Error: smsc_iterate(): A stream can be traversed only once');
fclose($stream);
$check('a closed stream', strpos($thrown(fn () => smsc_iterate($stream)), 'TypeError: smsc_iterate(): Argument #1 ($source) must be'), 0);
$check('an int', strpos($thrown(fn () => smsc_iterate(7)), 'TypeError: smsc_iterate(): Argument #1 ($source) must be'), 0);
$check('a chunk', strpos($thrown(fn () => $ids([7])), 'TypeError: smsc_iterate(): Argument #1 ($source) must yield'), 0);
$records = smsc_iterate([$text . ',101'], 1, 1);
$check('before a loop', $records->looksLikeUtf8(), false);
iterator_to_array($records);
$check('after a loop', $records->looksLikeUtf8(), true);

$check('a row', smsc_get_status_compat('1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,a, b,c,,0', 1, '101')[8], 'a, b,c');
$check('rows', smsc_get_status_compat("1,0,0,101,7\n20,0,1,102,7\n", 0, '101,102')[1], ['20', '0', '1', '102', '7']);
$check('a level', $thrown(fn () => smsc_get_status_compat('1,0,0', 3, '1')), 'Smsc\OptionError: smsc_get_status_compat(): Argument #2 ($all) must be 0, 1 or 2');

echo "functions: $checks checks\n";
return $failures;
