<?php

declare(strict_types=1);

namespace Smsc\Client\Tests;

use Smsc\Client\CallError;
use Smsc\Client\Client;
use Smsc\Client\Curl\Failures;
use Smsc\Client\CurlTransport;
use Smsc\Client\FateKind;
use Smsc\Client\Gate;
use Smsc\Client\Hosts;
use Smsc\Client\Message;
use Smsc\Client\NotSent;
use Smsc\Client\NotSentReason;
use Smsc\Client\TransportFailure;
use Smsc\Client\Unanswered;

/** Hosts that cannot be reached or trusted: each an error of its own. */
final class TlsTest extends TestCase
{
    /** A certificate of an authority that has signed nothing here. */
    private const OTHER_CA = __DIR__ . '/other-ca.pem';

    private static Standin $secure;

    public static function setUpBeforeClass(): void
    {
        parent::setUpBeforeClass();
        self::$secure = new Standin(isTls: true);
    }

    public static function tearDownAfterClass(): void
    {
        self::$secure->stop();
        parent::tearDownAfterClass();
    }

    /** Returns a client of hosts that are asked over TLS. */
    private function secureClient(string $transport, ?string $caFile, string ...$hosts): Client
    {
        $this->hands = new Hands();
        $this->spy = new Spy(Transports::make($transport, $caFile, timeoutMs: 5_000));
        return new Client(Standin::login(), $this->spy, new Gate(clock: $this->hands), new Hosts($hosts));
    }

    /** Checks that a balance is not asked for, because of this failure alone, in one try. */
    private function checkFailure(TransportFailure $failure, string $words, Client $client, int $tries = 1): void
    {
        $error = self::errorOf(fn () => $client->balance());
        $this->assertCount($tries, $this->spy->seen);
        $this->assertInstanceOf(NotSent::class, $error);
        $this->assertSame([NotSentReason::Transport, $failure], [$error->reason, $error->failure], $error->getMessage());
        $this->assertStringContainsString($words, $error->getMessage());
        $this->assertStringContainsString($error->host, $error->getMessage());
    }

    /** @return array<string, array{string}> */
    public static function tellingTransports(): array
    {
        return ['curl' => ['curl'], 'guzzle' => ['guzzle']];
    }

    /** @dataProvider transports */
    public function testATrustedCertificateIsAccepted(string $transport): void
    {
        $client = $this->secureClient($transport, self::$secure->folder . '/ca.pem', self::$secure->host);
        $this->assertSame('1000.00', $client->balance()->balance);
    }

    /** @dataProvider tellingTransports */
    public function testAnUnknownIssuerIsTold(string $transport): void
    {
        // An authority of another name, and another one of the same name.
        $other = new Standin(isTls: true);
        try {
            foreach ([self::OTHER_CA, "$other->folder/ca.pem"] as $caFile) {
                $client = $this->secureClient($transport, $caFile, self::$secure->host);
                $this->checkFailure(TransportFailure::UnknownIssuer, 'with a CA file', $client);
            }
        } finally {
            $other->stop();
        }
        $this->assertSame([], array_filter(self::$secure->journal(), static fn ($entry) => $entry['script'] !== 'balance.php'));
    }

    /** @dataProvider tellingTransports */
    public function testAWrongNameIsTold(string $transport): void
    {
        $other = new Standin(isTls: true, address: '127.0.0.2');
        try {
            $client = $this->secureClient($transport, "$other->folder/ca.pem", $other->host);
            $this->checkFailure(TransportFailure::WrongName, 'is for another host', $client);
        } finally {
            $other->stop();
        }
    }

    /** @dataProvider tellingTransports */
    public function testAnExpiredCertificateIsTold(string $transport): void
    {
        $this->checkServer(TransportFailure::Expired, "check this machine's clock", $transport);
    }

    /** Checks the failure to ask the server of `server.php`. */
    private function checkServer(TransportFailure $failure, string $words, string $transport, string ...$arguments): void
    {
        $path = (string) tempnam(sys_get_temp_dir(), 'smsc');
        $command = [PHP_BINARY, '-n', __DIR__ . '/server.php', $path, ...$arguments];
        $server = proc_open($command, [1 => ['pipe', 'w'], 2 => ['file', '/dev/null', 'w']], $pipes);
        try {
            $host = trim((string) fgets($pipes[1]));
            $this->checkFailure($failure, $words, $this->secureClient($transport, $path, $host));
        } finally {
            proc_terminate($server);
            fclose($pipes[1]);
            proc_close($server);
            array_map(unlink(...), glob("$path*"));
        }
    }

    public function testTheNumbersOfCertificatesHaveMeanings(): void
    {
        $of = static fn (int $verified): ?TransportFailure
            => Failures::ofNumber(CURLE_SSL_PEER_CERTIFICATE, $verified, '');
        $this->assertSame(TransportFailure::NotYetValid, $of(9));
        $this->assertSame(TransportFailure::Certificate, $of(23));
        $this->assertNull(Failures::ofNumber(CURLE_RECV_ERROR, 0, ''));
    }

    /** @dataProvider tellingTransports */
    public function testAPortWithoutTlsIsTold(string $transport): void
    {
        $this->checkServer(TransportFailure::Handshake, 'speaks TLS', $transport, 'plain');
    }

