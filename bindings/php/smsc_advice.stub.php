<?php

/** @generate-class-entries */

namespace Smsc {
    /**
     * What to do after a request failed. The project's docs/asking.md has the table with the
     * reasons.
     *
     * A message that may have been accepted is never advised to be sent again.
     *
     * @strict-properties
     */
    final readonly class Advice
    {
        /**
         * What to do. From `smsc_advise`:
         *
         * - `retry`: send the same request again, after `wait_ms`, to `host`;
         * - `ask_status`: the message may have been accepted, so do not send it again. Ask for its
         *   status after `wait_ms`, and pass that to `smsc_advise_after_status`;
         * - `stop`: do not repeat this call;
         * - `stop_every_call`: send no request of any call, for `wait_ms` or, if that is null,
         *   until the credentials have been changed.
         *
         * From `smsc_advise_after_status`:
         *
         * - `accepted`: the message was accepted;
         * - `ask_again`: ask for the status again after `wait_ms`;
         * - `send_again`: the message was not accepted, so send it once more, with the same id;
         * - `unknown`: nobody knows whether the message was accepted, so do not send it again.
         *
         * @phpstan-var 'retry'|'ask_status'|'stop'|'stop_every_call'|'accepted'|'ask_again'|'send_again'|'unknown'
         */
        public readonly string $kind;
        /** The milliseconds to wait; null if there is nothing to wait for, or no end of it. */
        public readonly ?int $wait_ms;
        /**
         * The host of a `retry`: that of the failed try, or the next one in your configuration.
         *
         * @phpstan-var 'same'|'next'|null
         */
        public readonly ?string $host;
        /**
         * Why to stop.
         *
         * @phpstan-var 'invalid'|'tls'|'http_status'|'rejected'|'tries_used_up'|'may_have_arrived'|'blocked'|'credentials'|null
         */
        public readonly ?string $reason;
        /** The HTTP status or the number of the API error, if that is the reason. */
        public readonly ?int $code;

        private function __construct() {}
    }
}
