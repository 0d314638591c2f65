<?php

namespace Smsc;

/** The reply to a request with `del=1`: the messages were deleted. */
final class Deleted
{
    private function __construct()
    {
    }

    /** @internal */
    public static function create(): self
    {
        return new self();
    }
}
