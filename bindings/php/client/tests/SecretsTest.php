<?php

declare(strict_types=1);

namespace Smsc\Client\Tests;

use Smsc\Client\Client;
use Smsc\Client\CurlTransport;
use Smsc\Client\Gate;
use Smsc\Client\Hosts;
use Smsc\Client\Login;
use Smsc\Client\Message;
use Smsc\Client\OnceStream;
use Smsc\Client\Response;

/** No secret, phone or text in anything that is shown. */
final class SecretsTest extends TestCase
{
    private const TEXT = 's3cret text';

    private string $shown = '';

    protected function setUp(): void
    {
        parent::setUp();
        // With them a stack trace has the arguments of each call.
        ini_set('zend.exception_ignore_args', '0');
        ini_set('zend.exception_string_param_max_len', '1000');
    }

    protected function tearDown(): void
    {
        ini_restore('zend.exception_ignore_args');
        ini_restore('zend.exception_string_param_max_len');
    }

    /** Shows a value in every way that PHP has. */
    private function show(mixed $value): void
    {
        ob_start();
        var_dump($value);
        $this->shown .= ob_get_clean() . print_r($value, true) . json_encode($value) . "\n";
    }

    /** Shows a value in the way that no class can change. */
    private function export(mixed $value): void
    {
        $this->shown .= var_export($value, true) . "\n" . print_r((array) $value, true);
    }

    private function checkShown(): void
    {
        foreach (['k3y', 's3cret', '7999', '9990000001', '79160000000'] as $hidden) {
            $at = strpos($this->shown, $hidden);
            $this->assertFalse($at, $hidden . ' after ' . substr($this->shown, max(0, (int) $at - 300), 300));
        }
    }

    public function testValuesShowNoSecret(): void
    {
        $client = $this->client();
        $message = new Message([self::PHONE], self::TEXT, id: 7, sender: 's3cret', op: true);
        $stream = new OnceStream('k3y=s3cret');
        $values = [
            Standin::login(), Login::apiKey('k3y-api'), $message, new Hosts(), new Gate(), new CurlTransport(),
            $client, $client->status([[7, self::PHONE]]), new Response(200, 's3cret'), $stream,
            smsc_request('send', ...Standin::login()->options(), phones: [self::PHONE], text: self::TEXT),
        ];
        $fate = $client->send($message);
        $this->show($fate->kind);
        $client->price($message);
        array_map($this->show(...), $values);
        foreach ([$values[0], $values[1], $message, $values[4], new Client(Standin::login()), $values[8], $stream] as $value) {
            $this->export($value);
        }
        $this->assertGreaterThan(3_000, strlen($this->shown));
        $this->checkShown();
        $this->assertSame('k3y=s3cret', (string) $stream);
        foreach ($this->spy->seen as $seen) {
            $this->assertStringNotContainsString('?', $seen['url']);
            $this->assertStringContainsString('psw=s3cret-psw', $seen['body']);
        }
    }

    public function testValuesAreNotSerialized(): void
    {
        $values = [
            Standin::login(), new Message([self::PHONE], self::TEXT), $this->client(), new Response(200, ''),
            self::errorOf(fn () => $this->client(login: Login::apiKey('k3y-wrong'))->balance()),
        ];
        foreach ($values as $value) {
            try {
                serialize($value);
                $this->fail($value::class . ' is serialized');
            } catch (\Exception $error) {
                $this->assertStringContainsString('is not allowed', $error->getMessage());
            }
        }
    }

    public function testErrorsShowNoSecretAndAreOneSentence(): void
    {
        $errors = [];
        foreach (array_keys(Transports::ALL) as $transport) {
            $client = $this->client($transport);
            $faults = [['kind' => 'empty'], ['kind' => 'html'], ['kind' => 'ok'], ['kind' => 'cut', 'bytes' => 3], ['kind' => 'stall']];
            foreach ($faults as $fault) {
                self::$standin->fault($fault, 'status.php', times: 2);
                $errors[] = self::errorOf(fn () => $client->statusOf(7, self::PHONE));
                $this->hands->wait(120_000);
            }
            self::$standin->fault(['kind' => 'reset'], 'send.php');
            self::$standin->fault(['kind' => 'html'], 'status.php', times: 2);
            $errors[] = $client->send(new Message([self::PHONE], self::TEXT))->error;
            $errors[] = self::errorOf(fn () => $client->send(new Message(['s3cret,k3y'], self::TEXT)));
            $errors[] = self::errorOf(fn () => $client->send(new Message([self::PHONE], self::TEXT, sender: 's3cret-sender-of-a-program')));
            $errors[] = self::errorOf(fn () => $client->delete([[7, self::PHONE]]));
            $errors[] = self::errorOf(fn () => $client->operator('5555'));
            $errors[] = self::errorOf(fn () => $client->status([[7, self::PHONE], [7, self::PHONE]])->current());
            $wrong = $this->client($transport, Login::password('k3y-login', 's3cret-wrong'));
            $errors[] = self::errorOf(fn () => $wrong->balance());
            $errors[] = self::errorOf(fn () => $wrong->balance());
            $closed = $this->client($transport, hosts: new Hosts(['127.0.0.1:9'], plainHttp: true));
            $errors[] = self::errorOf(fn () => $closed->statusOf(7, self::PHONE));
        }
        foreach ($errors as $error) {
            $this->assertMatchesRegularExpression('/^.*127\.0\.0\.1:\d+ ?.*$/D', $error->getMessage());
            $this->assertGreaterThan(40, strlen($error->getMessage()));
            foreach ([$error, $error->getPrevious()] as $shown) {
                $this->shown .= "$shown\n";
                $this->show(self::framesOfTheClient($shown));
            }
            $this->show(array_diff_key(get_object_vars($error), ['previous' => null]));
        }
        $this->checkShown();
    }

    /** Returns the frames of a stack trace, with their arguments, without those of the tests. */
    private static function framesOfTheClient(?\Throwable $error): array
    {
        $frames = array_filter($error?->getTrace() ?? [], static function (array $frame): bool {
            $class = $frame['class'] ?? 'Smsc\\Client\\';
            return str_starts_with($class, 'Smsc\\Client\\') && !str_starts_with($class, __NAMESPACE__);
        });
        // An exception among the arguments would show the frames of the tests.
        $isShown = static fn (mixed $argument): bool => !$argument instanceof \Throwable;
        return array_map(
            static fn (array $frame): array => array_filter($frame['args'] ?? [], $isShown),
            $frames,
        );
    }

    public function testTheTextOfTheServiceIsNotShown(): void
    {
        $client = $this->client();
        $error = self::errorOf(fn () => $client->delete([[7, self::PHONE]]));
        $this->assertNotNull($error->text());
        $this->show(get_object_vars($error));
        $this->assertStringNotContainsString($error->text(), $this->shown . $error);
    }
}
