<?php

declare(strict_types=1);

namespace Smsc\Client;

/** A clock that can also wait, and a source of random numbers. A test brings its own. */
interface Clock
{
    /** Returns the milliseconds since some moment. They never go back. */
    public function now(): int;

    /** Waits. */
    public function wait(int $milliseconds): void;

    /** Returns a uniformly random number from 0 to 4294967295. */
    public function random(): int;
}
