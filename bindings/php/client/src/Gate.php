<?php

declare(strict_types=1);

namespace Smsc\Client;

use Smsc\Client\Gate\Look;
use Smsc\Client\Gate\State;
use Smsc\Client\Gate\StateFile;

/**
 * A gate that keeps the limits of one login. Use one gate for all clients of a login.
 *
 * A request counts towards a limit until a minute after its answer has arrived, so that the
 * service, which counts from an earlier moment, never counts more than the gate. A request that was
 * certainly not sent does not count. Until the service has accepted the credentials, one request is
 * in work at a time: five refused logins block the address.
 *
 * Without a file a gate knows of the requests of its own process alone. Processes that run at the
 * same time, such as those of PHP-FPM, share a gate by the name of a file.
 */
final class Gate
{
    /** The time between two looks while another request has to end. */
    private const POLL_MS = 50;

    private readonly State $state;
    private readonly ?StateFile $file;

    /**
     * Creates a gate.
     *
     * @param ?string $file a file of its own in a folder that others cannot write to, on a local
     *     disk; it is created if it is not there
     * @throws \InvalidArgumentException if the file cannot be opened
     */
    public function __construct(
        private readonly Limits $limits = new Limits(),
        public readonly Clock $clock = new SystemClock(),
        ?string $file = null,
    ) {
        $this->state = new State();
        $this->file = $file === null ? null : new StateFile($file, $clock);
    }

    /**
     * Lets a request in, after a wait of at most this long, or returns why not. The request is in
     * work until `end()`.
     *
     * @internal
     * @param list<int|string> $likeness what like requests under the rule have in common
     * @param string $mark the mark of the credentials
     */
    public function enter(
        Rule $rule,
        #[\SensitiveParameter] array $likeness,
        string $mark,
        ?int $maxWaitMs = null,
    ): Look {
        $latest = $maxWaitMs === null ? PHP_INT_MAX : $this->clock->now() + $maxWaitMs;
        while (true) {
            $now = $this->clock->now();
            $look = $this->change(fn (State $state) => $state->look(
                $this->limits->of($rule, $state->keyed($likeness)),
                $mark,
                $now,
                $this->limits->leaseMs,
            ));
            // Without a moment, another request has to end: at the latest by its lease.
            $until = $look->until ?? $now + self::POLL_MS;
            if ($look->ticket !== null || $look->isRefused || $until > $latest) {
                return $look;
            }
            $this->clock->wait($until - $now);
        }
    }

    /** @internal */
    public function end(string $ticket, bool $wasSent): void
    {
        $this->change(fn (State $state) => $state->end($ticket, $this->clock->now(), $wasSent));
    }

    /** @internal */
    public function accepted(string $mark): void
    {
        $this->change(fn (State $state) => $state->accept($mark));
    }

    /** @internal */
    public function refused(string $mark): void
    {
        $this->change(fn (State $state) => $state->refuse($mark, $this->clock->now()));
    }

    /** @internal */
    public function blocked(int $milliseconds): void
    {
        $this->change(fn (State $state) => $state->block($this->clock->now() + $milliseconds));
    }

    /** @internal */
    public function renew(string $mark): void
    {
        $this->change(fn (State $state) => $state->renew($mark));
    }

    /**
     * Returns whether all requests were stopped for a block of the address, and none has succeeded
     * since.
     */
    public function wasBlocked(): bool
    {
        return $this->change(fn (State $state) => $state->wasBlocked());
    }

    /** Shows nothing of the requests. */
    public function __debugInfo(): array
    {
        return ['limits' => $this->limits];
    }

    /**
     * @template T
     * @param callable(State): T $change
     * @return T
     */
    private function change(callable $change): mixed
    {
        return $this->file === null ? $change($this->state) : $this->file->change($change);
    }
}
