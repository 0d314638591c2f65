<?php

declare(strict_types=1);

namespace Smsc\Client;

/** A whole response. */
final class Response
{
    private readonly \SensitiveParameterValue $body;

    /** Creates a response. `date` is the header `Date`, the clock of the server. */
    public function __construct(
        public readonly int $status,
        #[\SensitiveParameter] string $body,
        public readonly ?string $date = null,
    ) {
        $this->body = new \SensitiveParameterValue($body);
    }

    /** Returns the body, which may have phones and texts. `var_dump` does not show it. */
    public function body(): string
    {
        return $this->body->getValue();
    }
}
