<?php

declare(strict_types=1);

namespace Smsc\Client;

use Smsc\Sent;

/** The fate of a message that may have been sent. */
final class Fate
{
    /**
     * @internal
     * @param int|string $id the id, to ask for the status with
     * @param ?Sent $sent the reply of the service, if the message was sent and answered
     * @param ?CallError $error the error of the sending, if it is not known
     */
    public function __construct(
        public readonly FateKind $kind,
        public readonly int|string $id,
        public readonly ?Sent $sent = null,
        public readonly ?CallError $error = null,
    ) {
    }

    /** Returns whether the service has accepted the message. */
    public function isAccepted(): bool
    {
        return $this->kind !== FateKind::Unknown;
    }
}
