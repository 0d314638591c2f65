<?php

/*
 * The functions and classes of the extension smsc_proto, for editors and static analysers. This
 * file is not loaded by PHP. `cargo xtask php-arginfo` generates it.
 */

namespace Smsc {
    /**
     * What to do after a request failed. The project's docs/asking.md has the table with the
     * reasons.
     *
     * A message that may have been accepted is never advised to be sent again.
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

namespace Smsc {
    /**
     * A push notification: what SMSC.ru sends to the URL of your handler when the status of a
     * message changes, a message is received or a call confirms a number.
     *
     * A right signature vouches for the fields in `covered` alone. The other fields may have been
     * changed on the way, and the whole may have been sent before: do not act on the same event
     * twice.
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

namespace Smsc {
    /**
     * A message that the server accepted. The properties have the names of the values on the wire,
     * and are null if the reply does not have the value.
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

namespace Smsc {
    /**
     * Values of `Record::$err` for messages to a phone: SMS, calls, HLR requests. They are reasons
     * why a message was not delivered. The set is open: a reply may contain other numbers.
     */
    interface Err
    {
        /** No error */
        const NONE = 0;
        /** No such subscriber */
        const NO_SUBSCRIBER = 1;
        /** Subscriber offline */
        const OFFLINE = 6;
        /** Service not connected */
        const NO_SERVICE = 11;
        /** Error in the subscriber's handset */
        const HANDSET = 12;
        /** Subscriber blocked */
        const BLOCKED = 13;
        /** Service not supported */
        const UNSUPPORTED = 21;
        /** Virtual send */
        const VIRTUAL = 200;
        /** SIM card replaced */
        const SIM_REPLACED = 219;
        /** Operator's queue full */
        const QUEUE_FULL = 220;
        /** Subscriber does not answer */
        const NO_ANSWER = 237;
        /** No template */
        const NO_TEMPLATE = 238;
        /** Forbidden IP address */
        const FORBIDDEN_IP = 239;
        /** Subscriber busy */
        const BUSY = 240;
        /** Conversion failed */
        const CONVERSION = 241;
        /** Answering machine */
        const ANSWERING_MACHINE = 242;
        /** No contract */
        const NO_CONTRACT = 243;
        /** Bulk sending forbidden */
        const BULK_FORBIDDEN = 244;
        /** No status received */
        const NO_STATUS = 245;
        /** Outside the allowed hours */
        const OUTSIDE_HOURS = 246;
        /** Message limit exceeded */
        const DAILY_LIMIT = 247;
        /** No route */
        const NO_ROUTE = 248;
        /** Wrong number format */
        const NUMBER_FORMAT = 249;
        /** Number forbidden by settings */
        const EXCLUDED_BY_SETTINGS = 250;
        /** Limit for one number exceeded */
        const NUMBER_LIMIT = 251;
        /** Number forbidden */
        const NUMBER_FORBIDDEN = 252;
        /** Forbidden by the spam filter */
        const SPAM_FILTER = 253;
        /** Sender ID not registered */
        const SENDER_NOT_REGISTERED = 254;
        /** Rejected by the operator */
        const REJECTED = 255;
    }

    /**
     * Values of `Record::$err` for e-mails. They are reasons why an e-mail was not delivered. The
     * set is open: a reply may contain other numbers.
     */
    interface EmailErr
    {
        /** No error */
        const NONE = 0;
        /** No such addressee */
        const NO_ADDRESSEE = 1;
        /** Mailbox full */
        const MAILBOX_FULL = 2;
        /** Recipient's server not found */
        const NO_SERVER = 3;
        /** Mailbox blocked */
        const MAILBOX_BLOCKED = 4;
        /** Forbidden IP address */
        const FORBIDDEN_IP = 239;
        /** No status received */
        const NO_STATUS = 245;
        /** No route */
        const NO_ROUTE = 248;
        /** Wrong address format */
        const ADDRESS_FORMAT = 249;
        /** E-mail address forbidden */
        const ADDRESS_FORBIDDEN = 252;
        /** Forbidden by the spam filter */
        const SPAM_FILTER = 253;
        /** Sender not registered */
        const SENDER_NOT_REGISTERED = 254;
        /** Rejected by the recipient's server */
        const REJECTED = 255;
    }

    /**
     * Values of `Record::$type`: the type of a message. The set is open: a reply may contain other
     * numbers.
     */
    interface Type
    {
        /** SMS */
        const SMS = 0;
        /** flash SMS */
        const FLASH = 1;
        /** binary SMS */
        const BINARY = 2;
        /** WAP push */
        const WAP_PUSH = 3;
        /** HLR */
        const HLR = 4;
        /** ping SMS */
        const PING = 5;
        /** MMS */
        const MMS = 6;
        /** call */
        const CALL = 7;
        /** e-mail */
        const EMAIL = 8;
        /** Viber */
        const VIBER = 10;
        /** social networks */
        const SOCIAL = 12;
    }
}

namespace Smsc {
    /**
     * Thrown if the body is not a reply, if the record of a single reply cannot be parsed, if the
     * reply has a form that is not supported, and by `smsc_parse` if no record of a batch can be
     * parsed. `getCode()` is one of the constants of `Malformed`. The message and the properties
     * contain no bytes of the body.
     */
    class MalformedReply extends \RuntimeException
    {
        /** The offset of the error, in bytes from the start of the body. */
        public readonly int $offset;
        /** What was expected at `offset`. */
        public readonly string $expected;
        /** The wire name of the wrong field; null if the error is not about one field. */
        public readonly ?string $field;
        /** The offset of the first byte that could not be parsed. */
        public readonly int $start;
        /**
         * The offset after the last byte that could not be parsed. It is `start` if the whole body
         * is not a reply.
         */
        public readonly int $end;
        /**
         * The options that the body needs more likely, such as `pass all: 2`; the message ends with
         * them. Null if other options fit no better, for a body that is received in chunks, and for
         * replies to other calls than those for statuses.
         */
        public readonly ?string $hint;
    }

