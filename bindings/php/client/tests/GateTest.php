<?php

declare(strict_types=1);

namespace Smsc\Client\Tests;

use Smsc\Client\Gate;
use Smsc\Client\Gate\Look;
use Smsc\Client\Gate\State;
use Smsc\Client\Likeness;
use Smsc\Client\Limits;
use Smsc\Client\Rule;

/** The gate in virtual time. */
final class GateTest extends \PHPUnit\Framework\TestCase
{
    private const MARK = 'abcd';

    private Hands $hands;
    private string $path;

    protected function setUp(): void
    {
        $this->hands = new Hands();
        $this->path = sys_get_temp_dir() . '/smsc-gate-' . bin2hex(random_bytes(6));
    }

    protected function tearDown(): void
    {
        @unlink($this->path);
    }

    /** @return array<string, array{bool}> */
    public static function stores(): array
    {
        return ['in memory' => [false], 'in a file' => [true]];
    }

    /** Returns a gate whose credentials have been accepted, a while ago. */
    private function gate(bool $isFile = false, Limits $limits = new Limits()): Gate
    {
        $gate = new Gate($limits, $this->hands, $isFile ? $this->path : null);
        $ticket = $this->look($gate, Rule::Balance)->ticket;
        $gate->accepted(self::MARK);
        $gate->end($ticket, true);
        $this->hands->wait(1_000_000);
        return $gate;
    }

    /** Lets a request in without waiting. */
    private function look(Gate $gate, Rule $rule, int $likeness = 0, string $mark = self::MARK): Look
    {
        return $gate->enter($rule, [$likeness], $mark, 0);
    }

    private function pass(Gate $gate, Rule $rule, int $likeness = 0): void
    {
        $look = $this->look($gate, $rule, $likeness);
        $this->assertNotNull($look->ticket);
        $gate->end($look->ticket, true);
    }

    /** @dataProvider stores */
    public function testOneMessageIsAskedForFiveTimesAMinute(bool $isFile): void
    {
        $gate = $this->gate($isFile);
        $start = $this->hands->now;
        for ($i = 0; $i < 5; $i++) {
            $this->pass($gate, Rule::Status, 1);
            $this->hands->wait(1_000);
        }
        $this->assertSame($start + 61_000, $this->look($gate, Rule::Status, 1)->until);
        $this->pass($gate, Rule::Status, 2);
        $this->assertNotNull($gate->enter(Rule::Status, [1], self::MARK)->ticket);
        $this->assertSame($start + 61_000, $this->hands->now);
    }

    public function testABatchCountsFromItsEnd(): void
    {
        $gate = $this->gate();
        $ticket = $this->look($gate, Rule::Batch, 1)->ticket;
        $this->hands->wait(30_000);
        $gate->end($ticket, true);
        $this->assertSame($this->hands->now + 61_000, $this->look($gate, Rule::Batch, 2)->until);
        $this->hands->wait(61_000);
        $this->pass($gate, Rule::Batch, 2);
    }

    public function testARequestThatWasNotSentDoesNotCount(): void
    {
        $gate = $this->gate();
        $gate->end($this->look($gate, Rule::Batch)->ticket, false);
        $this->pass($gate, Rule::Batch);
    }

    /** @dataProvider stores */
    public function testFourStatusRequestsAreInWorkAtOnce(bool $isFile): void
    {
        $gate = $this->gate($isFile);
        $tickets = array_map(fn (int $at) => $this->look($gate, Rule::Status, $at)->ticket, range(1, 4));
        $look = $this->look($gate, Rule::Status, 9);
        $this->assertSame([null, null, false], [$look->ticket, $look->until, $look->isRefused]);
        $this->assertNotNull($this->look($gate, Rule::Balance)->ticket);
        // A place rests before it is taken again.
        $gate->end(array_pop($tickets), true);
        $this->assertSame($this->hands->now + 20, $this->look($gate, Rule::Status, 9)->until);
        $this->hands->wait(20);
        $this->pass($gate, Rule::Status, 9);
    }

    /** @dataProvider stores */
    public function testARequestWhoseProcessHasEndedCountsForItsLease(bool $isFile): void
    {
        $gate = $this->gate($isFile, new Limits(statusAtOnce: 1, leaseMs: 2_000));
        $this->look($gate, Rule::Status, 1);
        $start = $this->hands->now;
        $this->assertNotNull($gate->enter(Rule::Status, [2], self::MARK)->ticket);
        $waited = $this->hands->now - $start;
        $this->assertTrue($waited >= 2_020 && $waited <= 2_100, "$waited ms");
    }

