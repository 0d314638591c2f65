<?php

/** @generate-class-entries */

namespace Smsc {
    /**
     * A push notification: what SMSC.ru sends to the URL of your handler when the status of a
     * message changes, a message is received or a call confirms a number.
     *
     * A right signature vouches for the fields in `covered` alone. The other fields may have been
     * changed on the way, and the whole may have been sent before: do not act on the same event
     * twice.
     *
     * @strict-properties
     */
    final readonly class Callback
    {
        /**
         * The kind of the notification.
         *
         * @phpstan-var 'status'|'incoming'|'call'
         */
        public readonly string $kind;
        /**
         * The event. A status is a `Record`, with the fields that a notification has.
         *
         * @var Record|IncomingMessage|ConfirmedCall
         */
        public readonly object $event;
        /** Whether the signature was verified: only by `smsc_verify_callback`. */
        public readonly bool $verified;
        /**
         * The fields that the signature vouches for, by their names on the wire, in the order of
         * the signed text. Empty if the signature was not verified.
         *
         * @var list<string>
         */
        public readonly array $covered;
        /**
         * The algorithm of the signature; of two signatures, that of the stronger one. Null if the
         * signature was not verified.
         *
         * @phpstan-var 'md5'|'sha1'|null
         */
        public readonly ?string $algorithm;

        private function __construct() {}
    }

    /**
     * A message that was received, from its sender to a number of the account. The properties have
     * the names of the fields on the wire, and are null if the notification does not have the
     * field.
     *
     * @strict-properties
     */
    final readonly class IncomingMessage
    {
        /** The sender of the message. */
        public readonly ?string $phone;
        /** The text of the message. */
        public readonly string $mes;
        /** The number that received the message. */
        public readonly ?string $to;
        /** The id of the message, as written. No signature covers it. */
        public readonly ?string $sms_id;
        /** Whether a text looks like UTF-8 in a wrong charset: see `Record::$looks_like_utf8`. */
        public readonly bool $looks_like_utf8;

        private function __construct() {}
    }

    /**
     * A call by which a person confirmed a phone number.
     *
     * @strict-properties
     */
    final readonly class ConfirmedCall
    {
        /** The caller. */
        public readonly ?string $phone;
        /** The time of the call, in Unix seconds. */
        public readonly ?int $ts;
        /** The value of `waitcall`, as written. No signature covers it. */
        public readonly string $waitcall;

        private function __construct() {}
    }
}
