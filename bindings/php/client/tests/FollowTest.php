<?php

declare(strict_types=1);

namespace Smsc\Client\Tests;

/** examples/php/follow.php follows messages to their end. The clock is fast. */
final class FollowTest extends \PHPUnit\Framework\TestCase
{
    private const SPEED = 300;
    private const FAILING = '79990002006';

    private Standin $standin;

    protected function setUp(): void
    {
        $this->standin = new Standin(speed: self::SPEED, start: null);
    }

    protected function tearDown(): void
    {
        $this->standin->stop();
    }

    public function testMessagesAreFollowedToTheirEnd(): void
    {
        foreach ([[1, '79990000001'], [2, '79990000001'], [3, self::FAILING]] as [$id, $phone]) {
            $this->send($id, $phone);
        }
        $ends = ['1 1 Delivered', '2 1 Delivered', '3 20 Cannot be delivered'];
        $this->assertSame([0, $ends, ''], $this->follow('1:79990000001', '2:79990000001', '3:' . self::FAILING));
        $this->standin->control(['advance' => '2m']);
        $this->standin->fault(['kind' => 'empty'], 'status.php');
        // A request without an answer, and a message that was never sent.
        [$exit, $lines, $error] = $this->follow('1:79990000001', '99:79990000001');
        $this->assertSame([3, ['1 1 Delivered', '99 -3 Message not found'], "not_a_reply\n"], [$exit, $lines, $error]);
        $errors = array_column(array_filter($this->standin->journal(), static fn ($entry) => $entry['script'] === 'status.php'), 'error');
        $this->assertSame([], array_filter($errors));
        $this->assertSame([1, [], "rejected 2\n"], $this->runWith('s3cret-other', '1:79990000001'));
    }

    public function testWrongArguments(): void
    {
        $this->assertSame(2, $this->follow()[0]);
        $this->assertSame(2, $this->follow('101')[0]);
    }

    private function send(int $id, string $phone): void
    {
        $form = ['login' => Standin::LOGIN, 'psw' => Standin::PSW, 'id' => $id, 'phones' => $phone, 'mes' => "Hello $id", 'fmt' => 3];
        $http = ['method' => 'POST', 'content' => http_build_query($form), 'header' => 'Content-Type: application/x-www-form-urlencoded'];
        $reply = file_get_contents("http://{$this->standin->host}/sys/send.php", false, stream_context_create(['http' => $http]));
        $this->assertStringNotContainsString('error', (string) $reply);
    }

    private function follow(string ...$messages): array
    {
        return $this->runWith(Standin::PSW, ...$messages);
    }

    /** Returns the exit status, the lines in order, and the errors. */
    private function runWith(string $psw, string ...$messages): array
    {
        $example = __DIR__ . '/../../../../examples/php/follow.php';
        $command = [PHP_BINARY, '-d', 'extension=' . getenv('SMSC_EXTENSION'), $example, "http://{$this->standin->host}", ...$messages];
        $environment = ['SMSC_LOGIN' => Standin::LOGIN, 'SMSC_PASSWORD' => $psw, 'SMSC_SPEED' => (string) self::SPEED] + getenv();
        $process = proc_open($command, [1 => ['pipe', 'w'], 2 => ['pipe', 'w']], $pipes, null, $environment);
        [$printed, $errors] = [stream_get_contents($pipes[1]), stream_get_contents($pipes[2])];
        $this->assertStringNotContainsString($psw, $printed . $errors);
        $lines = array_filter(explode("\n", $printed));
        sort($lines);
        return [proc_close($process), $lines, $errors];
    }
}
