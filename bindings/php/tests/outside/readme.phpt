--TEST--
The examples of the README print what the README shows
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
