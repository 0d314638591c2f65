<?php

declare(strict_types=1);

namespace Smsc\Client\Tests;

use Smsc\ApiError;
use Smsc\Client\Client;
use Smsc\Client\FateKind;
use Smsc\Client\Gate;
use Smsc\Client\Login;
use Smsc\Client\Message;
use Smsc\Client\NotSent;
use Smsc\Client\NotSentReason;

/** The limits of the service, and what stops every call. */
final class LimitsTest extends TestCase
{
    /** Two messages, which are asked for in a batch. */
    private const PAIRS = [[1, self::PHONE], [2, self::PHONE]];

    /** Calls a function with a stand-in of a scenario of its own. */
    private static function with(string $scenario, callable $test): void
    {
        [$usual, self::$standin] = [self::$standin, new Standin($scenario)];
        try {
            $test();
        } finally {
            self::$standin->stop();
            self::$standin = $usual;
        }
    }

    private function askFor(Client $client): int
    {
        return iterator_count($client->status(self::PAIRS));
    }

    public function testRefusedCredentialsStopEveryCallUntilTheyChange(): void
    {
        $client = $this->client(login: Login::password(Standin::LOGIN, 'k3y-wrong'));
        $error = self::errorOf(fn () => $client->balance());
        $this->assertSame(ApiError::AUTHORISATION, $error->getCode());
        $calls = [
            fn () => $client->balance(),
            fn () => $client->send(new Message([self::PHONE], 'Hello')),
            fn () => $client->statusOf(1, self::PHONE),
        ];
        foreach ($calls as $call) {
            $error = self::errorOf($call);
            $this->assertInstanceOf(NotSent::class, $error);
            $this->assertSame(NotSentReason::Credentials, $error->reason);
        }
        $this->assertSame([1, 1], [count($this->spy->seen), count(self::$standin->journal())]);
        $client->setLogin(Login::apiKey(Standin::APIKEY));
        $this->assertSame('1000.00', $client->balance()->balance);
        $this->assertCount(2, self::$standin->journal());
    }

    public function testABlockOfTheAddressIsWaitedFor(): void
    {
        self::with("[limits]\nrefused_logins = 1\n", function (): void {
            $wrong = $this->client(login: Login::password(Standin::LOGIN, 'k3y-wrong'));
            self::errorOf(fn () => $wrong->balance());
            $client = $this->client();
            $start = $this->hands->now;
            $error = self::errorOf(fn () => $client->balance());
            $this->assertSame(ApiError::IP_BLOCKED, $error->getCode());
            $this->assertStringEndsWith('send nothing for 10 minutes', $error->getMessage());
            // Ten minutes later the address is still blocked, and half an hour after that it is not.
            $error = self::errorOf(fn () => $client->balance());
            $this->assertSame([ApiError::IP_BLOCKED, 600_000], [$error->getCode(), $this->hands->now - $start]);
            $this->assertStringEndsWith('send nothing for 30 minutes', $error->getMessage());
            $this->assertSame('1000.00', $client->balance()->balance);
            $this->assertSame([2_400_000, 3], [$this->hands->now - $start, count($this->spy->seen)]);
        });
    }

    public function testTooManyRequestsOfAnotherProgramAreWaitedFor(): void
    {
        $this->assertSame(2, $this->askFor($this->client()));
        $client = $this->client();
        $start = $this->hands->now;
        $this->assertSame([2, 2], [$this->askFor($client), $this->spy->count('status.php')]);
        $waited = $this->hands->now - $start;
        $this->assertTrue($waited >= 60_000 && $waited <= 63_000, "$waited ms");
    }

    public function testTwoRefusalsInARowAreWaitedForLonger(): void
    {
        self::with("[limits]\nbatch = 0\n", function (): void {
            $client = $this->client();
            $start = $this->hands->now;
            $error = self::errorOf(fn () => $this->askFor($client));
            $this->assertSame([ApiError::TOO_MANY_REQUESTS, 3], [$error->getCode(), $this->spy->count('status.php')]);
            $this->assertStringEndsWith('wait a minute, and ask less often', $error->getMessage());
            $waited = $this->hands->now - $start;
            $this->assertTrue($waited >= 360_000 && $waited <= 366_000, "$waited ms");
        });
    }

