--TEST--
Damaged replies: no crash, equal items from chunks and from the whole body, and no byte lost by smsc_get_status_compat
--EXTENSIONS--
smsc_proto
--FILE--
<?php
require __DIR__ . '/common.inc';

mt_srand(20251010);
const TOKENS = [',', "\n", "\r\n", ' ', '0', '1', '-3', '-', '"', '{', '}', '[', '<', '>', '&', '\\', "\0", "\xff", "\xEF\xBB\xBF", ',,,,,,,', "1,0,0,\n", 'HLR'];

/** Returns the body after up to 4 random changes. */
function damaged(string $body): string
{
    for ($times = mt_rand(0, 4); $times > 0; $times--) {
        $at = mt_rand(0, strlen($body));
        $body = match (mt_rand(0, 4)) {
            0 => substr($body, 0, $at),
            1 => substr($body, $at),
            2 => substr_replace($body, TOKENS[array_rand(TOKENS)], $at, mt_rand(0, 3)),
            3 => substr($body, 0, $at) . substr($body, mt_rand(0, strlen($body))),
            4 => $body . (mt_rand(0, 1) ? "\n" : '') . $body,
        };
    }
    return $body;
}

/** Returns the text without separators and byte order marks. */
function content(string $text): string
{
    return str_replace("\xEF\xBB\xBF", '', str_replace([',', ' ', "\r", "\n"], '', $text));
}

set_error_handler(fn () => true);
$cases = array_values(iterator_to_array(cases()));
$rounds = rounds(50_000);
$lost = $different = 0;
for ($round = 0; $round < $rounds; $round++) {
    ['query' => $query, 'body_hex' => $hex] = $cases[array_rand($cases)];
    $body = damaged(hex2bin($hex));
    $options = options($query);
    $options['multi'] = (bool)mt_rand(0, 2);
    $lines = lines(fn () => smsc_parse($body, ...$options));
    if ($options['multi'] && $body !== '') {
        $chunks = str_split($body, mt_rand(1, 100));
        $whole = lines(fn () => smsc_iterate($body, ...$options));
        $different += lines(fn () => smsc_iterate($chunks, ...$options)) !== $whole;
    }
    $rows = smsc_get_status_compat($body, $query['all'], ['101', '101,102'][mt_rand(0, 1)]);
    array_walk_recursive($rows, function ($field) use (&$all) { $all .= $field; });
    if (content($all) !== content($body)) {
        $lost++;
    }
    $all = '';
}
var_dump($lost, $different);
?>
--EXPECT--
int(0)
int(0)