    /**
     * Thrown if the server rejected the request. `getCode()` is the number that the server
     * returned: see the constants; other numbers are possible. There is no offset and no
     * `expected`, because the reply was parsed. The message contains the number and its English
     * name, and can be logged. Do not log `text`.
     */
    class ApiError extends \RuntimeException
    {
        /** Error in the parameters */
        const PARAMETERS = 1;
        /** Wrong login or password */
        const AUTHORISATION = 2;
        /** Not enough money on the account */
        const NO_MONEY = 3;
        /** IP address temporarily blocked */
        const IP_BLOCKED = 4;
        /** Deletion failed */
        const DELETION = 5;
        /** Message forbidden (by text or sender) */
        const MESSAGE_FORBIDDEN = 6;
        /** Wrong phone number format */
        const NUMBER_FORMAT = 7;
        /** Cannot be delivered to this number */
        const UNDELIVERABLE = 8;
        /** Too many requests */
        const TOO_MANY_REQUESTS = 9;

        /**
         * The text that the server returned; null in fmt 1, which has none. It may contain personal
         * data, such as a phone: do not log it.
         */
        public readonly ?string $text;
        /**
         * The id of the message, in replies of `send.php`: an int, or a string if it is a text.
         * Else null.
         */
        public readonly int|string|null $id;
        /**
         * The script that replied, because the same number means something else in another one.
         *
         * @phpstan-var 'status'|'send'|'balance'|'history'|'info'
         */
        public readonly string $endpoint;
        /** Whether `text` looks like UTF-8 in a wrong charset: see `Record::$looks_like_utf8`. */
        public readonly bool $looks_like_utf8;

        /**
         * Returns the name of the code in `en`, `ru` or `fr`, or null if the code has no name at
         * this `endpoint`.
         *
         * @throws OptionError if there is no such language
         */
        public function name(string $lang = "en"): ?string {}

        /**
         * Returns what the code means, and whether to repeat the request. The texts are in `en`,
         * `ru` or `fr`.
         *
         * @throws OptionError if there is no such language
         */
        public function outcome(string $lang = "en"): Outcome {}
    }

    /**
     * Thrown if an option has an invalid value. The message names the option and the expected
     * values. `getCode()` is 0, and there is no offset, because the exception is not about a reply.
     */
    class OptionError extends \ValueError
    {
    }

    /**
     * Thrown if a request cannot be sent as it is. The message and the properties contain no value:
     * no credentials, no phone and no text.
     */
    class RequestError extends OptionError
    {
        /** The name of the parameter on the wire, such as `phones`; `mes` for `text`. */
        public readonly string $parameter;
        /**
         * What is wrong.
         *
         * @phpstan-var 'missing'|'invalid'|'too_long'|'too_many'|'repeated'|'charset'|'unsupported'|'url_too_long'
         */
        public readonly string $kind;
        /** The index of the item that is wrong, from 0; null if the parameter is no list. */
        public readonly ?int $item;
        /** What was expected. */
        public readonly string $expected;
    }

    /**
     * Thrown if a push notification cannot be parsed or verified. The message and the properties
     * contain no value of the notification and nothing of the secret, so they can be logged.
     */
    class CallbackError extends \RuntimeException
    {
        /**
         * What is wrong.
         *
         * @phpstan-var 'empty'|'syntax'|'not_flat'|'not_in_charset'|'repeated'|'not_a_notification'|'several_kinds'|'field'|'empty_secret'|'no_signature'|'crc32'|'missing'|'colon'|'other_kind'|'signature_form'|'wrong_signature'
         */
        public readonly string $reason;
        /** The field that the error is about, by its name on the wire; null if it is about none. */
        public readonly ?string $field;
        /**
         * The position of the error, in bytes from the start of the body; null if the error
         * concerns no single place, and for an array of fields.
         */
        public readonly ?int $offset;
    }
}

namespace {
    /**
     * Parses the reply to a request to `status.php`, and returns its items in order.
     *
     * The options are those of the request:
     *
     * - `fmt`: the format of the reply, 0 to 3.
     * - `all`: the level of detail, 0 to 2.
     * - `multi`: true if the request named several messages, or one with a comma after it.
     * - `charset`: `windows-1251` (or `cp1251`, `win-1251`), `koi8-r`, or `utf-8` (or `utf8`).
     *   Upper and lower case are the same, as in all names of options.
     * - `kind`: what the messages are, if you know: `auto`, `sms`, `hlr` or `email`.
     * - `ids`: the requested ids and phones in order, or null: a list of `[id, phone]` pairs, a
     *   list of rows (arrays or objects) with `id` and `phone`, or an array of phones by id. All
     *   entries have the same form. An id is an int, or a string if it is a text; a string of
     *   digits is the number. A phone is not empty. It is digits with the country code, as SMSC.ru
     *   prints it; other forms are compared with that by their digits, and 8 (999) 000-00-02 is
     *   79990000002.
     *
     * The items are
     *
     * - `Smsc\Record`, one message;
     * - `Smsc\Malformed`, a record of a batch that cannot be parsed. It is an item and not an
     *   exception, so that the records before and after it are not lost;
     * - `Smsc\Missing`, with `ids` only: a requested pair without a record;
     * - `Smsc\Deleted`, the reply to a request with `del=1`.
     *
     * With `ids` the pairs also decide where a record ends if its text leaves that open, and a
     * record that was not requested has `unexpected`.
     *
     * @return list<Smsc\Record|Smsc\Malformed|Smsc\Missing|Smsc\Deleted>
     * @throws Smsc\ApiError if the server rejected the request
     * @throws Smsc\MalformedReply if the body is not a reply, if the record of a single reply
     *     cannot be parsed, or if no record of a batch can be parsed: then the options are most
     *     likely not those of the request. `smsc_iterate` returns the items of such a batch, too
     * @throws Smsc\OptionError if an option has an invalid value
     */
    function smsc_parse(
        #[\SensitiveParameter] string $body,
        int $fmt = 1,
        int $all = 0,
        bool $multi = false,
        string $charset = "windows-1251",
        string $kind = "auto",
        #[\SensitiveParameter] ?array $ids = null,
    ): array {}

