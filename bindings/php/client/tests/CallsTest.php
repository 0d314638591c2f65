<?php

declare(strict_types=1);

namespace Smsc\Client\Tests;

use Smsc\Client\Client;
use Smsc\Client\CurlTransport;
use Smsc\Client\FateKind;
use Smsc\Client\Message;
use Smsc\Client\NotSent;
use Smsc\Client\NotSentReason;
use Smsc\Client\Refused;
use Smsc\Missing;
use Smsc\OptionError;
use Smsc\Record;

/** Every call against the stand-in. */
final class CallsTest extends TestCase
{
    /** @dataProvider transports */
    public function testAMessageIsSentAndFollowed(string $transport): void
    {
        $client = $this->client($transport);
        $fate = $client->send(new Message([self::PHONE], 'Привет', id: 101, cost: 3));
        $this->assertSame([FateKind::Sent, 101, true], [$fate->kind, $fate->id, $fate->isAccepted()]);
        $this->assertSame([101, 1, '2.12', '997.88'], [$fate->sent->id, $fate->sent->cnt, $fate->sent->cost, $fate->sent->balance]);
        $this->assertSame(0, $client->statusOf(101, self::PHONE)->status);
        self::$standin->advance(4_000);
        $record = $client->statusOf(101, self::PHONE, all: 2);
        $this->assertSame([Record::DELIVERED, 'Привет'], [$record->status, $record->message]);
        $this->assertMatchesRegularExpression('/^Sat, 28 Nov 2026 \d\d:\d\d:\d\d GMT$/', $client->serverDate());
        foreach ($this->spy->seen as $seen) {
            $this->assertStringNotContainsString('?', $seen['url']);
        }
    }

    public function testThreeLinesAreEnough(): void
    {
        $this->client()->send(new Message([self::PHONE], 'Hello', id: 101));
        $client = new Client(Standin::login(), hosts: self::$standin->hosts());
        $record = $client->statusOf(101, self::PHONE);
        $this->assertSame('Handed to the operator', $record->statusName());
    }

    public function testAMessageWithoutAnIdGetsANumber(): void
    {
        $client = $this->client();
        $ids = [];
        foreach ([self::PHONE, '79990000002'] as $phone) {
            $fate = $client->send(new Message([$phone], 'Hello'));
            $this->assertSame($fate->id, $fate->sent->id);
            $this->assertNotSame(Record::NOT_FOUND, $client->statusOf($fate->id, $phone)->status);
            $ids[] = $fate->id;
        }
        $this->assertNotSame($ids[0], $ids[1]);
    }

    public function testManyStatusesAreAskedForInBatchesAMinuteApart(): void
    {
        $client = $this->client(batch: 10);
        $messages = [];
        for ($id = 1; $id <= 25; $id++) {
            $messages["message $id"] = [$id, sprintf('7999000%04d', $id)];
        }
        foreach (array_slice($messages, 0, 12) as [$id, $phone]) {
            $client->send(new Message([$phone], 'Hello', id: $id));
        }
        $items = $client->status($messages);
        $this->assertSame(0, $this->spy->count('status.php'));
        $this->assertSame(['message 1', 1], [$items->key(), $items->current()->id]);
        $this->assertSame(1, $this->spy->count('status.php'));
        $start = $this->hands->now;
        $keys = [];
        foreach ($items as $key => $item) {
            $this->assertInstanceOf(Record::class, $item);
            $this->assertSame($item->id > 12, $item->status === Record::NOT_FOUND);
            $keys[] = $key;
        }
        $this->assertSame(array_keys($messages), $keys);
        $this->assertSame(3, $this->spy->count('status.php'));
        $this->assertGreaterThanOrEqual(2 * 61_000, $this->hands->now - $start);
    }

    public function testMessagesMayBeRowsOrPhonesById(): void
    {
        $client = $this->client();
        $client->send(new Message([self::PHONE], 'Hello', id: 7));
        $forms = [[[7, self::PHONE]], [['id' => 7, 'phone' => self::PHONE]], [7 => self::PHONE]];
        $forms[] = [(object) ['id' => '7', 'phone' => self::PHONE], (object) ['id' => '8', 'phone' => self::PHONE]];
        foreach ($forms as $form) {
            $items = iterator_to_array($client->status($form));
            $this->assertSame(array_keys($form), array_keys($items));
            $this->assertSame(0, reset($items)->status);
        }
        $this->assertSame([], iterator_to_array($client->status([])));
    }