    public function testOperatorsHaveTwoLimits(): void
    {
        $gate = $this->gate();
        for ($at = 1; $at <= 100; $at++) {
            $this->pass($gate, Rule::Operator, $at);
            $this->hands->wait(20);
        }
        $this->assertNotNull($this->look($gate, Rule::Operator, 1_000)->until);
    }

    /** @dataProvider stores */
    public function testOneRequestIsInWorkBeforeTheCredentialsAreAccepted(bool $isFile): void
    {
        $gate = new Gate(clock: $this->hands, file: $isFile ? $this->path : null);
        $first = $this->look($gate, Rule::Balance)->ticket;
        $this->assertNull($this->look($gate, Rule::Status, 1)->ticket);
        $gate->refused(self::MARK);
        $gate->end($first, true);
        $this->assertTrue($this->look($gate, Rule::Status, 1)->isRefused);
        $this->assertTrue($gate->enter(Rule::Status, [1], self::MARK)->isRefused);
        // Other credentials are let in, and the same ones after a renewal.
        $second = $this->look($gate, Rule::Status, 1, 'ef01')->ticket;
        $gate->accepted('ef01');
        $this->assertNotNull($this->look($gate, Rule::Balance, 0, 'ef01')->ticket);
        $gate->end($second, true);
        $gate->renew(self::MARK);
        $this->assertFalse($this->look($gate, Rule::Status, 1)->isRefused);
    }

    public function testRefusedCredentialsOfAFileAreTriedAgainAfterAnHour(): void
    {
        foreach ([false, true] as $isFile) {
            $gate = $this->gate($isFile);
            $gate->refused(self::MARK);
            $this->hands->wait(3_600_000);
            $this->assertTrue($this->look($gate, Rule::Balance)->isRefused);
            $this->hands->wait(1);
            $this->assertSame(!$isFile, $this->look($gate, Rule::Balance)->isRefused);
        }
    }

    /** @dataProvider stores */
    public function testABlockHoldsEveryRequest(bool $isFile): void
    {
        $gate = $this->gate($isFile);
        $start = $this->hands->now;
        $gate->blocked(600_000);
        $gate->blocked(10_000);
        $this->assertTrue($gate->wasBlocked());
        $this->assertSame($start + 600_000, $this->look($gate, Rule::Status, 1)->until);
        $this->hands->wait(600_000);
        $this->pass($gate, Rule::Status, 1);
        $gate->accepted(self::MARK);
        $this->assertFalse($gate->wasBlocked());
    }

    public function testGatesOfOneFileAreOne(): void
    {
        $this->pass($this->gate(true), Rule::Batch);
        $other = new Gate(clock: $this->hands, file: $this->path);
        $this->assertSame($this->hands->now + 61_000, $this->look($other, Rule::Batch)->until);
        $this->assertSame(0o600, fileperms($this->path) & 0o777);
    }

    public function testAFileOfBeforeARestartIsForgotten(): void
    {
        $this->pass($this->gate(true), Rule::Batch);
        $this->hands->now = 5_000;
        $this->pass(new Gate(clock: $this->hands, file: $this->path), Rule::Batch);
    }

    public function testAFileThatCannotBeReadIsForgotten(): void
    {
        foreach (['', '{', '{"at": 1}', '{"at": 1, "ended": 7}', '[1]', "\xff"] as $text) {
            file_put_contents($this->path, $text);
            $this->pass(new Gate(clock: $this->hands, file: $this->path), Rule::Batch);
        }
        $this->expectException(\InvalidArgumentException::class);
        new Gate(file: '/no/such/folder/gate');
    }

    public function testAFileHasNothingOfARequest(): void
    {
        $gate = $this->gate(true);
        $gate->enter(Rule::Send, ['s3cret text', '79990000001'], self::MARK);
        $text = file_get_contents($this->path);
        $this->assertStringContainsString('send ', $text);
        $this->assertDoesNotMatchRegularExpression('/s3cret|7999/', $text);
    }

    public function testOldKeysAreDropped(): void
    {
        $state = new State();
        $limits = new Limits();
        for ($at = 0; $at < 10_000; $at++) {
            $now = 50 * $at;
            $look = $state->look($limits->of(Rule::Status, (string) $at), self::MARK, $now, 1_000);
            $state->end($look->ticket, $now);
            $state->accept(self::MARK);
        }
        $this->assertLessThan(5_000, $state->count());
    }

    public function testANumberIsAlikeHoweverItIsTyped(): void
    {
        foreach (['79990000001', '+7 (999) 000-00-01', '89990000001', '9990000001'] as $typed) {
            $this->assertSame('9990000001', Likeness::phone($typed));
        }
        $this->assertSame('user@example.com', Likeness::phone('User@example.com'));
        $this->assertSame('@name', Likeness::phone('@Name'));
    }
}
