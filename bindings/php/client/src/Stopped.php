<?php

declare(strict_types=1);

namespace Smsc\Client;

/**
 * The end of the tries of a call without a reply.
 *
 * @internal
 */
final class Stopped
{
    /** @param int $since the moment of the start of the last try */
    public function __construct(public readonly CallError $error, public readonly int $since)
    {
    }
}
