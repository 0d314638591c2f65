<?php

/** @generate-class-entries */

namespace Smsc {
    /**
     * A record of a batch that cannot be parsed. The object contains no bytes of the reply, so it
     * can be logged.
     *
     * An object takes 80 bytes, because a hostile reply can have a malformed record in every two
     * bytes: the values of the properties are created when they are read. A `foreach` by reference
     * over an object gets copies of them.
     *
     * @strict-properties
     */
    final readonly class Malformed
    {
        /**
         * @var int
         * @cvalue SMSC_RESULT_NOT_A_REPLY
         */
        const NOT_A_REPLY = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_RESULT_FIELD
         */
        const FIELD = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_RESULT_FIELD_COUNT
         */
        const FIELD_COUNT = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_RESULT_LABEL
         */
        const LABEL = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_RESULT_SYNTAX
         */
        const SYNTAX = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_RESULT_NOT_A_RECORD
         */
        const NOT_A_RECORD = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_RESULT_NO_STATUS
         */
        const NO_STATUS = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_RESULT_TRAILING_BYTES
         */
        const TRAILING_BYTES = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_RESULT_API_ERROR
         */
        const API_ERROR = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_RESULT_OUTSIDE_RECORD
         */
        const OUTSIDE_RECORD = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_RESULT_NO_END
         */
        const NO_END = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_RESULT_TOO_LONG
         */
        const TOO_LONG = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_RESULT_INVALID_VALUE
         */
        const INVALID_VALUE = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_RESULT_MISSING_KEY
         */
        const MISSING_KEY = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_RESULT_UNSUPPORTED
         */
        const UNSUPPORTED = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_RESULT_MALFORMED
         */
        const MALFORMED = UNKNOWN;

        /** What was wrong: see the constants. Later versions may add numbers from 200 to 299. */
        public readonly int $code;
        /** One line in English: the offset, what was wrong, and what was expected. */
        public readonly string $message;
        /** The offset of the error, in bytes from the start of the body. */
        public readonly int $offset;
        /** What was expected at `offset`. */
        public readonly string $expected;
        /** The wire name of the invalid field; null if the error is not about one field. */
        public readonly ?string $field;
        /** The offset of the first byte that could not be parsed. */
        public readonly int $start;
        /** The offset after the last byte that could not be parsed. */
        public readonly int $end;

        private function __construct() {}

        /** Returns the data for `serialize()`. */
        public function __serialize(): array {}

        /** Restores the data of `__serialize()`, in an object that `unserialize()` creates. */
        public function __unserialize(array $data): void {}
    }

    /**
     * A pair of `ids` for which the reply has no record.
     *
     * @strict-properties
     */
    final readonly class Missing
    {
        /** The requested id: an int, or a string if it is a text. */
        public readonly int|string $id;
        /** The requested phone, as it was passed. */
        public readonly string $phone;

        private function __construct() {}
    }

    /**
     * The reply to a request with `del=1`: the messages were deleted.
     *
     * @strict-properties
     */
    final readonly class Deleted
    {
        private function __construct() {}
    }

    /**
     * The result of `smsc_iterate`. Each `foreach` parses the source from its start. A generator
     * can be traversed only once.
     *
     * @implements \IteratorAggregate<int, Record|Malformed|Missing|Deleted>
     * @strict-properties
     * @not-serializable
     */
    final class Records implements \IteratorAggregate
    {
        private function __construct() {}

        /** Returns an iterator that `foreach` uses. */
        public function getIterator(): \Iterator {}

        /**
         * Returns whether `looks_like_utf8` was true for a record that the last `foreach` has
         * reached. This method parses nothing, so call it after the loop.
         */
        public function looksLikeUtf8(): bool {}
    }
}
