<?php

/** @generate-class-entries */

namespace Smsc {
    /**
     * The record of one message in a reply. The properties have the names of the fields on the
     * wire, and are null if the reply does not have the field. Texts are UTF-8.
     *
     * The constants are the known values of `status`. The sets of values of `status`, `err` and
     * `type` are open: a reply may contain any other number, which then has no name.
     *
     * @strict-properties
     */
    final readonly class Record
    {
        /**
         * @var int
         * @cvalue SMSC_STATUS_NOT_FOUND
         */
        const NOT_FOUND = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_STATUS_STOPPED
         */
        const STOPPED = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_STATUS_WAITING
         */
        const WAITING = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_STATUS_HANDED_OVER
         */
        const HANDED_OVER = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_STATUS_DELIVERED
         */
        const DELIVERED = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_STATUS_READ
         */
        const READ = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_STATUS_EXPIRED
         */
        const EXPIRED = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_STATUS_LINK_CLICKED
         */
        const LINK_CLICKED = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_STATUS_REPORTED_AS_SPAM
         */
        const REPORTED_AS_SPAM = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_STATUS_UNDELIVERABLE
         */
        const UNDELIVERABLE = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_STATUS_WRONG_NUMBER
         */
        const WRONG_NUMBER = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_STATUS_FORBIDDEN
         */
        const FORBIDDEN = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_STATUS_NO_MONEY
         */
        const NO_MONEY = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_STATUS_UNAVAILABLE_NUMBER
         */
        const UNAVAILABLE_NUMBER = UNKNOWN;

        /** The status of the message: see the constants. */
        public readonly int $status;
        /** The time of the last status change, `DD.MM.YYYY hh:mm:ss` in the account's time zone. */
        public readonly ?string $last_date;
        /** The time of the last status change, in Unix seconds. */
        public readonly ?int $last_timestamp;
        /** Properties of the message as 16 bits: see `flags()`. */
        public readonly ?int $flag;
        /** Why the message was not delivered: see `Err`, and for an e-mail `EmailErr`. */
        public readonly ?int $err;
        /** HLR: the number of the SIM card. */
        public readonly ?string $imsi;
        /** HLR: the number of the network's service centre. */
        public readonly ?string $msc;
        /** HLR: the mobile country code. */
        public readonly ?string $mcc;
        /** HLR: the mobile network code, such as `02`. */
        public readonly ?string $mnc;
        /** HLR: the name of the home country. */
        public readonly ?string $cn;
        /** HLR: the name of the home operator. */
        public readonly ?string $net;
        /** HLR: the name of the country in which the subscriber roams. */
        public readonly ?string $rcn;
        /** HLR: the name of the operator with which the subscriber roams. */
        public readonly ?string $rnet;
        /** The time of sending, `DD.MM.YYYY hh:mm:ss` in the account's time zone. */
        public readonly ?string $send_date;
        /** The time of sending, in Unix seconds. */
        public readonly ?int $send_timestamp;
        /** The recipient: digits without `+`, or the address of an e-mail. */
        public readonly ?string $phone;
        /** The country and network code of the phone number. */
        public readonly ?string $mccmnc;
        /** The country of the phone number. */
        public readonly ?string $country;
        /** The operator that serves the phone number. */
        public readonly ?string $operator;
        /** The operator that originally issued the phone number. */
        public readonly ?string $operator_orig;
        /** The region of the phone number. */
        public readonly ?string $region;
        /**
         * The cost in the currency of the account, as written: a decimal number with at most 4
         * fraction digits. It is a string, because a float would not be exact.
         */
        public readonly ?string $cost;
        /** The sender ID that the recipient saw. */
        public readonly ?string $sender_id;
        /** The server's own name of the status. `statusName()` returns this project's name. */
        public readonly ?string $status_name;
        /** The text of the message. If `is_ambiguous` is set, the text may end elsewhere. */
        public readonly ?string $message;
        /** The comment that the client gave the message. */
        public readonly ?string $comment;
        /** The type of the message: see `Type`. */
        public readonly ?int $type;
        /** The number of parts of the message, or the duration of a call in seconds. */
        public readonly ?int $sms_cnt;
        /** The id of the message: an int, or a string if it is a text such as `order-77`. */
        public readonly int|string|null $id;
        /** The key by which get.php pages through the history. Only the history has this field. */
        public readonly ?int $int_id;
        /** The format of the message in the history, in the server's notation. */
        public readonly ?string $format;
        /** The checksum of the message in the history, in the server's notation. */
        public readonly ?string $crc;
        /** Whether the record is an HLR reply. */
        public readonly bool $is_hlr;
        /** Whether the record could be split into fields in several ways, and a rule chose one. */
        public readonly bool $is_ambiguous;
        /** Whether `ids` were given and the record matches none of them. */
        public readonly bool $unexpected;
        /** The option `kind` of the call. */
        public readonly string $kind;
        /**
         * Whether a text looks as if it were in UTF-8 and was read as windows-1251 or koi8-r. The
         * option `charset` is then probably not that of the request: try `utf-8`. The texts are
         * decoded in the charset of the option all the same.
         */
        public readonly bool $looks_like_utf8;

        private function __construct() {}

        /**
         * Returns the name of the status in `en`, `ru` or `fr`, or null if the status has no name.
         *
         * @throws OptionError if there is no such language
         */
        public function statusName(string $lang = "en"): ?string {}

        /**
         * Returns the name of `err` in `en`, `ru` or `fr`, or null if there is no `err` or it has
         * no name. The number 1, for example, has one meaning for an SMS and another one for an
         * e-mail; the record decides which one applies.
         *
         * @throws OptionError if there is no such language
         */
        public function errName(string $lang = "en"): ?string {}

        /**
         * Returns the name of the type in `en` or `ru`, or null if there is no type or it has no
         * name. No type has a name in `fr`.
         *
         * @throws OptionError if there is no such language
         */
        public function typeName(string $lang = "en"): ?string {}

        /** Returns the meaning of the bits of `flag`, or null if there is no `flag`. */
        public function flags(): ?Flags {}

        /**
         * Returns what `status` and `err` mean for a message of this type, and what to do. The
         * texts are in `en`, `ru` or `fr`.
         *
         * @throws OptionError if there is no such language
         */
        public function outcome(string $lang = "en"): Outcome {}
    }

    /**
     * The meaning of the bits of `flag`.
     *
     * @strict-properties
     */
    final readonly class Flags
    {
        /** All 16 bits. */
        public readonly int $flag;
        /** The type of the message: see `Type`. */
        public readonly int $type;
        /** Whether the message was paid from the second balance of the account. */
        public readonly bool $second_balance;
        /**
         * The kind of the template: `service`, `transactional`, `authorisation` or `advertising`;
         * null if the message was sent without a template.
         */
        public readonly ?string $template;
        /** The bits that are set and have no known meaning. */
        public readonly int $unknown_bits;

        /**
         * Creates the meaning of a `flag`.
         *
         * @throws OptionError if `flag` is not from 0 to 65535
         */
        public function __construct(int $flag) {}

        /**
         * Returns the name of the type in `en` or `ru`, or null if the type has no name. No type
         * has a name in `fr`.
         *
         * @throws OptionError if there is no such language
         */
        public function typeName(string $lang = "en"): ?string {}
    }
}
