<?php

declare(strict_types=1);

namespace Smsc\Client\Tests;

use Smsc\Client\Client;
use Smsc\Client\Fate;
use Smsc\Client\FateKind;
use Smsc\Client\Gate;
use Smsc\Client\Hosts;
use Smsc\Client\Message;
use Smsc\Client\Transport;

/** A cut at every byte of the exchange: a message is never sent twice. */
final class CutsTest extends TestCase
{
    private Relay $relay;
    /** The number of the last message. */
    private int $number = 0;

    /** Sends a message through the relay, and returns its fate. All requests have the same length. */
    private function sendThrough(Transport $transport, ?array $cut, bool $isPlain, bool $keepsHistory = false): Fate
    {
        $this->number++;
        $this->relay->cut($cut);
        $this->spy = new Spy($transport);
        $client = new Client(
            Standin::login(),
            $this->spy,
            new Gate(clock: $this->hands),
            new Hosts([$this->relay->host], $isPlain),
            keepsHistory: $keepsHistory,
        );
        return $client->send(new Message([$this->phone()], 'Hello', id: 1_000_000 + $this->number));
    }

    private function phone(): string
    {
        return sprintf('7999%07d', $this->number);
    }

    /**
     * Returns cuts of an exchange, a few bytes past its end.
     *
     * @param array{int, int} $steps between two cuts of the request, and of the response
     * @return list<array{string, int}>
     */
    private function cuts(Transport $transport, bool $isPlain, array $steps): array
    {
        $this->assertSame(FateKind::Sent, $this->sendThrough($transport, null, $isPlain)->kind);
        [$request, $response] = $this->relay->cut(null);
        $this->assertGreaterThan(200, min($request, 2 * $response));
        $of = static fn (string $name, int $size, int $step): array
            => array_map(static fn (int $at): array => [$name, $at], range(0, $size + $step, $step));
        return [...$of('request', $request, $steps[0]), ...$of('response', $response, $steps[1])];
    }

    /** Fails if the stand-in was asked twice to send a message. */
    private function checkJournal(): void
    {
        $sends = array_filter(self::$standin->journal(), static fn ($entry) => $entry['script'] === 'send.php');
        $ids = array_map(static fn ($entry) => $entry['parameters']['id'] ?? null, $sends);
        $this->assertSame(array_unique($ids), $ids);
        // A long list of messages takes time.
        self::$standin->control(['reset' => true]);
    }

    /** @return array<string, array{string, bool, array{int, int}}> */
    public static function exchanges(): array
    {
        return [
            'curl' => ['curl', false, [1, 1]],
            'guzzle' => ['guzzle', false, [29, 1]],
            'symfony' => ['symfony', false, [23, 5]],
            'curl over TLS' => ['curl', true, [89, 89]],
            'guzzle over TLS' => ['guzzle', true, [97, 97]],
        ];
    }

    /** @dataProvider exchanges */
    public function testNoCutLeadsToASecondMessage(string $name, bool $isTls, array $steps): void
    {
        $plain = self::$standin;
        self::$standin = $isTls ? new Standin(isTls: true) : $plain;
        $this->relay = new Relay(self::$standin->host);
        try {
            // The clock of the stand-in does not move, which would take time.
            $this->hands = new Hands();
            $caFile = $isTls ? self::$standin->folder . '/ca.pem' : null;
            $this->checkCuts(Transports::make($name, $caFile, timeoutMs: 5_000), !$isTls, $steps);
        } finally {
            $this->relay->stop();
            if ($isTls) {
                self::$standin->stop();
            }
            self::$standin = $plain;
        }
    }

    private function checkCuts(Transport $transport, bool $isPlain, array $steps): void
    {
        [$cuts, $kinds] = [$this->cuts($transport, $isPlain, $steps), []];
        $messages = self::$standin->messages();
        foreach ($cuts as $index => $cut) {
            $fate = $this->sendThrough($transport, $cut, $isPlain);
            $what = implode(' ', $cut) . ": {$fate->kind->value}";
            $this->assertLessThanOrEqual(1, $this->spy->sends(), $what);
            // Nothing is called unknown that could be found out.
            $messages += $fate->isAccepted() ? 1 : 0;
            $this->assertSame($messages, self::$standin->messages(), $what);
            $kinds[$fate->kind->value] = ($kinds[$fate->kind->value] ?? 0) + 1;
            if ($index % 50 === 49) {
                $this->checkJournal();
                $messages = 0;
            }
        }
        $this->checkJournal();
        ksort($kinds);
        $this->assertSame(['already_accepted', 'sent', 'unknown'], array_keys($kinds));
    }

    public function testNoCutLeadsToASecondMessageWithAHistory(): void
    {
        $this->relay = new Relay(self::$standin->host);
        $this->hands = new Hands(self::$standin);
        $transport = Transports::make('curl', timeoutMs: 5_000);
        foreach ($this->cuts($transport, true, [29, 11]) as $cut) {
            $before = self::$standin->messages();
            $fate = $this->sendThrough($transport, $cut, true, true);
            $this->assertTrue($fate->isAccepted(), implode(' ', $cut));
            $this->assertLessThanOrEqual(2, $this->spy->sends());
            $this->assertSame(1, self::$standin->messages() - $before, implode(' ', $cut));
        }
        $this->relay->stop();
    }
}