    /**
     * Returns the items of a reply as an iterable, which parses each item when the loop reaches the
     * item. Use this function for large batches, and for batches that are received in chunks.
     *
     * `source` is a body, an open stream, or the chunks of a batch's body: an array, a generator or
     * any other Traversable of strings of any length. At most one chunk (of a stream, 64 KiB) and a
     * window are in memory at a time; the window is large enough for the longest possible record
     * (1 MiB). Streams and chunks are always parsed as a batch, even if `multi` is false. The other
     * options and the items are those of `smsc_parse`.
     *
     * A stream is read from its current position to its end, can be traversed only once, and is not
     * closed.
     *
     * The iteration, and not this function, throws what `smsc_parse` throws about a reply, except
     * for a batch without any record that can be parsed. The iteration throws a TypeError for a
     * chunk that is not a string and for a stream that was closed meanwhile, a RuntimeException if
     * a stream cannot be read to its end, and passes on what the source throws.
     *
     * @param string|array|Traversable|resource $source
     * @phpstan-param string|iterable<string>|resource $source
     * @throws Smsc\OptionError if an option has an invalid value
     */
    function smsc_iterate(
        #[\SensitiveParameter] $source,
        int $fmt = 1,
        int $all = 0,
        bool $multi = true,
        string $charset = "windows-1251",
        string $kind = "auto",
        #[\SensitiveParameter] ?array $ids = null,
    ): \Smsc\Records {}

    /**
     * Splits the raw body of a reply in fmt 1 into fields, as the vendor's `get_status()` does, but
     * with every field at its index.
     *
     * `all` and `ids` are the parameters `all` and `id` of the request. Without a comma in `ids`
     * the function returns one row, a list of strings in the charset of the request; with a comma
     * it returns a list of rows. The message is at index 8 (all=1) or 11 (all=2), followed by the
     * comment, the type and, in a batch, the id. Comment and type are "" if the reply has an older
     * layout without them. An id is returned as it was written, also if it is a text. The row of an
     * HLR reply has the order that the vendor documents. If a record ends early, so does its row.
     *
     * Differences from the vendor's function:
     *
     * - The message, the comment and the type of a single message are three fields, not one.
     * - Commas and line breaks in the texts of a batch do not shift any field.
     * - The line break after the last line does not add a row.
     *
     * An API error is returned as `["0", "-<code>"]`, in a batch too. An empty body is returned as
     * `["", ""]`, in a batch as one such row. Both are what the vendor's function returns. Anything
     * that cannot be parsed is split at every comma (in a batch also at every line break), as the
     * vendor's function does, so that no byte is lost. The function then raises a warning that
     * names the offset and the reason, and contains no bytes of the body. In a batch it warns of
     * the first record that cannot be parsed, and at the end of the number of the others.
     *
     * @return list<string>|list<list<string>>
     * @throws Smsc\OptionError if `all` is not 0, 1 or 2
     */
    function smsc_get_status_compat(
        #[\SensitiveParameter] string $body,
        int $all,
        string $ids,
    ): array {}

    /**
     * Explains a code, a text or a receipt that is not in a reply of `status.php`, and returns its
     * outcomes: what happened, and what to do. (For a reply use `Smsc\Record::outcome()` and
     * `Smsc\ApiError::outcome()`.)
     *
     * Pass exactly one of
     *
     * - `status`, the number of a status, optionally with its `err` and the `type` of the message
     *   (SMS if null);
     * - `api_error`, the number of an API error, with the `endpoint` that returned it: `status`,
     *   `send`, `balance`, `history`, `info` or `wait_call`. Without the endpoint every meaning of
     *   the number is returned;
     * - `text`, a text from a log, whoever wrote it: SMSC.ru, GetCourse or ClickSend;
     * - `getcourse`, a text that GetCourse shows in place of a code, or the vendor's Russian name
     *   of a code. Case, spaces and punctuation do not matter;
     * - `clicksend`, words of ClickSend's status, code or description, in English or French. For a
     *   number, both the row of the help page and the error code of a receipt are returned;
     * - `clicksend_row`, the number of a row of the help page;
     * - `clicksend_error`, the `error_code` of a receipt;
     * - `clicksend_receipt`, a receipt or history entry, from `json_decode` or `$_POST`. The keys
     *   `status`, `status_code`, `error_code` and `error_text` count, also under `data`.
     *
     * `lang` is the language of the outcome's texts: `en`, `ru` or `fr`.
     *
     * @return list<Smsc\Outcome> the meanings, best first: several if nothing decides between them;
     *     an empty list for an unknown text
     * @throws Smsc\OptionError if not exactly one of them is given, if `err` or `type` is given
     *     without `status` or `endpoint` without `api_error`, if a number is out of range, if a
     *     text is not UTF-8, if a receipt has none of its keys or one of a wrong type, or if there
     *     is no such language or endpoint
     */
    function smsc_explain(
        ?int $status = null,
        ?int $err = null,
        ?int $type = null,
        ?int $api_error = null,
        ?string $getcourse = null,
        int|string|null $clicksend = null,
        string $lang = "en",
        ?string $endpoint = null,
        ?string $text = null,
        ?int $clicksend_row = null,
        ?int $clicksend_error = null,
        ?array $clicksend_receipt = null,
    ): array {}

    /**
     * Returns what each status of one message tells beside the others.
     *
     * `statuses` are all statuses of the message, the oldest first: each an int, or a pair of a
     * status and its err. `type` is that of the message (SMS if null), and `lang` the language of
     * the texts. The state of the message is that of the outcome whose `decides` is true: the last
     * final status, or the last one if none is final; -3 only if there is no other.
     *
     * @param array $statuses each an int, or a status and its err
     * @return list<Smsc\Outcome> an outcome for each status, with `decides` and `remark`
     * @throws Smsc\OptionError if a status is none, if there are over 1,000, if a number is out of
     *     range, or if there is no such language
     */
    function smsc_story(array $statuses, ?int $type = null, string $lang = "en"): array {}

