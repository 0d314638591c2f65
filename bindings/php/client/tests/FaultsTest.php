<?php

declare(strict_types=1);

namespace Smsc\Client\Tests;

use Smsc\Client\CallError;
use Smsc\Client\Client;
use Smsc\Client\Fate;
use Smsc\Client\FateKind;
use Smsc\Client\Message;
use Smsc\Client\NotAReply;
use Smsc\Client\NotSent;
use Smsc\Client\Refused;
use Smsc\Client\TransportFailure;
use Smsc\Client\Unanswered;
use Smsc\Record;

/** Every fault of the stand-in, for a status and for a message. */
final class FaultsTest extends TestCase
{
    /** The faults that leave no reply. The request is carried out all the same. */
    private const WITHOUT_REPLY = [
        'empty' => ['kind' => 'empty'],
        'html' => ['kind' => 'html'],
        'ok' => ['kind' => 'ok'],
        'cut at once' => ['kind' => 'cut', 'bytes' => 0],
        'cut' => ['kind' => 'cut', 'bytes' => 5],
        'stall' => ['kind' => 'stall'],
        'reset' => ['kind' => 'reset'],
        'drip' => ['kind' => 'drip', 'pause_ms' => 100],
    ];

    /** @return iterable<string, array{string, string}> */
    public static function faults(): iterable
    {
        foreach (array_keys(Transports::ALL) as $transport) {
            foreach (array_keys(self::WITHOUT_REPLY) as $fault) {
                // The time that a time-out takes.
                if ($transport !== 'symfony' || $fault !== 'drip') {
                    yield "$transport: $fault" => [$transport, $fault];
                }
            }
        }
    }

    private function sendOne(Client $client): Fate
    {
        return $client->send(new Message([self::PHONE], 'Hello', id: 101));
    }

    /** Checks that an error is of the kind that a fault leads to. */
    private function checkError(string $transport, string $fault, CallError $error): void
    {
        if (in_array($fault, ['empty', 'html', 'ok'], true)) {
            $this->assertInstanceOf(NotAReply::class, $error);
            $this->assertSame($fault === 'html' ? 502 : 200, $error->status);
            return;
        }
        $this->assertInstanceOf(Unanswered::class, $error);
        // Symfony does not tell a time-out apart.
        $isLate = in_array($fault, ['stall', 'drip'], true) && $transport !== 'symfony';
        $this->assertSame($isLate ? TransportFailure::Timeout : TransportFailure::Cut, $error->failure);
    }

    /** @dataProvider faults */
    public function testAStatusIsAskedForOnceMore(string $transport, string $name): void
    {
        $fault = self::WITHOUT_REPLY[$name];
        $client = $this->client($transport);
        $this->sendOne($client);
        self::$standin->fault($fault, 'status.php', times: 3);
        $before = $this->hands->now;
        $this->checkError($transport, $name, self::errorOf(fn () => $client->statusOf(101, self::PHONE)));
        $this->assertSame([2, 2], [$this->spy->count('status.php'), self::$standin->count('status.php')]);
        $waited = $this->hands->now - $before;
        $this->assertTrue($waited >= 1_000 && $waited <= 2_000, "$waited ms");
        $this->assertSame(0, $client->statusOf(101, self::PHONE)->status);
        $this->assertSame([4, 4], [$this->spy->count('status.php'), self::$standin->count('status.php')]);
    }

    /** @dataProvider faults */
    public function testAMessageWithoutAnAnswerIsLookedUp(string $transport, string $name): void
    {
        $client = $this->client($transport);
        self::$standin->fault(self::WITHOUT_REPLY[$name], 'send.php');
        $fate = $this->sendOne($client);
        $this->assertSame([FateKind::AlreadyAccepted, 101, true], [$fate->kind, $fate->id, $fate->isAccepted()]);
        $this->assertSame([1, 1], [self::$standin->count('send.php'), self::$standin->messages()]);
    }

    /** @dataProvider faults */
    public function testALostMessageIsNotSentAgainWithoutAHistory(string $transport, string $name): void
    {
        $client = $this->client($transport);
        self::$standin->fault(self::WITHOUT_REPLY[$name], 'send.php', lost: true);
        $fate = $this->sendOne($client);
        $this->assertSame([FateKind::Unknown, 101, false], [$fate->kind, $fate->id, $fate->isAccepted()]);
        $this->assertNotInstanceOf(NotSent::class, $fate->error);
        $this->assertSame([1, 0], [$this->spy->count('send.php'), self::$standin->messages()]);
    }

    public function testALostMessageIsSentOnceMoreWithAHistory(): void
    {
        $client = $this->client(keepsHistory: true);
        $start = $this->hands->now;
        self::$standin->fault(['kind' => 'empty'], 'send.php', lost: true);
        $this->assertSame(FateKind::Sent, $this->sendOne($client)->kind);
        $this->assertSame([2, 1], [$this->spy->count('send.php'), self::$standin->messages()]);
        $this->assertGreaterThanOrEqual(60_000, $this->hands->now - $start);
        foreach ($this->spy->seen as $seen) {
            $this->assertStringContainsString('id=101', $seen['body']);
        }
    }

