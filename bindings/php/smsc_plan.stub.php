<?php

/** @generate-class-entries */

namespace Smsc {
    /**
     * A request to make, from `Plan::poll`. Each one ends with `Plan::onReply`, `Plan::onFailure`
     * or `Plan::onUnsent`.
     *
     * @strict-properties
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
     *
     * @strict-properties
     * @not-serializable
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