    public function testRecordsOutOfOrderHaveNoKey(): void
    {
        $client = $this->client();
        foreach ([7, 8] as $id) {
            $client->send(new Message([self::PHONE], "Hello $id", id: $id));
        }
        self::$standin->fault(['kind' => 'doubled'], 'status.php');
        $seen = [];
        foreach ($client->status(['a' => [7, self::PHONE], 'b' => [8, self::PHONE]]) as $key => $item) {
            $seen[] = [$key, $item->id, $item instanceof Record && $item->unexpected];
        }
        $this->assertSame([['a', 7, false], [null, 7, true], ['b', 8, false]], $seen);
        self::$standin->fault(['kind' => 'wrong-order'], 'status.php');
        $seen = [];
        foreach ($client->status(['a' => [7, self::PHONE], 'b' => [8, self::PHONE]]) as $key => $item) {
            $seen[] = [$key, $item->id, $item::class];
        }
        $this->assertContains(['a', 7, Missing::class], $seen);
    }

    public function testMessagesAreDeleted(): void
    {
        $client = $this->client();
        $phones = [self::PHONE, '79990000002', '79990000003'];
        $client->send(new Message($phones, 'Hello', id: 7));
        $client->delete([[7, $phones[0]]]);
        $client->delete([[7, $phones[1]], [7, $phones[2]]]);
        $this->assertSame(0, self::$standin->messages());
        $error = self::errorOf(fn () => $client->delete([[7, $phones[0]]]));
        $this->assertInstanceOf(Refused::class, $error);
        $this->assertSame([5, 'status'], [$error->getCode(), $error->endpoint]);
    }

    public function testTheAccountIsAskedAbout(): void
    {
        $client = $this->client();
        $balance = $client->balance();
        $this->assertSame(['1000.00', 'RUR'], [$balance->balance, $balance->currency]);
        $this->assertNotNull($client->operator('79160000001')->country);
        $price = $client->price(new Message([self::PHONE], 'Hello'));
        $this->assertSame(['2.12', 1], [$price->cost, $price->cnt]);
        $this->assertSame(0, self::$standin->messages());
    }

    public function testTheHistoryIsReadPageByPage(): void
    {
        $client = $this->client();
        $this->assertSame([], iterator_to_array($client->history('28.11.2026')));
        $phones = array_map(static fn (int $at): string => sprintf('7999000%04d', $at), range(0, 24));
        foreach ($phones as $phone) {
            $client->send(new Message([$phone], 'Hello'));
        }
        $before = $this->spy->count('get.php');
        $records = iterator_to_array($client->history('28.11.2026', cnt: 10));
        $this->assertSame($phones, array_reverse(array_map(static fn ($record) => $record->phone, $records)));
        $this->assertSame(4, $this->spy->count('get.php') - $before);
    }

    public function testIncomingMessagesAreListed(): void
    {
        self::$standin->control(['receive' => ['phone' => '79990000005', 'text' => 'Да', 'to' => '79160000000']]);
        [$message] = $this->client()->incoming(hour: 1);
        $this->assertSame(['79990000005', 'Да'], [$message->phone, $message->message]);
    }

    public function testAnInvalidRequestIsNotSent(): void
    {
        $client = $this->client();
        $repeated = [[1, self::PHONE], [1, self::PHONE]];
        $calls = [
            'phones' => fn () => $client->send(new Message(['12,34'], 'Hello')),
            'id' => fn () => iterator_to_array($client->status($repeated)),
            'mes' => fn () => $client->send(new Message([self::PHONE], str_repeat('a', 1_001))),
        ];
        foreach ($calls as $parameter => $call) {
            $error = self::errorOf($call);
            $this->assertInstanceOf(NotSent::class, $error);
            $this->assertSame(NotSentReason::Invalid, $error->reason);
            $this->assertSame($parameter, $error->getPrevious()->parameter);
        }
        $this->assertInstanceOf(NotSent::class, self::errorOf(fn () => $client->delete([])));
        $this->assertSame([], $this->spy->seen);
    }

    public function testAWrongOptionIsAnErrorOfTheProgram(): void
    {
        $client = $this->client();
        foreach ([fn () => $client->statusOf(1, self::PHONE, all: 9), fn () => $client->status([self::PHONE])->current()] as $call) {
            try {
                $call();
                $this->fail('the option is accepted');
            } catch (OptionError) {
                $this->assertSame([], $this->spy->seen);
            }
        }
        $this->expectException(\InvalidArgumentException::class);
        new Message([self::PHONE], 'Hello', cost: 1);
    }

    public function testAClientOfPsr18NeedsAFactory(): void
    {
        $this->assertInstanceOf(Client::class, Client::create(Standin::login()));
        $factory = new \Nyholm\Psr7\Factory\Psr17Factory();
        $this->assertInstanceOf(Client::class, Client::create(Standin::login(), new \GuzzleHttp\Client(), $factory));
        $this->expectException(\InvalidArgumentException::class);
        Client::create(Standin::login(), new \GuzzleHttp\Client());
    }

    public function testACaFileWithoutACertificateIsAnError(): void
    {
        $this->expectException(\InvalidArgumentException::class);
        new CurlTransport(caFile: __FILE__);
    }
}
