<?php

declare(strict_types=1);

namespace Smsc\Client;

/** The fate of a message that may have been sent. */
enum FateKind: string
{
    /** The service accepted it, and said so. */
    case Sent = 'sent';
    /** The sending was not answered, but the service knows the message. */
    case AlreadyAccepted = 'already_accepted';
    /** It is not known. Look up the id later, and do not send the message again. */
    case Unknown = 'unknown';
}
