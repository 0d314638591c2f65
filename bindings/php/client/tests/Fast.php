<?php

declare(strict_types=1);

namespace Smsc\Client\Tests;

use Smsc\Client\Clock;

/** A clock that runs faster than that of the machine, and is the same in all processes. */
final class Fast implements Clock
{
    public const SPEED = 600;

    public function now(): int
    {
        return intdiv(hrtime(true) * self::SPEED, 1_000_000);
    }

    public function wait(int $milliseconds): void
    {
        usleep(intdiv($milliseconds * 1_000, self::SPEED) + 1);
    }

    public function random(): int
    {
        return random_int(0, 0xFFFF_FFFF);
    }
}
