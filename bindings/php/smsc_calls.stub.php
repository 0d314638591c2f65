<?php

/** @generate-class-entries */

namespace Smsc {
    /**
     * A message that the server accepted. The properties have the names of the values on the wire,
     * and are null if the reply does not have the value.
     *
     * @strict-properties
     */
    final readonly class Sent
    {
        /** The id of the message, for its status: an int, or a string if it is a text. */
        public readonly int|string $id;
        /** The number of parts of all messages, or the seconds of a call. */
        public readonly int $cnt;
        /** The cost, a decimal number as written, if the request had cost 2 or 3. */
        public readonly ?string $cost;
        /** The balance after it, a decimal number as written, if the request had cost 3. */
        public readonly ?string $balance;
        /** The code that a call dictates or ends with, in fmt 3 alone. Do not log it. */
        public readonly ?string $code;
        /**
         * The phones that the request asked to list with `err` or `op`, in fmt 3 alone. A phone
         * that cannot be parsed is a `Malformed` in its place: the message was accepted all the
         * same.
         *
         * @var list<SentPhone|Malformed>
         */
        public readonly array $phones;

        private function __construct() {}
    }

    /**
     * The price of a message, in the reply to a request with cost 1. Nothing was sent.
     *
     * @strict-properties
     */
    final readonly class Price
    {
        /** The cost, a decimal number as written. */
        public readonly string $cost;
        /** The number of parts of all messages, or the seconds of a call. */
        public readonly int $cnt;
        /**
         * The phones that the request asked to list with `err` or `op`, in fmt 3 alone. A phone
         * that cannot be parsed is a `Malformed` in its place.
         *
         * @var list<SentPhone|Malformed>
         */
        public readonly array $phones;

        private function __construct() {}
    }

    /**
     * A phone of a message: one that cannot be sent to, if the request had `err`; any, if it had
     * `op`.
     *
     * @strict-properties
     */
    final readonly class SentPhone
    {
        /** The phone. */
        public readonly string $phone;
        /** The country and network code of the phone number. */
        public readonly ?string $mccmnc;
        /** The cost of the message to this phone, a decimal number as written. */
        public readonly ?string $cost;
        /** The number of the phone's status, as written, if the phone is faulty. */
        public readonly ?string $status;
        /** The number or the text of the phone's error, as written, if the phone is faulty. */
        public readonly ?string $error;
        /** Whether a text looks like UTF-8 in a wrong charset: see `Record::$looks_like_utf8`. */
        public readonly bool $looks_like_utf8;

        private function __construct() {}
    }

    /**
     * The balance of the account.
     *
     * @strict-properties
     */
    final readonly class Balance
    {
        /** The amount, a decimal number as written, perhaps below zero. */
        public readonly string $balance;
        /** How far the balance may go below zero, in fmt 3 alone. */
        public readonly ?string $credit;
        /** The currency, such as `RUR`, if the request had `cur`. */
        public readonly ?string $currency;

        private function __construct() {}
    }

    /**
     * The operator of a phone number.
     *
     * @strict-properties
     */
    final readonly class Operator
    {
        /** The country. */
        public readonly ?string $country;
        /** The operator that serves the phone number. */
        public readonly ?string $operator;
        /** The region. */
        public readonly ?string $region;
        /** The mobile country code. */
        public readonly ?string $mcc;
        /** The mobile network code, such as `02`. */
        public readonly ?string $mnc;
        /** The time zone of the region, as written. */
        public readonly ?string $tz;
        /** Whether a text looks like UTF-8 in a wrong charset: see `Record::$looks_like_utf8`. */
        public readonly bool $looks_like_utf8;

        private function __construct() {}
    }

    /**
     * A message that somebody sent to a number of the account.
     *
     * @strict-properties
     */
    final readonly class Incoming
    {
        /** The id of the incoming message: an int, or a string if it is a text. */
        public readonly int|string $id;
        /** The phone that the message came from. */
        public readonly string $phone;
        /** The text of the message; null if it is empty. */
        public readonly ?string $message;
        /** The number of the account that the message was sent to. */
        public readonly ?string $to_phone;
        /** The time of sending, `DD.MM.YYYY hh:mm:ss` in the account's time zone. */
        public readonly ?string $sent;
        /** The time at which the service received the message, in the same form. */
        public readonly ?string $received;
        /** Whether a text looks like UTF-8 in a wrong charset: see `Record::$looks_like_utf8`. */
        public readonly bool $looks_like_utf8;

        private function __construct() {}
    }

    /**
     * A row of the statistics: the messages of one login, and their cost.
     *
     * @strict-properties
     */
    final readonly class Statistics
    {
        /** The login. */
        public readonly ?string $login;
        /** The number of messages. */
        public readonly int $sms;
        /** How much was spent, a decimal number as written. */
        public readonly ?string $credit;
        /** How much was paid in, a decimal number as written. */
        public readonly ?string $debit;
        /** The currency of both. */
        public readonly ?string $currency;

        private function __construct() {}
    }
}
