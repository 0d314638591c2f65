<?php

declare(strict_types=1);

namespace Smsc\Client\Curl;

/**
 * The body of a request, which curl reads.
 *
 * @internal
 */
final class Sent
{
    /** A mark that some of the body was read. */
    public bool $wasRead = false;
    private readonly \SensitiveParameterValue $body;
    private int $offset = 0;

    public function __construct(#[\SensitiveParameter] string $body)
    {
        $this->body = new \SensitiveParameterValue($body);
    }

    /** Returns the next bytes, at most as many as this. */
    public function read(int $length): string
    {
        $this->wasRead = true;
        $bytes = substr($this->body->getValue(), $this->offset, $length);
        $this->offset += strlen($bytes);
        return $bytes;
    }
}
