<?php

declare(strict_types=1);

namespace Smsc\Client;

use Smsc\Advice;

/**
 * An error of a call, of one of four kinds: `NotSent`, `Unanswered`, `NotAReply`, `Refused`.
 *
 * The message is one sentence: what happened, on which host, and what to do. It has nothing secret,
 * no phone and no text, so it can be logged.
 */
abstract class CallError extends \RuntimeException
{
    /** The advice that ended the tries. */
    public readonly Advice $advice;

    /**
     * @internal
     * @param string $host the host that was asked, with its port if it is not the usual one
     * @param ?string $proxy the proxy on the way, without its credentials
     */
    public function __construct(
        string $message,
        public readonly string $host,
        public readonly ?string $proxy = null,
        ?\Throwable $previous = null,
    ) {
        parent::__construct($message, 0, $previous);
    }

    /**
     * Returns the failure as `smsc_advise` takes it, with the code that belongs to it.
     *
     * @internal
     * @return array{failure: string, code?: int}
     */
    abstract public function advised(): array;

    /**
     * Sets the advice, once.
     *
     * @internal
     */
    public function setAdvice(Advice $advice): void
    {
        $this->advice = $advice;
    }

    /** Returns a host and the proxy on the way, for a sentence. */
    protected static function place(string $host, ?string $proxy): string
    {
        return $proxy === null ? $host : "$host (through the proxy $proxy)";
    }
}
