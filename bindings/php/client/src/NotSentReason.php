<?php

declare(strict_types=1);

namespace Smsc\Client;

/** The reason for which a request was not sent. */
enum NotSentReason: string
{
    /** The transport failed: `failure` has its class. */
    case Transport = 'transport';
    /** The host is asked over plain HTTP, and is not this machine itself. */
    case PlainHttp = 'plain_http';
    /** The request is invalid: `getPrevious()` is a `Smsc\RequestError`. */
    case Invalid = 'invalid';
    /** A limit of the service or a block of this address lasts longer than the client may wait. */
    case Limit = 'limit';
    /** The service refused the credentials before, and they have not been changed since. */
    case Credentials = 'credentials';
}
