<?php

declare(strict_types=1);

namespace Smsc\Client;

use Smsc\RequestError;

/** Nothing was sent. */
final class NotSent extends CallError
{
    /** The reason for which nothing was sent. */
    public readonly NotSentReason $reason;
    /** The failure of the transport, if that is the reason. */
    public readonly ?TransportFailure $failure;
    /** The milliseconds to wait, if a limit is the reason and the time is known. */
    public readonly ?int $waitMs;

    /** @internal */
    public static function transport(string $host, TransportError $error): self
    {
        [$reason, $failure] = [NotSentReason::Transport, $error->failure];
        return new self($reason, $failure->text(), $host, $error->proxy, failure: $failure);
    }

    /** @internal */
    public static function plainHttp(string $host): self
    {
        $text = 'plain HTTP would show the credentials to everybody on the way: use HTTPS';
        return new self(NotSentReason::PlainHttp, $text, $host);
    }

    /** @internal */
    public static function invalid(string $host, RequestError $error): self
    {
        return new self(NotSentReason::Invalid, $error->getMessage(), $host, previous: $error);
    }

    /** @internal */
    public static function limit(string $host, ?int $waitMs): self
    {
        $seconds = intdiv(($waitMs ?? 0) + 999, 1_000);
        $text = $waitMs === null
            ? 'as many requests as the service allows are in work: try again when one has ended'
            : "a limit of the service is reached: try again in $seconds s";
        return new self(NotSentReason::Limit, $text, $host, waitMs: $waitMs);
    }

    /** @internal */
    public static function credentials(string $host): self
    {
        $text = 'the service refused the credentials before: '
            . 'correct them, because five refused logins block the address';
        return new self(NotSentReason::Credentials, $text, $host);
    }

    private function __construct(
        NotSentReason $reason,
        string $text,
        string $host,
        ?string $proxy = null,
        ?\Throwable $previous = null,
        ?TransportFailure $failure = null,
        ?int $waitMs = null,
    ) {
        parent::__construct(
            'nothing was sent to ' . self::place($host, $proxy) . ": $text",
            $host,
            $proxy,
            $previous,
        );
        [$this->reason, $this->failure, $this->waitMs] = [$reason, $failure, $waitMs];
    }

    public function advised(): array
    {
        return ['failure' => $this->failure?->advised() ?? 'invalid'];
    }
}
