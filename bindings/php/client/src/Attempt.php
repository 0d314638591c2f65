<?php

declare(strict_types=1);

namespace Smsc\Client;

/**
 * One of the tries of a call.
 *
 * @internal
 */
final class Attempt
{
    public int $number = 1;
    /** The index of the host. */
    public int $host = 0;
    /** A mark that the service refused the last try as one of too many. */
    public bool $wasThrottled = false;
    /** The moment of the start. */
    public int $since = 0;
    /** The request in work, in the gate. */
    public ?string $ticket = null;
}
