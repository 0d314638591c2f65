<?php

declare(strict_types=1);

namespace Smsc\Client;

/** The limits that a request counts towards. */
enum Rule: string
{
    /** Status or deletion of one message. */
    case Status = 'status';
    /** Status or deletion in the shape of a batch. */
    case Batch = 'batch';
    /** Sending. */
    case Send = 'send';
    /** A price. */
    case Price = 'price';
    /** The balance. */
    case Balance = 'balance';
    /** The history and incoming messages. */
    case List = 'list';
    /** The operator of a phone. */
    case Operator = 'operator';
}
