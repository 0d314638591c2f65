<?php

namespace Smsc;

use Smsc\Polyfill\Items;
use Smsc\Polyfill\Options;

/**
 * The result of `smsc_iterate`. Each `foreach` parses the source from its start. A generator and a
 * stream can be traversed only once.
 *
 * @implements \IteratorAggregate<int, Record|Malformed|Deleted>
 */
final class Records implements \IteratorAggregate
{
    /** @var string|iterable<string>|resource */
    private $source;
    private Options $options;
    private bool $stream_begun = false;
    private bool $looks_like_utf8 = false;

    /**
     * @param string|iterable<string>|resource $source
     * @internal
     */
    public function __construct($source, Options $options)
    {
        $this->source = $source;
        $this->options = $options;
    }

    /**
     * Throws a TypeError if a value cannot be a source.
     *
     * @param mixed $source
     * @internal
     */
    public static function check($source): void
    {
        if (!is_string($source) && !is_iterable($source) && !self::isStream($source)) {
            $type = is_object($source) ? get_class($source) : gettype($source);
            throw new \TypeError('smsc_iterate(): Argument #1 ($source) must be of type '
                . "Traversable|array|string or an open stream, $type given");
        }
    }

    /** Returns an iterator that `foreach` uses. */
    public function getIterator(): \Iterator
    {
        $this->looks_like_utf8 = false;
        $key = 0;
        foreach (Items::of($this->body(), $this->options) as $item) {
            if ($item instanceof Record && $item->looks_like_utf8) {
                $this->looks_like_utf8 = true;
            }
            yield $key++ => $item;
        }
    }

    /** Returns whether `looks_like_utf8` was true for a record that the last `foreach` has reached. */
    public function looksLikeUtf8(): bool
    {
        return $this->looks_like_utf8;
    }

    /** @param mixed $source */
    private static function isStream($source): bool
    {
        return is_resource($source) && in_array(get_resource_type($source), ['stream', 'persistent stream'], true);
    }

    /** Returns the whole body. */
    private function body(): string
    {
        if (is_string($this->source)) {
            return $this->source;
        }
        $body = '';
        foreach (is_iterable($this->source) ? $this->source : $this->stream() as $chunk) {
            if (!is_string($chunk)) {
                $type = is_object($chunk) ? get_class($chunk) : gettype($chunk);
                throw new \TypeError("smsc_iterate(): Argument #1 (\$source) must yield chunks of type string, $type yielded");
            }
            $body .= $chunk;
        }
        return $body;
    }

    /** @return \Generator<string> */
    private function stream(): \Generator
    {
        if ($this->stream_begun) {
            throw new \Error('smsc_iterate(): A stream can be traversed only once');
        }
        $this->stream_begun = true;
        while (true) {
            if (!self::isStream($this->source)) {
                throw new \TypeError('smsc_iterate(): Argument #1 ($source) is a stream that has been closed');
            }
            $chunk = fread($this->source, 1 << 16);
            if ($chunk !== false && $chunk !== '') {
                yield $chunk;
            } elseif ($chunk === '' && feof($this->source)) {
                return;
            } else {
                throw new \RuntimeException('smsc_iterate(): The stream could not be read to its end');
            }
        }
    }
}