    public function testTwoLostMessagesAreTheEnd(): void
    {
        $client = $this->client(keepsHistory: true);
        self::$standin->fault(['kind' => 'empty'], 'send.php', times: 2, lost: true);
        $this->assertSame(FateKind::Unknown, $this->sendOne($client)->kind);
        $this->assertSame([2, 0], [$this->spy->count('send.php'), self::$standin->messages()]);
    }

    public function testASecondCopyThatIsRefusedLeavesTheFirstOneUnknown(): void
    {
        $client = $this->client(keepsHistory: true);
        self::$standin->fault(['kind' => 'empty'], 'send.php', lost: true);
        // Another program spends the money before the second copy.
        $this->hands->atWait = function (): void {
            $phones = range(79_990_100_001, 79_990_100_471);
            $client = new Client(Standin::login(), Transports::make('curl'), hosts: self::$standin->hosts());
            $this->assertSame(FateKind::Sent, $client->send(new Message($phones, 'Hello'))->kind);
        };
        $fate = $this->sendOne($client);
        $this->assertSame(FateKind::Unknown, $fate->kind);
        $this->assertNotInstanceOf(Refused::class, $fate->error);
        $this->assertSame([2, 471], [$this->spy->count('send.php'), self::$standin->messages()]);
    }

    public function testALookUpThatFailsLeavesTheMessageUnknown(): void
    {
        $client = $this->client();
        self::$standin->fault(['kind' => 'reset'], 'send.php');
        self::$standin->fault(['kind' => 'html'], 'status.php', times: 9);
        $this->assertSame(FateKind::Unknown, $this->sendOne($client)->kind);
        $this->assertSame([1, 1], [self::$standin->count('send.php'), self::$standin->messages()]);
    }

    public function testAMessageToSeveralPhonesIsLookedUpInABatch(): void
    {
        $client = $this->client();
        self::$standin->fault(['kind' => 'reset'], 'send.php');
        $fate = $client->send(new Message([self::PHONE, '79990000002'], 'Hello', id: 101));
        $this->assertSame(FateKind::AlreadyAccepted, $fate->kind);
        self::$standin->fault(['kind' => 'reset'], 'send.php', lost: true);
        $fate = $client->send(new Message([self::PHONE, '79990000002'], 'Hello', id: 102));
        $this->assertSame(FateKind::Unknown, $fate->kind);
    }

    public function testAClientThatMayNotWaitDoesNotLookUp(): void
    {
        $client = $this->client(maxWaitMs: 0);
        self::$standin->fault(['kind' => 'reset'], 'send.php');
        $this->assertSame(FateKind::Unknown, $this->sendOne($client)->kind);
        $this->assertSame([1, 0], [$this->spy->count('send.php'), $this->spy->count('status.php')]);
    }

    public function testADuplicateIsLookedUp(): void
    {
        $this->sendOne($this->client());
        // Another client, whose gate does not know of the first message.
        $this->assertSame(FateKind::AlreadyAccepted, $this->sendOne($this->client())->kind);
        $this->assertSame(1, self::$standin->messages());
    }

    /** @dataProvider transports */
    public function testARedirectIsNotFollowed(string $transport): void
    {
        $other = new Standin();
        try {
            $client = $this->client($transport);
            self::$standin->fault(['kind' => 'redirect', 'to' => "http://$other->host/sys/balance.php"], 'balance.php');
            $error = self::errorOf(fn () => $client->balance());
            $this->assertSame([], $other->journal());
        } finally {
            $other->stop();
        }
        $this->assertInstanceOf(NotAReply::class, $error);
        $this->assertSame([302, 1], [$error->status, count($this->spy->seen)]);
        $this->assertStringContainsString('a redirect, which is not followed', $error->getMessage());
    }

    /** @dataProvider transports */
    public function testAWrongCharsetInTheHeaderIsIgnored(string $transport): void
    {
        $client = $this->client($transport);
        $client->send(new Message([self::PHONE], 'Привет', id: 101));
        self::$standin->fault(['kind' => 'wrong-charset'], 'status.php');
        $this->assertSame('Привет', $client->statusOf(101, self::PHONE, all: 2)->message);
    }

    /** @dataProvider transports */
    public function testALongAnswerIsNotReadToItsEnd(string $transport): void
    {
        $this->hands = new Hands(self::$standin);
        $gate = new \Smsc\Client\Gate(clock: $this->hands);
        $inner = Transports::make($transport, maxBody: 10);
        $client = new Client(Standin::login(), $inner, $gate, self::$standin->hosts());
        $error = self::errorOf(fn () => $client->balance());
        $this->assertInstanceOf(Unanswered::class, $error);
        $this->assertSame(TransportFailure::TooLong, $error->failure);
    }
}
