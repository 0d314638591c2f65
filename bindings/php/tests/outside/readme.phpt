--TEST--
The examples of the README and of the polyfill's README print what they show
--EXTENSIONS--
smsc_proto
--FILE--
<?php
/* The comments `//= …` in an example of the README are the lines that the example prints. */
preg_match_all('/^```php\n(.*?)^```/ms', file_get_contents(__DIR__ . '/../../README.md'), $blocks);
foreach ($blocks[1] as $block) {
    if (!str_contains($block, '//=')) {
        continue;
    }
    preg_match_all('~//= (.*)~', $block, $expected);
    ob_start();
    eval($block);
    $printed = explode("\n", rtrim(ob_get_clean(), "\n"));
    var_dump($printed === $expected[1] ? true : $printed);
}

echo "-- polyfill\n";
// Without the extension.
$folder = __DIR__ . '/../../polyfill';
preg_match('/^```php\n([^`]*?\/\/=.*?)^```/ms', file_get_contents("$folder/README.md"), $block);
preg_match_all('~//= (.*)~', $block[1], $expected);
$process = proc_open([PHP_BINARY, '-n', '-r', "require '$folder/bootstrap.php'; $block[1]"], [1 => ['pipe', 'w']], $pipes);
$printed = explode("\n", rtrim(stream_get_contents($pipes[1]), "\n"));
var_dump($printed === $expected[1] ? true : $printed);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
-- polyfill
bool(true)
