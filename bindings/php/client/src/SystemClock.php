<?php

declare(strict_types=1);

namespace Smsc\Client;

/** The clock of the machine. All processes of a machine have the same one. */
final class SystemClock implements Clock
{
    public function now(): int
    {
        return intdiv(hrtime(true), 1_000_000);
    }

    public function wait(int $milliseconds): void
    {
        $end = $this->now() + $milliseconds;
        // A signal ends usleep() early.
        while (($rest = $end - $this->now()) > 0) {
            usleep(min($rest, 60_000) * 1_000);
        }
    }

    public function random(): int
    {
        return random_int(0, 0xFFFF_FFFF);
    }
}
