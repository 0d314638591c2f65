<?php

/** @generate-class-entries */

namespace Smsc {
    /**
     * What happened to a message, and what to do. The project's docs/outcomes.md lists all outcomes
     * with their reasons.
     *
     * The values and the names are those of `smsc explain --json`. The properties from `status` to
     * `row` are the codes that the outcome explains; they are null if they do not apply.
     *
     * @strict-properties
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
         * @var string
         */
        const PENDING = "pending";
        /**
         * Delivered. Of an HLR request: the number exists and can be reached.
         * @var string
         */
        const DELIVERED = "delivered";
        /**
         * Not delivered. Of an HLR request: the number cannot be reached.
         * @var string
         */
        const FAILED = "failed";
        /**
         * Unknown, or nothing was sent.
         * @var string
         */
        const UNKNOWN = "unknown";
    }

    /** Values of `Outcome::$cause`: what caused the state, and so who has to act. */
    interface Cause
    {
        /**
         * There was no failure, or its cause is unknown.
         * @var string
         */
        const NONE = "none";
        /**
         * The number or the address, or its owner.
         * @var string
         */
        const RECIPIENT = "recipient";
        /**
         * The recipient's phone or SIM card.
         * @var string
         */
        const HANDSET = "handset";
        /**
         * The operators or, for e-mail, the servers.
         * @var string
         */
        const NETWORK = "network";
        /**
         * The text.
         * @var string
         */
        const CONTENT = "content";
        /**
         * The sender ID.
         * @var string
         */
        const SENDER = "sender";
        /**
         * The client's balance, contract, IP list, limits or settings; or a paused mailing.
         * @var string
         */
        const ACCOUNT = "account";
        /**
         * The request was wrong.
         * @var string
         */
        const REQUEST = "request";
        /**
         * The gateway.
         * @var string
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
         * @var string
         */
        const NO = "no";
        /**
         * Yes: it may succeed without changes, after `retry_after_s` seconds or more.
         * @var string
         */
        const LATER = "later";
        /**
         * Only after somebody has changed something; the advice says who and what.
         * @var string
         */
        const AFTER_FIX = "after_fix";
    }

    /** Values of `Outcome::$channel`: a way in which a message reaches its recipient. */
    interface Channel
    {
        /**
         * SMS, calls and everything else that the operator of a phone number delivers.
         * @var string
         */
        const PHONE = "phone";
        /**
         * E-mail.
         * @var string
         */
        const EMAIL = "email";
        /**
         * Viber.
         * @var string
         */
        const VIBER = "viber";
        /**
         * Social networks.
         * @var string
         */
        const SOCIAL = "social";
    }
}