    /**
     * Makes a request to the service. It sends nothing: send the result with any HTTP client.
     *
     * `call` is one of these, with its own options; null or false is an option that is not given:
     *
     * - `status`, the statuses of messages: `ids`, as in `smsc_parse`; `multi`, true for a batch,
     *   which may have one message; `all`, the level of detail, 0 to 2; `kind`, what the messages
     *   are, if you know;
     * - `delete`, the deletion of messages: `ids`, `multi`;
     * - `balance`: `cur`, true to request the currency;
     * - `history`, a page of the sent messages: `start` and optionally `end`, days as `29.11.2026`;
     *   `phones`, only messages to these, or `emails`, only e-mails to these or, if the list is
     *   empty, all e-mails; `cnt`, 1 to 1000 messages; `prev_id`, the
     *   `int_id` that the page goes on from;
     * - `incoming`, incoming messages: `hour`, those of the last 1 to 168 hours; `after_id`, those
     *   after this one; `to_phone`, those to this number;
     * - `statistics`: `start` and `end`;
     * - `operator`: `phone`;
     * - `send`, a message: `phones`, `text`; `kind`: `sms`, `flash`, `push`, `hlr`, `bin`, `ping`,
     *   `mms`, `mail`, `call`, `viber`, `soc`, `tg` or `whatsapp`; `id`, your own id; `sender`;
     *   `time`: `DDMMYYhhmm`, `DD.MM.YY hh:mm`, `h1-h2`, `0` and Unix seconds, or `+` and minutes;
     *   `valid`: 1 to 24 hours, or `hh:mm`; `translit`, 0 to 2; `cost`, 0 to 3; `err` and `op`,
     *   true for lists of the phones.
     *
     * Every call has
     *
     * - `apikey`, or `login` and `psw`: the credentials;
     * - `fmt`, the format of the reply: null for 3, of a batch for 1;
     * - `charset`, that of the request and of its reply: `windows-1251`, `koi8-r` or `utf-8`;
     * - `host`, with a port if it is not the usual one: null for smsc.ru;
     * - `plain_http`, true for HTTP without encryption: for tests on your own machine.
     *
     * All texts are in UTF-8. Options can also be spread from an array: `...$options`.
     *
     * @param array|null $phones strings or ints
     * @param array|null $emails strings
     * @throws Smsc\RequestError if the request cannot be sent as it is
     * @throws Smsc\OptionError if an option has an invalid value, or if the call has no such option
     */
    function smsc_request(
        string $call,
        ?int $fmt = null,
        ?int $all = null,
        bool $multi = false,
        string $charset = "utf-8",
        ?string $kind = null,
        #[\SensitiveParameter] ?array $ids = null,
        #[\SensitiveParameter] ?string $apikey = null,
        #[\SensitiveParameter] ?string $login = null,
        #[\SensitiveParameter] ?string $psw = null,
        #[\SensitiveParameter] ?string $host = null,
        bool $plain_http = false,
        #[\SensitiveParameter] ?array $phones = null,
        #[\SensitiveParameter] ?array $emails = null,
        #[\SensitiveParameter] ?string $text = null,
        int|string|null $id = null,
        #[\SensitiveParameter] ?string $sender = null,
        ?string $time = null,
        ?string $valid = null,
        ?int $translit = null,
        ?int $cost = null,
        bool $err = false,
        bool $op = false,
        ?string $start = null,
        ?string $end = null,
        ?int $cnt = null,
        ?int $prev_id = null,
        ?int $hour = null,
        int|string|null $after_id = null,
        #[\SensitiveParameter] ?string $to_phone = null,
        #[\SensitiveParameter] ?string $phone = null,
        bool $cur = false,
    ): \Smsc\Request {}

    /**
     * Parses the reply to a request to `send.php`. `Smsc\Request::parse()` does so with the options
     * of the request.
     *
     * The options are those of the request, and have the same defaults as in `smsc_request`:
     *
     * - `fmt`: the format of the reply, 0 to 3;
     * - `charset`: `windows-1251`, `koi8-r` or `utf-8`;
     * - `cost`: 0 to 3, which decides what the values mean. With 1 the reply is a `Smsc\Price`.
     *
     * The successful reply of fmt 2 was never seen, so it is an exception; API errors are parsed in
     * every fmt. If a `Smsc\MalformedReply` is thrown, the message may have been sent all the same:
     * do not send it again, but ask for the status of the id that you gave it.
     *
     * @throws Smsc\ApiError if the server rejected the request
     * @throws Smsc\MalformedReply if the body is not a reply to such a request, if it cannot be
     *     parsed, or if its form is not supported
     * @throws Smsc\OptionError if an option has an invalid value
     */
    function smsc_parse_send(
        #[\SensitiveParameter] string $body,
        int $fmt = 3,
        string $charset = "utf-8",
        int $cost = 0,
    ): \Smsc\Sent|\Smsc\Price {}

    /**
     * Parses the reply to a request for the balance. The options are `fmt` and `charset`, as in
     * `smsc_parse_send`.
     *
     * @throws Smsc\ApiError if the server rejected the request
     * @throws Smsc\MalformedReply if the body is not a reply to such a request, if it cannot be
     *     parsed, or if its form is not supported
     * @throws Smsc\OptionError if an option has an invalid value
     */
    function smsc_parse_balance(
        #[\SensitiveParameter] string $body,
        int $fmt = 3,
        string $charset = "utf-8",
    ): \Smsc\Balance {}

    /**
     * Parses the reply to a request for the operator of a phone. The options are `fmt`, 0 or 3, and
     * `charset`, as in `smsc_parse_send`; in other formats only API errors are known.
     *
     * @throws Smsc\ApiError if the server rejected the request
     * @throws Smsc\MalformedReply if the body is not a reply to such a request, if it cannot be
     *     parsed, or if its form is not supported
     * @throws Smsc\OptionError if an option has an invalid value
     */
    function smsc_parse_operator(
        #[\SensitiveParameter] string $body,
        int $fmt = 3,
        string $charset = "utf-8",
    ): \Smsc\Operator {}

