<?php

/*
 * Runs the conformance cases of testdata through this package, with the extension not loaded, and
 * exits with 1 if a result differs, or a check of functions.php fails. Usage: cases.php TESTDATA.
 * Also runs with PHP 7.4.
 *
 * What the package does not support must be rejected: an option by an exception, and an HLR reply as
 * malformed.
 */

require __DIR__ . '/../bootstrap.php';

const HLR = ['imsi', 'msc', 'mcc', 'mnc', 'cn', 'net', 'rcn', 'rnet'];

/** Returns an item in the form that the cases have. */
function line(object $item): array
{
    if ($item instanceof Smsc\Malformed) {
        return ['malformed' => true];
    }
    if ($item instanceof Smsc\Deleted) {
        return ['result' => 'OK'];
    }
    $line = array_filter(get_object_vars($item), fn ($value) => $value !== null);
    if ($item->is_ambiguous) {
        $line['split'] = 'ambiguous';
    }
    unset($line['is_ambiguous'], $line['is_hlr'], $line['unexpected'], $line['kind'], $line['looks_like_utf8']);
    ksort($line);
    return $line;
}

/** Returns the items of a function's result, and what it throws, in the form that the cases have. */
function lines(callable $read): array
{
    $lines = [];
    try {
        foreach ($read() as $item) {
            $lines[] = line($item);
        }
    } catch (Smsc\ApiError $error) {
        $line = ['error' => $error->text, 'error_code' => $error->getCode(), 'id' => $error->id];
        $lines[] = array_filter($line, fn ($value) => $value !== null);
    } catch (Smsc\MalformedReply $error) {
        $lines[] = ['malformed' => true];
    }
    return $lines;
}

/** Returns the option of a request that the package rejects, or null. */
function rejected(array $query): ?string
{
    $options = ['fmt' => $query['fmt'] !== 1, 'ids' => isset($query['ids']), 'kind' => $query['kind'] === 'hlr'];
    $option = array_search(true, $options, true);
    return $option === false ? null : $option;
}

$failed = 0;
$counts = ['supported' => 0, 'with HLR replies' => 0, 'fmt' => 0, 'ids' => 0, 'kind' => 0];
foreach (glob($argv[1] . '/*.json') as $file) {
    foreach (json_decode(file_get_contents($file), true, 512, JSON_THROW_ON_ERROR) as $case) {
        $query = $case['query'] + ['fmt' => 1, 'all' => 0, 'multi' => false, 'charset' => 'windows-1251', 'kind' => 'auto'];
        $body = hex2bin($case['body_hex']);
        $ids = isset($query['ids']) ? [[101, '79990000001']] : null;
        $options = [$query['fmt'], $query['all'], $query['multi'], $query['charset'], $query['kind'], $ids];
        $expected = $case['expect'];
        $readers = [
            'smsc_parse' => fn () => smsc_parse($body, ...$options),
            'smsc_iterate' => fn () => smsc_iterate($body, ...$options),
        ];
        if ($query['multi']) {
            $readers['smsc_iterate with chunks'] = fn () => smsc_iterate(str_split($body, 7), ...$options);
        }
        $option = rejected($query);
        $has_hlr = false;
        foreach ($expected as $number => $line) {
            ksort($line);
            $is_hlr = array_intersect(HLR, array_keys($line)) !== [];
            $expected[$number] = $is_hlr ? ['malformed' => true] : $line;
            $has_hlr = $has_hlr || $is_hlr;
        }
        $counts[$option ?? ($has_hlr ? 'with HLR replies' : 'supported')]++;
        foreach ($readers as $name => $read) {
            try {
                $lines = lines($read);
            } catch (Smsc\OptionError $error) {
                $named = strpos($error->getMessage(), "(\$$option) must be") !== false && strpos($error->getMessage(), 'extension') !== false;
                $lines = $option !== null && $named ? [] : [$error->getMessage()];
            }
            // smsc_parse throws if no record of a batch can be parsed.
            $unread = array_filter($expected, fn ($line) => isset($line['malformed']));
            $throws = $name === 'smsc_parse' && $expected !== [] && count($unread) === count($expected);
            $wanted = $option !== null ? [] : ($throws ? [['malformed' => true]] : $expected);
            if ($lines !== $wanted) {
                echo basename($file), " $case[name], $name:\n", json_encode($wanted), "\n", json_encode($lines), "\n";
                $failed++;
            }
        }
    }
}
foreach ($counts as $what => $count) {
    echo "$what: $count cases\n";
    $failed += $count === 0 ? 1 : 0;
}
$failed += require __DIR__ . '/functions.php';
echo 'PHP ', PHP_VERSION, "\n";
exit($failed === 0 ? 0 : 1);
