<?php

namespace Smsc\Polyfill;

use Smsc\OptionError;

/**
 * The checked options of a call.
 *
 * @internal
 */
final class Options
{
    private const CHARSETS = [
        'windows-1251' => 'windows-1251', 'cp1251' => 'windows-1251', 'win-1251' => 'windows-1251',
        'koi8-r' => 'koi8-r', 'utf-8' => 'utf-8', 'utf8' => 'utf-8',
    ];

    public int $all;
    public bool $multi;
    public string $charset;
    public string $kind;

    /** @throws OptionError */
    public function __construct(
        string $function,
        int $fmt,
        int $all,
        bool $multi,
        string $charset,
        string $kind,
        ?array $ids
    ) {
        $this->all = $all;
        $this->multi = $multi;
        $this->charset = self::CHARSETS[strtolower($charset)] ?? '';
        $this->kind = strtolower($kind);
        $checks = [
            '#2 ($fmt) must be 0, 1, 2 or 3' => $fmt < 0 || $fmt > 3,
            '#2 ($fmt) must be 1: other formats need the extension smsc_proto' => $fmt !== 1,
            '#3 ($all) must be 0, 1 or 2' => $all < 0 || $all > 2,
            '#5 ($charset) must be "windows-1251", "koi8-r" or "utf-8"' => $this->charset === '',
            '#6 ($kind) must be "auto", "sms" or "email": "hlr" needs the extension smsc_proto' => $this->kind === 'hlr',
            '#6 ($kind) must be "auto", "sms", "hlr" or "email"' => !in_array($this->kind, ['auto', 'sms', 'hlr', 'email'], true),
            '#7 ($ids) must be null: requested pairs need the extension smsc_proto' => $ids !== null,
        ];
        $failed = array_search(true, $checks, true);
        if ($failed !== false) {
            throw new OptionError("$function(): Argument $failed");
        }
    }

    /** @throws OptionError if there is no such language */
    public static function lang(string $method, string $lang): int
    {
        $found = array_search(strtolower($lang), ['en', 'ru', 'fr'], true);
        if ($found === false) {
            throw new OptionError("$method(): Argument #1 (\$lang) must be \"en\", \"ru\" or \"fr\"");
        }
        return $found;
    }
}
