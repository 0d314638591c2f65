<?php

/** @generate-class-entries */

namespace Smsc {
    /**
     * What is known of a message from all its reports, from `smsc_merge`.
     *
     * @strict-properties
     */
    final readonly class Merged
    {
        /** All fields that are known. Its status is -3 if no report has another one. */
        public readonly Record $record;
        /**
         * Whether the message is at its end: what the recipient does may still be reported, and
         * nothing else.
         */
        public readonly bool $is_final;
        /** Whether the service did not find the message (-3) at some time. */
        public readonly bool $not_found;
        /**
         * The reports that the fields are taken from, to be merged with later ones.
         *
         * @var list<Record>
         */
        public readonly array $reports;

        private function __construct() {}
    }
}
