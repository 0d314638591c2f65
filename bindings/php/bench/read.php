<?php
/*
 * Times the ways to read a batch in PHP: read.php FILE ALL, for a body of fmt 1 in windows-1251. Prints nanoseconds a record, and how many times the extension's that is.
 *
 * Every answer is checked before the first is timed. A figure is the best of the rounds: noise only ever adds.
 */
require __DIR__ . '/PlainReader.php';

const ROUNDS = 30;

[, $file, $all] = $argv;
$all = (int)$all;
$body = file_get_contents($file);
$charsets = ['windows-1251' => $body, 'utf-8' => iconv('windows-1251', 'utf-8', $body)];

/** What the vendor's file does with a batch: every comma parts two fields. It is wrong where a text holds one, and has the bytes that came. */
function split_at_commas(string $body): array
{
    $rows = explode("\n", $body);
    foreach ($rows as $number => $row) {
        $rows[$number] = explode(',', $row);
    }
    return $rows;
}

function fields(Smsc\Status $status): array
{
    $fields = array_filter(get_object_vars($status), fn ($value) => $value !== null);
    unset($fields['is_hlr'], $fields['unasked'], $fields['kind']);
    ksort($fields);
    return $fields;
}

function agree(array $read, iterable $others, string $who): void
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

function nanoseconds(callable $read, int $records): float
{
    $best = INF;
    for ($round = 0; $round < ROUNDS; $round++) {
        $start = hrtime(true);
        $answer = $read();
        $best = min($best, hrtime(true) - $start);
        // Not timed for anybody: to let go of what was read.
        unset($answer);
    }
    return $best / $records;
}

foreach ($charsets as $charset => $body) {
    $read = array_map('fields', smsc_parse($body, all: $all, multi: true, charset: $charset));
    $iterated = (function () use ($body, $all, $charset) {
        foreach (smsc_iterate($body, all: $all, charset: $charset) as $status) {
            yield fields($status);
        }
    })();
    agree($read, PlainReader::read($body, $all, $charset), 'plain PHP');
    agree($read, $iterated, 'smsc_iterate');
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
            foreach (smsc_iterate($body, all: $all, charset: $charset) as $status) {
            }
        },
        'smsc_get_status_compat' => fn () => smsc_get_status_compat($body, $all, '1,2'),
        'explode (wrong)' => fn () => split_at_commas($body),
        'plain PHP' => fn () => PlainReader::read($body, $all, $charset),
    ];
    $records = count($read);
    echo "all=$all, $charset, $records records\n";
    foreach ($contenders as $name => $contender) {
        $nanoseconds[$name] = nanoseconds($contender, $records);
        printf("  %-24s %8.0f ns %8.2f×\n", $name, $nanoseconds[$name], $nanoseconds[$name] / $nanoseconds['smsc_parse']);
    }
}
