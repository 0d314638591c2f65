<?php

declare(strict_types=1);

namespace Smsc\Client;

/**
 * The request was sent, at least in part, and there is no whole answer: it may have been carried
 * out.
 */
final class Unanswered extends CallError
{
    /** The failure of the answer. */
    public readonly TransportFailure $failure;

    /** @internal */
    public function __construct(string $host, TransportError $error)
    {
        $this->failure = $error->failure;
        $place = self::place($host, $error->proxy);
        $text = "no answer from $place: {$error->failure->text()}";
        parent::__construct("$text; the request may have been carried out", $host, $error->proxy);
    }

    public function advised(): array
    {
        return ['failure' => 'unanswered'];
    }
}
