<?php

declare(strict_types=1);

use PHPUnit\Framework\TestCase;

/** A shop that sends messages, tested without the service. Your own code takes the place of `ask`. */
final class ShopTest extends TestCase
{
    private Standin $standin;

    protected function setUp(): void
    {
        $this->standin = new Standin();
    }

    protected function tearDown(): void
    {
        $this->standin->stop();
    }

    private function ask(string $script, array $parameters): array
    {
        $form = ['login' => 'demo', 'psw' => 'demo', 'charset' => 'utf-8', 'fmt' => 3] + $parameters;
        return json_decode($this->standin->post("/sys/$script", http_build_query($form)), true);
    }

    public function testAMessageIsDelivered(): void
    {
        $sent = $this->ask('send.php', ['phones' => '79990000001', 'mes' => 'Привет, мир']);
        $this->assertSame(['id' => 1, 'cnt' => 1], $sent);
        $question = ['phone' => '79990000001', 'id' => 1, 'all' => 2];
        $this->assertSame(0, $this->ask('status.php', $question)['status']);
        $this->standin->advance('4s');
        $status = $this->ask('status.php', $question);
        $this->assertSame([1, 'Привет, мир'], [$status['status'], $status['message']]);
    }

    public function testAPhoneIsSwitchedOff(): void
    {
        // The end of the phone decides what happens: 2006 is status 20 with the err 6.
        $this->ask('send.php', ['phones' => '79990002006', 'mes' => 'Hello']);
        $this->standin->advance('4s');
        $status = $this->ask('status.php', ['phone' => '79990002006', 'id' => 1]);
        $this->assertSame([20, 6], [$status['status'], $status['err']]);
    }

    public function testADoubleClickSendsOneMessage(): void
    {
        $order = ['phones' => '79990000001', 'mes' => 'Your order 7 is ready'];
        $this->assertSame(1, $this->ask('send.php', $order)['cnt']);
        $this->assertSame(9, $this->ask('send.php', $order)['error_code']);
        $this->assertSame(['balance' => '997.88'], $this->ask('balance.php', []));
    }
}