    /**
     * Parses the reply to a request for incoming messages, which is known in fmt 3 alone. The
     * option is `charset`, as in `smsc_parse_send`.
     *
     * A message that cannot be parsed is a `Smsc\Malformed` in its place.
     *
     * @return list<Smsc\Incoming|Smsc\Malformed>
     * @throws Smsc\ApiError if the server rejected the request
     * @throws Smsc\MalformedReply if the body is not a reply to such a request, or if its form is
     *     not supported
     * @throws Smsc\OptionError if an option has an invalid value
     */
    function smsc_parse_incoming(
        #[\SensitiveParameter] string $body,
        string $charset = "utf-8",
    ): array {}

    /**
     * Parses the reply to a request for statistics, which is known in fmt 3 alone; in other formats
     * only API errors are known. The options are `fmt` and `charset`, as in `smsc_parse_send`.
     *
     * A row that cannot be parsed is a `Smsc\Malformed` in its place.
     *
     * @return list<Smsc\Statistics|Smsc\Malformed>
     * @throws Smsc\ApiError if the server rejected the request
     * @throws Smsc\MalformedReply if the body is not a reply to such a request, or if its form is
     *     not supported
     * @throws Smsc\OptionError if an option has an invalid value
     */
    function smsc_parse_statistics(
        #[\SensitiveParameter] string $body,
        int $fmt = 3,
        string $charset = "utf-8",
    ): array {}

    /**
     * Parses a push notification, and verifies its signature: returns it only if the signature is
     * right.
     *
     * `notification` is the raw body of the request, or the query of a GET, or the fields of a form
     * as `$_POST` has them. Pass the raw body, `file_get_contents('php://input')`, where you can: a
     * framework may have changed the values, and the signature is that of the original bytes. PHP
     * has decoded the percent-escapes of `$_POST`, so the values are bytes in the charset of the
     * handler. A known field with another value than a string, such as the array of `id[]=1`, is an
     * error.
     *
     * `secret` is the value of `md5` or `sha1` in the URL of the handler. The options are
     *
     * - `fmt`: the format of the body, `form`, `xml` (`fmt=2` in the URL) or `json` (`fmt=3`);
     * - `charset`: that in the URL.
     *
     * Stack traces do not show `fmt` either, because a secret in its place is an easy mistake.
     *
     * @param array|string $notification
     * @phpstan-param array<mixed>|string $notification
     * @throws Smsc\CallbackError if the notification cannot be parsed, if it has no signature that
     *     can be verified, if the signature is wrong, or if the signed text could be read in
     *     another way
     * @throws Smsc\OptionError if an option has an invalid value
     */
    function smsc_verify_callback(
        #[\SensitiveParameter] array|string $notification,
        #[\SensitiveParameter] string $secret,
        #[\SensitiveParameter] string $fmt = "form",
        string $charset = "windows-1251",
    ): \Smsc\Callback {}

    /**
     * Parses a push notification without verifying its signature: **anybody can have sent it.** The
     * result has `verified` false and an empty `covered`. Otherwise as `smsc_verify_callback`.
     *
     * @param array|string $notification
     * @phpstan-param array<mixed>|string $notification
     * @throws Smsc\CallbackError if the notification cannot be parsed
     * @throws Smsc\OptionError if an option has an invalid value
     */
    function smsc_parse_callback(
        #[\SensitiveParameter] array|string $notification,
        #[\SensitiveParameter] string $fmt = "form",
        string $charset = "windows-1251",
    ): \Smsc\Callback {}

    /**
     * Returns what to do after a request failed: wait and send it again, ask for the status first,
     * or stop. It waits for nothing and sends nothing.
     *
     * - `call`: `status`, `status_batch`, `delete`, `send`, `price` (send with cost 1), `balance`,
     *   `history` (also incoming messages and statistics), `operator` or `wait_call`;
     * - `failure`: `unreachable`, `tls` or `invalid`, if nothing was sent; `unanswered`, if there
     *   was no reply or only a part of one, and if it is not known whether anything was sent;
     *   `not_a_reply`; `http_status`; or `rejected`, with an API error;
     * - `attempt`: the number of this try, from 1;
     * - `code`: the HTTP status or the number of the API error, for the last two failures alone;
     * - `since_ms`: the milliseconds since the last like request was sent, which may be the failed
     *   one; 0 if unknown;
     * - `next_host`: false if there is no other host than the one that was tried;
     * - `throttled`: true if the try before this one also failed with error 9 or HTTP status 429;
     * - `blocked`: true if all calls were stopped for error 4 before, and none succeeded since;
     * - `random`: from 0 to 4294967295, for tests; null for a random number.
     *
     * @throws Smsc\OptionError if there is no such call or failure, if a number is out of range, or
     *     if a code is missing or not wanted
     */
    function smsc_advise(
        string $call,
        string $failure,
        int $attempt = 1,
        ?int $code = null,
        int $since_ms = 0,
        bool $next_host = true,
        bool $throttled = false,
        bool $blocked = false,
        ?int $random = null,
    ): \Smsc\Advice {}

    /**
     * Returns what to do about a message whose sending was not answered, after its status was asked
     * for.
     *
     * - `status`: the status, `-3` if the message is not found; null if the request for it failed.
     *   Of a message with several phones, any other status than -3 if one phone has it;
     * - `since_ms`: the milliseconds since the message was last sent; 0 if unknown;
     * - `history_kept`: whether the account is known to keep its history for a day or more;
     * - `sent_again`: whether the message was sent again already on the advice `send_again`;
     * - `random`: as in `smsc_advise`.
     *
     * @throws Smsc\OptionError if a number is out of range
     */
    function smsc_advise_after_status(
        ?int $status,
        int $since_ms = 0,
        bool $history_kept = false,
        bool $sent_again = false,
        ?int $random = null,
    ): \Smsc\Advice {}

