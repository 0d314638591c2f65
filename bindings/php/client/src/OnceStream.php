<?php

declare(strict_types=1);

namespace Smsc\Client;

use Psr\Http\Message\StreamInterface;

/**
 * The body of a request, which can be read once. So no HTTP client can repeat the request by
 * itself: Guzzle would do so if the response ends in its header, and the message would be sent
 * twice.
 *
 * @internal
 */
final class OnceStream implements StreamInterface
{
    private readonly \SensitiveParameterValue $body;
    private int $offset = 0;

    public function __construct(#[\SensitiveParameter] string $body)
    {
        $this->body = new \SensitiveParameterValue($body);
    }

    public function __toString(): string
    {
        $this->rewind();
        return $this->getContents();
    }

    public function getContents(): string
    {
        return $this->read($this->getSize());
    }

    /** @param int $length */
    public function read($length): string
    {
        $bytes = substr($this->body->getValue(), $this->offset, $length);
        $this->offset += strlen($bytes);
        return $bytes;
    }

    public function getSize(): int
    {
        return strlen($this->body->getValue());
    }

    public function tell(): int
    {
        return $this->offset;
    }

    public function eof(): bool
    {
        return $this->offset >= $this->getSize();
    }

    public function isReadable(): bool
    {
        return true;
    }

    public function isWritable(): bool
    {
        return false;
    }

    /** Returns true, because Guzzle would delay a request whose body is not seekable. */
    public function isSeekable(): bool
    {
        return true;
    }

    public function rewind(): void
    {
        $this->seek(0);
    }

    /**
     * @param int $offset
     * @param int $whence
     */
    public function seek($offset, $whence = SEEK_SET): void
    {
        if ($whence !== SEEK_SET || $offset !== $this->offset) {
            throw new \RuntimeException('the body of the request can be read once');
        }
    }

    /** @param string $string */
    public function write($string): int
    {
        throw new \RuntimeException('the body of the request cannot be written');
    }

    /** @return null */
    public function detach()
    {
        return null;
    }

    public function close(): void
    {
    }

    /**
     * @param ?string $key
     * @return array<string, mixed>|null
     */
    public function getMetadata($key = null)
    {
        return $key === null ? [] : null;
    }
}