    /** @dataProvider tellingTransports */
    public function testAConnectionThatEndsInTheHandshakeIsTriedAgain(string $transport): void
    {
        $relay = new Relay(self::$secure->host);
        try {
            $relay->cut(['response', 40]);
            $client = $this->secureClient($transport, self::$secure->folder . '/ca.pem', $relay->host);
            $this->assertSame('1000.00', $client->balance()->balance);
            $this->assertCount(2, $this->spy->seen);
        } finally {
            $relay->stop();
        }
    }

    public function testPlainHttpIsForThisMachineAlone(): void
    {
        foreach (['gate.example', '10.1.2.3:80', '127.0.0.1.example', 'localhost.example'] as $host) {
            $this->spy = new Spy(Transports::make('curl'));
            $client = new Client(Standin::login(), $this->spy, hosts: new Hosts([$host], plainHttp: true));
            $error = self::errorOf(fn () => $client->balance());
            $this->assertInstanceOf(NotSent::class, $error);
            $this->assertSame(NotSentReason::PlainHttp, $error->reason);
            $this->assertStringEndsWith('use HTTPS', $error->getMessage());
            $this->assertSame([], $this->spy->seen);
            // The transport itself refuses as well.
            $request = smsc_request('balance', ...Standin::login()->options(), host: $host, plain_http: true);
            try {
                (new CurlTransport())->send($request);
                $this->fail('plain HTTP is spoken');
            } catch (\Smsc\Client\TransportError $error) {
                $this->assertSame(TransportFailure::Unsupported, $error->failure);
            }
        }
        foreach (['localhost', 'LOCALHOST:80', '127.0.0.1', '127.1.2.3:8125'] as $host) {
            $this->assertTrue(Hosts::isLoopback($host));
        }
        $this->expectException(\InvalidArgumentException::class);
        new Hosts([]);
    }

    /** Returns the address of a port that nothing listens on. */
    private static function closedPort(): string
    {
        return (string) stream_socket_get_name(stream_socket_server('tcp://127.0.0.1:0'), false);
    }

    /** @dataProvider tellingTransports */
    public function testTheNextHostIsAskedIfTheFirstOneCannotBeReached(string $transport): void
    {
        [$first, $second] = [self::closedPort(), self::$standin->host];
        $client = $this->client($transport, hosts: new Hosts([$first, $second], plainHttp: true));
        $this->assertSame(FateKind::Sent, $client->send(new Message([self::PHONE], 'Hello'))->kind);
        $urls = array_column($this->spy->seen, 'url');
        $this->assertSame(["http://$first/sys/send.php", "http://$second/sys/send.php"], $urls);
        $this->assertSame(1_000_000, $this->hands->now);
    }

    /** @dataProvider tellingTransports */
    public function testAHostThatCannotBeReachedIsTriedThreeTimes(string $transport): void
    {
        $client = $this->secureClient($transport, null, self::closedPort());
        $this->checkFailure(TransportFailure::Connect, 'no connection was made', $client, tries: 3);
        $client = $this->secureClient($transport, null, 'no-such-host.invalid');
        $this->checkFailure(TransportFailure::Dns, 'the name of the host was not found', $client, tries: 3);
    }

    /** Symfony's errors have no number, so it is not certain that nothing was sent. */
    public function testAnErrorThatIsNotExplainedCountsAsUnanswered(): void
    {
        $client = $this->secureClient('symfony', self::OTHER_CA, self::$secure->host);
        $error = self::errorOf(fn () => $client->balance());
        $this->assertInstanceOf(Unanswered::class, $error);
        $this->assertSame(TransportFailure::Cut, $error->failure);
        $this->assertNull($error->getPrevious());
    }

    public function testAProxyIsNamedWithoutItsCredentials(): void
    {
        $proxy = self::closedPort();
        $of = function (string $host, string ...$variables): CallError {
            array_map(putenv(...), $variables);
            try {
                return self::errorOf(fn () => $this->secureClient('curl', null, $host)->balance());
            } finally {
                array_map(static fn (string $variable) => putenv(explode('=', $variable)[0]), $variables);
            }
        };
        foreach (['ALL_PROXY', 'https_proxy'] as $name) {
            $error = $of('gate.example', "$name=http://k3y:s3cret@$proxy");
            $this->assertSame("http://$proxy", $error->proxy);
            $this->assertStringContainsString("gate.example (through the proxy http://$proxy)", $error->getMessage());
        }
        // The machine itself is asked directly, and so is an excepted host.
        $this->assertNull($of(self::closedPort(), "ALL_PROXY=http://k3y:s3cret@$proxy")->proxy);
        $error = $of('gate.invalid', "ALL_PROXY=http://k3y:s3cret@$proxy", 'NO_PROXY=other.example, .invalid');
        $this->assertSame([null, TransportFailure::Dns], [$error->proxy, $error->failure]);
    }

    public function testAProxyThatRefusesIsTold(): void
    {
        // The stand-in knows no CONNECT.
        putenv('HTTPS_PROXY=http://' . self::$standin->host);
        try {
            $client = $this->secureClient('curl', null, 'gate.example');
            $this->checkFailure(TransportFailure::Proxy, 'the proxy refused to connect', $client, tries: 3);
        } finally {
            putenv('HTTPS_PROXY');
        }
    }
}
