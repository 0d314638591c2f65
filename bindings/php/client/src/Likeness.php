<?php

declare(strict_types=1);

namespace Smsc\Client;

/**
 * The likeness of phones for the limits of the service, whose rule is not known exactly.
 *
 * @internal
 */
final class Likeness
{
    /**
     * Returns what like phones have in common: of a number its last ten digits, without the prefix,
     * which can be typed in several ways; of an address its letters in lower case. Phones that are
     * alike only here wait longer than they must.
     */
    public static function phone(#[\SensitiveParameter] string $phone): string
    {
        $digits = str_contains($phone, '@') ? '' : (string) preg_replace('/[^0-9]+/', '', $phone);
        return $digits === '' ? strtolower($phone) : substr($digits, -10);
    }
}
