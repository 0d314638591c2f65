<?php

declare(strict_types=1);

namespace Smsc\Client\Tests;

use Smsc\Client\Response;
use Smsc\Client\Transport;
use Smsc\Client\TransportError;
use Smsc\Request;

/** A transport that is watched. */
final class Spy implements Transport
{
    /** @var list<array{url: string, body: string, result: Response|TransportError}> */
    public array $seen = [];

    public function __construct(private readonly Transport $inner)
    {
    }

    public function send(Request $request): Response
    {
        try {
            $result = $this->inner->send($request);
        } catch (TransportError $error) {
            $result = $error;
        }
        $this->seen[] = ['url' => $request->url, 'body' => $request->body(), 'result' => $result];
        return $result instanceof Response ? $result : throw $result;
    }

    /** Counts the requests to a script. */
    public function count(string $script): int
    {
        return count(array_filter($this->seen, static fn ($seen) => str_ends_with($seen['url'], "/$script")));
    }

    /** Counts the messages that may have been sent. */
    public function sends(): int
    {
        $mayHaveArrived = static fn (array $seen): bool => str_ends_with($seen['url'], '/send.php')
            && !($seen['result'] instanceof TransportError && $seen['result']->failure->isUnsent());
        return count(array_filter($this->seen, $mayHaveArrived));
    }
}