    /**
     * Merges reports of one message, in any order, into what is known of it.
     *
     * A later status replaces an earlier one; an end (delivered or not) replaces what was before it,
     * and read and clicked replace an end. What a report lacks is taken from the others, but the
     * `err`, the times and the name of a status are never those of another status. -3 is no state
     * but a mark. A report that is ambiguous is less than others of its status.
     *
     * - `reports`: the reports of one message, in any format: of replies, of push notifications, of
     *   the history. Which reports are of one message is yours to decide, by `id` and `phone`.
     *
     * @phpstan-param non-empty-array<Smsc\Record> $reports
     *
     * @throws Smsc\OptionError if there is no report
     * @throws TypeError if an item is no `Smsc\Record`
     */
    function smsc_merge(array $reports): \Smsc\Merged {}
}

namespace Smsc {
    /**
     * A record of a batch that cannot be parsed. The object contains no bytes of the reply, so it
     * can be logged.
     *
     * An object takes 80 bytes, because a hostile reply can have a malformed record in every two
     * bytes: the values of the properties are created when they are read. A `foreach` by reference
     * over an object gets copies of them.
     */
    final readonly class Malformed
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
        /**
         * Parsing: in a reply to another call than that for statuses, a value is out of its range or
         * has the wrong form; `name` says which.
         */
        const INVALID_VALUE = 212;
        /**
         * Parsing: in a reply to another call than that for statuses, a value is missing; `name` says
         * which.
         */
        const MISSING_KEY = 213;
        /**
         * Parsing: the reply has a form that was never seen, so that its meaning would be a guess. It
         * is not malformed.
         */
        const UNSUPPORTED = 214;
        /** Parsing: a failure that only a later version of this header has a number for. */
        const MALFORMED = 299;

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

namespace Smsc {
    /**
     * What is known of a message from all its reports, from `smsc_merge`.
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

namespace Smsc {
    /**
     * What happened to a message, and what to do. The project's docs/outcomes.md lists all outcomes
     * with their reasons.
     *
     * The values and the names are those of `smsc explain --json`. The properties from `status` to
     * `row` are the codes that the outcome explains; they are null if they do not apply.
     */
    final readonly class Outcome
    {
        /**
         * The state of the message.
         *
         * @phpstan-var State::*
         */
        public readonly string $state;
        /** Whether the state is final. If it is, another request for the status is useless. */
        public readonly bool $is_final;
        /**
         * What caused the state, and so who has to act.
         *
         * @phpstan-var Cause::*
         */
        public readonly string $cause;
        /**
         * Whether to send again.
         *
         * @phpstan-var Retry::*
         */
        public readonly string $retry;
        /** The number of seconds to wait before sending again, if `retry` is LATER; else null. */
        public readonly ?int $retry_after_s;
        /** Whether to send nothing more to this recipient in `channel`. */
        public readonly bool $suppress;
        /**
         * The channel to suppress; null without `suppress`.
         *
         * @phpstan-var Channel::*|null
         */
        public readonly ?string $channel;
        /** A short name of the outcome. */
        public readonly string $title;
        /** What happened, in one or more sentences. */
        public readonly string $explanation;
        /** What to do, in one or more sentences. */
        public readonly string $advice;
        /** The sources of the outcome: ids such as `S1` and `R36`, listed in docs/outcomes.md. */
        public readonly string $source;
        /** The status of the message. */
        public readonly ?int $status;
        /** The err of the message. */
        public readonly ?int $err;
        /** The message type that the outcome is for: see `Type`. */
        public readonly ?int $type;
        /** The number of the API error. */
        public readonly ?int $error_code;
        /** The number of the row in ClickSend's list of statuses, from 1. */
        public readonly ?int $row;
        /** Whether GetCourse sets «Запретить все СМС» in the user's profile for this text. */
        public readonly bool $unsubscribes;
        /**
         * The endpoint of the API error: `status`, `send`, `balance`, `history`, `info` or
         * `wait_call`; null if the error means the same at every endpoint.
         *
         * @phpstan-var 'status'|'send'|'balance'|'history'|'info'|'wait_call'|null
         */
        public readonly ?string $endpoint;
        /** The number of the same status in ClickSend's older list, the `error_code` of receipts. */
        public readonly ?int $receipt_error;
        /**
         * Whose code or text it is.
         *
         * @phpstan-var 'smsc'|'getcourse'|'clicksend'
         */
        public readonly string $provider;
        /** The known text that was recognised, if a text was explained. */
        public readonly ?string $text;
        /** Whether the sources leave room, so that the outcome is this project's judgement. */
        public readonly bool $judgement;
        /** Whether the state of the message is that of this status: only from `smsc_story`. */
        public readonly bool $decides;
        /** What the status tells beside the others: only from `smsc_story`. */
        public readonly ?string $remark;

        private function __construct() {}
    }

    /** Values of `Outcome::$state`. */
    interface State
    {
        /**
         * Being delivered, or waiting to be sent.
         */
        const PENDING = "pending";
        /**
         * Delivered. Of an HLR request: the number exists and can be reached.
         */
        const DELIVERED = "delivered";
        /**
         * Not delivered. Of an HLR request: the number cannot be reached.
         */
        const FAILED = "failed";
        /**
         * Unknown, or nothing was sent.
         */
        const UNKNOWN = "unknown";
    }

    /** Values of `Outcome::$cause`: what caused the state, and so who has to act. */
    interface Cause
    {
        /**
         * There was no failure, or its cause is unknown.
         */
        const NONE = "none";
        /**
         * The number or the address, or its owner.
         */
        const RECIPIENT = "recipient";
        /**
         * The recipient's phone or SIM card.
         */
        const HANDSET = "handset";
        /**
         * The operators or, for e-mail, the servers.
         */
        const NETWORK = "network";
        /**
         * The text.
         */
        const CONTENT = "content";
        /**
         * The sender ID.
         */
        const SENDER = "sender";
        /**
         * The client's balance, contract, IP list, limits or settings; or a paused mailing.
         */
        const ACCOUNT = "account";
        /**
         * The request was wrong.
         */
        const REQUEST = "request";
        /**
         * The gateway.
         */
        const SERVICE = "service";
    }

