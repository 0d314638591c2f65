<?php

namespace Smsc\Polyfill;

/**
 * Decodes texts (R7, R50).
 *
 * @internal
 */
final class Charset
{
    /** The characters of the bytes 0x80 to 0xFF, as the WHATWG decoders have them. */
    private const HIGH = [
        'windows-1251' => "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї"
            . 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя',
        'koi8-r' => "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{A0}⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©"
            . 'юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ',
    ];

    /** A valid character, or else the bytes that become one U+FFFD. */
    private const UTF8 = '/((?:[\x00-\x7F]|[\xC2-\xDF][\x80-\xBF]|\xE0[\xA0-\xBF][\x80-\xBF]|\xED[\x80-\x9F][\x80-\xBF]'
        . '|[\xE1-\xEC\xEE\xEF][\x80-\xBF]{2}|\xF0[\x90-\xBF][\x80-\xBF]{2}|[\xF1-\xF3][\x80-\xBF]{3}|\xF4[\x80-\x8F][\x80-\xBF]{2})++)'
        . '|\xE0[\xA0-\xBF]?|\xED[\x80-\x9F]?|[\xE1-\xEC\xEE\xEF][\x80-\xBF]?'
        . '|\xF0(?:[\x90-\xBF][\x80-\xBF]?)?|[\xF1-\xF3][\x80-\xBF]{0,2}|\xF4(?:[\x80-\x8F][\x80-\xBF]?)?|./s';

    /** Two letters of an alphabet other than the Latin one (R51). */
    private const LETTERS = '/[\x{370}-\x{45F}\x{490}-\x{52F}\x{531}-\x{587}\x{10A0}-\x{10FF}]{2}/u';

    /** The most texts in the cache, and the greatest length of one. */
    private const CACHED_TEXTS = 256;
    private const CACHED_LENGTH = 64;

    /** @var array<string, string> decoded texts by their charset and bytes */
    private static array $cache = [];
    /** @var array<string, array<string, string>> */
    private static array $tables = [];

    /** Decodes bytes to UTF-8. */
    public static function decode(string $bytes, string $charset): string
    {
        if (preg_match('/[\x80-\xFF]/', $bytes) !== 1 || ($charset === 'utf-8' && preg_match('//u', $bytes) === 1)) {
            return $bytes;
        }
        if ($charset === 'utf-8') {
            $decode = static function (array $found): string {
                return $found[1] ?? "\u{FFFD}";
            };
            return (string)preg_replace_callback(self::UTF8, $decode, $bytes);
        }
        $table = self::$tables[$charset] ??= self::table($charset);
        if (strlen($bytes) > self::CACHED_LENGTH) {
            return strtr($bytes, $table);
        }
        // A batch repeats its names of statuses, countries and operators.
        if (count(self::$cache) >= self::CACHED_TEXTS) {
            self::$cache = [];
        }
        return self::$cache["$charset $bytes"] ??= strtr($bytes, $table);
    }

    /** Returns whether bytes look like UTF-8 that is read in another charset (R51). */
    public static function looksLikeUtf8(string $bytes, string $charset): bool
    {
        return $charset !== 'utf-8' && preg_match(self::LETTERS, $bytes) === 1;
    }

    /** @return array<string, string> the characters by their bytes */
    private static function table(string $charset): array
    {
        $table = [];
        foreach (preg_split('//u', self::HIGH[$charset], -1, PREG_SPLIT_NO_EMPTY) as $index => $character) {
            $table[chr(0x80 + $index)] = $character;
        }
        return $table;
    }
}
