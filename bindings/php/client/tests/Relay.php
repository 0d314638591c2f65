<?php

declare(strict_types=1);

namespace Smsc\Client\Tests;

/** A relay between a client and a stand-in, which cuts connections. */
final class Relay
{
    /** The host with its port. */
    public readonly string $host;
    /** @var resource */
    private $process;
    /** @var array<int, resource> */
    private array $pipes = [];

    public function __construct(string $host)
    {
        $command = [PHP_BINARY, '-n', __DIR__ . '/relay.php', $host];
        $this->process = proc_open($command, [['pipe', 'r'], ['pipe', 'w'], ['file', '/dev/null', 'w']], $this->pipes);
        $this->host = trim((string) fgets($this->pipes[1]));
    }

    /**
     * Cuts the next connection after this number of bytes, or none if it is null. Returns the sizes of the
     * last exchange: its request and its response.
     *
     * @param array{'request'|'response', int}|null $cut
     * @return list<int>
     */
    public function cut(?array $cut): array
    {
        fwrite($this->pipes[0], implode(' ', $cut ?? ['none', 0]) . "\n");
        return array_map(intval(...), explode(' ', trim((string) fgets($this->pipes[1]))));
    }

    public function stop(): void
    {
        array_map(fclose(...), $this->pipes);
        proc_close($this->process);
    }
}
