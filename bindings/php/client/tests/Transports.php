<?php

declare(strict_types=1);

namespace Smsc\Client\Tests;

use GuzzleHttp\Client as Guzzle;
use Nyholm\Psr7\Factory\Psr17Factory;
use Smsc\Client\CurlTransport;
use Smsc\Client\Psr18Transport;
use Smsc\Client\Transport;
use Symfony\Component\HttpClient\HttpClient;
use Symfony\Component\HttpClient\Psr18Client;

/** The transports that the tests run with. */
final class Transports
{
    public const ALL = ['curl' => ['curl'], 'guzzle' => ['guzzle'], 'symfony' => ['symfony']];

    /** Returns a transport by its name. */
    public static function make(string $name, ?string $caFile = null, int $timeoutMs = 200, int $maxBody = 1 << 20): Transport
    {
        $factory = new Psr17Factory();
        $timeout = $timeoutMs / 1_000;
        $guzzle = ['timeout' => $timeout] + ($caFile === null ? [] : ['verify' => $caFile]);
        $symfony = ['max_redirects' => 0, 'timeout' => $timeout, 'max_duration' => $timeout, 'cafile' => $caFile];
        return match ($name) {
            'curl' => new CurlTransport(timeoutMs: $timeoutMs, maxBody: $maxBody, caFile: $caFile),
            'guzzle' => new Psr18Transport(new Guzzle($guzzle), $factory, $maxBody),
            'symfony' => new Psr18Transport(
                new Psr18Client(HttpClient::create($symfony), $factory, $factory),
                $factory,
                $maxBody,
            ),
        };
    }
}
