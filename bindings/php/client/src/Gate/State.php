<?php

declare(strict_types=1);

namespace Smsc\Client\Gate;

/**
 * The state of a gate: requests in work, those of the last minute, and why all are stopped. Times
 * are milliseconds of the gate's clock.
 *
 * @internal
 */
final class State
{
    /** The number of keys at which old ones are dropped. */
    private const SWEEP = 1_024;

    /**
     * @var array<string, non-empty-list<int>> the moments from which ended requests count no more
     */
    private array $ended = [];
    /** @var array<string, array{end: int, lengths: array<string, int>}> the requests in work */
    private array $inWork = [];
    /** The mark of the credentials that the service has accepted. */
    private ?string $proven = null;
    /** The mark of the credentials that the service has refused, and when. */
    private ?string $refused = null;
    private int $refusedAt = 0;
    private int $blockedUntil = 0;
    private bool $wasBlocked = false;
    private int $sweepAt = self::SWEEP;
    /** The key of the hashes, so that nobody can compare those of two gates. */
    private \SensitiveParameterValue $salt;

    public function __construct()
    {
        $this->salt = new \SensitiveParameterValue(bin2hex(random_bytes(16)));
    }

    /**
     * Returns a text that is equal for equal values. Nothing of them is kept.
     *
     * @param list<int|string> $values
     */
    public function keyed(#[\SensitiveParameter] array $values): string
    {
        return substr(hash_hmac('sha256', implode("\0", $values), $this->salt->getValue()), 0, 16);
    }

    /**
     * Lets a request in, or returns what has to happen first.
     *
     * @param list<array{string, int, int}> $limits
     */
    public function look(array $limits, string $mark, int $now, int $leaseMs): Look
    {
        $this->endAbandoned($now);
        if ($this->refused === $mark) {
            return Look::refused();
        }
        if ($now < $this->blockedUntil) {
            return Look::until($this->blockedUntil);
        }
        if ($this->proven !== $mark && $this->inWork !== []) {
            return Look::busy();
        }
        foreach ($limits as [$key, $limit]) {
            $ended = $this->endedOf($key, $now);
            if (count($ended) + $this->inWorkOf($key) >= max(1, $limit)) {
                // The oldest one makes room. Without any, one in work has to end.
                return $ended === [] ? Look::busy() : Look::until($ended[0]);
            }
        }
        $ticket = bin2hex(random_bytes(8));
        $lengths = array_column($limits, 2, 0);
        $this->inWork[$ticket] = ['end' => $now + $leaseMs, 'lengths' => $lengths];
        return Look::free($ticket);
    }

    /** Ends a request, which counts for a while longer if it was sent. */
    public function end(string $ticket, int $now, bool $wasSent = true): void
    {
        foreach ($wasSent ? $this->inWork[$ticket]['lengths'] ?? [] : [] as $key => $length) {
            $this->ended[$key][] = $now + $length;
        }
        unset($this->inWork[$ticket]);
        if (count($this->ended) >= $this->sweepAt) {
            $this->sweep($now);
        }
    }

    /** Notes that the service has accepted the credentials with this mark. */
    public function accept(string $mark): void
    {
        $this->proven = $mark;
        $this->wasBlocked = false;
    }

    /** Notes that the service has refused the credentials with this mark. */
    public function refuse(string $mark, int $now): void
    {
        [$this->refused, $this->refusedAt] = [$mark, $now];
    }

    /** Lets the credentials with this mark in again. */
    public function renew(string $mark): void
    {
        $this->proven = null;
        $this->refused = $this->refused === $mark ? null : $this->refused;
    }

    /** Notes that the service has blocked the address. */
    public function block(int $until): void
    {
        $this->blockedUntil = max($this->blockedUntil, $until);
        $this->wasBlocked = true;
    }

    public function wasBlocked(): bool
    {
        return $this->wasBlocked;
    }

    /** Forgets refused credentials if the service refused them before this moment. */
    public function forgetRefusal(int $before): void
    {
        if ($this->refusedAt < $before) {
            $this->refused = null;
        }
    }

    /** Returns the number of keys. */
    public function count(): int
    {
        return count($this->ended);
    }

    /** Returns the state as JSON. */
    public function toJson(int $now): string
    {
        $this->sweep($now);
        $values = ['at' => $now, 'salt' => $this->salt->getValue()] + get_object_vars($this);
        return json_encode($values, JSON_THROW_ON_ERROR);
    }

    /**
     * Returns the state of a JSON text. A text that cannot be read, or that is later than now, is
     * that of a new state: before the machine was started anew, the clock was another one.
     */
    public static function fromJson(string $json, int $now): self
    {
        $state = new self();
        $values = json_decode($json, true);
        if (is_array($values) && ($values['at'] ?? PHP_INT_MAX) <= $now) {
            try {
                $values['salt'] = new \SensitiveParameterValue((string) ($values['salt'] ?? ''));
                foreach (array_intersect_key($values, get_object_vars($state)) as $name => $value) {
                    $state->$name = $value;
                }
            } catch (\TypeError) {
                return new self();
            }
        }
        return $state;
    }

    /**
     * Returns the moments from which the ended requests under a key count no more, the first one
     * first.
     *
     * @return list<int>
     */
    private function endedOf(string $key, int $now): array
    {
        $counting = static fn (int $moment): bool => $moment > $now;
        $ended = array_values(array_filter($this->ended[$key] ?? [], $counting));
        if ($ended === []) {
            unset($this->ended[$key]);
        } else {
            sort($ended);
            $this->ended[$key] = $ended;
        }
        return $ended;
    }

    private function inWorkOf(string $key): int
    {
        $counts = static fn (array $entry): bool => isset($entry['lengths'][$key]);
        return count(array_filter($this->inWork, $counts));
    }

    /** Ends the requests of processes that have ended without doing so. */
    private function endAbandoned(int $now): void
    {
        foreach ($this->inWork as $ticket => $entry) {
            if ($entry['end'] <= $now) {
                $this->end((string) $ticket, $entry['end']);
            }
        }
    }

    /** Drops old keys, so that the memory depends on the traffic of a minute. */
    private function sweep(int $now): void
    {
        foreach (array_keys($this->ended) as $key) {
            $this->endedOf((string) $key, $now);
        }
        $this->sweepAt = max(self::SWEEP, 2 * count($this->ended));
    }
}
