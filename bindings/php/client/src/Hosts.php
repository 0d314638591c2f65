<?php

declare(strict_types=1);

namespace Smsc\Client;

/** The hosts of the service, in the order in which they are tried. No reply adds one. */
final class Hosts
{
    /** smsc.ru and its reserve hosts, which the provider's own libraries try in this order. */
    public const SMSC_RU = [
        'smsc.ru', 'www2.smsc.ru', 'www3.smsc.ru', 'www4.smsc.ru', 'www5.smsc.ru',
    ];

    /** @var non-empty-list<string> */
    private readonly array $hosts;

    /**
     * Creates hosts.
     *
     * `plainHttp` is for tests on this machine: a host on another one is then not asked.
     *
     * @param list<string> $hosts each with a port if it is not the usual one
     * @throws \InvalidArgumentException if there is no host
     */
    public function __construct(
        array $hosts = self::SMSC_RU,
        public readonly bool $plainHttp = false,
    ) {
        if ($hosts === []) {
            throw new \InvalidArgumentException('there is no host to ask: pass at least one');
        }
        $this->hosts = array_values($hosts);
    }

    /** Returns the number of hosts. */
    public function count(): int
    {
        return count($this->hosts);
    }

    /** Returns the host of an index. After the last one the first one follows. */
    public function host(int $index): string
    {
        return $this->hosts[$index % count($this->hosts)];
    }

    /** Returns whether requests to a host would travel unencrypted over a network. */
    public function isExposed(string $host): bool
    {
        return $this->plainHttp && !self::isLoopback($host);
    }

    /** Returns whether a host, perhaps with a port, is this machine itself. */
    public static function isLoopback(string $host): bool
    {
        $name = strtolower(explode(':', $host, 2)[0]);
        $isAddress = filter_var($name, FILTER_VALIDATE_IP, FILTER_FLAG_IPV4) !== false;
        return $name === 'localhost' || $isAddress && str_starts_with($name, '127.');
    }
}
