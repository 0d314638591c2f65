<?php
/*
 * Measures several ways to parse a batch in PHP. Usage: read.php FILE ALL, for a body of fmt 1 in
 * windows-1251. Prints for each way the nanoseconds per record, and the ratio to smsc_parse.
 *
 * All results are checked before anything is measured. A result is the fastest of several rounds,
 * because noise only adds time.
 */
// Its public classes are those of the extension here; this loads the parser behind them.
spl_autoload_register(fn (string $class) => require __DIR__ . '/../polyfill/src/' . strtr(substr($class, 5), '\\', '/') . '.php');

const ROUNDS = 30;

[, $file, $all] = $argv;
$all = (int)$all;
$body = file_get_contents($file);
$charsets = ['windows-1251' => $body, 'utf-8' => iconv('windows-1251', 'utf-8', $body)];

/**
 * Splits a batch as the vendor's file does: at every line break and every comma. The result is
 * wrong if a text contains one of them, and its texts are not decoded.
 */
function split_at_commas(string $body): array
{
    $rows = explode("\n", $body);
    foreach ($rows as $number => $row) {
        $rows[$number] = explode(',', $row);
    }
    return $rows;
}

/** Parses a batch by the polyfill, into arrays of decoded fields. */
function plain(string $body, int $all, string $charset): array
{
    $records = [];
    foreach ((new Smsc\Polyfill\Body($body, $all, true, 'auto'))->records() as [, , $record]) {
        unset($record['row']);
        foreach ($record as $name => $value) {
            if (is_string($value)) {
                $record[$name] = Smsc\Polyfill\Charset::decode($value, $charset);
            }
        }
        $records[] = $record;
    }
    return $records;
}

/** Returns the fields of a record in the form that plain() returns, with sorted keys. */
function fields(Smsc\Record $record): array
{
    $fields = array_filter(get_object_vars($record), fn ($value) => $value !== null);
    unset($fields['is_hlr'], $fields['unexpected'], $fields['kind'], $fields['looks_like_utf8']);
    ksort($fields);
    return $fields;
}

/** Exits if the records differ. */
function compare(array $read, iterable $others, string $who): void
{
    $number = 0;
    foreach ($others as $other) {
        ksort($other);
        if ($other !== $read[$number++]) {
            exit("$who: record $number differs\n");
        }
    }
    if ($number !== count($read)) {
        exit("$who: $number records\n");
    }
}

/** Returns the nanoseconds per record of the fastest round. */
function nanoseconds(callable $read, int $records): float
{
    $best = INF;
    for ($round = 0; $round < ROUNDS; $round++) {
        $start = hrtime(true);
        $result = $read();
        $best = min($best, hrtime(true) - $start);
        // Freeing the result is not measured.
        unset($result);
    }
    return $best / $records;
}

foreach ($charsets as $charset => $body) {
    $read = array_map('fields', smsc_parse($body, all: $all, multi: true, charset: $charset));
    $iterated = (function () use ($body, $all, $charset) {
        foreach (smsc_iterate($body, all: $all, charset: $charset) as $record) {
            yield fields($record);
        }
    })();
    compare($read, plain($body, $all, $charset), 'plain PHP');
    compare($read, $iterated, 'smsc_iterate');
    $rows = smsc_get_status_compat($body, $all, '1,2');
    $message = [0 => 3, 1 => 8, 2 => 11][$all];
    foreach ($rows as $number => $row) {
        $field = $read[$number][$all === 0 ? 'id' : 'message'];
        if ($row[$message] !== ($all === 0 ? (string)$field : iconv('utf-8', $charset, $field))) {
            exit("smsc_get_status_compat: row $number differs\n");
        }
    }
    $contenders = [
        'smsc_parse' => fn () => smsc_parse($body, all: $all, multi: true, charset: $charset),
        'smsc_iterate' => function () use ($body, $all, $charset) {
            foreach (smsc_iterate($body, all: $all, charset: $charset) as $record) {
            }
        },
        'smsc_get_status_compat' => fn () => smsc_get_status_compat($body, $all, '1,2'),
        'explode (wrong)' => fn () => split_at_commas($body),
        'plain PHP' => fn () => plain($body, $all, $charset),
    ];
    $records = count($read);
    echo "all=$all, $charset, $records records\n";
    foreach ($contenders as $name => $contender) {
        $nanoseconds[$name] = nanoseconds($contender, $records);
        printf("  %-24s %8.0f ns %8.2f×\n", $name, $nanoseconds[$name], $nanoseconds[$name] / $nanoseconds['smsc_parse']);
    }
}
