<?php

declare(strict_types=1);

namespace Smsc\Client;

/**
 * A call: the names that it has in `smsc_request` and `smsc_advise`, and its limits.
 *
 * @internal
 */
enum Call
{
    case Status;
    case StatusBatch;
    case Delete;
    case DeleteBatch;
    case Send;
    case Price;
    case Balance;
    case History;
    case Incoming;
    case Operator;

    /** Returns the name of the call in `smsc_request`. */
    public function request(): string
    {
        return match ($this) {
            self::Status, self::StatusBatch => 'status',
            self::Delete, self::DeleteBatch => 'delete',
            self::Send, self::Price => 'send',
            self::Balance => 'balance',
            self::History => 'history',
            self::Incoming => 'incoming',
            self::Operator => 'operator',
        };
    }

    /** Returns the name of the call in `smsc_advise`. */
    public function advised(): string
    {
        return match ($this) {
            self::StatusBatch => 'status_batch',
            self::Price => 'price',
            self::Incoming => 'history',
            default => $this->request(),
        };
    }

    /** Returns the limits that a request counts towards. */
    public function rule(): Rule
    {
        return match ($this) {
            self::Status, self::Delete => Rule::Status,
            self::StatusBatch, self::DeleteBatch => Rule::Batch,
            self::Send => Rule::Send,
            self::Price => Rule::Price,
            self::Balance => Rule::Balance,
            self::History, self::Incoming => Rule::List,
            self::Operator => Rule::Operator,
        };
    }

    /** Returns the script that carries the call out. */
    public function script(): string
    {
        return match ($this) {
            self::Status, self::StatusBatch, self::Delete, self::DeleteBatch => 'status.php',
            self::Send, self::Price => 'send.php',
            self::Balance => 'balance.php',
            self::History, self::Incoming => 'get.php',
            self::Operator => 'info.php',
        };
    }
}
