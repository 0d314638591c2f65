<?php

/** @generate-class-entries */

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