    /**
     * Values of `Outcome::$retry`: whether to send again or, after an API error, to repeat the
     * request.
     */
    interface Retry
    {
        /**
         * No: it would fail again, or the recipient might receive the message twice.
         */
        const NO = "no";
        /**
         * Yes: it may succeed without changes, after `retry_after_s` seconds or more.
         */
        const LATER = "later";
        /**
         * Only after somebody has changed something; the advice says who and what.
         */
        const AFTER_FIX = "after_fix";
    }

    /** Values of `Outcome::$channel`: a way in which a message reaches its recipient. */
    interface Channel
    {
        /**
         * SMS, calls and everything else that the operator of a phone number delivers.
         */
        const PHONE = "phone";
        /**
         * E-mail.
         */
        const EMAIL = "email";
        /**
         * Viber.
         */
        const VIBER = "viber";
        /**
         * Social networks.
         */
        const SOCIAL = "social";
    }
}

namespace Smsc {
    /**
     * A request to make, from `Plan::poll`. Each one ends with `Plan::onReply`, `Plan::onFailure`
     * or `Plan::onUnsent`.
     */
    final readonly class Ask
    {
        /** The number of the request in its plan. */
        public readonly int $number;
        /**
         * The kind of the request:
         *
         * - `single`: the status of one message;
         * - `batch`: the statuses of several messages, with `multi`;
         * - `history`: the history of the phones of the messages, from the day of `first_sent` to
         *   that of `last_sent`.
         */
        public readonly string $kind;
        /**
         * The keys of the messages.
         *
         * @var list<int>
         */
        public readonly array $keys;
        /** Of a `history`: when the first of the messages was sent, in Unix seconds. */
        public readonly ?int $first_sent;
        /** Of a `history`: when the last of the messages was sent, in Unix seconds. */
        public readonly ?int $last_sent;

        private function __construct() {}
    }

    /**
     * A plan of requests for the statuses of messages: which message to ask for, and when, within
     * the limits of the service. The project's docs/polling.md explains it.
     *
     * A plan makes no request. It asks soon after a message is sent, then less and less often, once
     * more before each 03:00 in Moscow, when the service moves messages to its archive, and in the
     * history if that came too late. It has neither ids nor phones: keep them by the key that `add`
     * returns. A message that is at its end leaves the plan.
     *
     * Times are in milliseconds since the Unix epoch; `now_ms` is the present time if it is not
     * given. An object cannot be serialized or cloned: keep in a database what `add` and
     * `setLastRequests` take, and make a new plan from that.
     */
    final class Plan implements \Countable
    {
        /**
         * Creates a plan without messages. The defaults are the limits of the service, with room
         * for other programs of the same login.
         *
         * If push notifications arrive in the same program, a `first_gap_s` of 3600 is enough.
         *
         * @param int $at_once status requests at once, 1 to 15; the service allows 4 under one login
         * @param int $batch_size messages in one batch, 2 to 65535
         * @param int $batch_gap_ms milliseconds from the answer to a batch to the next batch; two
         *     programs that share a login need twice the default
         * @param int $first_gap_s seconds from the sending of a message to the first request for its
         *     status, and the least between two, 15 to 86400
         * @param int $last_gap_s seconds between two requests for an old message, 15 to 86400; at
         *     least `first_gap_s`
         * @param bool $has_history whether the account keeps a history, in which messages that were
         *     moved to the archive are looked for
         * @param int $history_size messages in one request to the history, 1 to 65535
         * @param int $history_gap_ms milliseconds between two requests to the history
         * @param int $not_yet_s seconds after its sending in which a message that is not found (-3)
         *     is not there yet, and later no more
         * @throws OptionError if a number is out of its range
         */
        public function __construct(
            int $at_once = 3,
            int $batch_size = 1000,
            int $batch_gap_ms = 61000,
            int $first_gap_s = 30,
            int $last_gap_s = 3600,
            bool $has_history = true,
            int $history_size = 100,
            int $history_gap_ms = 30000,
            int $not_yet_s = 600,
            ?int $now_ms = null,
        ) {}

        /**
         * Adds a message, and returns its key. A later message never has the same key.
         *
         * After a restart, pass what was noted of the message as well.
         *
         * @param int $sent_ms when the message was sent, or is to be sent
         * @param int|null $asked_ms when its status was asked for last
         * @param int|null $not_found_since_ms since when the service does not find it
         * @param bool $unanswered whether the last request for its status was not answered, because
         *     the program ended meanwhile
         * @throws OptionError if a time is below 0
         */
        public function add(
            int $sent_ms,
            ?int $asked_ms = null,
            ?int $not_found_since_ms = null,
            bool $unanswered = false,
            ?int $now_ms = null,
        ): int {}

        /** Removes a message. Returns whether it was in the plan. */
        public function remove(int $key): bool {}

        /** Returns whether a message is in the plan: neither at its end nor lost nor removed. */
        public function has(int $key): bool {}

        /** Returns the number of messages that are neither at their end nor lost. */
        public function count(): int {}

        /**
         * Returns the next request to make, or null if there is none at this time. Call it again
         * until it returns null: several requests may be in work at once.
         *
         * @throws OptionError if the time is below 0
         */
        public function poll(?int $now_ms = null): ?Ask {}

        /**
         * Returns the time at which `poll` is to be called next. Returns null if there is none
         * before a request ends, a message is added or the credentials are renewed.
         */
        public function nextWake(): ?int {}

        /**
         * Ends a request that was answered. Returns false if it has ended before; then nothing is
         * done.
         *
         * A message without a status is asked for again. Call `lost` afterwards.
         *
         * @param array $statuses the status of each message that the reply has, by its key
         * @phpstan-param array<int, int> $statuses
         * @throws OptionError if a status is out of range, or the time is below 0
         */
        public function onReply(Ask $ask, array $statuses, ?int $now_ms = null): bool {}

