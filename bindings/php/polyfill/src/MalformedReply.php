<?php

namespace Smsc;

/**
 * Thrown if the body is not a reply, if the record of a single reply cannot be parsed, and by
 * `smsc_parse` if no record of a batch can be parsed. `getCode()` is Malformed::NOT_A_REPLY or
 * Malformed::MALFORMED. The message and the properties contain no bytes of the body.
 */
class MalformedReply extends \RuntimeException
{
    /** The offset of the error, in bytes from the start of the body. */
    public int $offset = 0;
    /** What was expected at `offset`. */
    public string $expected = '';
    public ?string $field = null;
    /** The offset of the first byte that could not be parsed. */
    public int $start = 0;
    /** The offset after the last byte that could not be parsed; 0 if the body is not a reply. */
    public int $end = 0;
    /** Always null: only the extension knows which options the body needs. */
    public ?string $hint = null;

    /** @internal */
    public static function of(Malformed $item): self
    {
        $error = new self($item->message, $item->code);
        $error->offset = $item->offset;
        $error->expected = $item->expected;
        $error->start = $item->start;
        $error->end = $item->end;
        return $error;
    }

    /** @internal */
    public static function at(int $start, int $end, int $code, string $reason, string $expected): self
    {
        $error = new self("byte $start: $reason", $code);
        $error->offset = $error->start = $start;
        $error->end = $end;
        $error->expected = $expected;
        return $error;
    }
}
