<?php

declare(strict_types=1);

namespace Smsc\Client;

/** A failure of a transport, and the proxy on the way. */
final class TransportError extends \RuntimeException
{
    /**
     * Creates an error. `proxy` is the proxy, such as `http://proxy.example:3128`, without its
     * credentials.
     */
    public function __construct(
        public readonly TransportFailure $failure,
        public readonly ?string $proxy = null,
    ) {
        parent::__construct($failure->text());
    }
}
