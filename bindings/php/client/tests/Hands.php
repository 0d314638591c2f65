<?php

declare(strict_types=1);

namespace Smsc\Client\Tests;

use Smsc\Client\Clock;

/** A clock that waits by moving its hands, and with them those of a stand-in, if there is one. */
final class Hands implements Clock
{
    public int $now = 1_000_000;
    private int $random = 1;
    /** A function that is called at the next wait. */
    public ?\Closure $atWait = null;

    public function __construct(private readonly ?Standin $standin = null)
    {
    }

    public function now(): int
    {
        return $this->now;
    }

    public function wait(int $milliseconds): void
    {
        [$atWait, $this->atWait] = [$this->atWait, null];
        if ($atWait !== null) {
            $atWait();
        }
        $this->now += $milliseconds;
        // A request that was cut is carried out before the time goes on, if it is.
        usleep(1_000);
        $this->standin?->advance($milliseconds);
    }

    public function random(): int
    {
        // Of Knuth's generator; each number is another one.
        return $this->random = ($this->random * 1_664_525 + 1_013_904_223) & 0xFFFF_FFFF;
    }
}