        /**
         * Ends a request that failed: its messages are asked for again after the time that
         * `smsc_advise` advises, or later if requests fail again and again. Returns false if the
         * request has ended before; then nothing is done.
         *
         * @param string $failure as for `smsc_advise`
         * @param int|null $code as for `smsc_advise`
         * @param int|null $random a random number from 0 to 4294967295, drawn if it is not given
         * @throws OptionError if the failure has no such name, or a number is out of range
         */
        public function onFailure(
            Ask $ask,
            string $failure,
            ?int $code = null,
            ?int $random = null,
            ?int $now_ms = null,
        ): bool {}

        /**
         * Ends a request that was not made, which counts towards no limit, and makes none of its
         * kind for `wait_ms`. Returns false if the request has ended before; then nothing is done.
         *
         * @throws OptionError if a number is below 0
         */
        public function onUnsent(Ask $ask, int $wait_ms = 0, ?int $now_ms = null): bool {}

        /**
         * Notes a status that was learnt in another way, such as from a push notification. Returns
         * whether the message was in the plan.
         *
         * @throws OptionError if a number is out of range
         */
        public function onStatus(int $key, int $status, ?int $now_ms = null): bool {}

        /**
         * Removes the messages that are lost, and returns their keys: the service does not find
         * them any more, and the history does not have them, so that their end will not be known.
         *
         * @return list<int>
         */
        public function lost(): array {}

        /**
         * Returns the keys of the messages that may be moved to the archive before their end is
         * seen. Call it shortly before `nextMove`.
         *
         * @return list<int>
         * @throws OptionError if the time is below 0
         */
        public function atRisk(?int $now_ms = null): array {}

        /**
         * Returns the time of the next move to the archive, at 03:00 in Moscow: the earliest one,
         * as the clock of this machine may be wrong.
         */
        public function nextMove(): int {}

        /**
         * Returns the start of the last round of requests before `nextMove`: from then on, every
         * message that the move concerns is asked for once more.
         */
        public function lastRound(): int {}

        /**
         * Compares the clock with the header `Date` of a response that has just arrived, in Unix
         * seconds. Before the first comparison the plan allows for an error of five minutes.
         *
         * @throws OptionError if a time is below 0
         */
        public function setServerDate(int $date, ?int $now_ms = null): void {}

        /**
         * Notes when the last status request and the last batch were made, before a restart.
         * Without this, the next batch may come too soon, and is rejected with error 9.
         *
         * @throws OptionError if a time is below 0
         */
        public function setLastRequests(?int $request_ms = null, ?int $batch_ms = null): void {}

        /**
         * Returns whether the service has refused the credentials (error 2): the plan asks for
         * nothing until `renewCredentials`.
         */
        public function isRefused(): bool {}

        /** Returns the time until which the service blocks this address (error 4), or null. */
        public function blockedUntil(): ?int {}

        /** Continues with new credentials. */
        public function renewCredentials(): void {}
    }
}

namespace Smsc {
    /**
     * The record of one message in a reply. The properties have the names of the fields on the
     * wire, and are null if the reply does not have the field. Texts are UTF-8.
     *
     * The constants are the known values of `status`. The sets of values of `status`, `err` and
     * `type` are open: a reply may contain any other number, which then has no name.
     */
    final readonly class Record
    {
        /** Message not found */
        const NOT_FOUND = -3;
        /** Stopped */
        const STOPPED = -2;
        /** Waiting to be sent */
        const WAITING = -1;
        /** Handed to the operator */
        const HANDED_OVER = 0;
        /** Delivered */
        const DELIVERED = 1;
        /** Read */
        const READ = 2;
        /** Expired */
        const EXPIRED = 3;
        /** Link clicked */
        const LINK_CLICKED = 4;
        /** Reported as spam */
        const REPORTED_AS_SPAM = 6;
        /** Cannot be delivered */
        const UNDELIVERABLE = 20;
        /** Wrong number */
        const WRONG_NUMBER = 22;
        /** Forbidden */
        const FORBIDDEN = 23;
        /** Not enough money */
        const NO_MONEY = 24;
        /** Unavailable number */
        const UNAVAILABLE_NUMBER = 25;

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

namespace Smsc {
    /**
     * A request to the service, made by `smsc_request`. Send it with any HTTP client, and pass the
     * body of the response to `parse`.
     *
     * The body has the credentials, so it is no property: `var_dump`, `print_r`, `var_export` and
     * `json_encode` do not show it, and an object cannot be serialized or cloned.
     */
    final readonly class Request
    {
        /** The URL to send the body to. It has no parameters, so it can be logged. */
        public readonly string $url;
        /** The method: `POST`. */
        public readonly string $method;
        /**
         * The lines of the header that the body needs, as `CURLOPT_HTTPHEADER` takes them.
         *
         * @var list<string>
         */
        public readonly array $headers;

        private function __construct() {}

        /** Returns the body to send. It has the credentials: do not log it. */
        public function body(): string {}

        /**
         * Returns the URL of a GET, which has all parameters. Servers and proxies log it, and with
         * it the credentials: prefer a POST of `body()` to `url`.
         *
         * @throws RequestError if the URL is longer than 2,000 characters
         */
        public function getUrl(): string {}

        /**
         * Parses the reply to this request, with its own options. The result is
         *
         * - for `status`, `delete` and `history` a list of items, as that of `smsc_parse`;
         * - for `send` a `Sent` or, with cost 1, a `Price`;
         * - for `balance` a `Balance`, for `operator` an `Operator`;
         * - for `incoming` a list of `Incoming`, for `statistics` a list of `Statistics`, with a
         *   `Malformed` in the place of each item that cannot be parsed.
         *
         * @return array|Sent|Price|Balance|Operator
         * @phpstan-return list<Record|Malformed|Missing|Deleted>|list<Incoming|Malformed>|list<Statistics|Malformed>|Sent|Price|Balance|Operator
         * @throws ApiError if the server rejected the request
         * @throws MalformedReply if the body is not a reply to this request, if it cannot be
         *     parsed, or if its form is not supported
         */
        public function parse(#[\SensitiveParameter] string $body): array|Sent|Price|Balance|Operator {}
    }
}
