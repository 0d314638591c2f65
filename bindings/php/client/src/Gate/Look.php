<?php

declare(strict_types=1);

namespace Smsc\Client\Gate;

/**
 * The answer of a gate to a request.
 *
 * @internal
 */
final class Look
{
    /**
     * @param ?string $ticket the name of the request, if it is let in
     * @param ?int $until the moment until which it is not, if that is known
     * @param bool $isRefused whether the service refused the credentials
     */
    private function __construct(
        public readonly ?string $ticket = null,
        public readonly ?int $until = null,
        public readonly bool $isRefused = false,
    ) {
    }

    public static function free(string $ticket): self
    {
        return new self(ticket: $ticket);
    }

    public static function until(int $moment): self
    {
        return new self(until: $moment);
    }

    /** Returns that another request has to end. */
    public static function busy(): self
    {
        return new self();
    }

    public static function refused(): self
    {
        return new self(isRefused: true);
    }
}
