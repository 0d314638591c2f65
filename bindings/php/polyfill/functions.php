<?php

use Smsc\Malformed;
use Smsc\MalformedReply;
use Smsc\OptionError;
use Smsc\Polyfill\Compat;
use Smsc\Polyfill\Items;
use Smsc\Polyfill\Options;
use Smsc\Records;

/*
 * The functions. The extension's stubs/smsc_proto.php describes them; this package's README says
 * which of their options it has.
 */

if (!function_exists('smsc_parse')) {
    /**
     * Parses the reply to a request to `status.php`, and returns its items in order.
     *
     * @param array|null $ids must be null
     * @return list<Smsc\Record|Smsc\Malformed|Smsc\Deleted>
     * @throws Smsc\ApiError if the server rejected the request
     * @throws Smsc\MalformedReply if the body is not a reply, if the record of a single reply cannot
     *     be parsed, or if no record of a batch can be parsed
     * @throws OptionError if an option has an invalid value, or one that needs the extension
     */
    function smsc_parse(
        #[\SensitiveParameter]
        string $body,
        int $fmt = 1,
        int $all = 0,
        bool $multi = false,
        string $charset = 'windows-1251',
        string $kind = 'auto',
        #[\SensitiveParameter]
        ?array $ids = null
    ): array {
        $options = new Options('smsc_parse', $fmt, $all, $multi, $charset, $kind, $ids);
        $items = iterator_to_array(Items::of($body, $options), false);
        foreach ($items as $item) {
            if (!$item instanceof Malformed) {
                return $items;
            }
        }
        if ($items !== []) {
            throw MalformedReply::of($items[0]);
        }
        return $items;
    }

    /**
     * Returns the items of a reply as an iterable, which parses the body when a loop starts. Unlike
     * the extension, a loop reads all chunks into memory first.
     *
     * @param string|iterable<string>|resource $source a body, its chunks, or an open stream
     * @param array|null $ids must be null
     * @throws OptionError if an option has an invalid value, or one that needs the extension
     */
    function smsc_iterate(
        #[\SensitiveParameter]
        $source,
        int $fmt = 1,
        int $all = 0,
        bool $multi = true,
        string $charset = 'windows-1251',
        string $kind = 'auto',
        #[\SensitiveParameter]
        ?array $ids = null
    ): Records {
        Records::check($source);
        $multi = $multi || !is_string($source);
        return new Records($source, new Options('smsc_iterate', $fmt, $all, $multi, $charset, $kind, $ids));
    }

    /**
     * Splits the raw body of a reply in fmt 1 into fields, as the vendor's `get_status()` does, but
     * with every field at its index.
     *
     * @return list<string>|list<list<string>>
     * @throws OptionError if `all` is not 0, 1 or 2
     */
    function smsc_get_status_compat(
        #[\SensitiveParameter]
        string $body,
        int $all,
        string $ids
    ): array {
        if ($all < 0 || $all > 2) {
            throw new OptionError('smsc_get_status_compat(): Argument #2 ($all) must be 0, 1 or 2');
        }
        return Compat::rows($body, $all, strpos($ids, ',') !== false);
    }
}
