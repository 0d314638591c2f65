<?php

namespace Smsc;

/**
 * A record of a batch that cannot be parsed, or an HLR reply. The object contains no bytes of the
 * reply, so it can be logged. Unlike the extension, this package does not say what was wrong: `code`
 * is MALFORMED, `field` is null, and `offset` is that of the start.
 */
final class Malformed
{
    /** Parsing: the whole body is not a reply to such a query; `body_kind` says what it looks like. */
    const NOT_A_REPLY = 200;
    /** Parsing: a value is out of its range or has the wrong form; `field` says which. */
    const FIELD = 201;
    /**
     * Parsing: no reply to this query has this number of fields, or the line ends before the
     * message; `amount` is the number.
     */
    const FIELD_COUNT = 202;
    /** Parsing: in fmt 0, a key is missing, repeated or out of order. */
    const LABEL = 203;
    /** Parsing: the JSON or XML is broken here, or nested too deep. */
    const SYNTAX = 204;
    /** Parsing: an item of a list is not a record. */
    const NOT_A_RECORD = 205;
    /** Parsing: a record has no status, which is the only required field. */
    const NO_STATUS = 206;
    /** Parsing: bytes other than white space follow the end of the reply. */
    const TRAILING_BYTES = 207;
    /** Parsing: the reply starts like an API error but does not continue like one. */
    const API_ERROR = 208;
    /** Parsing: a line neither starts a record nor belongs to one. */
    const OUTSIDE_RECORD = 209;
    /** Parsing: a line starts a record that has no end. */
    const NO_END = 210;
    /** Parsing: a line is longer than the limit for a record; `amount` is the limit. */
    const TOO_LONG = 211;
    /** In a reply to another call: the extension alone parses those. */
    const INVALID_VALUE = 212;
    /** In a reply to another call. */
    const MISSING_KEY = 213;
    /** In a reply to another call. */
    const UNSUPPORTED = 214;
    /** Parsing: a failure that only a later version of this header has a number for. */
    const MALFORMED = 299;

    public int $code = self::MALFORMED;
    /** One line in English: the offset, and what was expected. */
    public string $message;
    /** The offset of the record, in bytes from the start of the body. */
    public int $offset;
    /** What was expected at `offset`. */
    public string $expected;
    public ?string $field = null;
    /** The offset of the first byte that could not be parsed. */
    public int $start;
    /** The offset after the last byte that could not be parsed. */
    public int $end;

    private function __construct()
    {
    }

    /** @internal */
    public static function at(int $start, int $end, string $reason, string $expected): self
    {
        $malformed = new self();
        $malformed->message = "byte $start: $reason";
        $malformed->offset = $malformed->start = $start;
        $malformed->end = $end;
        $malformed->expected = $expected;
        return $malformed;
    }
}
