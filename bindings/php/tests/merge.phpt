--TEST--
smsc_merge: every case, the object, and wrong arguments
--EXTENSIONS--
smsc_proto
--FILE--
<?php
require __DIR__ . '/common.inc';

/** Returns the record of a report. */
function report(array $report): Smsc\Record
{
    ['fmt' => $fmt, 'all' => $all, 'multi' => $multi, 'charset' => $charset] = $report['query'];
    return iterator_to_array(smsc_parse(hex2bin($report['body_hex']), $fmt, $all, $multi, $charset))[0];
}

/** Returns the fields of a record in the form that the cases have. */
function fields(Smsc\Record $record): array
{
    $fields = array_filter(get_object_vars($record), fn ($value) => $value !== null);
    $split = $record->is_ambiguous ? ['split' => 'ambiguous'] : [];
    unset($fields['is_hlr'], $fields['is_ambiguous'], $fields['unexpected'], $fields['kind'], $fields['looks_like_utf8']);
    return $fields + $split;
}

$count = 0;
foreach (json_decode(file_get_contents(ROOT . '/testdata/merge/merge.json'), true, flags: JSON_THROW_ON_ERROR) as $case) {
    $reports = array_map(report(...), $case['reports']);
    $expect = $case['expect'] + ['not_found' => false];
    foreach ([$reports, array_reverse($reports, true)] as $order) {
        $found = smsc_merge(reports: $order);
        $fields = fields($found->record);
        ksort($fields);
        ksort($expect['record']);
        $marks = [$found->is_final, $found->not_found, count($found->reports)];
        if ($fields !== $expect['record'] || $marks !== [$expect['is_final'], $expect['not_found'], $expect['kept']]) {
            echo $case['name'], ":\n", json_encode($expect), "\n", json_encode([$fields, $marks]), "\n";
        }
        if (smsc_merge($found->reports) != $found) {
            echo $case['name'], ": the kept reports are not enough\n";
        }
    }
    $count++;
}
var_dump($count >= 28);

echo "-- the object\n";
$record = report(['query' => ['fmt' => 1, 'all' => 0, 'multi' => false, 'charset' => 'utf-8'], 'body_hex' => bin2hex('1,1760080210,0')]);
$merged = smsc_merge(['a' => $record, 'b' => &$record]);
var_dump($merged->record == $record, $merged->reports === [$record], unserialize(serialize($merged)) == $merged);
foreach ([
    function () use ($merged) { $merged->is_final = false; },
    fn () => new Smsc\Merged(),
    fn () => smsc_merge([]),
    fn () => smsc_merge([$record, '1,1760080210,0']),
    fn () => smsc_merge([new stdClass()]),
    fn () => smsc_merge([unserialize(str_replace('s:6:"status";i:1;', 's:6:"status";i:9876543210;', serialize($record)))]),
    fn () => smsc_merge($record),
] as $call) {
    try {
        var_dump($call());
    } catch (Error $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
?>
--EXPECT--
bool(true)
-- the object
bool(true)
bool(true)
bool(true)
Error: Cannot modify readonly property Smsc\Merged::$is_final
Error: Call to private Smsc\Merged::__construct() from global scope
Smsc\OptionError: smsc_merge(): Argument #1 ($reports) must have at least one Smsc\Record
TypeError: smsc_merge(): Argument #1 ($reports) must have items of type Smsc\Record, string given
TypeError: smsc_merge(): Argument #1 ($reports) must have items of type Smsc\Record, stdClass given
Error: smsc_proto: an argument is out of range
TypeError: smsc_merge(): Argument #1 ($reports) must be of type array, Smsc\Record given
