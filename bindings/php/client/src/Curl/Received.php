<?php

declare(strict_types=1);

namespace Smsc\Client\Curl;

/**
 * A response, which curl writes.
 *
 * @internal
 */
final class Received
{
    public string $body = '';
    /** The header `Date`. */
    public ?string $date = null;
    public bool $isTooLong = false;

    public function __construct(private readonly int $maxBody)
    {
    }

    /** Takes a line of the header, and returns its length. */
    public function header(string $line): int
    {
        if (stripos($line, 'date:') === 0) {
            $this->date = trim(substr($line, 5));
        }
        return strlen($line);
    }

    /** Takes bytes of the body. Returns their number, or 0 to end the transfer. */
    public function write(#[\SensitiveParameter] string $bytes): int
    {
        if (strlen($this->body) + strlen($bytes) > $this->maxBody) {
            $this->isTooLong = true;
            return 0;
        }
        $this->body .= $bytes;
        return strlen($bytes);
    }
}
