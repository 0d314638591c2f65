<?php

declare(strict_types=1);

namespace Smsc\Client;

use Smsc\MalformedReply;

/**
 * The answer is no reply of the service: HTML, an empty body, `OK`, or another HTTP status than
 * 200. The request may have been carried out.
 */
final class NotAReply extends CallError
{
    /** The HTTP status. */
    public readonly int $status;

    /** @internal */
    public static function status(string $host, int $status): self
    {
        $text = $status >= 300 && $status < 400
            ? "HTTP status $status, a redirect, which is not followed: check the name of the host"
            : "HTTP status $status: check the name of the host, or try later";
        return new self($host, $status, $text);
    }

    /** @internal */
    public static function body(string $host, MalformedReply $error): self
    {
        $text = "{$error->getMessage()}; check the name of the host and any proxy";
        return new self($host, 200, $text, $error);
    }

    /** @internal */
    public static function other(string $host): self
    {
        return new self($host, 200, 'a reply to another request: check any proxy');
    }

    private function __construct(
        string $host,
        int $status,
        string $text,
        ?\Throwable $previous = null,
    ) {
        $this->status = $status;
        $text = "$host sent no reply of the service: $text";
        parent::__construct($text, $host, previous: $previous);
    }

    public function advised(): array
    {
        return $this->status === 200
            ? ['failure' => 'not_a_reply']
            : ['failure' => 'http_status', 'code' => $this->status];
    }
}
