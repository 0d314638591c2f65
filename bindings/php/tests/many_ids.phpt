--TEST--
Many requested messages in any order: their index changes no result (R47)
--EXTENSIONS--
smsc_proto
--FILE--
<?php
const COUNT = 4_000;

/**
 * The matching as the rules describe it: a record belongs to the first pair after the last matched
 * one that has its id and its phone.
 */
function expected(array $pairs, array $records): string
{
    $positions = $result = [];
    foreach ($pairs as $at => [$id, $phone]) {
        $positions["$id $phone"][] = $at;
    }
    $next = 0;
    foreach ($records as [$id, $phone]) {
        $found = null;
        foreach ($positions["$id $phone"] ?? [] as $at) {
            if ($at >= $next) {
                $found = $at;
                break;
            }
        }
        for (; $found !== null && $next < $found; $next++) {
            $result[] = 'missing ' . implode(' ', $pairs[$next]);
        }
        $next = $found === null ? $next : $found + 1;
        $result[] = ($found === null ? 'unexpected' : 'requested') . " $id $phone";
    }
    for (; $next < count($pairs); $next++) {
        $result[] = 'missing ' . implode(' ', $pairs[$next]);
    }
    return implode("\n", $result);
}

function shown(iterable $items): string
{
    $result = [];
    foreach ($items as $item) {
        $what = $item instanceof Smsc\Missing ? 'missing' : ($item->unexpected ? 'unexpected' : 'requested');
        $result[] = "$what $item->id $item->phone";
    }
    return implode("\n", $result);
}

/** Returns a batch of all=0, or of all=1 whose texts could end at every comma. */
function body(array $records, int $all): string
{
    $line = fn (array $pair) => $all === 0
        ? "1,1760080210,0,$pair[0],$pair[1]\n"
        : "1,1760080210,0,1760080202,$pair[1],2.12,G,D,one, two,,0,$pair[0]\n";
    return implode('', array_map($line, $records));
}

/* The same order in every run. */
mt_srand(1);
function shuffled(array $pairs): array
{
    for ($at = count($pairs) - 1; $at > 0; $at--) {
        $other = mt_rand(0, $at);
        [$pairs[$at], $pairs[$other]] = [$pairs[$other], $pairs[$at]];
    }
    return $pairs;
}

$pairs = array_map(fn ($at) => [100 + $at, (string)(79990000000 + $at)], range(0, COUNT - 1));
/* The ids and phones of two pairs crossed are no pair; 1 is the phone of many. */
$crossed = array_map(fn ($pair) => [$pair[0] + 1, $pair[1]], $pairs);
$repeated = array_map(fn ($at) => [100 + $at % 70, '7999000000' . $at % 3], range(0, COUNT - 1));
$bodies = [
    'in order' => [$pairs, $pairs],
    'shuffled' => [$pairs, shuffled($pairs)],
    'in blocks' => [$pairs, array_merge(...array_map(shuffled(...), array_chunk($pairs, 100)))],
    'every tenth' => [$pairs, array_values(array_filter($pairs, fn ($at) => $at % 10 === 9, ARRAY_FILTER_USE_KEY))],
    'none' => [$pairs, $crossed],
    'repeated' => [$repeated, array_slice($repeated, 7, 500)],
    'repeated, shuffled' => [shuffled($repeated), array_slice(shuffled($repeated), 0, 500)],
];
foreach ($bodies as $name => [$ids, $records]) {
    $expected = expected($ids, $records);
    $counts = array_count_values(array_map(fn ($line) => strtok($line, ' '), explode("\n", $expected)));
    ksort($counts);
    echo "$name: ", http_build_query($counts, '', ' '), "\n";
    foreach ([0, 1] as $all) {
        $body = body($records, $all);
        $parsed = shown(smsc_parse($body, all: $all, multi: true, ids: $ids));
        $iterated = smsc_iterate(str_split($body, 10_000), all: $all, ids: $ids);
        foreach ([$parsed, shown($iterated), shown($iterated)] as $got) {
            if ($got !== $expected) {
                echo "all=$all differs\n";
            }
        }
    }
}
?>
--EXPECTF--
in order: requested=4000
shuffled: missing=%d requested=%d unexpected=%d
in blocks: missing=%d requested=%d unexpected=%d
every tenth: missing=3600 requested=400
none: missing=4000 unexpected=4000
repeated: missing=3500 requested=500
repeated, shuffled: missing=%d requested=%d unexpected=%d
