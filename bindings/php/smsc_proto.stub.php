<?php

/** @generate-class-entries */

namespace {
    /**
     * Reads the reply to a request to `status.php` and gives what stands in it, in its order.
     *
     * The options are those of the request: `fmt` 0 to 3, `all` 0 to 2, `multi` true if several messages were asked for or one with a comma behind it
     * (R2), `charset` `windows-1251`, `koi8-r` or `utf-8` (R7). `kind` says what the messages are, if you know: `auto`, `sms`, `hlr` or `email` (R37, R41).
     *
     * `ids` are the (id, phone) pairs that were asked for, in their order: `[[101, "79990000001"], [102, "79990000002"]]`. They settle where a
     * record ends when its text leaves that open, a pair that did not come back is a `Smsc\Missing` in its place, and a record that nobody asked for says so (R47).
     *
     * A record of a batch that cannot be read is a `Smsc\Malformed` in its place: an exception would lose its neighbours (R48). A `Smsc\Deleted` comes for `del=1`
     * alone, a `Smsc\Missing` with `ids` alone.
     *
     * @return list<Smsc\Status|Smsc\Malformed|Smsc\Missing|Smsc\Deleted>
     * @throws Smsc\ApiError the server refused the request (R11)
     * @throws Smsc\MalformedReply the body is no reply (R49), or the record of a reply to a single request cannot be read
     * @throws Smsc\OptionError an option has a value that it cannot have
     */
    function smsc_parse(#[\SensitiveParameter] string $body, int $fmt = 1, int $all = 0, bool $multi = false, string $charset = "windows-1251", string $kind = "auto", #[\SensitiveParameter] ?array $ids = null): array {}

    /**
     * The same one after the other, for batches that are big: nothing is read before it is asked for.
     *
     * `source` is a body, or the chunks of a batch's body as strings of any length: an array, a generator, any Traversable. Of chunks no more than
     * a window, which suffices for the longest record that there may be (1 MiB, R46d), and one chunk is held. Chunks are read as a batch whatever `multi` says.
     *
     * What `smsc_parse` throws about the reply is thrown when the iteration comes to it, as is what the source throws. A chunk that is no string is a TypeError.
     *
     * @throws Smsc\OptionError an option has a value that it cannot have
     */
    function smsc_iterate(#[\SensitiveParameter] string|iterable $source, int $fmt = 1, int $all = 0, bool $multi = true, string $charset = "windows-1251", string $kind = "auto", #[\SensitiveParameter] ?array $ids = null): \Smsc\Records {}

    /**
     * Takes the raw body of a reply in fmt 1 apart as the vendor's `get_status()` meant to: what it returns, with every field in its place.
     *
     * `all` and `ids` are what the request had in `all` and `id`. Without a comma in `ids` it returns one row, a list of strings in the request's charset; with
     * one, a list of rows. The message stands at index 8 (all=1) or 11 (all=2), behind it the comment, the type and, in a batch, the id; comment and type are ""
     * where an older layout lacks them (R23). An HLR answer has the order that the vendor documents (R41). A record that stops early has a row that stops there (R13).
     *
     * Where it differs from the vendor's: message, comment and type of a single message are three fields and not one; in a batch a text with commas or line
     * breaks shifts nothing (R43, R46), and no row is made of the line end behind the last line.
     *
     * A refused request is `["0", "-<code>"]`, in a batch too, and an empty body `["", ""]` (in a batch one such row), as from the vendor's. What cannot be read
     * is split at every line break (in a batch) and comma, as the vendor's does, so that none of it is lost; it raises a warning that says where and why, without any of the text.
     *
     * @return list<string>|list<list<string>>
     * @throws Smsc\OptionError `all` is none of 0, 1, 2
     */
    function smsc_get_status_compat(#[\SensitiveParameter] string $body, int $all, string $ids): array {}

    /**
     * Says what codes or texts mean, and what to do about it. Name one of
     *
     * - `status`, the number of a status (R36), with its `err` if there is one (R37) and the `type` of the message (R35), SMS if it is not known;
     * - `api_error`, the number of a refused request (R14);
     * - `getcourse`, a text that GetCourse shows in place of codes, or the vendor's Russian name of a code, however it is written;
     * - `clicksend`, the number of a row of ClickSend's list of delivery statuses, or else words of it: status text, code, description, in English or French.
     *
     * Of a record there is `Smsc\Status::outcome()`, of a refused request `Smsc\ApiError::outcome()`.
     *
     * @return list<Smsc\Outcome> one; of ClickSend's words as many as there are rows that fit, the best first; none for a text that is not known
     * @throws Smsc\OptionError not exactly one of the four, an `err` or `type` without `status`, a number that cannot be, a text that is not UTF-8, or another
     *     language than `en`, `ru` and `fr`
     */
    function smsc_explain(?int $status = null, ?int $err = null, ?int $type = null, ?int $api_error = null, ?string $getcourse = null, int|string|null $clicksend = null, string $lang = "en"): array {}
}

namespace Smsc {
    /**
     * What became of one message: what the reply said of it, under the wire's names. What it left out is null (R10). Texts are UTF-8.
     *
     * Statuses (R36), errs (R37) and types (R35) are open sets: any other number may come, and has no name.
     *
     * @strict-properties
     */
    final readonly class Status
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

        /** What became of the message: see the constants (R36). */
        public readonly int $status;
        /** When the status last changed, `DD.MM.YYYY hh:mm:ss` in the account's own time zone (R31). */
        public readonly ?string $last_date;
        /** When the status last changed, in Unix seconds (R30). */
        public readonly ?int $last_timestamp;
        /** Sixteen bits about the message (R35): see `flags()`. */
        public readonly ?int $flag;
        /** Why it was not delivered: see `Err`, and for an e-mail `EmailErr` (R37). */
        public readonly ?int $err;
        /** HLR: the SIM card's number (R33). */
        public readonly ?string $imsi;
        /** HLR: the number of the network's service centre (R33). */
        public readonly ?string $msc;
        /** HLR: the mobile country code (R33). */
        public readonly ?string $mcc;
        /** HLR: the mobile network code, such as `02` (R33). */
        public readonly ?string $mnc;
        /** HLR: the home country's name. */
        public readonly ?string $cn;
        /** HLR: the home operator's name. */
        public readonly ?string $net;
        /** HLR: the country in which the subscriber roams. */
        public readonly ?string $rcn;
        /** HLR: the operator with which the subscriber roams. */
        public readonly ?string $rnet;
        /** When it was sent, `DD.MM.YYYY hh:mm:ss` in the account's own time zone (R31). */
        public readonly ?string $send_date;
        /** When it was sent, in Unix seconds (R30). */
        public readonly ?int $send_timestamp;
        /** The recipient: digits without `+`, or the address of an e-mail (R3). */
        public readonly ?string $phone;
        /** The number's country and network code (R33). */
        public readonly ?string $mccmnc;
        /** The number's country. */
        public readonly ?string $country;
        /** The operator that serves the number. */
        public readonly ?string $operator;
        /** The operator that first gave the number out. */
        public readonly ?string $operator_orig;
        /** The number's region. */
        public readonly ?string $region;
        /** What it cost in the account's currency, as written: digits, or digits, a dot and 1 to 4 digits (R32). A string, because a float would not be exact. */
        public readonly ?string $cost;
        /** The sender ID that the recipient saw. */
        public readonly ?string $sender_id;
        /** The status in the server's words; `statusName()` has names of its own (R36). */
        public readonly ?string $status_name;
        /** The text that was sent. See `ambiguous` for whether it may end elsewhere. */
        public readonly ?string $message;
        /** The client's own comment. */
        public readonly ?string $comment;
        /** What was sent: see `Type` (R35). */
        public readonly ?int $type;
        /** How many parts it had, or how many seconds a call took (R34). */
        public readonly ?int $sms_cnt;
        /** The message's id (R3). */
        public readonly ?int $id;
        /** Whether it answers an HLR request (R41, R42). */
        public readonly bool $is_hlr;
        /** Whether the record could be cut into its fields in more than one way, of which a rule chose one (R43 to R46). */
        public readonly bool $ambiguous;
        /** Whether `ids` were given and this is none of them (R47). */
        public readonly bool $unasked;
        /** What the caller said the messages are. */
        public readonly string $kind;

        private function __construct() {}

        /**
         * The name of the status, in `en`, `ru` or `fr`; null if it has none.
         *
         * @throws OptionError another language
         */
        public function statusName(string $lang = "en"): ?string {}

        /**
         * The name of the err, in `en`, `ru` or `fr`; null if there is no err, or none with a name. Which names are meant depends on what was sent (R37).
         *
         * @throws OptionError another language
         */
        public function errName(string $lang = "en"): ?string {}

        /**
         * The name of the type, in `en` or `ru`; null if there is no type, or none with a name, as in `fr`.
         *
         * @throws OptionError another language
         */
        public function typeName(string $lang = "en"): ?string {}

        /** What the bits of `flag` mean; null if there is no flag (R35). */
        public function flags(): ?Flags {}

        /**
         * What the status and the err mean together, for what was sent, and what to do about it; its texts in `en`, `ru` or `fr`.
         *
         * @throws OptionError another language
         */
        public function outcome(string $lang = "en"): Outcome {}
    }

    /**
     * What became of a message, and what to do about it; the project's docs/outcomes.md has all of it, and the reasons.
     *
     * The words and the keys are those of `smsc explain --json`. What it is about (`status` to `row`) is null where it does not apply.
     *
     * @strict-properties
     */
    final readonly class Outcome
    {
        /** What became of it: `pending`, `delivered`, `failed` or `unknown`. */
        public readonly string $state;
        /** Whether nothing about it will change any more by itself, so that asking again is of no use. */
        public readonly bool $is_final;
        /** What decided it: `none`, `recipient`, `handset`, `network`, `content`, `sender`, `account`, `request` or `service`. */
        public readonly string $cause;
        /** Whether to send it once more: `no`, `later`, or `after_fix` when somebody has changed something. */
        public readonly string $retry;
        /** With `later`: after how many seconds at the earliest. */
        public readonly ?int $retry_after_s;
        /** Whether nothing more should be sent to this recipient. */
        public readonly bool $suppress;
        /** What it is called. */
        public readonly string $title;
        /** What happened. */
        public readonly string $explanation;
        /** What to do. */
        public readonly string $advice;
        /** Where that is from: ids such as `S1` and `R36`. */
        public readonly string $source;
        /** The status of the message. */
        public readonly ?int $status;
        /** Its err. */
        public readonly ?int $err;
        /** The type by which it was judged: see `Type`. */
        public readonly ?int $type;
        /** The number of the refused request. */
        public readonly ?int $error_code;
        /** The place in ClickSend's list of statuses, from 1. */
        public readonly ?int $row;
        /** Whether it is a text for which GetCourse sets «Запретить все СМС» in the user's profile. */
        public readonly bool $unsubscribes;

        private function __construct() {}
    }

    /**
     * The bits of `flag`, taken apart (R35).
     *
     * @strict-properties
     */
    final readonly class Flags
    {
        /** All sixteen of them. */
        public readonly int $flag;
        /** What was sent: see `Type`. */
        public readonly int $type;
        /** Whether it was paid from the account's second balance. */
        public readonly bool $second_balance;
        /** The kind of template that it was sent by: `service`, `transactional`, `authorisation` or `advertising`; null without one. */
        public readonly ?string $template;
        /** The bits that are set and of which nothing is known. */
        public readonly int $unknown_bits;

        /** @throws OptionError not from 0 to 65535 */
        public function __construct(int $flag) {}

        /**
         * The name of the type, in `en` or `ru`; null if it has none, as in `fr`.
         *
         * @throws OptionError another language
         */
        public function typeName(string $lang = "en"): ?string {}
    }

    /**
     * A record of a batch that cannot be read, in its place (R48). It holds nothing of the reply but where it stands there, and can be logged.
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
         * @cvalue SMSC_RESULT_MALFORMED
         */
        const MALFORMED = UNKNOWN;

        /** What was wrong: see the constants. Others from 200 to 299 may come. */
        public readonly int $code;
        /** One line of English: where, what, and what was expected. */
        public readonly string $message;
        /** Where, in bytes from the start of the body. */
        public readonly int $offset;
        /** What was expected there. */
        public readonly string $expected;
        /** The field that it is about, by its wire name. */
        public readonly ?string $field;
        /** Where the bytes begin that could not be read. */
        public readonly int $start;
        /** Where they end. */
        public readonly int $end;

        private function __construct() {}
    }

    /**
     * A pair of `ids` that did not come back (R47).
     *
     * @strict-properties
     */
    final readonly class Missing
    {
        public readonly int $id;
        /** As it was given. */
        public readonly string $phone;

        private function __construct() {}
    }

    /**
     * The messages were deleted, as `del=1` asked (R12).
     *
     * @strict-properties
     */
    final readonly class Deleted
    {
        private function __construct() {}
    }

    /**
     * What `smsc_iterate` gives. Each iteration begins anew, as far as its source can.
     *
     * @implements \IteratorAggregate<int, Status|Malformed|Missing|Deleted>
     * @strict-properties
     * @not-serializable
     */
    final class Records implements \IteratorAggregate
    {
        private function __construct() {}

        public function getIterator(): \Iterator {}
    }

    /**
     * The body is no reply, or the record of a reply to a single request cannot be read (R49). `getCode()` is one of `Malformed`'s; neither the message nor a
     * property holds any of the body.
     */
    class MalformedReply extends \RuntimeException
    {
        /** Where, in bytes from the start of the body. */
        public readonly int $offset;
        /** What was expected there. */
        public readonly string $expected;
        /** The field that it is about, by its wire name. */
        public readonly ?string $field;
        /** Where the bytes begin that could not be read. */
        public readonly int $start;
        /** Where they end. Equal to `start` where the whole body is no reply. */
        public readonly int $end;
    }

    /**
     * The server refused the request (R11). `getCode()` is the server's: see the constants; others may come (R14). There is no offset, and nothing that was expected:
     * the reply could be read. The message holds nothing of it but the number, and can be logged; `text` should not be.
     */
    class ApiError extends \RuntimeException
    {
        /**
         * @var int
         * @cvalue SMSC_API_ERROR_PARAMETERS
         */
        const PARAMETERS = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_API_ERROR_AUTHORISATION
         */
        const AUTHORISATION = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_API_ERROR_NO_MONEY
         */
        const NO_MONEY = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_API_ERROR_IP_BLOCKED
         */
        const IP_BLOCKED = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_API_ERROR_DELETION
         */
        const DELETION = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_API_ERROR_MESSAGE_FORBIDDEN
         */
        const MESSAGE_FORBIDDEN = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_API_ERROR_NUMBER_FORMAT
         */
        const NUMBER_FORMAT = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_API_ERROR_UNDELIVERABLE
         */
        const UNDELIVERABLE = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_API_ERROR_TOO_MANY_REQUESTS
         */
        const TOO_MANY_REQUESTS = UNKNOWN;

        /** The server's words for it; fmt 1 has none. They may hold personal data, such as a phone: do not log them. */
        public readonly ?string $text;
        /** The message's id, in replies of `send.php`. */
        public readonly ?int $id;

        /**
         * The name of the code, in `en`, `ru` or `fr`; null if it has none.
         *
         * @throws OptionError another language
         */
        public function name(string $lang = "en"): ?string {}

        /**
         * What the code means, and whether to repeat the request; its texts in `en`, `ru` or `fr`.
         *
         * @throws OptionError another language
         */
        public function outcome(string $lang = "en"): Outcome {}
    }

    /** An option has a value that it cannot have; the message names it. The code is 0, and there is no offset: it is not about a reply. */
    class OptionError extends \ValueError
    {
    }
}