    public function testAnUnansweredBatchIsRepeatedWhenItsMinuteIsOver(): void
    {
        $client = $this->client();
        self::$standin->fault(['kind' => 'reset'], 'status.php');
        $start = $this->hands->now;
        $this->assertSame([2, 2], [$this->askFor($client), $this->spy->count('status.php')]);
        $waited = $this->hands->now - $start;
        $this->assertTrue($waited >= 60_000 && $waited <= 63_000, "$waited ms");
    }

    public function testLikeMessagesAreAMinuteApart(): void
    {
        $client = $this->client();
        $start = $this->hands->now;
        foreach ([1 => self::PHONE, 2 => '+7 (999) 000-00-01'] as $id => $phone) {
            $this->assertSame(FateKind::Sent, $client->send(new Message([$phone], 'Hello', id: $id))->kind);
        }
        $this->assertGreaterThanOrEqual(60_000, $this->hands->now - $start);
        $this->assertSame([null, null], array_column(self::$standin->journal(), 'error'));
    }

    public function testNoLimitIsExceededByOneClient(): void
    {
        $client = $this->client();
        for ($round = 0; $round < 12; $round++) {
            $client->statusOf(1, self::PHONE);
            $client->balance();
            $client->operator('79160000001');
            $client->incoming(hour: 1);
            $client->price(new Message([self::PHONE], 'Hello'));
        }
        $this->assertCount(60, self::$standin->journal());
        $this->assertSame([], array_filter(array_column(self::$standin->journal(), 'error')));
    }

    public function testAClientThatMayNotWaitSaysHowLongItWould(): void
    {
        $client = $this->client(maxWaitMs: 0);
        $message = new Message([self::PHONE], 'Hello');
        $client->send($message);
        $error = self::errorOf(fn () => $client->send($message));
        $this->assertInstanceOf(NotSent::class, $error);
        $this->assertSame([NotSentReason::Limit, 61_000], [$error->reason, $error->waitMs]);
        $this->assertStringEndsWith('a limit of the service is reached: try again in 61 s', $error->getMessage());
        $this->assertSame(1, self::$standin->count('send.php'));
    }

    public function testAClientThatFindsNoPlaceSaysSo(): void
    {
        $client = $this->client(maxWaitMs: 0, gate: $gate = new Gate(clock: new Hands()));
        $gate->enter(\Smsc\Client\Rule::Balance, [], 'other');
        $error = self::errorOf(fn () => $client->balance());
        $this->assertInstanceOf(NotSent::class, $error);
        $this->assertSame([NotSentReason::Limit, null], [$error->reason, $error->waitMs]);
    }

    public function testProcessesThatShareAFileAreNeverRefused(): void
    {
        $standin = new Standin(speed: 600);
        $path = (string) tempnam(sys_get_temp_dir(), 'smsc');
        $extensions = ['-d', 'extension=curl', '-d', 'extension=' . getenv('SMSC_EXTENSION')];
        $command = [PHP_BINARY, '-n', ...$extensions, __DIR__ . '/worker.php', $standin->host, $path];
        $workers = [];
        for ($number = 1; $number <= 4; $number++) {
            $workers[] = [proc_open([...$command, (string) $number], [1 => ['pipe', 'w']], $pipes), $pipes[1]];
        }
        foreach ($workers as [$process, $output]) {
            $this->assertSame("done\n", stream_get_contents($output));
            fclose($output);
            proc_close($process);
        }
        $journal = $standin->journal();
        $standin->stop();
        unlink($path);
        $this->assertSame([], array_filter(array_column($journal, 'error')));
        $this->assertCount(4 * 10, $journal);
    }
}
