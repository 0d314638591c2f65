<?php

declare(strict_types=1);

namespace Smsc\Client\Tests;

use Smsc\Client\CallError;
use Smsc\Client\Client;
use Smsc\Client\Gate;
use Smsc\Client\Login;

/** A test with a stand-in, which all tests of a class share. */
abstract class TestCase extends \PHPUnit\Framework\TestCase
{
    protected const PHONE = '79990000001';

    protected static ?Standin $standin = null;
    protected Hands $hands;
    protected Spy $spy;

    public static function setUpBeforeClass(): void
    {
        self::$standin = new Standin();
    }

    public static function tearDownAfterClass(): void
    {
        self::$standin?->stop();
        self::$standin = null;
    }

    protected function setUp(): void
    {
        self::$standin?->control(['reset' => true]);
    }

    /** Returns a client of the stand-in, whose clock moves that of the stand-in. */
    protected function client(string $transport = 'curl', ?Login $login = null, mixed ...$options): Client
    {
        $this->hands = new Hands(self::$standin);
        $this->spy = new Spy(Transports::make($transport));
        $options += ['gate' => new Gate(clock: $this->hands), 'hosts' => self::$standin->hosts()];
        return new Client($login ?? Standin::login(), $this->spy, ...$options);
    }

    /** Returns the error of a call. */
    protected static function errorOf(callable $call): CallError
    {
        try {
            $call();
        } catch (CallError $error) {
            return $error;
        }
        self::fail('the call has succeeded');
    }

    /** @return array<string, array{string}> */
    public static function transports(): array
    {
        return Transports::ALL;
    }
}
